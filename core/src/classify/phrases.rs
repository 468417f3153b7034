//! Phrases of the word tables: heat, criticism of work, and degrading phrases whose address is in the
//! phrase itself.

use alloc::vec::Vec;

use super::reported::reported_before;
use super::scene::{Finding, Scene};
use super::swearing::positive;
use crate::classify::EvidenceKind;
use crate::lexicon::{Class, Hit, Kind, weight};
use crate::terms::{Flag, Signal, Target};

/// Turns every signal phrase in the customer's own words into a finding.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let signals = scene.hits_of(|kind| match kind {
        Kind::Signal(signal) => Some(signal),
        Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere
        | Kind::Issue(_) => None,
    });
    for (hit, signal) in signals {
        let line = line(signal);
        let conduct = line > 0;
        if !scene.own(hit.first)
            || conduct && (reported_before(scene, hit.first) || denied(scene, &hit))
        {
            continue;
        }
        if signal == Signal::DirectedExpletive && !is_order(scene, &hit) {
            continue;
        }
        if line > 500 && of_myself(scene, &hit) {
            continue;
        }
        if signal == Signal::Thanks && scene.cancelled(&hit, Kind::NotFlag(Flag::Thanks)) {
            continue;
        }
        if signal == Signal::Profanity
            && (!swears(scene, &hit) || positive(scene, hit.first, hit.first.saturating_add(1)))
        {
            continue;
        }
        findings.push(Finding {
            kind: EvidenceKind::Signal(signal),
            first: hit.first,
            end: hit.end,
            weight: weight(hit.pattern),
            by: scene.phrase(&hit),
            target: target(scene, &hit, signal),
            line,
            severe: None,
        });
    }
}

/// How sure a phrase of a conduct table is that the line is crossed.
const fn line(signal: Signal) -> u16 {
    match signal {
        Signal::Degrading => 860,
        Signal::DirectedExpletive => 920,
        Signal::Belittling => 780,
        Signal::IllWish => 850,
        Signal::PerformanceCriticism | Signal::Mockery => 330,
        Signal::Accusation => 350,
        Signal::Chasing
        | Signal::Irritation
        | Signal::Disappointment
        | Signal::Sarcasm
        | Signal::Exclamation
        | Signal::Resignation
        | Signal::RepeatedEffort
        | Signal::Anger
        | Signal::Hyperbole
        | Signal::Emphasis
        | Signal::Shouting
        | Signal::Profanity
        | Signal::Demand
        | Signal::Ultimatum
        | Signal::Impact
        | Signal::RepeatContact
        | Signal::BrokenPromise
        | Signal::Delay
        | Signal::Fault
        | Signal::Thanks
        | Signal::Harm
        | Signal::Hate
        | Signal::Sexual
        | Signal::Stalking
        | Signal::Extortion
        | Signal::Device
        | Signal::VeiledThreat
        | Signal::SelfHarm
        | Signal::Weight => 0,
    }
}

/// "fuck off" is an order to whoever reads it; "they can fuck off", "he told me to get lost" and "drop dead
/// gorgeous" are not.
fn is_order(scene: &Scene<'_>, hit: &Hit) -> bool {
    let names_you =
        scene.any(hit.first, hit.end, Class::You) || scene.any(hit.first, hit.end, Class::Your);
    let follows_on = scene.joined(hit.end)
        && scene.is(hit.end, &["gorgeous", "down", "shop", "in", "sexy", "handsome"])
        && !names_you;
    if follows_on {
        return false;
    }
    let Some(prev) = scene.before(hit.first) else { return true };
    let strong = scene.has(hit.first, Class::OrderVerb);
    let asked = scene.is(prev, &["can", "could", "should"])
        && scene.before(prev).is_none_or(|who| !scene.has(who, Class::You));
    let other = scene.has(prev, Class::ThirdPerson)
        || scene.has(prev, Class::Thing)
        || scene.has(prev, Class::I)
        || scene.has(prev, Class::Staff)
        || scene.has(prev, Class::NoOrderBefore)
        || asked;
    if names_you && strong {
        return !scene.is(prev, &["to", "2"]);
    }
    if strong {
        return !other;
    }
    scene.has(prev, Class::OrderOpener) && !asked
}

/// "im such a waste of space": said of the customer, whatever the phrase means of others.
fn of_myself(scene: &Scene<'_>, hit: &Hit) -> bool {
    let start = scene.clause_start(hit.first).max(hit.first.saturating_sub(5));
    let you = scene.any(start, hit.end, Class::You) || scene.any(start, hit.end, Class::Your);
    !you && (start..hit.first).any(|at| {
        scene.is(at, &["im", "am", "ive", "myself"])
            || scene.is(at, &["me"])
                && at.checked_sub(1).is_some_and(|prev| {
                    scene.is(
                        prev,
                        &[
                            "like", "make", "makes", "made", "treat", "treats", "treated",
                            "calling", "called",
                        ],
                    )
                })
            || scene.is(at, &["i"])
                && scene.is(
                    at.saturating_add(1),
                    &["am", "was", "feel", "felt", "must", "have", "sound", "look", "need"],
                )
    })
}

/// "im not saying you ...", "i never told you to ...".
fn denied(scene: &Scene<'_>, hit: &Hit) -> bool {
    let start = scene.clause_start(hit.first).max(hit.first.saturating_sub(4));
    (start..hit.first).any(|at| {
        (scene.is(at, &["not", "never", "didnt", "wouldnt"]))
            && (at..hit.first).any(|verb| scene.has(verb, Class::SpeechVerb))
    })
}

/// A profanity phrase whose words are all allowed by the host is none.
fn swears(scene: &Scene<'_>, hit: &Hit) -> bool {
    (hit.first..hit.end).any(|at| scene.own(at))
}

fn target(scene: &Scene<'_>, hit: &Hit, signal: Signal) -> Target {
    let start = scene.clause_start(hit.first).max(hit.first.saturating_sub(6));
    let end = scene.clause_end(hit.end.saturating_sub(1)).min(hit.end.saturating_add(4));
    match signal {
        Signal::Degrading
        | Signal::DirectedExpletive
        | Signal::Belittling
        | Signal::IllWish
        | Signal::PerformanceCriticism
        | Signal::Mockery
        | Signal::Accusation => {
            let crossing = line(signal) > 500;
            if scene.any(start, end, Class::PluralYou) {
                Target::Role
            } else if scene.any(hit.first, hit.end, Class::You) {
                Target::Agent
            } else if scene.any(start, hit.end, Class::Staff)
                && scene.any(start, hit.end, Class::Your)
            {
                if scene.any(start, hit.end, Class::Org) {
                    Target::Role
                } else {
                    Target::ThirdParty
                }
            } else if scene.any(start, hit.end, Class::Org) {
                if crossing { Target::Role } else { Target::Organisation }
            } else if scene.any(start, hit.end, Class::ThirdPerson) {
                if crossing { Target::ThirdParty } else { Target::Role }
            } else if crossing || scene.any(start, end, Class::You) || signal == Signal::Mockery {
                Target::Agent
            } else {
                Target::Organisation
            }
        }
        Signal::Thanks => Target::None,
        Signal::Chasing
        | Signal::Irritation
        | Signal::Disappointment
        | Signal::Sarcasm
        | Signal::Exclamation
        | Signal::Resignation
        | Signal::RepeatedEffort
        | Signal::Anger
        | Signal::Hyperbole
        | Signal::Emphasis
        | Signal::Shouting
        | Signal::Profanity
        | Signal::Demand
        | Signal::Ultimatum
        | Signal::Impact
        | Signal::RepeatContact
        | Signal::BrokenPromise
        | Signal::Delay
        | Signal::Fault
        | Signal::Harm
        | Signal::Hate
        | Signal::Sexual
        | Signal::Stalking
        | Signal::Extortion
        | Signal::Device
        | Signal::VeiledThreat
        | Signal::SelfHarm
        | Signal::Weight => Target::Situation,
    }
}
