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

/// Every hit of every pattern, some more than once, before overlaps are settled.
pub(super) fn all(book: &'static Book, tokens: &Tokens<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut stretch = 0;
    let mut limit = 0;
    for at in 0..tokens.len() {
        if at >= limit {
            stretch = at;
            limit = stretch_end(tokens, at);
        }
        let matcher = Matcher { book, tokens, stretch, limit };
        for pattern in book.by_word.of(usize::from(tokens.word(at))) {
            matcher.attempt(PatternId(*pattern), at, true, &mut hits);
        }
        if book.by_class.is_empty() {
            continue;
        }
        let mut seen = None;
        for class in tokens.classes(at) {
            // A word and a run that begins with it may share a class: try its patterns once.
            if seen.replace(class) == Some(class) {
                continue;
            }
            for pattern in book.by_class.of(usize::from(class)) {
                matcher.attempt(PatternId(*pattern), at, false, &mut hits);
            }
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
    book: &'static Book,
    tokens: &'a Tokens<'a>,
    /// The stretch's first token.
    stretch: usize,
    /// One past the stretch's last token.
    limit: usize,
}

impl Matcher<'_> {
    /// Tries a pattern whose anchor stands at `at`, a word of the anchor's or the beginning of a run.
    fn attempt(&self, pattern: PatternId, at: usize, word: bool, hits: &mut Vec<Hit>) {
        let (lead, spread) = self.book.lead(pattern);
        let mut program = self.book.program(pattern);
        let Some(last) = at.checked_sub(lead).filter(|last| *last >= self.stretch) else { return };
        if spread > 0 {
            let firsts = last.saturating_sub(spread).max(self.stretch)..=last;
            hits.extend(firsts.filter_map(|first| {
                self.longest(program, first).map(|end| Hit { pattern, first, end })
            }));
            return;
        }
        let mut before = last..at;
        if before.all(|at| program.next().is_some_and(|(lead, _)| self.fits(lead, at))) {
            let end = if word {
                let _anchor = program.next();
                self.longest(program, at.saturating_add(1))
            } else {
                self.longest(program, at)
            };
            hits.extend(end.map(|end| Hit { pattern, first: last, end }));
        }
    }

    /// Returns the furthest token the elements can reach from `at` or up to `width` words later.
    fn beyond(&self, width: usize, program: Program, at: usize) -> Option<usize> {
        let starts = at..=at.saturating_add(width);
        let mut after = program;
        match after.next() {
            // Worth a look before the call: few of the words fit.
            Some((Element::Words(words), false)) => starts
                .take_while(|at| *at < self.limit)
                .filter(|at| words.has(self.tokens.code(*at)))
                .filter_map(|at| self.longest(after, at.saturating_add(1)))
                .max(),
            Some(_) | None => starts.filter_map(|at| self.longest(program, at)).max(),
        }
    }

    fn fits(&self, element: Element, at: usize) -> bool {
        match element {
            Element::Words(words) => words.has(self.tokens.code(at)),
            Element::Class(class) => self.tokens.has_class(at, class),
            Element::NotWord(word) => !word.has(self.tokens.code(at)),
            Element::NotClass(class) => !self.tokens.has_class(at, class),
            Element::Any => true,
            Element::Gap(_) => false,
        }
    }

    /// Returns the furthest token the elements can reach from `at`.
    fn longest(&self, mut program: Program, mut at: usize) -> Option<usize> {
        let mut furthest = None;
        while let Some((element, optional)) = program.next() {
            if optional {
                furthest = furthest.max(self.longest(program, at));
            }
            if let Element::Gap(width) = element {
                return furthest.max(self.beyond(usize::from(width), program, at));
            }
            if at >= self.limit {
                return furthest;
            }
            if let Element::Class(class) = element {
                let ends = self.tokens.runs(at, class).filter_map(|end| self.longest(program, end));
                furthest = furthest.max(ends.max());
            }
            if !self.fits(element, at) {
                return furthest;
            }
            at = at.saturating_add(1);
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

    use super::{Hit, Matcher, all, find, stretch_end};
    use crate::lexicon::{Break, PatternId, Tokens};
    use crate::tables::lexicon::{Book, COMPOUNDS, MESSAGE, REVIEW};

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

    /// Patterns are sought by one of their elements only: that must lose and invent nothing.
    #[test]
    fn finds_what_trying_every_pattern_at_every_word_finds() {
        let texts = [
            "I have told you three times now that the app is not working. I want to speak to a manager!",
            "you people are a bunch of useless idiots, and I hope you all lose your jobs",
            "I really cannot take this any more, I just want to end my life tonight",
            "Thanks a lot for nothing. Where is my refund? I was charged twice, 40 pounds each time",
            "If I do not hear from you by 5 I will call my lawyer, and post the whole story on twitter",
            "my 7 year old daughter is diabetic and we have had no hot water since last week",
            "We are sorry that you feel that way; calm down please, it is not our fault, as I already said",
            "I know where you live and I am going to come to your office and make you pay for it",
        ];
        for book in [&MESSAGE, &REVIEW, &COMPOUNDS] {
            for text in texts {
                let tokens = Tokens::read(text);
                let mut found = all(book, &tokens);
                let mut expected = everywhere(book, &tokens);
                for hits in [&mut found, &mut expected] {
                    hits.sort_unstable_by_key(|hit| (hit.first, hit.pattern));
                    hits.dedup();
                }
                assert_eq!(found, expected, "{text}");
            }
        }
        let tokens = Tokens::read(texts[1]);
        assert!(!everywhere(&MESSAGE, &tokens).is_empty());
        assert!(!everywhere(&COMPOUNDS, &tokens).is_empty());
    }

    fn everywhere(book: &'static Book, tokens: &Tokens<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut limit = 0;
        for first in 0..tokens.len() {
            if first == 0 || tokens.breaks_before(first) >= Break::Sentence {
                limit = stretch_end(tokens, first);
            }
            let matcher = Matcher { book, tokens, stretch: first, limit };
            for pattern in 0..book.kinds.len() {
                let pattern = PatternId(u16::try_from(pattern).unwrap());
                let end = matcher.longest(book.program(pattern), first);
                hits.extend(end.map(|end| Hit { pattern, first, end }));
            }
        }
        hits
    }
}
