//! Swearing: how hot, and at what. Its strength is never added up, and by itself it never crosses the
//! line (`domain.md` 0.1, 2; 3.5).

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Break, Class};
use crate::terms::{Flag, Flags, Signal, Target};

/// One strong marker.
const HEAT: i16 = 460;
/// An order with a swear word in it is sharp, not crossing (`domain.md` 3.8, 3).
const ORDER_LINE: u16 = 320;

/// Adds the findings (the first one with heat, the others without) and the three flags.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>, flags: &mut Flags) {
    let mut aimed: Vec<(usize, usize)> = findings
        .iter()
        .filter(|finding| finding.line >= 500)
        .map(|finding| (finding.first, finding.end))
        .collect();
    let mut phrases: Vec<usize> = findings
        .iter()
        .filter(|finding| finding.kind == EvidenceKind::Signal(Signal::Profanity))
        .map(|finding| finding.first)
        .collect();
    aimed.sort_unstable();
    phrases.sort_unstable();
    // "you bunch of arseholes": the name itself is a swear word.
    let coarse = |at: usize| COARSE.iter().any(|stem| scene.tokens.folded(at).starts_with(stem));
    if aimed.iter().any(|(from, to)| (*from..*to).any(coarse)) {
        flags.insert(Flag::ProfanityDirected);
    }
    let mut heated = !phrases.is_empty();
    if heated {
        flags.insert(Flag::ProfanityUndirected);
    }
    let mut at = 0;
    while at < scene.tokens.len() {
        let Some(end) = scene.tokens.class_end(at, Class::Swear) else {
            at = at.saturating_add(1);
            continue;
        };
        let first = at;
        at = end;
        // "Bloody Mary" is a drink.
        let drink = scene.is(first, &["bloody"]) && scene.is(end, &["mary"]);
        if drink || !scene.own(first) || phrases.binary_search(&first).is_ok() {
            continue;
        }
        if overlaps_any(&aimed, first, end) {
            flags.insert(Flag::ProfanityDirected);
            continue;
        }
        if positive(scene, first, end) {
            flags.insert(Flag::ProfanityPositive);
            continue;
        }
        flags.insert(Flag::ProfanityUndirected);
        let order = in_order(scene, first);
        findings.push(Finding {
            kind: EvidenceKind::Signal(Signal::Profanity),
            first,
            end,
            weight: if heated { 0 } else { HEAT },
            by: Finder::Rule(if order { "swearing_order" } else { "swearing" }),
            target: if order { Target::Agent } else { Target::Situation },
            line: if order { ORDER_LINE } else { 120 },
            severe: None,
        });
        heated = true;
    }
}

/// How the coarse names for people begin.
const COARSE: &[&str] = &[
    "wank", "arseh", "asshol", "shit", "fuck", "cunt", "bastard", "bitch", "prick", "twat",
    "dickh", "knobh", "dumbass", "jackass", "motherf",
];

/// Says whether any of the sorted ranges overlaps words `first..end`.
fn overlaps_any(ranges: &[(usize, usize)], first: usize, end: usize) -> bool {
    let until = ranges.partition_point(|(from, _)| *from < end);
    let near = ranges.get(until.saturating_sub(8)..until).unwrap_or(&[]);
    near.iter().any(|(_, to)| first < *to)
}

/// "bloody brilliant", "a damn good answer": praise follows closely, and nothing bad is said.
pub(super) fn positive(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let near = (end..end.saturating_add(3))
        .take_while(|at| scene.joined(*at))
        .any(|at| scene.has(at, Class::Praise));
    let start = scene.sentence_start(first);
    let stop = scene.sentence_end(end.saturating_sub(1));
    let negative = scene.any(start, stop, Class::Negator)
        || scene.is(end, &["joke", "disgrace", "mess", "useless", "quality"])
        || (start..stop.saturating_add(3)).any(|at| scene.is(at, GONE_WRONG));
    let cheer = scene.is(end, &["yes", "yeah", "yay"]) && scene.joined(end)
        || scene.is(first, &["hell", "fuck"])
            && scene.is(first.saturating_add(1), &["yeah", "yes"])
        || scene.is(first, &["shit"]) && scene.is(end, &["hot"]);
    let praised = scene.any(start, stop, Class::Praise);
    let warm = praised
        && (scene.any(start, stop, Class::ThanksWord) || scene.any(start, stop, Class::HappyEmoji));
    // "I love this fucking app", "the best damn support", "damn that was quick", "holy crap you fixed it".
    let before = first.saturating_sub(3).max(scene.clause_start(first));
    let loved = (before..first).any(|at| scene.is(at, &["love", "loving", "best", "happy"]));
    let relieved = (end..stop.saturating_add(4))
        .take_while(|at| scene.tokens.breaks_before(*at) < Break::Sentence || *at == end)
        .any(|at| scene.is(at, WELL_DONE));
    (near || warm || cheer || loved || relieved) && !negative
}

/// Words that turn praise into its opposite (`domain.md` 3.8, 18).
const GONE_WRONG: &[&str] = &[
    "again",
    "broke",
    "broken",
    "crashed",
    "lost",
    "hold",
    "wrong",
    "late",
    "ridiculous",
    "worst",
    "waiting",
    "yet",
    "lie",
    "listen",
    "angry",
    "charged",
    "cancelled",
];
/// What a thing did that somebody swears over with relief.
const WELL_DONE: &[&str] = &["quick", "fast", "fixed", "marvellous", "fine", "good", "works"];

/// "read what I fucking wrote", "just give me the bloody number": an order to attend to the customer.
fn in_order(scene: &Scene<'_>, swear: usize) -> bool {
    let start = scene.clause_start(swear);
    let attend = ["read", "listen", "answer", "look", "stop"];
    let serve = ["give", "get", "tell", "send", "put", "show", "let", "do"];
    (start..swear).any(|at| {
        let opens = at == start || scene.has(at.saturating_sub(1), Class::OrderLead);
        opens
            && (scene.is(at, &attend)
                || scene.is(at, &serve)
                    && scene.is(at.saturating_add(1), &["me", "us", "my", "your"]))
    }) && !scene.any(start, swear, Class::Negator)
}
