//! Look-ups over the words and over what the message book says of its patterns.

use core::cmp::Ordering;
use core::ops::Range;

use super::book::PatternId;
use super::{range, row};
use crate::tables::lexicon as table;
use crate::tables::lexicon::{Class, Kind, Spellings};

/// The number of a word no table knows.
pub(crate) const UNKNOWN: u16 = 0;

/// Finds the number of a folded word: words are numbered by length, then by spelling.
pub(crate) fn number(word: &str) -> u16 {
    let (length, word) = (word.len(), word.as_bytes());
    if length == 0 {
        return UNKNOWN;
    }
    let shift = 8_usize.saturating_sub(length).saturating_mul(8);
    let beginning = word.iter().take(8).fold(0_u64, |key, byte| (key << 8) | u64::from(*byte));
    let of_length = numbers(length);
    let start = usize::try_from(row(&table::LENGTH_STARTS, length)).unwrap_or(usize::MAX);
    let (mut low, mut high) = (0, usize::from(of_length.end.saturating_sub(of_length.start)));
    while low < high {
        let middle = low.midpoint(high);
        let at = start.saturating_add(middle.saturating_mul(length));
        // Words of fewer than eight bytes are never the last in the string.
        let Some(rest) = table::WORDS.as_bytes().get(at..) else { return UNKNOWN };
        let Some(eight) = rest.first_chunk::<8>() else { return UNKNOWN };
        let mut order = (u64::from_be_bytes(*eight) >> shift).cmp(&beginning);
        if order == Ordering::Equal && length > 8 {
            order = rest.get(8..length).cmp(&word.get(8..));
        }
        match order {
            Ordering::Less => low = middle.saturating_add(1),
            Ordering::Equal => {
                let place = u16::try_from(middle).unwrap_or(u16::MAX);
                return of_length.start.saturating_add(place);
            }
            Ordering::Greater => high = middle,
        }
    }
    UNKNOWN
}

/// Returns the word of a number.
pub(crate) fn text(id: u16) -> &'static str {
    let length = table::LENGTH_FIRSTS.partition_point(|first| *first <= id).saturating_sub(1);
    let place = usize::from(id.saturating_sub(numbers(length).start));
    let start = usize::try_from(row(&table::LENGTH_STARTS, length)).unwrap_or(usize::MAX);
    let start = start.saturating_add(place.saturating_mul(length));
    table::WORDS.get(start..start.saturating_add(length)).unwrap_or("")
}

/// Returns the numbers of the words of a length in bytes.
fn numbers(length: usize) -> Range<u16> {
    row(&table::LENGTH_FIRSTS, length)..row(&table::LENGTH_FIRSTS, length.saturating_add(1))
}

/// Returns the classes of a word, by code.
pub(crate) fn classes(id: u16) -> &'static [u8] {
    let place = usize::from(row(&table::WORD_CLASS_SETS, usize::from(id)));
    let set = table::CLASS_SETS.get(place..).and_then(<[u8]>::split_first);
    set.and_then(|(length, rest)| rest.get(..usize::from(*length))).unwrap_or(&[])
}

/// Says whether a word is one that people write in disguise.
pub(crate) fn is_disguised(id: u16) -> bool {
    let hidden = [
        Class::InsultNoun,
        Class::InsultAdjective,
        Class::Swear,
        Class::CommonMask,
        Class::Slur,
        Class::ThreatWord,
    ];
    classes(id).iter().any(|class| hidden.iter().any(|hidden| hidden.code() == *class))
}

/// Says whether a word is one of those most often hidden.
pub(crate) fn is_usual(id: u16) -> bool {
    classes(id).contains(&Class::CommonMask.code())
}

/// Returns the word a spelling stands for; [`UNKNOWN`] where it is innocent.
pub(crate) fn spelled(spelling: &[u8]) -> Option<u16> {
    stands_for(&table::SPELLINGS, spelling)
}

/// Returns the rude word that has a sound (`sound::key`).
pub(crate) fn sounding(key: &[u8]) -> Option<u16> {
    stands_for(&table::SOUNDS, key)
}

fn stands_for(table: &Spellings, text: &[u8]) -> Option<u16> {
    let length = text.len();
    let places = range(table.firsts, length);
    let start = usize::from(row(table.starts, length));
    let (mut low, mut high) = (0, places.end.checked_sub(places.start)?);
    while low < high {
        let middle = low.midpoint(high);
        let at = start.saturating_add(middle.saturating_mul(length));
        match table.text.as_bytes().get(at..at.saturating_add(length))?.cmp(text) {
            Ordering::Less => low = middle.saturating_add(1),
            Ordering::Equal => {
                return table.words.get(places.start.saturating_add(middle)).copied();
            }
            Ordering::Greater => high = middle,
        }
    }
    None
}

/// Returns the words people write in disguise that begin with a lower case letter.
pub(crate) fn disguised_from(letter: u8) -> &'static [u16] {
    let index = usize::from(letter.wrapping_sub(b'a'));
    table::DISGUISED.get(range(&table::DISGUISED_STARTS, index)).unwrap_or(&[])
}

/// Returns what a pattern of the message book is evidence of.
pub(crate) fn kind(pattern: PatternId) -> Kind {
    table::MESSAGE_KINDS_OF.get(table::MESSAGE.kind(pattern)).copied().unwrap_or(Kind::NotCrisis)
}

/// Returns the weight of a pattern of the message book, in thousandths of heat.
pub(crate) fn weight(pattern: PatternId) -> i16 {
    row(&table::MESSAGE_WEIGHTS, pattern.index())
}

/// Returns the noun phrase an issue pattern falls back to.
pub(crate) fn head(pattern: PatternId) -> &'static str {
    let Some(issue) = pattern.index().checked_sub(table::FIRST_ISSUE) else { return "" };
    let head = row(&table::MESSAGE_HEADS_OF, issue);
    table::MESSAGE_HEADS.get(range(&table::MESSAGE_HEADS_STARTS, usize::from(head))).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{UNKNOWN, number, table, text};

    #[test]
    fn every_word_is_found_by_its_spelling() {
        let past = *table::LENGTH_FIRSTS.last().unwrap();
        assert!(past > 1);
        for id in 1..past {
            assert_eq!(number(text(id)), id, "{}", text(id));
        }
        for word in ["", " ", "qzxv", "refundrefundrefund", "a b", "\u{1f9ff}\u{1f9ff}"] {
            assert_eq!(number(word), UNKNOWN, "{word}");
        }
        assert_eq!((text(UNKNOWN), text(past), text(u16::MAX)), ("", "", ""));
    }
}
