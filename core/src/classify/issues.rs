//! Grievances and requests, each with a name in the customer's own nouns (`design.md` 3).

use alloc::string::String;
use alloc::vec::Vec;

use super::scene::Scene;
use crate::classify::Issue;
use crate::lexicon::{Break, Class, Hit, Kind, head};
use crate::terms::{IssueKind, IssueTime};

/// At most this many: a longer list is no agenda.
const MOST: usize = 12;

pub(super) fn find(scene: &Scene<'_>) -> Vec<Issue> {
    let mut issues: Vec<Issue> = Vec::new();
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
    let mut ends = Vec::new();
    for (hit, kind) in hits {
        if !scene.own(hit.first) || issues.len() >= MOST {
            continue;
        }
        let title = title(scene, &hit, kind);
        let again = issues.iter().any(|issue| issue.kind == kind && issue.title == title);
        let inside = ends.last().is_some_and(|end| hit.first < *end)
            && issues.last().is_some_and(|issue| issue.title == title);
        if again || inside {
            continue;
        }
        ends.push(hit.end);
        issues.push(Issue {
            kind,
            span: scene.tokens.span_of(hit.first, hit.end),
            title,
            time: time(scene, &hit),
        });
    }
    issues
}

/// The noun of the phrase itself, else the nearest before it in its clause, else the table's own.
fn title(scene: &Scene<'_>, hit: &Hit, kind: IssueKind) -> String {
    let fallback = head(hit.pattern);
    let floor = scene.clause_start(hit.first).max(hit.first.saturating_sub(6));
    let inside = (hit.first..hit.end).rev().find_map(|at| noun_phrase(scene, at, floor));
    // A charge or a refund is named by what happened, unless the customer's phrase has the noun.
    let own_name = matches!(
        kind,
        IssueKind::Billing
            | IssueKind::Refund
            | IssueKind::Service
            | IssueKind::Cancellation
            | IssueKind::Access
    );
    let found = inside.or_else(|| {
        if own_name {
            None
        } else {
            (floor..hit.first).rev().find_map(|at| noun_phrase(scene, at, floor))
        }
    });
    match found {
        Some(name) => name,
        None if fallback.is_empty() => String::from("the problem"),
        None => String::from(fallback),
    }
}

/// "my damn internet" is "your internet", "this stupid system" is "the system". The noun must be a thing
/// with a word before it that makes it definite.
fn noun_phrase(scene: &Scene<'_>, noun: usize, floor: usize) -> Option<String> {
    if !scene.has(noun, Class::Thing) || scene.has(noun, Class::Staff) || vague(scene, noun) {
        return None;
    }
    let mut words = Vec::from([noun]);
    let mut at = noun;
    while let Some(prev) = scene.before(at).filter(|prev| *prev >= floor) {
        if scene.has(prev, Class::My) {
            return named(scene, "your", &words);
        }
        if scene.has(prev, Class::Your)
            || scene.has(prev, Class::Pointer)
            || scene.has(prev, Class::Article)
        {
            return named(scene, "the", &words);
        }
        if rude(scene, prev) || scene.has(prev, Class::Intensifier) {
            at = prev;
            continue;
        }
        if scene.has(prev, Class::FunctionWord)
            || scene.has(prev, Class::Number)
            || words.len() >= 4
        {
            return None;
        }
        words.insert(0, prev);
        at = prev;
    }
    None
}

fn vague(scene: &Scene<'_>, noun: usize) -> bool {
    scene.has(noun, Class::VagueNoun)
}

fn rude(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Swear)
        || scene.has(at, Class::InsultAdjective)
        || scene.has(at, Class::SharpAdjective)
        || scene.has(at, Class::InsultNoun)
        || scene.has(at, Class::InsultNounWeak)
        || scene.tokens.in_disguise(at)
}

fn named(scene: &Scene<'_>, opening: &str, words: &[usize]) -> Option<String> {
    let original = scene.tokens.original();
    let mut name = String::from(opening);
    for at in words {
        name.push(' ');
        let word = scene.tokens.span(*at).of(original);
        // A code or a name keeps its own spelling; shouted words do not.
        let shouted = scene.tokens.in_capitals(*at) && word.len() > 4;
        if shouted || scene.tokens.is_known(*at) {
            name.push_str(scene.tokens.folded(*at));
        } else {
            name.push_str(word);
        }
    }
    Some(name)
}

/// "last year", "ages ago": an old grievance raised again.
fn time(scene: &Scene<'_>, hit: &Hit) -> IssueTime {
    let start = scene.tokens.len().min(hit.first).saturating_sub(8);
    let stop = hit.end.saturating_add(8).min(scene.tokens.len());
    let mut at = hit.first;
    while at > start && scene.tokens.breaks_before(at) < Break::Sentence {
        at = at.saturating_sub(1);
    }
    let mut end = hit.end;
    while end < stop && scene.tokens.breaks_before(end) < Break::Sentence {
        end = end.saturating_add(1);
    }
    if (at..end).any(|word| scene.tokens.class_end(word, Class::PastTime).is_some()) {
        IssueTime::Past
    } else {
        IssueTime::Current
    }
}
