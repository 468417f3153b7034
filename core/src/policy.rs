//! What an organisation decides for itself: thresholds, ladder, timers, words (`domain.md` 4.7).

mod builder;
mod digest;
mod directory;
#[cfg(feature = "serde")]
mod document;
mod ladder;
mod presets;
mod timers;
mod vocabulary;

pub use builder::PolicyBuilder;
pub use directory::CrisisDirectory;
#[cfg(feature = "serde")]
pub use document::{AddedWord, LimitsDocument, PolicyDocument, TimersDocument, VocabularyDocument};
pub use ladder::{AlertAt, AlertDelivery, Channels, SevereKinds};
pub use timers::{Limits, Timers};
pub(crate) use vocabulary::WordEffect;
pub use vocabulary::{Strength, Vocabulary};

use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordFields, Role, SevereKind};
use crate::time::Timestamp;

/// An organisation's decisions. Immutable once built; share it across threads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    heat_bands: [Milli; 3],
    line_at: Milli,
    vocabulary: Vocabulary,
    min_warnings: u8,
    max_boundaries: u8,
    boundary_min_confidence: Milli,
    consequence_from: u8,
    offer_supervisor_after: Option<u8>,
    alert_at: AlertAt,
    alert_delivery: AlertDelivery,
    immediate_kinds: SevereKinds,
    agent_may_discontinue: Channels,
    crisis_clear_role: Role,
    threat_clear_role: Role,
    record_before_ending: RecordFields,
    timers: [Timers; 5],
    limits: Limits,
    crisis_directory: Option<CrisisDirectory>,
    contractions: bool,
    reading_grade_target: u8,
}

impl Policy {
    /// The policy of the `default` preset.
    #[must_use]
    pub fn standard() -> &'static Self {
        &presets::STANDARD
    }

    /// A shipped policy: `default`, or `seed` (one boundary; on the next crossing document, alert
    /// the supervisor, then stop).
    ///
    /// # Errors
    ///
    /// [`PolicyError::Unknown`] for any other name.
    pub fn preset(name: &str) -> Result<Self, PolicyError> {
        presets::named(name)
    }

    /// Starts from the `default` preset.
    pub fn builder() -> PolicyBuilder {
        PolicyBuilder::from(Self::standard().clone())
    }

    /// Heat scores at which `Tense`, `Upset` and `Heated` begin.
    #[must_use]
    pub const fn heat_bands(&self) -> [Milli; 3] {
        self.heat_bands
    }

    /// The line score at which conduct counts as crossing.
    #[must_use]
    pub const fn line_at(&self) -> Milli {
        self.line_at
    }

    /// The host's own words.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Boundaries that must have been delivered before a contact may be ended, 1..=5.
    #[must_use]
    pub const fn min_warnings(&self) -> u8 {
        self.min_warnings
    }

    /// The most boundaries in one contact, `min_warnings`..=5.
    #[must_use]
    pub const fn max_boundaries(&self) -> u8 {
        self.max_boundaries
    }

    /// The line confidence below which no boundary is offered, 600..=990.
    #[must_use]
    pub const fn boundary_min_confidence(&self) -> Milli {
        self.boundary_min_confidence
    }

    /// The first boundary that states a consequence, 1 or 2.
    #[must_use]
    pub const fn consequence_from(&self) -> u8 {
        self.consequence_from
    }

    /// Heated messages in a row after which a supervisor is offered; `None` for never.
    #[must_use]
    pub const fn offer_supervisor_after(&self) -> Option<u8> {
        self.offer_supervisor_after
    }

    /// When the ladder tells a supervisor.
    #[must_use]
    pub const fn alert_at(&self) -> AlertAt {
        self.alert_at
    }

    /// Whether alerts go out by themselves; severe ones and crises always do.
    #[must_use]
    pub const fn alert_delivery(&self) -> AlertDelivery {
        self.alert_delivery
    }

    /// Severe kinds that may end a contact without a warning; never a device.
    #[must_use]
    pub const fn immediate_kinds(&self) -> SevereKinds {
        self.immediate_kinds
    }

    /// Says whether `kind` may end a contact without a warning.
    #[must_use]
    pub const fn is_immediate(&self, kind: SevereKind) -> bool {
        self.immediate_kinds.contains(kind)
    }

    /// Channels on which an agent may end a contact without a higher role.
    #[must_use]
    pub const fn agent_may_discontinue(&self) -> Channels {
        self.agent_may_discontinue
    }

    /// The lowest role that may end a contact on `channel` (`domain.md` 2.2): the agent where the
    /// policy grants it, else a supervisor while both sides are present, else a manager.
    #[must_use]
    pub const fn ending_role(&self, channel: Channel) -> Role {
        if self.agent_may_discontinue.contains(channel) {
            Role::Agent
        } else if channel.is_live() {
            Role::Supervisor
        } else {
            Role::Manager
        }
    }

    /// The lowest role that may lift a crisis hold.
    #[must_use]
    pub const fn crisis_clear_role(&self) -> Role {
        self.crisis_clear_role
    }

    /// The lowest role that may lift a threat hold.
    #[must_use]
    pub const fn threat_clear_role(&self) -> Role {
        self.threat_clear_role
    }

    /// What an incident record must hold before a contact may be ended (`domain.md` 2.3).
    #[must_use]
    pub const fn record_before_ending(&self) -> RecordFields {
        self.record_before_ending
    }

    /// The timers of a channel.
    #[must_use]
    pub const fn timers(&self, channel: Channel) -> &Timers {
        let [phone, chat, messaging, email, social] = &self.timers;
        match channel {
            Channel::Phone => phone,
            Channel::Chat => chat,
            Channel::Messaging => messaging,
            Channel::Email => email,
            Channel::Social => social,
        }
    }

    /// The timers that are the same on every channel.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Whom to call in a crisis, as the host gave it. Without it no crisis draft exists.
    #[must_use]
    pub const fn crisis_directory(&self) -> Option<&CrisisDirectory> {
        self.crisis_directory.as_ref()
    }

    /// Says whether the crisis directory is missing, or was last checked over 180 days before `at`.
    #[must_use]
    pub fn crisis_directory_is_stale(&self, at: Timestamp) -> bool {
        self.crisis_directory.as_ref().is_none_or(|directory| directory.is_stale(at))
    }

    /// Whether drafts may say "I'm" for "I am". Crisis, boundary, ending and legal texts never do.
    #[must_use]
    pub const fn contractions(&self) -> bool {
        self.contractions
    }

    /// The school grade drafts are written for, 4..=10.
    #[must_use]
    pub const fn reading_grade_target(&self) -> u8 {
        self.reading_grade_target
    }
}
