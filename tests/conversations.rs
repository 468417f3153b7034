//! The conversations of `vectors/conversations/`, played: who says and does what, and what the case
//! must be then. The README beside them is the manual of their language.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of a test that fails should fail the test"
)]

#[path = "conversations/event.rs"]
mod event;
#[path = "conversations/expect.rs"]
mod expect;
#[path = "conversations/stage.rs"]
mod stage;
#[path = "conversations/words.rs"]
mod words;

use std::path::Path;
use std::{fs, panic};

use crate::stage::Stage;

#[test]
fn every_conversation_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/conversations");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 30, "the suite should not shrink unnoticed");
    let mut failed = Vec::new();
    let mut expectations = 0;
    for path in &paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).unwrap();
        match panic::catch_unwind(|| Stage::play(&text)) {
            Ok(Ok(count)) => expectations += count,
            Ok(Err(why)) => failed.push(format!("{name}:{why}")),
            Err(_) => failed.push(format!("{name}: panicked")),
        }
    }
    println!("{} conversations, {expectations} expectations", paths.len());
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}
