//! Whether an expletive is an order to whoever reads it (`domain.md` 3.4, T4).

use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class, Hit};

/// "fuck off" is an order to whoever reads it; "they can fuck off", "he told me to get lost" and "drop dead
/// gorgeous" are not.
pub(super) fn is_order(scene: &Scene<'_>, hit: &Hit) -> bool {
    let names_you =
        scene.any(hit.first, hit.end, Class::You) || scene.any(hit.first, hit.end, Class::Your);
    if at_a_thing(scene, hit) || taken_back(scene, hit) || goes_on(scene, hit) {
        return false;
    }
    // "die" alone; "my plants die", "one sip and die" are no orders.
    if hit.first.saturating_add(1) == hit.end && scene.is(hit.first, &["die", "fu"]) {
        let opens = scene.tokens.breaks_before(hit.first) >= Break::Sentence
            || scene
                .before(hit.first)
                .is_some_and(|prev| scene.is(prev, &["please", "now", "just"]));
        return opens
            && (scene.closes(hit.end) || scene.is(hit.end, &["bitch", "bot", "scum", "please"]));
    }
    let follows_on = scene.joined(hit.end)
        && scene.is(hit.end, &["gorgeous", "down", "shop", "in", "sexy", "handsome"])
        && !names_you;
    // "where the fuck you been", "the sticker reads fuck off", "the song Fuck You"
    let named = scene.before(hit.first).is_some_and(|prev| {
        scene.is(prev, NAMED_BY)
            && scene.is(hit.first, &["fuck", "f", "piss", "screw", "go", "shut", "up"])
    });
    if follows_on || named {
        return false;
    }
    let Some(prev) = scene.before(hit.first) else { return true };
    // "thank fuck you answered": relief.
    if scene.is(prev, &["thank", "thanks"]) {
        return false;
    }
    let strong = scene.has(hit.first, Class::OrderVerb);
    let asked = scene.is(prev, &["can", "could", "should"])
        && scene.before(prev).is_none_or(|who| !scene.has(who, Class::You));
    let other = scene.has(prev, Class::ThirdPerson)
        || scene.has(prev, Class::Thing)
        || scene.has(prev, Class::I)
        || scene.has(prev, Class::Staff)
        || scene.has(prev, Class::NoOrderBefore)
        || asked;
    if names_you && strong {
        return !scene.is(prev, &["to", "2"]);
    }
    if strong {
        return !other;
    }
    scene.has(prev, Class::OrderOpener) && !asked
}

/// "get fucked, invoice", "go to hell, you cursed vacuum": a thing is spoken to.
fn at_a_thing(scene: &Scene<'_>, hit: &Hit) -> bool {
    if scene.any(hit.first, hit.end, Class::Your) || scene.any(hit.first, hit.end, Class::You) {
        return false;
    }
    let mut at = hit.end;
    while at < hit.end.saturating_add(5) && at < scene.tokens.len() {
        if scene.has(at, Class::Thing) {
            return !scene.has(at, Class::Staff)
                && !scene.has(at, Class::Org)
                && !scene.is(at, &["bot", "robot", "machine", "chatbot", "ai", "computer"])
                && scene.closes(at.saturating_add(1));
        }
        let passes = scene.has(at, Class::You)
            || scene.has(at, Class::Pointer)
            || scene.has(at, Class::Intensifier)
            || scene.has(at, Class::Swear)
            || scene.has(at, Class::InsultAdjective)
            || scene.has(at, Class::SharpAdjective)
            || at > hit.end && !scene.tokens.is_known(at);
        if !passes {
            return false;
        }
        at = at.saturating_add(1);
    }
    false
}

/// "shut up!! thats amazing", "shut up rex, sorry about that": delight, or not said to us.
fn taken_back(scene: &Scene<'_>, hit: &Hit) -> bool {
    let stop = hit.end.saturating_add(5);
    let delight = scene.is(hit.first, &["shut", "get"])
        && (hit.end..stop).any(|at| scene.has(at, Class::Praise))
        && !scene.any(hit.end, stop, Class::Negator);
    let sorry = (hit.end..stop).find(|at| scene.is(*at, &["sorry", "apologies"]));
    let meant = sorry.is_some_and(|at| {
        !scene.is(at.saturating_add(1), &["not", "but", "excuse", "for", "service", "arse", "ass"])
            && !scene.any(hit.end, at, Class::You)
    });
    let other = (hit.end..stop).any(|at| {
        scene.is(at, &["not"])
            && scene.has(at.saturating_add(1), Class::You)
            && scene.closes(at.saturating_add(2))
    });
    // "shut up and take my money", "jog on, said the trainer"
    let next = hit.end.saturating_add(1);
    let taken = scene.is(next, &["take"]) && scene.is(next.saturating_add(1), &["my", "our"]);
    let played = scene.is(hit.end, &["and"]) && (taken || scene.is(next, &["dance", "drive"]))
        || scene.is(hit.end, &["said", "says", "is"]);
    delight || meant || other || played
}

/// Verbs that are orders to go or be quiet only where the sentence ends or turns to the reader.
const MILD_ORDERS: &[&str] = &[
    "shut", "hop", "zip", "beat", "bite", "blow", "pipe", "jog", "drop", "get", "buzz", "do",
    "swivel", "choke", "suck", "damn", "curse", "screw", "stuff", "f", "eff", "just", "die",
];

/// "shut it off at the mains", "the screw you sent", "pipe down to the boiler": no order at all.
fn goes_on(scene: &Scene<'_>, hit: &Hit) -> bool {
    let article = scene.before(hit.first).is_some_and(|prev| {
        scene.has(prev, Class::Article)
            || scene.has(prev, Class::My)
            || scene.has(prev, Class::Pointer)
            || scene.is(prev, &["letter", "grade"])
    });
    let mild = scene.is(hit.first, MILD_ORDERS)
        && !scene.any(hit.first.saturating_add(1), hit.end, Class::Swear)
        && !scene.any(hit.first, hit.end, Class::Your);
    if !mild {
        return false;
    }
    let to_reader = scene.has(hit.end, Class::You)
        || scene.has(hit.end, Class::Tag)
        || scene.has(hit.end, Class::InsultNoun)
        || scene.has(hit.end, Class::InsultNounWeak)
        || scene.has(hit.end, Class::InsultAdjective)
        || scene.has(hit.end, Class::SharpAdjective)
        || scene.has(hit.end, Class::Swear)
        || scene.has(hit.end, Class::Intensifier)
        || scene.has(hit.end, Class::PersonNoun)
        || !scene.tokens.is_known(hit.end) && scene.closes(hit.end.saturating_add(1))
        || scene.is(
            hit.end,
            &[
                "bot", "robot", "and", "then", "now", "all", "every", "already", "with", "or",
                "would", "before", "people", "guys",
            ],
        );
    let it = scene.is(hit.end.saturating_sub(1), &["it"])
        && scene.is(hit.end, &["and", "or", "before", "with", "then", "now"]);
    article || scene.joined(hit.end) && !to_reader || it
}

/// Words before an expletive that is shown, sung or printed somewhere, or that stresses a question.
const NAMED_BY: &[&str] = &[
    "the", "da", "reads", "song", "film", "book", "titled", "word", "words", "phrase", "sticker",
    "shirt", "sign", "called", "album", "track", "says", "printed", "a", "your",
];
