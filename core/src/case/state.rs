//! Everything a case holds, in one place: what a snapshot writes down.

use alloc::string::String;
use alloc::vec::Vec;

use super::agenda::Agenda;
use super::event::CloseReason;
use super::incident::Incident;
use super::ladder::Ladder;
use super::mood::Mood;
use super::obligation::Owed;
use super::region::{Safety, Service, Stage, Standing, Supervisor};
use super::sent::Said;
use super::supervisor::Watch;
use crate::terms::{Channel, SevereKind};
use crate::time::Timestamp;

#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct State {
    pub(crate) contact: String,
    pub(crate) channel: Channel,
    pub(crate) opened: Timestamp,
    pub(crate) at: Timestamp,
    /// The linked contact before this one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) follows: Option<String>,
    /// How many linked contacts came before.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) earlier: u32,
    /// Boundaries of the linked contact, which count here only if a person says so.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) carries: Option<Carried>,

    pub(crate) service: Service,
    pub(crate) closed: Option<Closed>,
    pub(crate) standing: Standing,
    pub(crate) ladder: Ladder,
    pub(crate) safety: Safety,
    /// A threat not cleared yet, also while a crisis leads.
    pub(crate) threat: Option<SevereKind>,
    /// The hand-over was for a crisis.
    pub(crate) crisis_in_hand: bool,
    pub(crate) watch: Watch,

    pub(crate) mood: Mood,
    pub(crate) last_message_at: Option<Timestamp>,
    /// Questions in the messages not answered yet.
    pub(crate) questions: u32,
    pub(crate) awaits_reply: bool,
    /// Customer messages since our last reply.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) unanswered: u32,
    /// The last message was a courtesy and nothing else.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) courtesy: bool,
    /// The last message was calm and glad and raised nothing.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) content: bool,
    pub(crate) said: Said,
    pub(crate) agenda: Agenda,
    pub(crate) owed: Owed,
    pub(crate) nudges: u8,
    pub(crate) missed_promises: u32,
    pub(crate) reopened: u32,
    pub(crate) owner: Option<String>,
    pub(crate) incidents: Vec<Incident>,
}

/// Warnings of a contact that is over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Carried {
    pub(crate) count: u8,
    /// When that contact last moved.
    pub(crate) ended: Timestamp,
}

/// How a contact was closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Closed {
    pub(crate) reason: CloseReason,
    pub(crate) at: Timestamp,
}

impl State {
    pub(super) fn new(contact: String, channel: Channel, at: Timestamp) -> Self {
        Self {
            contact,
            channel,
            opened: at,
            at,
            follows: None,
            earlier: 0,
            carries: None,
            service: Service::Open,
            closed: None,
            standing: Standing::Clear,
            ladder: Ladder::default(),
            safety: Safety::None,
            threat: None,
            crisis_in_hand: false,
            watch: Watch::default(),
            mood: Mood::NEW,
            last_message_at: None,
            questions: 0,
            awaits_reply: false,
            unanswered: 0,
            courtesy: false,
            content: false,
            said: Said::default(),
            agenda: Agenda::default(),
            owed: Owed::default(),
            nudges: 0,
            missed_promises: 0,
            reopened: 0,
            owner: None,
            incidents: Vec::new(),
        }
    }

    /// The first that holds (`domain.md` 4.1).
    pub(crate) fn stage(&self) -> Stage {
        match (self.safety, self.standing, self.watch.state()) {
            (Safety::CrisisHold, _, _) => Stage::CrisisHold,
            (Safety::ThreatHold(kind), _, _) => Stage::ThreatHold(kind),
            (Safety::HandedOver, _, _) => Stage::HandedOver,
            (Safety::None, Standing::Discontinued, _) => Stage::Discontinued,
            (Safety::None, _, Supervisor::Alerted { .. }) => Stage::SupervisorAlerted,
            (Safety::None, Standing::BoundarySet(n), _) => Stage::BoundarySet(n),
            (Safety::None, Standing::Clear, _) => Stage::Service(self.service),
        }
    }

    /// A person may be at risk, or a trained person has them: the ladder and automation rest.
    pub(crate) fn is_frozen(&self) -> bool {
        match self.safety {
            Safety::CrisisHold | Safety::HandedOver => true,
            Safety::None | Safety::ThreatHold(_) => false,
        }
    }
}
