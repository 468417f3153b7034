//! The words by which another language is told from English.

include!(concat!(env!("OUT_DIR"), "/foreign.rs"));

/// How far a word speaks against English.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Foreign {
    No,
    /// Only beside a word that is foreign for sure.
    Particle,
    Word,
}

/// Looks up a word in folded form.
pub(crate) fn foreign(word: &str) -> Foreign {
    if stands_in(&WORDS, word) {
        Foreign::Word
    } else if stands_in(&PARTICLES, word) {
        Foreign::Particle
    } else {
        Foreign::No
    }
}

/// Finds a word among those of its length, which are sorted.
fn stands_in(by_length: &[&str], word: &str) -> bool {
    let length = word.len();
    let Some(all) = by_length.get(length).filter(|_| length > 0) else { return false };
    let (mut low, mut high) = (0, all.len() / length);
    while low < high {
        let middle = low.midpoint(high);
        let start = middle.saturating_mul(length);
        let Some(found) = all.get(start..start.saturating_add(length)) else { return false };
        match found.cmp(word) {
            core::cmp::Ordering::Less => low = middle.saturating_add(1),
            core::cmp::Ordering::Equal => return true,
            core::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Foreign, foreign};

    #[test]
    fn words_are_found() {
        let rows = [
            ("eres", Foreign::Word),
            ("nicht", Foreign::Word),
            ("de", Foreign::Particle),
            ("refund", Foreign::No),
            ("", Foreign::No),
            ("я", Foreign::No),
        ];
        for (word, expected) in rows {
            assert_eq!(foreign(word), expected, "{word}");
        }
    }
}
