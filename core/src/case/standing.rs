//! The conduct region: the ladder's own transition function (`domain.md` 4.4).
//!
//! Pure: where it stands, what happened and the guards in; where it goes, or why not, out.

use super::region::Standing;
use super::transition::{Cause, Refusal};

/// What moves the ladder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rung {
    /// A person sent a boundary.
    Boundary,
    /// A person reminded someone who had cooled down at the maximum.
    Reaffirm,
    /// A person took the last boundary back.
    Retract,
    /// A person said that the message an uncounted boundary answered does cross the line.
    CountLate,
    /// A person ended the contact.
    Discontinue,
    /// A person took the customer back.
    Reinstate,
    /// Respect lasted.
    Cooldown,
    /// A person let so many boundaries of an earlier contact count.
    Carry(u8),
}

/// What the rows ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guards {
    pub(super) on_record: u8,
    pub(super) max: u8,
    pub(super) min: u8,
    /// A new crossing, sure enough, unanswered.
    pub(super) fresh: bool,
    /// The last customer message has had its boundary.
    pub(super) answered: bool,
    pub(super) safety: Hold,
    /// A boundary that does not count may be taken back too.
    pub(super) uncounted: bool,
}

/// What the safety region says to the ladder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Hold {
    None,
    /// A threat of a kind for which the policy allows an ending without a warning.
    Immediate,
    /// A threat of another kind.
    Threat,
    /// A device: nothing ends the contact.
    Device,
    /// A crisis, or a trained person has it.
    Frozen,
}

/// Where the ladder goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Move {
    pub(super) to: Standing,
    pub(super) on_record: u8,
    pub(super) cause: Cause,
}

pub(super) fn next(from: Standing, rung: Rung, guards: &Guards) -> Result<Move, Refusal> {
    match from {
        Standing::Clear => clear(rung, guards),
        Standing::BoundarySet(n) => boundary_set(n, rung, guards),
        Standing::Discontinued => discontinued(rung, guards),
    }
}

fn clear(rung: Rung, guards: &Guards) -> Result<Move, Refusal> {
    match rung {
        Rung::Boundary => {
            may_warn(guards)?;
            if !guards.fresh {
                return Ok(uncounted(Standing::Clear, guards));
            }
            if guards.on_record >= guards.max {
                return Err(Refusal::NotNow(
                    "the contact has had its boundaries and cooled down; remind once with `boundary_reaffirmed`",
                ));
            }
            Ok(raise(guards.on_record))
        }
        Rung::Reaffirm => {
            may_warn(guards)?;
            if guards.on_record < guards.max {
                return Err(Refusal::NotNow("a boundary is still left; use `boundary_delivered`"));
            }
            if !guards.fresh {
                return Err(Refusal::NotNow(
                    "no new crossing calls for a reminder; wait for the customer",
                ));
            }
            Ok(Move {
                to: Standing::BoundarySet(guards.on_record),
                on_record: guards.on_record,
                cause: Cause::BoundaryReaffirmed,
            })
        }
        Rung::Retract => retract(Standing::Clear, guards),
        Rung::CountLate => Ok(count_late(Standing::Clear, guards)),
        Rung::Discontinue => match guards.safety {
            Hold::Immediate => Ok(end(guards, Cause::SevereEnded)),
            Hold::None => Err(Refusal::NotNow(
                "no boundary is in force; an ending needs warnings and a new crossing after them",
            )),
            held @ (Hold::Threat | Hold::Device | Hold::Frozen) => Err(no_ending(held)),
        },
        Rung::Reinstate => Err(Refusal::NotNow("the contact was not ended; go on serving it")),
        Rung::Cooldown => Ok(stay(Standing::Clear, guards)),
        Rung::Carry(_) if guards.on_record > 0 => Err(HAS_ITS_OWN),
        Rung::Carry(count) => Ok(Move {
            to: Standing::Clear,
            on_record: count.min(guards.max),
            cause: Cause::WarningsCarried,
        }),
    }
}

fn boundary_set(n: u8, rung: Rung, guards: &Guards) -> Result<Move, Refusal> {
    let here = Standing::BoundarySet(n);
    match rung {
        Rung::Boundary => {
            may_warn(guards)?;
            if !guards.fresh {
                return Ok(uncounted(here, guards));
            }
            if n >= guards.max {
                return Err(Refusal::NotNow(
                    "the last boundary is in force; the next rung is a person's decision to end the contact",
                ));
            }
            Ok(raise(n))
        }
        Rung::Reaffirm => Err(Refusal::NotNow(
            "a boundary is in force; a reminder is for after a cooldown at the maximum",
        )),
        Rung::Retract => retract(here, guards),
        Rung::CountLate => Ok(count_late(here, guards)),
        Rung::Discontinue => match guards.safety {
            Hold::Immediate => Ok(end(guards, Cause::SevereEnded)),
            Hold::None if n < guards.min => Err(Refusal::NotNow(
                "the policy asks for more boundaries before an ending; use `boundary_delivered`",
            )),
            Hold::None if !guards.fresh => Err(Refusal::NotNow(
                "the last message is no new crossing after the last boundary; go on serving",
            )),
            Hold::None => Ok(end(guards, Cause::ConductEnded)),
            held @ (Hold::Threat | Hold::Device | Hold::Frozen) => Err(no_ending(held)),
        },
        Rung::Reinstate => Err(Refusal::NotNow("the contact was not ended; go on serving it")),
        Rung::Carry(_) => Err(HAS_ITS_OWN),
        Rung::Cooldown => Ok(Move {
            to: Standing::Clear,
            on_record: guards.on_record,
            cause: Cause::BoundaryCleared,
        }),
    }
}

fn discontinued(rung: Rung, guards: &Guards) -> Result<Move, Refusal> {
    match rung {
        Rung::Boundary | Rung::Reaffirm => Err(Refusal::NotNow(
            "the contact was ended; a person may take it back with `reinstated`",
        )),
        Rung::Discontinue => Err(Refusal::NotNow(
            "the contact was already ended; a person may take it back with `reinstated`",
        )),
        Rung::Retract => Ok(Move {
            to: Standing::Clear,
            on_record: guards.on_record.saturating_sub(1),
            cause: Cause::BoundaryRetracted,
        }),
        Rung::Reinstate => {
            Ok(Move { to: Standing::Clear, on_record: guards.on_record, cause: Cause::Reinstated })
        }
        Rung::CountLate | Rung::Cooldown => Ok(stay(Standing::Discontinued, guards)),
        Rung::Carry(_) => Err(HAS_ITS_OWN),
    }
}

const HAS_ITS_OWN: Refusal = Refusal::NotNow(
    "this contact has boundaries of its own; those of an earlier one count no more",
);

/// Guards that a boundary and a reminder share (I2, I4).
fn may_warn(guards: &Guards) -> Result<(), Refusal> {
    match guards.safety {
        Hold::Frozen => Err(Refusal::NotNow(
            "a person may be at risk: the ladder is frozen; hand over, or clear the hold first",
        )),
        Hold::Immediate | Hold::Threat | Hold::Device => {
            Err(Refusal::NotNow("a threat is being handled: the safety path leads, not the ladder"))
        }
        Hold::None if guards.answered => {
            Err(Refusal::NotNow("this message has had its boundary; wait for the customer"))
        }
        Hold::None => Ok(()),
    }
}

const fn no_ending(hold: Hold) -> Refusal {
    Refusal::NotNow(match hold {
        Hold::Device => "a device threat is active: keep them talking, nothing ends the contact",
        Hold::Threat => {
            "the policy does not let this kind of threat end a contact at once; hand over or clear the hold"
        }
        Hold::None | Hold::Immediate | Hold::Frozen => {
            "a person may be at risk: nothing ends the contact; stay with them, or hand over"
        }
    })
}

fn raise(n: u8) -> Move {
    let n = n.saturating_add(1);
    Move { to: Standing::BoundarySet(n), on_record: n, cause: Cause::BoundarySet }
}

/// Sent, recorded, and not counted: no crossing called for it (`domain.md` 4.10, 6).
const fn uncounted(here: Standing, guards: &Guards) -> Move {
    Move { to: here, on_record: guards.on_record, cause: Cause::BoundaryNotCounted }
}

fn count_late(here: Standing, guards: &Guards) -> Move {
    if guards.uncounted && guards.on_record < guards.max && guards.safety == Hold::None {
        raise(guards.on_record)
    } else {
        Move { cause: Cause::CrossingJudged, ..stay(here, guards) }
    }
}

fn retract(here: Standing, guards: &Guards) -> Result<Move, Refusal> {
    if guards.uncounted {
        return Ok(Move { cause: Cause::BoundaryRetracted, ..stay(here, guards) });
    }
    if guards.on_record == 0 {
        return Err(Refusal::NotNow("no boundary is on record; there is none to take back"));
    }
    let left = guards.on_record.saturating_sub(1);
    let to = match here {
        Standing::BoundarySet(_) if left > 0 => Standing::BoundarySet(left),
        Standing::BoundarySet(_) | Standing::Clear | Standing::Discontinued => Standing::Clear,
    };
    Ok(Move { to, on_record: left, cause: Cause::BoundaryRetracted })
}

const fn end(guards: &Guards, cause: Cause) -> Move {
    Move { to: Standing::Discontinued, on_record: guards.on_record, cause }
}

const fn stay(here: Standing, guards: &Guards) -> Move {
    Move { to: here, on_record: guards.on_record, cause: Cause::Unchanged }
}
