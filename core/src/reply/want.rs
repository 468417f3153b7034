//! One act that a reply should do, and how much.

use crate::tables::phrases::Family;
use crate::terms::{Act, Slot};

/// How much an act is wanted.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Rank {
    /// If there is room.
    May,
    /// Room is kept for it.
    Should,
    /// Without it there is no reply.
    Must,
}

/// One act that the reply should do, and the phrases that do it, best family first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Want {
    pub(super) families: &'static [Family],
    pub(super) rank: Rank,
    /// Only phrases with this slot.
    pub(super) slot: Option<Slot>,
    /// Only phrases without this slot.
    pub(super) without: Option<Slot>,
    /// Only phrases that ask, or that do not.
    pub(super) asks: Option<bool>,
}

impl Want {
    const fn new(rank: Rank, families: &'static [Family]) -> Self {
        Self { families, rank, slot: None, without: None, asks: None }
    }

    pub(super) fn act(&self) -> Option<Act> {
        self.families.first().map(|family| family.act())
    }
}

pub(super) const fn may(families: &'static [Family]) -> Want {
    Want::new(Rank::May, families)
}

pub(super) const fn should(families: &'static [Family]) -> Want {
    Want::new(Rank::Should, families)
}

pub(super) const fn must(families: &'static [Family]) -> Want {
    Want::new(Rank::Must, families)
}
