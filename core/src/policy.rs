//! What an organisation decides for itself: thresholds, ladder, timers, words (`domain.md` 4.7).

mod vocabulary;

pub(crate) use vocabulary::WordEffect;
pub use vocabulary::{Strength, Vocabulary};

use crate::terms::Milli;

use crate::time::Timestamp;

/// An organisation's decisions. Immutable once built; share it across threads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    heat_bands: [Milli; 3],
    line_at: Milli,
    vocabulary: Vocabulary,
}

static STANDARD: Policy = Policy {
    heat_bands: [Milli::saturating(200), Milli::saturating(450), Milli::saturating(800)],
    line_at: Milli::saturating(500),
    vocabulary: Vocabulary::EMPTY,
};

impl Policy {
    /// The policy of the `default` preset.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Heat scores at which `Tense`, `Upset` and `Heated` begin.
    #[must_use]
    pub const fn heat_bands(&self) -> [Milli; 3] {
        self.heat_bands
    }

    /// The line score at which conduct counts as crossing.
    #[must_use]
    pub const fn line_at(&self) -> Milli {
        self.line_at
    }

    /// The host's own words.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

/// Whom to call in a crisis: checked by the host, with the date of the check (`domain.md` 2.5).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CrisisDirectory {
    /// The local emergency number.
    pub emergency_number: alloc::string::String,
    /// The crisis line's name.
    pub crisis_line: alloc::string::String,
    /// How to reach it.
    pub crisis_contact: alloc::string::String,
    /// When a person last checked these.
    pub verified_on: Timestamp,
}
