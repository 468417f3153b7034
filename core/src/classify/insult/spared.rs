//! What spares a label although somebody is named: titles, reproaches to oneself, warmth, and labels of things
//! (`domain.md` 3.9).

use super::at_end;
use crate::classify::scene::Scene;
use crate::classify::subject::{Aim, Grammar};
use crate::lexicon::Class;
use crate::terms::Target;

/// "the Idiot's Guide": the label owns the word that follows.
pub(super) fn possessive(scene: &Scene<'_>, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else { return false };
    let original = scene.tokens.span(last).of(scene.tokens.original());
    let owns = original.ends_with("'s") || original.ends_with("’s");
    owns && scene.joined(end)
        && !scene.has(end, Class::FunctionWord)
        && !scene.has(end, Class::Negator)
        && !scene.tokens.folded(end).ends_with("ing")
}

/// "Idiot. I typed the wrong date.", "silly cow that I am": said to oneself.
pub(super) fn self_reproach(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let that_i_am = scene.is(end, &["that", "as"]) && scene.has(end.saturating_add(1), Class::I);
    let alone = scene.closes(end)
        && scene.before(at).is_none()
        && scene.is(end, &["i", "ive"])
        && scene.is(
            end.saturating_add(1),
            &[
                "forgot", "typed", "left", "lost", "pressed", "deleted", "put", "clicked", "sent",
                "meant", "just", "missed", "entered", "locked", "dropped", "broke", "had", "was",
            ],
        );
    that_i_am || alone
}

/// "you beautiful bastards", "you absolute legend": banter, when warmth stands beside it.
pub(super) fn kindly(scene: &Scene<'_>, who: &Aim, end: usize) -> bool {
    let near = scene.any(who.first, end, Class::Praise);
    let start = scene.sentence_start(who.first);
    let stop = scene.sentence_end(end.saturating_sub(1));
    let warm = (start..stop).any(|at| scene.has(at, Class::Adored));
    let bitter = scene.any(start, stop, Class::InsultAdjective);
    let laughing = (start..stop).any(|at| scene.has(at, Class::Laughter));
    let mild = end.checked_sub(1).is_some_and(|last| scene.has(last, Class::BanterNoun));
    let pity = scene.is(who.first.saturating_add(1), &["poor", "silly"])
        && end.checked_sub(1).is_some_and(|last| {
            scene.is(
                last,
                &[
                    "thing", "things", "sod", "sods", "bugger", "buggers", "devil", "soul", "love",
                    "sausage", "billy", "goose", "lamb",
                ],
            )
        });
    // "you're an animal! cheers"
    let feat = end.checked_sub(1).is_some_and(|last| {
        scene.is(
            last,
            &[
                "animal", "monster", "machine", "beast", "savage", "animals", "monsters",
                "machines", "beasts", "savages",
            ],
        )
    }) && (scene.any(end, end.saturating_add(8), Class::ThanksWord)
        || (end..end.saturating_add(6))
            .any(|at| scene.is(at, &["fast", "quick"]) || scene.has(at, Class::Adored)));
    // "lol you idiot, you made me laugh"
    let amused = laughing
        && (end..end.saturating_add(8)).any(|at| {
            scene.is(at, &["laugh", "smile", "laughing"]) && scene.is(at.saturating_sub(1), &["me"])
        });
    // "you cheeky bugger, I like you"
    let teased = mild
        && (who.first..end).any(|at| scene.is(at, &["cheeky", "lucky", "jammy"]))
        && (end..stop).any(|at| {
            scene.is(at, &["like", "love"]) && scene.has(at.saturating_add(1), Class::You)
        });
    (near || warm || feat) && !bitter || laughing && mild || pity || amused || teased
}

/// "what does \"moron\" mean in your mail?": a word in marks of its own, asked about.
pub(super) fn mentioned(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let text = scene.tokens.original();
    let span = scene.tokens.span_of(at, end);
    let before = usize::try_from(span.start).ok().and_then(|first| text.get(..first));
    let behind = usize::try_from(span.end).ok().and_then(|last| text.get(last..));
    let mark = |next: Option<char>| next.is_some_and(|mark| QUOTES.contains(&mark));
    let opened = mark(before.and_then(|words| words.chars().next_back()));
    let closed = mark(behind.and_then(|words| words.chars().next()));
    let start = scene.sentence_start(at).max(at.saturating_sub(8));
    let stop = scene.sentence_end(at_end(end)).min(end.saturating_add(8));
    opened
        && closed
        && !scene.any(start, at, Class::Youre)
        && (start..stop).any(|word| {
            scene.is(
                word,
                &[
                    "mean",
                    "means",
                    "meaning",
                    "word",
                    "definition",
                    "spell",
                    "spelled",
                    "translate",
                ],
            )
        })
}

/// What stands around a word that is mentioned.
const QUOTES: &[char] = &['"', '\'', '“', '”', '‘', '’', '«', '»'];

/// "thick with fog", "dense with detail": full of, not slow.
pub(super) fn of_plenty(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| scene.is(last, &["thick", "dense"]))
        && scene.is(end, &["with"])
}

/// "fucking joke", "bloody disgrace": alone, they are said of what happened.
pub(super) fn situational(scene: &Scene<'_>, who: &Aim, end: usize) -> bool {
    let last = at_end(end);
    matches!(who.by, Grammar::Bare | Grammar::Trailing | Grammar::Outcry)
        && (scene.has(last, Class::LabelOfThings)
            || scene.is(last, &["disgrace", "shambles", "embarrassment", "failure", "fraud"]))
}

/// "that boss is a bitch to beat", "the lid is a bastard to open": hard, not bad.
pub(super) fn hard_to(scene: &Scene<'_>, who: &Aim, end: usize) -> bool {
    who.by == Grammar::Statement
        && who.target != Target::Agent
        && scene.is(end, &["to"])
        && scene.has(at_end(end), Class::LabelOfThings)
        && !scene.has(end.saturating_add(1), Class::My)
}

/// "like an idiot I typed": the customer speaks of themselves.
pub(super) fn about_me(scene: &Scene<'_>, who: &Aim, end: usize) -> bool {
    let start = scene.clause_start(who.first);
    let stop = scene.clause_end(end.saturating_sub(1));
    scene.any(start, stop, Class::I) && !scene.any(start, stop, Class::You)
}

/// "a steaming pile of shit": dirt is a person only where the sentence says so.
pub(super) fn matter(scene: &Scene<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| scene.has(last, Class::Matter))
}

/// "what a pathetic excuse for a refund"
pub(super) fn excuse(scene: &Scene<'_>, end: usize) -> bool {
    scene.is(at_end(end), &["excuse", "bot", "machine", "assistant", "chatbot", "robot", "monkey"])
}
