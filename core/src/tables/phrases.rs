//! The phrase bank (`data/en/phrases/`, `domain.md` 6.5): texts, what they need, when they fit.

use crate::terms::{Act, PhraseId, Slot};

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// When a phrase fits: any of its channels, and all of its other conditions.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Conditions(u64);

impl Conditions {
    /// The channels: any of them is enough.
    const CHANNELS: Self = Self::NONE
        .and(Self::PHONE)
        .and(Self::CHAT)
        .and(Self::MESSAGING)
        .and(Self::EMAIL)
        .and(Self::SOCIAL);

    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds a condition where it holds.
    pub(crate) const fn and_if(self, other: Self, holds: bool) -> Self {
        if holds { self.and(other) } else { self }
    }

    pub(crate) const fn contain(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Says whether these hold when `met` is the case.
    pub(crate) const fn hold(self, met: Self) -> bool {
        let channels = self.0 & Self::CHANNELS.0;
        let others = self.0 & !Self::CHANNELS.0;
        (channels == 0 || channels & met.0 != 0) && others & !met.0 == 0
    }
}

/// A set of slots.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Slots(u64);

impl Slots {
    pub(crate) const EMPTY: Self = Self(0);

    pub(crate) const fn with(self, slot: Slot) -> Self {
        Self(self.0 | 1 << slot.code())
    }

    pub(crate) const fn contains(self, slot: Slot) -> bool {
        self.0 & (1 << slot.code()) != 0
    }

    /// Says whether both sets share a slot.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Slot> {
        Slot::ALL.iter().copied().filter(move |slot| self.contains(*slot))
    }
}

#[derive(Debug)]
struct Row {
    id: u16,
    family: Family,
    start: u16,
    middle: u16,
    end: u16,
    needs: Slots,
    when: Conditions,
}

/// One phrase of the bank.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase(&'static Row);

impl Phrase {
    pub(crate) fn id(self) -> PhraseId {
        PhraseId(self.0.id)
    }

    pub(crate) fn family(self) -> Family {
        self.0.family
    }

    /// `ACK.upset.2`.
    pub(crate) fn name(self) -> &'static str {
        cut(self.0.start, self.0.middle)
    }

    /// The words, with `{slot}` where a fact goes.
    pub(crate) fn text(self) -> &'static str {
        cut(self.0.middle, self.0.end)
    }

    /// The slots in it.
    pub(crate) fn needs(self) -> Slots {
        self.0.needs
    }

    /// When it fits.
    pub(crate) fn when(self) -> Conditions {
        self.0.when
    }
}

/// Walks the phrases of a family that a draft may use, in the order of the bank.
pub(crate) fn of(family: Family) -> impl Iterator<Item = Phrase> {
    ROWS.iter()
        .map(Phrase)
        .filter(move |phrase| phrase.family() == family && !phrase.when().contain(Conditions::HAND))
}

/// Walks the whole bank.
pub(crate) fn all() -> impl Iterator<Item = Phrase> {
    ROWS.iter().map(Phrase)
}

/// Finds a phrase.
pub(crate) fn find(id: PhraseId) -> Option<Phrase> {
    let place = ROWS.binary_search_by_key(&id.0, |row| row.id).ok()?;
    ROWS.get(place).map(Phrase)
}

/// Says whether a noun names the trouble itself: delay, error.
pub(crate) fn is_problem(noun: &str) -> bool {
    PROBLEM.binary_search(&noun).is_ok()
}

/// Says whether a noun alone names nothing: question, matter.
pub(crate) fn is_vague(noun: &str) -> bool {
    VAGUE.binary_search(&noun).is_ok()
}

/// Says which number a noun has whose ending says otherwise: `Some(true)` for plural.
pub(crate) fn irregular_plural(noun: &str) -> Option<bool> {
    let singular = SINGULAR.binary_search(&noun).is_ok();
    (singular || PLURAL.binary_search(&noun).is_ok()).then_some(!singular)
}

fn cut(start: u16, end: u16) -> &'static str {
    BLOB.get(usize::from(start)..usize::from(end)).unwrap_or("")
}
