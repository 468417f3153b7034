//! The customer's own nouns: what a reply has to name to show that it listened (`domain.md` 1.4.5).

use alloc::string::String;
use alloc::vec::Vec;

use crate::case::Case;
use crate::lexicon::{Class, Tokens};

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

    fn names(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        tokens.in_class(at, Class::ReplyConcreteNoun)
            || self.words.binary_search_by(|word| word.as_str().cmp(tokens.folded(at))).is_ok()
    }
}
