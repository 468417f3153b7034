//! What else the rows of `domain.md` 4.2 to 4.7 decide.

#[path = "support/talk.rs"]
mod talk;

use talk::{
    CALM, CROSSING, TENSE, Talk, UPSET, boundary, completes_record, end, flagged, message, refused,
    says,
};
use unruffled::{
    Act, Acts, AdvanceError, Cause, Channel, CloseReason, CustomerMessage, Disposition, Effect,
    ErrorCode, Event, Flag, IssueKind, IssueTime, ItemState, Language, Millis, ObligationKind,
    ObligationState, Policy, Reading, Service, Standing, Timestamp, Trend, advance,
};

#[test]
fn the_service_takes_its_steps() {
    // acts, after a calm and after an upset message
    let table: [(Acts, Service, Service); 7] = [
        ([Act::Step].into(), Service::Working, Service::Open),
        ([Act::Ack].into(), Service::Acknowledged, Service::Acknowledged),
        ([Act::Ack, Act::Step].into(), Service::Working, Service::Working),
        ([Act::Fact].into(), Service::Working, Service::Open),
        ([Act::Ask].into(), Service::AwaitingCustomer, Service::Open),
        ([Act::Ack, Act::Ask].into(), Service::AwaitingCustomer, Service::AwaitingCustomer),
        ([Act::Greet].into(), Service::Open, Service::Open),
    ];
    for (acts, after_calm, after_upset) in table {
        for (reading, expected) in [(CALM, after_calm), (UPSET, after_upset)] {
            let mut talk = Talk::on(Channel::Email);
            talk.says(reading);
            assert!(talk.case.awaits_reply());
            talk.replies(acts);
            // Whoever answers has read.
            let expected = if expected == Service::Open { Service::Listening } else { expected };
            assert_eq!(talk.case.service(), expected, "{acts:?} at {:?}", reading.heat);
            assert!(!talk.case.awaits_reply());
        }
    }
}

#[test]
fn a_silent_customer_is_reminded_twice() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the bill"]);
    talk.replies([Act::Ack, Act::Ask]);
    for _ in 0..2 {
        assert_eq!(talk.waits_for_deadline(), ObligationKind::Nudge);
        assert!(talk.effect(Effect::RemindCustomer));
    }
    assert_eq!(talk.case.deadline(), None);
    talk.says(CALM);
    assert_eq!(talk.case.service(), Service::Working);
}

#[test]
fn a_resolved_contact_closes_by_itself_when_nothing_is_owed() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(flagged(UPSET, [Flag::DataRequest]));
    talk.replies([Act::Ack, Act::Step]);
    talk.does(&Event::Resolved);
    talk.waits(Millis::days(3));
    assert_eq!(talk.case.service(), Service::Resolved, "a data request is open");
    assert_eq!(talk.does(&Event::CustomerConfirmed), Cause::StillOwed);
    assert_eq!(refused(talk.tries(&Event::Close(CloseReason::Inactive))), ErrorCode::NotNow);
    let kind = ObligationKind::DataRequest;
    let to = "the privacy team".to_string();
    talk.does(&Event::ObligationTransferred { kind, to });
    assert_eq!(talk.case.service(), Service::FollowUp, "the time to object was over already");
    assert_eq!(talk.waits_for_deadline(), ObligationKind::FollowUp);
    assert!(talk.effect(Effect::SendFollowUp));
    assert_eq!(talk.waits_for_deadline(), ObligationKind::Confirm);
    assert_eq!(talk.case.service(), Service::Closed);
    let kept = talk.case.obligations().iter().find(|one| one.kind == kind);
    assert_eq!(kept.map(|one| one.state), Some(ObligationState::Transferred), "I17");
}

#[test]
fn an_email_boundary_clears_with_a_day_of_quiet_or_one_good_message() {
    let mut quiet = Talk::on(Channel::Email);
    quiet.says(CROSSING);
    quiet.does(&boundary());
    quiet.waits(Millis::hours(24));
    assert_eq!((quiet.case.standing(), quiet.case.boundaries()), (Standing::Clear, 1));
    let mut polite = Talk::on(Channel::Email);
    polite.says(CROSSING);
    polite.does(&boundary());
    assert_eq!(polite.says(CALM), Cause::BoundaryCleared);
}

#[test]
fn the_seed_preset_warns_once_alerts_on_the_next_and_may_stop() {
    let mut talk = Talk::under(Channel::Chat, Policy::preset("seed").unwrap());
    talk.says(CROSSING);
    assert!(talk.due() && !talk.effect(Effect::AlertSupervisor));
    talk.does(&boundary());
    assert!(!talk.effect(Effect::AlertSupervisor));
    talk.says(CROSSING);
    assert!(talk.effect(Effect::AlertSupervisor) && !talk.due());
    talk.does(&completes_record());
    assert_eq!(talk.does(&end()), Cause::ConductEnded);
    assert!(Policy::preset("nice").is_err());
}

#[test]
fn time_may_not_go_back_and_the_old_case_is_left_alone() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(UPSET);
    let before = talk.case.clone();
    let error = advance(&talk.case, Timestamp(5), &says(CALM), &talk.policy).unwrap_err();
    assert_eq!(error, AdvanceError::TimeWentBack { last: talk.at, given: Timestamp(5) });
    assert_eq!(talk.case, before);
    let same_moment = advance(&talk.case, talk.at, &says(CALM), &talk.policy).unwrap();
    assert_eq!(same_moment.case.trend(), Trend::Cooling);
}

#[test]
fn a_message_that_cannot_be_judged_accuses_nobody() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(Reading { language: Language::NotJudged, ..CALM });
    assert!(!talk.due());
    assert_eq!(talk.case.temperature().get(), 0);
}

#[test]
fn a_kind_word_after_the_fix_reopens_nothing() {
    let thanks = flagged(CALM, [Flag::Thanks]);
    let boiler = (IssueKind::Fault, IssueTime::Current, "the boiler".to_string());
    let bill = (IssueKind::Billing, IssueTime::Current, "the bill".to_string());
    let says = |reading, issues: &[&(IssueKind, IssueTime, String)], questions| CustomerMessage {
        issues: issues.iter().copied().cloned().collect(),
        questions,
        ..message(reading)
    };
    // message; reopens when resolved or in the follow-up, and when closed
    let table = [
        ("thanks", says(thanks, &[], 0), false, false),
        (
            "hot water again, thanks",
            says(flagged(CALM, [Flag::Thanks, Flag::RepeatContact]), &[], 0),
            false,
            false,
        ),
        ("happy swearing", says(flagged(CALM, [Flag::ProfanityPositive]), &[], 0), false, false),
        ("the boiler runs, thanks", says(thanks, &[&boiler], 0), false, false),
        ("a calm remark", says(CALM, &[], 0), false, true),
        ("thanks, and the bill is wrong", says(thanks, &[&bill], 0), true, true),
        ("thanks, and a question", says(thanks, &[], 1), true, true),
        (
            "thanks, and a data request",
            says(flagged(thanks, [Flag::DataRequest]), &[], 0),
            true,
            true,
        ),
        ("the boiler is off again", says(CALM, &[&boiler], 0), true, true),
        ("again", says(flagged(CALM, [Flag::RepeatContact]), &[], 0), true, true),
        ("thanks for nothing", says(flagged(TENSE, [Flag::Thanks]), &[], 0), true, true),
    ];
    for (name, message, reopens, reopens_closed) in table {
        for over in [Service::Resolved, Service::FollowUp, Service::Closed] {
            let mut talk = Talk::on(Channel::Email);
            talk.complains(UPSET, &["the boiler"]);
            talk.replies([Act::Ack, Act::Step]);
            talk.does(&Event::ItemDisposed { item: 1, disposition: Disposition::Fixed });
            talk.does(&Event::Resolved);
            if over != Service::Resolved {
                talk.does(&Event::CustomerConfirmed);
            }
            if over == Service::Closed {
                talk.does(&Event::FollowUpSent);
            }
            assert_eq!(talk.case.service(), over);
            talk.does(&Event::MessageReceived(message.clone()));
            let expected = if over == Service::Closed { reopens_closed } else { reopens };
            let reopened = talk.case.service() == Service::Listening;
            assert_eq!(reopened, expected, "{name} in {over}");
            assert_eq!(talk.case.reopened(), u32::from(expected), "{name} in {over}");
            if !reopens && !reopens_closed {
                assert!(talk.case.is_content() && !talk.case.awaits_reply(), "{name} in {over}");
                assert!(talk.case.agenda().iter().all(|item| item.state == ItemState::Disposed));
            }
        }
    }
}

#[test]
fn asking_back_meets_the_follow_up() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the boiler"]);
    talk.replies([Act::Ack, Act::Step]);
    talk.does(&Event::ItemDisposed { item: 1, disposition: Disposition::Fixed });
    talk.does(&Event::Resolved);
    talk.does(&Event::CustomerConfirmed);
    let owes = |talk: &Talk, kind| talk.case.obligations().iter().any(|one| one.kind == kind);
    assert!(owes(&talk, ObligationKind::FollowUp));
    talk.replies([Act::FollowUp]);
    assert!(!owes(&talk, ObligationKind::FollowUp));
    assert_eq!(talk.waits_for_deadline(), ObligationKind::Confirm);
    assert_eq!(talk.case.service(), Service::Closed);
}
