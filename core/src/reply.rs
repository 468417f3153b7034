//! Words: the draft and the brief (`domain.md` 6).

mod brief;
mod budget;
mod choose;
mod facts;
mod fill;
mod grammar;
mod measure;
mod plan;
mod rank;
mod routes;
mod shape;
mod situation;
mod want;

use alloc::string::String;
use alloc::vec::Vec;

pub use brief::{Brief, brief_reply};
pub use facts::Facts;

use crate::case::{Actor, Case, PhraseId, SentReply, questions};
use crate::policy::Policy;
use crate::steps::moment::Moment;
use crate::tables::phrases;
use crate::terms::{Act, Acts, Slot, named};
use crate::text::wording;
use crate::time::Timestamp;
use budget::budget;
use choose::{Part, choose};
use fill::Known;
use measure::{apologies, understandings};
use plan::plan;
use shape::shape;
use situation::Situation;

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
        let acts: Acts = self.acts.iter().copied().collect();
        // A condolence says sorry and is no apology.
        let sorry = self
            .phrases
            .iter()
            .filter_map(|id| phrases::find(*id))
            .filter(|phrase| phrase.family().act() != Act::Vuln)
            .map(|phrase| apologies(phrase.text()));
        let limits = Acts::from([Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::EndSevere]);
        SentReply {
            by,
            acts,
            phrases: self.phrases.clone(),
            wording: wording(&shape::own_words(&self.text, acts.contains(Act::Sign))),
            questions: questions(&self.text),
            apologies: u8::try_from(sorry.sum::<usize>()).unwrap_or(u8::MAX),
            understandings: u8::try_from(understandings(&self.text)).unwrap_or(u8::MAX),
            promise,
            text: acts.intersects(limits).then(|| self.text.clone()),
        }
    }
}

named! {
    /// Why no reply was drafted.
    pub enum Withheld {
        /// Someone may be at risk and the policy has no crisis directory, or none checked lately.
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

/// Drafts the reply for this moment: the acts of `domain.md` 6.3 in order, one phrase of the bank each,
/// gaps filled from `facts`, the policy's crisis directory and the case's agenda alone. Never a phrase
/// that this contact has had, never a run of six words from our last two replies; the same case and
/// facts give the same words.
#[must_use]
pub fn draft_reply(case: &Case, facts: &Facts<'_>, policy: &Policy) -> Draft {
    draft(&Moment::of(case, policy), facts)
}

fn draft(moment: &Moment<'_>, facts: &Facts<'_>) -> Draft {
    match compose(Known { moment, facts }) {
        Ok(parts) => Draft::Reply(reply(&parts, moment)),
        Err(reason) => Draft::Withheld(reason),
    }
}

fn compose(known: Known<'_>) -> Result<Vec<Part>, Withheld> {
    let plan = plan(known)?;
    let budget = budget(known.moment, &plan);
    let parts = choose(known, &plan, budget).unwrap_or_default();
    let says_something = parts.iter().any(|part| !matches!(part.act, Act::Greet | Act::Sign));
    if says_something {
        Ok(parts)
    } else if plan.situation == Situation::Crisis {
        // Every phrase was said: what comes next is for a person to find.
        Err(Withheld::HumanDecides)
    } else {
        Err(Withheld::FactsMissing)
    }
}

fn reply(parts: &[Part], moment: &Moment<'_>) -> Reply {
    let mut used: Vec<Slot> = parts.iter().flat_map(|part| part.phrase.needs().iter()).collect();
    used.sort_unstable();
    used.dedup();
    Reply {
        text: shape(parts, moment.channel),
        acts: parts.iter().map(|part| part.act).collect(),
        phrases: parts.iter().map(|part| part.phrase.id()).collect(),
        used,
    }
}

/// Walks the phrase bank (`domain.md` 6.5), also the phrases that no draft uses because only a person
/// can know whether they are true: for a palette to pick from.
///
/// ```
/// use unruffled::{phrase_bank, phrase_name, phrase_text};
///
/// let id = phrase_bank().find(|id| phrase_name(*id) == Some("STEP.10")).expect("it is in the bank");
/// assert_eq!(phrase_text(id), Some("I am looking at it now."));
/// ```
pub fn phrase_bank() -> impl Iterator<Item = PhraseId> {
    phrases::all().map(phrases::Phrase::id)
}

/// Returns the name of a phrase of the bank, such as `ACK.upset.2`; `None` for a number this version
/// does not have.
#[must_use]
pub fn phrase_name(id: PhraseId) -> Option<&'static str> {
    phrases::find(id).map(phrases::Phrase::name)
}

/// Returns the words of a phrase, with `{slot}` where a fact goes; `None` for a number this version
/// does not have.
#[must_use]
pub fn phrase_text(id: PhraseId) -> Option<&'static str> {
    phrases::find(id).map(phrases::Phrase::text)
}

#[cfg(test)]
extern crate std;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod properties;
