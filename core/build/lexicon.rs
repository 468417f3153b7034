//! Compiles the word tables under `data/en/`: every word gets a number and its classes, every pattern
//! a few bytes, indexed by the words or the class it is easiest found by. Nothing is parsed at run time.
#![allow(
    clippy::indexing_slicing,
    reason = "a build script: indices into tables it has just made; a slip stops the build"
)]

#[path = "lexicon/book.rs"]
mod book;
#[path = "lexicon/hidden.rs"]
mod hidden;
#[path = "lexicon/numbering.rs"]
mod numbering;
#[path = "lexicon/pattern.rs"]
mod pattern;
#[path = "lexicon/words.rs"]
mod words;
#[path = "lexicon/write.rs"]
mod write;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::tsv::{self, Problems, Row};
use book::BookBuilder;
use hidden::Hidden;
use numbering::Numbering;
use words::Words;
use write::{trimmed, write_array, write_blob};

/// Folders of the message book and the columns of their tables; the issues are last.
const MESSAGE_FOLDERS: [(&str, &[&str]); 5] = [
    ("signals", &["pattern", "weight", "note"]),
    ("flags", &["pattern", "note"]),
    ("crisis", &["pattern", "note"]),
    ("severe", &["pattern", "note"]),
    ("issues", &["pattern", "head", "note"]),
];

/// Words are named by a page and a place in it, and the pages share a byte with other things.
const MOST_WORDS: usize = 50_000;

/// Weights are thousandths of heat.
const WEIGHTS: std::ops::RangeInclusive<i16> = -1000..=1000;

/// Writes the words, the classes and the books of messages and reviews.
pub(crate) fn generate(data: &Path, problems: &mut Problems) -> String {
    let english = data.join("en");
    let mut words = Words::default();
    let compounds = words.read_classes(&english.join("classes"), problems);

    let hidden = Hidden::read(&english.join("spellings.tsv"), &words, problems);

    let mut classes = BookBuilder::default();
    for compound in &compounds {
        classes.add_run(compound.class, &compound.row, &mut words, problems);
    }
    let mut message = BookBuilder::default();
    let details = message_book(&english, &mut message, &mut words, problems);
    let mut review = BookBuilder::default();
    let rules = review_book(&english, &mut review, &mut words, problems);

    let mut uses = vec![0; words.len()];
    for book in [&classes, &message, &review] {
        book.count(&mut uses);
    }
    if words.len() > MOST_WORDS {
        problems.add(&english, 0, format!("more than {MOST_WORDS} different words"));
    }
    let numbering = Numbering::of(words.texts(), uses);

    let mut out = String::new();
    numbering.write(&mut out);
    words.write(&mut out, &numbering);
    hidden.write(&mut out, &numbering);
    classes.write(&mut out, "COMPOUNDS", &words, &numbering, problems);
    message.write(&mut out, "MESSAGE", &words, &numbering, problems);
    details.write(&mut out);
    review.write(&mut out, "REVIEW", &words, &numbering, problems);
    let names: Vec<String> = rules.iter().map(|rule| format!("{rule:?}")).collect();
    let _ = writeln!(
        out,
        "#[cfg(test)]\npub(crate) static REVIEW_RULES: [&str; {}] = [{}];",
        names.len(),
        names.join(", ")
    );
    out
}

/// What the message book says of its kinds and patterns beside the patterns themselves.
#[derive(Default)]
struct Details {
    kinds: Vec<String>,
    weights: Vec<i16>,
    heads: Vec<String>,
    /// The head of each pattern from the first issue on.
    head_of: Vec<u8>,
    first_issue: usize,
}

impl Details {
    fn head(&mut self, head: &str) -> Option<u8> {
        let place = self.heads.iter().position(|known| known == head).unwrap_or_else(|| {
            self.heads.push(head.to_owned());
            self.heads.len() - 1
        });
        u8::try_from(place).ok()
    }

    fn write(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "pub(crate) static MESSAGE_KINDS_OF: [Kind; {}] = [{}];",
            self.kinds.len(),
            self.kinds.join(", ")
        );
        write_array(out, "MESSAGE_WEIGHTS", "i16", trimmed(&self.weights));
        let _ = writeln!(out, "pub(crate) const FIRST_ISSUE: usize = {};", self.first_issue);
        write_array(out, "MESSAGE_HEADS_OF", "u8", &self.head_of);
        write_blob(out, "MESSAGE_HEADS", &self.heads);
    }
}

fn message_book(
    english: &Path,
    book: &mut BookBuilder,
    words: &mut Words,
    problems: &mut Problems,
) -> Details {
    let mut details = Details::default();
    for (folder, columns) in MESSAGE_FOLDERS {
        for file in tsv::list(&english.join(folder), "tsv") {
            let stem = stem(&file);
            details.kinds.push(kind(folder, &stem));
            let kind = details.kinds.len() - 1;
            for row in tsv::read(&file, columns, problems) {
                let weight = if folder == "signals" { weight(&row, problems) } else { 0 };
                if !book.add(kind, &row, words, problems) {
                    continue;
                }
                details.weights.push(weight);
                if folder == "issues" {
                    match details.head(row.cell(1)) {
                        Some(head) => details.head_of.push(head),
                        None => problems.add(&row.file, row.line, "more than 256 heads"),
                    }
                } else {
                    details.first_issue = book.len();
                }
            }
        }
    }
    details
}

/// A kind as a Rust expression; a name that is no variant fails to compile with the name in the message.
fn kind(folder: &str, stem: &str) -> String {
    let name = pascal(stem);
    match folder {
        "signals" => format!("Kind::Signal(Signal::{name})"),
        "flags" => match stem.strip_prefix("not_") {
            Some(flag) => format!("Kind::NotFlag(Flag::{})", pascal(flag)),
            None => format!("Kind::Flag(Flag::{name})"),
        },
        "crisis" if stem == "not" => "Kind::NotCrisis".to_owned(),
        "crisis" => format!("Kind::Crisis(Crisis::{name})"),
        "severe" if stem == "not" => "Kind::NotSevere".to_owned(),
        "severe" if stem == "veiled" => "Kind::Veiled".to_owned(),
        "severe" => format!("Kind::Severe(SevereKind::{name})"),
        _ => format!("Kind::Issue(IssueKind::{name})"),
    }
}

fn weight(row: &Row, problems: &mut Problems) -> i16 {
    match row.cell(1).parse::<i16>() {
        Ok(weight) if WEIGHTS.contains(&weight) => weight,
        Ok(_) | Err(_) => {
            problems.add(&row.file, row.line, "the weight must be a number from -1000 to 1000");
            0
        }
    }
}

/// Review tables choose their own columns; those that begin with `pattern` are compiled here, a rule a
/// file, patterns numbered in the order of the files and rows. Returns the rules' file names.
fn review_book(
    english: &Path,
    book: &mut BookBuilder,
    words: &mut Words,
    problems: &mut Problems,
) -> Vec<String> {
    let mut rules = Vec::new();
    for file in tsv::list(&english.join("review"), "tsv") {
        let columns = header(&file);
        if columns.first().is_none_or(|column| column != "pattern") {
            continue;
        }
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        rules.push(stem(&file));
        for row in tsv::read(&file, &columns, problems) {
            book.add(rules.len() - 1, &row, words, problems);
        }
    }
    rules
}

fn header(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
        .unwrap_or_default()
}

fn stem(file: &PathBuf) -> String {
    Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn pascal(name: &str) -> String {
    name.split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect::<String>()
            })
        })
        .collect()
}
