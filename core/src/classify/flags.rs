//! Flags: what must not be missed, whatever the temperature (`domain.md` 3.7).

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use super::stakes;
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Break, Class, Hit, Kind};
use crate::terms::{Flag, Flags, IssueKind, SevereKind, Signal, Target};

/// Adds the flags of the tables with their findings, and those that follow from other findings.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>, flags: &mut Flags) {
    let hits = scene.hits_of(|kind| match kind {
        Kind::Flag(flag) => Some(flag),
        Kind::Signal(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere
        | Kind::Issue(_) => None,
    });
    for (hit, flag) in hits {
        let foreign = !scene.own(hit.first) && flag != Flag::ReportedAbuse;
        if foreign || scene.cancelled(&hit, Kind::NotFlag(flag)) {
            continue;
        }
        flags.insert(flag);
        findings.push(Finding {
            kind: EvidenceKind::Flag(flag),
            first: hit.first,
            end: hit.end,
            weight: 0,
            by: scene.phrase(&hit),
            target: Target::None,
            line: 0,
            severe: None,
        });
    }
    let sour = findings.iter().any(is_sour);
    for finding in findings.iter() {
        if let EvidenceKind::Signal(signal) = finding.kind {
            if let Some(flag) = implied(signal, finding.weight, sour) {
                flags.insert(flag);
            }
        }
        if finding.severe == Some(SevereKind::Hate) {
            flags.insert(Flag::Discriminatory);
        }
    }
    if flags.contains(Flag::SupervisorRequest) {
        flags.insert(Flag::HumanRequest);
    }
    if !flags.contains(Flag::HumanRequest) && calls_for_a_person(scene) {
        note(flags, findings, Flag::HumanRequest, (0, scene.tokens.len()), "call_for_a_person");
    }
    if !flags.contains(Flag::MoneyAtStake) {
        if let Some((first, end)) = stakes::amount(scene) {
            note(flags, findings, Flag::MoneyAtStake, (first, end), "amount_at_stake");
        }
    }
    if !flags.contains(Flag::Thanks) {
        if let Some(at) = run_on_thanks(scene) {
            note(flags, findings, Flag::Thanks, (at, at.saturating_add(1)), "run_on_thanks");
        }
    }
    let lates = scene.hits_of(|kind| match kind {
        Kind::Issue(IssueKind::Delay) => Some(()),
        Kind::Issue(_)
        | Kind::Signal(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere => None,
    });
    let late = |(hit, ()): (Hit, ())| {
        scene.own(hit.first) && !scene.cancelled(&hit, Kind::NotFlag(Flag::Delay))
    };
    if lates.into_iter().any(late) {
        flags.insert(Flag::Delay);
    }
    if sour && !flags.contains(Flag::Thanks) && !flags.contains(Flag::Sarcasm) {
        if let Some(at) = lone_praise(scene) {
            note(flags, findings, Flag::Sarcasm, (at, at.saturating_add(1)), "lone_praise");
        }
    }
    if flags.contains(Flag::Sarcasm) && drops_mock_thanks(findings) {
        *flags = flags.without(Flag::Thanks);
    }
}

/// Adds a flag with the words that show it.
fn note(
    flags: &mut Flags,
    findings: &mut Vec<Finding>,
    flag: Flag,
    (first, end): (usize, usize),
    rule: &'static str,
) {
    flags.insert(flag);
    findings.push(Finding {
        kind: EvidenceKind::Flag(flag),
        first,
        end,
        weight: 0,
        by: Finder::Rule(rule),
        target: Target::None,
        line: 0,
        severe: None,
    });
}

/// The whole message calls for a person, as one types at a machine: "agent", "human please".
fn calls_for_a_person(scene: &Scene<'_>) -> bool {
    let words = scene.tokens.len();
    let person = |at| {
        scene.is(at, &["agent", "representative", "rep", "operator", "human", "person", "manager"])
    };
    let around = |at| {
        scene.is(at, &["please", "pls", "plz", "now", "real", "live", "a", "an", "to", "speak"])
            || scene.is(at, &["talk", "no", "hello", "i", "need", "want", "get", "me", "your"])
    };
    (1..=6).contains(&words)
        && (0..words).any(person)
        && (0..words).all(|at| scene.own(at) && (person(at) || around(at)))
}

/// Words that praise alone: "Brilliant. Another two hours on hold." (`domain.md` 3.8, 18).
const ALONE: &[&str] = &[
    "brilliant",
    "fantastic",
    "wonderful",
    "lovely",
    "superb",
    "marvellous",
    "bravo",
    "splendid",
    "fabulous",
    "magic",
    "charming",
    "delightful",
];

/// A word of praise that is a sentence of its own, or opens one before a comma.
fn lone_praise(scene: &Scene<'_>) -> Option<usize> {
    (0..scene.tokens.len()).find(|at| {
        scene.is(*at, ALONE)
            && scene.own(*at)
            && (*at == 0 || scene.tokens.breaks_before(*at) >= Break::Sentence)
            && scene.closes(at.saturating_add(1))
    })
}

/// "okthankyou", "thanksbye": thanks run together with the word beside it.
fn run_on_thanks(scene: &Scene<'_>) -> Option<usize> {
    (0..scene.tokens.len()).find(|at| {
        let word = scene.tokens.folded(*at);
        scene.own(*at)
            && !scene.tokens.is_known(*at)
            && (word.contains("thank") || word.contains("thanx"))
            && !["thankf", "thankl", "thanksg", "thanked", "thankd"]
                .iter()
                .any(|other| word.contains(other))
    })
}

/// Something is wrong: praise beside it may be bitter.
fn is_sour(finding: &Finding) -> bool {
    match finding.kind {
        EvidenceKind::Signal(
            Signal::Sarcasm | Signal::Exclamation | Signal::Emphasis | Signal::Shouting,
        ) => false,
        EvidenceKind::Signal(_) => finding.weight > 0,
        EvidenceKind::Flag(flag) => {
            matches!(flag, Flag::Delay | Flag::Outage | Flag::BrokenPromise | Flag::RepeatContact)
        }
    }
}

/// From this weight on a phrase of heat shows the flag too; weaker ones only hint at it.
const CLEAR: u16 = 250;
/// From this weight on a phrase of sarcasm is one where something is wrong.
const BITING: u16 = 140;

/// Flags that follow from a signal. Delay, repeated contact and ultimatums have tables of their own, which
/// know more look-alikes than their signals.
const fn implied(signal: Signal, weight: i16, sour: bool) -> Option<Flag> {
    let clear = weight.unsigned_abs() >= CLEAR;
    let biting = sour && weight.unsigned_abs() >= BITING;
    match signal {
        Signal::Sarcasm if clear || biting => Some(Flag::Sarcasm),
        Signal::Thanks if clear => Some(Flag::Thanks),
        Signal::IllWish => Some(Flag::IllWish),
        Signal::VeiledThreat => Some(Flag::ThreatPossible),
        Signal::BrokenPromise
        | Signal::Sarcasm
        | Signal::RepeatContact
        | Signal::Ultimatum
        | Signal::Delay
        | Signal::Thanks
        | Signal::Chasing
        | Signal::Irritation
        | Signal::Disappointment
        | Signal::Exclamation
        | Signal::Resignation
        | Signal::RepeatedEffort
        | Signal::Anger
        | Signal::Hyperbole
        | Signal::Emphasis
        | Signal::Shouting
        | Signal::Profanity
        | Signal::Demand
        | Signal::Impact
        | Signal::Fault
        | Signal::PerformanceCriticism
        | Signal::Accusation
        | Signal::Mockery
        | Signal::Degrading
        | Signal::DirectedExpletive
        | Signal::Belittling
        | Signal::Harm
        | Signal::Hate
        | Signal::Sexual
        | Signal::Stalking
        | Signal::Extortion
        | Signal::Device
        | Signal::SelfHarm
        | Signal::Weight => None,
    }
}

/// From this weight on a sarcastic phrase is bitter beyond doubt.
const BITTER: i16 = 300;
/// How many words after a bitter phrase thanks still belong to it.
const MOCK_REACH: usize = 3;

/// Thanks inside or right after a sarcastic phrase are none; says whether no others are left.
fn drops_mock_thanks(findings: &mut Vec<Finding>) -> bool {
    let is = |finding: &Finding, wanted| finding.kind == EvidenceKind::Signal(wanted);
    let mocks: Vec<(usize, usize)> = findings
        .iter()
        .filter(|finding| is(finding, Signal::Sarcasm))
        .map(|finding| {
            let reach = if finding.weight >= BITTER { MOCK_REACH } else { 0 };
            (finding.first, finding.end.saturating_add(reach))
        })
        .collect();
    findings.retain(|finding| {
        let mocked = mocks.iter().any(|(from, to)| *from < finding.end && finding.first < *to);
        !(is(finding, Signal::Thanks) && mocked)
    });
    !findings.iter().any(|finding| is(finding, Signal::Thanks))
}

/// Someone of ours insulted the customer: a verb of saying with the customer as its object before a word
/// that degrades (`domain.md` 3.8, 8).
pub(super) fn reported_abuse(scene: &Scene<'_>) -> Option<(usize, usize)> {
    (0..scene.tokens.len()).find_map(|at| {
        let said = scene
            .is(at, &["called", "calling", "calls", "labelled", "labeled", "branded", "named"])
            && scene.is(at.saturating_add(1), &["me", "us", "him", "her", "my", "them", "our"]);
        let told = scene.is(at, &["told", "said", "says"])
            && (1..5)
                .any(|step| scene.is(at.saturating_add(step), &["i", "im", "we", "were", "my"]));
        if !said && !told {
            return None;
        }
        let before = at.checked_sub(1);
        if before.is_some_and(|before| scene.has(before, Class::OwnTeller)) {
            return None;
        }
        let stop = scene.sentence_end(at).min(at.saturating_add(10));
        let label = (at.saturating_add(2)..stop).find_map(|word| {
            [
                Class::InsultNoun,
                Class::InsultNounWeak,
                Class::InsultAdjective,
                Class::Slur,
                Class::SharpNoun,
            ]
            .into_iter()
            .filter_map(|class| scene.tokens.class_end(word, class))
            .max()
        })?;
        let start = scene.sentence_start(at);
        let ours = scene.any(start, at, Class::Staff)
            || scene.any(start, at, Class::ThirdPerson)
            || scene.any(start, at, Class::Your)
            || said && before.is_none();
        ours.then_some((at, label))
    })
}
