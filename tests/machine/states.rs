//! `core/STATES.md`: the walk, written down for people.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::Path;
use std::{env, fs};

use unruffled::{AdvanceError, Case, Cause, Safety, Service, Standing, Transition};

use crate::alphabet::Letter;

/// Every move of every region that the walk saw.
#[derive(Default)]
pub(crate) struct Table {
    service: Moves<Service>,
    standing: Moves<Standing>,
    safety: Moves<Safety>,
    refusals: BTreeMap<String, BTreeSet<String>>,
}

/// From and to, with the events and the causes named for them.
type Moves<T> = BTreeMap<(T, T), BTreeMap<String, BTreeSet<Cause>>>;

impl Table {
    pub(crate) fn accepted(&mut self, before: &Case, letter: &Letter, next: &Transition) {
        let after = &next.case;
        let row = || (letter.name.clone(), next.cause);
        note(&mut self.service, before.service(), after.service(), row());
        note(&mut self.standing, before.standing(), after.standing(), row());
        note(&mut self.safety, before.safety(), after.safety(), row());
    }

    pub(crate) fn refused(&mut self, letter: &Letter, error: &AdvanceError) {
        let why = match error {
            AdvanceError::NotNow { why, .. } | AdvanceError::NeedsHuman { why, .. } => {
                (*why).to_string()
            }
            other => other.to_string(),
        };
        self.refusals.entry(letter.name.clone()).or_default().insert(why);
    }

    fn render(&self) -> String {
        let mut out = String::from(HEAD);
        let own = Cause::MessageTaken..=Cause::PromisedAfterClosing;
        region(&mut out, "Service", "Open", &self.service, own, |service| title(service.name()));
        let own = Cause::BoundarySet..=Cause::AfterEnding;
        region(&mut out, "Conduct", "Clear", &self.standing, own, |standing| match standing {
            Standing::Clear => "Clear".to_string(),
            Standing::BoundarySet(n) => format!("BoundarySet{n}"),
            Standing::Discontinued => "Discontinued".to_string(),
        });
        let own = Cause::CrisisSeen..=Cause::Concluded;
        region(&mut out, "Safety", "None", &self.safety, own, |safety| match safety {
            Safety::None => "None".to_string(),
            Safety::ThreatHold(kind) => format!("ThreatHold_{kind}"),
            Safety::CrisisHold => "CrisisHold".to_string(),
            Safety::HandedOver => "HandedOver".to_string(),
        });
        out.push_str(
            "## Refused\n\nWhat a host may be told, by event. The case is then as it was.\n\n",
        );
        out.push_str("| event | why |\n| --- | --- |\n");
        for (event, reasons) in &self.refusals {
            for why in reasons {
                let _ = writeln!(out, "| `{event}` | {why} |");
            }
        }
        out
    }
}

fn note<T: Ord>(moves: &mut Moves<T>, from: T, to: T, (event, cause): (String, Cause)) {
    if from != to {
        moves.entry((from, to)).or_default().entry(event).or_default().insert(cause);
    }
}

fn region<T: Copy + Ord>(
    out: &mut String,
    heading: &str,
    start: &str,
    moves: &Moves<T>,
    own_causes: RangeInclusive<Cause>,
    name: impl Fn(T) -> String,
) {
    let _ = writeln!(out, "## {heading}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {start}");
    for ((from, to), rows) in moves {
        let causes: BTreeSet<Cause> = rows.values().flatten().copied().collect();
        // Another region that moved with this one speaks first; its causes would say nothing here.
        let own = |cause: &Cause| own_causes.contains(cause);
        let shown =
            if causes.iter().any(own) { causes.into_iter().filter(own).collect() } else { causes };
        let _ = writeln!(out, "    {} --> {}: {}", name(*from), name(*to), names(&shown));
    }
    out.push_str("```\n\n| from | event | to | cause |\n| --- | --- | --- | --- |\n");
    for ((from, to), rows) in moves {
        for (event, causes) in rows {
            let (from, to) = (name(*from), name(*to));
            let _ = writeln!(out, "| {from} | `{event}` | {to} | {} |", names(causes));
        }
    }
    out.push('\n');
}

fn names(causes: &BTreeSet<Cause>) -> String {
    causes.iter().map(|cause| cause.name()).collect::<Vec<_>>().join(", ")
}

/// `awaiting_customer` to `AwaitingCustomer`.
fn title(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

const HEAD: &str = "\
# The states of a case

Written by `tests/machine.rs` from a walk over everything that can happen to a case under the
`default` policy on the channel `chat`; the test fails when this file is stale. Refresh it with
`UNRUFFLED_BLESS=1 cargo test -p unruffled-tests`.

A case is in three regions at once. One event may move more than one of them; the cause named is
then that of the first of safety, conduct, service, supervisor, clock. `waited` is the host coming
back at the deadline.

";

pub(crate) fn check_fresh(table: &Table) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/STATES.md");
    let wanted = table.render();
    let found = fs::read_to_string(&path).unwrap_or_default();
    if found == wanted {
        return;
    }
    let bless = env::var_os("UNRUFFLED_BLESS").is_some_and(|value| value == "1");
    assert!(
        bless && env::var_os("CI").is_none(),
        "core/STATES.md is stale: run `UNRUFFLED_BLESS=1 cargo test -p unruffled-tests` and commit it"
    );
    fs::write(&path, wanted).unwrap();
}
