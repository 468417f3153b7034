//! What a message is about where no phrase of the tables says it: never a guess, only a thing of which
//! something is said, or what is asked.

use alloc::string::String;

use super::noun_phrase::NounPhrase;
use crate::classify::Issue;
use crate::classify::scene::Scene;
use crate::classify::segments;
use crate::lexicon::{Class, Kind};
use crate::terms::{IssueKind, IssueTime, Signal};

/// Finds one issue; `bare` where the tables found nothing at all, not even a name that says little.
pub(super) fn find(
    scene: &Scene<'_>,
    phrases: &[NounPhrase],
    hot: bool,
    bare: bool,
) -> Option<Issue> {
    let news = News::of(scene);
    if news.is_grave || news.is_thanks && !hot {
        return None;
    }
    let own = || phrases.iter().filter(|phrase| scene.own(phrase.first) && !phrase.is_inner(scene));
    if hot || news.is_wrong {
        let said_of = own().find(|phrase| phrase.is_subject(scene));
        let scolded = || own().find(|phrase| phrase.is_scolded(scene));
        let customers = || own().find(|phrase| phrase.is_the_customers());
        if let Some(noun) = said_of.or_else(scolded).or_else(customers) {
            return Some(issue(scene, noun, IssueKind::Fault));
        }
    }
    let question = segments::requests(scene).find(|(first, _)| scene.own(*first));
    if let Some((first, end)) = question.filter(|_| !hot) {
        let named = phrases.iter().find(|phrase| (first..end).contains(&phrase.head));
        return match named {
            Some(noun) => Some(issue(scene, noun, IssueKind::Information)),
            None if bare => Some(plain(scene, first, end, IssueKind::Information, "your question")),
            None => None,
        };
    }
    let staff = (0..scene.tokens.len()).find(|at| scene.has(*at, Class::Staff) && scene.own(*at));
    let at = staff.filter(|_| hot && bare)?;
    Some(plain(scene, at, at.saturating_add(1), IssueKind::Service, "the service you received"))
}

fn issue(scene: &Scene<'_>, noun: &NounPhrase, kind: IssueKind) -> Issue {
    let span = scene.tokens.span_of(noun.first, noun.end);
    Issue { kind, span, title: noun.title(scene), time: IssueTime::Current }
}

fn plain(scene: &Scene<'_>, first: usize, end: usize, kind: IssueKind, title: &str) -> Issue {
    let span = scene.tokens.span_of(first, end);
    Issue { kind, span, title: String::from(title), time: IssueTime::Current }
}

/// What the phrases of the tables tell of the message.
#[derive(Default)]
struct News {
    /// Something is wrong: late, broken, promised and not done.
    is_wrong: bool,
    /// Thanks or praise.
    is_thanks: bool,
    /// A threat or a crisis: then nothing else is the matter.
    is_grave: bool,
}

impl News {
    fn of(scene: &Scene<'_>) -> Self {
        let mut news = Self::default();
        for hit in scene.hits.iter().filter(|hit| scene.own(hit.first)) {
            match crate::lexicon::kind(hit.pattern) {
                Kind::Signal(
                    Signal::Fault
                    | Signal::Delay
                    | Signal::BrokenPromise
                    | Signal::RepeatContact
                    | Signal::RepeatedEffort
                    | Signal::Impact,
                ) => news.is_wrong = true,
                Kind::Signal(Signal::Thanks) => news.is_thanks = true,
                Kind::Severe(_) | Kind::Veiled | Kind::Crisis(_) => news.is_grave = true,
                Kind::Signal(_)
                | Kind::Issue(_)
                | Kind::Flag(_)
                | Kind::NotFlag(_)
                | Kind::NotCrisis
                | Kind::NotSevere => {}
            }
        }
        news
    }
}
