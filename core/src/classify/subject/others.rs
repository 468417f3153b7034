//! Who a subject is that is neither the reader nor the customer: our people, a stranger, a thing.

use super::{Aim, Grammar, UNKNOWN_OURS, plural_label};
use crate::classify::reported::{reported_before, said_by_others};
use crate::classify::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Target;

/// "your driver is", "the woman at the desk is", "Kevin is", "this app is".
pub(super) fn noun_subject(scene: &Scene<'_>, subject: usize) -> Aim {
    let by = Grammar::Statement;
    let wide = scene.clause_start(subject).max(subject.saturating_sub(8));
    let start = wide;
    // "the woman was lovely but the queue was …": another statement.
    let start = (start..subject)
        .rev()
        .find(|at| {
            scene.is(*at, &["but", "because", "although", "while"])
                || scene.is(*at, &["and"]) && (start..*at).any(|word| scene.has(word, Class::Be))
        })
        .map_or(start, |link| link.saturating_add(1));
    let last = subject.saturating_add(1);
    let ours = (start..last).any(|at| scene.has(at, Class::Your) || scene.has(at, Class::You));
    let theirs = (wide..last).any(|at| scene.has(at, Class::My));
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
    if !ours
        && scene.is(subject.saturating_sub(1), &["other"])
        && scene.is(subject, &["driver", "drivers"])
    {
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
    "customer",
    "customers",
    "client",
    "clients",
    "user",
    "users",
    "neighbour",
    "neighbours",
    "neighbor",
    "neighbors",
    "tenant",
    "tenants",
    "landlord",
    "kids",
    "children",
    "politicians",
    "thieves",
    "burglars",
    "scammers",
];

/// "the man who hit my car": a stranger's deed, not our work.
fn harmed_us(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        scene.is(
            at,
            &[
                "hit",
                "stole",
                "robbed",
                "burgled",
                "mugged",
                "crashed",
                "attacked",
                "scammed",
                "parked",
                "broke",
                "assaulted",
                "hacked",
                "conned",
                "cloned",
                "nicked",
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
    let start = scene.clause_start(subject).max(subject.saturating_sub(4));
    let placed = (start..subject).rev().find(|at| scene.is(*at, &["in", "from", "at", "on"]));
    let your = placed.is_some_and(|at| scene.has(at.saturating_add(1), Class::Your));
    placed.and_then(|at| scene.before(at)).is_some_and(|name| scene.is_name(name))
        && (your && scene.has(subject, Class::Org)
            || scene.is(
                subject,
                &[
                    "billing",
                    "accounts",
                    "sales",
                    "support",
                    "returns",
                    "reception",
                    "claims",
                    "finance",
                    "hr",
                    "dispatch",
                    "bookings",
                    "complaints",
                    "service",
                    "payroll",
                    "collections",
                    "retentions",
                    "logistics",
                    "cancellations",
                    "escalations",
                ],
            ))
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
pub(super) fn third(scene: &Scene<'_>, at: usize) -> Aim {
    let told = (at.saturating_sub(3)..at).any(|word| scene.is(word, &["tell"]));
    let ours = told
        || (0..scene.tokens.len().min(REACH_BACK)).any(|word| {
            scene.has(word, Class::Staff)
                || scene.has(word, Class::Your)
                || scene.has(word, Class::You)
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
