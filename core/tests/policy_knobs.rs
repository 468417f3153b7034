//! Every knob of `domain.md` 4.7: what it takes, where it stops, what it may not be combined with,
//! and that no policy may override an invariant (4.8).

#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, and what serves the tests here is a test too"
)]

use serde_json::{Value, json};
use unruffled::{
    AutoSend, BusinessCalendar, CarryOver, Channel, Channels, Crisis, Date, Flag, Flags, Millis,
    OpenHours, PRESETS, Policy, PolicyBuilder, PolicyDocument, PolicyError, RestrictionRules,
    Retention, Role, SevereKind, Style, Temperature, TimeOfDay, Timer, Timers, Timestamp,
    UndirectedProfanity, Verbatim,
};

/// What the document says is wrong, or what the policy it makes says, first things first.
fn read(document: &Value) -> Result<Policy, Vec<String>> {
    let document: PolicyDocument =
        serde_json::from_value(document.clone()).map_err(|error| vec![error.to_string()])?;
    let (builder, mut problems) = document.into_builder();
    problems.extend(builder.problems());
    if problems.is_empty() {
        return Ok(builder.build().unwrap());
    }
    Err(problems.iter().map(ToString::to_string).collect())
}

fn hours(opens: u8, closes: u8) -> OpenHours {
    OpenHours { opens: TimeOfDay::at(opens, 0).unwrap(), closes: TimeOfDay::at(closes, 0).unwrap() }
}

#[test]
fn numbers_stop_at_their_ranges() {
    // (the file, the knob, given, min, max): the ends themselves are taken.
    let year = Millis::days(366).0;
    type Knob = (fn(u64) -> Value, &'static str, u64, u64);
    let knobs: &[Knob] = &[
        (|n| json!({"min_warnings": n, "max_boundaries": 5}), "min_warnings", 1, 5),
        (
            |n| json!({"max_boundaries": n, "min_warnings": 1, "alert_at": "never"}),
            "max_boundaries",
            1,
            5,
        ),
        (|n| json!({"line_at": n}), "line_at", 300, 990),
        (|n| json!({"boundary_min_confidence": n}), "boundary_min_confidence", 600, 990),
        (|n| json!({"consequence_from": n, "min_warnings": 1}), "consequence_from", 1, 2),
        (|n| json!({"undirected_profanity": {"soft_ask_after": n}}), "undirected_profanity", 3, 20),
        (|n| json!({"warnings_carry_over": {"days": n}}), "warnings_carry_over", 1, 90),
        (
            |n| json!({"restriction": {"max_months": n, "review_months": 1}}),
            "restriction.max_months",
            1,
            12,
        ),
        (
            |n| json!({"restriction": {"max_months": 12, "review_months": n}}),
            "restriction.review_months",
            1,
            12,
        ),
        (
            |n| json!({"retention": {"months": n}, "restriction": {"max_months": 1, "review_months": 1}}),
            "retention.months",
            1,
            120,
        ),
        (|n| json!({"reading_grade_target": n}), "reading_grade_target", 4, 10),
        (
            |n| json!({"timers": {"chat": {"listening_messages": n}}}),
            "timers.chat.listening_messages",
            1,
            10,
        ),
        (
            |n| json!({"timers": {"social": {"cooldown_turns": n}}}),
            "timers.social.cooldown_turns",
            1,
            20,
        ),
        (|n| json!({"timers": {"phone": {"confirm": n}}}), "timers.phone.confirm", 1_000, year),
        (
            |n| json!({"timers": {"email": {"major_incident": n}}}),
            "timers.email.major_incident",
            1_000,
            year,
        ),
        (|n| json!({"limits": {"reopen_window": n}}), "limits.reopen_window", 1_000, year),
    ];
    let zero_is_none = ["timers.chat.listening_messages", "timers.email.major_incident"];
    for (document, knob, min, max) in knobs {
        for inside in [*min, *max] {
            assert_eq!(read(&document(inside)).err(), None, "{knob} = {inside}");
        }
        for outside in [min - 1, max + 1] {
            if outside == 0 && zero_is_none.contains(knob) {
                assert!(read(&document(0)).is_ok(), "{knob} off");
                continue;
            }
            let expected = format!("`{knob}` is {outside}; it must lie in {min}..={max}");
            let problems = read(&document(outside)).unwrap_err();
            assert!(problems.contains(&expected), "{knob} = {outside}: {problems:?}");
        }
    }
    // Zero means never here, and anything else has a floor.
    for (knob, min, max) in [("time_limited_calls", 20, 480), ("offer_supervisor_after", 1, 20)] {
        for inside in [0, min, max] {
            assert!(read(&json!({ knob: inside })).is_ok(), "{knob} = {inside}");
        }
        for outside in [min - 1, max + 1].iter().filter(|given| **given > 0) {
            let expected = format!("`{knob}` is {outside}; it must lie in {min}..={max}");
            assert_eq!(read(&json!({ knob: outside })).unwrap_err(), [expected]);
        }
    }
}

#[test]
fn knobs_that_contradict_each_other_are_refused_with_both_names() {
    let table = [
        (json!({"min_warnings": 3}), "min_warnings", "max_boundaries"),
        (json!({"alert_at": "3"}), "alert_at", "max_boundaries"),
        (json!({"consequence_from": 1}), "consequence_from", "min_warnings"),
        (json!({"heat_bands": [300, 200, 800]}), "heat_bands", "heat_bands"),
        (
            json!({"warnings_carry_over": {"days": 61}, "retention": {"months": 2},
                "restriction": {"max_months": 1, "review_months": 1}}),
            "warnings_carry_over",
            "retention.months",
        ),
        (
            json!({"restriction": {"max_months": 2}}),
            "restriction.review_months",
            "restriction.max_months",
        ),
        (json!({"retention": {"months": 5}}), "restriction.max_months", "retention.months"),
        (
            json!({"timers": {"phone": {"silence_warning": 11_000}}}),
            "timers.phone.silence_warning",
            "timers.phone.silence",
        ),
        (
            json!({"timers": {"phone": {"silence": 0}}}),
            "timers.phone.silence_warning",
            "timers.phone.silence",
        ),
        (
            json!({"timers": {"phone": {"hold": 121_000}}}),
            "timers.phone.hold",
            "timers.phone.longest_hold",
        ),
        (
            json!({"timers": {"phone": {"longest_hold": 0}}}),
            "timers.phone.hold",
            "timers.phone.longest_hold",
        ),
        (
            json!({"timers": {"phone": {"supervisor_ack": 59_000}}}),
            "limits.severe_ack",
            "timers.phone.supervisor_ack",
        ),
        (
            json!({"calendar": {"hours": {"monday": ["16:00-24:00"]}}}),
            "timers.email.update_by",
            "calendar",
        ),
        (
            json!({"style": {"contractions": true, "formality": "formal"}}),
            "style.contractions",
            "style.formality",
        ),
        (
            json!({"style": {"contractions": true}, "contractions": true}),
            "contractions",
            "style.contractions",
        ),
        (
            json!({"calendar": {"hours": {"monday": ["10:00-09:00"]}}}),
            "calendar.hours",
            "calendar.hours",
        ),
    ];
    for (document, first, second) in table {
        let expected = format!("`{first}` and `{second}` contradict each other");
        assert_eq!(read(&document).unwrap_err(), [expected], "{document}");
    }
}

#[test]
fn no_policy_may_override_an_invariant() {
    let table = [
        // I1, I5: no ending without a warning, the words and a record of both.
        (json!({"min_warnings": 0}), "`min_warnings` is 0"),
        (json!({"record_before_ending": ["verbatim"]}), "`warnings`"),
        (json!({"record_before_ending": ["warnings"]}), "`verbatim`"),
        // I25, and the kinds that a person negotiates: no ending at once.
        (json!({"immediate_kinds": ["device"]}), "`device`"),
        (json!({"immediate_kinds": ["violence", "extortion"]}), "`extortion`"),
        // I2, I22: an agent does not lift a hold alone.
        (json!({"crisis_clear_role": "agent"}), "`crisis_clear_role` is 0"),
        (json!({"threat_clear_role": "agent"}), "`threat_clear_role` is 0"),
        // I3: swearing at things is not asked about at first, and never below three.
        (json!({"undirected_profanity": {"soft_ask_after": 1}}), "must lie in 3..=20"),
        (json!({"undirected_profanity": {"soft_ask_after": 2}}), "must lie in 3..=20"),
        (json!({"boundary_min_confidence": 599}), "must lie in 600..=990"),
        // I6: nothing but calm replies is ever sent without a person.
        (json!({"auto_send": "always"}), "unknown variant `always`"),
        (json!({"auto_send": "upset"}), "unknown variant `upset`"),
        // I8: a way back to clear exists.
        (json!({"timers": {"chat": {"cooldown_turns": 0}}}), "`timers.chat.cooldown_turns` is 0"),
        (json!({"timers": {"chat": {"cooldown_turns": 21}}}), "`timers.chat.cooldown_turns` is 21"),
        // I12: no timer without an end.
        (
            json!({"timers": {"email": {"update_upset": u64::MAX}}}),
            "`timers.email.update_upset` is",
        ),
        (json!({"limits": {"reported_abuse": u64::MAX}}), "`limits.reported_abuse` is"),
        // I14: nobody waits longer for being upset.
        (
            json!({"timers": {"chat": {"first_reply_upset": 61_000}}}),
            "`timers.chat.first_reply_calm` contradict",
        ),
        (
            json!({"timers": {"email": {"update_upset": 172_801_000}}}),
            "`timers.email.update_calm` contradict",
        ),
        // I19: a restriction ends, is reviewed, is a manager's, and leaves a way open.
        (json!({"restriction": {"max_months": 13}}), "must lie in 1..=12"),
        (json!({"restriction": {"review_months": 0}}), "must lie in 1..=12"),
        (json!({"restriction": {"role": "supervisor"}}), "`restriction.role` is 1"),
        (json!({"restriction": {"open_channels": []}}), "`restriction.open_channels` is 0"),
        (
            json!({"restriction": {"appeal_route": " - "}}),
            "`restriction.appeal_route` has no value",
        ),
        // 2.5: a directory that says nothing is none.
        (
            json!({"crisis_directory": {"emergency_number": "", "crisis_line": "A line",
            "crisis_contact": "111", "verified_on": 1}}),
            "`crisis_directory.emergency_number` has no value",
        ),
        // Knobs that would switch off what must stay on do not exist.
        (json!({"human_decides": false}), "unknown field"),
        (json!({"crisis_freezes_conduct": false}), "unknown field"),
        (json!({"audit_log": false}), "unknown field"),
        (json!({"discontinue_at_temperature": 3}), "unknown field"),
    ];
    for (document, why) in table {
        let problems = read(&document).unwrap_err().join("; ");
        assert!(problems.contains(why), "{document}: {problems}");
    }
}

#[test]
fn swearing_at_things_and_temperature_never_send_or_limit_by_themselves() {
    let auto = Policy::builder().auto_send(AutoSend::CalmOnly).build().unwrap();
    let sends = |degrees, crisis, flags: &[Flag]| {
        let flags: Flags = flags.iter().copied().collect();
        auto.may_auto_send(Temperature::saturating(degrees), crisis, flags)
    };
    assert!(sends(0, Crisis::None, &[Flag::Thanks, Flag::Delay]));
    for degrees in 1..=5 {
        assert!(!sends(degrees, Crisis::None, &[]), "T{degrees}");
    }
    for crisis in [Crisis::Possible, Crisis::Explicit, Crisis::Imminent] {
        assert!(!sends(0, crisis, &[]), "{crisis}");
    }
    for flag in Flags::RIGHTS.union(Flags::NEEDS).iter() {
        assert!(!sends(0, Crisis::None, &[flag]), "{flag}");
    }
    assert!(!sends(0, Crisis::None, &[Flag::SafetyHazard]));
    let never = Policy::standard();
    assert!(!never.may_auto_send(Temperature::saturating(0), Crisis::None, Flags::EMPTY));

    let limited = Policy::builder().time_limited_calls(Some(20)).build().unwrap();
    let limit = Some(Millis::minutes(20));
    let none = Flags::EMPTY;
    assert_eq!(limited.call_limit(Channel::Phone, Crisis::None, none), limit);
    assert_eq!(limited.call_limit(Channel::Chat, Crisis::None, none), None);
    assert_eq!(limited.call_limit(Channel::Phone, Crisis::Possible, none), None);
    for flag in Flags::NEEDS.iter() {
        assert_eq!(
            limited.call_limit(Channel::Phone, Crisis::None, none.with(flag)),
            None,
            "{flag}"
        );
    }
    assert_eq!(never.call_limit(Channel::Phone, Crisis::None, none), None);
}

#[test]
fn warnings_carry_over_for_as_long_as_the_policy_says() {
    let policy = Policy::builder().warnings_carry_over(CarryOver::Days(30)).build().unwrap();
    let ended = Timestamp(5_000);
    let last = ended.after(Millis::days(30));
    assert!(policy.may_carry_warnings(ended, last));
    assert!(!policy.may_carry_warnings(ended, last.after(Millis(1))));
    assert!(!Policy::standard().may_carry_warnings(ended, ended));
}

#[test]
fn due_moments_follow_the_calendar_where_the_channel_counts_business_time() {
    let calendar = BusinessCalendar::weekdays(0, hours(9, 17)).unwrap();
    let calendar = calendar.holiday(Date::new(2026, 11, 9).unwrap());
    let policy = Policy::builder().calendar(Some(calendar.clone())).build().unwrap();
    // 2026-11-06 is a Friday; the Monday after it is a holiday here.
    let midnight = Timestamp(Millis::days(20_763).0);
    assert_eq!(calendar.date(midnight), Date::new(2026, 11, 6).unwrap());
    let on = |days: u64, hour: u64, minute: u64| {
        midnight.after(Millis::days(days)).after(Millis::hours(hour)).after(Millis::minutes(minute))
    };
    let friday_at_three = on(0, 15, 0);
    let table = [
        (Channel::Email, Timer::FirstReplyUpset, friday_at_three, Some(on(4, 11, 0))),
        (Channel::Email, Timer::FirstReplyCalm, friday_at_three, Some(on(4, 15, 0))),
        (Channel::Email, Timer::UpdateUpset, friday_at_three, Some(on(4, 15, 0))),
        // Before four in the afternoon.
        (Channel::Email, Timer::UpdateUpset, on(0, 16, 45), Some(on(4, 16, 0))),
        (Channel::Email, Timer::UpdateCalm, on(0, 16, 45), Some(on(5, 16, 0))),
        (Channel::Email, Timer::Nudge, friday_at_three, Some(on(6, 15, 0))),
        (Channel::Email, Timer::SupervisorAck, friday_at_three, Some(on(0, 16, 0))),
        (Channel::Email, Timer::Cooldown, friday_at_three, Some(on(1, 15, 0))),
        (Channel::Email, Timer::Hold, friday_at_three, None),
        (Channel::Phone, Timer::Nudge, friday_at_three, Some(on(4, 15, 0))),
        (Channel::Phone, Timer::LongestHold, on(1, 3, 0), Some(on(1, 3, 2))),
        (Channel::Chat, Timer::UpdateUpset, on(1, 3, 0), Some(on(1, 3, 3))),
        (Channel::Chat, Timer::FollowUp, friday_at_three, Some(on(5, 15, 0))),
        (Channel::Messaging, Timer::Confirm, friday_at_three, Some(on(1, 15, 0))),
    ];
    for (channel, timer, from, due) in table {
        assert_eq!(policy.due(channel, timer, from), due, "{channel}: {timer}");
    }
    // Without a calendar a day is 24 hours.
    for channel in Channel::ALL {
        for timer in Timer::ALL {
            let plain = Policy::standard().timers(*channel).length(*timer);
            let due = Policy::standard().due(*channel, *timer, friday_at_three);
            assert_eq!(due, plain.map(|length| friday_at_three.after(length)), "{channel} {timer}");
        }
    }
}

/// Something else than the default for every knob.
fn unusual() -> PolicyBuilder {
    let timers = Timers {
        listening: None,
        listening_messages: Some(4),
        update_by: TimeOfDay::at(15, 30).unwrap(),
        silence: None,
        in_business_time: [Timer::Confirm].into(),
        ..Timers::standard(Channel::Chat)
    };
    let calendar = BusinessCalendar::weekdays(-210, hours(8, 12)).unwrap();
    Policy::preset("three-strikes")
        .map(PolicyBuilder::from)
        .unwrap()
        .undirected_profanity(UndirectedProfanity::SoftAskAfter(4))
        .warnings_carry_over(CarryOver::Days(14))
        .restriction(RestrictionRules {
            max_months: 9,
            review_months: 2,
            role: Role::Safety,
            open_channels: Channels::from([Channel::Social, Channel::Phone]),
            appeal_route: Some("Write to the board.".into()),
        })
        .time_limited_calls(Some(45))
        .auto_send(AutoSend::CalmOnly)
        .legal_hold_words(vec!["our insurer".into()])
        .timers(Channel::Chat, timers)
        .calendar(Some(calendar.holiday(Date::new(2027, 5, 1).unwrap())))
        .retention(Retention { verbatim: Verbatim::Hashed, ..Policy::standard().retention() })
        .style(Style {
            sign_off: Some("Yours,\nthe team".into()),
            ..Policy::standard().style().clone()
        })
        .vocabulary(unruffled::Vocabulary::EMPTY.allow("Bastard IPA").mute("rubbish"))
}

#[test]
fn a_policy_written_down_reads_back_as_it_was() {
    let mut policies: Vec<Policy> =
        PRESETS.iter().map(|name| Policy::preset(name).unwrap()).collect();
    policies.push(unusual().build().unwrap());
    for policy in policies {
        let written = serde_json::to_value(&policy).unwrap();
        assert_eq!(read(&written).unwrap(), policy, "{written}");
    }
}

#[test]
fn null_leaves_a_knob_as_it_is_and_zero_switches_a_timer_off() {
    let policy = read(&json!({"min_warnings": null, "calendar": null,
        "timers": {"chat": {"listening": 0, "silence": null}}}))
    .unwrap();
    assert_eq!(policy.min_warnings(), Policy::standard().min_warnings());
    let chat = policy.timers(Channel::Chat);
    assert_eq!((chat.listening, chat.silence), (None, Timers::standard(Channel::Chat).silence));
}

#[test]
fn all_problems_come_at_once_and_build_names_the_first() {
    let document = json!({"preset": "nice", "line_at": 1001, "min_warnings": 9,
        "reading_grade_target": 1, "timers": {"fax": {}}, "legal_hold_words": ["?"]});
    assert_eq!(
        read(&document).unwrap_err(),
        [
            "`preset` has no value `nice`",
            "`line_at` is 1001; it must lie in 0..=1000",
            "`timers` has no value `fax`",
            "`min_warnings` is 9; it must lie in 1..=5",
            "`min_warnings` and `max_boundaries` contradict each other",
            "`legal_hold_words` has no value `?`",
            "`reading_grade_target` is 1; it must lie in 4..=10",
        ]
    );
    let builder = Policy::builder().min_warnings(9).reading_grade_target(1);
    let first = PolicyError::OutOfRange { field: "min_warnings", given: 9, min: 1, max: 5 };
    assert_eq!(builder.build(), Err(first));
}

#[test]
fn a_calendar_is_read_from_what_people_write() {
    let policy = read(&json!({"calendar": {"zone_minutes": 60,
        "zone_changes": [{"from": 1_774_746_000_000_u64, "minutes": 120}],
        "hours": {"monday": ["09:00-12:30", "13:30-17:00"], "friday": ["09:00-24:00"]},
        "holidays": ["2026-12-25", "2026-01-01"]}}))
    .unwrap();
    let calendar = policy.calendar().unwrap();
    assert_eq!(calendar.holidays().first().unwrap().to_string(), "2026-01-01");
    assert_eq!(calendar.zone_changes().len(), 1);
    for wrong in [
        json!({"hours": {"noday": ["09:00-17:00"]}}),
        json!({"hours": {"monday": ["9-17"]}}),
        json!({"hours": {"monday": ["09:00"]}}),
        json!({"hours": {"monday": "09:00-17:00"}}),
        json!({"hours": {"monday": ["09:00-17:00"]}, "holidays": ["25.12.2026"]}),
        json!({"hours": {"monday": ["09:00-17:00"]}, "zone_minutes": 900}),
        json!({"hours": {"monday": ["09:00-17:00"]}, "zone": "Europe/Berlin"}),
        json!({}),
    ] {
        assert!(read(&json!({ "calendar": wrong })).is_err(), "{wrong}");
    }
}

#[test]
fn the_unusual_policy_changes_every_knob_that_is_new() {
    let policy = unusual().build().unwrap();
    let standard = Policy::standard();
    assert_ne!(policy.undirected_profanity(), standard.undirected_profanity());
    assert_ne!(policy.warnings_carry_over(), standard.warnings_carry_over());
    assert_ne!(policy.restriction(), standard.restriction());
    assert!(policy.restriction().is_usable() && !standard.restriction().is_usable());
    assert_ne!(policy.time_limited_calls(), standard.time_limited_calls());
    assert_ne!(policy.auto_send(), standard.auto_send());
    assert_ne!(policy.legal_hold_words(), standard.legal_hold_words());
    assert_ne!(policy.calendar(), standard.calendar());
    assert_ne!(policy.retention(), standard.retention());
    assert_ne!(policy.style(), standard.style());
    assert!(!policy.is_immediate(SevereKind::Device));
}
