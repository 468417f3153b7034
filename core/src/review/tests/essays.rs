//! `domain.md` 7.1: the second essay's own replies.

use alloc::vec::Vec;

use super::{about, at, first, with};
use crate::review::context::Context;
use crate::review::{Severity, review};
use crate::terms::Flag;

/// Name, moment, reply, the findings expected.
type Essay = (&'static str, Context<'static>, &'static str, &'static [(&'static str, Severity)]);

/// `domain.md` 7.1: the second essay's own replies, exactly.
#[test]
fn the_essays_own_replies_give_exactly_the_expected_findings() {
    let delayed = || with(first(about(at(2), "the system")), Flag::Delay);
    let rows: [Essay; 7] = [
        (
            "frustrated",
            at(2),
            "I understand this has been frustrating. I’ll take care of it now and keep you informed as I work.",
            &[("L20", Severity::Warning), ("L39", Severity::Warning)],
        ),
        (
            "validate",
            first(at(2)),
            "I see why this would be disruptive, especially with a deadline coming up. I appreciate your patience while I take a closer look.",
            &[("L39", Severity::Warning)],
        ),
        (
            "next step",
            at(2),
            "We’ll begin by restarting your VPN connection and checking the access settings. I’ll walk you through the process.",
            &[("L39", Severity::Warning)],
        ),
        (
            "boundary at a crossing",
            about(first(at(4)), "the invoice"),
            "I understand this is frustrating and I’m here to help. I do ask that we keep the conversation respectful so I can focus on resolving the issue for you.",
            &[("L20", Severity::Warning), ("L49", Severity::Warning)],
        ),
        (
            "boundary below the line",
            about(first(at(3)), "the invoice"),
            "I understand this is frustrating and I’m here to help. I do ask that we keep the conversation respectful so I can focus on resolving the issue for you.",
            &[("L20", Severity::Warning), ("L13", Severity::Error), ("L49", Severity::Warning)],
        ),
        (
            "scenario 1",
            delayed(),
            "I’m sorry for the delay, and I understand how frustrating this must be. I’ve just picked up your ticket and I’m reviewing the issue now. I’ll keep you informed as I go and do my best to get this resolved quickly.",
            &[("L49", Severity::Warning), ("L39", Severity::Warning)],
        ),
        (
            "scenario 2",
            first(about(at(2), "the system")),
            "I understand you’re upset, and I’m here to help you through it. I’ll take a look now and guide you through the next steps.",
            &[
                ("L20", Severity::Warning),
                ("L29", Severity::Warning),
                ("L23", Severity::Info),
                ("L39", Severity::Warning),
            ],
        ),
    ];
    for (name, context, reply, expected) in rows {
        let found: Vec<(&str, Severity)> = review(reply, &context)
            .findings
            .iter()
            .map(|finding| (finding.rule.id(), finding.severity))
            .collect();
        let mut found = found;
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
}
