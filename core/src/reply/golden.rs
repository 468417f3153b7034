//! Drafts for the moments of `domain.md` 6.3, as they would be sent: the words stand in `golden.txt`.
//!
//! To read them anew after a change of words: `UNRUFFLED_GOLDEN=write cargo test -p unruffled --lib golden`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::case::{Safety, Service, Supervisor};
use crate::policy::CrisisDirectory;
use crate::steps::moment::{Ending, Item};
use crate::terms::{Channel, Conduct, Flag, IssueKind};

fn facts(list: &[(Slot, &'static str)]) -> Facts<'static> {
    list.iter().fold(Facts::new(), |facts, (slot, text)| facts.with(*slot, *text))
}

const FULL: &[(Slot, &str)] = &[
    (Slot::StepIng, "checking the error log"),
    (Slot::Time, "14:35"),
    (Slot::Person, "Sam"),
    (Slot::Team, "the IT desk"),
    (Slot::Name, "Ms Hollis"),
];

type Change = fn(&mut Moment<'static>);

/// A moment and the facts of the host.
struct Case {
    name: &'static str,
    channel: Channel,
    temperature: u8,
    about: (&'static str, IssueKind),
    change: Change,
    facts: &'static [(Slot, &'static str)],
}

const fn row(
    name: &'static str,
    channel: Channel,
    temperature: u8,
    about: (&'static str, IssueKind),
    change: Change,
    facts: &'static [(Slot, &'static str)],
) -> Case {
    Case { name, channel, temperature, about, change, facts }
}

const SYSTEM: (&str, IssueKind) = ("this system", IssueKind::Fault);
const CHARGE: (&str, IssueKind) = ("the double charge", IssueKind::Billing);
const ORDER: (&str, IssueKind) = ("your order", IssueKind::Delivery);
const INVOICE: (&str, IssueKind) = ("the invoice", IssueKind::Billing);

static DIRECTORY: std::sync::LazyLock<CrisisDirectory> =
    std::sync::LazyLock::new(|| CrisisDirectory {
        emergency_number: "112".into(),
        crisis_line: "the night line".into(),
        crisis_contact: "0800 000".into(),
        verified_on: Timestamp(0),
    });

fn crossing(moment: &mut Moment<'static>) {
    moment.conduct = Conduct::Crossing;
    moment.boundary_due = true;
}

fn second(moment: &mut Moment<'static>) {
    crossing(moment);
    moment.boundaries = 1;
    moment.states_consequence = true;
    moment.agent_turns = 2;
}

fn third(moment: &mut Moment<'static>) {
    moment.conduct = Conduct::Crossing;
    moment.boundaries = 2;
    moment.ending = Ending::Open;
    moment.agent_turns = 3;
}

fn crisis(moment: &mut Moment<'static>) {
    moment.safety = Safety::CrisisHold;
    moment.crisis = crate::terms::Crisis::Explicit;
    moment.directory = Some(&DIRECTORY);
}

const CASES: &[Case] = &[
    row(
        "essay 1",
        Channel::Chat,
        2,
        SYSTEM,
        |m| m.flags.insert(Flag::Delay),
        &[(Slot::StepIng, "checking the error log"), (Slot::Time, "14:35")],
    ),
    row("essay 1, mail", Channel::Email, 2, SYSTEM, |m| m.flags.insert(Flag::Delay), FULL),
    row("essay 1, no facts", Channel::Chat, 2, SYSTEM, |m| m.flags.insert(Flag::Delay), &[]),
    row(
        "essay 2",
        Channel::Chat,
        2,
        SYSTEM,
        |m| m.flags.insert(Flag::ProfanityUndirected),
        &[(Slot::Time, "10:20")],
    ),
    row("essay 2, no facts", Channel::Phone, 2, SYSTEM, |_| (), &[]),
    row("calm", Channel::Chat, 0, ORDER, |_| (), &[(Slot::Fact, "the order left on Monday.")]),
    row("calm, step", Channel::Email, 0, ORDER, |_| (), FULL),
    row("calm, nothing known", Channel::Email, 0, ORDER, |_| (), &[]),
    row(
        "hello",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.courtesy = true;
        },
        &[],
    ),
    row("something without a name", Channel::Chat, 0, ORDER, |m| m.agenda.clear(), &[]),
    row(
        "thanks",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.flags.insert(Flag::Thanks);
            m.content = true;
        },
        &[],
    ),
    row(
        "all is well",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.service = Service::FollowUp;
            m.awaits_reply = false;
            m.content = true;
        },
        &[],
    ),
    row(
        "all is well",
        Channel::Phone,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.service = Service::Resolved;
            m.awaits_reply = false;
            m.content = true;
        },
        &[],
    ),
    row(
        "a question in a calm thread",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.agent_turns = 2;
            m.questions = 1;
        },
        &[(Slot::Time, "14:20")],
    ),
    row(
        "an answer to our question",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agenda.clear();
            m.agent_turns = 2;
            m.last_acts = [Act::Ask].into();
        },
        &[],
    ),
    row(
        "a reminder of what we asked for",
        Channel::Chat,
        0,
        ORDER,
        |m| {
            m.agent_turns = 1;
            m.awaits_reply = false;
            m.service = Service::AwaitingCustomer;
            m.nudge_due = true;
        },
        &[(Slot::Ask, "the order number")],
    ),
    row(
        "the line again, the policy wants more boundaries",
        Channel::Chat,
        4,
        ORDER,
        |m| {
            m.conduct = Conduct::Crossing;
            m.boundary_due = true;
            m.boundaries = 1;
            m.agent_turns = 2;
        },
        &[],
    ),
    row(
        "chasing",
        Channel::Email,
        1,
        ORDER,
        |m| m.flags.insert(Flag::Delay),
        &[
            (Slot::Fact, "it is at the depot"),
            (Slot::Time, "16:00 today"),
            (Slot::Duration, "four days"),
        ],
    ),
    row(
        "fault ours",
        Channel::Email,
        2,
        CHARGE,
        |_| (),
        &[
            (Slot::Fault, "the double charge"),
            (Slot::Fact, "both payments reached us on 3 May"),
            (Slot::Step, "send the second one back"),
            (Slot::Time, "16:00 today"),
            (Slot::Person, "Sam"),
        ],
    ),
    row(
        "impact",
        Channel::Chat,
        2,
        SYSTEM,
        |_| (),
        &[
            (Slot::Impact, "a demo at noon"),
            (Slot::StepIng, "restarting the service"),
            (Slot::Time, "11:15"),
        ],
    ),
    row(
        "three points",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.agenda.push(Item {
                title: "the late invoice",
                kind: IssueKind::Billing,
                times_said: 1,
            });
            m.agenda.push(Item {
                title: "the missed call",
                kind: IssueKind::Service,
                times_said: 1,
            });
        },
        &[(Slot::Time, "15:00")],
    ),
    row(
        "three points, mail",
        Channel::Email,
        2,
        SYSTEM,
        |m| {
            m.agenda.push(Item {
                title: "the late invoice",
                kind: IssueKind::Billing,
                times_said: 1,
            });
            m.agenda.push(Item {
                title: "the missed call",
                kind: IssueKind::Service,
                times_said: 1,
            });
        },
        FULL,
    ),
    row(
        "parking",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.agent_turns = 1;
            m.agenda.push(Item {
                title: "the late invoice",
                kind: IssueKind::Billing,
                times_said: 1,
            });
        },
        &[],
    ),
    row(
        "heated",
        Channel::Email,
        3,
        ORDER,
        |m| m.flags.insert(Flag::Delay),
        &[
            (Slot::Fact, "the parcel is at the wrong depot"),
            (Slot::Step, "book a new courier"),
            (Slot::Time, "noon tomorrow"),
        ],
    ),
    row(
        "heated for long",
        Channel::Chat,
        3,
        SYSTEM,
        |m| {
            m.heated_for_long = true;
            m.agent_turns = 2;
            m.apologies = 1;
        },
        &[(Slot::Time, "12:00")],
    ),
    row(
        "apology rejected",
        Channel::Chat,
        3,
        SYSTEM,
        |m| {
            m.flags.insert(Flag::Delay);
            m.apologies_rejected = true;
        },
        &[(Slot::Time, "12:00")],
    ),
    row(
        "still upset",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.agent_turns = 1;
            m.apologies = 1;
            m.flags.insert(Flag::Delay);
        },
        &[
            (Slot::Fact, "the log shows a full disk"),
            (Slot::StepIng, "making room"),
            (Slot::Time, "15:10"),
        ],
    ),
    row(
        "crossing, first",
        Channel::Chat,
        4,
        SYSTEM,
        crossing,
        &[(Slot::StepIng, "checking the error log"), (Slot::Time, "15:00")],
    ),
    row("crossing, first, no facts", Channel::Phone, 4, SYSTEM, crossing, &[]),
    row("crossing, first, mail", Channel::Email, 4, INVOICE, crossing, FULL),
    row("crossing in public", Channel::Social, 4, SYSTEM, crossing, &[]),
    row("crossing, second", Channel::Chat, 4, SYSTEM, second, &[]),
    row(
        "crossing, second, way back",
        Channel::Phone,
        4,
        SYSTEM,
        second,
        &[(Slot::Route, "the help page")],
    ),
    row("crossing, third", Channel::Chat, 4, SYSTEM, third, &[(Slot::Route, "the help page")]),
    row(
        "crossing, third, owner",
        Channel::Phone,
        4,
        SYSTEM,
        third,
        &[(Slot::AltOwner, "my manager"), (Slot::Time, "16:00 today")],
    ),
    row("crossing, third, no way back", Channel::Chat, 4, SYSTEM, third, &[]),
    row(
        "improved",
        Channel::Chat,
        0,
        SYSTEM,
        |m| {
            m.improved = true;
            m.boundaries = 1;
            m.agent_turns = 2;
        },
        &[(Slot::Step, "restart the service"), (Slot::Time, "15:20")],
    ),
    row(
        "retracted",
        Channel::Chat,
        1,
        SYSTEM,
        |m| {
            m.owes_retraction = true;
            m.agent_turns = 2;
        },
        &[(Slot::StepIng, "checking the log")],
    ),
    row(
        "missed promise",
        Channel::Email,
        2,
        ORDER,
        |m| {
            m.missed_promise = true;
            m.agent_turns = 1;
        },
        &[(Slot::Fact, "the courier has it"), (Slot::Time, "18:00 today"), (Slot::Person, "Sam")],
    ),
    row(
        "missed promise, stop apologising",
        Channel::Chat,
        2,
        ORDER,
        |m| {
            m.missed_promise = true;
            m.agent_turns = 1;
            m.apologies_rejected = true;
        },
        &[(Slot::Time, "18:00 today")],
    ),
    row(
        "takeover",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.supervisor = Supervisor::TookOver;
            m.agent_turns = 2;
        },
        &[(Slot::Person, "Kim"), (Slot::Time, "15:30")],
    ),
    row(
        "bereavement",
        Channel::Email,
        0,
        ("your mother's account", IssueKind::Cancellation),
        |m| m.flags.insert(Flag::Bereavement),
        &[
            (Slot::StepIng, "closing it for you"),
            (Slot::Time, "noon on Friday"),
            (Slot::Person, "Sam"),
            (Slot::Name, "Mr Ito"),
        ],
    ),
    row(
        "hardship",
        Channel::Chat,
        1,
        ("the late fee", IssueKind::Billing),
        |m| m.flags.insert(Flag::FinancialHardship),
        &[],
    ),
    row(
        "tic disclosed",
        Channel::Chat,
        4,
        SYSTEM,
        |m| {
            m.conduct = Conduct::Crossing;
            m.flags.insert(Flag::TicDisclosed);
        },
        &[],
    ),
    row(
        "lawyer",
        Channel::Email,
        2,
        CHARGE,
        |m| m.flags.insert(Flag::Legal),
        &[(Slot::StepIng, "checking both payments"), (Slot::Time, "16:00 today")],
    ),
    row(
        "sue, regulator, review, chargeback",
        Channel::Email,
        2,
        CHARGE,
        |m| {
            for flag in [Flag::Legal, Flag::Regulator, Flag::Public, Flag::Chargeback] {
                m.flags.insert(flag);
            }
        },
        &[],
    ),
    row(
        "manager",
        Channel::Chat,
        2,
        ORDER,
        |m| {
            m.flags.insert(Flag::SupervisorRequest);
            m.flags.insert(Flag::HumanRequest);
        },
        &[(Slot::Time, "15:00")],
    ),
    row("leaving", Channel::Chat, 2, SYSTEM, |m| m.flags.insert(Flag::Churn), &[]),
    row(
        "data request",
        Channel::Email,
        2,
        CHARGE,
        |m| m.flags.insert(Flag::DataRequest),
        &[
            (Slot::DataRequest, "a copy of your data"),
            (Slot::PrivacyRole, "our privacy team"),
            (Slot::Date, "3 June"),
            (Slot::Time, "16:00 today"),
        ],
    ),
    row(
        "data request, no facts",
        Channel::Chat,
        1,
        CHARGE,
        |m| m.flags.insert(Flag::DataRequest),
        &[],
    ),
    row(
        "back again",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.reopened = 1;
            m.agent_turns = 3;
            m.agenda.iter_mut().for_each(|item| item.times_said = 2);
        },
        &[(Slot::StepIng, "checking what changed"), (Slot::Time, "12:30")],
    ),
    row(
        "refusal",
        Channel::Chat,
        1,
        ("the late fee", IssueKind::Billing),
        |_| (),
        &[
            (Slot::Request, "waive the fee"),
            (Slot::Alternative, "a plan in three parts"),
            (Slot::Reason, "it was paid in May"),
        ],
    ),
    row(
        "asking",
        Channel::Chat,
        2,
        CHARGE,
        |_| (),
        &[
            (Slot::Ask, "the date of the second charge"),
            (Slot::Purpose, "find the payment"),
            (Slot::Time, "15:00"),
        ],
    ),
    row(
        "choosing",
        Channel::Chat,
        2,
        ORDER,
        |m| m.agent_turns = 1,
        &[(Slot::OptionA, "a refund"), (Slot::OptionB, "a new parcel by Friday")],
    ),
    row(
        "news",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.awaits_reply = false;
            m.agent_turns = 1;
            m.service = Service::Working;
        },
        &[(Slot::Fact, "the disk was full"), (Slot::StepIng, "making room"), (Slot::Time, "15:45")],
    ),
    row(
        "no news",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.awaits_reply = false;
            m.agent_turns = 1;
            m.update_due = true;
        },
        &[(Slot::Time, "15:45")],
    ),
    row(
        "no news, no time",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.awaits_reply = false;
            m.agent_turns = 1;
            m.update_due = true;
        },
        &[],
    ),
    row(
        "resolved",
        Channel::Chat,
        0,
        SYSTEM,
        |m| {
            m.awaits_reply = false;
            m.agent_turns = 3;
            m.service = Service::Resolved;
        },
        &[(Slot::Fact, "the disk has room again"), (Slot::Outcome, "the login")],
    ),
    row(
        "follow-up",
        Channel::Email,
        0,
        SYSTEM,
        |m| {
            m.awaits_reply = false;
            m.agent_turns = 3;
            m.service = Service::FollowUp;
        },
        &[(Slot::Date, "3 May"), (Slot::Person, "Sam"), (Slot::Name, "Ms Hollis")],
    ),
    row(
        "crisis",
        Channel::Chat,
        2,
        ("the bill", IssueKind::Billing),
        crisis,
        &[(Slot::TrainedRole, "a trained colleague")],
    ),
    row(
        "crisis, imminent",
        Channel::Phone,
        4,
        ("the bill", IssueKind::Billing),
        |m| {
            crisis(m);
            m.crisis = crate::terms::Crisis::Imminent;
            m.boundary_due = true;
            m.conduct = Conduct::Crossing;
        },
        &[],
    ),
    row(
        "crisis, no directory",
        Channel::Chat,
        2,
        ("the bill", IssueKind::Billing),
        |m| {
            crisis(m);
            m.directory = None;
        },
        &[],
    ),
    row(
        "device",
        Channel::Chat,
        2,
        SYSTEM,
        |m| m.safety = Safety::ThreatHold(crate::terms::SevereKind::Device),
        &[],
    ),
    row(
        "threat",
        Channel::Email,
        5,
        SYSTEM,
        |m| m.safety = Safety::ThreatHold(crate::terms::SevereKind::Violence),
        &[],
    ),
    row(
        "public",
        Channel::Social,
        2,
        ORDER,
        |m| m.flags.insert(Flag::Delay),
        &[(Slot::Fact, "the card ends in 42"), (Slot::Name, "Ms Hollis")],
    ),
    row(
        "hazard",
        Channel::Chat,
        2,
        ("the heater", IssueKind::Fault),
        |m| m.flags.insert(Flag::SafetyHazard),
        &[(Slot::Time, "noon")],
    ),
    row(
        "security",
        Channel::Email,
        1,
        ("your account", IssueKind::Access),
        |m| m.flags.insert(Flag::FraudOrSecurity),
        &[],
    ),
    row(
        "reported abuse",
        Channel::Phone,
        2,
        ("the courier", IssueKind::Service),
        |m| m.flags.insert(Flag::ReportedAbuse),
        &[(Slot::Time, "noon")],
    ),
    row(
        "calm again",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.message_temperature = 0;
            m.agent_turns = 2;
        },
        &[(Slot::Time, "noon")],
    ),
    row(
        "calm again, nothing known",
        Channel::Chat,
        2,
        SYSTEM,
        |m| {
            m.message_temperature = 0;
            m.agent_turns = 2;
            m.agenda.clear();
        },
        &[],
    ),
    row(
        "texts",
        Channel::Messaging,
        2,
        ("your internet", IssueKind::Fault),
        |m| m.flags.insert(Flag::Delay),
        &[(Slot::Since, "Monday"), (Slot::StepIng, "testing the line"), (Slot::Time, "4 p.m.")],
    ),
];

#[test]
fn drafts_read_as_written_down() {
    let mut written = String::new();
    for case in CASES {
        let moment = moment(case);
        let draft = shown(draft(&moment, &facts(case.facts)));
        written.push_str(&format!("--- {} ({})\n{draft}\n\n", case.name, case.channel));
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/reply/golden.txt");
    if std::env::var_os("UNRUFFLED_GOLDEN").is_some() {
        std::fs::write(file, &written).unwrap();
    }
    let expected = std::fs::read_to_string(file).unwrap();
    for (ours, theirs) in written.split("--- ").zip(expected.split("--- ")) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(written.len(), expected.len());
}

fn moment(case: &Case) -> Moment<'static> {
    let mut moment = Moment::at(case.channel, case.temperature, case.about.0, case.about.1);
    (case.change)(&mut moment);
    moment
}

fn shown(draft: Draft) -> String {
    match draft {
        Draft::Reply(reply) => {
            let names: Vec<_> = reply.phrases.iter().filter_map(|id| phrase_name(*id)).collect();
            format!("{}\n= {}", reply.text, names.join(" "))
        }
        Draft::Withheld(reason) => format!("withheld: {reason}"),
    }
}
