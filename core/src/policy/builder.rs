//! Makes a policy knob by knob (`domain.md` 4.7); `check` says which one is wrong.

use alloc::string::String;
use alloc::vec::Vec;

use super::{
    AlertAt, AlertDelivery, AutoSend, BusinessCalendar, CarryOver, Channels, CrisisDirectory,
    Limits, Policy, RestrictionRules, Retention, SevereKinds, Style, Timers, UndirectedProfanity,
    Vocabulary, check,
};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordFields, Role};

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
        /// The first boundary that states a consequence, 1 or 2; 1 only where one boundary is enough
        /// for an ending, since what is announced must be what happens.
        consequence_from: u8,
        /// What is done about swearing at things: nothing, or a soft ask after 3..=20 messages.
        undirected_profanity: UndirectedProfanity,
        /// Heated messages in a row after which a supervisor is offered, 1..=20; `None` for never.
        offer_supervisor_after: Option<u8>,
        /// When the ladder tells a supervisor.
        alert_at: AlertAt,
        /// Whether alerts go out by themselves.
        alert_delivery: AlertDelivery,
        /// Severe kinds that may end a contact without a warning: violence, hate, sexual harassment
        /// and stalking at most.
        immediate_kinds: SevereKinds,
        /// Channels on which an agent may end a contact.
        agent_may_discontinue: Channels,
        /// The lowest role that may lift a crisis hold; an agent is refused.
        crisis_clear_role: Role,
        /// The lowest role that may lift a threat hold; an agent is refused.
        threat_clear_role: Role,
        /// What an incident record must hold before a boundary; not what a boundary only brings about.
        record_before_boundary: RecordFields,
        /// What an incident record must hold before an ending; the words and the warnings always.
        record_before_ending: RecordFields,
        /// Whether a person may let warnings count in the next contact, for 1..=90 days.
        warnings_carry_over: CarryOver,
        /// What a restriction may be at most: 12 months, by a manager or above, with a channel left.
        restriction: RestrictionRules,
        /// How many minutes a call may take, 20..=480; `None` for as long as it takes.
        time_limited_calls: Option<u16>,
        /// What may be sent without a person.
        auto_send: AutoSend,
        /// Words that put a contact in the hands of the host's lawyers, beside the library's own.
        legal_hold_words: Vec<String>,
        /// The timers that are the same on every channel.
        limits: Limits,
        /// When the host's people work.
        calendar: Option<BusinessCalendar>,
        /// Whom to call in a crisis.
        crisis_directory: Option<CrisisDirectory>,
        /// How long the words of an incident are kept, 1..=120 months, and in which form.
        retention: Retention,
        /// How the organisation writes.
        style: Style,
        /// The school grade drafts are written for, 4..=10.
        reading_grade_target: u8,
    }

    /// Whether drafts may contract; see [`Style`].
    pub fn contractions(mut self, contractions: bool) -> Self {
        self.draft.style.contractions = contractions;
        self
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

    /// Everything that is wrong with the policy so far: knobs outside their ranges or under their
    /// floors, and knobs that contradict each other. Empty for one that [`build`](Self::build) accepts.
    #[must_use]
    pub fn problems(&self) -> Vec<PolicyError> {
        check::problems(&self.draft)
    }

    /// Checks every knob and makes the policy.
    ///
    /// # Errors
    ///
    /// The first of the [`problems`](Self::problems): [`PolicyError::OutOfRange`] for a knob outside
    /// its range or under its floor, [`PolicyError::Contradiction`] for two that cannot both hold, and
    /// [`PolicyError::Unknown`] for a text without a letter or a digit.
    pub fn build(self) -> Result<Policy, PolicyError> {
        match self.problems().into_iter().next() {
            Some(problem) => Err(problem),
            None => Ok(self.draft),
        }
    }
}
