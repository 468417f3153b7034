//! What stands between C and the library: no panic crosses, no NULL is followed, nothing is written
//! unless the call succeeded.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

use crate::status::{Failure, UNRUFFLED_OK, unruffled_error, unruffled_status};

/// Makes a new handle and writes it to `out`.
///
/// # Safety
///
/// `out` is NULL or can be written; `error` is NULL or can be written.
pub(crate) unsafe fn make<T>(
    out: *mut *mut T,
    error: *mut unruffled_error,
    body: impl FnOnce() -> Result<T, Failure>,
) -> unruffled_status {
    let boxed = || body().map(|value| Box::into_raw(Box::new(value)));
    // SAFETY: the caller's promises are the same.
    unsafe { fill(out, error, boxed) }
}

/// Writes what `body` answers to `out`, or why it cannot to `error`.
///
/// # Safety
///
/// `out` is NULL or can be written; `error` is NULL or can be written.
pub(crate) unsafe fn fill<T>(
    out: *mut T,
    error: *mut unruffled_error,
    body: impl FnOnce() -> Result<T, Failure>,
) -> unruffled_status {
    let answer = match NonNull::new(out) {
        None => Err(Failure::null("out")),
        Some(out) => caught(body).map(|value| (out, value)),
    };
    match answer {
        Ok((out, value)) => {
            // SAFETY: it is not NULL, and the caller promises that it can be written.
            unsafe { out.write(value) };
            UNRUFFLED_OK
        }
        Err(failure) => {
            if let Some(error) = NonNull::new(error) {
                // SAFETY: it is not NULL, and the caller promises that it can be written.
                unsafe { error.write(failure.to_error()) };
            }
            failure.status()
        }
    }
}

/// Answers a call that cannot fail, with `otherwise` if there is a bug.
pub(crate) fn plain<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    caught(|| Ok(body())).unwrap_or(otherwise)
}

/// Asks a handle something that cannot fail; a NULL handle answers `otherwise`.
///
/// # Safety
///
/// `handle` is NULL or a live handle of this library.
pub(crate) unsafe fn ask<T, A>(handle: *const T, otherwise: A, body: impl FnOnce(&T) -> A) -> A {
    // SAFETY: NULL becomes `None`; anything else is live, says the caller.
    match unsafe { handle.as_ref() } {
        None => otherwise,
        Some(handle) => plain(otherwise, || body(handle)),
    }
}

/// Frees a handle; NULL is fine.
///
/// # Safety
///
/// `handle` is NULL or a handle that this library made and that was not freed yet.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: `make` boxed it, and the caller says that this is the first time.
        let boxed = unsafe { Box::from_raw(handle) };
        plain((), || drop(boxed));
    }
}

/// Borrows a handle.
///
/// # Safety
///
/// `handle` is NULL or a live handle of this library, for as long as `'a`.
pub(crate) unsafe fn borrow<'a, T>(handle: *const T, what: &str) -> Result<&'a T, Failure> {
    // SAFETY: NULL becomes `None`; anything else is live, says the caller.
    unsafe { handle.as_ref() }.ok_or_else(|| Failure::null(what))
}

/// Borrows a text of the caller's: NULL only with length 0, inner NULs allowed.
///
/// # Safety
///
/// `text` is NULL or points to `len` bytes that nobody writes for as long as `'a`.
pub(crate) unsafe fn utf8<'a>(
    text: *const std::ffi::c_char,
    len: usize,
    what: &str,
) -> Result<&'a str, Failure> {
    if len == 0 {
        return Ok("");
    }
    if text.is_null() {
        return Err(Failure::null(what));
    }
    if isize::try_from(len).is_err() {
        return Err(Failure::too_long(what));
    }
    // SAFETY: not NULL, `len` bytes long by the caller's promise, and no longer than a slice may be.
    let bytes = unsafe { std::slice::from_raw_parts(text.cast::<u8>(), len) };
    std::str::from_utf8(bytes).map_err(|error| Failure::not_utf8(what, error.valid_up_to()))
}

/// Unwinding is safe to assert: a body only reads handles, and what it makes is written afterwards.
fn caught<T>(body: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| {
        let failure = Failure::bug(reason(panic.as_ref()));
        // Dropping what was thrown could throw again; a leak in a bug's path is the lesser harm.
        std::mem::forget(panic);
        Err(failure)
    })
}

fn reason(panic: &(dyn std::any::Any + Send)) -> &str {
    match panic.downcast_ref::<&'static str>() {
        Some(text) => text,
        None => panic.downcast_ref::<String>().map_or("no reason given", String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use std::ptr;

    use super::{ask, fill, free, make, plain, utf8};
    use crate::status::{
        UNRUFFLED_MESSAGE_SIZE, UNRUFFLED_NOT_UTF8, UNRUFFLED_NULL, UNRUFFLED_OK, UNRUFFLED_PANIC,
        UNRUFFLED_TOO_LONG, unruffled_error,
    };

    fn blank() -> unruffled_error {
        unruffled_error {
            status: 77,
            reserved: 77,
            offset: 77,
            message: [7; UNRUFFLED_MESSAGE_SIZE],
        }
    }

    #[test]
    fn a_panic_becomes_a_status_and_leaves_out_alone() {
        let mut out = 5_u32;
        let mut error = blank();
        // SAFETY: both pointers are to locals.
        let status = unsafe { fill(&raw mut out, &raw mut error, || panic!("on purpose")) };
        assert_eq!((status, error.status, out), (UNRUFFLED_PANIC, UNRUFFLED_PANIC, 5));
        let sentence: Vec<u8> = error.message.iter().map(|byte| byte.to_ne_bytes()[0]).collect();
        assert!(String::from_utf8(sentence).unwrap().contains("on purpose"));

        // SAFETY: NULL is allowed.
        let status = unsafe { fill(&raw mut out, ptr::null_mut(), || panic!("again")) };
        assert_eq!((status, out), (UNRUFFLED_PANIC, 5));
        assert_eq!(plain(9, || panic!("and again")), 9);
    }

    #[test]
    fn success_leaves_the_error_alone() {
        let mut out = ptr::null_mut::<u32>();
        let mut error = blank();
        // SAFETY: both pointers are to locals.
        let status = unsafe { make(&raw mut out, &raw mut error, || Ok(3)) };
        assert_eq!((status, error.status, error.offset), (UNRUFFLED_OK, 77, 77));
        // SAFETY: the handle was just made.
        assert_eq!(unsafe { ask(out, 0, |value| *value) }, 3);
        // SAFETY: the handle is freed once.
        unsafe { free(out) };
    }

    #[test]
    fn null_is_answered_and_never_followed() {
        let mut error = blank();
        // SAFETY: NULL is allowed.
        let status = unsafe { fill(ptr::null_mut::<u32>(), &raw mut error, || Ok(3)) };
        assert_eq!((status, error.status), (UNRUFFLED_NULL, UNRUFFLED_NULL));
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { ask(ptr::null::<u32>(), 4, |value| *value) }, 4);
        // SAFETY: NULL is allowed.
        unsafe { free(ptr::null_mut::<u32>()) };
    }

    #[test]
    fn texts_are_checked() {
        let text = "a\0é".as_bytes();
        // SAFETY: the pointer and the length are of one slice.
        let good = unsafe { utf8(text.as_ptr().cast(), text.len(), "text") };
        assert_eq!(good.ok(), Some("a\0é"));
        // SAFETY: one byte less is within the slice.
        let cut = unsafe { utf8(text.as_ptr().cast(), text.len() - 1, "text") }.err().unwrap();
        assert_eq!((cut.status(), cut.to_error().offset), (UNRUFFLED_NOT_UTF8, 2));
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { utf8(ptr::null(), 0, "text") }.ok(), Some(""));
        // SAFETY: NULL is allowed.
        let null = unsafe { utf8(ptr::null(), 1, "text") }.err().unwrap();
        assert_eq!(null.status(), UNRUFFLED_NULL);
        // SAFETY: a length that no memory has is refused before it is used.
        let long = unsafe { utf8(text.as_ptr().cast(), usize::MAX, "text") }.err().unwrap();
        assert_eq!(long.status(), UNRUFFLED_TOO_LONG);
    }
}
