//! Snapshots that something happened to: cut short, a bit flipped, a field changed, from elsewhere,
//! from the future. Each gives a clear error or the case it was, never another one.

use proptest::prelude::*;
use serde_json::Value;
use unruffled::{
    Case, Channel, ErrorCode, EventLog, LogError, Millis, Policy, Snapshot, Timestamp, advance,
};

use crate::alphabet;
use crate::invariants;
use crate::random::histories;

/// A case after a random history.
fn cases() -> impl Strategy<Value = Case> {
    (prop::sample::select(Channel::ALL), histories(60)).prop_map(|(channel, history)| {
        let policy = Policy::standard();
        let mut case = Case::open("contact \u{e9}\"1\"", channel, Timestamp(1_000));
        for (choice, pause) in history {
            let mut letters = alphabet::letters(&case);
            let letter = letters.swap_remove(choice % letters.len());
            // What moves the ladder is rare among the letters.
            let letter = if choice % 3 == 0 { letters.swap_remove(5) } else { letter };
            let at = letter.at.after(Millis(pause % 600_000));
            if let Ok(next) = advance(&case, at, &letter.event, policy) {
                case = next.case;
            }
        }
        case
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 30, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn a_flipped_bit_or_a_cut_is_seen(case in cases(), places in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 60)) {
        let good = serde_json::to_vec(&Snapshot::of(&case)).unwrap();
        for (place, bit) in places {
            let place = place.index(good.len());
            let mut flipped = good.clone();
            flipped[place] ^= 1 << bit;
            is_the_same_or_refused(&case, &flipped);
            prop_assert!(serde_json::from_slice::<Snapshot>(&good[..place]).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn a_changed_field_is_seen(case in cases()) {
        let good = serde_json::to_value(Snapshot::of(&case)).unwrap();
        let mut changed = 0;
        let mut wrong = std::collections::BTreeSet::new();
        for path in leaves(&good) {
            for value in others(good.pointer(&path).unwrap()) {
                let mut json = good.clone();
                *json.pointer_mut(&path).unwrap() = value;
                is_the_same_or_refused(&case, &serde_json::to_vec(&json).unwrap());
                // On purpose, with the seal left out: refused, or a case that can be.
                let fields = json.as_object_mut().unwrap();
                fields.remove("seal");
                if let Ok(snapshot) = serde_json::from_value::<Snapshot>(json) {
                    if let Ok(other) = snapshot.restore() {
                        wrong.extend(impossible(&other, &path));
                    }
                }
                changed += 1;
            }
        }
        prop_assert!(changed > 60, "{changed} changes");
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

fn is_the_same_or_refused(case: &Case, json: &[u8]) {
    if let Ok(snapshot) = serde_json::from_slice::<Snapshot>(json) {
        match snapshot.restore() {
            Ok(restored) => assert_eq!(&restored, case, "{}", String::from_utf8_lossy(json)),
            Err(error) => assert!(error.to_string().starts_with("the snapshot"), "{error}"),
        }
    }
}

/// Keeps what every case keeps, can be written down again, and takes every event or refuses it: what
/// of this it does not do.
fn impossible(case: &Case, changed: &str) -> Vec<String> {
    let policy = Policy::standard();
    let mut wrong = Vec::new();
    invariants::standing(case);
    if through_json(case).as_ref() != Ok(case) {
        wrong.push(format!("{changed} is not what it was when written again"));
    }
    // A few of the letters each time, others at other places.
    for letter in alphabet::letters(case).into_iter().skip(changed.len() % 5).step_by(5) {
        match advance(case, letter.at, &letter.event, policy) {
            Ok(next) => {
                invariants::standing(&next.case);
                match through_json(&next.case) {
                    Ok(back) if back == next.case => {}
                    Ok(_) => wrong.push(format!("{changed}, then {}: another", letter.name)),
                    Err(error) => wrong.push(format!("{changed}, then {}: {error}", letter.name)),
                }
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    wrong
}

fn through_json(case: &Case) -> Result<Case, unruffled::SnapshotError> {
    let json = serde_json::to_string(&Snapshot::of(case)).unwrap();
    serde_json::from_str::<Snapshot>(&json).unwrap().restore()
}

/// The places of everything that holds no further fields.
fn leaves(json: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), json)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                open.extend(fields.iter().map(|(name, value)| (format!("{path}/{name}"), value)));
            }
            Value::Array(items) if !items.is_empty() => {
                open.extend(
                    items.iter().enumerate().map(|(n, item)| (format!("{path}/{n}"), item)),
                );
            }
            _ => found.push(path),
        }
    }
    found
}

/// What else could stand there.
fn others(value: &Value) -> Vec<Value> {
    let mut others = match value {
        Value::Bool(yes) => vec![Value::Bool(!yes)],
        Value::Number(number) => {
            let number = number.as_u64().unwrap();
            let near =
                [number.wrapping_add(1), number.saturating_sub(1), number ^ 64, 0, 7, u64::MAX];
            near.into_iter().filter(|other| *other != number).map(Value::from).collect()
        }
        Value::String(text) => {
            let names = [
                "",
                "x",
                "open",
                "working",
                "closed",
                "clear",
                "boundary_set:1",
                "boundary_set:2",
                "boundary_set:200",
                "discontinued",
                "none",
                "crisis_hold",
                "threat_hold:device",
                "handed_over",
                "overdue",
                "warned",
                "transferred",
                "active",
                "disposed",
                "rising",
                "severe:hate",
                "en",
                "email",
            ];
            names.into_iter().filter(|name| name != text).map(Value::from).collect()
        }
        Value::Null => vec![0.into(), "hate".into(), Value::Bool(true)],
        Value::Array(_) => vec![Value::from(vec![1]), Value::from(vec!["delay"])],
        Value::Object(_) => vec![0.into()],
    };
    others.push(Value::Null);
    others.push(Value::from(vec![Value::Null]));
    others
}

#[test]
fn what_comes_from_elsewhere_is_refused() {
    let case = Case::open("c", Channel::Chat, Timestamp(5));
    let log = EventLog::of(&case, Policy::standard());
    let foreign = serde_json::to_string(&log).unwrap();
    let snapshot = serde_json::to_string(&Snapshot::of(&case)).unwrap();
    for json in ["", "{}", "null", "[]", "1", "\"case\"", &foreign, &snapshot[1..]] {
        assert!(serde_json::from_str::<Snapshot>(json).is_err(), "{json}");
    }
    for json in ["", "{}", &snapshot] {
        assert!(serde_json::from_str::<EventLog>(json).is_err(), "{json}");
    }
    let future = snapshot.replacen("\"schema\":1", "\"schema\":2", 1);
    let error = serde_json::from_str::<Snapshot>(&future).unwrap().restore().unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotFromTheFuture);
    // A broken one does not heal by being written again.
    let broken = snapshot.replacen("\"c\"", "\"d\"", 1);
    let broken: Snapshot = serde_json::from_str(&broken).unwrap();
    let again = serde_json::to_string(&broken).unwrap();
    let error = serde_json::from_str::<Snapshot>(&again).unwrap().restore().unwrap_err();
    assert_eq!(error.code(), ErrorCode::SnapshotMalformed);
}

#[test]
fn a_log_that_no_case_wrote_is_refused() {
    let policy = Policy::standard();
    let case = Case::open("c", Channel::Chat, Timestamp(5));
    let mut log = EventLog::of(&case, policy);
    log.advance(&case, Timestamp(9), &unruffled::Event::AgentRead, policy).unwrap();
    let good = serde_json::to_value(&log).unwrap();
    let replayed = |path: &str, value: Value| {
        let mut json = good.clone();
        *json.pointer_mut(path).unwrap() = value;
        serde_json::from_value::<EventLog>(json).map(|log| log.replay(&[policy]))
    };
    let table = [
        ("/schema", 0.into(), ErrorCode::LogMalformed),
        ("/schema", 2.into(), ErrorCode::LogFromTheFuture),
        ("/opening/data", "others".into(), ErrorCode::LogOtherTables),
        ("/policy", "others".into(), ErrorCode::LogUnknownPolicy),
        ("/opening/schema", 2.into(), ErrorCode::LogMalformed),
        ("/opening/case/contact", "another".into(), ErrorCode::LogMalformed),
        ("/entries/0/at", 4.into(), ErrorCode::LogRefused),
        ("/entries/0/event", "case_returned".into(), ErrorCode::LogRefused),
    ];
    for (path, value, code) in table {
        assert_eq!(replayed(path, value).unwrap().unwrap_err().code(), code, "{path}");
    }
    for (path, value) in [
        ("/entries/0/event", Value::from("no_such_event")),
        ("/entries/0/event", serde_json::json!({ "promised": { "due": 1, "by": "x" } })),
        ("/opening/case/channel", "letter".into()),
    ] {
        assert!(replayed(path, value).is_err(), "{path}");
    }
    let refused = replayed("/entries/0/at", 4.into()).unwrap().unwrap_err();
    assert!(matches!(refused, LogError::Refused { entry: 1, .. }), "{refused}");
}
