//! What a policy allows in one case: questions that other floors ask of it.

use super::{AutoSend, CarryOver, Policy, Timer};
use crate::terms::{Channel, Crisis, Flag, Flags, Role, SevereKind, Temperature};
use crate::time::{Millis, Timestamp};

/// What no machine answers alone, however calm it is put (`domain.md` 2.6, 2.8, 4.7).
const NOT_UNATTENDED: Flags = Flags::RIGHTS
    .union(Flags::NEEDS)
    .with(Flag::ReportedAbuse)
    .with(Flag::FraudOrSecurity)
    .with(Flag::SafetyHazard)
    .with(Flag::ThreatPossible);

impl Policy {
    /// When a timer of `channel` that starts at `from` rings: in working days and hours where the
    /// channel counts it so and there is a calendar, else plain time. `None` where the channel has no
    /// such timer.
    #[must_use]
    pub fn due(&self, channel: Channel, timer: Timer, from: Timestamp) -> Option<Timestamp> {
        let timers = self.timers(channel);
        let length = timers.length(timer)?;
        let Some(calendar) = self.calendar().filter(|_| timers.in_business_time.contains(timer))
        else {
            return Some(from.after(length));
        };
        let due = calendar.add(from, length);
        if !matches!(timer, Timer::UpdateCalm | Timer::UpdateUpset) {
            return Some(due);
        }
        // "Every business day, before 16:00 local" (`domain.md` 4.6).
        let latest = calendar.on_the_day_of(due, timers.update_by).min(due);
        Some(if latest > from && calendar.is_open(latest) { latest } else { due })
    }

    /// Says whether `kind` may end a contact without a warning.
    #[must_use]
    pub const fn is_immediate(&self, kind: SevereKind) -> bool {
        self.immediate_kinds.contains(kind)
    }

    /// The lowest role that may end a contact on `channel` (`domain.md` 2.2): the agent where the
    /// policy grants it, else a supervisor while both sides are present, else a manager.
    #[must_use]
    pub const fn ending_role(&self, channel: Channel) -> Role {
        if self.agent_may_discontinue.contains(channel) {
            Role::Agent
        } else if channel.is_live() {
            Role::Supervisor
        } else {
            Role::Manager
        }
    }

    /// Says whether a reply to a message like this may go out without a person: only where the policy
    /// says so, the message is calm, and nobody's danger, need or right is at stake. Boundaries,
    /// endings and replies under a boundary or a hold never do; the caller knows those.
    #[must_use]
    pub fn may_auto_send(&self, temperature: Temperature, crisis: Crisis, flags: Flags) -> bool {
        match self.auto_send {
            AutoSend::Never => false,
            AutoSend::CalmOnly => {
                temperature.get() == 0
                    && crisis == Crisis::None
                    && !flags.intersects(NOT_UNATTENDED)
            }
        }
    }

    /// How long this contact may take, where calls are limited and this one may be: never for someone
    /// at risk or someone whose needs call for more time (`domain.md` 2.1, 4.7). It is announced at
    /// the start or it does not hold.
    #[must_use]
    pub fn call_limit(&self, channel: Channel, crisis: Crisis, flags: Flags) -> Option<Millis> {
        let spared = crisis != Crisis::None || flags.intersects(Flags::NEEDS);
        let minutes = self.time_limited_calls.filter(|_| channel == Channel::Phone && !spared)?;
        Some(Millis::minutes(minutes.into()))
    }

    /// Says whether a person may let the warnings of a contact that ended at `ended` count in one that
    /// opens at `opened`. It takes their recorded decision: no machine carries a warning over.
    #[must_use]
    pub fn may_carry_warnings(&self, ended: Timestamp, opened: Timestamp) -> bool {
        match self.warnings_carry_over {
            CarryOver::Never => false,
            CarryOver::Days(days) => opened.since(ended) <= Millis::days(days.into()),
        }
    }

    /// Says whether the crisis directory is missing, or was last checked over 180 days before `at`.
    #[must_use]
    pub fn crisis_directory_is_stale(&self, at: Timestamp) -> bool {
        self.crisis_directory.as_ref().is_none_or(|directory| directory.is_stale(at))
    }
}
