//! Group B: empathy that is stock, stacked, presumed or absent (`domain.md` 7, L20 to L29).

use alloc::vec::Vec;

use super::context::Context;
use super::findings::Findings;
use crate::lexicon::Break;
use crate::speech::{Found, Speech, acknowledges_by_bank};
use crate::tables::rules::Mark;

/// Tables that are a rule by themselves.
const TABLES: [(u8, Mark); 6] = [
    (23, Mark::AssignsEmotion),
    (24, Mark::SameShoes),
    (25, Mark::Minimise),
    (26, Mark::Inconvenience),
    (27, Mark::Cliche),
    (28, Mark::FalseCheer),
];

/// "I understand" and its like: once a contact (`domain.md` 6.4).
const UNDERSTANDINGS: usize = 1;

/// Words between two pieces of one empathy clause: "I understand *how* frustrating this must be".
const SAME_CLAUSE: usize = 3;

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_tables(speech, &TABLES);
    generic(speech, context, findings);
    for clause in clauses(speech).iter().skip(1) {
        findings.add(21, speech.tokens.span_of(clause.first, clause.end));
    }
    let said = usize::try_from(context.understandings).unwrap_or(usize::MAX);
    for again in speech.all(Mark::Understanding).skip(UNDERSTANDINGS.saturating_sub(said)) {
        findings.add(22, speech.span(again));
    }
    if lacks_acknowledgement(speech, context) {
        findings.add(29, speech.whole());
    }
}

/// L29: the first reply to an upset message names the problem. A boundary has its own rules.
pub(super) fn lacks_acknowledgement(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    context.temperature >= 2
        && context.first_reply
        && !context.threat
        && !speech.has_any(&[Mark::Boundary, Mark::Ending])
        && speech.acknowledgement(&context.nouns).is_none()
        && !acknowledges_plainly(speech, context)
}

/// Where nothing with a name was raised, a word for the situation is all that there can be.
fn acknowledges_plainly(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let shown = [Mark::Empathy, Mark::Situation, Mark::Apology, Mark::Sympathy, Mark::Condolence];
    acknowledges_by_bank(speech.text()) || context.nouns.is_empty() && speech.has_any(&shown)
}

/// L20: "I understand" with nothing concrete in its sentence, the one before or the one after.
fn generic(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    if !speech.has(Mark::Empathy) {
        return;
    }
    let concrete: Vec<bool> = speech
        .sentences
        .iter()
        .map(|words| !words.asks && context.nouns.named_in(&speech.tokens, words.first, words.end))
        .collect();
    let named = |sentence: usize| concrete.get(sentence).copied().unwrap_or(false);
    for words in speech.all(Mark::Empathy) {
        let here = words.sentence;
        let before = here.checked_sub(1).is_some_and(named);
        if !before && !named(here) && !named(here.saturating_add(1)) {
            findings.add(20, speech.span(words));
        }
    }
}

struct Clause {
    first: usize,
    end: usize,
}

/// Empathy clauses: marks that touch, or nearly so without a comma, are one.
fn clauses(speech: &Speech<'_>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for Found { first, end, .. } in
        speech.marks().iter().filter(|found| matches_empathy(found.mark))
    {
        match clauses.last_mut() {
            Some(last) if joins(speech, last.end, *first) => last.end = last.end.max(*end),
            Some(_) | None => clauses.push(Clause { first: *first, end: *end }),
        }
    }
    clauses
}

fn matches_empathy(mark: Mark) -> bool {
    mark == Mark::Empathy || mark == Mark::Situation
}

fn joins(speech: &Speech<'_>, end: usize, first: usize) -> bool {
    first <= end.saturating_add(SAME_CLAUSE)
        && (end..=first).all(|at| at < end.max(1) || speech.tokens.breaks_before(at) == Break::None)
}
