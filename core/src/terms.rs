//! The field's own words as closed types: every floor above shares them, none of them does anything.
//!
//! Each named enum has stable codes and stable names; both are part of every binding's contract.

mod act;
mod channel;
mod flag;
mod named;
mod phrase_id;
mod reading;
mod record;
mod role;
mod slot;

pub use act::{Act, Acts};
pub use channel::Channel;
pub use flag::{Flag, Flags};
pub use phrase_id::PhraseId;
pub use reading::{
    Conduct, Crisis, Heat, IssueKind, IssueTime, Language, Milli, SegmentKind, SevereKind, Signal,
    Target, Temperature,
};
pub use record::{RecordField, RecordFields};
pub use role::Role;
pub use slot::Slot;

pub(crate) use named::{named, set_of};
#[cfg(feature = "serde")]
pub(crate) use reading::conduct_by_name;
