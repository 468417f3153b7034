//! A life that is too much, death that would be a relief, a last goodbye: put together from their parts
//! (`domain.md` 2.5). Generous: a person asks gently, and nobody is accused.

use crate::classify::parts::Part;
use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};
use crate::terms::Crisis;

/// What a rule saw: first word, one past the last, and how plainly it is said.
pub(super) type Seen = (&'static str, usize, usize, Crisis);

/// Reads a message's words from one word on.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    weary_of_life(scene, at).or_else(|| death_welcome(scene, at)).or_else(|| goodbye(scene, at))
}

/// How many small words may stand between life and what is said of it.
const BETWEEN: usize = 7;

/// "living has become too much for me", "I don't particularly want to carry on living".
fn weary_of_life(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    let end = scene.tokens.class_end(at, Class::CrisisLife)?;
    if is_a_thing(scene, at, end) {
        return None;
    }
    let (first, last) = said_after(scene, at, end).or_else(|| said_before(scene, at, end))?;
    somebody(scene, first, last).then_some(("weary_of_life", first, last, Crisis::Possible))
}

/// "live chat", "battery life", "existing customer", "waking up to your texts".
fn is_a_thing(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let after = &[
        "insurance",
        "cover",
        "room",
        "rooms",
        "support",
        "chat",
        "customer",
        "customers",
        "contract",
        "plan",
        "policy",
        "assurance",
        "jacket",
        "in",
        "at",
        "stream",
        "expectancy",
        "saver",
        "easier",
        "of",
        "cycle",
        "costs",
        "cost",
        "area",
        "space",
        "account",
        "time",
        "long",
        "span",
        "expired",
        "and",
        "music",
        "tv",
        "events",
        "feed",
        "person",
        "agent",
        "human",
        "line",
        "tracking",
        "boat",
        "form",
        "user",
        "users",
        "members",
        "member",
        "booking",
        "with",
        "without",
        "next",
        "near",
        "off",
        "up",
        "to",
        "miserable",
        "hell",
        "difficult",
        "harder",
        "simpler",
        "savings",
        "membership",
        "under",
        "on",
        "from",
    ];
    let before = &[
        "battery",
        "shelf",
        "real",
        "chat",
        "nine",
        "social",
        "the",
        "its",
        "cost",
        "their",
        "product",
        "standard",
        "assisted",
        "family",
        "independent",
        "lifes",
        "still",
        "city",
        "love",
        "second",
        "working",
        "night",
        "his",
        "your",
        "an",
        "for",
        "new",
    ];
    let bare = end == at.saturating_add(1);
    (bare || scene.is(at, &["waking"])) && scene.joined(end) && scene.is(end, after)
        || bare && at.checked_sub(1).is_some_and(|word| scene.joined(at) && scene.is(word, before))
}

/// "my life has no value to anyone".
fn said_after(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let said = Part::Of(Class::CrisisVoid);
    let mut word = end;
    let mut linked = false;
    for _ in 0..5 {
        if !scene.joined(word) {
            return None;
        }
        if let Some(stop) = said.end(scene, word) {
            let only_of_people =
                scene.is(word, &["stop", "over", "finish", "finished", "hell", "done"]);
            let whose = scene.is(at, &["my", "this"]);
            let denied = scene.has(word.saturating_sub(1), Class::Negator);
            return (linked && (!only_of_people || whose) && !denied && ends(scene, stop))
                .then_some((at, stop));
        }
        let small = &[
            "is", "has", "have", "become", "feels", "seems", "looks", "just", "only", "so", "got",
            "getting", "gets", "all", "for", "me", "now", "become", "became", "sounds", "really",
            "nothing", "was", "are",
        ];
        if !scene.is(word, small) {
            return None;
        }
        linked = true;
        word = word.saturating_add(1);
    }
    None
}

/// "lost the will to keep breathing", "I don't want another day".
fn said_before(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let said = Part::Of(Class::CrisisVoid);
    let mut word = at;
    for _ in 0..BETWEEN {
        let before = word.checked_sub(1)?;
        if scene.tokens.breaks_before(word) >= Break::Clause {
            return None;
        }
        let short = (before.saturating_sub(2)..=before)
            .find(|first| said.end(scene, *first).is_some_and(|stop| stop <= at && stop >= word));
        if let Some(first) = short {
            let past = scene.is(first, &["done"])
                && first.checked_sub(1).is_some_and(|word| {
                    scene.is(
                        word,
                        &["ever", "ive", "have", "i", "what", "has", "never", "was", "not"],
                    )
                });
            let strong = !past
                && !scene.is(first, &["over", "stop", "empty", "hell", "useless", "no"])
                || scene.is(
                    first.saturating_add(1),
                    &["reason", "point", "will", "purpose", "strength", "meaning"],
                );
            return (strong && ends(scene, end)).then_some((first, end));
        }
        let small = [
            "carry",
            "on",
            "to",
            "see",
            "keep",
            "continue",
            "particularly",
            "of",
            "the",
            "any",
            "another",
            "for",
            "with",
            "be",
            "being",
            "really",
            "live",
            "anymore",
            "my",
            "this",
            "in",
            "a",
            "just",
            "single",
            "much",
            "even",
            "every",
            "one",
            "more",
            "having",
            "bother",
        ];
        if !scene.is(before, &small) {
            return None;
        }
        word = before;
    }
    None
}

/// Says whether nothing follows that makes it something else.
fn ends(scene: &Scene<'_>, end: usize) -> bool {
    scene.closes(end)
        || scene.is(
            end,
            &[
                "for", "to", "anymore", "any", "because", "but", "since", "so", "if", "now",
                "tonight", "lol", "tbh", "ngl", "fr", "every", "like", "this", "no", "longer",
                "again", "and", "rn", "honestly", "without", "i", "im", "really", "today", "after",
                "when", "alone", "at",
            ],
        )
}

/// Says whether the customer or somebody they speak of is meant, not the reader.
fn somebody(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let start = scene.clause_start(first).max(first.saturating_sub(8));
    let nearest = (start..end).find(|at| {
        scene.has(*at, Class::I)
            || scene.has(*at, Class::My)
            || scene.has(*at, Class::ThirdPerson)
            || scene.has(*at, Class::Kin)
            || scene.has(*at, Class::You)
            || scene.has(*at, Class::Your)
            || scene.has(*at, Class::Youre)
    });
    let whole = scene.is(first, &["living", "existence", "existing", "being", "cant", "cannot"]);
    nearest.map_or(whole, |at| {
        !scene.has(at, Class::You) && !scene.has(at, Class::Your) && !scene.has(at, Class::Youre)
    })
}

/// "death would be a relief", "the thought of dying comforts me".
fn death_welcome(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    if !scene.is(at, &["death", "dying", "suicide", "oblivion"]) {
        return None;
    }
    let mut word = at.saturating_add(1);
    for _ in 0..6 {
        if !scene.joined(word) {
            return None;
        }
        if let Some(end) = scene.tokens.class_end(word, Class::CrisisRelease) {
            let on = [
                "compared", "than", "to", "now", "right", "from", "me", "lol", "really", "honestly",
            ];
            let meant = ends(scene, end) || scene.is(end, &on);
            return meant.then_some(("death_welcome", at, end, Crisis::Explicit));
        }
        let small = &[
            "would", "will", "be", "is", "sounds", "seems", "looks", "feels", "so", "really", "a",
            "like", "the", "almost", "quite", "more", "starting", "to", "sound", "look", "feel",
            "only", "honestly", "just", "and", "kind", "of", "my", "kinda", "getting", "pretty",
        ];
        if !scene.is(word, small) {
            return None;
        }
        word = word.saturating_add(1);
    }
    None
}

/// "This is it. Goodbye.": a goodbye that is a sentence by itself, after words of an end.
fn goodbye(scene: &Scene<'_>, at: usize) -> Option<Seen> {
    let next = at.saturating_add(1);
    let alone = scene.is(at, &["goodbye", "farewell"])
        && scene.tokens.breaks_before(next) >= Break::Sentence
        && scene.tokens.breaks_before(at) >= Break::Clause;
    if !alone || at == 0 {
        return None;
    }
    let start = scene.sentence_start(at.saturating_sub(1));
    let ends: [&[&str]; 6] = [
        &["this", "is", "it"],
        &["no", "more"],
        &["i", "am", "done"],
        &["im", "done"],
        &["i", "am", "sorry"],
        &["love", "you", "all"],
    ];
    let told = ends.into_iter().any(|words| {
        let from = at.saturating_sub(words.len());
        from >= start && words.iter().zip(from..).all(|(word, place)| scene.is(place, &[*word]))
    });
    told.then_some(("last_goodbye", start, next, Crisis::Possible))
}
