//! Whether a message is English enough to judge anybody by it, and which clauses of it are.

use alloc::string::String;
use core::ops::Range;

use crate::lexicon::{Break, Class, Tokens};
use crate::tables::foreign::{Foreign, foreign};
use crate::terms::Language;
use crate::text::Span;

/// Beside another language, one word in so many must be English.
const SHARE: usize = 12;
/// From so many words on, a text without one English word is not English.
const LONG: usize = 12;

/// So many characters of an address are looked at for its beginning.
const LONGEST_LEAD: usize = 80;

/// Words counted over clauses.
#[derive(Clone, Copy, Default)]
struct Count {
    /// Words with a letter in them.
    words: usize,
    /// English words that carry grammar, and any other word a table knows; none that another language has.
    grammar: usize,
    known: usize,
    /// English words that another language has too.
    shared: usize,
    /// Words to be looked up: those, and the words no table knows.
    doubtful: usize,
    /// Words of another language, words that can be one, and words of another script.
    foreign: usize,
    particles: usize,
    scripts: usize,
    /// Unknown words in small letters with an accent.
    accented: usize,
}

/// Says what a text is judged as, and takes the meaning from the clauses in another language: they are
/// evidence of nothing.
pub(super) fn judge(tokens: &mut Tokens<'_>) -> Language {
    let ascii = tokens.original().is_ascii();
    let mut english = Count::default();
    let mut other = Count::default();
    let mut at = 0;
    while at < tokens.len() {
        let (end, mut count) = clause(tokens, at, ascii);
        let clause = at..end;
        at = end;
        // As a word weighs twice at most, few doubtful words need no look.
        if count.doubtful.saturating_mul(2) > count.english() {
            look_up(tokens, clause.clone(), ascii, &mut count);
        }
        if count.particles > 0 && is_address(tokens, &clause) {
            count.particles = 0;
        }
        if is_foreign(&count) || (other.words > 0 && english.words == 0 && is_neutral(&count)) {
            other.add(&count);
            tokens.silence(clause);
        } else {
            english.add(&count);
        }
    }
    if is_english(&english, &other) { Language::English } else { Language::NotJudged }
}

/// Counts the words of a clause that the tables know; it ends at a mark, and where the script changes.
fn clause(tokens: &Tokens<'_>, first: usize, ascii: bool) -> (usize, Count) {
    let latin = |at: usize| ascii || is_latin(tokens.folded(at));
    let script = latin(first);
    let mut count = Count::default();
    let mut at = first;
    while at < tokens.len()
        && (at == first || tokens.breaks_before(at) == Break::None)
        && latin(at) == script
    {
        if tokens.is_known(at) {
            if tokens.in_class(at, Class::SharedWord) {
                count.shared = count.shared.saturating_add(1);
                // Grammar that is shared is another language's only by its accents.
                if !ascii || !tokens.in_class(at, Class::FunctionWord) {
                    count.doubtful = count.doubtful.saturating_add(1);
                }
            } else if tokens.in_class(at, Class::FunctionWord) {
                count.grammar = count.grammar.saturating_add(1);
            } else if is_word(tokens.folded(at)) {
                count.known = count.known.saturating_add(1);
            }
            count.words = count.words.saturating_add(1);
        } else if is_word(tokens.folded(at)) {
            count.doubtful = count.doubtful.saturating_add(1);
            count.words = count.words.saturating_add(1);
        }
        at = at.saturating_add(1);
    }
    (at, count)
}

/// No number and no picture.
fn is_word(word: &str) -> bool {
    word.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
        || word.starts_with(char::is_alphabetic)
}

/// The words of an address are no language.
fn is_address(tokens: &Tokens<'_>, clause: &Range<usize>) -> bool {
    let span = tokens.span_of(clause.start, clause.end);
    let before = Span::new(0, span.start).of(tokens.original());
    let lump = before.chars().rev().take(LONGEST_LEAD).take_while(|it| !it.is_whitespace());
    let lead: String = lump.collect();
    let text = span.of(tokens.original());
    ["//", "www."].iter().any(|mark| text.contains(mark))
        || lead.contains("//")
        || lead.contains(".www")
}

fn is_latin(word: &str) -> bool {
    !word.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

/// Looks up the words of a clause that may be another language's.
fn look_up(tokens: &Tokens<'_>, clause: Range<usize>, ascii: bool, count: &mut Count) {
    let first = clause.start;
    for at in clause {
        let shared = tokens.in_class(at, Class::SharedWord);
        let word = tokens.folded(at);
        let grammar = tokens.in_class(at, Class::FunctionWord);
        if (tokens.is_known(at) && !shared) || (grammar && ascii) || !is_word(word) {
            continue;
        }
        let accent =
            if ascii { Accent::None } else { accent(tokens.span(at).of(tokens.original())) };
        let place = match (foreign(word), accent) {
            _ if !is_latin(word) => &mut count.scripts,
            // "Nguyen Thi Hoa": a capital inside a clause begins a name.
            (Foreign::Word, _) if at > first && is_name(tokens, at) => &mut count.particles,
            (Foreign::Word, _) => &mut count.foreign,
            (Foreign::Particle, Accent::Certain) => &mut count.foreign,
            (Foreign::No, Accent::Certain) => &mut count.foreign,
            (Foreign::Particle, Accent::Common) => &mut count.accented,
            (Foreign::Particle, _)
                if word.len() < 2 || tokens.in_class(at, Class::FunctionWord) =>
            {
                continue;
            }
            (Foreign::No, _) if shared => continue,
            (Foreign::Particle, Accent::None) => &mut count.particles,
            (Foreign::No, Accent::Common) => &mut count.accented,
            (Foreign::No, Accent::None) => continue,
        };
        *place = place.saturating_add(1);
    }
}

fn is_name(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.span(at).of(tokens.original());
    word.starts_with(char::is_uppercase) && !tokens.in_capitals(at)
}

/// What the letters beyond ASCII of a word in small letters say; names in capitals say nothing.
enum Accent {
    None,
    /// Letters that English has in borrowed words: `café`.
    Common,
    /// Letters that it never has.
    Certain,
}

fn accent(word: &str) -> Accent {
    if !word.starts_with(char::is_lowercase) {
        return Accent::None;
    }
    let mut found = Accent::None;
    for letter in word.chars() {
        if matches!(
            letter,
            'ą' | 'ę'
                | 'ł'
                | 'ż'
                | 'ź'
                | 'ś'
                | 'ń'
                | 'ğ'
                | 'ş'
                | 'ı'
                | 'ă'
                | 'ș'
                | 'ț'
                | 'ő'
                | 'ű'
                | 'ř'
                | 'ů'
                | 'ě'
                | 'đ'
                | 'ơ'
                | 'ư'
                | 'ß'
                | '\u{1ea0}'..='\u{1ef9}'
        ) {
            return Accent::Certain;
        }
        if letter.is_alphabetic() && !letter.is_ascii() {
            found = Accent::Common;
        }
    }
    found
}

/// Says whether there is more of another language in a clause than of English.
fn is_foreign(count: &Count) -> bool {
    let accented = if count.grammar == 0 { count.accented } else { 0 };
    let certain = count.foreign.saturating_mul(2).saturating_add(accented);
    let particles = if certain > 0 || count.particles >= 3 { count.particles } else { 0 };
    let foreign = certain.saturating_add(particles);
    count.scripts > 0 || (foreign >= 2 && foreign > count.english())
}

fn is_neutral(count: &Count) -> bool {
    count.grammar == 0 && count.known == 0
}

fn is_english(english: &Count, other: &Count) -> bool {
    let mut known = english.grammar.saturating_add(english.known);
    if english.grammar > 0 {
        known = known.saturating_add(english.shared);
    }
    if other.words == 0 {
        return known > 0 || english.shared > 0 || english.words < LONG;
    }
    let words = english.words.saturating_add(other.words);
    known >= other.words
        || (english.grammar > 0 && known >= 2 && known.saturating_mul(SHARE) >= words)
}

impl Count {
    /// How much of it is English: grammar weighs twice.
    fn english(&self) -> usize {
        self.grammar.saturating_mul(2).saturating_add(self.known)
    }

    fn add(&mut self, other: &Self) {
        self.words = self.words.saturating_add(other.words);
        self.grammar = self.grammar.saturating_add(other.grammar);
        self.known = self.known.saturating_add(other.known);
        self.shared = self.shared.saturating_add(other.shared);
    }
}
