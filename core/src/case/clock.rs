//! Time: what rings, and what is set after an event (`domain.md` 4.6).

use super::event::AlertReason;
use super::obligation::{Obligation, ObligationKind, ObligationState};
use super::region::{Safety, Service, Standing, Supervisor};
use super::service::Work;
use super::standing::Rung;
use super::state::State;
use super::transition::{Cause, Effect, Refusal};
use super::turn::{Rank, Turn};
use crate::policy::Timers;
use crate::terms::Act;
use crate::time::{Millis, Timestamp};

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
        obligation.state = match (obligation.kind, state) {
            (ObligationKind::Promise, ObligationState::Open) => ObligationState::Warned,
            _ => ObligationState::Overdue,
        };
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
    let timers = *turn.policy.timers(turn.now.channel);
    match kind {
        ObligationKind::Promise => {
            turn.effects.insert(Effect::RemindAgent);
            if state == ObligationState::Warned {
                turn.now.missed_promises = turn.now.missed_promises.saturating_add(1);
                if turn.now.missed_promises >= 2 {
                    turn.tell(AlertReason::MissedPromises, 1, false);
                    settle_supervisor(turn, &timers);
                }
            }
        }
        ObligationKind::Acknowledge
        | ObligationKind::Summarise
        | ObligationKind::Update
        | ObligationKind::DataRequest
        | ObligationKind::FormalComplaint
        | ObligationKind::SafetyHazard
        | ObligationKind::ReportedAbuse => turn.effects.insert(Effect::RemindAgent),
        ObligationKind::Nudge => {
            turn.effects.insert(Effect::RemindCustomer);
            turn.now.nudges = turn.now.nudges.saturating_add(1);
            if turn.now.nudges == 1 {
                turn.now.owed.set(ObligationKind::Nudge, rang, timers.second_nudge);
            }
        }
        ObligationKind::Confirm => lapse(turn, &timers)?,
        ObligationKind::FollowUp => {
            turn.effects.insert(Effect::SendFollowUp);
            turn.now.owed.set_once(ObligationKind::Confirm, rang, timers.confirm);
        }
        ObligationKind::SupervisorAck => {
            if turn.now.watch.next_in_chain() {
                turn.effects.insert(Effect::AlertNextInChain);
                let length = ack_length(turn, &timers);
                turn.now.owed.set(ObligationKind::SupervisorAck, rang, length);
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
fn lapse(turn: &mut Turn<'_>, timers: &Timers) -> Result<(), Refusal> {
    let before = turn.now.service;
    turn.work(Work::Lapsed)?;
    if turn.now.service != before {
        turn.now.owed.clear(ObligationKind::Confirm);
        settle_service(turn, before, turn.at, timers);
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
    let timers = *turn.policy.timers(turn.now.channel);
    let at = turn.at;
    if turn.now.service != before.service {
        settle_service(turn, before.service, at, &timers);
    }
    match sort {
        Sort::Message => settle_message(turn, &timers),
        Sort::Reply => settle_reply(turn, &timers),
        Sort::Other => {}
    }
    settle_standing(turn, before, &timers);
    settle_supervisor(turn, &timers);
    let waits_to_close = turn
        .now
        .owed
        .get(ObligationKind::Confirm)
        .is_some_and(|confirm| confirm.state == ObligationState::Overdue);
    if waits_to_close && !turn.now.owed.owes() && turn.now.safety == Safety::None {
        lapse(turn, &timers)?;
    }
    Ok(())
}

fn settle_service(turn: &mut Turn<'_>, before: Service, at: Timestamp, timers: &Timers) {
    let upset = turn.now.mood.is_upset();
    let schedules = turn.now.mood.peak.get() >= 2;
    let owed = &mut turn.now.owed;
    for kind in leaving(before) {
        owed.clear(*kind);
    }
    match turn.now.service {
        Service::Open => {}
        Service::Listening => {
            if let (true, Some(window)) = (upset, timers.listening) {
                owed.set_once(ObligationKind::Summarise, at, window);
            }
        }
        Service::Acknowledged | Service::Working => {
            owed.set(ObligationKind::Update, at, update(upset, timers));
        }
        Service::AwaitingCustomer => {
            turn.now.nudges = 0;
            owed.set(ObligationKind::Nudge, at, timers.nudge);
        }
        Service::Resolved => owed.set(ObligationKind::Confirm, at, timers.confirm),
        Service::FollowUp => {
            if schedules {
                owed.set(ObligationKind::FollowUp, at, timers.follow_up);
                turn.effects.insert(Effect::ScheduleFollowUp);
            } else {
                owed.set(ObligationKind::Confirm, at, timers.confirm);
            }
        }
        Service::Closed => {
            owed.keep_debts();
            owed.set(ObligationKind::ReopenWindow, at, turn.policy.limits().reopen_window);
            turn.now.awaits_reply = false;
        }
    }
}

/// Timers that belong to a state and end with it.
const fn leaving(service: Service) -> &'static [ObligationKind] {
    match service {
        Service::Open => &[],
        Service::Listening => &[ObligationKind::Summarise],
        Service::Acknowledged | Service::Working => &[ObligationKind::Update],
        Service::AwaitingCustomer => &[ObligationKind::Nudge],
        Service::Resolved => &[ObligationKind::Confirm],
        Service::FollowUp => &[ObligationKind::FollowUp, ObligationKind::Confirm],
        Service::Closed => &[ObligationKind::ReopenWindow],
    }
}

fn settle_message(turn: &mut Turn<'_>, timers: &Timers) {
    if !turn.now.awaits_reply {
        return;
    }
    let upset = turn.now.mood.is_upset();
    let first = if upset { timers.first_reply_upset } else { timers.first_reply_calm };
    let at = turn.at;
    let owed = &mut turn.now.owed;
    match turn.now.service {
        Service::Acknowledged | Service::Working => {
            sooner(owed, ObligationKind::Update, at, update(upset, timers));
        }
        Service::Open | Service::Listening => {
            sooner(owed, ObligationKind::Acknowledge, at, first);
            if let (Service::Listening, true, Some(window)) =
                (turn.now.service, upset, timers.listening)
            {
                owed.set_once(ObligationKind::Summarise, at, window);
            }
        }
        Service::AwaitingCustomer | Service::Resolved | Service::FollowUp | Service::Closed => {
            sooner(owed, ObligationKind::Acknowledge, at, first);
        }
    }
}

fn settle_reply(turn: &mut Turn<'_>, timers: &Timers) {
    let upset = turn.now.mood.is_upset();
    let at = turn.at;
    let owed = &mut turn.now.owed;
    owed.clear(ObligationKind::Acknowledge);
    owed.clear(ObligationKind::Summarise);
    if turn.now.service == Service::FollowUp && turn.now.said.last.contains(Act::FollowUp) {
        // Asked: what is left is their time to say that it does not hold.
        owed.clear(ObligationKind::FollowUp);
        owed.set_once(ObligationKind::Confirm, at, timers.confirm);
    }
    match turn.now.service {
        Service::Acknowledged | Service::Working => {
            owed.set(ObligationKind::Update, at, update(upset, timers));
        }
        // Asked again: the reminder starts anew.
        Service::AwaitingCustomer => {
            turn.now.nudges = 0;
            owed.set(ObligationKind::Nudge, at, timers.nudge);
        }
        Service::Open
        | Service::Listening
        | Service::Resolved
        | Service::FollowUp
        | Service::Closed => {}
    }
}

fn settle_standing(turn: &mut Turn<'_>, before: &State, timers: &Timers) {
    let at = turn.at;
    let crossed =
        turn.now.ladder.crossing.is_some() && turn.now.mood.messages > before.mood.messages;
    match turn.now.standing {
        Standing::BoundarySet(_) => {
            if let Some(length) = timers.cooldown {
                if turn.now.standing != before.standing || crossed {
                    turn.now.owed.set(ObligationKind::Cooldown, at, length);
                }
            }
        }
        Standing::Clear => turn.now.owed.clear(ObligationKind::Cooldown),
        Standing::Discontinued if before.standing == Standing::Discontinued => {}
        Standing::Discontinued => {
            for kind in [
                ObligationKind::Acknowledge,
                ObligationKind::Cooldown,
                ObligationKind::Nudge,
                ObligationKind::Summarise,
            ] {
                turn.now.owed.clear(kind);
            }
        }
    }
}

fn settle_supervisor(turn: &mut Turn<'_>, timers: &Timers) {
    if !turn.now.watch.waits() {
        turn.now.owed.clear(ObligationKind::SupervisorAck);
    } else if turn.effects.contains(Effect::AlertSupervisor) {
        let length = ack_length(turn, timers);
        sooner(&mut turn.now.owed, ObligationKind::SupervisorAck, turn.at, length);
    }
}

fn ack_length(turn: &Turn<'_>, timers: &Timers) -> Millis {
    let danger = match turn.now.watch.state() {
        Supervisor::Alerted { reason, .. } => {
            matches!(reason, AlertReason::Severe | AlertReason::Crisis)
        }
        Supervisor::NotAlerted | Supervisor::Acked | Supervisor::TookOver => false,
    };
    if danger || turn.now.safety != Safety::None {
        turn.policy.limits().severe_ack
    } else {
        timers.supervisor_ack
    }
}

/// Owes `kind` from now, and keeps an earlier moment.
fn sooner(owed: &mut super::obligation::Owed, kind: ObligationKind, at: Timestamp, length: Millis) {
    let keeps = owed.get(kind).is_some_and(|known| {
        known.state != ObligationState::Overdue && known.due <= at.after(length)
    });
    let overdue = owed.get(kind).is_some_and(|known| known.state == ObligationState::Overdue);
    // What is overdue stays overdue until it is met.
    if !keeps && !overdue {
        owed.set(kind, at, length);
    }
}

const fn update(upset: bool, timers: &Timers) -> Millis {
    if upset { timers.update_upset } else { timers.update_calm }
}
