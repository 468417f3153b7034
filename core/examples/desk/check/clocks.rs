//! A channel's clocks in words.

use unruffled::{Channel, Limits, Millis, Policy, Timer, Timers};

/// What a channel's timers ask of people, one line each: what, and how long.
pub(crate) fn of_channel(policy: &Policy, channel: Channel) -> Vec<(&'static str, String)> {
    let timers = policy.timers(channel);
    let length = |timer| timers.length(timer).map(|_| span(policy, channel, timer));
    let mut lines = Vec::new();
    let calm = length(Timer::FirstReplyCalm).unwrap_or_default();
    let upset = length(Timer::FirstReplyUpset).unwrap_or_default();
    lines.push(("first answer", by_temper(&calm, &upset)));
    if let Some(listening) = listening(policy, channel, timers) {
        lines.push(("listening", listening));
    }
    if let Some(silence) = length(Timer::Silence) {
        let warned = length(Timer::SilenceWarning).map(|at| format!(", the agent is told at {at}"));
        lines
            .push(("silence", format!("say something by {silence}{}", warned.unwrap_or_default())));
    }
    if let Some(hold) = length(Timer::Hold) {
        let most = length(Timer::LongestHold).map(|most| format!(", {most} at the most"));
        lines.push(("hold", format!("back by {hold}{}", most.unwrap_or_default())));
    }
    let calm = length(Timer::UpdateCalm).unwrap_or_default();
    let upset = length(Timer::UpdateUpset).unwrap_or_default();
    let mut update = by_temper(&calm, &upset);
    let counts = timers.in_business_time.contains(Timer::UpdateCalm)
        || timers.in_business_time.contains(Timer::UpdateUpset);
    if policy.calendar().is_some() && counts && timers.update_by.hour() < 24 {
        update = format!("{update}; out by {}", timers.update_by);
    }
    lines.push(("next update", update));
    if let Some(major) = length(Timer::MajorIncident) {
        lines.push(("major incident", format!("an update every {major}")));
    }
    let nudge = length(Timer::Nudge).unwrap_or_default();
    let second = length(Timer::SecondNudge).unwrap_or_default();
    lines.push(("reminder", format!("after {nudge}, once more {second} later")));
    let confirm = length(Timer::Confirm).unwrap_or_default();
    lines.push(("after a fix", format!("{confirm} for the customer to say that it does not hold")));
    let follow_up = length(Timer::FollowUp).unwrap_or_default();
    lines.push(("follow-up", format!("after {follow_up}, where one is due")));
    let ack = length(Timer::SupervisorAck).unwrap_or_default();
    lines.push(("supervisor", format!("{ack} to acknowledge, then the next in the chain")));
    let turns = timers.cooldown_turns;
    let messages = if turns == 1 { "message" } else { "messages" };
    let time = length(Timer::Cooldown).map(|time| format!(", or {time} without a crossing"));
    lines.push(("cooldown", format!("{turns} respectful {messages}{}", time.unwrap_or_default())));
    lines
}

/// The clocks that are the same everywhere.
pub(crate) fn of_all(limits: &Limits) -> Vec<(&'static str, String)> {
    vec![
        ("danger", format!("a supervisor within {}", plain(limits.severe_ack))),
        (
            "promises",
            format!(
                "the agent is told {} before one falls due, or a fifth of its time if that is more",
                plain(limits.promise_notice)
            ),
        ),
        ("reopening", format!("for {} after closing", plain(limits.reopen_window))),
        ("data request", format!("{} at the most", plain(limits.data_request))),
        ("formal complaint", format!("{} at the most", plain(limits.formal_complaint))),
        ("safety hazard", format!("a person within {}", plain(limits.safety_hazard))),
        ("reported abuse", format!("a person within {}", plain(limits.reported_abuse))),
    ]
}

fn by_temper(calm: &str, upset: &str) -> String {
    if calm == upset {
        format!("within {calm}")
    } else {
        format!("within {calm}, {upset} when upset")
    }
}

fn listening(policy: &Policy, channel: Channel, timers: &Timers) -> Option<String> {
    let time = timers.listening.map(|_| span(policy, channel, Timer::Listening));
    let messages = timers.listening_messages.map(|count| match count {
        1 => "1 message".to_string(),
        more => format!("{more} messages"),
    });
    let both: Vec<String> = [messages, time].into_iter().flatten().collect();
    (!both.is_empty()).then(|| format!("{}, then sum up (when upset)", both.join(" or ")))
}

/// A timer's length, in working time where it counts so.
fn span(policy: &Policy, channel: Channel, timer: Timer) -> String {
    let timers = policy.timers(channel);
    let Some(length) = timers.length(timer) else { return "none".into() };
    let working = policy.calendar().is_some() && timers.in_business_time.contains(timer);
    spelt(length, if working { "working " } else { "" })
}

/// A length in its largest whole unit.
pub(crate) fn plain(length: Millis) -> String {
    spelt(length, "")
}

fn spelt(Millis(millis): Millis, kind: &str) -> String {
    let units = [
        (Millis::days(1).0, "day"),
        (Millis::hours(1).0, "hour"),
        (60_000, "minute"),
        (1_000, "second"),
    ];
    let found = units.iter().find(|(unit, _)| millis >= *unit && millis % *unit == 0);
    let (count, unit) = match found {
        Some((unit, name)) => (millis.checked_div(*unit).unwrap_or(0), *name),
        None => (millis, "millisecond"),
    };
    // Days and hours can be working ones; people count minutes as they are.
    let kind = if matches!(unit, "day" | "hour") { kind } else { "" };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {kind}{unit}{plural}")
}
