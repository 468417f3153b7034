//! Cuts a folded text into words: one walk, breaks noted, disguises tried where a word is unknown.

use alloc::string::String;

use unicode_segmentation::UnicodeSegmentation;

use super::{Break, Token, Tokens};
use crate::lexicon::letters::{Letter, kind};
use crate::lexicon::program::Code;
use crate::lexicon::{disguise, words};
use crate::text::{Folded, Span, look_alike};

/// Pushes the words of a folded text onto `tokens`.
pub(super) fn cut<'t>(folded: &Folded, tokens: Tokens<'t>) -> Tokens<'t> {
    let mut cutter = Cutter { folded, tokens, pending: Break::None };
    cutter.cut();
    cutter.tokens
}

/// Walks a folded text once and pushes its words.
struct Cutter<'a, 't> {
    folded: &'a Folded,
    tokens: Tokens<'t>,
    /// The strongest break since the last word.
    pending: Break,
}

impl Cutter<'_, '_> {
    fn cut(&mut self) {
        let folded = self.folded;
        let text = folded.text.as_str();
        let mut lump = None;
        let mut blank_lines = 0_u8;
        let mut skip_to = 0;
        for (at, letter) in text.char_indices() {
            if at < skip_to {
                continue;
            }
            match kind(letter) {
                Letter::Word | Letter::Inner => {
                    lump.get_or_insert(at);
                    blank_lines = 0;
                    continue;
                }
                Letter::Emoji | Letter::Outer => {
                    if let Some(start) = lump.take() {
                        if kind(letter) == Letter::Emoji {
                            if let Some(end) = self.pictured(start, at) {
                                skip_to = end;
                                continue;
                            }
                        }
                        self.lump(start, at);
                    }
                }
            }
            if kind(letter) == Letter::Emoji {
                self.push_as(
                    letter.encode_utf8(&mut [0; 4]),
                    at,
                    at.saturating_add(letter.len_utf8()),
                    false,
                );
                blank_lines = 0;
                continue;
            }
            if letter == '\n' {
                blank_lines = blank_lines.saturating_add(1);
                self.pend(if blank_lines >= 2 { Break::Paragraph } else { Break::Clause });
            } else if letter == '?' {
                self.pend(Break::Sentence);
            } else if let Some((face, end)) = emoticon(text, at) {
                self.push_as(face, at, end, false);
                skip_to = end;
            } else if !letter.is_whitespace() && !matches!(letter, '/' | '\\' | '|' | '^' | '~') {
                self.pend(Break::Clause);
            }
        }
        if let Some(start) = lump {
            self.lump(start, text.len());
        }
    }

    /// Handles a lump with a picture at `at` in it, `f🤬k`; returns where it ends, or nothing if the picture
    /// is a word of its own.
    fn pictured(&mut self, start: usize, at: usize) -> Option<usize> {
        let text = self.folded.text.get(start..)?;
        let beyond =
            self.folded.text.get(at..)?.chars().skip_while(|it| kind(*it) == Letter::Emoji);
        // Asked before the search, as pictures mostly stand at the end.
        beyond.take(1).find(char::is_ascii_lowercase)?;
        let (length, word) = disguise::pictured(text)?;
        let end = start.saturating_add(length);
        self.push_as(words::text(word), start, end, true);
        Some(end)
    }

    fn pend(&mut self, found: Break) {
        self.pending = self.pending.max(found);
    }

    /// Handles a run of word and inner characters.
    fn lump(&mut self, start: usize, end: usize) {
        let folded = self.folded;
        let Some(text) = folded.text.get(start..end) else { return };
        if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.word(start, end);
            return;
        }
        if !text.chars().any(char::is_alphanumeric) {
            if disguise::is_grawlix(text) && !self.is_secret(text, end) {
                self.push_as("****", start, end, true);
            }
            self.marks(text, true);
            return;
        }
        if let Some((from, to, word)) = disguise::symbols(text) {
            let (from, to) = (start.saturating_add(from), start.saturating_add(to));
            self.push_as(words::text(word), from, to, true);
            let rest = folded.text.get(to..end).unwrap_or("");
            // The last dot of "F.U.C.K." ends no sentence.
            let spelled = folded.text.get(from..to).is_some_and(|word| word.contains('.'));
            if !spelled || rest.contains('!') {
                self.marks(rest, true);
            }
            return;
        }
        // "F.U.C.K. Y.O.U.": plain words are spelled out only beside a hidden one.
        if self.tokens.all.last().is_some_and(|last| last.disguised) {
            if let Some(word) = disguise::initials(text) {
                self.push_as(words::text(word), start, end, true);
                return;
            }
        }
        self.pieces(text, start);
    }

    /// Stars that stand for a number or a password.
    fn is_secret(&self, text: &str, end: usize) -> bool {
        let secret =
            ["password", "passcode", "pin", "code", "card", "account", "number", "ending", "cvv"];
        let last = self.tokens.len();
        text.bytes().all(|byte| byte == b'*')
            && (self.number_after(end)
                || (1..=2).any(|back| self.tokens.is(last.wrapping_sub(back), &secret)))
    }

    /// Pushes each stretch of letters of a lump as a word.
    fn pieces(&mut self, text: &str, start: usize) {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '`';
        let mut piece: Option<usize> = None;
        let mut gap = 0;
        for (at, letter) in text.char_indices() {
            match (is_word(letter), piece) {
                (true, None) => {
                    let marks = text.get(gap..at).unwrap_or("");
                    self.marks(marks, gap == 0);
                    piece = Some(at);
                }
                (false, Some(from)) => {
                    self.word(start.saturating_add(from), start.saturating_add(at));
                    piece = None;
                    gap = at;
                }
                (true, Some(_)) | (false, None) => {}
            }
        }
        match piece {
            Some(from) => self.word(start.saturating_add(from), start.saturating_add(text.len())),
            None => self.marks(text.get(gap..).unwrap_or(""), true),
        }
    }

    /// Takes the break out of marks at the `edge` of a lump or between two of its words.
    fn marks(&mut self, marks: &str, edge: bool) {
        let dots = marks.bytes().filter(|byte| *byte == b'.').count();
        if marks.contains('!') {
            self.pend(Break::Sentence);
        } else if dots == 1 && edge {
            if !self.after_short_form() {
                self.pend(Break::Sentence);
            }
        } else if dots > 1 || marks.contains("--") || (edge && marks.starts_with('-')) {
            self.pend(Break::Clause);
        } else if dots == 1
            && self.tokens.all.last().is_some_and(|last| last.word != words::UNKNOWN)
        {
            // "done.Now": no space after the stop.
            self.pend(Break::Clause);
        }
    }

    fn after_short_form(&self) -> bool {
        let last = self.tokens.len().wrapping_sub(1);
        self.tokens.is(last, &["mr", "mrs", "ms", "dr", "st", "vs", "eg", "ie", "etc", "no"])
            && self.pending == Break::None
            && !self.tokens.is(last, &["no", "etc"])
    }

    /// Pushes letters, digits and apostrophes as a word, or as several in scripts without spaces.
    fn word(&mut self, start: usize, end: usize) {
        let folded = self.folded;
        let Some(text) = folded.text.get(start..end) else { return };
        if text.is_ascii() {
            self.push(text, start, end);
            return;
        }
        for (at, part) in text.unicode_word_indices() {
            let from = start.saturating_add(at);
            self.push(part, from, from.saturating_add(part.len()));
        }
    }

    /// Pushes a word: without apostrophes, its look-alike letters and stretched letters undone.
    fn push(&mut self, text: &str, start: usize, end: usize) {
        let begin = self.tokens.buffer.len();
        let latin = !text.is_ascii() && imitates_latin(text);
        for letter in text.chars().filter(|letter| !matches!(letter, '\'' | '`')) {
            let plain = if latin { look_alike(letter).unwrap_or(letter) } else { letter };
            self.tokens.buffer.push(plain);
        }
        if self.tokens.buffer.len() == begin {
            return;
        }
        let folded = self.tokens.buffer.get(begin..).unwrap_or("");
        let mut word = words::number(folded);
        let mut disguised = latin;
        // "y0u" may be known and is still another word in disguise.
        let digit = folded.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        if word == words::UNKNOWN || digit {
            if let Some(found) = disguise::letters(folded, || self.is_innocent(start, end)) {
                word = found;
                disguised = true;
                self.tokens.buffer.truncate(begin);
                self.tokens.buffer.push_str(words::text(found));
            }
        }
        self.push_token(word, begin, start, end, disguised);
    }

    /// A capital inside a sentence begins a name, and a short form beside a number is a unit: `sht 4 of 12`.
    fn is_innocent(&self, start: usize, end: usize) -> bool {
        self.is_name(start) || self.number_before() || self.number_after(end)
    }

    fn number_before(&self) -> bool {
        let last = self.tokens.folded(self.tokens.len().wrapping_sub(1));
        self.pending == Break::None && last.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    }

    fn number_after(&self, end: usize) -> bool {
        let rest = self.folded.text.get(end..).unwrap_or("");
        rest.trim_start_matches(' ').bytes().next().is_some_and(|byte| byte.is_ascii_digit())
    }

    fn is_name(&self, start: usize) -> bool {
        let first = self.tokens.all.is_empty() || self.pending >= Break::Sentence;
        let (from, _) = self.folded.original(start, start.saturating_add(1));
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let mut letters = self.tokens.original.get(from..).unwrap_or("").chars();
        !first
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }

    /// Pushes a word under another spelling.
    fn push_as(&mut self, text: &str, start: usize, end: usize, disguised: bool) {
        let begin = self.tokens.buffer.len();
        self.tokens.buffer.push_str(text);
        self.push_token(words::number(text), begin, start, end, disguised);
    }

    fn push_token(&mut self, word: u16, begin: usize, start: usize, end: usize, disguised: bool) {
        let (from, to) = self.folded.original(start, end);
        let span = Span::new(from, to);
        let before = if self.tokens.all.is_empty() { Break::Paragraph } else { self.pending };
        self.tokens.all.push(Token {
            span,
            text: (begin, self.tokens.buffer.len()),
            word,
            code: Code::of(word),
            classes: words::classes(word),
            before,
            capitals: is_capitals(span.of(self.tokens.original)),
            disguised,
        });
        self.pending = Break::None;
    }
}

/// A word that mixes scripts, or is made of look-alikes only and becomes a word we know.
fn imitates_latin(text: &str) -> bool {
    if !text.chars().any(|letter| look_alike(letter).is_some()) {
        return false;
    }
    if text.chars().any(|letter| letter.is_ascii_alphabetic()) {
        return true;
    }
    let plain: Option<String> = text.chars().map(look_alike).collect();
    plain.is_some_and(|plain| plain.len() > 3 && words::is_disguised(words::number(&plain)))
}

fn is_capitals(original: &str) -> bool {
    let mut letters = 0_u32;
    for letter in original.chars().filter(|letter| letter.is_alphabetic()) {
        if !letter.is_uppercase() {
            return false;
        }
        letters = letters.saturating_add(1);
    }
    letters >= 2
}

/// Faces made of marks, read as the words `:(` and `:)`.
fn emoticon(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let rest = text.get(at..)?;
    let eyes = rest.strip_prefix([':', ';', '='])?;
    let nose = eyes.strip_prefix(['-', '\'']).unwrap_or(eyes);
    let face = match nose.chars().next()? {
        '(' | '[' => ":(",
        ')' | ']' => ":)",
        _ => return None,
    };
    let length = rest.len().saturating_sub(nose.len()).saturating_add(1);
    Some((face, at.saturating_add(length)))
}
