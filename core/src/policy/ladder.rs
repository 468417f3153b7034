//! The policy's own small terms: when a supervisor hears of it, and two sets.

use crate::terms::{Channel, SevereKind, named, set_of};

/// When the ladder tells a supervisor.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AlertAt {
    /// When the nth boundary, or a later one, was delivered.
    Boundary(u8),
    /// When the line is crossed again after any boundary.
    NextCrossing,
    /// Never for boundaries; severe conduct and crises still alert.
    Never,
}

named! {
    /// Whether alerts go out by themselves.
    pub enum AlertDelivery {
        /// They do.
        Automatic = 0 "automatic",
        /// The agent is asked first; severe conduct and crises go out all the same.
        AskAgent = 1 "ask_agent",
    }
}

set_of! {
    /// A set of severe kinds.
    pub struct SevereKinds of SevereKind
}

set_of! {
    /// A set of channels.
    pub struct Channels of Channel
}

/// What is done about swearing at things rather than at people (`domain.md` 4.7). Never a warning:
/// what is asked for softly does not count toward an ending (I3).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum UndirectedProfanity {
    /// Nothing.
    Ignore,
    /// A soft ask once so many messages in a row have sworn, 3..=20.
    SoftAskAfter(u8),
}

/// Whether warnings count in the customer's next contact (`domain.md` 4.7).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum CarryOver {
    /// Each contact starts clear.
    Never,
    /// For so many days, 1..=90, and only where a person decides it and it is recorded.
    Days(u8),
}

named! {
    /// What may be sent without a person (`domain.md` 4.7).
    pub enum AutoSend {
        /// Nothing.
        Never = 0 "never",
        /// Replies to calm messages without danger or rights at stake; nothing else, ever.
        CalmOnly = 1 "calm_only",
    }
}
