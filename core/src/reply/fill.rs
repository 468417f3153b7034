//! Where a slot's text comes from: the host's facts, the policy's directory, the agenda. Nowhere else.

use alloc::string::String;
use alloc::vec::Vec;

use super::facts::Facts;
use super::grammar::{
    capital, clean, contract, count, is_plural, list, names_nothing, names_trouble,
};
use crate::steps::moment::Moment;
use crate::tables::phrases::{Conditions, Phrase, Slots};
use crate::terms::{Act, Channel, Flag, Flags, IssueKind, Slot};

/// A title longer than this is a sentence, not a noun phrase.
const LONGEST_TITLE: usize = 60;

/// A value longer than this fits into no sentence, greeting or signature.
const LONGEST_VALUE: usize = 160;

/// In public nothing of the account is said (`domain.md` 6.6).
const PUBLIC_SLOTS: Slots = Slots::EMPTY.with(Slot::Issue).with(Slot::Current).with(Slot::Time);

/// What is known at this moment.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) moment: &'a Moment<'a>,
    pub(super) facts: &'a Facts<'a>,
}

impl Known<'_> {
    /// The text for a slot in a phrase of this act, ready for the middle of a sentence.
    pub(super) fn value(&self, slot: Slot, act: Act) -> Option<String> {
        let moment = self.moment;
        let directory = moment.directory;
        if slot == Slot::EmergencyNumber {
            return directory.and_then(|known| full(slot, &known.emergency_number));
        }
        if slot == Slot::CrisisLine {
            return directory.and_then(|known| full(slot, &known.crisis_line));
        }
        if slot == Slot::CrisisContact {
            return directory.and_then(|known| full(slot, &known.crisis_contact));
        }
        if slot == Slot::N {
            return self.count(act);
        }
        self.fact(slot).or_else(|| self.own(slot))
    }

    /// What the host said, if it says anything and it may be said here.
    pub(super) fn fact(&self, slot: Slot) -> Option<String> {
        if self.moment.channel == Channel::Social && !PUBLIC_SLOTS.contains(slot) {
            return None;
        }
        self.facts.get(slot).and_then(|text| full(slot, text))
    }

    /// Says whether the host said it.
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.fact(slot).is_some()
    }

    /// What the contact is about, as a noun phrase.
    pub(super) fn issue(&self) -> Option<String> {
        self.fact(Slot::Issue).or_else(|| self.own(Slot::Issue))
    }

    /// What the case itself knows.
    fn own(&self, slot: Slot) -> Option<String> {
        let titles = self.titles();
        let join = |titles: &[String]| list(titles.iter().map(String::as_str));
        if slot == Slot::Issue {
            let settled = self.moment.settled.and_then(|item| title(item.title));
            titles.into_iter().next().or(settled)
        } else if slot == Slot::Current {
            titles.into_iter().next()
        } else if slot == Slot::Parked {
            titles
                .split_first()
                .filter(|(_, parked)| !parked.is_empty())
                .map(|(_, parked)| join(parked))
        } else if slot == Slot::List {
            (titles.len() > 1).then(|| join(&titles))
        } else if slot == Slot::ContactKind {
            Some(contact_kind(self.moment.channel).into())
        } else {
            None
        }
    }

    /// What is on the agenda, as far as it has a name that fits into a sentence.
    fn titles(&self) -> Vec<String> {
        self.moment.agenda.iter().filter_map(|item| title(item.title)).collect()
    }

    /// What is counted depends on what is said: requests before an ending, messages in an
    /// acknowledgement, points on the agenda.
    fn count(&self, act: Act) -> Option<String> {
        let n = if act == Act::EndConduct {
            usize::from(self.moment.boundaries)
        } else if act == Act::Ack {
            let said = self.moment.active().map_or(0, |item| item.times_said);
            usize::try_from(said).ok().filter(|said| *said >= 3)?
        } else {
            self.titles().len()
        };
        count(n).map(Into::into)
    }

    /// The conditions that hold before a word is written.
    pub(super) fn conditions(&self) -> Conditions {
        let moment = self.moment;
        let kind = moment.active().or(moment.settled).map_or(IssueKind::Other, |item| item.kind);
        let issue = self.issue().unwrap_or_default();
        let trouble = names_trouble(&issue);
        let needs = Flags::NEEDS.without(Flag::Bereavement).without(Flag::FinancialHardship);
        channel(moment.channel)
            .and(if moment.first_reply() { Conditions::FIRST } else { Conditions::LATER })
            .and_if(Conditions::DELAY, self.is_late())
            .and_if(
                Conditions::BROKEN_PROMISE,
                moment.ever(Flag::BrokenPromise) || moment.missed_promise,
            )
            .and_if(
                Conditions::REPEAT,
                moment.ever(Flag::RepeatContact)
                    || moment.active().is_some_and(|item| item.times_said > 1),
            )
            .and_if(Conditions::TAKEOVER, moment.supervisor == crate::case::Supervisor::TookOver)
            .and_if(Conditions::FIXABLE, is_fixable(kind))
            .and_if(Conditions::AWAITED, is_awaited(kind))
            .and_if(Conditions::DEVICE, kind == IssueKind::Fault)
            .and(if trouble { Conditions::PROBLEM } else { Conditions::THING })
            .and_if(Conditions::SINGULAR, !is_plural(&issue))
            .and_if(Conditions::STEP_KNOWN, self.has(Slot::Step) || self.has(Slot::StepIng))
            .and_if(Conditions::FACT_KNOWN, self.has(Slot::Fact))
            .and_if(Conditions::UNKNOWN, !self.has(Slot::Fact))
            .and_if(Conditions::BRISK, moment.level() > 0 && !moment.flags.intersects(Flags::NEEDS))
            .and_if(Conditions::UPSET, moment.level() >= 2)
            .and_if(Conditions::EARLIER, moment.boundaries > 0)
            .and_if(Conditions::SECOND, moment.boundaries == 1)
            .and_if(Conditions::PROMISE, moment.promise_at_risk || moment.missed_promise)
            .and_if(Conditions::SEVERAL, self.titles().len() > 1)
            .and_if(Conditions::LEGAL, moment.flag(Flag::Legal))
            .and_if(Conditions::REGULATOR, moment.flag(Flag::Regulator))
            .and_if(Conditions::FORMAL, moment.flag(Flag::FormalComplaint))
            .and_if(Conditions::CHURN, moment.flag(Flag::Churn))
            .and_if(Conditions::CHARGEBACK, moment.flag(Flag::Chargeback))
            .and_if(Conditions::PUBLIC, moment.flag(Flag::Public))
            .and_if(Conditions::BEREAVEMENT, moment.flag(Flag::Bereavement))
            .and_if(Conditions::HARDSHIP, moment.flag(Flag::FinancialHardship))
            .and_if(Conditions::NEED, moment.flags.intersects(needs))
            .and_if(Conditions::FAULT, self.is_our_fault())
    }

    /// A number that is the same for the same contact, turn and act, and varies between them.
    pub(super) fn seed(&self, act: Act) -> usize {
        const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let bytes = self.moment.contact.bytes();
        let hash = bytes
            .chain(self.moment.agent_turns.to_le_bytes())
            .chain([act.code()])
            .fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
        // The high bits of FNV are the well mixed ones.
        usize::try_from(hash >> 40).unwrap_or(0)
    }

    /// They were kept waiting: they say so, or the host does.
    pub(super) fn is_late(&self) -> bool {
        let moment = self.moment;
        moment.ever(Flag::Delay)
            || moment.ever(Flag::BrokenPromise)
            || self.has(Slot::Duration)
            || self.has(Slot::Since)
    }

    /// The host named a fault of ours.
    pub(super) fn is_our_fault(&self) -> bool {
        self.has(Slot::Fault) || self.has(Slot::FaultPast)
    }

    /// Writes a phrase out; `None` if a slot stays empty.
    pub(super) fn write(&self, phrase: Phrase) -> Option<String> {
        let act = phrase.family().act();
        let contracted = self.moment.contractions && may_contract(act, self.moment.channel);
        let mut out = String::with_capacity(phrase.text().len());
        for (place, piece) in phrase.text().split('{').enumerate() {
            let plain = if place == 0 {
                piece
            } else {
                let (name, plain) = piece.split_once('}')?;
                let value = self.value(slot(name)?, act)?;
                if name.starts_with(char::is_uppercase) {
                    out.push_str(&capital(&value));
                } else {
                    out.push_str(&value);
                }
                // "4 p.m." brings its own full stop.
                match plain.strip_prefix('.') {
                    Some(rest) if value.ends_with('.') => rest,
                    Some(_) | None => plain,
                }
            };
            if contracted {
                out.push_str(&contract(plain));
            } else {
                out.push_str(plain);
            }
        }
        Some(out)
    }
}

/// A usable value: not empty, and short enough for a sentence.
fn full(slot: Slot, text: &str) -> Option<String> {
    let fits = |text: &str| text.chars().nth(LONGEST_VALUE).is_none();
    // Far longer than any value: not worth cleaning.
    let plausible = text.len() <= LONGEST_VALUE.saturating_mul(16);
    plausible.then(|| clean(slot, text)).filter(|text| !text.is_empty() && fits(text))
}

/// A name that says something: "trouble with the question" says nothing.
fn title(text: &str) -> Option<String> {
    full(Slot::Issue, text)
        .filter(|text| text.chars().count() <= LONGEST_TITLE && !names_nothing(text))
}

fn slot(name: &str) -> Option<Slot> {
    let mut letters = name.chars();
    let lower: String =
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    Slot::from_name(&lower)
}

/// What a customer calls this kind of contact.
fn contact_kind(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "call",
        Channel::Chat => "chat",
        Channel::Messaging | Channel::Email | Channel::Social => "conversation",
    }
}

/// "I want to get it fixed" fits a fault, not a question.
fn is_fixable(kind: IssueKind) -> bool {
    match kind {
        IssueKind::Fault | IssueKind::Access | IssueKind::Billing | IssueKind::Other => true,
        IssueKind::Delay
        | IssueKind::Refund
        | IssueKind::Delivery
        | IssueKind::Service
        | IssueKind::Cancellation
        | IssueKind::Information => false,
    }
}

/// "You are waiting on your refund" fits what is to come, not a charge or a locked account.
fn is_awaited(kind: IssueKind) -> bool {
    match kind {
        IssueKind::Delay | IssueKind::Refund | IssueKind::Delivery | IssueKind::Information => true,
        IssueKind::Fault
        | IssueKind::Access
        | IssueKind::Billing
        | IssueKind::Other
        | IssueKind::Service
        | IssueKind::Cancellation => false,
    }
}

fn channel(channel: Channel) -> Conditions {
    match channel {
        Channel::Phone => Conditions::PHONE,
        Channel::Chat => Conditions::CHAT,
        Channel::Messaging => Conditions::MESSAGING,
        Channel::Email => Conditions::EMAIL,
        Channel::Social => Conditions::SOCIAL,
    }
}

/// Limits, endings, law and crisis are said in full, always (`domain.md` 6.5).
fn may_contract(act: Act, channel: Channel) -> bool {
    let formal = [
        Act::BoundSoft,
        Act::BoundFirm,
        Act::EndConduct,
        Act::EndSevere,
        Act::Retract,
        Act::Legal,
        Act::Rights,
        Act::Data,
        Act::Crisis,
    ];
    channel != Channel::Email && !formal.contains(&act)
}
