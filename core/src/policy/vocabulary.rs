//! The host's own words: allowed, added, muted, without recompiling (`design.md` 3).

use alloc::string::String;
use alloc::vec::Vec;

use crate::terms::{Target, named};

named! {
    /// What a word of the host's own does to a message.
    pub enum Strength {
        /// One ordinary marker of heat.
        Mild = 0 "mild",
        /// Sharp: criticism, not degradation.
        Sharp = 1 "sharp",
        /// Crosses the line.
        Crossing = 2 "crossing",
    }
}

/// The host's own words. Words and phrases are compared in folded form: case, accents, apostrophes and
/// disguises make no difference.
///
/// ```
/// use unruffled::{Strength, Target, Vocabulary};
///
/// let vocabulary = Vocabulary::EMPTY
///     .allow("Bastard IPA") // a product of ours
///     .add("gonk", Strength::Crossing, Target::Agent) // a house insult
///     .mute("rubbish"); // we collect it
/// assert!(!vocabulary.is_empty());
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Vocabulary {
    entries: Vec<Entry>,
}

/// One word or phrase of the host's.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Entry {
    pub(crate) phrase: String,
    pub(crate) effect: WordEffect,
}

/// What becomes of a phrase of the host's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum WordEffect {
    /// A name: never rude.
    Allow,
    /// Counts as given.
    Add(Strength, Target),
    /// Nothing that contains it counts.
    Mute,
}

impl Vocabulary {
    /// No words of the host's own.
    pub const EMPTY: Self = Self { entries: Vec::new() };

    /// Adds a product name, surname or term that is never rude here.
    #[must_use]
    pub fn allow(self, phrase: impl Into<String>) -> Self {
        self.with(phrase.into(), WordEffect::Allow)
    }

    /// Adds a word that counts as given wherever the customer says it in their own voice.
    #[must_use]
    pub fn add(self, phrase: impl Into<String>, strength: Strength, target: Target) -> Self {
        self.with(phrase.into(), WordEffect::Add(strength, target))
    }

    /// Silences every signal, flag and issue found in words that contain this phrase. Signs of self-harm
    /// and severe threats cannot be silenced.
    #[must_use]
    pub fn mute(self, phrase: impl Into<String>) -> Self {
        self.with(phrase.into(), WordEffect::Mute)
    }

    /// Says whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn with(mut self, phrase: String, effect: WordEffect) -> Self {
        self.entries.push(Entry { phrase, effect });
        self
    }
}
