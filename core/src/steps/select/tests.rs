//! The rows of `domain.md` 5.1, one by one.

use alloc::vec::Vec;

use super::*;
use crate::steps::moment::Item;
use crate::terms::Conduct;

fn names(moment: &Moment<'_>) -> Vec<&'static str> {
    select(moment).steps.iter().map(|step| step.id.name()).collect()
}

fn upset(channel: Channel) -> Moment<'static> {
    Moment::at(channel, 2, "this system", IssueKind::Fault)
}

type Change = fn(&mut Moment<'static>);

#[test]
fn the_rows_of_the_selection() {
    let crossing: Change = |m| {
        m.set_level(4);
        m.conduct = Conduct::Crossing;
        m.boundary_due = true;
    };
    let rows: &[(&str, Channel, Change, &[&str])] = &[
        ("T2 writing", Channel::Chat, |_| (), &["self.read_twice", "ack.specific", "step.single"]),
        ("T2 phone", Channel::Phone, |_| (), &["self.pause", "listen.let_finish", "listen.notes"]),
        (
            "T2, two things",
            Channel::Email,
            |m| {
                m.agenda.push(Item { title: "the bill", kind: IssueKind::Billing, times_said: 1 });
            },
            &["agenda.list", "agenda.one", "cadence.set"],
        ),
        ("T1", Channel::Chat, |m| m.set_level(1), &["ack.specific", "history.read", "cadence.set"]),
        ("T0", Channel::Chat, |m| m.set_level(0), &[]),
        (
            "T0 about money",
            Channel::Chat,
            |m| {
                m.set_level(0);
                m.flags.insert(Flag::MoneyAtStake);
            },
            &["fact.verify"],
        ),
        ("T3", Channel::Chat, |m| m.set_level(3), &["self.pause", "ack.truth", "sup.offer"]),
        ("T4 first", Channel::Chat, crossing, &["boundary.check", "boundary.soft", "doc.verbatim"]),
        (
            "crisis",
            Channel::Chat,
            |m| {
                m.safety = Safety::CrisisHold;
                m.set_level(4);
                m.conduct = Conduct::Crossing;
                m.boundary_due = true;
            },
            &["crisis.stay", "crisis.colleague", "crisis.signpost"],
        ),
        (
            "T4 second",
            Channel::Chat,
            |m| {
                m.set_level(4);
                m.conduct = Conduct::Crossing;
                m.boundary_due = true;
                m.boundaries = 1;
                m.states_consequence = true;
            },
            &["boundary.firm", "sup.alert", "doc.verbatim"],
        ),
        (
            "T4 second, the policy asks for more",
            Channel::Chat,
            |m| {
                m.set_level(4);
                m.conduct = Conduct::Crossing;
                m.boundary_due = true;
                m.boundaries = 1;
            },
            &["boundary.soft", "sup.alert", "doc.verbatim"],
        ),
        (
            "T4 third",
            Channel::Chat,
            |m| {
                m.set_level(4);
                m.conduct = Conduct::Crossing;
                m.boundaries = 2;
                m.ending = Ending::Open;
            },
            &["stop.end", "stop.own_issue", "doc.verbatim"],
        ),
        (
            "threat",
            Channel::Email,
            |m| m.safety = Safety::ThreatHold(SevereKind::Violence),
            &["safety.now", "safety.preserve", "doc.verbatim"],
        ),
        (
            "device",
            Channel::Chat,
            |m| m.safety = Safety::ThreatHold(SevereKind::Device),
            &["safety.device", "safety.now", "doc.verbatim"],
        ),
        (
            "need",
            Channel::Email,
            |m| m.flags.insert(Flag::Bereavement),
            &["vuln.texas", "ack.specific", "step.single"],
        ),
        (
            "regulator",
            Channel::Email,
            |m| m.flags.insert(Flag::Regulator),
            &["rights.support", "ack.specific", "step.single"],
        ),
        (
            "calm data request",
            Channel::Email,
            |m| {
                m.set_level(0);
                m.flags.insert(Flag::DataRequest);
            },
            &["data.log", "ack.specific", "step.single"],
        ),
        (
            "update due",
            Channel::Email,
            |m| {
                m.awaits_reply = false;
                m.update_due = true;
            },
            &["cadence.nothing_new"],
        ),
        (
            "promise at risk",
            Channel::Email,
            |m| {
                m.awaits_reply = false;
                m.promise_at_risk = true;
                m.due.promise = Some(Timestamp(9));
            },
            &["cadence.early"],
        ),
        (
            "improved",
            Channel::Chat,
            |m| {
                m.set_level(0);
                m.improved = true;
                m.boundaries = 1;
            },
            &["boundary.reset", "step.single"],
        ),
        (
            "resolved",
            Channel::Chat,
            |m| {
                m.awaits_reply = false;
                m.service = Service::Resolved;
            },
            &["next.issue", "close.overlooked"],
        ),
        (
            "follow-up",
            Channel::Chat,
            |m| {
                m.awaits_reply = false;
                m.service = Service::FollowUp;
            },
            &["follow.up", "close.overlooked"],
        ),
        (
            "ended",
            Channel::Chat,
            |m| {
                m.peak = 4;
                m.standing = Standing::Discontinued;
            },
            &["self.debrief", "self.break", "review.appeal"],
        ),
        (
            "closed after a crossing",
            Channel::Chat,
            |m| {
                m.peak = 4;
                m.service = Service::Closed;
            },
            &["self.debrief", "self.break", "diagnose.root"],
        ),
        (
            "tic disclosed",
            Channel::Chat,
            |m| {
                m.set_level(4);
                m.conduct = Conduct::Crossing;
                m.all_flags.insert(Flag::TicDisclosed);
            },
            &["boundary.check", "access.adjust", "step.single"],
        ),
    ];
    for (name, channel, change, expected) in rows {
        let mut moment = upset(*channel);
        change(&mut moment);
        assert_eq!(names(&moment), *expected, "{name}");
        let plan = select(&moment);
        assert!(plan.steps.iter().all(|step| !step.because.is_empty()), "{name}");
    }
}

#[test]
fn a_step_says_when_it_is_due() {
    let mut moment = upset(Channel::Email);
    moment.set_level(1);
    moment.due.update = Some(Timestamp(20));
    moment.due.promise = Some(Timestamp(10));
    let due: Vec<_> = select(&moment).steps.iter().map(|step| (step.id.name(), step.due)).collect();
    assert_eq!(due.last(), Some(&("cadence.set", Some(Timestamp(10)))));
}
