//! Threats that may or may not be meant, put together: what somebody does each day, told them by one who
//! should not know, and harm wished into the air (`domain.md` 3.3, 2). A person looks.

use crate::classify::parts::{Part, Statement};
use crate::lexicon::Class;

const YOUR: Part = Part::Word(&["your", "ur", "you", "u", "his", "her"]);
/// What makes it an arrangement.
const ARRANGED: Part = Part::Word(&[
    "told",
    "drop",
    "reception",
    "past",
    "office",
    "shop",
    "store",
    "branch",
    "depot",
    "post",
    "please",
    "so",
    "thanks",
    "thank",
    "delivery",
    "parcel",
    "collect",
    "meet",
    "book",
    "booked",
    "ticket",
    "tickets",
    "fare",
    "timetable",
    "lesson",
    "membership",
    "order",
    "finder",
    "quote",
    "insure",
    "insurance",
    "late",
    "member",
    "service",
    "pass",
    "my",
    "our",
    "lease",
    "hire",
    "recommend",
    "ask",
    "app",
    "company",
    "offers",
    "run",
    "runs",
    "policy",
    "call",
    "back",
    "can",
    "could",
    "fee",
    "fees",
    "how",
    "uniform",
    "uniforms",
]);

/// What is read as a possible threat.
pub(super) const STATEMENTS: &[Statement] = &[
    // "I know which gym you go to"
    Statement {
        rule: "veiled_routine",
        anchor: Class::Routine,
        before: &[
            Part::Of(Class::I),
            Part::Word(&["know", "seen", "watch", "see", "learned", "noticed"]),
            Part::Word(&["which", "where", "when", "what", "your", "you"]),
        ],
        after: &[],
        next: None,
        beside: &[YOUR],
        never: &[ARRANGED],
        across: false,
        reach: 8,
    },
    // "you park the red Fiesta by the bins, don't you", "your kids walk to school alone"
    Statement {
        rule: "veiled_kin_routine",
        anchor: Class::OwnKin,
        before: &[Part::Word(&["your", "ur"])],
        after: &[
            Part::Word(&[
                "walk", "walks", "play", "plays", "go", "goes", "school", "wait", "waits",
                "leaves", "cycle",
            ]),
            Part::Word(&[
                "alone",
                "dont",
                "doesnt",
                "themselves",
                "unattended",
                "isnt",
                "lovely",
                "shame",
            ]),
        ],
        next: None,
        beside: &[],
        never: &[Part::Word(&["do", "free", "if", "can", "ticket", "policy", "my", "how", "why"])],
        across: false,
        reach: 9,
    },
    // "I'd start varying your route home if I were you"
    Statement {
        rule: "veiled_advice",
        anchor: Class::Routine,
        before: &[Part::Word(&[
            "vary", "varying", "change", "changing", "careful", "wise", "check", "checking",
            "avoid", "alone",
        ])],
        after: &[],
        next: None,
        beside: &[
            Part::Word(&["your", "you", "youd", "home"]),
            Part::Word(&["id", "were", "was", "wise", "better", "alone", "careful", "advise"]),
        ],
        never: &[
            ARRANGED,
            Part::Word(&[
                "icy",
                "snow",
                "rain",
                "storm",
                "roadworks",
                "traffic",
                "weather",
                "lovely",
            ]),
        ],
        across: false,
        reach: 9,
    },
];
