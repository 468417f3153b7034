//! Rights and wishes, each with its own answer, once in a contact (`domain.md` 2.8).

use super::want::{Rank, Want, must};
use crate::steps::moment::Moment;
use crate::tables::phrases::{self, Family};
use crate::terms::Flag;

/// The routes for rights and wishes, most formal first (`domain.md` 2.8).
pub(super) fn rights<'a>(moment: &'a Moment<'_>) -> impl Iterator<Item = Want> + 'a {
    const ROUTES: &[(Flag, Want)] = &[
        (Flag::SafetyHazard, must(&[Family::StepHazard])),
        (Flag::FraudOrSecurity, must(&[Family::StepSecurity])),
        (Flag::ReportedAbuse, must(&[Family::RightsReport])),
        (Flag::Legal, must(&[Family::Legal])),
        (Flag::Press, must(&[Family::LegalPress])),
        (Flag::Regulator, must(&[Family::Rights])),
        (Flag::FormalComplaint, must(&[Family::Rights])),
        (Flag::Chargeback, must(&[Family::Churn])),
        (Flag::Churn, must(&[Family::Churn])),
        (Flag::Public, must(&[Family::Churn])),
        (Flag::SupervisorRequest, must(&[Family::HandoffManager])),
        (Flag::HumanRequest, must(&[Family::HandoffHuman])),
    ];
    let manager = moment.flag(Flag::SupervisorRequest);
    ROUTES
        .iter()
        .filter(move |(flag, want)| {
            // A wish for a manager is one wish, and a family that has nothing left to say is not owed again.
            moment.flag(*flag)
                && !(manager && *flag == Flag::HumanRequest)
                && want.families.iter().any(|family| has_more(moment, *family))
        })
        .enumerate()
        .map(
            |(place, (_, want))| if place == 0 { *want } else { Want { rank: Rank::May, ..*want } },
        )
}

/// Each right is answered once in a contact; after that the service goes on.
fn has_more(moment: &Moment<'_>, family: Family) -> bool {
    !said(moment, family) || moment.first_reply()
}

/// Says whether a family was used in this contact.
pub(super) fn said(moment: &Moment<'_>, family: Family) -> bool {
    phrases::of(family).any(|phrase| moment.phrases_used.contains(&phrase.id()))
}
