//! The final numbers of the words, and the bytes that stand for them in patterns.

use std::fmt::Write as _;

use super::write::{write_array, write_text};

/// The first byte that begins a word in a pattern. Shared with `src/lexicon/program.rs`.
pub(crate) const FIRST_PAGE: u8 = 32;

/// Words numbered from 1 by length and then by spelling, so that they are found, and cut out of one
/// string, without any table of places.
pub(crate) struct Numbering {
    texts: Vec<String>,
    /// The number of each word in the order of first use.
    numbers: Vec<u16>,
    uses: Vec<usize>,
    /// The words used most, which take one byte in a pattern.
    common: Vec<u16>,
    first_common: u8,
}

impl Numbering {
    pub(crate) fn of(words: &[String], uses: Vec<usize>) -> Self {
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|word| (words[*word].len(), &words[*word]));
        let mut numbers = vec![0; words.len()];
        for (place, word) in order.iter().enumerate() {
            numbers[*word] = u16::try_from(place + 1).unwrap_or(u16::MAX);
        }
        let pages = u8::try_from(words.len() / 256 + 1).unwrap_or(u8::MAX);
        let first_common = FIRST_PAGE.saturating_add(pages);
        order.sort_by_key(|word| (std::cmp::Reverse(uses[*word]), numbers[*word]));
        let common = order.iter().take(usize::from(u8::MAX - first_common) + 1);
        let mut common: Vec<u16> = common.map(|word| numbers[*word]).collect();
        common.sort_unstable();
        let mut texts = words.to_vec();
        texts.sort_by_key(|word| (word.len(), word.clone()));
        Self { texts, numbers, uses, common, first_common }
    }

    pub(crate) fn number(&self, word: usize) -> u16 {
        self.numbers[word]
    }

    /// How often the patterns use a word.
    pub(crate) fn uses(&self, word: usize) -> usize {
        self.uses[word]
    }

    /// Appends the byte of a common word, or the page and the place in it of any other.
    pub(crate) fn encode(&self, word: usize, bytes: &mut Vec<u8>) {
        let number = self.number(word);
        match self.common.iter().position(|common| *common == number) {
            Some(place) => bytes.push(self.first_common + u8::try_from(place).unwrap_or(0)),
            None => {
                let [page, place] = number.to_be_bytes();
                bytes.extend([FIRST_PAGE + page, place]);
            }
        }
    }

    pub(crate) fn write(&self, out: &mut String) {
        // Readers take eight bytes at a time.
        write_text(out, "WORDS", &format!("{}{:8}", self.texts.concat(), ""));
        // For each length: the number of its first word, and where that stands.
        let longest = self.texts.last().map_or(0, String::len);
        let mut firsts = Vec::new();
        let mut starts = Vec::new();
        let mut start = 0;
        for length in 0..=longest + 1 {
            let first = self.texts.partition_point(|word| word.len() < length);
            firsts.push(u16::try_from(first + 1).unwrap_or(u16::MAX));
            starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            start += length * self.texts.iter().filter(|word| word.len() == length).count();
        }
        write_array(out, "LENGTH_FIRSTS", "u16", &firsts);
        write_array(out, "LENGTH_STARTS", "u32", &starts);
        write_array(out, "COMMON", "u16", &self.common);
        let _ = writeln!(out, "pub(crate) const FIRST_COMMON: u8 = {};", self.first_common);
    }
}
