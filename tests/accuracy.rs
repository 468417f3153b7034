//! How well messages are read, held against what it was: on the labelled data that `UNRUFFLED_DATA`
//! points at, and on the messages that the repository itself holds.
//!
//! `UNRUFFLED_BLESS=1 cargo test -p unruffled-tests --test accuracy` writes down what is measured now.

#![allow(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "measures are shares of messages; the library itself never sees them"
)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of a test that fails should fail the test"
)]

#[path = "accuracy/answer.rs"]
mod answer;
#[path = "accuracy/baseline.rs"]
mod baseline;
#[path = "accuracy/corpus.rs"]
mod corpus;
#[path = "accuracy/metrics.rs"]
mod metrics;
#[path = "accuracy/mood.rs"]
mod mood;
#[path = "accuracy/scheme.rs"]
mod scheme;
#[path = "accuracy/sets.rs"]
mod sets;
#[path = "accuracy/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};
use std::{env, fs};

use baseline::Baseline;

/// Labelled data is too large, and partly not ours, to be kept here: it is measured where it is at hand.
#[test]
fn labelled_data() {
    let Some(data) = data_folder() else {
        println!("no labelled messages: UNRUFFLED_DATA names no folder of them");
        return;
    };
    let now = sets::measure(&data);
    let mut baseline = Baseline::read("labelled.tsv");
    for (why, others) in [
        ("not here, so not compared", sets::missing(&baseline, &now)),
        ("other messages than before, so not compared", sets::changed(&baseline, &now)),
    ] {
        if !others.is_empty() {
            println!("{why}: {}", others.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
            baseline.set_aside(|measure| sets::rests_on(measure, &others));
        }
    }
    baseline.hold(&now);
}

/// These messages also train the weights, so this guards against regressions and measures nothing: what
/// the weights have seen they read too well.
#[test]
fn own_messages() {
    let messages = corpus::read(&root().join("core/training/corpus"));
    assert!(messages.len() > 1000, "only {} messages were found", messages.len());
    Baseline::read("own.tsv").hold(&corpus::measure(&messages));
}

fn data_folder() -> Option<PathBuf> {
    let named = env::var_os("UNRUFFLED_DATA")?;
    let folder = root().join(named);
    sets::FOLDERS.iter().any(|set| folder.join(set).is_dir()).then_some(folder)
}

fn root() -> PathBuf {
    let member = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::canonicalize(member.join("..")).unwrap()
}
