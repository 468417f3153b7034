//! The service region: where the work stands (`domain.md` 4.2), one function per state.

use super::event::CloseReason;
use super::region::Service;
use super::transition::{Cause, Refusal};

/// What moves the service.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Work {
    /// The customer wrote.
    Message {
        /// It names something not yet on the agenda.
        new_issue: bool,
        /// It disputes the fix or brings something new.
        disputes: bool,
        /// It is calm and glad and raises nothing.
        content: bool,
    },
    /// Danger: the contact must be open for the people who handle it.
    Danger,
    /// An agent has read it.
    Read,
    /// A reply went out.
    Reply(Content),
    /// Work began.
    StepStarted,
    /// Every item is disposed of and the customer was told.
    Resolved,
    /// The customer confirmed the fix.
    Confirmed,
    /// The time in which the customer could object is over.
    Lapsed,
    /// The follow-up was sent and is fine.
    FollowedUp,
    /// Closes without a resolution.
    Close(CloseReason),
    /// A person took the customer back.
    Reinstated,
    /// The trained person concluded the contact.
    Concluded,
}

/// What a reply holds, as far as the service cares.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Content {
    pub(super) names_problem: bool,
    pub(super) step: bool,
    /// Serves in one go: a fact, a refusal, a choice, a promise, an update.
    pub(super) serves: bool,
    pub(super) asks: bool,
    pub(super) promises: bool,
}

/// What the rows ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guards {
    pub(super) upset: bool,
    pub(super) all_disposed: bool,
    /// Promises and rights are open.
    pub(super) owes: bool,
    /// The safety region leads.
    pub(super) held: bool,
    pub(super) follow_up_due: bool,
    pub(super) reopens: bool,
}

/// Where the service goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Move {
    pub(super) to: Service,
    pub(super) cause: Cause,
    pub(super) closed: Option<CloseReason>,
}

pub(super) fn next(from: Service, work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match from {
        Service::Open => open(work, guards),
        Service::Listening => listening(work, guards),
        Service::Acknowledged => acknowledged(work, guards),
        Service::Working => working(work, guards),
        Service::AwaitingCustomer => awaiting_customer(work, guards),
        Service::Resolved => resolved(work, guards),
        Service::FollowUp => follow_up(work, guards),
        Service::Closed => closed(work, guards),
    }
}

fn open(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { .. } => Ok(stay(Service::Open, Cause::MessageTaken)),
        Work::Read => Ok(to(Service::Listening, Cause::MessageRead)),
        // Calm people need no ceremony: whoever answers has read.
        Work::Reply(content) => Ok(first_reply(Service::Listening, content, guards)),
        Work::StepStarted if !guards.upset => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::StepStarted => Ok(to(Service::Listening, Cause::NotYetAcknowledged)),
        Work::Danger | Work::Confirmed | Work::Lapsed => Ok(unchanged(Service::Open)),
        Work::Resolved => resolve(guards),
        Work::FollowedUp => Err(NO_FOLLOW_UP),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn listening(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { .. } => Ok(stay(Service::Listening, Cause::MessageTaken)),
        Work::Reply(content) => Ok(first_reply(Service::Listening, content, guards)),
        Work::StepStarted if !guards.upset => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::StepStarted => Ok(stay(Service::Listening, Cause::NotYetAcknowledged)),
        Work::Danger | Work::Read | Work::Confirmed | Work::Lapsed => {
            Ok(unchanged(Service::Listening))
        }
        Work::Resolved => resolve(guards),
        Work::FollowedUp => Err(NO_FOLLOW_UP),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(stay(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn acknowledged(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { .. } => Ok(stay(Service::Acknowledged, Cause::MessageTaken)),
        Work::Reply(content) if content.asks => Ok(asked()),
        Work::Reply(content) if content.step || (content.serves && !guards.upset) => {
            Ok(to(Service::Working, Cause::WorkStarted))
        }
        Work::Reply(_) => Ok(stay(Service::Acknowledged, Cause::ReplyTaken)),
        Work::StepStarted => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::Danger | Work::Read | Work::Confirmed | Work::Lapsed => {
            Ok(unchanged(Service::Acknowledged))
        }
        Work::Resolved => resolve(guards),
        Work::FollowedUp => Err(NO_FOLLOW_UP),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn working(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { .. } => Ok(stay(Service::Working, Cause::MessageTaken)),
        Work::Reply(content) if content.asks => Ok(asked()),
        Work::Reply(_) => Ok(stay(Service::Working, Cause::UpdateSent)),
        Work::StepStarted => Ok(stay(Service::Working, Cause::WorkStarted)),
        Work::Danger | Work::Read | Work::Confirmed | Work::Lapsed => {
            Ok(unchanged(Service::Working))
        }
        Work::Resolved => resolve(guards),
        Work::FollowedUp => Err(NO_FOLLOW_UP),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn awaiting_customer(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { new_issue: true, .. } => Ok(to(Service::Listening, Cause::NewIssue)),
        Work::Message { new_issue: false, .. } => Ok(to(Service::Working, Cause::CustomerAnswered)),
        Work::Reply(content) if !content.asks && (content.step || content.serves) => {
            Ok(to(Service::Working, Cause::WorkStarted))
        }
        Work::Reply(_) => Ok(stay(Service::AwaitingCustomer, Cause::ReplyTaken)),
        Work::StepStarted => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::Danger | Work::Read | Work::Confirmed | Work::Lapsed => {
            Ok(unchanged(Service::AwaitingCustomer))
        }
        Work::Resolved => resolve(guards),
        Work::FollowedUp => Err(NO_FOLLOW_UP),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn resolved(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { disputes: true, .. } => Ok(to(Service::Listening, Cause::Reopened)),
        Work::Message { disputes: false, .. } => Ok(stay(Service::Resolved, Cause::MessageTaken)),
        Work::Danger => Ok(to(Service::Listening, Cause::Reopened)),
        Work::Confirmed | Work::Lapsed => Ok(confirmed(Service::Resolved, guards)),
        Work::Reply(_) => Ok(stay(Service::Resolved, Cause::ReplyTaken)),
        Work::StepStarted => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::Read | Work::Resolved | Work::FollowedUp => Ok(unchanged(Service::Resolved)),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn follow_up(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { disputes: true, .. } => Ok(to(Service::Listening, Cause::Reopened)),
        Work::Message { disputes: false, .. } => Ok(stay(Service::FollowUp, Cause::MessageTaken)),
        Work::Danger => Ok(to(Service::Listening, Cause::Reopened)),
        Work::Confirmed | Work::Lapsed | Work::FollowedUp => Ok(done(Service::FollowUp, guards)),
        Work::Reply(_) => Ok(stay(Service::FollowUp, Cause::ReplyTaken)),
        Work::StepStarted => Ok(to(Service::Working, Cause::WorkStarted)),
        Work::Read | Work::Resolved => Ok(unchanged(Service::FollowUp)),
        Work::Close(reason) => close(reason, guards),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        Work::Concluded => Ok(conclude()),
    }
}

fn closed(work: Work, guards: &Guards) -> Result<Move, Refusal> {
    match work {
        Work::Message { content: true, .. } => Ok(keep_closed(Cause::MessageTaken)),
        Work::Message { content: false, .. } if guards.reopens => {
            Ok(to(Service::Listening, Cause::Reopened))
        }
        Work::Message { content: false, .. } => Ok(keep_closed(Cause::NewContactNeeded)),
        Work::Danger => Ok(to(Service::Listening, Cause::Reopened)),
        Work::Reinstated => Ok(to(Service::Listening, Cause::Reinstated)),
        // Something promised after closing is owed, so the contact is not over.
        Work::Reply(content) if content.promises => {
            Ok(to(Service::FollowUp, Cause::PromisedAfterClosing))
        }
        Work::Reply(_) => Ok(keep_closed(Cause::ReplyTaken)),
        Work::Read | Work::Resolved | Work::Confirmed | Work::Lapsed | Work::FollowedUp => {
            Ok(keep_closed(Cause::Unchanged))
        }
        Work::StepStarted => {
            Err(Refusal::NotNow("the contact is closed; a customer message reopens it"))
        }
        Work::Close(_) => {
            Err(Refusal::NotNow("the contact is already closed; a customer message reopens it"))
        }
        Work::Concluded => Ok(keep_closed(Cause::Concluded)),
    }
}

const NO_FOLLOW_UP: Refusal = Refusal::NotNow("no follow-up is due; resolve the contact first");

/// The first reply: naming the problem comes before a step once someone is upset (`domain.md` 4.2).
fn first_reply(here: Service, content: Content, guards: &Guards) -> Move {
    let heard = content.names_problem || !guards.upset;
    if heard && content.asks {
        asked()
    } else if heard && (content.step || (content.serves && !guards.upset)) {
        to(Service::Working, Cause::WorkStarted)
    } else if content.names_problem {
        to(Service::Acknowledged, Cause::ProblemNamed)
    } else if content.step {
        to(here, Cause::NotYetAcknowledged)
    } else {
        to(here, Cause::ReplyTaken)
    }
}

fn resolve(guards: &Guards) -> Result<Move, Refusal> {
    if !guards.all_disposed {
        return Err(Refusal::NotNow("an agenda item has no end yet; dispose of each one first"));
    }
    Ok(to(Service::Resolved, Cause::Resolved))
}

fn confirmed(here: Service, guards: &Guards) -> Move {
    if guards.held || guards.owes {
        held_open(here, guards)
    } else if guards.follow_up_due {
        to(Service::FollowUp, Cause::Confirmed)
    } else {
        done(here, guards)
    }
}

fn done(here: Service, guards: &Guards) -> Move {
    if guards.held || guards.owes {
        held_open(here, guards)
    } else {
        Move { closed: Some(CloseReason::Done), ..to(Service::Closed, Cause::Done) }
    }
}

fn held_open(here: Service, guards: &Guards) -> Move {
    stay(here, if guards.held { Cause::SafetyLeads } else { Cause::StillOwed })
}

fn close(reason: CloseReason, guards: &Guards) -> Result<Move, Refusal> {
    if guards.held {
        return Err(Refusal::NotNow(
            "the safety path leads; hand over, conclude or clear it first",
        ));
    }
    if guards.owes {
        return Err(Refusal::NotNow(
            "something is still owed; meet it or transfer it to a named owner first",
        ));
    }
    if reason == CloseReason::Done && !guards.all_disposed {
        return Err(Refusal::NotNow("an agenda item has no end yet; dispose of each one first"));
    }
    Ok(Move { closed: Some(reason), ..to(Service::Closed, Cause::Closed) })
}

fn conclude() -> Move {
    Move { closed: Some(CloseReason::HandedOver), ..to(Service::Closed, Cause::Concluded) }
}

const fn asked() -> Move {
    to(Service::AwaitingCustomer, Cause::CustomerAsked)
}

const fn to(service: Service, cause: Cause) -> Move {
    Move { to: service, cause, closed: None }
}

const fn stay(service: Service, cause: Cause) -> Move {
    to(service, cause)
}

const fn unchanged(service: Service) -> Move {
    to(service, Cause::Unchanged)
}

const fn keep_closed(cause: Cause) -> Move {
    to(Service::Closed, cause)
}
