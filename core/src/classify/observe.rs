//! What the learned weights are trained on: the words and the rules' own sums of one message. Only built
//! with the `training` feature, for the script that fits the weights; not part of the promised API.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::host::HostWords;
use super::scene::Scene;
use super::{model, verdict};
use crate::policy::Policy;
use crate::terms::{Flag, Flags, Language, Signal};

/// Stands for a word that the model does not look at.
const SILENT: &str = "*";

/// The raw material of one message.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Observation {
    /// The customer's own words in folded form; an empty word stands where a sentence ends, and `*` for a word
    /// that the model does not look at.
    pub words: Vec<String>,
    /// The sum of each kind of signal, as the model sees it.
    pub signals: Vec<(Signal, i32)>,
    /// The flags.
    pub flags: Vec<Flag>,
    /// The rules' own confidence that the line is crossed.
    pub line: u16,
    /// Whether the rules found severe conduct.
    pub severe: bool,
    /// What the weights of this build make of it: heat and line.
    pub scores: (i32, i32),
}

/// Observes one message; nothing where it is not judged.
#[must_use]
pub fn observe(text: &str, policy: &Policy) -> Observation {
    let mut scene = Scene::read(verdict::readable(text));
    if scene.language == Language::NotJudged {
        return Observation::default();
    }
    let host = HostWords::find(&scene.tokens, policy.vocabulary());
    scene.allow(host.allowed());
    let mut flags = Flags::EMPTY;
    let (findings, _crisis) = verdict::findings(&scene, &host, &mut flags);
    let mut words = Vec::new();
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        if model::sentence_begins(&scene, at) && !words.is_empty() {
            words.push(String::new());
        }
        let word = if model::may_speak(&scene, at) { scene.tokens.folded(at) } else { SILENT };
        words.push(word.to_string());
    }
    let learned = model::score(&scene, &findings, flags);
    Observation {
        words,
        signals: model::sums(&findings, scene.tokens.len()),
        flags: flags.iter().collect(),
        line: findings.iter().map(|finding| finding.line).max().unwrap_or(0),
        scores: (learned.heat, learned.line),
        severe: findings.iter().any(|finding| finding.severe.is_some()),
    }
}
