//! The record of an incident: complete, or naming what is missing (`domain.md` 2.3).

use alloc::string::String;
use alloc::vec::Vec;

use super::event::{Actor, Human};
use crate::policy::Policy;
use crate::terms::{Conduct, Flags, Milli, RecordField, RecordFields, Target, Temperature};
use crate::time::Timestamp;

/// One warning given.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Warning {
    /// Its number; 0 while it does not count, because no crossing called for it.
    pub number: u8,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// The wording used.
    pub wording: String,
    /// A person took it back: it is history, and may never be cited (`domain.md` I24).
    pub retracted: bool,
}

/// What was done at the end of an incident.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Ending {
    /// When.
    pub at: Timestamp,
    /// Who decided it.
    pub by: Actor,
    /// The wording used.
    pub wording: String,
    /// How the customer can come back.
    pub route: String,
    /// Who carries on with the open issue.
    pub issue_owner: String,
}

/// What a person adds to a record; a field left out stays as it was.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, default)
)]
pub struct IncidentNote {
    /// The customer's reference, no more identity than needed.
    pub customer_reference: Option<String>,
    /// The exact words, where the reading did not carry them (a voicemail).
    pub verbatim: Option<String>,
    /// What came just before, in a person's words.
    pub context: Option<String>,
    /// What the customer did after the warnings.
    pub response: Option<String>,
    /// What the supervisor answered.
    pub supervisor_response: Option<String>,
    /// Which adjustments or vulnerabilities were considered.
    pub adjustments: Option<String>,
    /// Which evidence is kept: recording, message ids.
    pub evidence: Option<String>,
    /// Who owns the open issue, and where it stands.
    pub issue_owner: Option<String>,
    /// What was done for the agent.
    pub wellbeing: Option<String>,
    /// When the record is looked at again.
    pub review_date: Option<Timestamp>,
    /// Signs the record off.
    pub sign_off: bool,
}

/// One incident.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Incident {
    /// When it began.
    pub began: Timestamp,
    /// The last moment that belongs to it.
    pub last: Timestamp,
    /// The customer's exact words, one entry per message that crossed the line.
    pub verbatim: Vec<String>,
    /// How it was read.
    pub level: Temperature,
    /// How people were treated, at the worst.
    #[cfg_attr(feature = "serde", serde(with = "crate::terms::conduct_by_name"))]
    pub conduct: Conduct,
    /// The highest confidence that the line was crossed.
    pub confidence: Milli,
    /// At whom the hottest words were aimed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub target: Option<Target>,
    /// What else the messages showed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_none"))]
    pub signals: Flags,
    /// The tables the words were read with.
    pub data: String,
    /// The policy in force when it began: its digest, see [`Policy::digest`].
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub policy: String,
    /// What was known when it began: flags such as our delay or a broken promise.
    pub preceded_by: Flags,
    /// Promises of ours missed before it began.
    pub missed_promises: u32,
    /// The warnings given.
    pub warnings: Vec<Warning>,
    /// When a supervisor was told.
    pub supervisor_told: Option<Timestamp>,
    /// What people added.
    pub note: IncidentNote,
    /// Who signed it off, and when.
    pub signed_off: Option<(Timestamp, Human)>,
    /// A person judged a message differently from the reading: when, whether it crosses, why.
    pub judged: Vec<(Timestamp, bool, String)>,
    /// The ending, if there was one.
    pub ending: Option<Ending>,
}

impl Incident {
    /// Names what the policy asks for before an ending and the record lacks.
    #[must_use]
    pub fn missing(&self, policy: &Policy) -> Vec<&'static str> {
        let wanted = policy.record_before_ending();
        self.unfilled()
            .iter()
            .filter(|field| wanted.contains(*field))
            .map(RecordField::name)
            .collect()
    }

    /// Every part of a full record that is still empty.
    #[must_use]
    pub fn unfilled(&self) -> RecordFields {
        RecordField::ALL.iter().copied().filter(|field| !self.has(*field)).collect()
    }

    fn has(&self, field: RecordField) -> bool {
        let note = &self.note;
        match field {
            RecordField::CustomerReference => said(note.customer_reference.as_ref()),
            RecordField::Agent => {
                let warned = self.counted().any(|warning| warning.by.human().is_some());
                warned || self.ending.is_some() || self.signed_off.is_some()
            }
            RecordField::Verbatim => {
                said(note.verbatim.as_ref()) || self.verbatim.iter().any(|words| said(Some(words)))
            }
            RecordField::Context => {
                said(note.context.as_ref())
                    || !self.preceded_by.is_empty()
                    || self.missed_promises > 0
            }
            RecordField::Warnings => {
                let mut given = self.counted().peekable();
                given.peek().is_some() && given.all(|warning| said(Some(&warning.wording)))
            }
            RecordField::Response => said(note.response.as_ref()),
            RecordField::Action => self.ending.is_some() || self.counted().next().is_some(),
            RecordField::Supervisor => self.supervisor_told.is_some(),
            RecordField::SupervisorResponse => said(note.supervisor_response.as_ref()),
            RecordField::Adjustments => said(note.adjustments.as_ref()),
            RecordField::Evidence => said(note.evidence.as_ref()),
            RecordField::IssueOwner => said(note.issue_owner.as_ref()) || self.ending.is_some(),
            RecordField::Wellbeing => said(note.wellbeing.as_ref()),
            RecordField::ReviewDate => note.review_date.is_some(),
            RecordField::SignOff => self.signed_off.is_some(),
        }
    }

    /// Warnings that count: called for by a crossing, and not taken back.
    fn counted(&self) -> impl Iterator<Item = &Warning> {
        self.warnings.iter().filter(|warning| warning.number > 0 && !warning.retracted)
    }

    /// Takes every text out; the times, the levels and the people stay.
    pub(crate) fn strip(&mut self) {
        self.verbatim.clear();
        self.note = IncidentNote {
            review_date: self.note.review_date,
            sign_off: self.note.sign_off,
            ..IncidentNote::default()
        };
        for warning in &mut self.warnings {
            warning.wording.clear();
        }
        for (_, _, reason) in &mut self.judged {
            reason.clear();
        }
        if let Some(ending) = &mut self.ending {
            ending.wording.clear();
        }
    }

    pub(super) fn add(&mut self, at: Timestamp, by: &Human, note: &IncidentNote) {
        let mine = &mut self.note;
        for (old, new) in [
            (&mut mine.customer_reference, &note.customer_reference),
            (&mut mine.verbatim, &note.verbatim),
            (&mut mine.context, &note.context),
            (&mut mine.response, &note.response),
            (&mut mine.supervisor_response, &note.supervisor_response),
            (&mut mine.adjustments, &note.adjustments),
            (&mut mine.evidence, &note.evidence),
            (&mut mine.issue_owner, &note.issue_owner),
            (&mut mine.wellbeing, &note.wellbeing),
        ] {
            if new.is_some() {
                old.clone_from(new);
            }
        }
        if note.review_date.is_some() {
            mine.review_date = note.review_date;
        }
        if note.sign_off {
            mine.sign_off = true;
            self.signed_off = Some((at, by.clone()));
        }
        self.last = at;
    }
}

fn said(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

#[cfg(feature = "serde")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_none(flags: &Flags) -> bool {
    flags.is_empty()
}
