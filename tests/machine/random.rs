//! Random histories, longer than the walk: nothing panics, every history replays, every case can be
//! written down and read back.

use proptest::prelude::*;
use unruffled::{Case, Channel, Event, Millis, Policy, Snapshot, Timestamp, advance};

use crate::alphabet;

/// Which letter, and how long after the last.
fn histories() -> impl Strategy<Value = Vec<(usize, u64)>> {
    let pause = prop_oneof![
        6 => 0..120_000_u64,
        3 => 0..Millis::days(2).0,
        1 => 0..Millis::days(40).0,
    ];
    prop::collection::vec((any::<prop::sample::Index>(), pause), 0..40).prop_map(|steps| {
        steps.into_iter().map(|(index, pause)| (index.index(1_000), pause)).collect()
    })
}

fn play(
    channel: Channel,
    policy: &Policy,
    history: &[(usize, u64)],
) -> (Case, Vec<(Timestamp, Event)>) {
    let mut case = Case::open("random", channel, Timestamp(5));
    let mut log = Vec::new();
    for (choice, pause) in history {
        let mut letters = alphabet::letters(&case);
        let letter = letters.swap_remove(choice % letters.len());
        let at = letter.at.after(Millis(*pause));
        if let Ok(next) = advance(&case, at, &letter.event, policy) {
            case = next.case;
            log.push((at, letter.event));
        }
    }
    (case, log)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_history_replays_and_survives_a_snapshot(
        channel in prop::sample::select(Channel::ALL),
        seed in any::<bool>(),
        history in histories(),
        cut in any::<prop::sample::Index>(),
    ) {
        let policy = Policy::preset(if seed { "seed" } else { "default" }).unwrap();
        let (case, log) = play(channel, &policy, &history);

        // Replay, restored from JSON midway.
        let cut = cut.index(log.len() + 1);
        let mut again = Case::open("random", channel, Timestamp(5));
        for (place, (at, event)) in log.iter().enumerate() {
            if place == cut {
                again = through_json(&again);
            }
            again = advance(&again, *at, event, &policy).unwrap().case;
        }
        prop_assert_eq!(&through_json(&again), &case);

        // A host that comes back at every deadline ends with the same case as one that never does.
        let mut waiting = Case::open("random", channel, Timestamp(5));
        for (at, event) in &log {
            while let Some(deadline) = waiting.deadline() {
                let then = deadline.at.max(waiting.at());
                if deadline.at >= *at || then >= *at {
                    break;
                }
                waiting = advance(&waiting, then, &Event::Waited, &policy).unwrap().case;
            }
            waiting = advance(&waiting, *at, event, &policy).unwrap().case;
        }
        prop_assert_eq!(&waiting, &case);

        // Without its words it is still a possible case, in the same stage.
        let bare = Snapshot::of(&case).without_words().restore().unwrap();
        prop_assert_eq!(bare.stage(), case.stage());
        prop_assert_eq!(bare.obligations(), case.obligations());
    }
}

fn through_json(case: &Case) -> Case {
    let json = serde_json::to_string(&Snapshot::of(case)).unwrap();
    serde_json::from_str::<Snapshot>(&json).unwrap().restore().unwrap()
}
