//! The counter-scenarios of `domain.md` 4.10, in its order, with readings given by hand.

#[path = "support/talk.rs"]
mod talk;

use talk::{
    CALM, CROSSING, HEATED, TENSE, Talk, UNSURE, UPSET, agent, boundary, completes_record, end,
    flagged, message, person, reaffirm, refused, retract, severe,
};
use unruffled::{
    Act, Actor, Cause, Channel, CloseReason, Crisis, CustomerMessage, Disposition, Effect,
    ErrorCode, Event, Flag, Heat, Millis, ObligationKind, Reading, Role, Safety, Service,
    SevereKind, Stage, Standing, Supervisor,
};

#[test]
fn s1_cooldown_keeps_the_count_and_one_reminder_comes_before_an_ending() {
    let mut talk = Talk::on(Channel::Chat);
    assert_eq!(talk.says(CROSSING), Cause::LineCrossed);
    assert!(talk.due() && talk.effect(Effect::StartIncidentRecord));
    assert_eq!(talk.does(&boundary()), Cause::BoundarySet);
    assert_eq!(talk.case.stage(), Stage::BoundarySet(1));
    assert!(!talk.due() && !talk.case.improved());

    assert_eq!(talk.says(TENSE), Cause::ConductImproved);
    assert!(talk.case.improved());
    talk.replies([Act::Reset, Act::Step]);
    assert!(!talk.case.improved());
    talk.says(CALM);
    assert!(!talk.case.improved(), "once a boundary");
    assert_eq!(talk.says(UPSET), Cause::BoundaryCleared, "respect is about conduct, not heat");
    assert_eq!((talk.case.standing(), talk.case.boundaries()), (Standing::Clear, 1));

    talk.says(CROSSING);
    assert!(refused(talk.may_end()) == ErrorCode::NotNow && talk.due());
    talk.does(&boundary());
    assert_eq!(talk.case.standing(), Standing::BoundarySet(2));
    assert!(talk.effect(Effect::AlertSupervisor));
    for _ in 0..3 {
        talk.says(CALM);
    }
    assert_eq!((talk.case.standing(), talk.case.boundaries()), (Standing::Clear, 2));

    talk.says(CROSSING);
    assert!(talk.due(), "the one reminder");
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow);
    assert_eq!(refused(talk.tries(&boundary())), ErrorCode::NotNow);
    assert_eq!(talk.does(&reaffirm()), Cause::BoundaryReaffirmed);
    assert_eq!((talk.case.standing(), talk.case.boundaries()), (Standing::BoundarySet(2), 2));
    talk.does(&completes_record());
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow, "no crossing since the reminder");
    talk.says(CROSSING);
    assert!(!talk.due(), "no boundary is left");
    assert_eq!(talk.may_end(), Ok(()));
    assert_eq!(talk.does(&end()), Cause::ConductEnded);
    assert_eq!(talk.case.stage(), Stage::Discontinued);
    assert!(talk.effect(Effect::RecoveryTimeForAgent) && talk.effect(Effect::TellIssueOwner));
    assert_eq!(talk.case.owner(), Some("my manager"));
}

#[test]
fn s2_a_crossing_beside_a_wish_to_die_is_a_crisis_and_nothing_else() {
    let mut talk = Talk::on(Channel::Chat);
    assert_eq!(talk.says(Reading { crisis: Crisis::Explicit, ..CROSSING }), Cause::CrisisSeen);
    assert_eq!(talk.case.stage(), Stage::CrisisHold);
    assert!(!talk.due() && talk.case.incidents().is_empty());
    for effect in [
        Effect::AlertSupervisor,
        Effect::StopAutomation,
        Effect::PauseHarmfulProcesses,
        Effect::BringTrainedPerson,
        Effect::RecoveryTimeForAgent,
    ] {
        assert!(talk.effect(effect), "{effect}");
    }
    for event in [boundary(), reaffirm(), end(), Event::Close(CloseReason::Inactive)] {
        assert_eq!(refused(talk.tries(&event)), ErrorCode::NotNow, "{event:?}");
    }
    assert_eq!(refused(talk.may_end()), ErrorCode::NotNow);
    // Only the configured role lifts it, and not the machine.
    let cleared = |by| Event::ClearedByHuman { by, reason: "spoke with them, safe".into() };
    assert_eq!(refused(talk.tries(&cleared(Actor::System))), ErrorCode::NeedsHuman);
    assert_eq!(refused(talk.tries(&cleared(agent()))), ErrorCode::NeedsHuman);
    talk.does(&cleared(Actor::Human(person(Role::Safety))));
    assert_eq!(talk.case.safety(), Safety::None);
    assert!(!talk.due(), "what was said in a crisis is not held against anyone");
}

#[test]
fn s3_a_quoted_insult_is_a_report_about_our_staff() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(flagged(UPSET, [Flag::ReportedAbuse]));
    assert!(!talk.due() && talk.effect(Effect::OpenSeparateRoute));
    assert_eq!(talk.case.standing(), Standing::Clear);
    assert!(talk.case.obligations().iter().any(|one| one.kind == ObligationKind::ReportedAbuse));
}

#[test]
fn s4_a_burst_of_two_gets_one_boundary() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.says(CROSSING);
    talk.does(&boundary());
    assert_eq!(talk.case.boundaries(), 1);
    assert!(!talk.due());
    assert_eq!(refused(talk.tries(&boundary())), ErrorCode::NotNow);
    assert_eq!(talk.case.incidents().len(), 1);
    assert_eq!(talk.case.incidents().first().map(|one| one.verbatim.len()), Some(2));
}

#[test]
fn s5_post_that_crossed_ours_is_no_new_crossing() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CROSSING);
    let before_boundary = talk.at.after(Millis::seconds(30));
    talk.does(&boundary());
    let crossed_in_post = |reading| {
        let written_at = Some(before_boundary);
        Event::MessageReceived(CustomerMessage { written_at, ..message(reading) })
    };
    talk.does(&crossed_in_post(CROSSING));
    assert!(!talk.due());
    talk.does(&crossed_in_post(CALM));
    assert_eq!(talk.case.standing(), Standing::BoundarySet(1), "nor an answer to it");
    talk.says(CROSSING);
    assert!(talk.due());
}

#[test]
fn s6_a_boundary_nobody_called_for_is_recorded_and_does_not_count() {
    for reading in [HEATED, UNSURE] {
        let mut talk = Talk::on(Channel::Chat);
        talk.says(reading);
        assert!(!talk.due());
        assert_eq!(talk.does(&boundary()), Cause::BoundaryNotCounted);
        assert_eq!((talk.case.standing(), talk.case.boundaries()), (Standing::Clear, 0));
        assert!(talk.effect(Effect::VerifyBoundaryWithHuman));
        let numbers = |talk: &Talk| -> Vec<u8> {
            let all = talk.case.incidents().iter().flat_map(|one| &one.warnings);
            all.map(|warning| warning.number).collect()
        };
        assert_eq!(numbers(&talk), [0]);
        // A person who says that it did cross makes it count.
        let judged = Event::CrossingJudged {
            by: Actor::Human(person(Role::Supervisor)),
            crosses: true,
            reason: "aimed at the agent".into(),
        };
        assert_eq!(talk.does(&judged), Cause::BoundarySet);
        assert_eq!(talk.case.standing(), Standing::BoundarySet(1));
        assert_eq!(numbers(&talk), [1]);
    }
}

#[test]
fn s6_a_person_may_also_say_that_a_message_does_not_cross() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    let reason = "quoting the courier".to_string();
    talk.does(&Event::CrossingJudged { by: agent(), crosses: false, reason: reason.clone() });
    assert!(!talk.due());
    assert_eq!(talk.does(&boundary()), Cause::BoundaryNotCounted);
    let by_nobody = Event::CrossingJudged { by: Actor::System, crosses: true, reason };
    assert_eq!(refused(talk.tries(&by_nobody)), ErrorCode::NeedsHuman);
}

#[test]
fn s7_happy_swearing_leaves_it_resolved() {
    let mut talk = Talk::on(Channel::Email);
    talk.complains(UPSET, &["the lift"]);
    talk.replies([Act::Ack, Act::Step]);
    talk.does(&Event::ItemDisposed { item: 1, disposition: Disposition::Fixed });
    talk.does(&Event::Resolved);
    talk.says(flagged(CALM, [Flag::Thanks, Flag::ProfanityPositive]));
    assert_eq!((talk.case.service(), talk.case.reopened()), (Service::Resolved, 0));
    assert!(!talk.case.awaits_reply());
    talk.complains(TENSE, &["the lift"]);
    assert_eq!((talk.case.service(), talk.case.reopened()), (Service::Listening, 1));
}

#[test]
fn s8_after_an_ending_a_new_contact_starts_clean() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(severe(SevereKind::Violence));
    talk.does(&end());
    let cleared = Event::ClearedByHuman {
        by: Actor::Human(person(Role::Supervisor)),
        reason: "handled".into(),
    };
    talk.does(&cleared);
    assert_eq!(talk.case.stage(), Stage::Discontinued);
    assert_eq!(talk.says(CALM), Cause::AfterEnding);
    assert!(talk.effect(Effect::OpenLinkedContact) && talk.effect(Effect::TellIssueOwner));
    let mut email = Talk::on(Channel::Email);
    email.says(CALM);
    assert_eq!((email.case.standing(), email.case.boundaries()), (Standing::Clear, 0));
    // A person may also take them back here.
    assert_eq!(talk.does(&Event::Reinstated { by: agent() }), Cause::Reinstated);
    assert_eq!(talk.case.service(), Service::Listening);
}

#[test]
fn s9_an_alert_nobody_answers_goes_up_the_chain_and_blocks_nothing() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(flagged(UPSET, [Flag::SupervisorRequest]));
    assert!(talk.effect(Effect::AlertSupervisor));
    assert_eq!(talk.case.stage(), Stage::SupervisorAlerted);
    for _ in 0..2 {
        assert_eq!(talk.waits_for_deadline(), ObligationKind::SupervisorAck);
        assert!(talk.effect(Effect::AlertNextInChain));
    }
    talk.waits_for_deadline();
    assert!(!talk.effect(Effect::AlertNextInChain), "the chain has an end");
    assert_ne!(
        talk.case.deadline().map(|deadline| deadline.kind),
        Some(ObligationKind::SupervisorAck)
    );
    talk.replies([Act::Ack, Act::Step]);
    assert_eq!(talk.case.service(), Service::Working);
    talk.does(&Event::SupervisorAcked);
    assert_eq!(talk.case.supervisor(), Supervisor::Acked);
    assert_eq!(talk.case.stage(), Stage::Service(Service::Working));
    let took_over = Event::SupervisorTookOver { by: person(Role::Agent) };
    assert_eq!(refused(talk.tries(&took_over)), ErrorCode::NeedsHuman);
    talk.does(&Event::SupervisorTookOver { by: person(Role::Supervisor) });
    assert_eq!(talk.case.supervisor(), Supervisor::TookOver);
}

#[test]
fn s10_a_complaint_about_the_agent_goes_to_someone_else() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CROSSING);
    talk.does(&boundary());
    talk.says(flagged(UPSET, [Flag::FormalComplaint]));
    assert!(talk.effect(Effect::AssignOtherHandler) && talk.effect(Effect::OpenSeparateRoute));
    assert_eq!(talk.case.boundaries(), 1, "complaining changes nothing on the ladder");
}

#[test]
fn s11_a_disclosed_tic_takes_both_boundaries_back() {
    let mut talk = Talk::on(Channel::Phone);
    for _ in 0..2 {
        talk.says(CROSSING);
        talk.does(&boundary());
    }
    talk.says(flagged(CROSSING, [Flag::TicDisclosed]));
    assert!(talk.effect(Effect::VerifyBoundaryWithHuman));
    talk.does(&completes_record());
    assert!(refused(talk.may_end()) == ErrorCode::NotNow && !talk.due());
    talk.does(&retract());
    assert_eq!(talk.case.standing(), Standing::BoundarySet(1));
    talk.does(&retract());
    assert_eq!((talk.case.standing(), talk.case.boundaries()), (Standing::Clear, 0));
    assert!(talk.case.owes_retraction());
    assert_eq!(refused(talk.tries(&retract())), ErrorCode::NotNow);
    assert!(talk.case.incidents().iter().flat_map(|one| &one.warnings).all(|one| one.retracted));
    talk.replies([Act::Retract, Act::Step]);
    assert!(!talk.case.owes_retraction());
    talk.says(CROSSING);
    assert!(!talk.due(), "from now on only a person can say who was meant");
}

#[test]
fn s12_a_bomb_threat_in_a_calm_tone_keeps_them_talking() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(Reading { heat: Heat::Calm, ..severe(SevereKind::Device) });
    assert_eq!(talk.case.stage(), Stage::ThreatHold(SevereKind::Device));
    assert!(talk.effect(Effect::KeepTalking) && talk.effect(Effect::AlertSafety));
    assert_eq!(refused(talk.may_end()), ErrorCode::NotNow);
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow);
    // A worse word later does not unlock an ending, nor does a crisis that passes.
    talk.says(severe(SevereKind::Hate));
    assert_eq!(talk.case.threat(), Some(SevereKind::Device));
    talk.says(Reading { crisis: Crisis::Possible, ..CALM });
    assert_eq!(talk.case.stage(), Stage::CrisisHold);
    let by = Actor::Human(person(Role::Safety));
    talk.does(&Event::ClearedByHuman { by, reason: "not at risk".into() });
    assert_eq!(talk.case.stage(), Stage::ThreatHold(SevereKind::Device));
    assert_eq!(refused(talk.tries(&end())), ErrorCode::NotNow);
}
