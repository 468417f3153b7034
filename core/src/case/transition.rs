//! What [`advance`](super::advance) answers, as data.

use alloc::vec::Vec;

use super::Case;
use super::region::Stage;
use crate::terms::{named, set_of};

/// What [`advance`](super::advance) answers: the new case and what changed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Transition {
    /// The new case.
    pub case: Case,
    /// The stage before.
    pub from: Stage,
    /// The stage after.
    pub to: Stage,
    /// The row of the table that decided.
    pub cause: Cause,
    /// What the host should do, each at most once.
    pub effects: Effects,
}

named! {
    /// The row of the transition table that decided (`domain.md` 4.2, 4.4, 4.5). Where several regions
    /// move at once, safety's row is named before conduct's, conduct's before the service's.
    pub enum Cause {
        /// Nothing moved.
        Unchanged = 0 "unchanged",
        /// A message was taken in.
        MessageTaken = 1 "message_taken",
        /// An agent read the message.
        MessageRead = 2 "message_read",
        /// A reply went out that moved nothing.
        ReplyTaken = 3 "reply_taken",
        /// The reply named the problem back.
        ProblemNamed = 4 "problem_named",
        /// A step before the problem was named back to someone upset: still listening.
        NotYetAcknowledged = 5 "not_yet_acknowledged",
        /// A step is under way.
        WorkStarted = 6 "work_started",
        /// We asked for one thing.
        CustomerAsked = 7 "customer_asked",
        /// The customer answered.
        CustomerAnswered = 8 "customer_answered",
        /// The answer brought something new.
        NewIssue = 9 "new_issue",
        /// An update went out while working.
        UpdateSent = 10 "update_sent",
        /// Every item found its end.
        Resolved = 11 "resolved",
        /// The fix was confirmed, and a follow-up is due.
        Confirmed = 12 "confirmed",
        /// Confirmed or followed up, and nothing is owed: closed.
        Done = 13 "done",
        /// Closed without a resolution.
        Closed = 14 "closed",
        /// Cannot close yet: something is owed.
        StillOwed = 15 "still_owed",
        /// Cannot close yet: the safety path leads.
        SafetyLeads = 16 "safety_leads",
        /// The fix did not hold, or something new came up.
        Reopened = 17 "reopened",
        /// The window for reopening is over: a new, linked contact.
        NewContactNeeded = 18 "new_contact_needed",
        /// A promise after closing opened a follow-up.
        PromisedAfterClosing = 19 "promised_after_closing",
        /// A boundary was set.
        BoundarySet = 20 "boundary_set",
        /// A boundary was sent without a crossing that calls for one: recorded, not counted.
        BoundaryNotCounted = 21 "boundary_not_counted",
        /// One reminder after a cooldown at the maximum.
        BoundaryReaffirmed = 22 "boundary_reaffirmed",
        /// Respect lasted: the boundary is no longer in force.
        BoundaryCleared = 23 "boundary_cleared",
        /// A person took a boundary back.
        BoundaryRetracted = 24 "boundary_retracted",
        /// A person said whether the message crosses the line.
        CrossingJudged = 25 "crossing_judged",
        /// The customer was respectful after a boundary.
        ConductImproved = 26 "conduct_improved",
        /// The line was crossed.
        LineCrossed = 27 "line_crossed",
        /// The contact was ended after warnings.
        ConductEnded = 28 "conduct_ended",
        /// The contact was ended because of severe conduct.
        SevereEnded = 29 "severe_ended",
        /// A person took the customer back.
        Reinstated = 30 "reinstated",
        /// A message came in after the ending.
        AfterEnding = 31 "after_ending",
        /// Someone may be at risk.
        CrisisSeen = 32 "crisis_seen",
        /// A severe threat.
        ThreatSeen = 33 "threat_seen",
        /// A trained person has it.
        HandedOver = 34 "handed_over",
        /// A person lifted the hold.
        HoldCleared = 35 "hold_cleared",
        /// The trained person gave it back.
        CaseReturned = 36 "case_returned",
        /// The trained person concluded it.
        Concluded = 37 "concluded",
        /// A supervisor was told.
        SupervisorAlerted = 38 "supervisor_alerted",
        /// A supervisor acknowledged.
        SupervisorAcked = 39 "supervisor_acked",
        /// A supervisor took over.
        SupervisorTookOver = 40 "supervisor_took_over",
        /// Something became owed.
        Promised = 41 "promised",
        /// Something owed was met.
        ObligationMet = 42 "obligation_met",
        /// Something owed went to a named owner elsewhere.
        ObligationTransferred = 43 "obligation_transferred",
        /// The agenda moved.
        AgendaMoved = 44 "agenda_moved",
        /// The incident record was filled in.
        RecordFilled = 45 "record_filled",
        /// A timer rang.
        TimerRang = 46 "timer_rang",
        /// A person let the warnings of an earlier contact count here.
        WarningsCarried = 47 "warnings_carried",
    }
}

named! {
    /// Something the host should do.
    pub enum Effect {
        /// Tell a supervisor; the reasons are in the case.
        AlertSupervisor = 0 "alert_supervisor",
        /// Ask the agent whether a supervisor should be told (policy `ask_agent`).
        SuggestSupervisor = 1 "suggest_supervisor",
        /// Nobody acknowledged: tell the next in the chain.
        AlertNextInChain = 2 "alert_next_in_chain",
        /// Offer the customer a supervisor or a call back.
        OfferSupervisor = 3 "offer_supervisor",
        /// Stop automatic replies, nudges, surveys, marketing and automatic closing.
        StopAutomation = 4 "stop_automation",
        /// Automation may run again.
        ResumeAutomation = 5 "resume_automation",
        /// Pause collections, closures and reminders on the account.
        PauseHarmfulProcesses = 6 "pause_harmful_processes",
        /// Bring in a trained colleague.
        BringTrainedPerson = 7 "bring_trained_person",
        /// Tell the safety role now.
        AlertSafety = 8 "alert_safety",
        /// Keep them talking; do not hang up, delete or forward.
        KeepTalking = 9 "keep_talking",
        /// Keep the original message and recording.
        PreserveEvidence = 10 "preserve_evidence",
        /// An incident record was started in the case; show it.
        StartIncidentRecord = 11 "start_incident_record",
        /// Let a person check who the words were aimed at.
        VerifyBoundaryWithHuman = 12 "verify_boundary_with_human",
        /// Let a person look now: a possible threat or crisis.
        LetPersonLook = 13 "let_person_look",
        /// Put a check back into the calendar.
        ScheduleFollowUp = 14 "schedule_follow_up",
        /// The follow-up is due: send it.
        SendFollowUp = 15 "send_follow_up",
        /// Remind the agent: something falls due.
        RemindAgent = 16 "remind_agent",
        /// Remind the customer of what we asked for.
        RemindCustomer = 17 "remind_customer",
        /// Give the agent time to recover before the next contact.
        RecoveryTimeForAgent = 18 "recovery_time_for_agent",
        /// Open a new contact, linked to this one.
        OpenLinkedContact = 19 "open_linked_contact",
        /// Tell the owner of the open issue that the customer wrote.
        TellIssueOwner = 20 "tell_issue_owner",
        /// Start the separate route: data request, complaint, hazard, report about our staff.
        OpenSeparateRoute = 21 "open_separate_route",
        /// Let someone else handle what the customer says about this agent.
        AssignOtherHandler = 22 "assign_other_handler",
    }
}

set_of! {
    /// What the host should do after a transition.
    pub struct Effects of Effect
}

/// Why a region refused, before the event and the stage are named.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Refusal {
    NotNow(&'static str),
    NeedsHuman(&'static str),
    RecordIncomplete(Vec<&'static str>),
    UnknownItem(u32),
}
