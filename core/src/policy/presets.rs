//! The policies that ship (`domain.md` 4.7).

use alloc::string::String;

use super::{AlertAt, AlertDelivery, Channels, Limits, Policy, SevereKinds, Timers, Vocabulary};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordField, RecordFields, Role, SevereKind};

pub(super) static STANDARD: Policy = Policy {
    heat_bands: [Milli::saturating(200), Milli::saturating(450), Milli::saturating(800)],
    line_at: Milli::saturating(500),
    vocabulary: Vocabulary::EMPTY,
    min_warnings: 2,
    max_boundaries: 2,
    boundary_min_confidence: Milli::saturating(850),
    consequence_from: 2,
    offer_supervisor_after: Some(3),
    alert_at: AlertAt::Boundary(2),
    alert_delivery: AlertDelivery::Automatic,
    immediate_kinds: SevereKinds::EMPTY
        .with(SevereKind::Violence)
        .with(SevereKind::Hate)
        .with(SevereKind::Sexual)
        .with(SevereKind::Stalking),
    agent_may_discontinue: Channels::EMPTY.with(Channel::Phone).with(Channel::Chat),
    crisis_clear_role: Role::Safety,
    threat_clear_role: Role::Supervisor,
    record_before_ending: RecordFields::EMPTY
        .with(RecordField::Agent)
        .with(RecordField::Verbatim)
        .with(RecordField::Warnings)
        .with(RecordField::Adjustments)
        .with(RecordField::Evidence),
    timers: [
        Timers::standard(Channel::Phone),
        Timers::standard(Channel::Chat),
        Timers::standard(Channel::Messaging),
        Timers::standard(Channel::Email),
        Timers::standard(Channel::Social),
    ],
    limits: Limits::STANDARD,
    crisis_directory: None,
    contractions: false,
    reading_grade_target: 6,
};

pub(super) fn named(name: &str) -> Result<Policy, PolicyError> {
    match name {
        "default" => Ok(STANDARD.clone()),
        // The second essay: one boundary; if it "remains", document, alert, follow policy, stop.
        "seed" => Ok(Policy {
            min_warnings: 1,
            max_boundaries: 1,
            alert_at: AlertAt::NextCrossing,
            ..STANDARD.clone()
        }),
        other => Err(PolicyError::Unknown { field: "preset", given: String::from(other) }),
    }
}
