//! Whole conversations replayed: what a case must come to, with the readings people gave and with the
//! readings of the library.
//!
//! The conversations are no part of the repository: `UNRUFFLED_DATA` names the folder that holds
//! `dialogues/`. Without it the tests say so in one line and pass.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of a test that fails should fail the test"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use unruffled::{
    Actor, Case, Channel, Conduct, Crisis, CustomerMessage, Event, Flag, Flags, Heat, Human,
    IncidentNote, IssueKind, IssueTime, Milli, Millis, Policy, Reading, Role, Safety, SevereKind,
    Target, Timestamp, advance, classify_message, describe_reply,
};

/// Percent that readings by the library reach today; the goal is 85.
const CLASSIFIED: usize = 76;

/// Every conversation takes every message and every reply, and comes to what people say it must.
#[test]
fn conversations_come_to_what_they_must() {
    let Some(folder) = dialogues() else { return };
    let own = rows(&folder.join("own_conversations.jsonl"));
    let given = Tally::of(&own, Reader::Given);
    let classified = Tally::of(&own, Reader::Classified);
    print!("{}{}", given.told("readings given"), classified.told("readings classified"));
    assert!(given.percent() >= 95, "readings given: {}%", given.percent());
    assert!(classified.percent() >= CLASSIFIED, "readings classified: {}%", classified.percent());
}

/// No conversation makes the case err, whoever wrote it and however it is read.
#[test]
fn every_dialogue_replays_without_an_error() {
    let Some(folder) = dialogues() else { return };
    let mut count = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "jsonl") {
            for row in rows(&path) {
                Replay::of(&row, Reader::Classified);
                count += 1;
            }
        }
    }
    println!("{count} conversations replayed");
    assert!(count > 100, "the data has more");
}

fn dialogues() -> Option<PathBuf> {
    let Some(data) = env::var_os("UNRUFFLED_DATA") else {
        println!("skipped: UNRUFFLED_DATA names no folder of data");
        return None;
    };
    // A relative path starts at the repository's root.
    Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data).join("dialogues"))
}

fn rows(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Who reads the customer.
#[derive(Clone, Copy)]
enum Reader {
    /// The people who labelled the conversation.
    Given,
    /// The library.
    Classified,
}

/// What a conversation came to.
#[derive(Debug)]
struct Outcome {
    boundaries: u64,
    ending: bool,
    crisis: bool,
    trend: String,
    alert: bool,
}

impl Outcome {
    /// The kinds in which it differs from what was expected, each with both values.
    fn misses(&self, expected: &Value) -> Vec<(&'static str, String)> {
        [
            ("boundaries_due", Value::from(self.boundaries)),
            ("ending_allowed", Value::from(self.ending)),
            ("crisis", Value::from(self.crisis)),
            ("trend_at_end", Value::from(self.trend.as_str())),
            ("supervisor_alert", Value::from(self.alert)),
        ]
        .into_iter()
        .filter(|(name, found)| expected[*name] != *found)
        .map(|(name, found)| (name, format!("{found} for {}", expected[name])))
        .collect()
    }
}

/// One conversation as a host runs it: a person sets each boundary that is due when it is their turn,
/// and fills in the record.
struct Replay {
    case: Case,
    at: Timestamp,
    boundaries: u64,
    crisis: bool,
    ending: bool,
}

impl Replay {
    fn of(row: &Value, reader: Reader) -> Outcome {
        let channel = Channel::from_name(row["channel"].as_str().unwrap()).unwrap();
        let at = Timestamp(1_000_000);
        let case = Case::open(row["id"].as_str().unwrap(), channel, at);
        let mut replay = Self { case, at, boundaries: 0, crisis: false, ending: false };
        for turn in row["turns"].as_array().unwrap() {
            let text = turn["text"].as_str().unwrap();
            match turn["role"].as_str().unwrap() {
                "customer" => replay.customer(turn, text, reader),
                _ => replay.agent(text),
            }
        }
        Outcome {
            boundaries: replay.boundaries,
            ending: replay.ending,
            crisis: replay.crisis,
            trend: replay.case.trend().name().to_string(),
            alert: replay.case.supervisor_reasons().next().is_some(),
        }
    }

    fn go(&mut self, event: &Event) {
        self.at = self.at.after(Millis::seconds(20));
        let moved = advance(&self.case, self.at, event, Policy::standard());
        self.case = moved.unwrap_or_else(|error| panic!("{}: {error}", self.case.contact())).case;
    }

    fn customer(&mut self, turn: &Value, text: &str, reader: Reader) {
        let classification = classify_message(text, Policy::standard());
        let mut message = CustomerMessage::read(text, &classification);
        if matches!(reader, Reader::Given) {
            message.reading = reading(turn);
            message.issues = issues(turn);
            message.verbatim = message.reading.crosses_line().then(|| text.to_string());
        }
        self.go(&Event::MessageReceived(message));
        self.go(&Event::AgentRead);
        self.crisis |= self.case.safety() == Safety::CrisisHold;
        if !self.case.incidents().is_empty() {
            let note = IncidentNote {
                adjustments: Some("asked; none needed".to_string()),
                evidence: Some("the log".to_string()),
                ..IncidentNote::default()
            };
            self.go(&Event::IncidentNoted { by: agent(), note });
        }
        self.ending = self.case.may_discontinue(Policy::standard()).is_ok();
    }

    fn agent(&mut self, text: &str) {
        if self.case.boundary_due(Policy::standard()) {
            self.boundaries += 1;
            let wording = text.to_string();
            let most = Policy::standard().max_boundaries();
            let again = self.case.boundaries() >= most;
            self.go(&if again {
                Event::BoundaryReaffirmed { by: agent(), wording }
            } else {
                Event::BoundaryDelivered { by: agent(), wording }
            });
        }
        let reply = describe_reply(text, agent(), None, &self.case);
        self.go(&Event::ReplySent(reply));
    }
}

fn agent() -> Actor {
    Actor::Human(Human { name: "Sam".to_string(), role: Role::Agent })
}

/// The reading that people gave a turn.
fn reading(turn: &Value) -> Reading {
    let heat = usize::try_from(turn["heat"].as_u64().unwrap()).unwrap();
    let names: Vec<&str> =
        turn["flags"].as_array().unwrap().iter().map(|flag| flag.as_str().unwrap()).collect();
    let severe = names.iter().find_map(|name| name.strip_prefix("severe_"));
    let conduct = match turn["conduct"].as_str().unwrap() {
        "fine" => Conduct::Fine,
        "sharp" => Conduct::Sharp,
        "crossing" => Conduct::Crossing,
        other => {
            let kind = severe.and_then(SevereKind::from_name);
            Conduct::Severe(kind.unwrap_or_else(|| panic!("{other} of which kind?")))
        }
    };
    let directed = conduct >= Conduct::Crossing;
    let flags: Flags = names
        .iter()
        .filter_map(|name| match *name {
            "profanity" if directed => Some(Flag::ProfanityDirected),
            "profanity" => Some(Flag::ProfanityUndirected),
            other => Flag::from_name(other),
        })
        .collect();
    Reading {
        heat: Heat::ALL[heat],
        heat_milli: Milli::saturating([100, 300, 600, 900][heat]),
        conduct,
        line_milli: Milli::saturating(if directed { 950 } else { 20 }),
        target: if directed { Target::Agent } else { Target::Situation },
        crisis: Crisis::from_name(turn["crisis"].as_str().unwrap()).unwrap(),
        flags,
        ..Reading::CALM
    }
}

fn issues(turn: &Value) -> Vec<(IssueKind, IssueTime, String)> {
    let named = turn["issues"].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap());
    named
        .filter_map(|name| {
            Some((IssueKind::from_name(name)?, IssueTime::Current, name.to_string()))
        })
        .collect()
}

/// How many conversations came to what they must, and the misses by kind.
struct Tally {
    met: usize,
    all: usize,
    misses: BTreeMap<&'static str, Vec<String>>,
}

impl Tally {
    fn of(rows: &[Value], reader: Reader) -> Self {
        let mut tally = Self { met: 0, all: rows.len(), misses: BTreeMap::new() };
        for row in rows {
            let misses = Replay::of(row, reader).misses(&row["expect"]);
            tally.met += usize::from(misses.is_empty());
            for (kind, how) in misses {
                let id = row["id"].as_str().unwrap();
                tally.misses.entry(kind).or_default().push(format!("{id} {how}"));
            }
        }
        tally
    }

    fn percent(&self) -> usize {
        self.met * 100 / self.all
    }

    fn told(&self, name: &str) -> String {
        let mut text = format!("{name}: {} of {} met\n", self.met, self.all);
        for (kind, misses) in &self.misses {
            text.push_str(&format!("  {kind}: {}\n", misses.join("; ")));
        }
        text
    }
}
