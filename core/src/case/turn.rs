//! One event at work: the case as it becomes, what it causes and what the host should do.

use super::event::{Actor, AlertReason, Human};
use super::incident::{Incident, IncidentNote, Warning};
use super::region::{Safety, Service, Standing};
use super::state::{Closed, State};
use super::transition::{Cause, Effect, Effects, Refusal};
use super::{safety, service, standing};
use crate::policy::{AlertDelivery, Policy};
use crate::tables::DATA_DIGEST;
use crate::terms::{Conduct, Flags, Milli, Role, Temperature};
use crate::time::Timestamp;

pub(super) struct Turn<'a> {
    pub(super) now: State,
    pub(super) at: Timestamp,
    pub(super) policy: &'a Policy,
    pub(super) effects: Effects,
    causes: [Cause; 5],
}

/// Whose row decided; the first that moved is named.
#[derive(Clone, Copy)]
pub(super) enum Rank {
    Safety,
    Conduct,
    Service,
    Supervisor,
    Clock,
}

impl<'a> Turn<'a> {
    pub(super) fn new(now: State, at: Timestamp, policy: &'a Policy) -> Self {
        Self { now, at, policy, effects: Effects::EMPTY, causes: [Cause::Unchanged; 5] }
    }

    pub(super) fn because(&mut self, rank: Rank, cause: Cause) {
        let [safety, conduct, service, supervisor, clock] = &mut self.causes;
        let place = match rank {
            Rank::Safety => safety,
            Rank::Conduct => conduct,
            Rank::Service => service,
            Rank::Supervisor => supervisor,
            Rank::Clock => clock,
        };
        if cause != Cause::Unchanged {
            *place = cause;
        }
    }

    pub(super) fn cause(&self) -> Cause {
        self.causes
            .iter()
            .copied()
            .find(|cause| *cause != Cause::Unchanged)
            .unwrap_or(Cause::Unchanged)
    }

    pub(super) fn work(&mut self, work: service::Work) -> Result<(), Refusal> {
        let state = &mut self.now;
        let closed_at = state.closed.map(|closed| closed.at);
        let guards = service::Guards {
            upset: state.mood.is_upset(),
            all_disposed: state.agenda.all_disposed(),
            owes: state.owed.owes(),
            held: state.safety != Safety::None,
            // Optional while nobody was upset (`domain.md` 4.6); who was ended is not called back.
            follow_up_due: state.mood.peak.get() >= 2 && state.standing != Standing::Discontinued,
            reopens: closed_at
                .is_some_and(|at| self.at.since(at) <= self.policy.limits().reopen_window),
        };
        let moved = service::next(state.service, work, &guards)?;
        if moved.to == Service::Closed {
            if let Some(reason) = moved.closed {
                state.closed = Some(Closed { reason, at: self.at });
            }
        } else {
            state.closed = None;
        }
        if moved.cause == Cause::Reopened {
            state.reopened = state.reopened.saturating_add(1);
        }
        state.service = moved.to;
        self.because(Rank::Service, moved.cause);
        Ok(())
    }

    pub(super) fn alarm(&mut self, alarm: safety::Alarm) -> Result<Cause, Refusal> {
        let state = &mut self.now;
        let guards = safety::Guards { threat: state.threat, crisis_in_hand: state.crisis_in_hand };
        let before = state.safety;
        let moved = safety::next(before, alarm, &guards)?;
        state.crisis_in_hand = match moved.to {
            Safety::HandedOver => state.crisis_in_hand || before == Safety::CrisisHold,
            Safety::None | Safety::CrisisHold | Safety::ThreatHold(_) => false,
        };
        state.safety = moved.to;
        state.threat = moved.threat;
        self.because(Rank::Safety, moved.cause);
        Ok(moved.cause)
    }

    pub(super) fn climb(&mut self, rung: standing::Rung) -> Result<standing::Move, Refusal> {
        let moved = standing::next(self.now.standing, rung, &rung_guards(&self.now, self.policy))?;
        self.now.standing = moved.to;
        self.now.ladder.on_record = moved.on_record;
        self.because(Rank::Conduct, moved.cause);
        Ok(moved)
    }

    /// Tells a supervisor, at most once a reason and tier (`domain.md` I7).
    pub(super) fn tell(&mut self, reason: AlertReason, tier: u8, anew: bool) {
        let always = match reason {
            AlertReason::Severe
            | AlertReason::Crisis
            | AlertReason::PossibleThreat
            | AlertReason::AgentAsked => true,
            AlertReason::SecondBoundary
            | AlertReason::CustomerAsked
            | AlertReason::SustainedHeat
            | AlertReason::LegalPressRegulator
            | AlertReason::MissedPromises
            | AlertReason::Vulnerability => false,
        };
        if !always && self.now.watch.took_over {
            return;
        }
        if !always && self.policy.alert_delivery() == AlertDelivery::AskAgent {
            self.effects.insert(Effect::SuggestSupervisor);
            return;
        }
        self.alert(reason, tier, anew);
    }

    pub(super) fn alert(&mut self, reason: AlertReason, tier: u8, anew: bool) {
        if self.now.watch.raise(reason, tier, self.at, anew) {
            self.effects.insert(Effect::AlertSupervisor);
            self.because(Rank::Supervisor, Cause::SupervisorAlerted);
            let at = self.at;
            if let Some(incident) = self.now.incidents.last_mut() {
                incident.supervisor_told.get_or_insert(at);
            }
        }
    }

    /// The record in progress; starts one if there is none, or the last was signed off.
    pub(super) fn record(&mut self) -> Option<&mut Incident> {
        let open = self.now.incidents.last().is_some_and(|last| last.signed_off.is_none());
        if !open {
            self.effects.insert(Effect::StartIncidentRecord);
            let state = &self.now;
            let told = state.watch.waits().then_some(self.at);
            self.now.incidents.push(Incident {
                began: self.at,
                last: self.at,
                verbatim: alloc::vec::Vec::new(),
                level: Temperature::default(),
                conduct: Conduct::Fine,
                confidence: Milli::ZERO,
                target: None,
                signals: Flags::EMPTY,
                data: DATA_DIGEST.into(),
                policy: self.policy.digest(),
                preceded_by: context(state.mood.flags),
                missed_promises: state.missed_promises,
                warnings: alloc::vec::Vec::new(),
                supervisor_told: told,
                note: IncidentNote::default(),
                signed_off: None,
                judged: alloc::vec::Vec::new(),
                ending: None,
            });
        }
        let at = self.at;
        let incident = self.now.incidents.last_mut()?;
        incident.last = at;
        Some(incident)
    }

    pub(super) fn warn(&mut self, number: u8, by: &Actor, wording: &str) {
        let warning = Warning {
            number,
            at: self.at,
            by: by.clone(),
            wording: wording.into(),
            retracted: false,
        };
        if let Some(incident) = self.record() {
            incident.warnings.push(warning);
        }
    }
}

/// What the ladder's rows ask the rest of the case.
pub(super) fn rung_guards(state: &State, policy: &Policy) -> standing::Guards {
    standing::Guards {
        on_record: state.ladder.on_record,
        max: policy.max_boundaries(),
        min: policy.min_warnings(),
        fresh: state.ladder.is_fresh(policy) && !state.ladder.answered,
        answered: state.ladder.answered,
        safety: match state.safety {
            Safety::None => standing::Hold::None,
            Safety::CrisisHold | Safety::HandedOver => standing::Hold::Frozen,
            Safety::ThreatHold(crate::terms::SevereKind::Device) => standing::Hold::Device,
            Safety::ThreatHold(kind) if policy.is_immediate(kind) => standing::Hold::Immediate,
            Safety::ThreatHold(_) => standing::Hold::Threat,
        },
        uncounted: state.ladder.uncounted,
    }
}

/// Where an ending would lead, or why not; everything but the person (`domain.md` I1, I2, I25).
pub(super) fn ending(state: &State, policy: &Policy) -> Result<standing::Move, Refusal> {
    if state.service == Service::Closed {
        return Err(Refusal::NotNow("the contact is closed; there is nothing to end"));
    }
    let moved =
        standing::next(state.standing, standing::Rung::Discontinue, &rung_guards(state, policy))?;
    let missing = match (moved.cause, state.incidents.last()) {
        // In danger the record must be begun, not finished.
        (Cause::SevereEnded, Some(_)) => alloc::vec::Vec::new(),
        (_, Some(incident)) => incident.missing(policy),
        (_, None) => policy.record_before_ending().iter().map(|field| field.name()).collect(),
    };
    if missing.is_empty() { Ok(moved) } else { Err(Refusal::RecordIncomplete(missing)) }
}

/// Says whether a boundary may be offered for the last message.
pub(super) fn boundary_due(state: &State, policy: &Policy) -> bool {
    let guards = rung_guards(state, policy);
    let room = match state.standing {
        // At the maximum one reminder is left after a cooldown.
        Standing::Clear => true,
        Standing::BoundarySet(n) => n < guards.max,
        Standing::Discontinued => false,
    };
    room && guards.fresh
        && guards.safety == standing::Hold::None
        && state.service != Service::Closed
}

/// What of the thread explains a customer's anger: ours, not theirs.
fn context(flags: Flags) -> Flags {
    use crate::terms::Flag;
    [Flag::Delay, Flag::BrokenPromise, Flag::Outage, Flag::RepeatContact, Flag::MoneyAtStake]
        .into_iter()
        .filter(|flag| flags.contains(*flag))
        .collect()
}

/// The person behind an adverse or weighty act (`domain.md` I6).
pub(super) fn person<'b>(by: &'b Actor, why: &'static str) -> Result<&'b Human, Refusal> {
    match by.human() {
        Some(human) if !human.name.trim().is_empty() => Ok(human),
        Some(_) => Err(Refusal::NeedsHuman("the person must be named")),
        None => Err(Refusal::NeedsHuman(why)),
    }
}

/// A person of at least `role`.
pub(super) fn person_of(human: &Human, role: Role) -> Result<(), Refusal> {
    if human.role >= role {
        return Ok(());
    }
    Err(Refusal::NeedsHuman(match role {
        Role::Agent => "an agent or above",
        Role::Supervisor => "a supervisor or above",
        Role::Manager => "a manager or above",
        Role::Safety => "the safety role",
    }))
}

pub(super) fn given(text: &str, why: &'static str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::NotNow(why)) } else { Ok(()) }
}
