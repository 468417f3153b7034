//! Words: the draft and the brief (`domain.md` 6).

mod facts;

use alloc::string::String;
use alloc::vec::Vec;

pub use facts::Facts;

use crate::case::{Actor, Case, PhraseId, SentReply};
use crate::policy::Policy;
use crate::terms::{Act, Slot, named};
use crate::time::Timestamp;

/// A reply for a person to send, or why there is none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Draft {
    /// Words to send.
    Reply(Reply),
    /// No words, and why: refusing is an answer.
    Withheld(Withheld),
}

/// A drafted reply.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// The words, shaped for the channel.
    pub text: String,
    /// What they do, in order.
    pub acts: Vec<Act>,
    /// The phrases of the bank they come from, in order.
    pub phrases: Vec<PhraseId>,
    /// The slots that were filled.
    pub used: Vec<Slot>,
}

impl Reply {
    /// Turns the reply into the event payload for the moment after `by` sent it, promising `promise`.
    #[must_use]
    pub fn sent(&self, by: Actor, promise: Option<Timestamp>) -> SentReply {
        SentReply {
            by,
            acts: self.acts.iter().copied().collect(),
            phrases: self.phrases.clone(),
            wording: crate::text::wording(&self.text),
            apologies: 0,
            understandings: 0,
            promise,
            text: None,
        }
    }
}

named! {
    /// Why no reply was drafted.
    pub enum Withheld {
        /// Someone may be at risk and the policy has no crisis directory.
        NoCrisisDirectory = 0 "no_crisis_directory",
        /// A device threat is active: keep them talking, no draft.
        DeviceThreat = 1 "device_threat",
        /// A threat: a person decides what to say, if anything.
        HumanDecides = 2 "human_decides",
        /// A trained person or supervisor has it.
        PersonHasIt = 3 "person_has_it",
        /// The contact is over.
        Closed = 4 "closed",
        /// Nothing needs an answer.
        NothingToAnswer = 5 "nothing_to_answer",
        /// No phrase fits the facts given; the brief names what is missing.
        FactsMissing = 6 "facts_missing",
    }
}

/// Drafts the reply for this moment.
#[must_use]
pub fn draft_reply(case: &Case, facts: &Facts<'_>, policy: &Policy) -> Draft {
    let _ = (case, facts, policy);
    Draft::Withheld(Withheld::NothingToAnswer)
}

/// What a good reply must do here, for a person or a language model.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Brief {
    /// The situation in one or two sentences.
    pub situation: String,
    /// The acts, in order.
    pub acts: Vec<Act>,
    /// What the reply must say.
    pub must_say: Vec<String>,
    /// What it must not say.
    pub must_not_say: Vec<String>,
    /// Slots that would make the reply better and are not in the facts.
    pub missing: Vec<Slot>,
    /// The most words.
    pub max_words: u16,
    /// The most sentences.
    pub max_sentences: u8,
}

/// Says what a good reply must do here.
#[must_use]
pub fn brief_reply(case: &Case, facts: &Facts<'_>, policy: &Policy) -> Brief {
    let _ = (case, facts, policy);
    Brief {
        situation: String::new(),
        acts: Vec::new(),
        must_say: Vec::new(),
        must_not_say: Vec::new(),
        missing: Vec::new(),
        max_words: 0,
        max_sentences: 0,
    }
}

impl Brief {
    /// The brief as plain text, to hand to a person or a language model.
    #[must_use]
    pub fn text(&self) -> String {
        String::new()
    }
}
