//! A case written down and read back.

#![cfg(feature = "serde")]

#[path = "support/talk.rs"]
mod talk;

use talk::{CROSSING, Talk, boundary};
use unruffled::{Channel, ErrorCode, Snapshot, Stage};

#[test]
fn snapshots_lose_their_words_on_request_and_refuse_nonsense() {
    let mut talk = Talk::on(Channel::Chat);
    talk.complains(CROSSING, &["the blue jacket"]);
    talk.does(&boundary());
    let bare = serde_json::to_string(&Snapshot::of(&talk.case).without_words()).unwrap();
    for words in ["jacket", "idiot", "speak to me"] {
        assert!(!bare.contains(words), "{words}");
    }
    let bare: Snapshot = serde_json::from_str(&bare).unwrap();
    assert_eq!(bare.restore().unwrap().stage(), Stage::BoundarySet(1));

    let good = serde_json::to_value(Snapshot::of(&talk.case)).unwrap();
    let changed = |path: &str, value: serde_json::Value| {
        let mut json = good.clone();
        *json.pointer_mut(path).unwrap() = value;
        serde_json::from_value::<Snapshot>(json).map(Snapshot::restore)
    };
    let table: [(&str, serde_json::Value, Option<ErrorCode>); 15] = [
        ("/schema", 2.into(), Some(ErrorCode::SnapshotFromTheFuture)),
        ("/schema", 0.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/standing", "boundary_set:2".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/standing", "boundary_set:x".into(), None),
        ("/case/safety", "threat_hold:hate".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/safety", "threat_hold:love".into(), None),
        ("/case/service", "closed".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/mood/temperature", 9.into(), None),
        ("/case/mood/temperature", 3.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/mood/last/line_milli", 2000.into(), None),
        ("/case/mood/last/line_milli", 900.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/seal", "0123456789abcdef".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/data", "another".into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/at", 1.into(), Some(ErrorCode::SnapshotMalformed)),
        ("/case/agenda/0/state", "parked".into(), Some(ErrorCode::SnapshotMalformed)),
    ];
    for (path, value, expected) in table {
        let given = value.to_string();
        let code = changed(path, value).ok().map(|restored| restored.unwrap_err().code());
        assert_eq!(code, expected, "{path} = {given}");
    }
    let mut extra = good;
    extra.as_object_mut().unwrap().insert("note".into(), 1.into());
    assert!(serde_json::from_value::<Snapshot>(extra).is_err(), "unknown fields are refused");
}
