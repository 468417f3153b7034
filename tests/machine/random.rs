//! Random histories, longer than the walk, with pauses from a millisecond to weeks: nothing panics,
//! every invariant of `domain.md` 4.8 holds at every step, every case can be written down and read back,
//! every log replays to the same bytes.

use proptest::prelude::*;
use unruffled::{
    Case, Channel, Event, EventLog, LogError, Millis, Policy, Snapshot, Timestamp,
    TransitionDocument, advance,
};

use crate::alphabet::{self, Letter};
use crate::invariants::{self, Edge, Ghost};

/// Which letter, and how long after the last.
pub(crate) fn histories(most: usize) -> impl Strategy<Value = Vec<(usize, u64)>> {
    let pause = prop_oneof![
        6 => 0..120_000_u64,
        3 => 0..Millis::days(2).0,
        1 => 0..Millis::days(40).0,
    ];
    prop::collection::vec((any::<prop::sample::Index>(), pause), 0..most).prop_map(|steps| {
        steps.into_iter().map(|(index, pause)| (index.index(1_000), pause)).collect()
    })
}

fn policies() -> impl Strategy<Value = Policy> {
    prop::sample::select(vec!["default", "seed"]).prop_map(|name| Policy::preset(name).unwrap())
}

/// A case with an onlooker's notes, whose host comes back at every deadline.
struct Watched<'a> {
    case: Case,
    ghost: Ghost,
    policy: &'a Policy,
    steps: usize,
}

impl<'a> Watched<'a> {
    fn open(channel: Channel, policy: &'a Policy) -> Self {
        let case = Case::open("random", channel, Timestamp(5));
        Self { case, ghost: Ghost::default(), policy, steps: 0 }
    }

    /// Lets `event` happen at `at`, after everything that is due before.
    fn goes_on(&mut self, at: Timestamp, name: &str, event: &Event) {
        while let Some(deadline) = self.case.deadline() {
            let then = deadline.at.max(self.case.at());
            if deadline.at >= at || then >= at {
                break;
            }
            let due = then;
            self.steps_once(due, "waited", &Event::Waited);
            // What rang at its moment rings no more: the next deadline lies ahead.
            let next = self.case.deadline();
            assert!(next.is_none_or(|next| next.at > due), "{next:?} after a ring at {due:?}");
        }
        self.steps_once(at, name, event);
    }

    fn steps_once(&mut self, at: Timestamp, name: &str, event: &Event) {
        let letter = Letter { name: name.to_string(), event: event.clone(), at };
        let edge =
            Edge { before: &self.case, ghost: &self.ghost, letter: &letter, policy: self.policy };
        match advance(&self.case, at, event, self.policy) {
            Err(error) => invariants::refused(&edge, &error),
            Ok(next) => {
                invariants::accepted(&edge, &next);
                invariants::timely(&edge, &next);
                // Down and back at every step.
                assert_eq!(through_json(&next.case), next.case);
                if self.steps % 7 == 0 {
                    let document = serde_json::to_string(&TransitionDocument::of(&next)).unwrap();
                    let back: TransitionDocument = serde_json::from_str(&document).unwrap();
                    assert_eq!(back.restore().unwrap(), next);
                }
                self.ghost = self.ghost.after(&letter, &next);
                self.case = next.case;
            }
        }
        self.steps += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn every_step_of_a_long_history_keeps_the_invariants(
        channel in prop::sample::select(Channel::ALL),
        policy in policies(),
        history in histories(120),
    ) {
        let mut watched = Watched::open(channel, &policy);
        for (choice, pause) in history {
            let mut letters = alphabet::letters(&watched.case);
            let letter = letters.swap_remove(choice % letters.len());
            let at = letter.at.after(Millis(pause));
            watched.goes_on(at, &letter.name, &letter.event);

            // Time may not go back, whatever comes with it.
            let last = watched.case.at();
            if last > Timestamp(0) {
                let early = last.before(Millis(1));
                let code = advance(&watched.case, early, &letter.event, &policy).unwrap_err().code();
                prop_assert_eq!(code, unruffled::ErrorCode::TimeWentBack);
            }
        }
    }

    #[test]
    fn a_log_replays_to_the_same_bytes(
        channel in prop::sample::select(Channel::ALL),
        policy in policies(),
        later in policies(),
        linked in any::<bool>(),
        history in histories(40),
        cut in any::<prop::sample::Index>(),
    ) {
        let opened = if linked { linked_case(channel, &later) } else { Case::open("random", channel, Timestamp(5)) };
        let mut case = opened.clone();
        let mut log = EventLog::of(&case, &policy);
        let cut = cut.index(history.len() + 1);
        for (place, (choice, pause)) in history.iter().enumerate() {
            // The organisation may change its policy during a contact.
            let policy = if place < cut { &policy } else { &later };
            let mut letters = alphabet::letters(&case);
            let letter = letters.swap_remove(choice % letters.len());
            let at = letter.at.after(Millis(*pause));
            if let Ok(next) = log.advance(&case, at, &letter.event, policy) {
                case = next.case;
            }
            if place % 5 == 0 {
                case = through_json(&case);
            }
        }
        let json = serde_json::to_string(&log).unwrap();
        let read: EventLog = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &log);
        let again = read.replay(&[&later, &policy]).unwrap();
        prop_assert_eq!(bytes(&again), bytes(&case));

        // A host that comes back at every deadline ends with the same case as one that never does.
        let mut waiting = opened;
        let mut policy_now = &policy;
        for entry in read.entries() {
            if let Some(digest) = &entry.policy {
                policy_now = if *digest == later.digest() { &later } else { &policy };
            }
            while let Some(deadline) = waiting.deadline() {
                let then = deadline.at.max(waiting.at());
                if deadline.at >= entry.at || then >= entry.at {
                    break;
                }
                waiting = advance(&waiting, then, &Event::Waited, policy_now).unwrap().case;
            }
            waiting = advance(&waiting, entry.at, &entry.event, policy_now).unwrap().case;
        }
        prop_assert_eq!(&waiting, &case);

        // Under a policy nobody gave, it is not replayed.
        let refused = read.replay(&[]).unwrap_err();
        prop_assert_eq!(refused, LogError::UnknownPolicy { digest: policy.digest() });

        // Without its words it is still a possible case, in the same stage.
        let bare = Snapshot::of(&case).without_words().restore().unwrap();
        prop_assert_eq!(bare.stage(), case.stage());
        prop_assert_eq!(bare.obligations(), case.obligations());
    }
}

/// The contact after one in which a boundary was set.
fn linked_case(channel: Channel, policy: &Policy) -> Case {
    let mut earlier = Case::open("earlier", channel, Timestamp(1));
    for name in ["message (crossing)", "boundary_delivered", "message (tic and crossing)"] {
        let letter = alphabet::letters(&earlier).into_iter().find(|letter| letter.name == name);
        let letter = letter.unwrap();
        earlier = advance(&earlier, letter.at, &letter.event, policy).unwrap().case;
    }
    Case::linked("random", channel, Timestamp(5_000), &earlier)
}

fn bytes(case: &Case) -> String {
    serde_json::to_string(&Snapshot::of(case)).unwrap()
}

fn through_json(case: &Case) -> Case {
    serde_json::from_str::<Snapshot>(&bytes(case)).unwrap().restore().unwrap()
}
