//! Time: what rings, and what is set after an event (`domain.md` 4.6).

use super::event::AlertReason;
use super::obligation::{Obligation, ObligationKind, ObligationState};
use super::region::{Safety, Service, Standing, Supervisor};
use super::service::Work;
use super::standing::Rung;
use super::state::State;
use super::transition::{Cause, Effect, Refusal};
use super::turn::{Rank, Turn};
use crate::policy::Timer;
use crate::terms::{Act, Flag};
use crate::time::Timestamp;

/// More rings than one case can hold between two events; a bound, not a rule.
const MOST_RINGS: usize = 1_000;

/// Lets time pass up to this event, so that a case depends on when things happened and not on how
/// often its host looked. `waited` rings what is due this very moment; any other event comes just in time.
pub(super) fn pass(turn: &mut Turn<'_>, waited: bool) -> Result<(), Refusal> {
    let now = turn.at;
    for _ in 0..MOST_RINGS {
        let Some(deadline) = turn.now.owed.next(turn.now.is_frozen()) else { break };
        if deadline.at > now || (deadline.at == now && !waited) {
            break;
        }
        let is_it = |one: &&mut Obligation| {
            one.kind == deadline.kind
                && one.due == deadline.due
                && one.rings_at() == Some(deadline.at)
        };
        let Some(obligation) = turn.now.owed.list.iter_mut().find(is_it) else { break };
        let state = obligation.state;
        // What can ring early does so once, before it falls due.
        let early = state == ObligationState::Open && obligation.alarm < obligation.due;
        let warns =
            early || (state, deadline.kind) == (ObligationState::Open, ObligationKind::Promise);
        obligation.state = if warns { ObligationState::Warned } else { ObligationState::Overdue };
        // What waited for a crisis to pass rings when it has passed, not before.
        turn.at = deadline.at.max(turn.now.at);
        turn.now.at = turn.at;
        turn.because(Rank::Clock, Cause::TimerRang);
        ring(turn, deadline.kind, state)?;
    }
    turn.at = now;
    Ok(())
}

fn ring(turn: &mut Turn<'_>, kind: ObligationKind, state: ObligationState) -> Result<(), Refusal> {
    let rang = turn.at;
    match kind {
        ObligationKind::Promise => {
            turn.effects.insert(Effect::RemindAgent);
            if state == ObligationState::Warned {
                turn.now.missed_promises = turn.now.missed_promises.saturating_add(1);
                if turn.now.missed_promises >= 2 {
                    turn.tell(AlertReason::MissedPromises, 1, false);
                    settle_supervisor(turn);
                }
            }
        }
        ObligationKind::Acknowledge
        | ObligationKind::Summarise
        | ObligationKind::Update
        | ObligationKind::Silence
        | ObligationKind::Hold
        | ObligationKind::DataRequest
        | ObligationKind::FormalComplaint
        | ObligationKind::SafetyHazard
        | ObligationKind::ReportedAbuse => turn.effects.insert(Effect::RemindAgent),
        ObligationKind::Nudge => {
            turn.effects.insert(Effect::RemindCustomer);
            turn.now.nudges = turn.now.nudges.saturating_add(1);
            if turn.now.nudges == 1 {
                owe(turn, ObligationKind::Nudge, Timer::SecondNudge);
            }
        }
        ObligationKind::Confirm => lapse(turn)?,
        ObligationKind::FollowUp => {
            turn.effects.insert(Effect::SendFollowUp);
            owe_once(turn, ObligationKind::Confirm, Timer::Confirm);
        }
        ObligationKind::SupervisorAck => {
            if turn.now.watch.next_in_chain() {
                turn.effects.insert(Effect::AlertNextInChain);
                let due = ack_due(turn);
                turn.now.owed.set(ObligationKind::SupervisorAck, rang, due);
            }
        }
        ObligationKind::Cooldown => {
            turn.now.owed.clear(ObligationKind::Cooldown);
            turn.climb(Rung::Cooldown)?;
        }
        ObligationKind::ReopenWindow => turn.now.owed.clear(ObligationKind::ReopenWindow),
    }
    Ok(())
}

/// The customer's time to object is over. While something is owed the contact stays open, and the
/// timer overdue, until nothing is.
fn lapse(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    let before = turn.now.service;
    turn.work(Work::Lapsed)?;
    if turn.now.service != before {
        turn.now.owed.clear(ObligationKind::Confirm);
        settle_service(turn, before);
    }
    Ok(())
}

/// What kind of event it was, as far as timers care.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    Message,
    Reply,
    Other,
}

/// Sets and clears timers after an event.
pub(super) fn settle(turn: &mut Turn<'_>, before: &State, sort: Sort) -> Result<(), Refusal> {
    if turn.now.service != before.service {
        settle_service(turn, before.service);
    }
    match sort {
        Sort::Message => settle_message(turn),
        Sort::Reply => settle_reply(turn),
        Sort::Other => {}
    }
    settle_standing(turn, before);
    settle_supervisor(turn);
    let waits_to_close = turn
        .now
        .owed
        .get(ObligationKind::Confirm)
        .is_some_and(|confirm| confirm.state == ObligationState::Overdue);
    if waits_to_close && !turn.now.owed.owes() && turn.now.safety == Safety::None {
        lapse(turn)?;
    }
    Ok(())
}

fn settle_service(turn: &mut Turn<'_>, before: Service) {
    for kind in leaving(before) {
        turn.now.owed.clear(*kind);
    }
    match turn.now.service {
        Service::Open => {}
        Service::Listening => listen(turn),
        Service::Acknowledged | Service::Working => owe_update(turn),
        Service::AwaitingCustomer => {
            turn.now.nudges = 0;
            owe(turn, ObligationKind::Nudge, Timer::Nudge);
        }
        Service::Resolved => owe(turn, ObligationKind::Confirm, Timer::Confirm),
        Service::FollowUp => {
            if turn.now.mood.peak.get() >= 2 {
                owe(turn, ObligationKind::FollowUp, Timer::FollowUp);
                turn.effects.insert(Effect::ScheduleFollowUp);
            } else {
                owe(turn, ObligationKind::Confirm, Timer::Confirm);
            }
        }
        Service::Closed => {
            let until = turn.at.after(turn.policy.limits().reopen_window);
            turn.now.owed.keep_debts();
            turn.now.owed.set(ObligationKind::ReopenWindow, turn.at, until);
            turn.now.awaits_reply = false;
        }
    }
}

/// Once someone is upset the listening window is open: so long, or so many messages, then sum up.
fn listen(turn: &mut Turn<'_>) {
    if turn.now.service != Service::Listening || !turn.now.mood.is_upset() {
        return;
    }
    let most = turn.policy.timers(turn.now.channel).listening_messages;
    if most.is_some_and(|most| turn.now.unanswered >= most.into()) {
        if turn.now.owed.get(ObligationKind::Summarise).is_none_or(|one| one.due > turn.at) {
            turn.now.owed.set(ObligationKind::Summarise, turn.at, turn.at);
        }
    } else {
        owe_once(turn, ObligationKind::Summarise, Timer::Listening);
    }
}

/// Timers that belong to a state and end with it.
const fn leaving(service: Service) -> &'static [ObligationKind] {
    match service {
        Service::Open => &[],
        Service::Listening => &[ObligationKind::Summarise],
        Service::Acknowledged | Service::Working => {
            &[ObligationKind::Update, ObligationKind::Silence, ObligationKind::Hold]
        }
        Service::AwaitingCustomer => &[ObligationKind::Nudge],
        Service::Resolved => &[ObligationKind::Confirm],
        Service::FollowUp => &[ObligationKind::FollowUp, ObligationKind::Confirm],
        Service::Closed => &[ObligationKind::ReopenWindow],
    }
}

fn settle_message(turn: &mut Turn<'_>) {
    turn.now.owed.clear(ObligationKind::Silence);
    turn.now.owed.clear(ObligationKind::Hold);
    if !turn.now.awaits_reply {
        return;
    }
    let upset = turn.now.mood.is_upset();
    match turn.now.service {
        Service::Acknowledged | Service::Working => {
            if let Some(due) = update_due(turn) {
                sooner(&mut turn.now.owed, ObligationKind::Update, turn.at, due);
            }
        }
        Service::Open
        | Service::Listening
        | Service::AwaitingCustomer
        | Service::Resolved
        | Service::FollowUp
        | Service::Closed => {
            let timer = if upset { Timer::FirstReplyUpset } else { Timer::FirstReplyCalm };
            if let Some(due) = due(turn, timer) {
                sooner(&mut turn.now.owed, ObligationKind::Acknowledge, turn.at, due);
            }
            listen(turn);
        }
    }
}

fn settle_reply(turn: &mut Turn<'_>) {
    let owed = &mut turn.now.owed;
    owed.clear(ObligationKind::Acknowledge);
    owed.clear(ObligationKind::Summarise);
    owed.clear(ObligationKind::Silence);
    owed.clear(ObligationKind::Hold);
    if turn.now.service == Service::FollowUp && turn.now.said.last.contains(Act::FollowUp) {
        // Asked: what is left is their time to say that it does not hold.
        turn.now.owed.clear(ObligationKind::FollowUp);
        owe_once(turn, ObligationKind::Confirm, Timer::Confirm);
    }
    match turn.now.service {
        Service::Acknowledged | Service::Working => {
            owe_update(turn);
            owe_word(turn);
        }
        // Asked again: the reminder starts anew.
        Service::AwaitingCustomer => {
            turn.now.nudges = 0;
            owe(turn, ObligationKind::Nudge, Timer::Nudge);
        }
        Service::Open
        | Service::Listening
        | Service::Resolved
        | Service::FollowUp
        | Service::Closed => {}
    }
}

/// On a live channel nobody sits in silence while work goes on: the agent is warned before.
fn owe_word(turn: &mut Turn<'_>) {
    if let Some(silence) = due(turn, Timer::Silence) {
        let warning = due(turn, Timer::SilenceWarning).unwrap_or(silence);
        turn.now.owed.set_early(ObligationKind::Silence, turn.at, silence, warning);
    }
}

/// A customer who agreed to hold: the agent comes back, and at the latest after the longest hold.
pub(super) fn hold(turn: &mut Turn<'_>) -> Result<(), Refusal> {
    let (Some(back), Some(longest)) = (due(turn, Timer::Hold), due(turn, Timer::LongestHold))
    else {
        return Err(Refusal::NotNow("nobody holds on this channel; say when you will write next"));
    };
    if turn.now.service == Service::Closed {
        return Err(Refusal::NotNow("the contact is closed; a customer message reopens it"));
    }
    turn.now.owed.clear(ObligationKind::Silence);
    turn.now.owed.set_early(ObligationKind::Hold, turn.at, longest, back);
    turn.because(Rank::Clock, Cause::Promised);
    Ok(())
}

fn settle_standing(turn: &mut Turn<'_>, before: &State) {
    let crossed =
        turn.now.ladder.crossing.is_some() && turn.now.mood.messages > before.mood.messages;
    match turn.now.standing {
        Standing::BoundarySet(_) => {
            if turn.now.standing != before.standing || crossed {
                owe(turn, ObligationKind::Cooldown, Timer::Cooldown);
            }
        }
        Standing::Clear => turn.now.owed.clear(ObligationKind::Cooldown),
        Standing::Discontinued if before.standing == Standing::Discontinued => {}
        Standing::Discontinued => {
            for kind in [
                ObligationKind::Acknowledge,
                ObligationKind::Cooldown,
                ObligationKind::Hold,
                ObligationKind::Nudge,
                ObligationKind::Silence,
                ObligationKind::Summarise,
            ] {
                turn.now.owed.clear(kind);
            }
        }
    }
}

fn settle_supervisor(turn: &mut Turn<'_>) {
    if !turn.now.watch.waits() {
        turn.now.owed.clear(ObligationKind::SupervisorAck);
    } else if turn.effects.contains(Effect::AlertSupervisor) {
        let due = ack_due(turn);
        sooner(&mut turn.now.owed, ObligationKind::SupervisorAck, turn.at, due);
    }
}

fn ack_due(turn: &Turn<'_>) -> Timestamp {
    let danger = match turn.now.watch.state() {
        Supervisor::Alerted { reason, .. } => {
            matches!(reason, AlertReason::Severe | AlertReason::Crisis)
        }
        Supervisor::NotAlerted | Supervisor::Acked | Supervisor::TookOver => false,
    };
    let severe = turn.at.after(turn.policy.limits().severe_ack);
    if danger || turn.now.safety != Safety::None {
        severe
    } else {
        due(turn, Timer::SupervisorAck).unwrap_or(severe)
    }
}

/// When a timer of this channel that starts now rings, in the host's business time where it counts so.
fn due(turn: &Turn<'_>, timer: Timer) -> Option<Timestamp> {
    turn.policy.due(turn.now.channel, timer, turn.at)
}

fn owe(turn: &mut Turn<'_>, kind: ObligationKind, timer: Timer) {
    if let Some(due) = due(turn, timer) {
        turn.now.owed.set(kind, turn.at, due);
    }
}

fn owe_once(turn: &mut Turn<'_>, kind: ObligationKind, timer: Timer) {
    if turn.now.owed.get(kind).is_none() {
        owe(turn, kind, timer);
    }
}

fn owe_update(turn: &mut Turn<'_>) {
    if let Some(due) = update_due(turn) {
        turn.now.owed.set(ObligationKind::Update, turn.at, due);
    }
}

/// An outage brings updates nearer, never further away (`domain.md` I14).
fn update_due(turn: &Turn<'_>) -> Option<Timestamp> {
    let upset = turn.now.mood.is_upset();
    let usual = due(turn, if upset { Timer::UpdateUpset } else { Timer::UpdateCalm });
    let major =
        due(turn, Timer::MajorIncident).filter(|_| turn.now.mood.flags.contains(Flag::Outage));
    [usual, major].into_iter().flatten().min()
}

/// Owes `kind` from now, and keeps an earlier moment.
fn sooner(owed: &mut super::obligation::Owed, kind: ObligationKind, at: Timestamp, due: Timestamp) {
    // What is overdue stays overdue until it is met.
    let keeps = owed
        .get(kind)
        .is_some_and(|known| known.state == ObligationState::Overdue || known.due <= due);
    if !keeps {
        owed.set(kind, at, due);
    }
}
