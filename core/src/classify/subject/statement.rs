//! "X is a label": who X is.

use super::linked::named_aside;
use super::others::{noun_subject, third};
use super::{Aim, Grammar, plural_you, plural_you_ending};
use crate::classify::reported::reported_before;
use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};
use crate::terms::Target;

/// A verb that makes the word before it the subject; returns its place.
pub(super) fn copula_at(scene: &Scene<'_>, prev: usize) -> Option<usize> {
    let mut at = prev;
    for _ in 0..5 {
        if is_copula(scene, at) || seems(scene, at, at != prev) {
            return Some(at);
        }
        if let Some(before) = opinion(scene, at) {
            at = before;
        } else if scene.has(at, Class::Seem)
            || scene.has(at, Class::Negator)
            || scene.is(
                at,
                &[
                    "a", "an", "like", "as", "the", "being", "such", "some", "across", "off",
                    "getting", "becoming",
                ],
            )
        {
            at = scene.before(at)?;
        } else {
            return None;
        }
    }
    (is_copula(scene, at) || seems(scene, at, true)).then_some(at)
}

/// "you sound like an idiot", "you look stupid": a verb of seeming with its subject right before it. To act
/// stupid is to feign it; to act like an idiot is to be one.
fn seems(scene: &Scene<'_>, at: usize, compared: bool) -> bool {
    let verb = scene
        .is(at, &["look", "looks", "sound", "sounds", "seem", "seems", "looked", "sounded"])
        || compared
            && scene
                .is(at, &["act", "acts", "behave", "behaves", "talk", "talks", "come", "comes"]);
    let many = plural_you_ending(scene, at).is_some();
    verb && scene.before(at).is_some_and(|you| {
        (scene.has(you, Class::You) || many)
            && scene.before(you).is_none_or(|cause| {
                !scene.has(cause, Class::ObjectVerb)
                    && !scene.is(
                        cause,
                        &["made", "making", "let", "lets", "help", "helps", "if", "have"],
                    )
            })
    })
}

/// "in my opinion", "in my book": returns the word before it.
fn opinion(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is(at, &["opinion", "view", "book", "eyes", "experience"]) {
        return None;
    }
    let lead = (1..=3)
        .filter_map(|back| at.checked_sub(back))
        .find(|word| scene.is(*word, &["in", "to"]))?;
    scene.before(lead)
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
    // "we're", not "were"
    let ours = hedged == "were"
        && scene.tokens.span(copula).of(scene.tokens.original()).contains(['\'', '’']);
    if matches!(hedged, "im" | "am") || ours {
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
    if let Some(aim) = order(scene, copula) {
        return aim;
    }
    let mut at = copula;
    // Over adverbs and negators to the subject; turned round in questions ("are you …" is an address).
    let subject = loop {
        let Some(prev) = scene.before(at) else {
            return aside(scene, at, copula)
                .or_else(|| named_aside(scene, at))
                .unwrap_or(Aim::new(Target::None, 200, copula, Grammar::Loose));
        };
        let skips = (scene.has(prev, Class::Intensifier) && !scene.has(prev, Class::Staff)
            || scene.has(prev, Class::Negator)
            || scene.has(prev, Class::Be)
            || scene.has(prev, Class::Auxiliary)
            || is_adverb(scene, prev))
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
    if scene.is(at, &["to"]) && matches!(hedged, "be" | "being") {
        return infinitive(scene, at, copula);
    }
    noun_subject(scene, subject)
}

/// "possibly", "really": an adverb by its shape.
fn is_adverb(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.folded(at);
    word.len() > 4
        && word.ends_with("ly")
        && !scene.is(at, &["family", "reply", "supply", "assembly"])
}

/// "don't be an idiot", "stop being such a moron", "try not to be": what is forbidden is said to be so.
fn order(scene: &Scene<'_>, copula: usize) -> Option<Aim> {
    if !scene.is(copula, &["be", "being"]) {
        return None;
    }
    let prev = scene.before(copula)?;
    let verb = if scene.is(prev, &["to"]) { scene.before(prev)? } else { prev };
    let forbids = scene.is(verb, &["dont", "stop", "quit", "dnt", "cease"])
        || verb != prev && scene.is(verb, &["not"])
        || scene.is(verb, &["not"])
            && scene.before(verb).is_some_and(|you| {
                scene.has(you, Class::You)
                    && scene.before(you).is_some_and(|can| scene.is(can, &["can", "could", "do"]))
            });
    let spoken = scene.before(verb).is_none_or(|lead| {
        scene.has(lead, Class::OrderOpener)
            || scene.has(lead, Class::Tag)
            || scene.has(lead, Class::Hailing)
            || scene.has(lead, Class::You)
            || scene.is(lead, &["try", "to", "do"])
    });
    (forbids && spoken).then(|| Aim::new(Target::Agent, 640, copula, Grammar::Order))
}

/// "you, sir, are an idiot": an aside between the subject and its verb.
fn aside(scene: &Scene<'_>, at: usize, copula: usize) -> Option<Aim> {
    if !scene.is(copula, &["are", "r", "were"]) || scene.tokens.breaks_before(at) != Break::Clause {
        return None;
    }
    let you = (2..=6).filter_map(|back| at.checked_sub(back)).find(|you| {
        scene.has(*you, Class::You)
            && scene.tokens.breaks_before(you.saturating_add(1)) == Break::Clause
    })?;
    let whole =
        (you.saturating_add(1)..at).all(|word| scene.tokens.breaks_before(word) <= Break::Clause);
    (whole && scene.before(you).is_none_or(|prev| scene.has(prev, Class::Tag)))
        .then(|| spoken_to(scene, you, copula))
}

/// "how do you manage to be so stupid": the subject of the infinitive, unless somebody else comes between.
fn infinitive(scene: &Scene<'_>, to: usize, copula: usize) -> Aim {
    let start = scene.clause_start(to).max(to.saturating_sub(4));
    let you = (start..to)
        .rev()
        .take_while(|at| {
            !scene.has(*at, Class::I)
                && !scene.has(*at, Class::My)
                && !scene.has(*at, Class::ThirdPerson)
                && !scene.has(*at, Class::Thing)
                && !scene.has(*at, Class::ThingWord)
        })
        .find(|at| scene.has(*at, Class::You));
    match you {
        Some(you) => spoken_to(scene, you, copula),
        None => Aim::new(Target::None, 250, copula, Grammar::Loose),
    }
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
