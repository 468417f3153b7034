//! One contact as a host keeps it: the case, the policy, and the clock going by.

use unruffled::{
    Act, Actor, AdvanceError, Case, Channel, Classification, CustomerMessage, Event, Human, Millis,
    Policy, Reply, Role, SentReply, Timestamp, Transition, advance, classify_message,
    describe_reply,
};

/// One contact as a host keeps it.
pub(crate) struct Contact {
    /// Where it stands.
    pub(crate) case: Case,
    /// By whose rules.
    pub(crate) policy: Policy,
}

impl Contact {
    /// Opens a contact.
    pub(crate) fn open(id: &str, channel: Channel, at: Timestamp, policy: Policy) -> Self {
        Self { case: Case::open(id, channel, at), policy }
    }

    /// Reads a customer message and moves the case. A message from before the case's last moment
    /// crossed ours on the way, and is taken as such.
    pub(crate) fn receive(
        &mut self,
        text: &str,
        at: Timestamp,
    ) -> Result<(Classification, Transition), AdvanceError> {
        let classification = classify_message(text, &self.policy);
        let mut message = CustomerMessage::read(text, &classification);
        if at < self.case.at() {
            message.written_at = Some(at);
        }
        let moved = self.apply(at.max(self.case.at()), &Event::MessageReceived(message))?;
        Ok((classification, moved))
    }

    /// Takes a reply that a person wrote. A boundary in it was set by the person who sent it; what
    /// the case refuses is skipped and comes back as a note.
    pub(crate) fn sent(
        &mut self,
        text: &str,
        by: &Human,
        promise: Option<Timestamp>,
        at: Timestamp,
    ) -> Vec<String> {
        let reply = describe_reply(text, Actor::Human(by.clone()), promise, &self.case);
        self.take(reply, text, by, at)
    }

    /// Takes words that a person sent as a boundary, whatever they look like.
    pub(crate) fn sent_boundary(&mut self, text: &str, by: &Human, at: Timestamp) -> Vec<String> {
        let mut reply = describe_reply(text, Actor::Human(by.clone()), None, &self.case);
        if !reply.acts.contains(Act::BoundFirm) {
            reply.acts.insert(Act::BoundSoft);
        }
        self.take(reply, text, by, at)
    }

    /// Takes a draft that a person sent as it was.
    pub(crate) fn sent_draft(
        &mut self,
        draft: &Reply,
        by: &Human,
        promise: Option<Timestamp>,
        at: Timestamp,
    ) -> Vec<String> {
        let reply = draft.sent(Actor::Human(by.clone()), promise);
        self.take(reply, &draft.text, by, at)
    }

    fn take(&mut self, reply: SentReply, text: &str, by: &Human, at: Timestamp) -> Vec<String> {
        let mut notes = Vec::new();
        let has = |act| reply.acts.contains(act);
        let boundary = has(Act::BoundSoft) || has(Act::BoundFirm);
        let ending = has(Act::EndConduct) || has(Act::EndSevere);
        // Whoever answers has read it; the case may know already.
        let _ = self.apply(at, &Event::AgentRead);
        if boundary {
            notes.extend(
                self.boundary(at, text, by)
                    .err()
                    .map(|error| format!("its boundary does not count: {error}")),
            );
        }
        if ending {
            notes.push(
                "its ending does not count: an ending needs a person's decision, a way back and \
                 an owner for the open issue"
                    .into(),
            );
        }
        if let Err(error) = self.apply(at, &Event::ReplySent(reply)) {
            notes.push(format!("it does not count as a reply: {error}"));
        }
        notes
    }

    /// Counts a boundary that a person set: a new one, or the one reminder that is left to someone
    /// who had cooled down after the last (`domain.md` 4.4).
    pub(crate) fn boundary(
        &mut self,
        at: Timestamp,
        wording: &str,
        by: &Human,
    ) -> Result<(), AdvanceError> {
        let by = Actor::Human(by.clone());
        let set = Event::BoundaryDelivered { by: by.clone(), wording: wording.into() };
        let Err(error) = self.apply(at, &set) else { return Ok(()) };
        let again = Event::BoundaryReaffirmed { by, wording: wording.into() };
        self.apply(at, &again).map(drop).map_err(|_| error)
    }

    /// Moves the case by one event.
    pub(crate) fn apply(
        &mut self,
        at: Timestamp,
        event: &Event,
    ) -> Result<Transition, AdvanceError> {
        let moved = advance(&self.case, at, event, &self.policy)?;
        self.case = moved.case.clone();
        Ok(moved)
    }

    /// Lets time pass: comes back at every deadline up to `at`, as a host does.
    pub(crate) fn wait_until(&mut self, at: Timestamp) {
        // A case asks for a bounded number of visits; the bound here is for a clock that jumps years.
        for _ in 0..256 {
            let Some(deadline) = self.case.deadline().filter(|deadline| deadline.at <= at) else {
                return;
            };
            let when = deadline.at.max(self.case.at());
            let visited = self.apply(when, &Event::Waited).is_ok();
            if !visited || self.case.deadline() == Some(deadline) {
                return;
            }
        }
    }
}

/// The agent of a conversation whose people are not named.
pub(crate) fn agent(name: &str) -> Human {
    Human { name: name.into(), role: Role::Agent }
}

/// The time between two turns of which nothing is known.
pub(crate) const BETWEEN_TURNS: Millis = Millis::minutes(1);
