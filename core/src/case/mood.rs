//! How the customer has been so far: temperature with cooling, trend, peak, flags (`domain.md` 3.6).

use super::Trend;
use crate::classify::Reading;
use crate::terms::{Flag, Flags, Language, Temperature};

/// Messages in a row at 2 or more from which heat counts as sustained (`domain.md` 3.3, step 7).
const SUSTAINED: u32 = 3;

#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Mood {
    pub(crate) last: Option<Reading>,
    pub(crate) temperature: Temperature,
    pub(crate) peak: Temperature,
    pub(crate) trend: Trend,
    pub(crate) flags: Flags,
    pub(crate) messages: u32,
    /// In a row at 2 or more.
    pub(crate) upset_turns: u32,
    /// In a row at 3 exactly.
    pub(crate) heated_turns: u32,
    /// Since work last moved.
    pub(crate) turns_since_progress: u32,
    pub(crate) apologies_rejected: bool,
}

impl Mood {
    pub(super) const NEW: Self = Self {
        last: None,
        temperature: Temperature::saturating(0),
        peak: Temperature::saturating(0),
        trend: Trend::Flat,
        flags: Flags::EMPTY,
        messages: 0,
        upset_turns: 0,
        heated_turns: 0,
        turns_since_progress: 0,
        apologies_rejected: false,
    };

    pub(super) fn take(&mut self, reading: &Reading) {
        let message = self.heat_by_duration(reading);
        let before = self.temperature;
        // A message that could not be judged neither heats nor cools.
        let cooled = match reading.language {
            Language::English => Temperature::saturating(before.get().saturating_sub(1)),
            Language::NotJudged => before,
        };
        self.temperature = message.max(cooled);
        self.trend = match self.temperature.cmp(&before) {
            core::cmp::Ordering::Greater if self.messages > 0 => Trend::Rising,
            core::cmp::Ordering::Less => Trend::Cooling,
            core::cmp::Ordering::Greater | core::cmp::Ordering::Equal => Trend::Flat,
        };
        self.peak = self.peak.max(message);
        self.heated_turns =
            if message.get() == 3 { self.heated_turns.saturating_add(1) } else { 0 };
        self.messages = self.messages.saturating_add(1);
        self.turns_since_progress = self.turns_since_progress.saturating_add(1);
        self.flags = self.flags.union(reading.flags);
        self.apologies_rejected |= reading.flags.contains(Flag::ApologyRejected);
        self.last = Some(*reading);
    }

    /// The third upset message in a row counts as heated: the one way in which a message's
    /// temperature depends on the thread.
    fn heat_by_duration(&mut self, reading: &Reading) -> Temperature {
        let own = reading.temperature();
        self.upset_turns = if own.get() >= 2 { self.upset_turns.saturating_add(1) } else { 0 };
        if self.upset_turns >= SUSTAINED { own.max(Temperature::saturating(3)) } else { own }
    }

    pub(super) fn is_upset(&self) -> bool {
        self.temperature.get() >= 2
    }
}

#[cfg(test)]
mod tests {
    use super::Mood;
    use crate::case::Trend;
    use crate::classify::Reading;
    use crate::terms::{Conduct, Heat, Language};

    #[test]
    fn the_contact_cools_by_one_a_calm_turn() {
        let at = |heat, conduct| Reading { heat, conduct, ..Reading::CALM };
        let calm = at(Heat::Calm, Conduct::Fine);
        let upset = at(Heat::Upset, Conduct::Fine);
        let crossing = at(Heat::Tense, Conduct::Crossing);
        let not_judged = Reading { language: Language::NotJudged, ..calm };
        // message, temperature, trend, peak, heated turns
        let table = [
            (upset, 2, Trend::Flat, 2, 0),
            (upset, 2, Trend::Flat, 2, 0),
            (upset, 3, Trend::Rising, 3, 1),
            (upset, 3, Trend::Flat, 3, 2),
            (calm, 2, Trend::Cooling, 3, 0),
            (not_judged, 2, Trend::Flat, 3, 0),
            (crossing, 4, Trend::Rising, 4, 0),
            (calm, 3, Trend::Cooling, 4, 0),
            (calm, 2, Trend::Cooling, 4, 0),
            (calm, 1, Trend::Cooling, 4, 0),
            (calm, 0, Trend::Cooling, 4, 0),
            (calm, 0, Trend::Flat, 4, 0),
        ];
        let mut mood = Mood::NEW;
        for (row, (message, temperature, trend, peak, heated)) in table.into_iter().enumerate() {
            mood.take(&message);
            let seen = (mood.temperature.get(), mood.trend, mood.peak.get(), mood.heated_turns);
            assert_eq!(seen, (temperature, trend, peak, heated), "row {row}");
        }
    }
}
