//! Group E: wording that walls, orders, hides or repeats (`domain.md` 7, L46 to L53 and L57 to L63).

use unicode_segmentation::UnicodeSegmentation;

use super::Severity;
use super::context::Context;
use super::findings::Findings;
use crate::speech::{Found, Speech};
use crate::tables::rules::Mark;
use crate::terms::Slot;
use crate::text::{Span, wording};

/// Tables that are a rule by themselves.
const TABLES: [(u8, Mark); 4] =
    [(53, Mark::Jargon), (58, Mark::CorporateWe), (60, Mark::Title), (62, Mark::BlamesColleague)];

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_tables(speech, &TABLES);
    negative_stack(speech, findings);
    but_eraser(speech, findings);
    if !speech.has_any(&[Mark::Option, Mark::Choice]) {
        findings.add_all(48, speech, Mark::PolicyWall);
    }
    if !context.nouns.is_empty() {
        findings.add_all(49, speech, Mark::VagueNoun);
    }
    for words in speech.all(Mark::Orders).filter(|words| is_an_order(speech, words)) {
        findings.add(50, speech.span(words));
    }
    for words in speech.all(Mark::Reask).filter(|words| is_known(speech, words, context)) {
        findings.add(51, speech.span(words));
    }
    if leaves_questions(speech, context) {
        findings.add(52, speech.whole());
    }
    if !speech.gives_step() && !speech.has_any(&[Mark::Option, Mark::Choice]) {
        findings.add_all(57, speech, Mark::DesignTheFix);
    }
    repeated(speech, context, findings);
    names(speech, context, findings);
    placeholders(speech, findings);
    if refers_away(speech, context) {
        findings.add_all(63, speech, Mark::HollowReferral);
    }
}

/// L46: "unfortunately" and a refusal beside it; milder where an option follows at once (7.2).
fn negative_stack(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    for words in speech.all(Mark::Unfortunately) {
        let next = words.sentence.saturating_add(1);
        let refused = speech
            .near(words.end, words.end.saturating_add(REACH))
            .any(|found| found.mark == Mark::Negative && found.sentence == words.sentence)
            || speech.sentence_has(next, Mark::Negative);
        if !refused {
            continue;
        }
        let option = [words.sentence, next, next.saturating_add(1)].iter().any(|sentence| {
            speech.sentence_has(*sentence, Mark::Option)
                || speech.sentence_has(*sentence, Mark::Choice)
        });
        let severity = if option { Severity::Info } else { Severity::Warning };
        findings.add_as(46, severity, speech.span(words));
    }
}

/// Words over which a reader still connects two parts of a sentence.
const REACH: usize = 24;

/// L47: "but" after an apology or empathy, in its sentence or at the head of the next.
fn but_eraser(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let warm = [Mark::Apology, Mark::Empathy, Mark::Situation, Mark::Sympathy];
    for but in speech.all(Mark::But) {
        let heads =
            speech.sentences.get(but.sentence).is_some_and(|sentence| sentence.first == but.first);
        let erases = if heads {
            but.sentence
                .checked_sub(1)
                .is_some_and(|before| warm.iter().any(|mark| speech.sentence_has(before, *mark)))
        } else {
            speech
                .near(but.first.saturating_sub(REACH), but.first)
                .any(|found| found.sentence == but.sentence && warm.contains(&found.mark))
        };
        if erases {
            findings.add(47, speech.span(but));
        }
    }
}

/// L50: not a question, a condition or a relief ("you do not need to", "what you need to know").
fn is_an_order(speech: &Speech<'_>, words: &Found) -> bool {
    let eased = [
        "if", "do", "dont", "not", "what", "when", "all", "anything", "nothing", "whatever",
        "that", "unless", "should", "where",
    ];
    let asked = speech.sentences.get(words.sentence).is_some_and(|sentence| sentence.question);
    !asked && !words.first.checked_sub(1).is_some_and(|before| speech.tokens.is(before, &eased))
}

/// L51: asks for a name or a reference that the facts hold.
fn is_known(speech: &Speech<'_>, words: &Found, context: &Context<'_>) -> bool {
    let Some(sentence) = speech.sentences.get(words.sentence) else { return false };
    let about = |any: &[&str]| (words.first..words.end).any(|at| speech.tokens.is(at, any));
    let held = if about(&["name", "speaking"]) {
        Slot::Name
    } else if about(&["email", "phone", "address", "postal", "delivery"]) {
        return false;
    } else {
        Slot::Ref
    };
    sentence.asks && context.facts.get(held).is_some()
}

/// L52: several questions and one answer at most: neither a list of points, nor one kept for later, nor
/// a question back. What answers what is for the reader to judge.
fn leaves_questions(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let later = ["second", "other", "both", "also", "secondly"];
    let answers = speech.sentences.iter().filter(|sentence| {
        !sentence.has(Mark::Greeting) && !sentence.has(Mark::Signature) && sentence.len() > 2
    });
    context.questions > 1
        && !context.crisis
        && !context.threat
        && answers.count() < 2
        && !speech.sentences.iter().any(|sentence| sentence.asks)
        && !speech.has_any(&[Mark::Agenda, Mark::Boundary, Mark::Ending])
        && !(0..speech.tokens.len()).any(|at| speech.tokens.is(at, &later))
}

/// L59: six words in a row that one of our last two replies had.
fn repeated(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.recent.is_empty() {
        return;
    }
    let text = speech.text();
    let ends = text.unicode_word_indices().skip(RUN.saturating_sub(1));
    for ((start, _), (last, word)) in text.unicode_word_indices().zip(ends) {
        let end = last.saturating_add(word.len());
        let said = text.get(start..end).map(wording).unwrap_or_default();
        let again = said
            .iter()
            .any(|run| context.recent.iter().any(|reply| reply.binary_search(run).is_ok()));
        if !again {
            continue;
        }
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            let span = Span::new(start, end);
            if !speech.is_exempt(span) {
                findings.add(59, span);
            }
        }
    }
}

/// Words in a fingerprinted run (`text::wording`).
const RUN: usize = 6;

/// L60: the customer's name more than once, or in a boundary.
fn names(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(name) = context.facts.get(Slot::Name).map(str::trim).filter(|name| !name.is_empty())
    else {
        return;
    };
    let bounded = speech.has_any(&[Mark::Boundary, Mark::Ending]);
    let places = speech
        .text()
        .match_indices(name)
        .filter(|(at, found)| stands_alone(speech.text(), *at, at.saturating_add(found.len())));
    for (at, found) in places.skip(usize::from(!bounded)) {
        let end = at.saturating_add(found.len());
        if let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(end)) {
            findings.add(60, Span::new(start, end));
        }
    }
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// L61: braces around a name, brackets around capitals, and words that stand in for words.
fn placeholders(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    findings.add_all(61, speech, Mark::Lorem);
    let text = speech.text();
    for (open, close) in [('{', '}'), ('[', ']'), ('<', '>')] {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(open)) {
            let start = from.saturating_add(at);
            let inside = start.saturating_add(open.len_utf8());
            from = inside;
            let rest = text.get(inside..).unwrap_or("");
            // A gap is short: looking no further keeps this linear.
            let length = rest.char_indices().take(LONGEST_GAP).find(|(_, letter)| *letter == close);
            let Some((length, _)) = length else { continue };
            let name = rest.get(..length).unwrap_or("");
            // `/orders/{id}` is a path.
            let path = text.get(..start).is_some_and(|before| before.ends_with(['/', '$', '=']));
            if path || !is_gap(open, name) {
                continue;
            }
            let end = inside.saturating_add(length).saturating_add(close.len_utf8());
            if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
                let span = Span::new(start, end);
                if !speech.is_exempt(span) {
                    findings.add(61, span);
                }
            }
        }
    }
}

const LONGEST_GAP: usize = 48;

fn is_gap(open: char, name: &str) -> bool {
    let name = name.trim_matches(['{', '}', ' ']);
    let plain = name.chars().all(|letter| {
        letter.is_alphanumeric() || matches!(letter, '_' | ' ' | '-' | '.' | '\'' | '/')
    });
    let starts = name.chars().next().is_some_and(char::is_alphabetic);
    let words = [
        "insert", "your", "name", "customer", "agent", "date", "time", "link", "amount", "number",
        "company",
    ];
    let first = name.split([' ', '_', '-']).next().unwrap_or("");
    plain
        && starts
        && match open {
            '{' => true,
            _ => {
                name.chars().filter(|letter| letter.is_uppercase()).count() > 3
                    || words.iter().any(|word| first.eq_ignore_ascii_case(word))
            }
        }
}

/// L63: the whole answer sends the customer elsewhere.
fn refers_away(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let works = (0..speech.sentences.len())
        .any(|index| speech.steps_in(index).next().is_some() || speech.commits(index));
    let helps = [
        Mark::Ownership,
        Mark::Option,
        Mark::Choice,
        Mark::Rights,
        Mark::Ending,
        Mark::Handoff,
        Mark::Legal,
    ];
    !works && !context.crisis && !speech.has_any(&helps)
}
