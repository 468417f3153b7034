//! Words in disguise. Tried only where the plain word is unknown, and only against the words people
//! hide: a clean word must never become a rude one.

use alloc::string::String;
use alloc::vec::Vec;

use super::letters::{Letter, kind};
use super::program::Code;
use super::sound;
use super::tokens::{Break, Token};
use super::words;
use crate::text::{Span, look_alike};

/// The longest word that is ever hidden, in letters.
const LONGEST: usize = 20;
/// The shortest word that is believed in a disguise of digits, dots or stars.
const SHORTEST: usize = 4;
/// The shortest that is believed in two disguises at once.
const SHORTEST_TWICE: usize = 5;

/// Reads `@#$%!` and `****`: swearing without a word.
pub(super) fn is_grawlix(text: &str) -> bool {
    let count = text.len();
    if text.bytes().all(|mark| mark == b'*') {
        return (4..=7).contains(&count);
    }
    let kinds = ['@', '#', '$', '%', '&', '!', '*'];
    let distinct = kinds.iter().filter(|kind| text.contains(**kind)).count();
    distinct >= 3
        && (3..=12).contains(&count)
        && text.bytes().all(|mark| kinds.contains(&char::from(mark)))
}

/// Reads a lump with marks in it (`f**k`, `a$$hole`, `f.u.c.k`, `dick-head`): where the word stands in
/// the lump and which word it is.
pub(super) fn symbols(lump: &str) -> Option<(usize, usize, u16)> {
    if lump.len() > LONGEST.saturating_mul(2) || !lump.is_ascii() {
        return None;
    }
    let (from, to) = trimmed(lump);
    let text = lump.get(from..to)?;
    let found = leet(text).or_else(|| masked(text)).or_else(|| dotted(text));
    if let Some(word) = found {
        return Some((from, to, word));
    }
    // "!diot": the first mark is a letter after all.
    if let Some(word) = from.checked_sub(1).and_then(|from| leet(lump.get(from..to)?)) {
        return Some((from.saturating_sub(1), to, word));
    }
    // "id!ot!": the last mark is punctuation after all.
    let shorter = text.strip_suffix(['!', '*', '-', '_']).filter(|_| !is_bare(text))?;
    let word = leet(shorter).or_else(|| masked(shorter))?;
    Some((from, from.saturating_add(shorter.len()), word))
}

/// Strips punctuation and quotation, and stars or underlines around a whole word.
fn trimmed(lump: &str) -> (usize, usize) {
    let inner = lump.trim_end_matches(['.', '\'', '`']).trim_end_matches('!');
    let inner = inner.trim_end_matches(['.', '\'', '`']);
    let end = inner.len();
    let start =
        end.saturating_sub(inner.trim_start_matches(['.', '\'', '`', '!', '-', '&', '+']).len());
    let body = inner.get(start..).unwrap_or("");
    let emphasised = body.trim_start_matches(['*', '_']);
    if emphasised.len() < body.len() {
        let plain = emphasised.trim_end_matches(['*', '_']);
        let start = end.saturating_sub(emphasised.len());
        return (start, start.saturating_add(plain.len()));
    }
    (start, end)
}

/// Reads a word of letters and digits that no table knows: `1d10t`, `stuuupid`, `azzhole`. What is
/// `innocent` where it stands is not read by its sound.
pub(super) fn letters(word: &str, innocent: impl Fn() -> bool) -> Option<u16> {
    if !word.is_ascii() || word.len() > LONGEST.saturating_mul(4) {
        return None;
    }
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        let spelled = words::spelled(word.as_bytes());
        return spelled.or_else(|| leet(word)).filter(|found| *found != words::UNKNOWN);
    }
    squeezed(word).or_else(|| heard(word).filter(|_| !innocent()))
}

/// Finds a word by a spelling of its own or by its sound.
fn heard(word: &str) -> Option<u16> {
    if let Some(found) = words::spelled(word.as_bytes()) {
        // A row without a word says that this spelling is innocent.
        return Some(found).filter(|found| *found != words::UNKNOWN);
    }
    sounding(word, false).or_else(|| match twice(word)? {
        "oo" => sounding(word, true),
        // English hardly ever doubles the others: `duumb`.
        twice => rude(&word.replace(twice, twice.get(..1)?)),
    })
}

fn sounding(word: &str, long: bool) -> Option<u16> {
    words::sounding(sound::key(word.as_bytes(), long)?.as_bytes())
}

/// The first vowel but `e` that stands twice.
fn twice(word: &str) -> Option<&'static str> {
    word.as_bytes().windows(2).find_map(|pair| match pair {
        b"aa" => Some("aa"),
        b"ii" => Some("ii"),
        b"oo" => Some("oo"),
        b"uu" => Some("uu"),
        _ => None,
    })
}

/// Digits and signs for letters. At least two real letters, so that codes and amounts stay what they are.
fn leet(text: &str) -> Option<u16> {
    if text.len() > LONGEST.saturating_mul(2) || text.len() < SHORTEST {
        return None;
    }
    let real = text.bytes().filter(u8::is_ascii_lowercase).count();
    if real < 2 || real == text.len() {
        return None;
    }
    ['i', 'l'].iter().find_map(|one| {
        let plain: Option<String> = text.chars().map(|letter| plain_letter(letter, *one)).collect();
        let plain = plain?;
        rude(&plain).or_else(|| {
            let word = squeezed(&plain).or_else(|| heard(&plain))?;
            let long = words::text(word).len() >= SHORTEST_TWICE || words::is_usual(word);
            (long && words::is_disguised(word)).then_some(word)
        })
    })
}

/// Digits for letters in a word that is spelled out as well.
fn leet_twice(plain: &str) -> Option<u16> {
    leet(plain).filter(|word| words::text(*word).len() >= SHORTEST_TWICE)
}

fn plain_letter(letter: char, one: char) -> Option<char> {
    Some(match letter {
        'a'..='z' => letter,
        '0' => 'o',
        '1' | '!' => one,
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => return None,
    })
}

/// One letter and marks.
fn is_bare(text: &str) -> bool {
    text.bytes().skip(1).all(|byte| byte == b'*' || byte == b'-')
}

/// Stars and the like for letters: `f**k`, `s***`, `f---ing`. The visible letters must fit.
fn masked(text: &str) -> Option<u16> {
    let first = text.bytes().next().filter(u8::is_ascii_lowercase)?;
    let is_mask = |byte: u8| {
        matches!(byte, b'*' | b'#' | b'-' | b'_' | b'.' | b'@' | b'$' | b'!' | b'%' | b'&')
    };
    let hidden = text.bytes().filter(|byte| is_mask(*byte)).count();
    let strong = text.contains(['*', '#'])
        || text.contains("--")
        || text.contains("__")
        || text.contains("@#")
        || text.contains("$#");
    // "st_pid": one underline for one letter of a word that can be no other.
    let underlined = hidden == 1 && text.contains('_');
    // One letter to go by: a name is as likely as any but the most usual words.
    let bare = is_bare(text);
    if !(strong || underlined)
        || !text.bytes().all(|byte| byte.is_ascii_lowercase() || is_mask(byte))
    {
        return None;
    }
    let candidates = words::disguised_from(first);
    let same = candidates.iter().copied().find(|id| {
        let word = words::text(*id);
        let usual = words::is_usual(*id);
        let short = word.len() < if underlined && !usual { SHORTEST_TWICE } else { SHORTEST };
        word.len() == text.len()
            && (usual || !bare)
            && !short
            && word.bytes().zip(text.bytes()).all(|(plain, seen)| is_mask(seen) || plain == seen)
    });
    same.or_else(|| {
        // "f*ing", "f*****d": one run of stars between letters, of any length.
        let (head, rest) = text.split_at_checked(text.bytes().position(is_mask)?)?;
        let tail = rest.trim_start_matches(|letter: char| u8::try_from(letter).is_ok_and(is_mask));
        let one_run = rest.len().saturating_sub(tail.len()) == hidden;
        if !one_run || tail.len() < 2 || underlined {
            return None;
        }
        candidates.iter().copied().find(|id| {
            let word = words::text(*id);
            word.len() > head.len().saturating_add(tail.len())
                && word.len() >= SHORTEST
                && word.starts_with(head)
                && word.ends_with(tail)
        })
    })
}

/// Reads letters with pictures for some of them, at the beginning of a text: `f🤬k`. Returns the word and
/// where it ends.
pub(super) fn pictured(text: &str) -> Option<(usize, u16)> {
    let mut plain = String::new();
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        match kind(letter) {
            Letter::Emoji => plain.push('*'),
            Letter::Word if letter.is_ascii() => plain.push(letter),
            Letter::Word | Letter::Inner | Letter::Outer => {
                end = at;
                break;
            }
        }
        if plain.len() > LONGEST {
            return None;
        }
    }
    // A picture after the word is no part of it.
    let bare = plain.trim_end_matches('*');
    let after = plain.len().saturating_sub(bare.len());
    let pictures = text.get(..end)?.char_indices().rev();
    let end = if after == 0 { end } else { pictures.take(after).last()?.0 };
    masked(bare).map(|word| (end, word))
}

/// Letters or parts with dots, dashes or underlines between them: `f.u.c.k`, `dick-head`.
fn dotted(text: &str) -> Option<u16> {
    if text.contains('\'') || !text.contains(['.', '-', '_', '*']) {
        return None;
    }
    let plain: String =
        text.chars().filter(|letter| !matches!(letter, '.' | '-' | '_' | '*')).collect();
    let single = || text.split(['.', '-', '_', '*']).all(|part| part.len() <= 1);
    rude(&plain).or_else(|| if single() { leet_twice(&plain) } else { None })
}

/// Reads `y.o.u.`: single letters with dots between that make a known word.
pub(super) fn initials(text: &str) -> Option<u16> {
    if text.len() > LONGEST.saturating_mul(2) || !text.is_ascii() {
        return None;
    }
    let single = text.split(['.', '-']).all(|part| part.len() <= 1);
    let plain: String = text.chars().filter(char::is_ascii_lowercase).collect();
    let word = words::number(&plain);
    (single && plain.len() >= 3 && word != words::UNKNOWN).then_some(word)
}

/// Three or more of one letter in a row are two or one: no English word has three.
fn squeezed(word: &str) -> Option<u16> {
    let bytes = word.as_bytes();
    if !bytes.windows(3).any(|run| matches!(run, [a, b, c] if a == b && b == c)) {
        return None;
    }
    let at_most = |most: usize, trailing: usize| -> u16 {
        let mut plain = String::with_capacity(word.len());
        let mut run = 0_usize;
        let mut last = ' ';
        let stem = word.trim_end_matches(|letter| word.ends_with(letter));
        for (at, letter) in word.char_indices() {
            run = if letter == last { run.saturating_add(1) } else { 1 };
            last = letter;
            let long = bytes.get(at..).is_some_and(|rest| run_length(rest, run) >= 3);
            let limit = if at >= stem.len() { trailing } else { most };
            if run <= limit || !long {
                plain.push(letter);
            }
        }
        match words::number(&plain) {
            words::UNKNOWN => words::spelled(plain.as_bytes()).unwrap_or(words::UNKNOWN),
            known => known,
        }
    };
    [(1, 1), (2, 1), (1, 2), (2, 2)]
        .into_iter()
        .map(|(most, trailing)| at_most(most, trailing))
        .find(|id| *id != words::UNKNOWN)
}

/// The length of a run of equal letters, given its rest from place `place` (1-based) on.
fn run_length(rest: &[u8], place: usize) -> usize {
    let first = rest.first();
    let after = rest.iter().take(LONGEST).take_while(|letter| Some(*letter) == first).count();
    after.saturating_add(place).saturating_sub(1)
}

fn rude(plain: &str) -> Option<u16> {
    if plain.len() < SHORTEST {
        return None;
    }
    let id = words::number(plain);
    words::is_disguised(id).then_some(id)
}

/// Joins rude words spelled out in single letters: `f u c k`, `i d i o t`.
pub(super) fn join_spelled(tokens: &mut Vec<Token>, buffer: &mut String) {
    let mut joined: Vec<(usize, usize, u16)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens.iter().skip(at).enumerate().take_while(|(place, token)| {
            letter_of(token, buffer).is_some() && (*place == 0 || token.before == Break::None)
        });
        let end = at.saturating_add(run.count());
        if end.saturating_sub(at) >= SHORTEST {
            spelled(tokens, buffer, at, end, &mut joined);
        }
        at = end.max(at.saturating_add(1));
    }
    if joined.is_empty() {
        return;
    }
    let mut out = Vec::with_capacity(tokens.len());
    let mut rest = joined.into_iter().peekable();
    let mut skip_to = 0;
    for (index, token) in tokens.iter().enumerate() {
        if index < skip_to {
            continue;
        }
        match rest.next_if(|(first, _, _)| *first == index) {
            None => out.push(*token),
            Some((_, end, word)) => {
                let begin = buffer.len();
                buffer.push_str(words::text(word));
                let last = tokens.get(end.saturating_sub(1)).unwrap_or(token);
                out.push(Token {
                    span: Span::new(token.span.start, last.span.end),
                    text: (begin, buffer.len()),
                    word,
                    code: Code::of(word),
                    classes: words::classes(word),
                    before: token.before,
                    capitals: token.capitals,
                    disguised: true,
                });
                skip_to = end;
            }
        }
    }
    *tokens = out;
}

/// The single letter or digit a word consists of.
fn letter_of(token: &Token, buffer: &str) -> Option<char> {
    let (start, end) = token.text;
    let length = end.saturating_sub(start);
    if length > 2 {
        return None;
    }
    let first = *buffer.as_bytes().get(start)?;
    if first.is_ascii() {
        return (length == 1 && first.is_ascii_alphanumeric()).then(|| char::from(first));
    }
    let mut letters = buffer.get(start..end)?.chars();
    letters.next().filter(|letter| letter.is_alphanumeric() && letters.as_str().is_empty())
}

/// Finds rude words in a run of single letters, and plain words right after one of them.
fn spelled(
    tokens: &[Token],
    buffer: &str,
    first: usize,
    end: usize,
    joined: &mut Vec<(usize, usize, u16)>,
) {
    let letter = |at: usize| letter_of(tokens.get(at)?, buffer);
    let mut at = first;
    let mut hidden = false;
    while at < end {
        let mut plain = String::new();
        let (mut digits, mut latin) = (false, false);
        let mut best = None;
        for last in at..end.min(at.saturating_add(LONGEST)) {
            let seen = letter(last).unwrap_or(' ');
            digits |= seen.is_ascii_digit();
            latin |= seen.is_ascii_lowercase();
            plain.push(look_alike(seen).unwrap_or(seen));
            let id = words::number(&plain);
            let beside = hidden && plain.len() >= 3 && id != words::UNKNOWN;
            let twice = || if digits { leet_twice(&plain) } else { None };
            let found = rude(&plain).or_else(|| beside.then_some(id)).or_else(twice);
            if let Some(id) = found.filter(|_| latin) {
                best = Some((at, last.saturating_add(1), id));
            }
        }
        if let Some((from, to, id)) = best {
            joined.push((from, to, id));
            hidden = true;
            at = to;
        } else {
            at = at.saturating_add(1);
        }
    }
}
