//! What an organisation decides for itself: thresholds, ladder, timers, words (`domain.md` 4.7).

mod allows;
mod builder;
mod calendar;
mod check;
mod date;
mod digest;
mod directory;
#[cfg(feature = "serde")]
mod document;
mod ladder;
mod presets;
mod restriction;
mod retention;
mod style;
mod timers;
mod vocabulary;

pub use builder::PolicyBuilder;
pub use calendar::{BusinessCalendar, OpenHours, ZoneChange};
pub use date::{Date, TimeOfDay, Weekday};
pub use directory::CrisisDirectory;
#[cfg(feature = "serde")]
pub use document::{
    AddedWord, CalendarDocument, LimitsDocument, PolicyDocument, RestrictionDocument,
    RetentionDocument, StyleDocument, TimersDocument, VocabularyDocument, ZoneChangeDocument,
};
pub use ladder::{
    AlertAt, AlertDelivery, AutoSend, CarryOver, Channels, SevereKinds, UndirectedProfanity,
};
pub use presets::PRESETS;
pub use restriction::RestrictionRules;
pub use retention::{AfterRetention, Retention, Verbatim};
pub use style::{Formality, Spelling, Style};
pub use timers::{Limits, Timer, TimerSet, Timers};
pub(crate) use vocabulary::WordEffect;
pub use vocabulary::{Strength, Vocabulary};

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordFields, Role};

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
    undirected_profanity: UndirectedProfanity,
    offer_supervisor_after: Option<u8>,
    alert_at: AlertAt,
    alert_delivery: AlertDelivery,
    immediate_kinds: SevereKinds,
    agent_may_discontinue: Channels,
    crisis_clear_role: Role,
    threat_clear_role: Role,
    record_before_boundary: RecordFields,
    record_before_ending: RecordFields,
    warnings_carry_over: CarryOver,
    restriction: RestrictionRules,
    time_limited_calls: Option<u16>,
    auto_send: AutoSend,
    legal_hold_words: Vec<String>,
    timers: [Timers; 5],
    limits: Limits,
    calendar: Option<BusinessCalendar>,
    crisis_directory: Option<CrisisDirectory>,
    retention: Retention,
    style: Style,
    reading_grade_target: u8,
}

impl Policy {
    /// The policy of the `default` preset.
    #[must_use]
    pub fn standard() -> &'static Self {
        &presets::STANDARD
    }

    /// A shipped policy, by one of the names in [`PRESETS`].
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

    /// What is done about swearing at things; never a warning.
    #[must_use]
    pub const fn undirected_profanity(&self) -> UndirectedProfanity {
        self.undirected_profanity
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

    /// Channels on which an agent may end a contact without a higher role.
    #[must_use]
    pub const fn agent_may_discontinue(&self) -> Channels {
        self.agent_may_discontinue
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

    /// What an incident record must hold before a boundary, for organisations that look at a person's
    /// capacity and needs first.
    #[must_use]
    pub const fn record_before_boundary(&self) -> RecordFields {
        self.record_before_boundary
    }

    /// What an incident record must hold before a contact may be ended (`domain.md` 2.3).
    #[must_use]
    pub const fn record_before_ending(&self) -> RecordFields {
        self.record_before_ending
    }

    /// Whether a person may let warnings count in the customer's next contact.
    #[must_use]
    pub const fn warnings_carry_over(&self) -> CarryOver {
        self.warnings_carry_over
    }

    /// What a restriction may be at most.
    #[must_use]
    pub const fn restriction(&self) -> &RestrictionRules {
        &self.restriction
    }

    /// How many minutes a call may take where calls are limited, 20..=480. Ask
    /// [`call_limit`](Self::call_limit) whether it holds for this one.
    #[must_use]
    pub const fn time_limited_calls(&self) -> Option<u16> {
        self.time_limited_calls
    }

    /// What may be sent without a person. Ask [`may_auto_send`](Self::may_auto_send) about one reply.
    #[must_use]
    pub const fn auto_send(&self) -> AutoSend {
        self.auto_send
    }

    /// Words of the host's that put a contact in the hands of its lawyers, beside what the library
    /// knows: no reply may then speak of fault, cause or amounts (L31).
    #[must_use]
    pub fn legal_hold_words(&self) -> &[String] {
        &self.legal_hold_words
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

    /// When the host's people work; without it a business day is 24 hours.
    #[must_use]
    pub const fn calendar(&self) -> Option<&BusinessCalendar> {
        self.calendar.as_ref()
    }

    /// Whom to call in a crisis, as the host gave it. Without it no crisis draft exists.
    #[must_use]
    pub const fn crisis_directory(&self) -> Option<&CrisisDirectory> {
        self.crisis_directory.as_ref()
    }

    /// How long the words of an incident are kept, and in which form.
    #[must_use]
    pub const fn retention(&self) -> Retention {
        self.retention
    }

    /// How the organisation writes.
    #[must_use]
    pub const fn style(&self) -> &Style {
        &self.style
    }

    /// Whether drafts may say "I'm" for "I am". Crisis, boundary, ending and legal texts never do.
    #[must_use]
    pub const fn contractions(&self) -> bool {
        self.style.contractions
    }

    /// The school grade drafts are written for, 4..=10.
    #[must_use]
    pub const fn reading_grade_target(&self) -> u8 {
        self.reading_grade_target
    }
}
