//! Compiles `data/en/weights/`, the learned model: keys with two small integers each, and what the rules'
//! own findings weigh.
#![allow(clippy::indexing_slicing, reason = "a build script: a slip stops the build")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::key;
use crate::names;
use crate::tsv::{self, Problems, Row};

/// What a weight may be.
const RANGE: std::ops::RangeInclusive<i16> = -127..=127;

/// Writes the tables of the learned weights.
pub(crate) fn generate(package: &Path, problems: &mut Problems) -> String {
    let folder = package.join("data/en/weights");
    [features(&folder, problems), rules(package, &folder, problems), scales(&folder, problems)]
        .concat()
}

fn features(folder: &Path, problems: &mut Problems) -> String {
    let mut found: BTreeMap<u64, (i16, i16)> = BTreeMap::new();
    for row in
        tsv::read(&folder.join("features.tsv"), &["kind", "feature", "heat", "line"], problems)
    {
        let Some(key) = key_of(row.cell(0), row.cell(1)) else {
            problems.add(
                &row.file,
                row.line,
                format!("`{}` is not a {}", row.cell(1), row.cell(0)),
            );
            continue;
        };
        let kept = key >> (64 - key::BUCKET_BITS - key::REST_BITS);
        let pair = (weight(&row, 2, problems), weight(&row, 3, problems));
        if found.insert(kept, pair).is_some() {
            problems.add(
                &row.file,
                row.line,
                format!("`{}` has the key of another row", row.cell(1)),
            );
        }
    }
    let buckets = 1_usize << key::BUCKET_BITS;
    let mut begins = vec![0_usize; buckets + 1];
    let mut rests = String::new();
    let (mut heat, mut line) = (String::new(), String::new());
    for (key, (first, second)) in &found {
        let bucket = usize::try_from(key >> key::REST_BITS).unwrap_or(usize::MAX);
        begins[bucket + 1] += 1;
        for shift in [16, 8, 0] {
            let _written = write!(rests, "{},", (key >> shift) & 0xff);
        }
        let _written = write!(heat, "{first},");
        let _written = write!(line, "{second},");
    }
    for bucket in 0..buckets {
        begins[bucket + 1] += begins[bucket];
    }
    if begins[buckets] > usize::from(u16::MAX) {
        problems.add(folder, 0, "too many weights");
    }
    let begins: String = begins.iter().map(|begin| format!("{begin},")).collect();
    format!(
        "pub(crate) static BUCKETS: [u16; {}] = [{begins}];\n\
         pub(crate) static RESTS: [u8; {}] = [{rests}];\n\
         pub(crate) static HEAT: [i8; {}] = [{heat}];\n\
         pub(crate) static LINE: [i8; {}] = [{line}];\n",
        buckets + 1,
        found.len() * 3,
        found.len(),
        found.len(),
    )
}

fn key_of(kind: &str, feature: &str) -> Option<u64> {
    let mut words = feature.split(' ').map(|word| key::word(word.as_bytes()));
    match (kind, words.next(), words.next(), words.next()) {
        ("word", Some(key), None, None) => Some(key),
        ("pair", Some(first), Some(second), None) => Some(key::pair(first, second)),
        ("letters", Some(_), None, None) => {
            <[u8; 3]>::try_from(feature.as_bytes()).ok().map(key::letters)
        }
        _ => None,
    }
}

fn weight(row: &Row, column: usize, problems: &mut Problems) -> i16 {
    match row.cell(column).parse() {
        Ok(weight) if RANGE.contains(&weight) => weight,
        Ok(_) | Err(_) => {
            problems.add(&row.file, row.line, format!("`{}` is not a weight", row.cell(column)));
            0
        }
    }
}

/// Weights by the code of a signal, of a flag, by the length of the message, and of the rules' verdict.
fn rules(package: &Path, folder: &Path, problems: &mut Problems) -> String {
    let signals = by_code(&package.join("src/terms/reading.rs"), "Signal", problems);
    let flags = by_code(&package.join("src/terms/flag.rs"), "Flag", problems);
    let lengths: Vec<String> = (0..=8).map(|bits: u8| bits.to_string()).collect();
    let verdicts: Vec<String> = ["near_the_line", "crosses", "severe"].map(str::to_owned).to_vec();
    let sorts = [("signal", signals), ("flag", flags), ("length", lengths), ("rule", verdicts)];
    let mut tables: Vec<Vec<(i16, i16)>> =
        sorts.iter().map(|(_, names)| vec![(0, 0); names.len()]).collect();
    for row in tsv::read(&folder.join("rules.tsv"), &["kind", "name", "heat", "line"], problems) {
        let place = sorts.iter().position(|(sort, _)| *sort == row.cell(0)).and_then(|sort| {
            Some((sort, sorts[sort].1.iter().position(|name| name == row.cell(1))?))
        });
        let Some((sort, at)) = place else {
            problems.add(
                &row.file,
                row.line,
                format!("no {} is called `{}`", row.cell(0), row.cell(1)),
            );
            continue;
        };
        tables[sort][at] = (weight(&row, 2, problems), weight(&row, 3, problems));
    }
    let mut source = String::new();
    for ((sort, _), table) in sorts.iter().zip(tables) {
        let cells: String = table.iter().map(|(heat, line)| format!("({heat},{line}),")).collect();
        let _written = writeln!(
            source,
            "pub(crate) static {}: [(i8, i8); {}] = [{cells}];",
            format!("{sort}s").to_uppercase(),
            table.len(),
        );
    }
    source
}

/// The names of an enum, each at the place of its code.
fn by_code(file: &Path, wanted: &str, problems: &mut Problems) -> Vec<String> {
    let mut names = Vec::new();
    for name in names::read(file, wanted, problems) {
        let place = usize::from(name.code);
        names.resize(names.len().max(place + 1), String::new());
        names[place] = name.name;
    }
    names
}

fn scales(folder: &Path, problems: &mut Problems) -> String {
    let rows = tsv::read(&folder.join("scales.tsv"), &["axis", "score", "milli"], problems);
    ["heat", "line"]
        .map(|axis| {
            let knots: Vec<&Row> = rows.iter().filter(|row| row.cell(0) == axis).collect();
            let cells: String =
                knots.iter().map(|row| format!("({},{}),", row.cell(1), row.cell(2))).collect();
            format!(
                "pub(crate) static {}_SCALE: [(i32, i32); {}] = [{cells}];\n",
                axis.to_uppercase(),
                knots.len()
            )
        })
        .concat()
}
