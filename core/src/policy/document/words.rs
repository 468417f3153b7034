//! The host's own words as JSON.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::error::PolicyError;
use crate::policy::vocabulary::{Entry, WordEffect};
use crate::policy::{Strength, Vocabulary};
use crate::terms::Target;

/// The host's own words as JSON: `{"allow":["Bastard IPA"],"add":[{"phrase":"gonk","strength":"crossing",
/// "target":"agent"}],"mute":["rubbish"]}`. See [`Vocabulary`].
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
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
#[derive(Clone, Debug, Deserialize, Serialize)]
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
    pub(super) fn onto(self, mut words: Vocabulary) -> Result<Vocabulary, PolicyError> {
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

impl From<&Vocabulary> for VocabularyDocument {
    fn from(words: &Vocabulary) -> Self {
        let mut document = Self::default();
        for Entry { phrase, effect } in words.entries() {
            let phrase = phrase.clone();
            match *effect {
                WordEffect::Allow => document.allow.push(phrase),
                WordEffect::Add(strength, target) => {
                    document.add.push(AddedWord { phrase, strength, target });
                }
                WordEffect::Mute => document.mute.push(phrase),
            }
        }
        document
    }
}
