//! Statements put together from parts that stand near each other, whatever their order: what no table of
//! phrases can list.

use super::scene::Scene;
use crate::lexicon::Class;

/// One thing that may stand somewhere.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// An entry of a class.
    Of(Class),
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Part {
    /// Returns one past the part if it begins at a word.
    pub(super) fn end(self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        match self {
            Self::Of(class) => scene.tokens.class_end(at, class),
            Self::Word(words) => scene.is(at, words).then(|| at.saturating_add(1)),
        }
    }

    /// Returns the first place of the part inside words `from..to`.
    pub(super) fn within(
        self,
        scene: &Scene<'_>,
        from: usize,
        to: usize,
    ) -> Option<(usize, usize)> {
        (from..to).find_map(|at| {
            let end = self.end(scene, at).filter(|end| *end <= to)?;
            Some((at, end))
        })
    }
}

/// A statement: one part that is rare, and what must and must not stand around it in its sentence.
pub(super) struct Statement {
    pub(super) rule: &'static str,
    /// The rare part.
    pub(super) anchor: Class,
    /// Each stands somewhere before the anchor.
    pub(super) before: &'static [Part],
    /// Each stands somewhere after it.
    pub(super) after: &'static [Part],
    /// Begins within three words after it.
    pub(super) next: Option<Part>,
    /// Each stands on either side.
    pub(super) beside: &'static [Part],
    /// None stands on either side.
    pub(super) never: &'static [Part],
    /// The neighbouring sentences count too.
    pub(super) across: bool,
    /// How many words on each side are looked at.
    pub(super) reach: usize,
}

impl Statement {
    /// Returns the words of the statement around an anchor that begins at a word.
    pub(super) fn at(&self, scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
        let end = scene.tokens.class_end(at, self.anchor)?;
        let mut from = scene.sentence_start(at);
        let mut to = scene.sentence_end(end.saturating_sub(1));
        if self.across {
            from = scene.sentence_start(from.saturating_sub(1));
            to = scene.sentence_end(to.min(scene.tokens.len().saturating_sub(1)));
        }
        let from = from.max(at.saturating_sub(self.reach));
        let to = to.min(end.saturating_add(self.reach)).max(end);
        let (mut first, mut last) = (at, end);
        let mut widen = |(begin, stop): (usize, usize)| {
            first = first.min(begin);
            last = last.max(stop);
        };
        for part in self.before {
            widen(part.within(scene, from, at)?);
        }
        for part in self.after {
            widen(part.within(scene, end, to)?);
        }
        if let Some(part) = self.next {
            widen(part.within(scene, end, to.min(end.saturating_add(3)))?);
        }
        for part in self.beside {
            widen(part.within(scene, from, at).or_else(|| part.within(scene, end, to))?);
        }
        let spoiled = |part: &Part| part.within(scene, from, to).is_some();
        (!self.never.iter().any(spoiled)).then_some((first, last))
    }
}
