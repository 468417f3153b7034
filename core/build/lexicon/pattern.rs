//! Compiles patterns: the language is described in `data/README.md`.
#![allow(
    clippy::indexing_slicing,
    reason = "a build script: indices into tables it has just made; a slip stops the build"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::words::{self, Words, write_array, write_blob};
use crate::tsv::{Problems, Row};

// Shared with `src/lexicon/book.rs`.
const WORD: u8 = 0;
const ONE_OF: u8 = 1;
const CLASS: u8 = 2;
const NOT_WORD: u8 = 3;
const NOT_CLASS: u8 = 4;
const ANY: u8 = 5;
const GAP: u8 = 6;
const OPTIONAL: u8 = 0x80;

const WIDEST_GAP: u16 = 6;

/// One compiled book under construction.
#[derive(Default)]
pub(crate) struct BookBuilder {
    texts: Vec<String>,
    kinds: Vec<u8>,
    starts: Vec<u32>,
    ops: Vec<u8>,
    args: Vec<u16>,
    leads: Vec<u8>,
    by_word: BTreeMap<u16, Vec<u16>>,
    by_class: BTreeMap<u16, Vec<u16>>,
    seen: BTreeMap<(usize, String), usize>,
}

impl BookBuilder {
    /// Adds the pattern of a row's first cell; says whether it was sound.
    pub(crate) fn add(
        &mut self,
        kind: usize,
        row: &Row,
        words: &mut Words,
        problems: &mut Problems,
    ) -> bool {
        self.enter(kind, row, row.cell(0), words, problems)
    }

    /// Adds a class entry of several words: plain words only.
    pub(crate) fn add_run(
        &mut self,
        class: usize,
        row: &Row,
        words: &mut Words,
        problems: &mut Problems,
    ) {
        if row.cell(0).contains(['<', '|', '?', '!', '_']) {
            problems.add(&row.file, row.line, "a class entry is plain words");
            return;
        }
        self.enter(class, row, row.cell(0), words, problems);
    }

    fn enter(
        &mut self,
        kind: usize,
        row: &Row,
        text: &str,
        words: &mut Words,
        problems: &mut Problems,
    ) -> bool {
        if let Some(line) = self.seen.get(&(kind, text.to_owned())) {
            problems.add(&row.file, row.line, format!("`{text}` stands in line {line} already"));
            return false;
        }
        self.seen.insert((kind, text.to_owned()), row.line);
        match parse(text, words) {
            Ok(elements) => {
                self.push(kind, text, &elements, words);
                true
            }
            Err(what) => {
                problems.add(&row.file, row.line, what);
                false
            }
        }
    }

    fn push(&mut self, kind: usize, text: &str, elements: &[(u8, u16)], words: &Words) {
        let pattern = u16::try_from(self.texts.len()).unwrap_or(u16::MAX);
        let lead =
            elements.iter().take_while(|(op, _)| matches!(*op, NOT_WORD | NOT_CLASS)).count();
        match elements[lead] {
            (CLASS, class) => self.by_class.entry(class).or_default().push(pattern),
            (ONE_OF, set) => {
                for word in words.set_words(set) {
                    self.by_word.entry(*word).or_default().push(pattern);
                }
            }
            (_, word) => self.by_word.entry(word).or_default().push(pattern),
        }
        self.leads.push(u8::try_from(lead).unwrap_or(u8::MAX));
        self.texts.push(text.to_owned());
        self.kinds.push(u8::try_from(kind).unwrap_or(u8::MAX));
        self.starts.push(u32::try_from(self.ops.len()).unwrap_or(u32::MAX));
        for (op, arg) in elements {
            self.ops.push(*op);
            self.args.push(*arg);
        }
    }

    pub(crate) fn write(&self, out: &mut String, name: &str, words: &Words) {
        let mut starts = self.starts.clone();
        starts.push(u32::try_from(self.ops.len()).unwrap_or(u32::MAX));
        write_blob(out, &format!("{name}_TEXTS"), &self.texts);
        write_array(out, &format!("{name}_PATTERN_KINDS"), "u8", &self.kinds);
        write_array(out, &format!("{name}_PROGRAM_STARTS"), "u32", &starts);
        write_array(out, &format!("{name}_OPS"), "u8", &self.ops);
        write_array(out, &format!("{name}_ARGS"), "u16", &self.args);
        write_array(out, &format!("{name}_LEADS"), "u8", &self.leads);
        write_index(out, &format!("{name}_BY_WORD"), &self.by_word, words.len() + 1);
        write_index(out, &format!("{name}_BY_CLASS"), &self.by_class, words.class_count());
        let _ = writeln!(
            out,
            "pub(crate) static {name}: Book = Book {{ texts: {name}_TEXTS, text_starts: &{name}_TEXTS_STARTS, \
             kinds: &{name}_PATTERN_KINDS, program_starts: &{name}_PROGRAM_STARTS, ops: &{name}_OPS, \
             args: &{name}_ARGS, leads: &{name}_LEADS, by_word_starts: &{name}_BY_WORD_STARTS, \
             by_word: &{name}_BY_WORD, by_class_starts: &{name}_BY_CLASS_STARTS, by_class: &{name}_BY_CLASS }};"
        );
    }
}

fn write_index(out: &mut String, name: &str, index: &BTreeMap<u16, Vec<u16>>, count: usize) {
    let mut starts = vec![0_u32];
    let mut all: Vec<u16> = Vec::new();
    for key in 0..count {
        let key = u16::try_from(key).unwrap_or(u16::MAX);
        all.extend(index.get(&key).into_iter().flatten());
        starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
    }
    write_array(out, &format!("{name}_STARTS"), "u32", &starts);
    write_array(out, name, "u16", &all);
}

fn parse(text: &str, words: &mut Words) -> Result<Vec<(u8, u16)>, String> {
    let mut elements = Vec::new();
    for piece in text.split(' ') {
        elements.push(element(piece, words)?);
    }
    let loose = |(op, _): &(u8, u16)| matches!(op & !OPTIONAL, ANY | GAP) || op & OPTIONAL != 0;
    if elements.first().is_none_or(loose) || elements.last().is_none_or(loose) {
        return Err(format!("`{text}` begins or ends with a gap or an optional element"));
    }
    if !elements.iter().any(|(op, _)| matches!(*op, WORD | ONE_OF | CLASS)) {
        return Err(format!("`{text}` has no word that must be there"));
    }
    let led = elements.iter().find(|(op, _)| !matches!(*op, NOT_WORD | NOT_CLASS));
    if led.is_none_or(loose) {
        return Err(format!("`{text}`: after a leading `!` comes a word or a class"));
    }
    Ok(elements)
}

fn element(piece: &str, words: &mut Words) -> Result<(u8, u16), String> {
    if piece == "_" {
        return Ok((ANY, 0));
    }
    if let Some(width) = piece.strip_prefix('_') {
        return match width.parse::<u16>() {
            Ok(width) if (1..=WIDEST_GAP).contains(&width) => Ok((GAP, width)),
            Ok(_) | Err(_) => Err(format!("`{piece}`: a gap is `_1` to `_{WIDEST_GAP}`")),
        };
    }
    let (piece, optional) = match piece.strip_suffix('?') {
        Some(piece) => (piece, OPTIONAL),
        None => (piece, 0),
    };
    let (piece, not) = match piece.strip_prefix('!') {
        Some(piece) => (piece, true),
        None => (piece, false),
    };
    if let Some(name) = piece.strip_prefix('<').and_then(|piece| piece.strip_suffix('>')) {
        let class = words.class(name).ok_or_else(|| format!("no class is called `{name}`"))?;
        let class = u16::try_from(class).unwrap_or(u16::MAX);
        return Ok((if not { NOT_CLASS } else { CLASS } | optional, class));
    }
    let mut ids = Vec::new();
    for word in piece.split('|') {
        words::check(word)?;
        ids.push(words.id(word));
    }
    match (ids.as_slice(), not) {
        ([id], true) => Ok((NOT_WORD | optional, *id)),
        (_, true) => Err(format!("`!{piece}`: one word after `!`, or a class")),
        ([id], false) => Ok((WORD | optional, *id)),
        (_, false) => Ok((ONE_OF | optional, words.set(ids))),
    }
}
