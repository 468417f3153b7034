//! Picks one phrase an act: what is said fits the moment, the facts, the budget and what was said before.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::budget::Budget;
use super::fill::Known;
use super::measure::{self, Size};
use super::plan::Plan;
use super::rank;
use super::situation::Situation;
use super::want::{Rank, Want};
use crate::tables::phrases::{self, Conditions, Phrase, Slots};
use crate::terms::{Act, Slot};
use crate::text::wording;

/// One phrase, written out.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) phrase: Phrase,
    pub(super) act: Act,
    pub(super) text: String,
    pub(super) size: Size,
    /// Continues the sentence before it: ", and I am sorry for the wait".
    pub(super) continues: bool,
    /// The place in the plan of the want that it meets.
    pub(super) want: usize,
}

/// Room kept for what comes later.
#[derive(Clone, Copy, Default)]
struct Kept {
    words: u16,
    sentences: u8,
    relational: u16,
}

/// For which of the later wants room is kept.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Room {
    /// For all that should be there.
    All,
    /// For the same, the apology going on in the sentence of the acknowledgement.
    Joined,
    /// For what must be there, and the step.
    Matter,
    Nothing,
}

impl Room {
    fn is_for(self, want: &Want) -> bool {
        match self {
            Self::All | Self::Joined => want.rank >= Rank::Should,
            Self::Matter => want.rank == Rank::Must || want.act() == Some(Act::Step),
            Self::Nothing => false,
        }
    }
}

/// Picks phrases for the wants of a plan, in order; `None` if one that must be there is missing.
pub(super) fn choose(known: Known<'_>, plan: &Plan, budget: Budget) -> Option<Vec<Part>> {
    let mut draft = Draft::empty(known, plan, budget);
    draft.shortest = plan.wants.iter().map(|want| draft.shortest(want)).collect();
    for (place, want) in plan.wants.iter().enumerate() {
        if draft.satisfies(want) {
            continue;
        }
        match draft.pick(place, want) {
            Some(part) => draft.add(Part { want: place, ..part }),
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
    /// The last words so far.
    tail: String,
    used: Slots,
    words: u16,
    sentences: u8,
    characters: u16,
    relational: u16,
    asked: bool,
    sorry: bool,
    understood: bool,
    /// The least room that each want of the plan takes.
    shortest: Vec<Size>,
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
            tail: String::new(),
            used: Slots::EMPTY,
            words: 0,
            sentences: 0,
            characters: 0,
            relational: 0,
            asked: false,
            sorry: false,
            understood: false,
            shortest: Vec::new(),
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

    fn pick(&self, place: usize, want: &Want) -> Option<Part> {
        // What must be said is said, even if something later then finds no room.
        let rooms: &[Room] = if want.rank == Rank::Must {
            &[Room::All, Room::Joined, Room::Matter, Room::Nothing]
        } else {
            &[Room::All]
        };
        rooms.iter().find_map(|room| {
            let kept = self.kept_after(place, *room);
            want.families.iter().find_map(|family| self.best(want, *family, kept))
        })
    }

    /// The best phrase of a family that leaves room for `kept` words.
    fn best(&self, want: &Want, family: phrases::Family, kept: Kept) -> Option<Part> {
        let candidates: Vec<Part> = self.candidates(want, family).collect();
        let count = candidates.len().max(1);
        let first = self.known.seed(family.act()).checked_rem(count).unwrap_or(0);
        let issue = self.issue.as_deref().filter(|_| self.met.contain(Conditions::NAMED));
        let (_, part) = candidates
            .into_iter()
            .enumerate()
            .filter(|(_, part)| self.fits(part, want, kept))
            .min_by_key(|(place, part)| {
                let rotated = place.saturating_add(count).saturating_sub(first).checked_rem(count);
                (rank::distance(part, &self.parts, issue), rotated)
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
                let (act, size) = (phrase.family().act(), measure::of(&text));
                let part = Part { phrase, act, text, size, continues: false, want: 0 };
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

    /// No run of six words that stands in our last two replies, also not across two parts.
    fn is_new(&self, part: &Part) -> bool {
        let recent = self.known.moment.recent_wording;
        if recent.is_empty() || part.act == Act::Sign || part.act == Act::Greet {
            return true;
        }
        let joint = if part.continues { "and" } else { "" };
        let runs = wording(&format!("{} {joint} {}", self.tail, part.text));
        !recent.iter().flatten().any(|run| runs.binary_search(run).is_ok())
    }

    fn fits(&self, part: &Part, want: &Want, kept: Kept) -> bool {
        let size = self.size(part);
        let budget = self.budget;
        if is_apart(part.act) {
            return budget.characters.is_none() && size.characters <= LONGEST_LINE;
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
        let size = part.size;
        match self.parts.last() {
            Some(before) if part.continues => Size {
                words: size.words.saturating_add(1),
                sentences: size.sentences.saturating_sub(1),
                longest: before.size.longest.saturating_add(size.longest).saturating_add(1),
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
        let (first, second) = (before.size, part.size);
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
        !part.size.sorry
            || owed
            || !self.sorry
                && moment.apologies < 2
                && !moment.apologies_rejected
                && !matches!(
                    self.plan.situation,
                    Situation::Crisis | Situation::Soft | Situation::Firm | Situation::Ending
                )
    }

    /// Room for what comes after `place` and should be there.
    fn kept_after(&self, place: usize, room: Room) -> Kept {
        let later = self.plan.wants.iter().zip(&self.shortest).skip(place.saturating_add(1));
        later
            .filter(|(want, size)| size.words > 0 && room.is_for(want) && !self.satisfies(want))
            .fold(Kept::default(), |kept, (want, size)| {
                let relational = want.act().is_some_and(is_relational);
                let joins = room == Room::Joined && relational;
                Kept {
                    words: kept.words.saturating_add(size.words),
                    sentences: kept.sentences.saturating_add(if joins {
                        0
                    } else {
                        size.sentences
                    }),
                    relational: kept.relational.saturating_add(if relational {
                        size.words
                    } else {
                        0
                    }),
                }
            })
    }

    /// The least room in which a want can be met; none if it cannot, or stands apart.
    fn shortest(&self, want: &Want) -> Size {
        if want.act().is_some_and(is_apart) {
            return Size::default();
        }
        // Room for the best family, and in it for what the host said.
        let best = |family: &phrases::Family| {
            self.candidates(want, *family)
                .map(|part| (rank::distance(&part, &[], None), part.size))
                .min_by_key(|(distance, size)| (*distance > 0, size.sentences, size.words))
        };
        want.families.iter().find_map(best).map(|(_, size)| size).unwrap_or_default()
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
        // A run of six words can begin at most five words back.
        let said =
            format!("{} {}{}", self.tail, if part.continues { "and " } else { "" }, part.text);
        let words: Vec<&str> = said.split_whitespace().collect();
        self.tail =
            words.iter().skip(words.len().saturating_sub(8)).copied().collect::<Vec<_>>().join(" ");
        self.parts.push(part);
    }
}

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

/// Characters in a line that stands beside the reply.
const LONGEST_LINE: u16 = 240;

/// Lines that stand beside the reply and are not counted in it.
fn is_apart(act: Act) -> bool {
    matches!(act, Act::Greet | Act::Sign | Act::Data)
}

fn is_relational(act: Act) -> bool {
    matches!(act, Act::Ack | Act::Apol | Act::Symp | Act::Thank)
}

/// An acknowledgement that must be there may use the room of one sentence.
fn shortest_ack(want: &Want) -> u16 {
    if want.rank == Rank::May { 0 } else { 18 }
}
