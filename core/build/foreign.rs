//! Compiles `data/en/foreign.tsv`: the words by which another language is told from English.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::tsv::{self, Problems};

/// Words by length and then by spelling, so that they are found in one string by halving.
type Texts = BTreeSet<(usize, String)>;

pub(crate) fn generate(data: &Path, problems: &mut Problems) -> String {
    let mut words = Texts::new();
    let mut particles = Texts::new();
    for row in
        tsv::read(&data.join("en/foreign.tsv"), &["language", "words", "particles"], problems)
    {
        for (column, all) in [(1, &mut words), (2, &mut particles)] {
            for word in row.cell(column).split(' ').filter(|word| !word.is_empty()) {
                if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    all.insert((word.len(), word.to_owned()));
                } else {
                    problems.add(&row.file, row.line, format!("`{word}` is not folded"));
                }
            }
        }
    }
    // What is a particle in one language and a word in another proves little.
    words.retain(|word| !particles.contains(word));
    let mut out = String::new();
    write(&mut out, "WORDS", &words);
    write(&mut out, "PARTICLES", &particles);
    out
}

/// For each length its texts, one after the other.
fn write(out: &mut String, name: &str, texts: &Texts) {
    let longest = texts.last().map_or(0, |(length, _)| *length);
    let of_length: Vec<String> = (0..=longest)
        .map(|length| {
            let these = texts.iter().filter(|(other, _)| *other == length);
            these.map(|(_, text)| text.as_str()).collect()
        })
        .collect();
    let _ = writeln!(out, "static {name}: [&str; {}] = {of_length:?};", of_length.len());
}
