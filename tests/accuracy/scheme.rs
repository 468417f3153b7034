//! Sets labelled with our own scheme: heat, conduct, crisis, flags, and for some the slice they belong to.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::{Answer, wider};
use crate::metrics::{Outcomes, share};
use crate::sets::Labelled;

/// With fewer to find, finding them is chance; then only false alarms are measured.
const ENOUGH: usize = 5;

pub(crate) fn measure(rows: &[Labelled], put: &mut dyn FnMut(&str, f64)) {
    let line =
        outcomes(rows, |labels| labels["crosses_line"] == true, |answer| answer.crosses_line);
    if line.wanted() > 0 {
        put("line.P", line.precision());
        put("line.R", line.recall());
        put("line.F1", line.f1());
    } else {
        put("line.false_alarms", line.false_alarm_rate());
    }
    let crisis = outcomes(rows, in_crisis, |answer| answer.crisis);
    let severe = outcomes(rows, |labels| labels["conduct"] == "severe", Answer::threatens);
    for (what, found) in [("crisis", crisis), ("severe", severe)] {
        if found.wanted() >= ENOUGH {
            put(&format!("{what}.P"), found.precision());
            put(&format!("{what}.R"), found.recall());
        } else {
            put(&format!("{what}.false_alarms"), found.false_alarm_rate());
        }
    }
    let near =
        rows.iter().filter(|(labels, answer)| heat(labels).abs_diff(answer.heat) <= 1).count();
    put("heat_within_1", share(near, rows.len()));
    put("flags.R", flags_found(rows));

    let mut slices: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (labels, answer) in rows {
        if let Some(slice) = labels.get("slice").and_then(Value::as_str) {
            let right = (labels["crosses_line"] == true) == answer.crosses_line
                && in_crisis(labels) == answer.crisis;
            let (rights, all) = slices.entry(slice).or_default();
            *rights += usize::from(right);
            *all += 1;
        }
    }
    for (slice, (rights, all)) in slices {
        put(&format!("slice.{slice}"), share(rights, all));
    }
}

fn outcomes(
    rows: &[Labelled],
    truth: impl Fn(&Value) -> bool,
    decision: impl Fn(&Answer) -> bool,
) -> Outcomes {
    rows.iter().map(|(labels, answer)| (truth(labels), decision(answer))).collect()
}

fn in_crisis(labels: &Value) -> bool {
    labels["crisis"] != "none"
}

fn heat(labels: &Value) -> u8 {
    labels["heat"].as_u64().and_then(|heat| u8::try_from(heat).ok()).unwrap()
}

/// Of the flags a message is labelled with, the share that is found; unsure ones count neither way.
fn flags_found(rows: &[Labelled]) -> f64 {
    let (mut found, mut wanted) = (0, 0);
    for (labels, answer) in rows {
        let unsure = names(labels, "unsure_flags");
        let mut sure = names(labels, "flags");
        sure.retain(|flag| !unsure.contains(flag));
        let sure: std::collections::BTreeSet<&str> = sure.into_iter().map(alias).collect();
        wanted += sure.len();
        found += sure.iter().filter(|flag| answer.has(flag)).count();
    }
    share(found, wanted)
}

/// Swearing keeps its direction where the label has one.
fn alias(flag: &str) -> &str {
    if flag.starts_with("profanity") { flag } else { wider(flag) }
}

/// The names in a list of labels; none where there is no list.
pub(crate) fn names<'a>(labels: &'a Value, list: &str) -> Vec<&'a str> {
    let list = labels.get(list).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::measure;
    use crate::answer::{Answer, widened};
    use crate::baseline::Measures;

    #[test]
    fn our_own_scheme_is_measured_as_counted_by_hand() {
        let labels = |heat: u8, crosses: bool, conduct: &str, flags: &[&str], slice: &str| {
            json!({"text": "", "heat": heat, "crosses_line": crosses, "conduct": conduct,
                   "crisis": "none", "flags": flags, "unsure_flags": ["public"], "slice": slice})
        };
        let answer = |heat: u8, crosses_line: bool, flags: &[&str]| Answer {
            heat,
            crosses_line,
            conduct: if crosses_line { "crossing" } else { "fine" },
            flags: widened(flags.iter().copied()),
            ..Answer::default()
        };
        let rows = [
            (labels(0, false, "fine", &["legal", "public"], "calm"), answer(1, false, &["legal"])),
            (
                labels(3, true, "crossing", &["profanity"], "foul"),
                answer(1, true, &["profanity_directed"]),
            ),
            (labels(2, true, "crossing", &["churn"], "foul"), answer(3, false, &[])),
            (
                labels(1, false, "sharp", &["supervisor_request"], "calm"),
                answer(1, true, &["human_request"]),
            ),
        ];
        let mut found = Measures::new();
        measure(&rows, &mut |what, value| {
            found.insert(what.into(), value);
        });
        let expected = [
            ("crisis.false_alarms", 0.0),
            ("flags.R", 0.75),
            ("heat_within_1", 0.75),
            ("line.F1", 0.5),
            ("line.P", 0.5),
            ("line.R", 0.5),
            ("severe.false_alarms", 0.0),
            ("slice.calm", 0.5),
            ("slice.foul", 0.5),
        ];
        let found: Vec<(&str, f64)> =
            found.iter().map(|(what, value)| (what.as_str(), *value)).collect();
        assert_eq!(found, expected);
    }
}
