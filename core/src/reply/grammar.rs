//! What a slot's text needs so that the sentence around it stays a sentence.

use alloc::string::String;

use crate::tables::phrases::{irregular_plural, is_problem, is_vague};
use crate::terms::Slot;

/// Makes the host's text fit into one line of a sentence: no control characters, no braces that would
/// look like slots, no doubled spaces, no full stop of its own, no preposition that the phrase brings.
pub(super) fn clean(slot: Slot, value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '{' => text.push('('),
            '}' => text.push(')'),
            // Marks that turn the reading direction or hide words.
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            letter if letter.is_whitespace() || letter.is_control() => {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            letter => text.push(letter),
        }
    }
    let mut rest = text.trim_end();
    while let Some(shorter) = rest.strip_suffix(['.', '!', '?', ',', ';', ':', '…', ' ']) {
        if rest.ends_with('.') && is_abbreviation(shorter) {
            break;
        }
        rest = shorter;
    }
    let rest = prepositions(slot).iter().fold(rest, |rest, word| without_prefix(rest, word));
    if keeps_capital(slot) { rest.into() } else { without_capital(rest) }
}

/// `a.m`, `p.m`, `U.S`: the last word has a full stop inside.
fn is_abbreviation(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.contains('.'))
}

/// Words that hosts put before a value and that the phrases already have.
fn prepositions(slot: Slot) -> &'static [&'static str] {
    if slot == Slot::Time {
        &["by ", "at ", "before "]
    } else if slot == Slot::Date {
        &["on ", "by "]
    } else if slot == Slot::Duration {
        &["for "]
    } else if slot == Slot::Since {
        &["since ", "from "]
    } else if slot == Slot::Fact {
        &["that "]
    } else {
        &[]
    }
}

fn without_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    match (text.get(..prefix.len()), text.get(prefix.len()..)) {
        (Some(start), Some(rest)) if start.eq_ignore_ascii_case(prefix) && !rest.is_empty() => rest,
        _ => text,
    }
}

fn keeps_capital(slot: Slot) -> bool {
    [Slot::Name, Slot::Person, Slot::Ref].contains(&slot)
}

/// Lowers the first letter where the first word is one that has a capital only as the first word.
fn without_capital(text: &str) -> String {
    const FIRST_WORDS: &[&str] = &[
        "A", "An", "The", "This", "That", "These", "Those", "There", "Your", "Our", "My", "His",
        "Her", "Their", "We", "You", "He", "She", "They", "It", "No", "One", "Two", "Three",
        "Some", "All", "Because", "Why", "When", "Where", "Who", "How",
    ];
    let first = text.split(' ').next().unwrap_or("");
    if FIRST_WORDS.contains(&first) {
        let mut letters = text.chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    } else {
        text.into()
    }
}

/// Raises the first letter; a name like "iPhone" stays.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.into();
    }
    first.to_uppercase().chain(letters).collect()
}

/// Joins "a", "b" and "c" to "a, b and c".
pub(super) fn list<'a>(items: impl ExactSizeIterator<Item = &'a str>) -> String {
    let last = items.len().saturating_sub(1);
    let mut text = String::new();
    for (place, item) in items.enumerate() {
        if place > 0 {
            text.push_str(if place == last { " and " } else { ", " });
        }
        text.push_str(item);
    }
    text
}

/// Returns a small count as a word; larger ones are better left out than written as a figure of blame.
pub(super) fn count(n: usize) -> Option<&'static str> {
    const WORDS: &[&str] =
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    n.checked_sub(2).and_then(|place| WORDS.get(place)).copied()
}

/// Says whether a noun phrase takes "are": the lights, the bill and the refund.
pub(super) fn is_plural(phrase: &str) -> bool {
    if head_words(phrase).any(|word| word == "and") {
        return true;
    }
    let noun = head(phrase);
    irregular_plural(&noun).unwrap_or_else(|| {
        noun.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| noun.ends_with(end))
    })
}

/// Says whether a noun phrase names the trouble itself (the delay), not a thing (the parcel).
pub(super) fn names_trouble(phrase: &str) -> bool {
    is_problem(&head(phrase))
}

/// Says whether a noun phrase is a vague noun alone: "the question", "your problem".
pub(super) fn names_nothing(phrase: &str) -> bool {
    phrase.split(' ').count() <= 2 && is_vague(&head(phrase))
}

/// The noun that a phrase is about: the last word before "of", "with" and the like, in small letters.
fn head(phrase: &str) -> String {
    head_words(phrase).last().unwrap_or("").chars().flat_map(char::to_lowercase).collect()
}

fn head_words(phrase: &str) -> impl Iterator<Item = &str> {
    const AFTER_THE_NOUN: &[&str] = &[
        "of", "on", "with", "for", "in", "from", "at", "to", "about", "that", "which", "since",
        "after", "before", "by", "between", "over", "under", "not", "being",
    ];
    phrase
        .split(' ')
        .enumerate()
        .take_while(|(place, word)| *place == 0 || !AFTER_THE_NOUN.contains(word))
        .map(|(_, word)| word)
}

/// Contracts a stretch of a phrase, where the policy's style wants it.
pub(super) fn contract(text: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("I am ", "I'm "),
        ("I will ", "I'll "),
        ("I have ", "I've "),
        ("I would ", "I'd "),
        ("You are ", "You're "),
        ("you are ", "you're "),
        ("You will ", "You'll "),
        ("do not ", "don't "),
        ("did not ", "didn't "),
        ("does not ", "doesn't "),
        ("will not ", "won't "),
        ("is not ", "isn't "),
        ("Let us ", "Let's "),
        ("let us ", "let's "),
        ("That is ", "That's "),
        ("there is ", "there's "),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut at_word = true;
    while let Some(letter) = rest.chars().next() {
        let pair = PAIRS.iter().filter(|_| at_word).find_map(|(long, short)| {
            // "I have the notes" has a full verb, "I have read" an auxiliary: only the second contracts.
            let after = rest.strip_prefix(long)?;
            let full_verb = *long == "I have "
                && ["the ", "your ", "a ", "it", "this ", "what "]
                    .iter()
                    .any(|noun| after.starts_with(noun));
            (!full_verb && !after.is_empty()).then_some((*short, after))
        });
        if let Some((short, after)) = pair {
            out.push_str(short);
            rest = after;
            at_word = true;
        } else {
            out.push(letter);
            at_word = letter == ' ';
            rest = rest.get(letter.len_utf8()..).unwrap_or("");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_made_to_fit() {
        for (slot, value, expected) in [
            (Slot::Fact, "  The order left\non Monday. ", "the order left on Monday"),
            (Slot::Fact, "that it works!!", "it works"),
            (Slot::Time, "by 16:00 today", "16:00 today"),
            (Slot::Time, "At 4 p.m.", "4 p.m."),
            (Slot::Issue, "the {double} charge", "the (double) charge"),
            (Slot::Issue, "your\u{202e} internet\u{200b}", "your internet"),
            (Slot::Name, "The Rock", "The Rock"),
            (Slot::Issue, "iPhone 12", "iPhone 12"),
            (Slot::Issue, " \t\n", ""),
            (Slot::Time, "by ", "by"),
        ] {
            assert_eq!(clean(slot, value), expected, "{value:?}");
        }
        assert_eq!(capital("über"), "Über");
        assert_eq!(capital("iPhone"), "iPhone");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn nouns_know_their_number() {
        for (phrase, plural) in [
            ("the double charge", false),
            ("the lights", true),
            ("your internet", false),
            ("the two charges on your bill", true),
            ("the charge on your bills", false),
            ("the bill and the refund", true),
            ("your address", false),
            ("the news", false),
            ("this bus", false),
            ("your people", true),
        ] {
            assert_eq!(is_plural(phrase), plural, "{phrase}");
        }
        assert!(names_trouble("the delay with your order"));
        assert!(!names_trouble("your order"));
    }

    #[test]
    fn lists_and_counts_read_as_words() {
        assert_eq!(list(["a"].into_iter()), "a");
        assert_eq!(list(["a", "b"].into_iter()), "a and b");
        assert_eq!(list(["a", "b", "c"].into_iter()), "a, b and c");
        assert_eq!(
            [count(0), count(1), count(2), count(10), count(11)],
            [None, None, Some("two"), Some("ten"), None]
        );
    }

    #[test]
    fn contractions_leave_full_verbs() {
        for (long, short) in [
            ("I am on it.", "I'm on it."),
            ("I have the notes here.", "I have the notes here."),
            ("I have read all of it, and I will write.", "I've read all of it, and I'll write."),
            ("That is what I am.", "That's what I am."),
        ] {
            assert_eq!(contract(long), short);
        }
    }
}
