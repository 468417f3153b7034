//! The name of a grievance: what the table says of the event, and the customer's own noun for the thing.
//!
//! `head` of a row is one of: `the login`, the name where the customer has no noun inside the phrase;
//! `!the missed callback`, always the name (a `+` after it lets "for the blue coat" follow);
//! `the late ~ / the delay`, with the customer's noun, and without; `@ / the fault`, the customer's phrase.
//! `<` before a form looks for the noun only inside and before the phrase, `>` first after it. `?` before a
//! name says that it names little: it gives way to any other.

use alloc::string::String;

use super::clauses::{Clauses, is_connector};
use super::noun_phrase::{NounPhrase, complement};
use crate::classify::scene::Scene;
use crate::lexicon::{Class, Hit, head};
use crate::terms::IssueKind;

/// How far from the phrase the noun may stand, in words.
const NEAR: usize = 7;

/// How good a name is; of two for one thing the better stays.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Rank {
    /// The table's word, and it says little.
    Vague,
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
pub(super) fn name<'a>(
    scene: &Scene<'_>,
    phrases: &'a [NounPhrase],
    clauses: &Clauses,
    hit: &Hit,
    kind: IssueKind,
) -> Name<'a> {
    let head = head(hit.pattern);
    if let Some(always) = head.strip_prefix('!') {
        return event(scene, hit, always);
    }
    let (form, fallback) = head.split_once(" / ").unwrap_or((head, head));
    let around = Around { scene, phrases, clauses, hit };
    let (form, noun) = match (form.strip_prefix('<'), form.strip_prefix('>')) {
        (Some(form), _) => (form, around.inside().or_else(|| around.before())),
        (None, Some(form)) => {
            (form, around.after().or_else(|| around.inside()).or_else(|| around.before()))
        }
        (None, None) => (form, around.nearest()),
    };
    if let Some(opening) = form.strip_suffix('~') {
        return match noun {
            Some(noun) => {
                let title = if noun.takes_an_adjective(scene) {
                    noun.title_after(scene, opening.trim_end())
                } else {
                    noun.title(scene)
                };
                Name { title, rank: Rank::Event, noun: Some(noun) }
            }
            None => plain(fallback),
        };
    }
    if let Some(opening) = form.strip_suffix('@') {
        return match noun {
            Some(noun) => {
                let mut title = String::from(opening);
                title.push_str(&noun.title(scene));
                let rank = if opening.is_empty() { Rank::Thing } else { Rank::Event };
                Name { title, rank, noun: Some(noun) }
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
    let (title, rank) = match fallback.strip_prefix('?') {
        Some(title) => (title, Rank::Vague),
        None if fallback.is_empty() => ("the problem", Rank::Vague),
        None => (fallback, Rank::Table),
    };
    Name { title: String::from(title), rank, noun: None }
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
    clauses: &'s Clauses,
    hit: &'s Hit,
}

impl<'a> Around<'a, '_> {
    fn nearest(&self) -> Option<&'a NounPhrase> {
        let inside = self.inside();
        inside.or_else(|| self.object()).or_else(|| self.before()).or_else(|| self.after())
    }

    /// The one inside the hit or around it, rather what it is about than a place in it.
    fn inside(&self) -> Option<&'a NounPhrase> {
        let begun = self.phrases.partition_point(|phrase| phrase.first < self.hit.end);
        // "cancel my" touches the determiner only: the noun comes after.
        let within = || {
            let begun = self.phrases.get(..begun).unwrap_or(&[]).iter().rev();
            begun.take_while(|phrase| phrase.end > self.hit.first)
        };
        within().find(|phrase| !phrase.is_inner(self.scene)).or_else(|| within().next())
    }

    /// Where the hit begins its clause, what it is said of: "and cancelled my flight".
    fn object(&self) -> Option<&'a NounPhrase> {
        let last = self.hit.end.saturating_sub(1);
        let touches = self.scene.joined(self.hit.end) && !self.scene.has(last, Class::Preposition);
        if !touches || !self.begins_its_clause() {
            return None;
        }
        let at = self.phrases.partition_point(|phrase| phrase.first < self.hit.end);
        self.phrases.get(at).filter(|phrase| phrase.first == self.hit.end)
    }

    /// The nearest before the hit, in its clause, and rather what the clause is about than a place in it.
    fn before(&self) -> Option<&'a NounPhrase> {
        let floor = self.floor();
        let end = self.phrases.partition_point(|phrase| phrase.head < self.hit.first);
        let near = || {
            let before = self.phrases.get(..end).unwrap_or(&[]).iter().rev();
            before.take_while(|phrase| phrase.head >= floor)
        };
        near().find(|phrase| !phrase.is_inner(self.scene)).or_else(|| near().next())
    }

    /// Where the clause begins; where the hit begins it, the clause before belongs to it:
    /// "one coffee machine, is not working".
    fn floor(&self) -> usize {
        let hit = self.hit.first;
        let near = hit.saturating_sub(NEAR);
        if self.begins_its_clause() {
            self.scene.sentence_start(hit).max(near)
        } else {
            self.clauses.start(hit).max(near)
        }
    }

    /// Says whether nothing but "it" stands before it: what it is said of stands in the clause before.
    fn begins_its_clause(&self) -> bool {
        let hit = self.hit.first;
        (self.clauses.start(hit)..hit).all(|at| {
            self.scene
                .is(at, &["it", "its", "they", "which", "that", "just", "also", "is", "was", "has"])
        })
    }

    /// The first after the hit, in its clause.
    fn after(&self) -> Option<&'a NounPhrase> {
        let last = self.hit.end.saturating_sub(1).max(self.hit.first);
        let ceiling = self.hit.end.saturating_add(NEAR).min(self.scene.clause_end(last));
        let stop = (self.hit.end..ceiling).find(|at| is_connector(self.scene, *at));
        let at = self.phrases.partition_point(|phrase| phrase.head < self.hit.end);
        self.phrases.get(at).filter(|phrase| phrase.head < stop.unwrap_or(ceiling))
    }
}
