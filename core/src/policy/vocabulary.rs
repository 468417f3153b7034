//! The host's own words: allowed, added, muted, without recompiling (`design.md` 3).

use alloc::string::String;
use alloc::vec::Vec;

/// The host's own words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Vocabulary {
    words: Vec<String>,
}

impl Vocabulary {
    /// No words of the host's own.
    pub const EMPTY: Self = Self { words: Vec::new() };
}
