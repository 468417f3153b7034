//! What must be so after a line, one check at a time.

use unruffled::{
    Act, AlertReason, Draft, Effect, ErrorCode, Flag, ObligationKind, ObligationState, Severity,
    Stage as Shown, Standing, StepId, Supervisor, draft_reply, recommend_steps, review_reply,
};

use crate::stage::Stage;
use crate::words::{known, moment};

/// Checks `name value`.
pub(crate) fn check(stage: &mut Stage, expected: &str) -> Result<(), String> {
    let (name, value) = expected.split_once(' ').unwrap_or((expected, ""));
    if name == "refused" {
        return refused(stage, value);
    }
    if let Some(error) = &stage.refused {
        return Err(format!("refused: {error}"));
    }
    match name {
        "cause" | "effect" | "no_effect" => moved(stage, name, value),
        "owes" | "owes_no" | "deadline" => time(stage, name, value),
        "item" | "items" | "active" | "overlooked" | "repeated" => agenda(stage, name, value),
        "alert" | "supervisor" => supervisor(stage, name, value),
        "step" | "no_step" | "draft" | "no_draft" | "draft_starts" | "withheld" => {
            advice(stage, name, value)
        }
        "warnings" | "incidents" | "verbatim" | "missing" => record(stage, name, value),
        _ => state(stage, name, value),
    }
}

fn same(found: &str, value: &str) -> Result<(), String> {
    if found == value { Ok(()) } else { Err(format!("it is {found}")) }
}

fn holds(found: bool) -> Result<(), String> {
    if found { Ok(()) } else { Err("it is not so".to_string()) }
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { "none".to_string() } else { names.join(", ") }
}

/// `refused not_now`, or with words of the reason: `refused not_now at risk`.
fn refused(stage: &mut Stage, value: &str) -> Result<(), String> {
    let Some(error) = stage.refused.take() else { return Err("it was accepted".to_string()) };
    let (code, words) = value.split_once(' ').unwrap_or((value, ""));
    let code = known(ErrorCode::from_name(code), "error", code)?;
    if error.code() == code && error.to_string().contains(words) {
        Ok(())
    } else {
        Err(format!("{}: {error}", error.code()))
    }
}

/// The state of the three regions and what is read over time.
fn state(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let case = &stage.case;
    let yes = |found: bool| if found { "yes" } else { "no" }.to_string();
    let ending = || match case.may_discontinue(&stage.policy) {
        Ok(()) => "yes".to_string(),
        Err(error) => error.code().name().to_string(),
    };
    let found = match name {
        "stage" => match case.stage() {
            Shown::BoundarySet(n) => format!("boundary_set:{n}"),
            Shown::ThreatHold(kind) => format!("threat_hold:{kind}"),
            other @ (Shown::CrisisHold
            | Shown::HandedOver
            | Shown::Discontinued
            | Shown::SupervisorAlerted
            | Shown::Service(_)) => other.name().to_string(),
        },
        "service" => case.service().name().to_string(),
        "standing" => match case.standing() {
            Standing::Clear => "clear".to_string(),
            Standing::BoundarySet(n) => format!("boundary_set:{n}"),
            Standing::Discontinued => "discontinued".to_string(),
        },
        "threat" => case.threat().map_or("none", |kind| kind.name()).to_string(),
        "closed" => case.close_reason().map_or("no", |reason| reason.name()).to_string(),
        "temperature" => case.temperature().get().to_string(),
        "peak" => case.peak().get().to_string(),
        "trend" => case.trend().name().to_string(),
        "reads" => {
            let reading = case.last_reading().ok_or("nothing was read")?;
            format!("heat {}, {}", reading.heat.code(), reading.conduct.name())
        }
        "boundaries" => case.boundaries().to_string(),
        "respectful" => case.respectful_turns().to_string(),
        "soft_ask" => yes(case.soft_ask_due(&stage.policy)),
        "call_ends" => match case.call_ends(&stage.policy) {
            Some(at) if at == moment(value, stage.at)? => value.to_string(),
            Some(at) => format!("in {} s", at.since(stage.at).0 / 1_000),
            None => "never".to_string(),
        },
        "due" => yes(case.boundary_due(&stage.policy)),
        "ending" => ending(),
        "improved" => yes(case.improved()),
        "owes_retraction" => yes(case.owes_retraction()),
        "awaits_reply" => yes(case.awaits_reply()),
        "questions" => case.open_questions().to_string(),
        "asked_again" => yes(case.asked_again()),
        "said_again" => yes(case.said_again()),
        "sustained" => yes(case.is_sustained()),
        "heated_turns" => case.heated_turns().to_string(),
        "capitals" => yes(case.writes_in_capitals()),
        "stuck" => case.turns_since_progress().to_string(),
        "contact" => case.contact_number().to_string(),
        "follows" => case.follows().unwrap_or("none").to_string(),
        "reopened" => case.reopened().to_string(),
        "missed" => case.missed_promises().to_string(),
        "nudge_due" => yes(case.nudge_due()),
        "owner" => case.owner().unwrap_or("none").to_string(),
        "flag" => {
            let flag = known(Flag::from_name(value), "flag", value)?;
            return holds(case.flags().contains(flag));
        }
        other => return Err(format!("nothing is called `{other}`")),
    };
    same(&found, value)
}

fn moved(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let last = stage.last.as_ref().ok_or("nothing happened yet")?;
    if name == "cause" {
        return same(last.cause.name(), value);
    }
    for word in value.split(' ') {
        let effect = known(Effect::from_name(word), "effect", word)?;
        if last.effects.contains(effect) != (name == "effect") {
            let all = listed(last.effects.iter().map(|effect| effect.name().to_string()));
            return Err(format!("`{word}`; the effects are {all}"));
        }
    }
    Ok(())
}

/// `owes promise`, `owes promise by 14:30`, `owes promise warned`, `deadline promise at 14:24`.
fn time(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let case = &stage.case;
    let mut words = value.splitn(2, ' ');
    let kind = words.next().unwrap_or_default();
    let rest = words.next().unwrap_or_default();
    if name == "deadline" {
        let Some(deadline) = case.deadline() else { return same("none", value) };
        same(deadline.kind.name(), kind)?;
        return match rest.strip_prefix("at ") {
            Some(time) if deadline.at != moment(time, stage.at)? => {
                Err(format!("it is in {} s", deadline.at.since(stage.at).0 / 1_000))
            }
            Some(_) | None => Ok(()),
        };
    }
    let kind = known(ObligationKind::from_name(kind), "obligation", kind)?;
    let owed = case.obligations().iter().find(|owed| owed.kind == kind);
    if name == "owes_no" {
        return holds(owed.is_none());
    }
    let owed = owed.ok_or("nothing of this kind is owed")?;
    match rest.strip_prefix("by ") {
        Some(time) if owed.due == moment(time, stage.at)? => Ok(()),
        Some(_) => Err(format!("it is due in {} s", owed.due.since(stage.at).0 / 1_000)),
        None if rest.is_empty() => Ok(()),
        None => {
            let state = known(ObligationState::from_name(rest), "state", rest)?;
            same(owed.state.name(), state.name())
        }
    }
}

/// `item 2 parked`, `item 2 disposed handed_to`, `item 2 the bill`, `items 3`, `active 1`,
/// `overlooked 1, 3`, `repeated 2`.
fn agenda(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let case = &stage.case;
    match name {
        "items" => same(&case.read_back().count().to_string(), value),
        "active" => {
            same(&case.active_item().map_or("none".to_string(), |item| item.id.to_string()), value)
        }
        "overlooked" => same(&listed(case.overlooked().map(|item| item.id.to_string())), value),
        "repeated" => same(&listed(case.repeated_items().map(|item| item.id.to_string())), value),
        _ => {
            let (id, rest) = value.split_once(' ').ok_or("item N STATE")?;
            let item = case.agenda().iter().find(|item| item.id.to_string() == id);
            let item = item.ok_or("no item has this number")?;
            let state = item.state.name().to_string();
            let ended = item.disposition.map(|how| format!("{state} {}", how.name()));
            let handed = item.owner.as_ref().map(|owner| format!("{owner} has it"));
            let all = [Some(state), ended, handed, Some(item.title.clone())];
            if all.iter().flatten().any(|one| one == rest) {
                Ok(())
            } else {
                Err(format!("it is {all:?}"))
            }
        }
    }
}

/// `alert none`, `alert second_boundary`, `alert crisis acked`, `supervisor took_over`.
fn supervisor(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let case = &stage.case;
    if name == "supervisor" {
        return same(
            match case.supervisor() {
                Supervisor::NotAlerted => "not_alerted",
                Supervisor::Alerted { .. } => "alerted",
                Supervisor::Acked => "acked",
                Supervisor::TookOver => "took_over",
            },
            value,
        );
    }
    if value == "none" {
        let all = case.supervisor_reasons().map(|(reason, _)| reason.name().to_string());
        return same(&listed(all), "none");
    }
    let (reason, how) = value.split_once(' ').unwrap_or((value, "open"));
    let reason = known(AlertReason::from_name(reason), "reason", reason)?;
    let alert = case.supervisor_reasons().find(|(known, _)| *known == reason);
    let (_, acked) = alert.ok_or("no alert has this reason")?;
    same(if acked { "acked" } else { "open" }, how)
}

/// What the library recommends: steps, and the acts of the draft, which its own review must accept.
fn advice(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    if let Some(wants) = match name {
        "step" => Some(true),
        "no_step" => Some(false),
        _ => None,
    } {
        let plan = recommend_steps(&stage.case, &stage.policy);
        let id = known(StepId::from_name(value), "step", value)?;
        let all = listed(plan.steps.iter().map(|step| step.id.name().to_string()));
        let has = plan.steps.iter().any(|step| step.id == id);
        return if has == wants { Ok(()) } else { Err(format!("the steps are {all}")) };
    }
    let reply = match draft_reply(&stage.case, &stage.facts, &stage.policy) {
        Draft::Withheld(reason) if name == "withheld" => return same(reason.name(), value),
        Draft::Withheld(reason) => return Err(format!("the draft is withheld: {reason}")),
        Draft::Reply(reply) => reply,
    };
    if name == "withheld" {
        return Err(format!("there is a draft: {}", reply.text));
    }
    let review = review_reply(&reply.text, &stage.case, &stage.facts, &stage.policy);
    if let Some(error) = review.findings.iter().find(|one| one.severity == Severity::Error) {
        return Err(format!("the draft breaks a rule: {error:?}"));
    }
    for word in value.split(' ') {
        let act = known(Act::from_name(word), "act", word)?;
        let first = reply.acts.iter().find(|act| **act != Act::Greet);
        let found = match name {
            "draft_starts" => first == Some(&act),
            _ => reply.acts.contains(&act),
        };
        if found == (name == "no_draft") {
            return Err(format!("{word}; the draft is {:?}: {}", reply.acts, reply.text));
        }
    }
    Ok(())
}

/// The last record: `warnings 2` counts those that count, `missing adjustments, evidence`.
fn record(stage: &Stage, name: &str, value: &str) -> Result<(), String> {
    let case = &stage.case;
    if name == "incidents" {
        return same(&case.incidents().len().to_string(), value);
    }
    let last = case.incidents().last().ok_or("there is no record")?;
    let counted = last.warnings.iter().filter(|one| one.number > 0 && !one.retracted).count();
    match name {
        "warnings" => same(&counted.to_string(), value),
        "verbatim" => holds(last.verbatim.iter().any(|words| words.contains(value))),
        _ => {
            let missing = last.missing(&stage.policy);
            same(&listed(missing.iter().map(|field| (*field).to_string())), value)
        }
    }
}
