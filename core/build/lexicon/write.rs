//! Writes columns as Rust source.

use std::fmt::{Debug, Write as _};

/// Writes texts as one string and where each begins.
pub(crate) fn write_blob(out: &mut String, name: &str, texts: &[String]) {
    let mut starts = vec![0_u16];
    let mut blob = String::new();
    for text in texts {
        blob.push_str(text);
        starts.push(u16::try_from(blob.len()).unwrap_or(u16::MAX));
    }
    write_text(out, name, &blob);
    write_array(out, &format!("{name}_STARTS"), "u16", &starts);
}

pub(crate) fn write_text(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "pub(crate) static {name}: &str = {text:?};");
}

pub(crate) fn write_array<T: Debug>(out: &mut String, name: &str, kind: &str, values: &[T]) {
    let _ = writeln!(out, "pub(crate) static {name}: [{kind}; {}] = {values:?};", values.len());
}

/// A column without its last zeros: readers take what is not there for zero.
pub(crate) fn trimmed<T: Default + PartialEq>(values: &[T]) -> &[T] {
    let end = values.iter().rposition(|value| *value != T::default()).map_or(0, |last| last + 1);
    &values[..end]
}
