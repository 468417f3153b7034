//! Labels whose subject stands elsewhere: before a list ("slow, lazy and stupid"), behind the label
//! ("stupid, that's what you are"), or inside a question ("is your fitter stupid?").

use super::statement::{is_copula, spoken_to, statement};
use super::{Aim, Grammar, plural_label};
use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};
use crate::terms::Target;

/// How far a list may lead back to its subject, in words.
const LONGEST_LIST: usize = 10;

/// "you are slow, lazy and stupid", "either lying or an idiot": the list leads back to one subject.
pub(super) fn listed(scene: &Scene<'_>, first: usize) -> Option<Aim> {
    let mut linked = false;
    let mut at = first;
    for _ in 0..LONGEST_LIST {
        let prev = at.checked_sub(1)?;
        match scene.tokens.breaks_before(at) {
            Break::None => {}
            Break::Clause if said_of_people(scene, prev) => linked = true,
            Break::Clause => return None,
            Break::Sentence | Break::Paragraph => return None,
        }
        if scene.is(prev, LINKS) {
            let leads = prev
                .checked_sub(1)
                .is_some_and(|word| said_of_people(scene, word) || named_so(scene, word));
            if !leads {
                return None;
            }
            linked = true;
        } else if is_copula(scene, prev) {
            return linked
                .then(|| statement(scene, prev))
                .filter(|aim| aim.by == Grammar::Statement);
        } else if scene.has(prev, Class::You) {
            let asked = scene.before(prev).is_some_and(|verb| is_copula(scene, verb));
            return (linked && asked).then(|| spoken_to(scene, prev, prev));
        } else if !predicates(scene, prev) && !named_so(scene, prev) {
            return None;
        }
        at = prev;
    }
    None
}

/// What links the words of a list.
const LINKS: &[&str] = &["and", "or", "but", "n", "nor"];

/// "a butcher and a dunce": some noun we do not know, after its article.
fn named_so(scene: &Scene<'_>, at: usize) -> bool {
    !scene.tokens.is_known(at)
        && !scene.is_name(at)
        && scene.before(at).is_some_and(|prev| scene.has(prev, Class::Article))
}

/// May a word stand in a list of what somebody is?
fn predicates(scene: &Scene<'_>, at: usize) -> bool {
    let classes = [
        Class::Intensifier,
        Class::SharpAdjective,
        Class::SharpNoun,
        Class::InsultAdjective,
        Class::InsultNoun,
        Class::InsultNounWeak,
        Class::Swear,
        Class::Article,
    ];
    let limits = scene.is(at, &["either", "neither", "just", "only", "both"])
        || scene.is(at, &["not"]) && scene.is(at.saturating_add(1), &["only", "just"]);
    limits || said_of_people(scene, at) || classes.into_iter().any(|class| scene.has(at, class))
}

/// Could a word be what somebody is? Bare adverbs ("right", "still") are not.
fn said_of_people(scene: &Scene<'_>, at: usize) -> bool {
    let classes = [
        Class::SharpAdjective,
        Class::SharpNoun,
        Class::InsultAdjective,
        Class::InsultNoun,
        Class::InsultNounWeak,
    ];
    let word = scene.tokens.folded(at);
    let shaped =
        ["less", "ous", "ive", "ent", "ying", "minded", "headed", "faced", "witted", "hearted"]
            .iter()
            .any(|ending| word.len() > ending.len().saturating_add(1) && word.ends_with(ending));
    shaped
        || scene.is(
            at,
            &[
                "slow",
                "mad",
                "late",
                "mean",
                "drunk",
                "bad",
                "sad",
                "poor",
                "unhelpful",
                "nasty",
                "horrible",
                "vile",
                "miserable",
                "cruel",
            ],
        )
        || classes.into_iter().any(|class| scene.has(at, class))
}

/// "stupid, that's what you are", "how stupid you are", "dumb, aren't you", "thick, the lot of you".
pub(super) fn told_after(scene: &Scene<'_>, first: usize, end: usize) -> Option<Aim> {
    if scene.tokens.breaks_before(end) > Break::Clause || end >= scene.tokens.len() {
        return None;
    }
    let owned = scene.before(first).is_some_and(|prev| {
        is_copula(scene, prev) || scene.has(prev, Class::You) || scene.has(prev, Class::My)
    });
    if owned {
        return None;
    }
    // "a very idiot person you are"
    let end =
        scene.tokens.class_end(end, Class::PersonNoun).filter(|_| scene.joined(end)).unwrap_or(end);
    let word = |step: usize, any: &[&str]| scene.is(end.saturating_add(step), any);
    let you = |step: usize| scene.has(end.saturating_add(step), Class::You);
    let are = |step: usize| word(step, &["are", "r"]);
    let stops = |step: usize| scene.closes(end.saturating_add(step));
    let what_you_are = |step: usize| {
        word(step, &["what", "all"]) && you(step + 1) && are(step + 2) && stops(step + 3)
    };
    let behind = word(0, &["thats", "is", "its"]) && what_you_are(1)
        || word(0, &["that"]) && word(1, &["is"]) && what_you_are(2)
        || word(0, &["thats"]) && you(1) && stops(2)
        || word(0, &["arent", "arnt"]) && you(1) && stops(2)
        || you(0) && are(1) && (stops(2) || scene.joined(end) && word(2, &["to", "for"]))
        || are(0) && you(1) && stops(2) && scene.joined(end);
    // "idiots like you"
    let like_you =
        word(0, &["like"]) && you(1) && (stops(2) || scene.has(end.saturating_add(2), Class::Tag));
    let behind = behind || like_you && scene.joined(end);
    let many = scene
        .tokens
        .class_end(end, Class::PluralYou)
        .is_some_and(|after| scene.closes(after) && !you(0));
    if many {
        return Some(Aim::new(Target::Role, 880, first, Grammar::Address));
    }
    behind.then(|| {
        let target = if plural_label(scene, end) { Target::Role } else { Target::Agent };
        Aim::new(target, 900, first, Grammar::Address)
    })
}

/// "someone who is not an idiot", "somebody less stupid": who is asked for says what the reader is.
pub(super) fn better_wanted(scene: &Scene<'_>, head: usize) -> Option<Aim> {
    let start = scene.clause_start(head).max(head.saturating_sub(9));
    let one = (start..head).rev().find(|at| {
        scene.is(
            *at,
            &[
                "someone", "somebody", "anyone", "anybody", "person", "human", "agent", "adviser",
                "one",
            ],
        )
    })?;
    let unlike = (one..head).any(|at| scene.has(at, Class::Negator) || scene.is(at, &["whos"]))
        && (one..head).any(|at| scene.is(at, &["who", "whos", "that", "thats"]))
        && (one..head).any(|at| scene.has(at, Class::Negator));
    let less = scene.is(head.saturating_sub(1), &["less"]) && one.saturating_add(2) == head;
    let mine = (start..head).any(|at| scene.is(at, &["im", "am", "my"]));
    ((unlike || less) && !mine).then(|| Aim::new(Target::Agent, 780, one, Grammar::Address))
}

/// "what are you, stupid?"
pub(super) fn asked_what(scene: &Scene<'_>, first: usize) -> Option<Aim> {
    let you = first.checked_sub(1).filter(|at| scene.has(*at, Class::You))?;
    let verb = scene.before(you).filter(|at| scene.is(*at, &["are", "r"]))?;
    let what = scene.before(verb).filter(|at| scene.is(*at, &["what", "wot"]))?;
    (scene.tokens.breaks_before(first) <= Break::Clause)
        .then(|| Aim::new(Target::Agent, 880, what, Grammar::Address))
}

/// "I spoke to a moron", "they put me through to some halfwit": whom one meets on the telephone is ours.
pub(super) fn spoken_with(scene: &Scene<'_>, article: usize) -> Option<Aim> {
    let to = scene.before(article).filter(|at| scene.is(*at, &["to", "with", "by", "from"]))?;
    let met = scene.before(to).is_some_and(|verb| {
        scene.is(
            verb,
            &[
                "spoke",
                "speak",
                "speaking",
                "spoken",
                "connected",
                "transferred",
                "through",
                "passed",
                "served",
                "dealt",
                "deal",
                "handled",
                "answered",
                "fobbed",
                "lecture",
                "lectured",
                "orders",
                "advice",
                "talking",
                "talk",
                "talked",
                "argue",
                "arguing",
            ],
        )
    });
    met.then(|| Aim::new(Target::ThirdParty, 720, article, Grammar::Address))
}

/// "your surveyor, Mr Pell, is a nasty …": a name between commas.
pub(super) fn named_aside(scene: &Scene<'_>, at: usize) -> Option<Aim> {
    if scene.tokens.breaks_before(at) != Break::Clause {
        return None;
    }
    let name = (1..=3)
        .filter_map(|back| at.checked_sub(back))
        .find(|word| scene.tokens.breaks_before(*word) == Break::Clause)?;
    let named = (name..at).all(|word| {
        scene.is_name(word) || scene.is(word, &["mr", "mrs", "ms", "miss", "dr", "one"])
    });
    let start = scene.clause_start(name.checked_sub(1)?);
    let staff = (start.max(name.saturating_sub(8))..name).any(|word| {
        scene.has(word, Class::Staff)
            && (1..=3).filter_map(|back| word.checked_sub(back)).any(|owner| {
                scene.has(owner, Class::Your) || scene.is(owner, &["the", "that", "this"])
            })
    });
    (named && staff).then(|| Aim::new(Target::ThirdParty, 800, start, Grammar::Statement))
}

/// "is your receptionist stupid?": the verb stands first, the subject before the label.
pub(super) fn asked_about(scene: &Scene<'_>, prev: usize, end: usize) -> Option<Aim> {
    let start = scene.clause_start(prev);
    let verb = (start..prev.min(start.saturating_add(3)))
        .find(|at| scene.is(*at, &["is", "are", "was", "were"]))?;
    let led = (start..verb).all(|at| {
        scene.has(at, Class::Tag)
            || scene.has(at, Class::Hailing)
            || scene.is(at, &["why", "how", "come"])
    });
    let all = scene.is(prev, &["there", "here"])
        && scene.before(prev).is_some_and(|at| scene.is(at, &["everyone", "everybody", "nobody"]));
    let ours = all
        || scene.has(prev, Class::Staff)
            && !scene.has(prev, Class::Thing)
            && (verb..prev).any(|at| scene.has(at, Class::Your))
            && prev.saturating_sub(verb) <= 4;
    let ends = scene.closes(end) || scene.has(end, Class::Tag);
    (led && ours && ends)
        .then(|| Aim::new(Target::ThirdParty, 860, verb.saturating_add(1), Grammar::Statement))
}
