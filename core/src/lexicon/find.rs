//! One pass of a book over the tokens of a text.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::book::PatternId;
use super::program::{Element, Program};
use super::row;
use super::tokens::{Break, Tokens};
use crate::tables::lexicon::Book;

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
    hits.sort_unstable_by_key(|hit| {
        (book.kind(hit.pattern), hit.first, Reverse(hit.end), hit.pattern)
    });
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
    kept.sort_unstable_by_key(|hit| (hit.first, hit.end, hit.pattern));
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
                let first = at.checked_sub(book.lead(pattern));
                let Some(first) = first.filter(|first| *first >= stretch) else { continue };
                if let Some(end) = (Matcher { tokens, limit }).longest(book.program(pattern), first)
                {
                    hits.push(Hit { pattern, first, end });
                }
            }
        };
        attempt(book.by_word.of(usize::from(tokens.word(at))));
        let mut seen = 0_u8;
        for class in tokens.classes(at) {
            // A word and a run that begins with it may share a class: try its patterns once.
            let code = class.saturating_add(1);
            if code != seen {
                attempt(book.by_class.of(usize::from(class)));
            }
            seen = code;
        }
    }
    hits
}

fn stretch_end(tokens: &Tokens<'_>, first: usize) -> usize {
    (first.saturating_add(1)..tokens.len())
        .find(|at| tokens.breaks_before(*at) >= Break::Sentence)
        .unwrap_or(tokens.len())
}

struct Matcher<'a> {
    tokens: &'a Tokens<'a>,
    /// One past the stretch's last token.
    limit: usize,
}

impl Matcher<'_> {
    /// Returns the furthest token the elements can reach from `at`.
    fn longest(&self, mut program: Program, mut at: usize) -> Option<usize> {
        let mut furthest = None;
        while let Some((element, optional)) = program.next() {
            if optional {
                furthest = furthest.max(self.longest(program, at));
            }
            if let Element::Gap(width) = element {
                let ends = (0..=usize::from(width))
                    .filter_map(|width| self.longest(program, at.saturating_add(width)));
                return furthest.max(ends.max());
            }
            if at >= self.limit {
                return furthest;
            }
            let next = at.saturating_add(1);
            let fits = match element {
                Element::Words(mut words) => {
                    let word = self.tokens.word(at);
                    words.any(|any| any == word)
                }
                Element::Class(class) => {
                    let runs = self.tokens.runs(at, class);
                    let ends = runs.filter_map(|end| self.longest(program, end));
                    furthest = furthest.max(ends.max());
                    self.tokens.has_class(at, class)
                }
                Element::NotWord(word) => self.tokens.word(at) != word,
                Element::NotClass(class) => !self.tokens.has_class(at, class),
                Element::Any => true,
                Element::Gap(_) => false,
            };
            if !fits {
                return furthest;
            }
            at = next;
        }
        furthest.max(Some(at)).filter(|end| *end <= self.limit)
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
    use alloc::string::String;
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
                .filter(|hit| {
                    let mut pattern = String::new();
                    MESSAGE.write(hit.pattern, &mut pattern).unwrap();
                    pattern.contains("fuck|")
                })
                .map(|hit| tokens.span_of(hit.first, hit.end).of(text))
                .collect();
            assert_eq!(hits, expected, "{text}");
        }
    }
}
