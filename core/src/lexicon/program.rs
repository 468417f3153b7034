//! Reads the bytes of a pattern.

use core::fmt;

use super::{range, row, words};
use crate::tables::lexicon as table;

// Shared with `build/lexicon/book.rs`.
const CLASS: u8 = 0;
const NOT_CLASS: u8 = 1;
const NOT_WORD: u8 = 2;
const OPTIONAL: u8 = 3;
const ANY: u8 = 4;
const WORDS: u8 = 11;
const FEW_WORDS: u8 = 10;
const FIRST_PAGE: u8 = 32;

/// The elements of a pattern, or the rest of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Program(pub(super) &'static [u8]);

/// One place of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) enum Element {
    /// One of these words.
    Words(Words),
    Class(u8),
    /// A word that is not this one.
    NotWord(Words),
    NotClass(u8),
    Any,
    /// Up to so many words.
    Gap(u8),
}

impl Program {
    /// Takes the next element and whether it is optional.
    pub(super) fn next(&mut self) -> Option<(Element, bool)> {
        match self.0.split_first()? {
            (&OPTIONAL, rest) => {
                self.0 = rest;
                Some((self.element()?, true))
            }
            _ => Some((self.element()?, false)),
        }
    }

    fn element(&mut self) -> Option<Element> {
        let (op, rest) = self.0.split_first()?;
        let (element, rest) = match *op {
            CLASS => (Element::Class(*rest.first()?), rest.get(1..)?),
            NOT_CLASS => (Element::NotClass(*rest.first()?), rest.get(1..)?),
            NOT_WORD => {
                let length = if *rest.first()? < table::FIRST_COMMON { 2 } else { 1 };
                let (word, rest) = rest.split_at_checked(length)?;
                (Element::NotWord(Words(word)), rest)
            }
            ANY => (Element::Any, rest),
            gap if gap < WORDS => (Element::Gap(gap.saturating_sub(ANY)), rest),
            WORDS => {
                let (length, rest) = rest.split_first()?;
                let (words, rest) = rest.split_at_checked(usize::from(*length))?;
                (Element::Words(Words(words)), rest)
            }
            few if few < FIRST_PAGE => {
                let length = usize::from(few.saturating_sub(FEW_WORDS));
                let (words, rest) = rest.split_at_checked(length)?;
                (Element::Words(Words(words)), rest)
            }
            page => {
                let length = if page < table::FIRST_COMMON { 2 } else { 1 };
                let (words, rest) = self.0.split_at_checked(length)?;
                (Element::Words(Words(words)), rest)
            }
        };
        self.0 = rest;
        Some(element)
    }
}

/// Words of a pattern by number: a byte for a common word, a page and a place in it for another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static [u8]);

impl Words {
    /// Says whether a word is one of these.
    pub(super) fn has(self, code: Code) -> bool {
        // Most often the bytes are not there at all. Where they are, they may be halves of other words.
        match code {
            Code::Common(byte) => contains(self.0, byte) && self.codes().any(|found| found == code),
            Code::Paged([page, place]) => match self.0 {
                [first, second] => *first == page && *second == place,
                many => contains(many, place) && self.codes().any(|found| found == code),
            },
        }
    }

    fn codes(self) -> impl Iterator<Item = Code> {
        let mut rest = self.0;
        core::iter::from_fn(move || {
            let (first, after) = rest.split_first()?;
            if *first >= table::FIRST_COMMON {
                rest = after;
                return Some(Code::Common(*first));
            }
            let (second, after) = after.split_first()?;
            rest = after;
            Some(Code::Paged([*first, *second]))
        })
    }
}

/// Looks for a byte eight at a time: alternatives are too short for the ways of `[u8]::contains`.
fn contains(bytes: &[u8], byte: u8) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let wanted = u64::from(byte).wrapping_mul(ONES);
    let mut eights = bytes.chunks_exact(8);
    let found = eights.any(|eight| {
        let differences =
            eight.first_chunk().map_or(ONES, |eight| u64::from_ne_bytes(*eight) ^ wanted);
        differences.wrapping_sub(ONES) & !differences & (ONES << 7) != 0
    });
    found || eights.remainder().contains(&byte)
}

/// The bytes that stand for a word in patterns.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Code {
    Common(u8),
    Paged([u8; 2]),
}

impl Code {
    pub(super) fn of(word: u16) -> Self {
        if let Ok(place) = table::COMMON.binary_search(&word) {
            let place = u8::try_from(place).unwrap_or(u8::MAX);
            return Self::Common(table::FIRST_COMMON.saturating_add(place));
        }
        let [page, place] = word.to_be_bytes();
        Self::Paged([page.saturating_add(FIRST_PAGE), place])
    }

    fn word(self) -> u16 {
        match self {
            Self::Common(byte) => {
                let place = byte.saturating_sub(table::FIRST_COMMON);
                row(&table::COMMON, usize::from(place))
            }
            Self::Paged([page, place]) => {
                u16::from_be_bytes([page.saturating_sub(FIRST_PAGE), place])
            }
        }
    }
}

/// Writes a pattern in the language of the tables.
pub(super) fn write(mut program: Program, out: &mut impl fmt::Write) -> fmt::Result {
    let mut space = "";
    while let Some((element, optional)) = program.next() {
        out.write_str(space)?;
        space = " ";
        match element {
            Element::Words(words) => write_words(words, out)?,
            Element::Class(class) => write!(out, "<{}>", class_name(class))?,
            Element::NotWord(word) => {
                out.write_str("!")?;
                write_words(word, out)?;
            }
            Element::NotClass(class) => write!(out, "!<{}>", class_name(class))?,
            Element::Any => out.write_str("_")?,
            Element::Gap(width) => write!(out, "_{width}")?,
        }
        if optional {
            out.write_str("?")?;
        }
    }
    Ok(())
}

fn write_words(words: Words, out: &mut impl fmt::Write) -> fmt::Result {
    for (place, code) in words.codes().enumerate() {
        if place > 0 {
            out.write_str("|")?;
        }
        out.write_str(words::text(code.word()))?;
    }
    Ok(())
}

fn class_name(class: u8) -> &'static str {
    table::CLASS_NAMES.get(range(&table::CLASS_NAMES_STARTS, usize::from(class))).unwrap_or("")
}
