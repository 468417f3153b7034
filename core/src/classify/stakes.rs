//! Sums of money beside words that say whose loss they are (`domain.md` 3.7, `money_at_stake`).

use super::scene::Scene;
use crate::lexicon::{Break, Class, Kind};
use crate::terms::Flag;

/// How many words beside a sum may say that it is lost, owed, taken or held.
const NEAR: usize = 8;

/// Returns the words of the first sum that somebody lost, is owed, was charged wrongly or cannot get at.
pub(super) fn amount(scene: &Scene<'_>) -> Option<(usize, usize)> {
    (0..scene.tokens.len()).find_map(|at| {
        let end = sum_end(scene, at).filter(|_| scene.own(at))?;
        at_stake(scene, at, end).then_some((at, end))
    })
}

/// Returns one past the last word of a sum: "£40", "$1,200", "40 quid", "two hundred pounds", "15k".
fn sum_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    if is_digits(scene, at) {
        if signed(scene, at) {
            return Some(sum_rest(scene, next));
        }
        let end = sum_rest(scene, next);
        return scene.has(end, Class::CurrencyWord).then(|| end.saturating_add(1));
    }
    // "15k": a sum where no other thing is counted so.
    let word = scene.tokens.folded(at);
    if word.strip_suffix('k').is_some_and(is_number) && scene.closes(next) {
        return Some(next);
    }
    let mut end = at;
    while end < at.saturating_add(5) && scene.has(end, Class::Number)
        || end > at && scene.is(end, &["and", "thousand", "hundred", "odd"])
    {
        end = end.saturating_add(1);
    }
    let sum = end > at && scene.has(end, Class::CurrencyWord);
    sum.then(|| end.saturating_add(1))
}

/// The pieces of "1,200.50" after the first.
fn sum_rest(scene: &Scene<'_>, from: usize) -> usize {
    let limit = from.saturating_add(3);
    (from..limit).find(|at| !(is_digits(scene, *at) && glued(scene, *at))).unwrap_or(limit)
}

/// Says whether a word follows the word before it with a mark and no space between.
fn glued(scene: &Scene<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    scene.tokens.span(at).start == scene.tokens.span(before).end.saturating_add(1)
        && scene.tokens.breaks_before(at) < Break::Sentence
}

fn is_digits(scene: &Scene<'_>, at: usize) -> bool {
    is_number(scene.tokens.folded(at))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A sign of a currency stands before the word.
fn signed(scene: &Scene<'_>, at: usize) -> bool {
    let start = usize::try_from(scene.tokens.span(at).start).unwrap_or(usize::MAX);
    let head = scene.tokens.original().get(..start).unwrap_or("").trim_end_matches(' ');
    head.ends_with(['£', '$', '€', '¥', '₹', '₦', '￡', '＄'])
        || at.checked_sub(1).is_some_and(|before| {
            scene.is(before, &["rs", "usd", "eur", "gbp", "inr", "ngn", "cad", "aud"])
        })
}

/// Words beside a sum say that it is lost, owed, taken, held or wrong.
fn at_stake(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let start = scene.sentence_start(at).max(at.saturating_sub(NEAR));
    let stop = scene.sentence_end(end.saturating_sub(1)).min(end.saturating_add(NEAR));
    scene.any(start, stop, Class::LossWord)
        && !scene.is(start, &["how", "is", "can", "do", "does"])
        && !scene.cancelled_within(at, end, Kind::NotFlag(Flag::MoneyAtStake))
}

#[cfg(test)]
mod tests {
    use super::{Scene, amount};

    #[test]
    fn a_sum_is_at_stake_where_it_is_lost_owed_or_taken() {
        let rows = [
            ("You owe me £240.", Some("240")),
            ("I was charged $1,200.50 for nothing", Some("1,200.50")),
            ("they took forty quid off me", Some("forty quid")),
            ("you owe my mum two hundred pounds", Some("two hundred pounds")),
            ("you still hold my 15k", Some("15k")),
            ("I want my 60 bucks back", Some("60 bucks")),
            ("The blue one is £240.", None),
            ("My budget is 300 pounds", None),
            ("It took 240 minutes", None),
            ("£", None),
            ("", None),
        ];
        for (text, sum) in rows {
            let scene = Scene::read(text);
            let found =
                amount(&scene).map(|(first, end)| scene.tokens.span_of(first, end).of(text));
            assert_eq!(found, sum, "{text}");
        }
    }
}
