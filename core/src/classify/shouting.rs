//! Capitals and marks: force that words alone do not show (`domain.md` 2.7, 3.5).

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::Class;
use crate::terms::{Flag, Flags, Signal, Target};

/// The fewest capital letters that count, where small letters also stand.
const FEWEST: usize = 20;
/// The fewest where all letters are capitals.
const FEWEST_IF_ALL: usize = 12;
/// Shouting is one strong marker.
const SHOUTING_HEAT: i16 = 460;
const EMPHASIS_HEAT: i16 = 260;
const EXCLAMATION_HEAT: i16 = 60;

/// Adds shouting and emphasis; a calm message all in capitals is a habit, not a shout.
pub(super) fn find(scene: &Scene<'_>, findings: &mut Vec<Finding>, flags: &mut Flags) {
    let upset = findings.iter().any(is_upset);
    let kindly = findings.iter().map(|finding| i32::from(finding.weight)).sum::<i32>() < 0;
    capitals(scene, upset, findings, flags);
    marks(scene, upset, kindly, findings);
}

/// More than a fact or a wish: those are written in capitals by habit too.
fn is_upset(finding: &Finding) -> bool {
    let plain = matches!(
        finding.kind,
        EvidenceKind::Signal(Signal::Fault | Signal::Demand | Signal::Delay | Signal::Chasing)
    );
    finding.weight > 0 && !plain
}

/// Something is wrong, however flatly it is said; a wish alone is not.
fn is_grievance(finding: &Finding) -> bool {
    finding.weight > 0 && finding.kind != EvidenceKind::Signal(Signal::Demand)
}

fn capitals(scene: &Scene<'_>, upset: bool, findings: &mut Vec<Finding>, flags: &mut Flags) {
    let mut capitals = 0_usize;
    let mut letters = 0_usize;
    let mut words = 0_usize;
    let mut first = None;
    let mut last = 0;
    let mut run = Run::default();
    let original = scene.tokens.original();
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        let word = scene.tokens.span(at).of(original);
        let count = word.chars().filter(|letter| letter.is_alphabetic()).count();
        letters = letters.saturating_add(count);
        run.add(at, scene.tokens.in_capitals(at) && scene.tokens.is_known(at), count);
        if scene.tokens.in_capitals(at) {
            capitals = capitals.saturating_add(count);
            // Codes and short forms are written so by everybody.
            if scene.tokens.is_known(at) {
                words = words.saturating_add(1);
                first.get_or_insert(at);
            }
            last = at.saturating_add(1);
        }
    }
    let all = capitals.saturating_mul(10) >= letters.saturating_mul(9);
    let most = capitals.saturating_mul(10) >= letters.saturating_mul(6);
    let enough = capitals >= FEWEST && most || capitals >= FEWEST_IF_ALL && all;
    let explained = scene.any(0, scene.tokens.len(), Class::CapsWord);
    let mut loud = upset || asks_loudly(scene);
    let whole = first.filter(|_| enough && words >= 3).map(|first| (first, last));
    // A sentence in capitals among others in small letters is a choice, not a habit.
    let part = run.loudest.filter(|_| !all);
    loud |= whole.is_none();
    let Some((first, last)) = whole.or(part) else { return };
    if explained || !loud {
        // A grievance told flatly in capitals is no shout, and no proof of a habit either.
        if explained || !findings.iter().any(is_grievance) {
            flags.insert(Flag::CapsBaseline);
        }
        return;
    }
    if !(upset || asks_loudly(scene)) {
        // A grievance told flatly in capitals is no shout, and no proof of a habit either.
        if !findings.iter().any(|finding| finding.weight > 0) {
            flags.insert(Flag::CapsBaseline);
        }
        return;
    }
    flags.insert(Flag::Shouting);
    findings.push(Finding {
        kind: EvidenceKind::Signal(Signal::Shouting),
        first,
        end: last.max(first.saturating_add(1)),
        weight: SHOUTING_HEAT,
        by: Finder::Rule("capitals"),
        target: Target::Situation,
        line: 0,
        severe: None,
    });
}

/// The fewest words and letters of a stretch of capitals that is a raised voice by itself.
const RUN_WORDS: usize = 4;
const RUN_LETTERS: usize = 16;

/// The stretch of known words in capitals that is being read, and the first that was long enough.
#[derive(Default)]
struct Run {
    first: usize,
    words: usize,
    letters: usize,
    loudest: Option<(usize, usize)>,
}

impl Run {
    fn add(&mut self, at: usize, loud: bool, letters: usize) {
        // "I" and "A" are capitals in any sentence: they neither end a stretch nor lengthen it.
        if letters == 1 && self.words > 0 {
            return;
        }
        if !loud {
            (self.words, self.letters) = (0, 0);
            return;
        }
        if self.words == 0 {
            self.first = at;
        }
        self.words = self.words.saturating_add(1);
        self.letters = self.letters.saturating_add(letters);
        let long = self.words >= RUN_WORDS && self.letters >= RUN_LETTERS;
        if long && self.loudest.is_none_or(|(first, _)| first == self.first) {
            self.loudest = Some((self.first, at.saturating_add(1)));
        }
    }
}

/// An exclamation or an impatient question in capitals is meant; a courteous one is habit.
fn asks_loudly(scene: &Scene<'_>) -> bool {
    let text = scene.tokens.original();
    let courteous = scene.any(0, scene.tokens.len(), Class::Courtesy);
    let demands = !courteous
        && (0..scene.tokens.len().min(16)).any(|at| {
            scene.is(at, &["i", "ive", "im", "my", "me"])
                && (1..5).any(|step| scene.is(at.saturating_add(step), DEMANDS))
        });
    text.contains('!')
        || text.contains("??")
        || (scene.has(0, Class::LoudOpener) && !courteous)
        || demands
}

/// What a customer without a courteous word shouts for.
const DEMANDS: &[&str] =
    &["waiting", "want", "back", "said", "manager", "told", "need", "refund", "money", "asked"];

/// Runs of `!` and `?`. One exclamation mark is nearly nothing; two are force, unless the words are kind.
fn marks(scene: &Scene<'_>, upset: bool, kindly: bool, findings: &mut Vec<Finding>) {
    let original = scene.tokens.original();
    let mut strong = false;
    let mut single = false;
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        let end = usize::try_from(scene.tokens.span(at).end).unwrap_or(usize::MAX);
        let run = original
            .get(end..)
            .unwrap_or("")
            .chars()
            .take_while(|mark| matches!(mark, '!' | '?' | '‼' | '⁉' | '！' | '？'));
        let (mut bangs, mut count) = (0_usize, 0_usize);
        for mark in run.take(16) {
            count = count.saturating_add(1);
            bangs = bangs.saturating_add(usize::from(matches!(mark, '!' | '‼' | '！')));
        }
        if count == 0 || kindly && !upset {
            continue;
        }
        let praised = scene.any(scene.clause_start(at), at.saturating_add(1), Class::Praise)
            || scene.any(scene.clause_start(at), at.saturating_add(1), Class::ThanksWord)
            || scene.is(at, &["hi", "hello", "hey", "please"]);
        let (signal, weight) = if count >= 2 && !praised {
            (Signal::Emphasis, if strong { 0 } else { EMPHASIS_HEAT })
        } else if bangs == 1 && !praised && upset {
            (Signal::Exclamation, if single || strong { 0 } else { EXCLAMATION_HEAT })
        } else {
            continue;
        };
        strong |= signal == Signal::Emphasis;
        single |= signal == Signal::Exclamation;
        findings.push(Finding {
            kind: EvidenceKind::Signal(signal),
            first: at,
            end: at.saturating_add(1),
            weight,
            by: Finder::Rule("marks"),
            target: Target::Situation,
            line: 0,
            severe: None,
        });
    }
}
