//! Picks one phrase an act: what is said fits the moment, the facts, the budget and what was said before.

use alloc::string::String;
use alloc::vec::Vec;

use super::budget::Budget;
use super::fill::Known;
use super::measure::{self, Size};
use super::plan::{Plan, Rank, Situation, Want};
use crate::tables::phrases::{self, Conditions, Phrase, Slots};
use crate::terms::{Act, Slot};
use crate::text::wording;

/// One phrase, written out.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) phrase: Phrase,
    pub(super) act: Act,
    pub(super) text: String,
    /// Continues the sentence before it: ", and I am sorry for the wait".
    pub(super) continues: bool,
}

/// Room kept for what comes later.
#[derive(Clone, Copy, Default)]
struct Kept {
    words: u16,
    sentences: u8,
    relational: u16,
}

/// Picks phrases for the wants of a plan, in order; `None` if one that must be there is missing.
pub(super) fn choose(known: Known<'_>, plan: &Plan, budget: Budget) -> Option<Vec<Part>> {
    let mut draft = Draft::empty(known, plan, budget);
    for (place, want) in plan.wants.iter().enumerate() {
        let later = plan.wants.get(place.saturating_add(1)..).unwrap_or_default();
        if draft.satisfies(want) {
            continue;
        }
        match draft.pick(want, later) {
            Some(part) => draft.add(part),
            None if want.rank == Rank::Must => return None,
            None => {}
        }
    }
    Some(draft.parts)
}

struct Draft<'a> {
    known: Known<'a>,
    plan: &'a Plan,
    budget: Budget,
    met: Conditions,
    issue: Option<String>,
    parts: Vec<Part>,
    used: Slots,
    words: u16,
    sentences: u8,
    characters: u16,
    relational: u16,
    asked: bool,
    sorry: bool,
    understood: bool,
    /// Nothing stands between the acknowledgement and the facts.
    may_announce: bool,
}

impl<'a> Draft<'a> {
    fn empty(known: Known<'a>, plan: &'a Plan, budget: Budget) -> Self {
        Self {
            known,
            plan,
            budget,
            met: known.conditions(),
            issue: known.issue(),
            parts: Vec::new(),
            used: Slots::EMPTY,
            words: 0,
            sentences: 0,
            characters: 0,
            relational: 0,
            asked: false,
            sorry: false,
            understood: false,
            may_announce: plan.wants.iter().all(|want| want.act() != Some(Act::Apol)),
        }
    }

    /// Says whether an earlier phrase has done this already: each fact, step and time is said once.
    fn satisfies(&self, want: &Want) -> bool {
        let used = |slot: Slot| self.used.contains(slot);
        match want.act() {
            Some(Act::Step) => used(Slot::Step) || used(Slot::StepIng) || self.did(Act::Step),
            // "So here it is" is followed by what is known.
            Some(Act::Own) => self.announces_facts(),
            Some(Act::Commit) => used(Slot::Time),
            Some(Act::Fact) => used(Slot::Fact),
            _ => false,
        }
    }

    fn did(&self, act: Act) -> bool {
        self.parts.iter().any(|part| part.act == act)
    }

    fn announces_facts(&self) -> bool {
        self.parts.iter().any(|part| part.phrase.when().contain(Conditions::FACT_KNOWN))
    }

    fn pick(&self, want: &Want, later: &[Want]) -> Option<Part> {
        let kept = later
            .iter()
            .filter(|want| want.rank >= Rank::Should)
            .map(|want| (self.shortest(want), want.act().is_some_and(is_relational)))
            .filter(|(words, _)| *words > 0)
            .fold(Kept::default(), |kept, (words, relational)| Kept {
                words: kept.words.saturating_add(words),
                sentences: kept.sentences.saturating_add(1),
                relational: kept.relational.saturating_add(if relational { words } else { 0 }),
            });
        // What must be said is said, even if something later then finds no room.
        let rooms: &[Kept] =
            if want.rank == Rank::Must { &[kept, Kept::default()] } else { &[kept] };
        rooms.iter().find_map(|kept| {
            want.families.iter().find_map(|family| self.best(want, *family, *kept))
        })
    }

    /// The best phrase of a family that leaves room for `kept` words.
    fn best(&self, want: &Want, family: phrases::Family, kept: Kept) -> Option<Part> {
        let candidates: Vec<Part> = self.candidates(want, family).collect();
        let count = candidates.len().max(1);
        let first = self.known.seed(family.act()).checked_rem(count).unwrap_or(0);
        let (_, part) = candidates
            .into_iter()
            .enumerate()
            .filter(|(_, part)| self.fits(part, want, kept))
            .min_by_key(|(place, part)| {
                let rotated = place.saturating_add(count).saturating_sub(first).checked_rem(count);
                (self.distance(part), rotated)
            })?;
        Some(part)
    }

    /// Everything in a family that may be said now, whatever its length.
    fn candidates<'b>(
        &'b self,
        want: &'b Want,
        family: phrases::Family,
    ) -> impl Iterator<Item = Part> + 'b {
        let moment = self.known.moment;
        phrases::of(family)
            .filter(move |phrase| {
                let text = phrase.text();
                phrase.when().hold(self.met)
                    && (phrase.family().act() == Act::Sign
                        || !moment.phrases_used.contains(&phrase.id()))
                    && self.parts.iter().all(|part| part.phrase.id() != phrase.id())
                    && (self.may_announce || !phrase.when().contain(Conditions::FACT_KNOWN))
                    && want.without.is_none_or(|slot| !phrase.needs().contains(slot))
                    && want.slot.is_none_or(|slot| phrase.needs().contains(slot))
                    && want.asks.is_none_or(|asks| {
                        text.contains('?') == asks && (asks || !phrase.needs().meets(NUMBERS))
                    })
                    && !phrase.needs().meets(self.said_once())
            })
            .filter_map(move |phrase| {
                let text = self.known.write(phrase)?;
                let part = Part { phrase, act: phrase.family().act(), text, continues: false };
                Some(Part { continues: self.continues(&part), ..part })
            })
            .filter(move |part| self.is_new(part))
    }

    /// Facts that stand in the draft already.
    fn said_once(&self) -> Slots {
        ONCE.iter()
            .filter(|slot| self.used.contains(**slot))
            .fold(Slots::EMPTY, |set, slot| set.with(*slot))
    }

    /// No run of six words that stands in our last two replies.
    fn is_new(&self, part: &Part) -> bool {
        if part.act == Act::Sign || part.act == Act::Greet {
            return true;
        }
        let mut text = String::new();
        if let Some(before) = self.parts.last() {
            text.push_str(&before.text);
            text.push_str(if part.continues { " and " } else { " " });
        }
        text.push_str(&part.text);
        let runs = wording(&text);
        !self
            .known
            .moment
            .recent_wording
            .iter()
            .flatten()
            .any(|run| runs.binary_search(run).is_ok())
    }

    fn fits(&self, part: &Part, want: &Want, kept: Kept) -> bool {
        let size = self.size(part);
        let budget = self.budget;
        if is_apart(part.act) {
            return budget.characters.is_none();
        }
        self.words.saturating_add(size.words).saturating_add(kept.words) <= budget.words
            && self.sentences.saturating_add(size.sentences).saturating_add(kept.sentences)
                <= budget.sentences
            && size.longest <= budget.sentence_words
            && budget.characters.is_none_or(|most| {
                self.characters.saturating_add(size.characters).saturating_add(1) <= most
            })
            && (!is_relational(part.act)
                || self.relational.saturating_add(size.words).saturating_add(kept.relational)
                    <= budget.relational.max(shortest_ack(want)))
            && !(self.asked && size.asks)
            && self.may_be_sorry(part)
            && !(size.understands
                && (self.understood
                    || self.known.moment.understandings > 0
                    || budget.characters.is_some()))
    }

    /// What a part adds to the draft.
    fn size(&self, part: &Part) -> Size {
        let size = measure::of(&part.text);
        match self.parts.last() {
            Some(before) if part.continues => Size {
                words: size.words.saturating_add(1),
                sentences: size.sentences.saturating_sub(1),
                longest: measure::of(&before.text)
                    .longest
                    .saturating_add(size.longest)
                    .saturating_add(1),
                characters: size.characters.saturating_add(4),
                ..size
            },
            Some(_) | None => size,
        }
    }

    /// Says whether a part can go on in the sentence before it: an apology after what it is for, a step
    /// after who takes it.
    fn continues(&self, part: &Part) -> bool {
        let Some(before) = self.parts.last() else { return false };
        let pair = matches!((before.act, part.act), (Act::Ack, Act::Apol) | (Act::Own, Act::Step));
        let (first, second) = (measure::of(&before.text), measure::of(&part.text));
        pair && !before.continues
            && first.sentences == 1
            && second.sentences == 1
            && before.text.ends_with('.')
            && !before.text.contains([',', ':'])
            && !part.text.contains([',', ':'])
            && part.text.starts_with(['I'])
            && first.longest.saturating_add(second.longest) < self.budget.sentence_words
    }

    /// One apology a reply, two a contact, none once they asked us to stop; condolences and a mistaken
    /// boundary are not counted.
    fn may_be_sorry(&self, part: &Part) -> bool {
        let moment = self.known.moment;
        let owed = matches!(part.act, Act::Vuln | Act::Retract);
        !measure::of(&part.text).sorry
            || owed
            || !self.sorry
                && moment.apologies < 2
                && !moment.apologies_rejected
                && !matches!(
                    self.plan.situation,
                    Situation::Crisis | Situation::Soft | Situation::Firm | Situation::Ending
                )
    }

    /// How far a phrase is from the best one: the host's facts first, then the noun they used, then
    /// words that fit anything; the noun once is enough; no word that the draft has used before.
    fn distance(&self, part: &Part) -> u8 {
        let needs = part.phrase.needs();
        let names = needs.contains(Slot::Issue) || needs.contains(Slot::Current);
        let named = self.met.contain(Conditions::NAMED);
        let names =
            names || named && self.issue.as_deref().is_some_and(|issue| part.text.contains(issue));
        let specific = needs.iter().any(|slot| !FREE.contains(&slot) && !is_directory(slot));
        let base = if specific {
            0
        } else if names || part.phrase.when().contain(Conditions::NAMED) {
            2
        } else {
            4
        };
        let again = if names && named && !is_limit(part.act) { 5 } else { 0 };
        base + again + u8::from(self.echoes(part))
    }

    /// Says whether a word of the phrase stands in the draft already.
    fn echoes(&self, part: &Part) -> bool {
        stems(part.phrase.text()).any(|stem| {
            self.parts.iter().any(|earlier| stems(earlier.phrase.text()).any(|old| old == stem))
        })
    }

    fn shortest(&self, want: &Want) -> u16 {
        if want.act() == Some(Act::Data) || self.satisfies(want) {
            return 0;
        }
        want.families
            .iter()
            .flat_map(|family| self.candidates(want, *family))
            .map(|part| measure::of(&part.text).words)
            .min()
            .unwrap_or(0)
    }

    fn add(&mut self, part: Part) {
        let size = self.size(&part);
        if !is_apart(part.act) {
            self.words = self.words.saturating_add(size.words);
            self.sentences = self.sentences.saturating_add(size.sentences);
        }
        self.characters = self.characters.saturating_add(size.characters).saturating_add(1);
        if is_relational(part.act) {
            self.relational = self.relational.saturating_add(size.words);
        }
        self.asked |= size.asks;
        self.sorry |= size.sorry;
        self.understood |= size.understands;
        let needs = part.phrase.needs();
        self.met = self.met.and_if(
            Conditions::NAMED,
            needs.contains(Slot::Issue) || needs.contains(Slot::Current),
        );
        self.used = self.used.union(needs);
        self.parts.push(part);
    }
}

/// Slots that the case fills by itself: they make a phrase no more specific than the noun does.
const FREE: &[Slot] = &[Slot::Issue, Slot::Current, Slot::ContactKind, Slot::N];

/// Facts that are said once in a reply.
const ONCE: &[Slot] = &[
    Slot::Fact,
    Slot::Step,
    Slot::StepIng,
    Slot::Time,
    Slot::Date,
    Slot::Duration,
    Slot::Since,
    Slot::Impact,
    Slot::Cost,
    Slot::Item,
    Slot::Expected,
    Slot::Actual,
    Slot::Fault,
    Slot::FaultPast,
    Slot::Reason,
    Slot::Alternative,
    Slot::OptionA,
    Slot::OptionB,
    Slot::Parked,
    Slot::Role,
    Slot::AltOwner,
    Slot::Route,
    Slot::TrainedRole,
    Slot::EmergencyNumber,
    Slot::CrisisLine,
];

/// Phrases with these have a place of their own in a crisis reply.
const NUMBERS: Slots =
    Slots::EMPTY.with(Slot::EmergencyNumber).with(Slot::CrisisLine).with(Slot::TrainedRole);

fn is_directory(slot: Slot) -> bool {
    matches!(slot, Slot::EmergencyNumber | Slot::CrisisLine | Slot::CrisisContact)
}

/// Lines that stand beside the reply and are not counted in it.
fn is_apart(act: Act) -> bool {
    matches!(act, Act::Greet | Act::Sign | Act::Data)
}

fn is_relational(act: Act) -> bool {
    matches!(act, Act::Ack | Act::Apol | Act::Symp | Act::Thank)
}

fn is_limit(act: Act) -> bool {
    matches!(act, Act::BoundFirm | Act::EndConduct | Act::Agenda)
}

/// An acknowledgement that must be there may use the room of one sentence.
fn shortest_ack(want: &Want) -> u16 {
    if want.rank == Rank::May { 0 } else { 18 }
}

/// The beginnings of the words that a reader would notice twice.
fn stems(text: &str) -> impl Iterator<Item = &str> {
    const COMMON: &[&str] = &[
        "that", "this", "have", "with", "will", "what", "here", "from", "your", "about", "them",
        "they", "thing", "when", "which", "then", "than", "there", "point", "would", "been",
        "know",
    ];
    text.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '{' && letter != '}')
        .filter(|word| {
            (word.len() >= 4 || *word == "now") && !word.contains('{') && !COMMON.contains(word)
        })
        .filter_map(|word| word.get(..4).or_else(|| word.get(..3)))
}
