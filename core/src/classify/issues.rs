//! Grievances and requests, each with a name in the customer's own nouns (`design.md` 3).

mod clauses;
mod fallback;
mod name;
mod noun_phrase;
mod when;

use alloc::vec::Vec;

use self::clauses::Clauses;
use self::name::Rank;
use self::noun_phrase::NounPhrase;
use super::scene::Scene;
use crate::classify::Issue;
use crate::lexicon::{Class, Hit, Kind};
use crate::terms::IssueKind;
use crate::text::Span;

/// At most this many: a longer list is no agenda.
const MOST: usize = 12;

/// A longer name is a sentence.
const LONGEST_TITLE: usize = 60;

pub(super) fn find(scene: &Scene<'_>, hot: bool) -> Vec<Issue> {
    let phrases = noun_phrase::all(scene);
    let clauses = Clauses::of(scene);
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
    let told = |hit: &Hit, kind: IssueKind| {
        // "Dear customer service", "whoever is in charge", "in what order".
        let aside = scene.before(hit.first).is_some_and(|at| {
            scene.is(at, &["dear"])
                || scene.is(hit.first, &["charge", "order"])
                    && scene.is(at, &["in", "what", "which"])
        });
        !aside && (kind != IssueKind::Information || asks(scene, &clauses, hit))
    };
    for (hit, kind) in hits.filter(|(hit, kind)| scene.own(hit.first) && told(hit, *kind)) {
        let one = Found::of(scene, &phrases, &clauses, &hit, kind);
        take(scene, &mut found, one);
    }
    settle(&mut found);
    if found.iter().all(|one| one.rank == Rank::Vague) {
        if let Some(issue) = fallback::find(scene, &phrases, hot, found.is_empty()) {
            return Vec::from([issue]);
        }
    }
    found.sort_by_key(|one| one.issue.span.start);
    found.truncate(MOST);
    found.into_iter().map(|one| one.issue).collect()
}

/// A question begins its clause or ends with a question mark: "you are a …" asks nothing.
fn asks(scene: &Scene<'_>, clauses: &Clauses, hit: &Hit) -> bool {
    let clause = clauses.start(hit.first);
    let opening = [
        "um", "er", "uh", "please", "pls", "just", "also", "was", "am", "im", "would", "id", "to",
        "any", "yeah",
    ];
    let greets = |at: &usize| {
        scene.has(*at, Class::GreetingWord)
            || scene.has(*at, Class::Courtesy)
            || scene.has(*at, Class::I)
            || scene.is(*at, &opening)
    };
    let opens = (clause..hit.first)
        .find(|at| !greets(at))
        .is_none_or(|at| scene.has(at, Class::QuestionWord) || scene.is(at, &["which", "whose"]));
    let end = scene.sentence_end(hit.end.saturating_sub(1).max(hit.first));
    let last = usize::try_from(scene.tokens.span(end.saturating_sub(1)).end).unwrap_or(usize::MAX);
    let marked = scene.tokens.original().get(last..);
    opens || marked.is_some_and(|rest| rest.starts_with(['?', '？']))
}

/// An issue with the sentence it stands in, and where its name comes from.
struct Found<'a> {
    issue: Issue,
    sentence: usize,
    clause: usize,
    rank: Rank,
    noun: Option<&'a NounPhrase>,
    /// The noun stands after a preposition: a place, a help to find it.
    inner: bool,
    /// The words that were found hold the noun itself.
    on_head: bool,
}

impl<'a> Found<'a> {
    fn of(
        scene: &Scene<'_>,
        phrases: &'a [NounPhrase],
        clauses: &Clauses,
        hit: &Hit,
        kind: IssueKind,
    ) -> Self {
        let mut name = name::name(scene, phrases, clauses, hit, kind);
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
        Self {
            issue,
            sentence: scene.sentence_start(hit.first),
            clause: clauses.start(hit.first),
            rank: name.rank,
            on_head: name.noun.is_some_and(|noun| (hit.first..hit.end).contains(&noun.head)),
            inner: name.noun.is_some_and(|noun| noun.is_inner(scene)),
            noun: name.noun,
        }
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
            // The span covers both ways it was said.
            let start = other.issue.span.start.min(one.issue.span.start);
            let end = other.issue.span.end.max(one.issue.span.end);
            let kind = kind_of(other, &one);
            if one.rank > other.rank {
                *other = one;
            }
            other.issue.kind = kind;
            other.issue.span = Span::new(start, end);
        }
        // A flood is bounded while it comes in: more than enough to choose from.
        None if full => {}
        None => found.push(one),
    }
}

/// The kind of one thing said twice: what it is (a refund) before that it is missed (it is late), and either
/// before that something was asked about it; otherwise what the better name says.
fn kind_of(one: &Found<'_>, other: &Found<'_>) -> IssueKind {
    let (better, worse) = if other.rank > one.rank { (other, one) } else { (one, other) };
    let asked = better.issue.kind == IssueKind::Information;
    let missed = !is_what(better.issue.kind);
    let thing = worse.rank >= Rank::Mention && is_what(worse.issue.kind);
    // "the delivery charge" is a charge.
    if better.rank == Rank::Mention
        && worse.rank == Rank::Mention
        && worse.on_head
        && !better.on_head
    {
        return worse.issue.kind;
    }
    if asked && worse.rank > Rank::Table || missed && better.rank == Rank::Thing && thing {
        worse.issue.kind
    } else {
        better.issue.kind
    }
}

/// Says whether a kind tells what it is about, not only how we did.
fn is_what(kind: IssueKind) -> bool {
    match kind {
        IssueKind::Fault
        | IssueKind::Billing
        | IssueKind::Refund
        | IssueKind::Access
        | IssueKind::Cancellation => true,
        IssueKind::Delay
        | IssueKind::Delivery
        | IssueKind::Service
        | IssueKind::Information
        | IssueKind::Other => false,
    }
}

/// Drops what another issue of the sentence says better.
fn settle(found: &mut Vec<Found<'_>>) {
    let best: Vec<(usize, usize, IssueKind, Rank)> =
        found.iter().map(|one| (one.sentence, one.clause, one.issue.kind, one.rank)).collect();
    found.retain(|one| {
        let asked = one.issue.kind == IssueKind::Information;
        !best.iter().any(|(sentence, clause, kind, rank)| {
            let grievance = *kind != IssueKind::Information;
            let sentence = *sentence == one.sentence;
            let clause = *clause == one.clause;
            match one.rank {
                // A question about a grievance is the grievance.
                _ if asked && sentence && grievance => true,
                Rank::Vague => *rank > Rank::Vague,
                Rank::Table => {
                    grievance
                        && (sentence && *rank > Rank::Table && *kind == one.issue.kind
                            || clause && *rank >= Rank::Thing)
                }
                Rank::Mention => {
                    clause
                        && grievance
                        && (*rank == Rank::Event || *rank == Rank::Thing && one.inner)
                }
                Rank::Thing | Rank::Event => false,
            }
        })
    });
    // Of names that say little one is enough.
    let vague = found.iter().position(|one| one.rank == Rank::Vague);
    let mut place = 0;
    found.retain(|one| {
        let stays = one.rank > Rank::Vague || vague == Some(place);
        place = place.saturating_add(1);
        stays
    });
}
