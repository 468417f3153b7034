//! What a message is cut into: grievances with names in the customer's own nouns, and the agent's columns.
//!
//! The tables are `classify_issues/*.txt`: a message, its segments, its issues. What the names sound like in a
//! sentence is written to `classify_issues/read_aloud.txt`, to be read aloud.

use std::fmt::Write as _;
use std::path::Path;

use unruffled::{Classification, IssueTime, Policy, SegmentKind, classify_message};

const TABLES: [&str; 2] =
    [include_str!("classify_issues/single.txt"), include_str!("classify_issues/several.txt")];

/// A message, its segments and its issues.
struct Row<'a> {
    text: &'a str,
    segments: &'a str,
    issues: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let lines = TABLES.iter().flat_map(|table| table.lines());
    let lines: Vec<&str> =
        lines.filter(|line| !line.starts_with("# ") && !line.trim().is_empty()).collect();
    let rows: Vec<Row<'_>> = lines
        .iter()
        .filter_map(|line| {
            let (text, rest) = line.split_once(" => ")?;
            let (segments, issues) = rest.split_once(" => ")?;
            Some(Row { text, segments, issues })
        })
        .collect();
    assert_eq!(rows.len(), lines.len(), "every row has three cells");
    assert!(rows.len() >= 170, "only {} rows", rows.len());
    rows
}

/// The kinds of the segments by their letters, neighbours of one kind once.
fn letters(message: &Classification) -> String {
    let mut letters: Vec<char> = message
        .segments
        .iter()
        .map(|segment| match segment.kind {
            SegmentKind::Fact => 'f',
            SegmentKind::Feeling => 'w',
            SegmentKind::Ask => 'a',
            SegmentKind::Courtesy => 'c',
            SegmentKind::Other => 'o',
        })
        .collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn issues(message: &Classification) -> String {
    let issues: Vec<String> = message
        .issues
        .iter()
        .map(|issue| {
            let time = if issue.time == IssueTime::Past { "past " } else { "" };
            format!("{} {time}{}", issue.kind.name(), issue.title)
        })
        .collect();
    if issues.is_empty() { String::from("-") } else { issues.join("; ") }
}

#[test]
fn grievances_are_named_in_the_customers_nouns() {
    let wrong: Vec<String> = rows()
        .iter()
        .filter_map(|row| {
            let found = issues(&classify_message(row.text, Policy::standard()));
            (found != row.issues)
                .then(|| format!("{}\n    expected {}\n    found    {found}", row.text, row.issues))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn segments_are_the_agents_columns() {
    let wrong: Vec<String> = rows()
        .iter()
        .filter_map(|row| {
            let found = letters(&classify_message(row.text, Policy::standard()));
            (found != row.segments)
                .then(|| format!("{}\n    expected {}, found {found}", row.text, row.segments))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn segments_tile_the_message() {
    for row in rows() {
        let message = classify_message(row.text, Policy::standard());
        let parts: String = message.segments.iter().map(|part| part.span.of(row.text)).collect();
        assert_eq!(parts, row.text);
    }
}

#[test]
fn names_read_well_aloud() {
    let mut sentences = String::from(
        "# Written by the test `names_read_well_aloud`: every name of the tables in two sentences.\n",
    );
    for row in rows() {
        for issue in classify_message(row.text, Policy::standard()).issues {
            let title = issue.title;
            writeln!(sentences, "I can see why {title} is a problem. I am working on {title}.")
                .expect("a string takes everything");
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/classify_issues/read_aloud.txt");
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    if known != sentences {
        std::fs::write(&path, &sentences).expect("the list can be written");
        panic!("read_aloud.txt was stale and has been written anew: read it aloud, and commit it");
    }
}

#[test]
fn names_are_short_and_clean() {
    let own = rows();
    let rude = [
        "MY F***ING BROADBAND IS DOWN AGAIN YOU MORONS",
        "this stupid useless piece of shit router keeps dropping",
        "your idiotic bloody website lost my order",
        "my ＩＤＩＯＴ printer is broken",
    ];
    for text in own.iter().map(|row| row.text).chain(rude) {
        let message = classify_message(text, Policy::standard());
        assert!(!rude.contains(&text) || !message.issues.is_empty(), "{text}");
        for issue in &message.issues {
            let words = issue.title.split(' ').count();
            assert!((2..=9).contains(&words), "{text}: {}", issue.title);
            let again = classify_message(&issue.title, Policy::standard());
            let rude = ["profanity", "irritation", "anger", "degrading", "belittling", "mockery"];
            assert!(
                again.evidence.iter().all(|one| !rude.contains(&one.kind.name())),
                "{text}: {}",
                issue.title
            );
            assert!(issue.title.chars().any(char::is_lowercase), "{}", issue.title);
        }
    }
}
