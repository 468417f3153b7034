#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod case;
mod classify;
mod digest;
mod error;
mod lexicon;
mod log;
mod policy;
mod privacy;
mod reply;
mod report;
mod review;
mod snapshot;
mod speech;
mod steps;
mod tables;
mod terms;
mod text;
mod time;
#[cfg(feature = "serde")]
mod wire;

pub use case::{
    Actor, AgendaItem, AlertReason, Case, Cause, CloseReason, CustomerMessage, Deadline,
    Disposition, Effect, Effects, Ending, Event, Human, Incident, IncidentNote, ItemState,
    Obligation, ObligationKind, ObligationState, PhraseId, Role, Safety, SentReply, Service, Stage,
    Standing, Supervisor, Transition, Trend, Warning, advance,
};
pub use classify::{
    Classification, Evidence, EvidenceKind, Finder, Issue, MAX_MESSAGE_BYTES, Phrase, Reading,
    Segment, classify_message, mask,
};
#[cfg(feature = "training")]
pub use classify::{Observation, observe};
pub use error::{AdvanceError, ErrorCode, LogError, PolicyError, SnapshotError};
pub use log::{EventLog, LogEntry, TransitionDocument};
#[cfg(feature = "serde")]
pub use policy::{
    AddedWord, CalendarDocument, LimitsDocument, PolicyDocument, RestrictionDocument,
    RetentionDocument, StyleDocument, TimersDocument, VocabularyDocument, ZoneChangeDocument,
};
pub use policy::{
    AfterRetention, AlertAt, AlertDelivery, AutoSend, BusinessCalendar, CarryOver, Channels,
    CrisisDirectory, Date, Formality, Limits, OpenHours, PRESETS, Policy, PolicyBuilder,
    RestrictionRules, Retention, SevereKinds, Spelling, Strength, Style, TimeOfDay, Timer,
    TimerSet, Timers, UndirectedProfanity, Verbatim, Vocabulary, Weekday, ZoneChange,
};
pub use privacy::{PrivateDetail, PrivateKind, find_private, mask_private};
pub use reply::{
    Brief, Draft, Facts, Reply, Withheld, brief_reply, draft_reply, phrase_bank, phrase_name,
    phrase_text,
};
pub use report::{IncidentReport, ReportedEnding, ReportedWarning};
pub use review::{Finding, Review, Rule, Severity, review_reply};
pub use snapshot::Snapshot;
pub use speech::{MAX_REPLY_BYTES, describe_reply};
pub use steps::{Plan, Step, StepId, recommend_steps};
pub use tables::DATA_DIGEST;
pub use terms::{
    Act, Acts, Channel, Conduct, Crisis, Flag, Flags, Heat, IssueKind, IssueTime, Language, Milli,
    RecordField, RecordFields, SegmentKind, SevereKind, Signal, Slot, Target, Temperature,
};
pub use text::Span;
pub use time::{Millis, Timestamp};
