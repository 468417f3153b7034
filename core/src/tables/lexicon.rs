//! The words, the classes and the books that `build/lexicon.rs` made, and the shapes they have.

use crate::terms::{Crisis, Flag, IssueKind, SevereKind, Signal};

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What a pattern of the message book is evidence of; a `Not` cancels what it overlaps.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Signal(Signal),
    Flag(Flag),
    NotFlag(Flag),
    Crisis(Crisis),
    NotCrisis,
    Severe(SevereKind),
    Veiled,
    NotSevere,
    Issue(IssueKind),
}

/// Compiled patterns in columns.
#[derive(Debug)]
pub(crate) struct Book {
    /// The number of the table each pattern stands in.
    pub(crate) kinds: &'static [u8],
    /// The fewest words before the element the index knows a pattern by; zeros at the end left out.
    pub(crate) leads: &'static [u8],
    /// How many more words there can be; zeros at the end left out.
    pub(crate) spreads: &'static [u8],
    /// The elements of all patterns.
    pub(crate) bytes: &'static [u8],
    /// Where the bytes of every eighth pattern begin.
    pub(crate) blocks: &'static [u32],
    /// How many bytes each pattern takes.
    pub(crate) lengths: &'static [u8],
    pub(crate) by_word: Index,
    pub(crate) by_class: Index,
}

/// Texts sorted by length and then by spelling, and the number of the word each stands for; 0 is none.
#[derive(Debug)]
pub(crate) struct Spellings {
    /// All texts, one after the other.
    pub(crate) text: &'static str,
    /// For each length: the place of its first text, and where that stands.
    pub(crate) firsts: &'static [u16],
    pub(crate) starts: &'static [u16],
    pub(crate) words: &'static [u16],
}

/// The patterns of each key; most keys have none.
#[derive(Debug)]
pub(crate) struct Index {
    /// A bit for each key that has patterns.
    pub(crate) bits: &'static [u64],
    /// For each 64 keys: where their counts and their patterns begin.
    pub(crate) begins: &'static [(u16, u16)],
    /// How many patterns each such key has.
    pub(crate) counts: &'static [u8],
    pub(crate) all: &'static [u16],
}
