//! How a call went: a status, and an error in the caller's own memory.

use std::ffi::{CStr, c_char};
use std::fmt::{self, Write};

/// How a call went: `UNRUFFLED_OK` or why not.
pub type unruffled_status = u32;

/// The call did what it says.
pub const UNRUFFLED_OK: unruffled_status = 0;
/// A pointer that must not be NULL is NULL.
pub const UNRUFFLED_NULL: unruffled_status = 1;
/// A text is not UTF-8; the error's offset is the first byte that is not.
pub const UNRUFFLED_NOT_UTF8: unruffled_status = 2;
/// An index is past the end; the error's offset is the number of items.
pub const UNRUFFLED_OUT_OF_RANGE: unruffled_status = 3;
/// A text is longer than a signed size can say; nothing was read.
pub const UNRUFFLED_TOO_LONG: unruffled_status = 4;
/// The library has a bug: please report it. Every handle is as it was.
pub const UNRUFFLED_PANIC: unruffled_status = 255;

/// The length of an error's message, its final NUL included.
pub const UNRUFFLED_MESSAGE_SIZE: usize = 240;

/// What went wrong, in memory of the caller's: nothing to free. Filled only when a call fails.
#[repr(C)]
pub struct unruffled_error {
    /// The status that the call returned.
    pub status: unruffled_status,
    /// Zero; room for a detail of a later version.
    pub reserved: u32,
    /// Where in the text, in bytes; zero where there is no place to name.
    pub offset: usize,
    /// One sentence in English, UTF-8, ending in NUL.
    pub message: [c_char; UNRUFFLED_MESSAGE_SIZE],
}

/// Why a call cannot be answered: becomes a status and, if the caller wants it, an error.
pub(crate) struct Failure {
    status: unruffled_status,
    offset: usize,
    message: String,
}

impl Failure {
    pub(crate) fn null(what: &str) -> Self {
        Self { status: UNRUFFLED_NULL, offset: 0, message: format!("`{what}` is NULL") }
    }

    pub(crate) fn not_utf8(what: &str, offset: usize) -> Self {
        let message = format!("`{what}` is not UTF-8 at byte {offset}");
        Self { status: UNRUFFLED_NOT_UTF8, offset, message }
    }

    pub(crate) fn out_of_range(index: usize, count: usize) -> Self {
        let message = format!("there is no item {index}: there are {count}");
        Self { status: UNRUFFLED_OUT_OF_RANGE, offset: count, message }
    }

    pub(crate) fn too_long(what: &str) -> Self {
        let message = format!("`{what}` is longer than half of the address space");
        Self { status: UNRUFFLED_TOO_LONG, offset: 0, message }
    }

    /// A bug, seen as a panic or as an impossible answer.
    pub(crate) fn bug(message: &str) -> Self {
        let message = format!("a bug in unruffled, please report it: {message}");
        Self { status: UNRUFFLED_PANIC, offset: 0, message }
    }

    pub(crate) fn status(&self) -> unruffled_status {
        self.status
    }

    pub(crate) fn to_error(&self) -> unruffled_error {
        let mut message = Message { bytes: [0; UNRUFFLED_MESSAGE_SIZE], used: 0 };
        // A message that does not fit is cut, which `Message` reports as an error: fine here.
        let _ = message.write_str(&self.message);
        unruffled_error {
            status: self.status,
            reserved: 0,
            offset: self.offset,
            message: message.bytes,
        }
    }
}

/// Returns the constant's own name.
pub(crate) fn name(status: unruffled_status) -> &'static CStr {
    match status {
        UNRUFFLED_OK => c"UNRUFFLED_OK",
        UNRUFFLED_NULL => c"UNRUFFLED_NULL",
        UNRUFFLED_NOT_UTF8 => c"UNRUFFLED_NOT_UTF8",
        UNRUFFLED_OUT_OF_RANGE => c"UNRUFFLED_OUT_OF_RANGE",
        UNRUFFLED_TOO_LONG => c"UNRUFFLED_TOO_LONG",
        UNRUFFLED_PANIC => c"UNRUFFLED_PANIC",
        _ => c"UNRUFFLED_UNKNOWN_STATUS",
    }
}

/// A fixed buffer of C characters that is cut at a character, never inside one, and stays terminated.
struct Message {
    bytes: [c_char; UNRUFFLED_MESSAGE_SIZE],
    used: usize,
}

impl Write for Message {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            let end = self.used + letter.len_utf8();
            if end >= UNRUFFLED_MESSAGE_SIZE {
                return Err(fmt::Error);
            }
            let mut encoded = [0; 4];
            let place = self.bytes.get_mut(self.used..end).unwrap_or_default();
            for (byte, from) in place.iter_mut().zip(letter.encode_utf8(&mut encoded).bytes()) {
                *byte = c_char::from_ne_bytes([from]);
            }
            self.used = end;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{CStr, c_char};

    use super::{Failure, UNRUFFLED_MESSAGE_SIZE, UNRUFFLED_NOT_UTF8};

    fn read(message: &[c_char]) -> String {
        let bytes: Vec<u8> = message.iter().map(|byte| byte.to_ne_bytes()[0]).collect();
        CStr::from_bytes_until_nul(&bytes).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn messages_are_cut_between_characters() {
        let short = Failure::not_utf8("text", 7).to_error();
        assert_eq!(short.status, UNRUFFLED_NOT_UTF8);
        assert_eq!(short.offset, 7);
        assert_eq!(read(&short.message), "`text` is not UTF-8 at byte 7");

        let long = Failure::null(&"é".repeat(300)).to_error();
        let message = read(&long.message);
        assert!(message.len() < UNRUFFLED_MESSAGE_SIZE);
        assert!(message.len() + 2 >= UNRUFFLED_MESSAGE_SIZE, "{} bytes used", message.len());
        assert!(message.ends_with('é'));
    }
}
