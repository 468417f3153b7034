//! What can happen to a contact.

use alloc::string::String;

use super::incident::IncidentNote;
use super::message::CustomerMessage;
use super::obligation::ObligationKind;
use super::sent::SentReply;
use crate::terms::{Crisis, Role, SevereKind, named};
use crate::time::Timestamp;

/// A named person who decided something.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Human {
    /// The person's work name.
    pub name: String,
    /// What they may decide.
    pub role: Role,
}

/// Who did something.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum Actor {
    /// A person.
    Human(Human),
    /// The host's automation.
    System,
}

impl Actor {
    /// Returns the person, if it was one.
    #[must_use]
    pub const fn human(&self) -> Option<&Human> {
        match self {
            Self::Human(human) => Some(human),
            Self::System => None,
        }
    }
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
    /// Why a contact was closed.
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

/// Something that happened.
///
/// In JSON an event without details is its name, and any other an object with its name as the only
/// key: `"agent_read"`, `{"promised":{"due":1700000000000}}`.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
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
    /// The customer agreed to hold; any message or reply ends it.
    HoldBegun,
    /// A promise was made outside a reply.
    Promised {
        /// When it is due.
        due: Timestamp,
    },
    /// Something owed was done.
    ObligationMet {
        /// What.
        kind: ObligationKind,
    },
    /// Something owed was given to a named owner elsewhere; it no longer holds this contact open.
    ObligationTransferred {
        /// What.
        kind: ObligationKind,
        /// Whose it is now.
        to: String,
    },
    /// The agent took up this agenda item; the one in work is parked.
    ItemTaken {
        /// The item.
        item: u32,
    },
    /// An agenda item found its end.
    ItemDisposed {
        /// The item.
        item: u32,
        /// How.
        disposition: super::Disposition,
    },
    /// An agenda item was handed to a named owner, who has it by a date the customer can be told.
    ItemHanded {
        /// The item.
        item: u32,
        /// Whose it is now.
        to: String,
        /// By when.
        due: Timestamp,
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
    /// A person decided that the boundaries of the linked contact before this one count here, as far as
    /// the policy lets warnings carry over.
    WarningsCarried {
        /// Who; a supervisor or above.
        by: Actor,
        /// Why.
        reason: String,
    },
    /// A person read the last customer message and says whether it crosses the line, whatever the
    /// reading said. A boundary already sent for it then counts.
    CrossingJudged {
        /// Who.
        by: Actor,
        /// Whether it crosses the line.
        crosses: bool,
        /// Why.
        reason: String,
    },
    /// A person filled in the incident record.
    IncidentNoted {
        /// Who.
        by: Actor,
        /// What they added.
        note: IncidentNote,
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
    /// A named, trained person, of the role supervisor or above, accepted the contact.
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

impl Event {
    /// Returns the stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::MessageReceived(_) => "message_received",
            Self::AgentRead => "agent_read",
            Self::ReplySent(_) => "reply_sent",
            Self::StepStarted => "step_started",
            Self::HoldBegun => "hold_begun",
            Self::Promised { .. } => "promised",
            Self::ObligationMet { .. } => "obligation_met",
            Self::ObligationTransferred { .. } => "obligation_transferred",
            Self::ItemTaken { .. } => "item_taken",
            Self::ItemDisposed { .. } => "item_disposed",
            Self::ItemHanded { .. } => "item_handed",
            Self::Resolved => "resolved",
            Self::CustomerConfirmed => "customer_confirmed",
            Self::FollowUpSent => "follow_up_sent",
            Self::Close(_) => "close",
            Self::BoundaryDelivered { .. } => "boundary_delivered",
            Self::BoundaryReaffirmed { .. } => "boundary_reaffirmed",
            Self::BoundaryRetracted { .. } => "boundary_retracted",
            Self::WarningsCarried { .. } => "warnings_carried",
            Self::CrossingJudged { .. } => "crossing_judged",
            Self::IncidentNoted { .. } => "incident_noted",
            Self::ContactDiscontinued { .. } => "contact_discontinued",
            Self::Reinstated { .. } => "reinstated",
            Self::CrisisFlagged { .. } => "crisis_flagged",
            Self::ThreatFlagged { .. } => "threat_flagged",
            Self::HandedOver { .. } => "handed_over",
            Self::ClearedByHuman { .. } => "cleared_by_human",
            Self::CaseReturned => "case_returned",
            Self::Concluded => "concluded",
            Self::SupervisorAsked { .. } => "supervisor_asked",
            Self::SupervisorAcked => "supervisor_acked",
            Self::SupervisorTookOver { .. } => "supervisor_took_over",
            Self::Waited => "waited",
        }
    }
}
