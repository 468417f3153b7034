//! The escalation machine, walked and shaken: every reachable state of a bounded abstraction, every
//! event in each, the invariants of `domain.md` 4.8 by number, and random histories beyond it.
//!
//! The walk also writes `core/STATES.md`; `UNRUFFLED_BLESS=1 cargo test -p unruffled-tests` refreshes it.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a helper of a test that fails should fail the test"
)]
#![allow(clippy::wildcard_enum_match_arm, reason = "each check is about a few events")]

#[path = "machine/alphabet.rs"]
mod alphabet;
#[path = "machine/invariants.rs"]
mod invariants;
#[path = "machine/mutated.rs"]
mod mutated;
#[path = "machine/random.rs"]
mod random;
#[path = "machine/states.rs"]
mod states;
#[path = "machine/walk.rs"]
mod walk;
#[path = "machine/written.rs"]
mod written;
