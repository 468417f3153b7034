//! Hate put together: a group, and what is claimed of it, denied to it or concluded from it
//! (`domain.md` 2.4). Negation, counter-speech and speaking of oneself cancel.

use crate::classify::scene::Scene;
use crate::lexicon::Class;

/// How far after the group the claim is sought.
const CLAIM: usize = 8;

/// Returns the words of hate whose group begins at a word.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let end = scene.tokens.class_end(at, Class::HateGroup)?;
    if of_oneself(scene, at) || opposed(scene, at, end) {
        return None;
    }
    claimed(scene, at, end)
        .or_else(|| denied_rights(scene, at, end))
        .or_else(|| concluded(scene, at, end))
}

/// Group words that are things as often: tent poles, whites of eggs.
const THINGS_TOO: &[&str] =
    &["whites", "blacks", "poles", "pole", "polish", "travellers", "turks", "females"];

/// "Indians are all thieves", "people like these are a burden".
fn claimed(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let things = scene.is(at, THINGS_TOO)
        && !at.checked_sub(1).is_some_and(|word| scene.is(word, &["you", "all", "u", "these"]));
    let to = scene.sentence_end(at).min(end.saturating_add(CLAIM));
    let claim = (end..to).find(|word| scene.tokens.class_end(*word, Class::HateClaim).is_some())?;
    let whole = scene.tokens.class_end(claim, Class::HateClaim)?;
    let linked = (end..claim).any(|word| {
        scene.has(word, Class::Be) || scene.is(word, &["all", "just", "always", "cant", "cannot"])
    }) || scene.is(claim, &["cant", "cannot", "ruining", "taking"]);
    let subject = scene.has(end, Class::Be)
        || scene.is(
            end,
            &["all", "like", "just", "cant", "cannot", "always", "who", "engineer", "people"],
        )
        || end == claim;
    let negated = (end..claim).any(|word| scene.has(word, Class::Negator));
    let ours = scene.is(whole, &["to", "by"]) && scene.is(claim, &["a", "the"]);
    (linked && subject && !negated && !things && !ours).then_some((at, whole))
}

/// "should be deported", "shouldn't be trusted with food"; "should be allowed" is the opposite.
fn denied_rights(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let to = scene.sentence_end(at).min(end.saturating_add(9));
    let modal = (end..to.min(end.saturating_add(5))).find(|word| {
        scene.is(
            *word,
            &["should", "shouldnt", "must", "ought", "mustnt", "need", "needs", "deserve"],
        )
    })?;
    let thing = (end..modal)
        .any(|word| !scene.is(word, &["all", "like", "you", "just", "and", "are", "people"]));
    let negated = scene.is(modal, &["shouldnt", "mustnt"])
        || scene.is(modal.saturating_add(1), &["not", "never"]);
    let fate = (modal..to).find(|word| {
        let bad = scene.is(
            *word,
            &[
                "banned",
                "deported",
                "shot",
                "gassed",
                "hanged",
                "hung",
                "sterilised",
                "sterilized",
                "lynched",
                "exterminated",
                "expelled",
                "culled",
                "jailed",
                "castrated",
                "rounded",
                "caged",
                "whipped",
            ],
        ) || scene.is(*word, &["sent", "put", "locked", "kept"])
            && scene.is(word.saturating_add(1), &["home", "back", "down", "up", "away", "out"]);
        let right = scene.is(
            *word,
            &[
                "allowed", "trusted", "hired", "employed", "handling", "touching", "serving",
                "driving", "teaching", "voting", "breeding", "exist", "near", "let",
            ],
        );
        if negated { right } else { bad }
    })?;
    (!thing).then(|| (at, fate.saturating_add(1)))
}

/// "Because she is Nigerian she is obviously a scammer".
fn concluded(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let start = scene.sentence_start(at).max(at.saturating_sub(8));
    let because =
        (start..at).find(|word| scene.is(*word, &["because", "cos", "cause", "since", "cuz"]))?;
    let they = (because..at).any(|word| {
        scene.is(word, &["she", "he", "they", "you", "u", "shes", "hes", "theyre", "youre", "ur"])
    });
    let to = scene.sentence_end(at).min(end.saturating_add(CLAIM));
    let claim = (end..to).find(|word| scene.tokens.class_end(*word, Class::HateClaim).is_some())?;
    let negated = (because..claim).any(|word| scene.has(word, Class::Negator));
    (they && !negated).then(|| (because, claim.saturating_add(1)))
}

/// "as an immigrant", "I'm black": the customer speaks of themselves.
fn of_oneself(scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.clause_start(at).max(at.saturating_sub(4));
    (start..at)
        .any(|word| scene.is(word, &["i", "im", "we", "my", "our", "as", "us", "were", "being"]))
}

/// Says whether a claim about a group is another's, opposed or made a complaint of.
pub(super) fn opposed(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let start = scene.sentence_start(first).max(first.saturating_sub(10));
    let told = (start..first).any(|word| {
        scene.is(
            word,
            &[
                "telling",
                "calling",
                "called",
                "saying",
                "says",
                "said",
                "claims",
                "claiming",
                "claim",
                "implying",
                "implies",
                "thinks",
                "tells",
                "discriminated",
                "discriminating",
                "against",
                "accused",
                "whether",
                "racist",
            ],
        ) && !word
            .checked_sub(1)
            .is_some_and(|by| scene.is(by, &["i", "im", "just", "everyone", "everybody", "only"]))
    });
    let who = (start..first).any(|word| {
        scene.is(word, &["who"])
            && scene.is(word.saturating_add(1), &["say", "think", "claim", "believe", "tell"])
    });
    let to = scene.sentence_end(end.saturating_sub(1)).min(end.saturating_add(8));
    let judged = (end..to).any(|word| {
        scene.is(
            word,
            &["racist", "racism", "sexist", "offensive", "offended", "homophobic", "bigoted"],
        )
    });
    told || who || judged
}

/// "immigrants are not scum", "women should be allowed": what the tables find, turned round.
pub(super) fn turned_round(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let Some(group) = (first..end).find_map(|at| scene.tokens.class_end(at, Class::HateGroup))
    else {
        return false;
    };
    let negated = (group..end)
        .any(|at| scene.is(at, &["not", "never", "arent", "isnt", "werent", "shouldnt"]));
    let claimed = (group..end).any(|at| scene.has(at, Class::HateLess));
    let rights = (group..end)
        .any(|at| scene.is(at, &["allowed", "served", "trusted", "employed", "hired", "let"]));
    let should =
        (group..end).any(|at| scene.is(at, &["should", "must", "deserve", "need", "needs"]));
    claimed && negated || rights && should && !negated
}
