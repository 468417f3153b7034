//! The contracts of the `desk` command, held against the built example as a process.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, and what serves the tests here is a test too"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

#[path = "support/desk.rs"]
mod support;

use support::desk;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(desk());
    command.args(arguments);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command on `input`; feeding goes on beside it, so that neither side waits for ever.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // A command that stops at a bad argument never reads.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

/// Runs a filter and parses every line that it answers.
fn filter(verb: &str, input: &[u8]) -> (Vec<Value>, i32) {
    let output = run(&[verb], input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, output.status.code().unwrap())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_line_is_answered_in_order_with_its_own_id() {
    let ids = [
        json!(1),
        json!("b"),
        json!(null),
        json!({"set": ["x", 3]}),
        json!(1.5),
        json!(""),
        json!("é\n\u{1f600}"),
    ];
    for verb in ["classify", "review", "draft"] {
        let input: String = ids
            .iter()
            .map(|id| {
                let turns = json!([{"role": "customer", "text": "Where is it?"}]);
                format!("{}\n", json!({"id": id, "text": "Where is it?", "turns": turns}))
            })
            .collect();
        let (lines, code) = filter(verb, input.as_bytes());
        let answered: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
        assert_eq!(answered, ids.iter().collect::<Vec<_>>(), "{verb}");
        assert!(lines.iter().all(|line| line.get("error").is_none()), "{verb}");
        assert_eq!(code, 0, "{verb}");
    }
}

#[test]
fn an_id_is_echoed_to_the_letter() {
    let output = run(&["classify"], b"{\"text\":\"\",\"id\":123456789012345678901234567890.10}\n");
    assert!(output.stdout.starts_with(b"{\"id\":123456789012345678901234567890.10,"));
}

#[test]
fn what_is_no_message_gets_an_error_line_and_the_rest_goes_on() {
    let cases: &[(&[u8], Value, &str)] = &[
        (b"nope", json!(null), "not JSON"),
        (b"", json!(null), "an empty line is not a message"),
        (b"  \t\r", json!(null), "an empty line is not a message"),
        (b"[\"a\",\"b\"]", json!(null), "not a JSON object"),
        (b"\"text\"", json!(null), "not a JSON object"),
        (b"{\"id\":\"a\"}", json!("a"), "`text` is missing"),
        (b"{\"id\":\"a\",\"text\":null}", json!("a"), "`text` is missing"),
        (b"{\"id\":\"a\",\"text\":5}", json!("a"), "`text`"),
        (b"{\"id\":\"a\",\"text\":[\"b\"]}", json!("a"), "`text`"),
        (b"{\"id\":\"a\",\"text\":\"b\"", json!(null), "not JSON"),
        (b"{\"id\":\"a\",\"text\":\"b\"} {}", json!(null), "not JSON"),
        (b"{\"id\":\"a\",\"text\":\"\xff\"}", json!("a"), "not UTF-8 at byte 18"),
        (b"{\"id\":\"\xff\",\"text\":\"b\"}", json!(null), "not UTF-8 at byte 7"),
        (b"\xff\xfe{", json!(null), "not UTF-8 at byte 0"),
        (b"{\"id\":\"a\",\"text\":\"\\ud800\"}", json!("a"), "`text`"),
    ];
    for verb in ["classify", "review"] {
        let mut input = Vec::new();
        for (line, _, _) in cases {
            input.extend_from_slice(line);
            input.extend_from_slice(b"\n{\"id\":\"ok\",\"text\":\"Hello.\"}\n");
        }
        let (lines, code) = filter(verb, &input);
        assert_eq!(code, 1, "{verb}");
        assert_eq!(lines.len(), cases.len() * 2, "{verb}");
        for (pair, (line, id, reason)) in lines.chunks(2).zip(cases) {
            let shown = String::from_utf8_lossy(line);
            assert_eq!(keys(&pair[0]), ["error", "id"], "{verb}: {shown}");
            assert_eq!(pair[0]["id"], *id, "{verb}: {shown}");
            let error = pair[0]["error"].as_str().unwrap();
            assert!(error.contains(reason), "{verb}: {shown}: {error}");
            assert_eq!(pair[1]["id"], json!("ok"), "{verb}: after {shown}");
            assert!(pair[1].get("error").is_none(), "{verb}: after {shown}");
        }
    }
}

#[test]
fn a_classification_has_every_field_of_the_contract() {
    let line =
        b"\xef\xbb\xbf{\"id\":1,\"text\":\"Hello.\",\"context\":[\"Earlier.\"],\"label\":3}\r\n";
    let (lines, code) = filter("classify", line);
    assert_eq!(code, 0);
    for key in [
        "id",
        "language",
        "heat",
        "heat_milli",
        "conduct",
        "severe_kind",
        "line_milli",
        "crosses_line",
        "temperature",
        "target",
        "crisis",
        "flags",
        "evidence",
        "issues",
        "segments",
    ] {
        assert!(lines[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn a_draft_has_every_field_of_the_contract() {
    let line = json!({
        "id": 9,
        "channel": "ticket",
        "policy": "default",
        "facts": {"issue": "the parcel", "time": "16:00 today"},
        "turns": [
            {"role": "customer", "text": "My parcel is two days late.", "at": 1000, "heat": 1},
            {"role": "agent", "text": "I am looking at it now."},
            {"role": "customer", "text": "Still nothing? I am fed up with waiting.", "at": 3_600_000},
        ],
    });
    let (lines, code) = filter("draft", format!("{line}\n").as_bytes());
    assert_eq!(code, 0, "{lines:?}");
    let expected = ["brief", "draft", "findings", "id", "stage", "steps", "temperature"];
    assert_eq!(keys(&lines[0]), expected);
    let steps = lines[0]["steps"].as_array().unwrap();
    assert!(!steps.is_empty());
    for step in steps {
        assert_eq!(keys(step), ["id", "instruction", "why"]);
    }
    let draft = &lines[0]["draft"];
    assert!(keys(draft) == ["text"] || keys(draft) == ["withheld"], "{draft}");
}

#[test]
fn a_wrong_field_of_a_draft_is_named_with_its_value() {
    let turns = json!([{"role": "customer", "text": "Hello."}]);
    let cases = [
        (json!({}), ["`turns`", "missing"]),
        (json!({"turns": []}), ["`turns`", "empty"]),
        (json!({"turns": {}}), ["`turns`", "sequence"]),
        (json!({"turns": ["Hello."]}), ["`turns[0]`", "object"]),
        (json!({"turns": [{"role": "boss", "text": ""}]}), ["`turns[0].role`", "`boss`"]),
        (json!({"turns": [{"text": ""}]}), ["`turns[0].role`", "missing"]),
        (json!({"turns": [{"role": "agent"}]}), ["`turns[0].text`", "missing"]),
        (
            json!({"turns": [{"role": "agent", "text": "", "at": "noon"}]}),
            ["`turns[0].at`", "noon"],
        ),
        (json!({"turns": [{"role": "agent", "text": "", "at": -5}]}), ["`turns[0].at`", "`-5`"]),
        (json!({"turns": turns, "channel": "fax"}), ["`channel`", "`fax`"]),
        (json!({"turns": turns, "policy": "wild"}), ["policy", "`wild`"]),
        (json!({"turns": turns, "facts": {"tiem": "noon"}}), ["`facts`", "`tiem`"]),
        (json!({"turns": turns, "facts": {"time": 5}}), ["`facts.time`", "`5`"]),
    ];
    let input: String = cases
        .iter()
        .map(|(line, _)| {
            let mut line = line.clone();
            line["id"] = json!("x");
            format!("{line}\n")
        })
        .collect();
    let (lines, code) = filter("draft", input.as_bytes());
    assert_eq!(code, 1);
    assert_eq!(lines.len(), cases.len());
    for (line, (given, parts)) in lines.iter().zip(&cases) {
        assert_eq!(line["id"], json!("x"));
        let error = line["error"].as_str().unwrap_or_default();
        for part in parts {
            assert!(error.contains(part), "{given}: {error}");
        }
    }
}

#[test]
fn the_seed_preset_warns_once_and_then_leaves_it_to_a_person() {
    let insult = "You are a useless idiot, fix my internet.";
    let again = "You are still a useless idiot.";
    let turns = |count: usize| {
        let all = json!([
            {"role": "customer", "text": insult},
            {"role": "agent", "text": "I am going to keep working on your internet. Please leave personal remarks out of it. I am looking at it now."},
            {"role": "customer", "text": again},
        ]);
        Value::from(all.as_array().unwrap()[..count].to_vec())
    };
    let drafted = |policy: Value, count: usize| {
        let line = json!({"id": 1, "policy": policy, "turns": turns(count)});
        let (lines, code) = filter("draft", format!("{line}\n").as_bytes());
        assert_eq!(code, 0, "{lines:?}");
        let first = lines[0]["steps"][0]["id"].as_str().unwrap_or_default().to_owned();
        (first, lines[0]["draft"].clone())
    };
    let (_, first) = drafted(json!({"preset": "seed"}), 1);
    assert!(!first["text"].as_str().unwrap().contains("I will end"), "{first}");
    // One boundary is all that the seed preset has: what comes next is a person's, with a full record.
    let (step, next) = drafted(json!({"preset": "seed"}), 3);
    assert_eq!((step.as_str(), &next["withheld"]), ("sup.alert", &json!("human_decides")));
    let (step, next) = drafted(json!("default"), 3);
    assert_eq!(step, "boundary.firm");
    assert!(next["text"].as_str().unwrap().contains("I will end"), "{next}");
    // The host's own words count from the first message on.
    let vocabulary = json!({"preset": "seed", "vocabulary": {"allow": ["useless idiot"]}});
    let (_, calm) = drafted(vocabulary, 1);
    assert!(!calm["text"].as_str().unwrap().contains("personal"), "{calm}");
}

#[test]
fn a_policy_is_a_preset_or_a_document() {
    let turns = json!([{"role": "customer", "text": "Hello."}]);
    let cases = [
        (json!("default"), None),
        (json!("seed"), None),
        (json!({"preset": "seed", "contractions": true}), None),
        (json!({}), None),
        (json!(null), None),
        (json!({"preset": "wild"}), Some(["policy", "`wild`"])),
        (json!({"boundary_min_confidence": 10}), Some(["boundary_min_confidence", "10"])),
        (json!({"min_warning": 1}), Some(["policy", "min_warning"])),
        (json!(7), Some(["policy", "7"])),
    ];
    for (policy, refused) in cases {
        let line = json!({"id": 1, "policy": policy, "turns": turns});
        let (lines, code) = filter("draft", format!("{line}\n").as_bytes());
        let error = lines[0].get("error").map(|error| error.as_str().unwrap());
        assert_eq!(code, i32::from(refused.is_some()), "{policy}: {error:?}");
        for part in refused.into_iter().flatten() {
            assert!(error.unwrap().contains(part), "{policy}: {error:?}");
        }
    }
}

#[test]
fn times_may_be_missing_or_go_back() {
    let role = |index: usize| if index % 2 == 0 { "customer" } else { "agent" };
    for times in [
        [None, None, None, None],
        [None, Some(5), None, Some(1_700_000_000_000_u64)],
        [Some(9_000_000), Some(4_000_000), Some(1), None],
        [Some(u64::MAX), None, None, Some(0)],
    ] {
        let turns: Vec<Value> = times
            .iter()
            .enumerate()
            .map(|(index, at)| json!({"role": role(index), "text": "It is late.", "at": at}))
            .collect();
        let (lines, code) = filter("draft", format!("{}\n", json!({"turns": turns})).as_bytes());
        assert_eq!(code, 0, "{times:?}: {lines:?}");
    }
}

#[test]
fn findings_lie_in_the_reply() {
    let reply = "Ünfortunately you need to calm down. 😀 As I said, you should have read it.";
    let line = json!({"id": 1, "text": reply, "turns": [
        {"role": "customer", "text": "This is ridiculous! I have been waiting all day!"},
    ]});
    let (lines, code) = filter("review", format!("{line}\n").as_bytes());
    assert_eq!(code, 0);
    assert_eq!(keys(&lines[0]), ["findings", "id", "missing"]);
    let findings = lines[0]["findings"].as_array().unwrap();
    for finding in findings {
        let at = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
        assert!(reply.get(at("start")..at("end")).is_some_and(|words| !words.is_empty()));
        assert!(["error", "warning", "info"].contains(&finding["severity"].as_str().unwrap()));
        let mut expected = vec!["end", "rule", "severity", "start", "why"];
        if finding.get("better").is_some_and(Value::is_string) {
            expected.insert(0, "better");
        }
        assert_eq!(keys(finding), expected);
    }
}

#[test]
fn a_line_of_ten_megabytes_is_one_line() {
    let long = "no hot water ".repeat(800_000);
    let input = format!("{}\n{}\n", json!({"id": 1, "text": long}), json!({"id": 2, "text": "x"}));
    assert!(input.len() > 10_000_000);
    let (lines, code) = filter("classify", input.as_bytes());
    assert_eq!((lines.len(), code), (2, 0));
    assert_eq!(lines[1]["id"], json!(2));
}

#[test]
fn nothing_in_gives_nothing_out() {
    for verb in ["classify", "draft", "review"] {
        assert_eq!(filter(verb, b""), (Vec::new(), 0), "{verb}");
    }
}

#[test]
fn a_last_line_needs_no_end() {
    let (lines, code) = filter("classify", b"{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}");
    assert_eq!((lines.len(), code), (2, 0));
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = command(&["classify"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        // Half a line of the next one waits in the buffer: the answer must not wait with it.
        write!(stdin, "{{\"id\":{id},\"text\":\"Hello.\"}}\n{{\"text\":").unwrap();
        stdin.flush().unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], json!(id));
        writeln!(stdin, "\"\"}}").unwrap();
        stdin.flush().unwrap();
        line.clear();
        stdout.read_line(&mut line).unwrap();
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    for verb in ["classify", "review"] {
        let mut child = command(&[verb]).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let feeder = std::thread::spawn(move || {
            while stdin.write_all(b"{\"id\":1,\"text\":\"Hello.\"}\n").is_ok() {}
        });
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn a_mistake_in_the_call_gets_one_line_and_the_code_two() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let calls: [&[&str]; 8] = [
        &["clasify"],
        &["classify", "--fast"],
        &["classify", "no such file.jsonl"],
        &["draft", folder],
        &["review", "no such file.txt"],
        &["review", "--text", "Hello.", "--jsonl"],
        &["--color", "perhaps"],
        &["chat", "now"],
    ];
    for call in calls {
        let output = run(call, b"{\"text\":\"Hello.\"}\n");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{call:?}: {told}");
        assert_eq!(told.lines().count(), 1, "{call:?}: {told}");
        assert!(told.starts_with("desk: "), "{call:?}: {told}");
        assert!(output.stdout.is_empty(), "{call:?}");
    }
}

#[test]
fn files_are_read_one_after_the_other_and_checked_first() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    std::fs::write(path("a.jsonl"), "{\"id\":1,\"text\":\"a\"}\n").unwrap();
    std::fs::write(path("b.jsonl"), "{\"id\":2,\"text\":\"b\"}").unwrap();
    let ids = |output: &Output| -> Vec<Value> {
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone())
            .collect()
    };
    let (a, b, missing) = (path("a.jsonl"), path("b.jsonl"), path("missing.jsonl"));
    let output = run(&["classify", &a, "-", &b], b"{\"id\":\"in\",\"text\":\"\"}\n");
    assert_eq!(ids(&output), [json!(1), json!("in"), json!(2)]);
    for verb in ["classify", "review"] {
        assert_eq!(ids(&run(&[verb, &b, &a], b"")), [json!(2), json!(1)], "{verb}");
        let output = run(&[verb, &a, &missing], b"");
        assert_eq!(output.status.code(), Some(2), "{verb}");
        assert!(output.stdout.is_empty(), "{verb}");
    }
}

#[test]
fn a_reply_as_plain_text_is_marked_and_explained() {
    let reply = "You need to calm down.";
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reply.txt");
    std::fs::write(&path, reply).unwrap();
    let file = path.to_str().unwrap();
    for (arguments, input) in [
        (vec!["review", file], ""),
        (vec!["review", "--text", reply], ""),
        (vec!["review", "--text", "-"], reply),
        (vec!["review", "-", "--customer", "Where is it?!"], reply),
    ] {
        let output = run(&arguments, input.as_bytes());
        let text = String::from_utf8(output.stdout).unwrap();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(reply), "{arguments:?}");
        let signs = lines.next().unwrap();
        let marked = reply.find("calm down").unwrap();
        assert_eq!(signs.get(marked..), Some("^^^^^^^^^"), "{arguments:?}: {text}");
        assert!(text.contains("L01 calm down (error): “calm down”"), "{arguments:?}: {text}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn the_played_conversation_fits_a_page_and_has_no_codes_in_a_pipe() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('\u{1b}'));
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
    }
    assert_eq!(text.matches("\ncustomer  ").count(), 7);
    assert!(text.matches("\nsteps     ").count() >= 7);
    // Nothing that the conversation says is refused, and it goes all the way.
    assert!(!text.contains("\nnote "), "{text}");
    for part in ["Do not send", "→ boundary set (1)]", "→ follow up]", "→ closed]"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // The insult is marked under its own words.
    let insult = "customer  You are a useless idiot";
    let signs = text.lines().skip_while(|line| !line.starts_with(insult)).nth(1).unwrap();
    assert!(
        signs.starts_with(&format!("{}^", " ".repeat(10))) && signs.contains("^^^^^"),
        "{signs}"
    );
}

#[test]
fn colours_obey() {
    let coloured = |arguments: &[&str], variable: Option<&str>| {
        let mut command = command(arguments);
        if let Some(variable) = variable {
            command.env(variable, "1");
        }
        command.stdin(Stdio::null()).output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!coloured(&[], None));
    assert!(!coloured(&[], Some("NO_COLOR")));
    assert!(coloured(&[], Some("CLICOLOR_FORCE")));
    assert!(coloured(&["--color", "always"], None));
    assert!(!coloured(&["--color", "never"], Some("CLICOLOR_FORCE")));
}

#[test]
fn hostile_text_cannot_write_on_the_terminal() {
    let hostile = "Calm \u{1b}[31mdown\u{7} \u{202e}now\u{9b}2J";
    for arguments in [vec!["review", "--text", hostile], vec!["chat"]] {
        let output =
            run(&arguments, format!("{hostile}\n/fact {hostile}\n/{hostile}\n").as_bytes());
        let text = String::from_utf8(output.stdout).unwrap();
        let moves = |letter: &char| {
            (letter.is_control() && *letter != '\n') || ('\u{202a}'..='\u{202e}').contains(letter)
        };
        assert_eq!(text.chars().find(moves), None, "{text:?}");
    }
}

#[test]
fn wrapping_keeps_every_letter_and_the_width() {
    let texts = [
        "word ".repeat(60),
        "Donaudampfschifffahrtsgesellschaft".repeat(9),
        "\u{6c34}\u{304c}\u{51fa}\u{307e}\u{305b}\u{3093}".repeat(30),
        "\u{1f469}\u{200d}\u{1f527} e\u{301} ".repeat(60),
        "\u{645}\u{627}\u{621} ".repeat(80),
        format!("short\n\n  indented {}\nend", "x".repeat(200)),
    ];
    let letters = |text: &str| -> String { text.split_whitespace().collect() };
    for text in texts {
        // To a calm customer nothing of this is wrong, so that no marks stand between the lines.
        let output = run(&["review", "--customer", "Hello.", "--text", &text], b"");
        let shown = String::from_utf8(output.stdout).unwrap();
        for line in shown.lines() {
            assert!(line.width() <= 80, "{} columns: {line}", line.width());
        }
        let kept = letters(&shown);
        assert!(kept.starts_with(&letters(&text)), "{shown}");
    }
}

#[test]
fn a_chat_walks_every_path() {
    // what is typed, and what the answer to it must say
    let table: [(&str, &str); 30] = [
        ("you stupid idiot, where is my parcel", "a boundary may be set"),
        ("/boundary I am on it. Please leave personal remarks out.", "boundary set (1)"),
        ("you stupid idiot", "a boundary may be set"),
        ("/boundary If it goes on, I will end this chat.", "boundaries did not hold"),
        ("you stupid idiot", "the record needs adjustments, evidence"),
        ("/end I am ending this chat.", "the incident record lacks adjustments"),
        ("/note adjustments asked, none needed", "Noted."),
        ("/note evidence chat log", "a person of the role agent may end it"),
        ("/note mood bad", "write it as /note FIELD TEXT"),
        ("/end I am ending this chat.", "discontinued]"),
        ("/reinstate", "owner: the team lead"),
        ("/retract misread", "the apology for the boundary taken back"),
        ("/agent I take that back, and I am sorry.", "It is sent."),
        ("/ack", "(acknowledged)"),
        ("/takeover Ina", "a supervisor has taken over"),
        ("/promise Mon 11:00", "the promised message by Mon 11:00"),
        ("/wait", "It rings for"),
        ("/hand 1 to the depot by Wed 12:00", "the depot has it by Wed 12:00"),
        ("/dispose 9", "no item has the number 9"),
        ("/dispose x", "say the number of the item"),
        ("/resolved", "resolved]"),
        ("/confirmed", "follow up]"),
        ("/followup", "closed]"),
        ("/again email", "in a linked contact"),
        ("/crisis explicit", "crisis hold"),
        ("/cleared spoke with them", "the safety role"),
        ("/role safety", "You act as safety now."),
        ("/cleared spoke with them", "resume automation"),
        ("/policy seed", "under the policy seed"),
        ("/policy kind", "has no value `kind`"),
    ];
    let typed: Vec<&str> = table.iter().map(|(line, _)| *line).collect();
    let output = run(&["chat"], format!("{}\n", typed.join("\n")).as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    // In this order, each after the one before.
    let mut rest = text.as_str();
    for (line, part) in table {
        let words = rest.split_once(part).or_else(|| {
            // A long line is wrapped.
            let (first, last) = part.split_at(part.rfind(' ').unwrap_or(part.len()));
            let (before, after) = rest.split_once(first)?;
            after.trim_start().strip_prefix(last.trim_start()).map(|after| (before, after))
        });
        let Some((_, after)) = words else { panic!("{line}: no `{part}` in {rest}") };
        rest = after;
    }
    for line in text.lines() {
        assert!(line.width() <= 80, "{line}");
    }
}

#[test]
fn a_chat_answers_every_command() {
    let script = "Where is my parcel? It is four days late!\n/fact time 16:00 today\n/sent Mon 16:00\n\
        /agent I am checking the parcel now.\n/boundary\n/boundary Please stop.\n/retract misread\n\
        /supervisor\n/wait 10m\n/wait x\n/resolved\n/channel email\n/channel fax\n/agent\n\
        /unknown\n/help\n\n/quit\nnot read\n";
    let output = run(&["chat"], script.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    for part in [
        "Where is my parcel?",
        "no channel is called `fax`",
        "there is no /unknown",
        "say how long",
        "A new contact by email.",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("not read"));
    for line in text.lines() {
        assert!(line.width() <= 80, "{line}");
    }
}
