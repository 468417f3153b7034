//! What the rules know beside the reply: plain data, taken from the case, the facts and the policy in
//! one place.

use alloc::vec::Vec;

use crate::case::{Case, ObligationKind, Safety, Service};
use crate::policy::{CrisisDirectory, Policy};
use crate::reply::Facts;
use crate::speech::Nouns;
use crate::steps::moment::consequence_from;
use crate::terms::{Channel, Conduct, Crisis, Flag, Flags, Slot};

/// The moment of a review.
#[derive(Clone, Debug)]
pub(super) struct Context<'a> {
    /// Of the contact.
    pub(super) temperature: u8,
    /// The current message crosses the line.
    pub(super) crosses_line: bool,
    /// Boundaries that count in this contact.
    pub(super) boundaries: u8,
    /// The boundary from which on a consequence is stated: the second, as a rule.
    pub(super) consequence_from: u8,
    /// The guards of an ending because of conduct are met.
    pub(super) may_end: bool,
    /// A severe threat is being handled.
    pub(super) threat: bool,
    /// A person may be at risk.
    pub(super) crisis: bool,
    /// Every flag of the contact.
    pub(super) flags: Flags,
    /// The current message names a delay or a broken promise of ours.
    pub(super) delay_named: bool,
    /// The current message asks for personal data, for the first time.
    pub(super) data_asked: bool,
    pub(super) channel: Channel,
    /// No reply was sent in this contact yet.
    pub(super) first_reply: bool,
    /// The reply is longer than what is read of it.
    pub(super) cut: bool,
    /// The customer wrote at least once.
    pub(super) has_message: bool,
    pub(super) service: Service,
    /// Questions of the customer that had no reply yet.
    pub(super) questions: u32,
    /// Apologies made in this contact.
    pub(super) apologies: u32,
    /// Times "understand" and its like were said in this contact.
    pub(super) understandings: u32,
    /// A promise of ours is past its time.
    pub(super) overdue: bool,
    /// The problem in work, in the customer's nouns.
    pub(super) issue: Option<&'a str>,
    /// The words of the agenda.
    pub(super) nouns: Nouns,
    /// Fingerprints of the wording of our last replies.
    pub(super) recent: &'a [Vec<u32>],
    pub(super) facts: &'a Facts<'a>,
    /// Whom to call in a crisis, if checked lately.
    pub(super) directory: Option<&'a CrisisDirectory>,
}

impl<'a> Context<'a> {
    pub(super) fn of(case: &'a Case, facts: &'a Facts<'a>, policy: &'a Policy) -> Self {
        let reading = case.last_reading();
        let in_crisis = case.safety() == Safety::CrisisHold
            || reading.is_some_and(|reading| reading.crisis != Crisis::None);
        let issue = case.active_item().or_else(|| case.agenda().first());
        Self {
            temperature: case.temperature().get(),
            crosses_line: reading.is_some_and(|reading| reading.crosses_line()),
            boundaries: case.boundaries(),
            consequence_from: consequence_from(policy),
            may_end: case.may_discontinue(policy).is_ok(),
            threat: matches!(case.safety(), Safety::ThreatHold(_))
                || reading.is_some_and(|reading| matches!(reading.conduct, Conduct::Severe(_))),
            crisis: in_crisis,
            flags: case.flags(),
            delay_named: reading.is_some_and(|reading| {
                reading.flags.contains(Flag::Delay) || reading.flags.contains(Flag::BrokenPromise)
            }),
            data_asked: reading.is_some_and(|reading| reading.flags.contains(Flag::DataRequest))
                && !logged_before(case, ObligationKind::DataRequest),
            channel: case.channel(),
            first_reply: case.agent_turns() == 0,
            cut: false,
            has_message: case.customer_turns() > 0,
            service: case.service(),
            questions: case.open_questions(),
            apologies: case.apologies(),
            understandings: case.understandings(),
            overdue: case.missed_promise().is_some(),
            issue: issue.map(|item| item.title.as_str()),
            nouns: Nouns::of_case(case),
            recent: case.recent_wording(),
            facts,
            directory: policy
                .crisis_directory()
                .filter(|_| !policy.crisis_directory_is_stale(case.at())),
        }
    }

    /// Our fault or delay is on record and fresh: named by this message, known to the host, or a
    /// promise that passed.
    pub(super) fn at_fault(&self) -> bool {
        self.delay_named || self.fault_known() || self.overdue
    }

    /// The host says that it was ours.
    pub(super) fn fault_known(&self) -> bool {
        self.facts.get(Slot::Fault).is_some() || self.facts.get(Slot::FaultPast).is_some()
    }

    /// The facts or the problem in work say this folded word.
    pub(super) fn gives(&self, word: &str) -> bool {
        self.facts.iter().any(|(_, text)| has_word(text, word))
            || self.issue.is_some_and(|issue| has_word(issue, word))
    }

    /// Every problem is solved.
    pub(super) fn is_solved(&self) -> bool {
        match self.service {
            Service::Resolved | Service::FollowUp | Service::Closed => true,
            Service::Open
            | Service::Listening
            | Service::Acknowledged
            | Service::Working
            | Service::AwaitingCustomer => false,
        }
    }

    /// A need was disclosed that decides which channels are open to them.
    pub(super) fn needs_access(&self) -> bool {
        [Flag::DisabilityDisclosed, Flag::TicDisclosed, Flag::HealthDisclosed, Flag::LimitedEnglish]
            .iter()
            .any(|flag| self.flags.contains(*flag))
    }

    /// Words on fault or money belong to others here (`domain.md` 1.5, L31).
    pub(super) fn liability_at_stake(&self) -> bool {
        [Flag::Legal, Flag::SafetyHazard, Flag::FraudOrSecurity]
            .iter()
            .any(|flag| self.flags.contains(*flag))
    }
}

/// Says whether an earlier message had put this on record: its answer is under way.
fn logged_before(case: &Case, kind: ObligationKind) -> bool {
    case.obligations().iter().any(|owed| {
        owed.kind == kind && case.last_message_at().is_some_and(|message| owed.since < message)
    })
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.eq_ignore_ascii_case(word))
}
