//! Which row of the composition table (`domain.md` 6.3) a moment is, or why no words are drafted.

use super::Withheld;
use super::fill::Known;
use super::routes::{rights, said};
use crate::case::{Safety, Service, Standing, Supervisor};
use crate::steps::moment::{Ending, Moment};
use crate::tables::phrases::Family;
use crate::terms::{Act, Channel, Conduct, Flag, Flags, SevereKind, Slot};

/// What kind of moment it is: the row of the composition table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Situation {
    Crisis,
    Retraction,
    Ending,
    Firm,
    Soft,
    Improved,
    Missed,
    Takeover,
    Need,
    Right,
    Relapse,
    /// The fix holds, and they said so.
    Glad,
    FollowUp,
    Resolved,
    Several,
    Parking,
    Asking,
    Refusing,
    Choosing,
    Heated,
    Upset,
    Tense,
    Calm,
    News,
    NoNews,
    /// A reminder of what we asked for.
    Nudge,
}

/// Which row it is: the first that fits.
pub(super) fn situation(known: Known<'_>) -> Result<Situation, Withheld> {
    let moment = known.moment;
    if let Some(held) = safety(moment)? {
        return Ok(held);
    }
    if moment.standing == Standing::Discontinued {
        return Err(Withheld::Closed);
    }
    if moment.owes_retraction {
        return Ok(Situation::Retraction);
    }
    if moment.awaits_reply {
        return answer(known);
    }
    if moment.missed_promise {
        return Ok(Situation::Missed);
    }
    match moment.service {
        Service::Closed => Err(Withheld::Closed),
        Service::FollowUp | Service::Resolved if moment.content => Ok(Situation::Glad),
        // Asked once whether it holds: the rest is theirs.
        Service::FollowUp if said(moment, Family::Followup) => Err(Withheld::NothingToAnswer),
        Service::FollowUp => Ok(Situation::FollowUp),
        Service::Resolved => Ok(Situation::Resolved),
        Service::Open
        | Service::Listening
        | Service::Acknowledged
        | Service::Working
        | Service::AwaitingCustomer => {
            if moment.nudge_due && known.has(Slot::Ask) {
                return Ok(Situation::Nudge);
            }
            if has_news(known) && moment.agent_turns > 0 && !moment.update_due {
                Ok(Situation::News)
            } else if moment.update_due {
                Ok(if known.has(Slot::Fact) { Situation::News } else { Situation::NoNews })
            } else {
                Err(Withheld::NothingToAnswer)
            }
        }
    }
}

/// Crisis and threats come before everything.
fn safety(moment: &Moment<'_>) -> Result<Option<Situation>, Withheld> {
    match moment.safety {
        Safety::None => Ok(None),
        Safety::HandedOver => Err(Withheld::PersonHasIt),
        Safety::ThreatHold(SevereKind::Device) => Err(Withheld::DeviceThreat),
        Safety::ThreatHold(
            SevereKind::Violence
            | SevereKind::Hate
            | SevereKind::Sexual
            | SevereKind::Stalking
            | SevereKind::Extortion,
        ) => Err(Withheld::HumanDecides),
        Safety::CrisisHold if moment.directory.is_none() => Err(Withheld::NoCrisisDirectory),
        Safety::CrisisHold => Ok(Some(Situation::Crisis)),
    }
}

/// The row for a customer message that waits for its answer.
fn answer(known: Known<'_>) -> Result<Situation, Withheld> {
    let moment = known.moment;
    if let Some(step) = ladder(known)? {
        return Ok(step);
    }
    // We asked whether they are safe: the next words are a person's, whatever the answer reads like.
    if moment.last_acts.contains(Act::Crisis) {
        return Err(Withheld::HumanDecides);
    }
    if moment.improved && moment.boundaries > 0 {
        return Ok(Situation::Improved);
    }
    if moment.missed_promise {
        return Ok(Situation::Missed);
    }
    if moment.supervisor == Supervisor::TookOver && !said(moment, Family::Handoff) {
        return Ok(Situation::Takeover);
    }
    if moment.flags.intersects(Flags::NEEDS) {
        return Ok(Situation::Need);
    }
    if rights(moment).next().is_some() {
        return Ok(Situation::Right);
    }
    if is_relapse(moment) {
        return Ok(Situation::Relapse);
    }
    if known.has(Slot::Request) || known.has(Slot::RequestNp) {
        return Ok(Situation::Refusing);
    }
    if known.has(Slot::OptionA) && known.has(Slot::OptionB) {
        return Ok(Situation::Choosing);
    }
    if known.has(Slot::Ask) {
        return Ok(Situation::Asking);
    }
    by_heat(known)
}

/// It was fixed, and it is back: not a question after the end, not something else.
fn is_relapse(moment: &Moment<'_>) -> bool {
    let again = moment.flag(Flag::RepeatContact);
    let returned = match moment.active() {
        Some(item) => {
            item.times_said > 1
                || again
                || moment.settled.is_some_and(|settled| settled.kind == item.kind)
        }
        None => again || moment.level() >= 1,
    };
    moment.reopened > 0
        && moment.service == Service::Listening
        && returned
        && !said(moment, Family::AckRelapse)
}

/// The conduct ladder (`domain.md` 2.2). No limit is set in public, and none below the line.
fn ladder(known: Known<'_>) -> Result<Option<Situation>, Withheld> {
    let moment = known.moment;
    if !moment.conduct.crosses_line() || moment.channel == Channel::Social {
        return Ok(None);
    }
    if moment.boundaries > 0 && moment.ending == Ending::RecordIncomplete && !moment.boundary_due {
        return Err(Withheld::HumanDecides);
    }
    if moment.boundaries > 0 && moment.ending == Ending::Open {
        // Ending is never drafted without the way back (invariant I20).
        let way_back = known.has(Slot::Route) || known.has(Slot::AltOwner) && known.has(Slot::Time);
        return match (way_back, moment.boundary_due) {
            (true, _) => Ok(Some(Situation::Ending)),
            (false, true) => Ok(Some(Situation::Firm)),
            (false, false) => Err(Withheld::FactsMissing),
        };
    }
    match (moment.boundary_due, moment.states_consequence) {
        (true, false) => Ok(Some(Situation::Soft)),
        (true, true) => Ok(Some(Situation::Firm)),
        (false, _) if matches!(moment.conduct, Conduct::Severe(_)) => Err(Withheld::HumanDecides),
        (false, _) => Ok(None),
    }
}

fn by_heat(known: Known<'_>) -> Result<Situation, Withheld> {
    let moment = known.moment;
    match moment.level() {
        // A word of thanks or praise is no work, unless there is something to tell.
        0 if moment.content && !gave(moment) && !known.has(Slot::Fact) => {
            Err(Withheld::NothingToAnswer)
        }
        0 => Ok(Situation::Calm),
        1 => Ok(Situation::Tense),
        // In public one line and the way to private: no list.
        2 | 3 if moment.channel == Channel::Social => {
            Ok(if moment.level() == 2 { Situation::Upset } else { Situation::Heated })
        }
        2 | 3 if moment.agenda.len() > 1 && moment.first_reply() => Ok(Situation::Several),
        2 | 3 if moment.agenda.len() > 1 && !said(moment, Family::Agenda) => Ok(Situation::Parking),
        2 => Ok(Situation::Upset),
        _ => Ok(Situation::Heated),
    }
}

/// The host knows something to tell, or what is done next.
fn has_news(known: Known<'_>) -> bool {
    [Slot::Fact, Slot::Step, Slot::StepIng].iter().any(|slot| known.has(*slot))
}

/// They answer what we asked for.
pub(super) fn gave(moment: &Moment<'_>) -> bool {
    moment.last_acts.contains(Act::Ask) || moment.last_acts.contains(Act::Choice)
}
