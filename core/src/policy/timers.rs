//! How long things may take (`domain.md` 4.6). Where the policy has a calendar, timers in business time
//! count its working days and hours ([`Policy::due`](super::Policy::due)); without one a business day
//! is 24 hours.

use super::date::TimeOfDay;
use crate::terms::{Channel, named, set_of};
use crate::time::Millis;

named! {
    /// The timers of a channel, by name.
    pub enum Timer {
        /// [`Timers::first_reply_calm`].
        FirstReplyCalm = 0 "first_reply_calm",
        /// [`Timers::first_reply_upset`].
        FirstReplyUpset = 1 "first_reply_upset",
        /// [`Timers::listening`].
        Listening = 2 "listening",
        /// [`Timers::update_calm`].
        UpdateCalm = 3 "update_calm",
        /// [`Timers::update_upset`].
        UpdateUpset = 4 "update_upset",
        /// [`Timers::major_incident`].
        MajorIncident = 5 "major_incident",
        /// [`Timers::silence_warning`].
        SilenceWarning = 6 "silence_warning",
        /// [`Timers::silence`].
        Silence = 7 "silence",
        /// [`Timers::hold`].
        Hold = 8 "hold",
        /// [`Timers::longest_hold`].
        LongestHold = 9 "longest_hold",
        /// [`Timers::nudge`].
        Nudge = 10 "nudge",
        /// [`Timers::second_nudge`].
        SecondNudge = 11 "second_nudge",
        /// [`Timers::confirm`].
        Confirm = 12 "confirm",
        /// [`Timers::follow_up`].
        FollowUp = 13 "follow_up",
        /// [`Timers::supervisor_ack`].
        SupervisorAck = 14 "supervisor_ack",
        /// [`Timers::cooldown`].
        Cooldown = 15 "cooldown",
    }
}

set_of! {
    /// A set of timers.
    pub struct TimerSet of Timer
}

/// The timers of one channel. Every length lies between a second and 366 days.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timers {
    /// First human answer while calm or tense.
    pub first_reply_calm: Millis,
    /// First human answer from temperature 2 on; at most `first_reply_calm` (I14).
    pub first_reply_upset: Millis,
    /// How long to listen before summarising, from temperature 2 on; none in slow channels.
    pub listening: Option<Millis>,
    /// After how many customer messages to summarise, if that is sooner, from temperature 2 on;
    /// 1..=10, none where only time counts or nothing does.
    pub listening_messages: Option<u8>,
    /// The next update while working, calm or tense.
    pub update_calm: Millis,
    /// The next update while working, from temperature 2 on; at most `update_calm` (I14).
    pub update_upset: Millis,
    /// The time of day by which an update in business time goes out at the host's place, where there
    /// is a calendar; 24:00 for any time of the day.
    pub update_by: TimeOfDay,
    /// The next update in a major incident, whatever the temperature; none where there is none.
    pub major_incident: Option<Millis>,
    /// When the agent is told that nobody has spoken; none in channels without silence.
    pub silence_warning: Option<Millis>,
    /// When the agent says something at the latest; none in channels without silence.
    pub silence: Option<Millis>,
    /// When to come back to a customer who agreed to hold; none in channels without holding.
    pub hold: Option<Millis>,
    /// The longest that a customer may be held; none in channels without holding.
    pub longest_hold: Option<Millis>,
    /// First reminder of what we asked for.
    pub nudge: Millis,
    /// Second and last reminder, after the first.
    pub second_nudge: Millis,
    /// How long after a fix the customer may still say it does not hold.
    pub confirm: Millis,
    /// When to check back, where a follow-up is due.
    pub follow_up: Millis,
    /// How long a supervisor may take to acknowledge.
    pub supervisor_ack: Millis,
    /// Respectful customer messages that clear a boundary, 1..=20.
    pub cooldown_turns: u8,
    /// Time without a crossing that clears a boundary as well; none on live channels.
    pub cooldown: Option<Millis>,
    /// The timers that count working days and hours where there is a calendar.
    pub in_business_time: TimerSet,
}

/// The timers that are the same on every channel.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Limits {
    /// How long a closed contact reopens rather than starting a new one.
    pub reopen_window: Millis,
    /// How long a supervisor may take over a threat or a crisis.
    pub severe_ack: Millis,
    /// The least warning before a promise falls due; else a fifth of the promised time.
    pub promise_notice: Millis,
    /// How long a data request may take.
    pub data_request: Millis,
    /// How long a formal complaint may take.
    pub formal_complaint: Millis,
    /// How long a hazard may wait for a person.
    pub safety_hazard: Millis,
    /// How long a report about our own staff may wait for a person.
    pub reported_abuse: Millis,
}

impl Limits {
    pub(super) const STANDARD: Self = Self {
        reopen_window: Millis::days(14),
        severe_ack: Millis::minutes(1),
        promise_notice: Millis::minutes(2),
        data_request: Millis::days(30),
        formal_complaint: Millis::days(56),
        safety_hazard: Millis::hours(1),
        reported_abuse: Millis::days(1),
    };

    pub(super) const fn named(&self) -> [(&'static str, Millis); 7] {
        [
            ("limits.reopen_window", self.reopen_window),
            ("limits.severe_ack", self.severe_ack),
            ("limits.promise_notice", self.promise_notice),
            ("limits.data_request", self.data_request),
            ("limits.formal_complaint", self.formal_complaint),
            ("limits.safety_hazard", self.safety_hazard),
            ("limits.reported_abuse", self.reported_abuse),
        ]
    }
}

impl Timers {
    /// The defaults of a channel (`domain.md` 4.6).
    #[must_use]
    pub const fn standard(channel: Channel) -> Self {
        match channel {
            Channel::Phone => PHONE,
            Channel::Chat => CHAT,
            Channel::Messaging | Channel::Social => MESSAGING,
            Channel::Email => EMAIL,
        }
    }

    /// The length of a timer, in plain time; `None` where the channel has no such timer.
    #[must_use]
    pub const fn length(&self, timer: Timer) -> Option<Millis> {
        match timer {
            Timer::FirstReplyCalm => Some(self.first_reply_calm),
            Timer::FirstReplyUpset => Some(self.first_reply_upset),
            Timer::Listening => self.listening,
            Timer::UpdateCalm => Some(self.update_calm),
            Timer::UpdateUpset => Some(self.update_upset),
            Timer::MajorIncident => self.major_incident,
            Timer::SilenceWarning => self.silence_warning,
            Timer::Silence => self.silence,
            Timer::Hold => self.hold,
            Timer::LongestHold => self.longest_hold,
            Timer::Nudge => Some(self.nudge),
            Timer::SecondNudge => Some(self.second_nudge),
            Timer::Confirm => Some(self.confirm),
            Timer::FollowUp => Some(self.follow_up),
            Timer::SupervisorAck => Some(self.supervisor_ack),
            Timer::Cooldown => self.cooldown,
        }
    }
}

const PHONE: Timers = Timers {
    first_reply_calm: Millis::seconds(10),
    first_reply_upset: Millis::seconds(10),
    listening: Some(Millis::minutes(3)),
    listening_messages: None,
    update_calm: Millis::days(1),
    update_upset: Millis::days(1),
    update_by: TimeOfDay::END_OF_DAY,
    major_incident: None,
    silence_warning: Some(Millis::seconds(8)),
    silence: Some(Millis::seconds(10)),
    hold: Some(Millis::seconds(60)),
    longest_hold: Some(Millis::seconds(120)),
    nudge: Millis::days(1),
    second_nudge: Millis::days(2),
    confirm: Millis::minutes(10),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(2),
    cooldown_turns: 3,
    cooldown: None,
    in_business_time: TimerSet::EMPTY
        .with(Timer::UpdateCalm)
        .with(Timer::UpdateUpset)
        .with(Timer::Nudge)
        .with(Timer::SecondNudge)
        .with(Timer::FollowUp),
};

const CHAT: Timers = Timers {
    first_reply_calm: Millis::seconds(60),
    first_reply_upset: Millis::seconds(30),
    listening: Some(Millis::seconds(90)),
    listening_messages: Some(2),
    update_calm: Millis::minutes(5),
    update_upset: Millis::minutes(3),
    update_by: TimeOfDay::END_OF_DAY,
    major_incident: Some(Millis::minutes(30)),
    silence_warning: None,
    silence: Some(Millis::minutes(2)),
    hold: None,
    longest_hold: None,
    nudge: Millis::minutes(2),
    second_nudge: Millis::minutes(3),
    confirm: Millis::minutes(10),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(5),
    cooldown_turns: 3,
    cooldown: None,
    in_business_time: TimerSet::EMPTY.with(Timer::FollowUp),
};

const MESSAGING: Timers = Timers {
    first_reply_calm: Millis::hours(1),
    first_reply_upset: Millis::minutes(30),
    listening: None,
    listening_messages: Some(1),
    update_calm: Millis::hours(4),
    update_upset: Millis::hours(2),
    update_by: TimeOfDay::END_OF_DAY,
    major_incident: Some(Millis::minutes(30)),
    silence_warning: None,
    silence: None,
    hold: None,
    longest_hold: None,
    nudge: Millis::hours(24),
    second_nudge: Millis::days(2),
    confirm: Millis::hours(24),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(30),
    cooldown_turns: 2,
    cooldown: None,
    in_business_time: TimerSet::EMPTY.with(Timer::FollowUp),
};

const EMAIL: Timers = Timers {
    first_reply_calm: Millis::days(1),
    first_reply_upset: Millis::hours(4),
    listening: None,
    listening_messages: None,
    update_calm: Millis::days(2),
    update_upset: Millis::days(1),
    update_by: TimeOfDay::FOUR,
    major_incident: Some(Millis::minutes(60)),
    silence_warning: None,
    silence: None,
    hold: None,
    longest_hold: None,
    nudge: Millis::days(3),
    second_nudge: Millis::days(4),
    confirm: Millis::days(3),
    follow_up: Millis::days(3),
    supervisor_ack: Millis::hours(1),
    cooldown_turns: 1,
    cooldown: Some(Millis::hours(24)),
    in_business_time: TimerSet::EMPTY
        .with(Timer::FirstReplyCalm)
        .with(Timer::FirstReplyUpset)
        .with(Timer::UpdateCalm)
        .with(Timer::UpdateUpset)
        .with(Timer::Nudge)
        .with(Timer::SecondNudge)
        .with(Timer::Confirm)
        .with(Timer::FollowUp),
};

/// The knob's name in errors: the place of the value in a policy file.
pub(super) const fn path(channel: Channel, part: Part) -> &'static str {
    macro_rules! of_channel {
        ($channel:literal) => {
            of_part!($channel,
                "first_reply_calm" FirstReplyCalm, "first_reply_upset" FirstReplyUpset,
                "listening" Listening, "update_calm" UpdateCalm, "update_upset" UpdateUpset,
                "major_incident" MajorIncident, "silence_warning" SilenceWarning,
                "silence" Silence, "hold" Hold, "longest_hold" LongestHold, "nudge" Nudge,
                "second_nudge" SecondNudge, "confirm" Confirm, "follow_up" FollowUp,
                "supervisor_ack" SupervisorAck, "cooldown" Cooldown,
            )
        };
    }
    macro_rules! of_part {
        ($channel:literal, $($name:literal $Timer:ident,)+) => {
            match part {
                $(Part::Length(Timer::$Timer) => concat!("timers.", $channel, ".", $name),)+
                Part::ListeningMessages => concat!("timers.", $channel, ".listening_messages"),
                Part::UpdateBy => concat!("timers.", $channel, ".update_by"),
                Part::CooldownTurns => concat!("timers.", $channel, ".cooldown_turns"),
            }
        };
    }
    match channel {
        Channel::Phone => of_channel!("phone"),
        Channel::Chat => of_channel!("chat"),
        Channel::Messaging => of_channel!("messaging"),
        Channel::Email => of_channel!("email"),
        Channel::Social => of_channel!("social"),
    }
}

/// One field of [`Timers`] that can be wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Length(Timer),
    ListeningMessages,
    UpdateBy,
    CooldownTurns,
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{Part, Timer, Timers, path};
    use crate::terms::Channel;

    #[test]
    fn a_timers_path_is_its_place_in_a_file() {
        for channel in Channel::ALL {
            for timer in Timer::ALL {
                let expected = format!("timers.{channel}.{timer}");
                assert_eq!(path(*channel, Part::Length(*timer)), expected);
            }
        }
    }

    #[test]
    fn timers_in_business_time_exist_on_their_channel() {
        for channel in Channel::ALL {
            let timers = Timers::standard(*channel);
            for timer in timers.in_business_time.iter() {
                assert!(timers.length(timer).is_some(), "{channel}: {timer}");
            }
        }
    }
}
