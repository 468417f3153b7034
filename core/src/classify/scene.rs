//! What every rule looks at: the words, the phrases found in them, and whose words they are.

use alloc::vec;
use alloc::vec::Vec;

use super::{language, quoted};
use crate::classify::{EvidenceKind, Finder, Phrase};
use crate::lexicon::{Break, Class, Hit, Kind, MESSAGE, Tokens, find, kind};
use crate::terms::{Language, SevereKind, Target};

/// How far a rule looks to either side, in words: keeps every rule linear.
pub(super) const REACH: usize = 24;

/// No pattern reaches further, in words: elements and gaps are few.
const LONGEST_HIT: usize = 64;

/// One message, read once.
pub(super) struct Scene<'a> {
    pub(super) tokens: Tokens<'a>,
    /// What the text is judged as; its clauses in another language say nothing.
    pub(super) language: Language,
    pub(super) hits: Vec<Hit>,
    /// The hits that cancel others, in the order of the text.
    cancels: Vec<(Hit, Kind)>,
    /// Whether each word is the customer's own present speech (`domain.md` 3.3, 1).
    own: Vec<bool>,
}

/// One thing a rule found at words `first..end`.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) kind: EvidenceKind,
    pub(super) first: usize,
    pub(super) end: usize,
    /// Thousandths of heat.
    pub(super) weight: i16,
    pub(super) by: Finder,
    pub(super) target: Target,
    /// Thousandths of confidence that a person is degraded; 0 for heat and flags.
    pub(super) line: u16,
    pub(super) severe: Option<SevereKind>,
}

impl<'a> Scene<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let mut tokens = Tokens::read(text);
        let language = language::judge(&mut tokens);
        if language == Language::NotJudged {
            return Self {
                tokens,
                language,
                hits: Vec::new(),
                cancels: Vec::new(),
                own: Vec::new(),
            };
        }
        let mut own = quoted::own(&tokens);
        let harmless = harmless(&tokens);
        for (word, hidden) in own.iter_mut().zip(&harmless) {
            *word &= !hidden;
        }
        let mut hits = find(&MESSAGE, &tokens);
        hits.retain(|hit| {
            let hidden =
                harmless.get(hit.first..hit.end).is_some_and(|words| words.contains(&true));
            !hidden || !matches!(kind(hit.pattern), Kind::Signal(_))
        });
        let cancels = hits
            .iter()
            .map(|hit| (*hit, kind(hit.pattern)))
            .filter(|(_, kind)| {
                matches!(kind, Kind::NotFlag(_) | Kind::NotCrisis | Kind::NotSevere)
            })
            .collect();
        Self { tokens, language, hits, cancels, own }
    }

    /// Takes words out of the customer's rude vocabulary: names the host allows.
    pub(super) fn allow(&mut self, words: impl Iterator<Item = (usize, usize)>) {
        for (first, end) in words {
            for own in self.own.iter_mut().take(end).skip(first) {
                *own = false;
            }
        }
    }

    /// Says whether a word is the customer's own present speech.
    pub(super) fn own(&self, index: usize) -> bool {
        self.own.get(index).copied().unwrap_or(false)
    }

    pub(super) fn has(&self, index: usize, class: Class) -> bool {
        self.tokens.in_class(index, class)
    }

    pub(super) fn is(&self, index: usize, any: &[&str]) -> bool {
        self.tokens.is(index, any)
    }

    /// Says whether nothing but space stands before a word.
    pub(super) fn joined(&self, index: usize) -> bool {
        index < self.tokens.len() && self.tokens.breaks_before(index) == Break::None
    }

    /// Returns the word before, within the clause.
    pub(super) fn before(&self, index: usize) -> Option<usize> {
        if self.joined(index) { index.checked_sub(1) } else { None }
    }

    /// Says whether a clause ends before word `end`.
    pub(super) fn closes(&self, end: usize) -> bool {
        !self.joined(end)
    }

    /// Returns the first word of the clause, or of what a rule can see of it.
    pub(super) fn clause_start(&self, index: usize) -> usize {
        self.start(index, Break::Clause)
    }

    /// Returns the first word of the sentence, or of what a rule can see of it.
    pub(super) fn sentence_start(&self, index: usize) -> usize {
        self.start(index, Break::Sentence)
    }

    fn start(&self, index: usize, at: Break) -> usize {
        let floor = index.saturating_sub(REACH);
        (floor..=index).rev().find(|word| self.tokens.breaks_before(*word) >= at).unwrap_or(floor)
    }

    /// Returns one past the last word of the clause, or of what a rule can see of it.
    pub(super) fn clause_end(&self, index: usize) -> usize {
        self.end(index, Break::Clause)
    }

    /// Returns one past the last word of the sentence, or of what a rule can see of it.
    pub(super) fn sentence_end(&self, index: usize) -> usize {
        self.end(index, Break::Sentence)
    }

    fn end(&self, index: usize, at: Break) -> usize {
        let next = index.saturating_add(1);
        let ceiling = next.saturating_add(REACH).min(self.tokens.len());
        (next..ceiling).find(|word| self.tokens.breaks_before(*word) >= at).unwrap_or(ceiling)
    }

    /// A capitalised word the tables do not know.
    pub(super) fn is_name(&self, index: usize) -> bool {
        let original = self.tokens.span(index).of(self.tokens.original());
        !self.tokens.is_known(index)
            && !self.tokens.in_capitals(index)
            && original.chars().next().is_some_and(char::is_uppercase)
    }

    /// Says whether any word of `first..end` belongs to a class.
    pub(super) fn any(&self, first: usize, end: usize, class: Class) -> bool {
        (first..end).any(|word| self.tokens.class_end(word, class).is_some())
    }

    /// Hits of one sort of kind that are not cancelled.
    pub(super) fn hits_of<T>(
        &self,
        pick: impl Fn(Kind) -> Option<T>,
    ) -> impl Iterator<Item = (Hit, T)> {
        self.hits.iter().filter_map(move |hit| pick(kind(hit.pattern)).map(|found| (*hit, found)))
    }

    /// Says whether a hit overlaps a hit of a cancelling kind.
    pub(super) fn cancelled(&self, hit: &Hit, by: Kind) -> bool {
        self.cancelled_within(hit.first, hit.end, by)
    }

    /// Says whether words `first..end` overlap a hit of a cancelling kind.
    pub(super) fn cancelled_within(&self, first: usize, end: usize, by: Kind) -> bool {
        // Hits of one kind do not overlap each other: only the last that begins before `end` and its
        // forerunner can reach it.
        let last = self.cancels.partition_point(|(other, _)| other.first < end);
        self.cancels
            .get(..last)
            .unwrap_or(&[])
            .iter()
            .rev()
            .take_while(|(other, _)| other.first.saturating_add(LONGEST_HIT) > first)
            .any(|(other, kind)| *kind == by && other.first < end && first < other.end)
    }

    pub(super) fn phrase(&self, hit: &Hit) -> Finder {
        Finder::Phrase(Phrase(hit.pattern))
    }
}

/// The words of runs such as "idiot proof" or "dead letter", which nobody means as they sound.
fn harmless(tokens: &Tokens<'_>) -> Vec<bool> {
    let mut harmless = vec![false; tokens.len()];
    for at in 0..tokens.len() {
        if let Some(end) = tokens.class_end(at, Class::HarmlessSense) {
            harmless.iter_mut().take(end).skip(at).for_each(|word| *word = true);
        }
    }
    harmless
}
