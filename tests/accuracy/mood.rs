//! Real messages labelled by hand with a mood, a conduct and flags; a label of null is one that the two
//! passes disagreed on, and is not scored.

use serde_json::Value;

use crate::answer::Answer;
use crate::metrics::{Outcomes, auc};
use crate::scheme::names;
use crate::sets::Labelled;

const MOODS: [&str; 3] = ["calm", "frustrated", "angry"];

/// The flags that this scheme labels.
const FLAGS: [&str; 9] = [
    "legal",
    "public",
    "churn",
    "human_request",
    "repeat_contact",
    "delay",
    "urgent",
    "vulnerable",
    "thanks",
];

/// What it calls vulnerable.
const NEEDS: [&str; 9] = [
    "bereavement",
    "health_disclosed",
    "financial_hardship",
    "domestic_abuse",
    "domestic_abuse_hint",
    "disability_disclosed",
    "tic_disclosed",
    "limited_english",
    "minor",
];

pub(crate) fn measure(rows: &[Labelled], put: &mut dyn FnMut(&str, f64)) {
    let of_mood = |mood: &'static str| {
        labelled(rows, "mood").map(move |(label, answer)| (label == mood, answer))
    };
    let heated = |calm: bool, (truth, answer): (bool, &Answer)| {
        (truth != calm, f64::from(answer.heat_milli))
    };
    let rest: Vec<(bool, f64)> = of_mood("calm").map(|row| heated(true, row)).collect();
    put("calm_vs_rest.AUC", auc(&rest));
    let angry: Vec<(bool, f64)> = of_mood("angry").map(|row| heated(false, row)).collect();
    put("angry_vs_rest.AUC", auc(&angry));
    let f1 = |mood| {
        let found = of_mood(mood).map(|(truth, answer)| (truth, mood_of(answer) == mood));
        found.collect::<Outcomes>().f1()
    };
    put("mood.macroF1", MOODS.map(f1).iter().sum::<f64>() / 3.0);

    let crossing = ["insulting", "abusive", "threatening"];
    let line: Outcomes = labelled(rows, "conduct")
        .map(|(label, answer)| (crossing.contains(&label), answer.crosses_line))
        .collect();
    put("line.P", line.precision());
    put("line.R", line.recall());
    put("line.F1", line.f1());
    let swearing: Outcomes = labelled(rows, "conduct")
        .filter(|(label, _)| *label == "profane")
        .map(|(_, answer)| (false, answer.crosses_line))
        .collect();
    put("profane_not_crossing", 1.0 - swearing.false_alarm_rate());

    let mut flags = Outcomes::default();
    for (labels, answer) in rows {
        let (sure, unsure) = (names(labels, "flags"), names(labels, "unsure_flags"));
        for flag in FLAGS.into_iter().filter(|flag| !unsure.contains(flag)) {
            flags.add(sure.contains(&flag), raises(answer, flag));
        }
    }
    put("flags.F1", flags.f1());
}

fn labelled<'a>(
    rows: &'a [Labelled],
    label: &'a str,
) -> impl Iterator<Item = (&'a str, &'a Answer)> {
    rows.iter().filter_map(move |(labels, answer)| {
        let label = labels.get(label).and_then(Value::as_str).filter(|label| !label.is_empty())?;
        Some((label, answer))
    })
}

fn mood_of(answer: &Answer) -> &'static str {
    MOODS.get(usize::from(answer.heat)).unwrap_or(&"angry")
}

fn raises(answer: &Answer, flag: &str) -> bool {
    match flag {
        "vulnerable" => NEEDS.iter().any(|need| answer.has(need)),
        "urgent" => answer.has("deadline") || answer.has("urgent"),
        "legal" => answer.has("legal") || answer.has("regulator"),
        other => answer.has(other),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::measure;
    use crate::answer::{Answer, widened};
    use crate::baseline::Measures;

    #[test]
    fn moods_are_measured_as_counted_by_hand() {
        let answer = |heat: u8, crosses_line: bool, flags: &[&str]| Answer {
            heat,
            heat_milli: u16::from(heat) * 300,
            crosses_line,
            flags: widened(flags.iter().copied()),
            ..Answer::default()
        };
        let row = |mood: Option<&str>, conduct: Option<&str>, flags: &[&str], unsure: &[&str]| json!({"text": "", "mood": mood, "conduct": conduct, "flags": flags, "unsure_flags": unsure});
        let rows = [
            (row(Some("calm"), Some("civil"), &["vulnerable"], &[]), answer(0, false, &["minor"])),
            (row(Some("angry"), Some("profane"), &["urgent"], &[]), answer(3, true, &[])),
            (
                row(Some("frustrated"), Some("abusive"), &[], &["delay"]),
                answer(0, true, &["delay"]),
            ),
            (
                row(None, Some("profane"), &["legal"], &[]),
                answer(2, false, &["regulator", "thanks"]),
            ),
            (row(Some("angry"), None, &[], &[]), answer(1, true, &[])),
        ];
        let mut found = Measures::new();
        measure(&rows, &mut |what, value| {
            found.insert(what.into(), value);
        });
        let expected = [
            // Angry scores of 900 and 300 against 0 and 0.
            ("angry_vs_rest.AUC", 1.0),
            // 900, 0 and 300 against 0: two in order, one tied.
            ("calm_vs_rest.AUC", 2.5 / 3.0),
            // Found: two needs and rights; missed: the urgency; alarm: the thanks.
            ("flags.F1", 2.0 / 3.0),
            ("line.F1", 2.0 / 3.0),
            ("line.P", 0.5),
            ("line.R", 1.0),
            // Calm 2/3, frustrated 0, angry 2/3.
            ("mood.macroF1", 4.0 / 9.0),
            ("profane_not_crossing", 0.5),
        ];
        assert_eq!(found.len(), expected.len());
        for ((name, value), (what, wanted)) in found.iter().zip(expected) {
            assert!(name == what && (value - wanted).abs() < 1e-12, "{name}: {value}");
        }
    }
}
