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
    NotWord(u16),
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
                let mut words = Words(rest);
                let word = words.next()?;
                (Element::NotWord(word), words.0)
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

impl Iterator for Words {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let (first, rest) = self.0.split_first()?;
        if let Some(common) = first.checked_sub(table::FIRST_COMMON) {
            self.0 = rest;
            return Some(row(&table::COMMON, usize::from(common)));
        }
        let (place, rest) = rest.split_first()?;
        self.0 = rest;
        Some(u16::from_be_bytes([first.saturating_sub(FIRST_PAGE), *place]))
    }
}

/// Writes a pattern in the language of the tables.
pub(super) fn write(mut program: Program, out: &mut impl fmt::Write) -> fmt::Result {
    let mut space = "";
    while let Some((element, optional)) = program.next() {
        out.write_str(space)?;
        space = " ";
        match element {
            Element::Words(words) => {
                let mut bar = "";
                for word in words {
                    write!(out, "{bar}{}", words::text(word))?;
                    bar = "|";
                }
            }
            Element::Class(class) => write!(out, "<{}>", class_name(class))?,
            Element::NotWord(word) => write!(out, "!{}", words::text(word))?,
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

fn class_name(class: u8) -> &'static str {
    table::CLASS_NAMES.get(range(&table::CLASS_NAMES_STARTS, usize::from(class))).unwrap_or("")
}
