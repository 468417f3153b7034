//! A line that does something, as an event.

use unruffled::{
    Act, Actor, Acts, AlertReason, CloseReason, Conduct, Crisis, CustomerMessage, Disposition,
    Event, Flag, Heat, IncidentNote, IssueKind, IssueTime, Milli, ObligationKind, Reading, Role,
    SevereKind, Target, Timestamp, classify_message, describe_reply,
};

use crate::stage::Stage;
use crate::words::{actor, bracketed, known, moment, person};

/// Reads one line: what happens, then a colon and the words used, if any.
pub(crate) fn read(stage: &Stage, at: Timestamp, line: &str) -> Result<Event, String> {
    let (head, text) = line.split_once(": ").unwrap_or((line, ""));
    let (verb, marks) = bracketed(head).unwrap_or((head, Vec::new()));
    match verb {
        "customer" => customer(stage, at, &marks, text),
        "agent" => agent(stage, at, &marks, text),
        _ => other(at, head, text),
    }
}

/// A message is read by the library, or as the brackets say.
fn customer(stage: &Stage, at: Timestamp, marks: &[&str], text: &str) -> Result<Event, String> {
    let mut message = CustomerMessage::read(text, &classify_message(text, &stage.policy));
    let mut given = false;
    for mark in marks {
        if let Some(time) = mark.strip_prefix("written ") {
            let earlier = Timestamp(at.0.saturating_sub(crate::words::DAY));
            message.written_at = Some(moment(time, earlier)?);
            continue;
        }
        if let Some(title) = mark.strip_prefix("about ") {
            message.issues.retain(|(_, _, known)| known != title);
            message.issues.push((IssueKind::Other, IssueTime::Current, title.to_string()));
            continue;
        }
        if let Some(title) = mark.strip_prefix("once ") {
            message.issues.push((IssueKind::Other, IssueTime::Past, title.to_string()));
            continue;
        }
        if !given {
            given = true;
            message.reading = Reading::CALM;
            message.issues.clear();
            message.verbatim = None;
            message.questions = 0;
            message.only_courtesy = false;
        }
        mark_reading(&mut message, mark, text)?;
    }
    Ok(Event::MessageReceived(message))
}

fn mark_reading(message: &mut CustomerMessage, mark: &str, text: &str) -> Result<(), String> {
    let reading = &mut message.reading;
    let heat = |heat: Heat, score: u16| (heat, Milli::saturating(score));
    match mark {
        "calm" => (reading.heat, reading.heat_milli) = heat(Heat::Calm, 0),
        "tense" => (reading.heat, reading.heat_milli) = heat(Heat::Tense, 300),
        "upset" => (reading.heat, reading.heat_milli) = heat(Heat::Upset, 600),
        "heated" => (reading.heat, reading.heat_milli) = heat(Heat::Heated, 900),
        "sharp" => reading.conduct = Conduct::Sharp,
        "asks" => message.questions = message.questions.saturating_add(1),
        "crossing" | "unsure" => {
            reading.conduct = Conduct::Crossing;
            reading.line_milli = Milli::saturating(if mark == "unsure" { 700 } else { 950 });
            reading.target = Target::Agent;
            message.verbatim = Some(text.to_string());
        }
        other => match other.split_once(' ') {
            Some(("severe", kind)) => {
                reading.conduct =
                    Conduct::Severe(known(SevereKind::from_name(kind), "severe kind", kind)?);
                reading.line_milli = Milli::saturating(950);
                message.verbatim = Some(text.to_string());
            }
            Some(("crisis", level)) => {
                reading.crisis = known(Crisis::from_name(level), "crisis", level)?;
            }
            _ => {
                let name = other.strip_prefix('+').unwrap_or(other);
                reading.flags.insert(known(Flag::from_name(name), "mark or flag", other)?);
            }
        },
    }
    Ok(())
}

/// A reply does what its words do, or the acts in brackets.
fn agent(stage: &Stage, at: Timestamp, marks: &[&str], text: &str) -> Result<Event, String> {
    let by = Actor::Human(person(Role::Agent));
    let mut reply = describe_reply(text, by, None, &stage.case);
    let mut acts = Acts::EMPTY;
    for mark in marks {
        match mark.strip_prefix("promises ") {
            Some(time) => reply.promise = Some(moment(time, at)?),
            None => acts.insert(known(Act::from_name(mark), "act", mark)?),
        }
    }
    if !acts.is_empty() {
        reply.acts = acts;
    }
    Ok(Event::ReplySent(reply))
}

fn other(at: Timestamp, head: &str, text: &str) -> Result<Event, String> {
    let by = || Actor::Human(person(Role::Agent));
    let words = || text.to_string();
    let kind = |name: &str| known(ObligationKind::from_name(name), "obligation", name);
    let parts: Vec<&str> = head.split(' ').collect();
    Ok(match parts.as_slice() {
        ["reads"] => Event::AgentRead,
        ["holds"] => Event::HoldBegun,
        ["carries", "warnings", "as", name] => {
            Event::WarningsCarried { by: actor(name)?, reason: words() }
        }
        ["starts"] => Event::StepStarted,
        ["promises", time @ ..] => Event::Promised { due: moment(&time.join(" "), at)? },
        ["met", name] => Event::ObligationMet { kind: kind(name)? },
        ["transfers", name, "to", to @ ..] => {
            Event::ObligationTransferred { kind: kind(name)?, to: to.join(" ") }
        }
        ["takes", item] => Event::ItemTaken { item: number(item)? },
        ["disposes", item, how] => {
            let disposition = known(Disposition::from_name(how), "disposition", how)?;
            Event::ItemDisposed { item: number(item)?, disposition }
        }
        ["hands", item, "to", rest @ ..] => {
            let rest = rest.join(" ");
            let (to, due) = rest.split_once(" by ").ok_or("hands N to NAME by TIME")?;
            let due = moment(due, at)?;
            Event::ItemHanded { item: number(item)?, to: to.to_string(), due }
        }
        ["resolved"] => Event::Resolved,
        ["confirmed"] => Event::CustomerConfirmed,
        ["followed", "up"] => Event::FollowUpSent,
        ["closes", why] => Event::Close(known(CloseReason::from_name(why), "reason", why)?),
        ["boundary"] => Event::BoundaryDelivered { by: by(), wording: words() },
        ["boundary", "by", name] => Event::BoundaryDelivered { by: actor(name)?, wording: words() },
        ["reminder"] => Event::BoundaryReaffirmed { by: by(), wording: words() },
        ["retracts"] => Event::BoundaryRetracted { by: by(), reason: words() },
        ["judges", "crossing"] => {
            Event::CrossingJudged { by: by(), crosses: true, reason: words() }
        }
        ["judges", "fine"] => Event::CrossingJudged { by: by(), crosses: false, reason: words() },
        ["notes", field] => Event::IncidentNoted { by: by(), note: note(field, text)? },
        ["ends", "as", name] => end(name, text, "the help page")?,
        ["ends", "as", name, "without", "a", "way", "back"] => end(name, text, "")?,
        ["reinstates"] => Event::Reinstated { by: by() },
        ["crisis", level] => {
            let level = known(Crisis::from_name(level), "crisis", level)?;
            Event::CrisisFlagged { level, by: by() }
        }
        ["threat", name] => {
            let kind = known(SevereKind::from_name(name), "severe kind", name)?;
            Event::ThreatFlagged { kind, by: by() }
        }
        ["hands", "over"] => Event::HandedOver { to: person(Role::Safety) },
        ["clears", "as", name] => Event::ClearedByHuman { by: actor(name)?, reason: words() },
        ["gives", "back"] => Event::CaseReturned,
        ["concludes"] => Event::Concluded,
        ["asks", "supervisor"] => Event::SupervisorAsked { reason: AlertReason::AgentAsked },
        ["supervisor", "acks"] => Event::SupervisorAcked,
        ["supervisor", "takes", "over"] => {
            Event::SupervisorTookOver { by: person(Role::Supervisor) }
        }
        _ => return Err("this line says nothing that can happen".to_string()),
    })
}

fn end(name: &str, wording: &str, route: &str) -> Result<Event, String> {
    Ok(Event::ContactDiscontinued {
        by: actor(name)?,
        wording: wording.to_string(),
        route: route.to_string(),
        issue_owner: "Dana".to_string(),
    })
}

fn note(field: &str, text: &str) -> Result<IncidentNote, String> {
    let mut note = IncidentNote::default();
    let words = Some(text.to_string());
    match field {
        "reference" => note.customer_reference = words,
        "verbatim" => note.verbatim = words,
        "context" => note.context = words,
        "response" => note.response = words,
        "adjustments" => note.adjustments = words,
        "evidence" => note.evidence = words,
        "wellbeing" => note.wellbeing = words,
        "sign_off" => note.sign_off = true,
        other => return Err(format!("no field of a record is called `{other}`")),
    }
    Ok(note)
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("`{text}` is no number"))
}
