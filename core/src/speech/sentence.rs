//! Sentences: stretches of words up to a full stop, a question or exclamation mark, or an empty line.

use alloc::vec::Vec;

use crate::lexicon::{Break, Tokens};
use crate::tables::rules::Mark;
use crate::text::Span;

/// Words `first..end`, never empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// From the first letter to the last, closing marks left out.
    pub(crate) span: Span,
    /// Ends with a question mark.
    pub(crate) question: bool,
    /// A time, a date or a length of time stands in it.
    pub(crate) has_time: bool,
    /// A time of day stands in it.
    pub(crate) has_clock: bool,
    /// Asks to be given something: a question, or "please send".
    pub(crate) asks: bool,
    /// The marks found in it.
    pub(super) marks: u128,
}

impl Sentence {
    /// Says whether a mark was found in it.
    pub(crate) fn has(&self, mark: Mark) -> bool {
        self.marks & mark.bit() != 0
    }

    /// How many words it has.
    pub(crate) const fn len(&self) -> usize {
        self.end.saturating_sub(self.first)
    }
}

pub(super) fn cut(tokens: &Tokens<'_>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for at in 1..=tokens.len() {
        if at < tokens.len() && tokens.breaks_before(at) < Break::Sentence {
            continue;
        }
        if first < at {
            let span = tokens.span_of(first, at);
            let question = ends_in_a_question(tokens, span, at);
            sentences.push(Sentence {
                first,
                end: at,
                span,
                question,
                has_time: false,
                has_clock: false,
                asks: question,
                marks: 0,
            });
        }
        first = at;
    }
    sentences
}

/// Says whether a question mark stands between the sentence and the word after it.
fn ends_in_a_question(tokens: &Tokens<'_>, span: Span, next: usize) -> bool {
    let text = tokens.original();
    let end = if next < tokens.len() {
        tokens.span(next).start
    } else {
        u32::try_from(text.len()).unwrap_or(u32::MAX)
    };
    Span::new(span.end, end).of(text).contains(['?', '\u{ff1f}', '\u{61f}'])
}
