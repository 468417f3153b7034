//! Group A2: boundaries and endings, judged by what the customer did (`domain.md` 7, L13 to L19).

use super::context::Context;
use super::findings::Findings;
use crate::speech::{Found, Speech};
use crate::tables::rules::Mark;

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    let ending = ending(speech, context).filter(|_| !is_ordinary_close(context));
    if let Some(words) = &ending {
        let span = speech.span(words);
        if !context.may_end {
            findings.add(17, span);
        }
        let told = speech.has(Mark::IssueStatus) && speech.has(Mark::WayBack);
        // After a threat the safety role says how it goes on (`domain.md` 6.5, END.severe).
        if !told && !context.threat {
            findings.add(18, span);
        }
    }
    boundary(speech, context, ending.is_some(), findings);
}

/// A calm or solved contact in which conduct was never a matter ends like any other.
fn is_ordinary_close(context: &Context<'_>) -> bool {
    let conduct = context.crosses_line || context.threat || context.boundaries > 0;
    !conduct && (context.temperature <= 1 || context.is_solved())
}

/// The words that end the contact. "Goodbye" ends it where the contact is hot or nothing else is said.
fn ending(speech: &Speech<'_>, context: &Context<'_>) -> Option<Found> {
    let farewell = speech
        .all(Mark::Farewell)
        .next()
        .filter(|_| context.temperature >= 3 || context.boundaries > 0 || speech.tokens.len() <= 3);
    speech.all(Mark::Ending).next().or(farewell).copied()
}

fn boundary(speech: &Speech<'_>, context: &Context<'_>, ending: bool, findings: &mut Findings<'_>) {
    let Some(first) = words_of_a_boundary(speech).next() else { return };
    let span = speech.span(first);
    if !context.crosses_line && !context.threat {
        for words in words_of_a_boundary(speech) {
            findings.add(13, speech.span(words));
        }
    }
    if !ending && !helps(speech) {
        findings.add(14, span);
    }
    if context.boundaries.saturating_add(1) < context.consequence_from && !ending {
        findings.add_all(15, speech, Mark::Consequence);
    }
    let firm =
        context.boundaries > 0 && context.boundaries.saturating_add(1) >= context.consequence_from;
    if firm && context.crosses_line && !ending && !is_complete(speech) {
        findings.add(16, span);
    }
    let mut judged = None;
    for words in words_of_a_boundary(speech) {
        if judged != Some(words.sentence) {
            judged = Some(words.sentence);
            apologetic(speech, words.sentence, findings);
        }
    }
}

fn words_of_a_boundary<'s>(speech: &'s Speech<'_>) -> impl Iterator<Item = &'s Found> {
    speech.all(Mark::Boundary).filter(|words| !speech.overlaps(words, Mark::BoundaryFoil))
}

/// A boundary is tied to help: a help clause, a step, or the work that goes on.
fn helps(speech: &Speech<'_>) -> bool {
    speech.has_any(&[
        Mark::Help,
        Mark::Ownership,
        Mark::WayToStay,
        Mark::IssueStatus,
        Mark::Option,
        Mark::Done,
    ]) || (0..speech.sentences.len()).any(|index| speech.steps_in(index).next().is_some())
}

/// A second boundary names the behaviour, the consequence and the choice.
fn is_complete(speech: &Speech<'_>) -> bool {
    speech.has(Mark::Behaviour)
        && speech.has(Mark::Consequence)
        && speech.has_any(&[Mark::WayToStay, Mark::Condition])
}

/// L19: an apology or a plea in the sentence of the boundary.
fn apologetic(speech: &Speech<'_>, sentence: usize, findings: &mut Findings<'_>) {
    let plea = speech.all_in(sentence, Mark::ApologeticBoundary).next();
    if let Some(plea) = plea.or_else(|| speech.all_in(sentence, Mark::Apology).next()) {
        findings.add(19, speech.span(plea));
    }
}
