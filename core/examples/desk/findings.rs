//! A review on the page: the reply with its words underlined, and the reasons.

use anstyle::Style;
use unruffled::{Review, Severity};

use crate::highlight::{self, Ink};
use crate::page::{Line, Page, indented};
use crate::words::{act_words, listed, quoted, sentence};

const PLAIN: Style = Style::new();
const DIM: Style = Style::new().dimmed();

/// A reply with what to change underlined, then every finding with its reason.
pub(crate) fn reviewed(page: &Page, text: &str, review: &Review, width: usize) -> Vec<Line> {
    let marks = highlight::marks_of_findings(text, &review.findings);
    let mut lines = highlight::lines(page, text, &marks, width);
    lines.push(page.line(PLAIN, ""));
    lines.extend(findings(page, text, review, width));
    lines
}

/// Every finding with its reason and a better wording, and what is missing.
pub(crate) fn findings(page: &Page, text: &str, review: &Review, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let wide = width.saturating_sub(2);
    for finding in &review.findings {
        let ink = Ink::Finding(finding.severity);
        let grade = match finding.severity {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let words = finding.span.of(text);
        let words = if words == text { String::new() } else { format!(": {}", quoted(words)) };
        let name = finding.rule.name().replace('_', " ");
        let sign = if page.has_colour() { String::new() } else { format!("{} ", ink.sign()) };
        let head = format!("{sign}{} {name} ({grade}){words}", finding.rule.id());
        lines.extend(page.wrapped(ink.style(), &head, width));
        lines.extend(indented(page.wrapped(PLAIN, &sentence(&finding.why), wide), "  "));
        if let Some(better) = &finding.better {
            let better = format!("Better: {better}");
            lines.extend(indented(page.wrapped(DIM, &better, wide), "  "));
        }
    }
    if !review.missing.is_empty() {
        let missing: Vec<&str> = review.missing.iter().map(|act| act_words(*act)).collect();
        let text = format!("A good reply here would also have {}.", listed(&missing));
        lines.extend(page.wrapped(PLAIN, &text, width));
    }
    lines
}
