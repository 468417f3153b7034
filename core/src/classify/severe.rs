//! Threats, hate, sexual remarks, stalking, extortion, devices, and threats that may or may not be
//! meant (`domain.md` 2.4; 3.3, 2).

mod extortion;
mod hate;
mod sexual;
mod stalking;
mod veiled;
mod violence;

use alloc::vec::Vec;

use super::parts::Statement;
use super::reported::reported_before;
use super::scene::{Finding, REACH, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Class, Hit, Kind, kind};
use crate::terms::{SevereKind, Signal, Target};

/// Heat of a threat.
const HEAT: i16 = 500;

pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let severe = scene.hits_of(|kind| match kind {
        Kind::Severe(severe) => Some(Some(severe)),
        Kind::Veiled => Some(None),
        Kind::Signal(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::NotSevere
        | Kind::Issue(_) => None,
    });
    let threats = Threats::of(scene);
    for (hit, found) in severe {
        if !scene.own(hit.first)
            || scene.cancelled(&hit, Kind::NotSevere)
            || reported_before(scene, hit.first)
            || (found == Some(SevereKind::Violence) && !is_threat(scene, &hit))
            || (found == Some(SevereKind::Device) && !is_meant(scene, &hit, &threats))
            || found == Some(SevereKind::Hate)
                && (hate::opposed(scene, hit.first, hit.end)
                    || hate::turned_round(scene, hit.first, hit.end))
            || found == Some(SevereKind::Extortion)
                && extortion::is_a_right(scene, hit.first, hit.end)
        {
            continue;
        }
        findings.push(Finding {
            kind: EvidenceKind::Signal(found.map_or(Signal::VeiledThreat, signal)),
            first: hit.first,
            end: hit.end,
            weight: HEAT,
            by: scene.phrase(&hit),
            target: target(scene, &hit),
            line: if found.is_some() { 1000 } else { 800 },
            severe: found,
        });
    }
    composed(scene, findings);
    hunting(scene, findings);
}

/// What the rules begin to look from: a word of none of these is passed by quickly.
const ANCHORS: [Class; 14] = [
    Class::HarmAct,
    Class::HarmDone,
    Class::HarmEnd,
    Class::HateGroup,
    Class::SexAct,
    Class::SexBody,
    Class::SexBare,
    Class::PrivatePlace,
    Class::OwnKin,
    Class::Routine,
    Class::RansomAsset,
    Class::Your,
    Class::You,
    Class::Youre,
];

/// Threats and the like that no phrase of the tables holds, put together from their parts.
fn composed(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let may_begin = |at: &usize| {
        scene.own(*at)
            && (scene.tokens.begins_any(*at, &ANCHORS) || scene.is(*at, &["youre", "ur", "you"]))
    };
    for at in (0..scene.tokens.len()).filter(may_begin) {
        let violence =
            violence::at(scene, at).map(|words| ("violence", SevereKind::Violence, words));
        let hate = hate::at(scene, at).map(|words| ("hate", SevereKind::Hate, words));
        for (rule, severe, words) in violence.into_iter().chain(hate) {
            add(scene, findings, words, rule, Some(severe));
        }
        let groups: [(&[Statement], Option<SevereKind>); 4] = [
            (sexual::STATEMENTS, Some(SevereKind::Sexual)),
            (stalking::STATEMENTS, Some(SevereKind::Stalking)),
            (extortion::STATEMENTS, Some(SevereKind::Extortion)),
            (veiled::STATEMENTS, None),
        ];
        for (statements, severe) in groups {
            for statement in statements {
                if let Some(words) = statement.at(scene, at) {
                    add(scene, findings, words, statement.rule, severe);
                }
            }
        }
    }
}

/// Adds what a rule put together, unless a look-alike cancels it or somebody else said it.
fn add(
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
    (first, end): (usize, usize),
    rule: &'static str,
    severe: Option<SevereKind>,
) {
    let said = reported_before(scene, first) && severe != Some(SevereKind::Violence)
        || severe == Some(SevereKind::Violence)
            && reported_before(scene, first)
            && !scene.any(scene.sentence_start(first), end, Class::Kin);
    if said || scene.cancelled_within(first, end, Kind::NotSevere) {
        return;
    }
    findings.push(Finding {
        kind: EvidenceKind::Signal(severe.map_or(Signal::VeiledThreat, signal)),
        first,
        end,
        weight: HEAT,
        by: Finder::Rule(rule),
        target: Target::Agent,
        line: if severe.is_some() { 1000 } else { 800 },
        severe,
    });
}

/// Words between who does something and what is done.
const BETWEEN: [&str; 40] = [
    "is", "are", "was", "were", "be", "been", "am", "will", "would", "could", "might", "may",
    "can", "has", "have", "had", "d", "ll", "to", "going", "gonna", "want", "wants", "wanted",
    "try", "tries", "tried", "trying", "about", "just", "really", "even", "also", "always",
    "almost", "nearly", "then", "actually", "probably", "ever",
];

/// Says whether words of violence are a threat: neither a weaker reading, nor denied, nor what somebody
/// else does or the customer once felt.
fn is_threat(scene: &Scene<'_>, hit: &Hit) -> bool {
    if veiled_over(scene, hit) || denied(scene, hit) || violence::plays(scene, hit.first, hit.end) {
        return false;
    }
    // "you should be shot", "ill kill you": who is to be hurt, or the customer, stands inside.
    let says_who = scene.has(hit.first, Class::I)
        || scene.has(hit.first, Class::You)
        || scene.is(hit.first, &["should", "deserve", "deserves", "needs", "gets", "get"])
        || scene.is(hit.first.saturating_add(1), &["get", "be"])
        || (hit.first..hit.end).any(|at| scene.is(at, &["without", "alive"]));
    let mut at = hit.first;
    let mut over = false;
    let reach = if says_who { 0 } else { 6 };
    for _ in 0..reach {
        let Some(word) = scene.before(at).filter(|word| scene.is(*word, &BETWEEN)) else { break };
        over |= scene.is(word, &["wanted", "almost", "nearly", "tried", "tries", "trying"]);
        at = word;
    }
    let Some(subject) = scene.before(at) else { return !over };
    let denied = scene.is(subject, &["not", "never", "wouldnt", "didnt", "nobody", "noone"])
        || scene.is(subject, &["one"])
            && scene.before(subject).is_some_and(|word| scene.is(word, &["no"]));
    let others = scene.has(subject, Class::ThirdPerson)
        || scene.is(subject, &["it", "its", "that", "thats", "this", "which", "everything"]);
    !(over || denied || others && !says_who)
}

/// "I am not going to hurt you", "I'd never hurt anybody", "nobody is going to beat you".
fn denied(scene: &Scene<'_>, hit: &Hit) -> bool {
    let flatly = &["not", "never", "nobody", "noone", "wouldnt", "dont", "didnt"];
    let stands = |at: usize| {
        scene.is(at, flatly)
            && !scene.is(
                at.saturating_add(1),
                &[
                    "joking", "kidding", "afraid", "scared", "lying", "bluffing", "see", "be",
                    "make", "even",
                ],
            )
    };
    let will = scene
        .is(hit.first, &["i", "im", "id", "we", "going", "gonna", "will", "hurt", "beat", "kill"]);
    let inside = will
        && (hit.first..hit.end.min(hit.first.saturating_add(4))).any(stands)
        && !(hit.first..hit.end).any(|at| scene.is(at, &["until", "till", "unless", "if", "but"]));
    let before = will
        && scene.before(hit.first).is_some_and(|word| {
            stands(word)
                || scene.is(word, &["is", "am", "are"]) && scene.before(word).is_some_and(stands)
        });
    inside || before
}

/// "I could strangle you" holds "strangle you": the wider, weaker reading counts (`domain.md` 3.8, 12).
fn veiled_over(scene: &Scene<'_>, hit: &Hit) -> bool {
    let from = scene.hits.partition_point(|other| other.first.saturating_add(REACH) < hit.first);
    scene
        .hits
        .iter()
        .skip(from)
        .take_while(|other| other.first <= hit.first)
        .any(|other| kind(other.pattern) == Kind::Veiled && other.end >= hit.end)
}

/// Where the first threat of a message ends and the last begins.
struct Threats {
    first_end: usize,
    last_start: usize,
}

impl Threats {
    fn of(scene: &Scene<'_>) -> Self {
        let mut threats = Self { first_end: usize::MAX, last_start: 0 };
        let is_threat = |hit: &&Hit| {
            matches!(kind(hit.pattern), Kind::Severe(_) | Kind::Veiled)
                && !scene.cancelled(hit, Kind::NotSevere)
        };
        for hit in scene.hits.iter().filter(is_threat) {
            threats.first_end = threats.first_end.min(hit.end);
            threats.last_start = threats.last_start.max(hit.first);
        }
        threats
    }

    /// Says whether a threat stands wholly before or after the hit.
    const fn beside(&self, hit: &Hit) -> bool {
        self.first_end <= hit.first || self.last_start >= hit.end
    }
}

/// "I left a parcel at your front desk" and "you have an hour" are everyday words: each is a threat only
/// beside another. What names a bomb, hides a thing or makes it go off is one by itself.
fn is_meant(scene: &Scene<'_>, hit: &Hit, threats: &Threats) -> bool {
    threats.beside(hit)
        || scene.any(hit.first, hit.end, Class::DeviceWord)
        || scene.is(hit.end.saturating_sub(1), &["off", "blows"])
        || scene.is(hit.end, &["off"])
}

/// "I'm going to find you": nothing follows that would make it a search in a list (`domain.md` 3.8, 14).
fn hunting(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        let end = at.saturating_add(2);
        let hunts = scene.is(at, &["find", "hunt", "track", "trace"])
            && scene.has(at.saturating_add(1), Class::You)
            && (scene.closes(end) || scene.is(end, &["down"]));
        let start = scene.clause_start(at).max(at.saturating_sub(4));
        let means = (start..at).any(|word| scene.is(word, &["ill", "will", "gonna", "going"]))
            && (start..at).any(|word| scene.has(word, Class::I))
            && !scene.any(start, at, Class::Negator);
        if hunts && means && !reported_before(scene, start) {
            findings.push(Finding {
                kind: EvidenceKind::Signal(Signal::Stalking),
                first: start,
                end,
                weight: HEAT,
                by: Finder::Rule("hunting"),
                target: Target::Agent,
                line: 1000,
                severe: Some(SevereKind::Stalking),
            });
        }
    }
}

const fn signal(kind: SevereKind) -> Signal {
    match kind {
        SevereKind::Violence => Signal::Harm,
        SevereKind::Hate => Signal::Hate,
        SevereKind::Sexual => Signal::Sexual,
        SevereKind::Stalking => Signal::Stalking,
        SevereKind::Extortion => Signal::Extortion,
        SevereKind::Device => Signal::Device,
    }
}

fn target(scene: &Scene<'_>, hit: &Hit) -> Target {
    let start = scene.clause_start(hit.first);
    let end = scene.clause_end(hit.end.saturating_sub(1));
    if scene.any(start, end, Class::PluralYou) {
        Target::Role
    } else if scene.any(hit.first, hit.end, Class::Staff) {
        Target::ThirdParty
    } else {
        Target::Agent
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::classify_message;
    use crate::policy::Policy;
    use crate::terms::{Conduct, SevereKind};

    #[test]
    fn what_others_do_or_one_once_felt_is_no_threat() {
        for text in [
            "Since everything in that game wants to kill you, bring armour.",
            "So she tried to rape you?",
            "I wanted to slap her when she said it.",
            "He beat her up in the car park.",
            "Nobody wants to beat you up over this.",
        ] {
            let conduct = classify_message(text, Policy::standard()).reading.conduct;
            assert!(!matches!(conduct, Conduct::Severe(_)), "{text}: {conduct:?}");
        }
        for text in [
            "I'm going to beat you up.",
            "You should be shot.",
            "If he comes back I will beat him up.",
        ] {
            let conduct = classify_message(text, Policy::standard()).reading.conduct;
            assert_eq!(conduct, Conduct::Severe(SevereKind::Violence), "{text}");
        }
    }

    #[test]
    fn a_thing_left_somewhere_is_no_bomb() {
        for text in [
            "I left a parcel at your front desk.",
            "I left a bag in your shop yesterday.",
            "There is a package by your front desk that I returned.",
            "Your driver put a package in the basement.",
            "I left a box in your office with the returned router.",
            "The box in your office goes to my sister.",
            "You have an hour to spare for calls, says the plan.",
            "The heating goes off at ten.",
        ] {
            let conduct = classify_message(text, Policy::standard()).reading.conduct;
            assert_eq!(conduct, Conduct::Fine, "{text}");
        }
        for text in [
            "There's something in a bag by your front desk. You have an hour.",
            "I left a parcel at your front desk. You have an hour.",
            "I planted a device under your desk.",
            "The box in your lobby will go off.",
            "There is a bomb in your building.",
            "There is a device in the hold.",
        ] {
            let conduct = classify_message(text, Policy::standard()).reading.conduct;
            assert_eq!(conduct, Conduct::Severe(SevereKind::Device), "{text}");
        }
    }
}
