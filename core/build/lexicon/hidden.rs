//! The spellings under which rude words are also found: one by one, by sound, or without their vowels.

use std::collections::BTreeMap;
use std::path::Path;

use super::numbering::Numbering;
use super::words::Words;
use super::write::{write_array, write_text};
use crate::sound;
use crate::tsv::{self, Problems};

/// Stands for no word: the spelling is not to be taken for one.
const INNOCENT: &str = "-";
/// The class of the words that are likeliest hidden.
const USUAL: &str = "common_mask";
/// The shortest keys: names and short forms are full of shorter ones.
const SHORTEST_USUAL: usize = 4;
const SHORTEST: usize = 5;
const SHORTEST_BONES: usize = 6;

/// Texts by length and then by spelling, as the words are kept, and the word each stands for.
type Table = BTreeMap<(usize, String), Option<usize>>;

/// The word of each spelling that has a row, and of each sound.
#[derive(Default)]
pub(crate) struct Hidden {
    spellings: Table,
    sounds: Table,
}

impl Hidden {
    /// Reads the spellings and derives the keys of the words people hide.
    pub(crate) fn read(file: &Path, words: &Words, problems: &mut Problems) -> Self {
        let mut hidden = Self::default();
        for row in tsv::read(file, &["spelling", "word", "note"], problems) {
            let (spelling, word) = (row.cell(0), row.cell(1));
            let id = words.known(word);
            if !spelling.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()) {
                problems.add(&row.file, row.line, "a spelling is small letters and digits");
            } else if id.is_none() && word != INNOCENT {
                problems.add(&row.file, row.line, format!("no table knows `{word}`"));
            } else if hidden.spellings.insert((spelling.len(), spelling.to_owned()), id).is_some() {
                problems.add(&row.file, row.line, format!("`{spelling}` stands here twice"));
            }
            // A spelling that is its own key stands for all that sound like it.
            if let Some(id) = id.filter(|_| key(spelling, false).as_deref() == Some(spelling)) {
                hidden.sounds.entry((spelling.len(), spelling.to_owned())).or_insert(Some(id));
            }
        }
        for (id, class) in words.disguised().filter(|(_, class)| *class != "slur") {
            hidden.add(words.texts()[id].as_str(), id, class == USUAL);
        }
        hidden
    }

    fn add(&mut self, word: &str, id: usize, usual: bool) {
        self.add_sound(key(word, false), id, if usual { SHORTEST_USUAL } else { SHORTEST });
        self.add_sound(key(word, true), id, SHORTEST);
        let letters = word.char_indices().filter(|(at, it)| *at == 0 || !is_vowel(*it));
        let bones: String = letters.map(|(_, letter)| letter).collect();
        // "cnts" may be counts, "twts" tweets, "crtns" cartons.
        let plural = word.ends_with('s') && !word.ends_with("ss");
        let usual = usual && !plural;
        if !word.starts_with(is_vowel) && (usual || bones.len() >= SHORTEST_BONES) {
            self.add_sound(key(&bones, false), id, if usual { SHORTEST_USUAL } else { SHORTEST });
        }
    }

    /// The first word of a key keeps it.
    fn add_sound(&mut self, key: Option<String>, id: usize, shortest: usize) {
        if let Some(key) = key.filter(|key| key.len() >= shortest) {
            self.sounds.entry((key.len(), key)).or_insert(Some(id));
        }
    }

    pub(crate) fn write(&self, out: &mut String, numbering: &Numbering) {
        write_table(out, "SPELLINGS", &self.spellings, numbering);
        write_table(out, "SOUNDS", &self.sounds, numbering);
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiou".contains(letter)
}

fn key(word: &str, long: bool) -> Option<String> {
    let key = sound::key(word.as_bytes(), long)?;
    Some(String::from_utf8_lossy(key.as_bytes()).into_owned())
}

fn write_table(out: &mut String, name: &str, table: &Table, numbering: &Numbering) {
    let longest = table.keys().map(|(length, _)| *length).max().unwrap_or(0);
    let mut firsts = Vec::new();
    let mut starts = Vec::new();
    let mut start = 0;
    for length in 0..=longest + 1 {
        let first = table.keys().filter(|(other, _)| *other < length).count();
        firsts.push(u16::try_from(first).unwrap_or(u16::MAX));
        starts.push(u16::try_from(start).unwrap_or(u16::MAX));
        start += length * table.keys().filter(|(other, _)| *other == length).count();
    }
    let texts: String = table.keys().map(|(_, text)| text.as_str()).collect();
    let words: Vec<u16> =
        table.values().map(|word| word.map_or(0, |word| numbering.number(word))).collect();
    write_text(out, &format!("{name}_TEXT"), &texts);
    write_array(out, &format!("{name}_FIRSTS"), "u16", &firsts);
    write_array(out, &format!("{name}_STARTS"), "u16", &starts);
    write_array(out, &format!("{name}_WORDS"), "u16", &words);
    out.push_str(&format!(
        "pub(crate) static {name}: Spellings = Spellings {{ text: {name}_TEXT, firsts: &{name}_FIRSTS, \
         starts: &{name}_STARTS, words: &{name}_WORDS }};\n"
    ));
}
