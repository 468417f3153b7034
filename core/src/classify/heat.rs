//! Heat: the sum of what the findings weigh. The seam for learned weights: they would replace `score`.

use alloc::vec::Vec;

use super::scene::Finding;
use crate::classify::EvidenceKind;
use crate::policy::Policy;
use crate::terms::{Flag, Flags, Heat, Milli, Signal};

/// Sarcasm is weakly seen: alone it makes a message tense, never more (`domain.md` 3.5).
const SARCASM_MOST: i32 = 75;

/// Sums the findings. Each kind of signal counts in full once, then less each time; words that a heavier
/// finding has counted already count a third.
pub(super) fn score(
    findings: &[Finding],
    flags: Flags,
    words: usize,
    policy: &Policy,
) -> (Heat, Milli) {
    let by_signal = weighed(findings, words);
    let heating = by_signal.iter().map(|(_, sum)| (*sum).max(0)).fold(0_i32, i32::saturating_add);
    let cooling = by_signal.iter().map(|(_, sum)| (*sum).min(0)).fold(0_i32, i32::saturating_add);
    let rights = flags
        .iter()
        .filter(|flag| by_signal.iter().all(|(known, _)| known.same_flag() != Some(*flag)))
        .map(weight)
        .fold(0_i32, i32::saturating_add);
    let stakes = if heating > 0 || rights > 0 {
        flags.iter().map(stake).fold(0_i32, i32::saturating_add)
    } else {
        0
    };
    // Thanks cools what little heat there is; it does not take back open anger.
    let sum = heating
        .saturating_add(rights)
        .saturating_add(stakes)
        .saturating_add(cooling.max(-90))
        .max(0);
    let milli = Milli::saturating(u16::try_from(scaled(sum).clamp(0, 1000)).unwrap_or(1000));
    (band(milli, policy), milli)
}

/// The sum of each kind of signal, in shares of the tables' weights.
fn weighed(findings: &[Finding], words: usize) -> Vec<(Signal, i32)> {
    let mut order: Vec<(Signal, &Finding)> = findings
        .iter()
        .filter_map(|finding| match finding.kind {
            EvidenceKind::Signal(signal) if finding.weight != 0 => Some((signal, finding)),
            EvidenceKind::Signal(_) | EvidenceKind::Flag(_) => None,
        })
        .collect();
    order.sort_by_key(|(signal, finding)| {
        let share = i32::from(finding.weight).saturating_mul(share_of(*signal));
        (core::cmp::Reverse(share.saturating_abs()), finding.first)
    });
    let mut counted = alloc::vec![false; words];
    let mut by_signal: Vec<(Signal, i32, usize)> = Vec::new();
    for (signal, finding) in order {
        let mut share = i32::from(finding.weight).saturating_mul(share_of(signal)) / 100;
        if covers_words(signal) {
            let mut again = false;
            for word in counted.iter_mut().take(finding.end).skip(finding.first) {
                again |= *word;
                *word = true;
            }
            if again {
                share /= 3;
            }
        }
        match by_signal.iter_mut().find(|(known, _, _)| *known == signal) {
            Some((_, sum, times)) => {
                *times = times.saturating_add(1);
                let part = [100, 50, 25, 10].get(*times).copied().unwrap_or(0);
                *sum = sum.saturating_add(share.saturating_mul(part) / 100);
            }
            None => by_signal.push((signal, share, 0)),
        }
    }
    by_signal
        .into_iter()
        .map(|(signal, sum, _)| {
            let most = if signal == Signal::Sarcasm { SARCASM_MOST } else { i32::MAX };
            (signal, sum.min(most))
        })
        .collect()
}

/// Force is laid over words, it does not use them up.
fn covers_words(signal: Signal) -> bool {
    !matches!(signal, Signal::Shouting | Signal::Emphasis | Signal::Exclamation)
}

/// Sums of shares and the thousandths they mean, in between by straight lines: the first marker counts
/// most, and the score runs on slowly so that it keeps telling hot from hotter.
const SCALE: [(i32, i32); 5] = [(0, 0), (40, 200), (160, 450), (600, 800), (1500, 1000)];

fn scaled(sum: i32) -> i32 {
    SCALE
        .windows(2)
        .find_map(|pair| match pair {
            [(from, low), (to, high)] if sum < *to => {
                let rise = (high - low).saturating_mul(sum - from);
                Some(low + rise / (to - from).max(1))
            }
            _ => None,
        })
        .unwrap_or(1000)
}

/// How much of a table's weight counts, in hundredths: fitted once by least squares on the messages
/// written for this project and on calm ones, rounded.
const fn share_of(signal: Signal) -> i32 {
    match signal {
        Signal::Degrading | Signal::Thanks | Signal::DirectedExpletive => 65,
        Signal::Emphasis => 55,
        Signal::Profanity | Signal::Anger | Signal::Harm => 46,
        Signal::Ultimatum | Signal::Sarcasm => 45,
        Signal::RepeatContact
        | Signal::Accusation
        | Signal::PerformanceCriticism
        | Signal::BrokenPromise
        | Signal::Mockery
        | Signal::IllWish
        | Signal::VeiledThreat
        | Signal::SelfHarm => 40,
        Signal::Irritation
        | Signal::Disappointment
        | Signal::Belittling
        | Signal::Hate
        | Signal::Shouting
        | Signal::Resignation
        | Signal::Exclamation => 33,
        Signal::Impact | Signal::Stalking | Signal::Extortion | Signal::Device => 27,
        Signal::Delay
        | Signal::Demand
        | Signal::Hyperbole
        | Signal::RepeatedEffort
        | Signal::Chasing
        | Signal::Sexual => 21,
        Signal::Fault => 16,
        Signal::Weight => 100,
    }
}

/// What a flag says of the temper of who raises it, where no signal says it (counted on messages written
/// for this project). Needs weigh nothing: they never raise the temperature (`domain.md` 2.6).
const fn weight(flag: Flag) -> i32 {
    match flag {
        Flag::Regulator | Flag::Public | Flag::Legal | Flag::FormalComplaint => 160,
        Flag::Ultimatum => 110,
        Flag::ApologyRejected => 80,
        Flag::BrokenPromise => 80,
        Flag::Delay | Flag::RepeatContact => 45,
        Flag::Outage
        | Flag::Deadline
        | Flag::ReportedAbuse
        | Flag::Chargeback
        | Flag::MoneyAtStake
        | Flag::SupervisorRequest
        | Flag::Churn
        | Flag::Press
        | Flag::DataRequest
        | Flag::FraudOrSecurity
        | Flag::SafetyHazard
        | Flag::Bereavement
        | Flag::HealthDisclosed
        | Flag::FinancialHardship
        | Flag::DomesticAbuseHint
        | Flag::DisabilityDisclosed
        | Flag::TicDisclosed
        | Flag::LimitedEnglish
        | Flag::CapsBaseline
        | Flag::Minor
        | Flag::ThreatPossible
        | Flag::Discriminatory
        | Flag::IllWish
        | Flag::ProfanityUndirected
        | Flag::ProfanityDirected
        | Flag::ProfanityPositive
        | Flag::HumanRequest
        | Flag::Thanks
        | Flag::Shouting
        | Flag::Sarcasm => 0,
    }
}

/// What is at stake for someone who already shows heat: pressure lifts, it does not heat by itself.
const fn stake(flag: Flag) -> i32 {
    match flag {
        Flag::Outage | Flag::Deadline => 40,
        Flag::Chargeback
        | Flag::MoneyAtStake
        | Flag::SupervisorRequest
        | Flag::Churn
        | Flag::Press
        | Flag::ReportedAbuse => 30,
        Flag::Regulator
        | Flag::Public
        | Flag::Legal
        | Flag::FormalComplaint
        | Flag::Ultimatum
        | Flag::ApologyRejected
        | Flag::Delay
        | Flag::BrokenPromise
        | Flag::RepeatContact
        | Flag::DataRequest
        | Flag::FraudOrSecurity
        | Flag::SafetyHazard
        | Flag::Bereavement
        | Flag::HealthDisclosed
        | Flag::FinancialHardship
        | Flag::DomesticAbuseHint
        | Flag::DisabilityDisclosed
        | Flag::TicDisclosed
        | Flag::LimitedEnglish
        | Flag::CapsBaseline
        | Flag::Minor
        | Flag::ThreatPossible
        | Flag::Discriminatory
        | Flag::IllWish
        | Flag::ProfanityUndirected
        | Flag::ProfanityDirected
        | Flag::ProfanityPositive
        | Flag::HumanRequest
        | Flag::Thanks
        | Flag::Shouting
        | Flag::Sarcasm => 0,
    }
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
