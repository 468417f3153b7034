//! Reads one message: how hot, how people are treated, what must not be missed, and why.

mod crisis;
mod despair;
mod flags;
mod heat;
mod host;
mod insult;
mod issues;
mod language;
mod model;
#[cfg(feature = "training")]
mod observe;
mod parts;
mod phrases;
mod pictures;
mod quoted;
mod reported;
mod scene;
mod segments;
mod severe;
mod shouting;
mod stakes;
mod subject;
mod swearing;
mod verdict;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::lexicon::{MESSAGE, PatternId};
use crate::policy::Policy;
use crate::terms::{
    Conduct, Crisis, Flag, Flags, Heat, IssueKind, IssueTime, Language, Milli, SegmentKind, Signal,
    Target, Temperature,
};
use crate::text::Span;

#[cfg(feature = "training")]
pub use observe::{Observation, observe};

/// Messages are read up to this many bytes; [`Classification::read`] says how far.
pub const MAX_MESSAGE_BYTES: usize = 65_536;

/// Everything [`classify_message`] found.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Classification {
    /// The part without text: what a case remembers.
    pub reading: Reading,
    /// Every signal that counted, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// The whole message cut into spans that tile it.
    pub segments: Vec<Segment>,
    /// Each separate grievance, in the order of the text.
    pub issues: Vec<Issue>,
    /// How many bytes were read: the length of the text, or at most [`MAX_MESSAGE_BYTES`].
    pub read: u32,
}

/// The three axes and the flags of one message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Reading {
    /// The band.
    pub heat: Heat,
    /// The score behind the band, monotone with it.
    pub heat_milli: Milli,
    /// How people are treated.
    #[cfg_attr(feature = "serde", serde(with = "crate::terms::conduct_by_name"))]
    pub conduct: Conduct,
    /// The confidence that the line is crossed.
    pub line_milli: Milli,
    /// Who or what the hottest words are about.
    pub target: Target,
    /// Signs of self-harm.
    pub crisis: Crisis,
    /// Risk, rights, needs and pressure.
    pub flags: Flags,
    /// What the message was judged as; with [`Language::NotJudged`] the rest is at rest.
    pub language: Language,
}

impl Reading {
    /// A calm message in English.
    pub const CALM: Self = Self {
        heat: Heat::Calm,
        heat_milli: Milli::ZERO,
        conduct: Conduct::Fine,
        line_milli: Milli::ZERO,
        target: Target::None,
        crisis: Crisis::None,
        flags: Flags::EMPTY,
        language: Language::English,
    };

    /// Derives the temperature of this one message.
    #[must_use]
    pub const fn temperature(&self) -> Temperature {
        Temperature::of(self.heat, self.conduct)
    }

    /// Says whether the line is crossed.
    #[must_use]
    pub const fn crosses_line(&self) -> bool {
        self.conduct.crosses_line()
    }
}

/// One signal that counted.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Evidence {
    /// What it is evidence of.
    pub kind: EvidenceKind,
    /// The words, in the original text.
    pub span: Span,
    /// How much it counted, in thousandths; negative cools.
    pub weight: i16,
    /// The rule, phrase or learned weight that found it.
    pub by: Finder,
}

/// What a piece of evidence is evidence of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum EvidenceKind {
    /// Heat, conduct or crisis.
    Signal(Signal),
    /// A flag.
    Flag(Flag),
}

impl EvidenceKind {
    /// Returns the stable name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signal(signal) => signal.name(),
            Self::Flag(flag) => flag.name(),
        }
    }
}

/// What found a piece of evidence; prints as `phrase:ridiculous`, `rule:degrading_noun`, `weight:worst`, `host:foo`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Finder {
    /// A phrase of the word lists.
    Phrase(Phrase),
    /// A written rule.
    Rule(&'static str),
    /// A learned weight.
    Weight(String),
    /// A word of the host's vocabulary.
    Host(String),
}

impl fmt::Display for Finder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phrase(id) => write!(f, "phrase:{id}"),
            Self::Rule(id) => write!(f, "rule:{id}"),
            Self::Weight(id) => write!(f, "weight:{id}"),
            Self::Host(id) => write!(f, "host:{id}"),
        }
    }
}

/// A phrase of the word lists; prints as it stands there.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Phrase(PatternId);

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        MESSAGE.write(self.0, f)
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phrase({self})")
    }
}

/// One stretch of the message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Where it is.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
}

/// One grievance or request.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Issue {
    /// What it is about.
    pub kind: IssueKind,
    /// Where the customer said it.
    pub span: Span,
    /// A definite noun phrase in the customer's own nouns, cleaned of swearing, in our person:
    /// "my internet" is "your internet".
    pub title: String,
    /// Now or earlier.
    pub time: IssueTime,
}

/// Reads a message. Never fails, keeps nothing, takes time linear in the text.
///
/// ```
/// use unruffled::{Conduct, Heat, Policy, classify_message};
///
/// let message = classify_message("Why is this damn system always broken?", Policy::standard());
/// assert_eq!(message.reading.heat, Heat::Upset);
/// assert_eq!(message.reading.conduct, Conduct::Fine); // swearing at a system crosses no line
/// ```
#[must_use]
pub fn classify_message(text: &str, policy: &Policy) -> Classification {
    verdict::read(text, policy)
}

/// Blurs the abusive words of a message and keeps every offset, for readers to be spared.
///
/// ```
/// use unruffled::{Policy, classify_message, mask};
///
/// let text = "You are an idiot.";
/// let message = classify_message(text, Policy::standard());
/// assert_eq!(mask(text, &message).len(), text.len());
/// ```
#[must_use]
pub fn mask(text: &str, classification: &Classification) -> String {
    let mut covered: Vec<Span> = classification
        .evidence
        .iter()
        .filter(|evidence| is_abusive(evidence.kind))
        .map(|evidence| evidence.span)
        .collect();
    covered.sort_unstable_by_key(|span| span.start);
    let mut spans = covered.into_iter().peekable();
    let mut until = 0;
    let mut masked = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        while let Some(span) = spans.next_if(|span| span.start <= at) {
            until = span.end.max(until);
        }
        if at < until && !letter.is_whitespace() {
            (0..letter.len_utf8()).for_each(|_| masked.push('*'));
        } else {
            masked.push(letter);
        }
    }
    masked
}

/// Evidence whose words nobody should have to read.
const fn is_abusive(kind: EvidenceKind) -> bool {
    match kind {
        EvidenceKind::Signal(signal) => signal.is_against_people(),
        EvidenceKind::Flag(_) => false,
    }
}
