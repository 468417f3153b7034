//! Look-ups over the words and over what the message book says of its patterns.

use super::find::PatternId;
use super::{range, row};
use crate::tables::lexicon as table;
use crate::tables::lexicon::{Class, Kind};

/// The number of a word no table knows.
pub(crate) const UNKNOWN: u16 = 0;

/// Finds the number of a folded word.
pub(crate) fn number(word: &str) -> u16 {
    let mask = table::SLOTS.len().saturating_sub(1);
    let mut slot = usize::try_from(hash(word)).unwrap_or(0) & mask;
    // At most half of the slots are taken, so an empty one ends every search.
    loop {
        let id = row(&table::SLOTS, slot);
        if id == UNKNOWN || text(id) == word {
            return id;
        }
        slot = slot.wrapping_add(1) & mask;
    }
}

/// Returns the word of a number.
pub(crate) fn text(id: u16) -> &'static str {
    let index = usize::from(id).wrapping_sub(1);
    table::WORDS.get(range(&table::WORDS_STARTS, index)).unwrap_or("")
}

/// Returns the classes of a word, by code.
pub(crate) fn classes(id: u16) -> &'static [u8] {
    if id == UNKNOWN {
        return &[];
    }
    let index = usize::from(id).wrapping_sub(1);
    table::WORD_CLASSES.get(range(&table::WORD_CLASS_STARTS, index)).unwrap_or(&[])
}

/// Says whether a word is one that people write in disguise.
pub(crate) fn is_disguised(id: u16) -> bool {
    let rude =
        [Class::InsultNoun, Class::InsultAdjective, Class::Swear, Class::CommonMask, Class::Slur];
    classes(id).iter().any(|class| rude.iter().any(|rude| rude.code() == *class))
}

/// Returns the words people write in disguise that begin with a lower case letter.
pub(crate) fn disguised_from(letter: u8) -> &'static [u16] {
    let index = usize::from(letter.wrapping_sub(b'a'));
    table::DISGUISED.get(range(&table::DISGUISED_STARTS, index)).unwrap_or(&[])
}

/// Returns what a pattern of the message book is evidence of.
pub(crate) fn kind(pattern: PatternId) -> Kind {
    let index = usize::from(row(table::MESSAGE.kinds, pattern.index()));
    table::MESSAGE_KINDS.get(index).copied().unwrap_or(Kind::NotCrisis)
}

/// Returns the weight of a pattern of the message book, in thousandths of heat.
pub(crate) fn weight(pattern: PatternId) -> i16 {
    row(&table::MESSAGE_WEIGHTS, pattern.index())
}

/// Returns the noun phrase an issue pattern falls back to.
pub(crate) fn head(pattern: PatternId) -> &'static str {
    let range = range(&table::MESSAGE_HEADS_STARTS, pattern.index());
    table::MESSAGE_HEADS.get(range).unwrap_or("")
}

/// FNV-1a, the same as `build/lexicon/words.rs` computes.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
