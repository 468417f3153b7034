//! Policies: what the builder and the JSON accept, and what they refuse, by name.

#![cfg(feature = "serde")]

use unruffled::{
    AlertAt, Channel, CrisisDirectory, Limits, Milli, Millis, Policy, PolicyBuilder,
    PolicyDocument, PolicyError, RecordFields, Role, SevereKind, SevereKinds, Strength, Target,
    Timers, Timestamp, Vocabulary, classify_message,
};

#[test]
fn knobs_have_ranges_floors_and_contradictions() {
    let standard = Policy::builder;
    let contradicts = |first, second| Some(PolicyError::Contradiction { first, second });
    let outside = |field, given, min, max| Some(PolicyError::OutOfRange { field, given, min, max });
    let endless = Timers { nudge: Millis(u64::MAX), ..Timers::standard(Channel::Chat) };
    let no_turns = Timers { cooldown_turns: 0, ..Timers::standard(Channel::Email) };
    let instant = Limits { severe_ack: Millis(0), ..*Policy::standard().limits() };
    let year = Millis::days(366).0;
    let [low, mid, high] = Policy::standard().heat_bands();
    let table: Vec<(PolicyBuilder, Option<PolicyError>)> = vec![
        (standard(), None),
        (standard().min_warnings(1), None),
        (standard().min_warnings(0), outside("min_warnings", 0, 1, 5)),
        (standard().max_boundaries(6), outside("max_boundaries", 6, 1, 5)),
        (standard().min_warnings(3), contradicts("min_warnings", "max_boundaries")),
        (standard().min_warnings(1).max_boundaries(1), contradicts("alert_at", "max_boundaries")),
        (standard().min_warnings(1).max_boundaries(1).alert_at(AlertAt::Never), None),
        (standard().alert_at(AlertAt::Boundary(0)), outside("alert_at", 0, 1, 5)),
        (
            standard().boundary_min_confidence(Milli::saturating(599)),
            outside("boundary_min_confidence", 599, 600, 990),
        ),
        (
            standard().immediate_kinds(SevereKinds::from([SevereKind::Device])),
            contradicts("immediate_kinds", "device"),
        ),
        (standard().crisis_clear_role(Role::Agent), outside("crisis_clear_role", 0, 1, 3)),
        (
            standard().record_before_ending(RecordFields::EMPTY),
            contradicts("record_before_ending", "verbatim"),
        ),
        (standard().heat_bands([low, high, mid]), contradicts("heat_bands", "heat_bands")),
        (
            standard().timers(Channel::Chat, endless),
            outside("timers.chat.nudge", u64::MAX, 1_000, year),
        ),
        (
            standard().timers(Channel::Email, no_turns),
            outside("timers.email.cooldown_turns", 0, 1, 20),
        ),
        (standard().limits(instant), outside("limits.severe_ack", 0, 1_000, year)),
        (standard().reading_grade_target(11), outside("reading_grade_target", 11, 4, 10)),
        (standard().offer_supervisor_after(Some(0)), outside("offer_supervisor_after", 0, 1, 20)),
        (standard().offer_supervisor_after(None), None),
    ];
    for (row, (builder, expected)) in table.into_iter().enumerate() {
        assert_eq!(builder.build().err(), expected, "row {row}");
    }
}

#[test]
fn json_changes_only_what_it_names() {
    let read = |json: &str| {
        let document: PolicyDocument = serde_json::from_str(json).map_err(|_| None)?;
        Policy::try_from(document).map_err(|error| Some(error.to_string()))
    };
    assert_eq!(read("{}").unwrap(), *Policy::standard());
    assert_eq!(read(r#"{"preset":"seed"}"#).unwrap(), Policy::preset("seed").unwrap());
    let changed = read(
        r#"{"preset":"seed","max_boundaries":3,"alert_at":"2","contractions":true,
            "immediate_kinds":["violence"],"agent_may_discontinue":[],"line_at":600,
            "timers":{"chat":{"update_upset":60000,"cooldown":3600000}},
            "limits":{"reopen_window":1000},
            "crisis_directory":{"emergency_number":"000","crisis_line":"A line",
                "crisis_contact":"call 111","verified_on":1000}}"#,
    )
    .unwrap();
    assert_eq!(changed.max_boundaries(), 3);
    assert_eq!(changed.min_warnings(), 1, "from the preset");
    assert_eq!(changed.alert_at(), AlertAt::Boundary(2));
    assert!(changed.contractions() && !changed.is_immediate(SevereKind::Hate));
    assert_eq!(changed.ending_role(Channel::Chat), Role::Supervisor);
    assert_eq!(changed.ending_role(Channel::Email), Role::Manager);
    assert_eq!(changed.line_at().get(), 600);
    let chat = changed.timers(Channel::Chat);
    assert_eq!((chat.update_upset, chat.cooldown), (Millis::minutes(1), Some(Millis::hours(1))));
    assert_eq!(chat.update_calm, Timers::standard(Channel::Chat).update_calm);
    assert_eq!(changed.timers(Channel::Email), Policy::standard().timers(Channel::Email));
    assert_eq!(changed.limits().reopen_window, Millis::seconds(1));
    assert!(changed.crisis_directory().is_some());

    let refused = [
        (r#"{"presets":"seed"}"#, None),
        (r#"{"timers":{"chat":{"nap":1}}}"#, None),
        (r#"{"immediate_kinds":["rude"]}"#, None),
        (r#"{"preset":"nice"}"#, Some("`preset` has no value `nice`")),
        (r#"{"alert_at":"soon"}"#, Some("`alert_at` has no value `soon`")),
        (r#"{"timers":{"fax":{}}}"#, Some("`timers` has no value `fax`")),
        (r#"{"line_at":1001}"#, Some("`line_at` is 1001; it must lie in 0..=1000")),
        (
            r#"{"min_warnings":4}"#,
            Some("`min_warnings` and `max_boundaries` contradict each other"),
        ),
    ];
    for (json, expected) in refused {
        assert_eq!(read(json).unwrap_err().as_deref(), expected, "{json}");
    }
}

#[test]
fn a_crisis_directory_goes_stale_after_180_days() {
    let verified_on = Timestamp(1_000);
    let directory = CrisisDirectory {
        emergency_number: "000".into(),
        crisis_line: "A line".into(),
        crisis_contact: "call 111".into(),
        verified_on,
    };
    let policy = Policy::builder().crisis_directory(Some(directory)).build().unwrap();
    let last = verified_on.after(Millis::days(180));
    assert!(!policy.crisis_directory_is_stale(last));
    assert!(policy.crisis_directory_is_stale(last.after(Millis(1))));
    assert!(Policy::standard().crisis_directory_is_stale(verified_on), "none at all");
}

#[test]
fn a_document_brings_the_hosts_own_words() {
    let read = |json: &str| {
        let document: PolicyDocument =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        Policy::try_from(document).map_err(|error| error.to_string())
    };
    let words = r#"{"vocabulary": {"allow": ["Bastard IPA"], "mute": ["rubbish"],
        "add": [{"phrase": "gonk", "strength": "crossing", "target": "agent"}]}}"#;
    let policy = read(words).unwrap();
    let built = Vocabulary::EMPTY
        .allow("Bastard IPA")
        .add("gonk", Strength::Crossing, Target::Agent)
        .mute("rubbish");
    assert_eq!(policy.vocabulary(), &built);
    let crosses =
        |text: &str, policy: &Policy| classify_message(text, policy).reading.crosses_line();
    assert!(crosses("you gonk", &policy) && !crosses("you gonk", Policy::standard()));
    let refused = [
        (r#"{"vocabulary": {"allow": [" - "]}}"#, "vocabulary.allow"),
        (r#"{"vocabulary": {"mute": [""]}}"#, "vocabulary.mute"),
        (
            r#"{"vocabulary": {"add": [{"phrase": "?", "strength": "mild", "target": "agent"}]}}"#,
            "vocabulary.add",
        ),
        (
            r#"{"vocabulary": {"add": [{"phrase": "gonk", "strength": "awful", "target": "agent"}]}}"#,
            "awful",
        ),
        (r#"{"vocabulary": {"add": [{"phrase": "gonk"}]}}"#, "strength"),
        (r#"{"vocabulary": {"forbid": ["gonk"]}}"#, "forbid"),
    ];
    for (json, named) in refused {
        let error = read(json).unwrap_err();
        assert!(error.contains(named), "{json}: {error}");
    }
}
