//! Who may decide what.

use super::named;

named! {
    /// What a person may decide, lowest first.
    pub enum Role {
        /// Handles contacts.
        Agent = 0 "agent",
        /// Leads agents.
        Supervisor = 1 "supervisor",
        /// Decides endings in writing and restrictions.
        Manager = 2 "manager",
        /// Handles threats and crises.
        Safety = 3 "safety",
    }
}
