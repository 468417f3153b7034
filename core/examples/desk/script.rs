//! The conversation that is played: who said and did what, and when.

use std::collections::BTreeMap;

use serde::Deserialize;
use unruffled::{Channel, Millis, Timestamp};

use crate::trouble::Trouble;

/// A conversation to play.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Script {
    /// What it is about, for the title.
    pub(crate) title: String,
    /// The contact's id.
    pub(crate) contact: String,
    /// Where it takes place.
    pub(crate) channel: Channel,
    /// The agent's work name.
    pub(crate) agent: String,
    /// What happens, in order.
    pub(crate) moments: Vec<Moment>,
}

/// One thing that happens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Moment {
    /// When: a weekday and a time, the next one after the moment before.
    pub(crate) at: String,
    /// What.
    #[serde(rename = "do")]
    pub(crate) what: What,
}

/// What happens at a moment.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum What {
    /// The customer writes.
    Customer {
        /// Their words.
        text: String,
        /// What the host knows by then, by slot.
        #[serde(default)]
        facts: BTreeMap<String, String>,
        /// A reply that should not be sent, to be reviewed beside a good one.
        bad_reply: Option<String>,
    },
    /// The agent sends the draft as it is.
    Send {
        /// The time it promises.
        promise: Option<String>,
    },
    /// The agent sends the draft with the boundary in it.
    Boundary {
        /// The time it promises.
        promise: Option<String>,
    },
    /// The agent writes in their own words.
    Write {
        /// The words.
        text: String,
        /// The time they promise.
        promise: Option<String>,
    },
    /// Everything the customer raised is fixed.
    Fixed {
        /// How, for the reader.
        how: String,
    },
    /// Time passes until something is due.
    Wait {
        /// What the host knows by then, by slot.
        #[serde(default)]
        facts: BTreeMap<String, String>,
    },
    /// The customer's last message confirmed the fix.
    Confirmed,
    /// The follow-up is done and all is well.
    FollowedUp,
}

impl Script {
    /// The conversation that comes with the command.
    pub(crate) fn bundled() -> Result<Self, Trouble> {
        serde_json::from_str(include_str!("conversation.json"))
            .map_err(|error| Trouble::Wrong(format!("conversation.json: {error}")))
    }
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAY: u64 = Millis::days(1).0;
const WEEK: u64 = Millis::days(7).0;
const HOUR: u64 = Millis::hours(1).0;
const MINUTE: u64 = Millis::minutes(1).0;

/// Finds the next moment that a clock shows as `Mon 09:05`, not before `from`. The epoch of played
/// conversations is a Monday at midnight.
pub(crate) fn next_time(from: Timestamp, shown: &str) -> Result<Timestamp, Trouble> {
    let in_week =
        time_in_week(shown).ok_or_else(|| Trouble::Wrong(format!("no such time: {shown}")))?;
    let week = from.0.checked_div(WEEK).unwrap_or(0).saturating_mul(WEEK);
    let same_week = week.saturating_add(in_week);
    Ok(Timestamp(if same_week < from.0 { same_week.saturating_add(WEEK) } else { same_week }))
}

fn time_in_week(shown: &str) -> Option<u64> {
    let (day, clock) = shown.split_once(' ')?;
    let (hours, minutes) = clock.split_once(':')?;
    let day = u64::try_from(DAYS.iter().position(|name| *name == day)?).ok()?;
    let hours = hours.parse::<u64>().ok().filter(|hours| *hours < 24)?;
    let minutes = minutes.parse::<u64>().ok().filter(|minutes| *minutes < 60)?;
    Some(day * DAY + hours * HOUR + minutes * MINUTE)
}

/// Shows a moment as `Mon 09:05`.
pub(crate) fn clock(at: Timestamp) -> String {
    let part =
        |unit: u64, of: u64| at.0.checked_div(unit).unwrap_or(0).checked_rem(of).unwrap_or(0);
    let day = usize::try_from(part(DAY, 7)).ok().and_then(|day| DAYS.get(day)).copied();
    format!("{} {:02}:{:02}", day.unwrap_or_default(), part(HOUR, 24), part(MINUTE, 60))
}

/// Shows a length of time: `35 min`, `2 h 10 min`, `3 days`.
pub(crate) fn length(time: Millis) -> String {
    let minutes = time.0.div_ceil(MINUTE);
    let (days, hours) = (minutes / 1440, minutes / 60);
    match (days, hours) {
        (0, 0) => format!("{minutes} min"),
        (0, _) if minutes % 60 == 0 => format!("{hours} h"),
        (0, _) => format!("{hours} h {} min", minutes % 60),
        (1, _) => "1 day".into(),
        (days, _) => format!("{days} days"),
    }
}
