//! `desk classify`: a message in, its classification out.

use std::path::PathBuf;

use unruffled::{Policy, classify_message};

use crate::filter::{self, Outcome};
use crate::trouble::Trouble;

pub(crate) fn run(files: &[PathBuf]) -> Result<Outcome, Trouble> {
    let policy = Policy::standard();
    filter::run(files, |fields| {
        let text = fields.text.ok_or("`text` is missing")?;
        let text: String = filter::value("text", text)?;
        Ok(classify_message(&text, policy))
    })
}
