//! The same names everywhere: what the core calls a thing, the C header and the TypeScript types call
//! it too; and the public types travel between threads.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::panic::UnwindSafe;

use unruffled::{
    Act, Acts, AdvanceError, AgendaItem, Brief, Case, Channel, Classification, Crisis, Draft,
    Event, Evidence, Facts, Flag, Flags, Heat, Incident, Issue, IssueKind, IssueTime, Language,
    Obligation, Plan, Policy, PolicyError, Reading, Reply, Review, Segment, SegmentKind,
    SevereKind, Signal, Slot, SnapshotError, Span, Step, Target, Timestamp, Transition, Vocabulary,
};

const HEADER: &str = include_str!("../bindings-c/include/unruffled.h");
const TYPES: &str = include_str!("../bindings-wasm/npm/index.d.ts");

/// The names and codes of an enum.
macro_rules! all {
    ($Name:ident) => {
        $Name::ALL.iter().map(|it| (it.name(), u32::from(it.code()))).collect::<Vec<_>>()
    };
}

#[test]
fn the_header_names_every_value_of_the_core() {
    let enums = [
        ("HEAT", all!(Heat)),
        ("SEVERE_KIND", all!(SevereKind)),
        ("TARGET", all!(Target)),
        ("CRISIS", all!(Crisis)),
        ("FLAG", all!(Flag)),
        ("CONDUCT", conduct()),
    ];
    for (prefix, values) in enums {
        for (name, code) in values {
            let line = format!("#define UNRUFFLED_{prefix}_{} {code}\n", name.to_uppercase());
            assert!(HEADER.contains(&line), "the header lacks `{}`", line.trim_end());
        }
    }
    // JSON calls the languages by their tags.
    assert_eq!(all!(Language), [("en", 0), ("not_judged", 1)]);
    assert!(HEADER.contains("#define UNRUFFLED_LANGUAGE_ENGLISH 0\n"));
    assert!(HEADER.contains("#define UNRUFFLED_LANGUAGE_NOT_JUDGED 1\n"));
}

#[test]
fn the_typescript_unions_are_the_enums_of_the_core() {
    let unions = [
        ("Conduct", conduct()),
        ("SevereKind", all!(SevereKind)),
        ("Target", all!(Target)),
        ("Crisis", all!(Crisis)),
        ("Flag", all!(Flag)),
        ("Language", all!(Language)),
        ("Signal", all!(Signal)),
        ("SegmentKind", all!(SegmentKind)),
        ("IssueKind", all!(IssueKind)),
        ("IssueTime", all!(IssueTime)),
    ];
    for (name, values) in unions {
        let ours: BTreeSet<&str> = values.into_iter().map(|(name, _)| name).collect();
        assert_eq!(union_of(name), ours, "of the type {name} in index.d.ts");
    }
    let numbers = "export type Heat = 0 | 1 | 2 | 3;";
    assert!(TYPES.contains(numbers) && Heat::ALL.len() == 4, "index.d.ts lacks `{numbers}`");
}

#[test]
fn the_typescript_shapes_have_the_fields_of_the_json() {
    let json = serde_json::to_value(unruffled::classify_message("", Policy::standard())).unwrap();
    let fields: BTreeSet<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields_of("Classification"), fields);
}

#[test]
fn public_types_travel_between_threads() {
    fn travels<T: Send + Sync + UnwindSafe + 'static>() {}

    travels::<(Act, Acts, AdvanceError, AgendaItem, Brief, Case, Channel, Classification)>();
    travels::<(Crisis, Draft, Event, Evidence, Facts<'static>, Flag, Flags, Heat, Incident)>();
    travels::<(Issue, Language, Obligation, Plan, Policy, PolicyError, Reading, Reply, Review)>();
    travels::<(Segment, Signal, Slot, SnapshotError, Span, Step, Target, Timestamp, Transition)>();
    travels::<(Vocabulary, unruffled_c::unruffled_policy, unruffled_c::unruffled_error)>();
}

/// `Conduct` carries a kind and therefore has no `ALL`.
fn conduct() -> Vec<(&'static str, u32)> {
    use unruffled::Conduct;

    [Conduct::Fine, Conduct::Sharp, Conduct::Crossing, Conduct::Severe(SevereKind::Violence)]
        .map(|it| (it.name(), u32::from(it.code())))
        .to_vec()
}

/// The members of `export type NAME = "a" | "b";`.
fn union_of(name: &str) -> BTreeSet<&'static str> {
    let start = format!("export type {name} =");
    let (_, rest) =
        TYPES.split_once(&start).unwrap_or_else(|| panic!("index.d.ts lacks `{start}`"));
    let (members, _) = rest.split_once(';').unwrap();
    members
        .split('|')
        .map(|member| member.trim().trim_matches('"'))
        .filter(|it| !it.is_empty())
        .collect()
}

/// The fields of `export interface NAME { readonly a: A; }`.
fn fields_of(name: &str) -> BTreeSet<&'static str> {
    let start = format!("export interface {name} {{");
    let (_, rest) =
        TYPES.split_once(&start).unwrap_or_else(|| panic!("index.d.ts lacks `{start}`"));
    let (body, _) = rest.split_once("\n}").unwrap();
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("readonly "));
    fields.filter_map(|field| field.split_once(':')).map(|(name, _)| name).collect()
}
