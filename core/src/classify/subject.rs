//! Who a word is about: the grammar of address, read off word classes (`domain.md` 3.1, 3.3).

mod label;
mod linked;
mod others;
mod statement;

use super::reported::reported_before;
use super::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Target;
pub(super) use label::names_a_thing;
use label::{after_article, bare, called_stupid, group_of, pointing, trailing};
use linked::{asked_about, asked_what, better_wanted, listed, spoken_with, told_after};
use statement::{copula_at, is_copula, statement};

/// Who is spoken of, and how sure the grammar makes it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Aim {
    pub(super) target: Target,
    /// Thousandths.
    pub(super) sure: u16,
    /// The first word that shows it.
    pub(super) first: usize,
    /// The grammar that shows it: part of the rule's name.
    pub(super) by: Grammar,
}

/// How the aim was recognised.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Grammar {
    /// "you idiot"
    Address,
    /// "you are an idiot", "he is an idiot"
    Statement,
    /// "your idiot of a driver", "that moron"
    Pointing,
    /// "idiot", alone
    Bare,
    /// "refund me, idiot"
    Trailing,
    /// "what an idiot"
    Outcry,
    /// "don't be an idiot"
    Order,
    /// Nothing that points at a person.
    Loose,
}

/// How sure an aim is whose subject is something of ours that no table knows.
pub(super) const UNKNOWN_OURS: u16 = 1;

impl Aim {
    const fn new(target: Target, sure: u16, first: usize, by: Grammar) -> Self {
        Self { target, sure, first, by }
    }

    /// Aimed at a person or at people.
    pub(super) fn at_person(&self) -> bool {
        matches!(self.target, Target::Agent | Target::Role | Target::ThirdParty)
    }
}

/// Resolves whom the noun or adjective at `head..end` is said of.
pub(super) fn aim(scene: &Scene<'_>, head: usize, end: usize, noun: bool) -> Aim {
    let first = modifiers(scene, head);
    if of_a_company(scene, end) {
        return Aim::new(Target::Organisation, 100, first, Grammar::Statement);
    }
    if let Some(aim) = called_so(scene, first, end, noun) {
        return aim;
    }
    if of_a_thing(scene, end) || attributive(scene, end, noun) {
        return Aim::new(Target::Situation, 0, first, Grammar::Loose);
    }
    if let Some(aim) = told_after(scene, first, end)
        .or_else(|| called_stupid(scene, end))
        .or_else(|| asked_what(scene, first))
        .or_else(|| better_wanted(scene, head))
    {
        return aim;
    }
    let Some(prev) = scene.before(first) else {
        return listed(scene, first).unwrap_or_else(|| bare(scene, first, end));
    };
    if scene.has(prev, Class::You) && !is_object(scene, prev) {
        return address(scene, prev, end);
    }
    if let Some(role) = plural_you_ending(scene, first) {
        return address(scene, role, end);
    }
    if noun && may_be_possessive(scene, prev) {
        return pointing(scene, prev, end);
    }
    if let Some(copula) = copula_at(scene, prev) {
        return statement(scene, copula);
    }
    if scene.has(prev, Class::Article) {
        return after_article(scene, prev, end);
    }
    // "a snivelling toady", "you annoying toady": one word between that may be an adjective.
    if noun && may_colour(scene, prev) {
        if let Some(article) = scene.before(prev).filter(|at| scene.has(*at, Class::Article)) {
            return after_article(scene, article, end);
        }
        if let Some(you) = scene.before(prev).filter(|you| scene.has(*you, Class::You)) {
            return address(scene, you, end);
        }
    }
    if scene.is(prev, &["of"]) {
        if let Some(aim) = group_of(scene, prev, end) {
            return aim;
        }
    }
    if scene.has(prev, Class::ThirdPerson) && noun {
        return Aim::new(Target::ThirdParty, 600, prev, Grammar::Pointing);
    }
    if scene.has(prev, Class::Pointer) || scene.has(prev, Class::Your) {
        return pointing(scene, prev, end);
    }
    if scene.has(prev, Class::My) || scene.has(prev, Class::I) {
        return Aim::new(Target::Self_, 0, prev, Grammar::Loose);
    }
    if scene.has(prev, Class::StaffVerb)
        || (scene.is(prev, &["by", "with"]) && prev > 0 && scene.has(prev - 1, Class::StaffVerb))
    {
        let start = scene.sentence_start(prev);
        let elsewhere = (start..prev)
            .any(|at| scene.is(at, &["previous", "old", "former", "other", "last", "competitor"]))
            && !scene.any(start, prev, Class::Your);
        if elsewhere {
            return Aim::new(Target::None, 250, prev, Grammar::Loose);
        }
        return Aim::new(Target::Role, 800, prev, Grammar::Statement);
    }
    let aim = trailing(scene, prev, first, end, noun);
    if aim.by != Grammar::Loose {
        return aim;
    }
    // "I am done talking to idiots"
    let lectured = scene
        .before(prev)
        .filter(|verb| {
            noun && scene.is(*verb, &["talking", "speaking", "lectured", "lecture", "orders"])
        })
        .and_then(|_| spoken_with(scene, first));
    if let Some(aim) = lectured {
        return aim;
    }
    listed(scene, first).or_else(|| asked_about(scene, prev, end)).unwrap_or(aim)
}

/// Walks left over words that only strengthen or colour the head.
fn modifiers(scene: &Scene<'_>, head: usize) -> usize {
    let mut first = head;
    while let Some(prev) = first.checked_sub(1) {
        let colour = scene.has(prev, Class::InsultAdjective)
            || scene.has(prev, Class::SharpAdjective)
            || scene.has(prev, Class::InsultNoun)
            || scene.has(prev, Class::InsultNounWeak)
            || scene.has(prev, Class::Swear);
        // "so stupid", "be this stupid": how much, not which one.
        let degree = first == head
            && (scene.has(head, Class::InsultAdjective) || scene.has(head, Class::SharpAdjective))
            && scene.is(prev, &["this", "that"])
            && scene.before(prev).is_some_and(|verb| {
                is_copula(scene, verb)
                    || scene.has(verb, Class::Intensifier)
                    || scene.has(verb, Class::You)
            });
        let modifies = colour
            || degree
            || scene.has(prev, Class::Intensifier)
            || scene.has(prev, Class::Praise);
        let near = scene.joined(first)
            || (colour && scene.has(first, Class::SharpAdjective))
            || (colour && scene.has(first, Class::InsultAdjective));
        if !modifies
            || !near
            || head.saturating_sub(prev) > 8
            || scene.is(prev, &["but", "only", "love", "loved", "bless", "good"])
        {
            break;
        }
        first = prev;
    }
    first
}

/// "your manager is a pompous windbag": whatever the noun is, it is said of a person.
fn called_so(scene: &Scene<'_>, first: usize, end: usize, noun: bool) -> Option<Aim> {
    let unknown = !noun
        && scene.joined(end)
        && !scene.tokens.is_known(end)
        && !scene.is_name(end)
        && scene.tokens.folded(end).len() > 3
        && scene.closes(end.saturating_add(1));
    let article =
        scene.before(first).filter(|at| unknown && scene.is(*at, &["a", "an", "such"]))?;
    let copula = copula_at(scene, scene.before(article)?)?;
    let aim = statement(scene, copula);
    (aim.by == Grammar::Statement && aim.at_person() && aim.sure > 500).then_some(aim)
}

/// "an idiot of a machine".
fn of_a_thing(scene: &Scene<'_>, end: usize) -> bool {
    let after = end.saturating_add(2);
    let hard = scene.has(end.saturating_sub(1), Class::LabelOfThings)
        && scene.is(end, &["of"])
        && scene.is(end.saturating_add(1), &["a", "an"])
        && scene.joined(after)
        && !(after..after.saturating_add(2)).any(|at| {
            scene.has(at, Class::Staff)
                || scene.has(at, Class::PersonNoun)
                || scene.has(at, Class::Org)
        });
    hard || scene.joined(end)
        && scene.is(end, &["of", "ov"])
        && scene.is(end.saturating_add(1), &["a", "an"])
        && (2..5).any(|step| {
            let at = end.saturating_add(step);
            scene.joined(at) && scene.has(at, Class::Thing) && !scene.has(at, Class::Staff)
        })
}

/// "a disgrace of an airline".
fn of_a_company(scene: &Scene<'_>, end: usize) -> bool {
    scene.joined(end)
        && scene.is(end, &["of", "for"])
        && scene.is(end.saturating_add(1), &["a", "an"])
        && (2..4).any(|step| scene.tokens.class_end(end.saturating_add(step), Class::Org).is_some())
}

/// "stupid system", "idiot bot": the word colours a thing that follows it.
fn attributive(scene: &Scene<'_>, end: usize, noun: bool) -> bool {
    // "knobhead answer me": an order follows, not a noun.
    let orders = scene.has(end, Class::Command)
        && scene.is(end.saturating_add(1), &["me", "my", "the", "this", "it", "us", "your"]);
    if orders && (noun || scene.has(end.saturating_sub(1), Class::PersonNoun)) {
        return false;
    }
    // "your idiot driver": one of ours, unless the driver is a printer's.
    let after = end.saturating_add(1);
    let ours = scene.has(end, Class::Staff) && !scene.has(end, Class::Org);
    let software = scene.joined(after)
        && (scene.has(after, Class::Thing) || scene.is(after, &["update", "download"]));
    if noun && scene.joined(end) && ours && !software {
        return false;
    }
    let mut at = end;
    let limit = end.saturating_add(3);
    while at < limit && scene.joined(at) {
        let person = scene.has(at, Class::PersonNoun);
        if person && (!scene.has(at, Class::Thing) || scene.closes(at.saturating_add(1))) {
            return false;
        }
        if scene.has(at, Class::Thing) || scene.has(at, Class::Org) {
            return true;
        }
        let colour = scene.has(at, Class::Swear) || scene.has(at, Class::InsultAdjective);
        if !colour || noun {
            // An adjective before a word that is no grammar: some noun we do not know.
            return !noun
                && at == end
                && !scene.has(at, Class::FunctionWord)
                && !scene.has(at, Class::Tag)
                && !scene.has(at, Class::PersonNoun)
                && !scene.has(at, Class::InsultNoun)
                && !scene.has(at, Class::InsultNounWeak)
                && !scene.has(at, Class::SharpNoun)
                && !scene.has(at, Class::Negator)
                && !scene.has(at, Class::Intensifier)
                && !scene.has(at, Class::Preposition);
        }
        at = at.saturating_add(1);
    }
    false
}

/// A word we do not know, or one that looks like an adjective.
fn may_colour(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.folded(at);
    let shaped =
        ["ing", "ous", "ful", "less", "ive", "ish", "ible", "able", "ic", "ed", "ate", "ent"]
            .iter()
            .any(|ending| word.len() > ending.len().saturating_add(2) && word.ends_with(ending));
    let other = scene.has(at, Class::StaffVerb)
        || scene.has(at, Class::SpeechVerb)
        || scene.has(at, Class::WorkVerb)
        || scene.has(at, Class::FunctionWord)
        || scene.has(at, Class::Thing);
    !scene.tokens.is_known(at) || shaped && !other
}

/// "your" and "ur" are as often "belonging to you" as "you are".
fn may_be_possessive(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Youre) && scene.has(at, Class::Your)
}

/// "thank you", "of you", "call you": the "you" belongs to the words before it, unless a label follows
/// that can only be its own ("thank you idiot" stays an address).
fn is_object(scene: &Scene<'_>, you: usize) -> bool {
    scene
        .before(you)
        .is_some_and(|prev| scene.has(prev, Class::ObjectVerb) && !scene.is(prev, &["told"]))
}

fn address(scene: &Scene<'_>, you: usize, end: usize) -> Aim {
    let many = plural_you(scene, you) || plural_label(scene, end);
    let target = if many { Target::Role } else { Target::Agent };
    if reported_before(scene, you) {
        return Aim::new(target, 100, you, Grammar::Loose);
    }
    // "thank you", "hope you", "if you": still an address when a label follows directly.
    Aim::new(target, 940, you, Grammar::Address)
}

/// Finds the start of an expression like "you people" or "the lot of you" that ends before `end`.
fn plural_you_ending(scene: &Scene<'_>, end: usize) -> Option<usize> {
    (1..=5)
        .filter_map(|back| end.checked_sub(back))
        .find(|start| scene.tokens.class_end(*start, Class::PluralYou) == Some(end))
}

/// "you lot", "you people": from the "you" on.
fn plural_you(scene: &Scene<'_>, you: usize) -> bool {
    scene.tokens.class_end(you, Class::PluralYou).is_some()
}

fn plural_label(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| {
        let word = scene.tokens.folded(last);
        word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous")
    })
}
