//! What is owed and by when (`domain.md` 4.6).

use crate::terms::named;
use crate::time::Timestamp;

named! {
    /// What is owed.
    pub enum ObligationKind {
        /// A first human answer.
        Acknowledge = 0 "acknowledge",
        /// Summarise: the listening window is over.
        Summarise = 1 "summarise",
        /// The next update.
        Update = 2 "update",
        /// A promised time.
        Promise = 3 "promise",
        /// A reminder of what we asked for.
        Nudge = 4 "nudge",
        /// Ask whether the fix holds.
        Confirm = 5 "confirm",
        /// Check back.
        FollowUp = 6 "follow_up",
        /// A supervisor must acknowledge.
        SupervisorAck = 7 "supervisor_ack",
        /// Respect has lasted long enough to clear a boundary.
        Cooldown = 8 "cooldown",
        /// The reopening window ends.
        ReopenWindow = 9 "reopen_window",
        /// A data request must be answered.
        DataRequest = 10 "data_request",
        /// A formal complaint must be answered.
        FormalComplaint = 11 "formal_complaint",
        /// A hazard must be handled.
        SafetyHazard = 12 "safety_hazard",
        /// A report about our own staff must be handled.
        ReportedAbuse = 13 "reported_abuse",
    }
}

/// One thing owed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Obligation {
    /// What.
    pub kind: ObligationKind,
    /// Since when.
    pub since: Timestamp,
    /// By when.
    pub due: Timestamp,
}

/// When the host must come back, and for what.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deadline {
    /// The moment: before `due` for a promise, so that it can still be moved honestly.
    pub at: Timestamp,
    /// What is owed.
    pub kind: ObligationKind,
    /// When it is owed.
    pub due: Timestamp,
}
