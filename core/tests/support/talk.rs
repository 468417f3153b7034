//! A conversation under test: readings by hand, a minute between events.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test helper that fails should fail the test"
)]

use unruffled::{
    Actor, Acts, AdvanceError, Case, Cause, Channel, Conduct, CustomerMessage, Effect, ErrorCode,
    Event, Flags, Heat, Human, IncidentNote, IssueKind, IssueTime, Milli, Millis, ObligationKind,
    Policy, Reading, Role, SentReply, SevereKind, Target, Timestamp, Transition, advance,
};

pub(crate) const CALM: Reading = Reading::CALM;
pub(crate) const TENSE: Reading =
    Reading { heat: Heat::Tense, heat_milli: Milli::saturating(300), ..CALM };
pub(crate) const UPSET: Reading = Reading {
    heat: Heat::Upset,
    heat_milli: Milli::saturating(600),
    target: Target::Situation,
    ..CALM
};
pub(crate) const HEATED: Reading =
    Reading { heat: Heat::Heated, heat_milli: Milli::saturating(900), ..UPSET };
pub(crate) const CROSSING: Reading = Reading {
    conduct: Conduct::Crossing,
    line_milli: Milli::saturating(950),
    target: Target::Agent,
    ..UPSET
};
pub(crate) const UNSURE: Reading = Reading { line_milli: Milli::saturating(700), ..CROSSING };

pub(crate) fn severe(kind: SevereKind) -> Reading {
    Reading { conduct: Conduct::Severe(kind), ..CROSSING }
}

pub(crate) fn flagged(reading: Reading, flags: impl Into<Flags>) -> Reading {
    Reading { flags: reading.flags.union(flags.into()), ..reading }
}

// One conversation, a minute between events.

pub(crate) struct Talk {
    pub(crate) case: Case,
    pub(crate) policy: Policy,
    pub(crate) at: Timestamp,
    pub(crate) last: Option<Transition>,
}

impl Talk {
    pub(crate) fn on(channel: Channel) -> Self {
        Self::under(channel, Policy::standard().clone())
    }

    pub(crate) fn under(channel: Channel, policy: Policy) -> Self {
        let at = Timestamp(1_000_000_000);
        Self { case: Case::open("C-1", channel, at), policy, at, last: None }
    }

    pub(crate) fn tries(&mut self, event: &Event) -> Result<Cause, AdvanceError> {
        let next = advance(&self.case, self.at.after(Millis::minutes(1)), event, &self.policy)?;
        self.at = next.case.at();
        self.case = next.case.clone();
        let cause = next.cause;
        self.last = Some(next);
        Ok(cause)
    }

    pub(crate) fn does(&mut self, event: &Event) -> Cause {
        self.tries(event).unwrap_or_else(|error| panic!("{event:?}: {error}"))
    }

    pub(crate) fn says(&mut self, reading: Reading) -> Cause {
        self.does(&says(reading))
    }

    pub(crate) fn complains(&mut self, reading: Reading, issues: &[&str]) -> Cause {
        let mut message = message(reading);
        message.issues = issues
            .iter()
            .map(|title| (IssueKind::Fault, IssueTime::Current, (*title).to_string()))
            .collect();
        self.does(&Event::MessageReceived(message))
    }

    pub(crate) fn replies(&mut self, acts: impl Into<Acts>) -> Cause {
        self.does(&Event::ReplySent(reply(acts, None)))
    }

    pub(crate) fn waits(&mut self, length: Millis) -> Cause {
        let next =
            advance(&self.case, self.at.after(length), &Event::Waited, &self.policy).unwrap();
        self.at = next.case.at();
        self.case = next.case.clone();
        let cause = next.cause;
        self.last = Some(next);
        cause
    }

    pub(crate) fn waits_for_deadline(&mut self) -> ObligationKind {
        let deadline = self.case.deadline().unwrap();
        self.waits(deadline.at.since(self.at));
        deadline.kind
    }

    pub(crate) fn effect(&self, effect: Effect) -> bool {
        self.last.as_ref().is_some_and(|last| last.effects.contains(effect))
    }

    pub(crate) fn due(&self) -> bool {
        self.case.boundary_due(&self.policy)
    }

    pub(crate) fn may_end(&self) -> Result<(), AdvanceError> {
        self.case.may_discontinue(&self.policy)
    }
}

pub(crate) fn message(reading: Reading) -> CustomerMessage {
    CustomerMessage {
        reading,
        issues: Vec::new(),
        verbatim: reading.crosses_line().then(|| "you idiot".to_string()),
        written_at: None,
        questions: 0,
        only_courtesy: false,
    }
}

pub(crate) fn says(reading: Reading) -> Event {
    Event::MessageReceived(message(reading))
}

pub(crate) fn reply(acts: impl Into<Acts>, promise: Option<Timestamp>) -> SentReply {
    SentReply {
        by: agent(),
        acts: acts.into(),
        phrases: Vec::new(),
        wording: Vec::new(),
        questions: Vec::new(),
        apologies: 0,
        understandings: 0,
        promise,
        text: None,
    }
}

pub(crate) fn person(role: Role) -> Human {
    Human { name: "Sam".into(), role }
}

pub(crate) fn agent() -> Actor {
    Actor::Human(person(Role::Agent))
}

pub(crate) fn boundary() -> Event {
    Event::BoundaryDelivered { by: agent(), wording: "Please speak to me with respect.".into() }
}

pub(crate) fn reaffirm() -> Event {
    Event::BoundaryReaffirmed { by: agent(), wording: "If it goes on, I end the chat.".into() }
}

pub(crate) fn retract() -> Event {
    Event::BoundaryRetracted { by: agent(), reason: "a tic, disclosed".into() }
}

pub(crate) fn end() -> Event {
    end_by(Actor::Human(person(Role::Manager)))
}

pub(crate) fn end_by(by: Actor) -> Event {
    Event::ContactDiscontinued {
        by,
        wording: "I am ending this chat. You can write to us.".into(),
        route: "the help page".into(),
        issue_owner: "my manager".into(),
    }
}

pub(crate) fn completes_record() -> Event {
    let note = IncidentNote {
        adjustments: Some("asked; none needed".into()),
        evidence: Some("chat log 12".into()),
        ..IncidentNote::default()
    };
    Event::IncidentNoted { by: agent(), note }
}

pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T, AdvanceError>) -> ErrorCode {
    result.unwrap_err().code()
}
