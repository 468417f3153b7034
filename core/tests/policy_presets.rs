//! What each shipped policy is, as far as it differs from `default` (`domain.md` 4.7).

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, and what serves the tests here is a test too"
)]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use unruffled::{Channel, PRESETS, Policy, PolicyBuilder, Role, SevereKind};

/// The knobs of a preset that differ from the default, by their places in a file.
fn differences(name: &str) -> BTreeMap<String, Value> {
    let flat = |policy: &Policy| {
        let mut leaves = BTreeMap::new();
        flatten("", &serde_json::to_value(policy).unwrap(), &mut leaves);
        leaves
    };
    let standard = flat(Policy::standard());
    let mut leaves = flat(&Policy::preset(name).unwrap());
    assert!(standard.keys().all(|place| leaves.contains_key(place)), "{name} lacks knobs");
    leaves.retain(|place, value| standard.get(place) != Some(value));
    leaves
}

fn flatten(place: &str, value: &Value, leaves: &mut BTreeMap<String, Value>) {
    let Some(members) = value.as_object() else {
        leaves.insert(place.to_string(), value.clone());
        return;
    };
    for (key, value) in members {
        flatten(&format!("{place}/{key}"), value, leaves);
    }
}

fn assert_differs(name: &str, expected: Value) {
    let expected: BTreeMap<String, Value> = serde_json::from_value(expected).unwrap();
    assert_eq!(differences(name), expected, "{name}");
}

#[test]
fn every_preset_stands_up_to_its_own_checks() {
    for name in PRESETS {
        let policy = Policy::preset(name).unwrap();
        assert_eq!(PolicyBuilder::from(policy).problems(), [], "{name}");
    }
    for other in ["", "Default", "public_body"] {
        assert!(Policy::preset(other).is_err(), "{other}");
    }
}

#[test]
fn default_is_the_standard() {
    assert_differs("default", json!({}));
    assert_eq!(Policy::preset("default").unwrap(), *Policy::standard());
}

#[test]
fn seed_has_one_boundary_and_alerts_at_the_next_crossing() {
    assert_differs(
        "seed",
        json!({"/min_warnings": 1, "/max_boundaries": 1, "/alert_at": "next_crossing"}),
    );
}

#[test]
fn public_body_ends_in_writing_by_a_manager_with_an_appeal() {
    let policy = Policy::preset("public-body").unwrap();
    assert_eq!((policy.min_warnings(), policy.max_boundaries()), (2, 2));
    let appeal = policy.restriction().appeal_route.clone().unwrap();
    assert!(policy.restriction().is_usable() && appeal.contains("ombudsman"));
    assert_eq!(policy.ending_role(Channel::Email), Role::Manager);
    assert_differs(
        "public-body",
        json!({
            "/agent_may_discontinue": ["phone"],
            "/record_before_ending": [
                "agent", "verbatim", "context", "warnings", "response", "adjustments", "evidence",
                "review_date",
            ],
            "/restriction/max_months": 12,
            "/restriction/review_months": 6,
            "/restriction/appeal_route": appeal,
            "/retention/months": 24,
            "/style/formality": "formal",
        }),
    );
}

#[test]
fn one_warning_phone_announces_the_ending_with_its_warning() {
    let policy = Policy::preset("one-warning-phone").unwrap();
    assert_eq!(policy.ending_role(Channel::Phone), Role::Agent);
    assert_differs(
        "one-warning-phone",
        json!({
            "/min_warnings": 1,
            "/max_boundaries": 1,
            "/consequence_from": 1,
            "/alert_at": "next_crossing",
            "/agent_may_discontinue": ["phone"],
        }),
    );
}

#[test]
fn three_strikes_has_three_warnings() {
    assert_differs("three-strikes", json!({"/min_warnings": 3, "/max_boundaries": 3}));
}

#[test]
fn small_saas_warns_once_and_leaves_email_to_a_manager() {
    let policy = Policy::preset("small-saas").unwrap();
    assert_eq!(policy.ending_role(Channel::Chat), Role::Supervisor);
    assert_eq!(policy.ending_role(Channel::Email), Role::Manager);
    assert_eq!(policy.restriction().open_channels, [Channel::Email].into());
    assert_differs(
        "small-saas",
        json!({
            "/min_warnings": 1,
            "/max_boundaries": 1,
            "/consequence_from": 1,
            "/alert_at": "1",
            "/agent_may_discontinue": [],
            "/style/contractions": true,
            "/style/formality": "friendly",
        }),
    );
}

#[test]
fn health_looks_at_capacity_before_any_boundary() {
    let policy = Policy::preset("health").unwrap();
    assert!(!policy.is_immediate(SevereKind::Hate) && policy.is_immediate(SevereKind::Violence));
    assert_eq!(policy.ending_role(Channel::Phone), Role::Supervisor);
    assert_differs(
        "health",
        json!({
            "/immediate_kinds": ["violence", "sexual", "stalking"],
            "/agent_may_discontinue": [],
            "/record_before_boundary": ["context", "adjustments"],
            "/record_before_ending": [
                "agent", "verbatim", "context", "warnings", "supervisor_response", "adjustments",
                "evidence",
            ],
        }),
    );
}

#[test]
fn financial_uk_puts_vulnerability_and_complaints_first() {
    let policy = Policy::preset("financial-uk").unwrap();
    assert_eq!(policy.limits().formal_complaint, unruffled::Millis::days(8 * 7));
    assert_differs(
        "financial-uk",
        json!({
            "/offer_supervisor_after": 2,
            "/agent_may_discontinue": ["phone"],
            "/record_before_boundary": ["adjustments"],
            "/record_before_ending": [
                "agent", "verbatim", "context", "warnings", "adjustments", "evidence", "issue_owner",
            ],
            "/retention/months": 36,
        }),
    );
}
