//! What is wrong with a policy: ranges, floors and contradictions (`domain.md` 4.7). The invariants
//! of 4.8 that a knob could break have their floor here.

use alloc::string::String;
use alloc::vec::Vec;

use super::timers::{Part, path};
use super::{
    AlertAt, BusinessCalendar, CarryOver, CrisisDirectory, Formality, Policy, SevereKinds, Timer,
    Timers, UndirectedProfanity, Weekday,
};
use crate::error::PolicyError;
use crate::terms::{Channel, RecordField, Role, SevereKind};
use crate::time::Millis;

/// Severe kinds that a policy may put on the path without warnings (`domain.md` 2.4): never a device,
/// where the line must stay open, nor extortion, where someone negotiates.
const MAY_BE_IMMEDIATE: SevereKinds = SevereKinds::EMPTY
    .with(SevereKind::Violence)
    .with(SevereKind::Hate)
    .with(SevereKind::Sexual)
    .with(SevereKind::Stalking);

/// Everything that is wrong with `policy`, in the order of its knobs.
pub(super) fn problems(policy: &Policy) -> Vec<PolicyError> {
    let mut found = Found(Vec::new());
    reading(policy, &mut found);
    ladder(policy, &mut found);
    records(policy, &mut found);
    afterwards(policy, &mut found);
    safety(policy, &mut found);
    for channel in Channel::ALL {
        timers(*channel, policy, &mut found);
    }
    for (field, length) in policy.limits.named() {
        found.finite(field, length);
    }
    words(policy, &mut found);
    found.0
}

fn reading(policy: &Policy, found: &mut Found) {
    let [tense, upset, heated] = policy.heat_bands;
    found.within("heat_bands", tense.get(), 1, 1000);
    if tense >= upset || upset >= heated {
        found.contradiction("heat_bands", "heat_bands");
    }
    found.within("line_at", policy.line_at.get(), 300, 990);
    found.within("boundary_min_confidence", policy.boundary_min_confidence.get(), 600, 990);
}

fn ladder(policy: &Policy, found: &mut Found) {
    found.within("min_warnings", policy.min_warnings, 1, 5);
    found.within("max_boundaries", policy.max_boundaries, 1, 5);
    if policy.min_warnings > policy.max_boundaries {
        found.contradiction("min_warnings", "max_boundaries");
    }
    found.within("consequence_from", policy.consequence_from, 1, 2);
    // The first boundary would announce an ending that the policy does not allow yet.
    if policy.consequence_from == 1 && policy.min_warnings > 1 {
        found.contradiction("consequence_from", "min_warnings");
    }
    match policy.undirected_profanity {
        UndirectedProfanity::Ignore => {}
        UndirectedProfanity::SoftAskAfter(messages) => {
            found.within("undirected_profanity", messages, 3, 20);
        }
    }
    if let Some(turns) = policy.offer_supervisor_after {
        found.within("offer_supervisor_after", turns, 1, 20);
    }
    match policy.alert_at {
        AlertAt::Boundary(n) => {
            found.within("alert_at", n, 1, 5);
            if n > policy.max_boundaries {
                found.contradiction("alert_at", "max_boundaries");
            }
        }
        AlertAt::NextCrossing | AlertAt::Never => {}
    }
}

fn records(policy: &Policy, found: &mut Found) {
    // There is nothing to say of them before the first boundary: it could never be given.
    for later in [RecordField::Warnings, RecordField::Response] {
        if policy.record_before_boundary.contains(later) {
            found.contradiction("record_before_boundary", later.name());
        }
    }
    // An ending without the words and the warnings would have nothing to show (I5).
    for always in [RecordField::Verbatim, RecordField::Warnings] {
        if !policy.record_before_ending.contains(always) {
            found.contradiction("record_before_ending", always.name());
        }
    }
}

/// What outlasts a contact: carried warnings, restrictions, and the records that must explain them.
fn afterwards(policy: &Policy, found: &mut Found) {
    let retention = policy.retention;
    found.within("retention.months", retention.months, 1, 120);
    match policy.warnings_carry_over {
        CarryOver::Never => {}
        CarryOver::Days(days) => {
            found.within("warnings_carry_over", days, 1, 90);
            if u16::from(days) > u16::from(retention.months).saturating_mul(30) {
                found.contradiction("warnings_carry_over", "retention.months");
            }
        }
    }
    let rules = &policy.restriction;
    found.within("restriction.max_months", rules.max_months, 1, 12);
    found.within("restriction.review_months", rules.review_months, 1, 12);
    if rules.review_months > rules.max_months {
        found.contradiction("restriction.review_months", "restriction.max_months");
    }
    if rules.max_months > retention.months {
        found.contradiction("restriction.max_months", "retention.months");
    }
    found.within("restriction.role", rules.role.code(), Role::Manager.code(), Role::Safety.code());
    if rules.open_channels.is_empty() {
        // A way back or onward stays open, always (I19).
        found.within("restriction.open_channels", 0_u8, 1, 5);
    }
    if let Some(route) = &rules.appeal_route {
        found.said("restriction.appeal_route", route);
    }
    if let Some(minutes) = policy.time_limited_calls {
        found.within("time_limited_calls", minutes, 20, 480);
    }
}

fn safety(policy: &Policy, found: &mut Found) {
    for kind in policy.immediate_kinds.iter() {
        if !MAY_BE_IMMEDIATE.contains(kind) {
            found.contradiction("immediate_kinds", kind.name());
        }
    }
    let (lowest, highest) = (Role::Supervisor.code(), Role::Safety.code());
    found.within("crisis_clear_role", policy.crisis_clear_role.code(), lowest, highest);
    found.within("threat_clear_role", policy.threat_clear_role.code(), lowest, highest);
    if let Some(CrisisDirectory { emergency_number, crisis_line, crisis_contact, .. }) =
        &policy.crisis_directory
    {
        found.said("crisis_directory.emergency_number", emergency_number);
        found.said("crisis_directory.crisis_line", crisis_line);
        found.said("crisis_directory.crisis_contact", crisis_contact);
    }
}

fn timers(channel: Channel, policy: &Policy, found: &mut Found) {
    let timers = policy.timers(channel);
    let name = |timer| path(channel, Part::Length(timer));
    found.within(path(channel, Part::CooldownTurns), timers.cooldown_turns, 1, 20);
    if let Some(messages) = timers.listening_messages {
        found.within(path(channel, Part::ListeningMessages), messages, 1, 10);
    }
    for timer in Timer::ALL {
        if let Some(length) = timers.length(*timer) {
            found.finite(name(*timer), length);
        }
    }
    let not_after = [
        // Nobody waits longer for being upset (I14).
        (Timer::FirstReplyUpset, Timer::FirstReplyCalm),
        (Timer::UpdateUpset, Timer::UpdateCalm),
        (Timer::SilenceWarning, Timer::Silence),
        (Timer::Hold, Timer::LongestHold),
    ];
    for (sooner, later) in not_after {
        // A warning before nothing, or a hold without an end, is as wrong as a late one.
        let holds = match (timers.length(sooner), timers.length(later)) {
            (None, None) => true,
            (None, Some(_)) => later == Timer::Silence,
            (Some(_), None) => false,
            (Some(first), Some(second)) => first <= second,
        };
        if !holds {
            found.contradiction(name(sooner), name(later));
        }
    }
    if policy.limits.severe_ack > timers.supervisor_ack {
        found.contradiction("limits.severe_ack", name(Timer::SupervisorAck));
    }
    if policy.calendar.as_ref().is_some_and(|calendar| !can_update(calendar, timers)) {
        found.contradiction(path(channel, Part::UpdateBy), "calendar");
    }
}

/// Says whether somebody works before updates must be out, where they count working hours.
fn can_update(calendar: &BusinessCalendar, timers: &Timers) -> bool {
    let counts = [Timer::UpdateCalm, Timer::UpdateUpset]
        .iter()
        .any(|timer| timers.in_business_time.contains(*timer));
    let mut hours = Weekday::ALL.iter().flat_map(|day| calendar.hours(*day));
    !counts || hours.any(|stretch| stretch.opens < timers.update_by)
}

fn words(policy: &Policy, found: &mut Found) {
    for word in &policy.legal_hold_words {
        found.said("legal_hold_words", word);
    }
    let style = &policy.style;
    if style.contractions && style.formality == Formality::Formal {
        found.contradiction("style.contractions", "style.formality");
    }
    if let Some(sign_off) = &style.sign_off {
        found.said("style.sign_off", sign_off);
        let length = u64::try_from(sign_off.len()).unwrap_or(u64::MAX);
        found.within("style.sign_off", length, 1, 200);
    }
    found.within("reading_grade_target", policy.reading_grade_target, 4, 10);
}

/// The problems so far.
struct Found(Vec<PolicyError>);

impl Found {
    fn within<T: Into<u64>>(&mut self, field: &'static str, given: T, min: T, max: T) {
        let (given, min, max) = (given.into(), min.into(), max.into());
        if !(min..=max).contains(&given) {
            self.0.push(PolicyError::OutOfRange { field, given, min, max });
        }
    }

    /// Between a second and a year: no timer may be endless (`domain.md` 4.7).
    fn finite(&mut self, field: &'static str, length: Millis) {
        self.within(field, length.0, Millis::seconds(1).0, Millis::days(366).0);
    }

    /// A text must have a letter or a digit.
    fn said(&mut self, field: &'static str, text: &str) {
        if !text.chars().any(char::is_alphanumeric) {
            self.0.push(PolicyError::Unknown { field, given: String::from(text) });
        }
    }

    fn contradiction(&mut self, first: &'static str, second: &'static str) {
        self.0.push(PolicyError::Contradiction { first, second });
    }
}
