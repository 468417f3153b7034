//! Which library this is.

use std::ffi::{CStr, c_char};
use std::sync::LazyLock;

use crate::status::unruffled_status;
use crate::text::Lendable;
use crate::{guard, status};

/// The number of the binary interface. A library and a header with the same number fit.
pub const UNRUFFLED_ABI: u32 = 1;

const VERSION: &CStr = terminated(concat!(env!("CARGO_PKG_VERSION"), "\0"));

/// Returns the number of the library's binary interface: compare it with `UNRUFFLED_ABI`.
#[unsafe(no_mangle)]
pub extern "C" fn unruffled_abi() -> u32 {
    UNRUFFLED_ABI
}

/// Returns the library's version, such as "0.1.0". Static: never free it.
#[unsafe(no_mangle)]
pub extern "C" fn unruffled_version() -> *const c_char {
    VERSION.as_ptr()
}

/// Returns a digest of the library's word tables: two hosts that disagree can see why. Static: never
/// free it.
#[unsafe(no_mangle)]
pub extern "C" fn unruffled_data_digest() -> *const c_char {
    // The digest is made by the core's build script, without a final NUL.
    static DIGEST: LazyLock<Lendable> =
        LazyLock::new(|| Lendable::new(unruffled::DATA_DIGEST.to_owned()));
    guard::plain(c"".as_ptr(), || DIGEST.lend().ptr)
}

/// Returns the name of a status, such as "UNRUFFLED_NOT_UTF8". Static: never free it. For a status
/// of a newer library it is "UNRUFFLED_UNKNOWN_STATUS".
#[unsafe(no_mangle)]
pub extern "C" fn unruffled_status_name(status: unruffled_status) -> *const c_char {
    guard::plain(c"UNRUFFLED_PANIC", || status::name(status)).as_ptr()
}

const fn terminated(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => c"",
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;

    use super::{UNRUFFLED_ABI, VERSION, unruffled_data_digest};

    #[test]
    fn static_texts_end_in_one_nul() {
        assert_eq!(VERSION.to_str(), Ok(env!("CARGO_PKG_VERSION")));
        // SAFETY: the digest is static and ends in NUL.
        let digest = unsafe { CStr::from_ptr(unruffled_data_digest()) };
        assert_eq!(digest.to_str(), Ok(unruffled::DATA_DIGEST));
    }

    #[test]
    fn the_shared_library_is_named_after_the_abi() {
        assert_eq!(env!("UNRUFFLED_SONAME_ABI"), UNRUFFLED_ABI.to_string());
    }
}
