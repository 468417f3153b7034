//! What can happen to a contact.

use alloc::string::String;
use alloc::vec::Vec;

use crate::classify::{Classification, Issue, Reading};
use crate::terms::{Acts, Crisis, IssueKind, SevereKind, named};
use crate::time::Timestamp;

named! {
    /// What a person may decide, lowest first.
    pub enum Role {
        /// Handles contacts.
        Agent = 0 "agent",
        /// Leads agents.
        Supervisor = 1 "supervisor",
        /// Decides endings in writing and restrictions.
        Manager = 2 "manager",
        /// Handles threats and crises.
        Safety = 3 "safety",
    }
}

/// A named person who decided something.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Human {
    /// The person's work name.
    pub name: String,
    /// What they may decide.
    pub role: Role,
}

/// Who did something.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Actor {
    /// A person.
    Human(Human),
    /// The host's automation.
    System,
}

named! {
    /// Why a supervisor is told (`domain.md` 4.9).
    pub enum AlertReason {
        /// A second boundary was set.
        SecondBoundary = 0 "second_boundary",
        /// A severe threat.
        Severe = 1 "severe",
        /// A person may be at risk.
        Crisis = 2 "crisis",
        /// The customer asked.
        CustomerAsked = 3 "customer_asked",
        /// The agent asked.
        AgentAsked = 4 "agent_asked",
        /// Heat that does not go down.
        SustainedHeat = 5 "sustained_heat",
        /// Lawyer, press or regulator.
        LegalPressRegulator = 6 "legal_press_regulator",
        /// Two or more promises missed.
        MissedPromises = 7 "missed_promises",
        /// A need that asks for discretion.
        Vulnerability = 8 "vulnerability",
        /// A possible threat: a person must look now.
        PossibleThreat = 9 "possible_threat",
    }
}

named! {
    /// Why a contact was closed without a resolution.
    pub enum CloseReason {
        /// The customer withdrew.
        Withdrawn = 0 "withdrawn",
        /// Merged into another contact.
        Merged = 1 "merged",
        /// Not a customer.
        Spam = 2 "spam",
        /// No answer.
        Inactive = 3 "inactive",
        /// Resolved and confirmed.
        Done = 4 "done",
        /// Handed to others for good.
        HandedOver = 5 "handed_over",
    }
}

/// A phrase of the bank, by its place in it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct PhraseId(pub u16);

/// What a customer message brings to a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CustomerMessage {
    /// How it was read.
    pub reading: Reading,
    /// The grievances it names.
    pub issues: Vec<(IssueKind, crate::terms::IssueTime, String)>,
    /// The exact words that crossed the line or threatened, for the incident record.
    pub verbatim: Option<String>,
    /// When it was written, if before it arrived (post that crossed ours).
    pub written_at: Option<Timestamp>,
    /// How many questions it asks.
    pub questions: u8,
}

impl CustomerMessage {
    /// Takes what a case needs from a classification of `text`.
    #[must_use]
    pub fn read(text: &str, classification: &Classification) -> Self {
        let _ = text;
        Self {
            reading: classification.reading,
            issues: classification
                .issues
                .iter()
                .map(|Issue { kind, time, title, .. }| (*kind, *time, title.clone()))
                .collect(),
            verbatim: None,
            written_at: None,
            questions: 0,
        }
    }
}

/// What a reply that went out did.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SentReply {
    /// Who sent it.
    pub by: Actor,
    /// What it did.
    pub acts: Acts,
    /// Phrases of the bank it used.
    pub phrases: Vec<PhraseId>,
    /// Fingerprints of its six-word runs.
    pub wording: Vec<u32>,
    /// Apologies in it.
    pub apologies: u8,
    /// Times it said "understand", "appreciate" or "hear you".
    pub understandings: u8,
    /// The moment it promised, if it did.
    pub promise: Option<Timestamp>,
    /// Its exact words, kept only where an incident record needs them (a boundary, an ending).
    pub text: Option<String>,
}

/// How long good conduct must last: a placeholder for the policy's two ways to count.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cooldown {
    /// Respectful customer turns.
    Turns(u8),
}

/// Something that happened.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The customer wrote or spoke.
    MessageReceived(CustomerMessage),
    /// An agent has read it.
    AgentRead,
    /// A reply went out. Acts in it move the service; a boundary or an ending in it is *not* counted
    /// here: a person says so with [`Event::BoundaryDelivered`] or [`Event::ContactDiscontinued`].
    ReplySent(SentReply),
    /// Work began.
    StepStarted,
    /// A promise was made outside a reply.
    Promised {
        /// When it is due.
        due: Timestamp,
    },
    /// An agenda item found its end.
    ItemDisposed {
        /// The item.
        item: u32,
        /// How.
        disposition: super::Disposition,
    },
    /// Every item is disposed of and the customer was told.
    Resolved,
    /// The customer confirmed the fix.
    CustomerConfirmed,
    /// The follow-up was sent and is fine.
    FollowUpSent,
    /// Closes without a resolution.
    Close(CloseReason),
    /// A person sent a boundary.
    BoundaryDelivered {
        /// Who.
        by: Actor,
        /// The wording used.
        wording: String,
    },
    /// A person sent the firm reminder after a cooldown at the maximum.
    BoundaryReaffirmed {
        /// Who.
        by: Actor,
        /// The wording used.
        wording: String,
    },
    /// A person took a boundary back.
    BoundaryRetracted {
        /// Who.
        by: Actor,
        /// Why.
        reason: String,
    },
    /// A person ended the contact.
    ContactDiscontinued {
        /// Who.
        by: Actor,
        /// The wording used.
        wording: String,
        /// How the customer can come back.
        route: String,
        /// Who carries on with the open issue.
        issue_owner: String,
    },
    /// A person took the customer back in the same contact.
    Reinstated {
        /// Who.
        by: Actor,
    },
    /// A person or model saw a risk.
    CrisisFlagged {
        /// How clear.
        level: Crisis,
        /// Who.
        by: Actor,
    },
    /// A person confirmed a threat.
    ThreatFlagged {
        /// Which.
        kind: SevereKind,
        /// Who.
        by: Actor,
    },
    /// A named, trained person accepted the contact.
    HandedOver {
        /// Who.
        to: Human,
    },
    /// A person lifted the hold.
    ClearedByHuman {
        /// Who.
        by: Actor,
        /// Why.
        reason: String,
    },
    /// The trained person gave the contact back.
    CaseReturned,
    /// The trained person concluded it.
    Concluded,
    /// A supervisor is to be told.
    SupervisorAsked {
        /// Why.
        reason: AlertReason,
    },
    /// A supervisor acknowledged.
    SupervisorAcked,
    /// A supervisor took over.
    SupervisorTookOver {
        /// Who.
        by: Human,
    },
    /// Time passed: the host came back at the deadline.
    Waited,
}
