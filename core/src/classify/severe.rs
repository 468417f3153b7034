//! Threats, hate, sexual remarks, stalking, extortion, devices, and threats that may or may not be
//! meant (`domain.md` 2.4; 3.3, 2).

use alloc::vec::Vec;

use super::reported::reported_before;
use super::scene::{Finding, Scene};
use crate::classify::EvidenceKind;
use crate::lexicon::{Class, Hit, Kind};
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
    for (hit, kind) in severe {
        if !scene.own(hit.first)
            || scene.cancelled(&hit, Kind::NotSevere)
            || reported_before(scene, hit.first)
        {
            continue;
        }
        findings.push(Finding {
            kind: EvidenceKind::Signal(kind.map_or(Signal::VeiledThreat, signal)),
            first: hit.first,
            end: hit.end,
            weight: HEAT,
            by: scene.phrase(&hit),
            target: target(scene, &hit),
            line: if kind.is_some() { 1000 } else { 800 },
            severe: kind,
        });
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
