//! What people decide about conduct: boundaries, judgements, endings (`domain.md` 4.4).

use alloc::vec::Vec;

use super::event::{Actor, AlertReason};
use super::incident::{Ending, IncidentNote};
use super::ladder::Crossing;
use super::region::Service;
use super::service::Work;
use super::standing::Rung;
use super::state::Carried;
use super::transition::{Cause, Effect, Refusal};
use super::turn::{Rank, Turn, ending, given, person, person_of};
use crate::policy::AlertAt;
use crate::terms::{Milli, RecordField, Role};

pub(super) fn boundary(turn: &mut Turn<'_>, by: &Actor, wording: &str) -> Result<(), Refusal> {
    may_speak(turn, by, wording)?;
    looked_first(turn)?;
    let moved = turn.climb(Rung::Boundary)?;
    let counts = moved.cause == Cause::BoundarySet;
    turn.now.ladder.warned(turn.at);
    turn.now.ladder.uncounted = !counts;
    turn.now.awaits_reply = false;
    turn.now.unanswered = 0;
    turn.warn(if counts { moved.on_record } else { 0 }, by, wording);
    if counts {
        tell_of_boundary(turn);
    } else {
        turn.effects.insert(Effect::VerifyBoundaryWithHuman);
    }
    Ok(())
}

pub(super) fn reaffirm(turn: &mut Turn<'_>, by: &Actor, wording: &str) -> Result<(), Refusal> {
    may_speak(turn, by, wording)?;
    let moved = turn.climb(Rung::Reaffirm)?;
    turn.now.ladder.warned(turn.at);
    turn.now.awaits_reply = false;
    turn.now.unanswered = 0;
    turn.warn(moved.on_record, by, wording);
    tell_of_boundary(turn);
    Ok(())
}

/// Some organisations look at a person's capacity and needs before they set a boundary.
fn looked_first(turn: &Turn<'_>) -> Result<(), Refusal> {
    let wanted = turn.policy.record_before_boundary();
    let filled = |field: &RecordField| {
        let last = turn.now.incidents.last();
        last.is_some_and(|incident| !incident.unfilled().contains(*field))
    };
    let missing: Vec<&'static str> =
        wanted.iter().filter(|field| !filled(field)).map(RecordField::name).collect();
    let due = turn.now.ladder.is_fresh(turn.policy);
    if due && !missing.is_empty() { Err(Refusal::RecordIncomplete(missing)) } else { Ok(()) }
}

fn may_speak(turn: &Turn<'_>, by: &Actor, wording: &str) -> Result<(), Refusal> {
    person(by, "only a person may set a boundary")?;
    given(wording, "the wording used must be given, for the record")?;
    if turn.now.service == Service::Closed {
        return Err(Refusal::NotNow("the contact is closed; a customer message reopens it"));
    }
    if turn.now.mood.messages == 0 {
        return Err(Refusal::NotNow("the customer has said nothing yet; wait for a message"));
    }
    Ok(())
}

fn tell_of_boundary(turn: &mut Turn<'_>) {
    let n = turn.now.ladder.on_record;
    match turn.policy.alert_at() {
        AlertAt::Boundary(from) if n >= from => turn.tell(AlertReason::SecondBoundary, n, true),
        AlertAt::Boundary(_) | AlertAt::NextCrossing | AlertAt::Never => {}
    }
}

pub(super) fn retract(turn: &mut Turn<'_>, by: &Actor, reason: &str) -> Result<(), Refusal> {
    person(by, "only a person may take a boundary back")?;
    given(reason, "the reason must be given, for the record")?;
    let was_ended = turn.now.standing == super::Standing::Discontinued;
    let counted = !turn.now.ladder.uncounted;
    turn.climb(Rung::Retract)?;
    let ladder = &mut turn.now.ladder;
    ladder.owes_retraction = true;
    ladder.uncounted = false;
    ladder.improved = false;
    // What the boundary answered is answered: it may not be answered with another one.
    ladder.answered = true;
    let warnings =
        turn.now.incidents.iter_mut().rev().flat_map(|one| one.warnings.iter_mut().rev());
    let last = warnings.into_iter().find(|one| !one.retracted && (one.number > 0) == counted);
    if let Some(warning) = last {
        warning.retracted = true;
    }
    if was_ended {
        turn.work(Work::Reinstated)?;
    }
    Ok(())
}

/// Warnings of an earlier contact count only where the policy lets them and a person says so, on record
/// (`domain.md` 4.7). They start no boundary: the next crossing gets one here first.
pub(super) fn carry(turn: &mut Turn<'_>, by: &Actor, reason: &str) -> Result<(), Refusal> {
    let human = person(by, "only a person may let earlier warnings count")?;
    person_of(human, Role::Supervisor)?;
    given(reason, "the reason must be given, for the record")?;
    let Some(Carried { count, ended }) = turn.now.carries else {
        return Err(Refusal::NotNow(
            "no linked contact before this one has warnings to carry over",
        ));
    };
    if !turn.policy.may_carry_warnings(ended, turn.now.opened) {
        return Err(Refusal::NotNow("the policy lets each contact start clear; serve it as it is"));
    }
    turn.climb(Rung::Carry(count))?;
    turn.now.carries = None;
    if let Some(incident) = turn.record() {
        incident.note.context.get_or_insert_with(|| reason.into());
    }
    Ok(())
}

pub(super) fn judge(
    turn: &mut Turn<'_>,
    by: &Actor,
    crosses: bool,
    reason: &str,
) -> Result<(), Refusal> {
    person(by, "only a person may judge a message")?;
    given(reason, "the reason must be given, for the record")?;
    let Some(arrived) = turn.now.last_message_at else {
        return Err(Refusal::NotNow("the customer has said nothing yet; wait for a message"));
    };
    turn.because(Rank::Conduct, Cause::CrossingJudged);
    let ladder = &mut turn.now.ladder;
    let mut words = None;
    if !crosses {
        ladder.crossing = None;
    } else if !turn.now.is_frozen() {
        let ladder = &mut turn.now.ladder;
        let crossing = ladder.crossing.get_or_insert(Crossing {
            written_at: arrived,
            confidence: Milli::ZERO,
            judged: false,
            tic: false,
            words: None,
        });
        if !crossing.judged {
            words = crossing.words.clone();
        }
        crossing.judged = true;
        ladder.respectful_turns = 0;
        ladder.improved = false;
        if ladder.uncounted {
            count_late(turn)?;
        }
    }
    let judged = (turn.at, crosses, reason.into());
    if crosses || !turn.now.incidents.is_empty() {
        if let Some(incident) = turn.record() {
            incident.judged.push(judged);
            if let Some(words) = words.filter(|words| !incident.verbatim.contains(words)) {
                incident.verbatim.push(words);
            }
        }
    }
    Ok(())
}

/// A boundary already sent now counts (`domain.md` 4.10, 6).
fn count_late(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    let moved = turn.climb(Rung::CountLate)?;
    if moved.cause != Cause::BoundarySet {
        return Ok(());
    }
    turn.now.ladder.uncounted = false;
    let warnings =
        turn.now.incidents.iter_mut().rev().flat_map(|one| one.warnings.iter_mut().rev());
    if let Some(warning) = warnings.into_iter().find(|one| !one.retracted && one.number == 0) {
        warning.number = moved.on_record;
    }
    tell_of_boundary(turn);
    Ok(())
}

pub(super) fn note(turn: &mut Turn<'_>, by: &Actor, note: &IncidentNote) -> Result<(), Refusal> {
    let human = person(by, "only a person may fill in the record")?;
    let at = turn.at;
    let Some(incident) = turn.now.incidents.last_mut() else {
        return Err(Refusal::NotNow(
            "there is no incident to record; a crossing, a threat or a boundary starts one",
        ));
    };
    incident.add(at, human, note);
    turn.because(Rank::Clock, Cause::RecordFilled);
    Ok(())
}

pub(super) fn discontinue(
    turn: &mut Turn<'_>,
    by: &Actor,
    wording: &str,
    route: &str,
    issue_owner: &str,
) -> Result<(), Refusal> {
    let human = person(by, "only a person may end a contact")?;
    ending(&turn.now, turn.policy)?;
    person_of(human, turn.policy.ending_role(turn.now.channel))?;
    given(wording, "the wording used must be given, for the record")?;
    given(route, "the customer must be told a way back")?;
    given(issue_owner, "someone must carry on with the open issue")?;
    turn.climb(Rung::Discontinue)?;
    let ended = Ending {
        at: turn.at,
        by: by.clone(),
        wording: wording.into(),
        route: route.into(),
        issue_owner: issue_owner.into(),
    };
    if let Some(incident) = turn.record() {
        incident.ending = Some(ended);
    }
    turn.now.owner = Some(issue_owner.into());
    turn.now.awaits_reply = false;
    // What the ending answered is answered: taken back, it gets no boundary as well.
    turn.now.ladder.answered = true;
    turn.now.ladder.improved = false;
    for effect in [Effect::TellIssueOwner, Effect::RecoveryTimeForAgent, Effect::PreserveEvidence] {
        turn.effects.insert(effect);
    }
    Ok(())
}

pub(super) fn reinstate(turn: &mut Turn<'_>, by: &Actor) -> Result<(), Refusal> {
    person(by, "only a person may take a customer back")?;
    turn.climb(Rung::Reinstate)?;
    turn.work(Work::Reinstated)
}
