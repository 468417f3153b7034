//! What is lost when abuse is hidden, way by way, and what is never found where nothing is hidden.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its tables should fail")]

#[path = "support/disguises.rs"]
mod disguises;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use disguises::{KINDS, YOU};
use unruffled::{Classification, Conduct, EvidenceKind, Flag, Policy, classify_message};

/// The words of a class that are hidden: single words of four letters or more.
fn words() -> BTreeSet<&'static str> {
    [
        include_str!("../data/en/classes/insult_noun.tsv"),
        include_str!("../data/en/classes/insult_adjective.tsv"),
        include_str!("../data/en/classes/swear.tsv"),
        include_str!("../data/en/classes/slur.tsv"),
    ]
    .into_iter()
    .flat_map(|table| table.lines().skip(1).filter_map(|line| line.split('\t').next()))
    .filter(|word| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
    .collect()
}

/// The first rude word of a message, as offsets.
fn rude_word(text: &str, words: &BTreeSet<&str>) -> Option<(usize, usize)> {
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_ascii_alphabetic() {
            start.get_or_insert(at);
        } else if let Some(first) = start.take() {
            let word = text.get(first..at)?.to_ascii_lowercase();
            if words.contains(word.as_str()) {
                return Some((first, at));
            }
        }
    }
    None
}

fn crosses(text: &str) -> bool {
    classify_message(text, Policy::standard()).reading.crosses_line()
}

/// What one way of hiding came to.
struct Tally {
    name: &'static str,
    tried: usize,
    lost: Vec<String>,
}

impl Tally {
    fn of(name: &'static str, hidden: impl Iterator<Item = String>) -> Self {
        let mut tally = Self { name, tried: 0, lost: Vec::new() };
        for text in hidden {
            tally.tried += 1;
            if !crosses(&text) {
                tally.lost.push(text);
            }
        }
        tally
    }

    /// Few messages prove nothing.
    fn within(&self, percent: usize) -> bool {
        self.tried < 20 || self.lost.len() * 100 <= self.tried * percent
    }
}

/// Hides the rude word of every message in every way, and "you" in its own.
fn tallies(messages: &[&str]) -> Vec<Tally> {
    let words = words();
    let crossing: Vec<&str> = messages.iter().copied().filter(|text| crosses(text)).collect();
    let by_word = KINDS.iter().map(|kind| {
        let hidden = crossing.iter().filter_map(|text| {
            let (first, end) = rude_word(text, &words)?;
            let word = text.get(first..end)?.to_ascii_lowercase();
            let hidden = (kind.hide)(&word)?;
            Some(format!("{}{hidden}{}", text.get(..first)?, text.get(end..)?))
        });
        Tally::of(kind.name, hidden)
    });
    let by_you = YOU.iter().map(|(plain, spelling)| {
        let hidden = crossing.iter().filter_map(|text| {
            let text = format!(" {} ", text.to_ascii_lowercase());
            let (plain, hidden) = (format!(" {plain} "), format!(" {spelling} "));
            text.contains(&plain).then(|| text.replacen(&plain, &hidden, 1).trim().to_owned())
        });
        Tally::of(spelling, hidden)
    });
    by_word.chain(by_you).collect()
}

/// Prints the table and fails beyond five lost of a hundred in all, or ten of one way.
fn check(tallies: &[Tally], fewest: usize) {
    let tried: usize = tallies.iter().map(|tally| tally.tried).sum();
    let lost: usize = tallies.iter().map(|tally| tally.lost.len()).sum();
    println!("{:>24} {:>6} {:>5}", "way", "tried", "lost");
    for tally in tallies {
        println!("{:>24} {:>6} {:>5}", tally.name, tally.tried, tally.lost.len());
    }
    println!("{:>24} {tried:>6} {lost:>5}", "all");

    assert!(tried >= fewest, "only {tried} messages");
    assert!(lost * 100 <= tried * 5, "{lost} of {tried} lost");
    for tally in tallies {
        let some: Vec<&str> = tally.lost.iter().map(String::as_str).take(40).collect();
        assert!(
            tally.within(10),
            "{}: {} of {}\n{}",
            tally.name,
            tally.lost.len(),
            tally.tried,
            some.join("\n")
        );
    }
}

fn rows(table: &str) -> Vec<&str> {
    table.lines().filter(|line| !line.starts_with("# ") && !line.trim().is_empty()).collect()
}

#[test]
fn hidden_abuse_is_still_seen() {
    let messages = rows(include_str!("classify_rows/crossing.txt"));
    check(&tallies(&messages), 3000);
}

/// The same over labelled messages, where there are any: a folder with `own/*.jsonl`.
#[test]
fn hidden_abuse_of_a_labelled_set_is_still_seen() {
    let Some(folder) = std::env::var_os("UNRUFFLED_DATA") else {
        println!("no labelled messages: UNRUFFLED_DATA is not set");
        return;
    };
    // A relative path starts at the repository's root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut messages = Vec::new();
    for entry in fs::read_dir(root.join(folder).join("own")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "jsonl") {
            messages.extend(crossing_rows(&fs::read_to_string(path).unwrap()));
        }
    }
    messages.sort_unstable();
    let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
    check(&tallies(&messages), 1000);
}

fn crossing_rows(table: &str) -> Vec<String> {
    let rows = table.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    rows.filter(|row| row.get("crosses_line").and_then(serde_json::Value::as_bool) == Some(true))
        .filter_map(|row| row.get("text").and_then(serde_json::Value::as_str).map(str::to_owned))
        .collect()
}

/// Says whether the words somebody must be spared are exactly `part`.
fn points_at(message: &Classification, text: &str, part: &str) -> bool {
    let against = message.evidence.iter().filter(|one| match one.kind {
        EvidenceKind::Signal(signal) => signal.is_against_people(),
        EvidenceKind::Flag(_) => false,
    });
    against.map(|one| one.span.of(text)).any(|cut| cut == part)
}

#[test]
fn the_evidence_is_the_hidden_word_and_nothing_else() {
    let mut wrong = Vec::new();
    for word in ["idiot", "moron", "bastard", "scumbag", "imbecile"] {
        for kind in KINDS {
            let Some(hidden) = (kind.hide)(word) else { continue };
            // Stars around a word are emphasis, not the word.
            let part = format!("you {}", hidden.trim_end_matches('*'));
            for text in [format!("Née là, you {hidden}, ok."), format!("you {hidden}. Ünd now?")]
            {
                let message = classify_message(&text, Policy::standard());
                if message.reading.crosses_line() && !points_at(&message, &text, &part) {
                    wrong.push(format!("{}: {text}: {:?}", kind.name, message.evidence));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Read as they are, and where a rude word would be an insult.
#[test]
fn nothing_is_hidden_where_nothing_is_hidden() {
    let rows = rows(include_str!("classify_rows/disguise_foils.txt"));
    assert!(rows.len() >= 150, "only {} rows", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        for text in [
            row.to_owned(),
            format!("you {row}"),
            format!("{row}, you"),
            format!("you are a {row}"),
        ] {
            let message = classify_message(&text, Policy::standard());
            let swearing =
                [Flag::ProfanityUndirected, Flag::ProfanityDirected, Flag::ProfanityPositive];
            let sworn = swearing.iter().any(|flag| message.reading.flags.contains(*flag));
            if message.reading.conduct != Conduct::Fine || sworn {
                wrong.push(format!("{text}: {:?} {:?}", message.reading.conduct, message.evidence));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
