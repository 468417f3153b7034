//! What is owed and by when (`domain.md` 4.6).

use alloc::vec::Vec;

use crate::policy::Limits;
use crate::terms::named;
use crate::time::{Millis, Timestamp};

named! {
    /// What is owed.
    pub enum ObligationKind {
        /// A first human answer.
        Acknowledge = 0 "acknowledge",
        /// Summarise: the listening window is over.
        Summarise = 1 "summarise",
        /// The next update.
        Update = 2 "update",
        /// A promised time.
        Promise = 3 "promise",
        /// A reminder of what we asked for.
        Nudge = 4 "nudge",
        /// Ask whether the fix holds.
        Confirm = 5 "confirm",
        /// Check back.
        FollowUp = 6 "follow_up",
        /// A supervisor must acknowledge.
        SupervisorAck = 7 "supervisor_ack",
        /// Respect has lasted long enough to clear a boundary.
        Cooldown = 8 "cooldown",
        /// The reopening window ends.
        ReopenWindow = 9 "reopen_window",
        /// A data request must be answered.
        DataRequest = 10 "data_request",
        /// A formal complaint must be answered.
        FormalComplaint = 11 "formal_complaint",
        /// A hazard must be handled.
        SafetyHazard = 12 "safety_hazard",
        /// A report about our own staff must be handled.
        ReportedAbuse = 13 "reported_abuse",
        /// Something must be said: nobody sits in silence while work goes on (live channels).
        Silence = 14 "silence",
        /// The agent must come back to a customer who holds (phone).
        Hold = 15 "hold",
    }
}

impl ObligationKind {
    /// Says whether the customer may count on it: a promise or a right. These hold a contact open
    /// until they are met or transferred (`domain.md` I10, I17); the others are reminders.
    #[must_use]
    pub const fn is_debt(self) -> bool {
        match self {
            Self::Promise
            | Self::DataRequest
            | Self::FormalComplaint
            | Self::SafetyHazard
            | Self::ReportedAbuse => true,
            Self::Acknowledge
            | Self::Summarise
            | Self::Update
            | Self::Nudge
            | Self::Confirm
            | Self::FollowUp
            | Self::SupervisorAck
            | Self::Cooldown
            | Self::ReopenWindow
            | Self::Silence
            | Self::Hold => false,
        }
    }

    /// Says whether it waits while a person may be at risk (`domain.md` 4.5).
    pub(super) const fn waits_in_crisis(self) -> bool {
        match self {
            Self::Summarise
            | Self::Update
            | Self::Nudge
            | Self::Confirm
            | Self::FollowUp
            | Self::Cooldown
            | Self::ReopenWindow => true,
            Self::Acknowledge
            | Self::Promise
            | Self::SupervisorAck
            | Self::Silence
            | Self::Hold
            | Self::DataRequest
            | Self::FormalComplaint
            | Self::SafetyHazard
            | Self::ReportedAbuse => false,
        }
    }
}

named! {
    /// Where something owed stands.
    pub enum ObligationState {
        /// Ahead.
        Open = 0 "open",
        /// About to fall due: the agent was warned in time.
        Warned = 1 "warned",
        /// Its time has passed.
        Overdue = 2 "overdue",
        /// A named owner elsewhere has it.
        Transferred = 3 "transferred",
    }
}

/// One thing owed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Obligation {
    /// What.
    pub kind: ObligationKind,
    /// Since when.
    pub since: Timestamp,
    /// By when.
    pub due: Timestamp,
    /// When to look at it first: before `due` for a promise, a silence and a hold, else `due`.
    pub alarm: Timestamp,
    /// Where it stands.
    pub state: ObligationState,
}

impl Obligation {
    /// When the host must come back for it, if it still must.
    pub(super) fn rings_at(&self) -> Option<Timestamp> {
        match self.state {
            ObligationState::Open => Some(self.alarm),
            ObligationState::Warned => Some(self.due),
            ObligationState::Overdue | ObligationState::Transferred => None,
        }
    }
}

/// When the host must come back, and for what.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deadline {
    /// The moment: before `due` for a promise, so that it can still be moved honestly.
    pub at: Timestamp,
    /// What is owed.
    pub kind: ObligationKind,
    /// When it is owed.
    pub due: Timestamp,
}

/// Everything owed, soonest first. At most one of each kind, save promises.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub(crate) struct Owed {
    pub(crate) list: Vec<Obligation>,
}

impl Owed {
    /// Owes `kind` from now; replaces one of the same kind.
    pub(super) fn set(&mut self, kind: ObligationKind, since: Timestamp, due: Timestamp) {
        self.set_early(kind, since, due, due);
    }

    /// As [`set`](Self::set), with a warning before.
    pub(super) fn set_early(
        &mut self,
        kind: ObligationKind,
        since: Timestamp,
        due: Timestamp,
        warning: Timestamp,
    ) {
        self.clear(kind);
        let alarm = warning.min(due);
        self.add(Obligation { kind, since, due, alarm, state: ObligationState::Open });
    }

    /// A promise rings a fifth of its time before it falls due, and at least the policy's notice, so
    /// that it can still be moved honestly (`domain.md` 4.6).
    pub(super) fn promise(&mut self, since: Timestamp, due: Timestamp, limits: &Limits) {
        let early = Millis(due.since(since).0.div_euclid(5)).max(limits.promise_notice);
        let alarm = due.before(early).max(since);
        let kind = ObligationKind::Promise;
        self.add(Obligation { kind, since, due, alarm, state: ObligationState::Open });
    }

    fn add(&mut self, obligation: Obligation) {
        let place = self.list.partition_point(|other| other.due <= obligation.due);
        self.list.insert(place, obligation);
    }

    pub(super) fn get(&self, kind: ObligationKind) -> Option<&Obligation> {
        self.list.iter().find(|obligation| obligation.kind == kind)
    }

    pub(super) fn clear(&mut self, kind: ObligationKind) {
        self.list.retain(|obligation| obligation.kind != kind);
    }

    /// The time of `kind` is over now, whether it was owed or not.
    pub(super) fn expire(&mut self, kind: ObligationKind, at: Timestamp) {
        let since = self.get(kind).map_or(at, |known| known.since);
        self.clear(kind);
        self.add(Obligation { kind, since, due: at, alarm: at, state: ObligationState::Overdue });
    }

    /// Takes off the soonest of `kind` that is still ours.
    pub(super) fn meet(&mut self, kind: ObligationKind) -> bool {
        let ours = |obligation: &Obligation| {
            obligation.kind == kind && obligation.state != ObligationState::Transferred
        };
        let place = self.list.iter().position(ours);
        if let Some(place) = place {
            self.list.remove(place);
        }
        place.is_some()
    }

    pub(super) fn transfer(&mut self, kind: ObligationKind) -> bool {
        let mut any = false;
        for obligation in &mut self.list {
            if obligation.kind == kind && obligation.state != ObligationState::Transferred {
                obligation.state = ObligationState::Transferred;
                any = true;
            }
        }
        any
    }

    /// A message went out: promises that were due or about to be are met, and a new promise replaces
    /// the soonest one (`domain.md` 4.2: the obligation is met, a new one is needed).
    pub(super) fn answer(&mut self, at: Timestamp, moved: bool) {
        self.list.retain(|obligation| {
            obligation.kind != ObligationKind::Promise
                || obligation.state == ObligationState::Transferred
                || (obligation.state == ObligationState::Open && obligation.alarm > at)
        });
        if moved {
            self.meet(ObligationKind::Promise);
        }
    }

    /// Promises and rights that nobody else has taken.
    pub(crate) fn owes(&self) -> bool {
        self.list.iter().any(|obligation| {
            obligation.kind.is_debt() && obligation.state != ObligationState::Transferred
        })
    }

    /// What survives closing: debts in other hands, and rights.
    pub(super) fn keep_debts(&mut self) {
        self.list.retain(|obligation| obligation.kind.is_debt());
    }

    pub(super) fn next(&self, held: bool) -> Option<Deadline> {
        self.list
            .iter()
            .filter(|obligation| !(held && obligation.kind.waits_in_crisis()))
            .filter_map(|obligation| {
                let at = obligation.rings_at()?;
                Some(Deadline { at, kind: obligation.kind, due: obligation.due })
            })
            .min_by_key(|deadline| deadline.at)
    }
}
