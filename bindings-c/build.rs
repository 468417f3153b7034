//! Gives the shared library its SONAME, so that programs ask for the ABI they were built against.

use std::env;

/// Must equal `UNRUFFLED_ABI`; `tests/header.rs` compares them.
const ABI: u32 = 1;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=UNRUFFLED_SONAME_ABI={ABI}");
    let os = env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if matches!(os.as_str(), "linux" | "freebsd" | "netbsd" | "openbsd" | "android") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libunruffled.so.{ABI}");
    }
}
