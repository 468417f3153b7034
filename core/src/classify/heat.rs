//! Heat: the sum of what the findings weigh. The seam for learned weights: they would replace `score`.

use alloc::vec::Vec;

use super::scene::Finding;
use crate::classify::EvidenceKind;
use crate::policy::Policy;
use crate::terms::{Flag, Flags, Heat, Milli, Signal};

/// Sarcasm is weakly seen: alone it makes a message tense, never more (`domain.md` 3.5).
const SARCASM_MOST: i32 = 100;

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
    let mut heating = flags
        .iter()
        .filter_map(|flag| match signal_of(flag) {
            Some(signal) if by_signal.iter().any(|(known, _)| *known == signal) => None,
            Some(_) | None => Some(weight(flag)),
        })
        .fold(0_i32, i32::saturating_add);
    let mut cooling = 0_i32;
    for (signal, mut weights) in by_signal {
        weights.sort_unstable_by_key(|weight| core::cmp::Reverse(weight.unsigned_abs()));
        let mut sum = 0_i32;
        for (place, weight) in weights.iter().take(4).enumerate() {
            let share = [100, 50, 25, 10].get(place).copied().unwrap_or(0);
            sum = sum.saturating_add(i32::from(*weight).saturating_mul(share) / 100);
        }
        sum = sum.saturating_mul(share_of(signal)) / 100;
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
    let sum = heating.saturating_add(cooling.max(-90)).max(0);
    let milli = scaled(sum);
    let milli = if pressed(flags) && sum > 0 { lifted(milli, policy) } else { milli };
    let milli = Milli::saturating(u16::try_from(milli.clamp(0, 1000)).unwrap_or(1000));
    (band(milli, policy), milli)
}

/// Sums of shares and the thousandths they mean, in between by straight lines: the first marker counts
/// most, and the score runs on slowly so that it keeps telling hot from hotter.
const SCALE: [(i32, i32); 5] = [(0, 0), (40, 200), (135, 450), (560, 800), (1500, 1000)];

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

/// Repeat contact, a deadline and an outage lift by less than a band (`domain.md` 3.5).
fn pressed(flags: Flags) -> bool {
    flags.contains(Flag::RepeatContact)
        || flags.contains(Flag::Deadline)
        || flags.contains(Flag::Outage)
}

fn lifted(milli: i32, policy: &Policy) -> i32 {
    let [_, _, heated] = policy.heat_bands().map(|band| i32::from(band.get()));
    if milli < heated { milli.saturating_add(40).min(heated - 1) } else { milli }
}

/// How much of a table's weight counts, in hundredths: fitted once by least squares on the messages
/// written for this project and on calm ones, rounded.
const fn share_of(signal: Signal) -> i32 {
    match signal {
        Signal::Degrading | Signal::Thanks | Signal::DirectedExpletive => 65,
        Signal::Emphasis | Signal::Sarcasm => 55,
        Signal::Profanity | Signal::RepeatContact | Signal::Anger | Signal::Harm => 46,
        Signal::Accusation
        | Signal::PerformanceCriticism
        | Signal::BrokenPromise
        | Signal::Mockery
        | Signal::IllWish
        | Signal::VeiledThreat => 40,
        Signal::Irritation
        | Signal::Disappointment
        | Signal::Belittling
        | Signal::Hate
        | Signal::Shouting
        | Signal::Resignation
        | Signal::Exclamation => 32,
        Signal::Delay
        | Signal::Demand
        | Signal::Impact
        | Signal::Ultimatum
        | Signal::Stalking
        | Signal::Extortion
        | Signal::Device => 27,
        Signal::Fault
        | Signal::Hyperbole
        | Signal::RepeatedEffort
        | Signal::Chasing
        | Signal::Sexual
        | Signal::SelfHarm => 20,
        Signal::Weight => 100,
    }
}

/// What a flag says of the temper of who raises it, where no signal says it (counted on messages written
/// for this project). Needs weigh nothing: they never raise the temperature (`domain.md` 2.6).
const fn weight(flag: Flag) -> i32 {
    match flag {
        Flag::Regulator | Flag::Public | Flag::Legal => 125,
        Flag::FormalComplaint | Flag::Ultimatum => 110,
        Flag::ReportedAbuse | Flag::ApologyRejected => 80,
        Flag::Outage | Flag::Deadline | Flag::Delay | Flag::BrokenPromise | Flag::RepeatContact => {
            55
        }
        Flag::Chargeback
        | Flag::MoneyAtStake
        | Flag::SupervisorRequest
        | Flag::Churn
        | Flag::Press => 35,
        Flag::DataRequest
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

/// The signal that says the same as a flag: the two are not added.
const fn signal_of(flag: Flag) -> Option<Signal> {
    match flag {
        Flag::Ultimatum => Some(Signal::Ultimatum),
        Flag::BrokenPromise => Some(Signal::BrokenPromise),
        Flag::RepeatContact => Some(Signal::RepeatContact),
        Flag::Delay => Some(Signal::Delay),
        Flag::FormalComplaint
        | Flag::Regulator
        | Flag::Legal
        | Flag::Public
        | Flag::ApologyRejected
        | Flag::Chargeback
        | Flag::Churn
        | Flag::Press
        | Flag::Outage
        | Flag::MoneyAtStake
        | Flag::SupervisorRequest
        | Flag::Deadline
        | Flag::ReportedAbuse
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
        | Flag::Sarcasm => None,
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
