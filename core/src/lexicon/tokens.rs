//! The words of a text, folded and numbered, each with its place in the original.

mod cut;

use alloc::string::String;
use alloc::vec::Vec;

use super::program::Code;
use super::{disguise, find, words};
use crate::tables::lexicon::Class;
use crate::text::{Folded, Span};

/// What stands between a word and the word before it.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Break {
    /// Nothing but space.
    #[default]
    None,
    /// A comma, dash, bracket, single line end or the like.
    Clause,
    /// A full stop, exclamation or question mark.
    Sentence,
    /// An empty line.
    Paragraph,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// Where its folded text stands in the buffer.
    pub(super) text: (usize, usize),
    pub(super) word: u16,
    /// The word as patterns name it.
    pub(super) code: Code,
    /// The classes of the word alone.
    pub(super) classes: &'static [u8],
    pub(super) before: Break,
    /// The original is two or more letters, all of them capitals.
    pub(super) capitals: bool,
    /// The word was masked, spelled out or otherwise hidden.
    pub(super) disguised: bool,
}

/// The words of one text.
pub(crate) struct Tokens<'a> {
    original: &'a str,
    buffer: String,
    all: Vec<Token>,
    /// Runs of several words that are one entry of a class: first, end, class; in order.
    runs: Vec<(usize, usize, u8)>,
}

impl<'a> Tokens<'a> {
    /// Cuts a text into folded words.
    pub(crate) fn read(text: &'a str) -> Self {
        let folded = Folded::of(text);
        let empty = Self {
            original: text,
            buffer: String::with_capacity(folded.text.len()),
            all: Vec::with_capacity(text.len() / 5),
            runs: Vec::new(),
        };
        let mut tokens = cut::cut(&folded, empty);
        disguise::join_spelled(&mut tokens.all, &mut tokens.buffer);
        tokens.runs = find::compounds(&tokens);
        tokens
    }

    /// Takes the meaning from a range of words: no table knows them any more.
    pub(crate) fn silence(&mut self, words: core::ops::Range<usize>) {
        for token in self.all.iter_mut().take(words.end).skip(words.start) {
            token.word = words::UNKNOWN;
            token.code = Code::of(words::UNKNOWN);
            token.classes = &[];
        }
        self.runs.retain(|(first, end, _)| *end <= words.start || *first >= words.end);
    }

    /// The text the words were read from.
    pub(crate) fn original(&self) -> &'a str {
        self.original
    }

    /// Returns how many words there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Returns where a word stands in the original text; empty past the end.
    pub(crate) fn span(&self, index: usize) -> Span {
        self.all.get(index).map_or(Span::new(0, 0), |token| token.span)
    }

    /// Returns where words `first..end` stand in the original text.
    pub(crate) fn span_of(&self, first: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).max(first);
        Span::new(self.span(first).start, self.span(last).end)
    }

    /// Returns a word in folded form; empty past the end.
    pub(crate) fn folded(&self, index: usize) -> &str {
        self.all
            .get(index)
            .and_then(|token| self.buffer.get(token.text.0..token.text.1))
            .unwrap_or("")
    }

    /// Says whether a word, alone, belongs to a class.
    pub(crate) fn in_class(&self, index: usize, class: Class) -> bool {
        self.has_class(index, class.code())
    }

    /// Returns one past the longest entry of a class that begins at a word, of one word or several.
    pub(crate) fn class_end(&self, index: usize, class: Class) -> Option<usize> {
        // A run has two words or more.
        let run = if self.runs.is_empty() { None } else { self.runs(index, class.code()).max() };
        run.or_else(|| self.in_class(index, class).then(|| index.saturating_add(1)))
    }

    /// Says whether an entry of any of these classes begins at a word.
    pub(crate) fn begins_any(&self, index: usize, any: &[Class]) -> bool {
        self.classes(index).any(|code| any.iter().any(|class| class.code() == code))
    }

    /// Says whether a word is one of those given.
    pub(crate) fn is(&self, index: usize, any: &[&str]) -> bool {
        index < self.len() && any.contains(&self.folded(index))
    }

    /// Returns what stands before a word.
    pub(crate) fn breaks_before(&self, index: usize) -> Break {
        self.all.get(index).map_or(Break::Paragraph, |token| token.before)
    }

    /// Says whether a word was written in capitals only.
    pub(crate) fn in_capitals(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|token| token.capitals)
    }

    /// Says whether a word was written in disguise.
    pub(crate) fn in_disguise(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|token| token.disguised)
    }

    /// Says whether any table knows a word.
    pub(crate) fn is_known(&self, index: usize) -> bool {
        self.word(index) != words::UNKNOWN
    }

    pub(super) fn word(&self, index: usize) -> u16 {
        self.all.get(index).map_or(words::UNKNOWN, |token| token.word)
    }

    pub(super) fn code(&self, index: usize) -> Code {
        self.all.get(index).map_or(Code::Paged([0, 0]), |token| token.code)
    }

    pub(super) fn has_class(&self, index: usize, class: u8) -> bool {
        self.own_classes(index).contains(&class)
            || (class == Class::Number.code() && self.is_number(index))
    }

    /// The ends of the runs of a class that begin at a word.
    pub(super) fn runs(&self, index: usize, class: u8) -> impl Iterator<Item = usize> + '_ {
        self.runs_at(index).filter(move |(_, _, of)| *of == class).map(|(_, end, _)| *end)
    }

    /// The codes of the classes a word, or a run that begins with it, belongs to.
    pub(super) fn classes(&self, index: usize) -> impl Iterator<Item = u8> + '_ {
        let single = self.own_classes(index).iter().copied();
        let number = self.is_number(index).then(|| Class::Number.code());
        single.chain(number).chain(self.runs_at(index).map(|(_, _, class)| *class))
    }

    fn own_classes(&self, index: usize) -> &'static [u8] {
        self.all.get(index).map_or(&[], |token| token.classes)
    }

    fn runs_at(&self, index: usize) -> impl Iterator<Item = &(usize, usize, u8)> + '_ {
        let from = self.runs.partition_point(|(first, _, _)| *first < index);
        self.runs.iter().skip(from).take_while(move |(first, _, _)| *first == index)
    }

    fn is_number(&self, index: usize) -> bool {
        self.folded(index).bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::{Break, Tokens};

    fn words(text: &str) -> String {
        let tokens = Tokens::read(text);
        let all: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
        all.join(" ")
    }

    #[test]
    fn cuts_plain_words() {
        let rows = [
            ("You're NOT listening!", "youre not listening"),
            ("e-mail me@example.com, 3.5%", "e mail me example com 3 5"),
            ("ring/text—now", "ring text now"),
            ("It’s 24/7?", "its 24 7"),
            ("**bold** words", "bold words"),
            ("日本語 text", "日 本 語 text"),
            ("ok :( fine", "ok :( fine"),
            ("", ""),
            ("... !!! ???", ""),
        ];
        for (text, folded) in rows {
            assert_eq!(words(text), folded, "{text}");
        }
    }

    #[test]
    fn sees_through_disguises() {
        let rows = [
            ("f**k", "fuck"),
            ("F***ing", "fucking"),
            ("f*ck you", "fuck you"),
            ("f---", "fuck"),
            ("s***!!", "shit"),
            ("1d10t", "idiot"),
            ("id!ot!", "idiot"),
            ("a$$hole", "asshole"),
            ("@sshole", "asshole"),
            ("sh1t", "shit"),
            ("idiooot", "idiot"),
            ("fuuuuuck yooouuu", "fuck you"),
            ("f u c k y o u", "fuck you"),
            ("i d i o t", "idiot"),
            ("F.U.C.K.", "fuck"),
            ("dick-head", "dickhead"),
            ("idіоt", "idiot"),
            ("you *idiot*", "you idiot"),
            ("@#$%!", "****"),
        ];
        for (text, folded) in rows {
            assert_eq!(words(text), folded, "{text}");
        }
    }

    #[test]
    fn never_makes_a_clean_word_rude() {
        let clean = [
            "Scunthorpe saturday class assessment shitake cockpit",
            "hot water who has stephanie",
            "order a55 k1ck b00k 4521 x9f3a",
            "dGhpcyBpcyBiYXNlNjQ= QUJDREVG",
            "A S A P and U S B C",
            "well-known as-s self-service no-one",
            "v1.2.3 f-150 a-1 c# c++ s-class",
        ];
        for text in clean {
            let tokens = Tokens::read(text);
            for at in 0..tokens.len() {
                assert!(!tokens.in_disguise(at), "{text}: {}", tokens.folded(at));
            }
        }
    }

    #[test]
    fn keeps_places_capitals_and_breaks() {
        let text = "WHERE is it? Ｙou, “f**k”\n\nnow";
        let tokens = Tokens::read(text);
        let all: Vec<(&str, bool, Break)> = (0..tokens.len())
            .map(|at| (tokens.span(at).of(text), tokens.in_capitals(at), tokens.breaks_before(at)))
            .collect();
        assert_eq!(
            all,
            [
                ("WHERE", true, Break::Paragraph),
                ("is", false, Break::None),
                ("it", false, Break::None),
                ("Ｙou", false, Break::Sentence),
                ("f**k", false, Break::Clause),
                ("now", false, Break::Paragraph),
            ]
        );
    }
}
