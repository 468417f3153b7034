//! Group F: safety, rights and privacy (`domain.md` 7, L64 to L76).

use alloc::string::String;
use alloc::vec::Vec;

use super::context::Context;
use super::findings::Findings;
use crate::lexicon::Break;
use crate::speech::{Found, Sentence, Speech};
use crate::tables::rules::Mark;
use crate::terms::{Channel, Flag};
use crate::text::Span;

/// Tables that are a rule by themselves.
const TABLES: [(u8, Mark); 4] = [
    (66, Mark::Diagnosing),
    (67, Mark::LegalOpinion),
    (68, Mark::DiscouragesRights),
    (72, Mark::LabelLeak),
];

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_tables(speech, &TABLES);
    if context.crisis {
        crisis_mismatch(speech, findings);
    }
    helplines(speech, context, findings);
    if lacks_data_answer(speech, context) {
        findings.add(69, speech.whole());
    }
    for words in speech.all(Mark::Secrets).filter(|words| !is_warned_against(speech, words)) {
        findings.add(70, speech.span(words));
    }
    for words in speech.all(Mark::StaffDetail).filter(|words| is_about_staff(speech, words)) {
        findings.add(71, speech.span(words));
    }
    card_numbers(speech, findings);
    if is_early_for_a_survey(context) {
        findings.add_all(73, speech, Mark::SurveyUpsell);
    }
    if context.needs_access() {
        findings.add_all(75, speech, Mark::AccessBarrier);
    }
    if context.flags.contains(Flag::Bereavement) {
        findings.add_all(76, speech, Mark::BereavementTone);
    }
}

/// L69: a new request for personal data that the reply passes over. In public a reply says nothing of
/// it and leads to a private channel.
pub(super) fn lacks_data_answer(speech: &Speech<'_>, context: &Context<'_>) -> bool {
    let private = ["private", "privately", "direct", "dm", "inbox", "pm"];
    let leads_away = context.channel == Channel::Social
        && (0..speech.tokens.len()).any(|at| speech.tokens.is(at, &private));
    context.data_asked && !context.crisis && !leads_away && !speech.has(Mark::Data)
}

/// L64: with someone at risk there is no boundary, ending, closing, collecting or survey, and the reply
/// stays with the person (`domain.md` 2.5).
fn crisis_mismatch(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let unfit = [Mark::Boundary, Mark::Ending, Mark::Close, Mark::Collections, Mark::SurveyUpsell];
    for mark in unfit {
        // "You do not have to make a payment now" collects nothing.
        for words in speech.all(mark).filter(|words| !speech.denies_before(words)) {
            findings.add(64, speech.span(words));
        }
    }
    if !speech.has_any(&[Mark::Crisis, Mark::CrisisSoft]) {
        findings.add(64, speech.whole());
    }
}

/// L65: a number or address to turn to in a crisis that is not in the host's checked directory.
fn helplines(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    for sentence in &speech.sentences {
        if !(context.crisis || sentence.has(Mark::Crisis)) || !points_to_help(speech, sentence) {
            continue;
        }
        for (digits, span) in numbers(speech, sentence) {
            let listed = context.directory.is_some_and(|directory| {
                let entries = [&directory.emergency_number, &directory.crisis_contact];
                entries.iter().any(|entry| only_digits(entry) == digits || lists(entry, &digits))
            });
            if !listed {
                findings.add(65, span);
            }
        }
    }
}

fn points_to_help(speech: &Speech<'_>, sentence: &Sentence) -> bool {
    let words = [
        "call", "text", "dial", "ring", "phone", "talk", "reach", "contact", "lifeline",
        "helpline", "number",
    ];
    (sentence.first..sentence.end).any(|at| speech.tokens.is(at, &words))
}

/// Numbers of three digits or more, their groups joined, with their spans.
fn numbers(speech: &Speech<'_>, sentence: &Sentence) -> Vec<(String, Span)> {
    let tokens = &speech.tokens;
    let mut found: Vec<(String, Span)> = Vec::new();
    let mut open = false;
    for at in sentence.first..sentence.end {
        let word = tokens.folded(at);
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let span = tokens.span(at);
        match found.last_mut() {
            Some((digits, whole)) if is_number && open && continues(speech, *whole, span) => {
                digits.push_str(word);
                whole.end = span.end;
            }
            Some(_) | None if is_number && !refers(speech, at) => {
                found.push((String::from(word), span));
            }
            Some(_) | None => {}
        }
        open = is_number;
    }
    found.retain(|(digits, _)| digits.len() >= 3);
    found
}

/// "The number ending 440", "order 88213": not a number to call.
fn refers(speech: &Speech<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        speech.tokens.is(before, &["ending", "order", "reference", "ref", "case", "ticket"])
    })
}

/// Groups of one number are joined by a space, a hyphen, a dot or brackets, not by a clock's colon.
fn continues(speech: &Speech<'_>, whole: Span, next: Span) -> bool {
    let between = Span::new(whole.end, next.start).of(speech.text());
    between.len() <= 3
        && between.chars().all(|mark| matches!(mark, ' ' | '-' | '.' | '(' | ')' | '\u{a0}'))
}

fn only_digits(entry: &str) -> String {
    entry.chars().filter(char::is_ascii_digit).collect()
}

/// An entry may list several ways: "call 111 or text 85258".
fn lists(entry: &str, digits: &str) -> bool {
    entry
        .split(|mark: char| !(mark.is_ascii_digit() || matches!(mark, ' ' | '-' | '(' | ')')))
        .any(|part| only_digits(part) == digits)
}

/// "Please do not send passwords" asks for none.
fn is_warned_against(speech: &Speech<'_>, words: &Found) -> bool {
    speech.overlaps(words, Mark::Negation)
        || speech
            .near(words.first.saturating_sub(3), words.first)
            .any(|found| found.mark == Mark::Negation && found.sentence == words.sentence)
}

/// L70: a payment card's number written out: 13 to 19 digits that pass the check digit.
fn card_numbers(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    for sentence in &speech.sentences {
        for (digits, span) in numbers(speech, sentence) {
            if (13..=19).contains(&digits.len()) && passes_luhn(&digits) {
                findings.add(70, span);
            }
        }
    }
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            let doubled = digit.saturating_mul(2);
            match place % 2 {
                0 => digit,
                _ if doubled > 9 => doubled.saturating_sub(9),
                _ => doubled,
            }
        })
        .sum();
    sum % 10 == 0 && digits.bytes().any(|byte| byte != b'0')
}

/// ", on until six" after a name; "leave it on until six" is about a thing.
fn is_about_staff(speech: &Speech<'_>, words: &Found) -> bool {
    !speech.tokens.is(words.first, &["on"])
        || speech.tokens.breaks_before(words.first) != Break::None
}

/// L73: while the customer is upset, or has a problem that is not solved yet.
fn is_early_for_a_survey(context: &Context<'_>) -> bool {
    context.temperature >= 2 || (context.has_message && !context.is_solved())
}
