//! The message cut into what can be checked, what is felt, what is asked, and courtesy: the agent's two
//! columns (`design.md` 3).

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Segment};
use crate::lexicon::{Break, Class, Kind};
use crate::terms::{Flag, IssueKind, SegmentKind, Signal};
use crate::text::Span;

/// Cuts the text into spans that tile it.
pub(super) fn cut(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Segment> {
    let text = scene.tokens.original();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    if length == 0 {
        return Vec::new();
    }
    let marked = marked(scene, findings);
    let starts = pieces(scene);
    let ends = starts.iter().skip(1).copied().chain([scene.tokens.len()]);
    let mut segments: Vec<Segment> = Vec::new();
    for (first, end) in starts.iter().copied().zip(ends) {
        let start = if first == 0 { 0 } else { opening(scene, first) };
        let kind = kind(scene, first, end, &marked);
        // "and nobody can say why" goes with what it is joined to.
        let small = kind == SegmentKind::Other
            && (end.saturating_sub(first) < SHORTEST
                || scene.tokens.breaks_before(first) == Break::None);
        let same_sentence = scene.tokens.breaks_before(first) < Break::Sentence;
        match segments.last_mut() {
            Some(last) if same_sentence && (last.kind == kind || small) => {}
            Some(last) if same_sentence && last.kind == SegmentKind::Other => last.kind = kind,
            Some(last) => {
                last.span.end = start;
                segments.push(Segment { kind, span: Span::new(start, length) });
            }
            None => segments.push(Segment { kind, span: Span::new(0, length) }),
        }
    }
    if segments.is_empty() {
        segments.push(Segment { kind: SegmentKind::Other, span: Span::new(0, length) });
    }
    segments
}

/// The stretches of words that ask for something.
pub(super) fn requests(scene: &Scene<'_>) -> impl Iterator<Item = (usize, usize)> {
    let starts = pieces(scene);
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([scene.tokens.len()]).collect();
    starts.into_iter().zip(ends).filter(|(first, end)| asks(scene, *first, *end))
}

/// The first words of the pieces: clauses, and what begins anew without a mark, as in a transcript.
fn pieces(scene: &Scene<'_>) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    // One past a greeting that has just been read.
    let mut greeted = 0;
    for at in 0..scene.tokens.len() {
        let long = starts.last().is_none_or(|start| at.saturating_sub(*start) >= SHORTEST);
        let breaks = scene.tokens.breaks_before(at) >= Break::Clause;
        if breaks || at == greeted && at > 0 || long && begins_anew(scene, at) {
            starts.push(at);
        }
        if starts.last().is_some_and(|start| opens(scene, *start, at)) {
            greeted = greeting(scene, at).unwrap_or(greeted);
        }
    }
    starts
}

/// A piece without a mark before it has at least so many words.
const SHORTEST: usize = 3;

/// Sounds before the first word that says something.
const FILLERS: [&str; 17] = [
    "um", "er", "uh", "erm", "yeah", "yes", "right", "so", "oh", "well", "ok", "okay", "there",
    "sir", "madam", "love", "all",
];

/// Says whether only sounds stand between the beginning of a piece and a word.
fn opens(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    at.saturating_sub(start) <= SHORTEST && (start..at).all(|word| scene.is(word, &FILLERS))
}

/// One past a greeting and its sounds that begin at a word, where more follows in the clause.
fn greeting(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let day = ["morning", "afternoon", "evening", "day"];
    let next = at.saturating_add(1);
    let said = if scene.is(at, &["hi", "hello", "hey", "hiya", "greetings", "heya"]) {
        next
    } else if scene.is(at, &["good"]) && scene.is(next, &day) {
        next.saturating_add(1)
    } else {
        return None;
    };
    let named = ["dear", "team", "guys", "folks", "everyone", "maam", "mam", "mate"];
    let limit = said.saturating_add(SHORTEST);
    let end = (said..limit)
        .find(|word| {
            !(scene.joined(*word) && (scene.is(*word, &FILLERS) || scene.is(*word, &named)))
        })
        .unwrap_or(limit);
    scene.joined(end).then_some(end)
}

/// Words that begin another thought: a connector, a question, a wish, thanks.
fn begins_anew(scene: &Scene<'_>, at: usize) -> bool {
    if scene.has(at, Class::ThanksWord) {
        return is_free(scene, at);
    }
    // The classes are looked up faster than the words are compared.
    let first_person = scene.has(at, Class::I);
    if !first_person && !scene.has(at, Class::FunctionWord) && !scene.has(at, Class::Courtesy) {
        return false;
    }
    let next = at.saturating_add(1);
    let rest = scene.joined(next) && scene.joined(next.saturating_add(1));
    if first_person {
        return is_free(scene, at) && (wants(scene, next) || rest && tells(scene, at));
    }
    if !rest {
        return false;
    }
    let person = || {
        scene.has(next, Class::You) || scene.has(next, Class::I) || scene.is(next, &["it", "there"])
    };
    if scene.is(at, &["and", "but", "because", "cos", "then"]) {
        return true;
    }
    // "so rude" is no connector.
    if scene.is(at, &["so"]) {
        return person() || scene.is(next, &["please", "the", "my"]);
    }
    let asks = scene.is(at, &["can", "could", "would", "will", "do", "does"]) && person();
    (asks || scene.is(at, &["please", "pls", "plz", "kindly"])) && is_free(scene, at)
}

/// "I want", "I would like".
fn wants(scene: &Scene<'_>, next: usize) -> bool {
    let wishes = ["want", "need", "demand", "expect", "require", "like"];
    scene.is(next, &wishes)
        || scene.is(next, &["just", "only", "would", "really"])
            && (scene.is(next.saturating_add(1), &wishes)
                || scene.is(next.saturating_add(2), &wishes))
}

/// "I had a letter", "I've been cut off": a fact begins.
fn tells(scene: &Scene<'_>, at: usize) -> bool {
    let verbs = ["had", "have", "got", "was", "bought", "ordered", "received", "paid", "tried"];
    scene.is(at, &["ive", "weve"]) || scene.is(at.saturating_add(1), &verbs)
}

/// Says whether the word before does not bind this one: "that I want", "and can you".
fn is_free(scene: &Scene<'_>, at: usize) -> bool {
    let binding = [
        "and", "but", "so", "that", "if", "to", "then", "or", "what", "how", "when", "why", "where",
    ];
    at.checked_sub(1).is_some_and(|prev| !scene.is(prev, &binding))
}

/// Returns where the segment of a word begins: marks right before it belong to it.
fn opening(scene: &Scene<'_>, index: usize) -> u32 {
    let text = scene.tokens.original();
    let word = usize::try_from(scene.tokens.span(index).start).unwrap_or(usize::MAX);
    let floor = index.checked_sub(1).map_or(0, |prev| scene.tokens.span(prev).end);
    let from = usize::try_from(floor).unwrap_or(usize::MAX);
    let between = text.get(from..word).unwrap_or("");
    let start = between.rfind(char::is_whitespace).map_or(word, |at| {
        let width =
            between.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        from.saturating_add(at).saturating_add(width)
    });
    u32::try_from(start).unwrap_or(u32::MAX)
}

/// What the findings and the issues say about single words.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// Anger, disappointment, contempt: a feeling whatever else is said.
    feeling: bool,
    /// Swearing and strong words, which also colour a fact: "my bloody order is late again".
    colour: bool,
    fact: bool,
    courtesy: bool,
}

fn marked(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Mark> {
    let mut marks = alloc::vec![Mark::default(); scene.tokens.len()];
    let mut set = |first: usize, end: usize, with: &dyn Fn(&mut Mark)| {
        for mark in marks.iter_mut().take(end).skip(first) {
            with(mark);
        }
    };
    for finding in findings {
        let (first, end) = (finding.first, finding.end);
        match finding.kind {
            EvidenceKind::Signal(Signal::Thanks) | EvidenceKind::Flag(Flag::Thanks) => {
                set(first, end, &|mark| mark.courtesy = true);
            }
            EvidenceKind::Signal(
                Signal::Delay
                | Signal::Fault
                | Signal::BrokenPromise
                | Signal::RepeatContact
                | Signal::RepeatedEffort
                | Signal::Impact,
            ) => set(first, end, &|mark| mark.fact = true),
            EvidenceKind::Signal(
                Signal::Shouting
                | Signal::Emphasis
                | Signal::Exclamation
                | Signal::Chasing
                | Signal::Demand
                | Signal::Ultimatum
                | Signal::Weight,
            )
            | EvidenceKind::Flag(_) => {}
            EvidenceKind::Signal(
                Signal::Profanity
                | Signal::Irritation
                | Signal::Hyperbole
                | Signal::Accusation
                | Signal::PerformanceCriticism,
            ) => set(first, end, &|mark| mark.colour = true),
            EvidenceKind::Signal(
                Signal::Disappointment
                | Signal::Sarcasm
                | Signal::Resignation
                | Signal::Anger
                | Signal::Mockery
                | Signal::Degrading
                | Signal::DirectedExpletive
                | Signal::Belittling
                | Signal::IllWish
                | Signal::Harm
                | Signal::Hate
                | Signal::Sexual
                | Signal::Stalking
                | Signal::Extortion
                | Signal::Device
                | Signal::VeiledThreat
                | Signal::SelfHarm,
            ) => set(first, end, &|mark| mark.feeling = true),
        }
    }
    for hit in &scene.hits {
        if matches!(crate::lexicon::kind(hit.pattern), Kind::Issue(kind) if kind != IssueKind::Information)
        {
            set(hit.first, hit.end, &|mark| mark.fact = true);
        }
    }
    marks
}

fn kind(scene: &Scene<'_>, first: usize, end: usize, marks: &[Mark]) -> SegmentKind {
    let here = marks.get(first..end).unwrap_or(&[]);
    let any = |is: &dyn Fn(&Mark) -> bool| here.iter().any(is);
    let (feeling, colour, fact) =
        (any(&|mark| mark.feeling), any(&|mark| mark.colour), any(&|mark| mark.fact));
    let words = end.saturating_sub(first);
    let thanks = any(&|mark| mark.courtesy) && words <= 6 && !fact;
    if thanks || is_greeting(scene, first, end) && !feeling {
        return SegmentKind::Courtesy;
    }
    let asks = asks(scene, first, end);
    if feeling && !(asks && fact) {
        return SegmentKind::Feeling;
    }
    if asks {
        return SegmentKind::Ask;
    }
    if colour && !(fact && words >= 3) {
        return SegmentKind::Feeling;
    }
    let told = fact
        || (first..end).any(|at| {
            scene.has(at, Class::Number)
                || scene.has(at, Class::Thing)
                || scene.has(at, Class::IssueNoun)
                || scene.has(at, Class::Be)
                || scene.has(at, Class::TellingVerb)
        });
    if told && words >= 2 { SegmentKind::Fact } else { SegmentKind::Other }
}

/// "Hi there", "Kind regards", "Dear Ms Hollis", "Have a nice day".
fn is_greeting(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let said = (first..end).find(|at| !scene.is(*at, &FILLERS)).unwrap_or(first);
    let wish = scene.is(said, &["have"])
        && scene.is(end.saturating_sub(1), &["day", "weekend", "evening", "one"]);
    let short = end.saturating_sub(first) <= 6;
    short && (scene.has(said, Class::GreetingWord) || greeting_word(scene, said) || wish)
}

fn greeting_word(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["hiya", "heya", "greetings"])
}

/// Words before a request that are not part of it.
const BEFORE_A_REQUEST: [&str; 12] =
    ["please", "just", "pls", "plz", "kindly", "and", "to", "you", "now", "so", "but", "then"];

fn asks(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let text = scene.tokens.original();
    let last = usize::try_from(scene.tokens.span(end.saturating_sub(1)).end).unwrap_or(usize::MAX);
    let question = text.get(last..).is_some_and(|rest| rest.starts_with(['?', '？']));
    // Where the request itself begins: "hello please can you", "so please".
    let begin = (first..end)
        .find(|at| {
            !(scene.is(*at, &FILLERS) && !scene.is(*at, &["there"])
                || scene.is(*at, &["please", "pls", "plz", "and", "but", "then", "because"])
                || scene.has(*at, Class::GreetingWord))
        })
        .unwrap_or(first);
    let head = (first..end.min(first.saturating_add(3))).any(|at| {
        scene.has(at, Class::Command)
            && (at == first || scene.is(at.saturating_sub(1), &BEFORE_A_REQUEST))
            || scene.is(at, &["please", "pls", "plz", "kindly"])
    }) || scene
        .is(begin, &["unsubscribe", "unlock", "explain", "cancel", "send", "fix", "tell", "give"]);
    let wish = (first..end).any(|at| {
        scene.has(at, Class::I) && wants(scene, at.saturating_add(1))
            || scene.has(at, Class::FunctionWord)
                && scene.has(at.saturating_add(1), Class::You)
                && scene.is(at, &["can", "could", "would", "will"])
    });
    question || head || wish || opens_a_question(scene, begin)
}

/// "how much is", "does the sim": the verb before its subject, or a question word. "is not working" asks nothing.
fn opens_a_question(scene: &Scene<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    let verb_first = scene.has(at, Class::Be) || scene.has(at, Class::Auxiliary);
    let subject = scene.has(next, Class::You)
        || scene.has(next, Class::I)
        || scene.has(next, Class::My)
        || scene.has(next, Class::Pointer)
        || scene.has(next, Class::Article)
        || scene.has(next, Class::Your)
        || scene
            .is(next, &["it", "they", "he", "she", "anyone", "anybody", "breakfast", "parking"]);
    (scene.has(at, Class::QuestionWord) || scene.is(at, &["which", "whats", "wheres", "whens"]))
        && scene.joined(next)
        && !scene.has(next, Class::Negator)
        && (!verb_first || subject)
}
