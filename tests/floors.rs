//! Who may use whom inside the core: a module sees lower floors only (`ARCHITECTURE.md`).
//!
//! Adding an edge means moving a module in the table below, in the same change.

#![allow(clippy::string_slice, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// From the roof down. Modules of one floor may see each other on the ground floor only.
const FLOORS: &[&[&str]] = &[
    &["log"],
    &["wire", "snapshot", "report"],
    &["review"],
    &["speech"],
    &["reply"],
    &["steps"],
    &["case"],
    &["classify"],
    &["lexicon"],
    &["policy"],
    &["tables"],
    &["text", "terms", "time", "error", "digest", "privacy"],
];

#[test]
fn modules_see_lower_floors_only() {
    let mut sources = Vec::new();
    collect(&core_sources(), &mut sources);
    assert!(sources.len() > 10, "the core's sources were not found");
    let mut wrong = Vec::new();
    for file in sources {
        let room = room(&file);
        if room == "lib" {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for (line, used) in rooms_used(&text) {
            if !may_use(&room, &used) {
                wrong.push(format!("{}:{line}: `{room}` uses `{used}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_floor() {
    let lib = fs::read_to_string(core_sources().join("lib.rs")).unwrap();
    let modules =
        lib.lines().filter_map(|line| line.trim().strip_prefix("mod ")?.strip_suffix(';'));
    let homeless: Vec<&str> = modules.filter(|module| floor(module).is_none()).collect();
    assert!(homeless.is_empty(), "no floor for {homeless:?}");
}

#[test]
fn a_use_of_a_higher_floor_is_seen() {
    let text = "//! crate::wire\nuse crate::{policy::Policy,\n  wire};\nfn f() { crate::case::x() }\n\
                use crate::text::{Span, of};\n#[cfg(test)]\nmod tests { use crate::wire; }\n";
    let used: Vec<(usize, String)> = rooms_used(text);
    let expected =
        [(2, "policy"), (2, "wire"), (4, "case"), (5, "text")].map(|(at, name)| (at, name.into()));
    assert_eq!(used, expected);
    assert!(may_use("case", "classify") && may_use("case", "case") && may_use("error", "time"));
    assert!(
        !may_use("classify", "case") && !may_use("wire", "snapshot") && !may_use("text", "tables")
    );
    assert!(!may_use("case", "unknown_room"));
}

fn may_use(room: &str, used: &str) -> bool {
    let ground = FLOORS.len() - 1;
    match (floor(room), floor(used)) {
        (Some(from), Some(to)) => room == used || from < to || (from == ground && to == ground),
        (Some(_), None) | (None, Some(_)) | (None, None) => false,
    }
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// Finds the first name of every path that starts with `crate::`, with its line; unit tests may use
/// anything and stand at the end of a file.
fn rooms_used(text: &str) -> Vec<(usize, String)> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        // `$crate::` of an exported macro and `other_crate::` are not this one.
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + path.len()..];
        for name in first_names(rest) {
            // A macro or a value at the crate's root is named by the room that owns it.
            found.push((line, name));
        }
    }
    found
}

/// The names directly after `crate::`: one, or each one in braces.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![name(rest)];
    };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(group[start..at].trim()));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name(path: &str) -> String {
    path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The top module of a file: `case` for `case.rs` and for everything below `case/`.
fn room(file: &Path) -> String {
    let relative = file.strip_prefix(core_sources()).unwrap();
    let first = relative.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn core_sources() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}
