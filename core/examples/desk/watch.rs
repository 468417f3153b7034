//! What an agent should not miss in a contact, in words: alerts, open rungs, what repeats.

use unruffled::{AdvanceError, AlertReason, Case, Policy, Safety, Standing, Supervisor};

use crate::script::clock;

/// The regions that the stage hides, the owner and which contact it is; empty if nothing is hidden.
pub(crate) fn beside(case: &Case, policy: &Policy) -> String {
    let mut parts = Vec::new();
    let stage = case.stage().name();
    if case.service().name() != stage {
        parts.push(case.service().name().replace('_', " "));
    }
    match case.standing() {
        Standing::BoundarySet(n) if stage != "boundary_set" => {
            parts.push(format!("boundary {n} of {} in force", policy.max_boundaries()));
        }
        Standing::Clear if case.boundaries() > 0 => {
            parts.push(format!("{} on record, none in force", boundaries(case.boundaries())));
        }
        Standing::Clear | Standing::BoundarySet(_) | Standing::Discontinued => {}
    }
    if let (Safety::CrisisHold | Safety::HandedOver, Some(kind)) = (case.safety(), case.threat()) {
        parts.push(format!("a threat ({kind}) not lifted"));
    }
    if case.contact_number() > 1 {
        parts.push(format!("contact no. {}", case.contact_number()));
    }
    if let Some(owner) = case.owner() {
        parts.push(format!("owner: {owner}"));
    }
    parts.join("; ")
}

fn boundaries(count: u8) -> String {
    if count == 1 { "1 boundary".into() } else { format!("{count} boundaries") }
}

/// Why a supervisor was told, and whether they answered.
pub(crate) fn alerts(case: &Case) -> Vec<String> {
    let mut lines: Vec<String> = case
        .supervisor_reasons()
        .map(|(reason, acked)| {
            let state = if acked { "acknowledged" } else { "not acknowledged" };
            format!("{} ({state})", reason_words(reason))
        })
        .collect();
    match case.supervisor() {
        Supervisor::TookOver => lines.push("a supervisor has taken over".into()),
        Supervisor::Alerted { at, .. } => lines.push(format!("waiting since {}", clock(at))),
        Supervisor::NotAlerted | Supervisor::Acked => {}
    }
    lines
}

fn reason_words(reason: AlertReason) -> &'static str {
    match reason {
        AlertReason::SecondBoundary => "boundaries did not hold",
        AlertReason::Severe => "severe conduct",
        AlertReason::Crisis => "someone may be at risk",
        AlertReason::CustomerAsked => "the customer asked for one",
        AlertReason::AgentAsked => "the agent asked",
        AlertReason::SustainedHeat => "heat that does not go down",
        AlertReason::LegalPressRegulator => "lawyer, press or regulator",
        AlertReason::MissedPromises => "two promises missed",
        AlertReason::Vulnerability => "a need that asks for discretion",
        AlertReason::PossibleThreat => "a possible threat: look now",
    }
}

/// What to watch, most pressing first.
pub(crate) fn notices(case: &Case, policy: &Policy) -> Vec<String> {
    let mut lines = Vec::new();
    let mut when = |holds: bool, words: String| {
        if holds {
            lines.push(words);
        }
    };
    let ending = case.may_discontinue(policy);
    let role = policy.ending_role(case.channel());
    when(case.boundary_due(policy), "a boundary may be set: /boundary".into());
    when(ending.is_ok(), format!("it may be ended by a person of the role {role}: /end"));
    if let Err(AdvanceError::RecordIncomplete { missing }) = &ending {
        when(true, format!("before an ending the record needs {}: /note", missing.join(", ")));
    }
    when(case.soft_ask_due(policy), "a soft word about the swearing, if you like".into());
    when(case.owes_retraction(), "the apology for the boundary taken back".into());
    when(case.missed_promise().is_some(), "a promise was missed: own it first".into());
    let questions = case.open_questions();
    when(questions == 1, "one question of theirs has no answer".into());
    when(questions > 1, format!("{questions} questions of theirs have no answer"));
    for item in case.repeated_items() {
        when(true, format!("they brought up {} {} times", item.title, item.times_said));
    }
    when(case.asked_again(), "our last reply asked what we had asked before".into());
    when(case.said_again(), "our last reply said again what we had said".into());
    when(case.is_sustained(), "upset for three messages or more".into());
    let turns = case.turns_since_progress();
    when(turns >= STUCK, format!("nothing moved for {turns} messages"));
    when(case.writes_in_capitals(), "capitals are their habit, not shouting".into());
    if let Some(end) = case.call_ends(policy) {
        when(true, format!("the call may last until {}", clock(end)));
    }
    lines
}

/// Messages without progress that are worth a word.
const STUCK: u32 = 4;
