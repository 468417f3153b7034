//! A contact from the fields of a line: channel, policy, facts and the turns so far.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use unruffled::{Channel, Facts, Policy, PolicyDocument, Slot, Timestamp};

use crate::contact::{self, BETWEEN_TURNS, Contact};
use crate::filter::{self, Fields};

/// A contact and what is known about it.
pub(crate) struct History {
    /// The contact after its last turn.
    pub(crate) contact: Contact,
    /// What the host knows.
    pub(crate) facts: Facts<'static>,
    /// How many turns there were.
    pub(crate) turns: usize,
    /// What of the agent's turns the case did not take.
    pub(crate) notes: Vec<String>,
}

/// Replays the turns of a line. The error names the field and its value.
pub(crate) fn read(fields: &Fields<'_>) -> Result<History, String> {
    let channel = match fields.channel {
        Some(raw) => channel(&filter::value::<String>("channel", raw)?)?,
        None => Channel::Chat,
    };
    let policy = match fields.policy {
        Some(raw) => policy(raw)?,
        None => Policy::standard().clone(),
    };
    let facts = match fields.facts {
        Some(raw) => facts(raw)?,
        None => Facts::new(),
    };
    let turns = match fields.turns {
        Some(raw) => turns(raw)?,
        None => Vec::new(),
    };
    let opened = turns.first().map_or(Timestamp(0), |turn| turn.at);
    let mut contact = Contact::open(&fields.contact(), channel, opened, policy);
    let notes = replay(&mut contact, &turns)?;
    Ok(History { contact, facts, turns: turns.len(), notes })
}

fn replay(contact: &mut Contact, turns: &[Turn]) -> Result<Vec<String>, String> {
    let person = contact::agent("agent");
    let mut notes = Vec::new();
    for (index, turn) in turns.iter().enumerate() {
        contact.wait_until(turn.at);
        match turn.role {
            Speaker::Customer => {
                contact
                    .receive(&turn.text, turn.at)
                    .map_err(|error| format!("`turns[{index}]`: {error}"))?;
            }
            Speaker::Agent => {
                // A clock that went back does not unsend a reply.
                let at = turn.at.max(contact.case.at());
                let said = contact.sent(&turn.text, &person, None, at);
                notes.extend(said.into_iter().map(|note| format!("turns[{index}]: {note}")));
            }
        }
    }
    Ok(notes)
}

/// Finds a channel by its name or by what help desks call it.
pub(crate) fn channel(name: &str) -> Result<Channel, String> {
    if let Some(channel) = Channel::from_name(name) {
        return Ok(channel);
    }
    match name {
        "voice" | "call" => Ok(Channel::Phone),
        "livechat" | "live_chat" => Ok(Channel::Chat),
        "sms" | "whatsapp" | "text" => Ok(Channel::Messaging),
        "ticket" | "web" | "mail" | "form" => Ok(Channel::Email),
        "twitter" | "public" | "x" => Ok(Channel::Social),
        _ => Err(format!("`channel`: no channel is called `{}`", brief(name))),
    }
}

/// A policy is the name of a preset or a document.
fn policy(raw: &RawValue) -> Result<Policy, String> {
    let policy = if raw.get().starts_with('"') {
        Policy::preset(&filter::value::<String>("policy", raw)?)
    } else {
        Policy::try_from(filter::value::<PolicyDocument>("policy", raw)?)
    };
    policy.map_err(|error| format!("`policy`: {error}"))
}

fn facts(raw: &RawValue) -> Result<Facts<'static>, String> {
    let given: BTreeMap<String, &RawValue> = filter::value("facts", raw)?;
    let mut facts = Facts::new();
    for (name, raw) in given {
        let slot = slot(&name)?;
        facts.set(slot, filter::value::<String>(&format!("facts.{name}"), raw)?);
    }
    Ok(facts)
}

/// Finds a slot by its name.
pub(crate) fn slot(name: &str) -> Result<Slot, String> {
    Slot::from_name(name).ok_or_else(|| format!("`facts`: no slot is called `{}`", brief(name)))
}

struct Turn {
    role: Speaker,
    text: String,
    at: Timestamp,
}

enum Speaker {
    Customer,
    Agent,
}

#[derive(Deserialize)]
struct TurnFields<'a> {
    #[serde(borrow)]
    role: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    at: Option<&'a RawValue>,
}

/// A turn without a time comes a minute after the turn before it; before the first known time, a
/// minute before the turn after it.
fn turns(raw: &RawValue) -> Result<Vec<Turn>, String> {
    let given: Vec<&RawValue> = filter::value("turns", raw)?;
    let mut turns = Vec::with_capacity(given.len());
    let mut untimed = 0_u64;
    let mut last: Option<Timestamp> = None;
    for (index, raw) in given.into_iter().enumerate() {
        let name = |field: &str| format!("turns[{index}].{field}");
        let missing = |field: &str| format!("`{}` is missing", name(field));
        if !raw.get().starts_with('{') {
            return Err(format!("`turns[{index}]` is not an object"));
        }
        let turn: TurnFields<'_> = filter::value(&format!("turns[{index}]"), raw)?;
        let role = turn.role.ok_or_else(|| missing("role"))?;
        let role: Cow<'_, str> = filter::value(&name("role"), role)?;
        let role = match role.as_ref() {
            "customer" => Speaker::Customer,
            "agent" => Speaker::Agent,
            other => {
                return Err(format!("`{}`: no role is called `{}`", name("role"), brief(other)));
            }
        };
        let text = filter::value(&name("text"), turn.text.ok_or_else(|| missing("text"))?)?;
        let at = turn.at.map(|at| milliseconds(&name("at"), at)).transpose()?;
        let at = match (at, last) {
            (Some(at), Some(_)) => at,
            (Some(at), None) => {
                count_back(&mut turns, at);
                at
            }
            (None, Some(last)) => last.after(BETWEEN_TURNS),
            (None, None) => {
                untimed = untimed.saturating_add(1);
                Timestamp(BETWEEN_TURNS.0.saturating_mul(untimed))
            }
        };
        if turn.at.is_some() || last.is_some() {
            last = Some(at);
        }
        turns.push(Turn { role, text, at });
    }
    Ok(turns)
}

fn milliseconds(name: &str, raw: &RawValue) -> Result<Timestamp, String> {
    raw.get().parse().map(Timestamp).map_err(|_| {
        format!("`{name}`: `{}` is not a whole number of milliseconds", brief(raw.get()))
    })
}

fn count_back(turns: &mut [Turn], from: Timestamp) {
    let mut at = from;
    for turn in turns.iter_mut().rev() {
        at = Timestamp(at.0.saturating_sub(BETWEEN_TURNS.0));
        turn.at = at;
    }
}

/// A value as an error line may show it.
fn brief(value: &str) -> String {
    const LONGEST: usize = 60;
    if value.chars().count() <= LONGEST {
        return value.into();
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}
