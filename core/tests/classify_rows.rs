//! Messages written to break the reading, kind by kind: a row is right or wrong whatever its score.
//!
//! One message a line in `classify_rows/`, `#` begins a comment. Words of this project's own.

use unruffled::{Conduct, Crisis, Flag, Heat, Policy, Reading, classify_message};

/// The messages of a table.
fn rows(table: &str) -> Vec<&str> {
    table.lines().filter(|line| !line.starts_with("# ") && !line.trim().is_empty()).collect()
}

/// Reads every row and lists those that break the rule.
fn check(table: &str, fewest: usize, right: impl Fn(&Reading) -> bool) {
    let rows = rows(table);
    assert!(rows.len() >= fewest, "only {} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|text| {
            let message = classify_message(text, Policy::standard());
            let reading = message.reading;
            let by: Vec<String> = message
                .evidence
                .iter()
                .map(|one| format!("{}={}", one.kind.name(), one.by))
                .collect();
            (!right(&reading)).then(|| {
                let Reading { conduct, line_milli, crisis, .. } = reading;
                format!("{text}\n    {conduct:?} {} {crisis} {by:?}", line_milli.get())
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn nobody_is_accused_without_cause() {
    check(include_str!("classify_rows/foils.txt"), 700, |reading| {
        !reading.crosses_line()
            && reading.crisis == Crisis::None
            && !reading.flags.contains(Flag::ThreatPossible)
    });
}

#[test]
fn abuse_of_a_person_crosses_the_line() {
    check(include_str!("classify_rows/crossing.txt"), 200, Reading::crosses_line);
}

#[test]
fn criticism_mockery_and_accusations_stay_sharp() {
    check(include_str!("classify_rows/sharp.txt"), 50, |reading| reading.conduct == Conduct::Sharp);
}

#[test]
fn a_possible_threat_calls_a_person() {
    check(include_str!("classify_rows/veiled.txt"), 10, |reading| {
        reading.crosses_line() && reading.flags.contains(Flag::ThreatPossible)
    });
}

#[test]
fn severe_conduct_is_seen() {
    check(include_str!("classify_rows/severe.txt"), 100, |reading| {
        matches!(reading.conduct, Conduct::Severe(_))
    });
}

#[test]
fn no_crisis_is_missed() {
    check(include_str!("classify_rows/crisis.txt"), 80, |reading| reading.crisis != Crisis::None);
}

#[test]
fn no_idiom_is_a_crisis() {
    check(include_str!("classify_rows/no_crisis.txt"), 80, |reading| {
        reading.crisis == Crisis::None
    });
}

#[test]
fn ordinary_words_are_ordinary() {
    let rows = rows(include_str!("classify_rows/senses.txt"));
    assert!(rows.len() >= 120, "only {} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let (named, text) = match row.strip_prefix('[').and_then(|row| row.split_once("] ")) {
                Some((named, text)) => (named.split(' ').collect(), text),
                None => (Vec::new(), *row),
            };
            let Reading { heat, conduct, crisis, flags, .. } =
                classify_message(text, Policy::standard()).reading;
            let carried: Vec<&str> = flags.iter().map(Flag::name).collect();
            let right = heat == Heat::Calm
                && conduct == Conduct::Fine
                && crisis == Crisis::None
                && carried == named;
            (!right).then(|| format!("{text}\n    {heat} {conduct:?} {crisis} {carried:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
