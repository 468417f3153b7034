//! E-mail addresses.

use super::number::Letters;

/// The longest part before the sign, and after it (RFC 5321).
const MOST_LOCAL: usize = 64;
const MOST_DOMAIN: usize = 253;

/// The end of the address that begins at `place`.
pub(super) fn at(letters: &Letters, place: usize) -> Option<usize> {
    let opens = letters.at(place)?;
    if !opens.is_alphanumeric() {
        return None;
    }
    let sign = (place..place.saturating_add(MOST_LOCAL).saturating_add(1))
        .find(|here| !letters.at(*here).is_some_and(is_local))?;
    if letters.at(sign) != Some('@') {
        return None;
    }
    let from = sign.saturating_add(1);
    let mut end = from;
    let mut ends = None;
    let mut label = 0_usize;
    let mut labels = 0_usize;
    let mut only_letters = true;
    while end < from.saturating_add(MOST_DOMAIN) {
        let letter = letters.at(end);
        match letter {
            Some(letter) if letter.is_alphanumeric() || letter == '-' => {
                label = label.saturating_add(1);
                only_letters &= letter.is_alphabetic();
            }
            _ => {
                if label == 0 {
                    break;
                }
                labels = labels.saturating_add(1);
                if labels >= 2 && label >= 2 && only_letters {
                    ends = Some(end);
                }
                if letter != Some('.') {
                    break;
                }
                label = 0;
                only_letters = true;
            }
        }
        end = end.saturating_add(1);
    }
    ends
}

fn is_local(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'' | '&' | '/' | '=' | '~')
}
