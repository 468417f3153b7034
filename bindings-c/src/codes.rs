//! The numbers of every named value that C sees: never renumbered, never reused.
//!
//! They are written out because cbindgen reads this file, and compared with the core below, so that a
//! missing or a wrong one does not compile.

/// How upset the customer is.
pub type unruffled_heat = u32;

/// No displeasure beyond stating a need.
pub const UNRUFFLED_HEAT_CALM: unruffled_heat = 0;
/// Controlled displeasure, one marker.
pub const UNRUFFLED_HEAT_TENSE: unruffled_heat = 1;
/// Open frustration or anger at the situation.
pub const UNRUFFLED_HEAT_UPSET: unruffled_heat = 2;
/// Intense or sustained anger.
pub const UNRUFFLED_HEAT_HEATED: unruffled_heat = 3;

/// How the customer treats people. The line lies between sharp and crossing.
pub type unruffled_conduct = u32;

/// Nothing aimed at a person.
pub const UNRUFFLED_CONDUCT_FINE: unruffled_conduct = 0;
/// Aimed at people's work, words or honesty, or at the company.
pub const UNRUFFLED_CONDUCT_SHARP: unruffled_conduct = 1;
/// A degrading expression aimed at a person.
pub const UNRUFFLED_CONDUCT_CROSSING: unruffled_conduct = 2;
/// A threat, hate, sexual harassment, stalking, extortion or a device: see the severe kind.
pub const UNRUFFLED_CONDUCT_SEVERE: unruffled_conduct = 3;

/// The severe kinds of conduct, each with its own immediate path.
pub type unruffled_severe_kind = u32;

/// A threat of violence.
pub const UNRUFFLED_SEVERE_KIND_VIOLENCE: unruffled_severe_kind = 0;
/// Hate at a protected group.
pub const UNRUFFLED_SEVERE_KIND_HATE: unruffled_severe_kind = 1;
/// Sexual harassment.
pub const UNRUFFLED_SEVERE_KIND_SEXUAL: unruffled_severe_kind = 2;
/// Stalking, or publishing a person's details.
pub const UNRUFFLED_SEVERE_KIND_STALKING: unruffled_severe_kind = 3;
/// Demands under a threat.
pub const UNRUFFLED_SEVERE_KIND_EXTORTION: unruffled_severe_kind = 4;
/// A bomb or other device: stay on the line.
pub const UNRUFFLED_SEVERE_KIND_DEVICE: unruffled_severe_kind = 5;
/// The conduct is not severe.
pub const UNRUFFLED_SEVERE_KIND_NONE: unruffled_severe_kind = u32::MAX;

/// Who or what the hottest words are about.
pub type unruffled_target = u32;

/// Nothing hot was found.
pub const UNRUFFLED_TARGET_NONE: unruffled_target = 0;
/// A product, an event, a delay.
pub const UNRUFFLED_TARGET_SITUATION: unruffled_target = 1;
/// The company as such.
pub const UNRUFFLED_TARGET_ORGANISATION: unruffled_target = 2;
/// Staff in the plural: "you people", "your team".
pub const UNRUFFLED_TARGET_ROLE: unruffled_target = 3;
/// The person who reads this.
pub const UNRUFFLED_TARGET_AGENT: unruffled_target = 4;
/// A colleague, a courier, someone else.
pub const UNRUFFLED_TARGET_THIRD_PARTY: unruffled_target = 5;
/// The customer.
pub const UNRUFFLED_TARGET_SELF: unruffled_target = 6;

/// Signs of self-harm by or about anyone.
pub type unruffled_crisis = u32;

/// None seen.
pub const UNRUFFLED_CRISIS_NONE: unruffled_crisis = 0;
/// Could be meant: a person checks.
pub const UNRUFFLED_CRISIS_POSSIBLE: unruffled_crisis = 1;
/// Said outright.
pub const UNRUFFLED_CRISIS_EXPLICIT: unruffled_crisis = 2;
/// Means or moment named.
pub const UNRUFFLED_CRISIS_IMMINENT: unruffled_crisis = 3;

/// One thing a message says besides how hot it is: bit `UINT64_C(1) << flag` of a set.
pub type unruffled_flag = u32;

/// Asks for a copy, correction or deletion of personal data.
pub const UNRUFFLED_FLAG_DATA_REQUEST: unruffled_flag = 0;
/// Makes a formal complaint.
pub const UNRUFFLED_FLAG_FORMAL_COMPLAINT: unruffled_flag = 1;
/// Mentions a lawyer, court or claim.
pub const UNRUFFLED_FLAG_LEGAL: unruffled_flag = 2;
/// Mentions a regulator or ombudsman.
pub const UNRUFFLED_FLAG_REGULATOR: unruffled_flag = 3;
/// Mentions the press.
pub const UNRUFFLED_FLAG_PRESS: unruffled_flag = 4;
/// Mentions a review or a public post.
pub const UNRUFFLED_FLAG_PUBLIC: unruffled_flag = 5;
/// Mentions disputing the charge with the bank.
pub const UNRUFFLED_FLAG_CHARGEBACK: unruffled_flag = 6;
/// Means to cancel or leave.
pub const UNRUFFLED_FLAG_CHURN: unruffled_flag = 7;
/// Asks for a manager.
pub const UNRUFFLED_FLAG_SUPERVISOR_REQUEST: unruffled_flag = 8;
/// Reports that our staff abused someone.
pub const UNRUFFLED_FLAG_REPORTED_ABUSE: unruffled_flag = 9;
/// Reports fraud, theft of an account or a leak.
pub const UNRUFFLED_FLAG_FRAUD_OR_SECURITY: unruffled_flag = 10;
/// Reports something that can hurt someone.
pub const UNRUFFLED_FLAG_SAFETY_HAZARD: unruffled_flag = 11;
/// Discloses a death.
pub const UNRUFFLED_FLAG_BEREAVEMENT: unruffled_flag = 12;
/// Discloses an illness.
pub const UNRUFFLED_FLAG_HEALTH_DISCLOSED: unruffled_flag = 13;
/// Discloses that money is short.
pub const UNRUFFLED_FLAG_FINANCIAL_HARDSHIP: unruffled_flag = 14;
/// Hints at abuse at home.
pub const UNRUFFLED_FLAG_DOMESTIC_ABUSE_HINT: unruffled_flag = 15;
/// Discloses a disability or an access need.
pub const UNRUFFLED_FLAG_DISABILITY_DISCLOSED: unruffled_flag = 16;
/// Discloses tics.
pub const UNRUFFLED_FLAG_TIC_DISCLOSED: unruffled_flag = 17;
/// Says that English is hard for them.
pub const UNRUFFLED_FLAG_LIMITED_ENGLISH: unruffled_flag = 18;
/// Writes everything in capitals, the neutral lines too.
pub const UNRUFFLED_FLAG_CAPS_BASELINE: unruffled_flag = 19;
/// Is, or writes for, a child.
pub const UNRUFFLED_FLAG_MINOR: unruffled_flag = 20;
/// States a deadline.
pub const UNRUFFLED_FLAG_DEADLINE: unruffled_flag = 21;
/// Has asked before.
pub const UNRUFFLED_FLAG_REPEAT_CONTACT: unruffled_flag = 22;
/// Reports that the service is down.
pub const UNRUFFLED_FLAG_OUTAGE: unruffled_flag = 23;
/// States an amount or a loss.
pub const UNRUFFLED_FLAG_MONEY_AT_STAKE: unruffled_flag = 24;
/// Says that we promised and did not do it.
pub const UNRUFFLED_FLAG_BROKEN_PROMISE: unruffled_flag = 25;
/// May be a threat: a person looks now.
pub const UNRUFFLED_FLAG_THREAT_POSSIBLE: unruffled_flag = 26;
/// Belittles an accent, origin or group.
pub const UNRUFFLED_FLAG_DISCRIMINATORY: unruffled_flag = 27;
/// Wishes a person harm.
pub const UNRUFFLED_FLAG_ILL_WISH: unruffled_flag = 28;
/// Swears at nothing or at a thing.
pub const UNRUFFLED_FLAG_PROFANITY_UNDIRECTED: unruffled_flag = 29;
/// Swears at a person.
pub const UNRUFFLED_FLAG_PROFANITY_DIRECTED: unruffled_flag = 30;
/// Swears in praise.
pub const UNRUFFLED_FLAG_PROFANITY_POSITIVE: unruffled_flag = 31;
/// Sets a condition with a consequence.
pub const UNRUFFLED_FLAG_ULTIMATUM: unruffled_flag = 32;
/// Has been kept waiting.
pub const UNRUFFLED_FLAG_DELAY: unruffled_flag = 33;
/// Wants a person, of any rank.
pub const UNRUFFLED_FLAG_HUMAN_REQUEST: unruffled_flag = 34;
/// Thanks us.
pub const UNRUFFLED_FLAG_THANKS: unruffled_flag = 35;
/// Writes in capitals for force.
pub const UNRUFFLED_FLAG_SHOUTING: unruffled_flag = 36;
/// Says the opposite of what is meant.
pub const UNRUFFLED_FLAG_SARCASM: unruffled_flag = 37;
/// Asks us to stop apologising.
pub const UNRUFFLED_FLAG_APOLOGY_REJECTED: unruffled_flag = 38;

/// The language a message was judged as.
pub type unruffled_language = u32;

/// English of any kind.
pub const UNRUFFLED_LANGUAGE_ENGLISH: unruffled_language = 0;
/// Not enough English to judge: nobody is accused.
pub const UNRUFFLED_LANGUAGE_NOT_JUDGED: unruffled_language = 1;

/// Compares the constants with the core's codes, and their number with the number of values.
macro_rules! same {
    ($Name:ident { $($Variant:ident = $constant:ident,)+ }) => {
        #[allow(clippy::as_conversions, reason = "`u32::from` cannot be called in a constant")]
        const _: () = {
            let listed: &[u32] = &[$($constant),+];
            assert!(listed.len() == unruffled::$Name::ALL.len());
            $(assert!(unruffled::$Name::$Variant.code() as u32 == $constant);)+
        };
    };
}

same! { Heat {
    Calm = UNRUFFLED_HEAT_CALM,
    Tense = UNRUFFLED_HEAT_TENSE,
    Upset = UNRUFFLED_HEAT_UPSET,
    Heated = UNRUFFLED_HEAT_HEATED,
} }
same! { SevereKind {
    Violence = UNRUFFLED_SEVERE_KIND_VIOLENCE,
    Hate = UNRUFFLED_SEVERE_KIND_HATE,
    Sexual = UNRUFFLED_SEVERE_KIND_SEXUAL,
    Stalking = UNRUFFLED_SEVERE_KIND_STALKING,
    Extortion = UNRUFFLED_SEVERE_KIND_EXTORTION,
    Device = UNRUFFLED_SEVERE_KIND_DEVICE,
} }
same! { Target {
    None = UNRUFFLED_TARGET_NONE,
    Situation = UNRUFFLED_TARGET_SITUATION,
    Organisation = UNRUFFLED_TARGET_ORGANISATION,
    Role = UNRUFFLED_TARGET_ROLE,
    Agent = UNRUFFLED_TARGET_AGENT,
    ThirdParty = UNRUFFLED_TARGET_THIRD_PARTY,
    Self_ = UNRUFFLED_TARGET_SELF,
} }
same! { Crisis {
    None = UNRUFFLED_CRISIS_NONE,
    Possible = UNRUFFLED_CRISIS_POSSIBLE,
    Explicit = UNRUFFLED_CRISIS_EXPLICIT,
    Imminent = UNRUFFLED_CRISIS_IMMINENT,
} }
same! { Flag {
    DataRequest = UNRUFFLED_FLAG_DATA_REQUEST,
    FormalComplaint = UNRUFFLED_FLAG_FORMAL_COMPLAINT,
    Legal = UNRUFFLED_FLAG_LEGAL,
    Regulator = UNRUFFLED_FLAG_REGULATOR,
    Press = UNRUFFLED_FLAG_PRESS,
    Public = UNRUFFLED_FLAG_PUBLIC,
    Chargeback = UNRUFFLED_FLAG_CHARGEBACK,
    Churn = UNRUFFLED_FLAG_CHURN,
    SupervisorRequest = UNRUFFLED_FLAG_SUPERVISOR_REQUEST,
    ReportedAbuse = UNRUFFLED_FLAG_REPORTED_ABUSE,
    FraudOrSecurity = UNRUFFLED_FLAG_FRAUD_OR_SECURITY,
    SafetyHazard = UNRUFFLED_FLAG_SAFETY_HAZARD,
    Bereavement = UNRUFFLED_FLAG_BEREAVEMENT,
    HealthDisclosed = UNRUFFLED_FLAG_HEALTH_DISCLOSED,
    FinancialHardship = UNRUFFLED_FLAG_FINANCIAL_HARDSHIP,
    DomesticAbuseHint = UNRUFFLED_FLAG_DOMESTIC_ABUSE_HINT,
    DisabilityDisclosed = UNRUFFLED_FLAG_DISABILITY_DISCLOSED,
    TicDisclosed = UNRUFFLED_FLAG_TIC_DISCLOSED,
    LimitedEnglish = UNRUFFLED_FLAG_LIMITED_ENGLISH,
    CapsBaseline = UNRUFFLED_FLAG_CAPS_BASELINE,
    Minor = UNRUFFLED_FLAG_MINOR,
    Deadline = UNRUFFLED_FLAG_DEADLINE,
    RepeatContact = UNRUFFLED_FLAG_REPEAT_CONTACT,
    Outage = UNRUFFLED_FLAG_OUTAGE,
    MoneyAtStake = UNRUFFLED_FLAG_MONEY_AT_STAKE,
    BrokenPromise = UNRUFFLED_FLAG_BROKEN_PROMISE,
    ThreatPossible = UNRUFFLED_FLAG_THREAT_POSSIBLE,
    Discriminatory = UNRUFFLED_FLAG_DISCRIMINATORY,
    IllWish = UNRUFFLED_FLAG_ILL_WISH,
    ProfanityUndirected = UNRUFFLED_FLAG_PROFANITY_UNDIRECTED,
    ProfanityDirected = UNRUFFLED_FLAG_PROFANITY_DIRECTED,
    ProfanityPositive = UNRUFFLED_FLAG_PROFANITY_POSITIVE,
    Ultimatum = UNRUFFLED_FLAG_ULTIMATUM,
    Delay = UNRUFFLED_FLAG_DELAY,
    HumanRequest = UNRUFFLED_FLAG_HUMAN_REQUEST,
    Thanks = UNRUFFLED_FLAG_THANKS,
    Shouting = UNRUFFLED_FLAG_SHOUTING,
    Sarcasm = UNRUFFLED_FLAG_SARCASM,
    ApologyRejected = UNRUFFLED_FLAG_APOLOGY_REJECTED,
} }
same! { Language {
    English = UNRUFFLED_LANGUAGE_ENGLISH,
    NotJudged = UNRUFFLED_LANGUAGE_NOT_JUDGED,
} }

#[allow(clippy::as_conversions, reason = "`u32::from` cannot be called in a constant")]
const _: () = {
    use unruffled::{Conduct, SevereKind};

    assert!(Conduct::Fine.code() as u32 == UNRUFFLED_CONDUCT_FINE);
    assert!(Conduct::Sharp.code() as u32 == UNRUFFLED_CONDUCT_SHARP);
    assert!(Conduct::Crossing.code() as u32 == UNRUFFLED_CONDUCT_CROSSING);
    assert!(Conduct::Severe(SevereKind::Hate).code() as u32 == UNRUFFLED_CONDUCT_SEVERE);
    // `Conduct` has a payload and therefore no `ALL`: a fifth kind fails to compile here.
    match Conduct::Fine {
        Conduct::Fine | Conduct::Sharp | Conduct::Crossing | Conduct::Severe(_) => {}
    }
    // A set of flags travels in 64 bits.
    assert!(unruffled::Flag::ALL.len() <= 64);
};
