//! Kinds of characters, as far as cutting a folded text into words needs them.

/// What a character is to the cutter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Letter {
    /// A letter or digit.
    Word,
    /// May stand inside a word, or stand for one of its letters: `don't`, `f**k`, `a$$`.
    Inner,
    /// A picture that is a word of its own.
    Emoji,
    /// White space, line ends included, and every other mark.
    Outer,
}

pub(super) fn kind(letter: char) -> Letter {
    match letter {
        'a'..='z' | '0'..='9' => Letter::Word,
        '\'' | '-' | '_' | '.' | '*' | '#' | '$' | '@' | '!' | '+' | '&' | '%' | '`' | '€' => {
            Letter::Inner
        }
        ascii if ascii.is_ascii() => Letter::Outer,
        picture if is_emoji(picture) => Letter::Emoji,
        other if other.is_alphanumeric() => Letter::Word,
        _ => Letter::Outer,
    }
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}')
}
