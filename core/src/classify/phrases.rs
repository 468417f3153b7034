//! Phrases of the word tables: heat, criticism of work, and degrading phrases whose address is in the
//! phrase itself.

mod order;

use alloc::string::String;
use alloc::vec::Vec;

use super::insult::is_suffix;
use super::reported::{excused, reported_before};
use super::scene::{Finding, Scene};
use super::swearing::positive;
use crate::classify::EvidenceKind;
use crate::lexicon::{Class, Hit, Kind, MESSAGE, PatternId, weight};
use crate::terms::{Signal, Target};
use order::is_order;

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
        let (signal, line) = if at_a_handle(scene, &hit, signal) {
            (Signal::PerformanceCriticism, line(Signal::PerformanceCriticism, 0))
        } else {
            (signal, line(signal, weight(hit.pattern)))
        };
        let conduct = line > 0;
        if !scene.own(hit.first)
            || conduct && (reported_before(scene, hit.first) || denied(scene, &hit))
        {
            continue;
        }
        if signal == Signal::DirectedExpletive && !is_order(scene, &hit) {
            continue;
        }
        if line > 500 && excused(scene, hit.first) {
            continue;
        }
        if line > 500 && (of_myself(scene, &hit) || harmless(scene, &hit, signal)) {
            continue;
        }
        if signal.same_flag().is_some_and(|flag| scene.cancelled(&hit, Kind::NotFlag(flag))) {
            continue;
        }
        if signal == Signal::PerformanceCriticism && said_of_me(scene, &hit) {
            continue;
        }
        if signal == Signal::Demand && told_not_asked(scene, &hit) {
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

/// How sure a phrase of a conduct table is that the line is crossed. The tables that put people down say by
/// the weight of a row how sure it is: below 400 it may be meant otherwise, below 300 it is about work or words.
const fn line(signal: Signal, weight: i16) -> u16 {
    match signal {
        Signal::Degrading | Signal::Belittling if weight >= 400 => 880,
        Signal::Degrading | Signal::Belittling if weight >= 300 => 780,
        Signal::Degrading | Signal::Belittling => 330,
        Signal::DirectedExpletive => 920,
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

/// A put-down that is said of a thing ("the app is as useful as …", "too thick to fit"), a wish that something
/// may not happen, or a phrase that goes on to mean something else ("get a life insurance").
fn harmless(scene: &Scene<'_>, hit: &Hit, signal: Signal) -> bool {
    let put_down = matches!(signal, Signal::Degrading | Signal::Belittling);
    let start = scene.clause_start(hit.first).max(hit.first.saturating_sub(8));
    let person = |from: usize, to: usize| {
        [Class::You, Class::Your, Class::Staff, Class::PersonNoun, Class::ThirdPerson]
            .into_iter()
            .any(|class| scene.any(from, to, class))
    };
    // "this is like teaching algebra to a turnip"
    let taught = scene.is(hit.first, &["like"])
        && scene.is(hit.first.saturating_add(1), &["teaching", "explaining"]);
    let of_a_thing = put_down
        && !taught
        && !person(start, hit.end.saturating_add(1))
        && !(start..hit.first).any(|at| scene.is(at, &["who", "whoever", "someone", "nobody"]))
        && (hit.first.saturating_sub(4).max(start)..hit.first).any(|at| {
            let thing = at.checked_sub(1).is_some_and(|subject| {
                scene.has(subject, Class::Thing)
                    || !scene.tokens.is_known(subject)
                    || scene.is(subject, &["it", "this", "that", "one"])
            });
            thing && scene.has(at, Class::Be)
                || scene.is(at, &["its", "thats"]) && !scene.is(at.saturating_add(1), &["like"])
        });
    let averted = signal == Signal::IllWish
        && scene.any(hit.first, hit.end, Class::Negator)
        && !wishes_never(hit.pattern);
    let goes_on = put_down
        && scene.joined(hit.end)
        && scene.is(hit.end, WORK_AND_GOODS)
        && !scene.is(hit.end.saturating_add(1), &["all"]);
    let mine = !scene.is(hit.first, &["hope", "bet", "hoping", "imagine"])
        && scene.before(hit.first).is_some_and(|prev| {
            scene.is(prev, &["i", "im", "ive", "id", "we", "weve", "were", "my", "our"])
        });
    // "you sold me a piece of shit"
    let handed_over = put_down
        && (hit.first..hit.end).any(|at| {
            scene.is(at, HANDING) && !(at..hit.end).any(|word| scene.has(word, Class::You))
        });
    // "stupid AI voice menu"
    let of_goods = put_down
        && scene.is(
            hit.end.saturating_sub(1),
            &["bot", "robot", "ai", "chatbot", "program", "computer"],
        )
        && !scene.any(hit.first, hit.end, Class::You)
        && scene.joined(hit.end)
        && (hit.end..hit.end.saturating_add(2))
            .any(|at| scene.joined(at) && scene.has(at, Class::Thing));
    // "I hate you guys never answer"
    let half_said = put_down
        && scene.is(hit.first, &["i"])
        && (scene.has(hit.end.saturating_sub(1), Class::You)
            || scene.is(hit.end.saturating_sub(1), &["people", "lot", "all", "guys"]))
        && scene.joined(hit.end)
        && !scene.is(
            hit.end,
            &[
                "and",
                "so",
                "all",
                "with",
                "more",
                "for",
                "lot",
                "you",
                "people",
                "bitch",
                "now",
                "die",
                "personally",
            ],
        );
    let praised = put_down
        && !scene.is(hit.first, &["if"])
        && (hit.end..scene.sentence_end(hit.end.saturating_sub(1)))
            .any(|at| scene.has(at, Class::Praise) && !scene.has(at, Class::Laughter))
        && !scene.any(hit.first, hit.end.saturating_add(6), Class::Negator);
    // "finally somebody with a brain, thank you", "not as dumb as the last one", "the brain of a computer"
    let welcomed = put_down
        && (scene.before(hit.first).is_some_and(|prev| {
            scene.is(prev, &["finally", "last"])
                || (prev.saturating_sub(3)..prev).any(|at| {
                    scene.is(at, &["thank", "finally", "glad", "lovely", "nice", "refreshing"])
                })
                || scene.has(prev, Class::Negator) && scene.is(hit.first, &["as", "so"])
        }) || scene.is(
            hit.end,
            &["computer", "genius", "professor", "scientist", "saint", "elephant", "god"],
        ));
    // "I would love to go back to school"
    let own_plan = put_down
        && scene.is(hit.first, &["go", "learn", "get", "use", "put", "find"])
        && scene.before(hit.first).is_some_and(|prev| scene.is(prev, &["to", "i", "we", "ill"]))
        && !scene.any(start, hit.first, Class::You);
    // "is it too hard for you to come on Friday?"
    let asked_kindly = put_down
        && scene.is(hit.end.saturating_sub(2), &["for"])
        && scene.is(hit.end, &["to", "at", "on"]);
    // "what sort of idiot policy is that"
    let odd_thing = put_down
        && scene.is(hit.first, &["what"])
        && hit.end.checked_sub(1).is_some_and(|last| {
            scene.has(last, Class::Thing)
                || scene.is(last, &["policy", "policies", "rule", "rules"])
        });
    // "is English your first language? just asking, I speak Spanish too"
    let offered = put_down
        && weight(hit.pattern) < 400
        && scene.is(hit.first.saturating_add(1), &["english"])
        && (hit.end..hit.end.saturating_add(24)).any(|at| {
            scene.is(at, &["asking", "wondering"])
                && scene.is(at.saturating_sub(1), &["just", "only"])
        });
    of_a_thing
        || odd_thing
        || offered
        || asked_kindly
        || own_plan
        || welcomed
        || averted
        || goes_on
        || put_down && is_suffix(scene, hit.end)
        || put_down && mine
        || handed_over
        || of_goods
        || half_said
        || praised
}

/// "piss off @Company": sworn at an account, which is a company until somebody is named.
fn at_a_handle(scene: &Scene<'_>, hit: &Hit, signal: Signal) -> bool {
    let end = scene.tokens.span_of(hit.first, hit.end).end;
    signal == Signal::DirectedExpletive
        && scene.is(hit.end.saturating_sub(1), &["off"])
        && usize::try_from(end)
            .ok()
            .and_then(|end| scene.tokens.original().get(end..))
            .is_some_and(|rest| rest.trim_start().starts_with('@'))
}

/// Says whether the row itself wishes with "never", so that a negator in it takes nothing back.
fn wishes_never(pattern: PatternId) -> bool {
    let mut row = String::new();
    MESSAGE.write(pattern, &mut row).is_ok() && row.contains("never")
}

/// What makes a put-down before it a remark on work or on goods: "you suck at this", "get a life policy".
const WORK_AND_GOODS: &[&str] = &[
    "test",
    "tests",
    "training",
    "trainer",
    "scan",
    "scans",
    "at",
    "insurance",
    "policy",
    "cover",
    "assurance",
    "up",
    "through",
    "membership",
    "office",
];

/// What is done with goods: "you sold me a …", "you gave us a …".
const HANDING: &[&str] = &[
    "sold",
    "sell",
    "sent",
    "send",
    "gave",
    "give",
    "delivered",
    "selling",
    "sending",
    "giving",
    "shipped",
    "charged",
    "rented",
    "installed",
    "lent",
    "fitted",
    "brought",
];

/// "I don't know what you are talking about", "I was so rude": the customer speaks of themselves.
fn said_of_me(scene: &Scene<'_>, hit: &Hit) -> bool {
    scene.is(
        hit.first,
        &["dont", "no", "not", "havent", "couldnt", "cant", "cannot", "was", "so", "very"],
    ) && scene
        .before(hit.first)
        .is_some_and(|prev| scene.is(prev, &["i", "im", "ive", "we", "weve"]))
}

/// "didnt fix it", "you never answer": the verb of a statement is no demand.
fn told_not_asked(scene: &Scene<'_>, hit: &Hit) -> bool {
    scene.before(hit.first).is_some_and(|prev| scene.has(prev, Class::Negator))
}

/// "im such a waste of space": said of the customer, whatever the phrase means of others.
fn of_myself(scene: &Scene<'_>, hit: &Hit) -> bool {
    let start = scene.clause_start(hit.first).max(hit.first.saturating_sub(5));
    let you = scene.any(start, hit.end, Class::You) || scene.any(start, hit.end, Class::Your);
    let compared = (start..hit.first).any(|at| scene.is(at, &["never", "ever"]));
    // "why am I arguing with a turnip": the turnip is the other.
    let facing = scene.is(hit.first, &["arguing", "reasoning", "debating"]);
    !you && !compared
        && !facing
        && (start..hit.first).any(|at| {
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
                        &[
                            "am", "was", "feel", "felt", "must", "have", "sound", "look", "need",
                            "wasnt", "dont", "spend", "work", "used", "go", "earn",
                        ],
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
            let crossing = line(signal, weight(hit.pattern)) > 500;
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
