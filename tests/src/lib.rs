//! What the workspace's tests share: the C programs, as functions.
//!
//! Native objects are linked into a package's library, so their declarations stand here, beside a use
//! of the crate that they call.

use unruffled_c as _;

#[allow(unsafe_code, reason = "the functions are C's")]
mod program {
    use std::ffi::{CStr, c_char, c_int};

    unsafe extern "C" {
        fn classify_through_c() -> *const c_char;
        safe fn readme_program() -> c_int;
    }

    /// Runs `c/classify.c`.
    ///
    /// # Errors
    ///
    /// The check that failed, as C source.
    pub fn classify() -> Result<(), String> {
        // SAFETY: takes nothing, and keeps to the header that it is compiled against.
        let failed = unsafe { classify_through_c() };
        if failed.is_null() {
            return Ok(());
        }
        // SAFETY: not NULL, so it is a string literal of the program.
        let failed = unsafe { CStr::from_ptr(failed) };
        Err(failed.to_string_lossy().into_owned())
    }

    /// Runs the first program of `bindings-c/README.md` and returns its exit code.
    #[must_use]
    pub fn readme() -> i32 {
        readme_program()
    }
}

pub use program::{classify as classify_through_c, readme as readme_of_c};

/// The Rust of the workspace's README, compiled and run as a documentation test. It stands here and
/// not in the core, whose package has no such file.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
