//! Drafts, steps and briefs along whole contacts: the essays' scenarios, the ladder, the crisis and the
//! promises (`domain.md` 10).

#![allow(clippy::expect_used, clippy::panic, reason = "the helpers of a test fail the test")]

use unruffled::{
    Act, Actor, Brief, Case, Channel, Conduct, Crisis, CrisisDirectory, CustomerMessage,
    Disposition, Draft, Event, Facts, Flag, Flags, Heat, Human, IncidentNote, IssueKind, IssueTime,
    Milli, Millis, Policy, Reading, Reply, Role, Safety, Service, Slot, Stage, Standing, Timestamp,
    Withheld, advance, brief_reply, describe_reply, draft_reply, phrase_name, recommend_steps,
    review_reply,
};

/// A contact as a desk would run it.
struct Desk {
    case: Case,
    policy: Policy,
    now: Timestamp,
}

impl Desk {
    fn open(channel: Channel, policy: Policy) -> Self {
        let now = Timestamp(1_000_000);
        Self { case: Case::open("ticket 7", channel, now), policy, now }
    }

    fn after(&mut self, length: Millis, event: &Event) -> &mut Self {
        self.now = self.now.after(length);
        self.case = advance(&self.case, self.now, event, &self.policy).expect("allowed").case;
        self
    }

    fn hears(&mut self, reading: Reading, issues: &[(IssueKind, &str)]) -> &mut Self {
        let message = CustomerMessage {
            reading,
            issues: issues
                .iter()
                .map(|(kind, title)| (*kind, IssueTime::Current, String::from(*title)))
                .collect(),
            verbatim: reading.crosses_line().then(|| "the words".into()),
            written_at: None,
            questions: 0,
            only_courtesy: false,
        };
        self.after(Millis::seconds(20), &Event::MessageReceived(message));
        self.after(Millis::seconds(5), &Event::AgentRead)
    }

    fn steps(&self) -> Vec<&'static str> {
        let plan = recommend_steps(&self.case, &self.policy);
        plan.steps.iter().map(|step| step.id.name()).collect()
    }

    fn draft(&self, facts: &Facts<'_>) -> Draft {
        draft_reply(&self.case, facts, &self.policy)
    }

    fn reply(&self, facts: &Facts<'_>) -> Reply {
        match self.draft(facts) {
            Draft::Reply(reply) => reply,
            Draft::Withheld(reason) => panic!("withheld: {reason}"),
        }
    }

    fn brief(&self, facts: &Facts<'_>) -> Brief {
        brief_reply(&self.case, facts, &self.policy)
    }

    fn sends(&mut self, reply: &Reply, promise: Option<Millis>) -> &mut Self {
        let due = promise.map(|length| self.now.after(length));
        self.after(Millis::seconds(30), &Event::ReplySent(reply.sent(sam(), due)))
    }

    fn sets_boundary(&mut self, reply: &Reply) -> &mut Self {
        self.sends(reply, None);
        let event = Event::BoundaryDelivered { by: sam(), wording: reply.text.clone() };
        self.after(Millis::seconds(1), &event)
    }
}

fn sam() -> Actor {
    Actor::Human(Human { name: "Sam".into(), role: Role::Agent })
}

fn upset(flags: impl Into<Flags>) -> Reading {
    Reading {
        heat: Heat::Upset,
        heat_milli: Milli::saturating(600),
        flags: flags.into(),
        ..Reading::CALM
    }
}

fn crossing() -> Reading {
    Reading { conduct: Conduct::Crossing, line_milli: Milli::saturating(950), ..upset([]) }
}

fn facts(list: &[(Slot, &'static str)]) -> Facts<'static> {
    list.iter().fold(Facts::new(), |facts, (slot, text)| facts.with(*slot, *text))
}

const SYSTEM: &[(IssueKind, &str)] = &[(IssueKind::Fault, "this system")];

const LIMITS: [Act; 4] = [Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::EndSevere];

fn sets_no_limit(reply: &Reply) {
    assert!(!reply.acts.iter().any(|act| LIMITS.contains(act)), "{}", reply.text);
    for word in ["respect", "language", "tone", "civil", "remark", "swear"] {
        assert!(!reply.text.contains(word), "{}", reply.text);
    }
}

#[test]
fn the_angry_client_of_the_essay() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(upset([Flag::Delay, Flag::Shouting]), SYSTEM);
    assert_eq!(desk.steps(), ["self.read_twice", "ack.specific", "step.single"]);

    let reply =
        desk.reply(&facts(&[(Slot::StepIng, "checking the error log"), (Slot::Time, "14:35")]));
    assert_eq!(
        reply.acts,
        [Act::Ack, Act::Apol, Act::Own, Act::Step, Act::Commit],
        "{}",
        reply.text
    );
    sets_no_limit(&reply);
    assert_eq!(
        reply.text,
        "You should be able to count on this system, and I am sorry for the wait.\n\
         I will see this through with you. Right now I am checking the error log. \
         I will be in touch by 14:35."
    );

    desk.sends(&reply, Some(Millis::minutes(30)));
    assert_eq!(desk.case.service(), Service::Working);
    assert_eq!(desk.case.apologies(), 1);
    assert!(desk.case.deadline().is_some());
}

#[test]
fn the_client_of_the_essay_who_swears_at_a_system() {
    for times in 1..=3 {
        let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
        let flags = [Flag::ProfanityUndirected, Flag::Shouting];
        for _ in 0..times {
            desk.hears(upset(flags), SYSTEM);
        }
        let reply = desk.reply(&facts(&[(Slot::Time, "10:20")]));
        sets_no_limit(&reply);
        assert!(
            reply.acts.contains(&Act::Ack) && reply.acts.contains(&Act::Step),
            "{}",
            reply.text
        );
        assert!(
            reply.text.contains("this system") && reply.text.contains("10:20"),
            "{}",
            reply.text
        );
        // Nothing says that we are late or at fault.
        assert!(!reply.text.contains("sorry"), "{}", reply.text);
    }
}

#[test]
fn the_ladder() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    let way_back = facts(&[(Slot::Route, "the help page")]);

    desk.hears(crossing(), SYSTEM);
    assert_eq!(desk.steps(), ["boundary.check", "boundary.soft", "doc.verbatim"]);
    let soft = desk.reply(&way_back);
    assert!(soft.acts.contains(&Act::BoundSoft) && soft.acts.contains(&Act::Step), "{}", soft.text);
    assert!(!soft.text.contains("sorry") && !soft.text.contains("end this"), "{}", soft.text);
    assert!(desk.brief(&way_back).must_not_say.iter().any(|line| line == "any consequence"));
    assert_eq!(soft.sent(sam(), None).text.as_ref(), Some(&soft.text));
    desk.sets_boundary(&soft);

    desk.hears(crossing(), &[]);
    assert_eq!(desk.steps(), ["boundary.firm", "sup.alert", "doc.verbatim"]);
    let firm = desk.reply(&way_back);
    assert_eq!(firm.acts.first(), Some(&Act::BoundFirm), "{}", firm.text);
    desk.sets_boundary(&firm);
    assert_eq!(desk.case.standing(), Standing::BoundarySet(2));
    assert_eq!(desk.case.stage(), Stage::SupervisorAlerted);

    // The record is not complete: a person writes it first.
    desk.hears(crossing(), &[]);
    assert!(desk.steps().contains(&"doc.verbatim"), "{:?}", desk.steps());
    assert_eq!(desk.draft(&way_back), Draft::Withheld(Withheld::HumanDecides));

    let text = Some(String::from("noted"));
    let note = IncidentNote {
        customer_reference: text.clone(),
        context: text.clone(),
        response: text.clone(),
        supervisor_response: text.clone(),
        adjustments: text.clone(),
        evidence: text.clone(),
        issue_owner: text.clone(),
        wellbeing: text.clone(),
        ..IncidentNote::default()
    };
    desk.after(Millis::seconds(60), &Event::IncidentNoted { by: sam(), note });
    desk.case.may_discontinue(&desk.policy).expect("two warnings, a crossing, a record");
    assert_eq!(desk.steps(), ["stop.end", "stop.own_issue", "doc.verbatim"]);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::FactsMissing));
    assert!(desk.brief(&Facts::new()).missing.contains(&Slot::Route));
    let end = desk.reply(&way_back);
    assert_eq!(end.acts, [Act::EndConduct], "{}", end.text);
    assert!(end.text.contains("the help page"), "{}", end.text);

    let ended = Event::ContactDiscontinued {
        by: sam(),
        wording: end.text,
        route: "the help page".into(),
        issue_owner: "Kim".into(),
    };
    desk.after(Millis::seconds(1), &ended);
    assert_eq!(desk.draft(&way_back), Draft::Withheld(Withheld::Closed));
    assert_eq!(desk.steps(), ["self.debrief", "self.break", "review.appeal"]);
}

#[test]
fn respect_after_a_boundary_is_met_with_service() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(crossing(), SYSTEM);
    let soft = desk.reply(&Facts::new());
    desk.sets_boundary(&soft);
    desk.hears(Reading::CALM, &[]);
    assert!(desk.case.improved());
    assert_eq!(desk.steps(), ["boundary.reset", "step.single"]);
    let reply = desk.reply(&facts(&[(Slot::Step, "restart the service")]));
    assert_eq!(reply.acts.first(), Some(&Act::Reset), "{}", reply.text);
    sets_no_limit(&reply);
}

#[test]
fn a_crisis_outranks_everything() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(
        Reading { crisis: Crisis::Explicit, ..crossing() },
        &[(IssueKind::Billing, "the bill")],
    );
    assert_eq!(desk.case.safety(), Safety::CrisisHold);
    assert_eq!(desk.steps(), ["crisis.stay", "crisis.colleague", "crisis.signpost"]);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::NoCrisisDirectory));
    // Numbers in the facts are nobody's checked directory.
    let guessed = facts(&[(Slot::EmergencyNumber, "999"), (Slot::CrisisLine, "a line")]);
    assert_eq!(desk.draft(&guessed), Draft::Withheld(Withheld::NoCrisisDirectory));

    let directory = CrisisDirectory {
        emergency_number: "112".into(),
        crisis_line: "the night line".into(),
        crisis_contact: "0800 000".into(),
        verified_on: desk.now,
    };
    desk.policy =
        Policy::builder().crisis_directory(Some(directory)).build().expect("a valid policy");
    let mut said = Vec::new();
    for _ in 0..3 {
        let reply = desk.reply(&guessed);
        assert!(reply.acts.iter().all(|act| *act == Act::Crisis), "{}", reply.text);
        assert!(!reply.text.contains("bill") && !reply.text.contains("999"), "{}", reply.text);
        assert!(reply.text.matches('?').count() <= 1, "{}", reply.text);
        assert!(!said.contains(&reply.text));
        desk.sends(&reply, None);
        said.push(reply.text);
        desk.hears(Reading { crisis: Crisis::Explicit, ..Reading::CALM }, &[]);
    }
    assert!(said[0].contains("112") && said[0].contains("night line"), "{}", said[0]);
    assert!(said[0].contains("safe"), "{}", said[0]);

    // A check over 180 days old is none.
    desk.after(Millis::days(200), &Event::Waited);
    assert_eq!(desk.draft(&guessed), Draft::Withheld(Withheld::NoCrisisDirectory));
}

#[test]
fn a_promise_that_passed_is_owned_first() {
    let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
    desk.hears(upset([]), &[(IssueKind::Delivery, "your order")]);
    let first = desk.reply(&facts(&[(Slot::Time, "14:30"), (Slot::Person, "Sam")]));
    desk.sends(&first, Some(Millis::minutes(30)));
    let deadline = desk.case.deadline().expect("a promise");
    assert!(deadline.at < deadline.due);
    desk.after(Millis(deadline.at.0 - desk.now.0), &Event::Waited);
    assert_eq!(desk.steps(), ["cadence.early"]);

    desk.after(Millis::minutes(30), &Event::Waited);
    let reply = desk.reply(&facts(&[(Slot::Time, "18:00 today")]));
    assert_eq!(
        reply.acts.iter().find(|act| **act != Act::Greet),
        Some(&Act::Missed),
        "{}",
        reply.text
    );
    assert!(reply.text.contains("18:00 today") && !reply.text.contains("14:30"), "{}", reply.text);
}

#[test]
fn three_grievances_are_taken_one_at_a_time() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    let issues = [
        (IssueKind::Fault, "your internet"),
        (IssueKind::Billing, "the double charge"),
        (IssueKind::Service, "the missed call"),
    ];
    desk.hears(upset([]), &issues);
    assert_eq!(desk.steps(), ["agenda.list", "agenda.one", "cadence.set"]);
    let reply = desk.reply(&facts(&[(Slot::Time, "15:00")]));
    assert!(reply.acts.contains(&Act::Agenda), "{}", reply.text);
    assert!(
        reply.text.contains("your internet, the double charge and the missed call"),
        "{}",
        reply.text
    );
    let steps = reply.acts.iter().filter(|act| **act == Act::Step).count();
    assert_eq!(steps, 1, "{}", reply.text);
}

#[test]
fn a_fix_is_checked_before_and_after_it_is_closed() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(upset([]), SYSTEM);
    let known = facts(&[(Slot::StepIng, "making room on the disk")]);
    let first = desk.reply(&known);
    desk.sends(&first, None);
    let item = desk.case.active_item().expect("one item").id;
    desk.after(Millis::minutes(5), &Event::ItemDisposed { item, disposition: Disposition::Fixed });
    desk.after(Millis::seconds(5), &Event::Resolved);
    assert_eq!(desk.steps(), ["next.issue", "close.overlooked"]);
    let close = desk.reply(&facts(&[(Slot::Fact, "the disk has room again")]));
    assert_eq!(close.acts, [Act::Fact, Act::Close], "{}", close.text);
    assert!(close.text.contains("this system"), "{}", close.text);
    desk.sends(&close, None);
    desk.after(Millis::minutes(1), &Event::CustomerConfirmed);
    assert_eq!(desk.case.service(), Service::FollowUp);
    assert_eq!(desk.steps(), ["follow.up", "close.overlooked"]);
    let check = desk.reply(&Facts::new());
    assert_eq!(check.acts, [Act::FollowUp], "{}", check.text);
    assert!(check.text.contains("this system"), "{}", check.text);

    // It comes back: the relapse is ours.
    desk.sends(&check, None);
    desk.hears(upset([]), SYSTEM);
    assert_eq!(desk.case.reopened(), 1);
    let again = desk.reply(&Facts::new());
    assert_eq!(again.acts.first(), Some(&Act::Ack), "{}", again.text);
    let name = again.phrases.first().and_then(|id| phrase_name(*id)).expect("a phrase");
    assert!(name.starts_with("ACK.relapse."), "{name}");
}

#[test]
fn a_policy_may_state_the_consequence_at_once() {
    // One boundary must be enough then: what is announced is what happens.
    let policy = Policy::builder().min_warnings(1).consequence_from(1).build();
    let policy = policy.expect("a valid policy");
    let mut desk = Desk::open(Channel::Chat, policy);
    desk.hears(crossing(), SYSTEM);
    assert_eq!(desk.steps(), ["boundary.check", "boundary.firm", "doc.verbatim"]);
    let reply = desk.reply(&Facts::new());
    assert_eq!(reply.acts.first(), Some(&Act::BoundFirm), "{}", reply.text);
    assert!(!reply.text.contains("earlier") && reply.text.contains("I will end"), "{}", reply.text);
}

#[test]
fn rights_are_answered_and_change_nothing_else() {
    let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
    let flags = [Flag::Legal, Flag::Regulator, Flag::Public, Flag::Chargeback, Flag::DataRequest];
    desk.hears(upset(flags), &[(IssueKind::Billing, "the double charge")]);
    assert_eq!(desk.case.standing(), Standing::Clear);
    let reply =
        desk.reply(&facts(&[(Slot::StepIng, "checking both payments"), (Slot::Time, "noon")]));
    for act in [Act::Ack, Act::Legal, Act::Step, Act::Commit, Act::Data] {
        assert!(reply.acts.contains(&act), "{act}: {}", reply.text);
    }
    sets_no_limit(&reply);
    assert!(!reply.text.contains("sorry"), "{}", reply.text);
}

#[test]
fn a_loss_is_met_with_care_and_no_apology_is_counted() {
    let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
    let issue = [(IssueKind::Cancellation, "your mother's account")];
    desk.hears(Reading { flags: Flags::from([Flag::Bereavement]), ..Reading::CALM }, &issue);
    assert_eq!(desk.steps().first(), Some(&"vuln.texas"));
    let reply = desk.reply(&facts(&[(Slot::StepIng, "closing it for you"), (Slot::Time, "noon")]));
    assert!(reply.text.contains("sorry for your loss"), "{}", reply.text);
    let sent = reply.sent(sam(), None);
    assert_eq!((sent.apologies, sent.text), (0, None));
}

#[test]
fn contractions_are_the_policys_choice_and_never_in_a_limit() {
    let policy = Policy::builder().contractions(true).build().expect("a valid policy");
    let mut desk = Desk::open(Channel::Chat, policy);
    desk.hears(upset([Flag::Delay]), SYSTEM);
    let known = facts(&[(Slot::StepIng, "doing what I am able to"), (Slot::Time, "noon")]);
    let text = desk.reply(&known).text;
    assert!(text.contains("I'm ") && !text.contains(" I am sorry"), "{text}");
    // The host's own words stay as they are.
    assert!(text.contains("doing what I am able to"), "{text}");
    desk.hears(crossing(), SYSTEM);
    let limit = desk.reply(&Facts::new());
    let boundary = limit.text.lines().next().expect("a boundary");
    assert!(limit.acts.contains(&Act::BoundSoft) && !boundary.contains('\''), "{boundary}");
}

#[test]
fn a_calm_contact_is_left_alone() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(Reading::CALM, &[(IssueKind::Delivery, "your parcel")]);
    assert_eq!(desk.steps(), [""; 0]);
    let known = facts(&[(Slot::Fact, "it left on Monday")]);
    let reply = desk.reply(&known);
    assert_eq!(reply.acts, [Act::Fact], "{}", reply.text);
    let brief = desk.brief(&known);
    assert!(brief.text().contains("it left on Monday"), "{}", brief.text());
    assert!(brief.text().len() < 2048);
}

#[test]
fn the_last_word_is_not_repeated_and_the_thread_ends() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(upset([]), SYSTEM);
    let first = desk.reply(&Facts::new());
    desk.sends(&first, None);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::NothingToAnswer));
    desk.hears(Reading { flags: Flags::from([Flag::Thanks]), ..Reading::CALM }, &[]);
    let mut said = vec![first];
    for _ in 0..6 {
        desk.hears(upset([]), SYSTEM);
        let Draft::Reply(reply) = desk.draft(&Facts::new()) else { break };
        assert!(said.iter().all(|earlier| earlier.text != reply.text), "{}", reply.text);
        let used = |id| said.iter().any(|earlier: &Reply| earlier.phrases.contains(id));
        assert!(!reply.phrases.iter().any(used), "{}", reply.text);
        desk.sends(&reply, None);
        said.push(reply);
    }
    assert!(said.len() > 4, "{said:#?}");
}

#[test]
fn a_silent_customer_gets_one_gentle_reminder() {
    let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
    let asked = facts(&[(Slot::Ask, "the order number"), (Slot::Purpose, "find the payment")]);
    desk.hears(Reading::CALM, &[(IssueKind::Refund, "your refund")]);
    let question = desk.reply(&asked);
    assert!(question.acts.contains(&Act::Ask), "{}", question.text);
    desk.sends(&question, None);
    assert_eq!(desk.case.service(), Service::AwaitingCustomer);
    assert_eq!(desk.draft(&asked), Draft::Withheld(Withheld::NothingToAnswer), "not due yet");
    desk.after(Millis::days(4), &Event::Waited);
    assert!(desk.case.nudge_due());
    assert_eq!(desk.steps(), ["ask.one"]);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::NothingToAnswer));
    let reminder = desk.reply(&asked);
    assert!(reminder.text.contains("the order number"), "{}", reminder.text);
    for scolding in ["still waiting", "again", "not heard", "?", "sorry"] {
        assert!(!reminder.text.contains(scolding), "{}", reminder.text);
    }
    desk.sends(&reminder, None);
    assert!(!desk.case.nudge_due());
    desk.after(Millis::hours(1), &Event::Waited);
    assert_eq!(desk.draft(&asked), Draft::Withheld(Withheld::NothingToAnswer), "once");
}

#[test]
fn the_ending_is_announced_when_it_is_next() {
    let policy = Policy::builder().min_warnings(3).max_boundaries(3).build().expect("valid");
    let mut desk = Desk::open(Channel::Chat, policy);
    for number in 1..=3 {
        desk.hears(crossing(), SYSTEM);
        let reply = desk.reply(&Facts::new());
        let firm = reply.acts.contains(&Act::BoundFirm);
        assert_eq!(firm, number == 3, "{number}: {}", reply.text);
        assert_eq!(reply.text.contains("I will end"), firm, "{number}: {}", reply.text);
        assert_eq!(desk.steps().contains(&"boundary.firm"), firm, "{number}");
        let review = review_reply(&reply.text, &desk.case, &Facts::new(), &desk.policy);
        let told: Vec<_> = review.findings.iter().map(|finding| finding.rule.id()).collect();
        assert!(!told.contains(&"L15") && !told.contains(&"L16"), "{number}: {told:?}");
        desk.sets_boundary(&reply);
    }
}

#[test]
fn all_is_well_in_the_follow_up_gets_one_warm_line() {
    let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
    desk.hears(upset([]), SYSTEM);
    desk.sends(&desk.reply(&Facts::new()), None);
    desk.after(Millis::hours(1), &Event::ItemDisposed { item: 1, disposition: Disposition::Fixed });
    desk.after(Millis::hours(1), &Event::Resolved);
    desk.after(Millis::hours(1), &Event::CustomerConfirmed);
    let question = desk.reply(&Facts::new());
    assert_eq!(question.acts, [Act::Greet, Act::FollowUp], "{}", question.text);
    desk.sends(&question, None);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::NothingToAnswer), "asked once");
    desk.hears(Reading { flags: Flags::from([Flag::Thanks]), ..Reading::CALM }, &[]);
    let close = desk.reply(&Facts::new());
    assert_eq!(close.acts, [Act::Greet, Act::Close], "{}", close.text);
    assert!(!close.text.contains('?'), "{}", close.text);
    assert_eq!(desk.steps(), ["thank.instead", "diagnose.root"]);
    // A new question is answered, and nobody is told that a fix did not hold.
    let mut curious = desk;
    curious.hears(Reading::CALM, &[(IssueKind::Information, "the warranty")]);
    assert_eq!(curious.case.service(), Service::Listening);
    let answer = curious.reply(&Facts::new());
    assert!(!answer.text.contains("did not hold") && !answer.text.contains("is back"));
}

#[test]
fn the_answer_to_are_you_safe_is_a_persons() {
    let mut desk = Desk::open(Channel::Chat, Policy::standard().clone());
    desk.hears(Reading::CALM, &[]);
    let ours = describe_reply("Are you having thoughts of suicide?", sam(), None, &desk.case);
    desk.after(Millis::seconds(30), &Event::ReplySent(ours));
    desk.hears(Reading::CALM, &[]);
    assert_eq!(desk.draft(&Facts::new()), Draft::Withheld(Withheld::HumanDecides));
}

#[test]
fn at_stands_before_a_clock_time_only() {
    for (time, at) in [("Friday noon", false), ("tomorrow", false), ("16:00 today", true)] {
        let mut seen = false;
        for contact in 0..40 {
            let mut desk = Desk::open(Channel::Email, Policy::standard().clone());
            desk.case = Case::open(&format!("ticket {contact}"), Channel::Email, desk.now);
            desk.hears(upset([]), SYSTEM);
            let reply = desk.reply(&facts(&[(Slot::Time, time)]));
            assert!(reply.text.contains(time), "{}", reply.text);
            seen |= reply.text.contains(&format!("at {time}"));
        }
        assert_eq!(seen, at, "{time}");
    }
}
