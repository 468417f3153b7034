//! What was measured before, in a table beside this file, and how far a measure may fall behind it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A value for each measure. Names are `<set>.<what>.<measure>`; values are shares or correlations, but for the
/// number of messages in a set.
pub(crate) type Measures = BTreeMap<String, f64>;

/// Ends the name of the number of messages in a set.
pub(crate) const COUNT: &str = ".messages";
/// How far a measure may fall.
const SLACK: f64 = 0.01;
/// A smaller change is not worth a line.
const MOVED: f64 = 0.002;
/// What false alarms may always be.
const FEW: f64 = 0.0002;
/// Values are written with four decimals: half of the last one.
const ROUNDING: f64 = 0.000_05;

const HEAD: &str = "# Written by UNRUFFLED_BLESS=1 cargo test -p unruffled-tests --test accuracy: what may not get worse.\n\
                    measure\tvalue\n";

/// One table of earlier measures.
pub(crate) struct Baseline {
    file: PathBuf,
    measures: Measures,
    /// Measured before, but not comparable today.
    aside: Measures,
    /// Measures that stand twice, as a merge may leave them.
    twice: Vec<String>,
}

impl Baseline {
    /// Reads a table; a missing one is empty, so that the first can be written.
    pub(crate) fn read(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("accuracy").join(name);
        let (measures, twice) = parse(&fs::read_to_string(&file).unwrap_or_default());
        Self { file, measures, aside: Measures::new(), twice }
    }

    #[cfg(test)]
    pub(crate) fn of(measures: Measures) -> Self {
        Self { file: PathBuf::new(), measures, aside: Measures::new(), twice: Vec::new() }
    }

    pub(crate) const fn measures(&self) -> &Measures {
        &self.measures
    }

    /// Takes measures out of the comparison; they stay in the table until they are measured and blessed.
    pub(crate) fn set_aside(&mut self, rests: impl Fn(&str) -> bool) {
        let (aside, measures) =
            std::mem::take(&mut self.measures).into_iter().partition(|(measure, _)| rests(measure));
        self.measures = measures;
        self.aside.extend(aside);
    }

    /// Prints what moved, and fails where something got worse; with `UNRUFFLED_BLESS=1` writes the table.
    pub(crate) fn hold(self, now: &Measures) {
        let mut comparable = now.clone();
        comparable.retain(|measure, _| !self.aside.contains_key(measure));
        let changes = compare(&self.measures, &comparable);
        let name = self.file.file_name().unwrap().to_string_lossy().into_owned();
        println!("{name}: {} measures compared, {} moved", self.measures.len(), changes.len());
        for change in &changes {
            println!("{}", change.line());
        }
        if env::var_os("UNRUFFLED_BLESS").is_some_and(|value| value == "1") {
            let mut blessed = self.aside;
            blessed.extend(now.clone());
            fs::write(&self.file, render(&blessed)).unwrap();
            return;
        }
        assert!(!(self.measures.is_empty() && self.aside.is_empty()), "{name} is empty: bless it");
        assert!(self.twice.is_empty(), "twice in {name}, so bless it: {}", self.twice.join(" "));
        let worse: Vec<String> =
            changes.iter().filter(|change| change.worse()).map(Change::line).collect();
        assert!(
            worse.is_empty(),
            "worse than {name} says; if it is meant, say why in the commit and bless it:\n{}",
            worse.join("\n")
        );
    }
}

/// A measure that is not what it was.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    measure: String,
    before: Option<f64>,
    after: Option<f64>,
}

impl Change {
    fn worse(&self) -> bool {
        match (self.before, self.after) {
            // Other messages may make everything else move, but are not worse themselves.
            (Some(_), Some(_)) if self.measure.ends_with(COUNT) => false,
            (Some(before), Some(after)) if is_alarm(&self.measure) => {
                after > (before * 1.5).max(FEW) + ROUNDING
            }
            (Some(before), Some(after)) => after < before - SLACK - ROUNDING,
            // A measure that is gone guards nothing any more.
            (Some(_), None) => true,
            (None, Some(_) | None) => false,
        }
    }

    fn moved(&self) -> bool {
        match (self.before, self.after) {
            (Some(before), Some(after)) => (before - after).abs() > MOVED + ROUNDING,
            (Some(_), None) | (None, Some(_)) => true,
            (None, None) => false,
        }
    }

    fn line(&self) -> String {
        let cell =
            |value: Option<f64>| value.map_or("-".to_string(), |value| cell(&self.measure, value));
        let verdict = match self {
            change if change.worse() => "  WORSE",
            Self { before: None, .. } => "  new: bless it to keep it",
            Self { .. } => "",
        };
        format!("{:48} {:>8} {:>8}{verdict}", self.measure, cell(self.before), cell(self.after))
    }
}

fn is_alarm(measure: &str) -> bool {
    measure.ends_with("false_alarms") || measure.ends_with("false_boundaries")
}

/// Every measure that moved or got worse, sorted by name.
fn compare(before: &Measures, after: &Measures) -> Vec<Change> {
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names
        .into_iter()
        .map(|measure| Change {
            measure: measure.clone(),
            before: before.get(measure).copied(),
            after: after.get(measure).copied(),
        })
        .filter(|change| change.moved() || change.worse())
        .collect()
}

/// Returns the measures of a table, and those that stand there twice.
fn parse(table: &str) -> (Measures, Vec<String>) {
    let (mut measures, mut twice) = (Measures::new(), Vec::new());
    for row in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let (measure, value) =
            row.split_once('\t').unwrap_or_else(|| panic!("no value in `{row}`"));
        let value = value.parse().unwrap_or_else(|_| panic!("no number in `{row}`"));
        if measures.insert(measure.to_string(), value).is_some() {
            twice.push(measure.to_string());
        }
    }
    (measures, twice)
}

fn render(measures: &Measures) -> String {
    let mut table = HEAD.to_string();
    for (measure, value) in measures {
        let _written = writeln!(table, "{measure}\t{}", cell(measure, *value));
    }
    table
}

fn cell(measure: &str, value: f64) -> String {
    if measure.ends_with(COUNT) { format!("{value}") } else { format!("{value:.4}") }
}

#[cfg(test)]
mod tests {
    use super::{Change, Measures, compare, parse, render};

    #[test]
    fn a_measure_may_fall_a_point_and_alarms_may_hardly_rise() {
        let rows = [
            ("a.F1", 0.9, 0.89, false),
            ("a.F1", 0.9, 0.8898, true),
            ("a.F1", 0.5, 0.99, false),
            ("pooled.line_false_alarms", 0.0, 0.0002, false),
            ("pooled.line_false_alarms", 0.0, 0.0003, true),
            ("pooled.line_false_alarms", 0.004, 0.006, false),
            ("pooled.line_false_alarms", 0.004, 0.0062, true),
            ("all.false_boundaries", 0.01, 0.0, false),
            ("all.false_boundaries", 0.0, 0.0004, true),
            ("all.messages", 3000.0, 2000.0, false),
        ];
        for (measure, before, after, expected) in rows {
            let change =
                Change { measure: measure.into(), before: Some(before), after: Some(after) };
            assert_eq!(change.worse(), expected, "{measure} from {before} to {after}");
        }
    }

    #[test]
    fn only_what_moved_is_told() {
        let before = measures(&[("gone", 0.5), ("little", 0.5), ("much", 0.5), ("worse", 0.5)]);
        let after = measures(&[("little", 0.502), ("much", 0.5022), ("new", 0.1), ("worse", 0.4)]);
        let changes = compare(&before, &after);
        let told: Vec<(&str, bool)> =
            changes.iter().map(|change| (change.measure.as_str(), change.worse())).collect();
        assert_eq!(told, [("gone", true), ("much", false), ("new", false), ("worse", true)]);
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let written =
            render(&measures(&[("b.AUC", 0.98765), ("b.messages", 12.0), ("a.line.F1", 1.0)]));
        let rows = "measure\tvalue\na.line.F1\t1.0000\nb.AUC\t0.9877\nb.messages\t12\n";
        assert!(written.ends_with(rows), "{written}");
        let (read, twice) = parse(&written);
        assert_eq!(read, measures(&[("a.line.F1", 1.0), ("b.AUC", 0.9877), ("b.messages", 12.0)]));
        assert!(twice.is_empty(), "{twice:?}");
        assert_eq!(parse(""), (Measures::new(), Vec::new()));
    }

    #[test]
    fn a_measure_that_a_merge_left_twice_is_noticed() {
        let (_, twice) = parse("measure\tvalue\na.F1\t0.5000\nb.F1\t0.4000\na.F1\t0.6000\n");
        assert_eq!(twice, ["a.F1"]);
    }

    fn measures(rows: &[(&str, f64)]) -> Measures {
        rows.iter().map(|(measure, value)| ((*measure).to_string(), *value)).collect()
    }
}
