//! Risk, rights, needs and pressure: what must not be missed whatever the temperature (`domain.md` 3.7).

use super::{named, set_of};

named! {
    /// One thing a message says besides how hot it is.
    pub enum Flag {
        /// Asks for a copy, correction or deletion of personal data.
        DataRequest = 0 "data_request",
        /// Makes a formal complaint.
        FormalComplaint = 1 "formal_complaint",
        /// Mentions a lawyer, court or claim.
        Legal = 2 "legal",
        /// Mentions a regulator or ombudsman.
        Regulator = 3 "regulator",
        /// Mentions the press.
        Press = 4 "press",
        /// Mentions a review or a public post.
        Public = 5 "public",
        /// Mentions disputing the charge with the bank.
        Chargeback = 6 "chargeback",
        /// Means to cancel or leave.
        Churn = 7 "churn",
        /// Asks for a manager.
        SupervisorRequest = 8 "supervisor_request",
        /// Reports that our staff abused someone.
        ReportedAbuse = 9 "reported_abuse",
        /// Reports fraud, theft of an account or a leak.
        FraudOrSecurity = 10 "fraud_or_security",
        /// Reports something that can hurt someone.
        SafetyHazard = 11 "safety_hazard",
        /// Discloses a death.
        Bereavement = 12 "bereavement",
        /// Discloses an illness.
        HealthDisclosed = 13 "health_disclosed",
        /// Discloses that money is short.
        FinancialHardship = 14 "financial_hardship",
        /// Hints at abuse at home.
        DomesticAbuseHint = 15 "domestic_abuse_hint",
        /// Discloses a disability or an access need.
        DisabilityDisclosed = 16 "disability_disclosed",
        /// Discloses tics.
        TicDisclosed = 17 "tic_disclosed",
        /// Says that English is hard for them.
        LimitedEnglish = 18 "limited_english",
        /// Writes everything in capitals, the neutral lines too.
        CapsBaseline = 19 "caps_baseline",
        /// Is, or writes for, a child.
        Minor = 20 "minor",
        /// States a deadline.
        Deadline = 21 "deadline",
        /// Has asked before.
        RepeatContact = 22 "repeat_contact",
        /// Reports that the service is down.
        Outage = 23 "outage",
        /// States an amount or a loss.
        MoneyAtStake = 24 "money_at_stake",
        /// Says that we promised and did not do it.
        BrokenPromise = 25 "broken_promise",
        /// May be a threat: a person looks now.
        ThreatPossible = 26 "threat_possible",
        /// Belittles an accent, origin or group.
        Discriminatory = 27 "discriminatory",
        /// Wishes a person harm.
        IllWish = 28 "ill_wish",
        /// Swears at nothing or at a thing.
        ProfanityUndirected = 29 "profanity_undirected",
        /// Swears at a person.
        ProfanityDirected = 30 "profanity_directed",
        /// Swears in praise.
        ProfanityPositive = 31 "profanity_positive",
        /// Sets a condition with a consequence.
        Ultimatum = 32 "ultimatum",
        /// Has been kept waiting.
        Delay = 33 "delay",
        /// Wants a person, of any rank.
        HumanRequest = 34 "human_request",
        /// Thanks us.
        Thanks = 35 "thanks",
        /// Writes in capitals for force.
        Shouting = 36 "shouting",
        /// Says the opposite of what is meant.
        Sarcasm = 37 "sarcasm",
        /// Asks us to stop apologising.
        ApologyRejected = 38 "apology_rejected",
    }
}

set_of! {
    /// The flags of one message or of a whole contact.
    pub struct Flags of Flag
}

impl Flags {
    /// Rights: never a reason for a boundary (`domain.md` 2.8, invariant I18).
    pub const RIGHTS: Self = Self::EMPTY
        .with(Flag::DataRequest)
        .with(Flag::FormalComplaint)
        .with(Flag::Legal)
        .with(Flag::Regulator)
        .with(Flag::Press)
        .with(Flag::Public)
        .with(Flag::Chargeback)
        .with(Flag::Churn)
        .with(Flag::SupervisorRequest);

    /// Needs: change the service, never reduce it (`domain.md` 2.6).
    pub const NEEDS: Self = Self::EMPTY
        .with(Flag::Bereavement)
        .with(Flag::HealthDisclosed)
        .with(Flag::FinancialHardship)
        .with(Flag::DomesticAbuseHint)
        .with(Flag::DisabilityDisclosed)
        .with(Flag::TicDisclosed)
        .with(Flag::LimitedEnglish)
        .with(Flag::Minor);
}
