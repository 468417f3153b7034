//! The parts of an incident record, one by one (`domain.md` 2.3), and what a boundary answers.

#![cfg(feature = "serde")]

#[path = "support/talk.rs"]
mod talk;

use talk::{CALM, CROSSING, Talk, agent, boundary, end, flagged, retract};
use unruffled::{
    Actor, Cause, Channel, CustomerMessage, Event, Flag, IncidentNote, Millis, ObligationKind,
    RecordField, Snapshot, Timestamp, advance,
};

fn lacks(talk: &Talk, field: RecordField) -> bool {
    talk.case.incidents().last().is_none_or(|incident| incident.unfilled().contains(field))
}

fn notes(talk: &mut Talk, note: IncidentNote) {
    talk.does(&Event::IncidentNoted { by: agent(), note });
}

#[test]
fn a_note_fills_its_own_part_and_no_other() {
    type Fill = fn(&mut IncidentNote, String);
    let table: [(RecordField, Fill); 9] = [
        (RecordField::CustomerReference, |note, text| note.customer_reference = Some(text)),
        (RecordField::Verbatim, |note, text| note.verbatim = Some(text)),
        (RecordField::Context, |note, text| note.context = Some(text)),
        (RecordField::Response, |note, text| note.response = Some(text)),
        (RecordField::SupervisorResponse, |note, text| note.supervisor_response = Some(text)),
        (RecordField::Adjustments, |note, text| note.adjustments = Some(text)),
        (RecordField::Evidence, |note, text| note.evidence = Some(text)),
        (RecordField::IssueOwner, |note, text| note.issue_owner = Some(text)),
        (RecordField::Wellbeing, |note, text| note.wellbeing = Some(text)),
    ];
    for (field, fill) in table {
        let mut talk = Talk::on(Channel::Chat);
        talk.does(&Event::MessageReceived(CustomerMessage {
            verbatim: None,
            ..talk::message(CROSSING)
        }));
        let before = talk.case.incidents()[0].unfilled();
        assert!(before.contains(field), "{field}");
        for (text, filled) in [(" \n", false), ("said", true)] {
            let mut note = IncidentNote::default();
            fill(&mut note, text.to_string());
            notes(&mut talk, note);
            let after = talk.case.incidents()[0].unfilled();
            let expected = if filled { before.without(field) } else { before };
            assert_eq!(after, expected, "{field} with {text:?}");
        }
        // What another note leaves out stays.
        notes(&mut talk, IncidentNote::default());
        assert!(!lacks(&talk, field), "{field}");
    }
}

#[test]
fn the_rest_is_filled_by_what_happens() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    assert!(!lacks(&talk, RecordField::Verbatim));
    for field in [
        RecordField::Agent,
        RecordField::Context,
        RecordField::Warnings,
        RecordField::Action,
        RecordField::Supervisor,
        RecordField::ReviewDate,
        RecordField::SignOff,
    ] {
        assert!(lacks(&talk, field), "{field}");
    }
    talk.does(&boundary());
    for field in [RecordField::Agent, RecordField::Warnings, RecordField::Action] {
        assert!(!lacks(&talk, field), "{field}");
    }
    assert!(lacks(&talk, RecordField::Supervisor) && lacks(&talk, RecordField::IssueOwner));
    talk.says(CROSSING);
    talk.does(&boundary());
    assert!(!lacks(&talk, RecordField::Supervisor), "told at the second boundary");
    talk.says(CROSSING);
    talk.does(&talk::completes_record());
    talk.does(&end());
    assert!(!lacks(&talk, RecordField::IssueOwner));
    let note =
        IncidentNote { review_date: Some(Timestamp(9)), sign_off: true, ..IncidentNote::default() };
    notes(&mut talk, note);
    assert!(!lacks(&talk, RecordField::ReviewDate) && !lacks(&talk, RecordField::SignOff));
}

#[test]
fn whoever_signs_off_is_the_agent_of_a_record_without_warnings() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    notes(&mut talk, IncidentNote { sign_off: true, ..IncidentNote::default() });
    assert!(!lacks(&talk, RecordField::Agent) && lacks(&talk, RecordField::Warnings));
}

#[test]
fn what_came_before_may_be_ours() {
    // Each alone is a context: a delay of ours, a promise of ours that was missed.
    let mut talk = Talk::on(Channel::Chat);
    talk.says(flagged(CROSSING, [Flag::Delay]));
    assert!(!lacks(&talk, RecordField::Context));

    let mut talk = Talk::on(Channel::Chat);
    talk.says(CALM);
    let due = talk.at.after(Millis::minutes(30));
    talk.does(&Event::Promised { due });
    talk.waits(Millis::minutes(40));
    talk.says(CROSSING);
    assert_eq!(talk.case.incidents()[0].missed_promises, 1);
    assert!(!lacks(&talk, RecordField::Context));
}

#[test]
fn a_boundary_taken_back_fills_nothing() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.does(&boundary());
    talk.does(&retract());
    for field in [RecordField::Agent, RecordField::Warnings, RecordField::Action] {
        assert!(lacks(&talk, field), "{field}");
    }
    // Nor does one that no crossing called for; taking it back says so.
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CALM);
    assert_eq!(talk.does(&boundary()), Cause::BoundaryNotCounted);
    assert!(lacks(&talk, RecordField::Warnings));
    assert_eq!(talk.does(&retract()), Cause::BoundaryRetracted);
}

#[test]
fn a_message_of_the_same_moment_as_the_boundary_is_not_new() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.does(&boundary());
    let sent = talk.at;
    for (written, due) in
        [(sent.before(Millis(1)), false), (sent, false), (sent.after(Millis(1)), true)]
    {
        let event = Event::MessageReceived(CustomerMessage {
            written_at: Some(written),
            ..talk::message(CROSSING)
        });
        let later = sent.after(Millis::minutes(1));
        let next = advance(&talk.case, later, &event, &talk.policy).unwrap();
        assert_eq!(next.case.boundary_due(&talk.policy), due, "{written:?}");
    }
}

#[test]
fn only_people_fill_a_record() {
    let mut talk = Talk::on(Channel::Chat);
    let note = |by| Event::IncidentNoted { by, note: IncidentNote::default() };
    assert!(talk.tries(&note(agent())).is_err(), "no incident yet");
    talk.says(CROSSING);
    assert!(talk.tries(&note(Actor::System)).is_err());
    assert_eq!(talk.does(&note(agent())), Cause::RecordFilled);
    assert_eq!(talk.case.incidents()[0].last, talk.at);
}

#[test]
fn a_stripped_record_keeps_when_who_and_how_bad() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(flagged(CROSSING, [Flag::Delay]));
    talk.does(&boundary());
    talk.does(&Event::CrossingJudged { by: agent(), crosses: true, reason: "read again".into() });
    notes(
        &mut talk,
        IncidentNote {
            response: Some("swore once more".into()),
            review_date: Some(Timestamp(9)),
            sign_off: true,
            ..IncidentNote::default()
        },
    );
    let whole = Snapshot::of(&talk.case);
    let json = serde_json::to_string(&whole).unwrap();
    let back: Snapshot = serde_json::from_str(&json).unwrap();
    assert_eq!(back.restore().unwrap(), talk.case, "signals and all come back");

    let bare = whole.without_words().restore().unwrap();
    let (kept, full) = (&bare.incidents()[0], &talk.case.incidents()[0]);
    assert!(kept.verbatim.is_empty() && kept.warnings[0].wording.is_empty());
    assert!(kept.judged.iter().all(|(_, _, reason)| reason.is_empty()) && kept.judged.len() == 1);
    let note =
        IncidentNote { review_date: Some(Timestamp(9)), sign_off: true, ..IncidentNote::default() };
    assert_eq!(kept.note, note);
    assert_eq!((kept.began, kept.last, kept.level), (full.began, full.last, full.level));
    assert_eq!(kept.signals, [Flag::Delay].into());
    assert_eq!((&kept.signed_off, kept.warnings[0].at), (&full.signed_off, full.warnings[0].at));
}

#[test]
fn in_a_crisis_people_are_still_called_and_customers_are_not() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(talk::UPSET);
    talk.replies([unruffled::Act::Ack, unruffled::Act::Ask]);
    assert_eq!(talk.case.deadline().unwrap().kind, ObligationKind::Nudge);
    talk.says(unruffled::Reading { crisis: unruffled::Crisis::Explicit, ..CALM });
    assert_eq!(talk.case.deadline().unwrap().kind, ObligationKind::SupervisorAck);
    talk.does(&Event::SupervisorAcked);
    let kinds: Vec<ObligationKind> = talk.case.obligations().iter().map(|one| one.kind).collect();
    assert!(kinds.contains(&ObligationKind::Update), "{kinds:?}");
    assert_ne!(talk.case.deadline().map(|next| next.kind), Some(ObligationKind::Update));
}
