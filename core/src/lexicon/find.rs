//! One pass of a book over the tokens of a text.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::tokens::{Break, Tokens};
use super::{range, row};
use crate::tables::lexicon::{Book, SET_STARTS, SETS};

/// A pattern, by its place in its book.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct PatternId(u16);

impl PatternId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Book {
    /// Returns a pattern as it stands in its table.
    pub(crate) fn text(&self, pattern: PatternId) -> &'static str {
        self.texts.get(range(self.text_starts, pattern.index())).unwrap_or("")
    }

    /// Returns the number of a pattern's kind: its table, in the order of the book.
    pub(crate) fn kind(&self, pattern: PatternId) -> usize {
        usize::from(row(self.kinds, pattern.index()))
    }
}

/// A pattern found at tokens `first..end`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Hit {
    pub(crate) pattern: PatternId,
    pub(crate) first: usize,
    pub(crate) end: usize,
}

impl Hit {
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.first < other.end && other.first < self.end
    }
}

/// Finds every pattern of a book, the longest per kind where hits of one kind overlap, in the order of
/// the text. Linear: a pattern's length and gaps are bounded.
pub(crate) fn find(book: &'static Book, tokens: &Tokens<'_>) -> Vec<Hit> {
    let mut hits = all(book, tokens);
    hits.sort_by_key(|hit| (book.kind(hit.pattern), hit.first, Reverse(hit.end), hit.pattern));
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match kept.last_mut() {
            Some(last)
                if book.kind(last.pattern) == book.kind(hit.pattern) && last.overlaps(&hit) =>
            {
                if hit.end.saturating_sub(hit.first) > last.end.saturating_sub(last.first) {
                    *last = hit;
                }
            }
            Some(_) | None => kept.push(hit),
        }
    }
    kept.sort_by_key(|hit| (hit.first, hit.end, hit.pattern));
    kept
}

/// Every hit of every pattern, before overlaps are settled.
pub(super) fn all(book: &'static Book, tokens: &Tokens<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut stretch = 0;
    let mut limit = 0;
    for at in 0..tokens.len() {
        if at >= limit {
            stretch = at;
            limit = stretch_end(tokens, at);
        }
        let mut attempt = |patterns: &[u16]| {
            for pattern in patterns {
                let pattern = PatternId(*pattern);
                let lead = usize::from(row(book.leads, pattern.index()));
                let Some(first) = at.checked_sub(lead).filter(|first| *first >= stretch) else {
                    continue;
                };
                let program = range(book.program_starts, pattern.index());
                let matcher = Matcher { book, tokens, end: program.end, limit };
                if let Some(end) = matcher.longest(program.start, first) {
                    hits.push(Hit { pattern, first, end });
                }
            }
        };
        attempt(by(book.by_word_starts, book.by_word, usize::from(tokens.word(at))));
        let mut seen = 0_u8;
        for class in tokens.classes(at) {
            // A word and a run that begins with it may share a class: try its patterns once.
            let code = class.saturating_add(1);
            if code != seen {
                attempt(by(book.by_class_starts, book.by_class, usize::from(class)));
            }
            seen = code;
        }
    }
    hits
}

fn by<'a>(starts: &[u32], patterns: &'a [u16], key: usize) -> &'a [u16] {
    patterns.get(range(starts, key)).unwrap_or(&[])
}

fn stretch_end(tokens: &Tokens<'_>, first: usize) -> usize {
    (first.saturating_add(1)..tokens.len())
        .find(|at| tokens.breaks_before(*at) >= Break::Sentence)
        .unwrap_or(tokens.len())
}

// Shared with `build/lexicon/pattern.rs`.
const WORD: u8 = 0;
const ONE_OF: u8 = 1;
const CLASS: u8 = 2;
const NOT_WORD: u8 = 3;
const NOT_CLASS: u8 = 4;
const ANY: u8 = 5;
const GAP: u8 = 6;
const OPTIONAL: u8 = 0x80;

struct Matcher<'a> {
    book: &'static Book,
    tokens: &'a Tokens<'a>,
    /// One past the pattern's last element.
    end: usize,
    /// One past the stretch's last token.
    limit: usize,
}

impl Matcher<'_> {
    /// Returns the furthest token the elements from `element` on can reach from `at`.
    fn longest(&self, element: usize, at: usize) -> Option<usize> {
        if element >= self.end {
            return Some(at);
        }
        let op = row(self.book.ops, element);
        let arg = row(self.book.args, element);
        let rest = element.saturating_add(1);
        let skipped = if op & OPTIONAL == 0 { None } else { self.longest(rest, at) };
        let taken = match op & !OPTIONAL {
            GAP => (0..=usize::from(arg))
                .filter_map(|width| self.longest(rest, at.saturating_add(width)))
                .max(),
            _ if at >= self.limit => None,
            WORD => self.one(self.tokens.word(at) == arg, rest, at),
            ONE_OF => {
                let set = SETS.get(range(&SET_STARTS, usize::from(arg))).unwrap_or(&[]);
                self.one(set.contains(&self.tokens.word(at)), rest, at)
            }
            CLASS => {
                let class = u8::try_from(arg).unwrap_or(u8::MAX);
                let single = self.one(self.tokens.has_class(at, class), rest, at);
                let runs = self.tokens.runs(at, class).filter_map(|end| self.longest(rest, end));
                runs.chain(single).max()
            }
            NOT_WORD => self.one(self.tokens.word(at) != arg, rest, at),
            NOT_CLASS => {
                let class = u8::try_from(arg).unwrap_or(u8::MAX);
                self.one(!self.tokens.has_class(at, class), rest, at)
            }
            ANY => self.one(true, rest, at),
            _ => None,
        };
        taken.max(skipped).filter(|end| *end <= self.limit)
    }

    fn one(&self, fits: bool, rest: usize, at: usize) -> Option<usize> {
        if fits { self.longest(rest, at.saturating_add(1)) } else { None }
    }
}

/// Finds the runs of several words that belong to a class: first token, end, class.
pub(super) fn compounds(tokens: &Tokens<'_>) -> Vec<(usize, usize, u8)> {
    let book = &crate::tables::lexicon::COMPOUNDS;
    let mut runs: Vec<(usize, usize, u8)> = all(book, tokens)
        .into_iter()
        .map(|hit| (hit.first, hit.end, row(book.kinds, hit.pattern.index())))
        .collect();
    runs.sort_unstable();
    runs
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::find;
    use crate::lexicon::Tokens;
    use crate::tables::lexicon::MESSAGE;

    #[test]
    fn finds_patterns_inside_one_sentence() {
        let rows: [(&str, &[&str]); 5] = [
            ("oh FUCK you, mate", &["FUCK you"]),
            ("Fuck right off. Screw you", &["Fuck right off", "Screw you"]),
            ("fuck. you are late", &[]),
            ("p!ss off", &["p!ss off"]),
            ("f u c k   y o u", &["f u c k   y o u"]),
        ];
        for (text, expected) in rows {
            let tokens = Tokens::read(text);
            let hits: Vec<&str> = find(&MESSAGE, &tokens)
                .iter()
                .filter(|hit| MESSAGE.text(hit.pattern).contains("fuck|"))
                .map(|hit| tokens.span_of(hit.first, hit.end).of(text))
                .collect();
            assert_eq!(hits, expected, "{text}");
        }
    }
}
