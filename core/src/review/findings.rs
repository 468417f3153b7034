//! Collects findings: each rule knows from which temperature it speaks and what it says.

use alloc::string::String;
use alloc::vec::Vec;

use super::context::Context;
use super::{Finding, Rule, Severity};
use crate::speech::{Speech, phrases_in};
use crate::tables::rules::{self, Mark, RuleRow};
use crate::text::Span;

pub(super) struct Findings<'a> {
    context: &'a Context<'a>,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self { context, found: Vec::new() }
    }

    /// Adds a finding, if the rule speaks at this temperature.
    pub(super) fn add(&mut self, number: u8, span: Span) {
        let Some(row) = rules::rule(number) else { return };
        let severity = Severity::from_code(row.severity).unwrap_or(Severity::Info);
        self.push(row, severity, span);
    }

    /// Adds a finding that is milder or graver than its rule.
    pub(super) fn add_as(&mut self, number: u8, severity: Severity, span: Span) {
        if let Some(row) = rules::rule(number) {
            self.push(row, severity, span);
        }
    }

    /// Adds a finding for every place of a mark.
    pub(super) fn add_all(&mut self, number: u8, speech: &Speech<'_>, mark: Mark) {
        for found in speech.all(mark) {
            self.add(number, speech.span(found));
        }
    }

    /// Adds findings for tables that are a rule by themselves.
    pub(super) fn add_tables(&mut self, speech: &Speech<'_>, tables: &[(u8, Mark)]) {
        for (number, mark) in tables {
            self.add_all(*number, speech, *mark);
        }
    }

    fn excuse_the_bank(&mut self, reply: &str) {
        let of_wording = |finding: &Finding| OF_WORDING.contains(&finding.rule.0);
        if !self.found.iter().any(of_wording) {
            return;
        }
        let phrases = phrases_in(reply);
        if phrases.is_empty() {
            return;
        }
        // A long sentence may end in a slot's value: it is the bank's if it begins in the phrase.
        self.found.retain(|finding| {
            !of_wording(finding)
                || !phrases.iter().any(|(_, phrase)| {
                    phrase.start <= finding.span.start && finding.span.start < phrase.end
                })
        });
    }

    fn push(&mut self, row: &'static RuleRow, severity: Severity, span: Span) {
        if self.context.temperature < row.from {
            return;
        }
        self.found.push(Finding {
            rule: Rule(row.number),
            severity,
            span,
            why: String::from(row.why),
            better: better(row, self.context.issue),
        });
    }

    /// Returns the findings in the order of the text, one per rule where they overlap.
    pub(super) fn finish(mut self, reply: &str) -> Vec<Finding> {
        self.excuse_the_bank(reply);
        self.found.sort_by_key(|finding| (finding.rule, finding.span));
        self.found.dedup_by(|next, kept| {
            let same = next.rule == kept.rule && next.span.start < kept.span.end.max(1);
            if same {
                kept.span.end = kept.span.end.max(next.span.end);
                kept.severity = kept.severity.max(next.severity);
            }
            same
        });
        self.found.sort_by_key(|finding| (finding.span.start, finding.rule));
        self.found
    }
}

/// Rules about wording alone, whatever the moment: the bank's own wording is exempt from them.
const OF_WORDING: [u8; 20] =
    [6, 7, 10, 11, 23, 24, 25, 26, 27, 28, 37, 38, 46, 47, 49, 50, 53, 55, 57, 58];

fn better(row: &RuleRow, issue: Option<&str>) -> Option<String> {
    let text = match issue {
        Some(issue) => row.better.replace("{issue}", issue),
        None if row.otherwise.is_empty() => String::from(row.better),
        None => String::from(row.otherwise),
    };
    (!text.is_empty()).then_some(text)
}
