//! What a good reply would also do here (`domain.md` 6.3).

use alloc::vec::Vec;

use super::apology::{lacks_apology, owes_apology};
use super::context::Context;
use super::empathy::lacks_acknowledgement;
use super::safety::lacks_data_answer;
use super::truth::lacks_time;
use crate::speech::Speech;
use crate::tables::rules::Mark;
use crate::terms::Act;

/// Acts in the order in which a reply would do them. A boundary or an ending is never asked for here.
pub(super) fn acts(speech: &Speech<'_>, context: &Context<'_>) -> Vec<Act> {
    let mut missing = Vec::new();
    if context.crisis {
        if !speech.has_any(&[Mark::Crisis, Mark::CrisisSoft]) {
            missing.push(Act::Crisis);
        }
        return missing;
    }
    if lacks_acknowledgement(speech, context) {
        missing.push(Act::Ack);
    }
    if owes_apology(context) && lacks_apology(speech) {
        missing.push(Act::Apol);
    }
    let stalls = stalls(speech, context);
    if stalls {
        missing.push(Act::Step);
    }
    if context.temperature >= 1 && (stalls || lacks_time(speech, context)) {
        missing.push(Act::Commit);
    }
    if lacks_data_answer(speech, context) {
        missing.push(Act::Data);
    }
    missing
}

/// The reply moves nothing: no step, no time, no question, nobody else brought in; and the customer is
/// upset, or has had no reply yet.
fn stalls(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let due = context.temperature >= 2 || (context.temperature == 1 && context.first_reply);
    let moves = [
        Mark::Ownership,
        Mark::Choice,
        Mark::Option,
        Mark::Handoff,
        Mark::Ending,
        Mark::Close,
        Mark::FollowUp,
        Mark::Update,
        Mark::Live,
        Mark::Question,
    ];
    due && !context.threat
        && !speech.gives_step()
        && !speech.has_any(&moves)
        && !speech.sentences.iter().any(|sentence| sentence.asks)
        && !(0..speech.sentences.len()).any(|index| speech.commits(index))
}
