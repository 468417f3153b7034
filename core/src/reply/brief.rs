//! What a good reply must do here, for whoever writes it: a person or a language model.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Withheld;
use super::budget::budget;
use super::choose::choose;
use super::facts::Facts;
use super::fill::Known;
use super::plan::{Plan, plan};
use super::situation::Situation;
use super::want::Rank;
use crate::case::Case;
use crate::policy::Policy;
use crate::steps::moment::Moment;
use crate::terms::{Act, Flag, Slot};

/// What a good reply must do here, for a person or a language model.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Brief {
    /// The situation in one or two sentences.
    pub situation: String,
    /// The acts, in order.
    pub acts: Vec<Act>,
    /// What the reply must say.
    pub must_say: Vec<String>,
    /// What it must not say.
    pub must_not_say: Vec<String>,
    /// Slots that would make the reply better and are not in the facts.
    pub missing: Vec<Slot>,
    /// The most words; 0 where no reply is to be written.
    pub max_words: u16,
    /// The most sentences; 0 where no reply is to be written.
    pub max_sentences: u8,
}

/// Says what a good reply must do here: the acts of `domain.md` 6.3 in order, what they must say, what
/// must not be said in this state, the budget of the channel, and which facts are missing.
#[must_use]
pub fn brief_reply(case: &Case, facts: &Facts<'_>, policy: &Policy) -> Brief {
    brief(&Moment::of(case, policy), facts)
}

impl Brief {
    /// The brief as plain text of less than 2 KB, to hand to a person or a language model.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.situation.clone();
        if self.max_words > 0 {
            let acts: Vec<&str> = self.acts.iter().map(|act| purpose(*act)).collect();
            text.push_str(&format!("\n\nIn this order: {}.", acts.join("; ")));
            text.push_str(&format!(
                "\nAt most {} words and {} sentences.",
                self.max_words, self.max_sentences
            ));
        }
        for (title, lines) in [("Say", &self.must_say), ("Do not say", &self.must_not_say)] {
            if !lines.is_empty() {
                text.push_str(&format!("\n\n{title}:"));
                for line in lines {
                    text.push_str("\n- ");
                    text.push_str(line);
                }
            }
        }
        if !self.missing.is_empty() {
            let slots: Vec<&str> = self.missing.iter().map(|slot| slot.name()).collect();
            text.push_str(&format!("\n\nNot known, so do not state it: {}.", slots.join(", ")));
        }
        // Only values in scripts of several bytes a letter come near the limit: whole lines are kept.
        while text.len() >= LONGEST_TEXT {
            let cut = text.rfind('\n').unwrap_or(0);
            text.truncate(cut);
        }
        text.push('\n');
        text
    }
}

/// Bytes of [`Brief::text`] at the most.
const LONGEST_TEXT: usize = 2_047;

pub(super) fn brief(moment: &Moment<'_>, facts: &Facts<'_>) -> Brief {
    let known = Known { moment, facts };
    match plan(known) {
        Ok(plan) => of_plan(known, &plan),
        Err(reason) => Brief {
            situation: withheld(reason).to_owned(),
            acts: Vec::new(),
            must_say: Vec::new(),
            must_not_say: never(known, None),
            missing: match reason {
                Withheld::FactsMissing => Vec::from([Slot::Route, Slot::AltOwner, Slot::Time]),
                Withheld::NoCrisisDirectory
                | Withheld::DeviceThreat
                | Withheld::HumanDecides
                | Withheld::PersonHasIt
                | Withheld::Closed
                | Withheld::NothingToAnswer => Vec::new(),
            },
            max_words: 0,
            max_sentences: 0,
        },
    }
}

fn of_plan(known: Known<'_>, plan: &Plan) -> Brief {
    let budget = budget(known.moment, plan);
    let parts = choose(known, plan, budget).unwrap_or_default();
    let mut acts: Vec<Act> = Vec::new();
    for (place, want) in plan.wants.iter().enumerate() {
        let drafted = parts.iter().find(|part| part.want == place).map(|part| part.act);
        let wished = want.act().filter(|_| want.rank > Rank::May);
        if let Some(act) = drafted.or(wished).filter(|act| !acts.contains(act)) {
            acts.push(act);
        }
    }
    Brief {
        situation: situation(known, plan.situation),
        must_say: acts.iter().filter_map(|act| say(known, *act)).collect(),
        must_not_say: never(known, Some(plan.situation)),
        missing: missing(known, &acts),
        acts,
        max_words: budget.words,
        max_sentences: budget.sentences,
    }
}

fn situation(known: Known<'_>, situation: Situation) -> String {
    let what = match situation {
        Situation::Crisis => "Someone may be at risk. Nothing else matters in this reply",
        Situation::Retraction => "A boundary was set by mistake and has been taken back",
        Situation::Ending => {
            "The line was crossed again after the warnings that the policy asks for, and the contact may be ended"
        }
        Situation::Firm => "The customer crossed the line again after a boundary",
        Situation::Soft => {
            "The customer crossed the line for the first time: personal remarks, beside a real problem"
        }
        Situation::Improved => "The tone has improved after a boundary",
        Situation::Missed => "We promised a time and did not keep it",
        Situation::Takeover => "You have taken this contact over from a colleague",
        Situation::Need => {
            "The customer told us about something hard in their life, or about a need"
        }
        Situation::Right => {
            "The customer speaks of a right or a wish: a complaint, law, the press, leaving, or a manager"
        }
        Situation::Relapse => "We said that it was fixed, and it came back",
        Situation::Glad => "The fix holds and they say so: one warm line, nothing asked",
        Situation::FollowUp => "The fix has had some days, and a check back is due",
        Situation::Resolved => "The work is done and not closed yet",
        Situation::Several => "The customer is upset about more than one thing",
        Situation::Parking => "New points came up while one is in work",
        Situation::Asking => "One thing is needed from the customer",
        Situation::Refusing => "What was asked is not possible",
        Situation::Choosing => "There are two ways to go on",
        Situation::Heated => "The customer is very angry, at the matter or at our work",
        Situation::Upset => "The customer is upset about the situation, not about a person",
        Situation::Tense => "The customer is a little impatient",
        Situation::Calm => "The customer is calm",
        Situation::News => "There is news on work that goes on",
        Situation::NoNews => "An update is due and nothing has changed",
        Situation::Nudge => {
            "They have not sent what we asked for: one gentle reminder, no reproach"
        }
    };
    match known.issue() {
        Some(issue) => format!("{what}. It is about {issue}."),
        None => format!("{what}."),
    }
}

fn withheld(reason: Withheld) -> &'static str {
    match reason {
        Withheld::NoCrisisDirectory => {
            "Someone may be at risk, and the policy has no crisis directory that was checked lately. Bring in a trained person now; do not guess a number."
        }
        Withheld::DeviceThreat => {
            "A device threat is active. Keep them talking; a person speaks, nothing is drafted."
        }
        Withheld::HumanDecides => "A person decides what to say here, if anything.",
        Withheld::PersonHasIt => "A trained person or supervisor has this contact.",
        Withheld::Closed => "The contact is over.",
        Withheld::NothingToAnswer => "Nothing waits for an answer.",
        Withheld::FactsMissing => "No reply can be written without the facts named below.",
    }
}

/// What an act must say, with the facts there are.
fn say(known: Known<'_>, act: Act) -> Option<String> {
    let fact = |slot: Slot| known.value(slot, act);
    let line = match act {
        Act::Ack => format!("the problem by name, first: {}", known.issue()?),
        Act::Apol => match fact(Slot::Fault).or_else(|| fact(Slot::Duration)) {
            Some(ours) => format!("sorry, once, for {ours}"),
            None => "sorry, once, for the wait".into(),
        },
        Act::Own => "who has it now: you, as \"I\"".into(),
        Act::Fact => format!("what is known: {}", fact(Slot::Fact)?),
        Act::Agenda => format!("every point, one at a time: {}", fact(Slot::List)?),
        Act::Step => match fact(Slot::StepIng).or_else(|| fact(Slot::Step)) {
            Some(step) => format!("the one next step: {step}"),
            None => "the one next step that you are really taking".into(),
        },
        Act::Ask => format!("one question, and why: {}", fact(Slot::Ask)?),
        Act::Choice => {
            format!("two options: {}, or {}", fact(Slot::OptionA)?, fact(Slot::OptionB)?)
        }
        Act::No => format!("no, once, with the reason, and then: {}", fact(Slot::Alternative)?),
        Act::Commit | Act::Update => format!("when they hear from you next: {}", fact(Slot::Time)?),
        Act::Missed => "that we did not keep the time we gave".into(),
        Act::BoundSoft => {
            "that you want to help, and one request to keep personal remarks out of it".into()
        }
        Act::BoundFirm => {
            "the behaviour, what happens if it goes on, and that you carry on if it stops".into()
        }
        Act::EndConduct => match fact(Slot::Route).or_else(|| fact(Slot::AltOwner)) {
            Some(way) => {
                format!("what ends and why, that the case stays open, and the way back: {way}")
            }
            None => "what ends and why, that the case stays open, and the way back".into(),
        },
        Act::Reset => "thanks, briefly, and back to the matter".into(),
        Act::Retract => "that you misread it and are sorry".into(),
        Act::Handoff => "who comes in, and that nothing has to be repeated".into(),
        Act::Legal => "that it is noted and changes nothing about your work on the matter".into(),
        Act::Rights | Act::Churn => "that the choice is theirs, and what you do meanwhile".into(),
        Act::Data => "in a paragraph of its own: the data request is logged today".into(),
        Act::Vuln => "thanks for telling you, or sympathy for a loss, once".into(),
        Act::Access => "what could make this easier for them".into(),
        Act::Crisis => {
            match (fact(Slot::EmergencyNumber), fact(Slot::CrisisLine), fact(Slot::CrisisContact)) {
                (Some(number), Some(line), Some(contact)) => {
                    format!(
                        "that you are staying, whether they are safe, {number}, and {line} at {contact}"
                    )
                }
                _ => "that you are staying, and whether they are safe".into(),
            }
        }
        Act::Close if known.moment.content => "that you are glad, and the way back".into(),
        Act::Close => "a check that nothing was missed".into(),
        Act::FollowUp => "a check whether it still works".into(),
        Act::Greet
        | Act::Symp
        | Act::Thank
        | Act::EndSevere
        | Act::Sign
        | Act::Floor
        | Act::Fill => return None,
    };
    Some(line)
}

/// What must not be said: always, and in this state.
fn never(known: Known<'_>, situation: Option<Situation>) -> Vec<String> {
    let moment = known.moment;
    let mut lines: Vec<&str> = Vec::from([
        "calm down; blame; sarcasm; jargon; \"unfortunately\"; \"inconvenience\"",
        "amounts, dates, causes or rules that are not given here",
        "soon, shortly, guarantee: give a time or none",
    ]);
    let limit = matches!(situation, Some(Situation::Soft | Situation::Firm | Situation::Ending));
    if situation == Some(Situation::Crisis) {
        lines.push("anything about the account, closing or surveys; any number but the ones given");
    } else if limit {
        lines.push("sorry, in or for the boundary; their name; any word about what kind of person they are");
    } else {
        lines.push("any remark on their language or tone");
    }
    if situation == Some(Situation::Soft) {
        lines.push("any consequence");
    }
    if situation == Some(Situation::Improved) {
        lines.push("the boundary or the past behaviour");
    }
    if moment.apologies_rejected {
        lines.push("sorry: they asked you to stop");
    } else if moment.apologies >= 2 {
        lines.push("sorry again: it was said twice");
    }
    if moment.understandings > 0 {
        lines.push("\"I understand\", \"I appreciate\" or \"I hear you\" again");
    }
    if [Flag::Legal, Flag::SafetyHazard, Flag::FraudOrSecurity]
        .iter()
        .any(|flag| moment.ever(*flag))
    {
        lines.push("fault, negligence, cause or an amount to pay; any opinion on law");
    }
    if moment.temperature >= 2 && !limit {
        lines.push("\"but\" after the acknowledgement; more than one sentence of sympathy; offers, surveys");
    }
    lines.into_iter().map(ToOwned::to_owned).collect()
}

/// The facts that the acts of this reply would like to have.
fn missing(known: Known<'_>, acts: &[Act]) -> Vec<Slot> {
    let mut slots = Vec::new();
    for act in acts {
        // A warm close states nothing that could be missing.
        let wishes = if *act == Act::Close && known.moment.content { &[] } else { wishes(*act) };
        for wish in wishes {
            // Any fact of a wish is enough.
            let met = wish.iter().any(|slot| known.value(*slot, *act).is_some());
            if let (false, Some(slot)) = (met, wish.first()) {
                if !slots.contains(slot) {
                    slots.push(*slot);
                }
            }
        }
    }
    slots
}

/// Groups of slots of which one is wanted, the best first.
fn wishes(act: Act) -> &'static [&'static [Slot]] {
    match act {
        Act::Ack => &[&[Slot::Issue], &[Slot::Impact, Slot::Cost, Slot::Duration, Slot::Expected]],
        Act::Apol => &[&[Slot::Since, Slot::Duration, Slot::Fault, Slot::FaultPast]],
        Act::Fact => &[&[Slot::Fact]],
        Act::Step => &[&[Slot::StepIng, Slot::Step]],
        Act::Ask => &[&[Slot::Ask], &[Slot::Purpose]],
        Act::Choice => &[&[Slot::OptionA], &[Slot::OptionB]],
        Act::No => &[&[Slot::Alternative], &[Slot::Reason]],
        Act::Commit | Act::Update => &[&[Slot::Time]],
        Act::Missed => &[&[Slot::Fact]],
        Act::BoundFirm => &[&[Slot::Route, Slot::AltOwner]],
        Act::EndConduct => &[&[Slot::Route, Slot::AltOwner], &[Slot::ReviewRoute]],
        Act::Handoff => &[&[Slot::Role]],
        Act::Legal => &[&[Slot::LegalRole]],
        Act::Rights => &[&[Slot::Body, Slot::Ref]],
        Act::Churn => &[&[Slot::Alternative]],
        Act::Data => &[&[Slot::PrivacyRole], &[Slot::Date]],
        Act::Access => &[&[Slot::OptionA, Slot::Channel]],
        Act::Crisis => &[&[Slot::TrainedRole]],
        Act::Close => &[&[Slot::Outcome]],
        Act::FollowUp => &[&[Slot::Date, Slot::Fact]],
        Act::Greet => &[&[Slot::Name]],
        Act::Sign => &[&[Slot::Person]],
        Act::Symp
        | Act::Thank
        | Act::Own
        | Act::Agenda
        | Act::BoundSoft
        | Act::EndSevere
        | Act::Reset
        | Act::Retract
        | Act::Vuln
        | Act::Floor
        | Act::Fill => &[],
    }
}

/// What an act does, in the brief's words.
fn purpose(act: Act) -> &'static str {
    match act {
        Act::Greet => "greet",
        Act::Ack => "name the problem back",
        Act::Apol => "say sorry, once",
        Act::Symp => "one line of sympathy",
        Act::Thank => "thank them",
        Act::Own => "say that you have it",
        Act::Fact => "say what is known",
        Act::Agenda => "list what they raised",
        Act::Step => "give the next step",
        Act::Ask => "ask for one thing",
        Act::Choice => "offer two options",
        Act::No => "say no, with the nearest yes",
        Act::Commit => "give a time",
        Act::Update => "say that nothing is new, and when you write next",
        Act::Missed => "own the missed time",
        Act::BoundSoft => "ask for respect, tied to help",
        Act::BoundFirm => "set the limit: behaviour, consequence, choice",
        Act::EndConduct | Act::EndSevere => "end the contact",
        Act::Reset => "move on",
        Act::Retract => "take the boundary back",
        Act::Handoff => "bring in or announce a person",
        Act::Legal => "stay neutral on law",
        Act::Rights => "support the complaint",
        Act::Churn => "respect the choice",
        Act::Data => "log the data request",
        Act::Vuln => "answer the disclosure",
        Act::Access => "offer an adjustment",
        Act::Crisis => "stay with them",
        Act::Close => "check that nothing was missed",
        Act::FollowUp => "check back",
        Act::Sign => "sign",
        Act::Floor => "gain the floor",
        Act::Fill => "fill the silence",
    }
}
