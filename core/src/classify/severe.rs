//! Threats, hate, sexual remarks, stalking, extortion, devices, and threats that may or may not be
//! meant (`domain.md` 2.4; 3.3, 2).

use alloc::vec::Vec;

use super::reported::reported_before;
use super::scene::{Finding, REACH, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Class, Hit, Kind, kind};
use crate::terms::{SevereKind, Signal, Target};

/// Heat of a threat.
const HEAT: i16 = 500;

pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let severe = scene.hits_of(|kind| match kind {
        Kind::Severe(severe) => Some(Some(severe)),
        Kind::Veiled => Some(None),
        Kind::Signal(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::NotSevere
        | Kind::Issue(_) => None,
    });
    for (hit, found) in severe {
        if !scene.own(hit.first)
            || scene.cancelled(&hit, Kind::NotSevere)
            || reported_before(scene, hit.first)
            || (found == Some(SevereKind::Violence) && veiled_over(scene, &hit))
        {
            continue;
        }
        findings.push(Finding {
            kind: EvidenceKind::Signal(found.map_or(Signal::VeiledThreat, signal)),
            first: hit.first,
            end: hit.end,
            weight: HEAT,
            by: scene.phrase(&hit),
            target: target(scene, &hit),
            line: if found.is_some() { 1000 } else { 800 },
            severe: found,
        });
    }
    hunting(scene, findings);
}

/// "I could strangle you" holds "strangle you": the wider, weaker reading counts (`domain.md` 3.8, 12).
fn veiled_over(scene: &Scene<'_>, hit: &Hit) -> bool {
    let from = scene.hits.partition_point(|other| other.first.saturating_add(REACH) < hit.first);
    scene
        .hits
        .iter()
        .skip(from)
        .take_while(|other| other.first <= hit.first)
        .any(|other| kind(other.pattern) == Kind::Veiled && other.end >= hit.end)
}

/// "I'm going to find you": nothing follows that would make it a search in a list (`domain.md` 3.8, 14).
fn hunting(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        let end = at.saturating_add(2);
        let hunts = scene.is(at, &["find", "hunt", "track", "trace"])
            && scene.has(at.saturating_add(1), Class::You)
            && (scene.closes(end) || scene.is(end, &["down"]));
        let start = scene.clause_start(at).max(at.saturating_sub(4));
        let means = (start..at).any(|word| scene.is(word, &["ill", "will", "gonna", "going"]))
            && (start..at).any(|word| scene.has(word, Class::I))
            && !scene.any(start, at, Class::Negator);
        if hunts && means && !reported_before(scene, start) {
            findings.push(Finding {
                kind: EvidenceKind::Signal(Signal::Stalking),
                first: start,
                end,
                weight: HEAT,
                by: Finder::Rule("hunting"),
                target: Target::Agent,
                line: 1000,
                severe: Some(SevereKind::Stalking),
            });
        }
    }
}

const fn signal(kind: SevereKind) -> Signal {
    match kind {
        SevereKind::Violence => Signal::Harm,
        SevereKind::Hate => Signal::Hate,
        SevereKind::Sexual => Signal::Sexual,
        SevereKind::Stalking => Signal::Stalking,
        SevereKind::Extortion => Signal::Extortion,
        SevereKind::Device => Signal::Device,
    }
}

fn target(scene: &Scene<'_>, hit: &Hit) -> Target {
    let start = scene.clause_start(hit.first);
    let end = scene.clause_end(hit.end.saturating_sub(1));
    if scene.any(start, end, Class::PluralYou) {
        Target::Role
    } else if scene.any(hit.first, hit.end, Class::Staff) {
        Target::ThirdParty
    } else {
        Target::Agent
    }
}
