//! Marks words in place: by colour, or by a line of signs beneath where there is none.

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;
use unruffled::{Evidence, EvidenceKind, Finding, Flag, Severity, Signal, Span};

use crate::page::{Line, Page, columns, wrap};

/// How marked words look.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ink {
    /// Cools: thanks, praise, relief.
    Cooling,
    /// What the message says besides how hot it is.
    Fact,
    /// Heat.
    Heat,
    /// How people are treated.
    Conduct,
    /// Somebody may be at risk.
    Risk,
    /// A finding of a review.
    Finding(Severity),
}

impl Ink {
    /// The colour.
    pub(crate) fn style(self) -> Style {
        let colour = match self {
            Self::Cooling => AnsiColor::Green,
            Self::Fact | Self::Finding(Severity::Info) => AnsiColor::Cyan,
            Self::Heat | Self::Finding(Severity::Warning) => AnsiColor::Yellow,
            Self::Conduct | Self::Finding(Severity::Error) => AnsiColor::Red,
            Self::Risk => AnsiColor::Magenta,
        };
        Style::new().fg_color(Some(colour.into()))
    }

    /// The sign beneath, where there are no colours.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Cooling => '+',
            Self::Fact | Self::Finding(Severity::Info) => '-',
            Self::Heat | Self::Finding(Severity::Warning) => '~',
            Self::Conduct | Self::Finding(Severity::Error) => '^',
            Self::Risk => '!',
        }
    }

    /// Which of two inks shows where they overlap.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Cooling => 0,
            Self::Fact | Self::Finding(Severity::Info) => 1,
            Self::Heat | Self::Finding(Severity::Warning) => 2,
            Self::Conduct | Self::Finding(Severity::Error) => 3,
            Self::Risk => 4,
        }
    }

    /// The ink of a piece of evidence; learned weights are too many and too small to mark.
    pub(crate) fn of_evidence(evidence: &Evidence) -> Option<Self> {
        match evidence.kind {
            EvidenceKind::Signal(Signal::Weight) => None,
            EvidenceKind::Signal(Signal::Thanks) | EvidenceKind::Flag(Flag::Thanks) => {
                Some(Self::Cooling)
            }
            EvidenceKind::Signal(signal) if RISKS.contains(&signal) => Some(Self::Risk),
            EvidenceKind::Signal(signal) if CONDUCTS.contains(&signal) => Some(Self::Conduct),
            EvidenceKind::Signal(_) if evidence.weight < 0 => Some(Self::Cooling),
            EvidenceKind::Signal(_) => Some(Self::Heat),
            EvidenceKind::Flag(Flag::ThreatPossible) => Some(Self::Risk),
            EvidenceKind::Flag(Flag::ProfanityDirected | Flag::Discriminatory | Flag::IllWish) => {
                Some(Self::Conduct)
            }
            EvidenceKind::Flag(_) => Some(Self::Fact),
        }
    }
}

const RISKS: [Signal; 6] = [
    Signal::Harm,
    Signal::Stalking,
    Signal::Extortion,
    Signal::Device,
    Signal::VeiledThreat,
    Signal::SelfHarm,
];

const CONDUCTS: [Signal; 9] = [
    Signal::PerformanceCriticism,
    Signal::Accusation,
    Signal::Mockery,
    Signal::Degrading,
    Signal::DirectedExpletive,
    Signal::Belittling,
    Signal::IllWish,
    Signal::Hate,
    Signal::Sexual,
];

/// Words to mark.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    span: Span,
    ink: Ink,
}

/// The marks of a message.
pub(crate) fn marks_of_evidence(evidence: &[Evidence]) -> Vec<Mark> {
    evidence
        .iter()
        .filter_map(|one| Some(Mark { span: one.span, ink: Ink::of_evidence(one)? }))
        .collect()
}

/// The marks of a review; a finding about the whole reply marks nothing in it.
pub(crate) fn marks_of_findings(text: &str, findings: &[Finding]) -> Vec<Mark> {
    findings
        .iter()
        .filter(|finding| finding.span.of(text) != text)
        .map(|finding| Mark { span: finding.span, ink: Ink::Finding(finding.severity) })
        .collect()
}

/// Wraps `text` with its marks into lines of at most `width` columns. Where marks overlap, the
/// graver one shows.
pub(crate) fn lines(page: &Page, text: &str, marks: &[Mark], width: usize) -> Vec<Line> {
    let mut inks: Vec<Option<Ink>> = vec![None; text.len()];
    for mark in marks {
        let range = place(mark.span.start)..place(mark.span.end);
        for ink in inks.get_mut(range).into_iter().flatten() {
            if ink.is_none_or(|old| old.rank() < mark.ink.rank()) {
                *ink = Some(mark.ink);
            }
        }
    }
    let mut made = Vec::new();
    for range in wrap(text, width) {
        let words = text.get(range.clone()).unwrap_or_default();
        let mut shown = Line { text: String::new(), width: 0 };
        let mut signs = String::new();
        for (run, ink) in runs(words, range.start, &inks) {
            let style = ink.map_or_else(Style::new, |ink| ink.style().underline());
            let piece = page.line(style, run);
            signs.extend(std::iter::repeat_n(ink.map_or(' ', Ink::sign), piece.width));
            shown.text.push_str(&piece.text);
            shown.width = shown.width.saturating_add(piece.width);
        }
        made.push(shown);
        let signs = signs.trim_end();
        if !page.has_colour() && !signs.is_empty() {
            made.push(Line { text: signs.into(), width: columns(signs) });
        }
    }
    made
}

/// Cuts a line where the ink changes, never inside a letter.
fn runs<'a>(words: &'a str, base: usize, inks: &[Option<Ink>]) -> Vec<(&'a str, Option<Ink>)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut current = None;
    for (offset, _) in words.grapheme_indices(true) {
        let ink = inks.get(base.saturating_add(offset)).copied().flatten();
        if offset > start && ink != current {
            runs.push((words.get(start..offset).unwrap_or_default(), current));
            start = offset;
        }
        current = ink;
    }
    runs.push((words.get(start..).unwrap_or_default(), current));
    runs
}

fn place(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}
