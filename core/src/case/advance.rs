//! Moves a case by one event: time, danger, the regions, then what is owed.

use super::clock::{self, Sort};
use super::event::{Actor, Event, Human};
use super::obligation::ObligationKind;
use super::region::{Safety, Service};
use super::safety::Alarm;
use super::sent::SentReply;
use super::service::{Content, Work};
use super::transition::{Cause, Effect, Refusal, Transition};
use super::turn::{Rank, Turn, ending, given, person, person_of};
use super::{Case, Disposition, on_conduct, on_message};
use crate::error::AdvanceError;
use crate::policy::Policy;
use crate::terms::{Act, Crisis, Role};
use crate::time::Timestamp;

/// Moves a case by one event. The old case is left as it was.
///
/// Time passes first: timers due before `at` ring, whether or not the host came back for them, so
/// that the same events at the same times always give the same case.
///
/// # Errors
///
/// [`AdvanceError`] if time went back or a guard refuses the event; whatever a customer does is
/// accepted in every state.
pub fn advance(
    case: &Case,
    at: Timestamp,
    event: &Event,
    policy: &Policy,
) -> Result<Transition, AdvanceError> {
    let before = &case.state;
    if at < before.at {
        return Err(AdvanceError::TimeWentBack { last: before.at, given: at });
    }
    let mut turn = Turn::new(before.clone(), at, policy);
    let moved = clock::pass(&mut turn, matches!(event, Event::Waited)).and_then(|()| {
        let rested = turn.now.clone();
        take(&mut turn, event)?;
        clock::settle(&mut turn, &rested, sort(event))
    });
    if let Err(refusal) = moved {
        return Err(refused(refusal, event.name(), case));
    }
    turn.now.at = at;
    let (cause, effects) = (turn.cause(), turn.effects);
    let case = Case { state: turn.now };
    Ok(Transition { from: before.stage(), to: case.stage(), case, cause, effects })
}

/// See [`Case::may_discontinue`].
pub(super) fn may_discontinue(case: &Case, policy: &Policy) -> Result<(), AdvanceError> {
    const NAME: &str = "contact_discontinued";
    match ending(&case.state, policy) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(refused(refusal, NAME, case)),
    }
}

fn take(turn: &mut Turn<'_>, event: &Event) -> Result<(), Refusal> {
    match event {
        Event::MessageReceived(message) => on_message::take(turn, message),
        Event::AgentRead => turn.work(Work::Read),
        Event::ReplySent(reply) => replied(turn, reply),
        Event::StepStarted => {
            turn.now.mood.turns_since_progress = 0;
            turn.work(Work::StepStarted)
        }
        Event::HoldBegun => clock::hold(turn),
        Event::Promised { due } => promised(turn, *due),
        Event::ObligationMet { kind } => met(turn, *kind),
        Event::ObligationTransferred { kind, to } => transferred(turn, *kind, to),
        Event::ItemTaken { item } => {
            turn.now.agenda.take_up(*item)?;
            turn.because(Rank::Clock, Cause::AgendaMoved);
            Ok(())
        }
        Event::ItemDisposed { item, disposition } => disposed(turn, *item, *disposition),
        Event::ItemHanded { item, to, due } => handed(turn, *item, to, *due),
        Event::Resolved => resolved(turn),
        Event::CustomerConfirmed => finished(turn, Work::Confirmed),
        Event::FollowUpSent => finished(turn, Work::FollowedUp),
        Event::Close(reason) => turn.work(Work::Close(*reason)),
        Event::BoundaryDelivered { by, wording } => on_conduct::boundary(turn, by, wording),
        Event::BoundaryReaffirmed { by, wording } => on_conduct::reaffirm(turn, by, wording),
        Event::BoundaryRetracted { by, reason } => on_conduct::retract(turn, by, reason),
        Event::WarningsCarried { by, reason } => on_conduct::carry(turn, by, reason),
        Event::CrossingJudged { by, crosses, reason } => {
            on_conduct::judge(turn, by, *crosses, reason)
        }
        Event::IncidentNoted { by, note } => on_conduct::note(turn, by, note),
        Event::ContactDiscontinued { by, wording, route, issue_owner } => {
            on_conduct::discontinue(turn, by, wording, route, issue_owner)
        }
        Event::Reinstated { by } => on_conduct::reinstate(turn, by),
        Event::CrisisFlagged { level, .. } => crisis_flagged(turn, *level),
        Event::ThreatFlagged { kind, by } => {
            person(by, "only a person may confirm a threat")?;
            on_message::threat(turn, *kind)?;
            turn.record();
            reopen_for_danger(turn)
        }
        Event::HandedOver { to } => handed_over(turn, to),
        Event::ClearedByHuman { by, reason } => cleared(turn, by, reason),
        Event::CaseReturned => released(turn, Alarm::Returned),
        Event::Concluded => concluded(turn),
        Event::SupervisorAsked { reason } => {
            // Someone asked: no policy and no earlier take-over stands in the way.
            turn.alert(*reason, 1, true);
            Ok(())
        }
        Event::SupervisorAcked => acked(turn),
        Event::SupervisorTookOver { by } => took_over(turn, by),
        Event::Waited => Ok(()),
    }
}

const fn sort(event: &Event) -> Sort {
    match event {
        Event::MessageReceived(_) => Sort::Message,
        Event::ReplySent(_)
        | Event::BoundaryDelivered { .. }
        | Event::BoundaryReaffirmed { .. } => Sort::Reply,
        Event::AgentRead
        | Event::StepStarted
        | Event::HoldBegun
        | Event::Promised { .. }
        | Event::ObligationMet { .. }
        | Event::ObligationTransferred { .. }
        | Event::ItemTaken { .. }
        | Event::ItemDisposed { .. }
        | Event::ItemHanded { .. }
        | Event::Resolved
        | Event::CustomerConfirmed
        | Event::FollowUpSent
        | Event::Close(_)
        | Event::BoundaryRetracted { .. }
        | Event::WarningsCarried { .. }
        | Event::CrossingJudged { .. }
        | Event::IncidentNoted { .. }
        | Event::ContactDiscontinued { .. }
        | Event::Reinstated { .. }
        | Event::CrisisFlagged { .. }
        | Event::ThreatFlagged { .. }
        | Event::HandedOver { .. }
        | Event::ClearedByHuman { .. }
        | Event::CaseReturned
        | Event::Concluded
        | Event::SupervisorAsked { .. }
        | Event::SupervisorAcked
        | Event::SupervisorTookOver { .. }
        | Event::Waited => Sort::Other,
    }
}

fn disposed(turn: &mut Turn<'_>, item: u32, how: Disposition) -> Result<(), Refusal> {
    if how == Disposition::HandedTo {
        return Err(Refusal::NotNow(
            "handing over names the new owner and a date; use `item_handed`",
        ));
    }
    turn.now.agenda.dispose(item, how)?;
    turn.now.mood.turns_since_progress = 0;
    turn.because(Rank::Clock, Cause::AgendaMoved);
    Ok(())
}

fn handed(turn: &mut Turn<'_>, item: u32, to: &str, due: Timestamp) -> Result<(), Refusal> {
    given(to, "the new owner must be named")?;
    if due <= turn.at {
        return Err(Refusal::NotNow(
            "the date of the new owner has passed already; give one ahead",
        ));
    }
    turn.now.agenda.hand(item, to, due)?;
    turn.now.mood.turns_since_progress = 0;
    turn.because(Rank::Clock, Cause::AgendaMoved);
    Ok(())
}

fn refused(refusal: Refusal, event: &'static str, case: &Case) -> AdvanceError {
    match refusal {
        Refusal::NotNow(why) => AdvanceError::NotNow { event, stage: case.stage().name(), why },
        Refusal::NeedsHuman(why) => AdvanceError::NeedsHuman { event, why },
        Refusal::RecordIncomplete(missing) => AdvanceError::RecordIncomplete { missing },
        Refusal::UnknownItem(id) => AdvanceError::UnknownItem { id },
    }
}

fn replied(turn: &mut Turn<'_>, reply: &SentReply) -> Result<(), Refusal> {
    let acts = reply.acts;
    let any = |wanted: &[Act]| wanted.iter().any(|act| acts.contains(*act));
    // A moment that has passed already is no promise.
    let promise = reply.promise.filter(|due| *due > turn.at);
    turn.work(Work::Reply(Content {
        names_problem: any(&[Act::Ack, Act::Agenda, Act::Vuln, Act::Missed]),
        step: acts.contains(Act::Step),
        serves: any(&[Act::Fact, Act::No, Act::Choice, Act::Commit, Act::Update, Act::Handoff]),
        asks: acts.contains(Act::Ask),
        promises: promise.is_some(),
    }))?;
    turn.now.said.add(reply);
    turn.now.awaits_reply = false;
    turn.now.unanswered = 0;
    turn.now.content = false;
    if any(&ANSWERS) {
        turn.now.questions = 0;
    }
    turn.now.ladder.improved = false;
    if acts.contains(Act::Retract) {
        turn.now.ladder.owes_retraction = false;
    }
    if let (None, Actor::Human(human)) = (&turn.now.owner, &reply.by) {
        turn.now.owner = Some(human.name.clone());
    }
    turn.now.owed.answer(turn.at, promise.is_some());
    if let Some(due) = promise {
        turn.now.owed.promise(turn.at, due, turn.policy.limits());
    }
    Ok(())
}

/// Acts that can answer a question; what only acknowledges leaves it open.
const ANSWERS: [Act; 10] = [
    Act::Fact,
    Act::Step,
    Act::No,
    Act::Choice,
    Act::Commit,
    Act::Update,
    Act::Handoff,
    Act::Data,
    Act::Rights,
    Act::Ask,
];

fn promised(turn: &mut Turn<'_>, due: Timestamp) -> Result<(), Refusal> {
    if turn.now.service == Service::Closed {
        return Err(Refusal::NotNow("the contact is closed; a reply with a promise reopens it"));
    }
    if due <= turn.at {
        return Err(Refusal::NotNow("the promised moment has passed already; promise one ahead"));
    }
    turn.now.owed.promise(turn.at, due, turn.policy.limits());
    turn.because(Rank::Clock, Cause::Promised);
    Ok(())
}

fn met(turn: &mut Turn<'_>, kind: ObligationKind) -> Result<(), Refusal> {
    if !turn.now.owed.meet(kind) {
        return Err(Refusal::NotNow(
            "nothing of this kind is owed; the obligations of the case say what is",
        ));
    }
    turn.because(Rank::Clock, Cause::ObligationMet);
    Ok(())
}

fn transferred(turn: &mut Turn<'_>, kind: ObligationKind, to: &str) -> Result<(), Refusal> {
    given(to, "the new owner must be named")?;
    if !kind.is_debt() {
        return Err(Refusal::NotNow(
            "only promises and rights can be transferred; what else is owed is met or passes",
        ));
    }
    if !turn.now.owed.transfer(kind) {
        return Err(Refusal::NotNow(
            "nothing of this kind is owed; the obligations of the case say what is",
        ));
    }
    turn.because(Rank::Clock, Cause::ObligationTransferred);
    Ok(())
}

/// The customer was told, which is what promised times were for: they are met.
fn resolved(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    let before = turn.now.service;
    turn.work(Work::Resolved)?;
    if turn.now.service != before {
        while turn.now.owed.meet(ObligationKind::Promise) {}
        turn.now.owed.clear(ObligationKind::Acknowledge);
        turn.now.awaits_reply = false;
        turn.now.mood.turns_since_progress = 0;
    }
    Ok(())
}

/// The customer's word that it is fine is not asked for twice: what still holds the contact open is all
/// that it waits for.
fn finished(turn: &mut Turn<'_>, work: Work) -> Result<(), Refusal> {
    let before = turn.now.service;
    turn.work(work)?;
    let over = matches!(before, Service::Resolved | Service::FollowUp);
    if over && turn.now.service == before {
        turn.now.owed.expire(ObligationKind::Confirm, turn.at);
    }
    Ok(())
}

fn crisis_flagged(turn: &mut Turn<'_>, level: Crisis) -> Result<(), Refusal> {
    if level == Crisis::None {
        return Err(Refusal::NotNow(
            "no crisis was named; name how clear it is: a hold is lifted with `cleared_by_human`",
        ));
    }
    on_message::crisis(turn, level)?;
    reopen_for_danger(turn)
}

fn reopen_for_danger(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    turn.work(Work::Danger)
}

fn handed_over(turn: &mut Turn<'_>, to: &Human) -> Result<(), Refusal> {
    if turn.now.safety == Safety::None {
        return Err(Refusal::NotNow(
            "no hold is in force; `crisis_flagged` or `threat_flagged` sets one",
        ));
    }
    given(&to.name, "the trained person must be named")?;
    person_of(to, Role::Supervisor)?;
    turn.alarm(Alarm::HandedOver)?;
    turn.now.owner = Some(to.name.clone());
    turn.effects.insert(Effect::RecoveryTimeForAgent);
    Ok(())
}

fn cleared(turn: &mut Turn<'_>, by: &Actor, reason: &str) -> Result<(), Refusal> {
    let human = person(by, "only a person may lift a hold")?;
    match turn.now.safety {
        Safety::CrisisHold => person_of(human, turn.policy.crisis_clear_role())?,
        Safety::ThreatHold(_) => person_of(human, turn.policy.threat_clear_role())?,
        Safety::None | Safety::HandedOver => {}
    }
    given(reason, "the reason must be given, for the record")?;
    released(turn, Alarm::Cleared)
}

fn released(turn: &mut Turn<'_>, alarm: Alarm) -> Result<(), Refusal> {
    turn.alarm(alarm)?;
    if turn.now.safety == Safety::None {
        turn.effects.insert(Effect::ResumeAutomation);
    }
    Ok(())
}

/// Whoever concluded it takes what is owed along.
fn concluded(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    released(turn, Alarm::Concluded)?;
    for kind in ObligationKind::ALL.iter().filter(|kind| kind.is_debt()) {
        turn.now.owed.transfer(*kind);
    }
    turn.work(Work::Concluded)
}

fn acked(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    if turn.now.watch.alerts.is_empty() {
        return Err(Refusal::NotNow("no supervisor was alerted; `supervisor_asked` tells one"));
    }
    turn.now.watch.ack();
    turn.because(Rank::Supervisor, Cause::SupervisorAcked);
    Ok(())
}

/// One owner at any time: what was owed is owed by the new one (`domain.md` I15).
fn took_over(turn: &mut Turn<'_>, by: &Human) -> Result<(), Refusal> {
    given(&by.name, "the supervisor must be named")?;
    person_of(by, Role::Supervisor)?;
    turn.now.watch.ack();
    turn.now.watch.took_over = true;
    turn.now.owner = Some(by.name.clone());
    turn.because(Rank::Supervisor, Cause::SupervisorTookOver);
    Ok(())
}
