//! The learned model's view of a message.

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::EvidenceKind;
use crate::lexicon::Break;
use crate::terms::Signal;

/// Pairs of words do not reach across sentences.
pub(super) fn sentence_begins(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.breaks_before(at) >= Break::Sentence
}

/// Each kind of signal counts in full once, then less each time; words that a heavier finding has counted
/// already count a third.
pub(super) fn sums(findings: &[Finding], words: usize) -> Vec<(Signal, i32)> {
    let mut order: Vec<(Signal, &Finding)> = findings
        .iter()
        .filter_map(|finding| match finding.kind {
            EvidenceKind::Signal(signal) if finding.weight != 0 => Some((signal, finding)),
            EvidenceKind::Signal(_) | EvidenceKind::Flag(_) => None,
        })
        .collect();
    order.sort_by_key(|(_, finding)| {
        (core::cmp::Reverse(finding.weight.unsigned_abs()), finding.first)
    });
    let mut counted = alloc::vec![false; words];
    let mut sums: Vec<(Signal, i32, usize)> = Vec::new();
    for (signal, finding) in order {
        let mut weight = i32::from(finding.weight);
        if covers_words(signal) {
            let mut again = false;
            for word in counted.iter_mut().take(finding.end).skip(finding.first) {
                again |= *word;
                *word = true;
            }
            if again {
                weight /= 3;
            }
        }
        match sums.iter_mut().find(|(known, _, _)| *known == signal) {
            Some((_, sum, times)) => {
                *times = times.saturating_add(1);
                let part = [100, 50, 25, 10].get(*times).copied().unwrap_or(0);
                *sum = sum.saturating_add(weight.saturating_mul(part) / 100);
            }
            None => sums.push((signal, weight, 0)),
        }
    }
    sums.into_iter().map(|(signal, sum, _)| (signal, sum)).collect()
}

/// Force is laid over words, it does not use them up.
fn covers_words(signal: Signal) -> bool {
    !matches!(signal, Signal::Shouting | Signal::Emphasis | Signal::Exclamation)
}
