//! A customer message: taken in every state, danger first (`domain.md` 4.2, 4.4, 4.5).

use super::event::AlertReason;
use super::message::CustomerMessage;
use super::obligation::ObligationKind;
use super::region::{Safety, Service, Standing};
use super::safety::Alarm;
use super::service::Work;
use super::standing::Rung;
use super::transition::{Cause, Effect, Refusal};
use super::turn::{Rank, Turn};
use crate::classify::Reading;
use crate::policy::AlertAt;
use crate::terms::{Conduct, Crisis, Flag, Flags, SevereKind};

pub(super) fn take(turn: &mut Turn<'_>, message: &CustomerMessage) -> Result<(), Refusal> {
    let reading = &message.reading;
    let tic = turn.now.mood.flags.contains(Flag::TicDisclosed);
    turn.now.mood.take(reading, turn.policy);
    turn.now.last_message_at = Some(turn.at);
    turn.now.courtesy = message.only_courtesy;
    turn.now.content = is_content(turn, message);
    // After the fix, who is glad that the bill is right again raises no bill.
    let closing = turn.now.content && is_over(turn.now.service);
    let new_issue = !closing && turn.now.agenda.take(&message.issues, turn.at);

    let danger = danger(turn, reading)?;
    conduct(turn, message, tic)?;
    turn.now.content &= !danger;
    work(turn, message, new_issue, danger)?;
    rights(turn, reading.flags);
    alerts(turn, reading);
    Ok(())
}

/// The customer's danger outranks every state, then anyone else's.
fn danger(turn: &mut Turn<'_>, reading: &Reading) -> Result<bool, Refusal> {
    if let Conduct::Severe(kind) = reading.conduct {
        threat(turn, kind)?;
    }
    if reading.crisis != Crisis::None {
        crisis(turn, reading.crisis)?;
    }
    Ok(reading.crisis != Crisis::None || reading.conduct.severe_kind().is_some())
}

pub(super) fn crisis(turn: &mut Turn<'_>, level: Crisis) -> Result<(), Refusal> {
    turn.alarm(Alarm::Crisis)?;
    for effect in [
        Effect::StopAutomation,
        Effect::PauseHarmfulProcesses,
        Effect::BringTrainedPerson,
        Effect::LetPersonLook,
        Effect::RecoveryTimeForAgent,
    ] {
        turn.effects.insert(effect);
    }
    turn.tell(AlertReason::Crisis, level.code(), false);
    Ok(())
}

pub(super) fn threat(turn: &mut Turn<'_>, kind: SevereKind) -> Result<(), Refusal> {
    turn.alarm(Alarm::Threat(kind))?;
    for effect in [
        Effect::StopAutomation,
        Effect::AlertSafety,
        Effect::PreserveEvidence,
        Effect::RecoveryTimeForAgent,
    ] {
        turn.effects.insert(effect);
    }
    if turn.now.threat == Some(SevereKind::Device) {
        turn.effects.insert(Effect::KeepTalking);
    }
    turn.tell(AlertReason::Severe, 1, true);
    Ok(())
}

/// What the message does to the ladder: a crossing to answer, or respect.
fn conduct(turn: &mut Turn<'_>, message: &CustomerMessage, tic: bool) -> Result<(), Refusal> {
    let reading = &message.reading;
    let frozen = turn.now.is_frozen();
    let before = turn.now.ladder.warned_at;
    turn.now.ladder.take(message, turn.at, tic, frozen);
    if turn.now.standing == Standing::Discontinued {
        turn.because(Rank::Conduct, Cause::AfterEnding);
        turn.effects.insert(Effect::TellIssueOwner);
        turn.effects.insert(Effect::OpenLinkedContact);
        return Ok(());
    }
    if reading.flags.contains(Flag::TicDisclosed) && turn.now.ladder.on_record > 0 {
        turn.effects.insert(Effect::VerifyBoundaryWithHuman);
    }
    if reading.crosses_line() {
        crossed(turn, message);
        return Ok(());
    }
    let after_boundary = before.is_none_or(|warned| message.written_at.unwrap_or(turn.at) > warned);
    if !frozen && after_boundary && matches!(turn.now.standing, Standing::BoundarySet(_)) {
        turn.now.ladder.respect();
        turn.because(Rank::Conduct, Cause::ConductImproved);
        let enough = turn.policy.timers(turn.now.channel).cooldown_turns;
        if turn.now.ladder.respectful_turns >= enough {
            turn.climb(Rung::Cooldown)?;
        }
    }
    Ok(())
}

fn crossed(turn: &mut Turn<'_>, message: &CustomerMessage) {
    let reading = &message.reading;
    let severe = reading.conduct.severe_kind().is_some();
    let Some(crossing) = &turn.now.ladder.crossing else {
        // Under a crisis the ladder is frozen; threats are still recorded, for everyone's safety.
        if severe {
            record(turn, message);
        }
        return;
    };
    let sure = crossing.counts(turn.policy);
    turn.because(Rank::Conduct, Cause::LineCrossed);
    if !sure {
        turn.effects.insert(Effect::VerifyBoundaryWithHuman);
    }
    if sure || severe || reading.flags.contains(Flag::ThreatPossible) {
        record(turn, message);
    }
    let warned = turn.now.ladder.on_record > 0 && turn.now.ladder.is_fresh(turn.policy);
    match turn.policy.alert_at() {
        AlertAt::NextCrossing if warned => {
            turn.tell(AlertReason::SecondBoundary, turn.now.ladder.on_record, true);
        }
        AlertAt::NextCrossing | AlertAt::Boundary(_) | AlertAt::Never => {}
    }
}

fn record(turn: &mut Turn<'_>, message: &CustomerMessage) {
    let reading = message.reading;
    if let Some(incident) = turn.record() {
        if reading.temperature() >= incident.level {
            incident.target = Some(reading.target);
        }
        incident.signals = incident.signals.union(reading.flags);
        incident.level = incident.level.max(reading.temperature());
        incident.conduct = incident.conduct.max(reading.conduct);
        incident.confidence = incident.confidence.max(reading.line_milli);
        incident.verbatim.extend(message.verbatim.clone());
    }
}

fn work(
    turn: &mut Turn<'_>,
    message: &CustomerMessage,
    new_issue: bool,
    danger: bool,
) -> Result<(), Refusal> {
    let over = is_over(turn.now.service);
    let content = turn.now.content;
    if danger && over {
        turn.work(Work::Danger)?;
    } else {
        let disputes = !content && disputes(message);
        turn.work(Work::Message { new_issue, disputes, content })?;
    }
    if turn.now.service == Service::Closed && !content {
        turn.effects.insert(Effect::OpenLinkedContact);
    }
    // A kind word after the end needs no answer; after an ending the linked contact gives it.
    let ended = turn.now.standing == Standing::Discontinued && !danger;
    turn.now.awaits_reply = !(ended || content && over);
    turn.now.unanswered = turn.now.unanswered.saturating_add(1);
    turn.now.questions = turn.now.questions.saturating_add(message.questions.into());
    Ok(())
}

const fn is_over(service: Service) -> bool {
    match service {
        Service::Resolved | Service::FollowUp | Service::Closed => true,
        Service::Open
        | Service::Listening
        | Service::Acknowledged
        | Service::Working
        | Service::AwaitingCustomer => false,
    }
}

/// Says whether a message is calm and glad and raises nothing: it asks nothing, and what it names is on
/// the agenda already (`domain.md` 4.10, 7). "Again" in it is no repeat contact: they have hot water
/// again.
fn is_content(turn: &Turn<'_>, message: &CustomerMessage) -> bool {
    let reading = &message.reading;
    let glad =
        reading.flags.contains(Flag::Thanks) || reading.flags.contains(Flag::ProfanityPositive);
    glad && reading.temperature().get() == 0
        && message.questions == 0
        && !reading.flags.intersects(ROUTES)
        && message.issues.iter().all(|(_, _, title)| turn.now.agenda.knows(title))
}

/// Whether a message after the fix says that it did not hold, brings something new or asks something.
fn disputes(message: &CustomerMessage) -> bool {
    let reading = &message.reading;
    !message.issues.is_empty()
        || message.questions > 0
        || reading.temperature().get() >= 1
        || reading.flags.intersects(ROUTES.union(TROUBLE))
}

/// Flags that ask for work whatever the temperature.
const ROUTES: Flags =
    Flags::RIGHTS.with(Flag::ReportedAbuse).with(Flag::FraudOrSecurity).with(Flag::SafetyHazard);

/// Flags of trouble that is not over, unless the message is glad of its end.
const TROUBLE: Flags = Flags::EMPTY
    .with(Flag::Outage)
    .with(Flag::Delay)
    .with(Flag::BrokenPromise)
    .with(Flag::RepeatContact);

/// Rights become obligations that outlive the contact (`domain.md` I17).
fn rights(turn: &mut Turn<'_>, flags: Flags) {
    if turn.now.service == Service::Closed {
        // Too late to reopen: they belong to the new contact, which gets this message too.
        return;
    }
    let limits = turn.policy.limits();
    for (flag, kind, length) in [
        (Flag::DataRequest, ObligationKind::DataRequest, limits.data_request),
        (Flag::FormalComplaint, ObligationKind::FormalComplaint, limits.formal_complaint),
        (Flag::SafetyHazard, ObligationKind::SafetyHazard, limits.safety_hazard),
        (Flag::ReportedAbuse, ObligationKind::ReportedAbuse, limits.reported_abuse),
    ] {
        if flags.contains(flag) && turn.now.owed.get(kind).is_none() {
            turn.effects.insert(Effect::OpenSeparateRoute);
            turn.now.owed.set(kind, turn.at, turn.at.after(length));
        }
    }
    let about_us = flags.contains(Flag::ReportedAbuse) || flags.contains(Flag::FormalComplaint);
    if about_us && turn.now.ladder.on_record > 0 {
        turn.effects.insert(Effect::AssignOtherHandler);
    }
}

fn alerts(turn: &mut Turn<'_>, reading: &Reading) {
    let flags = reading.flags;
    if flags.contains(Flag::ThreatPossible) {
        turn.effects.insert(Effect::LetPersonLook);
        turn.effects.insert(Effect::PreserveEvidence);
        turn.tell(AlertReason::PossibleThreat, 1, true);
    }
    if flags.contains(Flag::SupervisorRequest) {
        turn.tell(AlertReason::CustomerAsked, 1, true);
    }
    if flags.contains(Flag::Legal) || flags.contains(Flag::Press) || flags.contains(Flag::Regulator)
    {
        turn.tell(AlertReason::LegalPressRegulator, 1, false);
    }
    // A child on the other side asks for other words, not for a supervisor.
    if flags.contains(Flag::DomesticAbuseHint) {
        turn.effects.insert(Effect::PauseHarmfulProcesses);
        turn.tell(AlertReason::Vulnerability, 1, false);
    }
    let enough = turn.policy.offer_supervisor_after().map(u32::from);
    // Offered once it is sustained, never a boundary (`domain.md` 4.7).
    if enough.is_some_and(|enough| turn.now.mood.heated_turns == enough)
        && turn.now.safety == Safety::None
    {
        turn.effects.insert(Effect::OfferSupervisor);
        turn.tell(AlertReason::SustainedHeat, 1, false);
    }
}
