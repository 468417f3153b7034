//! The three regions, the supervisor record and their projection (`domain.md` 4.1).

use crate::terms::{SevereKind, named};
use crate::time::Timestamp;

named! {
    /// Where the work stands.
    pub enum Service {
        /// A message came in; nobody has read it.
        Open = 0 "open",
        /// Someone is taking it in.
        Listening = 1 "listening",
        /// The problem has been named back.
        Acknowledged = 2 "acknowledged",
        /// A step is under way.
        Working = 3 "working",
        /// We asked for one thing.
        AwaitingCustomer = 4 "awaiting_customer",
        /// Every item is disposed of.
        Resolved = 5 "resolved",
        /// A check back is due.
        FollowUp = 6 "follow_up",
        /// Done; a message reopens it.
        Closed = 7 "closed",
    }
}

/// Where the conduct ladder stands.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Standing {
    /// No boundary in force.
    Clear,
    /// The nth boundary is in force.
    BoundarySet(u8),
    /// This contact was ended because of conduct.
    Discontinued,
}

/// Whether safety leads.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Safety {
    /// No.
    None,
    /// A severe threat is being handled.
    ThreatHold(SevereKind),
    /// A person may be at risk.
    CrisisHold,
    /// A trained person has it.
    HandedOver,
}

#[cfg(feature = "serde")]
mod by_name {
    //! JSON names back into regions; `wire` writes them.

    use alloc::borrow::Cow;
    use alloc::format;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer};

    use super::{Safety, Standing};
    use crate::terms::SevereKind;

    impl<'de> Deserialize<'de> for Standing {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let name = <Cow<'de, str>>::deserialize(from)?;
            match name.as_ref() {
                "clear" => Some(Self::Clear),
                "discontinued" => Some(Self::Discontinued),
                other => other
                    .strip_prefix("boundary_set:")
                    .and_then(|n| n.parse().ok())
                    .map(Self::BoundarySet),
            }
            .ok_or_else(|| D::Error::custom(format!("no standing is called `{name}`")))
        }
    }

    impl<'de> Deserialize<'de> for Safety {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let name = <Cow<'de, str>>::deserialize(from)?;
            match name.as_ref() {
                "none" => Some(Self::None),
                "crisis_hold" => Some(Self::CrisisHold),
                "handed_over" => Some(Self::HandedOver),
                other => other
                    .strip_prefix("threat_hold:")
                    .and_then(SevereKind::from_name)
                    .map(Self::ThreatHold),
            }
            .ok_or_else(|| D::Error::custom(format!("no safety is called `{name}`")))
        }
    }
}

/// What the supervisor knows.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum Supervisor {
    /// Nothing.
    NotAlerted,
    /// Alerted, not yet acknowledged.
    Alerted {
        /// When.
        at: Timestamp,
        /// Why.
        reason: super::AlertReason,
    },
    /// Acknowledged.
    Acked,
    /// Has taken the contact.
    TookOver,
}

/// The one badge to show: the first that holds of crisis, threat, hand-over, ended, unacknowledged
/// alert, boundary, else the service.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Stage {
    /// A person may be at risk.
    CrisisHold,
    /// A severe threat is being handled.
    ThreatHold(SevereKind),
    /// A trained person has it.
    HandedOver,
    /// Ended because of conduct.
    Discontinued,
    /// A supervisor was alerted and has not acknowledged.
    SupervisorAlerted,
    /// The nth boundary is in force.
    BoundarySet(u8),
    /// Nothing special: the service.
    Service(Service),
}

impl Stage {
    /// Returns the stable name used in JSON, without the number or kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CrisisHold => "crisis_hold",
            Self::ThreatHold(_) => "threat_hold",
            Self::HandedOver => "handed_over",
            Self::Discontinued => "discontinued",
            Self::SupervisorAlerted => "supervisor_alerted",
            Self::BoundarySet(_) => "boundary_set",
            Self::Service(service) => service.name(),
        }
    }
}

/// A stage in JSON with its number or kind, for what must be read back.
#[cfg(feature = "serde")]
pub(crate) mod stage_in_full {
    use alloc::borrow::Cow;
    use alloc::format;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Service, Stage};
    use crate::terms::SevereKind;

    pub(crate) fn serialize<S: Serializer>(stage: &Stage, to: S) -> Result<S::Ok, S::Error> {
        match stage {
            Stage::ThreatHold(kind) => to.collect_str(&format_args!("threat_hold:{kind}")),
            Stage::BoundarySet(n) => to.collect_str(&format_args!("boundary_set:{n}")),
            Stage::CrisisHold
            | Stage::HandedOver
            | Stage::Discontinued
            | Stage::SupervisorAlerted
            | Stage::Service(_) => to.serialize_str(stage.name()),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Stage, D::Error> {
        let name = <Cow<'de, str>>::deserialize(from)?;
        let stage = match name.as_ref() {
            "crisis_hold" => Some(Stage::CrisisHold),
            "handed_over" => Some(Stage::HandedOver),
            "discontinued" => Some(Stage::Discontinued),
            "supervisor_alerted" => Some(Stage::SupervisorAlerted),
            other => other
                .strip_prefix("threat_hold:")
                .and_then(SevereKind::from_name)
                .map(Stage::ThreatHold)
                .or_else(|| {
                    Some(Stage::BoundarySet(other.strip_prefix("boundary_set:")?.parse().ok()?))
                })
                .or_else(|| Service::from_name(other).map(Stage::Service)),
        };
        stage.ok_or_else(|| D::Error::custom(format!("no stage is called `{name}`")))
    }
}
