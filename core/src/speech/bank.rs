//! Phrases of the bank in a reply: a person who sends a draft as it is, or nearly so, used them up, and
//! their wording was judged when it was written (`domain.md` 7).

use alloc::vec::Vec;

use crate::case::PhraseId;
use crate::tables::phrases::{self, Phrase};
use crate::terms::Act;
use crate::text::Span;

/// Bytes of its own words that a phrase needs to be known by.
const KNOWN_BY: usize = 12;

/// The longest value of a gap, in bytes.
const LONGEST_VALUE: usize = 160;

/// Finds the phrases whose words stand in a reply in their order, each at its first place.
pub(crate) fn phrases_in(text: &str) -> Vec<(PhraseId, Span)> {
    let trigrams = Trigrams::of(text);
    phrases::all()
        .filter(|phrase| pieces(phrase.text()).all(|piece| trigrams.may_have(piece)))
        .filter_map(|phrase| {
            let (start, end) = place(phrase, text)?;
            let span = Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?);
            Some((phrase.id(), span))
        })
        .collect()
}

/// Says whether an acknowledgement of the bank, or its answer to a disclosure, stands in the text: it
/// needs no other proof.
pub(crate) fn acknowledges_by_bank(text: &str) -> bool {
    let heard = |act| matches!(act, Some(Act::Ack | Act::Vuln));
    phrases_in(text).iter().any(|(phrase, _)| heard(act_of(*phrase)))
}

/// The act that a phrase of the bank does: its name begins with the act's.
pub(super) fn act_of(phrase: PhraseId) -> Option<Act> {
    let name = phrases::find(phrase)?.name();
    let mut dots = name.match_indices('.').map(|(at, _)| at);
    let (first, second) = (dots.next(), dots.next());
    [second, first].iter().flatten().find_map(|end| Act::from_name(name.get(..*end)?))
}

/// Where the words of a phrase stand: the longest piece first, then the others around it.
fn place(phrase: Phrase, text: &str) -> Option<(usize, usize)> {
    let pieces: Vec<&str> = pieces(phrase.text()).collect();
    let (longest, piece) = pieces.iter().enumerate().max_by_key(|(_, piece)| piece.len())?;
    if pieces.iter().map(|piece| piece.len()).sum::<usize>() < KNOWN_BY {
        return None;
    }
    let at = text.find(piece)?;
    let mut start = at;
    for piece in pieces.iter().take(longest).rev() {
        let from = back(text, start);
        start = from.saturating_add(text.get(from..start)?.rfind(piece)?);
    }
    let mut end = at.saturating_add(piece.len());
    for piece in pieces.iter().skip(longest.saturating_add(1)) {
        let rest = text.get(end..)?;
        let found = rest.find(piece).filter(|found| *found <= LONGEST_VALUE)?;
        end = end.saturating_add(found).saturating_add(piece.len());
    }
    Some((start, end))
}

/// Every three bytes in a row of a text, as bits by hash: most phrases are ruled out without a search.
struct Trigrams {
    bits: Vec<u64>,
}

impl Trigrams {
    fn of(text: &str) -> Self {
        let mut bits = alloc::vec![0; TRIGRAM_WORDS];
        for three in text.as_bytes().windows(3) {
            let (word, bit) = slot(three);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Self { bits }
    }

    fn may_have(&self, piece: &str) -> bool {
        piece.as_bytes().windows(3).all(|three| {
            let (word, bit) = slot(three);
            self.bits.get(word).is_some_and(|word| word & bit != 0)
        })
    }
}

const TRIGRAM_WORDS: usize = 256;

/// The word and the bit of three bytes.
fn slot(three: &[u8]) -> (usize, u64) {
    let hash = three
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let place = usize::try_from(hash >> 16).unwrap_or(0);
    (place / 64 % TRIGRAM_WORDS, 1 << (place % 64))
}

/// The words between the gaps: `I am {step_ing} now.` has two pieces.
fn pieces(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split('{')
        .enumerate()
        .map(|(index, part)| match index {
            0 => part,
            _ => part.split_once('}').map_or("", |(_, words)| words),
        })
        // A draft may join two phrases with a comma.
        .map(|piece| piece.trim_end_matches('.'))
        .filter(|piece| !piece.trim().is_empty())
}

/// A character boundary at most one value before `end`.
fn back(text: &str, end: usize) -> usize {
    let from = end.saturating_sub(LONGEST_VALUE);
    (from..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::phrases_in;
    use crate::reply::phrase_name;

    #[test]
    fn phrases_are_known_by_their_words() {
        let cases: [(&str, &[&str]); 5] = [
            (
                "Hello Ms Hollis,\n\nWaiting two days on the refund would wear anyone down.",
                &["ACK.upset.2"],
            ),
            ("I will update you by 16:00, even if there is nothing new. Sam", &["COMMIT.1"]),
            ("The wait is long, and I will update you by four.", &[]),
            ("Waiting would wear anyone down. 你好", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let names: Vec<&str> =
                phrases_in(text).iter().filter_map(|(id, _)| phrase_name(*id)).collect();
            assert_eq!(names, expected, "{text}");
        }
        let mixed =
            String::from("\u{1f600}").repeat(200) + " on the refund would wear anyone down.";
        assert!(phrases_in(&mixed).is_empty(), "the first piece is missing");
    }
}
