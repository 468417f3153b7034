//! The message cut into what can be checked, what is felt, what is asked, and courtesy: the agent's two
//! columns (`design.md` 3).

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Segment};
use crate::lexicon::{Break, Class, Kind};
use crate::terms::{Flag, SegmentKind, Signal};
use crate::text::Span;

/// Cuts the text into spans that tile it.
pub(super) fn cut(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Segment> {
    let text = scene.tokens.original();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    if length == 0 {
        return Vec::new();
    }
    let marked = marked(scene, findings);
    let mut segments: Vec<Segment> = Vec::new();
    let mut first = 0;
    let count = scene.tokens.len();
    while first < count {
        let end = (first.saturating_add(1)..count)
            .find(|at| scene.tokens.breaks_before(*at) >= Break::Clause)
            .unwrap_or(count);
        let start = if first == 0 { 0 } else { opening(scene, first) };
        let kind = kind(scene, first, end, &marked);
        let small = end.saturating_sub(first) < 3 && kind == SegmentKind::Other;
        let same_sentence = scene.tokens.breaks_before(first) < Break::Sentence;
        match segments.last_mut() {
            Some(last) if same_sentence && (last.kind == kind || small) => {}
            Some(last) if same_sentence && last.kind == SegmentKind::Other => last.kind = kind,
            Some(last) => {
                last.span.end = start;
                segments.push(Segment { kind, span: Span::new(start, length) });
            }
            None => segments.push(Segment { kind, span: Span::new(0, length) }),
        }
        first = end;
    }
    if segments.is_empty() {
        segments.push(Segment { kind: SegmentKind::Other, span: Span::new(0, length) });
    }
    segments
}

/// Returns where the segment of a word begins: marks right before it belong to it.
fn opening(scene: &Scene<'_>, index: usize) -> u32 {
    let text = scene.tokens.original();
    let word = usize::try_from(scene.tokens.span(index).start).unwrap_or(usize::MAX);
    let floor = index.checked_sub(1).map_or(0, |prev| scene.tokens.span(prev).end);
    let from = usize::try_from(floor).unwrap_or(usize::MAX);
    let between = text.get(from..word).unwrap_or("");
    let start = between.rfind(char::is_whitespace).map_or(word, |at| {
        let width =
            between.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        from.saturating_add(at).saturating_add(width)
    });
    u32::try_from(start).unwrap_or(u32::MAX)
}

/// What the findings and the issues say about single words.
#[derive(Clone, Copy, Default)]
struct Mark {
    feeling: bool,
    fact: bool,
    courtesy: bool,
}

fn marked(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Mark> {
    let mut marks = alloc::vec![Mark::default(); scene.tokens.len()];
    let mut set = |first: usize, end: usize, with: &dyn Fn(&mut Mark)| {
        for mark in marks.iter_mut().take(end).skip(first) {
            with(mark);
        }
    };
    for finding in findings {
        let (first, end) = (finding.first, finding.end);
        match finding.kind {
            EvidenceKind::Signal(Signal::Thanks) | EvidenceKind::Flag(Flag::Thanks) => {
                set(first, end, &|mark| mark.courtesy = true);
            }
            EvidenceKind::Signal(
                Signal::Delay
                | Signal::Fault
                | Signal::BrokenPromise
                | Signal::RepeatContact
                | Signal::RepeatedEffort
                | Signal::Impact,
            ) => set(first, end, &|mark| mark.fact = true),
            EvidenceKind::Signal(
                Signal::Shouting
                | Signal::Emphasis
                | Signal::Exclamation
                | Signal::Chasing
                | Signal::Demand
                | Signal::Ultimatum
                | Signal::Weight,
            )
            | EvidenceKind::Flag(_) => {}
            EvidenceKind::Signal(_) => set(first, end, &|mark| mark.feeling = true),
        }
    }
    for hit in &scene.hits {
        if matches!(crate::lexicon::kind(hit.pattern), Kind::Issue(_)) {
            set(hit.first, hit.end, &|mark| mark.fact = true);
        }
    }
    marks
}

fn kind(scene: &Scene<'_>, first: usize, end: usize, marks: &[Mark]) -> SegmentKind {
    let here = marks.get(first..end).unwrap_or(&[]);
    let short = end.saturating_sub(first) <= 6;
    let greets = scene.has(first, Class::GreetingWord);
    if here.iter().any(|mark| mark.courtesy) && short
        || greets && short && !here.iter().any(|mark| mark.feeling)
    {
        return SegmentKind::Courtesy;
    }
    if here.iter().any(|mark| mark.feeling) {
        return SegmentKind::Feeling;
    }
    if asks(scene, first, end) {
        return SegmentKind::Ask;
    }
    let told = here.iter().any(|mark| mark.fact)
        || (first..end).any(|at| {
            scene.has(at, Class::Number)
                || scene.has(at, Class::Thing)
                || scene.has(at, Class::Be)
                || scene.has(at, Class::TellingVerb)
        });
    if told && end.saturating_sub(first) >= 2 { SegmentKind::Fact } else { SegmentKind::Other }
}

fn asks(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let text = scene.tokens.original();
    let last = usize::try_from(scene.tokens.span(end.saturating_sub(1)).end).unwrap_or(usize::MAX);
    let question = text.get(last..).is_some_and(|rest| rest.starts_with(['?', '？']));
    let head = (first..end.min(first.saturating_add(3))).any(|at| {
        scene.has(at, Class::Command)
            && (at == first
                || scene.is(
                    at.saturating_sub(1),
                    &["please", "just", "pls", "and", "to", "you", "now"],
                ))
            || scene.is(at, &["please", "pls", "plz"])
    });
    let wish = (first..end).any(|at| {
        scene.is(at, &["can", "could", "would", "will"])
            && scene.has(at.saturating_add(1), Class::You)
            || scene.is(at, &["want", "need", "demand", "expect", "require", "like"])
                && at
                    .checked_sub(1)
                    .is_some_and(|prev| scene.is(prev, &["i", "we", "id", "would", "wed", "just"]))
    });
    let asks_word = scene.has(first, Class::QuestionWord);
    question || head || wish || asks_word
}
