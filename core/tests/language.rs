//! What is judged at all: English of every kind, and of mixed messages only the English clauses.

use unruffled::{Conduct, Language, MAX_MESSAGE_BYTES, Policy, classify_message};

fn rows(table: &str) -> Vec<&str> {
    table.lines().filter(|line| !line.starts_with("# ") && !line.trim().is_empty()).collect()
}

fn check(table: &str, fewest: usize, expected: Language) {
    let rows = rows(table);
    assert!(rows.len() >= fewest, "only {} rows", rows.len());
    let wrong: Vec<&str> = rows
        .iter()
        .copied()
        .filter(|text| classify_message(text, Policy::standard()).reading.language != expected)
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn other_languages_are_not_judged() {
    check(include_str!("language_rows/foreign.txt"), 160, Language::NotJudged);
}

#[test]
fn nobody_is_judged_in_another_language() {
    for text in rows(include_str!("language_rows/foreign.txt")) {
        let message = classify_message(text, Policy::standard());
        assert_eq!(message.reading.conduct, Conduct::Fine, "{text}");
        assert!(message.evidence.is_empty(), "{text}: {:?}", message.evidence);
    }
}

#[test]
fn english_of_every_kind_is_judged() {
    check(include_str!("language_rows/english.txt"), 80, Language::English);
}

/// The messages of the other tables are English, all of them.
#[test]
fn every_message_of_the_other_tables_is_judged() {
    check(include_str!("classify_rows/foils.txt"), 700, Language::English);
    check(include_str!("classify_rows/crossing.txt"), 200, Language::English);
    check(include_str!("classify_rows/severe.txt"), 100, Language::English);
    check(include_str!("classify_rows/crisis.txt"), 80, Language::English);
}

#[test]
fn mixed_messages_are_judged_by_their_english() {
    let rows = rows(include_str!("language_rows/mixed.txt"));
    assert!(rows.len() >= 20, "only {} rows", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let (conduct, text) = row.split_once('\t').unwrap_or(("", row));
        let message = classify_message(text, Policy::standard());
        let reading = message.reading;
        if reading.language != Language::English || reading.conduct.name() != conduct {
            wrong.push(format!(
                "{row}: {} {:?} {:?}",
                reading.language, reading.conduct, message.evidence
            ));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A message without end in several scripts is read in linear time, up to the limit.
#[test]
fn a_long_mixed_message_is_read() {
    let text = "Du bist ein Idiot. ты идиот. You are late, é. ".repeat(4000);
    let message = classify_message(&text, Policy::standard());
    assert_eq!(message.reading.language, Language::English);
    assert_eq!(message.reading.conduct, Conduct::Fine);
    assert!(usize::try_from(message.read).is_ok_and(|read| read <= MAX_MESSAGE_BYTES));
}
