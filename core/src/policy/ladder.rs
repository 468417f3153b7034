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
