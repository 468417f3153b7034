//! The messages of our own that the repository holds: tables of message, heat, conduct, flags and slice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::answer::{Answer, widened};
use crate::baseline::{COUNT, Measures};
use crate::metrics::{Outcomes, number, share};

/// With fewer messages to find, finding them is chance.
const ENOUGH: usize = 5;

/// One labelled message and what we make of it.
pub(crate) struct Message {
    /// The table it stands in.
    file: String,
    slice: String,
    heat: u8,
    conduct: String,
    flags: BTreeSet<String>,
    answer: Answer,
}

impl Message {
    fn crosses(&self) -> bool {
        matches!(self.conduct.as_str(), "crossing" | "severe")
    }
}

/// Reads and classifies every table of a folder.
pub(crate) fn read(folder: &Path) -> Vec<Message> {
    let mut messages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_string_lossy();
        let table = fs::read_to_string(&path).unwrap();
        let mut rows = table.lines();
        assert_eq!(rows.next(), Some("text\theat\tconduct\tflags\tslice"), "{}", path.display());
        messages.extend(rows.map(|row| message(&file, row)));
    }
    messages
}

fn message(file: &str, row: &str) -> Message {
    let cells: Vec<&str> = row.split('\t').collect();
    let [text, heat, conduct, flags, slice] = cells.as_slice() else {
        panic!("{file}: not five cells in `{row}`");
    };
    let conduct = conduct.split(':').next().unwrap_or_default();
    assert!(["fine", "sharp", "crossing", "severe"].contains(&conduct), "{file}: `{conduct}`");
    Message {
        file: file.into(),
        slice: (*slice).into(),
        heat: heat.parse().unwrap(),
        conduct: conduct.into(),
        flags: widened(flags.split(',').map(str::trim).filter(|flag| !flag.is_empty())),
        answer: Answer::to(&text.replace("\\n", "\n")),
    }
}

/// Measures them all, each table, and each slice of the tables that have several.
pub(crate) fn measure(messages: &[Message]) -> Measures {
    let mut measures = Measures::new();
    let mut groups: BTreeMap<String, Vec<&Message>> = BTreeMap::new();
    for message in messages {
        groups.entry("all".into()).or_default().push(message);
        groups.entry(message.file.clone()).or_default().push(message);
        if message.slice != message.file {
            let slice = format!("{}.{}", message.file, message.slice);
            groups.entry(slice).or_default().push(message);
        }
    }
    for (group, messages) in &groups {
        let exact = messages.iter().filter(|one| one.heat == one.answer.heat).count();
        let near = messages.iter().filter(|one| one.heat.abs_diff(one.answer.heat) <= 1).count();
        measures.insert(format!("{group}{COUNT}"), number(messages.len()));
        measures.insert(format!("{group}.heat_exact"), share(exact, messages.len()));
        measures.insert(format!("{group}.heat_within_1"), share(near, messages.len()));
    }

    let line: Outcomes =
        messages.iter().map(|one| (one.crosses(), one.answer.crosses_line)).collect();
    let sharp: Outcomes = messages
        .iter()
        .map(|one| (one.conduct == "sharp", one.answer.conduct == "sharp"))
        .collect();
    let boundary: Outcomes =
        messages.iter().map(|one| (one.crosses(), one.answer.sets_boundary())).collect();
    for (what, value) in [
        ("line.P", line.precision()),
        ("line.R", line.recall()),
        ("line.F1", line.f1()),
        ("sharp.R", sharp.recall()),
        ("false_boundaries", boundary.false_alarm_rate()),
    ] {
        measures.insert(format!("all.{what}"), value);
    }

    let flags: BTreeSet<&String> = messages.iter().flat_map(|one| &one.flags).collect();
    for flag in flags {
        let found: Outcomes =
            messages.iter().map(|one| (one.flags.contains(flag), one.answer.has(flag))).collect();
        if found.wanted() >= ENOUGH {
            measures.insert(format!("flag.{flag}.P"), found.precision());
            measures.insert(format!("flag.{flag}.R"), found.recall());
        }
    }
    measures
}

#[cfg(test)]
mod tests {
    use super::{Message, measure, message};
    use crate::answer::Answer;

    #[test]
    fn a_row_is_read_with_its_line_breaks_and_wider_flags() {
        let row = "HELLO\\nTHERE\t2\tsevere:hate\tdelay,supervisor_request\tletters";
        let message = message("letters", row);
        assert_eq!((message.heat, message.conduct.as_str()), (2, "severe"));
        let flags: Vec<&str> = message.flags.iter().map(String::as_str).collect();
        assert_eq!(flags, ["delay", "human_request", "supervisor_request"]);
    }

    #[test]
    fn the_corpus_is_measured_as_counted_by_hand() {
        let one = |slice: &str, heat: u8, conduct: &str, answer: Answer| Message {
            file: "posts".into(),
            slice: slice.into(),
            heat,
            conduct: conduct.into(),
            flags: ["delay".to_string()].into(),
            answer,
        };
        let answer = |heat: u8, conduct: &'static str, line_milli: u16| Answer {
            heat,
            conduct,
            line_milli,
            crosses_line: conduct == "crossing",
            flags: if heat == 0 { ["delay".to_string()].into() } else { [].into() },
            ..Answer::default()
        };
        let messages = [
            one("posts", 0, "fine", answer(0, "crossing", 900)),
            one("posts", 0, "sharp", answer(1, "sharp", 200)),
            one("calls", 3, "sharp", answer(1, "crossing", 600)),
            one("calls", 2, "crossing", answer(2, "crossing", 900)),
            one("calls", 0, "severe", answer(0, "fine", 0)),
        ];
        let measures = measure(&messages);
        let expected = [
            ("all.false_boundaries", 1.0 / 3.0),
            ("all.heat_exact", 0.6),
            ("all.heat_within_1", 0.8),
            ("all.line.F1", 0.4),
            ("all.line.P", 1.0 / 3.0),
            ("all.line.R", 0.5),
            ("all.messages", 5.0),
            ("all.sharp.R", 0.5),
            ("flag.delay.P", 1.0),
            ("flag.delay.R", 0.4),
            ("posts.calls.heat_exact", 2.0 / 3.0),
            ("posts.calls.heat_within_1", 2.0 / 3.0),
            ("posts.calls.messages", 3.0),
            ("posts.heat_exact", 0.6),
            ("posts.heat_within_1", 0.8),
            ("posts.messages", 5.0),
        ];
        assert_eq!(measures.len(), expected.len(), "{measures:?}");
        for ((name, value), (what, wanted)) in measures.iter().zip(expected) {
            assert!(name == what && (value - wanted).abs() < 1e-12, "{name}: {value}");
        }
    }
}
