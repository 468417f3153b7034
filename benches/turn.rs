//! What one turn of a contact costs: the message read, the case moved, steps, draft and its review.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use unruffled::{
    AdvanceError, Case, Channel, CustomerMessage, Draft, Event, Facts, Plan, Policy, Review, Slot,
    Timestamp, advance, classify_message, draft_reply, recommend_steps, review_reply,
};
use unruffled_benches::{LONG, SHORT};

fn turns(criterion: &mut Criterion) {
    let policy = Policy::standard();
    let case = Case::open("bench", Channel::Chat, Timestamp(0));
    let facts = Facts::new()
        .with(Slot::Issue, "the late washing machine")
        .with(Slot::StepIng, "checking with the carrier")
        .with(Slot::Time, "16:00 today");
    let mut group = criterion.benchmark_group("turn");
    for (name, text) in [("short", SHORT), ("long", LONG)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| turn(black_box(&case), black_box(text), &facts, policy));
        });
    }
    group.finish();
}

/// Answers a message as a host does; returns all of it, so that nothing is optimised away.
fn turn(
    case: &Case,
    text: &str,
    facts: &Facts<'_>,
    policy: &Policy,
) -> Result<(Case, Plan, Draft, Option<Review>), AdvanceError> {
    let message = classify_message(text, policy);
    let event = Event::MessageReceived(CustomerMessage::read(text, &message));
    let case = advance(case, Timestamp(1_000), &event, policy)?.case;
    let plan = recommend_steps(&case, policy);
    let draft = draft_reply(&case, facts, policy);
    let review = match &draft {
        Draft::Reply(reply) => Some(review_reply(&reply.text, &case, facts, policy)),
        Draft::Withheld(_) => None,
    };
    Ok((case, plan, draft, review))
}

criterion_group!(benches, turns);
criterion_main!(benches);
