//! Now or earlier: "last year", "ages ago" tell of an old grievance raised again (`domain.md` 4.3).

use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class, Hit};
use crate::terms::IssueTime;

/// How far from the phrase the time may stand, in words.
const NEAR: usize = 8;

/// Reads the time of what a hit tells.
pub(super) fn time(scene: &Scene<'_>, hit: &Hit) -> IssueTime {
    let near = hit.first.saturating_sub(NEAR)..hit.end.saturating_add(NEAR).min(scene.tokens.len());
    if !near.into_iter().any(|word| scene.tokens.class_end(word, Class::PastTime).is_some()) {
        return IssueTime::Current;
    }
    let stop = |word: usize| {
        scene.tokens.breaks_before(word) >= Break::Sentence
            || scene.is(word, &["and", "but", "then", "now"])
    };
    let floor = hit.first.saturating_sub(NEAR);
    let mut at = hit.first;
    while at > floor && !stop(at) {
        at = at.saturating_sub(1);
    }
    let ceiling = hit.end.saturating_add(NEAR).min(scene.tokens.len());
    let end = (hit.end..ceiling).find(|word| stop(*word)).unwrap_or(ceiling);
    let over = (at..end).any(|word| {
        // "since last year" goes on, and "sent back in March" is not "back in March".
        let since = word.checked_sub(1).is_some_and(|prev| {
            scene.is(
                prev,
                &["since", "from", "for", "send", "get", "go", "let", "log", "put", "give"],
            ) || scene.is(word, &["back"]) && scene.has(prev, Class::NameStop)
        });
        !since && scene.tokens.class_end(word, Class::PastTime).is_some()
    });
    // What still goes on is no old grievance, whenever it began.
    let goes_on = (at..end).any(|word| scene.is(word, &["still", "again", "hasnt", "havent"]));
    if over && !goes_on { IssueTime::Past } else { IssueTime::Current }
}
