//! A good policy explained: as a page for people, or as one JSON object.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use serde_json::Value;
use unruffled::{AlertAt, Channel, CrisisDirectory, Date, Millis, Policy, Timestamp};

use super::clocks;
use super::ladder::{self, Rung};
use super::problems::Good;
use super::source::escaped;
use crate::page::{Line, Page, indented};

const PLAIN: Style = Style::new();
const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const WARNING: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// What a policy does, in the order of the page.
#[derive(Serialize)]
pub(crate) struct Explained {
    /// What somebody should look at, though the policy holds.
    warnings: Vec<Warning>,
    /// The knobs that are not as in `default`.
    differences: Vec<Difference>,
    ladder: Vec<Rung>,
    clocks: BTreeMap<&'static str, Vec<(&'static str, String)>>,
    /// Every knob with its value, as a policy file that gives the same policy.
    policy: Value,
}

#[derive(Serialize)]
struct Warning {
    path: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Difference {
    path: String,
    value: Value,
    /// What `default` has; nothing for what it lacks.
    default: Option<Value>,
    /// Whether the file itself says so, or its preset.
    by: &'static str,
}

impl Explained {
    pub(crate) fn of(good: &Good, now: Timestamp) -> Self {
        let policy = &good.policy;
        let mut clocks = BTreeMap::new();
        for channel in Channel::ALL {
            clocks.insert(channel.name(), clocks::of_channel(policy, *channel));
        }
        clocks.insert("every channel", clocks::of_all(policy.limits()));
        let written = written(policy);
        Self {
            warnings: warnings(policy, now),
            differences: differences(&written, good),
            ladder: ladder::rungs(policy),
            clocks,
            policy: written,
        }
    }

    /// The page for people.
    pub(crate) fn lines(&self, page: &Page) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut section = |title: &str, body: Vec<Line>| {
            lines.push(page.line(PLAIN, ""));
            lines.push(page.line(BOLD, title));
            lines.extend(body);
        };
        let width = page.width();
        if !self.warnings.is_empty() {
            let body = self.warnings.iter().flat_map(|Warning { path, message }| {
                indented(
                    page.wrapped(WARNING, &format!("{path}: {message}"), width.saturating_sub(2)),
                    "  ",
                )
            });
            section("To look at", body.collect());
        }
        let differs = if self.differences.is_empty() {
            vec![page.line(DIM, "  nothing")]
        } else {
            let words: Vec<String> = self.differences.iter().map(Difference::words).collect();
            let paths = self.differences.iter().map(|difference| difference.path.as_str());
            rows(page, paths.zip(words.iter().map(String::as_str)))
        };
        section("Differs from `default`", differs);
        section(
            "The ladder",
            rows(page, self.ladder.iter().map(|(when, what)| (when.as_str(), what.as_str()))),
        );
        let channels = Channel::ALL.iter().map(|channel| channel.name()).chain(["every channel"]);
        for name in channels {
            let clocks = self.clocks.get(name).map(Vec::as_slice).unwrap_or_default();
            section(
                &format!("Clocks: {name}"),
                rows(page, clocks.iter().map(|(what, long)| (*what, long.as_str()))),
            );
        }
        let mut values = Vec::new();
        leaves("", &self.policy, &mut |place, value| {
            if !place.starts_with("/timers/") && !place.starts_with("/limits/") {
                let words = shown(&place, value);
                values.push((place, words));
            }
        });
        section(
            "Every other knob",
            rows(page, values.iter().map(|(place, value)| (place.as_str(), value.as_str()))),
        );
        lines
    }
}

impl Difference {
    fn words(&self) -> String {
        let default = self.default.as_ref();
        let default = default.map_or("nothing".into(), |value| shown(&self.path, value));
        let by = if self.by == "preset" { "; from the preset" } else { "" };
        format!("{} (default: {default}{by})", shown(&self.path, &self.value))
    }
}

/// A name in one column, its words wrapped in the other.
fn rows<'a>(page: &Page, rows: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<Line> {
    const WIDEST: usize = 36;
    let names = rows.clone().map(|(name, _)| name.chars().count()).max().unwrap_or(0).min(WIDEST);
    let left = names.saturating_add(4);
    let mut lines = Vec::new();
    for (name, words) in rows {
        let gap = left.saturating_sub(name.chars().count().saturating_add(2)).max(1);
        let first = format!("  {}{}", page.paint(DIM, name), " ".repeat(gap));
        let body = page.wrapped(PLAIN, words, page.width().saturating_sub(left));
        for (index, line) in body.into_iter().enumerate() {
            let before = if index == 0 { first.clone() } else { " ".repeat(left) };
            lines.push(Line {
                text: format!("{before}{}", line.text),
                width: line.width.saturating_add(left),
            });
        }
    }
    lines
}

fn warnings(policy: &Policy, now: Timestamp) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut warn = |path, message: String| found.push(Warning { path, message });
    match policy.crisis_directory() {
        None => warn(
            "/crisis_directory",
            "there is none: no crisis draft can be written. It is required before going live."
                .into(),
        ),
        Some(directory) if directory.is_stale(now) => warn(
            "/crisis_directory/verified_on",
            format!(
                "last checked on {}, over {} ago. Call the numbers, then set the date.",
                Date::of(directory.verified_on),
                clocks::plain(CrisisDirectory::HOLDS),
            ),
        ),
        Some(directory) if directory.verified_on > now => warn(
            "/crisis_directory/verified_on",
            format!("{} is still to come", Date::of(directory.verified_on)),
        ),
        Some(_) => {}
    }
    if policy.calendar().is_none() {
        warn("/calendar", "there is none: a working day counts as 24 hours, weekends too.".into());
    } else if policy
        .calendar()
        .is_some_and(|calendar| calendar.holidays().last().is_none_or(|day| *day < Date::of(now)))
    {
        warn("/calendar/holidays", "no holiday is left from today on.".into());
    }
    if policy.restriction().appeal_route.is_none() {
        warn(
            "/restriction/appeal_route",
            "there is none: nothing can be restricted without a way to appeal.".into(),
        );
    }
    if ladder::announced(policy).is_none() {
        warn("/consequence_from", "no boundary announces the ending that may follow it.".into());
    }
    if policy.alert_at() == AlertAt::Never {
        warn("/alert_at", "no supervisor hears of boundaries.".into());
    }
    found
}

fn written(policy: &Policy) -> Value {
    // A policy is plain data: it always has a JSON form.
    serde_json::to_value(policy).unwrap_or_default()
}

fn written_leaves(policy: &Policy) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    leaves("", &written(policy), &mut |place, value| {
        found.insert(place, value.clone());
    });
    found
}

fn differences(policy: &Value, good: &Good) -> Vec<Difference> {
    let standard = written_leaves(Policy::standard());
    let mut found = Vec::new();
    leaves("", policy, &mut |path, value| {
        // A knob with a number of its own is a word where it is off.
        let around = path.rsplit_once('/').and_then(|(around, _)| standard.get(around));
        let default = standard.get(&path).or(around);
        if default != Some(value) {
            let own = good.places.contains(&path)
                || path == "/style/contractions"
                    && good.places.iter().any(|it| it == "/contractions");
            let by = if own { "file" } else { "preset" };
            found.push(Difference { path, value: value.clone(), default: default.cloned(), by });
        }
    });
    found
}

/// A value for people: lists without brackets, lengths of time in words beside the number.
fn shown(place: &str, value: &Value) -> String {
    match value {
        Value::Array(items) if items.is_empty() => "none".into(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shown("", item)).collect();
            items.join(", ")
        }
        Value::String(text) if text.is_empty() => "none".into(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_u64() {
            Some(millis) if is_length(place) && millis == 0 => "none".into(),
            Some(millis) if is_length(place) => {
                format!("{millis}, {}", clocks::plain(Millis(millis)))
            }
            Some(moment) if place.ends_with("/verified_on") => {
                format!("{moment}, {}", Date::of(Timestamp(moment)))
            }
            Some(_) | None => number.to_string(),
        },
        Value::Null | Value::Bool(_) | Value::Object(_) => value.to_string(),
    }
}

fn is_length(place: &str) -> bool {
    let timer = place.starts_with("/timers/") || place.starts_with("/limits/");
    timer && !place.ends_with("/cooldown_turns") && !place.ends_with("/listening_messages")
}

/// Every value that holds no others by name.
fn leaves(place: &str, value: &Value, found: &mut impl FnMut(String, &Value)) {
    match value.as_object().filter(|members| !members.is_empty()) {
        Some(members) => {
            for (key, value) in members {
                leaves(&format!("{place}/{}", escaped(key)), value, found);
            }
        }
        None => found(place.to_owned(), value),
    }
}
