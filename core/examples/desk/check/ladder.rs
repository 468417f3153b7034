//! The conduct ladder of a policy in words: what happens at each crossing.

use unruffled::{
    AlertAt, AlertDelivery, AutoSend, CarryOver, Channel, Policy, Role, SevereKind,
    UndirectedProfanity,
};

use super::clocks::plain;
use crate::words::listed;

/// When something happens, and what.
pub(crate) type Rung = (String, String);

/// The first boundary that states the ending; nothing if none does.
pub(crate) fn announced(policy: &Policy) -> Option<u8> {
    // A later boundary than the first announces an ending only once it is allowed.
    let first = match policy.consequence_from() {
        1 => 1,
        later => later.max(policy.min_warnings()),
    };
    (first <= policy.max_boundaries()).then_some(first)
}

/// Every crossing in turn, and what stands beside the ladder.
pub(crate) fn rungs(policy: &Policy) -> Vec<Rung> {
    let max = policy.max_boundaries();
    let mut rungs = Vec::new();
    for n in 1..=max {
        rungs.push((format!("crossing {n}"), boundary(policy, n)));
    }
    let last = max.saturating_add(1);
    rungs.push((format!("crossing {last}"), ending(policy)));
    let turns = Channel::ALL.iter().map(|channel| policy.timers(*channel).cooldown_turns);
    let least = turns.clone().min().unwrap_or(0);
    let most = turns.max().unwrap_or(0);
    let turns = if least == most { format!("{least}") } else { format!("{least} to {most}") };
    rungs.push((
        "respect".into(),
        format!(
            "After {turns} respectful messages, by channel, the boundary is lifted and not mentioned again. A crossing after that gets the next boundary; after the last one a single reminder before any ending."
        ),
    ));
    rungs.push(("severe".into(), severe(policy)));
    rungs.push((
        "crisis".into(),
        format!(
            "Nothing is ended, restricted or closed while somebody may be at risk. Lifted by {} with a reason.",
            role_or_above(policy.crisis_clear_role())
        ),
    ));
    rungs.push(("heat alone".into(), heat(policy)));
    rungs.push(("swearing at things".into(), swearing(policy)));
    rungs.push(("next contact".into(), afterwards(policy)));
    rungs.push(("restriction".into(), restriction(policy)));
    if let Some(minutes) = policy.time_limited_calls() {
        rungs.push((
            "long calls".into(),
            format!("Announced at the start, a call may end after {minutes} minutes; never for someone at risk or with needs that take longer."),
        ));
    }
    rungs.push(("sending".into(), String::from(match policy.auto_send() {
        AutoSend::Never => "A person sends every message.",
        AutoSend::CalmOnly => "A reply to a calm message may go out by itself where no danger, need or right is at stake; a person sends everything else.",
    })));
    rungs
}

fn boundary(policy: &Policy, n: u8) -> String {
    let states = announced(policy).is_some_and(|first| n >= first);
    let mut words = if states {
        format!("Boundary {n}, firm: the behaviour, the consequence and the choice.")
    } else if n == 1 {
        format!("Boundary {n}, soft: a request and help, no consequence.")
    } else {
        format!("Boundary {n}: a clear request and help, no consequence yet.")
    };
    words.push_str(" A person sends it");
    if policy.record_before_boundary().is_empty() {
        words.push('.');
    } else {
        let names: Vec<String> = policy.record_before_boundary().iter().map(plain_name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        words.push_str(&format!(", once the record holds the {}.", listed(&names)));
    }
    let earlier = n > policy.min_warnings();
    if earlier {
        words.push_str(" A person may end the contact instead.");
    }
    let hears = match policy.alert_at() {
        AlertAt::Boundary(from) => n >= from,
        AlertAt::NextCrossing => n > 1,
        AlertAt::Never => false,
    };
    if hears {
        words.push_str(match policy.alert_delivery() {
            AlertDelivery::Automatic => " A supervisor is told.",
            AlertDelivery::AskAgent => " The agent is asked whether a supervisor is told.",
        });
    }
    words
}

fn ending(policy: &Policy) -> String {
    let mut by_role: Vec<(Role, Vec<&str>)> = Vec::new();
    for channel in Channel::ALL {
        let role = policy.ending_role(*channel);
        match by_role.iter_mut().find(|(known, _)| *known == role) {
            Some((_, channels)) => channels.push(channel.name()),
            None => by_role.push((role, vec![channel.name()])),
        }
    }
    by_role.sort_by_key(|(role, _)| *role);
    let who: Vec<String> = by_role
        .iter()
        .map(|(role, channels)| format!("{} on {}", role_or_above(*role), listed(channels)))
        .collect();
    let names: Vec<String> = policy.record_before_ending().iter().map(plain_name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = match policy.alert_at() {
        AlertAt::Boundary(_) | AlertAt::Never => "",
        AlertAt::NextCrossing => " A supervisor is told.",
    };
    format!(
        "A person may end the contact: {}. The record must hold the {}; the customer hears what ended, why, what becomes of the issue and how to return.{told}",
        who.join("; "),
        listed(&names),
    )
}

fn severe(policy: &Policy) -> String {
    let (at_once, warned): (Vec<SevereKind>, Vec<SevereKind>) = SevereKind::ALL
        .iter()
        .copied()
        .filter(|kind| *kind != SevereKind::Device)
        .partition(|kind| policy.is_immediate(*kind));
    let names = |kinds: &[SevereKind]| {
        let names: Vec<&str> = kinds.iter().map(|kind| kind_words(*kind)).collect();
        listed(&names)
    };
    let mut words = String::from("A supervisor is told at once.");
    if !at_once.is_empty() {
        words.push_str(&format!(
            " A person may end the contact without a warning for {}.",
            names(&at_once)
        ));
    }
    if !warned.is_empty() {
        words.push_str(&format!(" Not for {}.", names(&warned)));
    }
    words.push_str(&format!(
        " A device threat never ends it: keep them talking. Lifted by {}.",
        role_or_above(policy.threat_clear_role())
    ));
    words
}

fn kind_words(kind: SevereKind) -> &'static str {
    match kind {
        SevereKind::Violence => "a threat of violence",
        SevereKind::Hate => "hate",
        SevereKind::Sexual => "sexual harassment",
        SevereKind::Stalking => "stalking",
        SevereKind::Extortion => "extortion",
        SevereKind::Device => "a device threat",
    }
}

fn heat(policy: &Policy) -> String {
    match policy.offer_supervisor_after() {
        Some(1) => "A supervisor is offered after 1 heated message; never a boundary.".into(),
        Some(turns) => {
            format!(
                "A supervisor is offered after {turns} heated messages in a row; never a boundary."
            )
        }
        None => "Never a boundary, and no supervisor is offered.".into(),
    }
}

fn swearing(policy: &Policy) -> String {
    match policy.undirected_profanity() {
        UndirectedProfanity::Ignore => "Ignored.".into(),
        UndirectedProfanity::SoftAskAfter(turns) => {
            format!(
                "A soft ask after {turns} messages in a row; it is no warning and counts for nothing."
            )
        }
    }
}

fn afterwards(policy: &Policy) -> String {
    match policy.warnings_carry_over() {
        CarryOver::Never => "Starts clear.".into(),
        CarryOver::Days(days) => format!(
            "Starts clear, unless a person decides, on record, that warnings of the last {} still count.",
            plain(unruffled::Millis::days(days.into()))
        ),
    }
}

fn restriction(policy: &Policy) -> String {
    let rules = policy.restriction();
    let open: Vec<&str> = rules.open_channels.iter().map(Channel::name).collect();
    let Some(appeal) = &rules.appeal_route else {
        return "None can be imposed: `restriction.appeal_route` says no way to appeal.".into();
    };
    format!(
        "Up to {} by {}, looked at again after {}; open throughout: {}. Appeal: {appeal}",
        months(rules.max_months),
        role_or_above(rules.role),
        months(rules.review_months),
        listed(&open),
    )
}

fn months(count: u8) -> String {
    format!("{count} month{}", if count == 1 { "" } else { "s" })
}

fn role_or_above(role: Role) -> String {
    match role {
        Role::Agent => "the agent".into(),
        Role::Supervisor => "a supervisor or above".into(),
        Role::Manager => "a manager or above".into(),
        Role::Safety => "the safety role".into(),
    }
}

fn plain_name(field: unruffled::RecordField) -> String {
    field.name().replace('_', " ")
}
