//! The values of the three axes and of what a message is cut into (`domain.md` 3).

use super::{Flag, named};

/// A score in thousandths, 0..=1000.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u16", into = "u16"))]
pub struct Milli(u16);

impl From<Milli> for u16 {
    fn from(score: Milli) -> Self {
        score.get()
    }
}

impl TryFrom<u16> for Milli {
    type Error = &'static str;

    fn try_from(thousandths: u16) -> Result<Self, Self::Error> {
        if thousandths > 1000 { Err("a score is at most 1000") } else { Ok(Self(thousandths)) }
    }
}

impl Milli {
    /// 0.
    pub const ZERO: Self = Self(0);
    /// 1000.
    pub const ONE: Self = Self(1000);

    /// Makes a score, holding it at 1000.
    #[must_use]
    pub const fn saturating(thousandths: u16) -> Self {
        if thousandths > 1000 { Self::ONE } else { Self(thousandths) }
    }

    /// Returns the thousandths.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

named! {
    /// How upset the customer is.
    pub enum Heat {
        /// No displeasure beyond stating a need.
        Calm = 0 "calm",
        /// Controlled displeasure, one marker.
        Tense = 1 "tense",
        /// Open frustration or anger at the situation.
        Upset = 2 "upset",
        /// Intense or sustained anger.
        Heated = 3 "heated",
    }
}

named! {
    /// The severe kinds, each with its own immediate path (`domain.md` 2.4).
    pub enum SevereKind {
        /// A threat of violence.
        Violence = 0 "violence",
        /// Hate at a protected group.
        Hate = 1 "hate",
        /// Sexual harassment.
        Sexual = 2 "sexual",
        /// Stalking, or publishing a person's details.
        Stalking = 3 "stalking",
        /// Demands under a threat.
        Extortion = 4 "extortion",
        /// A bomb or other device: stay on the line.
        Device = 5 "device",
    }
}

impl SevereKind {
    /// Which kind leads where several were seen, higher first: a device above all, as it inverts the
    /// rule (stay on the line, nothing ends the contact), then what threatens a life.
    pub(crate) const fn urgency(self) -> u8 {
        match self {
            Self::Device => 5,
            Self::Violence => 4,
            Self::Extortion => 3,
            Self::Stalking => 2,
            Self::Sexual => 1,
            Self::Hate => 0,
        }
    }
}

/// How the customer treats people. The line lies between [`Conduct::Sharp`] and [`Conduct::Crossing`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Conduct {
    /// Nothing aimed at a person.
    Fine,
    /// Aimed at people's work, words or honesty, or at the company.
    Sharp,
    /// A degrading expression aimed at a person.
    Crossing,
    /// A threat, hate, sexual harassment, stalking, extortion or a device.
    Severe(SevereKind),
}

impl Conduct {
    /// Says whether the line is crossed (`domain.md` 3.1).
    #[must_use]
    pub const fn crosses_line(self) -> bool {
        matches!(self, Self::Crossing | Self::Severe(_))
    }

    /// Returns the severe kind, if any.
    #[must_use]
    pub const fn severe_kind(self) -> Option<SevereKind> {
        match self {
            Self::Severe(kind) => Some(kind),
            Self::Fine | Self::Sharp | Self::Crossing => None,
        }
    }

    /// Returns the stable number used by the C ABI: 0 fine, 1 sharp, 2 crossing, 3 severe.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Sharp => 1,
            Self::Crossing => 2,
            Self::Severe(_) => 3,
        }
    }

    /// Returns the stable name used in JSON: `fine`, `sharp`, `crossing` or `severe`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Sharp => "sharp",
            Self::Crossing => "crossing",
            Self::Severe(_) => "severe",
        }
    }
}

named! {
    /// Who or what the hottest words are about.
    pub enum Target {
        /// Nothing hot was found.
        None = 0 "none",
        /// A product, an event, a delay.
        Situation = 1 "situation",
        /// The company as such.
        Organisation = 2 "organisation",
        /// Staff in the plural: "you people", "your team".
        Role = 3 "role",
        /// The person who reads this.
        Agent = 4 "agent",
        /// A colleague, a courier, someone else.
        ThirdParty = 5 "third_party",
        /// The customer.
        Self_ = 6 "self",
    }
}

named! {
    /// Signs of self-harm by or about anyone.
    pub enum Crisis {
        /// None seen.
        None = 0 "none",
        /// Could be meant: a person checks.
        Possible = 1 "possible",
        /// Said outright.
        Explicit = 2 "explicit",
        /// Means or moment named.
        Imminent = 3 "imminent",
    }
}

named! {
    /// The language a message was judged as.
    pub enum Language {
        /// English of any kind.
        English = 0 "en",
        /// Not enough English to judge: nobody is accused.
        NotJudged = 1 "not_judged",
    }
}

named! {
    /// What a stretch of a message is: the agent's two columns and what is asked.
    pub enum SegmentKind {
        /// Something that can be checked.
        Fact = 0 "fact",
        /// How it feels.
        Feeling = 1 "feeling",
        /// What the customer wants.
        Ask = 2 "ask",
        /// Greeting, thanks, signature.
        Courtesy = 3 "courtesy",
        /// Anything else.
        Other = 4 "other",
    }
}

named! {
    /// What a grievance is about.
    pub enum IssueKind {
        /// Something late.
        Delay = 0 "delay",
        /// Something broken.
        Fault = 1 "fault",
        /// A charge or a bill.
        Billing = 2 "billing",
        /// Money owed back.
        Refund = 3 "refund",
        /// A parcel or a visit.
        Delivery = 4 "delivery",
        /// Getting in: passwords, locks, permissions.
        Access = 5 "access",
        /// How we treated them.
        Service = 6 "service",
        /// Leaving or stopping something.
        Cancellation = 7 "cancellation",
        /// A question.
        Information = 8 "information",
        /// None of these.
        Other = 9 "other",
    }
}

named! {
    /// Whether a grievance is about now or about earlier.
    pub enum IssueTime {
        /// Happening now.
        Current = 0 "current",
        /// An old grievance raised again.
        Past = 1 "past",
    }
}

named! {
    /// A kind of evidence for heat, conduct or risk (`domain.md` 3.1, 3.5).
    pub enum Signal {
        /// Asks for news.
        Chasing = 0 "chasing",
        /// Mild displeasure.
        Irritation = 1 "irritation",
        /// Let down.
        Disappointment = 2 "disappointment",
        /// Says the opposite of what is meant.
        Sarcasm = 3 "sarcasm",
        /// One exclamation mark.
        Exclamation = 4 "exclamation",
        /// Gives up.
        Resignation = 5 "resignation",
        /// Did something again for us.
        RepeatedEffort = 6 "repeated_effort",
        /// Strong feeling named or shown.
        Anger = 7 "anger",
        /// Always, never, worst, nothing works.
        Hyperbole = 8 "hyperbole",
        /// Two or more exclamation or question marks.
        Emphasis = 9 "emphasis",
        /// Capitals for force.
        Shouting = 10 "shouting",
        /// Swearing of any strength.
        Profanity = 11 "profanity",
        /// A demand with a time.
        Demand = 12 "demand",
        /// A condition with a consequence.
        Ultimatum = 13 "ultimatum",
        /// What it costs the customer.
        Impact = 14 "impact",
        /// Third or later contact.
        RepeatContact = 15 "repeat_contact",
        /// We promised and did not do it.
        BrokenPromise = 16 "broken_promise",
        /// Kept waiting.
        Delay = 17 "delay",
        /// Something does not work.
        Fault = 18 "fault",
        /// Thanks, praise, relief: takes heat away.
        Thanks = 19 "thanks",
        /// Criticism of people's work.
        PerformanceCriticism = 20 "performance_criticism",
        /// Says that we lied, stole or cheated.
        Accusation = 21 "accusation",
        /// Mock praise of people.
        Mockery = 22 "mockery",
        /// Degrades a person's worth, mind, body, accent or job.
        Degrading = 23 "degrading",
        /// An expletive thrown at a person.
        DirectedExpletive = 24 "directed_expletive",
        /// Puts a person down without a swear word.
        Belittling = 25 "belittling",
        /// Wishes a person harm.
        IllWish = 26 "ill_wish",
        /// A threat of harm.
        Harm = 27 "harm",
        /// Hate at a group.
        Hate = 28 "hate",
        /// Sexual remarks at a person.
        Sexual = 29 "sexual",
        /// Stalking or publishing details.
        Stalking = 30 "stalking",
        /// A demand under a threat.
        Extortion = 31 "extortion",
        /// A bomb or device.
        Device = 32 "device",
        /// A threat that may or may not be meant.
        VeiledThreat = 33 "veiled_threat",
        /// A sign of self-harm.
        SelfHarm = 34 "self_harm",
        /// A learned weight of a word or of a piece of one.
        Weight = 35 "weight",
    }
}

impl Signal {
    /// The flag that says the same: what cancels the one cancels the other, and the two are not added.
    pub(crate) const fn same_flag(self) -> Option<Flag> {
        match self {
            Self::Thanks => Some(Flag::Thanks),
            Self::RepeatContact => Some(Flag::RepeatContact),
            Self::BrokenPromise => Some(Flag::BrokenPromise),
            Self::Delay => Some(Flag::Delay),
            Self::Ultimatum => Some(Flag::Ultimatum),
            Self::Sarcasm => Some(Flag::Sarcasm),
            Self::Chasing
            | Self::Irritation
            | Self::Disappointment
            | Self::Exclamation
            | Self::Resignation
            | Self::RepeatedEffort
            | Self::Anger
            | Self::Hyperbole
            | Self::Emphasis
            | Self::Shouting
            | Self::Profanity
            | Self::Demand
            | Self::Impact
            | Self::Fault
            | Self::PerformanceCriticism
            | Self::Accusation
            | Self::Mockery
            | Self::Degrading
            | Self::DirectedExpletive
            | Self::Belittling
            | Self::IllWish
            | Self::Harm
            | Self::Hate
            | Self::Sexual
            | Self::Stalking
            | Self::Extortion
            | Self::Device
            | Self::VeiledThreat
            | Self::SelfHarm
            | Self::Weight => None,
        }
    }

    /// Says whether the words are aimed at people: nobody should have to read them unprepared.
    #[must_use]
    pub const fn is_against_people(self) -> bool {
        matches!(
            self,
            Self::Degrading
                | Self::DirectedExpletive
                | Self::Belittling
                | Self::IllWish
                | Self::Harm
                | Self::Hate
                | Self::Sexual
                | Self::Stalking
                | Self::Extortion
                | Self::VeiledThreat
        )
    }
}

/// The headline number, 0..=5, derived from heat and conduct (`domain.md` 3.1).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u8", into = "u8"))]
pub struct Temperature(u8);

impl From<Temperature> for u8 {
    fn from(temperature: Temperature) -> Self {
        temperature.get()
    }
}

impl TryFrom<u8> for Temperature {
    type Error = &'static str;

    fn try_from(degrees: u8) -> Result<Self, Self::Error> {
        if degrees > 5 { Err("a temperature is at most 5") } else { Ok(Self(degrees)) }
    }
}

impl Temperature {
    /// Derives the temperature: severe 5, crossing 4, sharp or heated 3, else the heat.
    #[must_use]
    pub const fn of(heat: Heat, conduct: Conduct) -> Self {
        match (conduct, heat) {
            (Conduct::Severe(_), _) => Self(5),
            (Conduct::Crossing, _) => Self(4),
            (Conduct::Sharp, _) | (Conduct::Fine, Heat::Heated) => Self(3),
            (Conduct::Fine, cooler) => Self(cooler.code()),
        }
    }

    /// Makes a temperature from 0..=5, holding it at 5.
    #[must_use]
    pub const fn saturating(degrees: u8) -> Self {
        if degrees > 5 { Self(5) } else { Self(degrees) }
    }

    /// Returns 0..=5.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Returns the level's word: calm, tense, upset, heated, crossing or severe.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self.0 {
            0 => "calm",
            1 => "tense",
            2 => "upset",
            3 => "heated",
            4 => "crossing",
            _ => "severe",
        }
    }
}

/// JSON of [`Conduct`] as one name: `fine`, `sharp`, `crossing`, `severe:violence`.
#[cfg(feature = "serde")]
pub(crate) mod conduct_by_name {
    use alloc::borrow::Cow;
    use alloc::format;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Conduct, SevereKind};

    pub(crate) fn serialize<S: Serializer>(conduct: &Conduct, to: S) -> Result<S::Ok, S::Error> {
        match conduct {
            Conduct::Severe(kind) => to.collect_str(&format!("severe:{kind}")),
            Conduct::Fine | Conduct::Sharp | Conduct::Crossing => to.serialize_str(conduct.name()),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Conduct, D::Error> {
        let name = <Cow<'de, str>>::deserialize(from)?;
        match name.as_ref() {
            "fine" => Ok(Conduct::Fine),
            "sharp" => Ok(Conduct::Sharp),
            "crossing" => Ok(Conduct::Crossing),
            other => other
                .strip_prefix("severe:")
                .and_then(SevereKind::from_name)
                .map(Conduct::Severe)
                .ok_or_else(|| D::Error::custom(format!("no conduct is called `{other}`"))),
        }
    }
}
