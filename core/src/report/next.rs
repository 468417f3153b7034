//! What happens next, in sentences.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::date;
use crate::case::{Case, Incident, Obligation, ObligationState, Safety, Service, Standing};
use crate::policy::Policy;
use crate::privacy::mask_private;

pub(super) fn steps(case: &Case, incident: &Incident, policy: &Policy) -> Vec<String> {
    let mut steps = Vec::new();
    safety(case, &mut steps);
    match case.standing() {
        Standing::Discontinued => ended(incident, &mut steps),
        Standing::BoundarySet(n) => in_force(n, case, policy, &mut steps),
        Standing::Clear if case.boundaries() > 0 => steps.push(format!(
            "No boundary is in force. {} on record in this contact.",
            counted(case.boundaries())
        )),
        Standing::Clear => steps.push("No boundary is in force.".into()),
    }
    if case.owes_retraction() {
        steps.push(
            "A boundary was taken back. The customer is still to get an apology for it.".into(),
        );
    }
    for debt in case.obligations().iter().filter(|one| one.kind.is_debt()) {
        steps.push(owed(debt, policy));
    }
    if case.service() == Service::Closed {
        steps.push(
            "The contact is closed. A new message within the reopening time reopens it.".into(),
        );
    }
    steps
}

fn safety(case: &Case, steps: &mut Vec<String>) {
    match case.safety() {
        Safety::None => {}
        Safety::CrisisHold => steps.push(
            "A person may be at risk. A trained person takes over; no boundary and no ending."
                .into(),
        ),
        Safety::ThreatHold(kind) => {
            steps.push(format!(
                "A threat ({kind}) is with the safety role. A person lifts the hold."
            ));
        }
        Safety::HandedOver => steps.push("A trained person has the contact.".into()),
    }
}

fn ended(incident: &Incident, steps: &mut Vec<String>) {
    steps.push("This contact is ended. The ending is about this contact only.".into());
    if let Some(ending) = &incident.ending {
        let route = ending.route.trim().trim_end_matches('.');
        steps.push(format!("The customer can come back: {route}."));
        steps.push(format!("The open issue goes on with: {}.", plain(&ending.issue_owner)));
    }
}

fn in_force(n: u8, case: &Case, policy: &Policy, steps: &mut Vec<String>) {
    let turns = policy.timers(case.channel()).cooldown_turns;
    steps.push(format!(
        "Boundary {n} of at most {} is in force. Respectful messages in a row lift it: {turns}.",
        policy.max_boundaries()
    ));
    let role = policy.ending_role(case.channel());
    if n >= policy.min_warnings() {
        steps.push(format!(
            "If the line is crossed again, a person may end the contact. Least role: {role}."
        ));
    } else {
        steps.push("If the line is crossed again, a person may set the next boundary.".into());
    }
}

fn owed(debt: &Obligation, policy: &Policy) -> String {
    let what = debt.kind.name().replace('_', " ");
    let due = date::local(debt.due, policy);
    match debt.state {
        ObligationState::Transferred => format!("With another owner: {what}, due {due}."),
        ObligationState::Overdue => format!("Overdue to the customer: {what}, due {due}."),
        ObligationState::Open | ObligationState::Warned => {
            format!("Owed to the customer: {what}, due {due}.")
        }
    }
}

fn counted(boundaries: u8) -> String {
    if boundaries == 1 { "One is".into() } else { format!("{boundaries} are") }
}

fn plain(text: &str) -> String {
    mask_private(text.trim().trim_end_matches('.'))
}
