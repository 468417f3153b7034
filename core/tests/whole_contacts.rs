//! The worked contacts of `domain.md` 10 from the customer's own words to what the agent sees: nothing in
//! between is made by hand.

#![allow(clippy::expect_used, clippy::panic, reason = "the helpers of a test fail the test")]

use unruffled::{
    Act, Actor, AdvanceError, Case, Channel, Conduct, Crisis, CrisisDirectory, CustomerMessage,
    Draft, Effect, Event, Facts, Flag, Heat, Human, IncidentNote, Millis, ObligationKind, Policy,
    Reply, Role, Safety, SevereKind, Slot, Stage, Standing, Target, Timestamp, Transition,
    Withheld, advance, classify_message, draft_reply, recommend_steps, review_reply,
};

const DELAYED: &str =
    "This is ridiculous! I've been waiting all day and no one has fixed this stupid system!";
const SWEARING: &str = "Why is this damn system always broken? Nothing ever works!";

/// A contact as a host runs it.
struct Desk {
    case: Case,
    policy: Policy,
    last: Option<Transition>,
}

impl Desk {
    fn open(policy: Policy) -> Self {
        let case = Case::open("ticket 12", Channel::Chat, Timestamp(1_700_000_000_000));
        Self { case, policy, last: None }
    }

    fn tries(&mut self, event: &Event) -> Result<(), AdvanceError> {
        let at = self.case.at().after(Millis::seconds(30));
        let next = advance(&self.case, at, event, &self.policy)?;
        self.case = next.case.clone();
        self.last = Some(next);
        Ok(())
    }

    fn does(&mut self, event: &Event) {
        self.tries(event).unwrap_or_else(|error| panic!("{}: {error}", event.name()));
    }

    fn hears(&mut self, text: &str) {
        let message = CustomerMessage::read(text, &classify_message(text, &self.policy));
        self.does(&Event::MessageReceived(message));
    }

    fn effect(&self, effect: Effect) -> bool {
        self.last.as_ref().is_some_and(|last| last.effects.contains(effect))
    }

    fn steps(&self) -> Vec<&'static str> {
        let plan = recommend_steps(&self.case, &self.policy);
        plan.steps.iter().map(|step| step.id.name()).collect()
    }

    fn draft(&self, facts: &Facts<'_>) -> Draft {
        draft_reply(&self.case, facts, &self.policy)
    }

    /// The draft, which our own review must let pass without an error.
    fn reply(&self, facts: &Facts<'_>) -> Reply {
        let reply = match self.draft(facts) {
            Draft::Reply(reply) => reply,
            Draft::Withheld(reason) => panic!("withheld: {reason}"),
        };
        let review = review_reply(&reply.text, &self.case, facts, &self.policy);
        assert!(!review.has_errors(), "{}\n{:?}", reply.text, review.findings);
        reply
    }

    fn sends(&mut self, reply: &Reply) {
        self.does(&Event::ReplySent(reply.sent(agent(), None)));
    }

    fn sets_boundary(&mut self, reply: &Reply) {
        self.sends(reply);
        self.does(&Event::BoundaryDelivered { by: agent(), wording: reply.text.clone() });
    }

    fn ending(&self) -> Event {
        Event::ContactDiscontinued {
            by: agent(),
            wording: "I am ending this chat.".into(),
            route: "the help page".into(),
            issue_owner: "Kim".into(),
        }
    }
}

fn agent() -> Actor {
    Actor::Human(Human { name: "Sam".into(), role: Role::Agent })
}

fn known() -> Facts<'static> {
    Facts::new()
        .with(Slot::StepIng, "checking the error log")
        .with(Slot::Time, "14:35")
        .with(Slot::Route, "the help page")
}

fn sets_no_limit(reply: &Reply) {
    let limits = [Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::EndSevere];
    assert!(!reply.acts.iter().any(|act| limits.contains(act)), "{}", reply.text);
    for word in ["respect", "language", "tone", "civil", "remark", "swear"] {
        assert!(!reply.text.contains(word), "`{word}` in: {}", reply.text);
    }
}

/// 1: the first essay's client.
#[test]
fn waiting_all_day_gets_an_apology_for_the_delay_and_a_time() {
    let reading = classify_message(DELAYED, Policy::standard()).reading;
    assert_eq!((reading.heat, reading.conduct), (Heat::Upset, Conduct::Fine));
    assert_eq!((reading.temperature().get(), reading.target), (2, Target::Situation));
    assert!(reading.flags.contains(Flag::Delay) || reading.flags.contains(Flag::BrokenPromise));

    let mut desk = Desk::open(Policy::standard().clone());
    desk.hears(DELAYED);
    assert!(!desk.case.boundary_due(&desk.policy));
    let reply = desk.reply(&known());
    let expected = [Act::Ack, Act::Apol, Act::Own, Act::Step, Act::Commit];
    assert_eq!(reply.acts, expected, "{}", reply.text);
    assert!(reply.text.contains("system") && reply.text.contains("14:35"), "{}", reply.text);
    sets_no_limit(&reply);
}

/// 2: the second essay's client, who swears at a system.
#[test]
fn swearing_at_a_system_gets_help_and_no_word_about_the_swearing() {
    let reading = classify_message(SWEARING, Policy::standard()).reading;
    assert_eq!((reading.heat, reading.conduct), (Heat::Upset, Conduct::Fine));
    assert_eq!((reading.temperature().get(), reading.target), (2, Target::Situation));
    assert!(reading.flags.contains(Flag::ProfanityUndirected));

    let mut desk = Desk::open(Policy::standard().clone());
    desk.hears(SWEARING);
    assert_eq!(desk.steps(), ["self.read_twice", "ack.specific", "step.single"]);
    let reply = desk.reply(&known());
    sets_no_limit(&reply);
    assert!(reply.text.contains("system"), "{}", reply.text);
    assert!(!reply.text.contains("sorry"), "no delay is on record: {}", reply.text);
}

/// 3: louder, stronger, again and again.
#[test]
fn no_volume_and_no_swear_word_ever_makes_a_boundary_due() {
    let stronger = SWEARING.replace("damn", "fucking");
    let louder = SWEARING.to_uppercase();
    for text in [SWEARING, &stronger, &louder] {
        let mut desk = Desk::open(Policy::standard().clone());
        for turn in 1..=3 {
            desk.hears(text);
            assert!(!desk.case.boundary_due(&desk.policy), "{turn}: {text}");
            assert_eq!(desk.case.standing(), Standing::Clear);
            sets_no_limit(&desk.reply(&known()));
        }
    }
}

/// 4 to 6: one insult, another, a third, and the end by policy.
#[test]
fn insults_climb_the_ladder_one_rung_at_a_time() {
    let mut desk = Desk::open(Policy::standard().clone());
    desk.hears("You're an idiot. Why is this system broken?");
    assert_eq!(desk.case.temperature().get(), 4);
    assert!(desk.effect(Effect::StartIncidentRecord));
    assert_eq!(desk.steps(), ["boundary.check", "boundary.soft", "doc.verbatim"]);
    let soft = desk.reply(&known());
    assert!(soft.acts.contains(&Act::BoundSoft) && soft.acts.contains(&Act::Step), "{}", soft.text);
    assert!(soft.text.contains("system"), "{}", soft.text);
    desk.sets_boundary(&soft);
    assert_eq!(desk.case.stage(), Stage::BoundarySet(1));
    assert!(!desk.effect(Effect::AlertSupervisor));

    desk.hears("Are you thick, you useless moron?");
    assert_eq!(desk.steps(), ["boundary.firm", "sup.alert", "doc.verbatim"]);
    let firm = desk.reply(&known());
    assert_eq!(firm.acts.first(), Some(&Act::BoundFirm), "{}", firm.text);
    desk.sets_boundary(&firm);
    assert_eq!(desk.case.standing(), Standing::BoundarySet(2));
    assert!(desk.effect(Effect::AlertSupervisor));

    desk.hears("Shut up, you pathetic little clerk.");
    assert!(!desk.effect(Effect::AlertSupervisor), "told once");
    let refused = desk.tries(&desk.ending());
    assert!(
        matches!(&refused, Err(AdvanceError::RecordIncomplete { missing }) if !missing.is_empty()),
        "{refused:?}"
    );
    assert_eq!(desk.draft(&known()), Draft::Withheld(Withheld::HumanDecides));

    let incident = desk.case.incidents().first().expect("a record");
    let words = incident.verbatim.join(" ");
    for said in ["idiot", "moron", "Shut up"] {
        assert!(words.contains(said), "`{said}` in `{words}`");
    }
    let note = IncidentNote {
        adjustments: Some("asked; none needed".into()),
        evidence: Some("chat log 12".into()),
        ..IncidentNote::default()
    };
    desk.does(&Event::IncidentNoted { by: agent(), note });
    assert_eq!(desk.steps(), ["stop.end", "stop.own_issue", "doc.verbatim"]);
    let end = desk.reply(&known());
    assert_eq!(end.acts, [Act::EndConduct], "{}", end.text);
    assert!(end.text.contains("the help page"), "{}", end.text);
    desk.does(&desk.ending());
    assert_eq!(desk.case.stage(), Stage::Discontinued);
}

/// 7: a threat leads at once, and a person may end it; a device never.
#[test]
fn a_threat_may_be_ended_at_once_and_a_device_never() {
    let rows = [
        (
            "Fix it tonight or I come down there and put somebody in hospital.",
            SevereKind::Violence,
            true,
            "safety.now",
        ),
        (
            "There's something in a bag by your front desk. You have an hour.",
            SevereKind::Device,
            false,
            "safety.device",
        ),
        (
            "There is a bomb under your desk. I will kill you.",
            SevereKind::Device,
            false,
            "safety.device",
        ),
    ];
    for (text, kind, may_end, first) in rows {
        let mut desk = Desk::open(Policy::standard().clone());
        desk.hears(text);
        assert_eq!(desk.case.stage(), Stage::ThreatHold(kind), "{text}");
        assert!(desk.effect(Effect::AlertSupervisor), "{text}");
        assert_eq!(desk.steps().first(), Some(&first), "{text}");
        assert!(matches!(desk.draft(&known()), Draft::Withheld(_)), "{text}");
        let told = desk.case.obligations().iter().any(|o| o.kind == ObligationKind::SupervisorAck);
        assert!(told, "{text}");
        assert_eq!(desk.tries(&desk.ending()).is_ok(), may_end, "{text}");
    }
}

/// 8: someone at risk, with insults beside it.
#[test]
fn a_wish_to_die_outranks_the_insults_beside_it() {
    let text = "Since you froze the card I've been thinking about ending it all, you idiots.";
    let reading = classify_message(text, Policy::standard()).reading;
    assert_eq!(reading.crisis, Crisis::Explicit, "meant, with no moment named");

    let mut desk = Desk::open(Policy::standard().clone());
    desk.hears(text);
    assert_eq!(desk.case.safety(), Safety::CrisisHold);
    assert_eq!(desk.steps(), ["crisis.stay", "crisis.colleague", "crisis.signpost"]);
    assert!(!desk.case.boundary_due(&desk.policy));
    let boundary = Event::BoundaryDelivered { by: agent(), wording: "Please be civil.".into() };
    assert!(desk.tries(&boundary).is_err() && desk.tries(&desk.ending()).is_err());
    // Nobody checked these numbers, so nothing is drafted.
    let guessed = known().with(Slot::EmergencyNumber, "999").with(Slot::CrisisLine, "a line");
    assert_eq!(desk.draft(&guessed), Draft::Withheld(Withheld::NoCrisisDirectory));

    let directory = CrisisDirectory {
        emergency_number: "112".into(),
        crisis_line: "the night line".into(),
        crisis_contact: "0800 000".into(),
        verified_on: desk.case.at(),
    };
    desk.policy =
        Policy::builder().crisis_directory(Some(directory)).build().expect("a valid policy");
    let reply = desk.reply(&guessed);
    assert!(reply.acts.iter().all(|act| *act == Act::Crisis), "{}", reply.text);
    assert!(reply.text.contains("112") && !reply.text.contains("999"), "{}", reply.text);
}

/// A job to be finished and a contract to be ended are everyday words of support.
#[test]
fn ending_and_finishing_a_thing_is_no_crisis() {
    for (text, crisis) in [
        ("Please finish it today.", Crisis::None),
        ("Can you finish it now?", Crisis::None),
        ("The engineer will finish it tonight.", Crisis::None),
        ("I need you to end it today, cancel my contract.", Crisis::None),
        ("I'm going to end it all.", Crisis::Explicit),
        ("I'll end it tonight.", Crisis::Imminent),
        ("I'm ending it now.", Crisis::Possible),
    ] {
        assert_eq!(classify_message(text, Policy::standard()).reading.crisis, crisis, "{text}");
    }
}
