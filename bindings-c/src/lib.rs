//! The C interface of unruffled: thin, and with no behaviour of its own.
//!
//! The conventions stand in the README and at the top of `include/unruffled.h`, which cbindgen makes
//! from this crate. Each file holds one C type with its functions.

#![allow(unsafe_code, reason = "C hands over raw pointers")]
#![deny(
    clippy::multiple_unsafe_ops_per_block,
    clippy::undocumented_unsafe_blocks,
    unsafe_op_in_unsafe_fn
)]
#![allow(non_camel_case_types, reason = "C's names")]

#[cfg(panic = "abort")]
compile_error!(
    "unruffled-c must be built with panic = \"unwind\": a panic is caught and reported as a status"
);

mod classification;
mod codes;
mod guard;
mod policy;
mod status;
mod text;
mod version;

pub use classification::*;
pub use codes::*;
pub use policy::*;
pub use status::*;
pub use text::*;
pub use version::*;
