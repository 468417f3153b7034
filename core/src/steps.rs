//! What the agent should do next: at most three steps, most urgent first, each with its reason (`domain.md` 5).

use alloc::vec::Vec;

use crate::case::Case;
use crate::policy::Policy;
use crate::terms::named;
use crate::time::Timestamp;

named! {
    /// A step of the catalogue.
    pub enum StepId {
        /// Breathe out before answering.
        SelfPause = 0 "self.pause",
    }
}

/// At most three steps, most urgent first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Plan {
    /// The steps.
    pub steps: Vec<Step>,
}

/// One recommended step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// What triggered it: the row of the selection table.
    pub because: &'static str,
    /// When it is due.
    pub due: Option<Timestamp>,
}

impl Step {
    /// One imperative sentence.
    #[must_use]
    pub fn instruction(&self) -> &'static str {
        ""
    }

    /// One line: why it helps.
    #[must_use]
    pub fn why(&self) -> &'static str {
        ""
    }
}

/// Recommends what to do next.
#[must_use]
pub fn recommend_steps(case: &Case, policy: &Policy) -> Plan {
    let _ = (case, policy);
    Plan::default()
}
