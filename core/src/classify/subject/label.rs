//! Labels without "is": after an article, after a pointing word, alone, or at the end.

use super::linked::{asked_about, listed, spoken_with};
use super::statement::{copula_at, is_copula, spoken_to, statement};
use super::{Aim, Grammar, address, is_object, modifiers, plural_label};
use crate::classify::scene::Scene;
use crate::lexicon::Class;
use crate::terms::Target;

/// "an idiot": whose?
pub(super) fn after_article(scene: &Scene<'_>, article: usize, end: usize) -> Aim {
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
    if scene.is(prev, &["such"])
        && scene.before(prev).is_none()
        && scene.closes(end)
        && !scene.has(end.saturating_sub(1), Class::LabelOfThings)
    {
        let mine = scene.any(end, scene.sentence_end(end), Class::I);
        return Aim::new(
            if mine { Target::Self_ } else { Target::Agent },
            if mine { 0 } else { 700 },
            prev,
            Grammar::Bare,
        );
    }
    // "you're just an idiot", "you are definitly an asshole"
    let skipped = scene.is(prev, &["only", "just", "being"]) || !scene.tokens.is_known(prev);
    if let Some(verb) = scene.before(prev).filter(|_| skipped) {
        let verb = if scene.is(verb, &["just", "being"]) {
            scene.before(verb).unwrap_or(verb)
        } else {
            verb
        };
        if is_copula(scene, verb) {
            return statement(scene, verb);
        }
    }
    if scene.is(prev, &["only", "just"]) {
        let stop = scene.sentence_end(end);
        let mine = scene.any(end, stop, Class::I) && !scene.any(end, stop, Class::You);
        let would = scene.is(end, &["would", "could", "can", "does", "will"]);
        // Somebody must be told so: "only a moron would delete it, and you did".
        let told = scene.any(end, stop, Class::You) || scene.any(end, stop, Class::Your);
        let neglect = scene.is(
            end.saturating_add(1),
            &["ignore", "close", "send", "delete", "lose", "write", "pack", "design", "cancel"],
        );
        return if would && !mine && (told || neglect) {
            Aim::new(Target::Agent, if told { 860 } else { 760 }, prev, Grammar::Outcry)
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
    if scene.is(prev, &["of"]) {
        // "a bit of a moron"
        if let Some(aim) = group_of(scene, prev, end) {
            return aim;
        }
    }
    listed(scene, article)
        .or_else(|| spoken_with(scene, article))
        .or_else(|| asked_about(scene, prev, end))
        .unwrap_or(Aim::new(Target::None, 300, article, Grammar::Loose))
}

/// "a bunch of idiots", "that load of morons", "an excuse of a man".
pub(super) fn group_of(scene: &Scene<'_>, of: usize, end: usize) -> Option<Aim> {
    let group = scene.before(of)?;
    if !scene.has(group, Class::GroupNoun) {
        return None;
    }
    let first = modifiers(scene, group);
    let Some(prev) = scene.before(first) else {
        return Some(Aim::new(Target::Role, 860, first, Grammar::Bare));
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
pub(super) fn pointing(scene: &Scene<'_>, pointer: usize, end: usize) -> Aim {
    if scene.has(pointer, Class::Youre) {
        // "your an idiot" has its article; "your idiot" at the end of a clause is "you're idiot(s)".
        let ordered = scene.before(pointer).is_some_and(|prev| {
            scene.has(prev, Class::Command) || scene.has(prev, Class::Preposition)
        });
        let goes_on = scene.has(end, Class::Be) || scene.has(end, Class::Auxiliary);
        if !ordered
            && (scene.closes(end)
                || plural_label(scene, end) && !goes_on && !names_a_thing(scene, end))
        {
            return spoken_to(scene, pointer, pointer);
        }
        if ordered && scene.closes(end) || names_a_thing(scene, end) {
            return Aim::new(Target::Situation, 0, pointer, Grammar::Loose);
        }
        let sure = if of_ours(scene, end) { 870 } else { 700 };
        return Aim::new(Target::ThirdParty, sure, pointer, Grammar::Pointing);
    }
    if scene.is(pointer, &["the", "those", "these", "them"])
        && scene.before(pointer).is_some_and(|prev| scene.has(prev, Class::You))
    {
        return Aim::new(Target::Agent, 800, pointer, Grammar::Address);
    }
    if scene.is(pointer, &["that", "this", "those"]) {
        // "and you are that fool"
        let told = scene.before(pointer).filter(|at| scene.is(*at, &["are", "r"]));
        if let Some(you) =
            told.and_then(|at| scene.before(at)).filter(|you| scene.has(*you, Class::You))
        {
            return spoken_to(scene, you, you);
        }
    }
    if let Some(aim) = spoken_with(scene, pointer) {
        return aim;
    }
    // "tell the cretin who did it"
    let told = scene.before(pointer).is_some_and(|verb| scene.is(verb, &["tell"]))
        && !scene.is(end, &["next", "in", "at", "on", "upstairs", "downstairs", "of"]);
    if told {
        return Aim::new(Target::ThirdParty, 700, pointer, Grammar::Pointing);
    }
    // "note for the halfwit on shift", "to whichever imbecile reads this"
    let start = scene.clause_start(pointer);
    if scene.is(start, &["to", "dear", "note", "message", "memo", "attention", "attn", "for"])
        && pointer > start
        && pointer.saturating_sub(start) <= 3
        && !scene.any(start, pointer, Class::My)
    {
        return Aim::new(Target::ThirdParty, 700, pointer, Grammar::Pointing);
    }
    if scene.is(pointer, &["some"]) && !of_ours(scene, end) {
        return Aim::new(Target::None, 250, pointer, Grammar::Loose);
    }
    if scene.joined(end) && colours_unknown(scene, end) {
        return Aim::new(Target::Situation, 0, pointer, Grammar::Loose);
    }
    let placed = scene
        .is(end, &["at", "in", "on", "who", "behind", "from", "running", "typing", "whos", "that"])
        && scene.tokens.original().contains('@');
    let served = scene.is(end, &["who", "that"])
        && (end..end.saturating_add(4)).any(|at| scene.has(at, Class::WorkVerb));
    let sure = if of_ours(scene, end) {
        870
    } else if placed || served {
        700
    } else {
        430
    };
    if scene.is(pointer, &["any", "every", "which"]) && !scene.is(end, &["who", "at", "in"]) {
        return Aim::new(Target::None, 250, pointer, Grammar::Loose);
    }
    Aim::new(Target::ThirdParty, sure, pointer, Grammar::Pointing)
}

/// "… of yours", "… in your warehouse", "… you sent", "… of an engineer", "… at the till": the label is said
/// of somebody who works for us. Anybody else is no business of ours.
fn of_ours(scene: &Scene<'_>, end: usize) -> bool {
    let stop = end.saturating_add(4).min(scene.clause_end(end.saturating_sub(1)));
    let placed = scene.has(end, Class::Preposition)
        || scene
            .is(end, &["of", "who", "whos", "that", "running", "answering", "from", "you", "u"]);
    let direct = scene.joined(end) && scene.has(end, Class::Staff);
    let named = placed
        && (end..stop).any(|at| {
            scene.has(at, Class::Staff)
                || scene.has(at, Class::Your)
                || scene.is(at, &["yours", "you", "u", "there"])
                || scene.is(at, WHERE_WE_SPEAK)
        });
    // "some creep on your app": the people there are customers.
    let elsewhere = (end..stop).any(|at| scene.is(at, USERS_PLACES));
    // "the idiots who abused you": what was done to us is none of our work.
    let done_to_us = scene.is(end, &["who", "that"])
        && scene.has(end.saturating_add(2), Class::You)
        && !scene.is(end.saturating_add(1), &["told", "of", "with", "for", "calls", "call"]);
    direct || named && !elsewhere && !done_to_us
}

/// Where customers meet each other.
const USERS_PLACES: &[&str] = &[
    "app",
    "site",
    "website",
    "platform",
    "forum",
    "server",
    "game",
    "page",
    "marketplace",
    "stream",
    "group",
    "dating",
    "comments",
    "lobby",
    "match",
];

/// Where customers meet us.
const WHERE_WE_SPEAK: &[&str] = &[
    "phone",
    "line",
    "till",
    "counter",
    "chat",
    "reception",
    "checkout",
    "helpline",
    "desk",
    "headset",
];

/// "your jerk chicken", "your creep feed": what follows is no verb and no grammar, so it is a thing.
pub(in crate::classify) fn names_a_thing(scene: &Scene<'_>, at: usize) -> bool {
    let grammar = [
        Class::FunctionWord,
        Class::Preposition,
        Class::Be,
        Class::Auxiliary,
        Class::Negator,
        Class::FailingVerb,
        Class::StaffVerb,
        Class::WorkVerb,
        Class::SpeechVerb,
        Class::ReportVerb,
        Class::Tag,
        Class::Staff,
        Class::PersonNoun,
        Class::Intensifier,
        Class::Seem,
        Class::Swear,
    ];
    let folded = scene.tokens.folded(at);
    scene.joined(at)
        && !scene.is_name(at)
        && folded.len() > 3
        && !folded.ends_with("ed")
        && !folded.ends_with("ing")
        && grammar.iter().all(|class| !scene.has(at, *class))
}

/// "some arsehole algorithm": the label colours a noun we do not know.
fn colours_unknown(scene: &Scene<'_>, at: usize) -> bool {
    let classes = [
        Class::FunctionWord,
        Class::Tag,
        Class::Staff,
        Class::PersonNoun,
        Class::Preposition,
        Class::Be,
        Class::SpeechVerb,
        Class::Negator,
        Class::Command,
        Class::Intensifier,
        Class::Seem,
        Class::You,
    ];
    !scene.tokens.is_known(at)
        && !scene.is_name(at)
        && scene.tokens.folded(at).len() > 3
        && !scene.tokens.folded(at).ends_with("ing")
        && !scene.tokens.folded(at).ends_with("ed")
        && classes.iter().all(|class| !scene.has(at, *class))
}

/// The label opens its clause: alone it is an address.
pub(super) fn bare(scene: &Scene<'_>, first: usize, end: usize) -> Aim {
    let stop = scene.clause_end(end.saturating_sub(1));
    let rest = stop.saturating_sub(end);
    let tagged =
        rest <= 2 && (end..stop).all(|at| scene.has(at, Class::Tag) || scene.has(at, Class::Swear));
    if stop <= end || tagged || plural_you_at(scene, end) {
        let target = if plural_label(scene, end) { Target::Role } else { Target::Agent };
        return Aim::new(target, 780, first, Grammar::Bare);
    }
    if scene.is(end, &["on", "at", "behind"]) && of_ours(scene, end) {
        // "absolute bellend on the phone just now"
        return Aim::new(Target::ThirdParty, 640, first, Grammar::Bare);
    }
    let turns = scene.has(end, Class::Command) || scene.has(end, Class::TurnWord);
    if turns {
        // "knobhead answer me"
        return Aim::new(Target::Agent, 620, first, Grammar::Bare);
    }
    if plural_label(scene, end) && scene.has(end, Class::FailingVerb) {
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

/// "answer me stupid", "wake up stupid": the one adjective that people are called by.
pub(super) fn called_stupid(scene: &Scene<'_>, end: usize) -> Option<Aim> {
    let head = end.saturating_sub(1);
    let start = scene.clause_start(head);
    let called = scene.is(head, &["stupid"])
        && scene.closes(end)
        && head > start
        && head.saturating_sub(start) <= 3
        && !(start..head).any(|at| scene.is(at, &["i", "we"]))
        && (scene.has(start, Class::Command)
            && !scene.is(start, &["make", "call", "look", "talk"])
            || scene.is(start, &["wake", "hey", "hi", "hello", "oi", "listen", "shut"]));
    called.then(|| Aim::new(Target::Agent, 640, head, Grammar::Trailing))
}

/// "just refund me idiot": a label at the end with nothing that could own it.
pub(super) fn trailing(
    scene: &Scene<'_>,
    prev: usize,
    first: usize,
    end: usize,
    noun: bool,
) -> Aim {
    let loose = Aim::new(Target::None, 250, first, Grammar::Loose);
    let ends =
        scene.closes(end) || (scene.has(end, Class::Tag) && scene.closes(end.saturating_add(1)));
    let owned = scene.has(prev, Class::Preposition)
        || scene.has(prev, Class::Number)
        || scene.has(prev, Class::OwnerBefore)
        || scene.before(prev).is_some_and(|verb| scene.has(verb, Class::ObjectVerb));
    if !noun || !ends || owned {
        return loose;
    }
    if scene.has(prev, Class::Hailing) {
        return Aim::new(Target::Agent, 860, first, Grammar::Trailing);
    }
    if scene.has(prev, Class::FunctionWord)
        || scene.has(prev, Class::Command)
        || scene.has(prev, Class::Thing)
    {
        return Aim::new(Target::Agent, 620, first, Grammar::Trailing);
    }
    let plain = end.saturating_sub(first) == 1 && scene.tokens.folded(prev).len() > 2;
    if plain && !scene.is_name(prev) && scene.clause_start(first).saturating_add(2) < first {
        return Aim { sure: 520, target: Target::Agent, by: Grammar::Trailing, ..loose };
    }
    loose
}
