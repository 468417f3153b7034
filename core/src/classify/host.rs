//! The host's own words, applied to what the rules found (`design.md` 3).

use alloc::string::String;
use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::Tokens;
use crate::policy::{Strength, Vocabulary, WordEffect};
use crate::terms::{Signal, Target};
use crate::text::Span;

/// Where the host's phrases stand in a message.
pub(super) struct HostWords<'p> {
    found: Vec<(usize, usize, &'p str, WordEffect)>,
}

impl<'p> HostWords<'p> {
    /// Looks for every phrase; costs nothing when there is none.
    pub(super) fn find(tokens: &Tokens<'_>, vocabulary: &'p Vocabulary) -> Self {
        let mut found = Vec::new();
        for entry in vocabulary.entries() {
            let phrase = Tokens::read(&entry.phrase);
            let words: Vec<&str> = (0..phrase.len()).map(|at| phrase.folded(at)).collect();
            let Some(first) = words.first() else { continue };
            for at in 0..tokens.len() {
                let end = at.saturating_add(words.len());
                let fits = tokens.folded(at) == *first
                    && (at..end).zip(&words).all(|(place, word)| tokens.folded(place) == *word);
                if fits {
                    found.push((at, end, entry.phrase.as_str(), entry.effect));
                }
            }
        }
        Self { found }
    }

    /// Words the host allows: no rule reads them as rude.
    pub(super) fn allowed(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.found
            .iter()
            .filter(|(_, _, _, effect)| *effect == WordEffect::Allow)
            .map(|(first, end, _, _)| (*first, *end))
    }

    /// Says whether a muted phrase stands in words `first..end`.
    pub(super) fn muted(&self, first: usize, end: usize) -> bool {
        self.found.iter().any(|(from, to, _, effect)| {
            *effect == WordEffect::Mute && *from >= first && *to <= end
        })
    }

    /// Says whether a muted phrase stands in a span of the text.
    pub(super) fn muted_span(&self, scene: &Scene<'_>, span: Span) -> bool {
        self.found.iter().any(|(first, end, _, effect)| {
            let words = scene.tokens.span_of(*first, *end);
            *effect == WordEffect::Mute && words.start >= span.start && words.end <= span.end
        })
    }

    /// Adds the findings of the host's own words.
    pub(super) fn add(&self, scene: &Scene<'_>, findings: &mut Vec<Finding>) {
        for (first, end, phrase, effect) in &self.found {
            let WordEffect::Add(strength, target) = effect else { continue };
            if scene.own(*first) {
                findings.push(finding(*first, *end, phrase, *strength, *target));
            }
        }
    }
}

fn finding(first: usize, end: usize, phrase: &str, strength: Strength, target: Target) -> Finding {
    let (signal, weight, line) = match strength {
        Strength::Mild => (Signal::Irritation, 230, 0),
        Strength::Sharp => (Signal::PerformanceCriticism, 350, 330),
        Strength::Crossing => (Signal::Degrading, 450, 950),
    };
    Finding {
        kind: EvidenceKind::Signal(signal),
        first,
        end,
        weight,
        by: Finder::Host(String::from(phrase)),
        target,
        line,
        severe: None,
    }
}
