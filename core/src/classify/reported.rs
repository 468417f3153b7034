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

/// Says whether a statement is turned round: "you are not", "I never said you were".
pub(super) fn negated(scene: &Scene<'_>, aim: &Aim, head: usize) -> bool {
    if !matches!(aim.by, Grammar::Statement | Grammar::Pointing) {
        return false;
    }
    // "you cannot be this stupid" says that they are.
    if scene.before(head).is_some_and(|prev| scene.is(prev, &["this", "that", "so", "really"])) {
        return false;
    }
    let start = scene.clause_start(aim.first).max(aim.first.saturating_sub(4));
    let asks = scene.any(aim.first, head, Class::Negator);
    let denies = (start..aim.first).any(|at| {
        scene.has(at, Class::Negator) && !scene.is(at, &["no", "nobody", "cant", "dont"])
            || scene.is(at, &["dont", "cant", "no"])
                && scene.has(at.saturating_add(1), Class::DenyingVerb)
                && !scene.is(at.saturating_add(1), &["way"])
    });
    asks || denies
}
