//! Signs of self-harm, by or about anyone: generous, and cancelled only by idioms (`domain.md` 2.5).

mod life;

use alloc::vec::Vec;

use super::despair;
use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::Kind;
use crate::terms::{Crisis, Signal, Target};

/// Despair is not anger, but a message that shows it is not calm.
pub(super) const HEAT: i16 = 400;

/// Adds the findings and returns the highest level. Quoted and reported words count too: the person
/// they are about may be at risk.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) -> Crisis {
    let mut level = Crisis::None;
    let told = findings.len();
    let levels = scene.hits_of(|kind| match kind {
        Kind::Crisis(crisis) => Some(crisis),
        Kind::Signal(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere
        | Kind::Issue(_) => None,
    });
    for (hit, found) in levels {
        if scene.cancelled(&hit, Kind::NotCrisis) {
            continue;
        }
        level = level.max(found);
        findings.push(Finding {
            kind: EvidenceKind::Signal(Signal::SelfHarm),
            first: hit.first,
            end: hit.end,
            weight: HEAT,
            by: scene.phrase(&hit),
            target: Target::Self_,
            line: 0,
            severe: None,
        });
    }
    level = level.max(despair::find(scene, told, findings));
    level.max(lives(scene, findings))
}

/// What is said of a life, of death and of parting.
fn lives(scene: &Scene<'_>, findings: &mut Vec<Finding>) -> Crisis {
    let mut level = Crisis::None;
    for at in 0..scene.tokens.len() {
        let Some((rule, first, end, found)) = life::at(scene, at) else { continue };
        if scene.cancelled_within(first, end, Kind::NotCrisis) {
            continue;
        }
        level = level.max(found);
        findings.push(Finding {
            kind: EvidenceKind::Signal(Signal::SelfHarm),
            first,
            end,
            weight: HEAT,
            by: Finder::Rule(rule),
            target: Target::Self_,
            line: 0,
            severe: None,
        });
    }
    level
}
