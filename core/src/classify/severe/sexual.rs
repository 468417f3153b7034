//! Sexual remarks put together: a wish or a request, and the reader's body, undress or what would be done
//! with it (`domain.md` 2.4). Goods, health and the customer's own life are none.

use crate::classify::parts::{Part, Statement};
use crate::lexicon::Class;

const YOU: Part = Part::Word(&["you", "u", "ya", "your", "ur", "yourself"]);
const YOURS: Part = Part::Of(Class::Your);
const WISH: Part = Part::Word(&[
    "want", "wanna", "wish", "love", "id", "let", "would", "can", "could", "imagine", "imagining",
    "imagined", "dream", "dreaming", "thinking", "picture", "picturing", "may", "like", "bet", "makes",
    "pay", "if", "fancy", "see", "come",
]);
const SHOW: Part = Part::Word(&[
    "show", "send", "photo", "photos", "pic", "pics", "picture", "pictures", "see", "touch", "feel",
    "describe", "stroke", "flash", "rub", "worship", "squeeze", "massage", "sniff", "wearing",
]);

/// Goods, health, documents, work, and what the customer tells of.
const HARMLESS: Part = Part::Word(&[
    "size", "sizes", "order", "ordered", "return", "refund", "set", "pack", "pair", "surgery", "implant",
    "nurse", "doctor", "clinic", "hospital", "label", "passport", "licence", "cancer", "pump",
    "feeding", "chicken", "app", "ban", "block", "report", "reported", "someone", "husband", "partner",
    "pregnant", "operation", "scan", "filter", "model", "shop", "store", "catalogue", "product", "item",
    "delivery", "lotion", "cream", "dog", "cat", "baby", "horse", "table", "chair", "massage", "manual",
    "boiler", "email", "heads", "text", "template", "pads", "brand", "colleague", "review",
    "reviews", "bill", "fee", "song", "film", "book", "shoes", "socks", "boots", "gel",
]);

/// Places, clothes and people that make a body an everyday thing.
const BODY_HARMLESS: Part = Part::Word(&[
    "pain", "hurts", "hurt", "itchy", "rash", "sore", "swollen", "care", "wash", "armour", "measure",
    "measurements", "fit", "fits", "warm", "cold", "tired", "foot", "note", "cam", "corporate",
]);

/// What is read as a sexual remark.
pub(super) const STATEMENTS: &[Statement] = &[
    // "I'd love to undress you"
    Statement {
        rule: "sexual_act",
        anchor: Class::SexAct,
        before: &[WISH],
        after: &[],
        next: Some(Part::Word(&["you", "u", "ya", "your", "ur", "yourself", "me", "yourselves"])),
        beside: &[YOU],
        never: &[
            HARMLESS,
            BODY_HARMLESS,
            Part::Word(&["kill", "heart", "goodbye", "thank", "thanks", "wallpaper", "paint", "out", "mixture", "dealing"]),
        ],
        across: false,
        reach: 7,
    },
    // "send me a picture of your feet", "can I touch your breasts"
    Statement {
        rule: "sexual_body",
        anchor: Class::SexBody,
        before: &[SHOW, YOURS],
        after: &[],
        next: None,
        beside: &[],
        never: &[
            HARMLESS,
            BODY_HARMLESS,
            Part::Word(&[
                "feet", "legs", "neck", "skin", "chest", "tips", "video", "videos", "cold", "life", "energy",
                "exercise", "language", "muscles", "it", "this", "heal",
            ]),
        ],
        across: false,
        reach: 7,
    },
    // "a photo of your feet baby": parts that are harmless without a pet name or a want
    Statement {
        rule: "sexual_body_fond",
        anchor: Class::SexBody,
        before: &[SHOW, YOURS],
        after: &[Part::Word(&["baby", "babe", "darling", "sexy", "gorgeous", "sweetheart", "honey", "slowly"])],
        next: None,
        beside: &[],
        never: &[],
        across: false,
        reach: 8,
    },
    // "imagining you naked", "you without clothes"
    Statement {
        rule: "sexual_bare",
        anchor: Class::SexBare,
        before: &[Part::Word(&[
            "you", "u", "yourself", "youre", "ur", "yourselves", "ya", "fancy",
        ])],
        after: &[],
        next: None,
        beside: &[Part::Word(&[
            "want", "wanna", "imagine", "imagining", "imagined", "picture", "pic", "photo", "bet", "great", "good",
            "see", "like", "love", "sit", "how", "look", "wish", "dream", "thinking", "amazing", "fun", "tonight",
            "get", "wearing", "show", "are",
        ])],
        never: &[
            HARMLESS,
            Part::Word(&[
                "eye", "cable", "wire", "wires", "breakfast", "ill", "sick", "tap", "gym", "head",
                "temperature", "tray", "screen", "leak", "bulb", "light",
            ]),
        ],
        across: false,
        reach: 7,
    },
    // "come sit on my lap", "have you in my bed"
    Statement {
        rule: "sexual_place",
        anchor: Class::SexBare,
        before: &[Part::Word(&["come", "sit", "want", "get", "you", "youre", "bet", "wish"])],
        after: &[],
        next: None,
        beside: &[Part::Word(&["my", "your", "that", "those", "wearing", "youre"])],
        never: &[
            HARMLESS,
            Part::Word(&[
                "cable", "wire", "i", "im", "slats", "mattress", "breakfast", "look", "sick", "ill", "when", "laptop",
                "water", "eye", "need", "came",
            ]),
        ],
        across: false,
        reach: 5,
    },
    // "take your top off"
    Statement {
        rule: "sexual_undress",
        anchor: Class::Your,
        before: &[Part::Word(&["take", "get", "pull", "rip", "slip", "unbutton", "unzip"])],
        after: &[
            Part::Word(&[
                "top", "shirt", "clothes", "blouse", "dress", "skirt", "bra", "pants", "trousers", "knickers",
                "panties", "uniform", "underwear",
            ]),
            Part::Word(&["off", "for", "down", "slowly"]),
        ],
        next: None,
        beside: &[],
        never: &[HARMLESS, Part::Word(&["shelf", "website", "site", "rail", "list", "market", "sale", "someone"])],
        across: false,
        reach: 5,
    },
];
