//! A business calendar as JSON.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::PolicyError;
use crate::policy::{BusinessCalendar, Date, OpenHours, Weekday, ZoneChange};
use crate::time::Timestamp;

/// When the host's people work: `{"zone_minutes":60,"hours":{"monday":["09:00-12:30","13:30-17:00"]},
/// "holidays":["2026-12-25"]}`. Days left out are days off. See [`BusinessCalendar`].
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct CalendarDocument {
    /// Minutes east of UTC before any change, -720..=840.
    pub zone_minutes: i16,
    /// Changes of that distance, earliest first; for summer time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zone_changes: Vec<ZoneChangeDocument>,
    /// The hours of each weekday, in order.
    pub hours: BTreeMap<Weekday, Vec<OpenHours>>,
    /// Days on which nobody works.
    pub holidays: Vec<Date>,
}

/// A change of the zone's distance from UTC. See [`ZoneChange`].
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ZoneChangeDocument {
    /// The first moment of the new distance, in milliseconds since the start of 1970, UTC.
    pub from: Timestamp,
    /// Minutes east of UTC.
    pub minutes: i16,
}

impl TryFrom<CalendarDocument> for BusinessCalendar {
    type Error = PolicyError;

    fn try_from(mut document: CalendarDocument) -> Result<Self, PolicyError> {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ]
        .map(|day| document.hours.remove(&day).unwrap_or_default());
        let week = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
        let mut calendar = Self::new(document.zone_minutes, week)?;
        for ZoneChangeDocument { from, minutes } in document.zone_changes {
            calendar = calendar.zone_change(ZoneChange { from, minutes })?;
        }
        Ok(document.holidays.into_iter().fold(calendar, Self::holiday))
    }
}

impl From<&BusinessCalendar> for CalendarDocument {
    fn from(calendar: &BusinessCalendar) -> Self {
        let changes = calendar.zone_changes().iter();
        let days = Weekday::ALL.iter().map(|day| (*day, calendar.hours(*day).to_vec()));
        Self {
            zone_minutes: calendar.zone_minutes(),
            zone_changes: changes
                .map(|ZoneChange { from, minutes }| ZoneChangeDocument {
                    from: *from,
                    minutes: *minutes,
                })
                .collect(),
            hours: days.filter(|(_, hours)| !hours.is_empty()).collect(),
            holidays: calendar.holidays().to_vec(),
        }
    }
}

impl Serialize for OpenHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}-{}", self.opens, self.closes))
    }
}

impl<'de> Deserialize<'de> for OpenHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        let read = |text: &str| {
            let (opens, closes) = text.split_once('-')?;
            Some(Self { opens: opens.parse().ok()?, closes: closes.parse().ok()? })
        };
        read(&text).ok_or_else(|| {
            D::Error::invalid_value(Unexpected::Str(&text), &"hours like 09:00-17:00")
        })
    }
}
