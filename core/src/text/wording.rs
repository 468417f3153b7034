//! Fingerprints of six-word runs: how a reply is compared with earlier ones without keeping their words.

use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation;

const RUN: usize = 6;

/// Returns the sorted, distinct fingerprints of every run of six words, ignoring case.
pub(crate) fn wording(text: &str) -> Vec<u32> {
    let words: Vec<u32> = text.unicode_words().map(fingerprint).collect();
    let mut runs: Vec<u32> = words
        .windows(RUN)
        .map(|run| run.iter().fold(FNV_BASIS, |hash, word| (hash ^ word).wrapping_mul(FNV_PRIME)))
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

const FNV_BASIS: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

fn fingerprint(word: &str) -> u32 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(FNV_BASIS, |hash, letter| (hash ^ u32::from(letter)).wrapping_mul(FNV_PRIME))
}

#[cfg(test)]
mod tests {
    use super::wording;

    #[test]
    fn a_shared_run_of_six_words_shows() {
        let first = wording("I have your ticket now and I am checking the log.");
        let second = wording("Right: I HAVE your ticket now, and you will hear.");
        let other = wording("I have a ticket now and I was checking that log.");
        assert!(second.iter().any(|run| first.binary_search(run).is_ok()));
        assert!(!other.iter().any(|run| first.binary_search(run).is_ok()));
        assert!(wording("only five words are here").is_empty());
    }
}
