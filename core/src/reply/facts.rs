//! What is true, as the host knows it: the only source of facts in a draft.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::terms::Slot;

/// What the host knows: slot by slot. Nothing else may appear as a fact in a draft.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts<'a> {
    entries: Vec<(Slot, Cow<'a, str>)>,
}

impl<'a> Facts<'a> {
    /// No facts.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// Adds or replaces a fact; the text is used as given.
    #[must_use]
    pub fn with(mut self, slot: Slot, text: impl Into<Cow<'a, str>>) -> Self {
        self.set(slot, text);
        self
    }

    /// Adds or replaces a fact; the text is used as given.
    pub fn set(&mut self, slot: Slot, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        match self.entries.iter_mut().find(|(known, _)| *known == slot) {
            Some((_, old)) => *old = text,
            None => self.entries.push((slot, text)),
        }
    }

    /// Returns a fact.
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<&str> {
        self.entries.iter().find(|(known, _)| *known == slot).map(|(_, text)| text.as_ref())
    }

    /// Walks the facts in the order they were given.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &str)> {
        self.entries.iter().map(|(slot, text)| (*slot, text.as_ref()))
    }
}
