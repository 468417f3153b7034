//! The learned model: words, pairs of words, stretches of letters and what the rules found, each with a small
//! whole number for heat and for the line. Trained by `training/train.py`, whose `features.py` and `weights.py`
//! count exactly the same.

use alloc::vec::Vec;

use super::scene::{Finding, Scene};
use crate::classify::EvidenceKind;
use crate::lexicon::weights::{Weights, learned};
use crate::lexicon::{Break, Class, key};
use crate::tables::weights as table;
use crate::terms::{Flag, Flags, Signal};

/// How many words a message shows as learned evidence.
const MOST_SHOWN: usize = 3;
/// The least a word must say of heat to be shown: a third of a unit of log odds.
const LEAST_SHOWN: i32 = 13;

/// From this sum of one kind of signal on a message is openly heated.
const OPEN: i32 = 200;

/// What the model makes of a message: two scores in fortieths of log odds, and the words that heat most.
#[derive(Debug)]
pub(super) struct Learned {
    pub(super) heat: i32,
    pub(super) line: i32,
    /// First word, one past the last, how much.
    pub(super) hottest: Vec<(usize, usize, i32)>,
}

/// Scores a message.
pub(super) fn score(scene: &Scene<'_>, findings: &[Finding], flags: Flags) -> Learned {
    let mut said = words(scene);
    let rules = of_findings(findings, flags, scene.tokens.len(), said.count);
    said.hottest.retain_mut(|(_, _, heat)| {
        *heat = part(*heat, said.share);
        *heat >= LEAST_SHOWN
    });
    if said.count == 0 {
        return Learned { heat: i32::MIN, line: i32::MIN, hottest: Vec::new() };
    }
    Learned {
        heat: part(said.sum.heat, said.share).saturating_add(rules.heat),
        line: part(said.sum.line, said.share).saturating_add(rules.line),
        hottest: said.hottest,
    }
}

/// Maps a score to thousandths by straight lines between the knots of its scale.
pub(super) fn milli(scale: &[(i32, i32)], score: i32) -> i32 {
    let last = scale.last().map_or(0, |(_, milli)| *milli);
    let rising = scale.windows(2).find_map(|knots| match knots {
        [(low, from), (high, to)] if score < *high => Some(if score <= *low {
            *from
        } else {
            let rise = to.saturating_sub(*from).saturating_mul(score.saturating_sub(*low));
            from.saturating_add(rise / high.saturating_sub(*low).max(1))
        }),
        _ => None,
    });
    rising.unwrap_or(last)
}

struct Said {
    sum: Weights,
    count: usize,
    share: i32,
    hottest: Vec<(usize, usize, i32)>,
}

/// Adds up what the customer's own words say.
fn words(scene: &Scene<'_>) -> Said {
    let mut said = Said { sum: Weights::default(), count: 0, share: 0, hottest: Vec::new() };
    let mut before = None;
    for at in (0..scene.tokens.len()).filter(|at| scene.own(*at)) {
        if sentence_begins(scene, at) {
            before = None;
        }
        said.count = said.count.saturating_add(1);
        if !may_speak(scene, at) {
            before = None;
            continue;
        }
        let word = scene.tokens.folded(at).as_bytes();
        let digit = word.first().is_some_and(u8::is_ascii_digit);
        let key = key::word(if digit { b"0" } else { word });
        said.add(at, at, learned(key));
        if let Some((first, other)) = before {
            said.add(first, at, learned(key::pair(other, key)));
        }
        if !digit && word.is_ascii() {
            let mut shown = Weights::default();
            for three in stretches(word) {
                let weights = learned(key::letters(three));
                shown.heat = shown.heat.saturating_add(weights.heat);
                shown.line = shown.line.saturating_add(weights.line);
            }
            said.sum.heat = said.sum.heat.saturating_add(shown.heat);
            said.sum.line = said.sum.line.saturating_add(shown.line);
        }
        before = Some((at, key));
    }
    said.share = share(said.count);
    said
}

impl Said {
    fn add(&mut self, first: usize, last: usize, weights: Weights) {
        self.sum.heat = self.sum.heat.saturating_add(weights.heat);
        self.sum.line = self.sum.line.saturating_add(weights.line);
        if weights.heat >= LEAST_SHOWN {
            let end = last.saturating_add(1);
            let place = self.hottest.partition_point(|(_, _, heat)| *heat >= weights.heat);
            if place < MOST_SHOWN {
                self.hottest.insert(place, (first, end, weights.heat));
                self.hottest.truncate(MOST_SHOWN);
            }
        }
    }
}

/// `^re`, `ref`, ... `nd$` of `refund`.
fn stretches(word: &[u8]) -> impl Iterator<Item = [u8; 3]> + '_ {
    let mut marked = word.iter().copied().chain(core::iter::once(b'$'));
    let mut last = [0, b'^', marked.next().unwrap_or(b'$')];
    marked.map(move |next| {
        let [_, second, third] = last;
        last = [second, third, next];
        last
    })
}

/// Who somebody is says nothing of their temper, and courtesy hides it; of insults, swear words and thanks the rules know more than the
/// word does, for they see whom it hits and how it is meant.
pub(super) fn may_speak(scene: &Scene<'_>, at: usize) -> bool {
    let silent = [
        Class::Identity,
        Class::InsultNoun,
        Class::InsultAdjective,
        Class::Slur,
        Class::Swear,
        Class::ThanksWord,
        Class::Courtesy,
    ];
    !silent.into_iter().any(|class| scene.has(at, class))
}

/// Pairs of words do not reach across sentences.
pub(super) fn sentence_begins(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.breaks_before(at) >= Break::Sentence
}

/// How much one word counts, in 4096ths: long messages are read by their tone, not by their length.
fn share(words: usize) -> i32 {
    const THREE: u32 = 3 << 12;
    let words = u32::try_from(words).unwrap_or(u32::MAX).saturating_add(9);
    i32::try_from((THREE.saturating_mul(THREE) / words).isqrt()).unwrap_or(0)
}

/// The part of a sum of words that counts.
fn part(sum: i32, share: i32) -> i32 {
    let part = i64::from(sum).saturating_mul(i64::from(share)) / 4096;
    i32::try_from(part).unwrap_or(i32::MAX)
}

/// Adds up what the rules found.
fn of_findings(findings: &[Finding], flags: Flags, tokens: usize, words: usize) -> Weights {
    let mut sum = Weights::default();
    let mut add = |weights: Option<&(i8, i8)>, times: i32, of: i32| {
        let weights = Weights::from(weights.copied().unwrap_or_default());
        sum.heat = sum.heat.saturating_add(weights.heat.saturating_mul(times) / of);
        sum.line = sum.line.saturating_add(weights.line.saturating_mul(times) / of);
    };
    let sums = sums(findings, tokens);
    // Thanks cools what little heat there is; it does not take back open anger.
    let open = sums.iter().any(|(signal, sum)| *signal != Signal::Thanks && *sum >= OPEN);
    for (signal, total) in sums.into_iter().filter(|(signal, _)| !open || *signal != Signal::Thanks)
    {
        add(table::SIGNALS.get(usize::from(signal.code())), total.clamp(-400, 600), 200);
    }
    let flags = if open { flags.without(Flag::Thanks) } else { flags };
    for flag in flags.iter().filter(|flag| speaks_of_temper(*flag)) {
        add(table::FLAGS.get(usize::from(flag.code())), 1, 1);
    }
    let line = findings.iter().map(|finding| finding.line).max().unwrap_or(0);
    let [near, crosses, severe] = &table::RULES;
    if line >= 100 {
        add(Some(near), i32::from(line).min(900), 450);
    }
    if line >= 500 {
        add(Some(crosses), 1, 1);
    }
    if findings.iter().any(|finding| finding.severe.is_some()) {
        add(Some(severe), 1, 1);
    }
    let bits = usize::BITS.saturating_sub(words.leading_zeros()).min(8);
    add(table::LENGTHS.get(usize::try_from(bits).unwrap_or(0)), 1, 1);
    sum
}

/// Needs never raise the temperature (`domain.md` 2.6), and capitals by habit neither.
const fn speaks_of_temper(flag: Flag) -> bool {
    !matches!(
        flag,
        Flag::Bereavement
            | Flag::HealthDisclosed
            | Flag::FinancialHardship
            | Flag::DomesticAbuseHint
            | Flag::DisabilityDisclosed
            | Flag::TicDisclosed
            | Flag::LimitedEnglish
            | Flag::CapsBaseline
            | Flag::Minor
    )
}

/// The sum of each kind of signal. It counts in full once, then less each time; words that a heavier finding
/// has counted already count a third.
pub(super) fn sums(findings: &[Finding], words: usize) -> Vec<(Signal, i32)> {
    let mut order: Vec<(Signal, &Finding)> = findings
        .iter()
        .filter_map(|finding| match finding.kind {
            EvidenceKind::Signal(signal) if finding.weight != 0 => Some((signal, finding)),
            EvidenceKind::Signal(_) | EvidenceKind::Flag(_) => None,
        })
        .collect();
    if order.is_empty() {
        return Vec::new();
    }
    order.sort_by_key(|(_, finding)| {
        (core::cmp::Reverse(finding.weight.unsigned_abs()), finding.first)
    });
    let mut counted = alloc::vec![false; words];
    let mut sums: Vec<(Signal, i32, usize)> = Vec::new();
    for (signal, finding) in order {
        let mut weight = i32::from(finding.weight);
        if covers_words(signal) {
            let mut again = false;
            for word in counted.iter_mut().take(finding.end).skip(finding.first) {
                again |= *word;
                *word = true;
            }
            if again {
                weight /= 3;
            }
        }
        match sums.iter_mut().find(|(known, _, _)| *known == signal) {
            Some((_, sum, times)) => {
                *times = times.saturating_add(1);
                let part = [100, 50, 25, 10].get(*times).copied().unwrap_or(0);
                *sum = sum.saturating_add(weight.saturating_mul(part) / 100);
            }
            None => sums.push((signal, weight, 0)),
        }
    }
    sums.into_iter().map(|(signal, sum, _)| (signal, sum)).collect()
}

/// Force is laid over words, it does not use them up.
fn covers_words(signal: Signal) -> bool {
    !matches!(signal, Signal::Shouting | Signal::Emphasis | Signal::Exclamation)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{milli, share, stretches};

    #[test]
    fn letters_are_cut_with_their_ends() {
        let of = |word: &'static str| -> Vec<[u8; 3]> { stretches(word.as_bytes()).collect() };
        assert_eq!(of("not"), [*b"^no", *b"not", *b"ot$"]);
        assert_eq!(of("i"), [*b"^i$"]);
        assert_eq!(of("").len(), 0);
    }

    #[test]
    fn a_scale_rises_in_straight_lines_and_stays_inside() {
        let scale = [(-10, 0), (0, 200), (40, 450)];
        let rows = [(-99, 0), (-10, 0), (-5, 100), (0, 200), (20, 325), (40, 450), (999, 450)];
        for (score, thousandths) in rows {
            assert_eq!(milli(&scale, score), thousandths, "{score}");
        }
    }

    #[test]
    fn a_word_of_many_counts_less() {
        let shares: Vec<i32> = [0, 1, 7, 27, 91, 30_000].map(share).to_vec();
        assert!(shares.is_sorted_by(|a, b| a > b), "{shares:?}");
        assert!(share(usize::MAX) > -1 && share(30_000) > 0);
    }
}
