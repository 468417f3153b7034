//! A moment as a date with its zone.

use alloc::format;
use alloc::string::String;

use crate::time::Timestamp;

const DAY: i64 = 86_400;

/// `2024-05-12 14:03:22 UTC+01:00`; the bare number where it is no date of ours.
pub(super) fn local(at: Timestamp, zone_minutes: i16) -> String {
    let zone = i64::from(zone_minutes).clamp(-1_439, 1_439);
    let Ok(utc) = i64::try_from(at.0 / 1_000) else {
        return format!("{} ms", at.0);
    };
    let seconds = utc.saturating_add(zone * 60);
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    if year > 9_999 {
        return format!("{} ms", at.0);
    }
    let clock = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (clock / 3_600, clock / 60 % 60, clock % 60);
    let sign = if zone < 0 { '-' } else { '+' };
    let (hours, minutes) = (zone.abs() / 60, zone.abs() % 60);
    let date = format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
    if zone == 0 {
        format!("{date} UTC")
    } else {
        format!("{date} UTC{sign}{hours:02}:{minutes:02}")
    }
}

/// The date of a day counted from 1970-01-01, in years that begin in March so that a leap day comes
/// last; 146 097 days are 400 years.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let january = i64::from(month <= 2);
    (year + era * 400 + january, month, day)
}

#[cfg(test)]
mod tests {
    use super::local;
    use crate::time::Timestamp;

    #[test]
    fn dates_come_out_right_at_the_edges() {
        let table = [
            (0, 0, "1970-01-01 00:00:00 UTC"),
            (0, -90, "1969-12-31 22:30:00 UTC-01:30"),
            (951_782_399_999, 0, "2000-02-28 23:59:59 UTC"),
            (951_782_400_000, 0, "2000-02-29 00:00:00 UTC"),
            (951_868_800_000, 0, "2000-03-01 00:00:00 UTC"),
            (1_709_164_800_000, 0, "2024-02-29 00:00:00 UTC"),
            (1_735_689_599_000, 60, "2025-01-01 00:59:59 UTC+01:00"),
            (4_107_542_400_000, 0, "2100-03-01 00:00:00 UTC"),
            (1_715_522_602_000, 330, "2024-05-12 19:33:22 UTC+05:30"),
            (1_715_522_602_000, i16::MAX, "2024-05-13 14:02:22 UTC+23:59"),
            (u64::MAX, 0, "18446744073709551615 ms"),
        ];
        for (at, zone, expected) in table {
            assert_eq!(local(Timestamp(at), zone), expected);
        }
    }
}
