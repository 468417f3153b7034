//! What holds for every draft, over many moments, facts, contacts and turns.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::sync::LazyLock;

use super::*;
use crate::case::{Safety, Service, Supervisor};
use crate::policy::CrisisDirectory;
use crate::steps::moment::{Ending, Item};
use crate::terms::{Channel, Conduct, Flag, IssueKind};

const TITLES: &[(&str, IssueKind)] = &[
    ("this system", IssueKind::Fault),
    ("the double charge", IssueKind::Billing),
    ("your orders", IssueKind::Delivery),
    ("your internet", IssueKind::Access),
    ("the delay", IssueKind::Delay),
    ("the {broken} thing\n with  spaces.", IssueKind::Other),
    ("", IssueKind::Other),
];

const FACTS: &[&[(Slot, &str)]] = &[
    &[],
    &[(Slot::Time, "by 16:00 today."), (Slot::StepIng, "checking the log.")],
    &[
        (Slot::Fact, "The order left on Monday."),
        (Slot::Step, "call the courier"),
        (Slot::Time, "4 p.m."),
        (Slot::Duration, "for four days"),
        (Slot::Name, "Ms Hollis"),
        (Slot::Person, "Sam"),
        (Slot::Team, "the billing team"),
        (Slot::Impact, "a demo at noon"),
        (Slot::Route, "the help page"),
    ],
    &[
        (Slot::Fault, "the wrong order"),
        (Slot::FaultPast, "sent the wrong order"),
        (Slot::Ask, "the order number"),
        (Slot::Issue, "{issue} {Issue} {"),
        (Slot::Since, "since Monday"),
        (Slot::AltOwner, "my manager"),
        (Slot::Time, "noon"),
        (Slot::TrainedRole, "a trained colleague"),
    ],
    &[(Slot::Fact, LONG), (Slot::Person, " \u{202e} "), (Slot::Time, "\n")],
];

/// Far too long for any sentence.
const LONG: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen twenty and one more and another and the last";

type Change = fn(&mut Moment<'static>);

static DIRECTORY: LazyLock<CrisisDirectory> = LazyLock::new(|| CrisisDirectory {
    emergency_number: "112".into(),
    crisis_line: "the night line".into(),
    crisis_contact: "0800 000".into(),
    verified_on: Timestamp(0),
});

const CHANGES: &[Change] = &[
    |_| (),
    |m| m.flags.insert(Flag::Delay),
    |m| {
        m.flags.insert(Flag::BrokenPromise);
        m.flags.insert(Flag::RepeatContact);
    },
    |m| m.apologies_rejected = true,
    |m| {
        m.agenda.push(Item { title: "the bill", kind: IssueKind::Billing, times_said: 3 });
        m.agenda.push(Item { title: "the lights", kind: IssueKind::Fault, times_said: 1 });
    },
    |m| m.missed_promise = true,
    |m| m.reopened = 1,
    |m| m.supervisor = Supervisor::TookOver,
    |m| m.heated_for_long = true,
    |m| m.flags.insert(Flag::Legal),
    |m| {
        m.flags.insert(Flag::Regulator);
        m.flags.insert(Flag::DataRequest);
        m.flags.insert(Flag::Public);
    },
    |m| {
        m.flags.insert(Flag::Churn);
        m.flags.insert(Flag::Chargeback);
        m.flags.insert(Flag::SupervisorRequest);
    },
    |m| m.flags.insert(Flag::Bereavement),
    |m| m.flags.insert(Flag::FinancialHardship),
    |m| m.flags.insert(Flag::DisabilityDisclosed),
    |m| {
        m.conduct = Conduct::Crossing;
        m.boundary_due = true;
    },
    |m| {
        m.conduct = Conduct::Crossing;
        m.boundary_due = true;
        m.boundaries = 1;
        m.states_consequence = true;
    },
    |m| {
        m.conduct = Conduct::Crossing;
        m.ending = Ending::Open;
        m.boundaries = 2;
    },
    |m| {
        m.improved = true;
        m.boundaries = 1;
        m.states_consequence = true;
    },
    |m| m.owes_retraction = true,
    |m| {
        m.safety = Safety::CrisisHold;
        m.directory = Some(&DIRECTORY);
    },
    |m| {
        m.awaits_reply = false;
        m.service = Service::FollowUp;
    },
    |m| {
        m.awaits_reply = false;
        m.service = Service::Resolved;
    },
    |m| {
        m.awaits_reply = false;
        m.update_due = true;
    },
    |m| m.contractions = true,
];

/// One reply of one turn.
struct Seen {
    name: String,
    moment: Moment<'static>,
    facts: Facts<'static>,
    reply: Reply,
}

/// Every combination, with three contacts and five turns each.
static SEEN: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    let mut seen = Vec::new();
    for channel in Channel::ALL {
        for temperature in 0..=4_u8 {
            for (changed, change) in CHANGES.iter().enumerate() {
                let first = changed + usize::from(temperature) + usize::from(channel.code());
                let place = first % TITLES.len();
                let (title, kind) = TITLES[place];
                let list = FACTS[(place + changed) % FACTS.len()];
                let facts =
                    list.iter().fold(Facts::new(), |facts, (slot, text)| facts.with(*slot, *text));
                let mut moment = Moment::at(*channel, temperature, title, kind);
                moment.contact = ["a", "contact 2", "third"][(place + changed) % 3];
                change(&mut moment);
                let name = format!("{channel} T{temperature} {title:?} change {changed}");
                turns(&name, moment, &facts, &mut seen);
            }
        }
    }
    seen
});

fn turns(name: &str, mut moment: Moment<'static>, facts: &Facts<'static>, seen: &mut Vec<Seen>) {
    let mut used: Vec<PhraseId> = Vec::new();
    let mut recent: Vec<Vec<u32>> = Vec::new();
    for turn in 0..5 {
        moment.agent_turns = turn;
        moment.phrases_used = Box::leak(used.clone().into_boxed_slice());
        moment.recent_wording = Box::leak(recent.clone().into_boxed_slice());
        let Draft::Reply(reply) = draft(&moment, facts) else { continue };
        let sent = reply.sent(Actor::System, None);
        let name = format!("{name} turn {turn}:\n{}", reply.text);
        seen.push(Seen { name, moment: moment.clone(), facts: facts.clone(), reply });
        used.extend(&sent.phrases);
        if recent.len() > 1 {
            recent.remove(0);
        }
        recent.push(sent.wording);
        moment.apologies += u32::from(sent.apologies);
        moment.understandings += u32::from(sent.understandings);
    }
}

/// Looks at every `step`th reply.
fn every(step: usize, mut look: impl FnMut(&str, &Moment<'_>, &Facts<'_>, &Reply)) {
    for Seen { name, moment, facts, reply } in SEEN.iter().step_by(step) {
        look(name, moment, facts, reply);
    }
}

#[test]
fn every_draft_is_well_formed() {
    let mut seen = 0;
    every(1, |name, _, _, reply| {
        seen += 1;
        let text = &reply.text.replace("p.m.", "pm");
        for bad in ["{", "}", "  ", "..", " .", " ,", "?.", ".,", "!", "\u{202e}", "\n\n\n"] {
            assert!(!text.contains(bad), "{bad:?} in {name}");
        }
        assert!(text.trim() == text.as_str() && !text.is_empty(), "{name}");
        for line in text.lines().filter(|line| !line.is_empty()) {
            assert!(!line.starts_with(|c: char| c.is_lowercase()), "{name}");
        }
        for sentence in text.split(". ") {
            let first = sentence.chars().next();
            assert!(!first.is_some_and(char::is_lowercase), "{name}");
        }
        assert_eq!(reply.acts.len(), reply.phrases.len(), "{name}");
        assert!(reply.phrases.iter().all(|id| phrase_name(*id).is_some()), "{name}");
    });
    assert!(seen > 1_500, "{seen}");
}

#[test]
fn every_draft_keeps_the_budget() {
    every(1, |name, moment, facts, reply| {
        let plan = plan(Known { moment, facts }).unwrap();
        let budget = budget(moment, &plan);
        let apart = [Act::Greet, Act::Sign, Act::Data];
        let whole: Vec<&str> = reply.text.split("\n\n").collect();
        let size = measure::of(&reply.text);
        let extra: u16 = reply
            .phrases
            .iter()
            .filter_map(|id| phrases::find(*id))
            .filter(|phrase| apart.contains(&phrase.family().act()))
            .map(|phrase| measure::of(phrase.text()).words + 8)
            .sum();
        assert!(size.words <= budget.words + extra, "{} words: {name}", size.words);
        assert!(!whole.is_empty());
        if let Some(most) = budget.characters {
            assert!(size.characters <= most, "{} characters: {name}", size.characters);
        }
        assert!(reply.text.matches('?').count() <= 1, "{name}");
        let steps = reply.acts.iter().filter(|act| **act == Act::Step).count();
        assert!(steps <= 1, "{name}");
    });
}

#[test]
fn sorry_is_said_where_it_is_owed_and_nowhere_else() {
    every(1, |name, moment, _, reply| {
        let condoles = reply.acts.contains(&Act::Vuln);
        let owed = reply.acts.contains(&Act::Retract) || condoles;
        let said = apologies(&reply.text);
        assert!(said <= 1 || condoles, "{name}");
        if moment.apologies_rejected && !owed {
            assert_eq!(said, 0, "{name}");
        }
        let never = [Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::Crisis];
        if reply.acts.iter().any(|act| never.contains(act)) {
            assert_eq!(said, 0, "{name}");
        }
    });
}

#[test]
fn limits_are_set_only_where_they_may_be() {
    every(1, |name, moment, _, reply| {
        let limits = [Act::BoundSoft, Act::BoundFirm, Act::EndConduct, Act::EndSevere];
        if reply.acts.iter().any(|act| limits.contains(act)) {
            assert!(moment.conduct.crosses_line() && moment.channel != Channel::Social, "{name}");
            assert!(moment.boundary_due || moment.ending == Ending::Open, "{name}");
            assert!(!reply.text.contains("Hollis") || reply.text.starts_with("Hello"), "{name}");
        }
        if moment.safety == Safety::CrisisHold {
            let fine = [Act::Crisis, Act::Sign];
            assert!(reply.acts.iter().all(|act| fine.contains(act)), "{name}");
        }
        // I14: temperature never lowers service.
        let silent = [Act::EndConduct, Act::Crisis, Act::FollowUp, Act::Close, Act::Update];
        if moment.awaits_reply && moment.agent_turns == 0 {
            let serves = reply.acts.iter().any(|act| {
                [Act::Step, Act::Ask, Act::Fact, Act::Choice, Act::No, Act::Commit].contains(act)
                    || silent.contains(act)
            });
            assert!(serves || reply.used.contains(&Slot::Fact), "{name}");
        }
    });
}

#[test]
fn nothing_is_said_twice_in_a_contact() {
    every(1, |name, moment, _, reply| {
        for id in &reply.phrases {
            let signs = phrase_name(*id).is_some_and(|name| name.starts_with("SIGN."));
            assert!(signs || !moment.phrases_used.contains(id), "{name}");
        }
        let distinct: BTreeSet<_> = reply.phrases.iter().collect();
        assert_eq!(distinct.len(), reply.phrases.len(), "{name}");
        let runs = reply.sent(Actor::System, None).wording;
        let again =
            moment.recent_wording.iter().flatten().any(|run| runs.binary_search(run).is_ok());
        assert!(!again, "{name}");
    });
    every(11, |name, moment, facts, reply| {
        assert_eq!(draft(moment, facts), Draft::Reply(reply.clone()), "{name}");
    });
}

#[test]
fn no_value_breaks_a_draft() {
    let long = "word ".repeat(20_000);
    let full = "語語語語 ".repeat(32);
    let values = [
        long.as_str(),
        full.as_str(),
        "",
        "\0\u{7}",
        "{issue}",
        "مرحبا بك",
        "🙂🙂",
        "a\u{301}",
        "....",
        "\u{202e}abc",
    ];
    for value in values {
        let facts = Slot::ALL.iter().fold(Facts::new(), |facts, slot| facts.with(*slot, value));
        for change in CHANGES {
            for channel in [Channel::Phone, Channel::Email] {
                let mut moment = Moment::at(channel, 2, "this system", IssueKind::Fault);
                change(&mut moment);
                if let Draft::Reply(reply) = draft(&moment, &facts) {
                    assert!(reply.text.len() < 4_000, "{}", reply.text);
                    assert!(!reply.text.contains(['{', '}', '\0', '\u{202e}']), "{}", reply.text);
                }
                assert!(brief::brief(&moment, &facts).text().len() < 2_048);
            }
        }
    }
}

#[test]
fn contacts_get_different_words() {
    let mut texts = BTreeSet::new();
    for contact in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] {
        let mut moment = Moment::at(Channel::Chat, 2, "this system", IssueKind::Fault);
        moment.contact = contact;
        moment.flags.insert(Flag::Delay);
        let Draft::Reply(reply) = draft(&moment, &Facts::new()) else { panic!("no draft") };
        texts.insert(reply.text);
    }
    assert!(texts.len() >= 8, "{texts:#?}");
}

#[test]
fn the_brief_is_short_and_says_what_is_missing() {
    every(5, |name, moment, facts, reply| {
        let brief = brief::brief(moment, facts);
        let text = brief.text();
        assert!(text.len() < 2048, "{} bytes: {name}\n{text}", text.len());
        assert!(!text.contains('{') && !brief.situation.is_empty(), "{name}\n{text}");
        assert!(brief.max_words > 0, "{name}");
        // Whatever the draft does, the brief asks for.
        for act in reply.acts.iter().filter(|act| **act != Act::Greet) {
            assert!(brief.acts.contains(act), "{act} in {name}\n{text}");
        }
        let time = facts.get(Slot::Time).is_some_and(|time| !time.trim().is_empty());
        if brief.acts.contains(&Act::Commit) {
            assert_eq!(brief.missing.contains(&Slot::Time), !time, "{name}\n{text}");
        }
    });
}

#[test]
fn every_family_has_enough_to_say() {
    // Acknowledgements, apologies, owners, steps and first boundaries come up most.
    let often = [
        "ACK.calm",
        "ACK.tense",
        "ACK.upset",
        "ACK.heated",
        "APOL.fault",
        "APOL.delay",
        "OWN",
        "STEP",
        "BOUND.soft",
        "COMMIT",
    ];
    for family in often {
        let count = phrases::all()
            .filter(|phrase| phrase.name().rsplit_once('.').is_some_and(|(name, _)| name == family))
            .count();
        assert!(count >= 6, "{family}: {count}");
    }
    assert!(phrases::all().count() >= 350);
    let _: String = phrase_text(PhraseId(256)).unwrap().into();
}
