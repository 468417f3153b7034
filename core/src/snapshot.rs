//! A case written down: versioned, checked when read back, with or without the customer's words.

mod check;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "serde")]
mod seal;

use alloc::string::String;

use crate::case::{Case, State};
use crate::error::SnapshotError;
use crate::tables::DATA_DIGEST;

/// A case written down: `{"schema":1,"data":"…","case":{…},"seal":"…"}` under the feature `serde`.
///
/// The seal is a digest of the rest against accidents: a flipped bit, half a write, a hand that
/// slipped. Whoever changes a snapshot on purpose leaves the seal out; the checks of
/// [`restore`](Self::restore) hold without it. Schema 1 grows by optional fields only.
///
/// The customer's words stand only in agenda titles and incident records;
/// [`without_words`](Self::without_words) takes them out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Snapshot {
    schema: u16,
    data: String,
    case: State,
    /// Its seal fits, or it came without one.
    sound: bool,
}

impl Snapshot {
    /// The schema this library writes.
    pub const SCHEMA: u16 = 1;

    /// Writes a case down.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            schema: Self::SCHEMA,
            data: DATA_DIGEST.into(),
            case: case.state.clone(),
            sound: true,
        }
    }

    /// The digest of the word tables of the library that wrote it.
    #[must_use]
    pub fn data(&self) -> &str {
        &self.data
    }

    /// Takes every text by or about the customer out: agenda titles, exact words, notes, wordings and
    /// reasons; and the fingerprints of our last two replies, by which a review sees that a third says
    /// the same again. What remains replays no conversation; states, counts and times are as they were.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        for item in &mut self.case.agenda.items {
            item.title.clear();
        }
        self.case.said.wording.clear();
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
        if self.schema != Self::SCHEMA {
            return Err(SnapshotError::Malformed { field: "schema" });
        }
        check::possible(&self.case)?;
        if !self.sound {
            return Err(SnapshotError::Malformed { field: "seal" });
        }
        Ok(Case { state: self.case })
    }
}
