//! Everything that happened to a contact, in order: replayed, it gives the same case (`domain.md` I13,
//! I16).

use alloc::string::String;
use alloc::vec::Vec;

use crate::case::{Case, Cause, Effects, Event, Stage, Transition, advance};
use crate::error::{AdvanceError, LogError, SnapshotError};
use crate::policy::Policy;
use crate::snapshot::Snapshot;
use crate::tables::DATA_DIGEST;
use crate::time::Timestamp;

/// The log of one contact. It only grows: a correction is a new event.
///
/// It holds the customer's words where the events do; keep it as carefully as the messages. It names
/// the policy and the word tables that decided by their digests.
///
/// ```
/// use unruffled::{Case, Channel, Event, EventLog, Policy, Timestamp};
///
/// let policy = Policy::standard();
/// let case = Case::open("ticket 7", Channel::Email, Timestamp(0));
/// let mut log = EventLog::of(&case, policy);
/// let case = log.advance(&case, Timestamp(60_000), &Event::AgentRead, policy)?.case;
/// assert_eq!(log.replay(&[policy]).unwrap(), case);
/// # Ok::<(), unruffled::AdvanceError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct EventLog {
    schema: u16,
    policy: String,
    opening: Snapshot,
    entries: Vec<LogEntry>,
}

/// One event and its moment.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct LogEntry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
    /// The digest of the policy from here on, where it is another one than before.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub policy: Option<String>,
}

impl EventLog {
    /// The schema this library writes.
    pub const SCHEMA: u16 = 1;

    /// Begins the log of a case that was just opened, on its own or linked to an earlier one.
    #[must_use]
    pub fn of(case: &Case, policy: &Policy) -> Self {
        Self {
            schema: Self::SCHEMA,
            policy: policy.digest(),
            opening: Snapshot::of(case),
            entries: Vec::new(),
        }
    }

    /// Moves `case` by one event and notes it; a refused event is not noted.
    ///
    /// # Errors
    ///
    /// Those of [`advance`].
    pub fn advance(
        &mut self,
        case: &Case,
        at: Timestamp,
        event: &Event,
        policy: &Policy,
    ) -> Result<Transition, AdvanceError> {
        let next = advance(case, at, event, policy)?;
        let digest = policy.digest();
        let policy = (digest != self.policy_now()).then_some(digest);
        self.entries.push(LogEntry { at, event: event.clone(), policy });
        Ok(next)
    }

    /// The case that all events together give, down to the bytes of its snapshot. `policies` holds
    /// every policy the contact was under, in any order.
    ///
    /// # Errors
    ///
    /// [`LogError`] for a log of a newer schema, of other word tables, under a policy that is not
    /// given, or with an event that its case would have refused.
    pub fn replay(&self, policies: &[&Policy]) -> Result<Case, LogError> {
        if self.schema > Self::SCHEMA {
            return Err(LogError::FromTheFuture { schema: self.schema });
        }
        if self.schema != Self::SCHEMA {
            return Err(LogError::Malformed { field: "schema" });
        }
        if self.data() != DATA_DIGEST {
            return Err(LogError::OtherTables { digest: self.data().into() });
        }
        let known: Vec<(String, &Policy)> =
            policies.iter().map(|policy| (policy.digest(), *policy)).collect();
        let find = |digest: &String| {
            let found = known.iter().find(|(known, _)| known == digest);
            found
                .map(|(_, policy)| *policy)
                .ok_or_else(|| LogError::UnknownPolicy { digest: digest.clone() })
        };
        let mut policy = find(&self.policy)?;
        let opening = self.opening.clone();
        let mut case = opening.restore().map_err(|_| LogError::Malformed { field: "opening" })?;
        for (entry, noted) in (1_usize..).zip(&self.entries) {
            if let Some(digest) = &noted.policy {
                policy = find(digest)?;
            }
            case = advance(&case, noted.at, &noted.event, policy)
                .map_err(|why| LogError::Refused { entry, why })?
                .case;
        }
        Ok(case)
    }

    /// What happened, in order.
    #[must_use]
    pub fn entries(&self) -> &[LogEntry] {
        &self.entries
    }

    /// The digest of the word tables of the library that wrote it.
    #[must_use]
    pub fn data(&self) -> &str {
        self.opening.data()
    }

    /// The digest of the policy at the opening.
    #[must_use]
    pub fn policy(&self) -> &str {
        &self.policy
    }

    fn policy_now(&self) -> &str {
        self.entries.iter().rev().find_map(|entry| entry.policy.as_deref()).unwrap_or(&self.policy)
    }
}

/// A [`Transition`] written down: `{"from":…,"to":…,"cause":…,"effects":[…],"case":{…}}`, the case as
/// its [`Snapshot`]. Stages carry their number or kind: `boundary_set:1`, `threat_hold:violence`.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TransitionDocument {
    #[cfg_attr(feature = "serde", serde(with = "crate::case::stage_in_full"))]
    from: Stage,
    #[cfg_attr(feature = "serde", serde(with = "crate::case::stage_in_full"))]
    to: Stage,
    cause: Cause,
    effects: Effects,
    case: Snapshot,
}

impl TransitionDocument {
    /// Writes a transition down.
    #[must_use]
    pub fn of(transition: &Transition) -> Self {
        Self {
            from: transition.from,
            to: transition.to,
            cause: transition.cause,
            effects: transition.effects,
            case: Snapshot::of(&transition.case),
        }
    }

    /// Reads a transition back.
    ///
    /// # Errors
    ///
    /// Those of [`Snapshot::restore`], and [`SnapshotError::Malformed`] if the case is not in the stage
    /// that the transition led to.
    pub fn restore(self) -> Result<Transition, SnapshotError> {
        let case = self.case.restore()?;
        if case.stage() != self.to {
            return Err(SnapshotError::Malformed { field: "to" });
        }
        Ok(Transition {
            case,
            from: self.from,
            to: self.to,
            cause: self.cause,
            effects: self.effects,
        })
    }
}
