//! The customer's own nouns: what a reply has to name to show that it listened (`domain.md` 1.4.5).

use alloc::string::String;
use alloc::vec::Vec;

use crate::case::Case;
use crate::lexicon::{Break, Class, Tokens};

/// Words that carry no content in a title.
const EMPTY: [&str; 22] = [
    "the", "a", "an", "your", "my", "our", "their", "his", "her", "this", "that", "of", "for",
    "to", "with", "on", "in", "at", "and", "or", "by", "from",
];

/// The content words of the agenda, folded and sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nouns {
    words: Vec<String>,
}

impl Nouns {
    pub(crate) fn of_case(case: &Case) -> Self {
        Self::of_titles(case.agenda().iter().map(|item| item.title.as_str()))
    }

    pub(crate) fn of_titles<'a>(titles: impl Iterator<Item = &'a str>) -> Self {
        let mut words = Vec::new();
        for title in titles {
            let tokens = Tokens::read(title);
            for at in 0..tokens.len() {
                let word = tokens.folded(at);
                if !EMPTY.contains(&word) && !tokens.in_class(at, Class::ReplyVagueNoun) {
                    words.push(String::from(word));
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// Says whether the agenda names anything concrete.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Says whether words `first..end` name something concrete: a noun of the agenda, or one that is
    /// concrete in any contact.
    pub(crate) fn named_in(&self, tokens: &Tokens<'_>, first: usize, end: usize) -> bool {
        (first..end).any(|at| self.names(tokens, at))
    }

    /// A noun of the agenda or of the list, or something counted: "three visits", "1,150".
    fn names(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        tokens.in_class(at, Class::ReplyConcreteNoun)
            || counts(tokens, at)
            || self.words.binary_search_by(|word| word.as_str().cmp(tokens.folded(at))).is_ok()
    }
}

/// A figure, or a number word before another word: "two hours", not "this one."
fn counts(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    tokens.in_class(at, Class::ReplyLength)
        || tokens.folded(at).bytes().any(|byte| byte.is_ascii_digit())
        || (tokens.in_class(at, Class::ReplyClockWord)
            && !tokens.is(at, &["one"])
            && next < tokens.len()
            && tokens.breaks_before(next) == Break::None)
}
