//! Compiles the rules of the reply review: what each rule says, and the marks that its pattern tables find.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::tsv::{self, Problems, Row};

const COLUMNS: [&str; 7] = ["id", "name", "severity", "from", "why", "better", "otherwise"];

/// Marks are kept in the bits of a `u128`.
const MOST_MARKS: usize = 128;

/// Writes `Mark`, a variant for each table of patterns in the order of the review book's kinds, and
/// `RULES`, a row for each rule.
pub(crate) fn generate(data: &Path, problems: &mut Problems) -> String {
    let folder = data.join("en").join("review");
    let rules = rules(&folder.join("rules.tsv"), problems);
    let marks = marks(&folder, &rules, problems);
    let mut out = String::new();
    write_marks(&mut out, &marks);
    write_rules(&mut out, &rules);
    out
}

/// The rules by number.
fn rules(file: &Path, problems: &mut Problems) -> BTreeMap<u8, Row> {
    let mut rules = BTreeMap::new();
    for row in tsv::read(file, &COLUMNS, problems) {
        let number = row.cell(0).strip_prefix('L').and_then(|digits| digits.parse::<u8>().ok());
        let Some(number) = number.filter(|number| row.cell(0) == format!("L{number:02}")) else {
            problems.add(&row.file, row.line, "the id must be `L` and two digits");
            continue;
        };
        if !matches!(row.cell(2), "info" | "warning" | "error") {
            problems.add(&row.file, row.line, "the severity must be info, warning or error");
        }
        if row.cell(3).parse::<u8>().is_ok_and(|from| from <= 5) {
            if row.cell(1).is_empty() || row.cell(4).is_empty() || row.cell(5).is_empty() {
                problems.add(
                    &row.file,
                    row.line,
                    "a rule needs a name, a why and a better wording",
                );
            }
        } else {
            problems.add(&row.file, row.line, "`from` must be a temperature, 0 to 5");
        }
        if row.cell(5).contains("{issue}") && row.cell(6).is_empty() {
            problems.add(&row.file, row.line, "a better wording with {issue} needs an `otherwise`");
        }
        let (line, place) = (row.line, row.file.clone());
        if rules.insert(number, row).is_some() {
            problems.add(&place, line, format!("L{number:02} stands here twice"));
        }
    }
    rules
}

/// The names of the pattern tables, in the order in which the review book numbers its kinds.
fn marks(folder: &Path, rules: &BTreeMap<u8, Row>, problems: &mut Problems) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for file in tsv::list(folder, "tsv") {
        if !begins_with_patterns(&file) {
            continue;
        }
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = match stem.strip_prefix('L') {
            None => stem.as_str(),
            Some(numbered) => {
                let (digits, name) = numbered.split_once('_').unwrap_or((numbered, ""));
                if !digits.parse::<u8>().is_ok_and(|number| rules.contains_key(&number)) {
                    problems.add(&file, 0, "no such rule in rules.tsv");
                }
                name
            }
        };
        let name = pascal(name);
        if name.is_empty() || marks.contains(&name) {
            problems.add(&file, 0, format!("`{name}` is no new name"));
        }
        marks.push(name);
    }
    if marks.len() > MOST_MARKS {
        problems.add(folder, 0, format!("more than {MOST_MARKS} tables of patterns"));
    }
    marks
}

fn begins_with_patterns(file: &Path) -> bool {
    let text = fs::read_to_string(file).unwrap_or_default();
    let header = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    header.and_then(|line| line.split('\t').next()).is_some_and(|cell| cell.trim() == "pattern")
}

fn write_marks(out: &mut String, marks: &[String]) {
    out.push_str(
        "/// What a table of patterns of the review book finds in a reply.\n\
         #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]\n\
         #[repr(u8)]\npub(crate) enum Mark {\n",
    );
    for (code, name) in marks.iter().enumerate() {
        let _ = writeln!(out, "    {name} = {code},");
    }
    let _ =
        writeln!(out, "}}\nimpl Mark {{\n    pub(crate) const ALL: [Self; {}] = [", marks.len());
    for name in marks {
        let _ = writeln!(out, "        Self::{name},");
    }
    out.push_str("    ];\n    pub(crate) const fn bit(self) -> u128 {\n        match self {\n");
    for (code, name) in marks.iter().enumerate() {
        let _ = writeln!(out, "            Self::{name} => 1 << {code},");
    }
    out.push_str("        }\n    }\n}\n");
}

fn write_rules(out: &mut String, rules: &BTreeMap<u8, Row>) {
    let _ = writeln!(out, "pub(crate) static RULES: [RuleRow; {}] = [", rules.len());
    for (number, row) in rules {
        let severity = match row.cell(2) {
            "info" => 0,
            "warning" => 1,
            _ => 2,
        };
        let _ = writeln!(
            out,
            "    RuleRow {{ number: {number}, id: {:?}, name: {:?}, severity: {severity}, from: {}, why: {:?}, better: {:?}, otherwise: {:?} }},",
            row.cell(0),
            row.cell(1),
            row.cell(3).parse::<u8>().unwrap_or(0),
            row.cell(4),
            row.cell(5),
            row.cell(6),
        );
    }
    out.push_str("];\n");
}

fn pascal(name: &str) -> String {
    name.split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect::<String>()
            })
        })
        .collect()
}
