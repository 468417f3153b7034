//! The `desk` command as a process under test.

#![allow(clippy::unwrap_used, reason = "a test helper that fails should fail the test")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

/// The example beside this test. `cargo test` has built it; `cargo test --test desk_filters` has
/// not, and would hold an old one against the contracts.
pub(crate) fn desk() -> &'static Path {
    static DESK: OnceLock<PathBuf> = OnceLock::new();
    DESK.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let profile = test.ancestors().nth(2).unwrap();
        let desk = profile.join("examples").join(format!("desk{}", std::env::consts::EXE_SUFFIX));
        let member = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sources = ["src", "data", "build", "examples"].map(|folder| member.join(folder));
        let newest = sources.iter().filter_map(|folder| changed(folder)).max();
        if changed(&desk) < newest {
            let mut build = Command::new(env!("CARGO"));
            build.args(["build", "--quiet", "--package", "unruffled", "--example", "desk"]);
            build.arg("--target-dir").arg(profile.parent().unwrap());
            if profile.ends_with("release") {
                build.arg("--release");
            }
            let built = build.current_dir(member).status().unwrap();
            assert!(built.success() && desk.exists(), "cargo build --example desk");
        }
        desk
    })
}

/// When a file, or the newest file of a folder, was last changed; nothing if there is none.
fn changed(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return std::fs::metadata(path).ok()?.modified().ok();
    };
    entries.filter_map(|entry| changed(&entry.ok()?.path())).max()
}
