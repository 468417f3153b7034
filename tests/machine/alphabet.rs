//! The events of the walk: one of each kind that the machine could tell apart.

use unruffled::{
    Act, Actor, Acts, AlertReason, Case, CloseReason, Conduct, Crisis, CustomerMessage,
    Disposition, Event, Flag, Flags, Heat, Human, IncidentNote, IssueKind, IssueTime, Milli,
    Millis, ObligationKind, Reading, Role, SentReply, SevereKind, Target, Timestamp,
};

/// An event with the name the state table shows.
pub(crate) struct Letter {
    pub(crate) name: String,
    pub(crate) event: Event,
    /// When it happens.
    pub(crate) at: Timestamp,
}

/// How long after the last event: so short that timers ring only where the walk waits for them.
pub(crate) const STEP: Millis = Millis(1);

/// Everything that may happen to a case next.
pub(crate) fn letters(case: &Case) -> Vec<Letter> {
    let at = case.at().after(STEP);
    let mut letters: Vec<Letter> = messages()
        .into_iter()
        .map(|(name, message)| (format!("message ({name})"), Event::MessageReceived(message)))
        .chain(
            replies(at)
                .into_iter()
                .map(|(name, reply)| (format!("reply_sent ({name})"), Event::ReplySent(reply))),
        )
        .chain(work(at).into_iter().map(named))
        .chain(conduct())
        .chain(safety())
        .map(|(name, event)| Letter { name, event, at })
        .collect();
    let deadline = case.deadline().map_or(at, |deadline| deadline.at.max(at));
    letters.push(Letter { name: "waited".to_string(), event: Event::Waited, at: deadline });
    letters
}

fn named(event: Event) -> (String, Event) {
    (event.name().to_string(), event)
}

pub(crate) const UPSET: Reading = Reading {
    heat: Heat::Upset,
    heat_milli: Milli::saturating(600),
    target: Target::Situation,
    ..Reading::CALM
};

pub(crate) const CROSSING: Reading = Reading {
    conduct: Conduct::Crossing,
    line_milli: Milli::saturating(950),
    target: Target::Agent,
    ..UPSET
};

pub(crate) fn messages() -> Vec<(&'static str, CustomerMessage)> {
    let calm = Reading::CALM;
    let heated = Reading { heat: Heat::Heated, heat_milli: Milli::saturating(900), ..UPSET };
    let severe = |kind| Reading { conduct: Conduct::Severe(kind), ..CROSSING };
    let flagged = |reading: Reading, flags: Flags| Reading { flags, ..reading };
    let said = |reading: Reading, issue: bool| CustomerMessage {
        reading,
        issues: if issue {
            vec![(IssueKind::Fault, IssueTime::Current, "the lift".to_string())]
        } else {
            Vec::new()
        },
        verbatim: reading.crosses_line().then(|| "you idiot".to_string()),
        written_at: None,
        questions: 0,
        only_courtesy: false,
    };
    let before_ours = Some(Timestamp(0));
    vec![
        ("calm", said(calm, false)),
        ("thanks", said(flagged(calm, [Flag::Thanks].into()), false)),
        ("upset", said(UPSET, true)),
        ("heated", said(heated, false)),
        ("rights", said(flagged(heated, Flags::RIGHTS), false)),
        ("crossing", said(CROSSING, false)),
        (
            "unsure crossing",
            said(Reading { line_milli: Milli::saturating(700), ..CROSSING }, false),
        ),
        (
            "crossing in the post",
            CustomerMessage { written_at: before_ours, ..said(CROSSING, false) },
        ),
        ("tic and crossing", said(flagged(CROSSING, [Flag::TicDisclosed].into()), false)),
        ("violence", said(severe(SevereKind::Violence), false)),
        ("extortion", said(severe(SevereKind::Extortion), false)),
        ("device", said(severe(SevereKind::Device), false)),
        ("crisis", said(Reading { crisis: Crisis::Possible, ..calm }, false)),
        ("crisis and crossing", said(Reading { crisis: Crisis::Explicit, ..CROSSING }, false)),
    ]
}

fn replies(at: Timestamp) -> Vec<(&'static str, SentReply)> {
    let reply = |acts: Acts, promise| SentReply {
        by: Actor::Human(person(Role::Agent)),
        acts,
        phrases: Vec::new(),
        wording: Vec::new(),
        questions: Vec::new(),
        apologies: 0,
        understandings: 0,
        promise,
        text: None,
    };
    let due = Some(at.after(Millis::minutes(30)));
    vec![
        ("names the problem", reply([Act::Ack].into(), None)),
        ("step", reply([Act::Step].into(), None)),
        ("problem and step", reply([Act::Ack, Act::Step].into(), None)),
        ("promise", reply([Act::Ack, Act::Step, Act::Commit].into(), due)),
        ("asks", reply([Act::Ack, Act::Ask].into(), None)),
        ("retracts", reply([Act::Retract].into(), None)),
    ]
}

fn work(at: Timestamp) -> Vec<Event> {
    vec![
        Event::AgentRead,
        Event::StepStarted,
        Event::Promised { due: at.after(Millis::minutes(30)) },
        Event::ObligationMet { kind: ObligationKind::Promise },
        Event::ObligationTransferred {
            kind: ObligationKind::DataRequest,
            to: "privacy".to_string(),
        },
        Event::ObligationMet { kind: ObligationKind::DataRequest },
        Event::ObligationMet { kind: ObligationKind::FormalComplaint },
        Event::ItemTaken { item: 1 },
        Event::ItemDisposed { item: 1, disposition: Disposition::Fixed },
        Event::ItemHanded { item: 1, to: "billing".to_string(), due: at.after(Millis::days(1)) },
        Event::HoldBegun,
        Event::Resolved,
        Event::CustomerConfirmed,
        Event::FollowUpSent,
        Event::Close(CloseReason::Inactive),
        Event::Close(CloseReason::Done),
        Event::SupervisorAsked { reason: AlertReason::AgentAsked },
        Event::SupervisorAcked,
        Event::SupervisorTookOver { by: person(Role::Supervisor) },
    ]
}

fn conduct() -> Vec<(String, Event)> {
    let wording = || "Please speak to me with respect.".to_string();
    let end = |by: Actor, route: &str| Event::ContactDiscontinued {
        by,
        wording: wording(),
        route: route.to_string(),
        issue_owner: "my manager".to_string(),
    };
    let note = IncidentNote {
        adjustments: Some("asked; none needed".to_string()),
        evidence: Some("chat log 12".to_string()),
        ..IncidentNote::default()
    };
    let judged = |crosses| Event::CrossingJudged {
        by: by(Role::Agent),
        crosses,
        reason: "read again".to_string(),
    };
    vec![
        named(Event::BoundaryDelivered { by: by(Role::Agent), wording: wording() }),
        unmanned(Event::BoundaryDelivered { by: Actor::System, wording: wording() }),
        named(Event::BoundaryReaffirmed { by: by(Role::Agent), wording: wording() }),
        unmanned(Event::BoundaryReaffirmed { by: Actor::System, wording: wording() }),
        named(Event::BoundaryRetracted { by: by(Role::Agent), reason: "misread".to_string() }),
        ("crossing_judged (crosses)".to_string(), judged(true)),
        ("crossing_judged (does not)".to_string(), judged(false)),
        named(Event::IncidentNoted { by: by(Role::Agent), note }),
        named(end(by(Role::Manager), "the help page")),
        unmanned(end(Actor::System, "the help page")),
        ("contact_discontinued (no way back)".to_string(), end(by(Role::Manager), "")),
        named(Event::Reinstated { by: by(Role::Agent) }),
    ]
}

fn safety() -> Vec<(String, Event)> {
    let cleared =
        |role| Event::ClearedByHuman { by: by(role), reason: "spoke with them".to_string() };
    let threat = |by| Event::ThreatFlagged { kind: SevereKind::Violence, by };
    vec![
        named(Event::CrisisFlagged { level: Crisis::Possible, by: Actor::System }),
        named(threat(by(Role::Agent))),
        unmanned(threat(Actor::System)),
        named(Event::HandedOver { to: person(Role::Safety) }),
        ("handed_over (agent)".to_string(), Event::HandedOver { to: person(Role::Agent) }),
        named(cleared(Role::Safety)),
        ("cleared_by_human (agent)".to_string(), cleared(Role::Agent)),
        named(Event::CaseReturned),
        named(Event::Concluded),
    ]
}

fn unmanned(event: Event) -> (String, Event) {
    (format!("{} (no person)", event.name()), event)
}

fn by(role: Role) -> Actor {
    Actor::Human(person(role))
}

pub(crate) fn person(role: Role) -> Human {
    Human { name: "Sam".to_string(), role }
}
