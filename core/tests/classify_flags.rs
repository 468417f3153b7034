//! What carries a flag and what only looks like it, a table a flag in `classify_flags/`.
//!
//! The first line of a table says what the flag means. Lines that begin with `+` must carry it, lines that
//! begin with `-` must not. Words of this project's own.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of a test: a table that cannot be read fails it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use unruffled::{Flag, Policy, classify_message};

/// Fewest rows of either sort: a table that lost its rows proves nothing.
const FEWEST: usize = 20;

/// The tables, in the order of their names.
fn tables() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/classify_flags");
    let mut tables: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of tables")
        .map(|entry| entry.expect("a table").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    tables.sort();
    tables
}

/// Reads a table and lists the rows that break it.
fn wrong(path: &Path) -> Vec<String> {
    let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    let flag = Flag::from_name(name).unwrap_or_else(|| panic!("no flag is called {name}"));
    let text = fs::read_to_string(path).expect("a readable table");
    let mut lines = text.lines().zip(1..);
    let mut wrong = Vec::new();
    let (first, _) = lines.next().expect("a first line");
    if !first.starts_with("# ") {
        wrong.push(format!("{name}:1: the first line is not a comment"));
    }
    let (mut with, mut without) = (0, 0);
    for (line, number) in lines {
        let Some((sign, message)) = line.split_once(' ') else {
            wrong.push(format!("{name}:{number}: no sign and message: {line}"));
            continue;
        };
        let expected = match sign {
            "+" => true,
            "-" => false,
            _ => {
                wrong.push(format!("{name}:{number}: neither + nor -: {line}"));
                continue;
            }
        };
        if expected {
            with += 1;
        } else {
            without += 1;
        }
        let read = classify_message(message, Policy::standard());
        if read.reading.flags.contains(flag) != expected {
            let by: Vec<String> =
                read.evidence.iter().map(|one| format!("{}={}", one.kind.name(), one.by)).collect();
            wrong.push(format!("{name}:{number}: {line}\n    {by:?}"));
        }
    }
    if with < FEWEST || without < FEWEST {
        wrong.push(format!("{name}: only {with} messages with the flag and {without} without"));
    }
    wrong
}

#[test]
fn every_flag_is_raised_where_it_should_and_nowhere_else() {
    let tables = tables();
    assert!(tables.len() >= 15, "only {} tables", tables.len());
    let wrong: Vec<String> = tables.iter().flat_map(|table| wrong(table)).collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
