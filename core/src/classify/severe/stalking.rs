//! Stalking and exposure put together: somebody knows, watches or will publish where a person lives or
//! goes (`domain.md` 2.4; 3.8, 14).

use crate::classify::parts::{Part, Statement};
use crate::lexicon::Class;

const I: Part = Part::Of(Class::I);
const THEIRS: Part = Part::Word(&[
    "your", "ur", "yours", "his", "her", "their", "drivers", "couriers", "agents", "managers", "engineers",
    "staffs", "you", "u", "yr",
]);
/// Errands and business that need an address.
const ERRAND: Part = Part::Word(&[
    "parcel", "order", "delivery", "deliver", "collect", "return", "returns", "invoice", "refund", "letter",
    "parcels", "quote", "office", "shop", "store", "branch", "desk", "depot", "warehouse", "courier",
    "send", "billing", "update", "change", "form", "account", "linkedin", "instagram", "hotel", "website",
    "twitter", "videos", "channel", "app", "listing", "rent", "viewing", "survey", "my", "insurance",
    "please", "cheque", "head", "company", "business", "registered", "email", "sorry",
]);

/// What is read as stalking.
pub(super) const STATEMENTS: &[Statement] = &[
    // "I found out where your parents live", "I worked out which house is yours"
    Statement {
        rule: "stalking_found",
        anchor: Class::PrivatePlace,
        before: &[
            I,
            Part::Word(&[
                "found", "worked", "know", "traced", "tracked", "seen", "discovered", "figured", "looked", "saw",
                "learned", "got", "have", "memorised", "memorized",
            ]),
            Part::Word(&["where", "which", "what", "your", "ur", "his", "her", "their", "drivers"]),
        ],
        after: &[],
        next: None,
        beside: &[Part::Word(&[
            "where", "yours", "live", "lives", "you", "now", "daughter", "mother", "wife", "husband", "parents",
            "mum", "profile", "sleep", "into", "night", "already",
        ])],
        never: &[
            ERRAND,
            Part::Word(&[
                "keys", "post", "thanks", "need", "want", "like", "do", "does", "he", "she", "they", "currencies",
                "supported", "support", "can", "could", "check", "wrong", "how",
            ]),
        ],
        across: false,
        reach: 9,
    },
    // "I'll post your phone number everywhere", "I will publish the names and addresses of your agents"
    Statement {
        rule: "stalking_expose",
        anchor: Class::PrivatePlace,
        before: &[
            Part::Word(&[
                "post", "publish", "share", "spread", "leak", "put", "posting", "publishing", "sharing", "give",
                "dox", "doxx", "print",
            ]),
            Part::Word(&["ill", "i", "im", "we", "well", "gonna", "will", "going"]),
        ],
        after: &[],
        next: None,
        beside: &[
            THEIRS,
            Part::Word(&[
                "online", "everywhere", "everyone", "forum", "reddit", "twitter", "facebook", "agents", "internet",
                "public", "every", "all", "social", "people", "group", "everybody", "strangers", "lampposts",
            ]),
        ],
        never: &[Part::Word(&["my", "our", "please", "parcel", "order", "refund", "review", "office", "branch"])],
        across: false,
        reach: 9,
    },
    // "give me the driver's home address, I want to pay him a visit"
    Statement {
        rule: "stalking_ask",
        anchor: Class::PrivatePlace,
        before: &[
            Part::Word(&["give", "tell", "send", "want", "get", "need"]),
            Part::Word(&["drivers", "his", "her", "agents", "managers", "couriers", "engineers", "your", "ur"]),
        ],
        after: &[],
        next: None,
        beside: &[Part::Word(&["visit", "home", "private", "live", "lives", "tonight", "find", "real", "full"])],
        never: &[
            ERRAND,
            Part::Word(&["mum", "mother", "daughter", "son", "wife", "husband", "name", "flowers", "gift", "insurance"]),
        ],
        across: false,
        reach: 7,
    },
    // "I'm going to turn up at your house", "everyone will get your home address"
    Statement {
        rule: "stalking_come",
        anchor: Class::PrivatePlace,
        before: &[
            Part::Word(&["ill", "im", "i", "will", "everyone", "everybody", "well"]),
            Part::Word(&[
                "turn", "show", "come", "coming", "outside", "waiting", "wait", "sit", "parked", "get", "visit",
                "knock", "be", "stand", "watching", "going",
            ]),
            Part::Word(&["your", "ur"]),
        ],
        after: &[],
        next: None,
        beside: &[Part::Word(&[
            "up", "outside", "tonight", "face", "everyone", "everybody", "night", "waiting", "watching", "talk",
            "parked", "at", "into",
        ])],
        never: &[
            ERRAND,
            Part::Word(&[
                "delivering", "clean", "measure", "install", "fit", "clinic", "cleaner", "collecting", "viewing",
                "dinner", "book", "appointment", "keys", "dog", "party", "with",
            ]),
        ],
        across: false,
        reach: 9,
    },
    // "I have a photo of your daughter at her school gate", "pictures of you going into your house"
    Statement {
        rule: "stalking_photo",
        anchor: Class::OwnKin,
        before: &[
            I,
            Part::Word(&["photo", "photos", "picture", "pictures", "video", "videos", "pics"]),
            Part::Word(&["your", "ur", "his", "her"]),
        ],
        after: &[Part::Word(&["school", "house", "home", "gate", "outside", "car", "street", "leaving", "walking", "nursery", "park"])],
        next: None,
        beside: &[],
        never: &[Part::Word(&["my", "our", "order", "cake", "event", "wedding"])],
        across: false,
        reach: 8,
    },
    // "I've got pictures of you going into your house"
    Statement {
        rule: "stalking_seen",
        anchor: Class::PrivatePlace,
        before: &[
            I,
            Part::Word(&["pictures", "photos", "picture", "photo", "video", "watched", "followed", "watching", "following", "saw", "seen"]),
            Part::Word(&["you", "u", "him", "her"]),
        ],
        after: &[],
        next: None,
        beside: &[Part::Word(&["going", "leaving", "leave", "home", "into", "entering", "night", "getting", "walking"])],
        never: &[ERRAND, Part::Word(&["back", "from", "hung", "videos"])],
        across: false,
        reach: 9,
    },
    // "I waited for you outside yesterday and followed you to the station", "watching you leave the office"
    Statement {
        rule: "stalking_wait",
        anchor: Class::You,
        before: &[
            I,
            Part::Word(&["waited", "followed", "watched", "watching", "following", "tailed", "photographed", "trailed"]),
        ],
        after: &[Part::Word(&[
            "station", "home", "leave", "leaving", "car", "bus", "gym", "evening", "walk", "walking", "night", "street",
            "school", "work",
        ])],
        next: None,
        beside: &[],
        never: &[Part::Word(&[
            "instagram", "twitter", "videos", "youtube", "channel", "deliver", "driver", "parcel", "hold", "instructions",
            "advice", "stream", "tiktok", "from", "engineer", "come",
        ])],
        across: false,
        reach: 9,
    },
];
