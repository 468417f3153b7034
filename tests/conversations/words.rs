//! Small things that the language of the conversations says in words: names, times, lengths.

use unruffled::{Actor, Human, Millis, Role, Timestamp};

pub(crate) const DAY: u64 = 24 * 60 * 60 * 1_000;

/// Monday the 12th of January 1970, nine o'clock: weekdays are those of the calendar.
pub(crate) const START: Timestamp = Timestamp(11 * DAY + 9 * 60 * 60 * 1_000);

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Finds what `name` stands for.
pub(crate) fn known<T>(found: Option<T>, what: &str, name: &str) -> Result<T, String> {
    found.ok_or_else(|| format!("no {what} is called `{name}`"))
}

/// The next `14:30` or `Tue 14:30` at or after `from`.
pub(crate) fn moment(text: &str, from: Timestamp) -> Result<Timestamp, String> {
    let (day, clock) = match text.split_once(' ') {
        Some((day, clock)) => {
            let place = DAYS.iter().position(|known| *known == day);
            (Some(known(place, "day", day)?), clock)
        }
        None => (None, text),
    };
    let (hour, minute) = clock.split_once(':').ok_or_else(|| format!("`{text}` is no time"))?;
    let number = |digits: &str| digits.parse::<u64>().map_err(|_| format!("`{text}` is no time"));
    let of_day = (number(hour)? * 60 + number(minute)?) * 60_000;
    let today = from.0 - from.0 % DAY;
    for ahead in 0..=7 {
        let begins = today + ahead * DAY;
        let is_day = day.is_none_or(|day| (begins / DAY + 3) % 7 == u64::try_from(day).unwrap());
        if is_day && begins + of_day >= from.0 {
            return Ok(Timestamp(begins + of_day));
        }
    }
    Err(format!("`{text}` never comes"))
}

/// Says whether a word looks like the beginning of a time: `14:30` or `Tue`.
pub(crate) fn starts_a_time(word: &str) -> bool {
    DAYS.contains(&word)
        || word.split_once(':').is_some_and(|(hour, minute)| {
            !hour.is_empty()
                && minute.len() == 2
                && (hour.to_string() + minute).parse::<u32>().is_ok()
        })
}

/// `90s`, `10m`, `2h` or `3d`.
pub(crate) fn length(text: &str) -> Result<Millis, String> {
    let wrong = || format!("`{text}` is no length of time");
    let count = text.get(..text.len().saturating_sub(1)).unwrap_or_default();
    let count = count.parse().map_err(|_| wrong())?;
    match text.chars().last() {
        Some('s') => Ok(Millis::seconds(count)),
        Some('m') => Ok(Millis::minutes(count)),
        Some('h') => Ok(Millis::hours(count)),
        Some('d') => Ok(Millis::days(count)),
        _ => Err(wrong()),
    }
}

/// `agent`, `supervisor`, `manager`, `safety` or `machine`.
pub(crate) fn actor(name: &str) -> Result<Actor, String> {
    if name == "machine" {
        return Ok(Actor::System);
    }
    Ok(Actor::Human(person(known(Role::from_name(name), "role", name)?)))
}

pub(crate) fn person(role: Role) -> Human {
    let name = match role {
        Role::Agent => "Sam",
        Role::Supervisor => "Ina",
        Role::Manager => "Dana",
        Role::Safety => "Dr Osei",
    };
    Human { name: name.to_string(), role }
}

/// What stands in brackets after the first word, and the words around them: `a (b, c) d`.
pub(crate) fn bracketed(text: &str) -> Option<(&str, Vec<&str>)> {
    let (before, rest) = text.split_once(" (")?;
    let inside = rest.strip_suffix(')')?;
    Some((before, inside.split(',').map(str::trim).collect()))
}
