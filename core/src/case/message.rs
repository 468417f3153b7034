//! What a customer message brings to a case.

use alloc::string::String;
use alloc::vec::Vec;

use crate::classify::{Classification, EvidenceKind, Issue, Reading};
use crate::terms::{IssueKind, IssueTime, SegmentKind, Signal};
use crate::text::Span;
use crate::time::Timestamp;

/// What a customer message brings to a case.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct CustomerMessage {
    /// How it was read.
    pub reading: Reading,
    /// The grievances it names.
    pub issues: Vec<(IssueKind, IssueTime, String)>,
    /// The exact words that crossed the line or threatened, for the incident record.
    pub verbatim: Option<String>,
    /// When it was written, if before it arrived (post that crossed ours).
    pub written_at: Option<Timestamp>,
    /// How many questions it asks.
    pub questions: u8,
    /// It is a greeting or thanks and nothing else: no fact, no feeling, no ask.
    pub only_courtesy: bool,
}

impl CustomerMessage {
    /// Takes what a case needs from a classification of `text`.
    #[must_use]
    pub fn read(text: &str, classification: &Classification) -> Self {
        Self {
            reading: classification.reading,
            issues: classification
                .issues
                .iter()
                .map(|Issue { kind, time, title, .. }| (*kind, *time, title.clone()))
                .collect(),
            verbatim: verbatim(text, classification),
            written_at: None,
            questions: questions(text, classification),
            only_courtesy: classification
                .segments
                .iter()
                .all(|segment| segment.kind == SegmentKind::Courtesy),
        }
    }
}

/// The words behind conduct and risk, in the order of the text, overlaps merged, gaps marked.
fn verbatim(text: &str, classification: &Classification) -> Option<String> {
    let mut spans: Vec<Span> = classification
        .evidence
        .iter()
        .filter(|evidence| match evidence.kind {
            EvidenceKind::Signal(signal) => goes_on_record(signal),
            EvidenceKind::Flag(_) => false,
        })
        .map(|evidence| evidence.span)
        .filter(|span| !span.of(text).is_empty())
        .collect();
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    let words: Vec<&str> = merged.iter().map(|span| span.of(text)).collect();
    (!words.is_empty()).then(|| words.join(" \u{2026} "))
}

const fn goes_on_record(signal: Signal) -> bool {
    signal.is_against_people() || matches!(signal, Signal::Device | Signal::SelfHarm)
}

/// Runs of question marks of any script, and asks that end without one.
fn questions(text: &str, classification: &Classification) -> u8 {
    const MARKS: [char; 4] = ['?', '\u{ff1f}', '\u{61f}', '\u{203d}'];
    let read = Span::new(0, classification.read).of(text);
    let mut marks = 0_u8;
    let mut in_run = false;
    for letter in read.chars() {
        let mark = MARKS.contains(&letter);
        if mark && !in_run {
            marks = marks.saturating_add(1);
        }
        // "?!?" is one question.
        in_run = mark || (in_run && letter == '!');
    }
    let asks = classification
        .segments
        .iter()
        .filter(|segment| segment.kind == SegmentKind::Ask)
        .filter(|segment| !segment.span.of(text).contains(MARKS))
        .count();
    marks.saturating_add(u8::try_from(asks).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::CustomerMessage;
    use crate::classify::{
        Classification, Evidence, EvidenceKind, Finder, Reading, Segment, classify_message,
    };
    use crate::policy::Policy;
    use crate::terms::{SegmentKind, Signal};
    use crate::text::Span;

    fn found(kind: Signal, start: u32, end: u32) -> Evidence {
        Evidence {
            kind: EvidenceKind::Signal(kind),
            span: Span::new(start, end),
            weight: 100,
            by: Finder::Rule("test"),
        }
    }

    fn classification(text: &str) -> Classification {
        let mut classification = classify_message("", Policy::standard());
        classification.reading = Reading::CALM;
        classification.read = u32::try_from(text.len()).unwrap();
        classification
    }

    #[test]
    fn words_for_the_record_are_cut_out_merged_and_in_order() {
        let text = "You idiot. Late again. Shut up now";
        let mut message = classification(text);
        message.evidence = vec![
            found(Signal::DirectedExpletive, 23, 30),
            found(Signal::Degrading, 0, 9),
            found(Signal::Belittling, 4, 10),
            found(Signal::Delay, 11, 15),
            found(Signal::Degrading, 30, 300),
        ];
        let read = CustomerMessage::read(text, &message);
        assert_eq!(read.verbatim.as_deref(), Some("You idiot. \u{2026} Shut up"));
        message.evidence.clear();
        assert_eq!(CustomerMessage::read(text, &message).verbatim, None);
    }

    #[test]
    fn questions_are_marks_and_asks_without_a_mark() {
        let table = [
            ("Where is it?", 1),
            ("Where is it?!? And why?", 2),
            ("No question here", 0),
            ("\u{623}\u{64a}\u{646}\u{61f} \u{4f60}\u{597d}\u{ff1f}", 2),
        ];
        for (text, expected) in table {
            let read = CustomerMessage::read(text, &classification(text));
            assert_eq!(read.questions, expected, "{text}");
        }
        let text = "Please call me. When?";
        let mut message = classification(text);
        message.segments = vec![
            Segment { kind: SegmentKind::Ask, span: Span::new(0, 15) },
            Segment { kind: SegmentKind::Ask, span: Span::new(16, 21) },
        ];
        assert_eq!(CustomerMessage::read(text, &message).questions, 2);
    }
}
