//! What our side asks, as fingerprints: how the same question shows when it is asked again.

use alloc::vec::Vec;

use crate::lexicon::{Break, Class, Tokens};

/// Verbs that ask for something to be given, after "please".
const GIVING: [&str; 11] = [
    "attach", "confirm", "describe", "forward", "give", "provide", "send", "share", "tell",
    "upload", "write",
];

/// Fingerprints of the questions in a reply: of the words that carry their sense, in any order, so that
/// "What is your order number?" and "Could you give me the order number?" are the same one.
pub(crate) fn questions(reply: &str) -> Vec<u32> {
    let tokens = Tokens::read(reply);
    let mut found = Vec::new();
    let mut first = 0;
    for end in 1..=tokens.len() {
        if end < tokens.len() && tokens.breaks_before(end) < Break::Sentence {
            continue;
        }
        if asks(&tokens, first, end) {
            found.extend(sense(&tokens, first, end));
        }
        first = end;
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn asks(tokens: &Tokens<'_>, first: usize, end: usize) -> bool {
    let after = tokens.span_of(end.saturating_sub(1), end).end;
    let next = if end < tokens.len() {
        tokens.span_of(end, end.saturating_add(1)).start
    } else {
        u32::MAX
    };
    let rest = usize::try_from(after).ok().and_then(|after| tokens.original().get(after..));
    let length = usize::try_from(next.saturating_sub(after)).unwrap_or(usize::MAX);
    let marks = rest.unwrap_or("").char_indices().take_while(|(at, _)| *at < length);
    let marked = marks.map(|(_, letter)| letter).any(|letter| "?\u{ff1f}\u{61f}".contains(letter));
    let please = (first..end).find(|at| tokens.is(*at, &["please"]));
    marked || please.is_some_and(|please| (please..end).any(|at| tokens.is(at, &GIVING)))
}

/// The last part of the sentence that says what is asked for.
fn sense(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<u32> {
    let mut words: Vec<u32> = Vec::new();
    for at in (first..end).rev() {
        let carries = !tokens.in_class(at, Class::FunctionWord)
            && !tokens.is(at, &GIVING)
            && !tokens.is(at, &EMPTY);
        if carries {
            words.push(fingerprint(tokens.folded(at)));
        }
        if tokens.breaks_before(at) >= Break::Clause && !words.is_empty() {
            break;
        }
    }
    words.sort_unstable();
    words.dedup();
    (!words.is_empty()).then(|| words.iter().fold(BASIS, |hash, word| mixed(hash, *word)))
}

/// Words of asking; "anything else" asks about nothing that could have been answered.
const EMPTY: [&str; 8] = ["mind", "check", "possible", "else", "today", "help", "kindly", "able"];

const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

const fn mixed(hash: u32, with: u32) -> u32 {
    (hash ^ with).wrapping_mul(PRIME)
}

fn fingerprint(word: &str) -> u32 {
    word.chars().fold(BASIS, |hash, letter| mixed(hash, u32::from(letter)))
}

#[cfg(test)]
mod tests {
    use super::questions;

    #[test]
    fn the_same_question_in_other_words_is_the_same() {
        let table = [
            ("What is your order number?", "Could you give me the order number, please?", true),
            ("Thanks for waiting. Order number?", "Please send me your order number.", true),
            ("Sorry about that, what is the postcode?", "What was your postcode again?", true),
            ("What is your order number?", "What is your phone number?", false),
            ("Is the light green?", "Is the light red?", false),
            ("I have your order number.", "I have your order number.", false),
            ("Is there anything else?", "Is there anything else?", false),
            ("", "?", false),
        ];
        for (first, second, same) in table {
            let (first_asks, second_asks) = (questions(first), questions(second));
            let shared = first_asks.iter().any(|one| second_asks.contains(one));
            assert_eq!(shared, same, "{first} / {second}");
        }
        assert_eq!(questions("Which room? And on which day does it start?").len(), 2);
    }
}
