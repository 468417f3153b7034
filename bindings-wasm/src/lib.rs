//! The WebAssembly build of unruffled: text in, JSON out, offsets in UTF-16 units as JavaScript counts.
//!
//! Thin, and with no behaviour of its own. `npm/` wraps it with loaders and types; `build.sh` makes
//! the package. On wasm32 it is `no_std` with its own panic handler and a small allocator, which
//! makes it a third smaller.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

use alloc::string::String;

use unruffled::Policy;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
mod runtime;
mod utf16;

/// Reads a message; any text has an answer. The answer is JSON with every field of a
/// classification.
///
/// # Errors
///
/// None that a caller can cause; a message for the report of a bug otherwise.
#[wasm_bindgen(js_name = classifyMessage)]
pub fn classify_message(text: &str) -> Result<String, String> {
    let mut found = unruffled::classify_message(text, Policy::standard());
    utf16::convert(text, &mut found);
    serde_json::to_string(&found).map_err(|error| alloc::format!("{error}"))
}

/// Returns the version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// Returns the digest of the word tables: two hosts that disagree can see why.
#[wasm_bindgen(js_name = dataDigest)]
#[must_use]
pub fn data_digest() -> String {
    unruffled::DATA_DIGEST.into()
}
