//! Text as people write it: spans into the original, folding and tokens over it.

mod fold;
mod wording;

pub(crate) use fold::{Folded, look_alike};
pub(crate) use wording::wording;

/// A stretch of the original text: UTF-8 byte offsets on character boundaries, `start <= end`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Makes a span.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Returns the length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Says whether nothing is covered.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Cuts the span out of `text`; empty if it does not fit.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let start = usize::try_from(self.start).unwrap_or(usize::MAX);
        let end = usize::try_from(self.end).unwrap_or(usize::MAX);
        text.get(start..end).unwrap_or("")
    }
}
