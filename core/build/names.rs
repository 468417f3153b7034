//! Reads the names of a `named!` enum from its source, so that the tables are checked against the code.

use std::fs;
use std::path::Path;

use crate::tsv::Problems;

/// One value: how the code calls it, its stable number, its stable name.
pub(crate) struct Name {
    pub(crate) variant: String,
    pub(crate) code: u16,
    pub(crate) name: String,
}

/// Reads every `Variant = code "name",` of `enum wanted` in `file`.
pub(crate) fn read(file: &Path, wanted: &str, problems: &mut Problems) -> Vec<Name> {
    let source = fs::read_to_string(file).unwrap_or_default();
    let names: Vec<Name> = source
        .lines()
        .skip_while(|line| !line.trim_end().ends_with(&format!("enum {wanted} {{")))
        .skip(1)
        .take_while(|line| line.trim() != "}")
        .filter_map(|line| {
            let (variant, rest) = line.trim().split_once(" = ")?;
            let (code, name) = rest.split_once(' ')?;
            Some(Name {
                variant: variant.to_owned(),
                code: code.parse().ok()?,
                name: name.trim_end_matches(',').trim_matches('"').to_owned(),
            })
        })
        .collect();
    if names.is_empty() {
        problems.add(file, 0, format!("`enum {wanted}` was not found"));
    }
    names
}
