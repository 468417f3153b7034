//! What the customer raised, one thing at a time (`domain.md` 4.3).

use alloc::string::String;

use crate::terms::{IssueKind, IssueTime, named};
use crate::time::Timestamp;

named! {
    /// Where an item stands.
    pub enum ItemState {
        /// In work.
        Active = 0 "active",
        /// Noted, waiting its turn.
        Parked = 1 "parked",
        /// Done with.
        Disposed = 2 "disposed",
    }
}

named! {
    /// How an item found its end.
    pub enum Disposition {
        /// Fixed.
        Fixed = 0 "fixed",
        /// Worked around.
        WorkedAround = 1 "worked_around",
        /// Declined, with a reason.
        Declined = 2 "declined",
        /// Handed to a named owner, with a date.
        HandedTo = 3 "handed_to",
        /// Acknowledged, nothing to do: an old grievance.
        Acknowledged = 4 "acknowledged",
    }
}

/// One thing the customer raised.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AgendaItem {
    /// Its number in this contact, from 1.
    pub id: u32,
    /// What it is about.
    pub kind: IssueKind,
    /// A definite noun phrase in the customer's nouns.
    pub title: String,
    /// Now or earlier.
    pub time: IssueTime,
    /// When it was first said.
    pub first_said: Timestamp,
    /// How many messages named it.
    pub times_said: u32,
    /// Where it stands.
    pub state: ItemState,
    /// How it ended.
    pub disposition: Option<Disposition>,
}
