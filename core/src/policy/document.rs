//! A policy as JSON: every knob optional, on top of a preset.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::{
    AlertAt, AlertDelivery, Channels, CrisisDirectory, Limits, Policy, PolicyBuilder, SevereKinds,
    Strength, Timers, Vocabulary,
};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordFields, Role, Target};
use crate::time::Millis;

/// A policy as JSON. Every field may be left out; unknown fields are refused. Lengths of time are
/// milliseconds; scores are thousandths.
///
/// `offer_supervisor_after: 0` means never; `alert_at` is `"never"`, `"next_crossing"` or the number
/// of a boundary as text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PolicyDocument {
    /// The preset to start from; `default` if left out.
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
    /// See [`PolicyBuilder::record_before_ending`].
    pub record_before_ending: Option<RecordFields>,
    /// Changes to the timers, by channel name.
    pub timers: BTreeMap<String, TimersDocument>,
    /// Changes to the timers of every channel.
    pub limits: LimitsDocument,
    /// See [`PolicyBuilder::crisis_directory`].
    pub crisis_directory: Option<CrisisDirectory>,
    /// See [`PolicyBuilder::contractions`].
    pub contractions: Option<bool>,
    /// See [`PolicyBuilder::reading_grade_target`].
    pub reading_grade_target: Option<u8>,
    /// The host's own words, beside those of the preset.
    pub vocabulary: VocabularyDocument,
}

/// The host's own words as JSON: `{"allow":["Bastard IPA"],"add":[{"phrase":"gonk","strength":"crossing",
/// "target":"agent"}],"mute":["rubbish"]}`. See [`Vocabulary`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct VocabularyDocument {
    /// See [`Vocabulary::allow`].
    pub allow: Vec<String>,
    /// See [`Vocabulary::add`].
    pub add: Vec<AddedWord>,
    /// See [`Vocabulary::mute`].
    pub mute: Vec<String>,
}

/// A word that counts as given. See [`Vocabulary::add`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AddedWord {
    /// The word or phrase.
    pub phrase: String,
    /// What it does.
    pub strength: Strength,
    /// At whom it is aimed.
    pub target: Target,
}

impl VocabularyDocument {
    fn onto(self, mut words: Vocabulary) -> Result<Vocabulary, PolicyError> {
        for phrase in self.allow {
            words = words.allow(said("vocabulary.allow", phrase)?);
        }
        for AddedWord { phrase, strength, target } in self.add {
            words = words.add(said("vocabulary.add", phrase)?, strength, target);
        }
        for phrase in self.mute {
            words = words.mute(said("vocabulary.mute", phrase)?);
        }
        Ok(words)
    }
}

/// A phrase of the host's must have a letter or a digit: nothing else is ever found.
fn said(field: &'static str, phrase: String) -> Result<String, PolicyError> {
    if phrase.chars().any(char::is_alphanumeric) {
        Ok(phrase)
    } else {
        Err(PolicyError::Unknown { field, given: phrase })
    }
}

macro_rules! overlay {
    ($(#[$meta:meta])* $Document:ident on $Base:ident {
        $($field:ident: $Type:ty => $wrap:expr,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        #[non_exhaustive]
        pub struct $Document {
            $(#[doc = concat!("Replaces [`", stringify!($Base), "::", stringify!($field), "`].")]
            pub $field: Option<$Type>,)+
        }

        impl $Document {
            fn over(self, mut base: $Base) -> $Base {
                $(if let Some(given) = self.$field {
                    base.$field = ($wrap)(given);
                })+
                base
            }
        }
    };
}

overlay! {
    /// Changes to the timers of one channel, in milliseconds.
    TimersDocument on Timers {
        first_reply_calm: Millis => core::convert::identity,
        first_reply_upset: Millis => core::convert::identity,
        listening: Millis => Some,
        update_calm: Millis => core::convert::identity,
        update_upset: Millis => core::convert::identity,
        nudge: Millis => core::convert::identity,
        second_nudge: Millis => core::convert::identity,
        confirm: Millis => core::convert::identity,
        follow_up: Millis => core::convert::identity,
        supervisor_ack: Millis => core::convert::identity,
        cooldown_turns: u8 => core::convert::identity,
        cooldown: Millis => Some,
    }
}

overlay! {
    /// Changes to the timers of every channel, in milliseconds.
    LimitsDocument on Limits {
        reopen_window: Millis => core::convert::identity,
        severe_ack: Millis => core::convert::identity,
        promise_notice: Millis => core::convert::identity,
        data_request: Millis => core::convert::identity,
        formal_complaint: Millis => core::convert::identity,
        safety_hazard: Millis => core::convert::identity,
        reported_abuse: Millis => core::convert::identity,
    }
}

impl TryFrom<PolicyDocument> for Policy {
    type Error = PolicyError;

    fn try_from(document: PolicyDocument) -> Result<Self, PolicyError> {
        let base = Self::preset(document.preset.as_deref().unwrap_or("default"))?;
        let mut limits = base.limits;
        limits = document.limits.over(limits);
        let mut builder = PolicyBuilder::from(base.clone()).limits(limits);

        macro_rules! set {
            ($($knob:ident)+) => {
                $(if let Some(given) = document.$knob {
                    builder = builder.$knob(given);
                })+
            };
        }
        set!(
            min_warnings max_boundaries consequence_from alert_delivery immediate_kinds
            agent_may_discontinue crisis_clear_role threat_clear_role record_before_ending
            contractions reading_grade_target
        );
        if let Some(bands) = document.heat_bands {
            let [tense, upset, heated] = bands;
            builder = builder.heat_bands([
                score("heat_bands", tense)?,
                score("heat_bands", upset)?,
                score("heat_bands", heated)?,
            ]);
        }
        if let Some(given) = document.line_at {
            builder = builder.line_at(score("line_at", given)?);
        }
        if let Some(given) = document.boundary_min_confidence {
            builder = builder.boundary_min_confidence(score("boundary_min_confidence", given)?);
        }
        if let Some(turns) = document.offer_supervisor_after {
            builder = builder.offer_supervisor_after((turns > 0).then_some(turns));
        }
        if let Some(given) = document.alert_at {
            builder = builder.alert_at(alert_at(given)?);
        }
        for (name, changes) in document.timers {
            let channel = Channel::from_name(&name)
                .ok_or(PolicyError::Unknown { field: "timers", given: name })?;
            builder = builder.timers(channel, changes.over(*base.timers(channel)));
        }
        if document.crisis_directory.is_some() {
            builder = builder.crisis_directory(document.crisis_directory);
        }
        builder = builder.vocabulary(document.vocabulary.onto(base.vocabulary.clone())?);
        builder.build()
    }
}

fn score(field: &'static str, given: u16) -> Result<Milli, PolicyError> {
    if given > Milli::ONE.get() {
        return Err(PolicyError::OutOfRange { field, given: given.into(), min: 0, max: 1000 });
    }
    Ok(Milli::saturating(given))
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
