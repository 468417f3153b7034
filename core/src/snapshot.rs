//! A case written down: versioned, checked when read back, with or without the customer's words.

use alloc::string::String;

use crate::case::{
    AgendaItem, Case, ItemState, Obligation, ObligationKind, ObligationState, Safety, Service,
    Standing, State,
};
use crate::error::SnapshotError;
use crate::tables::DATA_DIGEST;
use crate::terms::{Milli, Temperature};

/// A case written down: `{"schema":1,"data":"…","case":{…}}` under the feature `serde`.
///
/// The customer's words stand only in agenda titles and incident records;
/// [`without_words`](Self::without_words) takes them out.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Snapshot {
    schema: u16,
    data: String,
    case: State,
}

impl Snapshot {
    /// The schema this library writes.
    pub const SCHEMA: u16 = 1;

    /// Writes a case down.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self { schema: Self::SCHEMA, data: DATA_DIGEST.into(), case: case.state.clone() }
    }

    /// The digest of the word tables of the library that wrote it.
    #[must_use]
    pub fn data(&self) -> &str {
        &self.data
    }

    /// Takes every text by or about the customer out: agenda titles, exact words, notes, wordings and
    /// reasons. What remains replays no conversation; states, counts and times are as they were.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        for item in &mut self.case.agenda.items {
            item.title.clear();
        }
        if let Some(crossing) = &mut self.case.ladder.crossing {
            crossing.words = None;
        }
        for incident in &mut self.case.incidents {
            incident.strip();
        }
        self
    }

    /// Reads a case back.
    ///
    /// # Errors
    ///
    /// [`SnapshotError::FromTheFuture`] for a higher schema than [`Self::SCHEMA`], and
    /// [`SnapshotError::Malformed`], naming the field, for a combination no case can be in.
    pub fn restore(self) -> Result<Case, SnapshotError> {
        if self.schema > Self::SCHEMA {
            return Err(SnapshotError::FromTheFuture { schema: self.schema });
        }
        check(self.schema == Self::SCHEMA, "schema")?;
        check_regions(&self.case)?;
        check_counters(&self.case)?;
        check_lists(&self.case)?;
        Ok(Case { state: self.case })
    }
}

fn check_regions(case: &State) -> Result<(), SnapshotError> {
    let on_record = case.ladder.on_record;
    check(on_record <= 5, "ladder.on_record")?;
    match case.standing {
        Standing::BoundarySet(n) => check(n > 0 && n == on_record, "standing")?,
        Standing::Clear | Standing::Discontinued => {}
    }
    match case.safety {
        Safety::ThreatHold(kind) => check(case.threat == Some(kind), "threat")?,
        Safety::None => check(case.threat.is_none(), "threat")?,
        Safety::CrisisHold | Safety::HandedOver => {}
    }
    let closed = case.service == Service::Closed;
    check(closed == case.closed.is_some(), "closed")?;
    check(!closed || case.safety == Safety::None, "safety")?;
    check(!closed || !case.owed.owes(), "owed")?;
    check(case.standing != Standing::Discontinued || !case.incidents.is_empty(), "incidents")
}

fn check_counters(case: &State) -> Result<(), SnapshotError> {
    let mood = &case.mood;
    check(mood.temperature <= Temperature::saturating(5), "mood.temperature")?;
    check(mood.peak <= Temperature::saturating(5), "mood.peak")?;
    check(mood.temperature <= mood.peak, "mood.peak")?;
    check((mood.messages == 0) == mood.last.is_none(), "mood.last")?;
    check((mood.messages == 0) == case.last_message_at.is_none(), "last_message_at")?;
    check(mood.upset_turns <= mood.messages, "mood.upset_turns")?;
    check(mood.heated_turns <= mood.messages, "mood.heated_turns")?;
    if let Some(last) = &mood.last {
        check(last.heat_milli <= Milli::ONE, "mood.last.heat_milli")?;
        check(last.line_milli <= Milli::ONE, "mood.last.line_milli")?;
    }
    check(case.opened <= case.at, "opened")?;
    check(
        case.last_message_at.is_none_or(|at| case.opened <= at && at <= case.at),
        "last_message_at",
    )?;
    check(case.ladder.warned_at.is_none_or(|at| at <= case.at), "ladder.warned_at")?;
    check(case.closed.is_none_or(|closed| closed.at <= case.at), "closed.at")
}

fn check_lists(case: &State) -> Result<(), SnapshotError> {
    let items = &case.agenda.items;
    let active = items.iter().filter(|item| item.state == ItemState::Active).count();
    let open = items.iter().any(|item| item.state != ItemState::Disposed);
    check(active <= 1 && (active == 1 || !open), "agenda")?;
    let numbered = items.iter().zip(1_u32..).all(|(item, id)| item.id == id);
    check(numbered, "agenda.id")?;
    let ended =
        |item: &AgendaItem| (item.state == ItemState::Disposed) == item.disposition.is_some();
    check(items.iter().all(ended), "agenda.disposition")?;
    let sane = |one: &Obligation| {
        one.since <= one.alarm
            && one.alarm <= one.due
            && (one.state != ObligationState::Warned
                || matches!(
                    one.kind,
                    ObligationKind::Promise | ObligationKind::Silence | ObligationKind::Hold
                ))
            && (one.state != ObligationState::Transferred || one.kind.is_debt())
    };
    check(case.owed.list.iter().all(sane), "owed")?;
    check(case.owed.list.is_sorted_by_key(|one| one.due), "owed")?;
    check(case.said.wording.len() <= 2, "said.wording")
}

fn check(holds: bool, field: &'static str) -> Result<(), SnapshotError> {
    if holds { Ok(()) } else { Err(SnapshotError::Malformed { field }) }
}
