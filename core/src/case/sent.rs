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
    /// Fingerprints of the questions it asks, whatever their order of words.
    pub questions: Vec<u32>,
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
    /// Questions asked so far, oldest first.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) asked: Vec<u32>,
    /// The last reply asked what an earlier one had asked.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) asked_again: bool,
    /// The last reply used words or a phrase of an earlier one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) said_again: bool,
}

/// Questions that are remembered; a contact in which more were asked has other troubles.
const MOST_QUESTIONS: usize = 32;

impl Said {
    pub(super) fn add(&mut self, reply: &SentReply) {
        self.replies = self.replies.saturating_add(1);
        self.asked_again = reply.questions.iter().any(|question| self.asked.contains(question));
        self.said_again = self.repeats(reply);
        for phrase in &reply.phrases {
            if !self.phrases.contains(phrase) {
                self.phrases.push(*phrase);
            }
        }
        for question in &reply.questions {
            if !self.asked.contains(question) {
                self.asked.push(*question);
            }
        }
        let too_many = self.asked.len().saturating_sub(MOST_QUESTIONS);
        self.asked.drain(..too_many);
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

    /// A phrase of the bank used before, or six words in a row of one of the last two replies.
    fn repeats(&self, reply: &SentReply) -> bool {
        reply.phrases.iter().any(|phrase| self.phrases.contains(phrase))
            || self
                .wording
                .iter()
                .any(|before| reply.wording.iter().any(|run| before.binary_search(run).is_ok()))
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{MOST_QUESTIONS, Said, SentReply};
    use crate::case::Actor;
    use crate::terms::{Acts, PhraseId};

    fn reply(phrases: &[u16], wording: &[u32], questions: &[u32]) -> SentReply {
        SentReply {
            by: Actor::System,
            acts: Acts::EMPTY,
            phrases: phrases.iter().copied().map(PhraseId).collect(),
            wording: wording.to_vec(),
            questions: questions.to_vec(),
            apologies: 0,
            understandings: 0,
            promise: None,
            text: None,
        }
    }

    #[test]
    fn what_was_said_and_asked_before_shows() {
        // phrases, runs of words, questions; said again, asked again
        let table = [
            (reply(&[1], &[9, 5], &[70]), false, false),
            (reply(&[2], &[4], &[]), false, false),
            (reply(&[1], &[], &[]), true, false),
            (reply(&[], &[4], &[]), true, false),
            // Only the last two replies' words count as said just now.
            (reply(&[], &[5], &[]), false, false),
            (reply(&[], &[], &[71, 70]), false, true),
            (reply(&[], &[], &[72]), false, false),
        ];
        let mut said = Said::default();
        for (row, (reply, again, asked)) in table.into_iter().enumerate() {
            said.add(&reply);
            assert_eq!((said.said_again, said.asked_again), (again, asked), "row {row}");
        }
        assert_eq!(said.asked, [70, 71, 72]);
        let many: Vec<u32> = (0..100).collect();
        said.add(&reply(&[], &[], &many));
        assert_eq!((said.asked.len(), said.asked.last()), (MOST_QUESTIONS, Some(&99)));
    }
}
