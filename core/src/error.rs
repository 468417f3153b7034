//! The few things that can go wrong, each with a stable code.

use alloc::string::String;

use crate::terms::named;
use crate::time::Timestamp;

named! {
    /// The stable number and name of every error, shared by the bindings.
    pub enum ErrorCode {
        /// [`AdvanceError::TimeWentBack`].
        TimeWentBack = 1 "time_went_back",
        /// [`AdvanceError::NotNow`].
        NotNow = 2 "not_now",
        /// [`AdvanceError::RecordIncomplete`].
        RecordIncomplete = 3 "record_incomplete",
        /// [`AdvanceError::NeedsHuman`].
        NeedsHuman = 4 "needs_human",
        /// [`AdvanceError::UnknownItem`].
        UnknownItem = 5 "unknown_item",
        /// [`PolicyError::OutOfRange`].
        PolicyOutOfRange = 20 "policy_out_of_range",
        /// [`PolicyError::Contradiction`].
        PolicyContradiction = 21 "policy_contradiction",
        /// [`PolicyError::Unknown`].
        PolicyUnknown = 22 "policy_unknown",
        /// [`SnapshotError::FromTheFuture`].
        SnapshotFromTheFuture = 40 "snapshot_from_the_future",
        /// [`SnapshotError::Malformed`].
        SnapshotMalformed = 41 "snapshot_malformed",
        /// [`LogError::FromTheFuture`].
        LogFromTheFuture = 60 "log_from_the_future",
        /// [`LogError::Malformed`].
        LogMalformed = 61 "log_malformed",
        /// [`LogError::UnknownPolicy`].
        LogUnknownPolicy = 62 "log_unknown_policy",
        /// [`LogError::OtherTables`].
        LogOtherTables = 63 "log_other_tables",
        /// [`LogError::Refused`].
        LogRefused = 64 "log_refused",
    }
}

/// Why an event could not be taken; the case is as it was.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AdvanceError {
    /// The event is older than the case.
    #[error("time went back from {} to {}", last.0, given.0)]
    TimeWentBack {
        /// The last moment the case knows.
        last: Timestamp,
        /// The moment given.
        given: Timestamp,
    },
    /// The event makes no sense, or is not allowed, in this state.
    #[error("`{event}` is not possible now (stage `{stage}`): {why}")]
    NotNow {
        /// The event's name.
        event: &'static str,
        /// The stage's name.
        stage: &'static str,
        /// The guard that refused it, and what is allowed instead.
        why: &'static str,
    },
    /// The incident record lacks fields that the policy asks for before this event.
    #[error("the incident record lacks {}", missing.join(", "))]
    RecordIncomplete {
        /// The names of the missing fields.
        missing: alloc::vec::Vec<&'static str>,
    },
    /// An event that is adverse to the customer, or one that lowers a safety hold, came without a
    /// person, or from a person whose role may not do this.
    #[error("`{event}` needs a person: {why}")]
    NeedsHuman {
        /// The event's name.
        event: &'static str,
        /// Which role.
        why: &'static str,
    },
    /// No agenda item, obligation or alert has this number.
    #[error("no item has the number {id}")]
    UnknownItem {
        /// The number given.
        id: u32,
    },
}

impl AdvanceError {
    /// Returns the stable code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::TimeWentBack { .. } => ErrorCode::TimeWentBack,
            Self::NotNow { .. } => ErrorCode::NotNow,
            Self::RecordIncomplete { .. } => ErrorCode::RecordIncomplete,
            Self::NeedsHuman { .. } => ErrorCode::NeedsHuman,
            Self::UnknownItem { .. } => ErrorCode::UnknownItem,
        }
    }
}

/// Why a policy was refused.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// A knob is outside its range or below its floor.
    #[error("`{field}` is {given}; it must lie in {min}..={max}")]
    OutOfRange {
        /// The knob.
        field: &'static str,
        /// The value given.
        given: u64,
        /// The least value allowed.
        min: u64,
        /// The greatest value allowed.
        max: u64,
    },
    /// Two knobs cannot both hold.
    #[error("`{first}` and `{second}` contradict each other")]
    Contradiction {
        /// One knob.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A name that no preset, knob or kind has.
    #[error("`{field}` has no value `{given}`")]
    Unknown {
        /// The knob.
        field: &'static str,
        /// The value given.
        given: String,
    },
}

impl PolicyError {
    /// Returns the stable code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::OutOfRange { .. } => ErrorCode::PolicyOutOfRange,
            Self::Contradiction { .. } => ErrorCode::PolicyContradiction,
            Self::Unknown { .. } => ErrorCode::PolicyUnknown,
        }
    }
}

/// Why a snapshot could not be restored.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// Written by a newer library.
    #[error("the snapshot has schema {schema}, newer than this library's")]
    FromTheFuture {
        /// Its schema number.
        schema: u16,
    },
    /// A field contradicts the rest.
    #[error("the snapshot's `{field}` is impossible")]
    Malformed {
        /// The field.
        field: &'static str,
    },
}

impl SnapshotError {
    /// Returns the stable code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::FromTheFuture { .. } => ErrorCode::SnapshotFromTheFuture,
            Self::Malformed { .. } => ErrorCode::SnapshotMalformed,
        }
    }
}

/// Why a log of events could not be replayed.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LogError {
    /// Written by a newer library.
    #[error("the log has schema {schema}, newer than this library's")]
    FromTheFuture {
        /// Its schema number.
        schema: u16,
    },
    /// A field contradicts the rest.
    #[error("the log's `{field}` is impossible")]
    Malformed {
        /// The field.
        field: &'static str,
    },
    /// It was decided under a policy that was not given.
    #[error("no policy with the digest {digest} was given")]
    UnknownPolicy {
        /// The digest in the log.
        digest: String,
    },
    /// It was read with other word tables, so that the same bytes cannot come out.
    #[error("the log was written with the word tables {digest}, not this library's")]
    OtherTables {
        /// The digest in the log.
        digest: String,
    },
    /// An event of it is refused: the log is not one that a case wrote.
    #[error("entry {entry} of the log is refused: {why}")]
    Refused {
        /// Its place, from 1.
        entry: usize,
        /// Why.
        why: AdvanceError,
    },
}

impl LogError {
    /// Returns the stable code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::FromTheFuture { .. } => ErrorCode::LogFromTheFuture,
            Self::Malformed { .. } => ErrorCode::LogMalformed,
            Self::UnknownPolicy { .. } => ErrorCode::LogUnknownPolicy,
            Self::OtherTables { .. } => ErrorCode::LogOtherTables,
            Self::Refused { .. } => ErrorCode::LogRefused,
        }
    }
}
