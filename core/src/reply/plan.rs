//! What a reply does at this moment, act by act (`domain.md` 6.3).

use alloc::vec::Vec;

use super::Withheld;
use super::fill::Known;
use super::routes::{rights, said};
use super::situation::{Situation, gave, situation};
use super::want::{Rank, Want, may, must, should};
use crate::case::Trend;
use crate::steps::moment::Moment;
use crate::tables::phrases::Family;
use crate::terms::{Act, Channel, Crisis, Flag, Slot};

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

fn greeting(known: Known<'_>, situation: Situation) -> Option<Want> {
    const GREET: Want = may(&[Family::Greet]);
    const NAMELESS: Want = Want { without: Some(Slot::Name), ..GREET };
    let moment = known.moment;
    let cold = matches!(situation, Situation::Crisis | Situation::Ending);
    match moment.channel {
        // A name in a boundary scolds (`domain.md` 6.4).
        Channel::Email if matches!(situation, Situation::Soft | Situation::Firm) => Some(NAMELESS),
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
    let sorry = apology(known).map(should);
    let fact = known.has(Slot::Fact);
    let (step, fact) = match (knows_step(known), fact) {
        // What is known is news enough.
        (false, true) => (Want { rank: Rank::May, ..step(moment) }, should(&[Family::Fact])),
        (_, true) => (step(moment), should(&[Family::Fact])),
        (_, false) => (step(moment), may(&[Family::Fact])),
    };
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
            let answer = if said(moment, Family::Vuln) {
                may(&[Family::Vuln, Family::Access])
            } else {
                must(&[Family::Vuln])
            };
            // Upset as well as in need: the matter is named where there is room, and what was ours is said.
            let upset = moment.level() >= 2 && moment.first_reply();
            let ack =
                upset.then_some(may(&[Family::AckUpset, Family::AckHeated, Family::AckTense]));
            some(&[Some(answer), access, ack, sorry, Some(fact), Some(step), Some(commit)])
        }
        Situation::Right => {
            // What can hurt someone comes before how they feel about it.
            let ack = ack.filter(|_| !moment.flag(Flag::SafetyHazard));
            let sorry = sorry.filter(|_| !moment.flag(Flag::SafetyHazard));
            let mut wants: Vec<Want> = some(&[ack, sorry]);
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
        Situation::Glad => Vec::from([must(&[Family::CloseGlad])]),
        Situation::FollowUp => Vec::from([must(&[Family::Followup])]),
        Situation::Resolved => Vec::from([fact, must(&[Family::Close])]),
        Situation::Several => {
            // Of several things the step says which one comes first.
            let step =
                if knows_step(known) { step } else { Want { slot: Some(Slot::Current), ..step } };
            let agenda = Want { slot: Some(Slot::List), ..should(&[Family::Agenda]) };
            some(&[ack, sorry, Some(agenda), Some(step), Some(commit)])
        }
        Situation::Parking => {
            let agenda = Want { slot: Some(Slot::Parked), ..should(&[Family::Agenda]) };
            some(&[ack, sorry, Some(agenda), Some(step), Some(commit)])
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
            let unnamed = sorry.is_none() && known.issue().is_none();
            let symp = (unnamed && known.has(Slot::Impact) && moment.first_reply())
                .then_some(Want { slot: Some(Slot::Impact), ..may(&[Family::Symp]) });
            let own = moment.first_reply().then_some(if sorry.is_some() {
                should(&[Family::Own])
            } else {
                may(&[Family::Own])
            });
            some(&[ack, sorry, symp, own, Some(fact), Some(step), Some(commit)])
        }
        Situation::Tense => some(&[ack, sorry, Some(fact), Some(step), Some(commit)]),
        Situation::Calm => {
            let mut wants: Vec<Want> = some(&[sorry.filter(|_| late_now(moment))]);
            wants.extend(calm(known, fact, step, commit));
            wants
        }
        Situation::News => Vec::from([should(&[Family::Fact]), step, commit]),
        Situation::NoNews => Vec::from([must(&[Family::Update])]),
        Situation::Nudge => Vec::from([must(&[Family::AskNudge])]),
    }
}

/// The acknowledgement by level; after the first reply a short one, because repeated empathy lowers
/// satisfaction (`domain.md` 1.4, finding 3). None for a calm message.
fn ack(moment: &Moment<'_>) -> Option<Want> {
    // A word of thanks at the edge of impatience asks for no sympathy.
    if moment.level() <= 1 && moment.flag(Flag::Thanks) {
        return None;
    }
    if !moment.first_reply() && moment.level() == 1 && gave(moment) {
        return Some(may(&[Family::AckGiven]));
    }
    if !moment.first_reply() && moment.trend != Trend::Rising && moment.level() >= 1 {
        return Some(may(&[Family::AckLater]));
    }
    match moment.level() {
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
        // Asked once to write in private, they did or will.
        Channel::Social if !said(moment, Family::StepPrivate) && !gave(moment) => {
            should(&[Family::StepPrivate, Family::Step])
        }
        Channel::Social | Channel::Phone | Channel::Chat | Channel::Messaging | Channel::Email => {
            should(&[Family::Step])
        }
    }
}

/// The host said what is done next.
fn knows_step(known: Known<'_>) -> bool {
    known.has(Slot::Step) || known.has(Slot::StepIng)
}

fn calm(known: Known<'_>, fact: Want, step: Want, commit: Want) -> Vec<Want> {
    let knows = known.has(Slot::Fact);
    match (knows, knows_step(known)) {
        (true, true) => Vec::from([fact, step, commit]),
        (true, false) => Vec::from([Want { rank: Rank::Must, ..fact }, commit]),
        (false, true) => Vec::from([step, commit]),
        (false, false) => match (known.issue().is_some(), known.moment.first_reply()) {
            (true, true) => Vec::from([may(&[Family::AckCalm]), step, commit]),
            (true, false) if gave(known.moment) => {
                Vec::from([should(&[Family::AckGiven]), step, commit])
            }
            (true, false) if known.moment.questions > 0 => {
                Vec::from([should(&[Family::StepQuestion, Family::Step]), commit])
            }
            (true, false) => Vec::from([step, commit]),
            // "Hello" is asked what it is about; who has said it is not.
            (false, true) if known.moment.courtesy || !known.moment.judged => {
                Vec::from([must(&[Family::AskOpen])])
            }
            (false, true) if known.moment.questions > 0 => {
                Vec::from([should(&[Family::AckFirst]), must(&[Family::StepQuestion]), commit])
            }
            (false, true) => Vec::from([should(&[Family::AckFirst]), step, commit]),
            (false, false) => unnamed(known.moment, fact, step, commit),
        },
    }
}

/// The middle of a calm thread about nothing with a name, and no facts.
fn unnamed(moment: &Moment<'_>, fact: Want, step: Want, commit: Want) -> Vec<Want> {
    if moment.questions > 0 {
        Vec::from([must(&[Family::StepQuestion]), commit])
    } else if gave(moment) {
        Vec::from([must(&[Family::AckGiven]), step, commit])
    } else if moment.judged {
        // A remark: taken, and nothing claimed about it.
        Vec::from([must(&[Family::AckGiven]), commit])
    } else {
        Vec::from([Want { rank: Rank::Must, ..fact }, commit])
    }
}

/// This message says that we are late, and the contact is not at ease.
fn late_now(moment: &Moment<'_>) -> bool {
    moment.temperature >= 1 && (moment.flag(Flag::Delay) || moment.flag(Flag::BrokenPromise))
}

/// A boundary that announces nothing: a clause about the matter, the request, help. Either the clause names the
/// matter or the request does, so that it is named once.
fn soft(known: Known<'_>, step: Want, commit: Want) -> Vec<Want> {
    let again = known.moment.boundaries > 0;
    let words: &[Family] =
        if again { &[Family::BoundSoftAgain, Family::BoundSoft] } else { &[Family::BoundSoft] };
    let (clause, request) = (may(&[Family::AckClause]), must(words));
    let short = known.moment.channel != Channel::Email && known.has(Slot::Time);
    if known.issue().is_some() && (short || known.seed(Act::BoundSoft) % 2 == 0) {
        let clause = Want { without: Some(Slot::Issue), ..clause };
        Vec::from([clause, Want { slot: Some(Slot::Issue), ..request }, step, commit])
    } else {
        Vec::from([clause, Want { without: Some(Slot::Issue), ..request }, step, commit])
    }
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
