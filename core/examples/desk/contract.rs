//! The lines that the filters promise, field by field: what the library says beyond them stays out.

use serde::Serialize;
use unruffled::{Draft, Finding, Severity, Step, Withheld};

/// One recommended step.
#[derive(Serialize)]
pub(crate) struct StepLine {
    id: &'static str,
    instruction: &'static str,
    why: &'static str,
}

impl From<&Step> for StepLine {
    fn from(step: &Step) -> Self {
        Self { id: step.id.name(), instruction: step.instruction(), why: step.why() }
    }
}

/// `{"text":…}` or `{"withheld":reason}`.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DraftLine {
    Text(String),
    Withheld(Withheld),
}

impl From<Draft> for DraftLine {
    fn from(draft: Draft) -> Self {
        match draft {
            Draft::Reply(reply) => Self::Text(reply.text),
            Draft::Withheld(reason) => Self::Withheld(reason),
        }
    }
}

/// One finding of a review.
#[derive(Serialize)]
pub(crate) struct FindingLine {
    rule: &'static str,
    severity: Severity,
    start: u32,
    end: u32,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    better: Option<String>,
}

impl From<Finding> for FindingLine {
    fn from(finding: Finding) -> Self {
        Self {
            rule: finding.rule.id(),
            severity: finding.severity,
            start: finding.span.start,
            end: finding.span.end,
            why: finding.why,
            better: finding.better,
        }
    }
}
