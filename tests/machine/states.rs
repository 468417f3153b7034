//! `core/STATES.md`: the walk, written down for people.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unruffled::{AdvanceError, Case, Safety, Service, Standing, Transition};

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
type Moves<T> = BTreeMap<(T, T), BTreeSet<(String, &'static str)>>;

impl Table {
    pub(crate) fn accepted(&mut self, before: &Case, letter: &Letter, next: &Transition) {
        let after = &next.case;
        // Time may have moved another region on the way; the waits tell those rows.
        let row = || (letter.name.replace(" (deadline)", ""), next.cause.name());
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
        region(&mut out, "Service", "Open", &self.service, |service| title(service.name()));
        region(&mut out, "Conduct", "Clear", &self.standing, |standing| match standing {
            Standing::Clear => "Clear".to_string(),
            Standing::BoundarySet(n) => format!("BoundarySet{n}"),
            Standing::Discontinued => "Discontinued".to_string(),
        });
        region(&mut out, "Safety", "None", &self.safety, |safety| match safety {
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

fn note<T: Ord>(moves: &mut Moves<T>, from: T, to: T, row: (String, &'static str)) {
    if from != to {
        moves.entry((from, to)).or_default().insert(row);
    }
}

fn region<T: Copy + Ord>(
    out: &mut String,
    heading: &str,
    start: &str,
    moves: &Moves<T>,
    name: impl Fn(T) -> String,
) {
    let _ = writeln!(out, "## {heading}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {start}");
    for ((from, to), rows) in moves {
        let causes: BTreeSet<&str> = rows.iter().map(|(_, cause)| *cause).collect();
        let causes: Vec<&str> = causes.into_iter().collect();
        let _ = writeln!(out, "    {} --> {}: {}", name(*from), name(*to), causes.join(", "));
    }
    out.push_str("```\n\n| from | event | to | cause |\n| --- | --- | --- | --- |\n");
    for ((from, to), rows) in moves {
        for (event, cause) in rows {
            let _ = writeln!(out, "| {} | `{event}` | {} | `{cause}` |", name(*from), name(*to));
        }
    }
    out.push('\n');
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
then that of the first of safety, conduct, service, supervisor, clock. Time passes before each
event, so an event after a deadline also shows what the deadline did.

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
