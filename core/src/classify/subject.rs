//! Who a word is about: the grammar of address, read off word classes (`domain.md` 3.1, 3.3).

use super::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Target;

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
    /// Nothing that points at a person.
    Loose,
}

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
    if of_a_thing(scene, end) || attributive(scene, end, noun) {
        return Aim::new(Target::Situation, 0, first, Grammar::Loose);
    }
    let Some(prev) = scene.before(first) else {
        return bare(scene, first, end);
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
    // "you snivelling toady": one word we do not know between.
    if noun && !scene.tokens.is_known(prev) {
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
        return Aim::new(Target::Role, 800, prev, Grammar::Statement);
    }
    trailing(scene, prev, first, end, noun)
}

/// Walks left over words that only strengthen or colour the head.
fn modifiers(scene: &Scene<'_>, head: usize) -> usize {
    let mut first = head;
    while let Some(prev) = first.checked_sub(1) {
        let colour = scene.has(prev, Class::InsultAdjective)
            || scene.has(prev, Class::SharpAdjective)
            || scene.has(prev, Class::Swear);
        let modifies =
            colour || scene.has(prev, Class::Intensifier) || scene.has(prev, Class::Praise);
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
    // "a bit of an idiot", "a load of absolute morons"
    first
}

/// "an idiot of a machine".
fn of_a_thing(scene: &Scene<'_>, end: usize) -> bool {
    scene.joined(end)
        && scene.is(end, &["of", "ov"])
        && scene.is(end.saturating_add(1), &["a", "an"])
        && (2..5).any(|step| {
            let at = end.saturating_add(step);
            scene.joined(at) && scene.has(at, Class::Thing) && !scene.has(at, Class::Staff)
        })
}

/// "stupid system", "idiot bot": the word colours a thing that follows it.
fn attributive(scene: &Scene<'_>, end: usize, noun: bool) -> bool {
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

/// "your" and "ur" are as often "belonging to you" as "you are".
fn may_be_possessive(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Youre) && scene.has(at, Class::Your)
}

/// "thank you", "of you", "call you": the "you" belongs to the words before it, unless a label follows
/// that can only be its own ("thank you idiot" stays an address).
fn is_object(scene: &Scene<'_>, you: usize) -> bool {
    scene.before(you).is_some_and(|prev| {
        scene.is(
            prev,
            &["call", "called", "calling", "say", "says", "makes", "make", "think", "told"],
        ) && !scene.is(prev, &["told"])
    })
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
        word.len() > 4 && word.ends_with('s') && !word.ends_with("ss")
    })
}

/// A verb that makes the word before it the subject; returns its place.
fn copula_at(scene: &Scene<'_>, prev: usize) -> Option<usize> {
    let mut at = prev;
    for _ in 0..3 {
        if is_copula(scene, at) {
            return Some(at);
        }
        if scene.has(at, Class::Seem)
            || scene.has(at, Class::Negator)
            || scene.is(at, &["a", "an", "like", "as", "the", "being", "such"])
        {
            at = scene.before(at)?;
        } else {
            return None;
        }
    }
    is_copula(scene, at).then_some(at)
}

fn is_copula(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Be)
        || scene.has(at, Class::Youre) && !scene.has(at, Class::You)
        || scene.has(at, Class::ThirdIs)
        || scene
            .is(at, &["im", "its", "thats", "theres", "whats", "were", "weve", "youve", "wasnt"])
}

/// "X is …": finds X.
fn statement(scene: &Scene<'_>, copula: usize) -> Aim {
    let hedged = scene.tokens.folded(copula);
    let by = Grammar::Statement;
    if matches!(hedged, "im" | "am") {
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
    let mut at = copula;
    // Over adverbs and negators to the subject; turned round in questions ("are you …" is an address).
    let subject = loop {
        let Some(prev) = scene.before(at) else {
            return Aim::new(Target::None, 200, copula, Grammar::Loose);
        };
        let skips = (scene.has(prev, Class::Intensifier)
            || scene.has(prev, Class::Negator)
            || scene.has(prev, Class::Be)
            || scene.is(
                prev,
                &[
                    "must", "will", "would", "can", "could", "should", "have", "has", "to", "got",
                    "gotta", "cant", "might", "do",
                ],
            ))
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
    noun_subject(scene, subject)
}

fn spoken_to(scene: &Scene<'_>, you: usize, copula: usize) -> Aim {
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
    let last = subject.saturating_add(1);
    let ours = (start..last).any(|at| scene.has(at, Class::Your) || scene.has(at, Class::You));
    let theirs = (start..last).any(|at| scene.has(at, Class::My));
    let staff = scene.any(start, last, Class::Staff) && !printer_driver(scene, start, last);
    let related = (start..last).any(|at| {
        scene.has(at, Class::Staff) && scene.is(at.saturating_add(1), &["who", "that", "whos"])
    });
    if scene.is(subject, &["someone", "somebody", "whoever", "anyone", "one"]) {
        return Aim::new(Target::ThirdParty, 450, start, by);
    }
    if scene.has(subject, Class::ThirdPerson) {
        return third(scene, subject);
    }
    if related {
        return Aim::new(Target::ThirdParty, 700, start, by);
    }
    if theirs && !ours {
        return Aim::new(Target::Self_, 0, start, by);
    }
    if staff && (!scene.has(subject, Class::Thing) || scene.has(subject, Class::Staff)) {
        let people = scene.has(subject, Class::Org) || plural_label(scene, last);
        let target = if people { Target::Role } else { Target::ThirdParty };
        return Aim::new(target, 820, start, by);
    }
    if scene.has(subject, Class::Thing) || scene.has(subject, Class::ThingWord) {
        return Aim::new(Target::Situation, 0, start, by);
    }
    if scene.has(subject, Class::Org) {
        return Aim::new(Target::Organisation, 100, start, by);
    }
    if is_name(scene, subject) {
        return Aim::new(Target::ThirdParty, 640, subject, by);
    }
    if ours {
        // "your checkout is …": some thing we do not know.
        return Aim::new(Target::Situation, 0, start, by);
    }
    Aim::new(Target::None, 300, subject, Grammar::Loose)
}

/// A driver that no road has seen.
fn printer_driver(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        scene.is(
            at,
            &[
                "printer",
                "usb",
                "graphics",
                "audio",
                "nvidia",
                "bluetooth",
                "wifi",
                "device",
                "display",
                "sound",
                "video",
                "network",
            ],
        )
    })
}

/// "he is", "she is", "they are": one of ours only if the message speaks of our people.
fn third(scene: &Scene<'_>, at: usize) -> Aim {
    let ours = (0..scene.tokens.len().min(REACH_BACK)).any(|word| {
        scene.has(word, Class::Staff) || scene.has(word, Class::Your) || scene.has(word, Class::You)
    });
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

/// A capitalised word the tables do not know, in a text that also has small letters.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let original = scene.tokens.span(at).of(scene.tokens.original());
    !scene.tokens.is_known(at)
        && !scene.tokens.in_capitals(at)
        && original.chars().next().is_some_and(char::is_uppercase)
}

/// "an idiot": whose?
fn after_article(scene: &Scene<'_>, article: usize, end: usize) -> Aim {
    let Some(prev) = scene.before(article) else {
        // "a bunch of" and the like were seen before; "an idiot sent this" is loose.
        return bare(scene, article, end);
    };
    if let Some(copula) = copula_at(scene, prev) {
        return statement(scene, copula);
    }
    if scene.is(prev, &["what", "wot"]) {
        let mine = scene.any(prev, scene.clause_end(end), Class::I);
        return if mine {
            Aim::new(Target::Self_, 0, prev, Grammar::Loose)
        } else {
            Aim::new(Target::Agent, 720, prev, Grammar::Outcry)
        };
    }
    if scene.is(prev, &["only", "just"]) {
        let stop = scene.sentence_end(end);
        let mine = scene.any(end, stop, Class::I) && !scene.any(end, stop, Class::You);
        let would = scene.is(end, &["would", "could", "can", "does", "will"]);
        return if would && !mine {
            Aim::new(Target::Agent, 760, prev, Grammar::Outcry)
        } else {
            Aim::new(Target::None, 250, prev, Grammar::Loose)
        };
    }
    if scene.has(prev, Class::You) && !is_object(scene, prev) {
        return address(scene, prev, end);
    }
    let adverb = modifiers(scene, article);
    if let Some(before) = scene.before(adverb) {
        if adverb < article && is_copula(scene, before) {
            return statement(scene, before);
        }
        if adverb < article && scene.has(before, Class::You) && !is_object(scene, before) {
            return address(scene, before, end);
        }
    }
    Aim::new(Target::None, 300, article, Grammar::Loose)
}

/// "a bunch of idiots", "that load of morons", "an excuse of a man".
fn group_of(scene: &Scene<'_>, of: usize, end: usize) -> Option<Aim> {
    let group = scene.before(of)?;
    let groups = [
        "bunch",
        "load",
        "loads",
        "pack",
        "set",
        "lot",
        "shower",
        "crowd",
        "gang",
        "team",
        "group",
        "bit",
        "collection",
        "circus",
        "pair",
        "company",
        "sort",
        "kind",
        "type",
        "bag",
        "room",
        "house",
        "department",
    ];
    if !scene.is(group, &groups) {
        return None;
    }
    let first = modifiers(scene, group);
    let Some(prev) = scene.before(first) else {
        return Some(Aim::new(Target::Role, 760, first, Grammar::Bare));
    };
    if scene.is(prev, &["a", "an", "such"]) {
        let aim = after_article(scene, prev, end);
        return Some(match aim.target {
            Target::None if scene.has(group, Class::Number) => aim,
            Target::None => Aim::new(Target::Role, 620, first, Grammar::Bare),
            Target::Agent if plural_label(scene, end) => Aim { target: Target::Role, ..aim },
            Target::Agent
            | Target::Situation
            | Target::Organisation
            | Target::Role
            | Target::ThirdParty
            | Target::Self_ => aim,
        });
    }
    if scene.has(prev, Class::You) {
        return Some(Aim::new(Target::Role, 940, prev, Grammar::Address));
    }
    copula_at(scene, prev).map(|copula| statement(scene, copula))
}

/// "that idiot of yours", "your moron driver", "the clowns in your warehouse".
fn pointing(scene: &Scene<'_>, pointer: usize, end: usize) -> Aim {
    if scene.has(pointer, Class::Youre) {
        // "your an idiot" has its article; "your idiot" at the end of a clause is "you're idiot(s)".
        if scene.closes(end) || plural_label(scene, end) {
            return spoken_to(scene, pointer, pointer);
        }
        return Aim::new(Target::ThirdParty, 700, pointer, Grammar::Pointing);
    }
    if scene.is(pointer, &["the", "those", "these", "them"])
        && scene.before(pointer).is_some_and(|prev| scene.has(prev, Class::You))
    {
        return Aim::new(Target::Agent, 800, pointer, Grammar::Address);
    }
    let start = scene.sentence_start(pointer);
    let stop = scene.sentence_end(end);
    if scene.any(start, pointer, Class::My) && scene.is(pointer, &["some"]) {
        return Aim::new(Target::None, 250, pointer, Grammar::Loose);
    }
    let staff = scene.any(start, stop, Class::Staff)
        || scene.any(start, stop, Class::Your)
        || scene.any(start, stop, Class::You);
    let placed = scene
        .is(end, &["at", "in", "on", "who", "behind", "from", "running", "typing", "whos", "that"])
        && scene.tokens.original().contains('@');
    let sure = if staff || placed { 700 } else { 430 };
    if scene.is(pointer, &["any", "every", "which"]) && !scene.is(end, &["who", "at", "in"]) {
        return Aim::new(Target::None, 250, pointer, Grammar::Loose);
    }
    Aim::new(Target::ThirdParty, sure, pointer, Grammar::Pointing)
}

/// The label opens its clause: alone it is an address.
fn bare(scene: &Scene<'_>, first: usize, end: usize) -> Aim {
    let stop = scene.clause_end(end.saturating_sub(1));
    let rest = stop.saturating_sub(end);
    let tagged =
        rest <= 2 && (end..stop).all(|at| scene.has(at, Class::Tag) || scene.has(at, Class::Swear));
    if stop <= end || tagged || plural_you_at(scene, end) {
        let target = if plural_label(scene, end) { Target::Role } else { Target::Agent };
        return Aim::new(target, 780, first, Grammar::Bare);
    }
    let turns = scene.has(end, Class::Command)
        || scene.is(
            end,
            &[
                "you", "u", "i", "its", "wheres", "where", "why", "what", "whats", "how", "cant",
                "dont", "didnt", "my", "now", "just", "still", "that", "thats", "this", "give",
                "wheres",
            ],
        );
    if turns {
        // "knobhead answer me"
        return Aim::new(Target::Agent, 620, first, Grammar::Bare);
    }
    if plural_label(scene, end)
        && scene.is(
            end,
            &[
                "cant", "couldnt", "dont", "have", "keep", "sent", "lost", "never", "wont",
                "cannot", "think",
            ],
        )
    {
        // "morons cant even spell my name"
        return Aim::new(Target::Role, 600, first, Grammar::Bare);
    }
    Aim::new(Target::None, 300, first, Grammar::Loose)
}

fn plural_you_at(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.class_end(at, Class::PluralYou).is_some()
        || scene.is(at, &["the", "every", "all", "both"])
            && (1..5).any(|step| scene.has(at.saturating_add(step), Class::You))
}

/// "just refund me idiot": a label at the end with nothing that could own it.
fn trailing(scene: &Scene<'_>, prev: usize, first: usize, end: usize, noun: bool) -> Aim {
    let loose = Aim::new(Target::None, 250, first, Grammar::Loose);
    let ends =
        scene.closes(end) || (scene.has(end, Class::Tag) && scene.closes(end.saturating_add(1)));
    let owned = scene.has(prev, Class::Preposition)
        || scene.has(prev, Class::Number)
        || scene.is(
            prev,
            &[
                "and", "or", "mr", "mrs", "ms", "no", "not", "called", "feel", "feels", "felt",
                "how", "calling", "play", "word", "say", "says", "said", "s", "any", "many",
                "more", "other", "hate", "being", "get", "got",
            ],
        );
    if !noun || !ends || owned {
        return loose;
    }
    if scene.is(
        prev,
        &[
            "hello", "hi", "hey", "oi", "listen", "oh", "wow", "lol", "thanks", "yes", "yeah",
            "no", "ok", "haha", "hahaha", "well", "dear", "goodbye", "bye",
        ],
    ) {
        return Aim::new(Target::Agent, 860, first, Grammar::Trailing);
    }
    if scene.has(prev, Class::FunctionWord)
        || scene.has(prev, Class::Command)
        || scene.has(prev, Class::Thing)
    {
        return Aim::new(Target::Agent, 620, first, Grammar::Trailing);
    }
    let plain = end.saturating_sub(first) == 1 && scene.tokens.folded(prev).len() > 2;
    if plain && !is_name(scene, prev) && scene.clause_start(first).saturating_add(2) < first {
        return Aim { sure: 520, target: Target::Agent, by: Grammar::Trailing, ..loose };
    }
    loose
}

/// Somebody else's words without marks: "he said youre an idiot", "your fitter told my wife to get lost".
/// A verb of saying stands before, in the same sentence, and its speaker is not the customer.
pub(super) fn reported_before(scene: &Scene<'_>, at: usize) -> bool {
    let start = scene.sentence_start(at).max(at.saturating_sub(14));
    (start..at).rev().any(|verb| {
        let said = scene.is(
            verb,
            &[
                "said", "says", "told", "shouted", "yelled", "screamed", "sneered", "muttered",
                "texted", "wrote", "called", "replied", "goes", "calling", "shouting", "saying",
            ],
        );
        if !said {
            return false;
        }
        let teller = verb.checked_sub(1);
        let near = at.saturating_sub(verb) <= 6;
        let others = teller.is_some_and(|teller| {
            scene.has(teller, Class::ThirdPerson)
                || scene.has(teller, Class::Staff)
                || scene.is(teller, &["then", "even", "and", "was", "just", "were", "got"])
                || (near && !scene.tokens.is_known(teller))
        }) && scene.any(start.max(verb.saturating_sub(4)), verb, Class::ThirdPerson)
            || teller.is_some_and(|teller| {
                scene.has(teller, Class::Staff) || near && is_name(scene, teller)
            })
            || near && scene.any(start, verb, Class::Staff) && !scene.any(start, verb, Class::You);
        let to_us = scene
            .is(verb.saturating_add(1), &["me", "us", "my", "to", "him", "her", "them"])
            && teller.is_some_and(|teller| {
                !scene.has(teller, Class::I) && !scene.is(teller, &["to", "ive", "ill", "can"])
            })
            && near;
        let was_told = teller
            .is_some_and(|teller| scene.is(teller, &["was", "been", "got", "being"]))
            && scene.is(verb, &["told", "called"]);
        others || to_us || was_told
    })
}

/// Says whether a statement is turned round: "you are not", "I never said you were".
pub(super) fn negated(scene: &Scene<'_>, aim: &Aim, head: usize) -> bool {
    if !matches!(aim.by, Grammar::Statement | Grammar::Pointing) {
        return false;
    }
    // "you cannot be this stupid" says that they are.
    if scene.before(head).is_some_and(|prev| scene.is(prev, &["this", "that", "so", "really"])) {
        return false;
    }
    let start = scene.clause_start(aim.first).max(aim.first.saturating_sub(4));
    let asks = scene.any(aim.first, head, Class::Negator);
    let denies = (start..aim.first).any(|at| {
        scene.has(at, Class::Negator) && !scene.is(at, &["no", "nobody", "cant", "dont"])
            || scene.is(at, &["dont", "cant", "no"])
                && scene.is(
                    at.saturating_add(1),
                    &[
                        "think",
                        "say",
                        "mean",
                        "believe",
                        "want",
                        "one",
                        "saying",
                        "suggesting",
                        "way",
                    ],
                )
                && !scene.is(at.saturating_add(1), &["way"])
    });
    asks || denies
}
