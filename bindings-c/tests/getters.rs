//! What C sees of a message is what the core says of it, field by field.

#![allow(unsafe_code, reason = "calls the C interface")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ptr;

use unruffled::{Classification, Policy, classify_message};
use unruffled_c::*;

#[test]
fn c_sees_what_the_core_says() {
    let mut evidence = 0;
    for text in [
        "",
        "Hi, any news on my order?",
        "Why is this damn system always broken? Nothing ever works!",
        "You are an idiot.",
        "I will come to your office and hurt you.",
        "I can't go on any more, I want to die.",
        "My lawyer and the regulator will hear about this, and I want a manager NOW!!!",
        "Caf\u{e9}\0\u{1f621} where is the bloody refund?",
        "Wo bleibt meine Bestellung? Ich warte seit drei Wochen.",
    ] {
        let core = classify_message(text, Policy::standard());
        evidence += core.evidence.len();
        let message = classify(text);
        compare(message, &core);
        // SAFETY: made above, freed once.
        unsafe { unruffled_classification_free(message) };
    }
    assert!(evidence > 0, "nothing was compared");
}

#[allow(clippy::multiple_unsafe_ops_per_block, reason = "one after another on a live handle")]
fn compare(message: *const unruffled_classification, core: &Classification) {
    let reading = &core.reading;
    // SAFETY: the handle is live.
    unsafe {
        assert_eq!(unruffled_classification_heat(message), u32::from(reading.heat.code()));
        assert_eq!(
            unruffled_classification_heat_milli(message),
            u32::from(reading.heat_milli.get())
        );
        assert_eq!(unruffled_classification_conduct(message), u32::from(reading.conduct.code()));
        let kind = reading.conduct.severe_kind().map(|kind| u32::from(kind.code()));
        let kind = kind.unwrap_or(UNRUFFLED_SEVERE_KIND_NONE);
        assert_eq!(unruffled_classification_severe_kind(message), kind);
        assert_eq!(
            unruffled_classification_line_milli(message),
            u32::from(reading.line_milli.get())
        );
        assert_eq!(unruffled_classification_crosses_line(message), reading.crosses_line());
        let temperature = reading.temperature().get();
        assert_eq!(unruffled_classification_temperature(message), u32::from(temperature));
        assert_eq!(unruffled_classification_target(message), u32::from(reading.target.code()));
        assert_eq!(unruffled_classification_crisis(message), u32::from(reading.crisis.code()));
        assert_eq!(unruffled_classification_flags(message), reading.flags.bits());
        assert_eq!(unruffled_classification_language(message), u32::from(reading.language.code()));
        assert_eq!(u32::try_from(unruffled_classification_read(message)), Ok(core.read));
        let count = unruffled_classification_evidence_count(message);
        assert_eq!(count, core.evidence.len());
    }
    for (index, expected) in core.evidence.iter().enumerate() {
        let one = evidence(message, index);
        assert_eq!(read(one.kind), expected.kind.name());
        assert_eq!(read(one.by), expected.by.to_string());
        assert_eq!(u32::try_from(one.start), Ok(expected.span.start));
        assert_eq!(u32::try_from(one.end), Ok(expected.span.end));
        assert_eq!((one.weight, one.reserved), (i32::from(expected.weight), 0));
    }
    assert_eq!(json(message), serde_json::to_string(core).unwrap());
}

fn classify(text: &str) -> *mut unruffled_classification {
    let mut message = ptr::null_mut();
    // SAFETY: the text has this length, and the out-pointer is a local's.
    let status = unsafe {
        unruffled_classify_message(
            unruffled_policy_standard(),
            text.as_ptr().cast(),
            text.len(),
            &raw mut message,
            ptr::null_mut(),
        )
    };
    assert_eq!(status, UNRUFFLED_OK);
    message
}

fn evidence(message: *const unruffled_classification, index: usize) -> unruffled_evidence {
    let mut one = unruffled_evidence {
        kind: unruffled_str { ptr: ptr::null(), len: 0 },
        by: unruffled_str { ptr: ptr::null(), len: 0 },
        start: 0,
        end: 0,
        weight: 0,
        reserved: 1,
    };
    // SAFETY: the handle is live, and the out-pointer is a local's.
    let status =
        unsafe { unruffled_classification_evidence(message, index, &raw mut one, ptr::null_mut()) };
    assert_eq!(status, UNRUFFLED_OK);
    one
}

fn json(message: *const unruffled_classification) -> String {
    let mut text = ptr::null_mut();
    // SAFETY: the handle is live, and the out-pointer is a local's.
    let status = unsafe { unruffled_classification_json(message, &raw mut text, ptr::null_mut()) };
    assert_eq!(status, UNRUFFLED_OK);
    // SAFETY: the text was just made.
    let copy = read(unsafe { unruffled_text_view(text) });
    // SAFETY: freed once.
    unsafe { unruffled_text_free(text) };
    copy
}

/// Copies lent text, having looked at the NUL behind it.
fn read(lent: unruffled_str) -> String {
    // SAFETY: the text is live, and a NUL follows its end.
    let bytes = unsafe { std::slice::from_raw_parts(lent.ptr.cast::<u8>(), lent.len + 1) };
    let (last, text) = bytes.split_last().unwrap();
    assert_eq!(*last, 0);
    String::from_utf8(text.to_vec()).unwrap()
}
