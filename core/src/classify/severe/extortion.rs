//! Extortion put together: a demand, something held against the reader, and what is done with it unless
//! (`domain.md` 2.4). Courts, regulators, reviews and receipts are rights (2.8).

use crate::classify::parts::{Part, Statement};
use crate::classify::scene::Scene;
use crate::lexicon::Class;

/// The ways of the law and of the public that are anybody's right.
const RIGHTS: Part = Part::Word(&[
    "court",
    "ombudsman",
    "review",
    "reviews",
    "trustpilot",
    "lawyer",
    "solicitor",
    "regulator",
    "receipts",
    "receipt",
    "trading",
    "watchdog",
    "chargeback",
    "bank",
    "policy",
    "gdpr",
    "backup",
    "restore",
    "invoice",
    "subscription",
    "recover",
    "recovery",
    "please",
    "order",
    "parcel",
    "ad",
    "advert",
    "quote",
    "licence",
    "my",
    "our",
    "their",
]);

/// What is read as extortion.
pub(super) const STATEMENTS: &[Statement] = &[
    Statement {
        rule: "extortion",
        anchor: Class::RansomAsset,
        before: &[],
        after: &[],
        next: None,
        beside: &[
            Part::Of(Class::RansomAsk),
            Part::Of(Class::RansomExpose),
            Part::Word(&[
                "or",
                "unless",
                "until",
                "if",
                "otherwise",
                "else",
                "so",
                "and",
                "before",
                "for",
                "when",
            ]),
        ],
        never: &[RIGHTS],
        across: true,
        reach: 14,
    },
    // "give me 10k and I won't sell your records"
    Statement {
        rule: "extortion_sum",
        anchor: Class::RansomAsset,
        before: &[],
        after: &[],
        next: None,
        beside: &[
            Part::Of(Class::Number),
            Part::Word(&["give", "pay", "send", "transfer", "want", "wants", "need", "for"]),
            Part::Of(Class::RansomExpose),
        ],
        never: &[RIGHTS],
        across: true,
        reach: 14,
    },
    // "I've got videos of you that your wife would love to see. Send the cash."
    Statement {
        rule: "extortion_kin",
        anchor: Class::RansomAsset,
        before: &[Part::Word(&["ive", "i", "have", "got", "we"])],
        after: &[
            Part::Word(&["your", "ur"]),
            Part::Word(&[
                "wife", "husband", "boss", "family", "mother", "employer", "kids", "partner",
                "parents",
            ]),
        ],
        next: None,
        beside: &[Part::Of(Class::RansomAsk)],
        never: &[RIGHTS],
        across: true,
        reach: 16,
    },
    // "I have screenshots of your private chats, so what are they worth to you?"
    Statement {
        rule: "extortion_offer",
        anchor: Class::RansomAsset,
        before: &[Part::Word(&["ive", "i", "we", "weve", "have", "got", "hold", "locked", "took"])],
        after: &[Part::Word(&["worth", "price", "buyer"]), Part::Word(&["you", "u"])],
        next: None,
        beside: &[],
        never: &[RIGHTS, Part::Word(&["bought", "game"])],
        across: true,
        reach: 14,
    },
    // "I've locked your server": the demand stands in the next sentence
    Statement {
        rule: "extortion_locked",
        anchor: Class::RansomAsset,
        before: &[
            Part::Word(&["ive", "i", "we", "weve"]),
            Part::Word(&[
                "locked",
                "encrypted",
                "stolen",
                "stole",
                "hacked",
                "copied",
                "downloaded",
                "exfiltrated",
            ]),
            Part::Word(&["your", "ur"]),
        ],
        after: &[],
        next: None,
        beside: &[],
        never: &[RIGHTS, Part::Word(&["app", "form", "manual", "guide", "template", "myself"])],
        across: true,
        reach: 7,
    },
];

/// Words by which a message uses a right: such a demand is no extortion unless it holds something secret.
pub(super) fn is_a_right(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let from = scene.sentence_start(first);
    let to = scene.sentence_end(end.saturating_sub(1));
    let right = (from..to).any(|at| {
        scene.is(
            at,
            &[
                "ombudsman",
                "court",
                "trustpilot",
                "review",
                "reviews",
                "receipts",
                "receipt",
                "solicitor",
                "lawyer",
                "regulator",
                "chargeback",
                "watchdog",
                "standards",
            ],
        )
    });
    let secret = Part::Of(Class::RansomAsset).within(scene, from, to).is_some()
        || (from..to).any(|at| scene.is(at, &["wife", "husband", "nudes", "leak", "data"]));
    right && !secret
}
