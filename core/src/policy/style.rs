//! How the organisation writes (`domain.md` 4.7).

use alloc::string::String;

use crate::terms::named;

named! {
    /// How formal drafts are.
    pub enum Formality {
        /// Letters: no contractions, full courtesy.
        Formal = 0 "formal",
        /// Plain and polite.
        Plain = 1 "plain",
        /// As among people who know each other.
        Friendly = 2 "friendly",
    }
}

named! {
    /// How English is spelt.
    pub enum Spelling {
        /// As in Britain.
        British = 0 "british",
        /// As in the United States.
        American = 1 "american",
    }
}

/// How the organisation writes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Style {
    /// Whether drafts may say "I'm" for "I am"; not where they are formal. Crisis, boundary, ending
    /// and legal texts never do.
    pub contractions: bool,
    /// How formal drafts are.
    pub formality: Formality,
    /// How words are spelt that differ. The phrase bank avoids them; it matters for what the host adds.
    pub spelling: Spelling,
    /// The lines under a written reply; at most 200 bytes.
    pub sign_off: Option<String>,
}

impl Style {
    pub(super) const STANDARD: Self = Self {
        contractions: false,
        formality: Formality::Plain,
        spelling: Spelling::British,
        sign_off: None,
    };
}
