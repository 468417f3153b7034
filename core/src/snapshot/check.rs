//! What every case keeps true, whatever happened to it: a snapshot that breaks one of these was not
//! written by a case.

use alloc::collections::BTreeSet;

use crate::case::{
    AgendaItem, Incident, ItemState, Obligation, ObligationKind, ObligationState, Safety, Service,
    Standing, State,
};
use crate::error::SnapshotError;
use crate::terms::Milli;
use crate::time::Timestamp;

/// More boundaries than any policy allows.
const MOST_BOUNDARIES: u8 = 5;

pub(super) fn possible(case: &State) -> Result<(), SnapshotError> {
    regions(case)?;
    times(case)?;
    ladder(case)?;
    mood(case)?;
    said(case)?;
    agenda(case)?;
    owed(case)?;
    watch(case)?;
    incidents(case)
}

fn regions(case: &State) -> Result<(), SnapshotError> {
    match case.standing {
        Standing::BoundarySet(n) => check(n > 0 && n == case.ladder.on_record, "standing")?,
        Standing::Discontinued => {
            let ended = case.incidents.iter().any(|one| one.ending.is_some());
            check(ended, "incidents")?;
        }
        Standing::Clear => {}
    }
    match case.safety {
        Safety::ThreatHold(kind) => check(case.threat == Some(kind), "threat")?,
        Safety::None => check(case.threat.is_none(), "threat")?,
        Safety::CrisisHold | Safety::HandedOver => {}
    }
    check(!case.crisis_in_hand || case.safety == Safety::HandedOver, "crisis_in_hand")?;
    let closed = case.service == Service::Closed;
    check(closed == case.closed.is_some(), "closed")?;
    check(!closed || case.safety == Safety::None, "safety")?;
    check(!closed || !case.owed.owes(), "owed")
}

fn times(case: &State) -> Result<(), SnapshotError> {
    let within = |at: Timestamp| case.opened <= at && at <= case.at;
    check(case.opened <= case.at, "opened")?;
    check(case.last_message_at.is_none_or(within), "last_message_at")?;
    check(case.closed.is_none_or(|closed| within(closed.at)), "closed.at")?;
    check(case.ladder.warned_at.is_none_or(within), "ladder.warned_at")
}

fn ladder(case: &State) -> Result<(), SnapshotError> {
    let ladder = &case.ladder;
    check(ladder.on_record <= MOST_BOUNDARIES, "ladder.on_record")?;
    // A linked contact may bring warnings along.
    let linked = case.follows.is_some();
    check(ladder.on_record == 0 || ladder.warned_at.is_some() || linked, "ladder.warned_at")?;
    check(case.carries.is_none() || linked, "carries")?;
    check(linked == (case.earlier > 0), "earlier")?;
    let counted = case
        .incidents
        .iter()
        .flat_map(|one| &one.warnings)
        .filter(|one| one.number > 0 && !one.retracted)
        .count();
    check(usize::from(ladder.on_record) <= counted || linked, "ladder.on_record")?;
    let spoke = case.mood.messages > 0;
    check(u32::from(ladder.respectful_turns) <= case.mood.messages, "ladder.respectful_turns")?;
    if let Some(crossing) = &ladder.crossing {
        check(spoke && crossing.written_at <= case.at, "ladder.crossing")?;
        check(crossing.confidence <= Milli::ONE, "ladder.crossing.confidence")?;
    }
    let waits = |incident: &Incident| {
        incident.warnings.iter().any(|warning| warning.number == 0 && !warning.retracted)
    };
    let uncounted = ladder.answered && case.incidents.iter().any(waits);
    check(!ladder.uncounted || uncounted, "ladder.uncounted")?;
    check(!ladder.improved || spoke, "ladder.improved")
}

fn mood(case: &State) -> Result<(), SnapshotError> {
    let mood = &case.mood;
    let spoke = mood.messages > 0;
    check(mood.temperature <= mood.peak, "mood.peak")?;
    check(spoke == mood.last.is_some(), "mood.last")?;
    check(spoke == case.last_message_at.is_some(), "last_message_at")?;
    check(mood.upset_turns <= mood.messages, "mood.upset_turns")?;
    check(mood.heated_turns <= mood.upset_turns, "mood.heated_turns")?;
    check(mood.turns_since_progress <= mood.messages, "mood.turns_since_progress")?;
    if let Some(last) = &mood.last {
        check(mood.flags.union(last.flags) == mood.flags, "mood.flags")?;
        check(last.temperature() <= mood.peak, "mood.peak")?;
    } else {
        check(mood.flags.is_empty() || case.follows.is_some(), "mood.flags")?;
    }
    check(mood.still <= mood.messages, "mood.still")?;
    check(mood.swearing_turns <= mood.messages, "mood.swearing_turns")?;
    check(mood.level <= mood.peak, "mood.level")?;
    check(case.unanswered <= mood.messages, "unanswered")?;
    check(spoke || !case.awaits_reply, "awaits_reply")?;
    check(spoke || (case.questions == 0 && !case.courtesy && !case.content), "questions")
}

fn said(case: &State) -> Result<(), SnapshotError> {
    let said = &case.said;
    check(said.wording.len() <= 2, "said.wording")?;
    let replies = usize::try_from(said.replies).unwrap_or(usize::MAX);
    check(said.wording.len() <= replies, "said.wording")?;
    let ordered = |runs: &alloc::vec::Vec<u32>| {
        runs.iter().zip(runs.iter().skip(1)).all(|(one, next)| one < next)
    };
    check(said.wording.iter().all(ordered), "said.wording")?;
    let asked: BTreeSet<_> = said.asked.iter().collect();
    check(asked.len() == said.asked.len() && asked.len() <= 32, "said.asked")?;
    check(replies > 0 || asked.is_empty(), "said.asked")?;
    let distinct: BTreeSet<_> = said.phrases.iter().collect();
    check(distinct.len() == said.phrases.len(), "said.phrases")?;
    check(replies > 0 || (said.phrases.is_empty() && said.last.is_empty()), "said.replies")?;
    check(replies > 0 || (said.apologies == 0 && said.understandings == 0), "said.replies")
}

fn agenda(case: &State) -> Result<(), SnapshotError> {
    let items = &case.agenda.items;
    let active = items.iter().filter(|item| item.state == ItemState::Active).count();
    let open = items.iter().any(|item| item.state != ItemState::Disposed);
    check(active <= 1 && (active == 1 || !open), "agenda")?;
    let numbered = items.iter().zip(1_u32..).all(|(item, id)| item.id == id);
    check(numbered, "agenda.id")?;
    let ended =
        |item: &AgendaItem| (item.state == ItemState::Disposed) == item.disposition.is_some();
    check(items.iter().all(ended), "agenda.disposition")?;
    let when = |item: &AgendaItem| case.opened <= item.first_said && item.first_said <= case.at;
    check(items.iter().all(when), "agenda.first_said")?;
    let counted = |item: &AgendaItem| (1..=case.mood.messages).contains(&item.times_said);
    check(items.iter().all(counted), "agenda.times_said")
}

fn owed(case: &State) -> Result<(), SnapshotError> {
    let list = &case.owed.list;
    let sane = |one: &Obligation| {
        case.opened <= one.since
            && one.since <= case.at
            && one.since <= one.alarm
            && one.alarm <= one.due
            && (warns(one.kind) || one.alarm == one.due)
            && (one.state != ObligationState::Warned || warns(one.kind))
            && (one.state != ObligationState::Transferred || one.kind.is_debt())
    };
    check(list.iter().all(sane), "owed")?;
    check(list.is_sorted_by_key(|one| one.due), "owed.due")?;
    let single = ObligationKind::ALL
        .iter()
        .filter(|kind| **kind != ObligationKind::Promise)
        .all(|kind| list.iter().filter(|one| one.kind == *kind).count() <= 1);
    check(single, "owed.kind")?;
    let late = |one: &Obligation| one.state != ObligationState::Overdue || one.alarm <= case.at;
    check(list.iter().all(late), "owed.state")?;
    let warned = |one: &Obligation| one.state != ObligationState::Warned || one.alarm <= case.at;
    check(list.iter().all(warned), "owed.state")
}

/// These ring once before they fall due.
const fn warns(kind: ObligationKind) -> bool {
    matches!(kind, ObligationKind::Promise | ObligationKind::Silence | ObligationKind::Hold)
}

fn watch(case: &State) -> Result<(), SnapshotError> {
    let alerts = &case.watch.alerts;
    let reasons: BTreeSet<_> = alerts.iter().map(|alert| alert.reason).collect();
    check(reasons.len() == alerts.len(), "watch.alerts.reason")?;
    let when = |at: Timestamp| case.opened <= at && at <= case.at;
    check(alerts.iter().all(|alert| when(alert.at)), "watch.alerts.at")?;
    check(alerts.iter().all(|alert| (1..=3).contains(&alert.told)), "watch.alerts.told")
}

fn incidents(case: &State) -> Result<(), SnapshotError> {
    let incidents = &case.incidents;
    check(incidents.is_sorted_by_key(|one| one.began), "incidents.began")?;
    let closed = incidents.len().saturating_sub(1);
    let signed = incidents.iter().take(closed).all(|one| one.signed_off.is_some());
    check(signed, "incidents.signed_off")?;
    let spans =
        |one: &Incident| case.opened <= one.began && one.began <= one.last && one.last <= case.at;
    check(incidents.iter().all(spans), "incidents.last")?;
    let within = |one: &Incident, at: Timestamp| one.began <= at && at <= case.at;
    let warned = |one: &Incident| {
        one.warnings.is_sorted_by_key(|warning| warning.at)
            && one
                .warnings
                .iter()
                .all(|warning| warning.number <= MOST_BOUNDARIES && within(one, warning.at))
    };
    check(incidents.iter().all(warned), "incidents.warnings")?;
    let decided = |one: &Incident| {
        one.judged.iter().all(|(at, _, _)| within(one, *at))
            && one.signed_off.as_ref().is_none_or(|(at, _)| within(one, *at))
            && one.supervisor_told.is_none_or(|at| case.opened <= at && at <= case.at)
    };
    check(incidents.iter().all(decided), "incidents.judged")?;
    let signed = |one: &Incident| one.note.sign_off == one.signed_off.is_some();
    check(incidents.iter().all(signed), "incidents.note.sign_off")?;
    let human = |one: &Incident| {
        let warned = one.warnings.iter().all(|warning| warning.by.human().is_some());
        let ended = one.ending.as_ref();
        warned && ended.is_none_or(|end| end.by.human().is_some() && within(one, end.at))
    };
    check(incidents.iter().all(human), "incidents.by")?;
    let missed = |one: &Incident| one.missed_promises <= case.missed_promises;
    check(incidents.iter().all(missed), "incidents.missed_promises")
}

fn check(holds: bool, field: &'static str) -> Result<(), SnapshotError> {
    if holds { Ok(()) } else { Err(SnapshotError::Malformed { field }) }
}
