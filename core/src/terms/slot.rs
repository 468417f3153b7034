//! What a phrase may ask for: filled only by the host's facts, the policy's directory and the agenda (`domain.md` 6.2).

use super::named;

named! {
    /// A gap in a phrase. A phrase whose gaps are not all filled is not used.
    pub enum Slot {
        /// The problem as a definite noun phrase in the customer's nouns: the double charge.
        Issue = 0 "issue",
        /// What is at stake: a demo at noon.
        Impact = 1 "impact",
        /// What it already cost: two working days.
        Cost = 2 "cost",
        /// A length of time: two days.
        Duration = 3 "duration",
        /// A start: Monday.
        Since = 4 "since",
        /// A clock time, host-formatted: 16:00 today.
        Time = 5 "time",
        /// A date, host-formatted: 3 May.
        Date = 6 "date",
        /// A base verb phrase: check the log.
        Step = 7 "step",
        /// A gerund phrase: checking the log.
        StepIng = 8 "step_ing",
        /// A clause: the order left on Monday.
        Fact = 9 "fact",
        /// A clause: why it stopped.
        Unknown = 10 "unknown",
        /// A clause: it blocks the rest.
        Reason = 11 "reason",
        /// A noun phrase: a call by Tuesday.
        Expected = 12 "expected",
        /// A noun phrase: no call.
        Actual = 13 "actual",
        /// A noun phrase: the wrong order.
        Fault = 14 "fault",
        /// A past verb phrase: sent the wrong order.
        FaultPast = 15 "fault_past",
        /// A noun phrase: the photos.
        Item = 16 "item",
        /// The agenda as a list of noun phrases.
        List = 17 "list",
        /// A count.
        N = 18 "n",
        /// The agenda item in work.
        Current = 19 "current",
        /// The agenda item kept for later.
        Parked = 20 "parked",
        /// What we need from the customer: the order number.
        Ask = 21 "ask",
        /// A base verb phrase: find the payment.
        Purpose = 22 "purpose",
        /// The first option, a noun phrase.
        OptionA = 23 "option_a",
        /// The second option, a noun phrase.
        OptionB = 24 "option_b",
        /// The nearest yes, a noun phrase.
        Alternative = 25 "alternative",
        /// What was asked, a base verb phrase: waive the fee.
        Request = 26 "request",
        /// What was asked, a noun phrase: a refund after June.
        RequestNp = 27 "request_np",
        /// A noun phrase: the cable.
        RuledOut = 28 "ruled_out",
        /// A noun phrase: the router.
        NextPlace = 29 "next_place",
        /// A noun phrase: the final test.
        Milestone = 30 "milestone",
        /// A noun phrase: the login.
        Outcome = 31 "outcome",
        /// A noun phrase: the test result.
        Content = 32 "content",
        /// The customer's name as they gave it.
        Name = 33 "name",
        /// The agent's work name.
        Person = 34 "person",
        /// The team's name: the billing team.
        Team = 35 "team",
        /// A noun phrase: my manager.
        Role = 36 "role",
        /// A base verb phrase: approve the refund.
        Power = 37 "power",
        /// A clause: the fee is wrong.
        Summary = 38 "summary",
        /// A noun: call, chat, conversation.
        ContactKind = 39 "contact_kind",
        /// The way back, a noun phrase: the help page.
        Route = 40 "route",
        /// Where a decision can be reviewed: the complaints page.
        ReviewRoute = 41 "review_route",
        /// Who carries on, a noun phrase: my manager.
        AltOwner = 42 "alt_owner",
        /// A noun phrase: our safety lead.
        SafetyRole = 43 "safety_role",
        /// A noun phrase: our legal team.
        LegalRole = 44 "legal_role",
        /// A noun phrase: our privacy team.
        PrivacyRole = 45 "privacy_role",
        /// A noun phrase: a trained colleague.
        TrainedRole = 46 "trained_role",
        /// A noun phrase: the refund.
        ServiceItem = 47 "service_item",
        /// A regulator or ombudsman: the ombudsman.
        Body = 48 "body",
        /// A reference: A12.
        Ref = 49 "ref",
        /// A noun phrase: a copy of your data.
        DataRequest = 50 "data_request",
        /// A verb phrase: write in shorter steps.
        Adjustment = 51 "adjustment",
        /// A noun phrase: your need for large print.
        Need = 52 "need",
        /// A noun: phone.
        Channel = 53 "channel",
        /// A number: 20.
        Seconds = 54 "seconds",
        /// From the policy's crisis directory only.
        EmergencyNumber = 55 "emergency_number",
        /// From the policy's crisis directory only.
        CrisisLine = 56 "crisis_line",
        /// From the policy's crisis directory only.
        CrisisContact = 57 "crisis_contact",
    }
}
