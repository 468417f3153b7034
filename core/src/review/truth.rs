//! Group D: promises, times, facts and steps (`domain.md` 7, L37 to L45).

use core::ops::Range;

use super::context::Context;
use super::findings::Findings;
use crate::lexicon::{Break, Class};
use crate::speech::{Found, Speech};
use crate::tables::rules::Mark;
use crate::text::Span;

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_all(37, speech, Mark::Absolute);
    hundred_percent(speech, findings);
    for words in speech.all(Mark::VagueTime) {
        let sentence = speech.sentences.get(words.sentence);
        if sentence.is_some_and(|sentence| !sentence.has_time) {
            findings.add(38, speech.span(words));
        }
    }
    if lacks_time(speech, context) {
        findings.add(39, place_of_promise(speech));
    }
    for words in speech.all(Mark::AmbiguousTime) {
        let sentence = speech.sentences.get(words.sentence);
        if sentence.is_some_and(|sentence| !sentence.has_clock) {
            findings.add(40, speech.span(words));
        }
    }
    for words in speech.all(Mark::Outcome).filter(|words| is_ungrounded(speech, words, context)) {
        findings.add(41, speech.span(words));
    }
    for words in speech.all(Mark::PromisesForOthers) {
        if !facts_name(speech, words, context) {
            findings.add(42, speech.span(words));
        }
    }
    many_steps(speech, findings);
    if context.overdue {
        findings.add_all(45, speech, Mark::OverdueThanks);
    }
}

/// L37: `100%`, which is no word.
fn hundred_percent(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    for (at, found) in speech.text().match_indices("100%") {
        let end = at.saturating_add(found.len());
        if let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(end)) {
            let span = Span::new(start, end);
            if !speech.is_exempt(span) {
                findings.add(37, span);
            }
        }
    }
}

/// L39: the reply takes the work on, or promises news, and names no time. A question hands the turn to
/// the customer; a boundary, an ending or a refusal has its own close.
pub(super) fn lacks_time(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let works = (0..speech.sentences.len()).any(|index| speech.steps_in(index).next().is_some());
    let promises = works || speech.has_any(&[Mark::Ownership, Mark::KeepInformed]);
    let asks = speech.sentences.iter().any(|sentence| sentence.asks)
        || speech.has_any(&[Mark::Question, Mark::Live]);
    promises
        && !asks
        && !context.crisis
        && !context.threat
        && !speech.has_any(&[Mark::Boundary, Mark::Ending, Mark::Refusal, Mark::Close])
        && !(0..speech.sentences.len()).any(|index| speech.commits(index))
}

/// The words that promise news, else the step, else the whole.
fn place_of_promise(speech: &Speech<'_>) -> Span {
    [Mark::KeepInformed, Mark::Step, Mark::Ownership]
        .iter()
        .find_map(|mark| speech.all(*mark).next())
        .map_or_else(|| speech.whole(), |found| speech.span(found))
}

/// L41: an outcome with an amount, a date or a length of time that neither the facts nor the customer
/// gave. News we promise to send is ours to give, and not an outcome.
fn is_ungrounded(speech: &Speech<'_>, words: &Found, context: &Context<'_>) -> bool {
    let tokens = &speech.tokens;
    let news = ["update", "answer", "reply", "message", "call", "news", "email", "word"];
    if (words.first..words.end).any(|at| tokens.is(at, &news)) {
        return false;
    }
    let mut figures = around(speech, words).filter(|at| is_figure(speech, *at)).peekable();
    figures.peek().is_some() && !figures.any(|at| context.gives(tokens.folded(at)))
}

/// The words of the sentence around what was found, as far as a reader connects them.
fn around(speech: &Speech<'_>, words: &Found) -> Range<usize> {
    speech.sentences.get(words.sentence).map_or(0..0, |sentence| {
        sentence.first.max(words.first.saturating_sub(REACH))
            ..sentence.end.min(words.end.saturating_add(REACH))
    })
}

const REACH: usize = 24;

/// A number, a weekday, a month, or a counted length of time.
fn is_figure(speech: &Speech<'_>, at: usize) -> bool {
    let tokens = &speech.tokens;
    let counted = tokens.in_class(at, Class::ReplyClockWord)
        && (tokens.in_class(at.saturating_add(1), Class::ReplyLength)
            || tokens.is(at.saturating_add(1), &["working", "business"]));
    tokens.folded(at).bytes().any(|byte| byte.is_ascii_digit())
        || tokens.in_class(at, Class::ReplyWeekday)
        || (tokens.in_class(at, Class::ReplyMonth) && !tokens.is(at, &["may", "march"]))
        || tokens.is(at, &["tomorrow", "tonight"])
        || counted
}

/// L42: the facts name who promises, or the time that is promised.
fn facts_name(speech: &Speech<'_>, words: &Found, context: &Context<'_>) -> bool {
    let tokens = &speech.tokens;
    let small = ["the", "our", "my", "your", "will", "is", "are", "team", "another", "other"];
    let named = (words.first..words.end)
        .filter(|at| !tokens.is(*at, &small))
        .any(|at| context.gives(tokens.folded(at)));
    named
        || around(speech, words)
            .filter(|at| is_figure(speech, *at))
            .any(|at| context.gives(tokens.folded(at)))
}

/// L43: instructions to the customer beyond the first: a request verb where a clause begins.
fn many_steps(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let tokens = &speech.tokens;
    let instructs = |at: usize| {
        let before = at.checked_sub(1);
        let opens = tokens.breaks_before(at) != Break::None
            || before.is_some_and(|before| {
                tokens.is(before, &["please", "then", "and", "next", "first", "finally"])
            });
        // A colon spells the same step out.
        let spelled_out = before.is_some_and(|before| {
            Span::new(tokens.span(before).end, tokens.span(at).start)
                .of(speech.text())
                .contains(':')
        });
        // "Tell me what you see" closes a step; it is none of its own.
        let reports = tokens.is(at, &["tell", "let", "leave", "keep"]);
        opens && !spelled_out && !reports && tokens.in_class(at, Class::ReplyRequestVerb)
    };
    let imperative = |index: usize| {
        speech.sentences.get(index).is_some_and(|sentence| {
            !sentence.question && !sentence.has(Mark::Boundary) && {
                let first = sentence.first;
                instructs(first)
                    || sentence.has(Mark::Request)
                    || tokens.is(first, &["please", "then", "next", "first", "finally"])
            }
        })
    };
    let mut seen = 0_usize;
    for (index, sentence) in speech.sentences.iter().enumerate() {
        if !imperative(index) {
            continue;
        }
        for at in (sentence.first..sentence.end).filter(|at| instructs(*at)) {
            seen = seen.saturating_add(1);
            if seen > 1 && !speech.is_exempt(tokens.span(at)) {
                findings.add(43, tokens.span(at));
            }
        }
    }
}
