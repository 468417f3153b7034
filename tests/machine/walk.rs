//! Breadth first over everything that can happen: regions, events, reading bands, counters.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use unruffled::{
    Case, Channel, ItemState, ObligationState, Policy, Safety, Service, SevereKind, Stage,
    Standing, Timestamp, advance,
};

use crate::alphabet::{self, Letter};
use crate::invariants::{self, Edge, Ghost};
use crate::states::Table;

/// What of a case the walk tells apart. Times, texts and histories are left out: they are what makes
/// the real machine unbounded, and no rule looks at more of them than this.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Key {
    service: Service,
    standing: Standing,
    safety: Safety,
    threat: Option<SevereKind>,
    boundaries: u8,
    respectful: u8,
    due: bool,
    ending: &'static str,
    upset: bool,
    open_items: bool,
    owes: bool,
    spoke: bool,
    uncounted: bool,
}

fn key(case: &Case, policy: &Policy) -> Key {
    let owes = case
        .obligations()
        .iter()
        .any(|one| one.kind.is_debt() && one.state != ObligationState::Transferred);
    Key {
        service: case.service(),
        standing: case.standing(),
        safety: case.safety(),
        threat: case.threat(),
        boundaries: case.boundaries(),
        respectful: case.respectful_turns().min(3),
        due: case.boundary_due(policy),
        ending: case.may_discontinue(policy).map_or_else(|error| error.code().name(), |()| "ok"),
        upset: case.temperature().get() >= 2,
        open_items: case.agenda().iter().any(|item| item.state != ItemState::Disposed),
        owes,
        spoke: case.customer_turns() > 0,
        uncounted: case.incidents().last().is_some_and(|incident| {
            incident.warnings.last().is_some_and(|one| {
                one.number == 0 && !one.retracted && Some(one.at) > case.last_message_at()
            })
        }),
    }
}

struct Node {
    case: Case,
    ghost: Ghost,
    next: BTreeSet<usize>,
}

struct Walk {
    nodes: Vec<Node>,
    stages: BTreeSet<&'static str>,
    table: Table,
}

fn walk(channel: Channel, policy: &Policy) -> Walk {
    let start = Case::open("walk", channel, Timestamp(1_000_000));
    let mut known = BTreeMap::from([(key(&start, policy), 0)]);
    let mut walk = Walk {
        nodes: vec![Node { case: start, ghost: Ghost::default(), next: BTreeSet::new() }],
        stages: BTreeSet::from([Stage::Service(Service::Open).name()]),
        table: Table::default(),
    };
    let mut queue = VecDeque::from([0]);
    while let Some(here) = queue.pop_front() {
        let before = walk.nodes[here].case.clone();
        let ghost = walk.nodes[here].ghost.clone();
        for letter in alphabet::letters(&before) {
            let edge = Edge { before: &before, ghost: &ghost, letter: &letter, policy };
            match advance(&before, letter.at, &letter.event, policy) {
                Err(error) => {
                    invariants::refused(&edge, &error);
                    walk.table.refused(&letter, &error);
                }
                Ok(next) => {
                    invariants::accepted(&edge, &next);
                    walk.stages.insert(next.to.name());
                    walk.table.accepted(&before, &letter, &next);
                    let fresh = walk.nodes.len();
                    let there = *known.entry(key(&next.case, policy)).or_insert(fresh);
                    if there == fresh {
                        let ghost = ghost.after(&letter, &next);
                        walk.nodes.push(Node { case: next.case, ghost, next: BTreeSet::new() });
                        queue.push_back(there);
                    }
                    walk.nodes[here].next.insert(there);
                }
            }
        }
    }
    walk
}

/// Nodes from which `goal` can be reached.
fn reaching(walk: &Walk, goal: impl Fn(&Case) -> bool) -> BTreeSet<usize> {
    let mut back = vec![Vec::new(); walk.nodes.len()];
    for (here, node) in walk.nodes.iter().enumerate() {
        for there in &node.next {
            back[*there].push(here);
        }
    }
    let mut found: BTreeSet<usize> =
        (0..walk.nodes.len()).filter(|here| goal(&walk.nodes[*here].case)).collect();
    let mut queue: VecDeque<usize> = found.iter().copied().collect();
    while let Some(there) = queue.pop_front() {
        for here in &back[there] {
            if found.insert(*here) {
                queue.push_back(*here);
            }
        }
    }
    found
}

fn check_reach(walk: &Walk, policy: &Policy) {
    let every = walk.nodes.len();
    // I9: closed is within reach of every state, and can reopen; no state is a dead end.
    let closed = |case: &Case| case.service() == Service::Closed;
    assert_eq!(reaching(walk, closed).len(), every, "I9");
    let clear = |case: &Case| case.stage() == Stage::Service(Service::Listening);
    assert_eq!(reaching(walk, clear).len(), every, "I9");
    for (here, node) in walk.nodes.iter().enumerate() {
        assert!(node.next.iter().any(|there| *there != here), "I9: a dead end");
    }
    // I8: respect alone clears every boundary, as soon as no crisis freezes the ladder.
    for node in &walk.nodes {
        let frozen = matches!(node.case.safety(), Safety::CrisisHold | Safety::HandedOver);
        if !frozen && matches!(node.case.standing(), Standing::BoundarySet(_)) {
            let turns = policy.timers(node.case.channel()).cooldown_turns;
            let mut case = node.case.clone();
            for (name, message) in alphabet::messages() {
                for _ in 0..turns {
                    if name == "calm" {
                        let letter = Letter {
                            name: name.to_string(),
                            event: unruffled::Event::MessageReceived(message.clone()),
                            at: case.at().after(alphabet::STEP),
                        };
                        case = advance(&case, letter.at, &letter.event, policy).unwrap().case;
                    }
                }
            }
            assert_eq!(case.standing(), Standing::Clear, "I8");
            assert_eq!(case.boundaries(), node.case.boundaries(), "I8: history is kept");
        }
    }
    // Every state of every region, and every stage, can be reached.
    let mut expected: BTreeSet<&str> =
        Service::ALL.iter().copied().map(|service| Stage::Service(service).name()).collect();
    expected.extend(["crisis_hold", "threat_hold", "handed_over", "discontinued"]);
    expected.extend(["supervisor_alerted", "boundary_set"]);
    assert_eq!(walk.stages, expected);
    let standings: BTreeSet<Standing> =
        walk.nodes.iter().map(|node| node.case.standing()).collect();
    assert_eq!(standings.len(), usize::from(policy.max_boundaries()) + 2);
}

#[test]
fn every_reachable_state_keeps_the_invariants() {
    let policy = Policy::standard();
    let walk = walk(Channel::Chat, policy);
    check_reach(&walk, policy);
    println!("{} states", walk.nodes.len());
    assert!(walk.nodes.len() > 1_000, "the walk should not shrink unnoticed");
    crate::states::check_fresh(&walk.table);
}

#[test]
fn so_do_one_boundary_and_email() {
    let seed = Policy::preset("seed").unwrap();
    check_reach(&walk(Channel::Email, &seed), &seed);
}
