//! Compiles the patterns of one book to bytes, and indexes each by the word that gives it away best.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::numbering::{FIRST_PAGE, Numbering};
use super::pattern::{Element, What, parse};
use super::words::Words;
use super::write::{trimmed, write_array};
use crate::tsv::{Problems, Row};

// Shared with `src/lexicon/program.rs`. A byte from `FIRST_PAGE` on begins a word.
const CLASS: u8 = 0;
const NOT_CLASS: u8 = 1;
const NOT_WORD: u8 = 2;
const OPTIONAL: u8 = 3;
const ANY: u8 = 4;
/// Less by one than the byte of the gap of one word.
const GAP: u8 = 4;
/// Alternatives, after a byte that says how many bytes they take.
const WORDS: u8 = 11;
/// Less by two than the byte of alternatives that take two bytes.
const FEW_WORDS: u8 = 10;
const _: () = assert!(FEW_WORDS + LONGEST_FEW < FIRST_PAGE);
const LONGEST_FEW: u8 = 20;

/// What an entry of the index costs, in uses of a word: size against speed.
const ENTRY: usize = 8;

/// One compiled book under construction.
#[derive(Default)]
pub(crate) struct BookBuilder {
    patterns: Vec<Pattern>,
    seen: BTreeMap<(usize, String), usize>,
}

struct Pattern {
    kind: u8,
    elements: Vec<Element>,
    file: PathBuf,
    line: usize,
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
        let text = row.cell(0);
        if let Some(line) = self.seen.get(&(kind, text.to_owned())) {
            problems.add(&row.file, row.line, format!("`{text}` stands in line {line} already"));
            return false;
        }
        self.seen.insert((kind, text.to_owned()), row.line);
        match parse(text, words) {
            Ok(elements) => {
                let kind = u8::try_from(kind).unwrap_or(u8::MAX);
                let (file, line) = (row.file.clone(), row.line);
                self.patterns.push(Pattern { kind, elements, file, line });
                true
            }
            Err(what) => {
                problems.add(&row.file, row.line, what);
                false
            }
        }
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
        self.add(class, row, words, problems);
    }

    pub(crate) fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Counts how often the patterns use each word.
    pub(crate) fn count(&self, uses: &mut [usize]) {
        let elements = self.patterns.iter().flat_map(|pattern| &pattern.elements);
        for word in elements.flat_map(Element::words) {
            uses[*word] += 1;
        }
    }

    pub(crate) fn write(
        &self,
        out: &mut String,
        name: &str,
        words: &Words,
        numbering: &Numbering,
        problems: &mut Problems,
    ) {
        let mut bytes: Vec<u8> = Vec::new();
        let mut lengths: Vec<u8> = Vec::new();
        let mut blocks: Vec<u32> = Vec::new();
        let mut leads: Vec<u8> = Vec::new();
        let mut spreads: Vec<u8> = Vec::new();
        let mut by_word: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        let mut by_class: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for (place, pattern) in self.patterns.iter().enumerate() {
            if place % BLOCK == 0 {
                blocks.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            }
            let begin = bytes.len();
            let few = pattern.elements.iter().all(|element| encode(element, numbering, &mut bytes));
            lengths.push(u8::try_from(bytes.len() - begin).unwrap_or(0));
            if !few || bytes.len() - begin > usize::from(u8::MAX) {
                problems.add(&pattern.file, pattern.line, "too long: make a class of the words");
            }
            let number = u16::try_from(place).unwrap_or_else(|_| {
                problems.add(&pattern.file, pattern.line, "more patterns than a book holds");
                0
            });
            let anchor = anchor(&pattern.elements, words, numbering);
            leads.push(anchor.lead);
            spreads.push(anchor.spread);
            match &pattern.elements[anchor.place].what {
                What::Class(class) => by_class.entry(u16::from(*class)).or_default().push(number),
                What::Words(ids) => {
                    let ids: BTreeSet<u16> = ids.iter().map(|id| numbering.number(*id)).collect();
                    for id in ids {
                        by_word.entry(id).or_default().push(number);
                    }
                }
                What::NotWord(_) | What::NotClass(_) | What::Any | What::Gap(_) => {
                    problems.add(&pattern.file, pattern.line, "no word to find the pattern by");
                }
            }
        }
        let kinds: Vec<u8> = self.patterns.iter().map(|pattern| pattern.kind).collect();
        write_array(out, &format!("{name}_KINDS"), "u8", &kinds);
        write_array(out, &format!("{name}_LEADS"), "u8", trimmed(&leads));
        write_array(out, &format!("{name}_SPREADS"), "u8", trimmed(&spreads));
        write_array(out, &format!("{name}_BYTES"), "u8", &bytes);
        write_array(out, &format!("{name}_BLOCKS"), "u32", &blocks);
        write_array(out, &format!("{name}_LENGTHS"), "u8", &lengths);
        write_index(out, &format!("{name}_BY_WORD"), &by_word, words.len() + 1, problems);
        write_index(out, &format!("{name}_BY_CLASS"), &by_class, words.class_count(), problems);
        let _ = writeln!(
            out,
            "pub(crate) static {name}: Book = Book {{ kinds: &{name}_KINDS, leads: &{name}_LEADS, spreads: &{name}_SPREADS, \
             bytes: &{name}_BYTES, blocks: &{name}_BLOCKS, lengths: &{name}_LENGTHS, \
             by_word: {name}_BY_WORD, by_class: {name}_BY_CLASS }};"
        );
    }
}

/// Patterns in a block: the start of each block is written down, the starts within follow from the
/// lengths. Shared with `src/lexicon/book.rs`.
const BLOCK: usize = 8;

/// The element to find a pattern by.
struct Anchor {
    place: usize,
    /// The fewest words before it, and how many more there can be.
    lead: u8,
    spread: u8,
}

/// Picks the element whose words are used least, of those that must be there.
fn anchor(elements: &[Element], words: &Words, numbering: &Numbering) -> Anchor {
    let mut best = (usize::MAX, Anchor { place: 0, lead: 0, spread: 0 });
    let (mut lead, mut spread) = (0_u8, 0_u8);
    for (place, element) in elements.iter().enumerate() {
        let uses = match &element.what {
            What::Words(ids) => ids.iter().map(|id| numbering.uses(*id) + ENTRY).sum(),
            What::Class(class) => {
                ENTRY + words.of_class(*class).map(|id| numbering.uses(id) + 1).sum::<usize>()
            }
            What::NotWord(_) | What::NotClass(_) | What::Any | What::Gap(_) => usize::MAX,
        };
        let cost = uses.saturating_mul(usize::from(spread) + 1);
        if !element.optional && cost < best.0 {
            best = (cost, Anchor { place, lead, spread });
        }
        let (least, most) = match element.what {
            What::Gap(width) => (0, width),
            What::Class(class) => (1, words.longest_run(class)),
            What::Words(_) | What::NotWord(_) | What::NotClass(_) | What::Any => (1, 1),
        };
        let least = if element.optional { 0 } else { least };
        let further = (lead.checked_add(least), spread.checked_add(most - least));
        let (Some(next_lead), Some(next_spread)) = further else { break };
        (lead, spread) = (next_lead, next_spread);
    }
    best.1
}

/// Appends an element; says whether its alternatives are few enough.
fn encode(element: &Element, numbering: &Numbering, bytes: &mut Vec<u8>) -> bool {
    if element.optional {
        bytes.push(OPTIONAL);
    }
    match &element.what {
        What::Words(ids) => {
            let mut codes = Vec::new();
            ids.iter().for_each(|id| numbering.encode(*id, &mut codes));
            if ids.len() > 1 {
                let Ok(length) = u8::try_from(codes.len()) else { return false };
                if length <= LONGEST_FEW {
                    bytes.push(FEW_WORDS + length);
                } else {
                    bytes.extend([WORDS, length]);
                }
            }
            bytes.append(&mut codes);
        }
        What::Class(class) => bytes.extend([CLASS, *class]),
        What::NotWord(id) => {
            bytes.push(NOT_WORD);
            numbering.encode(*id, bytes);
        }
        What::NotClass(class) => bytes.extend([NOT_CLASS, *class]),
        What::Any => bytes.push(ANY),
        What::Gap(width) => bytes.push(GAP + width),
    }
    true
}

/// Writes the patterns of each key as a sparse list: a bit for each key that has some, the number of
/// patterns of each such key, and for each 64 keys where their bits' counts and patterns begin.
fn write_index(
    out: &mut String,
    name: &str,
    index: &BTreeMap<u16, Vec<u16>>,
    keys: usize,
    problems: &mut Problems,
) {
    let mut bits = vec![0_u64; keys.div_ceil(64)];
    let mut begins = vec![(0_u16, 0_u16); bits.len()];
    let mut counts: Vec<u8> = Vec::new();
    let mut all: Vec<u16> = Vec::new();
    for block in 0..bits.len() {
        let begin = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        begins[block] = (begin(counts.len()), begin(all.len()));
        for place in 0..64 {
            let key = u16::try_from(block * 64 + place).unwrap_or(u16::MAX);
            if let Some(patterns) = index.get(&key) {
                bits[block] |= 1 << place;
                all.extend(patterns);
                counts.push(u8::try_from(patterns.len()).unwrap_or_else(|_| {
                    problems.add(Path::new(name), 0, "more than 255 patterns hang on one word");
                    0
                }));
            }
        }
    }
    if all.len() > usize::from(u16::MAX) {
        problems.add(Path::new(name), 0, "more places to find patterns by than a book holds");
    }
    write_array(out, &format!("{name}_BITS"), "u64", &bits);
    write_array(out, &format!("{name}_BEGINS"), "(u16, u16)", &begins);
    write_array(out, &format!("{name}_COUNTS"), "u8", &counts);
    write_array(out, &format!("{name}_ALL"), "u16", &all);
    let _ = writeln!(
        out,
        "const {name}: Index = Index {{ bits: &{name}_BITS, begins: &{name}_BEGINS, \
         counts: &{name}_COUNTS, all: &{name}_ALL }};"
    );
}
