//! The name of a grievance: what the table says of the event, and the customer's own noun for the thing.
//!
//! `head` of a row is one of: `the login`, the name where the customer has no noun inside the phrase;
//! `!the missed callback`, always the name (a `+` after it lets "for the blue coat" follow);
//! `the late ~ / the delay`, with the customer's noun, and without; `@ / the fault`, the customer's phrase.

use alloc::string::String;

use super::noun_phrase::{NounPhrase, complement};
use crate::classify::scene::Scene;
use crate::lexicon::{Hit, head};
use crate::terms::IssueKind;

/// How far from the phrase the noun may stand, in words.
const NEAR: usize = 7;

/// How good a name is; of two for one thing the better stays.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Rank {
    /// The table's word for what is only mentioned.
    Table,
    /// The customer's noun for what is only mentioned.
    Mention,
    /// The customer's noun for what has something wrong.
    Thing,
    /// What has happened.
    Event,
}

/// A name and where it comes from.
pub(super) struct Name<'a> {
    pub(super) title: String,
    pub(super) rank: Rank,
    pub(super) noun: Option<&'a NounPhrase>,
}

/// Names what a phrase of the tables found.
pub(super) fn name<'a>(scene: &Scene<'_>, phrases: &'a [NounPhrase], hit: &Hit, kind: IssueKind) -> Name<'a> {
    let head = head(hit.pattern);
    if let Some(always) = head.strip_prefix('!') {
        return event(scene, hit, always);
    }
    let (form, fallback) = head.split_once(" / ").unwrap_or((head, head));
    let around = Around { scene, phrases, hit };
    if let Some(opening) = form.strip_suffix('~') {
        return match around.nearest() {
            Some(noun) => Name {
                title: noun.title_after(scene, opening.trim_end()),
                rank: Rank::Event,
                noun: Some(noun),
            },
            None => plain(fallback),
        };
    }
    if let Some(opening) = form.strip_suffix('@') {
        return match around.nearest() {
            Some(noun) => {
                let mut title = String::from(opening);
                title.push_str(&noun.title(scene));
                Name { title, rank: Rank::Thing, noun: Some(noun) }
            }
            None => plain(fallback),
        };
    }
    // A charge or a refund is named by what happened, unless the customer's phrase has the noun.
    let found = around.inside().or_else(|| if is_an_event(kind) { None } else { around.before() });
    match found {
        Some(noun) => Name { title: noun.title(scene), rank: Rank::Mention, noun: Some(noun) },
        None => plain(fallback),
    }
}

fn event<'a>(scene: &Scene<'_>, hit: &Hit, always: &str) -> Name<'a> {
    let (name, open) = always.strip_suffix('+').map_or((always, false), |name| (name, true));
    let mut title = String::from(name);
    if open {
        let after = (hit.end..hit.end.saturating_add(2)).find_map(|at| complement(scene, at));
        if let Some(("for", noun)) = after {
            title.push_str(&noun.after_joint(scene, "for"));
        }
    }
    Name { title, rank: Rank::Event, noun: None }
}

fn plain<'a>(fallback: &str) -> Name<'a> {
    let title = if fallback.is_empty() { "the problem" } else { fallback };
    Name { title: String::from(title), rank: Rank::Table, noun: None }
}

fn is_an_event(kind: IssueKind) -> bool {
    match kind {
        IssueKind::Billing
        | IssueKind::Refund
        | IssueKind::Service
        | IssueKind::Cancellation
        | IssueKind::Access => true,
        IssueKind::Delay
        | IssueKind::Fault
        | IssueKind::Delivery
        | IssueKind::Information
        | IssueKind::Other => false,
    }
}

/// The noun phrases near a hit.
struct Around<'a, 's> {
    scene: &'s Scene<'s>,
    phrases: &'a [NounPhrase],
    hit: &'s Hit,
}

impl<'a> Around<'a, '_> {
    fn nearest(&self) -> Option<&'a NounPhrase> {
        self.inside().or_else(|| self.before()).or_else(|| self.after())
    }

    /// The last one inside the hit.
    fn inside(&self) -> Option<&'a NounPhrase> {
        let end = self.phrases.partition_point(|phrase| phrase.head < self.hit.end);
        let last = end.checked_sub(1).and_then(|last| self.phrases.get(last))?;
        // The hit may be the complement of a longer phrase.
        (last.head >= self.hit.first || last.end > self.hit.first).then_some(last)
    }

    /// The nearest before the hit, in its clause.
    fn before(&self) -> Option<&'a NounPhrase> {
        let floor = self.scene.clause_start(self.hit.first).max(self.hit.first.saturating_sub(NEAR));
        let end = self.phrases.partition_point(|phrase| phrase.head < self.hit.first);
        let last = end.checked_sub(1).and_then(|last| self.phrases.get(last))?;
        (last.head >= floor).then_some(last)
    }

    /// The first after the hit, in its clause.
    fn after(&self) -> Option<&'a NounPhrase> {
        let ceiling = self.hit.end.saturating_add(NEAR);
        let last = self.hit.end.saturating_sub(1).max(self.hit.first);
        let ceiling = ceiling.min(self.scene.clause_end(last));
        let at = self.phrases.partition_point(|phrase| phrase.first < self.hit.end);
        self.phrases.get(at).filter(|phrase| phrase.head < ceiling)
    }
}
