//! Compiles `data/` into tables: checked here, so that nothing is parsed at start-up and a bad row is
//! a compile error with its file and line. Std only; reads nothing outside this package.

#[path = "build/digest.rs"]
mod digest;
#[path = "build/foreign.rs"]
mod foreign;
#[path = "src/lexicon/key.rs"]
mod key;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/names.rs"]
mod names;
#[path = "build/phrases.rs"]
mod phrases;
#[path = "build/rules.rs"]
mod rules;
#[path = "src/lexicon/sound.rs"]
mod sound;
#[path = "build/steps.rs"]
mod steps;
#[path = "build/tsv.rs"]
mod tsv;
#[path = "build/weights.rs"]
mod weights;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use tsv::Problems;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    // The tables are checked against the names in these sources.
    for source in ["terms", "steps", "lexicon/key.rs", "lexicon/sound.rs"] {
        println!("cargo::rerun-if-changed=src/{source}");
    }
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let data = package.join("data");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut problems = Problems::default();

    write(&out, "digest.rs", &digest::generate(&data), &mut problems);
    let source = foreign::generate(&data, &mut problems);
    write(&out, "foreign.rs", &source, &mut problems);
    let source = lexicon::generate(&data, &mut problems);
    write(&out, "lexicon.rs", &source, &mut problems);
    let source = weights::generate(&package, &mut problems);
    write(&out, "weights.rs", &source, &mut problems);
    let source = rules::generate(&data, &mut problems);
    write(&out, "rules.rs", &source, &mut problems);
    let source = phrases::generate(&package, &mut problems);
    write(&out, "phrases.rs", &source, &mut problems);
    let source = steps::generate(&package, &mut problems);
    write(&out, "steps.rs", &source, &mut problems);

    if !problems.report() {
        process::exit(1);
    }
}

fn write(out: &Path, name: &str, source: &str, problems: &mut Problems) {
    if let Err(error) = fs::write(out.join(name), source) {
        problems.add(&out.join(name), 0, error);
    }
}
