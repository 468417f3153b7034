//! What the customer raised, one thing at a time (`domain.md` 4.3).

use alloc::string::String;
use alloc::vec::Vec;

use super::transition::Refusal;
use crate::terms::{IssueKind, IssueTime, named};
use crate::time::Timestamp;

named! {
    /// Where an item stands.
    pub enum ItemState {
        /// In work.
        Active = 0 "active",
        /// Noted, waiting its turn.
        Parked = 1 "parked",
        /// Done with.
        Disposed = 2 "disposed",
    }
}

named! {
    /// How an item found its end.
    pub enum Disposition {
        /// Fixed.
        Fixed = 0 "fixed",
        /// Worked around.
        WorkedAround = 1 "worked_around",
        /// Declined, with a reason.
        Declined = 2 "declined",
        /// Handed to a named owner, with a date.
        HandedTo = 3 "handed_to",
        /// Acknowledged, nothing to do: an old grievance.
        Acknowledged = 4 "acknowledged",
    }
}

/// One thing the customer raised.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct AgendaItem {
    /// Its number in this contact, from 1.
    pub id: u32,
    /// What it is about.
    pub kind: IssueKind,
    /// A definite noun phrase in the customer's nouns.
    pub title: String,
    /// Now or earlier.
    pub time: IssueTime,
    /// When it was first said.
    pub first_said: Timestamp,
    /// How many messages named it.
    pub times_said: u32,
    /// Where it stands.
    pub state: ItemState,
    /// How it ended.
    pub disposition: Option<Disposition>,
    /// Who has it now, where it was handed to someone.
    #[cfg_attr(feature = "serde", serde(default))]
    pub owner: Option<String>,
    /// When they will have it done.
    #[cfg_attr(feature = "serde", serde(default))]
    pub due: Option<Timestamp>,
}

impl AgendaItem {
    /// The customer's noun decides: "your parcel" that is late and not delivered is one thing to work.
    fn is(&self, title: &str) -> bool {
        same_words(&self.title, title)
    }
}

/// More items than anyone can work: what a flood names beyond this joins the last item's count.
const MAX_ITEMS: usize = 100;

/// The list. INVARIANT: at most one item is active, and one is while any is open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub(crate) struct Agenda {
    pub(crate) items: Vec<AgendaItem>,
}

impl Agenda {
    /// Takes the grievances of one message in; says whether anything was new.
    pub(super) fn take(
        &mut self,
        issues: &[(IssueKind, IssueTime, String)],
        at: Timestamp,
    ) -> bool {
        let mut new = false;
        let mut counted: Vec<u32> = Vec::new();
        for (kind, time, title) in issues {
            let full = self.items.len() >= MAX_ITEMS;
            let known = self.items.iter().position(|item| item.is(title));
            let place = known.or_else(|| full.then(|| self.items.len().saturating_sub(1)));
            match place.and_then(|place| self.items.get_mut(place)) {
                Some(item) => {
                    if !counted.contains(&item.id) {
                        counted.push(item.id);
                        item.times_said = item.times_said.saturating_add(1);
                    }
                    // Said again after it was done with: it is not done with.
                    if item.state == ItemState::Disposed {
                        item.state = ItemState::Parked;
                        item.disposition = None;
                        item.owner = None;
                        item.due = None;
                        new = true;
                    }
                }
                None => {
                    let id = u32::try_from(self.items.len()).unwrap_or(u32::MAX).saturating_add(1);
                    counted.push(id);
                    self.items.push(AgendaItem {
                        id,
                        kind: *kind,
                        title: title.clone(),
                        time: *time,
                        first_said: at,
                        times_said: 1,
                        state: ItemState::Parked,
                        disposition: None,
                        owner: None,
                        due: None,
                    });
                    new = true;
                }
            }
        }
        self.keep_one_active();
        new
    }

    /// Says whether this was raised before.
    pub(super) fn knows(&self, title: &str) -> bool {
        self.items.iter().any(|item| item.is(title))
    }

    pub(super) fn dispose(&mut self, id: u32, disposition: Disposition) -> Result<(), Refusal> {
        let item = self.item_mut(id)?;
        item.state = ItemState::Disposed;
        item.disposition = Some(disposition);
        item.owner = None;
        item.due = None;
        self.keep_one_active();
        Ok(())
    }

    /// Someone else has it, by a date the customer can be told.
    pub(super) fn hand(&mut self, id: u32, to: &str, due: Timestamp) -> Result<(), Refusal> {
        self.dispose(id, Disposition::HandedTo)?;
        let item = self.item_mut(id)?;
        item.owner = Some(to.into());
        item.due = Some(due);
        Ok(())
    }

    /// Takes `id` up and parks the item in work.
    pub(super) fn take_up(&mut self, id: u32) -> Result<(), Refusal> {
        if self.item_mut(id)?.state == ItemState::Disposed {
            return Err(Refusal::NotNow(
                "this item has found its end; a customer message that names it takes it up again",
            ));
        }
        for item in &mut self.items {
            if item.state == ItemState::Active {
                item.state = ItemState::Parked;
            }
            if item.id == id {
                item.state = ItemState::Active;
            }
        }
        Ok(())
    }

    pub(super) fn active(&self) -> Option<&AgendaItem> {
        self.items.iter().find(|item| item.state == ItemState::Active)
    }

    pub(super) fn all_disposed(&self) -> bool {
        self.items.iter().all(|item| item.state == ItemState::Disposed)
    }

    fn item_mut(&mut self, id: u32) -> Result<&mut AgendaItem, Refusal> {
        self.items.iter_mut().find(|item| item.id == id).ok_or(Refusal::UnknownItem(id))
    }

    /// The first current grievance in the order it was said; an old one only when none is left.
    fn keep_one_active(&mut self) {
        if self.active().is_some() {
            return;
        }
        let parked = |item: &&mut AgendaItem| item.state == ItemState::Parked;
        let is_current = |item: &&mut AgendaItem| item.time == IssueTime::Current;
        let next = self.items.iter_mut().filter(parked).find(is_current);
        let next = match next {
            Some(item) => Some(item),
            None => self.items.iter_mut().find(parked),
        };
        if let Some(item) = next {
            item.state = ItemState::Active;
        }
    }
}

/// The same words whatever the case and the spaces at the ends.
fn same_words(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.trim().chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{Agenda, Disposition, ItemState, MAX_ITEMS};
    use crate::terms::{IssueKind, IssueTime};
    use crate::time::Timestamp;

    fn states(agenda: &Agenda) -> Vec<(u32, ItemState, u32)> {
        agenda.items.iter().map(|item| (item.id, item.state, item.times_said)).collect()
    }

    #[test]
    fn one_is_worked_and_the_rest_is_parked() {
        let mut agenda = Agenda::default();
        let said = |kind, time, title: &str| (kind, time, title.to_string());
        let old = said(IssueKind::Service, IssueTime::Past, "the last visit");
        let bill = said(IssueKind::Billing, IssueTime::Current, "the double charge");
        let again = said(IssueKind::Billing, IssueTime::Current, " The Double Charge");
        let late = said(IssueKind::Delay, IssueTime::Current, "the double charge");
        let delay = said(IssueKind::Delay, IssueTime::Current, "the refund");
        assert!(agenda.take(&[old, bill.clone(), again.clone()], Timestamp(1)));
        let expected = [(1, ItemState::Parked, 1), (2, ItemState::Active, 1)];
        assert_eq!(states(&agenda), expected);
        assert!(!agenda.take(&[again], Timestamp(2)));
        assert_eq!(states(&agenda).last(), Some(&(2, ItemState::Active, 2)));
        assert!(!agenda.take(&[late], Timestamp(3)), "the same thing, of another kind");
        assert!(agenda.take(&[delay], Timestamp(3)));
        agenda.dispose(2, Disposition::Fixed).unwrap();
        assert_eq!(agenda.active().map(|item| item.id), Some(3), "current before past");
        agenda.take_up(1).unwrap();
        assert_eq!(agenda.active().map(|item| item.id), Some(1));
        agenda.dispose(1, Disposition::Acknowledged).unwrap();
        agenda.dispose(3, Disposition::Fixed).unwrap();
        assert!(agenda.all_disposed() && agenda.active().is_none());
        assert!(agenda.take(&[bill], Timestamp(4)), "said again after the fix");
        assert_eq!(agenda.active().map(|item| item.id), Some(2));
        assert!(agenda.take_up(1).is_err() && agenda.dispose(9, Disposition::Fixed).is_err());
    }

    #[test]
    fn a_flood_of_grievances_is_bounded() {
        let mut agenda = Agenda::default();
        let flood: Vec<_> =
            (0..500).map(|n: u32| (IssueKind::Other, IssueTime::Current, n.to_string())).collect();
        agenda.take(&flood, Timestamp(1));
        assert_eq!(agenda.items.len(), MAX_ITEMS);
    }
}
