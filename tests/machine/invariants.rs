//! The invariants of `domain.md` 4.8 that a case can keep, checked on every edge of the walk.
//!
//! What happened is kept beside the case in a [`Ghost`], so that no check trusts the machine's own memory.

use std::collections::BTreeSet;

use unruffled::{
    AdvanceError, AlertReason, Case, Cause, Conduct, Crisis, CustomerMessage, Effect, Event, Flag,
    Flags, ItemState, ObligationKind, ObligationState, Policy, Safety, Service, SevereKind, Stage,
    Standing, Transition,
};

use crate::alphabet::Letter;

/// What happened so far, as an onlooker would note it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ghost {
    /// The last message crosses the line for sure: read with confidence and no tic, or judged so.
    crossing: bool,
    /// And was written after the last boundary or reminder, if there was one.
    new: bool,
    warned: bool,
    /// The last message has had a boundary, of whatever kind.
    answered: bool,
    tic: bool,
    messages: u32,
}

impl Ghost {
    pub(crate) fn after(&self, letter: &Letter, next: &Transition) -> Self {
        let mut ghost = self.clone();
        match &letter.event {
            Event::MessageReceived(message) => {
                let reading = &message.reading;
                ghost.tic |= reading.flags.contains(Flag::TicDisclosed);
                let frozen = matches!(next.case.safety(), Safety::CrisisHold | Safety::HandedOver);
                ghost.crossing = reading.conduct >= Conduct::Crossing
                    && reading.line_milli.get() >= 850
                    && reading.crisis == Crisis::None
                    && !ghost.tic
                    && !frozen;
                ghost.new = message.written_at.is_none() || !ghost.warned;
                ghost.answered = false;
                ghost.messages += 1;
            }
            Event::CrossingJudged { crosses, .. } => {
                let frozen = matches!(next.case.safety(), Safety::CrisisHold | Safety::HandedOver);
                ghost.crossing = *crosses && !frozen;
            }
            Event::BoundaryDelivered { .. } | Event::BoundaryReaffirmed { .. } => {
                ghost.answered = true;
                ghost.warned = true;
            }
            _ => {}
        }
        ghost
    }
}

pub(crate) struct Edge<'a> {
    pub(crate) before: &'a Case,
    pub(crate) ghost: &'a Ghost,
    pub(crate) letter: &'a Letter,
    pub(crate) policy: &'a Policy,
}

/// Checks one accepted event.
pub(crate) fn accepted(edge: &Edge<'_>, next: &Transition) {
    let after = &next.case;
    standing(after);
    ladder(edge, next);
    safety(edge, next);
    work(edge, next);
    alerts(edge, next);
    // The old and the new stage are what the cases say.
    assert_eq!((next.from, next.to), (edge.before.stage(), after.stage()));
}

/// Checks one refused event: nothing a customer does and no passing of time is ever refused.
pub(crate) fn refused(edge: &Edge<'_>, error: &AdvanceError) {
    match &edge.letter.event {
        Event::MessageReceived(_) | Event::CustomerConfirmed | Event::Waited => {
            panic!("`{}` refused: {error}", edge.letter.name)
        }
        // I22: a person may always judge a message differently.
        Event::CrossingJudged { .. } => assert_eq!(edge.ghost.messages, 0, "I22: {error}"),
        _ => {}
    }
    if let AdvanceError::NotNow { event, stage, why } = error {
        assert_eq!(*event, edge.letter.event.name());
        assert_eq!(*stage, edge.before.stage().name());
        assert!(why.len() > 10, "{why}");
    }
}

/// What holds in every state.
pub(crate) fn standing(case: &Case) {
    match case.standing() {
        Standing::BoundarySet(n) => assert_eq!(n, case.boundaries()),
        Standing::Clear | Standing::Discontinued => {}
    }
    if case.service() == Service::Closed {
        assert_eq!(case.safety(), Safety::None, "I10");
        let owed = case
            .obligations()
            .iter()
            .find(|one| one.kind.is_debt() && one.state != ObligationState::Transferred);
        assert_eq!(owed, None, "I10");
        assert!(case.close_reason().is_some());
    } else {
        assert_eq!(case.close_reason(), None);
    }
    match case.safety() {
        Safety::CrisisHold => assert_eq!(case.stage(), Stage::CrisisHold),
        Safety::ThreatHold(kind) => assert_eq!(case.stage(), Stage::ThreatHold(kind)),
        Safety::HandedOver => assert_eq!(case.stage(), Stage::HandedOver),
        Safety::None => {}
    }
    let active = case.agenda().iter().filter(|item| item.state == ItemState::Active).count();
    assert!(active <= 1, "one thing at a time");
    assert!(case.obligations().is_sorted_by_key(|one| one.due), "soonest first");
}

fn ladder(edge: &Edge<'_>, next: &Transition) {
    let (before, after, policy) = (edge.before, &next.case, edge.policy);
    let event = &edge.letter.event;
    let frozen = matches!(before.safety(), Safety::CrisisHold | Safety::HandedOver);

    // I6: nothing adverse without a person; I20: no ending without a way back.
    assert!(!edge.letter.name.contains("(no person)"), "I6: {}", edge.letter.name);
    assert!(!edge.letter.name.contains("(no way back)"), "I20: {}", edge.letter.name);

    if after.boundaries() > before.boundaries() {
        // I3, I4.
        let late = matches!(event, Event::CrossingJudged { crosses: true, .. });
        assert!(matches!(event, Event::BoundaryDelivered { .. }) || late, "I4");
        assert!(late || (edge.ghost.crossing && edge.ghost.new), "I3");
        assert!(late == edge.ghost.answered, "I4: one boundary a message");
        assert_eq!(after.boundaries(), before.boundaries() + 1, "I4");
        assert!(after.boundaries() <= policy.max_boundaries(), "I4");
        assert_eq!(after.standing(), Standing::BoundarySet(after.boundaries()));
        assert!(!frozen && before.safety() == Safety::None, "I2");
    }
    if after.boundaries() < before.boundaries() {
        assert!(matches!(event, Event::BoundaryRetracted { .. }), "I24");
        assert_eq!(after.boundaries() + 1, before.boundaries(), "I24");
        assert!(after.owes_retraction());
    }
    if matches!(event, Event::BoundaryReaffirmed { .. }) {
        assert_eq!(after.boundaries(), before.boundaries(), "I4");
        assert!(edge.ghost.crossing && edge.ghost.new && !edge.ghost.answered, "I4");
        assert!(before.standing() == Standing::Clear && !frozen);
    }
    let delivered =
        matches!(event, Event::BoundaryDelivered { .. } | Event::BoundaryReaffirmed { .. });
    if delivered {
        // I5.
        let warning = after.incidents().last().and_then(|one| one.warnings.last()).unwrap();
        assert!(!warning.wording.is_empty() && warning.by.human().is_some(), "I5");
        assert_eq!(warning.at, after.at(), "I5");
        assert!(!after.boundary_due(policy), "I4");
    }
    let ended =
        after.standing() == Standing::Discontinued && before.standing() != Standing::Discontinued;
    if ended {
        let severe = match before.safety() {
            Safety::ThreatHold(kind) => policy.is_immediate(kind),
            Safety::None | Safety::CrisisHold | Safety::HandedOver => false,
        };
        let laddered = before.safety() == Safety::None
            && matches!(before.standing(), Standing::BoundarySet(n) if n >= policy.min_warnings())
            && edge.ghost.crossing
            && edge.ghost.new
            && !edge.ghost.answered;
        assert!(severe || laddered, "I1");
        assert!(matches!(event, Event::ContactDiscontinued { .. }), "I1");
        assert_eq!(before.may_discontinue(policy), Ok(()));
        let incident = after.incidents().last().unwrap();
        let ending = incident.ending.as_ref().unwrap();
        assert!(!ending.wording.is_empty() && ending.by.human().is_some(), "I5");
        assert!(!ending.route.is_empty() && !ending.issue_owner.is_empty(), "I20");
        assert!(severe || incident.missing(policy).is_empty(), "I5");
        assert!(next.effects.contains(Effect::RecoveryTimeForAgent), "I23");
        assert_ne!(before.threat(), Some(SevereKind::Device), "I25");
    }
    if let Event::MessageReceived(message) = event {
        customer_only(edge, next, message);
    }
}

/// Whatever the customer writes never raises the ladder by itself (I3, I18).
fn customer_only(edge: &Edge<'_>, next: &Transition, message: &CustomerMessage) {
    let (before, after) = (edge.before, &next.case);
    assert_eq!(after.boundaries(), before.boundaries(), "I3");
    let eased = after.standing() == Standing::Clear && before.standing() != Standing::Discontinued;
    assert!(after.standing() == before.standing() || eased, "I3");
    let reading = &message.reading;
    if reading.flags.intersects(Flags::RIGHTS) && !reading.crosses_line() {
        assert!(!after.boundary_due(edge.policy), "I18");
    }
    if !reading.crosses_line() || reading.crisis != Crisis::None {
        assert!(!after.boundary_due(edge.policy), "I3");
        let ends = after.may_discontinue(edge.policy).is_ok();
        assert!(!ends || matches!(after.safety(), Safety::ThreatHold(_)), "I1");
    }
}

fn safety(edge: &Edge<'_>, next: &Transition) {
    let (before, after) = (edge.before, &next.case);
    let event = &edge.letter.event;
    if before.safety() == Safety::CrisisHold {
        // I2: the ladder may only ease, and only by a person.
        let eased = matches!(event, Event::BoundaryRetracted { .. } | Event::Reinstated { .. });
        assert!(after.standing() == before.standing() || eased, "I2: {}", edge.letter.name);
        assert_ne!(after.service(), Service::Closed, "I2");
        for effect in [Effect::RemindCustomer, Effect::SendFollowUp, Effect::ResumeAutomation] {
            let allowed = effect == Effect::ResumeAutomation && after.safety() == Safety::None;
            assert!(allowed || !next.effects.contains(effect), "I2: {effect}");
        }
        // Only people take it away, with the configured role.
        if after.safety() != Safety::CrisisHold {
            assert!(
                matches!(event, Event::HandedOver { .. } | Event::ClearedByHuman { .. }),
                "I22: {}",
                edge.letter.name
            );
        }
    }
    assert!(!edge.letter.name.ends_with("(agent)"), "I22: {}", edge.letter.name);
    if let Safety::ThreatHold(_) = before.safety() {
        let left = after.safety() == Safety::None;
        assert!(!left || matches!(event, Event::ClearedByHuman { .. }), "I22");
    }
    if let Event::MessageReceived(message) = event {
        let reading = &message.reading;
        if reading.crisis != Crisis::None {
            assert!(matches!(after.safety(), Safety::CrisisHold | Safety::HandedOver));
            assert!(next.effects.contains(Effect::StopAutomation), "I2");
        }
        if let Some(kind) = reading.conduct.severe_kind() {
            assert_ne!(after.safety(), Safety::None);
            assert!(after.threat().is_some());
            assert!(kind != SevereKind::Device || next.effects.contains(Effect::KeepTalking));
        }
        if reading.crisis != Crisis::None || reading.conduct.severe_kind().is_some() {
            assert!(next.effects.contains(Effect::RecoveryTimeForAgent), "I23");
        }
    }
    if after.threat() == Some(SevereKind::Device) {
        assert!(after.may_discontinue(edge.policy).is_err(), "I25");
    }
}

fn work(edge: &Edge<'_>, next: &Transition) {
    let (before, after) = (edge.before, &next.case);
    let event = &edge.letter.event;
    let entered = |service| after.service() == service && before.service() != service;
    if entered(Service::Resolved) {
        let disposed = after.agenda().iter().all(|item| item.state == ItemState::Disposed);
        assert!(disposed, "I10");
    }
    let reopened = after.reopened() > before.reopened();
    assert_eq!(reopened, after.reopened() == before.reopened() + 1);
    if reopened {
        assert_eq!(after.service(), Service::Listening, "I11");
        assert_eq!(after.boundaries(), before.boundaries(), "I11");
        assert!(after.agenda().len() >= before.agenda().len(), "I11");
        assert!(after.incidents().len() >= before.incidents().len(), "I11");
    }
    if next.cause == Cause::Reopened {
        assert!(reopened);
    }
    // I12: a promise is owed from the moment it was made.
    if let Event::ReplySent(reply) = event {
        // A moment that has passed already is no promise.
        if let Some(due) = reply.promise.filter(|due| *due > after.at()) {
            let owed = after
                .obligations()
                .iter()
                .find(|one| one.kind == ObligationKind::Promise && one.due == due);
            assert!(owed.is_some(), "I12");
        }
        assert!(!after.awaits_reply());
    }
    // I17: rights stay owed until someone says that they are met.
    for kind in [ObligationKind::DataRequest, ObligationKind::FormalComplaint] {
        let owed = |case: &Case| case.obligations().iter().any(|one| one.kind == kind);
        let met = matches!(event, Event::ObligationMet { kind: told } if *told == kind);
        assert!(!owed(before) || owed(after) || met, "I17");
    }
    if let Some(deadline) = after.deadline() {
        assert!(deadline.at <= deadline.due);
    }
}

/// I7: a supervisor is told of a reason that is new, or was acknowledged and came up anew, or got
/// worse; and never silently.
fn alerts(edge: &Edge<'_>, next: &Transition) {
    let open = |case: &Case| -> BTreeSet<AlertReason> {
        case.supervisor_reasons().filter(|(_, acked)| !acked).map(|(reason, _)| reason).collect()
    };
    let (before, after) = (open(edge.before), open(&next.case));
    let told = next.effects.contains(Effect::AlertSupervisor);
    let newly = after.difference(&before).next().is_some();
    let worse = match &edge.letter.event {
        Event::MessageReceived(message) => message.reading.crisis > Crisis::Possible,
        Event::BoundaryDelivered { .. } | Event::CrossingJudged { .. } => {
            next.case.boundaries() > edge.before.boundaries()
        }
        _ => false,
    };
    assert!(!newly || told, "I7: silent");
    assert!(!told || newly || worse, "I7: {} told again", edge.letter.name);
}

/// What only histories with time in them can show.
pub(crate) fn timely(edge: &Edge<'_>, next: &Transition) {
    let (before, after, event) = (edge.before, &next.case, &edge.letter.event);
    assert_eq!(after.at(), edge.letter.at);
    assert!(after.obligations().iter().all(|one| one.since <= after.at()), "I12");
    // I13: history only grows.
    assert!(after.customer_turns() >= before.customer_turns(), "I13");
    assert!(after.agent_turns() >= before.agent_turns(), "I13");
    assert!(after.missed_promises() >= before.missed_promises(), "I13");
    assert!(after.peak() >= before.peak() && after.peak() >= after.temperature(), "I13");
    for (kept, now) in before.incidents().iter().zip(after.incidents()) {
        assert!(now.warnings.len() >= kept.warnings.len(), "I13");
        assert!(now.verbatim.starts_with(&kept.verbatim), "I13");
        // I24: what was taken back stays taken back.
        let undone =
            kept.warnings.iter().zip(&now.warnings).any(|(a, b)| a.retracted && !b.retracted);
        assert!(!undone, "I24");
    }
    // I14: heat never moves what is owed away from the customer.
    if let Event::MessageReceived(_) = event {
        let debts = |case: &Case| -> Vec<_> {
            let list = case.obligations().iter().filter(|one| one.kind.is_debt());
            list.map(|one| (one.kind, one.due)).collect()
        };
        let now = debts(after);
        for debt in debts(before) {
            assert!(now.contains(&debt) || after.service() == Service::Closed, "I14: {debt:?}");
        }
    }
    // I15: once owned, always owned.
    assert!(before.owner().is_none() || after.owner().is_some(), "I15");
    // I8: respect from the customer never sets, raises or ends anything.
    if let Event::Waited = event {
        let eased = after.standing() == Standing::Clear;
        assert!(after.standing() == before.standing() || eased, "I8");
        assert_eq!(after.boundaries(), before.boundaries(), "I8");
    }
}
