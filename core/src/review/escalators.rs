//! Group A1: what turns the heat up (`domain.md` 7, L01 to L12).

use unicode_segmentation::UnicodeSegmentation;

use super::context::Context;
use super::findings::Findings;
use crate::lexicon::{Break, Class};
use crate::speech::{Found, Speech};
use crate::tables::rules::Mark;
use crate::text::Span;

/// Tables that are a rule by themselves.
const TABLES: [(u8, Mark); 5] = [
    (3, Mark::Nonpology),
    (4, Mark::MirroredProfanity),
    (6, Mark::SarcasmCondescension),
    (10, Mark::WhyQuestion),
    (11, Mark::Arguing),
];

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_tables(speech, &TABLES);
    for found in speech.all(Mark::BlameYou).filter(|found| blames(speech, found)) {
        findings.add(2, speech.span(found));
    }
    for found in speech.all(Mark::LabelsPerson).filter(|found| labels(speech, found)) {
        findings.add(5, speech.span(found));
    }
    for found in speech.all(Mark::CalmDown).filter(|found| tells_to_relax(speech, found)) {
        findings.add(1, speech.span(found));
    }
    capitals(speech, findings);
    exclamations(speech, context, findings);
    faces(speech, findings);
    conditional_help(speech, context, findings);
}

/// "If you have not done so", "the code we sent you did not work" and "none of this was your fault" blame
/// nobody: before the words stands what opens a clause, what gave them something, or a denial.
fn blames(speech: &Speech<'_>, found: &Found) -> bool {
    let innocent = [
        "if",
        "whether",
        "sure",
        "unless",
        "which",
        "what",
        "anything",
        "something",
        "case",
        "owed",
        "sent",
        "gave",
        "promised",
        "offered",
        "charged",
        "quoted",
    ];
    let opened = found.first.checked_sub(1).is_some_and(|at| speech.tokens.is(at, &innocent));
    !opened && !speech.denies_before(found)
}

/// "You are not being unreasonable" is no label, and "difficult to reach" is none of a person.
fn labels(speech: &Speech<'_>, found: &Found) -> bool {
    let of_conduct = speech.tokens.is(found.first, &["your"]);
    of_conduct || (!speech.denies_before(found) && !speech.tokens.is(found.end, &["to"]))
}

/// "Relax the limit" relaxes no customer.
fn tells_to_relax(speech: &Speech<'_>, found: &Found) -> bool {
    let tokens = &speech.tokens;
    !(tokens.is(found.end.saturating_sub(1), &["relax"])
        && tokens.breaks_before(found.end) == Break::None
        && tokens.is(found.end, &["the", "our", "this", "that", "your", "these", "those"]))
}

/// L07: everyday words in capitals. Names, codes and short forms are not everyday words, so they pass.
fn capitals(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let tokens = &speech.tokens;
    let shouted = |at: usize| {
        tokens.in_capitals(at)
            && tokens.folded(at).len() >= 3
            && tokens.in_class(at, Class::ReplyEmphasis)
            && !speech.is_exempt(tokens.span(at))
    };
    let mut at = 0;
    while at < tokens.len() {
        if !shouted(at) {
            at = at.saturating_add(1);
            continue;
        }
        let mut end = at.saturating_add(1);
        while tokens.in_capitals(end) && tokens.breaks_before(end) < Break::Sentence {
            end = end.saturating_add(1);
        }
        findings.add(7, tokens.span_of(at, end));
        at = end;
    }
}

/// L08: none from temperature 1 on, one below. A run is one.
fn exclamations(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    let allowed = usize::from(context.temperature == 0);
    for run in runs(speech, |letter| matches!(letter, '!' | '\u{a1}' | '\u{ff01}')).skip(allowed) {
        findings.add(8, run);
    }
}

/// Runs of letters of a kind outside quotations.
fn runs<'s>(
    speech: &'s Speech<'_>,
    wanted: fn(char) -> bool,
) -> impl Iterator<Item = Span> + use<'s> {
    let text = speech.text();
    let mut from = 0;
    core::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from.saturating_add(rest.find(wanted)?);
        let tail = text.get(start..)?;
        let end = start.saturating_add(tail.find(|letter| !wanted(letter)).unwrap_or(tail.len()));
        from = end;
        Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
    })
    .filter(|span| !speech.is_exempt(*span))
}

/// L09: pictures and faces made of marks.
fn faces(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let text = speech.text();
    if text.is_ascii() {
        typed_faces(speech, findings);
        return;
    }
    for (at, cluster) in text.grapheme_indices(true) {
        if cluster.chars().any(is_picture) {
            let end = at.saturating_add(cluster.len());
            if let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(end)) {
                findings.add(9, Span::new(start, end));
            }
        }
    }
    typed_faces(speech, findings);
}

fn is_picture(letter: char) -> bool {
    matches!(letter,
        '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{2b50}')
        && !matches!(letter, '\u{2713}' | '\u{2714}' | '\u{2715}' | '\u{2716}' | '\u{2717}')
}

const TYPED_FACES: [&str; 14] =
    [":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":/", ":'(", "<3", "xD", ":|"];

fn typed_faces(speech: &Speech<'_>, findings: &mut Findings<'_>) {
    let text = speech.text();
    let mut offset = 0_usize;
    for word in text.split_inclusive(char::is_whitespace) {
        let face = word.trim_end().trim_end_matches(['.', ',', '!', '?']);
        if TYPED_FACES.contains(&face) {
            let end = offset.saturating_add(face.len());
            if let (Ok(start), Ok(end)) = (u32::try_from(offset), u32::try_from(end)) {
                findings.add(9, Span::new(start, end));
            }
        }
        offset = offset.saturating_add(word.len());
    }
}

/// L12: help on a condition, unless this is a second boundary that states what will happen.
fn conditional_help(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    let firm = context.crosses_line && context.boundaries > 0 && speech.has(Mark::WayToStay);
    if !firm {
        findings.add_all(12, speech, Mark::ConditionalHelp);
        // "... or I will not help" threatens only beside a boundary: "send the form or I cannot" informs.
        for words in speech.all(Mark::OrNoHelp) {
            if speech.sentence_has(words.sentence, Mark::Boundary) {
                findings.add(12, speech.span(words));
            }
        }
    }
}
