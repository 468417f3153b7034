//! How long things may take (`domain.md` 4.6). A business day counts as 24 hours here: a host with a
//! calendar moves the deadline it is given to its own opening hours, or sets its own lengths.

use crate::terms::Channel;
use crate::time::Millis;

/// The timers of one channel.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timers {
    /// First human answer while calm or tense.
    pub first_reply_calm: Millis,
    /// First human answer from temperature 2 on.
    pub first_reply_upset: Millis,
    /// How long to listen before summarising, from temperature 2 on; none in slow channels.
    pub listening: Option<Millis>,
    /// The next update while working, calm or tense.
    pub update_calm: Millis,
    /// The next update while working, from temperature 2 on.
    pub update_upset: Millis,
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

    pub(super) const fn named(&self) -> [(&'static str, Option<Millis>); 11] {
        [
            ("timers.first_reply_calm", Some(self.first_reply_calm)),
            ("timers.first_reply_upset", Some(self.first_reply_upset)),
            ("timers.listening", self.listening),
            ("timers.update_calm", Some(self.update_calm)),
            ("timers.update_upset", Some(self.update_upset)),
            ("timers.nudge", Some(self.nudge)),
            ("timers.second_nudge", Some(self.second_nudge)),
            ("timers.confirm", Some(self.confirm)),
            ("timers.follow_up", Some(self.follow_up)),
            ("timers.supervisor_ack", Some(self.supervisor_ack)),
            ("timers.cooldown", self.cooldown),
        ]
    }
}

const PHONE: Timers = Timers {
    first_reply_calm: Millis::seconds(10),
    first_reply_upset: Millis::seconds(10),
    listening: Some(Millis::minutes(3)),
    update_calm: Millis::days(1),
    update_upset: Millis::days(1),
    nudge: Millis::days(1),
    second_nudge: Millis::days(2),
    confirm: Millis::minutes(10),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(2),
    cooldown_turns: 3,
    cooldown: None,
};

const CHAT: Timers = Timers {
    first_reply_calm: Millis::seconds(60),
    first_reply_upset: Millis::seconds(30),
    listening: Some(Millis::seconds(90)),
    update_calm: Millis::minutes(5),
    update_upset: Millis::minutes(3),
    nudge: Millis::minutes(2),
    second_nudge: Millis::minutes(3),
    confirm: Millis::minutes(10),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(5),
    cooldown_turns: 3,
    cooldown: None,
};

const MESSAGING: Timers = Timers {
    first_reply_calm: Millis::hours(1),
    first_reply_upset: Millis::minutes(30),
    listening: None,
    update_calm: Millis::hours(4),
    update_upset: Millis::hours(2),
    nudge: Millis::hours(24),
    second_nudge: Millis::days(2),
    confirm: Millis::hours(24),
    follow_up: Millis::days(2),
    supervisor_ack: Millis::minutes(30),
    cooldown_turns: 2,
    cooldown: None,
};

const EMAIL: Timers = Timers {
    first_reply_calm: Millis::days(1),
    first_reply_upset: Millis::hours(4),
    listening: None,
    update_calm: Millis::days(2),
    update_upset: Millis::days(1),
    nudge: Millis::days(3),
    second_nudge: Millis::days(4),
    confirm: Millis::days(3),
    follow_up: Millis::days(3),
    supervisor_ack: Millis::hours(1),
    cooldown_turns: 1,
    cooldown: Some(Millis::hours(24)),
};
