//! A policy as JSON: every knob optional, on top of a preset.

mod calendar;
mod overlay;
mod words;

pub use calendar::{CalendarDocument, ZoneChangeDocument};
pub use overlay::{
    LimitsDocument, RestrictionDocument, RetentionDocument, StyleDocument, TimersDocument,
};
pub use words::{AddedWord, VocabularyDocument};

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize, Serializer};

use super::{
    AlertAt, AlertDelivery, AutoSend, BusinessCalendar, CarryOver, Channels, CrisisDirectory,
    Policy, PolicyBuilder, SevereKinds, UndirectedProfanity,
};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordFields, Role};

/// A policy as JSON. Every field may be left out; unknown fields are refused. Lengths of time are
/// milliseconds; scores are thousandths.
///
/// `offer_supervisor_after: 0` means never, `time_limited_calls: 0` no limit; `alert_at` is `"never"`,
/// `"next_crossing"` or the number of a boundary as text.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PolicyDocument {
    /// The preset to start from; `default` if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// See [`PolicyBuilder::heat_bands`].
    pub heat_bands: Option<[u16; 3]>,
    /// See [`PolicyBuilder::line_at`].
    pub line_at: Option<u16>,
    /// See [`PolicyBuilder::min_warnings`].
    pub min_warnings: Option<u8>,
    /// See [`PolicyBuilder::max_boundaries`].
    pub max_boundaries: Option<u8>,
    /// See [`PolicyBuilder::boundary_min_confidence`].
    pub boundary_min_confidence: Option<u16>,
    /// See [`PolicyBuilder::consequence_from`].
    pub consequence_from: Option<u8>,
    /// See [`PolicyBuilder::undirected_profanity`]: `"ignore"` or `{"soft_ask_after":3}`.
    pub undirected_profanity: Option<UndirectedProfanity>,
    /// See [`PolicyBuilder::offer_supervisor_after`]; 0 for never.
    pub offer_supervisor_after: Option<u8>,
    /// See [`PolicyBuilder::alert_at`].
    pub alert_at: Option<String>,
    /// See [`PolicyBuilder::alert_delivery`].
    pub alert_delivery: Option<AlertDelivery>,
    /// See [`PolicyBuilder::immediate_kinds`].
    pub immediate_kinds: Option<SevereKinds>,
    /// See [`PolicyBuilder::agent_may_discontinue`].
    pub agent_may_discontinue: Option<Channels>,
    /// See [`PolicyBuilder::crisis_clear_role`].
    pub crisis_clear_role: Option<Role>,
    /// See [`PolicyBuilder::threat_clear_role`].
    pub threat_clear_role: Option<Role>,
    /// See [`PolicyBuilder::record_before_boundary`].
    pub record_before_boundary: Option<RecordFields>,
    /// See [`PolicyBuilder::record_before_ending`].
    pub record_before_ending: Option<RecordFields>,
    /// See [`PolicyBuilder::warnings_carry_over`]: `"never"` or `{"days":30}`.
    pub warnings_carry_over: Option<CarryOver>,
    /// Changes to what a restriction may be at most.
    pub restriction: RestrictionDocument,
    /// See [`PolicyBuilder::time_limited_calls`], in minutes; 0 for no limit.
    pub time_limited_calls: Option<u16>,
    /// See [`PolicyBuilder::auto_send`].
    pub auto_send: Option<AutoSend>,
    /// See [`PolicyBuilder::legal_hold_words`].
    pub legal_hold_words: Option<Vec<String>>,
    /// Changes to the timers, by channel name.
    pub timers: BTreeMap<String, TimersDocument>,
    /// Changes to the timers of every channel.
    pub limits: LimitsDocument,
    /// See [`PolicyBuilder::calendar`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarDocument>,
    /// See [`PolicyBuilder::crisis_directory`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crisis_directory: Option<CrisisDirectory>,
    /// Changes to how long the words of an incident are kept.
    pub retention: RetentionDocument,
    /// Changes to how the organisation writes.
    pub style: StyleDocument,
    /// The same as `style.contractions`; only one of them may be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contractions: Option<bool>,
    /// See [`PolicyBuilder::reading_grade_target`].
    pub reading_grade_target: Option<u8>,
    /// The host's own words, beside those of the preset.
    pub vocabulary: VocabularyDocument,
}

impl PolicyDocument {
    /// Puts the document on top of its preset, without checking what only the whole can show: see
    /// [`PolicyBuilder::problems`]. Returns also what could not be set at all: unknown names, scores
    /// over 1000, a calendar that is none.
    pub fn into_builder(self) -> (PolicyBuilder, Vec<PolicyError>) {
        let mut problems = Problems(Vec::new());
        let preset = self.preset.as_deref().unwrap_or("default");
        let base =
            problems.unless(Policy::preset(preset)).unwrap_or_else(|| Policy::standard().clone());
        let mut builder = PolicyBuilder::from(base.clone())
            .limits(self.limits.over(base.limits))
            .restriction(self.restriction.over(base.restriction.clone()))
            .retention(self.retention.over(base.retention));

        macro_rules! set {
            ($($knob:ident)+) => {
                $(if let Some(given) = self.$knob {
                    builder = builder.$knob(given);
                })+
            };
        }
        set!(
            min_warnings max_boundaries consequence_from undirected_profanity alert_delivery
            immediate_kinds agent_may_discontinue crisis_clear_role threat_clear_role
            record_before_boundary record_before_ending warnings_carry_over auto_send
            legal_hold_words reading_grade_target
        );
        if let Some(bands) = self.heat_bands {
            let [tense, upset, heated] = bands.map(|band| problems.score("heat_bands", band));
            if let (Some(tense), Some(upset), Some(heated)) = (tense, upset, heated) {
                builder = builder.heat_bands([tense, upset, heated]);
            }
        }
        if let Some(given) = self.line_at.and_then(|given| problems.score("line_at", given)) {
            builder = builder.line_at(given);
        }
        let confidence = self.boundary_min_confidence;
        if let Some(given) =
            confidence.and_then(|given| problems.score("boundary_min_confidence", given))
        {
            builder = builder.boundary_min_confidence(given);
        }
        if let Some(turns) = self.offer_supervisor_after {
            builder = builder.offer_supervisor_after((turns > 0).then_some(turns));
        }
        if let Some(minutes) = self.time_limited_calls {
            builder = builder.time_limited_calls((minutes > 0).then_some(minutes));
        }
        if let Some(given) = self.alert_at.and_then(|given| problems.unless(alert_at(given))) {
            builder = builder.alert_at(given);
        }
        if self.contractions.is_some() && self.style.contractions.is_some() {
            let (first, second) = ("contractions", "style.contractions");
            problems.0.push(PolicyError::Contradiction { first, second });
        }
        builder = builder.style(self.style.over(base.style.clone()));
        if let Some(contractions) = self.contractions {
            builder = builder.contractions(contractions);
        }
        for (name, changes) in self.timers {
            match Channel::from_name(&name) {
                Some(channel) => {
                    builder = builder.timers(channel, changes.over(*base.timers(channel)));
                }
                None => problems.0.push(PolicyError::Unknown { field: "timers", given: name }),
            }
        }
        let calendar = self.calendar.map(BusinessCalendar::try_from);
        if let Some(calendar) = calendar.and_then(|given| problems.unless(given)) {
            builder = builder.calendar(Some(calendar));
        }
        if self.crisis_directory.is_some() {
            builder = builder.crisis_directory(self.crisis_directory);
        }
        if let Some(words) = problems.unless(self.vocabulary.onto(base.vocabulary)) {
            builder = builder.vocabulary(words);
        }
        (builder, problems.0)
    }
}

impl TryFrom<PolicyDocument> for Policy {
    type Error = PolicyError;

    fn try_from(document: PolicyDocument) -> Result<Self, PolicyError> {
        let (builder, problems) = document.into_builder();
        match problems.into_iter().next() {
            Some(problem) => Err(problem),
            None => builder.build(),
        }
    }
}

impl From<&Policy> for PolicyDocument {
    /// Every knob with its value, and no preset.
    fn from(policy: &Policy) -> Self {
        // Taken apart so that a new knob cannot be forgotten.
        let Policy {
            heat_bands,
            line_at,
            vocabulary,
            min_warnings,
            max_boundaries,
            boundary_min_confidence,
            consequence_from,
            undirected_profanity,
            offer_supervisor_after,
            alert_at,
            alert_delivery,
            immediate_kinds,
            agent_may_discontinue,
            crisis_clear_role,
            threat_clear_role,
            record_before_boundary,
            record_before_ending,
            warnings_carry_over,
            restriction,
            time_limited_calls,
            auto_send,
            legal_hold_words,
            timers: _,
            limits,
            calendar,
            crisis_directory,
            retention,
            style,
            reading_grade_target,
        } = policy;
        let timers = Channel::ALL.iter().map(|channel| {
            (channel.name().to_string(), TimersDocument::from(policy.timers(*channel)))
        });
        Self {
            preset: None,
            heat_bands: Some(heat_bands.map(Milli::get)),
            line_at: Some(line_at.get()),
            min_warnings: Some(*min_warnings),
            max_boundaries: Some(*max_boundaries),
            boundary_min_confidence: Some(boundary_min_confidence.get()),
            consequence_from: Some(*consequence_from),
            undirected_profanity: Some(*undirected_profanity),
            offer_supervisor_after: Some(offer_supervisor_after.unwrap_or(0)),
            alert_at: Some(match alert_at {
                AlertAt::Never => "never".to_string(),
                AlertAt::NextCrossing => "next_crossing".to_string(),
                AlertAt::Boundary(n) => n.to_string(),
            }),
            alert_delivery: Some(*alert_delivery),
            immediate_kinds: Some(*immediate_kinds),
            agent_may_discontinue: Some(*agent_may_discontinue),
            crisis_clear_role: Some(*crisis_clear_role),
            threat_clear_role: Some(*threat_clear_role),
            record_before_boundary: Some(*record_before_boundary),
            record_before_ending: Some(*record_before_ending),
            warnings_carry_over: Some(*warnings_carry_over),
            restriction: restriction.into(),
            time_limited_calls: Some(time_limited_calls.unwrap_or(0)),
            auto_send: Some(*auto_send),
            legal_hold_words: Some(legal_hold_words.clone()),
            timers: timers.collect(),
            limits: limits.into(),
            calendar: calendar.as_ref().map(CalendarDocument::from),
            crisis_directory: crisis_directory.clone(),
            retention: retention.into(),
            style: style.into(),
            contractions: None,
            reading_grade_target: Some(*reading_grade_target),
            vocabulary: vocabulary.into(),
        }
    }
}

/// The [`PolicyDocument`] that gives the same policy, with every knob.
impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PolicyDocument::from(self).serialize(serializer)
    }
}

fn alert_at(given: String) -> Result<AlertAt, PolicyError> {
    match given.as_str() {
        "never" => Ok(AlertAt::Never),
        "next_crossing" => Ok(AlertAt::NextCrossing),
        number => match number.parse() {
            Ok(n) => Ok(AlertAt::Boundary(n)),
            Err(_) => Err(PolicyError::Unknown { field: "alert_at", given }),
        },
    }
}

/// What could not be set so far.
struct Problems(Vec<PolicyError>);

impl Problems {
    fn unless<T>(&mut self, result: Result<T, PolicyError>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }

    fn score(&mut self, field: &'static str, given: u16) -> Option<Milli> {
        let max = Milli::ONE.get();
        if given > max {
            let (given, max) = (given.into(), max.into());
            self.0.push(PolicyError::OutOfRange { field, given, min: 0, max });
            return None;
        }
        Some(Milli::saturating(given))
    }
}
