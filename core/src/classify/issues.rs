//! Grievances and requests, each with a name in the customer's own nouns (`design.md` 3).

mod name;
mod noun_phrase;
mod when;

use alloc::string::String;
use alloc::vec::Vec;

use self::name::Rank;
use self::noun_phrase::NounPhrase;
use super::scene::Scene;
use crate::classify::Issue;
use crate::lexicon::{Hit, Kind};
use crate::terms::{IssueKind, IssueTime, Signal};

/// At most this many: a longer list is no agenda.
const MOST: usize = 12;

/// A longer name is a sentence.
const LONGEST_TITLE: usize = 60;

pub(super) fn find(scene: &Scene<'_>, hot: bool) -> Vec<Issue> {
    let phrases = noun_phrase::all(scene);
    let mut found: Vec<Found<'_>> = Vec::new();
    let hits = scene.hits_of(|kind| match kind {
        Kind::Issue(issue) => Some(issue),
        Kind::Signal(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere => None,
    });
    for (hit, kind) in hits.filter(|(hit, _)| scene.own(hit.first)) {
        let one = Found::of(scene, &phrases, &hit, kind);
        take(scene, &mut found, one);
    }
    settle(&mut found);
    if found.is_empty() && hot {
        found.extend(unnamed(scene, &phrases));
    }
    found.sort_by_key(|one| one.issue.span.start);
    found.truncate(MOST);
    found.into_iter().map(|one| one.issue).collect()
}

/// An issue with the sentence it stands in, and where its name comes from.
struct Found<'a> {
    issue: Issue,
    sentence: usize,
    rank: Rank,
    noun: Option<&'a NounPhrase>,
}

impl<'a> Found<'a> {
    fn of(scene: &Scene<'_>, phrases: &'a [NounPhrase], hit: &Hit, kind: IssueKind) -> Self {
        let mut name = name::name(scene, phrases, hit, kind);
        if name.title.len() > LONGEST_TITLE {
            if let Some(noun) = name.noun {
                name.title = noun.title(scene);
            }
        }
        let issue = Issue {
            kind,
            span: scene.tokens.span_of(hit.first, hit.end),
            title: name.title,
            time: when::time(scene, hit),
        };
        Self { issue, sentence: scene.sentence_start(hit.first), rank: name.rank, noun: name.noun }
    }

    /// One thing said twice: the same name, or the same noun.
    fn is(&self, scene: &Scene<'_>, other: &Self) -> bool {
        let noun = match (self.noun, other.noun) {
            (Some(one), Some(other)) => one.is_same(scene, other),
            (Some(_) | None, _) => false,
        };
        self.issue.time == other.issue.time && (noun || self.issue.title == other.issue.title)
    }
}

/// Adds what a hit tells, once for each thing; the better name and its kind stay.
fn take<'a>(scene: &Scene<'_>, found: &mut Vec<Found<'a>>, one: Found<'a>) {
    let known = found.iter().position(|other| other.is(scene, &one));
    let full = found.len() >= MOST.saturating_mul(3);
    match known.and_then(|known| found.get_mut(known)) {
        Some(other) => {
            let question = other.issue.kind == IssueKind::Information && one.rank >= Rank::Mention;
            if (one.rank > other.rank || question) && one.issue.kind != IssueKind::Information {
                let span = other.issue.span;
                *other = one;
                other.issue.span.start = span.start.min(other.issue.span.start);
            }
        }
        // A flood is bounded while it comes in: more than enough to choose from.
        None if full => {}
        None => found.push(one),
    }
}

/// Drops what another issue of the sentence says better.
fn settle(found: &mut Vec<Found<'_>>) {
    let best: Vec<(usize, IssueKind, Rank)> =
        found.iter().map(|one| (one.sentence, one.issue.kind, one.rank)).collect();
    found.retain(|one| {
        let beaten = best.iter().any(|(sentence, kind, rank)| {
            let same = *sentence == one.sentence;
            let grievance = *kind != IssueKind::Information;
            // A question about a grievance is the grievance.
            let question = one.issue.kind == IssueKind::Information && same && grievance;
            // What is named by the table alone, beside a name of the same kind or an event.
            let plain = one.rank == Rank::Table
                && *rank > Rank::Table
                && same
                && (*kind == one.issue.kind || *rank == Rank::Event);
            let mention =
                one.rank == Rank::Mention && same && grievance && *rank == Rank::Event;
            question || plain || mention
        });
        !beaten
    });
    // A question that has no name is none beside one that has.
    let named = found.iter().any(|one| one.rank > Rank::Table);
    found.retain(|one| {
        !(named && one.issue.kind == IssueKind::Information && one.rank == Rank::Table)
    });
}

/// No phrase of the issue tables, but the signs of something wrong with a definite thing: "no one has
/// fixed this system".
fn unnamed<'a>(scene: &Scene<'_>, phrases: &'a [NounPhrase]) -> Option<Found<'a>> {
    let wrong = scene.hits_of(|kind| match kind {
        Kind::Signal(
            Signal::Fault
            | Signal::Delay
            | Signal::BrokenPromise
            | Signal::RepeatContact
            | Signal::RepeatedEffort
            | Signal::Impact,
        ) => Some(()),
        Kind::Signal(_)
        | Kind::Issue(_)
        | Kind::Flag(_)
        | Kind::NotFlag(_)
        | Kind::Crisis(_)
        | Kind::NotCrisis
        | Kind::Severe(_)
        | Kind::Veiled
        | Kind::NotSevere => None,
    });
    let near = wrong.filter(|(hit, ())| scene.own(hit.first)).find_map(|(hit, ())| {
        let start = scene.sentence_start(hit.first);
        let end = scene.sentence_end(hit.first);
        phrases.iter().find(|phrase| (start..end).contains(&phrase.head))
    });
    let noun = near?;
    let title = noun.title(scene);
    let span = scene.tokens.span_of(noun.first, noun.end);
    let issue = Issue { kind: IssueKind::Other, span, title: String::from(title), time: IssueTime::Current };
    Some(Found { issue, sentence: noun.first, rank: Rank::Thing, noun: Some(noun) })
}
