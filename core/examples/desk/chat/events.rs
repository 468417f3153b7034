//! The commands of `desk chat` that are one event each.

use unruffled::{
    Actor, AlertReason, CloseReason, Crisis, Disposition, Event, Human, IncidentNote,
    ObligationKind, Role, SevereKind, Timestamp,
};

use crate::script::next_time;

/// Reads a command as an event, by whoever acts; `None` if it is no such command. The error says how
/// to write it.
pub(super) fn read(
    verb: &str,
    rest: &str,
    person: &Human,
    now: Timestamp,
) -> Option<Result<Event, String>> {
    let by = || Actor::Human(person.clone());
    let why = |event: fn(Actor, String) -> Event| match rest {
        "" => Err(format!("say why: /{verb} WHY")),
        reason => Ok(event(by(), reason.into())),
    };
    Some(match verb {
        "read" => Ok(Event::AgentRead),
        "start" => Ok(Event::StepStarted),
        "hold" => Ok(Event::HoldBegun),
        "promise" => time(now, rest).map(|due| Event::Promised { due }),
        "met" => kind(rest).map(|kind| Event::ObligationMet { kind }),
        "transfer" => transfer(rest),
        "take" => number(rest).map(|item| Event::ItemTaken { item }),
        "dispose" => dispose(rest),
        "hand" => hand(rest, now),
        "confirmed" => Ok(Event::CustomerConfirmed),
        "followup" => Ok(Event::FollowUpSent),
        "close" => named(rest, CloseReason::from_name, CloseReason::ALL).map(Event::Close),
        "retract" => why(|by, reason| Event::BoundaryRetracted { by, reason }),
        "crossing" => why(|by, reason| Event::CrossingJudged { by, crosses: true, reason }),
        "fine" => why(|by, reason| Event::CrossingJudged { by, crosses: false, reason }),
        "carry" => why(|by, reason| Event::WarningsCarried { by, reason }),
        "note" => note(rest).map(|note| Event::IncidentNoted { by: by(), note }),
        "end" if rest.is_empty() => Err("say the words used: /end I am ending this chat.".into()),
        "end" => Ok(Event::ContactDiscontinued {
            by: by(),
            wording: rest.into(),
            route: "the help page".into(),
            issue_owner: "the team lead".into(),
        }),
        "reinstate" => Ok(Event::Reinstated { by: by() }),
        "crisis" => named(rest, Crisis::from_name, Crisis::ALL)
            .map(|level| Event::CrisisFlagged { level, by: by() }),
        "threat" => named(rest, SevereKind::from_name, SevereKind::ALL)
            .map(|kind| Event::ThreatFlagged { kind, by: by() }),
        "handover" => Ok(Event::HandedOver { to: trained(rest) }),
        "cleared" => why(|by, reason| Event::ClearedByHuman { by, reason }),
        "returned" => Ok(Event::CaseReturned),
        "concluded" => Ok(Event::Concluded),
        "supervisor" => Ok(Event::SupervisorAsked { reason: AlertReason::AgentAsked }),
        "ack" => Ok(Event::SupervisorAcked),
        "takeover" => Ok(Event::SupervisorTookOver {
            by: Human { name: or(rest, "the supervisor"), role: Role::Supervisor },
        }),
        _ => return None,
    })
}

/// The trained person who accepts a contact.
fn trained(name: &str) -> Human {
    Human { name: or(name, "the safety lead"), role: Role::Safety }
}

fn or(name: &str, otherwise: &str) -> String {
    if name.is_empty() { otherwise.into() } else { name.into() }
}

fn time(now: Timestamp, shown: &str) -> Result<Timestamp, String> {
    next_time(now, shown).map_err(|error| format!("{error}; write it as Mon 14:30"))
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| "say the number of the item, as the agenda shows it".into())
}

fn kind(name: &str) -> Result<ObligationKind, String> {
    named(name, ObligationKind::from_name, ObligationKind::ALL)
}

fn transfer(rest: &str) -> Result<Event, String> {
    let (name, to) = rest.split_once(" to ").ok_or("write it as /transfer data_request to NAME")?;
    Ok(Event::ObligationTransferred { kind: kind(name)?, to: to.into() })
}

fn dispose(rest: &str) -> Result<Event, String> {
    let (item, how) = rest.split_once(' ').unwrap_or((rest, "fixed"));
    let disposition = named(how, Disposition::from_name, Disposition::ALL)?;
    Ok(Event::ItemDisposed { item: number(item)?, disposition })
}

fn hand(rest: &str, now: Timestamp) -> Result<Event, String> {
    let usage = "write it as /hand 2 to NAME by Wed 12:00";
    let (item, rest) = rest.split_once(" to ").ok_or(usage)?;
    let (to, due) = rest.rsplit_once(" by ").ok_or(usage)?;
    Ok(Event::ItemHanded { item: number(item)?, to: to.into(), due: time(now, due)? })
}

fn note(rest: &str) -> Result<IncidentNote, String> {
    let (field, text) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut note = IncidentNote::default();
    let place = match field {
        "reference" => &mut note.customer_reference,
        "verbatim" => &mut note.verbatim,
        "context" => &mut note.context,
        "response" => &mut note.response,
        "supervisor" => &mut note.supervisor_response,
        "adjustments" => &mut note.adjustments,
        "evidence" => &mut note.evidence,
        "issue_owner" => &mut note.issue_owner,
        "wellbeing" => &mut note.wellbeing,
        "sign_off" => {
            note.sign_off = true;
            return Ok(note);
        }
        _ => {
            return Err("write it as /note FIELD TEXT; fields: reference, verbatim, context, \
                        response, supervisor, adjustments, evidence, issue_owner, wellbeing, \
                        sign_off"
                .into());
        }
    };
    *place = Some(text.trim().into()).filter(|text: &String| !text.is_empty());
    if place.is_none() { Err(format!("say what: /note {field} TEXT")) } else { Ok(note) }
}

/// Finds a value by its name, or says which there are.
fn named<T: Copy + std::fmt::Display>(
    name: &str,
    find: fn(&str) -> Option<T>,
    all: &[T],
) -> Result<T, String> {
    find(name).ok_or_else(|| {
        let names: Vec<String> = all.iter().map(ToString::to_string).collect();
        format!("say which: {}", names.join(", "))
    })
}
