//! Who was told what: alerts at most once a reason and tier (`domain.md` 4.9, I7).

use alloc::vec::Vec;

use super::event::AlertReason;
use super::region::Supervisor;
use crate::time::Timestamp;

/// How often an alert that nobody acknowledged goes to the next in the chain.
const CHAIN: u8 = 3;

#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Watch {
    pub(crate) alerts: Vec<Alert>,
    pub(crate) took_over: bool,
}

/// One reason a supervisor was told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub(crate) struct Alert {
    pub(crate) reason: AlertReason,
    /// Higher is worse: the number of the boundary, the clarity of the crisis.
    pub(crate) tier: u8,
    pub(crate) at: Timestamp,
    pub(crate) acked: bool,
    /// How many in the chain were told.
    pub(crate) told: u8,
}

impl Watch {
    /// Notes that a supervisor is to be told; `false` if they know. A reason that comes back after it
    /// was acknowledged is told again only where `anew`: a new crossing, a new wish.
    pub(super) fn raise(
        &mut self,
        reason: AlertReason,
        tier: u8,
        at: Timestamp,
        anew: bool,
    ) -> bool {
        match self.alerts.iter_mut().find(|alert| alert.reason == reason) {
            Some(alert) if tier > alert.tier || (anew && alert.acked) => {
                *alert = Alert { reason, tier: tier.max(alert.tier), at, acked: false, told: 1 };
                true
            }
            Some(_) => false,
            None => {
                self.alerts.push(Alert { reason, tier, at, acked: false, told: 1 });
                true
            }
        }
    }

    pub(super) fn ack(&mut self) {
        for alert in &mut self.alerts {
            alert.acked = true;
        }
    }

    /// Nobody acknowledged in time: `true` while somebody is left to tell.
    pub(super) fn next_in_chain(&mut self) -> bool {
        let mut any = false;
        for alert in self.alerts.iter_mut().filter(|alert| !alert.acked) {
            if alert.told < CHAIN {
                alert.told = alert.told.saturating_add(1);
                any = true;
            }
        }
        any
    }

    pub(super) fn waits(&self) -> bool {
        self.alerts.iter().any(|alert| !alert.acked)
    }

    /// The gravest alert nobody acknowledged speaks for all: crisis, threat, the latest of the rest.
    pub(crate) fn state(&self) -> Supervisor {
        let urgency = |alert: &&Alert| match alert.reason {
            AlertReason::Crisis => 3_u8,
            AlertReason::Severe => 2,
            AlertReason::PossibleThreat => 1,
            AlertReason::SecondBoundary
            | AlertReason::CustomerAsked
            | AlertReason::AgentAsked
            | AlertReason::SustainedHeat
            | AlertReason::LegalPressRegulator
            | AlertReason::MissedPromises
            | AlertReason::Vulnerability => 0,
        };
        let open = self.alerts.iter().filter(|alert| !alert.acked);
        match open.max_by_key(|alert| (urgency(alert), alert.at)) {
            Some(alert) => Supervisor::Alerted { at: alert.at, reason: alert.reason },
            None if self.took_over => Supervisor::TookOver,
            None if self.alerts.is_empty() => Supervisor::NotAlerted,
            None => Supervisor::Acked,
        }
    }
}
