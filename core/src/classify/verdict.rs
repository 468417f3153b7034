//! Puts the rules together: the findings of each family, then the axes that follow from them.

use alloc::vec::Vec;

use super::host::HostWords;
use super::model::Learned;
use super::scene::{Finding, Scene};
use super::{
    Classification, Evidence, EvidenceKind, Finder, MAX_MESSAGE_BYTES, Reading, crisis, flags,
    heat, insult, issues, model, phrases, pictures, segments, severe, shouting, swearing,
};
use crate::policy::Policy;
use crate::tables::weights as table;
use crate::terms::{
    Conduct, Crisis, Flag, Flags, Heat, Language, Milli, SegmentKind, Signal, Target,
};
use crate::text::Span;

/// Evidence beyond this many pieces adds nothing for a reader.
const MOST_EVIDENCE: usize = 400;

pub(super) fn read(text: &str, policy: &Policy) -> Classification {
    let text = readable(text);
    let mut scene = Scene::read(text);
    if scene.language == Language::NotJudged {
        return not_judged(text);
    }
    let host = HostWords::find(&scene.tokens, policy.vocabulary());
    scene.allow(host.allowed());
    let mut flags = Flags::EMPTY;
    let (mut findings, crisis) = findings(&scene, &host, &mut flags);
    let learned = model::score(&scene, &findings, flags);
    let reading = reading(&findings, flags, crisis, &learned, policy);
    if reading.heat >= Heat::Tense {
        show_learned(&scene, &learned, &mut findings);
    }
    let mut issues = issues::find(&scene, reading.heat >= Heat::Tense);
    issues.retain(|issue| !host.muted_span(&scene, issue.span));
    let segments = segments::cut(&scene, &findings);
    Classification {
        reading,
        evidence: evidence(&scene, findings),
        segments,
        issues,
        read: u32::try_from(text.len()).unwrap_or(u32::MAX),
    }
}

/// Runs every rule, and lets the host have its say.
pub(super) fn findings(
    scene: &Scene<'_>,
    host: &HostWords<'_>,
    flags: &mut Flags,
) -> (Vec<Finding>, Crisis) {
    let mut findings = Vec::new();
    phrases::find(scene, &mut findings);
    insult::find(scene, &mut findings);
    severe::find(scene, &mut findings);
    host.add(scene, &mut findings);
    swearing::find(scene, &mut findings, flags);
    pictures::find(scene, &mut findings);
    temper_sarcasm(&mut findings);
    shouting::find(scene, &mut findings, flags);
    let crisis = crisis::find(scene, &mut findings);
    findings.retain(|finding| is_grave(finding) || !host.muted(finding.first, finding.end));
    flags::find(scene, &mut findings, flags);
    if let Some((first, end)) = flags::reported_abuse(scene) {
        flags.insert(Flag::ReportedAbuse);
        findings.push(reported(first, end));
    }
    findings.retain(|finding| is_grave(finding) || !host.muted(finding.first, finding.end));
    if flags.contains(Flag::TicDisclosed) {
        excuse_tics(&mut findings);
    }
    if flags.contains(Flag::LimitedEnglish) {
        // Bare imperatives are how a second language asks (`domain.md` 2.7).
        findings.retain(|finding| finding.kind != EvidenceKind::Signal(Signal::Demand));
    }
    (merged(findings), crisis)
}

/// The part of a text that is read: up to the limit, cut where a character begins.
pub(super) fn readable(text: &str) -> &str {
    let end = (0..=MAX_MESSAGE_BYTES.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

fn not_judged(text: &str) -> Classification {
    let read = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let whole = super::Segment { kind: SegmentKind::Other, span: Span::new(0, read) };
    Classification {
        reading: Reading { language: Language::NotJudged, ..Reading::CALM },
        evidence: Vec::new(),
        segments: if read == 0 { Vec::new() } else { Vec::from([whole]) },
        issues: Vec::new(),
        read,
    }
}

/// One finding where two rules saw the same thing: the wider words, the higher weight and confidence.
fn merged(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| {
        (
            finding.kind,
            finding.first,
            core::cmp::Reverse(finding.end),
            core::cmp::Reverse(finding.line),
        )
    });
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match out.last_mut() {
            Some(wider) if wider.kind == finding.kind && finding.end <= wider.end => {
                if finding.line > wider.line {
                    wider.line = finding.line;
                    wider.target = finding.target;
                    wider.by = finding.by;
                }
                if finding.weight.unsigned_abs() > wider.weight.unsigned_abs() {
                    wider.weight = finding.weight;
                }
                wider.severe = wider.severe.or(finding.severe);
            }
            Some(_) | None => out.push(finding),
        }
    }
    out
}

/// What a host cannot mute.
fn is_grave(finding: &Finding) -> bool {
    finding.severe.is_some()
        || matches!(finding.kind, EvidenceKind::Signal(Signal::SelfHarm | Signal::VeiledThreat))
}

fn reported(first: usize, end: usize) -> Finding {
    Finding {
        kind: EvidenceKind::Flag(Flag::ReportedAbuse),
        first,
        end,
        weight: 0,
        by: Finder::Rule("reported_abuse"),
        target: Target::ThirdParty,
        line: 0,
        severe: None,
    }
}

/// Words that a disclosed tic says are not the customer's own (`domain.md` 2.7): they stay on record, below
/// the line, for a person to look at.
fn excuse_tics(findings: &mut [Finding]) {
    for finding in findings {
        let conduct = matches!(
            finding.kind,
            EvidenceKind::Signal(Signal::Degrading | Signal::DirectedExpletive)
        );
        if conduct {
            finding.line = finding.line.min(250);
            finding.weight = 0;
        }
    }
}

/// From this weight on a sarcastic phrase needs no negative fact beside it.
const CLEAR_SARCASM: i16 = 200;

/// Sarcasm without anything bad in the message is praise (`domain.md` 3.8, 18).
fn temper_sarcasm(findings: &mut [Finding]) {
    let negative = findings
        .iter()
        .any(|finding| finding.weight > 0 && finding.kind != EvidenceKind::Signal(Signal::Sarcasm));
    if !negative {
        for finding in findings.iter_mut() {
            if finding.kind == EvidenceKind::Signal(Signal::Sarcasm) {
                finding.weight = if finding.weight < CLEAR_SARCASM { 0 } else { finding.weight };
            }
        }
    }
}

fn reading(
    findings: &[Finding],
    flags: Flags,
    crisis: Crisis,
    learned: &Learned,
    policy: &Policy,
) -> Reading {
    let heat_milli =
        explained(model::milli(&table::HEAT_SCALE, learned.heat), findings, learned, policy);
    let threshold = policy.line_at().get();
    let severe =
        findings.iter().filter_map(|finding| finding.severe).max_by_key(|kind| kind.urgency());
    let line = findings.iter().map(|finding| finding.line).max().unwrap_or(0);
    let sharp = findings.iter().any(is_sharp);
    let (conduct, line) = match severe {
        Some(kind) => (Conduct::Severe(kind), 1000),
        None if line >= threshold && line > 0 => (Conduct::Crossing, line),
        None => {
            // Below the line, where no rule speaks, the learned score tells near from far.
            let near = thousandths(model::milli(&table::LINE_SCALE, learned.line)).get();
            let line = near.min(threshold.saturating_sub(1));
            (if sharp { Conduct::Sharp } else { Conduct::Fine }, line)
        }
    };
    Reading {
        heat: heat::band(heat_milli, policy),
        heat_milli,
        conduct,
        line_milli: Milli::saturating(line),
        target: target(findings),
        crisis,
        flags: flags_of_conduct(flags, findings),
        language: Language::English,
    }
}

/// Heat that no word can be shown for is not claimed.
fn explained(milli: i32, findings: &[Finding], learned: &Learned, policy: &Policy) -> Milli {
    let [tense, _, _] = policy.heat_bands();
    let shown = !learned.hottest.is_empty() || findings.iter().any(|finding| finding.weight > 0);
    let milli = thousandths(milli);
    if shown { milli } else { milli.min(Milli::saturating(tense.get().saturating_sub(1))) }
}

fn thousandths(milli: i32) -> Milli {
    Milli::saturating(u16::try_from(milli).unwrap_or(0))
}

/// Thousandths of heat that one unit of score is worth around the middle of the scale.
const THOUSANDTHS_OF_A_UNIT: i32 = 5;

/// Adds the words that heat most, where no rule has shown them already.
fn show_learned(scene: &Scene<'_>, learned: &Learned, findings: &mut Vec<Finding>) {
    for (first, end, heat) in &learned.hottest {
        let shown = findings
            .iter()
            .any(|finding| finding.weight > 0 && finding.first < *end && *first < finding.end);
        if shown {
            continue;
        }
        let words: Vec<&str> = (*first..*end).map(|at| scene.tokens.folded(at)).collect();
        findings.push(Finding {
            kind: EvidenceKind::Signal(Signal::Weight),
            first: *first,
            end: *end,
            weight: i16::try_from(heat.saturating_mul(THOUSANDTHS_OF_A_UNIT)).unwrap_or(i16::MAX),
            by: Finder::Weight(words.join(" ")),
            target: Target::None,
            line: 0,
            severe: None,
        });
    }
}

fn is_sharp(finding: &Finding) -> bool {
    let signal = matches!(
        finding.kind,
        EvidenceKind::Signal(
            Signal::PerformanceCriticism | Signal::Accusation | Signal::Mockery | Signal::Degrading
        )
    );
    finding.line >= 300 && (signal || finding.by == Finder::Rule("swearing_order"))
}

fn flags_of_conduct(mut flags: Flags, findings: &[Finding]) -> Flags {
    let directed = EvidenceKind::Signal(Signal::DirectedExpletive);
    if findings.iter().any(|finding| finding.kind == directed) {
        flags.insert(Flag::ProfanityDirected);
    }
    flags
}

/// Of the hottest words: conduct before heat.
fn target(findings: &[Finding]) -> Target {
    findings
        .iter()
        .filter(|finding| {
            finding.target != Target::None && (finding.line > 0 || finding.weight > 0)
        })
        .max_by_key(|finding| (finding.line, finding.weight, core::cmp::Reverse(finding.first)))
        .map_or(Target::None, |finding| finding.target)
}

fn evidence(scene: &Scene<'_>, mut findings: Vec<Finding>) -> Vec<Evidence> {
    findings.sort_by_key(|finding| (finding.first, finding.end, finding.kind));
    findings
        .into_iter()
        .take(MOST_EVIDENCE)
        .map(|finding| Evidence {
            kind: finding.kind,
            span: scene.tokens.span_of(finding.first, finding.end),
            weight: finding.weight,
            by: finding.by,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{findings, model, reading};
    use crate::classify::host::HostWords;
    use crate::classify::scene::Scene;
    use crate::policy::Policy;
    use crate::policy::{Strength, Vocabulary};
    use crate::terms::{Conduct, Flags, SevereKind, Target};

    fn conduct(text: &str, vocabulary: &Vocabulary) -> Conduct {
        let mut scene = Scene::read(text);
        let host = HostWords::find(&scene.tokens, vocabulary);
        scene.allow(host.allowed());
        let mut flags = Flags::EMPTY;
        let (found, crisis) = findings(&scene, &host, &mut flags);
        let learned = model::score(&scene, &found, flags);
        reading(&found, flags, crisis, &learned, Policy::standard()).conduct
    }

    #[test]
    fn the_hosts_words_count() {
        let own = Vocabulary::EMPTY
            .allow("Dickhead's Gin")
            .add("gonk", Strength::Crossing, Target::Agent)
            .add("dozy", Strength::Sharp, Target::Role)
            .mute("garbage");
        let rows = [
            ("my Dickhead's Gin never came", Conduct::Fine, Conduct::Fine),
            ("you gonk", Conduct::Fine, Conduct::Crossing),
            ("a dozy lot", Conduct::Fine, Conduct::Sharp),
            ("you're garbage", Conduct::Crossing, Conduct::Fine),
            ("you idiot", Conduct::Crossing, Conduct::Crossing),
        ];
        for (text, without, with) in rows {
            assert_eq!(conduct(text, &Vocabulary::EMPTY), without, "{text}");
            assert_eq!(conduct(text, &own), with, "{text}");
        }
    }

    #[test]
    fn a_device_leads_whatever_else_is_threatened() {
        for text in [
            "There is a bomb under your desk. I will kill you.",
            "I will kill you. There is a bomb under your desk.",
            "Pay me 5000 or the bomb in your lobby goes off.",
        ] {
            let found = conduct(text, &Vocabulary::EMPTY);
            assert_eq!(found, Conduct::Severe(SevereKind::Device), "{text}");
        }
    }

    #[test]
    fn threats_cannot_be_muted() {
        let text = "I will kill you";
        let mute = Vocabulary::EMPTY.mute("kill");
        assert_eq!(conduct(text, &mute), Conduct::Severe(SevereKind::Violence));
    }
}
