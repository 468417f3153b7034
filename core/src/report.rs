//! An incident as a document for the file: as data for JSON, and as plain text of 80 columns
//! (`domain.md` 2.3). Facts, not adjectives.

mod date;
mod next;
mod text;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::case::{Actor, Case, Incident, ItemState};
use crate::digest::Digest;
use crate::policy::{Policy, Verbatim};
use crate::privacy::mask_private;
use crate::terms::{
    Channel, Conduct, Flags, Milli, RecordField, RecordFields, Role, Target, Temperature,
};
use crate::time::Timestamp;

/// An incident as a document. Every text by or about the customer has its private details masked
/// ([`mask_private`](crate::mask_private)); `to_string()` gives the plain text.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct IncidentReport {
    /// The host's id of the contact.
    pub contact: String,
    /// The channel.
    pub channel: Channel,
    /// The customer's reference.
    pub customer_reference: Option<String>,
    /// Local time of the beginning, with its zone.
    pub began: String,
    /// Local time of the last moment that belongs to it, with its zone.
    pub ended: String,
    /// Whoever warned, ended or signed off, each once.
    pub people: Vec<String>,
    /// In which form `words` holds them, as the policy's retention says.
    pub words_are: Verbatim,
    /// The customer's words, one entry per message that crossed the line. Hashed, each is
    /// `sha256:` and the digest of the contact's id, a line break and the words, so that whoever kept
    /// the words can show that they are the ones.
    pub words: Vec<String>,
    /// The level, 0..=5.
    pub level: Temperature,
    /// How people were treated, at the worst.
    #[cfg_attr(feature = "serde", serde(with = "crate::terms::conduct_by_name"))]
    pub conduct: Conduct,
    /// The highest confidence that the line was crossed.
    pub confidence: Milli,
    /// At whom the words were aimed.
    pub target: Option<Target>,
    /// What else the messages showed.
    pub signals: Flags,
    /// What of ours came before: delays, broken promises.
    pub preceded_by: Flags,
    /// Promises of ours missed before it.
    pub missed_promises: u32,
    /// What came just before, in a person's words.
    pub context: Option<String>,
    /// Warnings in the order they were given.
    pub warnings: Vec<ReportedWarning>,
    /// What the customer did after them.
    pub response: Option<String>,
    /// A person judged a message differently from the reading: when, and why.
    pub judged: Vec<String>,
    /// The ending, if there was one.
    pub ending: Option<ReportedEnding>,
    /// When a supervisor was told.
    pub supervisor_told: Option<String>,
    /// What the supervisor answered.
    pub supervisor_response: Option<String>,
    /// Which adjustments or vulnerabilities were considered.
    pub adjustments: Option<String>,
    /// Which evidence is kept.
    pub evidence: Option<String>,
    /// Who owns the open issue, and where it stands.
    pub issue_owner: Option<String>,
    /// What of the customer's is still open.
    pub open_issues: Vec<String>,
    /// What was done for the agent.
    pub wellbeing: Option<String>,
    /// What happens next, a sentence each.
    pub next: Vec<String>,
    /// How the customer may have it reviewed.
    pub appeal: Option<String>,
    /// When the record is looked at again.
    pub review_date: Option<String>,
    /// Who signed it off, and when.
    pub signed_off: Option<String>,
    /// The digest of the policy in force.
    pub policy: String,
    /// The digest of the word tables.
    pub data: String,
    /// The version of this library.
    pub version: String,
    /// The names of the parts that are still empty.
    pub missing: Vec<String>,
}

/// One warning in a report.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReportedWarning {
    /// Its number; 0 if it does not count.
    pub number: u8,
    /// Local time with its zone.
    pub at: String,
    /// Who gave it.
    pub by: String,
    /// The wording used; empty for one taken back, which may not be cited (`domain.md` I24).
    pub wording: String,
    /// A person took it back.
    pub retracted: bool,
}

/// The ending in a report.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReportedEnding {
    /// Local time with its zone.
    pub at: String,
    /// Who decided it.
    pub by: String,
    /// The wording used.
    pub wording: String,
    /// How the customer can come back.
    pub route: String,
}

impl IncidentReport {
    /// Writes one of the case's incidents up. Dates are in the zone of the policy's calendar, or in UTC,
    /// for hosts whose timestamps are milliseconds since 1970. The form of the words and the route
    /// of appeal are the policy's.
    #[must_use]
    pub fn of(case: &Case, incident: &Incident, policy: &Policy) -> Self {
        let when = |at: Timestamp| date::local(at, policy);
        let appeal = policy.restriction().appeal_route.as_ref();
        let appeal = appeal.filter(|text| !text.trim().is_empty());
        let note = &incident.note;
        let masked = |text: &Option<String>| {
            text.as_deref().filter(|text| !text.trim().is_empty()).map(mask_private)
        };
        Self {
            contact: mask_private(case.contact()),
            channel: case.channel(),
            customer_reference: masked(&note.customer_reference),
            began: when(incident.began),
            ended: when(incident.last),
            people: people(incident),
            words_are: policy.retention().verbatim,
            words: words(case, incident, policy.retention().verbatim),
            level: incident.level,
            conduct: incident.conduct,
            confidence: incident.confidence,
            target: incident.target,
            signals: incident.signals,
            preceded_by: incident.preceded_by,
            missed_promises: incident.missed_promises,
            context: masked(&note.context),
            warnings: incident
                .warnings
                .iter()
                .map(|warning| ReportedWarning {
                    number: warning.number,
                    at: when(warning.at),
                    by: who(&warning.by),
                    wording: if warning.retracted {
                        String::new()
                    } else {
                        mask_private(&warning.wording)
                    },
                    retracted: warning.retracted,
                })
                .collect(),
            response: masked(&note.response),
            judged: incident
                .judged
                .iter()
                .map(|(at, crosses, why)| {
                    let verdict =
                        if *crosses { "crosses the line" } else { "does not cross the line" };
                    format!("{}: {verdict}. {}", when(*at), mask_private(why))
                })
                .collect(),
            ending: incident.ending.as_ref().map(|ending| ReportedEnding {
                at: when(ending.at),
                by: who(&ending.by),
                wording: mask_private(&ending.wording),
                route: ending.route.clone(),
            }),
            supervisor_told: incident.supervisor_told.map(when),
            supervisor_response: masked(&note.supervisor_response),
            adjustments: masked(&note.adjustments),
            evidence: masked(&note.evidence),
            issue_owner: masked(&note.issue_owner)
                .or_else(|| Some(mask_private(&incident.ending.as_ref()?.issue_owner))),
            open_issues: case
                .agenda()
                .iter()
                .filter(|item| item.state != ItemState::Disposed && !item.title.is_empty())
                .map(|item| mask_private(&item.title))
                .collect(),
            wellbeing: masked(&note.wellbeing),
            next: next::steps(case, incident, policy),
            // The organisation's own addresses stay: they are for the customer to use.
            appeal: appeal.cloned(),
            review_date: note.review_date.map(when),
            signed_off: incident
                .signed_off
                .as_ref()
                .map(|(at, human)| format!("{} ({}), {}", human.name, human.role, when(*at))),
            policy: incident.policy.clone(),
            data: incident.data.clone(),
            version: env!("CARGO_PKG_VERSION").into(),
            missing: missing(incident, appeal.is_some()),
        }
    }

    /// Says whether every part is filled.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }
}

fn missing(incident: &Incident, appeal: bool) -> Vec<String> {
    let unfilled: RecordFields = incident.unfilled();
    unfilled
        .iter()
        .map(RecordField::name)
        .chain((!appeal).then_some("appeal"))
        .map(Into::into)
        .collect()
}

/// Each message's words, then what a person wrote down where the reading carried none.
fn words(case: &Case, incident: &Incident, show: Verbatim) -> Vec<String> {
    let said = incident.verbatim.iter().chain(&incident.note.verbatim);
    said.filter(|words| !words.trim().is_empty())
        .map(|words| match show {
            Verbatim::Kept => mask_private(words),
            Verbatim::Hashed => {
                let mut digest = Digest::new();
                digest.feed(case.contact().as_bytes());
                digest.feed(b"\n");
                digest.feed(words.as_bytes());
                format!("sha256:{}", digest.hex())
            }
        })
        .collect()
}

fn people(incident: &Incident) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    let decided = incident.warnings.iter().map(|warning| &warning.by);
    let ended = incident.ending.iter().map(|ending| &ending.by);
    let signed = incident.signed_off.iter().map(|(_, human)| (human.name.as_str(), human.role));
    let acted = decided.chain(ended).filter_map(Actor::human);
    for (name, role) in acted.map(|human| (human.name.as_str(), human.role)).chain(signed) {
        let person = person(name, role);
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people
}

fn who(by: &Actor) -> String {
    match by {
        Actor::Human(human) => person(&human.name, human.role),
        Actor::System => "the system".into(),
    }
}

fn person(name: &str, role: Role) -> String {
    format!("{name} ({role})")
}
