//! Makes a policy, or says which knob is wrong (`domain.md` 4.7: ranges, floors, contradictions).

use super::{
    AlertAt, AlertDelivery, Channels, CrisisDirectory, Limits, Policy, SevereKinds, Timers,
    Vocabulary,
};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordField, RecordFields, Role, SevereKind};
use crate::time::Millis;

/// Collects an organisation's decisions; [`build`](Self::build) checks them together.
///
/// ```
/// use unruffled::{AlertAt, Policy, PolicyError};
///
/// let strict = Policy::builder().min_warnings(1).max_boundaries(1).alert_at(AlertAt::NextCrossing);
/// let strict = strict.build()?;
/// assert_eq!(strict.max_boundaries(), 1);
/// assert!(Policy::builder().min_warnings(3).build().is_err()); // more than `max_boundaries`
/// # Ok::<(), PolicyError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct PolicyBuilder {
    draft: Policy,
}

impl From<Policy> for PolicyBuilder {
    fn from(draft: Policy) -> Self {
        Self { draft }
    }
}

macro_rules! knobs {
    ($($(#[$meta:meta])* $knob:ident: $Type:ty,)+) => {
        $($(#[$meta])*
        pub fn $knob(mut self, $knob: $Type) -> Self {
            self.draft.$knob = $knob;
            self
        })+
    };
}

impl PolicyBuilder {
    knobs! {
        /// Heat scores at which `Tense`, `Upset` and `Heated` begin, rising, 1..=1000.
        heat_bands: [Milli; 3],
        /// The line score at which conduct counts as crossing, 300..=990.
        line_at: Milli,
        /// The host's own words.
        vocabulary: Vocabulary,
        /// Boundaries before a contact may be ended, 1..=5, at most `max_boundaries`.
        min_warnings: u8,
        /// The most boundaries in one contact, 1..=5.
        max_boundaries: u8,
        /// The line confidence below which no boundary is offered, 600..=990.
        boundary_min_confidence: Milli,
        /// The first boundary that states a consequence, 1 or 2.
        consequence_from: u8,
        /// Heated messages in a row after which a supervisor is offered, 1..=20; `None` for never.
        offer_supervisor_after: Option<u8>,
        /// When the ladder tells a supervisor.
        alert_at: AlertAt,
        /// Whether alerts go out by themselves.
        alert_delivery: AlertDelivery,
        /// Severe kinds that may end a contact without a warning; a device is refused.
        immediate_kinds: SevereKinds,
        /// Channels on which an agent may end a contact.
        agent_may_discontinue: Channels,
        /// The lowest role that may lift a crisis hold; an agent is refused.
        crisis_clear_role: Role,
        /// The lowest role that may lift a threat hold; an agent is refused.
        threat_clear_role: Role,
        /// What an incident record must hold before an ending; the words and the warnings always.
        record_before_ending: RecordFields,
        /// The timers that are the same on every channel.
        limits: Limits,
        /// Whom to call in a crisis.
        crisis_directory: Option<CrisisDirectory>,
        /// Whether drafts may contract.
        contractions: bool,
        /// The school grade drafts are written for, 4..=10.
        reading_grade_target: u8,
    }

    /// The timers of one channel.
    pub fn timers(mut self, channel: Channel, timers: Timers) -> Self {
        let [phone, chat, messaging, email, social] = &mut self.draft.timers;
        *match channel {
            Channel::Phone => phone,
            Channel::Chat => chat,
            Channel::Messaging => messaging,
            Channel::Email => email,
            Channel::Social => social,
        } = timers;
        self
    }

    /// Checks every knob and makes the policy.
    ///
    /// # Errors
    ///
    /// [`PolicyError::OutOfRange`] for a knob outside its range or under its floor, and
    /// [`PolicyError::Contradiction`] for two that cannot both hold.
    pub fn build(self) -> Result<Policy, PolicyError> {
        let policy = self.draft;
        check_reading(&policy)?;
        check_ladder(&policy)?;
        check_safety(&policy)?;
        check_times(&policy)?;
        within("reading_grade_target", policy.reading_grade_target, 4, 10)?;
        Ok(policy)
    }
}

fn check_reading(policy: &Policy) -> Result<(), PolicyError> {
    let [tense, upset, heated] = policy.heat_bands;
    within("heat_bands", tense.get(), 1, 1000)?;
    if tense >= upset || upset >= heated {
        return Err(PolicyError::Contradiction { first: "heat_bands", second: "heat_bands" });
    }
    within("line_at", policy.line_at.get(), 300, 990)?;
    within("boundary_min_confidence", policy.boundary_min_confidence.get(), 600, 990)
}

fn check_ladder(policy: &Policy) -> Result<(), PolicyError> {
    within("min_warnings", policy.min_warnings, 1, 5)?;
    within("max_boundaries", policy.max_boundaries, 1, 5)?;
    if policy.min_warnings > policy.max_boundaries {
        return Err(PolicyError::Contradiction { first: "min_warnings", second: "max_boundaries" });
    }
    within("consequence_from", policy.consequence_from, 1, 2)?;
    if let Some(turns) = policy.offer_supervisor_after {
        within("offer_supervisor_after", turns, 1, 20)?;
    }
    match policy.alert_at {
        AlertAt::Boundary(n) => {
            within("alert_at", n, 1, 5)?;
            if n > policy.max_boundaries {
                return Err(PolicyError::Contradiction {
                    first: "alert_at",
                    second: "max_boundaries",
                });
            }
        }
        AlertAt::NextCrossing | AlertAt::Never => {}
    }
    // An ending without the words and the warnings would have nothing to show (I5).
    for always in [RecordField::Verbatim, RecordField::Warnings] {
        if !policy.record_before_ending.contains(always) {
            return Err(PolicyError::Contradiction {
                first: "record_before_ending",
                second: always.name(),
            });
        }
    }
    Ok(())
}

fn check_safety(policy: &Policy) -> Result<(), PolicyError> {
    if policy.immediate_kinds.contains(SevereKind::Device) {
        return Err(PolicyError::Contradiction {
            first: "immediate_kinds",
            second: SevereKind::Device.name(),
        });
    }
    let lowest = Role::Supervisor.code();
    let highest = Role::Safety.code();
    within("crisis_clear_role", policy.crisis_clear_role.code(), lowest.into(), highest.into())?;
    within("threat_clear_role", policy.threat_clear_role.code(), lowest.into(), highest.into())
}

fn check_times(policy: &Policy) -> Result<(), PolicyError> {
    for timers in &policy.timers {
        within("timers.cooldown_turns", timers.cooldown_turns, 1, 20)?;
        for (field, length) in timers.named() {
            if let Some(length) = length {
                finite(field, length)?;
            }
        }
    }
    for (field, length) in policy.limits.named() {
        finite(field, length)?;
    }
    Ok(())
}

/// Between a second and a year: no timer may be endless (`domain.md` 4.7).
fn finite(field: &'static str, length: Millis) -> Result<(), PolicyError> {
    within(field, length.0, Millis::seconds(1).0, Millis::days(366).0)
}

fn within(
    field: &'static str,
    given: impl Into<u64>,
    min: u64,
    max: u64,
) -> Result<(), PolicyError> {
    let given = given.into();
    if (min..=max).contains(&given) {
        Ok(())
    } else {
        Err(PolicyError::OutOfRange { field, given, min, max })
    }
}
