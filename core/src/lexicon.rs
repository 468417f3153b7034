//! Words and patterns: tokens of a text, and where the compiled books find something in them.

mod disguise;
mod find;
mod letters;
mod tokens;
mod words;

#[allow(unused_imports, reason = "the review rules read their own book")]
pub(crate) use crate::tables::lexicon::{Book, Class, Kind, MESSAGE, REVIEW, REVIEW_RULES};
#[allow(unused_imports, reason = "the review rules name patterns")]
pub(crate) use find::{Hit, PatternId, find};
pub(crate) use tokens::{Break, Tokens};
pub(crate) use words::{head, kind, weight};

/// Returns a row of a column, or the column's zero.
fn row<T: Copy + Default>(column: &[T], index: usize) -> T {
    column.get(index).copied().unwrap_or_default()
}

/// Returns the range of row `index` in a column of starts.
fn range(starts: &[u32], index: usize) -> core::ops::Range<usize> {
    let start = usize::try_from(row(starts, index)).unwrap_or(usize::MAX);
    let end = usize::try_from(row(starts, index.saturating_add(1))).unwrap_or(usize::MAX);
    start..end
}
