//! Whether a message is English enough to judge anybody by it.

use super::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Language;

/// Of a hundred words, so many must be grammar, or so many known at all.
const GRAMMAR_SHARE: usize = 18;
const KNOWN_SHARE: usize = 40;
/// Texts of up to so many words are English by a single known word.
const SHORT: usize = 4;

pub(super) fn of(scene: &Scene<'_>) -> Language {
    let (mut words, mut grammar, mut known, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
    for at in 0..scene.tokens.len() {
        let word = scene.tokens.folded(at);
        if !word.chars().any(char::is_alphabetic) {
            continue;
        }
        words = words.saturating_add(1);
        latin = latin.saturating_add(usize::from(word.is_ascii()));
        grammar = grammar.saturating_add(usize::from(scene.has(at, Class::FunctionWord)));
        known = known.saturating_add(usize::from(scene.tokens.is_known(at)));
    }
    let english = if words == 0 {
        true
    } else if latin.saturating_mul(2) < words {
        false
    } else if words <= SHORT {
        known > 0
    } else {
        grammar.saturating_mul(100) >= words.saturating_mul(GRAMMAR_SHARE)
            || known.saturating_mul(100) >= words.saturating_mul(KNOWN_SHARE)
    };
    if english { Language::English } else { Language::NotJudged }
}
