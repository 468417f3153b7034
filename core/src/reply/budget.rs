//! How much a reply may say (`domain.md` 6.4).

use super::plan::Plan;
use super::situation::Situation;
use crate::steps::moment::Moment;
use crate::terms::{Act, Channel};

/// The most of everything.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Budget {
    pub(super) words: u16,
    pub(super) sentences: u8,
    pub(super) sentence_words: u16,
    /// Characters, in public only.
    pub(super) characters: Option<u16>,
    /// Words of acknowledgement, apology, sympathy and thanks together.
    pub(super) relational: u16,
}

/// The budget of a channel: shorter when they are upset, less warmth after the first reply unless an
/// apology is owed.
pub(super) fn budget(moment: &Moment<'_>, plan: &Plan) -> Budget {
    let situation = plan.situation;
    let owes = plan.wants.iter().any(|want| want.act() == Some(Act::Apol));
    let upset = moment.temperature >= 2;
    let mut budget = match moment.channel {
        Channel::Phone => of(if upset { 45 } else { 60 }, if upset { 4 } else { 6 }, 20, 45),
        Channel::Chat | Channel::Messaging => {
            of(if upset { 45 } else { 60 }, if upset { 4 } else { 5 }, 20, 45)
        }
        Channel::Email => of(if upset { 120 } else { 150 }, 12, 25, 30),
        Channel::Social => Budget { characters: Some(240), ..of(45, 4, 20, 45) },
    };
    if !moment.first_reply() && !owes {
        budget.relational /= 2;
    }
    match situation {
        Situation::Crisis => of(120, 12, 25, 100),
        // Behaviour, consequence, choice and a step do not fit into four sentences.
        Situation::Firm => Budget { sentences: 6, sentence_words: 25, ..budget },
        Situation::Ending => Budget { words: 60, sentences: 6, sentence_words: 25, ..budget },
        Situation::Soft => Budget { sentence_words: 25, ..budget },
        Situation::Retraction
        | Situation::Improved
        | Situation::Missed
        | Situation::Takeover
        | Situation::Need
        | Situation::Right
        | Situation::Relapse
        | Situation::Glad
        | Situation::FollowUp
        | Situation::Resolved
        | Situation::Several
        | Situation::Parking
        | Situation::Asking
        | Situation::Refusing
        | Situation::Choosing
        | Situation::Heated
        | Situation::Upset
        | Situation::Tense
        | Situation::Calm
        | Situation::News
        | Situation::NoNews
        | Situation::Nudge => budget,
    }
}

fn of(words: u16, sentences: u8, sentence_words: u16, relational_percent: u16) -> Budget {
    Budget {
        words,
        sentences,
        sentence_words,
        characters: None,
        relational: words.saturating_mul(relational_percent) / 100,
    }
}
