//! What is said but not meant: other people's words, and statements turned round.

use super::scene::Scene;
use super::subject::{Aim, Grammar};
use crate::lexicon::Class;

/// Somebody else's words without marks: "he said youre an idiot", "your fitter told my wife to get lost".
/// A verb of saying stands before, in the same sentence, and its speaker is not the customer.
pub(super) fn reported_before(scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.sentence_start(at).max(at.saturating_sub(14));
    (start..at).rev().any(|verb| {
        let said = scene.has(verb, Class::ReportVerb);
        if told_by_others(scene, start, verb) {
            return true;
        }
        let rang = scene.is(verb, &["called", "calling"])
            && !scene.is(
                verb.saturating_add(1),
                &["me", "us", "my", "him", "her", "them", "our", "you"],
            );
        if !said || rang {
            return false;
        }
        let teller = verb.checked_sub(1);
        let near = at.saturating_sub(verb) <= 6;
        let others = teller.is_some_and(|teller| {
            scene.has(teller, Class::ThirdPerson)
                || scene.has(teller, Class::Staff)
                || scene.is(teller, &["then", "even", "and", "was", "just", "were", "got"])
                || (near && !scene.tokens.is_known(teller))
        }) && scene.any(start.max(verb.saturating_sub(4)), verb, Class::ThirdPerson)
            || teller.is_some_and(|teller| {
                scene.has(teller, Class::Staff) || near && scene.is_name(teller)
            })
            || near && scene.any(start, verb, Class::Staff) && !scene.any(start, verb, Class::You)
            || near
                && verb.checked_sub(2).is_some_and(|owner| {
                    scene.has(owner, Class::My)
                        || scene.is(owner, &["another", "a", "some", "one", "the", "every"])
                });
        let to_us = scene
            .is(verb.saturating_add(1), &["me", "us", "my", "to", "him", "her", "them"])
            && teller.is_some_and(|teller| {
                !scene.has(teller, Class::I) && !scene.is(teller, &["to", "ive", "ill", "can"])
            })
            && near;
        let was_told = teller
            .is_some_and(|teller| scene.is(teller, &["was", "been", "got", "being"]))
            && scene.is(verb, &["told", "called"]);
        others || to_us || was_told
    })
}

/// Says whether a word stands in what others say: a review, a sign, people at large, "your driver say".
pub(super) fn said_by_others(scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.sentence_start(at).max(at.saturating_sub(8));
    (start..at).any(|verb| told_by_others(scene, start, verb))
}

/// "people say you are …", "the review calls your drivers …", "the sticker reads …": what stands somewhere,
/// or what people say. (That everybody *thinks* so is said by the customer.)
fn told_by_others(scene: &Scene<'_>, start: usize, verb: usize) -> bool {
    let says = scene.has(verb, Class::ReportVerb)
        || scene.is(
            verb,
            &[
                "say", "tell", "tells", "reads", "typed", "calls", "call", "writes", "claims",
                "claim", "titled", "chanted", "sprayed", "printed",
            ],
        );
    // "your driver called, he …": rang.
    let rang = scene.is(verb, &["called", "calling", "call", "calls"])
        && ![Class::You, Class::Your, Class::My, Class::Staff, Class::ThirdPerson].into_iter().any(
            |class| {
                scene.joined(verb.saturating_add(1)) && scene.has(verb.saturating_add(1), class)
            },
        );
    says && !rang
        && (start.max(verb.saturating_sub(3))..verb).any(|teller| {
            scene.is(
                teller,
                &[
                    "people",
                    "everyone",
                    "everybody",
                    "nobody",
                    "noone",
                    "someone",
                    "somebody",
                    "review",
                    "reviews",
                    "comment",
                    "comments",
                    "letter",
                    "mail",
                    "email",
                    "message",
                    "messages",
                    "note",
                    "sticker",
                    "sign",
                    "shirt",
                    "tshirt",
                    "poster",
                    "post",
                    "posts",
                    "song",
                    "film",
                    "transcript",
                    "chat",
                    "log",
                    "subject",
                    "caption",
                    "headline",
                    "friends",
                    "website",
                    "driver",
                    "agent",
                    "colleague",
                    "manager",
                ],
            ) && !(teller..verb).any(|at| scene.has(at, Class::You) || scene.has(at, Class::I))
        })
}

/// "sorry I called you an idiot", "I regret saying you were stupid", "if I called you a moron": taken back, or
/// only imagined. "Sorry, but I say you are an idiot" is neither.
pub(super) fn excused(scene: &Scene<'_>, head: usize) -> bool {
    let start = scene.sentence_start(head).max(head.saturating_sub(14));
    let spoke = (start..head).rev().find(|at| {
        scene.is(
            *at,
            &[
                "called", "calling", "call", "calls", "said", "saying", "say", "says", "told",
                "telling",
            ],
        )
    });
    let Some(spoke) = spoke else { return false };
    let sorry = (start..spoke).rev().find(|at| {
        scene.is(
            *at,
            &[
                "sorry",
                "apologies",
                "apologise",
                "apologize",
                "apology",
                "apologising",
                "apologizing",
                "regret",
                "forgive",
                "shouldnt",
                "wrong",
                "ashamed",
                "imagine",
                "suppose",
                "supposing",
                "if",
                "didnt",
                "never",
                "without",
                "nobody",
                "wasnt",
            ],
        ) || scene.is(*at, &["not"])
            && scene.is(at.saturating_sub(1), &["should", "am", "im", "did", "was", "would"])
    });
    sorry.is_some_and(|at| !(at..spoke).any(|word| scene.is(word, &["but"])))
        && (spoke.saturating_add(1)..head).all(|at| leads_to_label(scene, at))
}

/// Words between "called" or "said" and the label it reports: "you a", "you were such a", "your driver an".
fn leads_to_label(scene: &Scene<'_>, at: usize) -> bool {
    let classes = [
        Class::You,
        Class::Your,
        Class::Youre,
        Class::ThirdPerson,
        Class::Be,
        Class::Article,
        Class::Intensifier,
        Class::InsultAdjective,
        Class::SharpAdjective,
        Class::Staff,
        Class::Swear,
    ];
    scene.joined(at)
        && !scene.is(at, &["but"])
        && (scene.is(at, &["that", "to", "of", "bit", "the", "names", "or"])
            || classes.into_iter().any(|class| scene.has(at, class)))
}

/// Says whether a statement is turned round: "you are not", "I never said you were".
pub(super) fn negated(scene: &Scene<'_>, aim: &Aim, head: usize, end: usize) -> bool {
    if aim.by == Grammar::Address
        && (head.saturating_sub(4)..head).any(|at| scene.is(at, &["nor", "neither"]))
    {
        return true;
    }
    if !matches!(aim.by, Grammar::Statement | Grammar::Pointing) {
        return false;
    }
    // "you cannot be this stupid" says that they are.
    if scene.before(head).is_some_and(|prev| scene.is(prev, &["this", "that", "so", "really"])) {
        return false;
    }
    if anybody_would(scene, aim, head, end) {
        return true;
    }
    let start = scene.clause_start(aim.first).max(aim.first.saturating_sub(4));
    let asks = (aim.first..head).any(|at| denies(scene, at));
    let before = (start..aim.first).any(|at| {
        scene.has(at, Class::Negator) && !scene.is(at, &["no", "nobody", "cant", "dont"])
            || scene.is(at, &["dont", "cant", "no", "nobody"])
                && (scene.has(at.saturating_add(1), Class::DenyingVerb)
                    || scene.is(at.saturating_add(1), &["thinks", "says", "said", "believes"]))
                && !scene.is(at.saturating_add(1), &["way"])
    });
    let far = scene.is(head.saturating_sub(1), &["but", "from"])
        && scene.is(head.saturating_sub(2), &["anything", "far"]);
    asks || before || far
}

/// A word that denies, and not "not only", "no wonder" or "if you weren't".
fn denies(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Negator)
        && !(scene.is(at, &["not"]) && scene.is(at.saturating_add(1), &["only", "just"]))
        && !(scene.is(at, &["werent", "wasnt"])
            && (1..=3).any(|back| at.checked_sub(back).is_some_and(|lead| scene.is(lead, &["if"]))))
}

/// "you'd have to be an idiot to sign": anybody would, nobody is.
fn anybody_would(scene: &Scene<'_>, aim: &Aim, head: usize, end: usize) -> bool {
    let supposed = (aim.first..head).any(|at| {
        scene.is(at, &["would", "youd", "ud", "gotta"])
            || scene.is(at, &["to"])
                && scene.is(at.saturating_sub(1), &["have", "need", "got", "has"])
    });
    let so = scene.is(end, &["to", "not", "if"]);
    supposed && so
}
