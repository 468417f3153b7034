//! The parts of an incident record (`domain.md` 2.3).

use super::{named, set_of};

named! {
    /// One part of an incident record.
    pub enum RecordField {
        /// The customer's reference, no more identity than needed.
        CustomerReference = 0 "customer_reference",
        /// Who handled the contact.
        Agent = 1 "agent",
        /// The exact words.
        Verbatim = 2 "verbatim",
        /// What came just before: our delay, our error.
        Context = 3 "context",
        /// Every warning with its wording, its time and who gave it.
        Warnings = 4 "warnings",
        /// What the customer did after the warnings.
        Response = 5 "response",
        /// What was done, and by whom.
        Action = 6 "action",
        /// When a supervisor was told.
        Supervisor = 7 "supervisor",
        /// What the supervisor answered.
        SupervisorResponse = 8 "supervisor_response",
        /// Which adjustments or vulnerabilities were considered.
        Adjustments = 9 "adjustments",
        /// Which evidence is kept: recording, message ids.
        Evidence = 10 "evidence",
        /// Who owns the open issue, and where it stands.
        IssueOwner = 11 "issue_owner",
        /// What was done for the agent.
        Wellbeing = 12 "wellbeing",
        /// When the record is looked at again.
        ReviewDate = 13 "review_date",
        /// Who signed it off.
        SignOff = 14 "sign_off",
    }
}

set_of! {
    /// Parts of an incident record.
    pub struct RecordFields of RecordField
}
