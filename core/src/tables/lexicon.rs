//! The words, the classes and the books that `build/lexicon.rs` made, and the shapes they have.
#![allow(dead_code, reason = "generated: not every class and column has a reader in code")]

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

/// Compiled patterns in columns; `starts` columns have one entry more than there are rows.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) texts: &'static str,
    pub(crate) text_starts: &'static [u32],
    pub(crate) kinds: &'static [u8],
    pub(crate) program_starts: &'static [u32],
    pub(crate) ops: &'static [u8],
    pub(crate) args: &'static [u16],
    /// How many one-word elements stand before the element the index knows the pattern by.
    pub(crate) leads: &'static [u8],
    pub(crate) by_word_starts: &'static [u32],
    pub(crate) by_word: &'static [u16],
    pub(crate) by_class_starts: &'static [u32],
    pub(crate) by_class: &'static [u16],
}
