//! Which steps fit a moment: the rows of `domain.md` 5.1, most urgent first.

use alloc::vec::Vec;

use super::moment::{Ending, Moment};
use super::{Plan, Step, StepId};
use crate::case::{Safety, Service, Standing, Supervisor};
use crate::terms::{Channel, Flag, Flags, IssueKind, SevereKind};
use crate::time::Timestamp;

/// At most this many at a time: an agent under pressure acts on few things.
const MOST: usize = 3;

/// One row of the selection that fits the moment.
struct Row {
    because: &'static str,
    steps: &'static [StepId],
}

/// Takes the steps of the first rows that fit, three at most.
pub(super) fn select(moment: &Moment<'_>) -> Plan {
    let mut steps: Vec<Step> = Vec::new();
    for Row { because, steps: wanted } in rows(moment) {
        for id in wanted {
            if steps.len() < MOST && steps.iter().all(|step| step.id != *id) {
                steps.push(Step { id: *id, because, due: due(*id, moment) });
            }
        }
    }
    steps.sort_by_key(|step| group(step.id));
    Plan { steps }
}

/// Safety first, then the agent, then the customer, then the record.
fn group(step: StepId) -> u8 {
    match step.name().split('.').next() {
        Some("safety" | "crisis") => 0,
        Some("self") => 1,
        Some("doc") => 3,
        Some(_) | None => 2,
    }
}

fn rows(moment: &Moment<'_>) -> Vec<Row> {
    if let Some(row) = safety(moment) {
        return Vec::from([row]);
    }
    if let Some(row) = aftermath(moment) {
        return Vec::from([row]);
    }
    if let Some(row) = better(moment) {
        return Vec::from([row]);
    }
    let (rights, needs) = (rights(moment), needs(moment));
    let served = (rights.is_some() || needs.is_some()).then_some(Row {
        because: "their ordinary request goes on beside it",
        steps: &[StepId::AckSpecific, StepId::StepSingle],
    });
    let rows =
        [ladder(moment), promises(moment), rights, needs, served, stages(moment), heat(moment)];
    rows.into_iter().flatten().collect()
}

/// Crisis and threats stand alone: nothing else matters now.
fn safety(moment: &Moment<'_>) -> Option<Row> {
    match moment.safety {
        Safety::CrisisHold => Some(Row {
            because: "someone may be at risk",
            steps: &[StepId::CrisisStay, StepId::CrisisColleague, StepId::CrisisSignpost],
        }),
        Safety::ThreatHold(SevereKind::Device) => Some(Row {
            because: "a device threat is active",
            steps: &[StepId::SafetyDevice, StepId::SafetyNow, StepId::DocVerbatim],
        }),
        Safety::ThreatHold(SevereKind::Stalking) => Some(Row {
            because: "a threat to expose or follow a person is active",
            steps: &[StepId::SafetyNow, StepId::SafetyPrivacy, StepId::DocVerbatim],
        }),
        Safety::ThreatHold(
            SevereKind::Violence | SevereKind::Hate | SevereKind::Sexual | SevereKind::Extortion,
        ) => Some(Row {
            because: "severe conduct is being handled",
            steps: &[StepId::SafetyNow, StepId::SafetyPreserve, StepId::DocVerbatim],
        }),
        Safety::HandedOver => Some(Row {
            because: "a trained person has taken it over",
            steps: &[StepId::SelfDebrief, StepId::SelfBreak, StepId::DocVerbatim],
        }),
        Safety::None if moment.flag(Flag::ThreatPossible) => Some(Row {
            because: "the last message may be a threat: a person must look now",
            steps: &[StepId::SafetyNow, StepId::SafetyPreserve, StepId::DocVerbatim],
        }),
        Safety::None => None,
    }
}

/// After the peak: the agent recovers, and the team learns.
fn aftermath(moment: &Moment<'_>) -> Option<Row> {
    if moment.standing == Standing::Discontinued {
        return Some(Row {
            because: "the contact was ended because of conduct",
            steps: &[StepId::SelfDebrief, StepId::SelfBreak, StepId::ReviewAppeal],
        });
    }
    if moment.service != Service::Closed {
        return None;
    }
    match moment.peak {
        0 | 1 => None,
        2 | 3 => {
            Some(Row { because: "closed after an upset contact", steps: &[StepId::DiagnoseRoot] })
        }
        _ => Some(Row {
            because: "closed after conduct that crossed the line",
            steps: &[StepId::SelfDebrief, StepId::SelfBreak, StepId::DiagnoseRoot],
        }),
    }
}

/// Respect after a boundary is met with service, not with more advice on heat.
fn better(moment: &Moment<'_>) -> Option<Row> {
    let calm = !moment.conduct.crosses_line() && !moment.owes_retraction;
    (moment.improved && moment.boundaries > 0 && calm).then_some(Row {
        because: "the tone improved after a boundary",
        steps: &[StepId::BoundaryReset, StepId::StepSingle],
    })
}

/// The conduct ladder (`domain.md` 2.2).
fn ladder(moment: &Moment<'_>) -> Option<Row> {
    if moment.owes_retraction {
        return Some(Row {
            because: "a boundary was taken back and they have not been told",
            steps: &[StepId::BoundaryRetract, StepId::StepSingle, StepId::DocContext],
        });
    }
    (moment.conduct.crosses_line() && moment.awaits_reply).then(|| crossing(moment))
}

fn crossing(moment: &Moment<'_>) -> Row {
    if moment.explained() {
        return Row {
            because: "the words crossed the line and a reason for them was disclosed",
            steps: &[StepId::BoundaryCheck, StepId::AccessAdjust, StepId::StepSingle],
        };
    }
    if moment.channel == Channel::Social {
        return Row {
            because: "the line was crossed in public, where no boundary is set",
            steps: &[StepId::BoundaryCheck, StepId::ChannelPrivate, StepId::DocVerbatim],
        };
    }
    if moment.boundaries > 0 && moment.ending == Ending::RecordIncomplete && !moment.boundary_due {
        return Row {
            because: "the line was crossed again, and the record must be complete before an ending",
            steps: &[StepId::SupAlert, StepId::StopOwnIssue, StepId::DocVerbatim],
        };
    }
    if moment.boundaries > 0 && moment.ending == Ending::Open {
        return Row {
            because: "the line was crossed again after the warnings the policy asks for",
            steps: &[StepId::StopEnd, StepId::StopOwnIssue, StepId::DocVerbatim],
        };
    }
    match (moment.boundary_due, moment.boundaries) {
        (true, 0) if moment.states_consequence => Row {
            because: "the line was crossed, and the policy states the consequence at once",
            steps: &[StepId::BoundaryCheck, StepId::BoundaryFirm, StepId::DocVerbatim],
        },
        (true, 0) => Row {
            because: "the line was crossed for the first time",
            steps: &[StepId::BoundaryCheck, StepId::BoundarySoft, StepId::DocVerbatim],
        },
        (true, _) if !moment.states_consequence => Row {
            because: "the line was crossed again, and the policy asks for more boundaries before an ending",
            steps: &[StepId::BoundarySoft, StepId::SupAlert, StepId::DocVerbatim],
        },
        (true, _) => Row {
            because: "the line was crossed again after a boundary",
            steps: &[StepId::BoundaryFirm, StepId::SupAlert, StepId::DocVerbatim],
        },
        (false, 0) => Row {
            because: "the line may have been crossed, not surely enough for a boundary",
            steps: &[StepId::BoundaryCheck, StepId::AckSpecific, StepId::StepSingle],
        },
        (false, _) => Row {
            because: "the line was crossed again and the contact may not be ended yet",
            steps: &[StepId::BoundaryCheck, StepId::SupAlert, StepId::DocVerbatim],
        },
    }
}

/// What was promised, and silence.
fn promises(moment: &Moment<'_>) -> Option<Row> {
    if moment.promise_at_risk {
        return Some(Row { because: "a promised time is close", steps: &[StepId::CadenceEarly] });
    }
    if moment.missed_promise {
        return Some(Row {
            because: "a promised time has passed",
            steps: &[StepId::ApolOurs, StepId::FactKnownUnknown, StepId::CadenceSet],
        });
    }
    (moment.update_due && !moment.awaits_reply)
        .then_some(Row { because: "an update is due", steps: &[StepId::CadenceNothingNew] })
}

/// Rights and risks, each with its own route (`domain.md` 2.8).
fn rights(moment: &Moment<'_>) -> Option<Row> {
    const ROUTES: &[(Flag, Row)] = &[
        (
            Flag::SafetyHazard,
            Row {
                because: "something that can hurt someone was reported",
                steps: &[StepId::SafetyNow, StepId::DocVerbatim],
            },
        ),
        (
            Flag::ReportedAbuse,
            Row {
                because: "they report that our staff treated someone badly",
                steps: &[StepId::RightsSupport, StepId::DocVerbatim],
            },
        ),
        (Flag::DataRequest, Row { because: "they ask for their data", steps: &[StepId::DataLog] }),
        (
            Flag::Legal,
            Row {
                because: "they speak of legal steps",
                steps: &[StepId::LegalNeutral, StepId::DocVerbatim],
            },
        ),
        (Flag::Press, Row { because: "they speak of the press", steps: &[StepId::PressRoute] }),
        (
            Flag::Regulator,
            Row { because: "they speak of a regulator", steps: &[StepId::RightsSupport] },
        ),
        (
            Flag::FormalComplaint,
            Row { because: "they make a formal complaint", steps: &[StepId::RightsSupport] },
        ),
        (
            Flag::SupervisorRequest,
            Row { because: "they ask for a manager", steps: &[StepId::SupOffer] },
        ),
    ];
    ROUTES.iter().find(|(flag, _)| moment.flag(*flag)).map(|(_, row)| Row { ..*row })
}

/// Needs change the service and never reduce it (`domain.md` 2.6, 2.7).
fn needs(moment: &Moment<'_>) -> Option<Row> {
    if moment.flag(Flag::DomesticAbuseHint) {
        return Some(Row {
            because: "they may not be safe at home",
            steps: &[StepId::VulnTexas, StepId::CrisisPauseProcess],
        });
    }
    if moment.flag(Flag::LimitedEnglish) {
        return Some(Row { because: "English is hard for them", steps: &[StepId::LangPlain] });
    }
    if moment.flag(Flag::DisabilityDisclosed) || moment.flag(Flag::TicDisclosed) {
        return Some(Row {
            because: "they disclosed an access need",
            steps: &[StepId::AccessAdjust],
        });
    }
    moment
        .flags
        .intersects(Flags::NEEDS)
        .then_some(Row { because: "they disclosed a hard time", steps: &[StepId::VulnTexas] })
}

/// The end of the work.
fn stages(moment: &Moment<'_>) -> Option<Row> {
    if moment.supervisor == Supervisor::TookOver && moment.awaits_reply {
        return Some(Row {
            because: "a supervisor has taken over",
            steps: &[StepId::SupHandover, StepId::HistoryRead],
        });
    }
    let over = matches!(moment.service, Service::Resolved | Service::FollowUp);
    if moment.content && over {
        return Some(Row {
            because: "they say that all is well: nothing is left to check",
            steps: &[StepId::ThankInstead, StepId::DiagnoseRoot],
        });
    }
    match moment.service {
        Service::FollowUp => Some(Row {
            because: "a check back is due",
            steps: &[StepId::FollowUp, StepId::CloseOverlooked],
        }),
        Service::Resolved if moment.peak >= 2 => Some(Row {
            because: "fixed after an upset contact, not closed yet",
            steps: &[StepId::NextIssue, StepId::CloseOverlooked],
        }),
        Service::Working
            if moment.agenda.is_empty()
                && moment.settled.is_some()
                && moment.level() < 2
                && moment.peak >= 2 =>
        {
            Some(Row {
                because: "nothing is left open on the agenda of an upset contact",
                steps: &[StepId::NextIssue, StepId::CloseOverlooked],
            })
        }
        Service::Acknowledged | Service::Working if moment.content && moment.level() == 0 => {
            Some(Row {
                because: "they are content: see that nothing is left before you call it resolved",
                steps: &[StepId::CloseOverlooked],
            })
        }
        Service::AwaitingCustomer if moment.nudge_due => {
            Some(Row { because: "they have not sent what we asked for", steps: &[StepId::AskOne] })
        }
        Service::Open
        | Service::Listening
        | Service::Acknowledged
        | Service::Working
        | Service::AwaitingCustomer
        | Service::Resolved
        | Service::Closed => None,
    }
}

/// How upset they are.
fn heat(moment: &Moment<'_>) -> Option<Row> {
    if !moment.awaits_reply || moment.conduct.crosses_line() {
        return None;
    }
    match moment.level() {
        0 => calm(moment),
        1 => Some(Row {
            because: "tense: they want to know where it stands",
            steps: &[StepId::AckSpecific, StepId::HistoryRead, StepId::CadenceSet],
        }),
        2 => Some(upset(moment)),
        _ => Some(heated(moment)),
    }
}

/// A calm thread is left alone, unless the answer will state something that can be wrong.
fn calm(moment: &Moment<'_>) -> Option<Row> {
    let checkable = moment.active().is_some_and(|item| match item.kind {
        IssueKind::Billing
        | IssueKind::Refund
        | IssueKind::Cancellation
        | IssueKind::Information => true,
        IssueKind::Delay
        | IssueKind::Fault
        | IssueKind::Delivery
        | IssueKind::Access
        | IssueKind::Service
        | IssueKind::Other => false,
    });
    (checkable || moment.flag(Flag::MoneyAtStake)).then_some(Row {
        because: "the answer will state an amount, a date or a rule",
        steps: &[StepId::FactVerify],
    })
}

fn upset(moment: &Moment<'_>) -> Row {
    if moment.agenda.len() > 1 && moment.old_grievance {
        return Row {
            because: "upset, and an old grievance came up",
            steps: &[StepId::AgendaList, StepId::AgendaOne, StepId::AgendaOld],
        };
    }
    if moment.agenda.len() > 1 {
        return Row {
            because: "upset about more than one thing",
            steps: &[StepId::AgendaList, StepId::AgendaOne, StepId::CadenceSet],
        };
    }
    match (moment.first_reply(), moment.channel) {
        (true, Channel::Phone) if moment.summary_due => Row {
            because: "upset, and they have spoken for some minutes",
            steps: &[StepId::SelfPause, StepId::ListenWindow, StepId::ListenReadBack],
        },
        (true, Channel::Phone) => Row {
            because: "upset, first words on the phone",
            steps: &[StepId::SelfPause, StepId::ListenLetFinish, StepId::ListenNotes],
        },
        (true, Channel::Social) => Row {
            because: "upset in public",
            steps: &[StepId::SelfReadTwice, StepId::AckSpecific, StepId::ChannelPrivate],
        },
        (true, Channel::Chat | Channel::Messaging | Channel::Email) => Row {
            because: "upset, first message in writing",
            steps: &[StepId::SelfReadTwice, StepId::AckSpecific, StepId::StepSingle],
        },
        (false, Channel::Phone) => Row {
            because: "still upset",
            steps: &[StepId::SelfPause, StepId::AckOnce, StepId::StepSingle],
        },
        (false, _) if moment.agent_turns >= 2 && moment.channel.is_written() => Row {
            because: "still upset after two written replies",
            steps: &[StepId::SelfReadTwice, StepId::StepSingle, StepId::ChannelCall],
        },
        (false, _) => Row {
            because: "still upset",
            steps: &[StepId::SelfReadTwice, StepId::AckOnce, StepId::StepSingle],
        },
    }
}

fn heated(moment: &Moment<'_>) -> Row {
    if moment.heated_for_long || moment.channel == Channel::Phone || moment.agent_turns == 0 {
        return Row {
            because: "heated: facts before warmth, and someone senior if they want",
            steps: &[StepId::SelfPause, StepId::AckTruth, StepId::SupOffer],
        };
    }
    Row {
        because: "heated in writing: a call may resolve it faster",
        steps: &[StepId::SelfPause, StepId::AckTruth, StepId::ChannelCall],
    }
}

fn due(step: StepId, moment: &Moment<'_>) -> Option<Timestamp> {
    let due = moment.due;
    if step == StepId::CadenceEarly {
        due.promise
    } else if step == StepId::CadenceSet || step == StepId::CadenceNothingNew {
        due.promise.into_iter().chain(due.update).min()
    } else if step == StepId::FollowUp {
        due.follow_up
    } else if step == StepId::SupAlert || step == StepId::SafetyNow {
        due.supervisor
    } else if step == StepId::DataLog {
        due.data_request
    } else if step == StepId::RightsSupport {
        due.complaint
    } else if step == StepId::ListenWindow || step == StepId::ListenReadBack {
        due.summary
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
