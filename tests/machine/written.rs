//! What is written down keeps its form: goldens of schema 1 that every later version must read, names
//! of events, sizes.
//!
//! The goldens in `vectors/schema-1/` are frozen. The shape may only grow by optional fields that are
//! left out while they say nothing; a golden is never blessed again. A new one is written by running
//! this test with its file absent.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use unruffled::{
    Act, Actor, Case, Channel, Crisis, CustomerMessage, Disposition, Event, EventLog, Flag,
    IssueKind, IssueTime, Milli, Millis, ObligationKind, PhraseId, Policy, Reading, Role,
    SentReply, SevereKind, Snapshot, Timestamp, advance,
};

use crate::alphabet::{self, CROSSING, UPSET, person};

/// One long contact with nearly everything in it, told once.
struct Story {
    case: Case,
    log: EventLog,
    at: Timestamp,
}

impl Story {
    fn open(contact: &str, channel: Channel) -> Self {
        let at = Timestamp(1_700_000_000_000);
        let case = Case::open(contact, channel, at);
        let log = EventLog::of(&case, Policy::standard());
        Self { case, log, at }
    }

    fn then(&mut self, event: Event) -> &mut Self {
        self.at = self.at.after(Millis::seconds(40));
        let next = self.log.advance(&self.case, self.at, &event, Policy::standard());
        self.case = next.unwrap_or_else(|error| panic!("{event:?}: {error}")).case;
        self
    }

    fn says(&mut self, reading: Reading, issues: &[&str]) -> &mut Self {
        let issues =
            issues.iter().map(|title| (IssueKind::Fault, IssueTime::Current, (*title).to_string()));
        self.then(Event::MessageReceived(CustomerMessage {
            reading,
            issues: issues.collect(),
            verbatim: reading.crosses_line().then(|| "you absolute idiot".to_string()),
            written_at: None,
            questions: 1,
            only_courtesy: false,
        }))
    }

    fn replies(&mut self, acts: &[Act], runs: u32) -> &mut Self {
        let promise = acts.contains(&Act::Commit).then(|| self.at.after(Millis::hours(1)));
        let wording = (0..runs).map(|run| run.wrapping_mul(2_654_435_761)).collect();
        self.then(Event::ReplySent(SentReply {
            by: Actor::Human(person(Role::Agent)),
            acts: acts.iter().copied().collect(),
            phrases: vec![PhraseId(self.case.agent_turns().try_into().unwrap()), PhraseId(7)],
            wording,
            questions: Vec::new(),
            apologies: 1,
            understandings: 1,
            promise,
            text: None,
        }))
    }

    fn boundary(&mut self) -> &mut Self {
        self.then(Event::BoundaryDelivered {
            by: Actor::Human(person(Role::Agent)),
            wording: "I want to help. Please speak to me with respect.".to_string(),
        })
    }
}

/// Abuse that goes on, ended after two boundaries.
fn ended() -> Story {
    let mut story = Story::open("golden: ended", Channel::Chat);
    story
        .says(Reading { flags: [Flag::Delay, Flag::DataRequest].into(), ..UPSET }, &["the boiler"])
        .then(Event::AgentRead)
        .replies(&[Act::Ack, Act::Step, Act::Commit], 12)
        .says(CROSSING, &["the invoice"])
        .boundary()
        .says(CROSSING, &[])
        .boundary()
        .says(CROSSING, &[]);
    let note = unruffled::IncidentNote {
        adjustments: Some("asked; none needed".to_string()),
        evidence: Some("chat log".to_string()),
        ..unruffled::IncidentNote::default()
    };
    story.then(Event::IncidentNoted { by: Actor::Human(person(Role::Agent)), note });
    story.then(Event::ContactDiscontinued {
        by: Actor::Human(person(Role::Manager)),
        wording: "I am ending this chat. You can write to us.".to_string(),
        route: "the help page".to_string(),
        issue_owner: "the boiler desk".to_string(),
    });
    story
}

/// A threat, then a crisis, in trained hands.
fn in_danger() -> Story {
    let mut story = Story::open("golden: danger", Channel::Phone);
    story.says(
        Reading { conduct: unruffled::Conduct::Severe(SevereKind::Violence), ..CROSSING },
        &["the rent"],
    );
    story.says(Reading { crisis: Crisis::Explicit, ..UPSET }, &[]);
    story.then(Event::HandedOver { to: person(Role::Safety) });
    story
}

/// Solved, confirmed, closed.
fn closed() -> Story {
    let mut story = Story::open("golden: closed", Channel::Email);
    story
        .says(UPSET, &["the lift", "the parcel"])
        .replies(&[Act::Ack, Act::Step, Act::Commit], 30)
        .then(Event::ObligationTransferred {
            kind: ObligationKind::Promise,
            to: "night shift".into(),
        })
        .then(Event::ItemTaken { item: 2 })
        .then(Event::ItemDisposed { item: 2, disposition: Disposition::Fixed })
        .then(Event::ItemDisposed { item: 1, disposition: Disposition::WorkedAround })
        .then(Event::Resolved)
        .then(Event::CustomerConfirmed)
        .then(Event::FollowUpSent);
    story
}

#[test]
fn goldens_of_schema_one_are_read_as_they_were_written() {
    for (name, story) in [("ended", ended()), ("danger", in_danger()), ("closed", closed())] {
        let snapshot = golden(&format!("{name}.snapshot.json"), &Snapshot::of(&story.case));
        let read: Snapshot = serde_json::from_value(snapshot.clone()).unwrap();
        let case = read.restore().unwrap_or_else(|error| panic!("{name}: {error}"));
        let again = serde_json::to_value(Snapshot::of(&case)).unwrap();
        assert_eq!(again["case"], snapshot["case"], "{name}: the shape changed");

        let log = golden(&format!("{name}.log.json"), &story.log);
        let read: EventLog = serde_json::from_value(log.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), log, "{name}: the shape changed");
        assert_eq!(read.entries().len(), log["entries"].as_array().unwrap().len());
    }
}

fn golden<T: serde::Serialize>(file: &str, value: &T) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/schema-1").join(file);
    if !path.exists() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, serde_json::to_string_pretty(value).unwrap() + "\n").unwrap();
    }
    serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap()
}

#[test]
fn an_event_is_called_in_json_what_it_is_called() {
    let case = ended().case;
    let mut names = std::collections::BTreeSet::new();
    let carried = Event::WarningsCarried {
        by: Actor::Human(person(Role::Supervisor)),
        reason: "the same words as last week".to_string(),
    };
    let events = alphabet::letters(&case).into_iter().map(|letter| letter.event);
    for event in events.chain([carried]) {
        let json = serde_json::to_value(&event).unwrap();
        let name = match &json {
            Value::String(name) => name.clone(),
            Value::Object(fields) if fields.len() == 1 => fields.keys().next().unwrap().clone(),
            other => panic!("{other}"),
        };
        assert_eq!(name, event.name());
        assert_eq!(serde_json::from_value::<Event>(json.clone()).unwrap(), event);
        if let Value::Object(mut fields) = json {
            let details = fields.get_mut(&name).unwrap();
            if let Value::Object(details) = details {
                details.insert("extra".to_string(), 1.into());
                assert!(
                    serde_json::from_value::<Event>(fields.into()).is_err(),
                    "{name} takes more"
                );
            }
        }
        names.insert(name);
    }
    assert_eq!(names.len(), 33, "an event is missing from the alphabet");
    // A score beyond its range is refused, wherever it comes from.
    let mut json =
        serde_json::to_value(Event::MessageReceived(alphabet::messages().swap_remove(5).1))
            .unwrap();
    json["message_received"]["reading"]["heat_milli"] = 1001.into();
    assert!(serde_json::from_value::<Event>(json).is_err());
}

#[test]
fn a_long_case_stays_small() {
    let mut story = Story::open("0123456789abcdef0123456789abcdef", Channel::Messaging);
    for title in ["the lift", "the bill", "the door", "the heating", "the key", "the visit"] {
        story.says(UPSET, &[title]).replies(&[Act::Ack, Act::Step], 90);
    }
    story.says(CROSSING, &[]).boundary().says(CROSSING, &[]).boundary();
    for _ in 0..30 {
        story.says(Reading { flags: [Flag::DataRequest].into(), ..UPSET }, &["the lift"]);
        story.replies(&[Act::Ack, Act::Update], 90);
    }
    story.replies(&[Act::Commit], 90);
    assert!(story.case.customer_turns() > 35 && story.case.agent_turns() > 35);
    let size = |snapshot: Snapshot| serde_json::to_string(&snapshot).unwrap().len();
    let whole = size(Snapshot::of(&story.case));
    let bare = size(Snapshot::of(&story.case).without_words());
    println!("a long case: {whole} bytes, {bare} without words");
    assert!(bare < 4_096, "{bare} bytes without words");
    assert!(whole < 8_192, "{whole} bytes");
    let fresh = size(Snapshot::of(&Case::open("c", Channel::Chat, Timestamp(0))));
    assert!(fresh < 1_024, "{fresh} bytes for a case just opened");
}

#[test]
fn a_supervisor_and_what_is_owed_come_back() {
    let story = ended();
    for supervisor in [story.case.supervisor(), unruffled::Supervisor::TookOver] {
        let json = serde_json::to_string(&supervisor).unwrap();
        assert_eq!(serde_json::from_str::<unruffled::Supervisor>(&json).unwrap(), supervisor);
    }
    for owed in story.case.obligations() {
        let json = serde_json::to_string(owed).unwrap();
        assert_eq!(serde_json::from_str::<unruffled::Obligation>(&json).unwrap(), *owed);
    }
    for incident in story.case.incidents() {
        let json = serde_json::to_string(incident).unwrap();
        assert_eq!(serde_json::from_str::<unruffled::Incident>(&json).unwrap(), *incident);
    }
    assert!(story.case.incidents().last().unwrap().confidence <= Milli::ONE);
    let next = advance(&story.case, story.at, &Event::Waited, Policy::standard()).unwrap();
    let json = serde_json::to_string(&next.effects).unwrap();
    assert_eq!(serde_json::from_str::<unruffled::Effects>(&json).unwrap(), next.effects);
}
