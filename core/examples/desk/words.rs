//! Words for people where the library has names for programs.

use unruffled::{Act, Case, Deadline, Obligation, ObligationKind, Stage, Transition, Withheld};

use crate::page::{columns, visible, wrap};
use crate::script::{clock, length};

/// A stage in words.
pub(crate) fn stage(stage: Stage) -> String {
    let name = stage.name().replace('_', " ");
    match stage {
        Stage::BoundarySet(number) => format!("{name} ({number})"),
        Stage::ThreatHold(kind) => format!("{name} ({kind})"),
        Stage::CrisisHold
        | Stage::HandedOver
        | Stage::Discontinued
        | Stage::SupervisorAlerted
        | Stage::Service(_) => name,
    }
}

/// What a transition changed, in words; empty if nothing that shows.
pub(crate) fn change(moved: &Transition) -> String {
    let mut words = String::new();
    if moved.from != moved.to {
        words = format!(" [{} → {}]", stage(moved.from), stage(moved.to));
    }
    let effects = effects(moved);
    if !effects.is_empty() {
        words.push_str(&format!(" Host: {effects}."));
    }
    words
}

/// What the host should do, in words.
pub(crate) fn effects(moved: &Transition) -> String {
    let names = moved.effects.iter().map(|effect| effect.name().replace('_', " "));
    names.collect::<Vec<_>>().join(", ")
}

/// Why there is no draft.
pub(crate) fn withheld(reason: Withheld) -> &'static str {
    match reason {
        Withheld::NoCrisisDirectory => {
            "someone may be at risk, and the policy has no checked crisis line to give"
        }
        Withheld::DeviceThreat => "a device threat: keep them talking in your own words",
        Withheld::HumanDecides => "a person decides what to say, if anything",
        Withheld::PersonHasIt => "a trained person or the supervisor has it",
        Withheld::Closed => "the contact is over",
        Withheld::NothingToAnswer => "nothing needs an answer",
        Withheld::FactsMissing => "no phrase fits the facts given",
    }
}

/// What is owed and by when, seen from the case's last moment.
pub(crate) fn obligation(owed: &Obligation, case: &Case) -> String {
    let what = obligation_words(owed.kind);
    let now = case.at();
    if owed.due < now {
        format!("{what} by {}, {} late", clock(owed.due), length(now.since(owed.due)))
    } else {
        format!("{what} by {}, in {}", clock(owed.due), length(owed.due.since(now)))
    }
}

/// What a deadline rings for.
pub(crate) fn rings(deadline: &Deadline) -> String {
    let what = obligation_words(deadline.kind);
    let when = if deadline.at < deadline.due { ", before it is due" } else { "" };
    format!("{}  It rings for {}{when}.", clock(deadline.at), what.trim_end_matches(','))
}

fn obligation_words(kind: ObligationKind) -> &'static str {
    match kind {
        ObligationKind::Acknowledge => "a first answer",
        ObligationKind::Summarise => "a summary of what was heard",
        ObligationKind::Update => "an update, even without news",
        ObligationKind::Promise => "the promised message",
        ObligationKind::Nudge => "a reminder of what we asked for",
        ObligationKind::Confirm => "a question whether the fix holds",
        ObligationKind::FollowUp => "the follow-up",
        ObligationKind::SupervisorAck => "a supervisor's answer",
        ObligationKind::Cooldown => "the end of the boundary, if all stays respectful,",
        ObligationKind::ReopenWindow => "any reopening",
        ObligationKind::DataRequest => "the answer to the data request",
        ObligationKind::FormalComplaint => "the answer to the complaint",
        ObligationKind::SafetyHazard => "word on the hazard",
        ObligationKind::Silence => "a word, so that nobody sits in silence,",
        ObligationKind::Hold => "the return to the customer on hold",
        ObligationKind::ReportedAbuse => "word on the report about our staff",
    }
}

/// What a missing act would have been.
pub(crate) fn act_words(act: Act) -> &'static str {
    const WORDS: [(Act, &str); 8] = [
        (Act::Ack, "an acknowledgement that names the problem"),
        (Act::Apol, "an apology for what was ours"),
        (Act::Own, "a person who owns it"),
        (Act::Step, "the next step"),
        (Act::Commit, "a time for the next message"),
        (Act::Crisis, "a question whether they are safe"),
        (Act::Data, "a line on the data request"),
        (Act::Handoff, "an offer of another person"),
    ];
    WORDS.iter().find(|(known, _)| *known == act).map_or(act.name(), |(_, words)| words)
}

/// A, b and c.
pub(crate) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A reason as a sentence: with a capital and a full stop.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let stop = if words.ends_with(['.', '!', '?', '”']) || words.is_empty() { "" } else { "." };
    first.chain(letters).chain(stop.chars()).collect()
}

/// Words in quotation marks; of many, the first and the last.
pub(crate) fn quoted(words: &str) -> String {
    const LONGEST: usize = 36;
    let words = visible(words.trim());
    if columns(&words) <= LONGEST {
        return format!("“{words}”");
    }
    let half = LONGEST / 2;
    let first = wrap(&words, half).into_iter().next();
    let first = first.and_then(|range| words.get(range)).unwrap_or_default();
    let rest = words.get(first.len()..).unwrap_or_default();
    let last = rest
        .char_indices()
        .filter(|(_, letter)| *letter == ' ')
        .filter_map(|(at, _)| rest.get(at..))
        .find(|tail| columns(tail) <= half)
        .unwrap_or_default();
    format!("“{first} …{last}”")
}
