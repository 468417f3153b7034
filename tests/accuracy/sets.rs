//! The labelled sets: JSONL files, one message a line, in three schemes of labels. The names and the
//! definitions of the measures are those of the scorer that is kept beside the data.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::answer::Answer;
use crate::baseline::{Baseline, COUNT, Measures};
use crate::metrics::{Outcomes, number};
use crate::{mood, scheme, targets};

/// The folders that hold sets of messages.
pub(crate) const FOLDERS: [&str; 4] = ["gold", "measure", "own", "train"];
/// Sets of ordinary requests: who is accused there is accused falsely.
const CALM: [&str; 5] = ["banking77", "clinc150", "multidogo", "nlupp", "xstest"];
/// What is measured over all calm sets together.
const POOLED: &str = "pooled";

/// A message's labels beside what we make of it.
pub(crate) type Labelled = (Value, Answer);

/// The sets that were measured before and are not here.
pub(crate) fn missing(baseline: &Baseline, now: &Measures) -> BTreeSet<String> {
    counts(baseline.measures()).filter(|(set, _)| count(now, set).is_none()).map(named).collect()
}

/// The sets that are here with another number of messages: the baseline knows nothing of those.
pub(crate) fn changed(baseline: &Baseline, now: &Measures) -> BTreeSet<String> {
    let other = |set: &str, before: f64| count(now, set).is_some_and(|count| count != before);
    counts(baseline.measures()).filter(|(set, before)| other(set, *before)).map(named).collect()
}

fn counts(measures: &Measures) -> impl Iterator<Item = (&str, f64)> {
    measures.iter().filter_map(|(measure, count)| Some((measure.strip_suffix(COUNT)?, *count)))
}

fn count(measures: &Measures, set: &str) -> Option<f64> {
    measures.get(&format!("{set}{COUNT}")).copied()
}

fn named((set, _): (&str, f64)) -> String {
    set.to_string()
}

/// Whether a measure cannot be compared without these sets.
pub(crate) fn rests_on(measure: &str, others: &BTreeSet<String>) -> bool {
    match measure.split('.').next().unwrap_or(measure) {
        POOLED => CALM.iter().any(|set| others.contains(*set)),
        set => others.contains(set),
    }
}

/// Classifies every message of every set of a data folder and measures the answers.
pub(crate) fn measure(data: &Path) -> Measures {
    let mut measures = Measures::new();
    let (mut accused, mut alarmed) = (Outcomes::default(), Outcomes::default());
    for (set, paths) in files(data) {
        let rows = read(&paths);
        let Some((first, _)) = rows.first().filter(|(labels, _)| labels.get("text").is_some())
        else {
            continue;
        };
        measures.insert(format!("{set}{COUNT}"), number(rows.len()));
        let mut put = |what: &str, value: f64| {
            measures.insert(format!("{set}.{what}"), value);
        };
        if first.get("crosses_line").is_some() {
            scheme::measure(&rows, &mut put);
        } else if first.get("mood").is_some() {
            mood::measure(&rows, &mut put);
        } else {
            targets::measure(&rows, &mut put);
        }
        if CALM.contains(&set.as_str()) {
            let hot: Outcomes = rows.iter().map(|(_, answer)| (false, answer.heat >= 2)).collect();
            put("hot_false_alarms", hot.false_alarm_rate());
            for (_, answer) in &rows {
                accused.add(false, answer.crosses_line);
                alarmed.add(false, answer.crisis);
            }
        }
    }
    if accused.total() > 0 {
        measures.insert(format!("{POOLED}.line_false_alarms"), accused.false_alarm_rate());
        measures.insert(format!("{POOLED}.crisis_false_alarms"), alarmed.false_alarm_rate());
    }
    measures
}

/// The files of each set, by its name.
fn files(data: &Path) -> BTreeMap<String, Vec<PathBuf>> {
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let folders = FOLDERS.iter().map(|folder| data.join(folder)).filter(|folder| folder.is_dir());
    for entry in folders.flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            files.entry(name).or_default().push(path);
        }
    }
    files
}

fn read(paths: &[PathBuf]) -> Vec<Labelled> {
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.flat_map(|text| rows(&text)).collect()
}

fn rows(text: &str) -> Vec<Labelled> {
    text.lines().filter(|line| !line.trim().is_empty()).map(answered).collect()
}

fn answered(line: &str) -> Labelled {
    let labels: Value = serde_json::from_str(line).unwrap();
    let answer = Answer::to(labels.get("text").and_then(Value::as_str).unwrap_or_default());
    (labels, answer)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{changed, missing, rests_on};
    use crate::baseline::{Baseline, Measures};

    #[test]
    fn a_measure_rests_on_its_set_and_the_pool_on_every_calm_one() {
        let rows = [
            ("gold-dev.line.F1", "gold-dev", true),
            ("gold-dev.line.F1", "own-1", false),
            ("own-1.slice.foil", "own-1", true),
            ("pooled.line_false_alarms", "nlupp", true),
            ("pooled.line_false_alarms", "gold-dev", false),
        ];
        for (measure, other, expected) in rows {
            let others = BTreeSet::from([other.to_string()]);
            assert_eq!(rests_on(measure, &others), expected, "{measure} without {others:?}");
        }
    }

    #[test]
    fn only_the_same_messages_are_compared() {
        let measures = |rows: &[(&str, f64)]| -> Measures {
            rows.iter().map(|(name, value)| ((*name).to_string(), *value)).collect()
        };
        let before = [("gone", 9.0), ("less", 9.0), ("same", 9.0)]
            .map(|(set, count)| (format!("{set}.messages"), count));
        let baseline = Baseline::of(before.into_iter().collect());
        let now =
            measures(&[("less.messages", 8.0), ("new.messages", 1.0), ("same.messages", 9.0)]);
        assert_eq!(missing(&baseline, &now), BTreeSet::from(["gone".to_string()]));
        assert_eq!(changed(&baseline, &now), BTreeSet::from(["less".to_string()]));
    }
}
