//! The words of the steps (`data/en/steps.tsv`), by the code of the step.

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

#[cfg(test)]
pub(crate) fn len() -> usize {
    ENDS.len()
}

#[cfg(test)]
pub(crate) fn id(code: u8) -> &'static str {
    cell(code, 0)
}

pub(crate) fn instruction(code: u8) -> &'static str {
    cell(code, 1)
}

pub(crate) fn why(code: u8) -> &'static str {
    cell(code, 2)
}

pub(crate) fn source(code: u8) -> &'static str {
    cell(code, 3)
}

fn cell(code: u8, column: usize) -> &'static str {
    let place = usize::from(code).saturating_mul(4).saturating_add(column);
    let ends = ENDS.as_flattened();
    let start = place.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(place).copied().unwrap_or(start);
    BLOB.get(usize::from(start)..usize::from(end)).unwrap_or("")
}
