//! Group C: apologies that are too many, too legal, hollow, missing or unwanted (`domain.md` 7, L30 to L36).

use super::context::Context;
use super::findings::Findings;
use crate::speech::Speech;
use crate::tables::rules::Mark;
use crate::terms::Flag;

/// Apologies a reply and a contact bear (`domain.md` 6.4).
const PER_REPLY: usize = 1;
const PER_CONTACT: usize = 2;

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.add_tables(speech, &[(32, Mark::AsksForgiveness), (35, Mark::WrongApology)]);
    let made = usize::try_from(context.apologies).unwrap_or(usize::MAX);
    // A promise missed since is a new fault: it may have its own apology.
    let left = if context.overdue { PER_REPLY } else { PER_CONTACT.saturating_sub(made) };
    for apology in speech.apologies().skip(left.min(PER_REPLY)) {
        findings.add(30, speech.span(apology));
    }
    if context.flags.contains(Flag::ApologyRejected) {
        for apology in speech.apologies() {
            findings.add(36, speech.span(apology));
        }
    }
    if context.liability_at_stake() {
        findings.add_all(31, speech, Mark::Liability);
    }
    if context.fault_known() {
        findings.add_all(33, speech, Mark::Ownerless);
    }
    if owes_apology(context) && lacks_apology(speech) {
        findings.add(34, speech.whole());
    }
}

/// L34: our fault or delay is on record, nobody has apologised for it, and an apology is wanted.
pub(super) fn owes_apology(context: &Context<'_>) -> bool {
    context.at_fault()
        && (context.apologies == 0 || context.overdue)
        && !context.flags.contains(Flag::ApologyRejected)
        && !context.crisis
        && !context.threat
}

/// A boundary or an ending never carries the apology (`domain.md` 6.4); thanks may stand for it.
pub(super) fn lacks_apology(speech: &Speech<'_>) -> bool {
    !speech.has_any(&[
        Mark::Apology,
        Mark::Responsibility,
        Mark::Thanks,
        Mark::Missed,
        Mark::Boundary,
        Mark::Ending,
    ])
}
