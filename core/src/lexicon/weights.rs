//! Looks learned weights up.

use super::key::{BUCKET_BITS, REST_BITS};
use super::{range, row};
use crate::tables::weights as table;

/// What something says of heat and of the line, in fortieths of a unit of log odds.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Weights {
    pub(crate) heat: i32,
    pub(crate) line: i32,
}

impl From<(i8, i8)> for Weights {
    fn from((heat, line): (i8, i8)) -> Self {
        Self { heat: i32::from(heat), line: i32::from(line) }
    }
}

/// The weights of a key; nothing for one that was never learned.
pub(crate) fn learned(key: u64) -> Weights {
    let bucket = usize::try_from(key >> (64 - BUCKET_BITS)).unwrap_or(usize::MAX);
    let rest = (key >> (64 - BUCKET_BITS - REST_BITS)).to_be_bytes();
    let [.., high, middle, low] = rest;
    let range = range(&table::BUCKETS, bucket);
    let first = range.start;
    let rests = table::RESTS.get(first.saturating_mul(3)..range.end.saturating_mul(3));
    let place = rests.unwrap_or(&[]).chunks_exact(3).position(|three| three == [high, middle, low]);
    place.map_or_else(Weights::default, |place| {
        let at = first.saturating_add(place);
        Weights { heat: i32::from(row(&table::HEAT, at)), line: i32::from(row(&table::LINE, at)) }
    })
}
