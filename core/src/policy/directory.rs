//! Whom to call in a crisis: the host's, dated, never the library's (`domain.md` 2.5).

use alloc::string::String;

use crate::time::{Millis, Timestamp};

/// Whom to call in a crisis: checked by the host, with the date of the check (`domain.md` 2.5).
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct CrisisDirectory {
    /// The local emergency number.
    pub emergency_number: String,
    /// The crisis line's name.
    pub crisis_line: String,
    /// How to reach it.
    pub crisis_contact: String,
    /// When a person last checked these.
    pub verified_on: Timestamp,
}

impl CrisisDirectory {
    /// How long a check holds (`domain.md` 4.7): retired numbers stay in print for years.
    pub const HOLDS: Millis = Millis::days(180);

    /// Says whether the last check is over 180 days before `at`.
    #[must_use]
    pub fn is_stale(&self, at: Timestamp) -> bool {
        at.since(self.verified_on) > Self::HOLDS
    }
}
