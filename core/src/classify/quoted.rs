//! Which words are not the customer's own present speech: quotations, quoted and forwarded mail
//! (`domain.md` 3.3, 1).

use alloc::vec;
use alloc::vec::Vec;

use crate::lexicon::{Class, Tokens};

/// A quotation longer than this many bytes is a mark gone astray.
const LONGEST: usize = 600;

/// Says for each word whether it is the customer's own.
pub(super) fn own(tokens: &Tokens<'_>) -> Vec<bool> {
    let text = tokens.original();
    let mut foreign = Vec::new();
    quoted_lines(text, &mut foreign);
    quotations(text, tokens, &mut foreign);
    if foreign.is_empty() {
        return vec![true; tokens.len()];
    }
    foreign.sort_unstable();
    let mut ranges = foreign.into_iter().peekable();
    let mut until = 0;
    (0..tokens.len())
        .map(|index| {
            let start = usize::try_from(tokens.span(index).start).unwrap_or(usize::MAX);
            while let Some((_, to)) = ranges.next_if(|(from, _)| *from <= start) {
                until = to.max(until);
            }
            start >= until
        })
        .collect()
}

/// Lines that begin with `>` and everything below the head of an earlier mail.
fn quoted_lines(text: &str, foreign: &mut Vec<(usize, usize)>) {
    let mut at: usize = 0;
    for line in text.split_inclusive('\n') {
        let end = at.saturating_add(line.len());
        let content = line.trim();
        if content.starts_with('>') {
            foreign.push((at, end));
        } else if is_mail_head(content) {
            foreign.push((at, text.len()));
            return;
        }
        at = end;
    }
}

fn is_mail_head(line: &str) -> bool {
    let dashed =
        line.starts_with("-----") && (line.contains("Original") || line.contains("Forwarded"));
    dashed || (line.starts_with("On ") && line.ends_with("wrote:"))
}

/// Text between quotation marks. One word in marks is a sneer and stays the customer's own, unless a
/// verb of saying stands before it; a message wholly in marks is somebody's export.
fn quotations(text: &str, tokens: &Tokens<'_>, foreign: &mut Vec<(usize, usize)>) {
    let whole = text.trim();
    let mut open: Option<(usize, char)> = None;
    let mut previous = ' ';
    for (at, letter) in text.char_indices() {
        let next = || {
            text.get(at.saturating_add(letter.len_utf8())..).and_then(|rest| rest.chars().next())
        };
        match open {
            None => {
                let closing = match letter {
                    '"' => Some('"'),
                    '“' | '„' | '‟' => Some('”'),
                    '«' => Some('»'),
                    '‘' if !previous.is_alphanumeric() => Some('’'),
                    '\'' if !previous.is_alphanumeric()
                        && next().is_some_and(char::is_alphanumeric) =>
                    {
                        Some('\'')
                    }
                    _ => None,
                };
                open = closing.map(|closing| (at, closing));
            }
            Some((start, closing)) => {
                let inner_apostrophe =
                    matches!(letter, '\'' | '’') && next().is_some_and(char::is_alphanumeric);
                if letter == closing && !inner_apostrophe {
                    open = None;
                    if text.get(start..=at).map_or(0, str::len) + 2 < whole.len() {
                        consider(tokens, start, at, foreign);
                    }
                } else if letter == '\n' && matches!(closing, '\'' | '’')
                    || at.saturating_sub(start) > LONGEST
                {
                    open = None;
                }
            }
        }
        previous = letter;
    }
}

fn consider(tokens: &Tokens<'_>, start: usize, end: usize, foreign: &mut Vec<(usize, usize)>) {
    let first = token_at(tokens, start);
    let count = token_at(tokens, end).saturating_sub(first);
    let said =
        (first.saturating_sub(8)..first).any(|index| tokens.in_class(index, Class::SpeechVerb));
    if said || count >= 2 {
        foreign.push((start, end));
    }
}

/// Returns the first word that begins at or after a byte.
fn token_at(tokens: &Tokens<'_>, byte: usize) -> usize {
    let mut low = 0;
    let mut high = tokens.len();
    while low < high {
        let middle = low.midpoint(high);
        if usize::try_from(tokens.span(middle).start).unwrap_or(usize::MAX) < byte {
            low = middle.saturating_add(1);
        } else {
            high = middle;
        }
    }
    low
}
