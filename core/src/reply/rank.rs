//! Which of the phrases that fit is best.

use super::choose::Part;
use crate::tables::phrases::Conditions;
use crate::terms::{Act, Slot};

/// How far a phrase is from the best one, 0 being nearest: the host's facts first, then the noun they
/// used, then words that fit anything; the noun once is enough (`named` is the noun, once it stands in
/// the draft), and no word that the draft has used before.
pub(super) fn distance(part: &Part, before: &[Part], named: Option<&str>) -> u8 {
    let needs = part.phrase.needs();
    let names = needs.contains(Slot::Issue) || needs.contains(Slot::Current);
    let repeats = named.is_some_and(|noun| names || part.text.contains(noun));
    let specific = needs.iter().any(|slot| !FREE.contains(&slot) && !is_directory(slot));
    let base = if specific {
        0
    } else if names || part.phrase.when().contain(Conditions::NAMED) {
        2
    } else {
        4
    };
    let again = if repeats && !may_repeat(part.act) { 5 } else { 0 };
    base + again + u8::from(echoes(part, before))
}

/// Says whether a word of the phrase stands in the draft already.
fn echoes(part: &Part, before: &[Part]) -> bool {
    stems(part.phrase.text()).any(|stem| {
        before.iter().any(|earlier| stems(earlier.phrase.text()).any(|old| old == stem))
    })
}

/// Slots that the case fills by itself: they make a phrase no more specific than the noun does.
const FREE: &[Slot] = &[Slot::Issue, Slot::Current, Slot::ContactKind, Slot::N];

fn is_directory(slot: Slot) -> bool {
    matches!(slot, Slot::EmergencyNumber | Slot::CrisisLine | Slot::CrisisContact)
}

/// What must be clear by itself.
fn may_repeat(act: Act) -> bool {
    matches!(act, Act::BoundFirm | Act::EndConduct | Act::Agenda)
}

/// The beginnings of the words that a reader would notice twice.
fn stems(text: &str) -> impl Iterator<Item = &str> {
    const COMMON: &[&str] = &[
        "that", "this", "have", "with", "will", "what", "here", "from", "your", "about", "them",
        "they", "thing", "when", "which", "then", "than", "there", "point", "would", "been",
        "know",
    ];
    text.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '{' && letter != '}')
        .filter(|word| {
            (word.len() >= 4 || *word == "now") && !word.contains('{') && !COMMON.contains(word)
        })
        .filter_map(|word| word.get(..4).or_else(|| word.get(..3)))
}
