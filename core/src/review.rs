//! Reads a reply before it is sent: what in it escalates, promises too much or leaves out (`domain.md` 7).

mod apology;
mod context;
mod empathy;
mod escalators;
mod findings;
mod guards;
mod missing;
mod readable;
mod safety;
mod truth;
mod wording;

use alloc::string::String;
use alloc::vec::Vec;

use crate::case::Case;
use crate::policy::Policy;
use crate::reply::Facts;
use crate::speech::{Speech, head};
use crate::tables::rules;
use crate::terms::{Act, named};
use crate::text::Span;
use context::Context;
use findings::Findings;

/// Reviews a reply, written by anyone, in its context. Never fails; linear in the reply.
///
/// The findings come in the order of the text. A rule speaks only where it applies: most rules of tone
/// begin at temperature 1, a boundary is judged by what the last message did, an apology by whether one
/// is owed. Quotations, quoted lines, code and addresses are not the writer's own words.
///
/// At most [`MAX_REPLY_BYTES`](crate::MAX_REPLY_BYTES) are read, cut on a character boundary; a longer reply is too long for any
/// channel and says so (`L56`).
///
/// ```
/// use unruffled::{Case, Channel, Facts, Policy, Timestamp, review_reply};
///
/// let case = Case::open("A12", Channel::Chat, Timestamp(0));
/// let review = review_reply("Please calm down.", &case, &Facts::new(), Policy::standard());
/// let finding = &review.findings[0];
/// assert_eq!(finding.rule.id(), "L01");
/// assert_eq!(finding.span.of("Please calm down."), "calm down");
/// ```
#[must_use]
pub fn review_reply(reply: &str, case: &Case, facts: &Facts<'_>, policy: &Policy) -> Review {
    let read = head(reply);
    let cut = read.len() < reply.len();
    review(read, &Context { cut, ..Context::of(case, facts, policy) })
}

/// What a review found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Review {
    /// What to change, in the order of the text.
    pub findings: Vec<Finding>,
    /// What a good reply would also do here.
    pub missing: Vec<Act>,
}

impl Review {
    /// Says whether anything is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// One thing to change.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How bad.
    pub severity: Severity,
    /// The words; the whole reply where something is missing.
    pub span: Span,
    /// Why, in one line.
    pub why: String,
    /// A better wording, where there is one.
    pub better: Option<String>,
}

named! {
    /// How bad a finding is.
    pub enum Severity {
        /// Nice to know.
        Info = 0 "info",
        /// Better changed.
        Warning = 1 "warning",
        /// Do not send without a recorded override.
        Error = 2 "error",
    }
}

/// A rule, L01 to L76.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Rule(pub u8);

impl Rule {
    /// Walks the rules that a review knows, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        rules::RULES.iter().map(|row| Self(row.number))
    }

    /// Returns the id: `L01`; empty for a number that is no rule.
    #[must_use]
    pub fn id(self) -> &'static str {
        rules::rule(self.0).map_or("", |row| row.id)
    }

    /// Returns the name: `calm_down`; empty for a number that is no rule.
    #[must_use]
    pub fn name(self) -> &'static str {
        rules::rule(self.0).map_or("", |row| row.name)
    }

    /// Returns how bad a breach is as a rule; single findings may be milder.
    #[must_use]
    pub fn severity(self) -> Severity {
        rules::rule(self.0)
            .and_then(|row| Severity::from_code(row.severity))
            .unwrap_or(Severity::Info)
    }
}

fn review(reply: &str, context: &Context<'_>) -> Review {
    let speech = Speech::read(reply);
    let mut findings = Findings::new(context);
    safety::look(&speech, context, &mut findings);
    escalators::look(&speech, context, &mut findings);
    guards::look(&speech, context, &mut findings);
    truth::look(&speech, context, &mut findings);
    wording::look(&speech, context, &mut findings);
    // While someone may be at risk, style is not the point.
    if !context.crisis {
        empathy::look(&speech, context, &mut findings);
        apology::look(&speech, context, &mut findings);
        readable::look(&speech, context, &mut findings);
    }
    Review { findings: findings.finish(reply), missing: missing::acts(&speech, context) }
}

#[cfg(test)]
mod tests;
