//! Text that goes out: lent by a handle, or a handle of its own.

use std::ffi::c_char;

use crate::guard;

/// Text lent by a handle: UTF-8, valid until that handle is freed. `ptr[len]` is NUL and `ptr` is
/// never NULL; the text itself may hold NULs.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct unruffled_str {
    /// The first byte.
    pub ptr: *const c_char,
    /// The number of bytes, without the final NUL.
    pub len: usize,
}

/// Text of its own: read it with `unruffled_text_view`, free it with `unruffled_text_free`.
pub struct unruffled_text(Lendable);

impl unruffled_text {
    pub(crate) fn new(text: String) -> Self {
        Self(Lendable::new(text))
    }
}

/// Lends the text. For NULL it is empty.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_text_view(it: *const unruffled_text) -> unruffled_str {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, unruffled_str::EMPTY, |it| it.0.lend()) }
}

/// Frees a text; NULL is fine.
///
/// # Safety
///
/// `it` is NULL or live, and not used afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_text_free(it: *mut unruffled_text) {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::free(it) }
}

impl unruffled_str {
    pub(crate) const EMPTY: Self = Self { ptr: c"".as_ptr(), len: 0 };
}

/// A text with a NUL after its end, ready to be lent.
pub(crate) struct Lendable(Box<str>);

impl Lendable {
    pub(crate) fn new(mut text: String) -> Self {
        text.push('\0');
        Self(text.into_boxed_str())
    }

    pub(crate) fn lend(&self) -> unruffled_str {
        unruffled_str { ptr: self.0.as_ptr().cast(), len: self.0.len().saturating_sub(1) }
    }
}
