//! Everything the advice looks at, taken out of the case in one place, as plain data.

use alloc::vec::Vec;

use crate::case::{
    AgendaItem, Case, ItemState, ObligationKind, ObligationState, PhraseId, Safety, Service,
    Standing, Supervisor, Trend,
};
use crate::error::AdvanceError;
use crate::policy::{CrisisDirectory, Policy};
use crate::terms::{Acts, Channel, Conduct, Crisis, Flag, Flags, IssueKind, IssueTime, Language};
use crate::time::Timestamp;

/// One moment of a contact.
#[derive(Clone, Debug)]
pub(crate) struct Moment<'a> {
    pub(crate) contact: &'a str,
    pub(crate) channel: Channel,
    pub(crate) service: Service,
    pub(crate) standing: Standing,
    pub(crate) safety: Safety,
    pub(crate) supervisor: Supervisor,
    /// 0..=5.
    pub(crate) temperature: u8,
    /// 0..=5, of the last message alone.
    pub(crate) message_temperature: u8,
    /// 0..=5.
    pub(crate) peak: u8,
    pub(crate) trend: Trend,
    /// Of the last message.
    pub(crate) conduct: Conduct,
    /// Of the last message.
    pub(crate) crisis: Crisis,
    /// Of the last message.
    pub(crate) flags: Flags,
    /// Of the whole contact.
    pub(crate) all_flags: Flags,
    /// The last message could be judged: it is in English.
    pub(crate) judged: bool,
    pub(crate) agent_turns: u32,
    /// They have been heated for as long as the policy says before a supervisor is offered.
    pub(crate) heated_for_long: bool,
    pub(crate) awaits_reply: bool,
    /// The last message was a greeting or thanks and nothing else.
    pub(crate) courtesy: bool,
    /// The last message was calm and glad and raised nothing.
    pub(crate) content: bool,
    /// What our last reply did.
    pub(crate) last_acts: Acts,
    /// Questions that had no reply yet.
    pub(crate) questions: u32,
    /// A reminder of what we asked for is due.
    pub(crate) nudge_due: bool,
    pub(crate) boundaries: u8,
    pub(crate) boundary_due: bool,
    /// The next boundary says what happens if it goes on.
    pub(crate) states_consequence: bool,
    /// The last message crossed the line: whether the contact may be ended for it.
    pub(crate) ending: Ending,
    pub(crate) improved: bool,
    pub(crate) owes_retraction: bool,
    /// The items that are not disposed of; the one in work first.
    pub(crate) agenda: Vec<Item<'a>>,
    /// The last item that found its end.
    pub(crate) settled: Option<Item<'a>>,
    /// Something old was raised and is still open.
    pub(crate) old_grievance: bool,
    pub(crate) missed_promise: bool,
    /// The host was told to come back for a promise before it breaks.
    pub(crate) promise_at_risk: bool,
    /// The time of an update has come.
    pub(crate) update_due: bool,
    /// The listening window is over.
    pub(crate) summary_due: bool,
    pub(crate) reopened: u32,
    pub(crate) apologies: u32,
    /// They asked us to stop saying sorry.
    pub(crate) apologies_rejected: bool,
    pub(crate) understandings: u32,
    pub(crate) phrases_used: &'a [PhraseId],
    pub(crate) recent_wording: &'a [Vec<u32>],
    pub(crate) directory: Option<&'a CrisisDirectory>,
    pub(crate) contractions: bool,
    /// What is owed next of each kind that a step can be due for.
    pub(crate) due: Due,
}

/// One thing the customer raised.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Item<'a> {
    pub(crate) title: &'a str,
    pub(crate) kind: IssueKind,
    pub(crate) times_said: u32,
}

impl<'a> Item<'a> {
    fn of(item: &'a AgendaItem) -> Self {
        Self { title: &item.title, kind: item.kind, times_said: item.times_said }
    }
}

/// Whether a contact may be ended because of conduct.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ending {
    /// It may not.
    No,
    /// It may once the incident record says everything.
    RecordIncomplete,
    /// It may.
    Open,
}

/// When what is owed is due.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Due {
    pub(crate) update: Option<Timestamp>,
    pub(crate) promise: Option<Timestamp>,
    pub(crate) follow_up: Option<Timestamp>,
    pub(crate) supervisor: Option<Timestamp>,
    pub(crate) data_request: Option<Timestamp>,
    pub(crate) complaint: Option<Timestamp>,
    pub(crate) summary: Option<Timestamp>,
}

impl<'a> Moment<'a> {
    /// Reads a case.
    pub(crate) fn of(case: &'a Case, policy: &'a Policy) -> Self {
        let reading = case.last_reading();
        let conduct = reading.map_or(Conduct::Fine, |reading| reading.conduct);
        let ours =
            || case.obligations().iter().filter(|owed| owed.state != ObligationState::Transferred);
        let owed =
            |kind: ObligationKind| ours().find(|owed| owed.kind == kind).map(|owed| owed.due);
        let reached = |kind: ObligationKind| owed(kind).is_some_and(|due| due <= case.at());
        let settled = case.agenda().iter().rfind(|item| item.state == ItemState::Disposed);
        let mut agenda: Vec<Item<'a>> = case
            .active_item()
            .into_iter()
            .chain(case.agenda().iter().filter(|item| item.state == ItemState::Parked))
            .map(Item::of)
            .collect();
        agenda.dedup();
        Self {
            contact: case.contact(),
            channel: case.channel(),
            service: case.service(),
            standing: case.standing(),
            safety: case.safety(),
            supervisor: case.supervisor(),
            temperature: case.temperature().get(),
            message_temperature: reading.map_or(0, |reading| reading.temperature().get()),
            peak: case.peak().get(),
            trend: case.trend(),
            conduct,
            crisis: reading.map_or(Crisis::None, |reading| reading.crisis),
            flags: reading.map_or(Flags::EMPTY, |reading| reading.flags),
            all_flags: case.flags(),
            judged: reading.is_none_or(|reading| reading.language == Language::English),
            agent_turns: case.agent_turns(),
            heated_for_long: policy
                .offer_supervisor_after()
                .is_some_and(|turns| case.heated_turns() >= turns.into()),
            awaits_reply: case.awaits_reply(),
            courtesy: case.is_courtesy(),
            content: case.is_content(),
            last_acts: case.last_reply_acts(),
            questions: case.open_questions(),
            nudge_due: case.nudge_due(),
            boundaries: case.boundaries(),
            boundary_due: case.boundary_due(policy),
            states_consequence: case.boundaries().saturating_add(1) >= consequence_from(policy),
            ending: if conduct.crosses_line() { ending(case, policy) } else { Ending::No },
            improved: case.improved(),
            owes_retraction: case.owes_retraction(),
            old_grievance: case
                .agenda()
                .iter()
                .any(|item| item.state != ItemState::Disposed && item.time == IssueTime::Past),
            agenda,
            settled: settled.map(Item::of),
            missed_promise: case.missed_promise().is_some(),
            promise_at_risk: ours().any(|owed| {
                owed.kind == ObligationKind::Promise && owed.state == ObligationState::Warned
            }),
            update_due: reached(ObligationKind::Update),
            summary_due: reached(ObligationKind::Summarise),
            reopened: case.reopened(),
            apologies: case.apologies(),
            apologies_rejected: case.rejected_apologies(),
            understandings: case.understandings(),
            phrases_used: case.phrases_used(),
            recent_wording: case.recent_wording(),
            // Numbers that nobody checked for long may be wrong ones (`domain.md` 2.5).
            directory: policy.crisis_directory().filter(|directory| !directory.is_stale(case.at())),
            contractions: policy.contractions(),
            due: Due {
                update: owed(ObligationKind::Update),
                promise: owed(ObligationKind::Promise),
                follow_up: owed(ObligationKind::FollowUp),
                supervisor: owed(ObligationKind::SupervisorAck),
                data_request: owed(ObligationKind::DataRequest),
                complaint: owed(ObligationKind::FormalComplaint),
                summary: owed(ObligationKind::Summarise),
            },
        }
    }

    /// The item in work.
    pub(crate) fn active(&self) -> Option<Item<'a>> {
        self.agenda.first().copied()
    }

    /// The temperature to answer: a calm message is answered calmly while the contact still cools.
    pub(crate) fn level(&self) -> u8 {
        if self.message_temperature == 0 { 0 } else { self.temperature }
    }

    /// Says whether a flag was raised in the last message.
    pub(crate) fn flag(&self, flag: Flag) -> bool {
        self.flags.contains(flag)
    }

    /// Says whether a flag was raised anywhere in the contact.
    pub(crate) fn ever(&self, flag: Flag) -> bool {
        self.all_flags.union(self.flags).contains(flag)
    }

    /// Says whether this would be our first reply.
    pub(crate) fn first_reply(&self) -> bool {
        self.agent_turns == 0
    }

    /// Says whether an explanation of the words is on the table that voids a boundary (`domain.md` 2.7).
    pub(crate) fn explained(&self) -> bool {
        self.ever(Flag::TicDisclosed)
    }
}

/// The first boundary that states a consequence: the first one where the policy says so, else the one
/// after which the contact may be ended. What is announced must be what happens (`domain.md` 4.7).
pub(crate) fn consequence_from(policy: &Policy) -> u8 {
    match policy.consequence_from() {
        1 => 1,
        later => later.max(policy.min_warnings()),
    }
}

fn ending(case: &Case, policy: &Policy) -> Ending {
    match case.may_discontinue(policy) {
        Ok(()) => Ending::Open,
        Err(AdvanceError::RecordIncomplete { .. }) => Ending::RecordIncomplete,
        Err(
            AdvanceError::TimeWentBack { .. }
            | AdvanceError::NotNow { .. }
            | AdvanceError::NeedsHuman { .. }
            | AdvanceError::UnknownItem { .. },
        ) => Ending::No,
    }
}

#[cfg(test)]
impl Moment<'static> {
    /// A calm first message, to be changed by a test.
    pub(crate) fn calm(channel: Channel) -> Self {
        Self {
            contact: "c-1",
            channel,
            service: Service::Listening,
            standing: Standing::Clear,
            safety: Safety::None,
            supervisor: Supervisor::NotAlerted,
            temperature: 0,
            message_temperature: 0,
            peak: 0,
            trend: Trend::Flat,
            conduct: Conduct::Fine,
            crisis: Crisis::None,
            flags: Flags::EMPTY,
            all_flags: Flags::EMPTY,
            judged: true,
            agent_turns: 0,
            heated_for_long: false,
            awaits_reply: true,
            courtesy: false,
            content: false,
            last_acts: Acts::EMPTY,
            questions: 0,
            nudge_due: false,
            boundaries: 0,
            boundary_due: false,
            states_consequence: false,
            ending: Ending::No,
            improved: false,
            owes_retraction: false,
            agenda: Vec::new(),
            settled: None,
            old_grievance: false,
            missed_promise: false,
            promise_at_risk: false,
            update_due: false,
            summary_due: false,
            reopened: 0,
            apologies: 0,
            apologies_rejected: false,
            understandings: 0,
            phrases_used: &[],
            recent_wording: &[],
            directory: None,
            contractions: false,
            due: Due::default(),
        }
    }

    pub(crate) fn set_level(&mut self, temperature: u8) {
        self.temperature = temperature;
        self.message_temperature = temperature;
    }

    /// The same, at a temperature, about one thing.
    pub(crate) fn at(
        channel: Channel,
        temperature: u8,
        title: &'static str,
        kind: IssueKind,
    ) -> Self {
        let mut moment = Self::calm(channel);
        moment.set_level(temperature);
        moment.peak = temperature;
        moment.agenda.push(Item { title, kind, times_said: 1 });
        moment
    }
}
