//! What a reply that went out did, and what our side has said so far.

use alloc::string::String;
use alloc::vec::Vec;

use super::event::Actor;
use crate::terms::{Acts, PhraseId};
use crate::time::Timestamp;

/// What a reply that went out did.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct SentReply {
    /// Who sent it.
    pub by: Actor,
    /// What it did.
    pub acts: Acts,
    /// Phrases of the bank it used.
    pub phrases: Vec<PhraseId>,
    /// Fingerprints of its six-word runs.
    pub wording: Vec<u32>,
    /// Apologies in it.
    pub apologies: u8,
    /// Times it said "understand", "appreciate" or "hear you".
    pub understandings: u8,
    /// The moment it promised, if it did.
    pub promise: Option<Timestamp>,
    /// Its exact words, kept only where an incident record needs them (a boundary, an ending).
    pub text: Option<String>,
}

/// Our side's words so far, without the words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Said {
    pub(crate) replies: u32,
    pub(crate) phrases: Vec<PhraseId>,
    /// Of the last two replies.
    pub(crate) wording: Vec<Vec<u32>>,
    pub(crate) apologies: u32,
    pub(crate) understandings: u32,
    /// What the last reply did.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) last: Acts,
}

impl Said {
    pub(super) fn add(&mut self, reply: &SentReply) {
        self.replies = self.replies.saturating_add(1);
        for phrase in &reply.phrases {
            if !self.phrases.contains(phrase) {
                self.phrases.push(*phrase);
            }
        }
        if self.wording.len() > 1 {
            self.wording.remove(0);
        }
        let mut runs = reply.wording.clone();
        runs.sort_unstable();
        runs.dedup();
        self.wording.push(runs);
        self.apologies = self.apologies.saturating_add(reply.apologies.into());
        self.understandings = self.understandings.saturating_add(reply.understandings.into());
        self.last = reply.acts;
    }
}
