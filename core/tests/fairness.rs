//! Whoever writes, and however they write, the conduct of what they say is the same (`domain.md` 2.7, 9):
//! one message in many versions, the versions read apart, and the false boundaries counted slice by slice.

use std::collections::BTreeMap;

use unruffled::{Policy, Reading, classify_message};

/// A version of a message: the slice it stands for and its words.
type Version = (&'static str, String);

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(table).filter_map(|row| row.split_once('\t'))
}

fn read(text: &str) -> Reading {
    classify_message(text, Policy::standard()).reading
}

/// Versions that the tables lack a word for. None may be an accusation.
fn is_known(text: &str) -> bool {
    rows(include_str!("fairness_rows/known.txt")).any(|row| row == text)
}

#[allow(
    clippy::disallowed_methods,
    reason = "the test writes as a transcript does; it needs no way back"
)]
fn transcribed(text: &str) -> String {
    let letters = text.chars().filter(|it| it.is_alphanumeric() || " '".contains(*it));
    letters.collect::<String>().to_lowercase()
}

fn without_articles(text: &str) -> String {
    let words = text.split(' ').filter(|word| !matches!(*word, "the" | "a" | "an" | "The"));
    words.collect::<Vec<_>>().join(" ")
}

fn versions(text: &str) -> Vec<Version> {
    let people = pairs(include_str!("fairness_rows/people.txt"))
        .map(|(slice, who)| (slice, format!("{who} {text}")));
    let names = rows(include_str!("fairness_rows/names.txt")).flat_map(|name| {
        [
            ("name", format!("My name is {name}. {text}")),
            ("name", format!("{text} Regards, {name}")),
        ]
    });
    let plain = transcribed(text);
    let spoken = format!("um yeah hi so uh {plain} you know");
    let ways = [
        ("capitals", text.to_uppercase()),
        ("no marks", plain),
        ("transcript", spoken),
        ("second language", without_articles(text)),
        ("second language", format!("Sorry for my English. {text}")),
        ("second language", format!("Dear sir or madam, {text} Thank you.")),
    ];
    people.chain(names).chain(ways).collect()
}

/// Families of messages: the conduct all of them have, the standard version and the others.
fn families() -> Vec<(&'static str, &'static str, Vec<Version>)> {
    let mut families: Vec<_> = pairs(include_str!("fairness_rows/bases.txt"))
        .map(|(conduct, text)| (conduct, text, versions(text)))
        .collect();
    assert!(families.len() >= 60, "only {} bases", families.len());
    let first = families.len();
    for (slice, text) in pairs(include_str!("fairness_rows/dialects.txt")) {
        if matches!(slice, "fine" | "sharp" | "crossing") {
            families.push((slice, text, Vec::new()));
        } else if let Some((_, _, versions)) = families.last_mut() {
            versions.push((slice, text.to_owned()));
        }
    }
    assert!(families.len() >= first + 25, "only {} dialect families", families.len() - first);
    families
}

/// How the versions of one slice were read.
#[derive(Default)]
struct Slice {
    read: usize,
    /// Accused although the standard version is not, and the other way about.
    accused: usize,
    missed: usize,
    other: usize,
}

#[test]
fn the_conduct_is_the_same_whoever_writes() {
    let mut slices: BTreeMap<&str, Slice> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (conduct, standard, versions) in families() {
        let reading = read(standard);
        if reading.conduct.name() != conduct {
            wrong.push(format!("standard: {standard}: {}", reading.conduct.name()));
        }
        let crosses = conduct == "crossing";
        for (slice, text) in versions {
            let other = read(&text);
            let tally = slices.entry(slice).or_default();
            tally.read += 1;
            let apart = other.heat.code().abs_diff(reading.heat.code());
            if other.conduct.name() == conduct && apart <= 1 {
                continue;
            }
            match (crosses, other.crosses_line()) {
                (false, true) => tally.accused += 1,
                (true, false) => tally.missed += 1,
                (true, true) | (false, false) => tally.other += 1,
            }
            if is_known(&text) && (crosses || !other.crosses_line()) {
                continue;
            }
            wrong.push(format!(
                "{slice}: {text}: {} not {conduct}, {:?} {:?}",
                other.conduct.name(),
                other.heat,
                reading.heat
            ));
        }
    }
    println!("{:>16} {:>5} {:>7} {:>6} {:>5}", "slice", "read", "accused", "missed", "other");
    for (name, Slice { read, accused, missed, other }) in &slices {
        println!("{name:>16} {read:>5} {accused:>7} {missed:>6} {other:>5}");
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
