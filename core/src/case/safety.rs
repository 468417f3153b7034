//! The safety region: it outranks the others (`domain.md` 2.4, 2.5, 4.5).

use super::region::Safety;
use super::transition::{Cause, Refusal};
use crate::terms::SevereKind;

/// What moves the safety region.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Alarm {
    /// Signs of self-harm, from a reading or a person.
    Crisis,
    /// Severe conduct, from a reading or a person.
    Threat(SevereKind),
    /// A named, trained person accepted the contact.
    HandedOver,
    /// A person lifted the hold.
    Cleared,
    /// The trained person gave the contact back.
    Returned,
    /// The trained person concluded it.
    Concluded,
}

/// What the region remembers beside its state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Guards {
    /// A threat not yet cleared, also while a crisis leads.
    pub(super) threat: Option<SevereKind>,
    /// The trained person has a crisis in hand, not only a threat.
    pub(super) crisis_in_hand: bool,
}

/// Where the region goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Move {
    pub(super) to: Safety,
    pub(super) threat: Option<SevereKind>,
    pub(super) cause: Cause,
}

pub(super) fn next(from: Safety, alarm: Alarm, guards: &Guards) -> Result<Move, Refusal> {
    match from {
        Safety::None => none(alarm),
        Safety::ThreatHold(kind) => threat_hold(kind, alarm),
        Safety::CrisisHold => crisis_hold(alarm, guards),
        Safety::HandedOver => handed_over(alarm, guards),
    }
}

const NO_HOLD: Refusal =
    Refusal::NotNow("no hold is in force; `crisis_flagged` or `threat_flagged` sets one");
const NOT_HANDED_OVER: Refusal =
    Refusal::NotNow("no trained person has the contact; use `handed_over` or `cleared_by_human`");

fn none(alarm: Alarm) -> Result<Move, Refusal> {
    match alarm {
        Alarm::Crisis => Ok(crisis(None)),
        Alarm::Threat(kind) => Ok(threat(kind)),
        Alarm::HandedOver | Alarm::Cleared => Err(NO_HOLD),
        Alarm::Returned | Alarm::Concluded => Err(NOT_HANDED_OVER),
    }
}

fn threat_hold(kind: SevereKind, alarm: Alarm) -> Result<Move, Refusal> {
    match alarm {
        Alarm::Crisis => Ok(crisis(Some(kind))),
        Alarm::Threat(other) => Ok(threat(worse(kind, other))),
        Alarm::HandedOver => Ok(hand_over(Some(kind))),
        Alarm::Cleared => Ok(released(Cause::HoldCleared)),
        Alarm::Returned | Alarm::Concluded => Err(NOT_HANDED_OVER),
    }
}

fn crisis_hold(alarm: Alarm, guards: &Guards) -> Result<Move, Refusal> {
    match alarm {
        Alarm::Crisis => Ok(crisis(guards.threat)),
        Alarm::Threat(kind) => Ok(crisis(Some(guards.threat.map_or(kind, |old| worse(old, kind))))),
        Alarm::HandedOver => Ok(hand_over(guards.threat)),
        // A threat made beside the crisis is still there when the crisis is over.
        Alarm::Cleared => Ok(guards.threat.map_or(released(Cause::HoldCleared), |kind| Move {
            cause: Cause::HoldCleared,
            ..threat(kind)
        })),
        Alarm::Returned | Alarm::Concluded => Err(NOT_HANDED_OVER),
    }
}

fn handed_over(alarm: Alarm, guards: &Guards) -> Result<Move, Refusal> {
    match alarm {
        // The person who has a crisis in hand keeps it; one who has a threat in hand hears of it anew.
        Alarm::Crisis if guards.crisis_in_hand => Ok(hand_over(guards.threat)),
        Alarm::Crisis => Ok(crisis(guards.threat)),
        Alarm::Threat(kind) => Ok(Move {
            cause: Cause::ThreatSeen,
            ..hand_over(Some(guards.threat.map_or(kind, |old| worse(old, kind))))
        }),
        Alarm::HandedOver => Ok(hand_over(guards.threat)),
        Alarm::Cleared => Err(Refusal::NotNow(
            "a trained person has the contact; use `case_returned` or `concluded`",
        )),
        Alarm::Returned => Ok(released(Cause::CaseReturned)),
        Alarm::Concluded => Ok(released(Cause::Concluded)),
    }
}

/// The kind that leads.
const fn worse(old: SevereKind, new: SevereKind) -> SevereKind {
    if new.urgency() > old.urgency() { new } else { old }
}

const fn crisis(threat: Option<SevereKind>) -> Move {
    Move { to: Safety::CrisisHold, threat, cause: Cause::CrisisSeen }
}

const fn threat(kind: SevereKind) -> Move {
    Move { to: Safety::ThreatHold(kind), threat: Some(kind), cause: Cause::ThreatSeen }
}

const fn hand_over(threat: Option<SevereKind>) -> Move {
    Move { to: Safety::HandedOver, threat, cause: Cause::HandedOver }
}

const fn released(cause: Cause) -> Move {
    Move { to: Safety::None, threat: None, cause }
}
