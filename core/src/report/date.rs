//! A moment as a date with its zone.

use alloc::format;
use alloc::string::String;

use crate::policy::{Date, Policy};
use crate::time::{Millis, Timestamp};

/// `2024-05-12 14:03:22 UTC+01:00`, in the zone of the policy's calendar at that moment.
pub(super) fn local(at: Timestamp, policy: &Policy) -> String {
    let zone = zone(at, policy);
    let distance = Millis::minutes(zone.unsigned_abs().into());
    let local = if zone < 0 { at.before(distance) } else { at.after(distance) };
    let clock = local.0 / 1_000 % 86_400;
    let (hour, minute, second) = (clock / 3_600, clock / 60 % 60, clock % 60);
    let moment = format!("{} {hour:02}:{minute:02}:{second:02} UTC", Date::of(local));
    let (hours, minutes) = (zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
    match zone {
        0 => moment,
        1.. => format!("{moment}+{hours:02}:{minutes:02}"),
        _ => format!("{moment}-{hours:02}:{minutes:02}"),
    }
}

/// Minutes east of UTC.
fn zone(at: Timestamp, policy: &Policy) -> i16 {
    let Some(calendar) = policy.calendar() else { return 0 };
    let changes = calendar.zone_changes().iter().rev();
    let last = changes.into_iter().find(|change| change.from <= at);
    last.map_or(calendar.zone_minutes(), |change| change.minutes)
}

#[cfg(test)]
mod tests {
    use super::local;
    use crate::policy::{BusinessCalendar, OpenHours, Policy, TimeOfDay, ZoneChange};
    use crate::time::Timestamp;

    fn policy(zone: i16, summer: Timestamp) -> Policy {
        let hours = OpenHours {
            opens: TimeOfDay::at(9, 0).unwrap(),
            closes: TimeOfDay::at(17, 0).unwrap(),
        };
        let change = ZoneChange { from: summer, minutes: zone.saturating_add(60) };
        let calendar =
            BusinessCalendar::weekdays(zone, hours).unwrap().zone_change(change).unwrap();
        Policy::builder().calendar(Some(calendar)).build().unwrap()
    }

    #[test]
    fn dates_come_out_right_at_the_edges() {
        let never = Timestamp(u64::MAX);
        let table = [
            (0, 0, never, "1970-01-01 00:00:00 UTC"),
            (951_782_399_999, 0, never, "2000-02-28 23:59:59 UTC"),
            (951_782_400_000, 0, never, "2000-02-29 00:00:00 UTC"),
            (1_735_689_599_000, 60, never, "2025-01-01 00:59:59 UTC+01:00"),
            (4_107_542_400_000, 0, never, "2100-03-01 00:00:00 UTC"),
            (1_715_522_602_000, -330, never, "2024-05-12 08:33:22 UTC-05:30"),
            (1_715_522_602_000, 330, never, "2024-05-12 19:33:22 UTC+05:30"),
            (1_715_522_601_999, 60, Timestamp(1_715_522_602_000), "2024-05-12 15:03:21 UTC+01:00"),
            (1_715_522_602_000, 60, Timestamp(1_715_522_602_000), "2024-05-12 16:03:22 UTC+02:00"),
        ];
        for (at, zone, summer, expected) in table {
            assert_eq!(local(Timestamp(at), &policy(zone, summer)), expected);
        }
        assert_eq!(local(Timestamp(1_000), Policy::standard()), "1970-01-01 00:00:01 UTC");
    }
}
