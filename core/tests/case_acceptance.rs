//! The acceptance tests of `domain.md` 10 that the machine decides, with readings given by hand.

#![cfg(feature = "serde")]

#[path = "support/talk.rs"]
mod talk;

use talk::{
    CALM, CROSSING, HEATED, Talk, UPSET, agent, boundary, completes_record, end, end_by, flagged,
    person, refused, reply, says, severe,
};
use unruffled::{
    Act, Actor, AdvanceError, AlertReason, Cause, Channel, CloseReason, Crisis, Disposition,
    Effect, ErrorCode, Event, Flag, ItemState, Millis, ObligationKind, Reading, Role, Service,
    SevereKind, Snapshot, Stage, Standing, Timestamp, advance,
};

#[test]
fn a3_nothing_but_a_crossing_ever_makes_a_boundary_due() {
    let loud = flagged(
        HEATED,
        [Flag::Shouting, Flag::ProfanityUndirected, Flag::Sarcasm, Flag::Ultimatum, Flag::Legal],
    );
    let mut talk = Talk::on(Channel::Chat);
    for turn in 1..=4 {
        talk.says(loud);
        assert!(!talk.due(), "{turn}");
        assert_eq!(talk.case.heated_turns(), turn);
        assert_eq!(talk.effect(Effect::OfferSupervisor), turn == 3);
    }
    assert_eq!(talk.case.standing(), Standing::Clear);
}

#[test]
fn a4_to_a6_the_ladder_to_its_end() {
    let mut talk = Talk::on(Channel::Chat);
    talk.complains(CROSSING, &["the system"]);
    assert_eq!(talk.case.temperature().get(), 4);
    assert!(talk.due());
    let by_machine = Event::BoundaryDelivered { by: Actor::System, wording: "Please.".into() };
    assert_eq!(refused(talk.tries(&by_machine)), ErrorCode::NeedsHuman);
    talk.does(&boundary());
    assert!(!talk.effect(Effect::AlertSupervisor));

    talk.says(CROSSING);
    talk.does(&boundary());
    assert!(talk.effect(Effect::AlertSupervisor), "5: alerted once");
    let reasons: Vec<_> = talk.case.supervisor_reasons().collect();
    assert_eq!(reasons, [(AlertReason::SecondBoundary, false)]);

    talk.says(CROSSING);
    assert!(!talk.effect(Effect::AlertSupervisor));
    let expected = vec!["adjustments", "evidence"];
    assert_eq!(talk.may_end(), Err(AdvanceError::RecordIncomplete { missing: expected.clone() }));
    assert_eq!(talk.tries(&end()), Err(AdvanceError::RecordIncomplete { missing: expected }));
    talk.does(&completes_record());
    assert_eq!(talk.may_end(), Ok(()));
    assert_eq!(refused(talk.tries(&end_by(Actor::System))), ErrorCode::NeedsHuman);
    let no_way_back = Event::ContactDiscontinued {
        by: agent(),
        wording: "Bye.".into(),
        route: " ".into(),
        issue_owner: "my manager".into(),
    };
    assert_eq!(refused(talk.tries(&no_way_back)), ErrorCode::NotNow);
    assert_eq!(talk.does(&end_by(agent())), Cause::ConductEnded, "agents may end a chat");
    let incident = talk.case.incidents().first().unwrap();
    assert_eq!(incident.warnings.len(), 2);
    assert_eq!(incident.verbatim.len(), 3);
    assert!(incident.missing(&talk.policy).is_empty());
    assert!(incident.ending.is_some() && incident.supervisor_told.is_some());
    assert_eq!(talk.case.agenda().len(), 1, "11: the issue survives");
}

#[test]
fn a6_who_turned_polite_is_not_ended() {
    let mut talk = Talk::on(Channel::Chat);
    for _ in 0..2 {
        talk.says(CROSSING);
        talk.does(&boundary());
    }
    talk.says(CROSSING);
    talk.does(&completes_record());
    talk.says(CALM);
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow);
}

#[test]
fn a6_an_ending_in_writing_is_a_managers() {
    let mut talk = Talk::on(Channel::Email);
    for _ in 0..2 {
        talk.says(CROSSING);
        talk.does(&boundary());
    }
    talk.says(CROSSING);
    talk.does(&completes_record());
    for (role, may) in [(Role::Agent, false), (Role::Supervisor, false), (Role::Manager, true)] {
        let result = talk.tries(&end_by(Actor::Human(person(role))));
        assert_eq!(result.is_ok(), may, "{role}: {result:?}");
    }
}

#[test]
fn a7_a_threat_may_be_ended_at_once_by_a_person() {
    for (kind, may) in [
        (SevereKind::Violence, true),
        (SevereKind::Hate, true),
        (SevereKind::Sexual, true),
        (SevereKind::Stalking, true),
        (SevereKind::Extortion, false),
        (SevereKind::Device, false),
    ] {
        let mut talk = Talk::on(Channel::Phone);
        assert_eq!(talk.says(severe(kind)), Cause::ThreatSeen);
        assert_eq!(talk.case.stage(), Stage::ThreatHold(kind));
        assert!(talk.effect(Effect::AlertSupervisor) && talk.effect(Effect::PreserveEvidence));
        assert!(talk.effect(Effect::StartIncidentRecord) && !talk.due());
        assert_eq!(talk.may_end().is_ok(), may, "{kind}");
        assert_eq!(refused(talk.tries(&end_by(Actor::System))), ErrorCode::NeedsHuman);
        assert_eq!(talk.tries(&end()).is_ok(), may, "{kind}");
        let ack =
            talk.case.obligations().iter().find(|one| one.kind == ObligationKind::SupervisorAck);
        assert_eq!(ack.map(|one| one.due.since(one.since)), Some(Millis::minutes(1)));
    }
}

#[test]
fn a8_a_crisis_outranks_every_state_and_passes_only_by_people() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.does(&boundary());
    talk.complains(UPSET, &["the bill"]);
    talk.replies([Act::Ack, Act::Ask]);
    talk.says(Reading { crisis: Crisis::Possible, ..CALM });
    assert_eq!(talk.case.stage(), Stage::CrisisHold);
    assert_eq!(talk.case.standing(), Standing::BoundarySet(1), "frozen, not lost");
    // Clearer signs alert again; the same signs do not.
    talk.says(Reading { crisis: Crisis::Possible, ..CALM });
    assert!(!talk.effect(Effect::AlertSupervisor));
    talk.says(Reading { crisis: Crisis::Imminent, ..CALM });
    assert!(talk.effect(Effect::AlertSupervisor));
    for _ in 0..5 {
        talk.says(CALM);
    }
    assert_eq!(talk.case.standing(), Standing::BoundarySet(1));
    // Nothing automatic happens however long it takes.
    for _ in 0..20 {
        talk.waits(Millis::days(30));
        assert!(!talk.effect(Effect::RemindCustomer) && !talk.effect(Effect::SendFollowUp));
    }
    assert_eq!(talk.case.stage(), Stage::CrisisHold);
    let to = |role| Event::HandedOver { to: person(role) };
    assert_eq!(refused(talk.tries(&to(Role::Agent))), ErrorCode::NeedsHuman);
    talk.does(&to(Role::Safety));
    assert_eq!(talk.case.stage(), Stage::HandedOver);
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow);
    talk.says(Reading { crisis: Crisis::Explicit, ..CALM });
    assert_eq!(talk.case.stage(), Stage::HandedOver, "the trained person keeps it");
    talk.does(&Event::Concluded);
    assert_eq!(talk.case.service(), Service::Closed);
    assert_eq!(talk.case.close_reason(), Some(CloseReason::HandedOver));
}

#[test]
fn a8_a_farewell_after_the_fix_is_answered() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CALM);
    talk.replies([Act::Step]);
    talk.does(&Event::Resolved);
    talk.says(Reading { crisis: Crisis::Possible, ..flagged(CALM, [Flag::Thanks]) });
    assert_eq!((talk.case.stage(), talk.case.service()), (Stage::CrisisHold, Service::Listening));
    assert!(talk.case.awaits_reply());
}

#[test]
fn a11_rights_in_one_message_change_no_conduct() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(flagged(
        UPSET,
        [Flag::Legal, Flag::Regulator, Flag::Public, Flag::Chargeback, Flag::Churn, Flag::Press],
    ));
    assert_eq!((talk.case.standing(), talk.due()), (Standing::Clear, false));
    assert_eq!(
        talk.case.supervisor_reasons().collect::<Vec<_>>(),
        [(AlertReason::LegalPressRegulator, false)]
    );
}

#[test]
fn a12_three_issues_are_worked_one_at_a_time() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the double charge", "the late parcel", "the rude driver"]);
    talk.replies([Act::Ack, Act::Agenda, Act::Step]);
    let states = |talk: &Talk| -> Vec<ItemState> {
        talk.case.agenda().iter().map(|item| item.state).collect()
    };
    assert_eq!(states(&talk), [ItemState::Active, ItemState::Parked, ItemState::Parked]);
    talk.complains(UPSET, &["the broken app"]);
    assert_eq!(talk.case.active_item().map(|item| item.id), Some(1), "not jumped to");
    for item in 1..=4 {
        assert_eq!(refused(talk.tries(&Event::Resolved)), ErrorCode::NotNow, "before {item}");
        assert_eq!(talk.case.active_item().map(|active| active.id), Some(item));
        talk.does(&Event::ItemDisposed { item, disposition: Disposition::Fixed });
    }
    let unknown = Event::ItemDisposed { item: 9, disposition: Disposition::Fixed };
    assert_eq!(talk.tries(&unknown), Err(AdvanceError::UnknownItem { id: 9 }));
    assert_eq!(talk.does(&Event::Resolved), Cause::Resolved);
}

#[test]
fn a13_a_promise_rings_before_it_breaks() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the lift"]);
    let due = talk.at.after(Millis::minutes(101));
    talk.does(&Event::ReplySent(reply([Act::Ack, Act::Step, Act::Commit], Some(due))));
    let deadline = talk.case.deadline().unwrap();
    assert_eq!((deadline.kind, deadline.due), (ObligationKind::Promise, due));
    assert_eq!(deadline.at, due.before(Millis::minutes(20)), "a fifth of 100 minutes early");
    talk.waits_for_deadline();
    assert!(talk.effect(Effect::RemindAgent) && talk.case.missed_promise().is_none());
    assert_eq!(talk.case.deadline().map(|deadline| deadline.at), Some(due));

    let mut kept = Talk { case: talk.case.clone(), policy: talk.policy.clone(), ..talk };
    kept.replies([Act::Fact, Act::Step]);
    assert_eq!((kept.case.missed_promise(), kept.case.missed_promises()), (None, 0));

    let mut missed = kept;
    let due = missed.at.after(Millis::minutes(5));
    missed.does(&Event::Promised { due });
    missed.waits(Millis::minutes(3));
    assert_eq!(missed.case.missed_promises(), 0);
    missed.waits(Millis::minutes(3));
    assert_eq!(missed.case.missed_promise().map(|one| one.due), Some(due));
    assert_eq!(missed.case.missed_promises(), 1);
    missed.replies([Act::Missed, Act::Fact, Act::Step]);
    assert_eq!((missed.case.missed_promise(), missed.case.missed_promises()), (None, 1));
}

#[test]
fn a13_a_host_that_never_waits_sees_the_same_case() {
    let run = |waits: bool| {
        let mut talk = Talk::on(Channel::Email);
        talk.complains(UPSET, &["the lift"]);
        let due = talk.at.after(Millis::hours(2));
        talk.does(&Event::ReplySent(reply([Act::Ack, Act::Step], Some(due))));
        let later = talk.at.after(Millis::days(3));
        while let (true, Some(deadline)) = (waits, talk.case.deadline()) {
            if deadline.at >= later {
                break;
            }
            talk.waits(deadline.at.since(talk.at));
        }
        advance(&talk.case, later, &says(UPSET), &talk.policy).unwrap().case
    };
    assert_eq!(run(true), run(false));
    assert_eq!(run(false).missed_promises(), 1);
}

#[test]
fn a14_reopening_keeps_history() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the lift"]);
    talk.does(&Event::AgentRead);
    talk.replies([Act::Ack, Act::Step]);
    talk.does(&Event::ItemDisposed { item: 1, disposition: Disposition::Fixed });
    talk.does(&Event::Resolved);
    assert_eq!(talk.does(&Event::CustomerConfirmed), Cause::Confirmed);
    assert!(talk.case.service() == Service::FollowUp && talk.effect(Effect::ScheduleFollowUp));
    assert_eq!(talk.does(&Event::FollowUpSent), Cause::Done);
    assert_eq!(talk.case.close_reason(), Some(CloseReason::Done));
    talk.says(flagged(CALM, [Flag::Thanks]));
    assert_eq!(talk.case.service(), Service::Closed, "a thank-you reopens nothing");
    assert_eq!(talk.complains(UPSET, &["the lift"]), Cause::Reopened);
    assert_eq!((talk.case.service(), talk.case.reopened()), (Service::Listening, 1));
    assert_eq!(talk.case.agenda().first().map(|item| item.times_said), Some(2));
    assert_eq!(talk.case.active_item().map(|item| item.id), Some(1));
    assert_eq!(talk.case.close_reason(), None);
}

#[test]
fn a14_after_the_window_a_new_contact_is_needed_unless_someone_is_in_danger() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CALM);
    talk.does(&Event::Close(CloseReason::Withdrawn));
    talk.waits(Millis::days(15));
    assert_eq!(talk.case.deadline(), None);
    assert_eq!(talk.says(flagged(UPSET, [Flag::DataRequest])), Cause::NewContactNeeded);
    assert!(talk.effect(Effect::OpenLinkedContact));
    assert_eq!(talk.case.service(), Service::Closed);
    talk.says(Reading { crisis: Crisis::Possible, ..CALM });
    assert_eq!((talk.case.service(), talk.case.stage()), (Service::Listening, Stage::CrisisHold));
}

#[test]
fn a15_a_log_replays_to_the_same_bytes_from_any_point() {
    let due = Timestamp(1_000_000_000).after(Millis::hours(2));
    let log = [
        says(CROSSING),
        boundary(),
        says(flagged(UPSET, [Flag::DataRequest, Flag::Legal])),
        Event::ReplySent(reply([Act::Ack, Act::Step, Act::Commit], Some(due))),
        says(CROSSING),
        boundary(),
        completes_record(),
        says(CROSSING),
        end(),
        says(Reading { crisis: Crisis::Explicit, ..CALM }),
        Event::HandedOver { to: person(Role::Safety) },
        Event::Concluded,
    ];
    let play = |restore_at: usize| {
        let mut talk = Talk::on(Channel::Chat);
        for (index, event) in log.iter().enumerate() {
            if index == restore_at {
                let json = serde_json::to_string(&Snapshot::of(&talk.case)).unwrap();
                let snapshot: Snapshot = serde_json::from_str(&json).unwrap();
                let restored = snapshot.restore().unwrap();
                assert_eq!(restored, talk.case, "at {index}");
                talk.case = restored;
            }
            talk.does(event);
        }
        serde_json::to_string(&Snapshot::of(&talk.case)).unwrap()
    };
    let whole = play(usize::MAX);
    for point in 0..log.len() {
        assert_eq!(play(point), whole, "restored at {point}");
    }
}
