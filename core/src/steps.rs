//! What the agent should do next: at most three steps, most urgent first, each with its reason (`domain.md` 5).

mod id;
pub(crate) mod moment;
mod select;

use alloc::vec::Vec;

pub use id::StepId;

use crate::case::Case;
use crate::policy::Policy;
use crate::time::Timestamp;
use moment::Moment;

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
        self.id.instruction()
    }

    /// One line: why it helps.
    #[must_use]
    pub fn why(&self) -> &'static str {
        self.id.why()
    }
}

/// Recommends what to do next: at most three steps in the order safety, self, customer, record. A
/// calm contact gets none, or is reminded to check what the answer will state.
#[must_use]
pub fn recommend_steps(case: &Case, policy: &Policy) -> Plan {
    select::select(&Moment::of(case, policy))
}
