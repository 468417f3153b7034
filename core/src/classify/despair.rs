//! Longing for death, put together from its parts: somebody, a longing or a weariness, and being dead or
//! alive, with nothing but small words between. The tables know many ways to say it; this reads the ways
//! nobody wrote down (`domain.md` 2.5).

use alloc::vec::Vec;

use super::crisis::HEAT;
use super::scene::{Finding, Scene};
use crate::classify::{EvidenceKind, Finder};
use crate::lexicon::{Break, Class, Kind};
use crate::terms::{Crisis, Signal, Target};

/// How many small words may stand between.
const BETWEEN: usize = 9;
/// How far before the longing its person is sought.
const PERSON: usize = 6;

/// No phrase of the tables reaches further, in words.
const LONGEST_PHRASE: usize = 64;

/// Adds the findings and returns the highest level. What the tables told, in the order of the text from
/// `told` on, is not told twice.
pub(super) fn find(scene: &Scene<'_>, told: usize, findings: &mut Vec<Finding>) -> Crisis {
    let mut level = Crisis::None;
    let mut longings: Vec<Finding> = Vec::new();
    let phrases = findings.get(told..).unwrap_or(&[]);
    for at in 0..scene.tokens.len() {
        let Some((first, end, found)) = longing(scene, at) else { continue };
        if scene.cancelled_within(first, end, Kind::NotCrisis) {
            continue;
        }
        level = level.max(found);
        let near = phrases.partition_point(|phrase| phrase.first < end);
        let known = phrases
            .get(..near)
            .unwrap_or(&[])
            .iter()
            .rev()
            .take_while(|phrase| phrase.first.saturating_add(LONGEST_PHRASE) > first)
            .chain(longings.last())
            .any(|other| other.first < end && first < other.end);
        if !known {
            longings.push(Finding {
                kind: EvidenceKind::Signal(Signal::SelfHarm),
                first,
                end,
                weight: HEAT,
                by: Finder::Rule("despair"),
                target: Target::Self_,
                line: 0,
                severe: None,
            });
        }
    }
    findings.append(&mut longings);
    level
}

/// Reads a longing that ends in being dead, or a weariness that ends in being alive, at a word.
fn longing(scene: &Scene<'_>, at: usize) -> Option<(usize, usize, Crisis)> {
    let dead = scene.tokens.class_end(at, Class::CrisisDying);
    let alive = scene.tokens.class_end(at, Class::CrisisLiving);
    let (end, of_death) = dead.map(|end| (end, true)).or_else(|| alive.map(|end| (end, false)))?;
    let several = end.saturating_sub(at) > 1;
    if !(several && of_death || ends_well(scene, end, of_death)) {
        return None;
    }
    let wanted = if of_death { Class::CrisisLonging } else { Class::CrisisWeary };
    let mut first = at;
    for _ in 0..BETWEEN {
        first = before(scene, first)?;
        let longs = scene.tokens.class_end(first, wanted).is_some_and(|run| run <= at);
        if longs {
            let denied = of_death && before(scene, first).is_some_and(|word| denies(scene, word));
            return (!denied && is_theirs(scene, first, of_death)).then_some((
                first,
                end,
                if of_death { Crisis::Explicit } else { Crisis::Possible },
            ));
        }
        if !scene.has(first, Class::CrisisBetween) {
            return None;
        }
    }
    None
}

/// Says whether nothing follows that makes it something else: "living room", "dead battery", "die laughing".
fn ends_well(scene: &Scene<'_>, end: usize, of_death: bool) -> bool {
    let goes_on =
        ["anymore", "any", "because", "but", "since", "so", "and", "if", "now", "tonight", "tbh"];
    let of_death_only =
        ["already", "than", "then", "i", "im", "by", "rn", "fr", "only", "too", "today"];
    scene.closes(end)
        || scene.is(end, &goes_on)
        || of_death && scene.is(end, &of_death_only)
        || !of_death && scene.is(end, &["like", "this", "no", "longer"])
}

/// Says whether the longing is the customer's, or one they tell of, and not the reader's. Where nobody is
/// named, death is believed and weariness is not.
fn is_theirs(scene: &Scene<'_>, longing: usize, of_death: bool) -> bool {
    let mut at = longing;
    for _ in 0..PERSON {
        let Some(word) = before(scene, at) else { return true };
        if scene.has(word, Class::I) || scene.has(word, Class::My) {
            return true;
        }
        if scene.has(word, Class::ThirdPerson) || scene.has(word, Class::Kin) {
            return true;
        }
        if scene.has(word, Class::You) || scene.has(word, Class::Your) {
            return false;
        }
        at = word;
    }
    of_death
}

fn denies(scene: &Scene<'_>, word: usize) -> bool {
    scene.has(word, Class::Negator)
}

/// The word before, within the sentence.
fn before(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let word = at.checked_sub(1)?;
    (scene.tokens.breaks_before(at) < Break::Sentence).then_some(word)
}

#[cfg(test)]
mod tests {
    use crate::classify::classify_message;
    use crate::policy::Policy;
    use crate::terms::Crisis;

    #[test]
    fn a_longing_is_put_together() {
        let rows = [
            ("Lately I've been wishing I'd get run over", Crisis::Explicit),
            ("the only way I get peace is when I'm dead", Crisis::Explicit),
            ("honestly i keep thinking about crashing the car", Crisis::Explicit),
            ("I'm so done being here", Crisis::Possible),
            ("i hate waking up", Crisis::Possible),
            ("my brother is so tired of being alive", Crisis::Explicit),
            ("I hate waking up to your spam", Crisis::None),
            ("I'm done living in boxes, when does the sofa come", Crisis::None),
            ("I want dead stock returned", Crisis::None),
            ("I hope the battery is not dead", Crisis::None),
            ("I don't ever want to be dead", Crisis::None),
        ];
        for (text, crisis) in rows {
            let reading = classify_message(text, Policy::standard()).reading;
            assert_eq!(reading.crisis, crisis, "{text}");
        }
    }
}
