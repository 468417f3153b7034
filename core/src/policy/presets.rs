//! The policies that ship (`domain.md` 4.7).

use alloc::string::String;
use alloc::vec::Vec;

use super::{
    AlertAt, AlertDelivery, AutoSend, CarryOver, Channels, Formality, Limits, Policy,
    RestrictionRules, Retention, SevereKinds, Style, Timers, UndirectedProfanity, Vocabulary,
};
use crate::error::PolicyError;
use crate::terms::{Channel, Milli, RecordField, RecordFields, Role, SevereKind};
use crate::time::Millis;

/// The names of the shipped policies, each with what it is for. The sources are surveys of published
/// policies and of agents' reports (`domain.md` 2.1); none of them is legal advice.
///
/// - `default`: two boundaries, a supervisor from the second, then a person may end the contact.
/// - `seed`: one boundary; on the next crossing document, alert the supervisor, then stop.
/// - `public-body`: as ombudsmen and councils do it: endings in writing by a manager, restrictions of
///   up to a year with a review and an appeal, formal letters.
/// - `one-warning-phone`: one warning that announces the ending, then the agent may hang up.
/// - `three-strikes`: three warnings before an ending.
/// - `small-saas`: one warning, endings by a supervisor or manager, e-mail stays open; friendly.
/// - `health`: capacity and needs are looked at before any boundary, and senior staff end contacts.
/// - `financial-uk`: vulnerability before any boundary, eight weeks for a complaint, longer records.
pub const PRESETS: [&str; 8] = [
    "default",
    "seed",
    "public-body",
    "one-warning-phone",
    "three-strikes",
    "small-saas",
    "health",
    "financial-uk",
];

pub(super) static STANDARD: Policy = Policy {
    heat_bands: [Milli::saturating(200), Milli::saturating(450), Milli::saturating(800)],
    line_at: Milli::saturating(500),
    vocabulary: Vocabulary::EMPTY,
    min_warnings: 2,
    max_boundaries: 2,
    boundary_min_confidence: Milli::saturating(850),
    consequence_from: 2,
    undirected_profanity: UndirectedProfanity::Ignore,
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
    record_before_boundary: RecordFields::EMPTY,
    record_before_ending: RecordFields::EMPTY
        .with(RecordField::Agent)
        .with(RecordField::Verbatim)
        .with(RecordField::Warnings)
        .with(RecordField::Adjustments)
        .with(RecordField::Evidence),
    warnings_carry_over: CarryOver::Never,
    restriction: RestrictionRules::STANDARD,
    time_limited_calls: None,
    auto_send: AutoSend::Never,
    legal_hold_words: Vec::new(),
    timers: [
        Timers::standard(Channel::Phone),
        Timers::standard(Channel::Chat),
        Timers::standard(Channel::Messaging),
        Timers::standard(Channel::Email),
        Timers::standard(Channel::Social),
    ],
    limits: Limits::STANDARD,
    calendar: None,
    crisis_directory: None,
    retention: Retention::STANDARD,
    style: Style::STANDARD,
    reading_grade_target: 6,
};

pub(super) fn named(name: &str) -> Result<Policy, PolicyError> {
    match name {
        "default" => Ok(STANDARD.clone()),
        "seed" => Ok(seed()),
        "public-body" => Ok(public_body()),
        "one-warning-phone" => Ok(one_warning_phone()),
        "three-strikes" => Ok(three_strikes()),
        "small-saas" => Ok(small_saas()),
        "health" => Ok(health()),
        "financial-uk" => Ok(financial_uk()),
        other => Err(PolicyError::Unknown { field: "preset", given: String::from(other) }),
    }
}

/// The second essay: one boundary; if it "remains", document, alert, follow policy, stop.
fn seed() -> Policy {
    Policy {
        min_warnings: 1,
        max_boundaries: 1,
        alert_at: AlertAt::NextCrossing,
        ..STANDARD.clone()
    }
}

/// Ombudsmen and councils (PHSO, LGSCO, Reading, Welwyn Hatfield and others, `domain.md` 2.1): on the
/// phone the agent gives the chance to change and may then end; anything in writing is a manager's,
/// with the reason, the duration, a review and a way to challenge it.
fn public_body() -> Policy {
    let appeal = "You can ask for this decision to be looked at again by a manager who had no part \
                  in it. If you still disagree, you can go to the ombudsman.";
    Policy {
        agent_may_discontinue: Channels::EMPTY.with(Channel::Phone),
        record_before_ending: STANDARD
            .record_before_ending
            .with(RecordField::Context)
            .with(RecordField::Response)
            .with(RecordField::ReviewDate),
        restriction: RestrictionRules {
            max_months: 12,
            review_months: 6,
            appeal_route: Some(String::from(appeal)),
            ..RestrictionRules::STANDARD
        },
        retention: Retention { months: 24, ..Retention::STANDARD },
        style: Style { formality: Formality::Formal, ..Style::STANDARD },
        ..STANDARD.clone()
    }
}

/// A mid-size bank's and a council's call process (`domain.md` 2.1): one polite warning, the ending
/// announced with it, then hang up; documented, and the supervisor told.
fn one_warning_phone() -> Policy {
    Policy {
        min_warnings: 1,
        max_boundaries: 1,
        consequence_from: 1,
        alert_at: AlertAt::NextCrossing,
        agent_may_discontinue: Channels::EMPTY.with(Channel::Phone),
        ..STANDARD.clone()
    }
}

/// Agents' reports of employers with three warnings (`domain.md` 2.1).
fn three_strikes() -> Policy {
    Policy { min_warnings: 3, max_boundaries: 3, ..STANDARD.clone() }
}

/// Small software companies (TypingMind, Stripe, `domain.md` 2.1): warn, then e-mail only, decided by
/// whoever leads; the tone of people who know each other.
fn small_saas() -> Policy {
    Policy {
        min_warnings: 1,
        max_boundaries: 1,
        consequence_from: 1,
        alert_at: AlertAt::Boundary(1),
        agent_may_discontinue: Channels::EMPTY,
        style: Style { contractions: true, formality: Formality::Friendly, ..Style::STANDARD },
        ..STANDARD.clone()
    }
}

/// NHS trusts (`domain.md` 2.1): exceptions for capacity and clinical need come first, and senior
/// staff decide. Hate is met with a warning at first: it may be an illness that speaks.
fn health() -> Policy {
    Policy {
        immediate_kinds: STANDARD.immediate_kinds.without(SevereKind::Hate),
        agent_may_discontinue: Channels::EMPTY,
        record_before_boundary: RecordFields::EMPTY
            .with(RecordField::Adjustments)
            .with(RecordField::Context),
        record_before_ending: STANDARD
            .record_before_ending
            .with(RecordField::Context)
            .with(RecordField::SupervisorResponse),
        ..STANDARD.clone()
    }
}

/// UK financial firms (FCA FG21/1, `domain.md` 2.6): vulnerability is considered before any boundary,
/// a supervisor is offered sooner, and the records of a complaint last three years. A complaint has
/// eight weeks. The two lengths are common knowledge of the UK's complaint rules: have them checked.
fn financial_uk() -> Policy {
    Policy {
        offer_supervisor_after: Some(2),
        agent_may_discontinue: Channels::EMPTY.with(Channel::Phone),
        record_before_boundary: RecordFields::EMPTY.with(RecordField::Adjustments),
        record_before_ending: STANDARD
            .record_before_ending
            .with(RecordField::Context)
            .with(RecordField::IssueOwner),
        limits: Limits { formal_complaint: Millis::days(56), ..Limits::STANDARD },
        retention: Retention { months: 36, ..Retention::STANDARD },
        ..STANDARD.clone()
    }
}
