//! "X is a label": who X is.

use super::linked::named_aside;
use super::{Aim, Grammar, UNKNOWN_OURS, plural_label, plural_you, plural_you_ending};
use crate::classify::reported::{reported_before, said_by_others};
use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};
use crate::terms::Target;

/// A verb that makes the word before it the subject; returns its place.
pub(super) fn copula_at(scene: &Scene<'_>, prev: usize) -> Option<usize> {
    let mut at = prev;
    for _ in 0..5 {
        if is_copula(scene, at) || seems(scene, at, at != prev) {
            return Some(at);
        }
        if let Some(before) = opinion(scene, at) {
            at = before;
        } else if scene.has(at, Class::Seem)
            || scene.has(at, Class::Negator)
            || scene.is(at, &["a", "an", "like", "as", "the", "being", "such", "some", "across", "off", "getting", "becoming"])
        {
            at = scene.before(at)?;
        } else {
            return None;
        }
    }
    (is_copula(scene, at) || seems(scene, at, true)).then_some(at)
}

/// "you sound like an idiot", "you look stupid": a verb of seeming with its subject right before it. To act
/// stupid is to feign it; to act like an idiot is to be one.
fn seems(scene: &Scene<'_>, at: usize, compared: bool) -> bool {
    let verb = scene.is(at, &["look", "looks", "sound", "sounds", "seem", "seems", "looked", "sounded"])
        || compared && scene.is(at, &["act", "acts", "behave", "behaves", "talk", "talks", "come", "comes"]);
    let many = plural_you_ending(scene, at).is_some();
    verb && scene.before(at).is_some_and(|you| {
        (scene.has(you, Class::You) || many)
            && scene.before(you).is_none_or(|cause| {
                !scene.has(cause, Class::ObjectVerb)
                    && !scene.is(cause, &["made", "making", "let", "lets", "help", "helps", "if", "have"])
            })
    })
}

/// "in my opinion", "in my book": returns the word before it.
fn opinion(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if !scene.is(at, &["opinion", "view", "book", "eyes", "experience"]) {
        return None;
    }
    let lead = (1..=3)
        .filter_map(|back| at.checked_sub(back))
        .find(|word| scene.is(*word, &["in", "to"]))?;
    scene.before(lead)
}

pub(super) fn is_copula(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Be)
        || scene.has(at, Class::Youre) && !scene.has(at, Class::You)
        || scene.has(at, Class::ThirdIs)
        || scene
            .is(at, &["im", "its", "thats", "theres", "whats", "were", "weve", "youve", "wasnt"])
}

/// "X is …": finds X.
pub(super) fn statement(scene: &Scene<'_>, copula: usize) -> Aim {
    let hedged = scene.tokens.folded(copula);
    let by = Grammar::Statement;
    // "we're", not "were"
    let ours = hedged == "were"
        && scene.tokens.span(copula).of(scene.tokens.original()).contains(['\'', '’']);
    if matches!(hedged, "im" | "am") || ours {
        return Aim::new(Target::Self_, 0, copula, by);
    }
    if scene.has(copula, Class::Youre) {
        return spoken_to(scene, copula, copula);
    }
    if scene.has(copula, Class::ThirdIs) {
        return third(scene, copula);
    }
    if matches!(hedged, "its" | "thats" | "theres" | "whats") {
        return Aim::new(Target::Situation, 0, copula, by);
    }
    if let Some(aim) = order(scene, copula) {
        return aim;
    }
    let mut at = copula;
    // Over adverbs and negators to the subject; turned round in questions ("are you …" is an address).
    let subject = loop {
        let Some(prev) = scene.before(at) else {
            return aside(scene, at, copula)
                .or_else(|| named_aside(scene, at))
                .unwrap_or(Aim::new(Target::None, 200, copula, Grammar::Loose));
        };
        let skips = (scene.has(prev, Class::Intensifier)
            || scene.has(prev, Class::Negator)
            || scene.has(prev, Class::Be)
            || scene.has(prev, Class::Auxiliary)
            || is_adverb(scene, prev))
            && !scene.has(prev, Class::You);
        if !skips || copula.saturating_sub(prev) > 5 {
            break prev;
        }
        at = prev;
    };
    if plural_you_ending(scene, at).is_some() {
        let start = plural_you_ending(scene, at).unwrap_or(subject);
        return Aim::new(Target::Role, 900, start, by);
    }
    if scene.has(subject, Class::You) {
        return spoken_to(scene, subject, copula);
    }
    if scene.has(subject, Class::I) {
        return Aim::new(Target::Self_, 0, subject, by);
    }
    if scene.is(at, &["to"]) && matches!(hedged, "be" | "being") {
        return infinitive(scene, at, copula);
    }
    noun_subject(scene, subject)
}

/// "possibly", "really": an adverb by its shape.
fn is_adverb(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.folded(at);
    word.len() > 4 && word.ends_with("ly") && !scene.is(at, &["family", "reply", "supply", "assembly"])
}

/// "don't be an idiot", "stop being such a moron", "try not to be": what is forbidden is said to be so.
fn order(scene: &Scene<'_>, copula: usize) -> Option<Aim> {
    if !scene.is(copula, &["be", "being"]) {
        return None;
    }
    let prev = scene.before(copula)?;
    let verb = if scene.is(prev, &["to"]) { scene.before(prev)? } else { prev };
    let forbids = scene.is(verb, &["dont", "stop", "quit", "dnt", "cease"])
        || verb != prev && scene.is(verb, &["not"])
        || scene.is(verb, &["not"])
            && scene.before(verb).is_some_and(|you| {
                scene.has(you, Class::You)
                    && scene.before(you).is_some_and(|can| scene.is(can, &["can", "could", "do"]))
            });
    let spoken = scene.before(verb).is_none_or(|lead| {
        scene.has(lead, Class::OrderOpener)
            || scene.has(lead, Class::Tag)
            || scene.has(lead, Class::Hailing)
            || scene.has(lead, Class::You)
            || scene.is(lead, &["try", "to", "do"])
    });
    (forbids && spoken).then(|| Aim::new(Target::Agent, 640, copula, Grammar::Order))
}

/// "you, sir, are an idiot": an aside between the subject and its verb.
fn aside(scene: &Scene<'_>, at: usize, copula: usize) -> Option<Aim> {
    if !scene.is(copula, &["are", "r", "were"]) || scene.tokens.breaks_before(at) != Break::Clause {
        return None;
    }
    let you = (2..=6).filter_map(|back| at.checked_sub(back)).find(|you| {
        scene.has(*you, Class::You)
            && scene.tokens.breaks_before(you.saturating_add(1)) == Break::Clause
    })?;
    let whole = (you.saturating_add(1)..at)
        .all(|word| scene.tokens.breaks_before(word) <= Break::Clause);
    (whole && scene.before(you).is_none_or(|prev| scene.has(prev, Class::Tag)))
        .then(|| spoken_to(scene, you, copula))
}

/// "how do you manage to be so stupid": the subject of the infinitive, unless somebody else comes between.
fn infinitive(scene: &Scene<'_>, to: usize, copula: usize) -> Aim {
    let start = scene.clause_start(to).max(to.saturating_sub(4));
    let you = (start..to)
        .rev()
        .take_while(|at| {
            !scene.has(*at, Class::I)
                && !scene.has(*at, Class::My)
                && !scene.has(*at, Class::ThirdPerson)
                && !scene.has(*at, Class::Thing)
                && !scene.has(*at, Class::ThingWord)
        })
        .find(|at| scene.has(*at, Class::You));
    match you {
        Some(you) => spoken_to(scene, you, copula),
        None => Aim::new(Target::None, 250, copula, Grammar::Loose),
    }
}

pub(super) fn spoken_to(scene: &Scene<'_>, you: usize, copula: usize) -> Aim {
    if plural_you(scene, you) {
        return Aim::new(Target::Role, 900, you, Grammar::Statement);
    }
    if reported_before(scene, you) {
        return Aim::new(Target::Agent, 100, you, Grammar::Loose);
    }
    Aim::new(Target::Agent, 930, you.min(copula), Grammar::Statement)
}

/// "your driver is", "the woman at the desk is", "Kevin is", "this app is".
fn noun_subject(scene: &Scene<'_>, subject: usize) -> Aim {
    let by = Grammar::Statement;
    let start = scene.clause_start(subject).max(subject.saturating_sub(8));
    // "the woman was lovely but the queue was …": another statement.
    let start = (start..subject)
        .rev()
        .find(|at| scene.is(*at, &["but", "because", "although", "while"]))
        .map_or(start, |link| link.saturating_add(1));
    let last = subject.saturating_add(1);
    let ours = (start..last).any(|at| scene.has(at, Class::Your) || scene.has(at, Class::You));
    let theirs = (start..last).any(|at| scene.has(at, Class::My));
    let staff = scene.any(start, last, Class::Staff) && !printer_driver(scene, start, last);
    let related = (start..last).any(|at| {
        scene.has(at, Class::Staff)
            && at < subject
            && scene.has(at.saturating_add(1), Class::RelativeWord)
    });
    if scene.is(subject, &["someone", "somebody", "whoever", "anyone", "one"]) {
        return Aim::new(Target::ThirdParty, 450, start, by);
    }
    if scene.has(subject, Class::ThirdPerson) {
        return third(scene, subject);
    }
    if scene.is(subject, NOT_OURS) || harmed_us(scene, start, last) && !ours {
        return Aim::new(Target::None, 250, subject, Grammar::Loose);
    }
    if !ours && scene.is(subject.saturating_sub(1), &["other"]) && scene.is(subject, &["driver", "drivers"]) {
        // the other driver of an accident
        return Aim::new(Target::None, 250, subject, Grammar::Loose);
    }
    if said_by_others(scene, subject) || as_told(scene, start, subject) {
        return Aim::new(Target::ThirdParty, 100, subject, Grammar::Loose);
    }
    if in_a_department(scene, subject) {
        return Aim::new(Target::ThirdParty, 740, start, by);
    }
    if related {
        return Aim::new(Target::ThirdParty, if ours { 870 } else { 700 }, start, by);
    }
    if whoever_works(scene, start, subject) {
        return Aim::new(Target::ThirdParty, 700, start, by);
    }
    if theirs && !ours {
        return Aim::new(Target::Self_, 0, start, by);
    }
    if staff && (!scene.has(subject, Class::Thing) || scene.has(subject, Class::Staff)) {
        let people = scene.has(subject, Class::Org) || plural_label(scene, last);
        let target = if people { Target::Role } else { Target::ThirdParty };
        return Aim::new(target, 870, start, by);
    }
    if scene.has(subject, Class::Thing) || scene.has(subject, Class::ThingWord) {
        return Aim::new(Target::Situation, 0, subject, by);
    }
    if scene.has(subject, Class::Org) {
        return Aim::new(Target::Organisation, 100, start, by);
    }
    let article =
        (start..subject).any(|at| scene.has(at, Class::Article) || scene.is(at, &["the"]));
    if scene.is_name(subject) && (article || !staff_near(scene, subject)) {
        // "The Ford Fiesta is …", a politician, a neighbour: not one of ours by any sign.
        return Aim::new(Target::None, 300, subject, Grammar::Loose);
    }
    if scene.is_name(subject) {
        return Aim::new(Target::ThirdParty, 640, subject, by);
    }
    if ours {
        // "your checkout is …", "your rider is …": a thing, unless the label fits people only.
        return Aim::new(Target::Situation, UNKNOWN_OURS, start, by);
    }
    Aim::new(Target::None, 300, subject, Grammar::Loose)
}

/// People who are no staff of anybody's.
const NOT_OURS: &[&str] = &[
    "customer", "customers", "client", "clients", "user", "users", "neighbour", "neighbours",
    "neighbor", "neighbors", "tenant", "tenants", "landlord", "kids", "children", "politicians", "thieves", "burglars", "scammers",
];

/// "the man who hit my car": a stranger's deed, not our work.
fn harmed_us(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        scene.is(
            at,
            &[
                "hit", "stole", "robbed", "burgled", "mugged", "crashed", "attacked", "scammed",
                "parked", "broke", "assaulted", "hacked", "conned", "cloned", "nicked",
            ],
        )
    }) && (start..end).any(|at| scene.has(at, Class::RelativeWord))
}

/// "he told me your support is …": somebody else's word about our people.
fn as_told(scene: &Scene<'_>, start: usize, subject: usize) -> bool {
    let owner = (start..=subject).rev().find(|at| scene.has(*at, Class::Your));
    let lead = owner.and_then(|at| scene.before(at)).map(|at| {
        if scene.is(at, &["me", "us", "that", "him", "her"]) { at.saturating_sub(1) } else { at }
    });
    lead.is_some_and(|verb| {
        scene.has(verb, Class::ReportVerb)
            && scene.before(verb).is_some_and(|teller| !scene.has(teller, Class::I))
    })
}

/// "Sandra in billing": a name and where it works.
fn in_a_department(scene: &Scene<'_>, subject: usize) -> bool {
    let placed = scene.before(subject).filter(|at| scene.is(*at, &["in", "from", "at", "on"]));
    placed.and_then(|at| scene.before(at)).is_some_and(|name| scene.is_name(name))
        && scene.is(
            subject,
            &[
                "billing", "accounts", "sales", "support", "returns", "reception", "claims",
                "finance", "hr", "dispatch", "bookings", "complaints", "service", "payroll",
                "collections", "retentions", "logistics", "cancellations", "escalations",
            ],
        )
}

/// Does the message speak of our people at all?
fn staff_near(scene: &Scene<'_>, at: usize) -> bool {
    let start = at.saturating_sub(REACH_BACK / 2);
    let stop = at.saturating_add(REACH_BACK / 2).min(scene.tokens.len());
    (start..stop).any(|word| {
        scene.has(word, Class::Staff) || scene.has(word, Class::Your) || scene.has(word, Class::You)
    })
}

/// "whoever packed this", "everyone who works there": known by the work they do for us.
fn whoever_works(scene: &Scene<'_>, start: usize, subject: usize) -> bool {
    let all = |at: usize| {
        scene.is(at, &["everyone", "everybody", "anyone", "anybody"])
            && scene.is(at.saturating_add(1), &["at", "in", "from", "on"])
    };
    let yours = (start..=subject).any(|at| scene.has(at, Class::Your));
    if yours && (start..subject).any(all) {
        return true;
    }
    let one = |at: usize| {
        scene.is(at, &["whoever", "everyone", "everybody", "anyone", "anybody"])
            || scene.is(at, &["person", "people", "one", "guy"])
                && scene.is(at.saturating_add(1), &["who", "that"])
    };
    let works = |at: usize| scene.has(at, Class::WorkVerb);
    (start..subject).any(one)
        && (start..subject.saturating_add(1)).any(works)
        && !(start..subject.saturating_add(1)).any(|at| scene.has(at, Class::My))
}

/// A driver that no road has seen.
fn printer_driver(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| scene.has(at, Class::MachineDriver))
}

/// "he is", "she is", "they are": one of ours only if the message speaks of our people.
fn third(scene: &Scene<'_>, at: usize) -> Aim {
    let ours = (0..scene.tokens.len().min(REACH_BACK)).any(|word| {
        scene.has(word, Class::Staff) || scene.has(word, Class::Your) || scene.has(word, Class::You)
    });
    let kin = scene.any(scene.sentence_start(at), scene.sentence_end(at), Class::Kin);
    if kin && !scene.any(scene.sentence_start(at), scene.sentence_end(at), Class::Staff) {
        return Aim::new(Target::Self_, 0, at, Grammar::Statement);
    }
    let sure = if reported_before(scene, at) {
        100
    } else if ours {
        760
    } else {
        420
    };
    Aim::new(Target::ThirdParty, sure, at, Grammar::Statement)
}

/// How many words a message may have for "he" to be sought in all of it.
const REACH_BACK: usize = 60;
