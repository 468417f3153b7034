//! Where the clauses of a message begin, also without a comma.

use alloc::vec::Vec;

use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};

/// The first word of the clause of each word.
pub(super) struct Clauses {
    starts: Vec<usize>,
}

impl Clauses {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut start = 0;
        let mut after_connector = false;
        let starts = (0..scene.tokens.len())
            .map(|at| {
                if after_connector || scene.tokens.breaks_before(at) >= Break::Clause {
                    start = at;
                }
                after_connector = is_connector(scene, at);
                start
            })
            .collect();
        Self { starts }
    }

    /// The first word of a word's clause: what follows "and" and the like.
    pub(super) fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(at)
    }
}

/// Words that begin another clause without a comma.
pub(super) fn is_connector(scene: &Scene<'_>, at: usize) -> bool {
    const CONNECTORS: [&str; 8] = ["and", "but", "then", "because", "cos", "so", "now", "which"];
    scene.has(at, Class::FunctionWord) && scene.is(at, &CONNECTORS)
}
