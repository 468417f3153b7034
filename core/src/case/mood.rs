//! How the customer has been so far: temperature with cooling, trend, peak, flags (`domain.md` 3.6).

use core::cmp::Ordering;

use super::Trend;
use crate::classify::Reading;
use crate::policy::Policy;
use crate::terms::{Flag, Flags, Heat, Language, Milli, Temperature};

/// Messages in a row at 2 or more from which heat counts as sustained (`domain.md` 3.3, step 7).
const SUSTAINED: u32 = 3;

/// Upset from here on.
const UPSET: Temperature = Temperature::saturating(2);

/// Tense messages in a row from which tension lasts.
const LASTING: u32 = 2;

/// Bands that a message must lie below the level to ease it beyond doubt, upset though it still is.
const CLEARLY: u8 = 2;

/// Further messages for which a rise stays the trend: one that holds still is still news.
const RISE_IS_NEWS: u32 = 1;

/// And for which cooling stays the trend: it takes longer to be trusted.
const COOLING_IS_NEWS: u32 = 2;

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
    /// What the trend follows: the temperature of what was said, without what duration adds to it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) level: Temperature,
    /// In a row at 1 or more.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_default"))]
    pub(crate) tense_turns: u32,
    /// Was upset once, or tense for two messages: there is something to cool out of.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_default"))]
    pub(crate) strained: bool,
    /// Messages since the level last moved.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) still: u32,
    pub(crate) flags: Flags,
    pub(crate) messages: u32,
    /// In a row at 2 or more.
    pub(crate) upset_turns: u32,
    /// In a row at 3 exactly.
    pub(crate) heated_turns: u32,
    /// Messages in a row that swear at things and cross no line.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) swearing_turns: u32,
    /// Since work last moved.
    pub(crate) turns_since_progress: u32,
    pub(crate) apologies_rejected: bool,
}

/// Left out of a snapshot while it says nothing: the shape of schema 1 stays.
#[cfg(feature = "serde")]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Mood {
    pub(super) const NEW: Self = Self {
        last: None,
        temperature: Temperature::saturating(0),
        peak: Temperature::saturating(0),
        trend: Trend::Flat,
        level: Temperature::saturating(0),
        tense_turns: 0,
        strained: false,
        still: 0,
        flags: Flags::EMPTY,
        messages: 0,
        upset_turns: 0,
        heated_turns: 0,
        swearing_turns: 0,
        turns_since_progress: 0,
        apologies_rejected: false,
    };

    pub(super) fn take(&mut self, reading: &Reading, policy: &Policy) {
        let reading = &self.in_thread(reading, policy);
        let own = reading.temperature();
        let message = self.heat_by_duration(own);
        self.temperature = message.max(cooled(self.temperature, reading.language));
        self.peak = self.peak.max(message);
        self.follow(own, own.max(cooled(self.level, reading.language)));
        self.heated_turns =
            if message.get() == 3 { self.heated_turns.saturating_add(1) } else { 0 };
        let swears = reading.flags.contains(Flag::ProfanityUndirected) && !reading.crosses_line();
        self.swearing_turns = if swears { self.swearing_turns.saturating_add(1) } else { 0 };
        self.messages = self.messages.saturating_add(1);
        self.turns_since_progress = self.turns_since_progress.saturating_add(1);
        self.flags = self.flags.union(reading.flags);
        self.apologies_rejected |= reading.flags.contains(Flag::ApologyRejected);
        self.last = Some(*reading);
    }

    /// Who wrote in capitals before there was a reason to shout has the habit, or needs them to see
    /// (`domain.md` 2.7): capitals then raise nothing, so that a band comes off.
    fn in_thread(&self, reading: &Reading, policy: &Policy) -> Reading {
        let habit = self.flags.union(reading.flags).contains(Flag::CapsBaseline);
        if !habit || !reading.flags.contains(Flag::Shouting) {
            return *reading;
        }
        let [tense, upset, heated] = policy.heat_bands();
        let (heat, below) = match reading.heat {
            Heat::Heated => (Heat::Upset, heated),
            Heat::Upset => (Heat::Tense, upset),
            Heat::Tense | Heat::Calm => (Heat::Calm, tense),
        };
        let most = Milli::saturating(below.get().saturating_sub(1));
        let flags = reading.flags.without(Flag::Shouting);
        Reading { heat, heat_milli: reading.heat_milli.min(most), flags, ..*reading }
    }

    /// The slope (`domain.md` 3.6): which way the level last went, while that is news. Readings are a
    /// band apart from one reader to the next, so that a slope is named only where it arrives: rising
    /// into upset, cooling out of it or out of a tension that lasted. One tense message is no slope.
    fn follow(&mut self, own: Temperature, level: Temperature) {
        self.tense_turns = if own.get() > 0 { self.tense_turns.saturating_add(1) } else { 0 };
        self.strained |= own >= UPSET || self.tense_turns >= LASTING;
        let arrives = self.messages > 0 && self.strained;
        let eased = own.get().saturating_add(CLEARLY) <= self.level.get();
        let moved = match level.cmp(&self.level) {
            Ordering::Greater if arrives && own >= UPSET => Some(Trend::Rising),
            Ordering::Less if arrives && (own < UPSET || eased) => Some(Trend::Cooling),
            Ordering::Greater | Ordering::Less | Ordering::Equal => None,
        };
        self.still = if moved.is_some() { 0 } else { self.still.saturating_add(1) };
        let news = match self.trend {
            Trend::Rising => RISE_IS_NEWS,
            Trend::Flat | Trend::Cooling => COOLING_IS_NEWS,
        };
        if let Some(moved) = moved {
            self.trend = moved;
        } else if self.still > news {
            self.trend = Trend::Flat;
        }
        self.level = level;
    }

    /// The third upset message in a row counts as heated: the one way in which a message's
    /// temperature depends on the thread.
    fn heat_by_duration(&mut self, own: Temperature) -> Temperature {
        self.upset_turns = if own >= UPSET { self.upset_turns.saturating_add(1) } else { 0 };
        if self.upset_turns >= SUSTAINED { own.max(Temperature::saturating(3)) } else { own }
    }

    pub(super) fn is_upset(&self) -> bool {
        self.temperature >= UPSET
    }

    pub(super) fn is_sustained(&self) -> bool {
        self.upset_turns >= SUSTAINED
    }
}

/// One off a turn; a message that could not be judged neither heats nor cools.
fn cooled(before: Temperature, language: Language) -> Temperature {
    match language {
        Language::English => Temperature::saturating(before.get().saturating_sub(1)),
        Language::NotJudged => before,
    }
}

#[cfg(test)]
mod tests {
    use super::Mood;
    use crate::case::Trend;
    use crate::classify::Reading;
    use crate::policy::Policy;
    use crate::terms::{Conduct, Flag, Flags, Heat, Language, Milli};

    fn at(heat: Heat, conduct: Conduct) -> Reading {
        Reading { heat, conduct, ..Reading::CALM }
    }

    #[test]
    fn the_contact_cools_by_one_a_calm_turn() {
        let calm = at(Heat::Calm, Conduct::Fine);
        let tense = at(Heat::Tense, Conduct::Fine);
        let upset = at(Heat::Upset, Conduct::Fine);
        let crossing = at(Heat::Tense, Conduct::Crossing);
        let not_judged = Reading { language: Language::NotJudged, ..calm };
        // message, temperature, trend, peak, heated turns, sustained
        let table = [
            (upset, 2, Trend::Flat, 2, 0, false),
            (upset, 2, Trend::Flat, 2, 0, false),
            // As upset as before: it lasts, and does not rise.
            (upset, 3, Trend::Flat, 3, 1, true),
            (upset, 3, Trend::Flat, 3, 2, true),
            (calm, 2, Trend::Cooling, 3, 0, false),
            (not_judged, 2, Trend::Cooling, 3, 0, false),
            (not_judged, 2, Trend::Cooling, 3, 0, false),
            (not_judged, 2, Trend::Flat, 3, 0, false),
            (crossing, 4, Trend::Rising, 4, 0, false),
            (crossing, 4, Trend::Rising, 4, 0, false),
            (crossing, 4, Trend::Flat, 4, 0, true),
            (calm, 3, Trend::Cooling, 4, 0, false),
            (calm, 2, Trend::Cooling, 4, 0, false),
            (calm, 1, Trend::Cooling, 4, 0, false),
            (calm, 0, Trend::Cooling, 4, 0, false),
            (tense, 1, Trend::Cooling, 4, 0, false),
            (calm, 0, Trend::Cooling, 4, 0, false),
            (calm, 0, Trend::Cooling, 4, 0, false),
            (calm, 0, Trend::Cooling, 4, 0, false),
            (calm, 0, Trend::Flat, 4, 0, false),
        ];
        let mut mood = Mood::NEW;
        for (row, (message, temperature, trend, peak, heated, sustained)) in
            table.into_iter().enumerate()
        {
            mood.take(&message, Policy::standard());
            let seen = (mood.temperature.get(), mood.trend, mood.peak.get(), mood.heated_turns);
            assert_eq!(seen, (temperature, trend, peak, heated), "row {row}");
            assert_eq!(mood.is_sustained(), sustained, "row {row}");
        }
    }

    #[test]
    fn a_slope_arrives_somewhere() {
        let heats = [Heat::Calm, Heat::Tense, Heat::Upset, Heat::Heated];
        // heats of the messages, trend after the last
        let table: [(&[usize], Trend); 12] = [
            (&[2], Trend::Flat),
            (&[0, 0, 1, 0], Trend::Flat),
            (&[1, 0, 1, 0], Trend::Flat),
            (&[1, 1, 0], Trend::Cooling),
            (&[1, 1, 2], Trend::Rising),
            (&[1, 2, 3, 3], Trend::Rising),
            (&[1, 3, 3, 3], Trend::Flat),
            (&[2, 2, 2], Trend::Flat),
            (&[2, 3, 2], Trend::Rising),
            (&[3, 3, 3, 2], Trend::Flat),
            (&[3, 2, 1], Trend::Cooling),
            (&[2, 0, 0, 1], Trend::Cooling),
        ];
        for (messages, trend) in table {
            let mut mood = Mood::NEW;
            for heat in messages {
                mood.take(&at(heats[*heat], Conduct::Fine), Policy::standard());
            }
            assert_eq!(mood.trend, trend, "{messages:?}");
        }
    }

    #[test]
    fn who_stops_insulting_is_cooling_though_still_upset() {
        let mut mood = Mood::NEW;
        for (message, trend) in [
            (at(Heat::Upset, Conduct::Fine), Trend::Flat),
            (at(Heat::Upset, Conduct::Crossing), Trend::Rising),
            (at(Heat::Upset, Conduct::Fine), Trend::Cooling),
        ] {
            mood.take(&message, Policy::standard());
            assert_eq!(mood.trend, trend);
        }
    }

    #[test]
    fn who_always_writes_in_capitals_is_not_shouting() {
        let said = |heat, milli, flags: Flags| Reading {
            heat,
            heat_milli: Milli::saturating(milli),
            flags,
            ..Reading::CALM
        };
        let habit = said(Heat::Calm, 0, [Flag::CapsBaseline].into());
        let plain = said(Heat::Calm, 0, Flags::EMPTY);
        let loud = [Flag::Shouting, Flag::Delay].into();
        // first message, heat and score of the second, heat and most score it is taken with
        let table = [
            (plain, Heat::Upset, 600, Heat::Upset, 600),
            (habit, Heat::Tense, 300, Heat::Calm, 199),
            (habit, Heat::Upset, 600, Heat::Tense, 449),
            (habit, Heat::Heated, 900, Heat::Upset, 799),
        ];
        for (first, heat, milli, taken, most) in table {
            let mut mood = Mood::NEW;
            mood.take(&first, Policy::standard());
            mood.take(&said(heat, milli, loud), Policy::standard());
            let last = mood.last.unwrap();
            assert_eq!((last.heat, last.heat_milli.get()), (taken, most));
            assert_eq!(last.flags.contains(Flag::Shouting), taken == heat);
            assert!(last.flags.contains(Flag::Delay));
            // Without capitals the words weigh what they weigh.
            mood.take(&said(heat, milli, Flags::EMPTY), Policy::standard());
            assert_eq!(mood.last.unwrap().heat, heat);
        }
    }
}
