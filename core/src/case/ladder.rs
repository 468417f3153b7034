//! What the conduct ladder remembers: boundaries, the crossing before us, respect since (`domain.md` 4.4).

use alloc::string::String;

use super::message::CustomerMessage;
use crate::policy::Policy;
use crate::terms::{Crisis, Flag, Milli};
use crate::time::Timestamp;

#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Ladder {
    /// Boundaries that count in this contact.
    pub(crate) on_record: u8,
    /// When the last boundary, reaffirmation or uncounted boundary went out.
    pub(crate) warned_at: Option<Timestamp>,
    /// The last message's crossing; `None` if the last message did not cross.
    pub(crate) crossing: Option<Crossing>,
    /// The last customer message has had its boundary.
    pub(crate) answered: bool,
    /// A boundary was sent for the last message that does not count, as no crossing called for it.
    pub(crate) uncounted: bool,
    /// Respectful messages in a row since the boundary in force.
    pub(crate) respectful_turns: u8,
    /// Conduct improved after a boundary; nothing was said about it.
    pub(crate) improved: bool,
    /// A boundary was taken back; the customer has had no apology for it.
    pub(crate) owes_retraction: bool,
}

/// A message that crosses the line.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Crossing {
    pub(crate) written_at: Timestamp,
    pub(crate) confidence: Milli,
    /// A person said so: then the confidence and an explained tic no longer matter.
    pub(crate) judged: bool,
    /// A tic was disclosed in this contact, so that only a person can say who was meant.
    pub(crate) tic: bool,
    pub(crate) words: Option<String>,
}

impl Ladder {
    /// Takes a message in; a crossing under a crisis is not held against anyone.
    pub(super) fn take(
        &mut self,
        message: &CustomerMessage,
        at: Timestamp,
        tic: bool,
        frozen: bool,
    ) {
        let reading = &message.reading;
        self.answered = false;
        self.uncounted = false;
        let crosses = reading.crosses_line() && !frozen && reading.crisis == Crisis::None;
        self.crossing = crosses.then(|| Crossing {
            written_at: message.written_at.unwrap_or(at).min(at),
            confidence: reading.line_milli,
            judged: false,
            tic: tic || reading.flags.contains(Flag::TicDisclosed),
            words: message.verbatim.clone(),
        });
        if crosses {
            self.respectful_turns = 0;
            self.improved = false;
        }
    }

    /// The last message crosses the line well enough to act on, and was written after the last boundary.
    pub(super) fn is_fresh(&self, policy: &Policy) -> bool {
        self.crossing.as_ref().is_some_and(|crossing| {
            crossing.counts(policy)
                && self.warned_at.is_none_or(|warned| crossing.written_at > warned)
        })
    }

    /// One respectful message under a boundary.
    pub(super) fn respect(&mut self) {
        self.respectful_turns = self.respectful_turns.saturating_add(1);
        if self.respectful_turns == 1 {
            self.improved = true;
        }
    }

    /// A boundary or reaffirmation went out.
    pub(super) fn warned(&mut self, at: Timestamp) {
        self.warned_at = Some(at);
        self.answered = true;
        self.respectful_turns = 0;
        self.improved = false;
    }
}

impl Crossing {
    pub(super) fn counts(&self, policy: &Policy) -> bool {
        self.judged || (self.confidence >= policy.boundary_min_confidence() && !self.tic)
    }
}
