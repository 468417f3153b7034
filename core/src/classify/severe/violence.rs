//! Threats put together: somebody means to do something to a person, or a person is going to end badly
//! (`domain.md` 2.4; 3.8, 12 and 15).

use crate::classify::parts::Part;
use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};

/// How far before the deed its doer is sought.
const DOER: usize = 16;

/// Returns the words of a threat whose deed or end stands at a word.
pub(super) fn at(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    deed(scene, at)
        .or_else(|| done_to(scene, at))
        .or_else(|| badly_ended(scene, at))
        .or_else(|| called_dead(scene, at))
        .filter(|(first, end)| !in_play(scene, *first, *end))
}

/// "I am going to strangle that woman": a doer who means it, a deed, a victim.
fn deed(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let end = scene.tokens.class_end(at, Class::HarmAct)?;
    let end = victim(scene, at, end)?;
    Some((doer(scene, at)?, end))
}

/// Verbs that mean something else with a person as often: what follows must leave no doubt.
const SOFT: &[&str] = &[
    "hit", "end", "break", "jump", "hang", "burn", "fight", "drag", "bury", "kick", "destroy",
    "crush", "smash", "whip", "deck", "beat", "lamp", "glass", "bottle", "chin", "shoot", "choke",
    "bite", "bleed", "run", "take", "finish", "do", "wipe", "put", "throw", "knock", "snap", "cut",
    "hunt", "bash", "slice", "rip", "tear", "cave", "drown", "hitting", "break", "kill", "killing",
    "murder",
];

/// Deeds that need a part of the body: "snap your neck".
const ON_BODY_ONLY: &[&str] = &[
    "break", "snap", "rip", "gouge", "knock", "put", "throw", "tear", "cave", "wring", "slice",
    "slit", "end", "take", "smell",
];

/// Words that lead from the deed to its victim.
const LEADS_TO_VICTIM: &[&str] = &[
    "the",
    "that",
    "this",
    "those",
    "these",
    "next",
    "every",
    "each",
    "any",
    "all",
    "one",
    "of",
    "a",
    "an",
    "another",
    "some",
    "first",
    "last",
    "young",
    "old",
    "fucking",
    "bloody",
    "stupid",
    "damn",
    "single",
    "member",
    "few",
    "both",
    "two",
    "goddamn",
    "bone",
    "bones",
    "in",
    "person",
    "at",
    "on",
    "whole",
    "front",
    "smug",
    "ugly",
    "fat",
    "little",
    "life",
    "out",
    "off",
    "living",
    "daylights",
    "shit",
    "hell",
    "crap",
    "open",
    "up",
    "clean",
    "both",
    "them",
];

/// What may follow a victim of a soft verb.
const GOES_ON: &[&str] = &[
    "and",
    "when",
    "if",
    "tonight",
    "tomorrow",
    "so",
    "until",
    "till",
    "cos",
    "because",
    "myself",
    "personally",
    "dead",
    "senseless",
    "hard",
    "again",
    "like",
    "one",
    "where",
    "before",
    "unless",
    "who",
    "whoever",
    "i",
    "properly",
    "good",
    "black",
    "bloody",
    "bruv",
    "bro",
    "mate",
    "stone",
    "slowly",
    "then",
];

/// Returns one past the victim of a deed at `verb..at`.
fn victim(scene: &Scene<'_>, verb: usize, at: usize) -> Option<usize> {
    let soft = scene.is(verb, SOFT);
    let body_only = scene.is(verb, ON_BODY_ONLY) && at == verb.saturating_add(1);
    let mut whose = false;
    for word in at..at.saturating_add(8) {
        if !scene.joined(word) {
            return None;
        }
        if whose && let Some(end) = scene.tokens.class_end(word, Class::HarmBody) {
            return (!scene.is(word, &["door", "window", "windscreen", "lights", "back"]))
                .then_some(end);
        }
        if !body_only && !scene.has(word.saturating_add(1), Class::HarmBody) {
            let person = scene.tokens.class_end(word, Class::HarmVictim).or_else(|| {
                let many =
                    scene.is(word, &["everyone", "everybody", "anyone", "anybody", "people"]);
                let staff = scene.has(word, Class::Staff)
                    || scene.has(word, Class::StaffWord)
                        && !scene.is(word, &["desk", "tech", "crew"]);
                (many || staff).then(|| word.saturating_add(1))
            });
            if let Some(end) = person {
                let things = soft && scene.is(word, &["them", "people"]);
                let plain = scene.closes(end) || scene.is(end, GOES_ON) || armed(scene, end);
                return (!things && (plain || !soft && !given(scene, end))).then_some(end);
            }
        }
        whose |= scene.has(word, Class::HarmYour)
            || scene.has(word, Class::Staff)
            || scene.is(word, &["couriers", "drivers", "mans", "womans", "managers", "agents"]);
        if !whose && !scene.is(word, LEADS_TO_VICTIM) {
            return None;
        }
    }
    None
}

/// "shoot you an email", "slap you some tape": a thing is given.
fn given(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["an", "some", "off", "up", "over", "about", "on", "through", "down", "away"])
}

/// "with a hammer", "in the face".
fn armed(scene: &Scene<'_>, at: usize) -> bool {
    let near = at.saturating_add(1)..at.saturating_add(4);
    scene.is(at, &["with", "in", "to", "into", "on", "across", "off", "over", "down"])
        && (Part::Of(Class::HarmWeapon).within(scene, near.start, near.end).is_some()
            || near.clone().any(|word| {
                scene.has(word, Class::HarmBody)
                    || scene
                        .is(word, &["death", "pulp", "mouth", "gob", "pieces", "ground", "roof"])
            }))
}

/// Words by which one means to do something.
const MEANS: &[&str] = &[
    "will",
    "gonna",
    "gunna",
    "going",
    "shall",
    "wanna",
    "want",
    "wants",
    "intend",
    "plan",
    "planning",
    "about",
    "swear",
    "promise",
    "finna",
    "tryna",
    "gon",
    "ready",
    "love",
    "let",
    "easily",
    "happily",
    "gladly",
    "fixing",
    "guarantee",
    "compelled",
];

/// Contractions that hold the doer and the will.
const DOER_WILL: &[&str] = &["ill", "imma", "ima", "ama"];

/// Returns where the doer of a deed stands: the customer and theirs, or somebody unnamed, who mean it.
fn doer(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let start = scene.sentence_start(verb).max(verb.saturating_sub(DOER));
    let before = verb.checked_sub(1)?;
    let others = &["you", "u", "he", "she", "they", "it", "who", "that", "which", "never"];
    let asked = scene.is(before, &["to"])
        && before
            .checked_sub(1)
            .is_some_and(|word| scene.has(word, Class::You) || scene.has(word, Class::ThirdPerson));
    if asked || verb > start && scene.is(before, others) {
        return None;
    }
    for at in (start..verb).rev() {
        if denied(scene, at) {
            return None;
        }
        if scene.is(at, DOER_WILL) || scene.is(at, &["well"]) && at == before {
            return Some(at);
        }
        if scene.is(at, MEANS) {
            return meant_by(scene, start, at);
        }
        if scene.is(at, &["hell", "shell", "theyll"]) {
            return ally(scene, start, at).then_some(start);
        }
        let bare = at == before && scene.is(at, &["i", "we"]);
        if bare && (start..at).any(|word| scene.is(word, &["if", "unless", "or", "then", "when"])) {
            return Some(at);
        }
    }
    None
}

/// A word that says the deed is not meant: "not", "never", "nobody"; "not joking" says that it is.
fn denied(scene: &Scene<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    scene.has(at, Class::Negator)
        && !scene.is(
            next,
            &[
                "joking", "kidding", "afraid", "scared", "lying", "bluffing", "messing", "playing",
                "asking", "care", "only", "refund", "there", "hesitate", "stop",
            ],
        )
}

/// Returns where the subject of a word of will stands, if it is the customer's own or unnamed.
fn meant_by(scene: &Scene<'_>, start: usize, will: usize) -> Option<usize> {
    if scene.is(will, &["let"]) {
        return scene.is(will.saturating_add(1), &["me", "us"]).then_some(will);
    }
    let loose = scene.is(will, &["gonna", "gunna", "wanna", "finna", "tryna", "will"]);
    let mut at = will;
    for _ in 0..4 {
        let Some(word) = at.checked_sub(1).filter(|word| *word >= start && scene.joined(at)) else {
            return (loose && at == will).then_some(will);
        };
        if scene.has(word, Class::I) {
            return Some(word);
        }
        let unnamed = ["somebody", "someone", "people", "both", "all"];
        if scene.is(word, &unnamed) || ally(scene, start, will) {
            return Some(word);
        }
        if denied(scene, word) {
            return None;
        }
        let between = scene.has(word, Class::Be)
            || scene.is(
                word,
                &[
                    "could",
                    "can",
                    "just",
                    "so",
                    "really",
                    "gonna",
                    "would",
                    "to",
                    "d",
                    "fucking",
                    "literally",
                    "actually",
                    "personally",
                    "then",
                    "now",
                    "down",
                    "hereby",
                    "do",
                    "also",
                ],
            );
        if !between {
            return None;
        }
        at = word;
    }
    None
}

/// "me and my brothers", "my dad says he'll": people of the customer's.
fn ally(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        let theirs = scene.has(at, Class::Kin)
            || scene.is(
                at,
                &[
                    "mates", "mate", "lads", "boys", "cousins", "crew", "friends", "gang", "guys",
                    "brothers",
                ],
            );
        theirs && at.checked_sub(1).is_some_and(|word| scene.is(word, &["my", "our", "me"]))
    })
}

/// "Somebody in that office is going to get stabbed".
fn done_to(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let end = scene.tokens.class_end(at, Class::HarmDone)?;
    let by_camera = scene.is(at, &["shot"]) && scene.is(end, &["on", "for", "in", "at"])
        || scene.is(end, &["by"]) && !scene.is(end.saturating_add(1), &["me", "us", "my"]);
    let got = (at.saturating_sub(3)..at)
        .rev()
        .find(|word| scene.is(*word, &["get", "gets", "getting", "be"]))?;
    let start = scene.sentence_start(at).max(at.saturating_sub(DOER));
    if by_camera || got < start || (start..at).any(|word| denied(scene, word)) {
        return None;
    }
    let stop = scene.sentence_end(at);
    let condition = &["if", "unless", "or", "until", "before", "till"];
    let on_terms = (start..stop).any(|word| scene.is(word, condition));
    let will = (start..got).rev().find(|word| {
        scene.is(*word, &["will", "gonna", "going", "youll", "ull", "hell", "shell", "theyll"])
            || scene.is(*word, &["is", "are"]) && scene.is(got, &["getting"])
    });
    let will = will.or_else(|| (scene.is(got, &["gets"]) && on_terms).then_some(got))?;
    let first = patient(scene, start, will)?;
    let weak = scene.is(at, &["hurt", "killed", "attacked", "assaulted", "run", "shot"]);
    let pressed = on_terms && demands(scene, start, stop) && !hazard(scene, start, stop);
    (!weak || pressed).then_some((first, end))
}

/// Returns where the one to be hurt stands before a word: the reader, our people or somebody, not the
/// customer or theirs.
fn patient(scene: &Scene<'_>, start: usize, will: usize) -> Option<usize> {
    if scene.is(will, &["youll", "ull"]) {
        return Some(will);
    }
    let near = start.max(will.saturating_sub(9))..will;
    let theirs = |at: usize| scene.is(at, &["i", "im", "ive", "we", "our", "my", "me"]);
    near.rev()
        .find(|at| {
            scene.has(*at, Class::You)
                || scene.has(*at, Class::Your)
                || scene.has(*at, Class::Youre)
                || scene.has(*at, Class::Staff)
                || scene.is(*at, &["somebody", "someone", "whoever", "youll", "youre"])
        })
        .filter(|at| !(*at..will).any(theirs) && !at.checked_sub(1).is_some_and(theirs))
}

/// What a threat wants: money, an act, an answer.
fn demands(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        scene.is(
            at,
            &[
                "deposit",
                "refund",
                "money",
                "contract",
                "cancel",
                "pay",
                "paid",
                "account",
                "answer",
                "refunded",
                "compensation",
                "order",
                "unblock",
                "apology",
                "mine",
                "owed",
            ],
        )
    })
}

/// Words of danger that is nobody's will.
fn hazard(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        scene.is(
            at,
            &[
                "step", "steps", "stairs", "handrail", "wiring", "wire", "wires", "gas", "ice",
                "icy", "road", "floor", "fix", "fixed", "repair", "repaired", "brakes", "loose",
                "sharp", "hole", "ladder", "safety", "machine", "lift", "cable", "wet", "light",
                "socket", "ramp", "pavement", "roof",
            ],
        )
    })
}

/// "You're leaving here on a stretcher": the reader or one of ours ends where the hurt end.
fn badly_ended(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let end = scene.tokens.class_end(at, Class::HarmEnd)?;
    let start = scene.sentence_start(at).max(at.saturating_sub(DOER));
    let led = at.checked_sub(1).filter(|word| {
        scene.is(
            *word,
            &["in", "on", "through", "a", "an", "the", "your", "to", "into", "intensive"],
        )
    })?;
    // "is going to need an ambulance when I see him"
    let stop = scene.sentence_end(at);
    let mine = (start..stop).any(|word| {
        scene.is(word, &["when", "once", "after", "if"])
            && scene.is(word.saturating_add(1), &["i", "im", "we", "ive"])
    });
    let went = (start..led).rev().find(|word| {
        mine && scene.is(*word, &["need", "needs", "needing", "be"])
            || scene.is(
                *word,
                &[
                    "leave", "leaving", "leaves", "end", "ending", "land", "eating", "drinking",
                    "carried",
                ],
            )
    })?;
    if (start..at).any(|word| denied(scene, word)) {
        return None;
    }
    let will = (start..went).rev().find(|word| {
        scene.is(*word, &["will", "gonna", "going", "youll", "ull", "hell", "shell", "be", "youre"])
    })?;
    Some((patient(scene, start, will.saturating_add(1))?, end))
}

/// "You're dead. You hear me? Dead."
fn called_dead(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let dead = at.saturating_add(1);
    let after = at.saturating_add(2);
    let said = scene.has(at, Class::Youre)
        && scene.is(dead, &["dead"])
        && scene.tokens.breaks_before(after) >= Break::Clause
        || scene.is(at, &["you"]) && scene.is(dead, &["are"]) && scene.is(after, &["dead"]);
    let again = (after..after.saturating_add(6))
        .any(|word| scene.is(word, &["dead", "hear", "understand"]));
    (said && again).then_some((at, after))
}

/// Games, sport and courts: "in this level", "in the final", "in court".
fn in_play(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let from = scene.sentence_start(first);
    let to = scene.sentence_end(end.saturating_sub(1));
    (from..to).any(|at| {
        scene.is(at, &["in", "on", "of", "at"])
            && (at.saturating_add(1)..at.saturating_add(4)).any(|word| {
                word < to
                    && scene.is(
                        word,
                        &[
                            "level",
                            "map",
                            "editor",
                            "game",
                            "court",
                            "final",
                            "match",
                            "league",
                            "quiz",
                            "tournament",
                            "cup",
                            "race",
                            "chess",
                            "fifa",
                            "raid",
                            "quest",
                            "mission",
                            "derby",
                            "chapter",
                            "scene",
                            "film",
                            "tribunal",
                            "leaderboard",
                        ],
                    )
            })
    })
}

/// For the tables' findings too.
pub(super) fn plays(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    in_play(scene, first, end)
}
