//! Compiles the C programs as C99 with every warning an error, against the checked-in header only.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

const README: &str = "../bindings-c/README.md";

fn main() {
    println!("cargo::rerun-if-changed=c");
    println!("cargo::rerun-if-changed=../bindings-c/include");
    println!("cargo::rerun-if-changed={README}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let readme = out.join("readme.c");
    if let Err(problem) = extract_program(Path::new(README), &readme) {
        println!("cargo::error={README}: {problem}");
        process::exit(1);
    }
    cc::Build::new()
        .file("c/classify.c")
        .file(&readme)
        // The README's program is whole; here it is one function among others.
        .define("main", "readme_program")
        .include("../bindings-c/include")
        .std("c99")
        .flag("-pedantic")
        .extra_warnings(true)
        .warnings(true)
        .warnings_into_errors(true)
        .compile("unruffled_c_programs");
}

/// Writes the first block of C in `readme` to `program`.
fn extract_program(readme: &Path, program: &Path) -> Result<(), String> {
    let text = fs::read_to_string(readme).map_err(|error| error.to_string())?;
    let (_, rest) = text.split_once("```c\n").ok_or("has no block of C")?;
    let (block, _) = rest.split_once("\n```").ok_or("has an open block of C")?;
    fs::write(program, format!("{block}\n")).map_err(|error| error.to_string())
}
