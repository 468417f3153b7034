//! One message, read.

use std::ffi::c_char;

use unruffled::{Classification, Evidence, SevereKind, classify_message};

use crate::codes::{
    UNRUFFLED_CONDUCT_FINE, UNRUFFLED_CRISIS_NONE, UNRUFFLED_HEAT_CALM,
    UNRUFFLED_LANGUAGE_NOT_JUDGED, UNRUFFLED_SEVERE_KIND_NONE, UNRUFFLED_TARGET_NONE,
    unruffled_conduct, unruffled_crisis, unruffled_heat, unruffled_language, unruffled_severe_kind,
    unruffled_target,
};
use crate::guard;
use crate::policy::unruffled_policy;
use crate::status::{Failure, unruffled_error, unruffled_status};
use crate::text::{Lendable, unruffled_str, unruffled_text};

/// Everything that `unruffled_classify_message` found.
pub struct unruffled_classification {
    found: Classification,
    /// One for each piece of evidence.
    names: Vec<EvidenceNames>,
}

struct EvidenceNames {
    kind: Lendable,
    by: Lendable,
}

/// One signal that counted; the texts are lent by the classification.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct unruffled_evidence {
    /// What it is evidence of: the name of a signal or of a flag, such as "anger".
    pub kind: unruffled_str,
    /// What found it, such as "phrase:ridiculous" or "rule:degrading_noun".
    pub by: unruffled_str,
    /// The first byte of the words in the message.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// How much it counted, in thousandths; negative cools.
    pub weight: i32,
    /// Zero; room for a detail of a later version.
    pub reserved: u32,
}

/// Reads a message; any text has an answer, and nothing of it is kept. On success `*out` is yours:
/// free it with `unruffled_classification_free`.
///
/// # Safety
///
/// `policy` is live, `text` points to `len` bytes of UTF-8, `out` can be written, and `error` is NULL
/// or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classify_message(
    policy: *const unruffled_policy,
    text: *const c_char,
    len: usize,
    out: *mut *mut unruffled_classification,
    error: *mut unruffled_error,
) -> unruffled_status {
    let read = || {
        // SAFETY: the caller promises that the policy is live.
        let policy = unsafe { guard::borrow(policy, "policy") }?;
        // SAFETY: the caller promises that the text has this length.
        let text = unsafe { guard::utf8(text, len, "text") }?;
        let found = classify_message(text, policy.get());
        let names = found.evidence.iter().map(EvidenceNames::of).collect();
        Ok(unruffled_classification { found, names })
    };
    // SAFETY: the caller's promises about `out` and `error` are the same.
    unsafe { guard::make(out, error, read) }
}

impl EvidenceNames {
    fn of(evidence: &Evidence) -> Self {
        Self {
            kind: Lendable::new(evidence.kind.name().to_owned()),
            by: Lendable::new(evidence.by.to_string()),
        }
    }
}

/// Returns the band of heat. For NULL it is calm.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_heat(
    it: *const unruffled_classification,
) -> unruffled_heat {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_HEAT_CALM, |it| it.found.reading.heat.code().into()) }
}

/// Returns the score behind the band, 0 to 1000.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_heat_milli(
    it: *const unruffled_classification,
) -> u32 {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| it.found.reading.heat_milli.get().into()) }
}

/// Returns how people are treated. For NULL it is fine.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_conduct(
    it: *const unruffled_classification,
) -> unruffled_conduct {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_CONDUCT_FINE, |it| it.found.reading.conduct.code().into()) }
}

/// Returns the kind of severe conduct, or `UNRUFFLED_SEVERE_KIND_NONE`.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_severe_kind(
    it: *const unruffled_classification,
) -> unruffled_severe_kind {
    let kind = |it: &unruffled_classification| {
        let kind = it.found.reading.conduct.severe_kind();
        kind.map(SevereKind::code).map_or(UNRUFFLED_SEVERE_KIND_NONE, u32::from)
    };
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_SEVERE_KIND_NONE, kind) }
}

/// Returns the confidence that the line is crossed, 0 to 1000.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_line_milli(
    it: *const unruffled_classification,
) -> u32 {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| it.found.reading.line_milli.get().into()) }
}

/// Says whether the line is crossed: conduct is crossing or severe.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_crosses_line(
    it: *const unruffled_classification,
) -> bool {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, false, |it| it.found.reading.crosses_line()) }
}

/// Returns the headline number, 0 to 5, derived from heat and conduct.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_temperature(
    it: *const unruffled_classification,
) -> u32 {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| it.found.reading.temperature().get().into()) }
}

/// Returns who or what the hottest words are about.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_target(
    it: *const unruffled_classification,
) -> unruffled_target {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_TARGET_NONE, |it| it.found.reading.target.code().into()) }
}

/// Returns how much the message speaks of self-harm.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_crisis(
    it: *const unruffled_classification,
) -> unruffled_crisis {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_CRISIS_NONE, |it| it.found.reading.crisis.code().into()) }
}

/// Returns the flags: bit `UINT64_C(1) << flag` for each.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_flags(
    it: *const unruffled_classification,
) -> u64 {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| it.found.reading.flags.bits()) }
}

/// Returns the language it was judged as. If that is `UNRUFFLED_LANGUAGE_NOT_JUDGED`, nothing else
/// is claimed. For NULL it is not judged.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_language(
    it: *const unruffled_classification,
) -> unruffled_language {
    let language = |it: &unruffled_classification| it.found.reading.language.code().into();
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, UNRUFFLED_LANGUAGE_NOT_JUDGED, language) }
}

/// Returns how many bytes of the message were read: all, up to a limit of 65536.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_read(
    it: *const unruffled_classification,
) -> usize {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| size(it.found.read)) }
}

/// Returns the number of signals that counted.
///
/// # Safety
///
/// `it` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_evidence_count(
    it: *const unruffled_classification,
) -> usize {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::ask(it, 0, |it| it.found.evidence.len()) }
}

/// Copies one signal to `*out`, in the order of the text; its texts are lent by the classification.
///
/// # Safety
///
/// `it` is live, `out` can be written, and `error` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_evidence(
    it: *const unruffled_classification,
    index: usize,
    out: *mut unruffled_evidence,
    error: *mut unruffled_error,
) -> unruffled_status {
    let copy = || {
        // SAFETY: the caller promises that the handle is live.
        let it = unsafe { guard::borrow(it, "classification") }?;
        let one = it.found.evidence.get(index).zip(it.names.get(index));
        let (evidence, names) =
            one.ok_or_else(|| Failure::out_of_range(index, it.found.evidence.len()))?;
        Ok(unruffled_evidence {
            kind: names.kind.lend(),
            by: names.by.lend(),
            start: size(evidence.span.start),
            end: size(evidence.span.end),
            weight: evidence.weight.into(),
            reserved: 0,
        })
    };
    // SAFETY: the caller's promises about `out` and `error` are the same.
    unsafe { guard::fill(out, error, copy) }
}

/// Writes the classification, complete, as one line of JSON; offsets are bytes. On success `*out` is
/// yours: free it with `unruffled_text_free`.
///
/// # Safety
///
/// `it` is live, `out` can be written, and `error` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_json(
    it: *const unruffled_classification,
    out: *mut *mut unruffled_text,
    error: *mut unruffled_error,
) -> unruffled_status {
    let write = || {
        // SAFETY: the caller promises that the handle is live.
        let it = unsafe { guard::borrow(it, "classification") }?;
        let json = serde_json::to_string(&it.found);
        json.map(unruffled_text::new).map_err(|error| Failure::bug(&error.to_string()))
    };
    // SAFETY: the caller's promises about `out` and `error` are the same.
    unsafe { guard::make(out, error, write) }
}

/// Frees a classification; NULL is fine.
///
/// # Safety
///
/// `it` is NULL or live, and not used afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unruffled_classification_free(it: *mut unruffled_classification) {
    // SAFETY: the caller's promise is the same.
    unsafe { guard::free(it) }
}

/// Offsets are at most 65536, which every platform with this library can count.
fn size(bytes: u32) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}
