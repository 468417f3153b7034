//! Words and patterns: tokens of a text, and where the compiled books find something in them.

mod book;
mod disguise;
mod find;
pub(crate) mod key;
mod letters;
mod program;
mod sound;
mod tokens;
pub(crate) mod weights;
mod words;

pub(crate) use crate::tables::lexicon::{Class, Kind, MESSAGE, REVIEW};
pub(crate) use book::PatternId;
pub(crate) use find::{Hit, find};
pub(crate) use tokens::{Break, Tokens};
pub(crate) use words::{head, kind, weight};

/// Returns a row of a column, or the column's zero.
fn row<T: Copy + Default>(column: &[T], index: usize) -> T {
    column.get(index).copied().unwrap_or_default()
}

/// Returns the range of row `index` in a column of starts, which has one entry more than there are rows.
fn range(starts: &[u16], index: usize) -> core::ops::Range<usize> {
    usize::from(row(starts, index))..usize::from(row(starts, index.saturating_add(1)))
}
