//! Public sets: each message has some of many targets, 0 or 1; a missing one is unknown and not scored.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::Answer;
use crate::metrics::{Outcomes, auc, average_precision, share, spearman};
use crate::sets::Labelled;

/// With fewer true rows a target has no curve.
const ENOUGH: usize = 5;
/// The one target that is a scale: the mean of three raters.
const FRUSTRATION: &str = "frustration_0_4";

/// How a target is read from an answer.
struct Reader {
    /// What its rows are ranked by, if it is more than yes or no.
    score: Option<fn(&Answer) -> f64>,
    decide: fn(&Answer) -> bool,
}

impl Reader {
    fn of(target: &str) -> Option<Self> {
        let line: fn(&Answer) -> f64 = |answer| f64::from(answer.line_milli);
        let heat: fn(&Answer) -> f64 = |answer| f64::from(answer.heat_milli);
        let coolness: fn(&Answer) -> f64 = |answer| -f64::from(answer.heat_milli);
        let (score, decide): (_, fn(&Answer) -> bool) = match target {
            "abusive_person" | "abusive_agent" | "toxic" => {
                (Some(line), |answer| answer.crosses_line)
            }
            "frustrated" | "complaint" | "dissatisfied" => (Some(heat), |answer| answer.heat >= 1),
            "very_frustrated" | "rant" | "angry" => (Some(heat), |answer| answer.heat >= 2),
            "calm" => (Some(coolness), |answer| answer.heat == 0),
            "delay" => (None, |answer| answer.has("delay") || answer.has("broken_promise")),
            "gratitude" => (None, |answer| answer.has("thanks")),
            "wants_human" => (None, |answer| answer.has("human_request")),
            "threat" => (None, Answer::threatens),
            "self_harm" => (None, |answer| answer.crisis),
            _ => return None,
        };
        Some(Self { score, decide })
    }
}

pub(crate) fn measure(rows: &[Labelled], put: &mut dyn FnMut(&str, f64)) {
    let mut targets: BTreeMap<&str, Vec<(f64, &Answer)>> = BTreeMap::new();
    for (labels, answer) in rows {
        let labels = labels.get("targets").and_then(Value::as_object);
        for (target, label) in labels.into_iter().flatten() {
            if let Some(value) =
                value(label).filter(|value| target == FRUSTRATION || is_truth(*value))
            {
                targets.entry(target).or_default().push((value, answer));
            }
        }
    }
    for (target, rows) in targets {
        if target == FRUSTRATION {
            let pairs: Vec<(f64, f64)> =
                rows.iter().map(|(value, answer)| (*value, f64::from(answer.heat_milli))).collect();
            put("frustration.spearman", spearman(&pairs));
        } else if let Some(reader) = Reader::of(target) {
            measure_one(target, &reader, &rows, put);
        }
    }
}

fn measure_one(
    target: &str,
    reader: &Reader,
    rows: &[(f64, &Answer)],
    put: &mut dyn FnMut(&str, f64),
) {
    let found: Outcomes =
        rows.iter().map(|(value, answer)| (*value > 0.0, (reader.decide)(answer))).collect();
    if found.wanted() >= ENOUGH && found.wanted() < found.total() {
        if let Some(score) = reader.score {
            let scored: Vec<(bool, f64)> =
                rows.iter().map(|(value, answer)| (*value > 0.0, score(answer))).collect();
            put(&format!("{target}.AUC"), auc(&scored));
            put(&format!("{target}.AP"), average_precision(&scored));
        }
        put(&format!("{target}.P"), found.precision());
        put(&format!("{target}.R"), found.recall());
        put(&format!("{target}.F1"), found.f1());
    } else if ["abusive_person", "threat", "self_harm"].contains(&target) && found.wanted() < ENOUGH
    {
        put(&format!("{target}.false_alarms"), share(found.false_alarms, found.total()));
    }
}

/// The number of a label; true and false are 1 and 0.
fn value(label: &Value) -> Option<f64> {
    label.as_f64().or_else(|| label.as_bool().map(|truth| f64::from(u8::from(truth))))
}

fn is_truth(value: f64) -> bool {
    value == 0.0 || value == 1.0
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::measure;
    use crate::answer::Answer;
    use crate::baseline::Measures;

    #[test]
    fn targets_are_measured_as_counted_by_hand() {
        let row = |targets: Value, heat: u8, crosses_line: bool| {
            let line_milli = if crosses_line { 700 } else { 100 };
            let heat_milli = u16::from(heat) * 300;
            (
                json!({"targets": targets}),
                Answer { heat, heat_milli, line_milli, crosses_line, ..Answer::default() },
            )
        };
        let mut rows = vec![
            row(json!({"complaint": 0, "abusive_person": 0, "frustration_0_4": 0.33}), 0, false),
            row(json!({"complaint": 0, "abusive_person": 0, "frustration_0_4": 2}), 1, true),
            row(json!({"complaint": 2, "abusive_person": null, "unknown": 1}), 3, true),
        ];
        rows.extend(
            (0..5).map(|at| row(json!({"complaint": 1.0}), if at == 0 { 0 } else { 2 }, false)),
        );
        let mut found = Measures::new();
        measure(&rows, &mut |what, value| {
            found.insert(what.into(), value);
        });
        let expected = [
            ("abusive_person.false_alarms", 0.5),
            // Four at a precision of 1, the fifth enters with the calm row after one false one: 5 of 7.
            ("complaint.AP", 0.8 + 0.2 * 5.0 / 7.0),
            // Ten pairs: four times two in order, half of one.
            ("complaint.AUC", 0.85),
            ("complaint.F1", 0.8),
            ("complaint.P", 0.8),
            ("complaint.R", 0.8),
            ("frustration.spearman", 1.0),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((name, value), (what, wanted)) in found.iter().zip(expected) {
            assert!(name == what && (value - wanted).abs() < 1e-12, "{name}: {value}");
        }
    }
}
