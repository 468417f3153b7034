//! When the host's people work: zone, hours of each weekday, holidays (`domain.md` 4.6: "all times
//! business-calendar and zone aware; host supplies the calendar and clock").

use alloc::vec::Vec;

use super::date::{Date, TimeOfDay, Weekday};
use crate::error::PolicyError;
use crate::time::{Millis, Timestamp};

const DAY: u64 = Millis::days(1).0;
/// No wait is looked for further ahead: over twice the longest timer at the fewest hours allowed.
const MOST_DAYS: u32 = 150_000;
/// A week must be open for an hour at least, so that every wait ends.
const LEAST_WEEK: Millis = Millis::hours(1);
/// Zones lie between 12 hours west and 14 hours east.
const WEST: i16 = -12 * 60;
const EAST: i16 = 14 * 60;

/// When the host's people work. With a calendar in the policy, timestamps must be milliseconds since
/// the start of 1970, UTC.
///
/// ```
/// use unruffled::{BusinessCalendar, Date, Millis, OpenHours, TimeOfDay, Timestamp};
///
/// let nine_to_five = OpenHours { opens: TimeOfDay::at(9, 0)?, closes: TimeOfDay::at(17, 0)? };
/// let calendar = BusinessCalendar::weekdays(0, nine_to_five)?.holiday(Date::new(1970, 1, 2)?);
/// let thursday_at_four = Timestamp(16 * 3_600_000); // the 1st of January 1970; Friday is off
/// let monday_at_ten = Timestamp((4 * 24 + 10) * 3_600_000);
/// assert_eq!(calendar.add(thursday_at_four, Millis::hours(2)), monday_at_ten);
/// # Ok::<(), unruffled::PolicyError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BusinessCalendar {
    zone_minutes: i16,
    zone_changes: Vec<ZoneChange>,
    week: [Vec<OpenHours>; 7],
    holidays: Vec<Date>,
}

/// One stretch of opening hours within a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OpenHours {
    /// The first minute that counts.
    pub opens: TimeOfDay,
    /// The first minute that does not; 24:00 for the end of the day.
    pub closes: TimeOfDay,
}

/// The zone's distance from UTC from a moment on: how a calendar follows summer time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ZoneChange {
    /// The first moment of the new distance.
    pub from: Timestamp,
    /// Minutes east of UTC, -720..=840.
    pub minutes: i16,
}

impl BusinessCalendar {
    /// The same hours from Monday to Friday, `zone_minutes` east of UTC.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn weekdays(zone_minutes: i16, hours: OpenHours) -> Result<Self, PolicyError> {
        let day = || Vec::from([hours]);
        Self::new(zone_minutes, [day(), day(), day(), day(), day(), Vec::new(), Vec::new()])
    }

    /// The hours of each day, Monday first, `zone_minutes` east of UTC (-720..=840).
    ///
    /// # Errors
    ///
    /// [`PolicyError::OutOfRange`] for a zone outside that range or a week that is open for less than
    /// an hour; [`PolicyError::Contradiction`] for hours that close before they open, or that overlap
    /// or are not in order.
    pub fn new(zone_minutes: i16, week: [Vec<OpenHours>; 7]) -> Result<Self, PolicyError> {
        zone("calendar.zone_minutes", zone_minutes)?;
        let mut open = 0_u64;
        for hours in &week {
            let mut after = TimeOfDay::MIDNIGHT;
            for stretch in hours {
                if stretch.opens < after || stretch.closes <= stretch.opens {
                    return Err(PolicyError::Contradiction {
                        first: "calendar.hours",
                        second: "calendar.hours",
                    });
                }
                after = stretch.closes;
                open = open
                    .saturating_add(stretch.closes.into_day().0)
                    .saturating_sub(stretch.opens.into_day().0);
            }
        }
        let (least, most) = (LEAST_WEEK.0, Millis::days(7).0);
        if open < least {
            let field = "calendar.hours";
            return Err(PolicyError::OutOfRange { field, given: open, min: least, max: most });
        }
        Ok(Self { zone_minutes, zone_changes: Vec::new(), week, holidays: Vec::new() })
    }

    /// Adds a day on which nobody works.
    #[must_use]
    pub fn holiday(mut self, date: Date) -> Self {
        if let Err(place) = self.holidays.binary_search(&date) {
            self.holidays.insert(place, date);
        }
        self
    }

    /// Adds a change of the zone's distance from UTC, later than those before it.
    ///
    /// # Errors
    ///
    /// [`PolicyError::OutOfRange`] for a distance outside -720..=840, and
    /// [`PolicyError::Contradiction`] for a change that is not later than the last.
    pub fn zone_change(mut self, change: ZoneChange) -> Result<Self, PolicyError> {
        zone("calendar.zone_changes", change.minutes)?;
        if self.zone_changes.last().is_some_and(|last| last.from >= change.from) {
            let field = "calendar.zone_changes";
            return Err(PolicyError::Contradiction { first: field, second: field });
        }
        self.zone_changes.push(change);
        Ok(self)
    }

    /// Minutes east of UTC before any change.
    #[must_use]
    pub const fn zone_minutes(&self) -> i16 {
        self.zone_minutes
    }

    /// The changes of that distance, earliest first.
    #[must_use]
    pub fn zone_changes(&self) -> &[ZoneChange] {
        &self.zone_changes
    }

    /// The hours of a weekday; none for a day off.
    #[must_use]
    pub fn hours(&self, day: Weekday) -> &[OpenHours] {
        self.week.get(usize::from(day.code())).map_or(&[], Vec::as_slice)
    }

    /// The holidays, earliest first.
    #[must_use]
    pub fn holidays(&self) -> &[Date] {
        &self.holidays
    }

    /// Says whether somebody works at this moment.
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.next_open(at) == at
    }

    /// The first moment from `at` on at which somebody works.
    #[must_use]
    pub fn next_open(&self, at: Timestamp) -> Timestamp {
        self.stretches(at).map(|(opens, _)| opens.max(at)).next().unwrap_or(at)
    }

    /// The date at the host's place.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Date {
        Date::of_day(self.local_day(at))
    }

    /// The time of day at the host's place, to the minute.
    #[must_use]
    pub fn time_of_day(&self, at: Timestamp) -> TimeOfDay {
        TimeOfDay::of(Millis(self.local(at) % DAY))
    }

    /// The moment at which it is `time` on the host's date of `at`.
    #[must_use]
    pub fn on_the_day_of(&self, at: Timestamp, time: TimeOfDay) -> Timestamp {
        self.moment(
            u64::from(self.local_day(at)).saturating_mul(DAY).saturating_add(time.into_day().0),
        )
    }

    /// Adds business time. Whole days of 24 hours are working days: one day after Friday at 15:00 is
    /// Monday at 15:00, or Monday's closing if that is earlier. What is left is time that is open:
    /// two hours after Friday at 16:00 are Monday at 10:00 where Friday closes at 17:00. What starts
    /// while closed starts at the next opening. A wait that no calendar holds is plain time.
    #[must_use]
    pub fn add(&self, start: Timestamp, length: Millis) -> Timestamp {
        let opened = self.next_open(start);
        let days = length.0 / DAY;
        let rest = Millis(length.0 % DAY);
        let day = if days == 0 { Some(opened) } else { self.working_days_after(opened, days) };
        day.and_then(|from| self.open_time_after(from, rest)).unwrap_or_else(|| start.after(length))
    }

    /// The same time of day `count` working days later, or the opening after it, or that day's end.
    fn working_days_after(&self, opened: Timestamp, count: u64) -> Option<Timestamp> {
        let time = self.local(opened) % DAY;
        let first = self.local_day(opened).saturating_add(1);
        let last = first.saturating_add(MOST_DAYS);
        let skip = usize::try_from(count.saturating_sub(1)).ok()?;
        let day = (first..last).filter(|day| !self.hours_on(*day).is_empty()).nth(skip)?;
        let hours = self.hours_on(day);
        let stretch = hours.iter().find(|stretch| stretch.closes.into_day().0 > time);
        let time = match stretch {
            Some(stretch) => stretch.opens.into_day().0.max(time),
            None => hours.last()?.closes.into_day().0,
        };
        Some(self.moment(u64::from(day).saturating_mul(DAY).saturating_add(time)))
    }

    fn open_time_after(&self, from: Timestamp, length: Millis) -> Option<Timestamp> {
        let mut left = length;
        if left.0 == 0 {
            return Some(from);
        }
        for (opens, closes) in self.stretches(from) {
            let start = opens.max(from);
            let open = closes.since(start);
            if left <= open {
                return Some(start.after(left));
            }
            left = Millis(left.0.saturating_sub(open.0));
        }
        None
    }

    /// Every open stretch that ends after `from`, in order.
    fn stretches(&self, from: Timestamp) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        let first = self.local_day(from);
        (first..first.saturating_add(MOST_DAYS))
            .flat_map(move |day| {
                let midnight = u64::from(day).saturating_mul(DAY);
                self.hours_on(day).iter().map(move |stretch| {
                    let local = |time: TimeOfDay| midnight.saturating_add(time.into_day().0);
                    (self.moment(local(stretch.opens)), self.moment(local(stretch.closes)))
                })
            })
            .filter(move |(_, closes)| *closes > from)
    }

    fn hours_on(&self, day: u32) -> &[OpenHours] {
        let holiday = self.holidays.binary_search_by_key(&day, |date| date.day()).is_ok();
        if holiday { &[] } else { self.hours(Weekday::of_day(day)) }
    }

    /// Milliseconds of the host's own clock and calendar.
    fn local(&self, at: Timestamp) -> u64 {
        let change = self.zone_changes.iter().rev().find(|change| change.from <= at);
        shifted(at.0, change.map_or(self.zone_minutes, |change| change.minutes))
    }

    fn local_day(&self, at: Timestamp) -> u32 {
        u32::try_from(self.local(at) / DAY).unwrap_or(u32::MAX)
    }

    /// The first moment at which the host's clock has come as far as `local`: well defined even
    /// where summer time skips or repeats an hour.
    fn moment(&self, local: u64) -> Timestamp {
        let mut minutes = self.zone_minutes;
        let mut since = Timestamp(0);
        for change in &self.zone_changes {
            let found = Timestamp(shifted(local, minutes.saturating_neg())).max(since);
            if found < change.from {
                return found;
            }
            minutes = change.minutes;
            since = change.from;
        }
        Timestamp(shifted(local, minutes.saturating_neg())).max(since)
    }
}

fn shifted(millis: u64, minutes: i16) -> u64 {
    let length = Millis::minutes(minutes.unsigned_abs().into()).0;
    if minutes < 0 { millis.saturating_sub(length) } else { millis.saturating_add(length) }
}

fn zone(field: &'static str, minutes: i16) -> Result<(), PolicyError> {
    if (WEST..=EAST).contains(&minutes) {
        return Ok(());
    }
    // Both directions in one number: how far from UTC.
    let max = if minutes < 0 { WEST } else { EAST }.unsigned_abs();
    let given = minutes.unsigned_abs();
    Err(PolicyError::OutOfRange { field, given: given.into(), min: 0, max: max.into() })
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec;

    use super::{BusinessCalendar, OpenHours, ZoneChange};
    use crate::policy::date::{Date, TimeOfDay, Weekday};
    use crate::time::{Millis, Timestamp};

    fn hours(text: &str) -> OpenHours {
        let (opens, closes) = text.split_once('-').unwrap();
        OpenHours {
            opens: opens.parse::<TimeOfDay>().unwrap(),
            closes: closes.parse::<TimeOfDay>().unwrap(),
        }
    }

    /// A moment as `2026-12-24 16:30`, UTC.
    fn utc(text: &str) -> Timestamp {
        let (date, time) = text.split_once(' ').unwrap();
        let day = date.parse::<Date>().unwrap().day();
        let time = time.parse::<TimeOfDay>().unwrap();
        Timestamp(Millis::days(day.into()).0 + time.into_day().0)
    }

    fn written(at: Timestamp) -> String {
        let day = at.0 / super::DAY;
        let time = TimeOfDay::of(Millis(at.0 % super::DAY));
        format!("{} {time}", Date::of_day(day.try_into().unwrap()))
    }

    /// Monday to Thursday with a lunch break, a short Friday; Christmas and Boxing Day off.
    fn office(zone_minutes: i16) -> BusinessCalendar {
        let long = || vec![hours("09:00-12:00"), hours("13:00-17:00")];
        let friday = vec![hours("09:00-13:00")];
        let week = [long(), long(), long(), long(), friday, vec![], vec![]];
        let calendar = BusinessCalendar::new(zone_minutes, week).unwrap();
        calendar
            .holiday("2026-12-25".parse::<Date>().unwrap())
            .holiday("2026-12-28".parse::<Date>().unwrap())
            .holiday("2026-12-25".parse::<Date>().unwrap())
    }

    #[test]
    fn business_time_skips_nights_lunches_weekends_and_holidays() {
        let minutes = Millis::minutes;
        let table = [
            // (from, length, until): the 2nd of November 2026 is a Monday.
            ("2026-11-02 09:00", minutes(0), "2026-11-02 09:00"),
            ("2026-11-02 09:00", minutes(60), "2026-11-02 10:00"),
            ("2026-11-02 11:30", minutes(30), "2026-11-02 12:00"),
            ("2026-11-02 11:30", minutes(31), "2026-11-02 13:01"),
            ("2026-11-02 12:00", minutes(1), "2026-11-02 13:01"),
            ("2026-11-02 12:30", minutes(0), "2026-11-02 13:00"),
            ("2026-11-02 16:59", minutes(1), "2026-11-02 17:00"),
            ("2026-11-02 17:00", minutes(0), "2026-11-03 09:00"),
            ("2026-11-02 16:00", minutes(240), "2026-11-03 12:00"),
            ("2026-11-02 03:00", minutes(5), "2026-11-02 09:05"),
            // The weekend.
            ("2026-11-06 12:00", minutes(120), "2026-11-09 10:00"),
            ("2026-11-07 12:00", minutes(30), "2026-11-09 09:30"),
            ("2026-11-08 23:59", minutes(30), "2026-11-09 09:30"),
            // Whole days are working days, at the same time of day where that is open.
            ("2026-11-02 10:00", Millis::days(1), "2026-11-03 10:00"),
            ("2026-11-02 10:00", Millis::days(3), "2026-11-05 10:00"),
            ("2026-11-05 10:00", Millis::days(1), "2026-11-06 10:00"),
            ("2026-11-05 16:00", Millis::days(1), "2026-11-06 13:00"),
            ("2026-11-06 10:00", Millis::days(1), "2026-11-09 10:00"),
            ("2026-11-06 12:30", Millis::days(1), "2026-11-09 13:00"),
            ("2026-11-07 10:00", Millis::days(1), "2026-11-10 09:00"),
            ("2026-11-02 16:00", Millis::hours(26), "2026-11-04 10:00"),
            // Thursday before Christmas: Friday and Monday are holidays.
            ("2026-12-24 16:30", minutes(60), "2026-12-29 09:30"),
            ("2026-12-24 10:00", Millis::days(1), "2026-12-29 10:00"),
            ("2026-12-25 10:00", Millis::days(1), "2026-12-30 09:00"),
            ("2026-12-31 10:00", Millis::days(2), "2027-01-04 10:00"),
        ];
        let office = office(0);
        for (from, length, until) in table {
            assert_eq!(written(office.add(utc(from), length)), until, "{from} + {} ms", length.0);
        }
    }

    #[test]
    fn the_zone_decides_which_day_and_hour_it_is() {
        // Monday starts while it is still Sunday in London.
        let sydney = office(600);
        let from = utc("2026-11-01 22:30");
        assert_eq!(written(sydney.add(from, Millis::hours(2))), "2026-11-02 01:00");
        let seattle = office(-480);
        assert_eq!(written(seattle.next_open(utc("2026-11-02 10:00"))), "2026-11-02 17:00");
        assert_eq!(seattle.date(utc("2026-11-02 07:59")).to_string(), "2026-11-01");
        assert_eq!(seattle.time_of_day(utc("2026-11-02 07:59")).to_string(), "23:59");
        let four = TimeOfDay::at(16, 0).unwrap();
        assert_eq!(
            written(seattle.on_the_day_of(utc("2026-11-02 07:59"), four)),
            "2026-11-02 00:00"
        );
        assert!(
            seattle.is_open(utc("2026-11-02 17:00")) && !seattle.is_open(utc("2026-11-03 01:00"))
        );
    }

    #[test]
    fn summer_time_moves_the_hours_and_loses_none() {
        // Berlin: the clock goes forward on 2026-03-29 and back on 2026-10-25, at 01:00 UTC.
        let summer = ZoneChange { from: utc("2026-03-29 01:00"), minutes: 120 };
        let winter = ZoneChange { from: utc("2026-10-25 01:00"), minutes: 60 };
        let berlin = office(60).zone_change(summer).unwrap().zone_change(winter).unwrap();
        for (from, opens) in [
            ("2026-03-27 00:00", "2026-03-27 08:00"),
            ("2026-03-27 20:00", "2026-03-30 07:00"),
            ("2026-10-23 00:00", "2026-10-23 07:00"),
            ("2026-10-25 00:00", "2026-10-26 08:00"),
        ] {
            assert_eq!(written(berlin.next_open(utc(from))), opens, "{from}");
        }
        // Round the clock, a night with 23 hours and one with 25 are all open time.
        let all_day = || vec![hours("00:00-24:00")];
        let week = [all_day(), all_day(), all_day(), all_day(), all_day(), all_day(), all_day()];
        let always = BusinessCalendar::new(60, week).unwrap();
        let always = always.zone_change(summer).unwrap().zone_change(winter).unwrap();
        for from in ["2026-03-28 22:00", "2026-10-24 22:00", "2026-03-29 00:59"] {
            for hours in 0..24 {
                let length = Millis::hours(hours);
                assert_eq!(
                    always.add(utc(from), length),
                    utc(from).after(length),
                    "{from} {hours}"
                );
            }
        }
        assert!(berlin.zone_change(summer).is_err(), "changes come in order");
    }

    #[test]
    fn later_starts_and_longer_waits_end_no_earlier() {
        let office = office(60);
        let mut before = Timestamp(0);
        for step in 0..2_000 {
            let from = utc("2026-12-17 00:00").after(Millis::minutes(7 * step));
            let due = office.add(from, Millis::hours(5));
            assert!(due >= before && due >= from.after(Millis::hours(5)), "{}", written(from));
            let open = office.is_open(Timestamp(due.0 - 1));
            assert!(open, "ends in working time: {}", written(due));
            assert!(office.add(from, Millis::hours(6)) > due);
            before = due;
        }
    }

    #[test]
    fn what_is_no_calendar_is_refused() {
        let week = |text: &str| {
            let monday = text.split_whitespace().map(hours).collect();
            [monday, vec![], vec![], vec![], vec![], vec![], vec![]]
        };
        for (zone, text, ok) in [
            (0, "09:00-17:00", true),
            (840, "00:00-24:00", true),
            (-720, "09:00-10:00", true),
            (841, "09:00-17:00", false),
            (-721, "09:00-17:00", false),
            (0, "", false),
            (0, "09:00-09:59", false),
            (0, "17:00-09:00", false),
            (0, "09:00-09:00", false),
            (0, "09:00-13:00 12:00-17:00", false),
            (0, "13:00-17:00 09:00-12:00", false),
            (0, "09:00-12:00 12:00-17:00", true),
        ] {
            assert_eq!(BusinessCalendar::new(zone, week(text)).is_ok(), ok, "{zone} {text}");
        }
    }

    #[test]
    fn the_longest_wait_ends_at_the_fewest_hours_and_at_the_end_of_time() {
        let monday = hours("09:00-10:00");
        let week = [vec![monday], vec![], vec![], vec![], vec![], vec![], vec![]];
        let calendar = BusinessCalendar::new(0, week).unwrap();
        let start = Timestamp(0);
        let year = Millis::days(366);
        assert!(calendar.add(start, year) > start.after(Millis::days(7 * 365)));
        assert_eq!(calendar.hours(Weekday::Tuesday), &[]);
        assert_eq!(calendar.add(Timestamp(u64::MAX), year), Timestamp(u64::MAX));
    }
}
