//! Heat: the sum of what the findings weigh. The seam for learned weights: they would replace `score`.

use alloc::vec::Vec;

use super::scene::Finding;
use crate::classify::EvidenceKind;
use crate::policy::Policy;
use crate::terms::{Flag, Flags, Heat, Milli, Signal};

/// Sarcasm is weakly seen: alone it makes a message tense, never more (`domain.md` 3.5).
const SARCASM_MOST: i32 = 230;

/// Sums the findings: each kind of signal counts in full once, then less each time.
pub(super) fn score(findings: &[Finding], flags: Flags, policy: &Policy) -> (Heat, Milli) {
    let mut by_signal: Vec<(Signal, Vec<i16>)> = Vec::new();
    for finding in findings {
        if let EvidenceKind::Signal(signal) = finding.kind {
            match by_signal.iter_mut().find(|(known, _)| *known == signal) {
                Some((_, weights)) => weights.push(finding.weight),
                None => by_signal.push((signal, Vec::from([finding.weight]))),
            }
        }
    }
    let mut heating = 0_i32;
    let mut cooling = 0_i32;
    for (signal, mut weights) in by_signal {
        weights.sort_unstable_by_key(|weight| core::cmp::Reverse(weight.unsigned_abs()));
        let mut sum = 0_i32;
        for (place, weight) in weights.iter().take(4).enumerate() {
            let share = [100, 50, 25, 10].get(place).copied().unwrap_or(0);
            sum = sum.saturating_add(i32::from(*weight).saturating_mul(share) / 100);
        }
        if signal == Signal::Sarcasm {
            sum = sum.min(SARCASM_MOST);
        }
        if sum < 0 {
            cooling = cooling.saturating_add(sum);
        } else {
            heating = heating.saturating_add(sum);
        }
    }
    // Thanks cools what little heat there is; it does not take back open anger.
    let [tense, upset, heated] = policy.heat_bands().map(|band| i32::from(band.get()));
    let mut sum = heating.saturating_add(cooling.max(-150));
    sum = sum.max(0);
    let pressed = flags.contains(Flag::RepeatContact)
        || flags.contains(Flag::Deadline)
        || flags.contains(Flag::Outage);
    if pressed && sum > 0 {
        // Pressure lifts by less than a band.
        let band_top = if sum < tense {
            tense
        } else if sum < upset {
            upset
        } else {
            heated
        };
        sum = sum.saturating_add(80).min(band_top.max(sum));
    }
    // Above the last band the score runs on slowly, so that it keeps telling hot from hotter.
    if sum > heated {
        sum = heated.saturating_add(sum.saturating_sub(heated) / 5);
    }
    let milli = Milli::saturating(u16::try_from(sum.clamp(0, 1000)).unwrap_or(1000));
    (band(milli, policy), milli)
}

/// Returns the band of a score.
fn band(milli: Milli, policy: &Policy) -> Heat {
    let [tense, upset, heated] = policy.heat_bands();
    if milli >= heated {
        Heat::Heated
    } else if milli >= upset {
        Heat::Upset
    } else if milli >= tense {
        Heat::Tense
    } else {
        Heat::Calm
    }
}
