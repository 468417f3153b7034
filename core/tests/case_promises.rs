//! Promises: what a reply does to them, and what is still owed when a contact is closed
//! (`domain.md` 4.2, 4.6, I10, I12).

#[path = "support/talk.rs"]
mod talk;

use talk::{CALM, Talk, UPSET, flagged, reply};
use unruffled::{
    Act, Channel, CloseReason, Event, Flag, Millis, ObligationKind, ObligationState, Service,
    Timestamp, advance,
};

/// A promise for half an hour on: its alarm rings after 24 minutes.
fn promised() -> (Talk, Timestamp) {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CALM);
    let due = talk.at.after(Millis::minutes(31));
    talk.does(&Event::Promised { due });
    let made = talk.at;
    assert_eq!(due.since(made), Millis::minutes(30));
    (talk, made)
}

fn promises(case: &unruffled::Case) -> Vec<(Timestamp, ObligationState)> {
    let list = case.obligations().iter().filter(|one| one.kind == ObligationKind::Promise);
    list.map(|one| (one.due, one.state)).collect()
}

#[test]
fn a_reply_meets_a_promise_that_was_about_to_fall_due() {
    let (talk, made) = promised();
    let due = made.after(Millis::minutes(30));
    let open = vec![(due, ObligationState::Open)];
    // when the reply goes out, what is owed after it
    let table = [
        (Millis::minutes(1), open.clone()),
        (Millis(24 * 60_000 - 1), open),
        (Millis::minutes(24), vec![]),
        (Millis(24 * 60_000 + 1), vec![]),
        (Millis::minutes(29), vec![]),
        (Millis::minutes(45), vec![]),
    ];
    for (later, expected) in table {
        let event = Event::ReplySent(reply([Act::Update], None));
        let next = advance(&talk.case, made.after(later), &event, &talk.policy).unwrap();
        assert_eq!(promises(&next.case), expected, "after {later:?}");
    }
}

#[test]
fn a_new_promise_takes_the_place_of_the_soonest() {
    let (mut talk, made) = promised();
    let later = made.after(Millis::hours(5));
    talk.does(&Event::Promised { due: later });
    let moved = made.after(Millis::hours(3));
    talk.does(&Event::ReplySent(reply([Act::Commit], Some(moved))));
    let open = ObligationState::Open;
    assert_eq!(promises(&talk.case), [(moved, open), (later, open)]);
}

#[test]
fn a_promise_in_other_hands_is_theirs_to_meet() {
    let (mut talk, made) = promised();
    let due = made.after(Millis::minutes(30));
    let kind = ObligationKind::Promise;
    talk.does(&Event::ObligationTransferred { kind, to: "the night desk".into() });
    let theirs = vec![(due, ObligationState::Transferred)];
    let event = Event::ReplySent(reply([Act::Update], None));
    for later in [Millis::minutes(5), Millis::minutes(25), Millis::minutes(50)] {
        let next = advance(&talk.case, made.after(later), &event, &talk.policy).unwrap();
        assert_eq!(promises(&next.case), theirs, "after {later:?}");
    }
    assert!(talk.tries(&Event::ObligationMet { kind }).is_err(), "not ours any more");
}

#[test]
fn a_closed_contact_keeps_rights_in_other_hands_and_drops_reminders() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(flagged(UPSET, [Flag::DataRequest]));
    let kind = ObligationKind::DataRequest;
    talk.does(&Event::ObligationTransferred { kind, to: "privacy".into() });
    let kinds = |talk: &Talk| -> Vec<ObligationKind> {
        talk.case.obligations().iter().map(|one| one.kind).collect()
    };
    assert!(kinds(&talk).contains(&ObligationKind::Acknowledge), "{:?}", kinds(&talk));
    talk.does(&Event::SupervisorAsked { reason: unruffled::AlertReason::AgentAsked });
    talk.does(&Event::SupervisorAcked);
    talk.does(&Event::Close(CloseReason::Withdrawn));
    assert_eq!(talk.case.service(), Service::Closed);
    let mut left = kinds(&talk);
    left.sort_unstable();
    assert_eq!(left, [ObligationKind::ReopenWindow, kind]);
}
