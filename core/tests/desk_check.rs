//! `desk check`, held as a process: places of mistakes, what it explains, exit codes.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, and what serves the tests here is a test too"
)]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;
use unruffled::{PRESETS, Policy, PolicyDocument};

#[path = "support/desk.rs"]
mod support;

use support::desk;

/// Checks a policy from standard input: what it prints, and its exit code.
fn check(arguments: &[&str], policy: &[u8]) -> (String, i32) {
    let mut child = Command::new(desk())
        .args(["check", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(policy).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

fn as_json(policy: &[u8]) -> (Value, i32) {
    let (out, code) = check(&["--json", "--today", "2026-11-25"], policy);
    (serde_json::from_str(&out).unwrap(), code)
}

#[test]
fn mistakes_come_with_their_place() {
    // (the file, then each mistake: line, column, pointer, part of the message)
    type Mistake<'a> = (u64, u64, &'a str, &'a str);
    let table: &[(&[u8], &[Mistake<'_>])] = &[
        (b"", &[(1, 1, "", "not JSON: EOF")]),
        (b"{\n \"preset\": }", &[(2, 12, "", "not JSON: expected value")]),
        (b"{\"style\": {\n", &[(2, 1, "", "not JSON: EOF")]),
        (b"[1]", &[(1, 1, "", "a policy is a JSON object")]),
        (b"{\"preset\": \"\xff\"}", &[(1, 13, "", "not UTF-8")]),
        (b"{\"preset\": \"nice\"}", &[(1, 12, "/preset", "there are default, seed,")]),
        (b"{}{}", &[(1, 3, "", "not JSON: trailing")]),
        (b"{\"max_boundarys\": 2}", &[(1, 2, "/max_boundarys", "did you mean `max_boundaries`?")]),
        (
            b"{\"\xc3\xa9\": 1, \"zz\": 1}",
            &[(1, 2, "/\u{e9}", "unknown"), (1, 10, "/zz", "unknown")],
        ),
        (b"{\"line_at\": \"high\"}", &[(1, 13, "/line_at", "invalid type: string \"high\"")]),
        (b"{\"line_at\": -4}", &[(1, 13, "/line_at", "invalid value")]),
        (b"{\"line_at\": 500,\n\t\"line_at\": 400}", &[(1, 13, "/line_at", "twice")]),
        (
            b"{\"timers\": {\"chat\": {\n  \"nudge\": \"soon\"}}}",
            &[(2, 12, "/timers/chat/nudge", "invalid type")],
        ),
        (
            b"{\"timers\": {\"chat\": {\n  \"nudges\": 1}}}",
            &[(2, 3, "/timers/chat/nudges", "did you mean `nudge`?")],
        ),
        (
            b"{\"timers\": {\"fax\": {}, \"chat\": {\"nudge\": 1}}}",
            &[(1, 20, "/timers/fax", "fax"), (1, 42, "/timers/chat/nudge", "1000..=")],
        ),
        (
            b"{\"immediate_kinds\": [\"hate\",\n \"rude\"]}",
            &[(2, 2, "/immediate_kinds/1", "unknown variant `rude`")],
        ),
        (
            b"{\"immediate_kinds\": [\"device\"]}",
            &[(1, 21, "/immediate_kinds", "staying on the line")],
        ),
        (
            b"{\"alert_at\": \"1\",\n\"max_boundaries\": 1}",
            &[(2, 19, "/max_boundaries", "`min_warnings` and `max_boundaries`")],
        ),
        (
            b"{\"preset\": \"public-body\",\n\"contractions\": true}",
            &[(2, 17, "/contractions", "formal letters do not contract")],
        ),
        (
            b"{\"retention\": {\"months\": 0}, \"reading_grade_target\": 99}",
            &[
                (1, 26, "/retention/months", "1..=120"),
                (1, 26, "/retention/months", "gone before it ends"),
                (1, 54, "/reading_grade_target", "4..=10"),
            ],
        ),
        (
            b"{\"calendar\": {\"hours\": {\"monday\": [\"9-5\"]}}}",
            &[(1, 36, "/calendar/hours/monday/0", "hours like 09:00-17:00")],
        ),
        (
            b"{\"calendar\": {\"hours\": {\"monday\": [\"10:00-09:00\"]}}}",
            &[(1, 24, "/calendar/hours", "before they close")],
        ),
    ];
    for (policy, mistakes) in table {
        let shown = String::from_utf8_lossy(policy);
        let (checked, code) = as_json(policy);
        assert_eq!((code, &checked["ok"]), (1, &json!(false)), "{shown}");
        assert!(checked.get("policy").is_none(), "{shown}");
        let problems = checked["problems"].as_array().unwrap();
        assert_eq!(problems.len(), mistakes.len(), "{shown}: {problems:?}");
        for (problem, (line, column, path, message)) in problems.iter().zip(*mistakes) {
            assert_eq!(problem["path"], json!(path), "{shown}: {problem}");
            assert_eq!(
                (&problem["line"], &problem["column"]),
                (&json!(line), &json!(column)),
                "{shown}: {problem}"
            );
            assert!(problem["message"].as_str().unwrap().contains(message), "{shown}: {problem}");
        }
        let (page, code) = check(&[], policy);
        assert_eq!(code, 1, "{shown}");
        for (line, column, path, _) in *mistakes {
            let place = format!("standard input:{line}:{column}: {path}");
            assert!(page.lines().any(|line| line == place.trim_end()), "{shown}: {page}");
        }
    }
}

#[test]
fn what_it_prints_is_the_policy_it_read() {
    for name in PRESETS {
        let (checked, code) = as_json(json!({ "preset": name }).to_string().as_bytes());
        assert_eq!(code, 0, "{name}");
        let document: PolicyDocument = serde_json::from_value(checked["policy"].clone()).unwrap();
        assert_eq!(Policy::try_from(document).unwrap(), Policy::preset(name).unwrap(), "{name}");
        let differences = checked["differences"].as_array().unwrap();
        assert!(differences.iter().all(|it| it["by"] == "preset"), "{name}");
        assert_eq!(differences.is_empty(), name == "default", "{name}");
    }
}

#[test]
fn the_ladder_has_a_rung_for_every_crossing() {
    let rung = |policy: Value, when: &str| {
        let (checked, _) = as_json(policy.to_string().as_bytes());
        let ladder = checked["ladder"].as_array().unwrap();
        let rung = ladder.iter().find(|rung| rung[0] == when);
        rung.map(|rung| rung[1].as_str().unwrap().to_owned())
    };
    let seed = || json!({"preset": "seed"});
    assert!(rung(seed(), "crossing 1").unwrap().starts_with("Boundary 1, soft"));
    let second = rung(seed(), "crossing 2").unwrap();
    assert!(second.starts_with("A person may end") && second.ends_with("A supervisor is told."));
    assert_eq!(rung(seed(), "crossing 3"), None);

    let firm = rung(json!({"preset": "one-warning-phone"}), "crossing 1").unwrap();
    assert!(firm.starts_with("Boundary 1, firm"), "{firm}");
    assert!(
        rung(json!({"preset": "three-strikes"}), "crossing 4").unwrap().contains("end the contact")
    );
    let either = rung(json!({"max_boundaries": 3}), "crossing 3").unwrap();
    assert!(either.contains("Boundary 3") && either.contains("may end the contact instead"));
    let checked = rung(json!({"preset": "health"}), "crossing 1").unwrap();
    assert!(checked.contains("once the record holds the context and adjustments"), "{checked}");
    assert_eq!(rung(json!({}), "swearing at things").unwrap(), "Ignored.");
    let asks = rung(json!({"undirected_profanity": {"soft_ask_after": 3}}), "swearing at things");
    assert!(asks.unwrap().contains("no warning"));
}

#[test]
fn a_crisis_directory_that_nobody_checked_is_said() {
    let directory = |verified_on: u64| {
        json!({"crisis_directory": {"emergency_number": "000", "crisis_line": "A line",
            "crisis_contact": "call 111", "verified_on": verified_on}})
    };
    // 2026-11-25 less 180 days is 2026-05-29.
    let fresh = 1_780_012_800_000;
    let table = [
        (json!({}), Some(("/crisis_directory", "there is none"))),
        (directory(fresh), None),
        (
            directory(fresh - 1),
            Some((
                "/crisis_directory/verified_on",
                "last checked on 2026-05-28, over 180 days ago",
            )),
        ),
        (directory(fresh * 2), Some(("/crisis_directory/verified_on", "still to come"))),
    ];
    for (policy, expected) in table {
        let (checked, code) = as_json(policy.to_string().as_bytes());
        let warnings = checked["warnings"].as_array().unwrap();
        let about = |warning: &&Value| warning["path"].as_str().unwrap().starts_with("/crisis");
        let found = warnings.iter().find(about);
        assert_eq!(code, 0, "a warning is no mistake");
        match (found, expected) {
            (Some(warning), Some((path, message))) => {
                assert_eq!(warning["path"], path);
                assert!(warning["message"].as_str().unwrap().contains(message), "{warning}");
            }
            (found, expected) => {
                assert!(found.is_none() && expected.is_none(), "{policy}: {found:?}")
            }
        }
    }
}

#[test]
fn the_page_fits_80_columns_and_says_what_differs() {
    let policy = json!({"preset": "financial-uk", "timers": {"chat": {"nudge": 600_000, "listening": 0}},
        "calendar": {"hours": {"monday": ["09:00-17:00"]}, "holidays": ["2027-01-01"]},
        "warnings_carry_over": {"days": 30}, "vocabulary": {"allow": ["\u{1b}[31mred", "x".repeat(200)]}});
    let (page, code) = check(&["--today", "2026-11-25"], policy.to_string().as_bytes());
    assert_eq!(code, 0);
    for line in page.lines() {
        assert!(line.width() <= 80, "{line}");
        assert!(!line.contains('\u{1b}') && line.trim_end() == line, "{line:?}");
    }
    for line in [
        "  /timers/chat/listening     none (default: 90000, 90 seconds)",
        "  /timers/chat/nudge         600000, 10 minutes (default: 120000, 2 minutes)",
        "  /warnings_carry_over/days  30 (default: never)",
        "  /offer_supervisor_after    2 (default: 3; from the preset)",
        "  first answer    within 1 working day, 4 working hours when upset",
        "  next update     within 2 working days, 1 working day when upset; out by 16:00",
        "  hold          back by 1 minute, 2 minutes at the most",
    ] {
        assert!(page.lines().any(|shown| shown == line), "{line}\n{page}");
    }
}

#[test]
fn what_cannot_be_read_is_one_line_and_code_2() {
    for arguments in [
        &["check"][..],
        &["check", "no-such-file.json"],
        &["check", "-", "--today", "yesterday"],
        &["check", env!("CARGO_MANIFEST_DIR")],
    ] {
        let output = Command::new(desk()).args(arguments).stdin(Stdio::null()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with("desk: ") && told.lines().count() == 1, "{told}");
        assert!(output.stdout.is_empty());
    }
}
