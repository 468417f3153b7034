//! Grievances and requests, each with a name in the customer's own nouns (`design.md` 3).

use alloc::string::String;
use alloc::vec::Vec;

use super::scene::Scene;
use crate::classify::Issue;
use crate::lexicon::{Break, Class, Hit, Kind, head};
use crate::terms::{IssueKind, IssueTime};

/// At most this many: a longer list is no agenda.
const MOST: usize = 12;

pub(super) fn find(scene: &Scene<'_>, hot: bool) -> Vec<Issue> {
    let mut found: Vec<Found> = Vec::new();
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
        let (title, customers) = title(scene, &hit, kind);
        let sentence = scene.sentence_start(hit.first);
        let again = found.iter().any(|other| {
            let same = other.issue.title == title && (other.issue.kind == kind || !customers);
            let plainer = other.issue.kind == kind && other.sentence == sentence && !customers;
            same || plainer
        });
        if again || found.len() >= MOST {
            continue;
        }
        // A name in the customer's own nouns replaces the table's for the same thing.
        found.retain(|other| {
            let plainer = customers && !other.customers;
            !(plainer && other.issue.kind == kind && other.sentence == sentence)
        });
        let issue = Issue {
            kind,
            span: scene.tokens.span_of(hit.first, hit.end),
            title,
            time: time(scene, &hit),
        };
        found.push(Found { issue, sentence, customers });
    }
    // A question about a grievance is the grievance.
    let grievances: Vec<usize> = found
        .iter()
        .filter(|one| one.issue.kind != IssueKind::Information)
        .map(|one| one.sentence)
        .collect();
    found.retain(|one| {
        one.issue.kind != IssueKind::Information || !grievances.contains(&one.sentence)
    });
    if found.is_empty() && hot {
        return unnamed(scene).into_iter().collect();
    }
    found.into_iter().map(|one| one.issue).collect()
}

/// An issue with the sentence it stands in, and whether its name is the customer's.
struct Found {
    issue: Issue,
    sentence: usize,
    customers: bool,
}

/// No phrase of the tables, but a hot message about some definite thing: "no one has fixed this system".
fn unnamed(scene: &Scene<'_>) -> Option<Issue> {
    (0..scene.tokens.len()).filter(|at| scene.own(*at)).find_map(|at| {
        let floor = scene.clause_start(at);
        let title = noun_phrase(scene, at, floor)?;
        let span = scene.tokens.span_of(at, at.saturating_add(1));
        Some(Issue { kind: IssueKind::Other, span, title, time: IssueTime::Current })
    })
}

/// The noun of the phrase itself, else the nearest before it in its clause, else the table's own.
fn title(scene: &Scene<'_>, hit: &Hit, kind: IssueKind) -> (String, bool) {
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
        Some(name) => (name, true),
        None if fallback.is_empty() => (String::from("the problem"), false),
        None => (String::from(fallback), false),
    }
}

/// "my damn internet" is "your internet", "this stupid system" is "the system". The noun must be a thing
/// with a word before it that makes it definite.
fn noun_phrase(scene: &Scene<'_>, noun: usize, floor: usize) -> Option<String> {
    if !scene.has(noun, Class::Thing)
        || scene.has(noun, Class::Staff)
        || vague(scene, noun)
        || tells_of_it(scene, noun)
    {
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

/// "I get a text that …": what brought the news is not what is wrong.
fn tells_of_it(scene: &Scene<'_>, noun: usize) -> bool {
    let news = [
        "text",
        "email",
        "mail",
        "message",
        "letter",
        "notification",
        "sms",
        "call",
        "note",
        "post",
    ];
    let article = scene.before(noun);
    scene.is(noun, &news)
        && article.is_some_and(|at| scene.is(at, &["a", "an", "another", "the", "your"]))
        && article.and_then(|at| scene.before(at)).is_some_and(|verb| {
            scene.is(
                verb,
                &[
                    "get", "got", "gets", "had", "have", "received", "sent", "send", "says", "by",
                    "see", "read",
                ],
            )
        })
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
        // A code, a short form or a name keeps its own spelling; shouted words do not.
        let neighbour = at.checked_sub(1).is_some_and(|prev| scene.tokens.in_capitals(prev));
        let short_form = scene.tokens.in_capitals(*at) && word.len() <= 4 && !neighbour;
        let shouted = scene.tokens.in_capitals(*at) && word.len() > 4;
        if shouted || scene.tokens.is_known(*at) && !short_form {
            name.push_str(scene.tokens.folded(*at));
        } else {
            name.push_str(word);
        }
    }
    Some(name)
}

/// "last year", "ages ago": an old grievance raised again.
fn time(scene: &Scene<'_>, hit: &Hit) -> IssueTime {
    let stop = |word: usize| {
        scene.tokens.breaks_before(word) >= Break::Sentence
            || scene.is(word, &["and", "but", "then"])
    };
    let floor = hit.first.saturating_sub(8);
    let mut at = hit.first;
    while at > floor && !stop(at) {
        at = at.saturating_sub(1);
    }
    let ceiling = hit.end.saturating_add(8).min(scene.tokens.len());
    let end = (hit.end..ceiling).find(|word| stop(*word)).unwrap_or(ceiling);
    if (at..end).any(|word| scene.tokens.class_end(word, Class::PastTime).is_some()) {
        IssueTime::Past
    } else {
        IssueTime::Current
    }
}
