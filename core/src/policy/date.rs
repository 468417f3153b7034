//! Days, weekdays and times of day, as a calendar needs them: integers, no zone.

use core::fmt;
use core::str::FromStr;

use crate::error::PolicyError;
use crate::terms::named;
use crate::time::{Millis, Timestamp};

named! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = 0 "monday",
        /// Tuesday.
        Tuesday = 1 "tuesday",
        /// Wednesday.
        Wednesday = 2 "wednesday",
        /// Thursday.
        Thursday = 3 "thursday",
        /// Friday.
        Friday = 4 "friday",
        /// Saturday.
        Saturday = 5 "saturday",
        /// Sunday.
        Sunday = 6 "sunday",
    }
}

impl Weekday {
    /// The weekday of a day counted from the start of 1970, which was a Thursday.
    pub(super) const fn of_day(day: u32) -> Self {
        match day % 7 {
            0 => Self::Thursday,
            1 => Self::Friday,
            2 => Self::Saturday,
            3 => Self::Sunday,
            4 => Self::Monday,
            5 => Self::Tuesday,
            _ => Self::Wednesday,
        }
    }
}

/// A day of the Gregorian calendar, 1970-01-01 to 9999-12-31. JSON: `"2026-12-25"`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
    year: u16,
    month: u8,
    day_of_month: u8,
}

const FIRST_YEAR: u16 = 1970;
const LAST_YEAR: u16 = 9999;
/// Days before the start of 1970 in a calendar that starts with the year 1.
const BEFORE: u32 = 719_162;

impl Date {
    /// Makes a date.
    ///
    /// # Errors
    ///
    /// [`PolicyError::OutOfRange`] for a day that does not exist or lies outside 1970..=9999.
    pub fn new(year: u16, month: u8, day_of_month: u8) -> Result<Self, PolicyError> {
        within("date.year", year, FIRST_YEAR, LAST_YEAR)?;
        within("date.month", month, 1, 12)?;
        within("date.day_of_month", day_of_month, 1, days_in(year, month))?;
        Ok(Self { year, month, day_of_month })
    }

    /// The year, 1970..=9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1..=12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1..=31.
    #[must_use]
    pub const fn day_of_month(self) -> u8 {
        self.day_of_month
    }

    /// The first moment of the date, UTC, in milliseconds since the start of 1970.
    #[must_use]
    pub fn midnight(self) -> Timestamp {
        Timestamp(Millis::days(self.day().into()).0)
    }

    /// The date of a moment, UTC; the last one for all later moments.
    #[must_use]
    pub fn of(at: Timestamp) -> Self {
        Self::of_day(u32::try_from(at.0 / Millis::days(1).0).unwrap_or(u32::MAX))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Self::new(number(year)?, two_digits(month)?, two_digits(day)?).ok()
    }

    /// Days since the start of 1970.
    pub(super) fn day(self) -> u32 {
        let months = (1..self.month).map(|month| u32::from(days_in(self.year, month)));
        days_before(self.year)
            .saturating_add(months.sum())
            .saturating_add(u32::from(self.day_of_month))
            .saturating_sub(1)
    }

    /// The date of a day counted from the start of 1970; the last one for all later days.
    pub(super) fn of_day(day: u32) -> Self {
        let last = Self { year: LAST_YEAR, month: 12, day_of_month: 31 };
        if day >= last.day() {
            return last;
        }
        // A year has at most 366 days, so this is at most a few years early.
        let guess = u16::try_from(day / 366).unwrap_or(0).saturating_add(FIRST_YEAR);
        let year = (guess..=LAST_YEAR).take_while(|year| days_before(*year) <= day).last();
        let year = year.unwrap_or(guess);
        let mut left = day.saturating_sub(days_before(year));
        for month in 1..=12 {
            let length = u32::from(days_in(year, month));
            if left < length {
                let day_of_month = u8::try_from(left).unwrap_or(0).saturating_add(1);
                return Self { year, month, day_of_month };
            }
            left = left.saturating_sub(length);
        }
        last
    }
}

/// Reads `2026-12-25`; the error is [`PolicyError::Unknown`].
impl FromStr for Date {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        Self::read(text).ok_or_else(|| unknown("date", text))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day_of_month)
    }
}

/// A minute of the day, 00:00 to 24:00. JSON: `"16:00"`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    pub(super) const MIDNIGHT: Self = Self { minutes: 0 };
    pub(super) const FOUR: Self = Self { minutes: 16 * 60 };
    pub(super) const END_OF_DAY: Self = Self { minutes: Self::END };
    const END: u16 = 24 * 60;

    /// Makes a time of day; 24:00 is the end of the day.
    ///
    /// # Errors
    ///
    /// [`PolicyError::OutOfRange`] for an hour over 24, a minute over 59 or a time after 24:00.
    pub fn at(hour: u8, minute: u8) -> Result<Self, PolicyError> {
        within("time_of_day.hour", hour, 0, 24)?;
        within("time_of_day.minute", minute, 0, if hour == 24 { 0 } else { 59 })?;
        Ok(Self { minutes: u16::from(hour).saturating_mul(60).saturating_add(minute.into()) })
    }

    /// The hour, 0..=24.
    #[must_use]
    pub const fn hour(self) -> u16 {
        self.minutes / 60
    }

    /// The minute, 0..=59.
    #[must_use]
    pub const fn minute(self) -> u16 {
        self.minutes % 60
    }

    fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        Self::at(two_digits(hour)?, two_digits(minute)?).ok()
    }

    /// The time of day so far into a day; seconds are cut off.
    pub(super) fn of(into_day: Millis) -> Self {
        let minutes = u16::try_from(into_day.0 / Millis::minutes(1).0).unwrap_or(Self::END);
        Self { minutes: minutes.min(Self::END) }
    }

    /// How far into the day it is.
    pub(super) fn into_day(self) -> Millis {
        Millis::minutes(self.minutes.into())
    }
}

/// Reads `16:00`; the error is [`PolicyError::Unknown`].
impl FromStr for TimeOfDay {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        Self::read(text).ok_or_else(|| unknown("time_of_day", text))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

fn unknown(field: &'static str, text: &str) -> PolicyError {
    PolicyError::Unknown { field, given: text.into() }
}

fn days_before(year: u16) -> u32 {
    let full = u32::from(year).saturating_sub(1);
    let leaps = (full / 4).saturating_sub(full / 100).saturating_add(full / 400);
    full.saturating_mul(365).saturating_add(leaps).saturating_sub(BEFORE)
}

const fn days_in(year: u16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| number(text)).flatten()
}

/// Digits alone: `parse` would take a sign as well.
fn number<T: FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn within<T>(field: &'static str, given: T, min: T, max: T) -> Result<(), PolicyError>
where
    T: Into<u64> + PartialOrd,
{
    if given >= min && given <= max {
        return Ok(());
    }
    Err(PolicyError::OutOfRange { field, given: given.into(), min: min.into(), max: max.into() })
}

#[cfg(feature = "serde")]
mod json {
    use alloc::borrow::Cow;
    use serde::de::{Deserialize, Deserializer, Error, Unexpected};
    use serde::ser::{Serialize, Serializer};

    use super::{Date, TimeOfDay};

    macro_rules! as_text {
        ($($Type:ident reads $expected:literal,)+) => {
            $(impl Serialize for $Type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            impl<'de> Deserialize<'de> for $Type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = <Cow<'de, str>>::deserialize(deserializer)?;
                    text.parse()
                        .map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &$expected))
                }
            })+
        };
    }

    as_text! {
        Date reads "a date like 2026-12-25",
        TimeOfDay reads "a time from 00:00 to 24:00",
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use core::str::FromStr;

    use super::{Date, TimeOfDay, Weekday};
    use crate::time::Timestamp;

    #[test]
    fn days_and_dates_are_each_others_inverse() {
        let table = [
            (0, "1970-01-01", Weekday::Thursday),
            (58, "1970-02-28", Weekday::Saturday),
            (59, "1970-03-01", Weekday::Sunday),
            (789, "1972-02-29", Weekday::Tuesday),
            (11_016, "2000-02-29", Weekday::Tuesday),
            (20_454, "2026-01-01", Weekday::Thursday),
            (20_812, "2026-12-25", Weekday::Friday),
            (47_540, "2100-02-28", Weekday::Sunday),
            (47_541, "2100-03-01", Weekday::Monday),
            (2_932_896, "9999-12-31", Weekday::Friday),
        ];
        for (day, text, weekday) in table {
            let date = Date::from_str(text).unwrap();
            assert_eq!((date.day(), Weekday::of_day(day)), (day, weekday), "{text}");
            assert_eq!(Date::of_day(day), date, "{text}");
            assert_eq!(date.to_string(), text);
            assert_eq!(Date::of(date.midnight()), date, "{text}");
            assert!(Date::of(Timestamp(date.midnight().0.saturating_sub(1))) <= date, "{text}");
        }
        let mut before = Date::of_day(0);
        for day in 1..60_000 {
            let date = Date::of_day(day);
            assert!(date > before && date.day() == day, "{date}");
            before = date;
        }
        assert_eq!(Date::of_day(u32::MAX), Date::of_day(2_932_896));
    }

    #[test]
    fn what_is_no_date_or_time_is_refused() {
        for text in [
            "",
            "2026",
            "2026-13-01",
            "2026-00-10",
            "2026-02-29",
            "2100-02-29",
            "1969-12-31",
            "2026-1-1",
            "+026-01-01",
            "2026-01-01-01",
            "2026-01-+1",
            "26-01-01",
            "2026-04-31",
        ] {
            assert!(Date::from_str(text).is_err(), "{text}");
        }
        for text in ["", "9", "9:00", "24:01", "12:60", "25:00", "12:00:00", "-1:00", "1２:00"] {
            assert!(TimeOfDay::from_str(text).is_err(), "{text}");
        }
        for text in ["00:00", "09:30", "23:59", "24:00"] {
            assert_eq!(TimeOfDay::from_str(text).unwrap().to_string(), text);
        }
    }
}
