//! What a reply does at this moment, act by act (`domain.md` 6.3).

use alloc::vec::Vec;

use super::Withheld;
use super::fill::Known;
use crate::case::{Safety, Service, Standing, Supervisor, Trend};
use crate::steps::moment::{Ending, Moment};
use crate::tables::phrases::Family;
use crate::terms::{Act, Channel, Conduct, Crisis, Flag, Flags, SevereKind, Slot};

/// What kind of moment it is: the row of the composition table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Situation {
    Crisis,
    Retraction,
    Ending,
    Firm,
    Soft,
    Improved,
    Missed,
    Takeover,
    Need,
    Right,
    Relapse,
    FollowUp,
    Resolved,
    Several,
    Parking,
    Asking,
    Refusing,
    Choosing,
    Heated,
    Upset,
    Tense,
    Calm,
    News,
    NoNews,
}

/// How much an act is wanted.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Rank {
    /// If there is room.
    May,
    /// Room is kept for it.
    Should,
    /// Without it there is no reply.
    Must,
}

/// One act that the reply should do, and the phrases that do it, best family first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Want {
    pub(super) families: &'static [Family],
    pub(super) rank: Rank,
    /// Only phrases with this slot.
    pub(super) slot: Option<Slot>,
    /// Only phrases without this slot.
    pub(super) without: Option<Slot>,
    /// Only phrases that ask, or that do not.
    pub(super) asks: Option<bool>,
}

impl Want {
    const fn new(rank: Rank, families: &'static [Family]) -> Self {
        Self { families, rank, slot: None, without: None, asks: None }
    }

    pub(super) fn act(&self) -> Option<Act> {
        self.families.first().map(|family| family.act())
    }
}

const fn may(families: &'static [Family]) -> Want {
    Want::new(Rank::May, families)
}

const fn should(families: &'static [Family]) -> Want {
    Want::new(Rank::Should, families)
}

const fn must(families: &'static [Family]) -> Want {
    Want::new(Rank::Must, families)
}

/// A row of the table, for this moment.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) situation: Situation,
    pub(super) wants: Vec<Want>,
}

/// Finds the row that fits and its acts, or why no words are drafted.
pub(super) fn plan(known: Known<'_>) -> Result<Plan, Withheld> {
    let situation = situation(known)?;
    let mut wants = Vec::new();
    wants.extend(greeting(known, situation));
    wants.extend(body(known, situation));
    if known.moment.flag(Flag::DataRequest) && serves(situation) {
        wants.push(should(&[Family::Data]));
    }
    if known.moment.channel == Channel::Email {
        wants.push(may(&[Family::Sign]));
    }
    Ok(Plan { situation, wants })
}

/// Says whether ordinary service goes on in this reply.
fn serves(situation: Situation) -> bool {
    !matches!(
        situation,
        Situation::Crisis
            | Situation::Ending
            | Situation::Firm
            | Situation::Soft
            | Situation::Retraction
    )
}

/// Which row it is: the first that fits.
pub(super) fn situation(known: Known<'_>) -> Result<Situation, Withheld> {
    let moment = known.moment;
    if let Some(held) = safety(moment)? {
        return Ok(held);
    }
    if moment.standing == Standing::Discontinued {
        return Err(Withheld::Closed);
    }
    if moment.owes_retraction {
        return Ok(Situation::Retraction);
    }
    if moment.awaits_reply {
        return answer(known);
    }
    if moment.missed_promise {
        return Ok(Situation::Missed);
    }
    match moment.service {
        Service::Closed => Err(Withheld::Closed),
        Service::FollowUp => Ok(Situation::FollowUp),
        Service::Resolved => Ok(Situation::Resolved),
        Service::Open
        | Service::Listening
        | Service::Acknowledged
        | Service::Working
        | Service::AwaitingCustomer => {
            let news = [Slot::Fact, Slot::Step, Slot::StepIng].iter().any(|slot| known.has(*slot));
            if news && moment.agent_turns > 0 && !moment.update_due {
                Ok(Situation::News)
            } else if moment.update_due {
                Ok(if known.has(Slot::Fact) { Situation::News } else { Situation::NoNews })
            } else {
                Err(Withheld::NothingToAnswer)
            }
        }
    }
}

/// Crisis and threats come before everything.
fn safety(moment: &Moment<'_>) -> Result<Option<Situation>, Withheld> {
    match moment.safety {
        Safety::None => Ok(None),
        Safety::HandedOver => Err(Withheld::PersonHasIt),
        Safety::ThreatHold(SevereKind::Device) => Err(Withheld::DeviceThreat),
        Safety::ThreatHold(
            SevereKind::Violence
            | SevereKind::Hate
            | SevereKind::Sexual
            | SevereKind::Stalking
            | SevereKind::Extortion,
        ) => Err(Withheld::HumanDecides),
        Safety::CrisisHold if moment.directory.is_none() => Err(Withheld::NoCrisisDirectory),
        Safety::CrisisHold => Ok(Some(Situation::Crisis)),
    }
}

/// The row for a customer message that waits for its answer.
fn answer(known: Known<'_>) -> Result<Situation, Withheld> {
    let moment = known.moment;
    if let Some(step) = ladder(known)? {
        return Ok(step);
    }
    if moment.improved && moment.boundaries > 0 {
        return Ok(Situation::Improved);
    }
    if moment.missed_promise {
        return Ok(Situation::Missed);
    }
    if moment.supervisor == Supervisor::TookOver && !said(moment, Family::Handoff) {
        return Ok(Situation::Takeover);
    }
    if moment.flags.intersects(Flags::NEEDS) {
        return Ok(Situation::Need);
    }
    if rights(moment).next().is_some() {
        return Ok(Situation::Right);
    }
    if moment.reopened > 0
        && moment.service == Service::Listening
        && !said(moment, Family::AckRelapse)
    {
        return Ok(Situation::Relapse);
    }
    if known.has(Slot::Request) || known.has(Slot::RequestNp) {
        return Ok(Situation::Refusing);
    }
    if known.has(Slot::OptionA) && known.has(Slot::OptionB) {
        return Ok(Situation::Choosing);
    }
    if known.has(Slot::Ask) {
        return Ok(Situation::Asking);
    }
    by_heat(moment)
}

/// The conduct ladder (`domain.md` 2.2). No limit is set in public, and none below the line.
fn ladder(known: Known<'_>) -> Result<Option<Situation>, Withheld> {
    let moment = known.moment;
    if !moment.conduct.crosses_line() || moment.channel == Channel::Social {
        return Ok(None);
    }
    if moment.boundaries > 0 && moment.ending == Ending::RecordIncomplete && !moment.boundary_due {
        return Err(Withheld::HumanDecides);
    }
    if moment.boundaries > 0 && moment.ending == Ending::Open {
        // Ending is never drafted without the way back (invariant I20).
        let way_back = known.has(Slot::Route) || known.has(Slot::AltOwner) && known.has(Slot::Time);
        return match (way_back, moment.boundary_due) {
            (true, _) => Ok(Some(Situation::Ending)),
            (false, true) => Ok(Some(Situation::Firm)),
            (false, false) => Err(Withheld::FactsMissing),
        };
    }
    match (moment.boundary_due, moment.boundaries) {
        (true, 0) => Ok(Some(Situation::Soft)),
        (true, _) => Ok(Some(Situation::Firm)),
        (false, _) if matches!(moment.conduct, Conduct::Severe(_)) => Err(Withheld::HumanDecides),
        (false, _) => Ok(None),
    }
}

fn by_heat(moment: &Moment<'_>) -> Result<Situation, Withheld> {
    match moment.temperature {
        0 if moment.agenda.is_empty() && moment.flag(Flag::Thanks) => match moment.service {
            Service::Resolved => Ok(Situation::Resolved),
            Service::Open
            | Service::Listening
            | Service::Acknowledged
            | Service::Working
            | Service::AwaitingCustomer
            | Service::FollowUp
            | Service::Closed => Err(Withheld::NothingToAnswer),
        },
        0 => Ok(Situation::Calm),
        1 => Ok(Situation::Tense),
        2 | 3 if moment.agenda.len() > 1 && moment.first_reply() => Ok(Situation::Several),
        2 | 3 if moment.agenda.len() > 1 && !said(moment, Family::Agenda) => Ok(Situation::Parking),
        2 => Ok(Situation::Upset),
        _ => Ok(Situation::Heated),
    }
}

/// Says whether a family was used in this contact.
fn said(moment: &Moment<'_>, family: Family) -> bool {
    crate::tables::phrases::of(family).any(|phrase| moment.phrases_used.contains(&phrase.id()))
}

fn greeting(known: Known<'_>, situation: Situation) -> Option<Want> {
    const GREET: Want = may(&[Family::Greet]);
    let moment = known.moment;
    let cold = matches!(situation, Situation::Crisis | Situation::Ending);
    match moment.channel {
        Channel::Email if !cold => Some(GREET),
        // The first sentence to an upset person is about them (`domain.md` 6.4).
        Channel::Chat | Channel::Messaging
            if moment.first_reply() && moment.temperature < 2 && serves(situation) =>
        {
            Some(GREET)
        }
        Channel::Phone | Channel::Chat | Channel::Messaging | Channel::Email | Channel::Social => {
            None
        }
    }
}

fn body(known: Known<'_>, situation: Situation) -> Vec<Want> {
    let moment = known.moment;
    let ack = ack(moment);
    let sorry = apology(known).map(|families| should(families));
    let step = step(moment);
    let fact = may(&[Family::Fact]);
    let commit = should(&[Family::Commit]);
    let some = |wants: &[Option<Want>]| wants.iter().copied().flatten().collect();
    match situation {
        Situation::Crisis => crisis(moment),
        Situation::Retraction => Vec::from([must(&[Family::Retract]), step, commit]),
        Situation::Ending => Vec::from([must(&[Family::EndConduct])]),
        Situation::Firm => Vec::from([must(&[Family::BoundFirm]), step]),
        Situation::Soft => soft(known, step, commit),
        Situation::Improved => Vec::from([must(&[Family::Reset]), fact, step, commit]),
        Situation::Missed => Vec::from([must(&[Family::Missed]), fact, step, commit]),
        Situation::Takeover => Vec::from([must(&[Family::Handoff]), fact, step, commit]),
        Situation::Need => {
            let access = [Flag::DisabilityDisclosed, Flag::TicDisclosed, Flag::LimitedEnglish]
                .iter()
                .any(|flag| moment.flag(*flag))
                .then_some(may(&[Family::Access]));
            let answer = must(&[Family::Vuln, Family::Access]);
            some(&[Some(answer), access, Some(fact), Some(step), Some(commit)])
        }
        Situation::Right => {
            let mut wants: Vec<Want> = some(&[ack, sorry.filter(|_| !moment.flag(Flag::Legal))]);
            wants.extend(rights(moment).take(2));
            wants.extend([step, commit]);
            wants
        }
        Situation::Relapse => Vec::from([
            must(&[Family::AckRelapse]),
            may(&[Family::ApolRelapse]),
            may(&[Family::Own]),
            fact,
            step,
            commit,
        ]),
        Situation::FollowUp => Vec::from([must(&[Family::Followup])]),
        Situation::Resolved => Vec::from([fact, must(&[Family::Close])]),
        Situation::Several => {
            // Of several things the step says which one comes first.
            let step = if known.has(Slot::Step) || known.has(Slot::StepIng) {
                step
            } else {
                Want { slot: Some(Slot::Current), ..step }
            };
            let agenda = Want { slot: Some(Slot::List), ..should(&[Family::Agenda]) };
            some(&[ack, sorry, Some(agenda), Some(step), Some(commit)])
        }
        Situation::Parking => {
            let agenda = Want { slot: Some(Slot::Parked), ..should(&[Family::Agenda]) };
            some(&[ack, Some(agenda), Some(step), Some(commit)])
        }
        Situation::Asking => {
            some(&[ack, sorry, Some(fact), Some(must(&[Family::Ask])), Some(commit)])
        }
        Situation::Refusing => {
            let choice = known.has(Slot::OptionA).then_some(may(&[Family::Choice]));
            some(&[ack, Some(must(&[Family::No])), choice, Some(commit)])
        }
        Situation::Choosing => {
            some(&[ack, sorry, Some(fact), Some(must(&[Family::Choice])), Some(commit)])
        }
        Situation::Heated => {
            let offer = moment.heated_for_long.then_some(should(&[Family::HandoffOffer]));
            some(&[
                ack,
                sorry,
                Some(may(&[Family::Own])),
                Some(fact),
                Some(step),
                Some(commit),
                offer,
            ])
        }
        Situation::Upset => {
            let symp = (sorry.is_none() && known.issue().is_none() && moment.first_reply())
                .then_some(may(&[Family::Symp]));
            let own = moment.first_reply().then_some(if sorry.is_some() {
                should(&[Family::Own])
            } else {
                may(&[Family::Own])
            });
            some(&[ack, sorry, symp, own, Some(fact), Some(step), Some(commit)])
        }
        Situation::Tense => some(&[ack, sorry, Some(fact), Some(step), Some(commit)]),
        Situation::Calm => calm(known, fact, step, commit),
        Situation::News => Vec::from([should(&[Family::Fact]), step, commit]),
        Situation::NoNews => Vec::from([must(&[Family::Update])]),
    }
}

/// The acknowledgement by level; after the first reply a short one, because repeated empathy lowers
/// satisfaction (`domain.md` 1.4, finding 3). None for a calm message.
fn ack(moment: &Moment<'_>) -> Option<Want> {
    if !moment.first_reply() && moment.trend != Trend::Rising && moment.temperature >= 1 {
        return Some(may(&[Family::AckLater]));
    }
    match moment.temperature {
        0 => None,
        1 => Some(should(&[Family::AckTense])),
        2 => Some(must(&[Family::AckUpset, Family::AckTense, Family::AckLater])),
        _ => Some(must(&[Family::AckHeated, Family::AckTense, Family::AckLater])),
    }
}

/// When to say sorry (`domain.md` 6.4): for what is ours, once, and never again once they asked us to stop.
fn apology(known: Known<'_>) -> Option<&'static [Family]> {
    let moment = known.moment;
    let cause_is_delicate = [Flag::Legal, Flag::SafetyHazard, Flag::FraudOrSecurity]
        .iter()
        .any(|flag| moment.ever(*flag));
    if moment.apologies > 0 || moment.apologies_rejected {
        None
    } else if known.is_our_fault() && !cause_is_delicate {
        Some(&[Family::ApolFault])
    } else if known.is_late() {
        Some(&[Family::ApolDelay])
    } else {
        None
    }
}

fn step(moment: &Moment<'_>) -> Want {
    match moment.channel {
        Channel::Social => should(&[Family::StepPrivate, Family::Step]),
        Channel::Phone | Channel::Chat | Channel::Messaging | Channel::Email => {
            should(&[Family::Step])
        }
    }
}

fn calm(known: Known<'_>, fact: Want, step: Want, commit: Want) -> Vec<Want> {
    let knows = known.has(Slot::Fact);
    let does = known.has(Slot::Step) || known.has(Slot::StepIng);
    match (knows, does) {
        (true, true) => Vec::from([fact, step, commit]),
        (true, false) => Vec::from([Want { rank: Rank::Must, ..fact }, commit]),
        (false, true) => Vec::from([step, commit]),
        (false, false) if known.issue().is_some() => {
            Vec::from([may(&[Family::AckCalm]), step, commit])
        }
        (false, false) => Vec::from([must(&[Family::AskOpen])]),
    }
}

/// The first boundary: a clause about the matter, the request, help. Either the clause names the
/// matter or the request does, so that it is named once.
fn soft(known: Known<'_>, step: Want, commit: Want) -> Vec<Want> {
    let (clause, request) = (may(&[Family::AckClause]), must(&[Family::BoundSoft]));
    if known.issue().is_some() && known.seed(Act::BoundSoft) % 2 == 0 {
        let clause = Want { without: Some(Slot::Issue), ..clause };
        Vec::from([clause, Want { slot: Some(Slot::Issue), ..request }, step, commit])
    } else {
        Vec::from([clause, Want { without: Some(Slot::Issue), ..request }, step, commit])
    }
}

/// The routes for rights and wishes, most formal first (`domain.md` 2.8).
fn rights<'a>(moment: &'a Moment<'_>) -> impl Iterator<Item = Want> + 'a {
    const ROUTES: &[(Flag, Want)] = &[
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

/// Presence, one question, the numbers; never business (`domain.md` 2.5).
fn crisis(moment: &Moment<'_>) -> Vec<Want> {
    const CRISIS: &[Family] = &[Family::Crisis];
    // What they said first is answered once; after that, staying is what counts.
    let words: &[Family] = if said(moment, Family::Crisis) {
        &[Family::CrisisLater]
    } else {
        &[Family::Crisis, Family::CrisisLater]
    };
    let presence = Want { asks: Some(false), ..must(words) };
    let question = Want { asks: Some(true), ..should(words) };
    let colleague = Want { slot: Some(Slot::TrainedRole), ..should(CRISIS) };
    let emergency = Want { slot: Some(Slot::EmergencyNumber), ..should(CRISIS) };
    let line = Want { slot: Some(Slot::CrisisLine), ..should(CRISIS) };
    match moment.crisis {
        Crisis::Imminent => Vec::from([presence, emergency, question, colleague, line]),
        Crisis::None | Crisis::Possible | Crisis::Explicit => {
            Vec::from([presence, question, colleague, emergency, line])
        }
    }
}
