//! Access to the columns of a book.

use core::fmt;

use super::program::{self, Program};
use super::row;
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
const BLOCK: usize = 8;

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
        let (index, block) = (pattern.index(), pattern.index() / BLOCK);
        let start = usize::try_from(row(self.blocks, block)).unwrap_or(usize::MAX);
        let before = self.lengths.get(block.saturating_mul(BLOCK)..index);
        let start = start.saturating_add(sum(before.unwrap_or(&[])));
        let end = start.saturating_add(usize::from(row(self.lengths, index)));
        Program(self.bytes.get(start..end).unwrap_or(&[]))
    }
}

impl Index {
    /// Says whether no key has patterns.
    pub(super) const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the patterns of a key.
    pub(super) fn of(&self, key: usize) -> &'static [u16] {
        let bits = row(self.bits, key / 64);
        let bit = 1_u64 << (key % 64);
        if bits & bit == 0 {
            return &[];
        }
        let before =
            usize::try_from((bits & bit.wrapping_sub(1)).count_ones()).unwrap_or(usize::MAX);
        let (counts, all) = row(self.begins, key / 64);
        let counts = self.counts.get(usize::from(counts)..).unwrap_or(&[]);
        let start = usize::from(all).saturating_add(sum(counts.get(..before).unwrap_or(&[])));
        let end = start.saturating_add(usize::from(row(counts, before)));
        self.all.get(start..end).unwrap_or(&[])
    }
}

fn sum(lengths: &[u8]) -> usize {
    lengths.iter().fold(0, |sum: usize, length| sum.wrapping_add(usize::from(*length)))
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::PatternId;
    use crate::lexicon::{Kind, kind};
    use crate::tables::lexicon::MESSAGE;
    use crate::terms::{Crisis, Flag, IssueKind, Signal};

    /// The bytes of a pattern lose nothing of its text.
    #[test]
    fn patterns_are_written_as_they_stand_in_their_tables() {
        let rows = [
            (Kind::Crisis(Crisis::Explicit), include_str!("../../data/en/crisis/explicit.tsv")),
            (Kind::Flag(Flag::Legal), include_str!("../../data/en/flags/legal.tsv")),
            (Kind::Issue(IssueKind::Delay), include_str!("../../data/en/issues/delay.tsv")),
            (Kind::Signal(Signal::Chasing), include_str!("../../data/en/signals/chasing.tsv")),
            (Kind::NotSevere, include_str!("../../data/en/severe/not.tsv")),
        ];
        for (of, table) in rows {
            let lines =
                table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
            let cells = lines.skip(1).filter_map(|line| line.split('\t').next().map(str::trim));
            let expected: Vec<&str> = cells.collect();
            let written: Vec<String> = (0..MESSAGE.kinds.len())
                .map(|pattern| PatternId(u16::try_from(pattern).unwrap()))
                .filter(|pattern| kind(*pattern) == of)
                .map(|pattern| {
                    let mut text = String::new();
                    MESSAGE.write(pattern, &mut text).unwrap();
                    text
                })
                .collect();
            assert!(!expected.is_empty());
            assert_eq!(written, expected, "{of:?}");
        }
    }
}
