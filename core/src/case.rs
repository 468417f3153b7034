//! The contact as a value: three regions, an agenda, what is owed, and what happened (`domain.md` 4).

mod agenda;
mod event;
mod incident;
mod obligation;
mod region;

use alloc::string::String;
use alloc::vec::Vec;

pub use agenda::{AgendaItem, Disposition, ItemState};
pub use event::{
    Actor, AlertReason, CloseReason, Cooldown, CustomerMessage, Event, Human, PhraseId, Role,
    SentReply,
};
pub use incident::{Incident, Warning};
pub use obligation::{Deadline, Obligation, ObligationKind};
pub use region::{Safety, Service, Stage, Standing, Supervisor};

use crate::classify::Reading;
use crate::error::AdvanceError;
use crate::policy::Policy;
use crate::terms::{Channel, Flags, Temperature, named};
use crate::time::Timestamp;

named! {
    /// Where the temperature is going (`domain.md` 3.6).
    pub enum Trend {
        /// Hotter than before.
        Rising = 0 "rising",
        /// As before.
        Flat = 1 "flat",
        /// Cooler than before.
        Cooling = 2 "cooling",
    }
}

/// One contact. A value: [`advance`] returns a new one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Case {
    contact: String,
    channel: Channel,
    at: Timestamp,
}

impl Case {
    /// Opens a contact. `contact` is the host's id; it seeds the choice of words, so that the same
    /// contact always gets the same drafts.
    #[must_use]
    pub fn open(contact: &str, channel: Channel, at: Timestamp) -> Self {
        Self { contact: contact.into(), channel, at }
    }

    /// The host's id.
    #[must_use]
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// The channel.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// The last moment the case knows.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The one badge to show (`domain.md` 4.1).
    #[must_use]
    pub fn stage(&self) -> Stage {
        Stage::Service(self.service())
    }

    /// Where the work stands.
    #[must_use]
    pub fn service(&self) -> Service {
        Service::Open
    }

    /// Where the conduct ladder stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::Clear
    }

    /// Whether safety leads.
    #[must_use]
    pub fn safety(&self) -> Safety {
        Safety::None
    }

    /// What the supervisor knows.
    #[must_use]
    pub fn supervisor(&self) -> Supervisor {
        Supervisor::NotAlerted
    }

    /// The reading of the last customer message.
    #[must_use]
    pub fn last_reading(&self) -> Option<&Reading> {
        None
    }

    /// The contact's temperature: the last message's, cooling by one per calm turn.
    #[must_use]
    pub fn temperature(&self) -> Temperature {
        Temperature::default()
    }

    /// The hottest it has been.
    #[must_use]
    pub fn peak(&self) -> Temperature {
        Temperature::default()
    }

    /// Where it is going.
    #[must_use]
    pub fn trend(&self) -> Trend {
        Trend::Flat
    }

    /// Every flag raised in this contact so far.
    #[must_use]
    pub fn flags(&self) -> Flags {
        Flags::EMPTY
    }

    /// Customer messages so far.
    #[must_use]
    pub fn customer_turns(&self) -> u32 {
        0
    }

    /// Replies sent so far.
    #[must_use]
    pub fn agent_turns(&self) -> u32 {
        0
    }

    /// Customer messages in a row at temperature 3 exactly (sustained heat).
    #[must_use]
    pub fn heated_turns(&self) -> u32 {
        0
    }

    /// Says whether the last customer message has had no reply yet.
    #[must_use]
    pub fn awaits_reply(&self) -> bool {
        false
    }

    /// Boundaries that count in this contact, retracted ones taken off.
    #[must_use]
    pub fn boundaries(&self) -> u8 {
        0
    }

    /// Says whether the current message crosses the line with enough confidence, is new since the
    /// last boundary, and has had no boundary yet: a boundary may be offered (`domain.md` 3.2, 4.4).
    #[must_use]
    pub fn boundary_due(&self, policy: &Policy) -> bool {
        let _ = policy;
        false
    }

    /// Says whether conduct improved after a boundary and nothing was said about it yet.
    #[must_use]
    pub fn improved(&self) -> bool {
        false
    }

    /// Says whether a boundary was retracted and the customer has not had the apology yet.
    #[must_use]
    pub fn owes_retraction(&self) -> bool {
        false
    }

    /// Says whether the contact may be discontinued now, or why not, naming missing fields.
    ///
    /// # Errors
    ///
    /// The same error that [`Event::ContactDiscontinued`] would get.
    pub fn may_discontinue(&self, policy: &Policy) -> Result<(), AdvanceError> {
        let _ = policy;
        Ok(())
    }

    /// What the customer raised.
    #[must_use]
    pub fn agenda(&self) -> &[AgendaItem] {
        &[]
    }

    /// The item in work: at most one when upset.
    #[must_use]
    pub fn active_item(&self) -> Option<&AgendaItem> {
        None
    }

    /// What is owed, soonest first.
    #[must_use]
    pub fn obligations(&self) -> &[Obligation] {
        &[]
    }

    /// The next moment the host must come back with [`Event::Waited`], and for what.
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        None
    }

    /// A promise whose time has passed without a message.
    #[must_use]
    pub fn missed_promise(&self) -> Option<&Obligation> {
        None
    }

    /// The service was reopened this many times.
    #[must_use]
    pub fn reopened(&self) -> u32 {
        0
    }

    /// Phrases already used in this contact.
    #[must_use]
    pub fn phrases_used(&self) -> &[PhraseId] {
        &[]
    }

    /// Fingerprints of the six-word runs of our last two replies, newest last, sorted within each.
    #[must_use]
    pub fn recent_wording(&self) -> &[Vec<u32>] {
        &[]
    }

    /// Apologies made in this contact.
    #[must_use]
    pub fn apologies(&self) -> u32 {
        0
    }

    /// Times "understand", "appreciate" or "hear you" was said in this contact.
    #[must_use]
    pub fn understandings(&self) -> u32 {
        0
    }

    /// The incident records of this contact.
    #[must_use]
    pub fn incidents(&self) -> &[Incident] {
        &[]
    }
}

/// What [`advance`] answers: the new case and what changed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Transition {
    /// The new case.
    pub case: Case,
    /// The stage before.
    pub from: Stage,
    /// The stage after.
    pub to: Stage,
    /// The row of the table that decided.
    pub cause: Cause,
    /// What the host should do, each at most once.
    pub effects: Effects,
}

named! {
    /// The row of the transition table that decided.
    pub enum Cause {
        /// Nothing moved.
        Unchanged = 0 "unchanged",
    }
}

named! {
    /// Something the host should do.
    pub enum Effect {
        /// Tell a supervisor, with the reason in the case.
        AlertSupervisor = 0 "alert_supervisor",
    }
}

crate::terms::set_of! {
    /// What the host should do after a transition.
    pub struct Effects of Effect
}

/// Moves a case by one event. The old case is left as it was.
///
/// # Errors
///
/// [`AdvanceError`] if time went back or a guard refuses the event; whatever a customer does is
/// accepted in every state.
pub fn advance(
    case: &Case,
    at: Timestamp,
    event: &Event,
    policy: &Policy,
) -> Result<Transition, AdvanceError> {
    let _ = (at, event, policy);
    Ok(Transition {
        case: case.clone(),
        from: case.stage(),
        to: case.stage(),
        cause: Cause::Unchanged,
        effects: Effects::EMPTY,
    })
}
