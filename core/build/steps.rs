//! Compiles `en/steps.tsv`: one blob and where each cell ends in it.

use std::fmt::Write as _;
use std::path::Path;

use crate::names;
use crate::tsv::{self, Problems};

const COLUMNS: &[&str] = &["id", "instruction", "why", "source"];

/// Writes `BLOB` and `ENDS`; checks that the rows are the names of `StepId`, in the order of its codes.
pub(crate) fn generate(package: &Path, problems: &mut Problems) -> String {
    let file = package.join("data/en/steps.tsv");
    let rows = tsv::read(&file, COLUMNS, problems);
    let ids = names::read(&package.join("src/steps/id.rs"), "StepId", problems);
    if rows.len() != ids.len() {
        problems.add(&file, 0, format!("{} rows for {} steps", rows.len(), ids.len()));
    }
    for (row, id) in rows.iter().zip(&ids) {
        if row.cell(0) != id.name {
            problems.add(&row.file, row.line, format!("expected the step `{}` here", id.name));
        }
        for (column, name) in COLUMNS.iter().enumerate() {
            if row.cell(column).is_empty() {
                problems.add(&row.file, row.line, format!("`{name}` is empty"));
            }
        }
    }
    let mut blob = String::new();
    let mut ends = String::new();
    for row in &rows {
        ends.push('[');
        for column in 0..COLUMNS.len() {
            blob.push_str(row.cell(column));
            let _ = write!(ends, "{}, ", blob.len());
        }
        ends.push_str("], ");
    }
    format!(
        "/// Every cell, one after the other.\nstatic BLOB: &str = {blob:?};\n\n\
         /// Where the cells of each row end.\nstatic ENDS: &[[u16; {}]] = &[{ends}];\n",
        COLUMNS.len()
    )
}
