//! "X is a label": who X is.

use super::{Aim, Grammar, UNKNOWN_OURS, plural_label, plural_you, plural_you_ending};
use crate::classify::reported::reported_before;
use crate::classify::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Target;

/// A verb that makes the word before it the subject; returns its place.
pub(super) fn copula_at(scene: &Scene<'_>, prev: usize) -> Option<usize> {
    let mut at = prev;
    for _ in 0..3 {
        if is_copula(scene, at) {
            return Some(at);
        }
        if scene.has(at, Class::Seem)
            || scene.has(at, Class::Negator)
            || scene.is(at, &["a", "an", "like", "as", "the", "being", "such"])
        {
            at = scene.before(at)?;
        } else {
            return None;
        }
    }
    is_copula(scene, at).then_some(at)
}

pub(super) fn is_copula(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Be)
        || scene.has(at, Class::Youre) && !scene.has(at, Class::You)
        || scene.has(at, Class::ThirdIs)
        || scene
            .is(at, &["im", "its", "thats", "theres", "whats", "were", "weve", "youve", "wasnt"])
}

/// "X is …": finds X.
pub(super) fn statement(scene: &Scene<'_>, copula: usize) -> Aim {
    let hedged = scene.tokens.folded(copula);
    let by = Grammar::Statement;
    if matches!(hedged, "im" | "am") {
        return Aim::new(Target::Self_, 0, copula, by);
    }
    if scene.has(copula, Class::Youre) {
        return spoken_to(scene, copula, copula);
    }
    if scene.has(copula, Class::ThirdIs) {
        return third(scene, copula);
    }
    if matches!(hedged, "its" | "thats" | "theres" | "whats") {
        return Aim::new(Target::Situation, 0, copula, by);
    }
    let mut at = copula;
    // Over adverbs and negators to the subject; turned round in questions ("are you …" is an address).
    let subject = loop {
        let Some(prev) = scene.before(at) else {
            return Aim::new(Target::None, 200, copula, Grammar::Loose);
        };
        let skips = (scene.has(prev, Class::Intensifier)
            || scene.has(prev, Class::Negator)
            || scene.has(prev, Class::Be)
            || scene.has(prev, Class::Auxiliary))
            && !scene.has(prev, Class::You);
        if !skips || copula.saturating_sub(prev) > 5 {
            break prev;
        }
        at = prev;
    };
    if plural_you_ending(scene, at).is_some() {
        let start = plural_you_ending(scene, at).unwrap_or(subject);
        return Aim::new(Target::Role, 900, start, by);
    }
    if scene.has(subject, Class::You) {
        return spoken_to(scene, subject, copula);
    }
    if scene.has(subject, Class::I) {
        return Aim::new(Target::Self_, 0, subject, by);
    }
    noun_subject(scene, subject)
}

pub(super) fn spoken_to(scene: &Scene<'_>, you: usize, copula: usize) -> Aim {
    if plural_you(scene, you) {
        return Aim::new(Target::Role, 900, you, Grammar::Statement);
    }
    if reported_before(scene, you) {
        return Aim::new(Target::Agent, 100, you, Grammar::Loose);
    }
    Aim::new(Target::Agent, 930, you.min(copula), Grammar::Statement)
}

/// "your driver is", "the woman at the desk is", "Kevin is", "this app is".
fn noun_subject(scene: &Scene<'_>, subject: usize) -> Aim {
    let by = Grammar::Statement;
    let start = scene.clause_start(subject).max(subject.saturating_sub(8));
    let last = subject.saturating_add(1);
    let ours = (start..last).any(|at| scene.has(at, Class::Your) || scene.has(at, Class::You));
    let theirs = (start..last).any(|at| scene.has(at, Class::My));
    let staff = scene.any(start, last, Class::Staff) && !printer_driver(scene, start, last);
    let related = (start..last).any(|at| {
        scene.has(at, Class::Staff)
            && at < subject
            && scene.has(at.saturating_add(1), Class::RelativeWord)
    });
    if scene.is(subject, &["someone", "somebody", "whoever", "anyone", "one"]) {
        return Aim::new(Target::ThirdParty, 450, start, by);
    }
    if scene.has(subject, Class::ThirdPerson) {
        return third(scene, subject);
    }
    if related {
        return Aim::new(Target::ThirdParty, if ours { 870 } else { 700 }, start, by);
    }
    if whoever_works(scene, start, subject) {
        return Aim::new(Target::ThirdParty, 700, start, by);
    }
    if theirs && !ours {
        return Aim::new(Target::Self_, 0, start, by);
    }
    if staff && (!scene.has(subject, Class::Thing) || scene.has(subject, Class::Staff)) {
        let people = scene.has(subject, Class::Org) || plural_label(scene, last);
        let target = if people { Target::Role } else { Target::ThirdParty };
        return Aim::new(target, 870, start, by);
    }
    if scene.has(subject, Class::Thing) || scene.has(subject, Class::ThingWord) {
        return Aim::new(Target::Situation, 0, subject, by);
    }
    if scene.has(subject, Class::Org) {
        return Aim::new(Target::Organisation, 100, start, by);
    }
    let article =
        (start..subject).any(|at| scene.has(at, Class::Article) || scene.is(at, &["the"]));
    if scene.is_name(subject) && (article || !staff_near(scene, subject)) {
        // "The Ford Fiesta is …", a politician, a neighbour: not one of ours by any sign.
        return Aim::new(Target::None, 300, subject, Grammar::Loose);
    }
    if scene.is_name(subject) {
        return Aim::new(Target::ThirdParty, 640, subject, by);
    }
    if ours {
        // "your checkout is …", "your rider is …": a thing, unless the label fits people only.
        return Aim::new(Target::Situation, UNKNOWN_OURS, start, by);
    }
    Aim::new(Target::None, 300, subject, Grammar::Loose)
}

/// Does the message speak of our people at all?
fn staff_near(scene: &Scene<'_>, at: usize) -> bool {
    let start = at.saturating_sub(REACH_BACK / 2);
    let stop = at.saturating_add(REACH_BACK / 2).min(scene.tokens.len());
    (start..stop).any(|word| {
        scene.has(word, Class::Staff) || scene.has(word, Class::Your) || scene.has(word, Class::You)
    })
}

/// "whoever packed this", "everyone who works there": known by the work they do for us.
fn whoever_works(scene: &Scene<'_>, start: usize, subject: usize) -> bool {
    let one = |at: usize| {
        scene.is(at, &["whoever", "everyone", "everybody", "anyone", "anybody"])
            || scene.is(at, &["person", "people", "one", "guy"])
                && scene.is(at.saturating_add(1), &["who", "that"])
    };
    let works = |at: usize| scene.has(at, Class::WorkVerb);
    (start..subject).any(one)
        && (start..subject.saturating_add(1)).any(works)
        && !(start..subject.saturating_add(1)).any(|at| scene.has(at, Class::My))
}

/// A driver that no road has seen.
fn printer_driver(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| scene.has(at, Class::MachineDriver))
}

/// "he is", "she is", "they are": one of ours only if the message speaks of our people.
fn third(scene: &Scene<'_>, at: usize) -> Aim {
    let ours = (0..scene.tokens.len().min(REACH_BACK)).any(|word| {
        scene.has(word, Class::Staff) || scene.has(word, Class::Your) || scene.has(word, Class::You)
    });
    let kin = scene.any(scene.sentence_start(at), scene.sentence_end(at), Class::Kin);
    if kin && !scene.any(scene.sentence_start(at), scene.sentence_end(at), Class::Staff) {
        return Aim::new(Target::Self_, 0, at, Grammar::Statement);
    }
    let sure = if reported_before(scene, at) {
        100
    } else if ours {
        760
    } else {
        420
    };
    Aim::new(Target::ThirdParty, sure, at, Grammar::Statement)
}

/// How many words a message may have for "he" to be sought in all of it.
const REACH_BACK: usize = 60;
