//! The contact as a value: three regions, an agenda, what is owed, and what happened (`domain.md` 4).

mod advance;
mod agenda;
mod clock;
mod event;
mod incident;
mod ladder;
mod message;
mod mood;
mod obligation;
mod on_conduct;
mod on_message;
mod question;
mod region;
mod safety;
mod sent;
mod service;
mod standing;
mod state;
mod supervisor;
mod transition;
mod turn;

use alloc::vec::Vec;

pub use advance::advance;
pub use agenda::{AgendaItem, Disposition, ItemState};
pub use event::{Actor, AlertReason, CloseReason, Event, Human};
pub use incident::{Ending, Incident, IncidentNote, Warning};
pub use message::CustomerMessage;
pub use obligation::{Deadline, Obligation, ObligationKind, ObligationState};
pub use region::{Safety, Service, Stage, Standing, Supervisor};
pub use sent::SentReply;
pub use transition::{Cause, Effect, Effects, Transition};

pub use crate::terms::{PhraseId, Role};

pub(crate) use question::questions;
#[cfg(feature = "serde")]
pub(crate) use region::stage_in_full;
pub(crate) use state::{Carried, State};

use crate::classify::Reading;
use crate::error::AdvanceError;
use crate::policy::{Policy, UndirectedProfanity};
use crate::terms::{Acts, Channel, Crisis, Flag, Flags, SevereKind, Temperature, named};
use crate::time::Timestamp;

named! {
    /// Where the temperature is going (`domain.md` 3.6).
    pub enum Trend {
        /// Hotter than before.
        Rising = 0 "rising",
        /// As before.
        Flat = 1 "flat",
        /// Cooler than before.
        Cooling = 2 "cooling",
    }
}

/// One contact. A value: [`advance`] returns a new one.
///
/// ```
/// use unruffled::{Case, Channel, CustomerMessage, Event, Policy, Service, Timestamp};
/// use unruffled::{advance, classify_message};
///
/// let policy = Policy::standard();
/// let case = Case::open("ticket 7", Channel::Chat, Timestamp(0));
/// let text = "Hello, where is my parcel?";
/// let message = CustomerMessage::read(text, &classify_message(text, policy));
/// let case = advance(&case, Timestamp(1_000), &Event::MessageReceived(message), policy)?.case;
/// let case = advance(&case, Timestamp(2_000), &Event::AgentRead, policy)?.case;
/// assert_eq!(case.service(), Service::Listening);
/// # Ok::<(), unruffled::AdvanceError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Case {
    pub(crate) state: State,
}

impl Case {
    /// Opens a contact. `contact` is the host's id; it seeds the choice of words, so that the same
    /// contact always gets the same drafts.
    #[must_use]
    pub fn open(contact: &str, channel: Channel, at: Timestamp) -> Self {
        Self { state: State::new(contact.into(), channel, at) }
    }

    /// Opens a contact of a customer whose earlier one is over: closed for longer than it reopens, or
    /// ended (`domain.md` 4.2, 4.4). It starts clear, whatever the earlier one came to. What protects the
    /// customer is kept: a disclosed tic, the habit of capitals, the language they find hard.
    #[must_use]
    pub fn linked(contact: &str, channel: Channel, at: Timestamp, earlier: &Self) -> Self {
        let mut case = Self::open(contact, channel, at);
        case.state.follows = Some(earlier.state.contact.clone());
        case.state.earlier = earlier.state.earlier.saturating_add(1);
        let (count, ended) = (earlier.boundaries(), earlier.at());
        case.state.carries = (count > 0).then_some(Carried { count, ended });
        let known = earlier.flags();
        case.state.mood.flags = [Flag::TicDisclosed, Flag::CapsBaseline, Flag::LimitedEnglish]
            .into_iter()
            .filter(|flag| known.contains(*flag))
            .collect();
        case
    }

    /// The contact this one follows, if the host linked them.
    #[must_use]
    pub fn follows(&self) -> Option<&str> {
        self.state.follows.as_deref()
    }

    /// Which contact about it this is, from 1: one more than the earlier ones that are linked, and at
    /// least 2 where the customer says that they wrote or called before.
    #[must_use]
    pub fn contact_number(&self) -> u32 {
        let said = self.state.mood.flags.contains(Flag::RepeatContact);
        self.state.earlier.saturating_add(1).max(if said { 2 } else { 1 })
    }

    /// The host's id.
    #[must_use]
    pub fn contact(&self) -> &str {
        &self.state.contact
    }

    /// The channel.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.state.channel
    }

    /// When it was opened.
    #[must_use]
    pub fn opened_at(&self) -> Timestamp {
        self.state.opened
    }

    /// The last moment the case knows.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.state.at
    }

    /// The one badge to show (`domain.md` 4.1).
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.state.stage()
    }

    /// Where the work stands.
    #[must_use]
    pub fn service(&self) -> Service {
        self.state.service
    }

    /// Why the contact is closed, while it is.
    #[must_use]
    pub fn close_reason(&self) -> Option<CloseReason> {
        self.state.closed.map(|closed| closed.reason)
    }

    /// Where the conduct ladder stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.state.standing
    }

    /// Whether safety leads.
    #[must_use]
    pub fn safety(&self) -> Safety {
        self.state.safety
    }

    /// The severe threat that nobody has lifted yet, also while a crisis leads or a trained person
    /// has the contact.
    #[must_use]
    pub fn threat(&self) -> Option<SevereKind> {
        self.state.threat
    }

    /// What the supervisor knows.
    #[must_use]
    pub fn supervisor(&self) -> Supervisor {
        self.state.watch.state()
    }

    /// Every reason a supervisor was told, in the order they came up, and whether they acknowledged it.
    pub fn supervisor_reasons(&self) -> impl Iterator<Item = (AlertReason, bool)> {
        self.state.watch.alerts.iter().map(|alert| (alert.reason, alert.acked))
    }

    /// The one person who owns the next step, once anyone does.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        self.state.owner.as_deref()
    }

    /// The reading of the last customer message.
    #[must_use]
    pub fn last_reading(&self) -> Option<&Reading> {
        self.state.mood.last.as_ref()
    }

    /// When the last customer message arrived.
    #[must_use]
    pub fn last_message_at(&self) -> Option<Timestamp> {
        self.state.last_message_at
    }

    /// Questions in the messages that had no answer yet. A reply that only acknowledges, thanks or sets
    /// a boundary answers none.
    #[must_use]
    pub fn open_questions(&self) -> u32 {
        self.state.questions
    }

    /// Says whether the customer has been upset for three messages or more in a row.
    #[must_use]
    pub fn is_sustained(&self) -> bool {
        self.state.mood.is_sustained()
    }

    /// Says whether the customer writes in capitals by habit: then they are not read as shouting.
    #[must_use]
    pub fn writes_in_capitals(&self) -> bool {
        self.state.mood.flags.contains(Flag::CapsBaseline)
    }

    /// The contact's temperature: the last message's, cooling by one per calm turn; the third upset
    /// message in a row counts as heated.
    #[must_use]
    pub fn temperature(&self) -> Temperature {
        self.state.mood.temperature
    }

    /// The hottest it has been.
    #[must_use]
    pub fn peak(&self) -> Temperature {
        self.state.mood.peak
    }

    /// Where it is going: rising into upset or cooling out of it, as long as that is news; flat for who
    /// never was, and for who is as upset as before, though it lasts
    /// ([`is_sustained`](Self::is_sustained)).
    #[must_use]
    pub fn trend(&self) -> Trend {
        self.state.mood.trend
    }

    /// Every flag raised in this contact so far.
    #[must_use]
    pub fn flags(&self) -> Flags {
        self.state.mood.flags
    }

    /// Customer messages so far.
    #[must_use]
    pub fn customer_turns(&self) -> u32 {
        self.state.mood.messages
    }

    /// Replies sent so far.
    #[must_use]
    pub fn agent_turns(&self) -> u32 {
        self.state.said.replies
    }

    /// Customer messages in a row at temperature 3 exactly (sustained heat).
    #[must_use]
    pub fn heated_turns(&self) -> u32 {
        self.state.mood.heated_turns
    }

    /// Customer messages since work last moved: a step begun, an item ended, the fix told.
    #[must_use]
    pub fn turns_since_progress(&self) -> u32 {
        self.state.mood.turns_since_progress
    }

    /// Says whether the last customer message has had no reply yet.
    #[must_use]
    pub fn awaits_reply(&self) -> bool {
        self.state.awaits_reply
    }

    /// Says whether the last customer message was calm and glad and raised nothing: a word of thanks, a
    /// confirmation. After the fix it reopens nothing and needs no answer but a warm one.
    #[must_use]
    pub fn is_content(&self) -> bool {
        self.state.content
    }

    /// Says whether the last customer message was a greeting or thanks and nothing else.
    #[must_use]
    pub fn is_courtesy(&self) -> bool {
        self.state.courtesy
    }

    /// What our last reply did; nothing before the first.
    #[must_use]
    pub fn last_reply_acts(&self) -> Acts {
        self.state.said.last
    }

    /// Says whether a reminder of what we asked for is due: its time came, and none was sent since.
    #[must_use]
    pub fn nudge_due(&self) -> bool {
        self.state.service == Service::AwaitingCustomer && self.state.nudges > 0
    }

    /// Boundaries that count in this contact, retracted ones taken off; they stay on record when
    /// respect has cleared the boundary itself.
    #[must_use]
    pub fn boundaries(&self) -> u8 {
        self.state.ladder.on_record
    }

    /// Respectful customer messages in a row since the boundary in force.
    #[must_use]
    pub fn respectful_turns(&self) -> u8 {
        self.state.ladder.respectful_turns
    }

    /// Says whether the current message crosses the line with enough confidence, is new since the
    /// last boundary, and has had no boundary yet: a boundary may be offered (`domain.md` 3.2, 4.4).
    /// With the last boundary in force it is `false`: the next rung is an ending. With the last one
    /// cleared by respect it is `true` and means the one reminder.
    #[must_use]
    pub fn boundary_due(&self, policy: &Policy) -> bool {
        turn::boundary_due(&self.state, policy)
    }

    /// Says whether the policy asks for a soft word about swearing at things: so many messages in a row
    /// swore, and the last waits for a reply (`domain.md` 4.7). It is a wish, never a warning.
    #[must_use]
    pub fn soft_ask_due(&self, policy: &Policy) -> bool {
        match policy.undirected_profanity() {
            UndirectedProfanity::Ignore => false,
            UndirectedProfanity::SoftAskAfter(turns) => {
                self.state.mood.swearing_turns >= turns.into()
                    && self.state.awaits_reply
                    && self.state.safety == Safety::None
            }
        }
    }

    /// When a call that the policy limits is over; never for someone at risk or in need of more time.
    #[must_use]
    pub fn call_ends(&self, policy: &Policy) -> Option<Timestamp> {
        let risk = self.state.mood.last.map_or(Crisis::None, |reading| reading.crisis);
        let risk = if self.state.safety == Safety::None { risk } else { Crisis::Possible };
        let limit = policy.call_limit(self.state.channel, risk, self.state.mood.flags)?;
        Some(self.state.opened.after(limit))
    }

    /// Says whether conduct improved after a boundary and nothing was said about it yet.
    #[must_use]
    pub fn improved(&self) -> bool {
        self.state.ladder.improved
    }

    /// Says whether a boundary was retracted and the customer has not had the apology yet.
    #[must_use]
    pub fn owes_retraction(&self) -> bool {
        self.state.ladder.owes_retraction
    }

    /// Says whether the contact may be discontinued now, or why not, naming missing fields. Who may
    /// decide it is [`Policy::ending_role`].
    ///
    /// # Errors
    ///
    /// The same error that [`Event::ContactDiscontinued`] would get from a person who may.
    pub fn may_discontinue(&self, policy: &Policy) -> Result<(), AdvanceError> {
        advance::may_discontinue(self, policy)
    }

    /// What the customer raised.
    #[must_use]
    pub fn agenda(&self) -> &[AgendaItem] {
        &self.state.agenda.items
    }

    /// The item in work: at most one.
    #[must_use]
    pub fn active_item(&self) -> Option<&AgendaItem> {
        self.state.agenda.active()
    }

    /// What the customer asked for more than once and has no end yet, in the order it was first said.
    pub fn repeated_items(&self) -> impl Iterator<Item = &AgendaItem> {
        self.overlooked().filter(|item| item.times_said > 1)
    }

    /// What has no end yet, in the order it was said: nothing may be left here when the contact is
    /// resolved (`domain.md` 4.3).
    pub fn overlooked(&self) -> impl Iterator<Item = &AgendaItem> {
        self.state.agenda.items.iter().filter(|item| item.state != ItemState::Disposed)
    }

    /// What to read back at the closing check, in the order it was said, each with how it ended
    /// (`domain.md` 4.3).
    pub fn read_back(&self) -> impl Iterator<Item = (&AgendaItem, Option<Disposition>)> {
        self.state.agenda.items.iter().map(|item| (item, item.disposition))
    }

    /// What is owed, soonest first.
    #[must_use]
    pub fn obligations(&self) -> &[Obligation] {
        &self.state.owed.list
    }

    /// The next moment the host must come back with [`Event::Waited`], and for what. Under a crisis
    /// only what people need to hear: nudges, follow-ups and closing wait (`domain.md` 4.5).
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        self.state.owed.next(self.state.is_frozen())
    }

    /// A promise whose time has passed without a message.
    #[must_use]
    pub fn missed_promise(&self) -> Option<&Obligation> {
        self.state.owed.list.iter().find(|obligation| {
            obligation.kind == ObligationKind::Promise
                && obligation.state == ObligationState::Overdue
        })
    }

    /// Promises missed in this contact.
    #[must_use]
    pub fn missed_promises(&self) -> u32 {
        self.state.missed_promises
    }

    /// The service was reopened this many times.
    #[must_use]
    pub fn reopened(&self) -> u32 {
        self.state.reopened
    }

    /// Phrases already used in this contact.
    #[must_use]
    pub fn phrases_used(&self) -> &[PhraseId] {
        &self.state.said.phrases
    }

    /// Fingerprints of the six-word runs of our last two replies, newest last, sorted within each.
    #[must_use]
    pub fn recent_wording(&self) -> &[Vec<u32>] {
        &self.state.said.wording
    }

    /// Says whether our last reply asked what an earlier one had asked.
    #[must_use]
    pub fn asked_again(&self) -> bool {
        self.state.said.asked_again
    }

    /// Says whether our last reply used a phrase used before, or six words in a row of one of the two
    /// replies before it.
    #[must_use]
    pub fn said_again(&self) -> bool {
        self.state.said.said_again
    }

    /// Apologies made in this contact.
    #[must_use]
    pub fn apologies(&self) -> u32 {
        self.state.said.apologies
    }

    /// Says whether the customer asked us to stop apologising.
    #[must_use]
    pub fn rejected_apologies(&self) -> bool {
        self.state.mood.apologies_rejected
    }

    /// Times "understand", "appreciate" or "hear you" was said in this contact.
    #[must_use]
    pub fn understandings(&self) -> u32 {
        self.state.said.understandings
    }

    /// The incident records of this contact.
    #[must_use]
    pub fn incidents(&self) -> &[Incident] {
        &self.state.incidents
    }
}
