//! Access to the columns of a book.

use core::fmt;

use super::program::{self, Program};
use super::{range, row};
use crate::tables::lexicon::{Book, Index};

/// A pattern, by its place in its book.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct PatternId(pub(super) u16);

impl PatternId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Patterns in a block. Shared with `build/lexicon/book.rs`.
const BLOCK: usize = 64;

impl Book {
    /// Returns the number of a pattern's kind: its table, in the order of the book.
    pub(crate) fn kind(&self, pattern: PatternId) -> usize {
        usize::from(row(self.kinds, pattern.index()))
    }

    /// Writes a pattern as it stands in its table.
    pub(crate) fn write(&self, pattern: PatternId, out: &mut impl fmt::Write) -> fmt::Result {
        program::write(self.program(pattern), out)
    }

    /// Returns how many words stand before the element a pattern is found by: at least, and how many more
    /// at most.
    pub(super) fn lead(&self, pattern: PatternId) -> (usize, usize) {
        let index = pattern.index();
        (usize::from(row(self.leads, index)), usize::from(row(self.spreads, index)))
    }

    pub(super) fn program(&self, pattern: PatternId) -> Program {
        let index = pattern.index();
        let bytes = self.bytes.get(self.start(index)..self.start(index.saturating_add(1)));
        Program(bytes.unwrap_or(&[]))
    }

    fn start(&self, index: usize) -> usize {
        let block = usize::try_from(row(self.blocks, index / BLOCK)).unwrap_or(usize::MAX);
        block.saturating_add(usize::from(row(self.offsets, index)))
    }
}

impl Index {
    /// Returns the patterns of a key.
    pub(super) fn of(&self, key: usize) -> &'static [u16] {
        let bits = row(self.bits, key / 64);
        let bit = 1_u64 << (key % 64);
        if bits & bit == 0 {
            return &[];
        }
        let before = (bits & bit.wrapping_sub(1)).count_ones();
        let rank = u32::from(row(self.ranks, key / 64)).saturating_add(before);
        let rank = usize::try_from(rank).unwrap_or(usize::MAX);
        self.all.get(range(self.starts, rank)).unwrap_or(&[])
    }
}
