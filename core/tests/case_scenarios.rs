//! Conversations that the machine must get right: the counter-scenarios of `domain.md` 4.10 and the
//! acceptance tests of section 10 that this layer decides, with readings given by hand.

use unruffled::{
    Act, Actor, Acts, AdvanceError, AlertReason, Case, Cause, Channel, CloseReason, Conduct,
    Crisis, CustomerMessage, Disposition, Effect, ErrorCode, Event, Flag, Flags, Heat, Human,
    IncidentNote, IssueKind, IssueTime, ItemState, Language, Milli, Millis, ObligationKind,
    ObligationState, Policy, Reading, Role, Safety, SentReply, Service, SevereKind, Snapshot,
    Stage, Standing, Supervisor, Target, Timestamp, Transition, Trend, advance,
};

// Readings by hand.

const CALM: Reading = Reading::CALM;
const TENSE: Reading = Reading { heat: Heat::Tense, heat_milli: Milli::saturating(300), ..CALM };
const UPSET: Reading = Reading {
    heat: Heat::Upset,
    heat_milli: Milli::saturating(600),
    target: Target::Situation,
    ..CALM
};
const HEATED: Reading = Reading { heat: Heat::Heated, heat_milli: Milli::saturating(900), ..UPSET };
const CROSSING: Reading = Reading {
    conduct: Conduct::Crossing,
    line_milli: Milli::saturating(950),
    target: Target::Agent,
    ..UPSET
};
const UNSURE: Reading = Reading { line_milli: Milli::saturating(700), ..CROSSING };

fn severe(kind: SevereKind) -> Reading {
    Reading { conduct: Conduct::Severe(kind), ..CROSSING }
}

fn flagged(reading: Reading, flags: impl Into<Flags>) -> Reading {
    Reading { flags: reading.flags.union(flags.into()), ..reading }
}

// One conversation, a minute between events.

struct Talk {
    case: Case,
    policy: Policy,
    at: Timestamp,
    last: Option<Transition>,
}

impl Talk {
    fn on(channel: Channel) -> Self {
        Self::under(channel, Policy::standard().clone())
    }

    fn under(channel: Channel, policy: Policy) -> Self {
        let at = Timestamp(1_000_000_000);
        Self { case: Case::open("C-1", channel, at), policy, at, last: None }
    }

    fn tries(&mut self, event: &Event) -> Result<Cause, AdvanceError> {
        let next = advance(&self.case, self.at.after(Millis::minutes(1)), event, &self.policy)?;
        self.at = next.case.at();
        self.case = next.case.clone();
        let cause = next.cause;
        self.last = Some(next);
        Ok(cause)
    }

    fn does(&mut self, event: &Event) -> Cause {
        self.tries(event).unwrap_or_else(|error| panic!("{event:?}: {error}"))
    }

    fn says(&mut self, reading: Reading) -> Cause {
        self.does(&says(reading))
    }

    fn complains(&mut self, reading: Reading, issues: &[&str]) -> Cause {
        let mut message = message(reading);
        message.issues = issues
            .iter()
            .map(|title| (IssueKind::Fault, IssueTime::Current, (*title).to_string()))
            .collect();
        self.does(&Event::MessageReceived(message))
    }

    fn replies(&mut self, acts: impl Into<Acts>) -> Cause {
        self.does(&Event::ReplySent(reply(acts, None)))
    }

    fn waits(&mut self, length: Millis) -> Cause {
        let next =
            advance(&self.case, self.at.after(length), &Event::Waited, &self.policy).unwrap();
        self.at = next.case.at();
        self.case = next.case.clone();
        let cause = next.cause;
        self.last = Some(next);
        cause
    }

    fn waits_for_deadline(&mut self) -> ObligationKind {
        let deadline = self.case.deadline().unwrap();
        self.waits(deadline.at.since(self.at));
        deadline.kind
    }

    fn effect(&self, effect: Effect) -> bool {
        self.last.as_ref().is_some_and(|last| last.effects.contains(effect))
    }

    fn due(&self) -> bool {
        self.case.boundary_due(&self.policy)
    }

    fn may_end(&self) -> Result<(), AdvanceError> {
        self.case.may_discontinue(&self.policy)
    }
}

fn message(reading: Reading) -> CustomerMessage {
    CustomerMessage {
        reading,
        issues: Vec::new(),
        verbatim: reading.crosses_line().then(|| "you idiot".to_string()),
        written_at: None,
        questions: 0,
    }
}

fn says(reading: Reading) -> Event {
    Event::MessageReceived(message(reading))
}

fn reply(acts: impl Into<Acts>, promise: Option<Timestamp>) -> SentReply {
    SentReply {
        by: agent(),
        acts: acts.into(),
        phrases: Vec::new(),
        wording: Vec::new(),
        apologies: 0,
        understandings: 0,
        promise,
        text: None,
    }
}

fn person(role: Role) -> Human {
    Human { name: "Sam".into(), role }
}

fn agent() -> Actor {
    Actor::Human(person(Role::Agent))
}

fn boundary() -> Event {
    Event::BoundaryDelivered { by: agent(), wording: "Please speak to me with respect.".into() }
}

fn reaffirm() -> Event {
    Event::BoundaryReaffirmed { by: agent(), wording: "If it goes on, I end the chat.".into() }
}

fn retract() -> Event {
    Event::BoundaryRetracted { by: agent(), reason: "a tic, disclosed".into() }
}

fn end() -> Event {
    end_by(Actor::Human(person(Role::Manager)))
}

fn end_by(by: Actor) -> Event {
    Event::ContactDiscontinued {
        by,
        wording: "I am ending this chat. You can write to us.".into(),
        route: "the help page".into(),
        issue_owner: "my manager".into(),
    }
}

fn completes_record() -> Event {
    let note = IncidentNote {
        adjustments: Some("asked; none needed".into()),
        evidence: Some("chat log 12".into()),
        ..IncidentNote::default()
    };
    Event::IncidentNoted { by: agent(), note }
}

fn refused<T: std::fmt::Debug>(result: Result<T, AdvanceError>) -> ErrorCode {
    result.unwrap_err().code()
}

// `domain.md` 4.10, in its order.

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

// `domain.md` 10, where this layer decides.

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

// What else the rows of 4.2 to 4.7 decide.

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
    talk.waits(Millis::days(3));
    assert_eq!(talk.case.service(), Service::FollowUp);
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
fn snapshots_lose_their_words_on_request_and_refuse_nonsense() {
    let mut talk = Talk::on(Channel::Chat);
    talk.complains(CROSSING, &["the blue jacket"]);
    talk.does(&boundary());
    let bare = serde_json::to_string(&Snapshot::of(&talk.case).without_words()).unwrap();
    for words in ["jacket", "idiot", "speak to me"] {
        assert!(!bare.contains(words), "{words}");
    }
    let bare: Snapshot = serde_json::from_str(&bare).unwrap();
    assert_eq!(bare.restore().unwrap().stage(), Stage::BoundarySet(1));

    let good = serde_json::to_value(Snapshot::of(&talk.case)).unwrap();
    let changed = |path: &str, value: serde_json::Value| {
        let mut json = good.clone();
        *json.pointer_mut(path).unwrap() = value;
        serde_json::from_value::<Snapshot>(json).map(Snapshot::restore)
    };
    let table: [(&str, serde_json::Value, Option<ErrorCode>); 11] = [
        ("/schema", 2.into(), Some(ErrorCode::SnapshotFromTheFuture)),
        ("/schema", 0.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/standing", "boundary_set:2".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/standing", "boundary_set:x".into(), None),
        ("/case/safety", "threat_hold:hate".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/safety", "threat_hold:love".into(), None),
        ("/case/service", "closed".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/mood/temperature", 9.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/mood/last/line_milli", 2000.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/at", 1.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/agenda/0/state", "parked".into(), Some(ErrorCode::SnapshotMalformed)),
    ];
    for (path, value, expected) in table {
        let given = value.to_string();
        let code = changed(path, value).ok().map(|restored| restored.unwrap_err().code());
        assert_eq!(code, expected, "{path} = {given}");
    }
    let mut extra = good;
    extra.as_object_mut().unwrap().insert("note".into(), 1.into());
    assert!(serde_json::from_value::<Snapshot>(extra).is_err(), "unknown fields are refused");
}
