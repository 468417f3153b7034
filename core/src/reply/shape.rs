//! Puts the parts together as the channel wants them (`domain.md` 6.6).

use alloc::string::String;

use super::choose::Part;
use crate::terms::{Act, Channel};

/// Where a speaker stops and lets them react.
pub(super) const PAUSE: &str = "[pause]";

/// What stands together.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Block {
    Greeting,
    /// Between people.
    Relation,
    /// About the matter.
    Matter,
    /// When they hear next.
    Time,
    /// A request of its own.
    Request,
    Signature,
}

/// Joins the parts: bubbles in chat, paragraphs in mail, breaths on the phone, one run in public.
pub(super) fn shape(parts: &[Part], channel: Channel) -> String {
    let mut text = String::new();
    let mut before: Option<Block> = None;
    for part in parts {
        let block = block(part.act);
        if let Some(before) = before {
            if part.continues {
                text.pop();
                text.push_str(", and ");
            } else {
                text.push_str(joint(before, block, channel));
            }
        }
        text.push_str(&part.text);
        before = Some(block);
    }
    text
}

/// The words that a later reply should not repeat: no marks for a speaker, no signature.
pub(super) fn own_words(text: &str, signed: bool) -> String {
    let words = match text.rsplit_once("\n\n") {
        Some((words, _)) if signed => words,
        Some(_) | None => text,
    };
    words.replace(PAUSE, "")
}

fn joint(before: Block, after: Block, channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => " [pause] ",
        Channel::Social => " ",
        Channel::Email if before == after => " ",
        Channel::Email => "\n\n",
        // Two bubbles at most, and one of its own for a data request.
        Channel::Chat | Channel::Messaging => match (before, after) {
            (Block::Relation, Block::Matter | Block::Time) | (_, Block::Request) => "\n",
            _ => " ",
        },
    }
}

fn block(act: Act) -> Block {
    match act {
        Act::Greet => Block::Greeting,
        Act::Ack
        | Act::Apol
        | Act::Symp
        | Act::Thank
        | Act::Vuln
        | Act::BoundSoft
        | Act::BoundFirm
        | Act::EndConduct
        | Act::EndSevere
        | Act::Reset
        | Act::Retract
        | Act::Missed
        | Act::Access
        | Act::Crisis => Block::Relation,
        Act::Own
        | Act::Fact
        | Act::Agenda
        | Act::Step
        | Act::Ask
        | Act::Choice
        | Act::No
        | Act::Update
        | Act::Handoff
        | Act::Legal
        | Act::Rights
        | Act::Churn
        | Act::Close
        | Act::FollowUp
        | Act::Floor
        | Act::Fill => Block::Matter,
        Act::Commit => Block::Time,
        Act::Data => Block::Request,
        Act::Sign => Block::Signature,
    }
}
