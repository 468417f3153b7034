//! Words, their numbers and their classes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::numbering::Numbering;
use super::write::{write_array, write_blob};
use crate::tsv::{self, Problems, Row};

/// Words of these classes are also sought in disguise: `f**k`, `1d10t`, `i d i o t`.
const DISGUISED: [&str; 6] =
    ["common_mask", "insult_adjective", "insult_noun", "slur", "swear", "threat_word"];

/// A class entry of several words.
pub(crate) struct Compound {
    pub(crate) class: usize,
    pub(crate) row: Row,
}

/// Every word of every table in the order of first use, and its classes.
#[derive(Default)]
pub(crate) struct Words {
    ids: BTreeMap<String, usize>,
    texts: Vec<String>,
    classes_of: Vec<Vec<u8>>,
    classes: Vec<String>,
    longest_runs: BTreeMap<u8, u8>,
    disguised: Vec<usize>,
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
                let number = u8::try_from(class).unwrap_or(u8::MAX);
                if word.contains(' ') {
                    let length = u8::try_from(word.split(' ').count()).unwrap_or(u8::MAX);
                    let longest = self.longest_runs.entry(number).or_default();
                    *longest = length.max(*longest);
                    compounds.push(Compound { class, row });
                    continue;
                }
                if let Err(what) = check(&word) {
                    problems.add(&row.file, row.line, what);
                    continue;
                }
                let id = self.id(&word);
                let classes = &mut self.classes_of[id];
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

    /// Returns the place of a word, giving it one if it is new.
    pub(crate) fn id(&mut self, word: &str) -> usize {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.texts.len();
        self.texts.push(word.to_owned());
        self.classes_of.push(Vec::new());
        self.ids.insert(word.to_owned(), id);
        id
    }

    pub(crate) fn class(&self, name: &str) -> Option<u8> {
        let place = self.classes.iter().position(|class| class == name);
        place.and_then(|place| u8::try_from(place).ok())
    }

    /// The single words of a class.
    pub(crate) fn of_class(&self, class: u8) -> impl Iterator<Item = usize> {
        let classes = self.classes_of.iter().enumerate();
        classes.filter(move |(_, classes)| classes.contains(&class)).map(|(id, _)| id)
    }

    /// Returns the words of the longest entry of a class.
    pub(crate) fn longest_run(&self, class: u8) -> u8 {
        self.longest_runs.get(&class).copied().unwrap_or(1)
    }

    /// The words people hide, the most usual first, and the class by which each came in.
    pub(crate) fn disguised(&self) -> impl Iterator<Item = (usize, &str)> {
        self.disguised.iter().map(|id| {
            let mut names =
                self.classes_of[*id].iter().map(|class| &self.classes[usize::from(*class)]);
            let name = names.find(|name| DISGUISED.contains(&name.as_str()));
            (*id, name.map_or("", String::as_str))
        })
    }

    /// Returns the place of a word that is there already.
    pub(crate) fn known(&self, word: &str) -> Option<usize> {
        self.ids.get(word).copied()
    }

    pub(crate) fn texts(&self) -> &[String] {
        &self.texts
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(crate) fn class_count(&self) -> usize {
        self.classes.len()
    }

    pub(crate) fn write(&self, out: &mut String, numbering: &Numbering) {
        self.write_class_enum(out);
        write_blob(out, "CLASS_NAMES", &self.classes);
        self.write_class_sets(out, numbering);
        // Grouped by first letter, so that a mask is compared with few words.
        let letter_of = |id: usize| self.texts[id].as_bytes()[0];
        let mut disguised = self.disguised.clone();
        disguised.sort_by_key(|id| letter_of(*id));
        let mut by_letter = vec![0_u16];
        for letter in b'a'..=b'z' {
            let count = disguised.iter().filter(|id| letter_of(**id) <= letter).count();
            by_letter.push(u16::try_from(count).unwrap_or(u16::MAX));
        }
        let disguised: Vec<u16> = disguised.iter().map(|id| numbering.number(*id)).collect();
        write_array(out, "DISGUISED", "u16", &disguised);
        write_array(out, "DISGUISED_STARTS", "u16", &by_letter);
    }

    /// Few combinations of classes exist: each is written once, after its length, and each word names the
    /// place of its own. At 0 stands the combination of no class at all.
    fn write_class_sets(&self, out: &mut String, numbering: &Numbering) {
        let mut all = vec![0_u8];
        let mut places: BTreeMap<&[u8], usize> = BTreeMap::from([(&[][..], 0)]);
        let mut set_of = vec![0_u16; self.texts.len() + 1];
        for (id, classes) in self.classes_of.iter().enumerate() {
            let place = *places.entry(classes).or_insert_with(|| {
                let place = all.len();
                all.push(u8::try_from(classes.len()).unwrap_or(u8::MAX));
                all.extend(classes);
                place
            });
            set_of[usize::from(numbering.number(id))] = u16::try_from(place).unwrap_or(u16::MAX);
        }
        write_array(out, "WORD_CLASS_SETS", "u16", &set_of);
        write_array(out, "CLASS_SETS", "u8", &all);
    }

    fn write_class_enum(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "#[allow(dead_code, reason = \"some classes are read by patterns only\")]\n\
             #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]\n#[repr(u8)]\npub(crate) enum Class {{"
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
