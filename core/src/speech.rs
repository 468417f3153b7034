//! What a written reply does: its sentences, the marks in them and the speech acts they make
//! (`domain.md` 6.1).

mod acts;
mod bank;
mod exempt;
mod nouns;
mod sentence;
mod when;

use alloc::string::String;
use alloc::vec::Vec;

pub(crate) use bank::{acknowledges_by_bank, phrases_in};
pub(crate) use nouns::Nouns;
pub(crate) use sentence::Sentence;
use when::WhenKind;

use crate::case::{Actor, Case, PhraseId, SentReply, questions};
use crate::classify::MAX_MESSAGE_BYTES;
use crate::lexicon::{self, Tokens};
use crate::tables::rules::Mark;
use crate::terms::{Act, Acts};
use crate::text::{Span, wording};
use crate::time::Timestamp;

/// Reads what a reply that a person or a model wrote does, so that the case can move by it.
///
/// `promise` is the moment the reply promised, if it did: times in free text are not resolved here,
/// for there is no clock. The text itself is kept only where an incident record needs it: a boundary
/// or an ending. At most [`MAX_REPLY_BYTES`] are read and kept, cut on a character boundary.
#[must_use]
pub fn describe_reply(
    reply: &str,
    by: Actor,
    promise: Option<Timestamp>,
    case: &Case,
) -> SentReply {
    let reply = head(reply);
    let speech = Speech::read(reply);
    let phrases: Vec<PhraseId> = phrases_in(reply).into_iter().map(|(phrase, _)| phrase).collect();
    let of_the_bank: Acts = phrases.iter().filter_map(|phrase| bank::act_of(*phrase)).collect();
    let acts = speech.acts(&Nouns::of_case(case)).union(of_the_bank);
    let on_record = Acts::from([Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::EndSevere]);
    SentReply {
        by,
        acts,
        phrases,
        wording: wording(reply),
        questions: questions(reply),
        apologies: count(speech.apologies().count()),
        understandings: count(speech.all(Mark::Understanding).count()),
        promise,
        text: acts.intersects(on_record).then(|| String::from(reply)),
    }
}

/// How much of a reply is read: as much as of a message.
pub const MAX_REPLY_BYTES: usize = MAX_MESSAGE_BYTES;

/// What of a reply is read, cut on a character boundary.
pub(crate) fn head(reply: &str) -> &str {
    let end = (0..=MAX_REPLY_BYTES.min(reply.len()))
        .rev()
        .find(|end| reply.is_char_boundary(*end))
        .unwrap_or(0);
    reply.get(..end).unwrap_or("")
}

/// Words within which a denial governs what follows it.
const DENIAL_REACH: usize = 4;

/// No pattern of the review book spans more words, its gaps included.
const LONGEST_PATTERN: usize = 32;

fn count(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// A reply, read once.
pub(crate) struct Speech<'t> {
    pub(crate) tokens: Tokens<'t>,
    /// Never empty of tokens each; in order; they tile the tokens.
    pub(crate) sentences: Vec<Sentence>,
    /// What is quoted or code: not the writer's own words. In order.
    exempt: Vec<Span>,
    /// In order.
    marks: Vec<Found>,
    /// Every mark found anywhere.
    present: u128,
}

/// A mark found at words `first..end`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    pub(crate) mark: Mark,
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// The sentence it stands in.
    pub(crate) sentence: usize,
}

impl Found {
    fn overlaps(&self, other: &Self) -> bool {
        self.first < other.end && other.first < self.end
    }
}

impl<'t> Speech<'t> {
    /// Reads a reply. Linear in its length.
    pub(crate) fn read(text: &'t str) -> Self {
        let tokens = Tokens::read(text);
        let mut sentences = sentence::cut(&tokens);
        let exempt = exempt::spans(text);
        let mut marks = Vec::new();
        let mut present = 0;
        for hit in lexicon::find(&lexicon::REVIEW, &tokens) {
            let Some(mark) = Mark::of_kind(lexicon::REVIEW.kind(hit.pattern)) else { continue };
            if exempt::covers(&exempt, tokens.span_of(hit.first, hit.end)) {
                continue;
            }
            let sentence = sentences.partition_point(|sentence| sentence.end <= hit.first);
            let found = Found { mark, first: hit.first, end: hit.end, sentence };
            if let Some(sentence) = sentences.get_mut(sentence) {
                sentence.marks |= mark.bit();
                sentence.asks |= acts::asks_to_be_given(&tokens, &found);
            }
            present |= mark.bit();
            marks.push(found);
        }
        let times = when::times(&tokens);
        for time in &times {
            let sentence = sentences.partition_point(|sentence| sentence.end <= time.first);
            if let Some(sentence) = sentences.get_mut(sentence) {
                sentence.has_time = true;
                sentence.has_clock |= time.kind == WhenKind::Clock;
            }
        }
        Self { tokens, sentences, exempt, marks, present }
    }

    /// The reply as it was written.
    pub(crate) fn text(&self) -> &'t str {
        self.tokens.original()
    }

    /// The whole reply as a span.
    pub(crate) fn whole(&self) -> Span {
        Span::new(0, u32::try_from(self.text().len()).unwrap_or(u32::MAX))
    }

    /// Says whether a mark was found anywhere.
    pub(crate) fn has(&self, mark: Mark) -> bool {
        self.present & mark.bit() != 0
    }

    /// Says whether any of these marks was found.
    pub(crate) fn has_any(&self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| self.has(*mark))
    }

    /// Walks the places of a mark.
    pub(crate) fn all(&self, mark: Mark) -> impl Iterator<Item = &Found> {
        let present = self.has(mark);
        self.marks.iter().take_while(move |_| present).filter(move |found| found.mark == mark)
    }

    /// Walks the places of all marks.
    pub(crate) fn marks(&self) -> &[Found] {
        &self.marks
    }

    /// Walks the places of a mark in one sentence.
    pub(crate) fn all_in(&self, sentence: usize, mark: Mark) -> impl Iterator<Item = &Found> {
        let from = self.marks.partition_point(|found| found.sentence < sentence);
        self.marks
            .iter()
            .skip(from)
            .take_while(move |found| found.sentence == sentence)
            .filter(move |found| found.mark == mark)
    }

    /// Says whether a sentence has a mark; false past the end.
    pub(crate) fn sentence_has(&self, sentence: usize, mark: Mark) -> bool {
        self.sentences.get(sentence).is_some_and(|sentence| sentence.has(mark))
    }

    /// The span of what was found.
    pub(crate) fn span(&self, found: &Found) -> Span {
        self.tokens.span_of(found.first, found.end)
    }

    /// Says whether a stretch of the text is quoted or code.
    pub(crate) fn is_exempt(&self, span: Span) -> bool {
        exempt::covers(&self.exempt, span)
    }

    /// Apologies of ours: not condolences, not sympathy for what nobody here did.
    pub(crate) fn apologies(&self) -> impl Iterator<Item = &Found> {
        self.all(Mark::Apology).filter(|apology| {
            !self.overlaps(apology, Mark::Condolence) && !self.overlaps(apology, Mark::Sympathy)
        })
    }

    /// Says whether a mark overlaps what was found.
    pub(crate) fn overlaps(&self, found: &Found, mark: Mark) -> bool {
        self.has(mark)
            && self
                .near(found.first.saturating_sub(LONGEST_PATTERN), found.end)
                .any(|other| other.mark == mark && other.overlaps(found))
    }

    /// Says whether a denial stands shortly before the words, in their sentence: "none of this was ...".
    pub(crate) fn denies_before(&self, found: &Found) -> bool {
        let denials =
            ["not", "none", "nothing", "never", "no", "isnt", "wasnt", "neither", "dont", "nor"];
        let from = found.first.saturating_sub(DENIAL_REACH);
        self.sentences.get(found.sentence).is_some_and(|sentence| {
            (from.max(sentence.first)..found.first).any(|at| self.tokens.is(at, &denials))
        })
    }

    /// Walks what begins at words `first..end`.
    pub(crate) fn near(&self, first: usize, end: usize) -> impl Iterator<Item = &Found> {
        let from = self.marks.partition_point(|found| found.first < first);
        self.marks.iter().skip(from).take_while(move |found| found.first < end)
    }
}
