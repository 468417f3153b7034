//! Words that degrade: whom they are said of decides between nothing, sharp and crossing
//! (`domain.md` 3.3, 4 and 5).

mod spared;

use alloc::vec::Vec;

use super::reported::{excused, negated, reported_before, said_by_others};
use super::scene::{Finding, Scene};
use super::subject::{Aim, Grammar, UNKNOWN_OURS, aim, names_a_thing};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Break, Class};
use crate::terms::{Signal, Target};
use spared::{
    about_me, excuse, hard_to, kindly, matter, mentioned, of_plenty, possessive, self_reproach,
    situational,
};

/// Heat of a degrading word, whoever it hits.
const DEGRADING_HEAT: i16 = 450;
/// Heat of a sharp word.
const SHARP_HEAT: i16 = 350;
/// Confidence of the line for words that criticise but do not degrade.
const SHARP_LINE: u16 = 330;

/// What sort of word a label is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    /// An insult whoever says it of whom.
    Noun,
    /// An insult only where it is aimed.
    WeakNoun,
    Adjective,
    SharpNoun,
    SharpAdjective,
}

impl Sort {
    const fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::WeakNoun | Self::SharpNoun)
    }
}

pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while at < scene.tokens.len() {
        match label(scene, at) {
            Some((sort, end)) => {
                if scene.own(at) {
                    findings.extend(judge(scene, at, end, sort));
                }
                at = end;
            }
            None => at = at.saturating_add(1),
        }
    }
}

/// The longest label that begins at a word.
fn label(scene: &Scene<'_>, at: usize) -> Option<(Sort, usize)> {
    let sorts = [
        (Class::InsultNoun, Sort::Noun),
        (Class::Slur, Sort::Noun),
        (Class::SharpNoun, Sort::SharpNoun),
        (Class::InsultNounWeak, Sort::WeakNoun),
        (Class::InsultAdjective, Sort::Adjective),
        (Class::SharpAdjective, Sort::SharpAdjective),
    ];
    let mut best: Option<(Sort, usize)> = None;
    for (class, sort) in sorts {
        if let Some(end) = scene.tokens.class_end(at, class) {
            if best.is_none_or(|(_, longest)| end > longest) {
                best = Some((sort, end));
            }
        }
    }
    best
}

fn judge(scene: &Scene<'_>, at: usize, end: usize, sort: Sort) -> Option<Finding> {
    // "you stupid idiot": the noun speaks for its adjectives.
    if !sort.is_noun() && followed_by_label(scene, end) {
        return None;
    }
    // "you clown moron": the last label speaks for all.
    let doubled = [Class::InsultNoun, Class::InsultNounWeak, Class::Slur]
        .into_iter()
        .any(|class| scene.joined(end) && scene.tokens.class_end(end, class).is_some());
    if sort.is_noun() && doubled {
        return None;
    }
    if possessive(scene, end)
        || self_reproach(scene, at, end)
        || is_suffix(scene, end)
        || is_suffix(scene, end.saturating_add(1))
    {
        return None;
    }
    let end = with_person(scene, end, sort);
    let mut who = aim(scene, at, end, sort.is_noun());
    if who.sure == UNKNOWN_OURS && sort == Sort::Noun && fits_people_only(scene, end) {
        who = Aim { target: Target::ThirdParty, sure: 600, ..who };
    }
    if negated(scene, &who, at, end)
        || excused(scene, at)
        || scene.is(end, &["like"]) && scene.is(end.saturating_add(1), &["me", "us", "myself"])
        || kindly(scene, &who, end)
        || of_plenty(scene, end)
        || mentioned(scene, at, end)
        || hard_to(scene, &who, end)
        || matches!(who.by, Grammar::Trailing | Grammar::Outcry) && said_by_others(scene, at)
    {
        return None;
    }
    let colour = (who.first..at).any(|word| {
        scene.has(word, Class::InsultAdjective) || scene.has(word, Class::CoarseAdjective)
    });
    let degrading = match sort {
        Sort::Noun => true,
        Sort::Adjective => true,
        Sort::WeakNoun => weak_counts(scene, &who, end, colour),
        Sort::SharpNoun => colour && who.by != Grammar::Loose && !situational(scene, &who, end),
        Sort::SharpAdjective => said_of_a_human(scene, at, end),
    };
    if who.target == Target::Situation {
        return at_a_thing(scene, &who, at, end, sort);
    }
    if degrading {
        crossing(scene, &who, end, sort, colour)
    } else if matches!(sort, Sort::WeakNoun) {
        None
    } else {
        sharp(scene, &who, end, sort)
    }
}

/// "your stupid ass website": no label, but a way of stressing the word before it.
pub(super) fn is_suffix(scene: &Scene<'_>, end: usize) -> bool {
    let last = end.saturating_sub(1);
    scene.is(last, &["ass", "arse"])
        && scene.before(last).is_some_and(|prev| !scene.has(prev, Class::FunctionWord))
        && scene.joined(end)
        && !scene.has(end, Class::FunctionWord)
        && !scene.has(end, Class::PersonNoun)
}

fn followed_by_label(scene: &Scene<'_>, end: usize) -> bool {
    (end..end.saturating_add(4)).take_while(|at| scene.joined(*at)).any(|at| {
        scene.tokens.class_end(at, Class::InsultNoun).is_some()
            || scene.tokens.class_end(at, Class::Slur).is_some()
            || scene.has(at, Class::SharpNoun)
            || (scene.has(at, Class::InsultNounWeak) && !scene.has(at, Class::Thing))
    }) && (end..end.saturating_add(4))
        .take_while(|at| scene.joined(*at))
        .take_while(|at| scene.tokens.class_end(*at, Class::InsultNoun).is_none())
        .all(|at| {
            scene.has(at, Class::Intensifier)
                || scene.has(at, Class::InsultAdjective)
                || scene.has(at, Class::SharpAdjective)
                || scene.has(at, Class::SharpNoun)
                || scene.has(at, Class::InsultNounWeak)
                || scene.has(at, Class::Swear)
        })
}

/// Printers are bastards too; only people are morons.
fn fits_people_only(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| !scene.has(last, Class::LabelOfThings))
}

/// "stupid woman": the person belongs to the label.
fn with_person(scene: &Scene<'_>, end: usize, sort: Sort) -> usize {
    let machine = matches!(sort, Sort::Noun)
        && scene.is(end, &["bot", "robot", "machine", "computer", "chatbot", "ai"])
        && scene.closes(end.saturating_add(1));
    let person = (matches!(sort, Sort::Adjective) || machine) && scene.joined(end);
    match scene.tokens.class_end(end, Class::PersonNoun) {
        Some(after) if person => after,
        Some(_) | None => end,
    }
}

/// "you useless human being": work words become worth words.
fn said_of_a_human(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let _ = at;
    scene.joined(end)
        && (scene
            .tokens
            .class_end(end, Class::PersonNoun)
            .is_some_and(|after| after > end.saturating_add(1))
            || scene.is(end, &["human", "woman", "man", "girl", "boy", "creature"]))
}

/// Clowns and cows are only what the sentence makes of them.
fn weak_counts(scene: &Scene<'_>, who: &Aim, end: usize, colour: bool) -> bool {
    let last = end.saturating_sub(1);
    let mess = scene.has(last, Class::MessNoun);
    let coloured = colour
        || (who.first.saturating_add(1)..last).any(|at| {
            scene.has(at, Class::Intensifier)
                && !scene.is(
                    at,
                    &["all", "both", "just", "still", "always", "also", "too", "even", "so"],
                )
        });
    let dirt = scene.has(last, Class::Dirt);
    match who.by {
        Grammar::Address => {
            let closed = scene.closes(end) || scene.has(end, Class::Tag);
            if mess {
                closed && (coloured || !scene.is(last, &["mess", "bag", "waste", "thing"]))
            } else {
                // "which of you clowns closed it"
                let many = scene.is(last, &["clowns", "fools", "melts", "jerks", "muppets"])
                    && !names_a_thing(scene, end)
                    && !scene.has(end, Class::Thing);
                closed || coloured || many
            }
        }
        Grammar::Statement => {
            // "you're talking absolute rubbish", "y'all are the shit"
            let talk = dirt
                && (who.first..last).any(|at| {
                    scene.is(at, &["talking", "talk", "speaking", "spouting", "writing", "selling"])
                });
            let praised = scene.is(last, &["shit"])
                && scene.before(last).is_some_and(|prev| scene.is(prev, &["the"]));
            !talk
                && !praised
                && !names_a_thing(scene, end)
                && !scene
                    .is(last, &["thing", "mess", "fuck", "waste", "bag", "egg", "plank", "child"])
                || colour
        }
        // "mug, plate and bowl" is a list
        Grammar::Bare => {
            let alone = scene.tokens.breaks_before(end) != Break::Clause
                || scene.has(end, Class::You)
                || scene.has(end, Class::Command)
                || scene.has(end, Class::TurnWord)
                || scene.has(end, Class::Tag);
            colour && !dirt || scene.has(last, Class::PlainFool) && alone
        }
        Grammar::Trailing => colour && !mess && !dirt,
        // "your cow is in my field": a cow of yours is a cow, unless it works for you.
        Grammar::Pointing => {
            let owned = scene.has(who.first, Class::Your)
                && !scene.is(end, &["of", "at", "in", "on", "who", "from"]);
            colour && !dirt
                || !owned
                    && scene.is(
                        last,
                        &["clown", "clowns", "fool", "fools", "cow", "jerk", "dope", "creep"],
                    )
        }
        Grammar::Order => colour,
        Grammar::Outcry | Grammar::Loose => false,
    }
}

fn crossing(scene: &Scene<'_>, who: &Aim, end: usize, sort: Sort, colour: bool) -> Option<Finding> {
    if who.target == Target::Self_ && who.sure == 0 {
        return None;
    }
    let adjective = matches!(sort, Sort::Adjective);
    let sure = match who.by {
        // An adjective alone ("stupid.", "so dumb") may be about anything.
        // "worthless. all of you.", "Brainless."
        Grammar::Bare if adjective && (all_of_you(scene, end) || lone_and_human(scene, end)) => 860,
        Grammar::Bare if adjective && !ends_in_person(scene, end) => 200,
        Grammar::Outcry if adjective && ends_in_person(scene, end) && !excuse(scene, end) => 640,
        Grammar::Outcry if adjective => 200,
        Grammar::Trailing if adjective && !scene.is(at_end(end), &["stupid"]) => 200,
        Grammar::Order if adjective => 440,
        Grammar::Pointing if adjective && !ends_in_person(scene, end) => 150,
        Grammar::Pointing if adjective => who.sure.min(620),
        Grammar::Trailing | Grammar::Outcry if matter(scene, end) => 250,
        // "son of a bitch, it works"
        Grammar::Bare if scene.is(who.first, &["son"]) => 400,
        // "idiot", and nothing else to take it another way.
        Grammar::Bare if sort == Sort::Noun && who.sure >= 780 && fits_people_only(scene, end) => {
            880
        }
        Grammar::Pointing if sort != Sort::Noun || !fits_people_only(scene, end) => {
            who.sure.min(700)
        }
        Grammar::Loose => who.sure.min(440),
        Grammar::Address
        | Grammar::Statement
        | Grammar::Pointing
        | Grammar::Bare
        | Grammar::Trailing
        | Grammar::Order
        | Grammar::Outcry => who.sure,
    };
    let sure = if colour && sure >= 500 { sure.saturating_add(30).min(970) } else { sure };
    let by = match who.by {
        Grammar::Address => "degrading_address",
        Grammar::Statement => "degrading_statement",
        Grammar::Pointing => "degrading_reference",
        Grammar::Bare => "degrading_bare",
        Grammar::Trailing => "degrading_vocative",
        Grammar::Outcry => "degrading_outcry",
        Grammar::Order => "degrading_order",
        Grammar::Loose => "degrading_loose",
    };
    let organisation = who.target == Target::Organisation;
    if organisation {
        return Some(Finding {
            kind: EvidenceKind::Signal(Signal::PerformanceCriticism),
            first: who.first,
            end,
            weight: SHARP_HEAT,
            by: Finder::Rule("degrading_company"),
            target: Target::Organisation,
            line: SHARP_LINE,
            severe: None,
        });
    }
    let aimed = who.at_person() && sure >= 300;
    if !aimed && (about_me(scene, who, end) || reported_before(scene, who.first)) {
        return None;
    }
    Some(Finding {
        kind: EvidenceKind::Signal(if aimed { Signal::Degrading } else { Signal::Irritation }),
        first: who.first,
        end,
        weight: if aimed { DEGRADING_HEAT } else { 250 },
        by: Finder::Rule(by),
        target: who.target,
        line: sure,
        severe: None,
    })
}

/// "this stupid system": one strong marker of heat, and no line in sight.
fn at_a_thing(scene: &Scene<'_>, who: &Aim, at: usize, end: usize, sort: Sort) -> Option<Finding> {
    if scene.has(end, Class::ExcusedNoun)
        || about_me(scene, who, end) && scene.is(end, &["error", "thing", "typo"])
    {
        return None;
    }
    // "your stupid driver": people are no things, though "your stupid printer driver" is one.
    if sort != Sort::SharpNoun
        && scene.has(end, Class::Staff)
        && scene.before(at).is_some_and(|owner| scene.has(owner, Class::Your))
    {
        return Some(Finding {
            kind: EvidenceKind::Signal(Signal::PerformanceCriticism),
            first: at,
            end: end.saturating_add(1),
            weight: SHARP_HEAT,
            by: Finder::Rule("degraded_staff"),
            target: Target::ThirdParty,
            line: SHARP_LINE,
            severe: None,
        });
    }
    // "your answers are stupid": what they say and how, not what they sell.
    let words = who.by == Grammar::Statement
        && scene.is(who.first, OWN_WORDS)
        && scene.before(who.first).is_some_and(|owner| scene.has(owner, Class::Your));
    if words {
        return Some(Finding {
            kind: EvidenceKind::Signal(Signal::PerformanceCriticism),
            first: who.first.saturating_sub(1),
            end,
            weight: SHARP_HEAT,
            by: Finder::Rule("degraded_words"),
            target: Target::Agent,
            line: SHARP_LINE,
            severe: None,
        });
    }
    let weight = match sort {
        Sort::Noun | Sort::Adjective | Sort::WeakNoun => 490,
        Sort::SharpNoun | Sort::SharpAdjective => 300,
    };
    Some(Finding {
        kind: EvidenceKind::Signal(Signal::Irritation),
        first: who.first.min(at),
        end,
        weight,
        by: Finder::Rule("degraded_thing"),
        target: Target::Situation,
        line: 60,
        severe: None,
    })
}

/// What an agent says and how.
const OWN_WORDS: &[&str] = &[
    "answer",
    "answers",
    "reply",
    "replies",
    "advice",
    "explanation",
    "excuse",
    "excuses",
    "suggestion",
    "suggestions",
    "question",
    "questions",
    "response",
    "responses",
    "attitude",
];

/// The last word of a range.
const fn at_end(end: usize) -> usize {
    end.saturating_sub(1)
}

/// The next words are "all of you", and no more.
fn all_of_you(scene: &Scene<'_>, end: usize) -> bool {
    scene
        .tokens
        .class_end(end, Class::PluralYou)
        .is_some_and(|after| scene.closes(after) && !scene.has(end, Class::Your))
}

/// The whole message is one word that only people are called.
fn lone_and_human(scene: &Scene<'_>, end: usize) -> bool {
    end == 1
        && scene.tokens.len() == 1
        && scene.is(0, &["brainless", "spineless", "gormless", "witless", "gutless", "braindead"])
}

fn ends_in_person(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| scene.has(last, Class::PersonNoun))
}

fn sharp(scene: &Scene<'_>, who: &Aim, end: usize, sort: Sort) -> Option<Finding> {
    let at_people = who.at_person() && who.by != Grammar::Loose;
    let alone =
        matches!(who.by, Grammar::Bare) && scene.has(end.saturating_sub(1), Class::LoneVerdict);
    let at_company = who.target == Target::Organisation
        || organisation_follows(scene, end)
        || (who.target == Target::Role);
    if !(at_people && !matches!(who.by, Grammar::Bare | Grammar::Trailing | Grammar::Outcry)
        || alone
        || at_company)
    {
        return None;
    }
    // "the joke is that …", "your joke": jokes are told, too.
    if who.by == Grammar::Pointing && scene.has(at_end(end), Class::LabelOfThings) {
        return None;
    }
    let target = if at_people { who.target } else { Target::Organisation };
    let signal =
        if sort == Sort::SharpNoun { Signal::Accusation } else { Signal::PerformanceCriticism };
    Some(Finding {
        kind: EvidenceKind::Signal(signal),
        first: who.first,
        end,
        weight: SHARP_HEAT,
        by: Finder::Rule("sharp_word"),
        target,
        line: SHARP_LINE,
        severe: None,
    })
}

/// "useless service", "joke of a company".
fn organisation_follows(scene: &Scene<'_>, end: usize) -> bool {
    (end..end.saturating_add(4)).take_while(|at| scene.joined(*at)).any(|at| {
        scene.tokens.class_end(at, Class::Org).is_some()
            && !scene.is(at, &["website", "shop", "store", "lot", "network"])
    })
}
