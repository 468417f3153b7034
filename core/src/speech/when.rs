//! Clock times, dates and lengths of time in free text: `16:00`, `4 pm`, `3 May`, `within two hours`.

use alloc::vec::Vec;

use crate::lexicon::{Class, Tokens};
use crate::text::Span;

/// How firm a time is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum WhenKind {
    /// A time of day.
    Clock,
    /// A day.
    Date,
    /// A length of time from now.
    Length,
}

/// A time in words `first..end`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct When {
    pub(super) kind: WhenKind,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Finds the times, in order and apart.
pub(super) fn times(tokens: &Tokens<'_>) -> Vec<When> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = clock(tokens, at).or_else(|| date(tokens, at)).or_else(|| length(tokens, at));
        match hit {
            Some((kind, end)) => {
                found.push(When { kind, first: at, end });
                at = end.max(at.saturating_add(1));
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(WhenKind, usize)> {
    let word = tokens.folded(at);
    if matches!(word, "noon" | "midday" | "midnight") {
        return Some((WhenKind::Clock, next(at, 1)));
    }
    let hour = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    if hour.and_then(number).is_some_and(|hour| (1..=12).contains(&hour)) {
        return Some((WhenKind::Clock, next(at, 1)));
    }
    let hour = number(word).filter(|_| word.len() <= 2)?;
    let second = tokens.folded(next(at, 1));
    if hour <= 12 && matches!(second, "am" | "pm" | "oclock") {
        return Some((WhenKind::Clock, next(at, 2)));
    }
    let minutes = second.strip_suffix("am").or_else(|| second.strip_suffix("pm")).unwrap_or(second);
    let joint = between(tokens, at);
    let fits = minutes.len() == 2 && number(minutes).is_some_and(|minutes| minutes < 60);
    let joined = joint == ":" || joint == "h" || (joint == "." && follows_a_time_word(tokens, at));
    (hour < 24 && fits && joined).then(|| (WhenKind::Clock, next(at, 2)))
}

fn follows_a_time_word(tokens: &Tokens<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        tokens.is(before, &["by", "at", "until", "till", "before", "around", "from", "about"])
    })
}

fn date(tokens: &Tokens<'_>, at: usize) -> Option<(WhenKind, usize)> {
    if tokens.in_class(at, Class::ReplyWeekday) || tokens.is(at, &["today", "tomorrow", "tonight"])
    {
        return Some((WhenKind::Date, next(at, 1)));
    }
    if is_day(tokens, at) {
        let month = if tokens.is(next(at, 1), &["of"]) { next(at, 2) } else { next(at, 1) };
        if tokens.in_class(month, Class::ReplyMonth) {
            return Some((WhenKind::Date, next(month, 1)));
        }
        let joint = between(tokens, at);
        if matches!(joint, "/" | "-") && is_day(tokens, next(at, 1)) {
            return Some((WhenKind::Date, next(at, 2)));
        }
    }
    let year = number(tokens.folded(at)).is_some_and(|year| (1900..2200).contains(&year));
    if year && between(tokens, at) == "-" && is_day(tokens, next(at, 1)) {
        return Some((WhenKind::Date, next(at, 3)));
    }
    let day = next(at, 1);
    (tokens.in_class(at, Class::ReplyMonth) && is_day(tokens, day))
        .then(|| (WhenKind::Date, next(day, 1)))
}

/// `within two hours`, `in 30 minutes`, `in the next hour`, `takes about a minute`.
fn length(tokens: &Tokens<'_>, at: usize) -> Option<(WhenKind, usize)> {
    if !tokens.is(at, &["within", "in", "takes", "for"]) {
        return None;
    }
    let mut count = next(at, 1);
    while tokens.is(count, &["the", "next", "about", "another", "under"]) && count < next(at, 4) {
        count = next(count, 1);
    }
    let counted = number(tokens.folded(count)).is_some()
        || tokens.in_class(count, Class::ReplyClockWord)
        || tokens.is(count, &["a", "an"]);
    let unit = if counted { next(count, 1) } else { count };
    let unit = if tokens.is(unit, &["working", "business"]) { next(unit, 1) } else { unit };
    (tokens.in_class(unit, Class::ReplyLength) && unit > next(at, 1))
        .then(|| (WhenKind::Length, next(unit, 1)))
}

fn is_day(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.folded(at);
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    number(digits).is_some_and(|day| (1..=31).contains(&day))
}

fn number(word: &str) -> Option<u32> {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    word.parse().ok()
}

/// The text between a word and the next.
fn between<'t>(tokens: &Tokens<'t>, at: usize) -> &'t str {
    let after = next(at, 1);
    if after >= tokens.len() {
        return "";
    }
    Span::new(tokens.span(at).end, tokens.span(after).start).of(tokens.original())
}

const fn next(at: usize, steps: usize) -> usize {
    at.saturating_add(steps)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::times;
    use crate::lexicon::Tokens;

    #[test]
    fn times_are_found_as_people_write_them() {
        let cases: [(&str, &[&str]); 17] = [
            ("You will hear from me by 14:30, even if nothing is new.", &["14:30"]),
            ("You will hear from me by 10.20.", &["10.20"]),
            ("I will call at 4pm.", &["4pm"]),
            ("I will call at 4 pm on 3 May.", &["4 pm", "3 May"]),
            ("I will call at 4:30pm", &["4:30pm"]),
            ("by noon", &["noon"]),
            ("by Monday at 16:00 your time today", &["Monday", "16:00", "today"]),
            ("on the 3rd of May", &["3rd of May"]),
            ("on May 3rd", &["May 3rd"]),
            ("on 2026-05-03", &["2026-05-03"]),
            ("on 3/5", &["3/5"]),
            ("within two hours", &["within two hours"]),
            ("in 30 minutes", &["in 30 minutes"]),
            ("in the next hour", &["in the next hour"]),
            ("Order 88213 shipped in version 10.12 of the app.", &[]),
            ("I may call you. In hours of need.", &[]),
            ("soon, shortly, as soon as possible", &[]),
        ];
        for (text, expected) in cases {
            let tokens = Tokens::read(text);
            let found: Vec<&str> = times(&tokens)
                .iter()
                .map(|time| tokens.span_of(time.first, time.end).of(text))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
