//! Keeps `include/unruffled.h` and `include/abi-1.txt` in step with the code.
//!
//! A stale file is rewritten, and the test fails so that the change is seen; under `CI` it only fails.
//! This test lives here and not among the workspace's tests, because those compile C against the
//! header and could not be built to repair it.

#![allow(
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![allow(unsafe_code, reason = "calls the C interface")]

use std::collections::BTreeSet;
use std::ffi::CStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn the_header_is_fresh() {
    keep(&folder().join("include/unruffled.h"), &header());
}

/// Within an ABI nothing that a compiled program relies on may change or go: functions, numbers,
/// and structures passed by value. New lines are added to the list; a lost one is an error that only
/// a new `UNRUFFLED_ABI` with a new list can solve.
#[test]
fn the_abi_only_grows() {
    let list = folder().join(format!("include/abi-{}.txt", unruffled_c::UNRUFFLED_ABI));
    let kept: BTreeSet<String> =
        fs::read_to_string(&list).unwrap_or_default().lines().map(String::from).collect();
    let now = promises(&header());

    let lost: Vec<_> = kept.difference(&now).collect();
    assert!(lost.is_empty(), "these lines changed or went, and the ABI stayed: {lost:#?}");
    let text: Vec<&str> = now.iter().map(String::as_str).collect();
    keep(&list, &(text.join("\n") + "\n"));
}

#[test]
fn promises_are_read_from_the_header() {
    let found = promises(&header());
    for line in [
        "uint32_t unruffled_abi(void);",
        "#define UNRUFFLED_OK 0",
        "#define UNRUFFLED_FLAG_SARCASM 37",
        "struct unruffled_str { const char *ptr; size_t len; };",
    ] {
        assert!(found.contains(line), "`{line}` is not among {found:#?}");
    }
    assert!(found.iter().all(|line| !line.contains("UNRUFFLED_VERSION")), "versions may change");
}

#[test]
fn every_status_has_its_own_name() {
    let named: BTreeSet<String> = (0..=u32::from(u8::MAX))
        .map(|status| {
            let name = unruffled_c::unruffled_status_name(status);
            // SAFETY: status names are static and end in NUL.
            let name = unsafe { CStr::from_ptr(name) }.to_str().unwrap();
            format!("#define {name} {status}")
        })
        .filter(|line| !line.contains("UNRUFFLED_UNKNOWN_STATUS"))
        .collect();
    let header = header();
    let statuses = header.lines().skip_while(|line| *line != "#define UNRUFFLED_OK 0");
    let statuses = statuses.take_while(|line| *line != "typedef uint32_t unruffled_heat;");
    let defined: BTreeSet<String> = statuses
        .filter(|line| line.starts_with("#define UNRUFFLED_") && !line.contains("MESSAGE_SIZE"))
        .map(String::from)
        .collect();
    assert_eq!(named, defined);
}

/// Everything a program compiled against `header` relies on, one promise a line.
fn promises(header: &str) -> BTreeSet<String> {
    let code: Vec<&str> =
        header.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let numbers = code.iter().filter(|line| {
        line.starts_with("#define UNRUFFLED_")
            && !line.starts_with("#define UNRUFFLED_VERSION")
            && line.split_whitespace().count() == 3
    });
    let mut found: BTreeSet<String> = numbers.map(|line| (*line).to_owned()).collect();

    let plain: Vec<&str> = code.into_iter().filter(|line| !line.starts_with('#')).collect();
    let plain = plain.join(" ");
    let mut rest = plain.as_str();
    while let Some((statement, after)) = split_statement(rest) {
        rest = after;
        let words: Vec<&str> = statement.split_whitespace().collect();
        let statement = words.join(" ").replace("( ", "(").replace(" )", ")");
        if statement.starts_with("typedef struct") && statement.contains('{') {
            let body = statement.trim_start_matches("typedef ");
            let end = body.rfind('}').map_or(body.len(), |end| end + 1);
            found.insert(format!("{};", &body[..end]));
        } else if statement.contains("unruffled_") && !statement.starts_with("extern") {
            found.insert(statement + ";");
        }
    }
    found
}

/// Splits at the first semicolon outside braces, dropping the braces of `extern "C"`.
fn split_statement(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches([' ', '}']);
    let text = text.trim_start_matches("extern \"C\" {");
    let mut depth = 0;
    let end = text.find(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        letter == ';' && depth == 0
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// Makes the header with cbindgen; the version numbers come from Cargo, so that they cannot drift.
fn header() -> String {
    let mut config = cbindgen::Config::from_file(folder().join("cbindgen.toml")).unwrap();
    config.header = Some(LAW.trim_end().to_owned());
    config.after_includes = Some(format!(
        "\n#define UNRUFFLED_VERSION_MAJOR {}\n#define UNRUFFLED_VERSION_MINOR {}\n\
         #define UNRUFFLED_VERSION_PATCH {}\n#define UNRUFFLED_VERSION \"{}\"",
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
        env!("CARGO_PKG_VERSION"),
    ));
    let bindings =
        cbindgen::Builder::new().with_crate(folder()).with_config(config).generate().unwrap();
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    for_c_readers(&String::from_utf8(bytes).unwrap())
}

/// Drops the `# Safety` part of each comment, which repeats the law for readers of Rust.
fn for_c_readers(header: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut skipping = false;
    for line in header.lines() {
        let comment = line.trim_start().starts_with("//");
        if comment && line.trim_end().ends_with("# Safety") {
            skipping = true;
            while lines.last().is_some_and(|last| last.trim() == "//") {
                lines.pop();
            }
        }
        skipping &= comment;
        if !skipping {
            lines.push(line.trim_end());
        }
    }
    lines.join("\n") + "\n"
}

fn keep(file: &Path, fresh: &str) {
    let old = fs::read_to_string(file).unwrap_or_default();
    if old != fresh {
        if env::var_os("CI").is_none() {
            fs::write(file, fresh).unwrap();
        }
        panic!("{} was stale; run `cargo test -p unruffled-c` and commit it", file.display());
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The first thing in the header.
const LAW: &str = r#"// unruffled: helps support agents handle difficult customers. C99 and C++.
//
// Made by cbindgen from bindings-c; do not edit. The law of this interface:
//
// 1. Status. A call that can fail returns an unruffled_status, UNRUFFLED_OK (0) on success. Pointers
//    named `out` are written on UNRUFFLED_OK only. The last parameter `error` may be NULL; it points
//    to memory of yours, filled on failure. There is nothing to free and no state of a thread.
// 2. Ownership. What you get through `unruffled_X **out` you free with `unruffled_X_free`, once;
//    freeing NULL is fine. Never use free(). An unruffled_str is lent by the handle you asked and dies
//    with it; its `ptr[len]` is always NUL.
// 3. Text in is a pointer and a length in bytes, UTF-8, inner NULs allowed, NULL only with length 0.
//    It is never kept. Offsets are bytes.
// 4. Panics never cross: UNRUFFLED_PANIC, and whatever handle you passed is as it was.
// 5. Threads. An unruffled_policy may be shared freely. Any other handle: one thread at a time, any
//    thread. There are no globals.
// 6. Codes are uint32_t and are never renumbered or reused; a newer library may return codes that
//    this header does not name: have a default.
// 7. Versions. UNRUFFLED_ABI is this header's, unruffled_abi() the library's; equal is compatible.
//    The shared library's name is libunruffled.so.<ABI>. Within an ABI functions are only added, and
//    structures do not change.
"#;
