//! Feelings in pictures: emoji and typed faces.

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::Class;
use crate::terms::{Signal, Target};

const ANGER_HEAT: i16 = 300;
const SADNESS_HEAT: i16 = 180;

/// Adds one finding for each picture of anger or displeasure; only the first of a sort has heat.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let sorts = [
        (Class::AngryEmoji, Signal::Anger, ANGER_HEAT),
        (Class::SadEmoji, Signal::Irritation, SADNESS_HEAT),
    ];
    for (class, signal, heat) in sorts {
        let mut weight = heat;
        for at in (0..scene.tokens.len()).filter(|at| scene.own(*at) && scene.has(*at, class)) {
            findings.push(Finding {
                kind: EvidenceKind::Signal(signal),
                first: at,
                end: at.saturating_add(1),
                weight,
                by: Finder::Rule("picture"),
                target: Target::Situation,
                line: 0,
                severe: None,
            });
            weight = 0;
        }
    }
}
