//! Words, their numbers and their classes.
#![allow(
    clippy::indexing_slicing,
    reason = "a build script: indices into tables it has just made; a slip stops the build"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::tsv::{self, Problems, Row};

/// Words of these classes are also sought in disguise: `f**k`, `1d10t`, `i d i o t`.
const DISGUISED: [&str; 5] = ["common_mask", "insult_adjective", "insult_noun", "slur", "swear"];

/// A class entry of several words.
pub(crate) struct Compound {
    pub(crate) class: usize,
    pub(crate) row: Row,
}

/// Every word of every table, numbered from 1 in the order of first use; 0 is an unknown word.
#[derive(Default)]
pub(crate) struct Words {
    ids: BTreeMap<String, u16>,
    texts: Vec<String>,
    classes_of: Vec<Vec<u8>>,
    classes: Vec<String>,
    disguised: Vec<u16>,
    sets: Vec<Vec<u16>>,
}

impl Words {
    /// Reads every class; the single words are entered, the entries of several words returned.
    pub(crate) fn read_classes(&mut self, folder: &Path, problems: &mut Problems) -> Vec<Compound> {
        let mut compounds = Vec::new();
        for file in tsv::list(folder, "tsv") {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let class = self.classes.len();
            self.classes.push(name.clone());
            for row in tsv::read(&file, &["word", "note"], problems) {
                let word = row.cell(0).to_owned();
                if word.contains(' ') {
                    compounds.push(Compound { class, row });
                    continue;
                }
                if let Err(what) = check(&word) {
                    problems.add(&row.file, row.line, what);
                    continue;
                }
                let id = self.id(&word);
                let number = u8::try_from(class).unwrap_or(u8::MAX);
                let classes = &mut self.classes_of[usize::from(id) - 1];
                if classes.contains(&number) {
                    problems.add(&row.file, row.line, format!("`{word}` stands here twice"));
                } else {
                    classes.push(number);
                }
                if DISGUISED.contains(&name.as_str())
                    && word.len() >= 3
                    && word.bytes().all(|byte| byte.is_ascii_lowercase())
                    && !self.disguised.contains(&id)
                {
                    self.disguised.push(id);
                }
            }
        }
        if self.classes.len() > 250 {
            problems.add(folder, 0, "more than 250 classes");
        }
        compounds
    }

    /// Returns the number of a word, giving it one if it is new.
    pub(crate) fn id(&mut self, word: &str) -> u16 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        self.texts.push(word.to_owned());
        self.classes_of.push(Vec::new());
        let id = u16::try_from(self.texts.len()).unwrap_or(u16::MAX);
        self.ids.insert(word.to_owned(), id);
        id
    }

    pub(crate) fn class(&self, name: &str) -> Option<usize> {
        self.classes.iter().position(|class| class == name)
    }

    /// Returns the number of a set of words.
    pub(crate) fn set(&mut self, mut ids: Vec<u16>) -> u16 {
        ids.sort_unstable();
        ids.dedup();
        let place = self.sets.iter().position(|set| *set == ids).unwrap_or_else(|| {
            self.sets.push(ids);
            self.sets.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    pub(crate) fn set_words(&self, set: u16) -> &[u16] {
        &self.sets[usize::from(set)]
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(crate) fn class_count(&self) -> usize {
        self.classes.len()
    }

    pub(crate) fn write(&self, out: &mut String) {
        self.write_class_enum(out);
        write_blob(out, "WORDS", &self.texts);
        let mut starts = vec![0_u32];
        let mut all: Vec<u8> = Vec::new();
        for classes in &self.classes_of {
            all.extend(classes);
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        write_array(out, "WORD_CLASS_STARTS", "u32", &starts);
        write_array(out, "WORD_CLASSES", "u8", &all);
        self.write_slots(out);
        // Grouped by first letter, so that a mask is compared with few words.
        let mut disguised = self.disguised.clone();
        disguised.sort_by_key(|id| self.texts[usize::from(*id) - 1].as_bytes()[0]);
        let mut by_letter = vec![0_u32];
        for letter in b'a'..=b'z' {
            let count = disguised
                .iter()
                .filter(|id| self.texts[usize::from(**id) - 1].as_bytes()[0] <= letter)
                .count();
            by_letter.push(u32::try_from(count).unwrap_or(u32::MAX));
        }
        write_array(out, "DISGUISED", "u16", &disguised);
        write_array(out, "DISGUISED_STARTS", "u32", &by_letter);
    }

    /// An open-addressed table of word numbers, at most half full.
    fn write_slots(&self, out: &mut String) {
        let size = (self.texts.len() * 2).next_power_of_two().max(16);
        let mut slots = vec![0_u16; size];
        for (index, word) in self.texts.iter().enumerate() {
            let mut slot = usize::try_from(hash(word)).unwrap_or(0) & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = u16::try_from(index + 1).unwrap_or(u16::MAX);
        }
        write_array(out, "SLOTS", "u16", &slots);
    }

    fn write_class_enum(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]\n#[repr(u8)]\npub(crate) enum Class {{"
        );
        for (index, name) in self.classes.iter().enumerate() {
            let _ = writeln!(out, "    {} = {index},", super::pascal(name));
        }
        let _ = writeln!(
            out,
            "}}\nimpl Class {{\n    pub(crate) const fn code(self) -> u8 {{\n        match self {{"
        );
        for (index, name) in self.classes.iter().enumerate() {
            let _ = writeln!(out, "            Self::{} => {index},", super::pascal(name));
        }
        let _ = writeln!(out, "        }}\n    }}\n}}");
    }

    pub(crate) fn write_sets(&self, out: &mut String) {
        let mut starts = vec![0_u32];
        let mut all: Vec<u16> = Vec::new();
        for set in &self.sets {
            all.extend(set);
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        write_array(out, "SET_STARTS", "u32", &starts);
        write_array(out, "SETS", "u16", &all);
    }
}

/// FNV-1a, the same as `lexicon/words.rs` of the library computes.
fn hash(word: &str) -> u32 {
    word.bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Says why a word is not in folded form.
pub(crate) fn check(word: &str) -> Result<(), String> {
    if word.is_empty() {
        return Err("an empty word".to_owned());
    }
    if word
        .chars()
        .any(|letter| letter.is_ascii() && !letter.is_ascii_lowercase() && !letter.is_ascii_digit())
        || word.chars().any(|letter| letter.is_uppercase() || "‘’“”–—…".contains(letter))
    {
        // The two marks that stand for a masked word and for emoticons are words of their own.
        if matches!(word, "****" | ":(" | ":)") {
            return Ok(());
        }
        return Err(format!("`{word}` is not folded: lower case letters and digits only"));
    }
    Ok(())
}

pub(crate) fn write_blob(out: &mut String, name: &str, texts: &[String]) {
    let mut starts = vec![0_u32];
    let mut blob = String::new();
    for text in texts {
        blob.push_str(text);
        starts.push(u32::try_from(blob.len()).unwrap_or(u32::MAX));
    }
    let _ = writeln!(out, "pub(crate) static {name}: &str = {blob:?};");
    write_array(out, &format!("{name}_STARTS"), "u32", &starts);
}

pub(crate) fn write_array<T: std::fmt::Debug>(
    out: &mut String,
    name: &str,
    kind: &str,
    values: &[T],
) {
    let _ = writeln!(out, "pub(crate) static {name}: [{kind}; {}] = {values:?};", values.len());
}
