//! A report as plain text: 80 columns, labels on the left, quotes marked.

use core::fmt::{self, Display, Formatter, Write};

use unicode_segmentation::UnicodeSegmentation;

use super::{IncidentReport, ReportedWarning};
use crate::terms::Flags;

const WIDTH: usize = 80;
/// Where values begin.
const COLUMN: usize = 22;

impl Display for IncidentReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut page = Page { f };
        page.title(self)?;
        self.what_happened(&mut page)?;
        self.reading(&mut page)?;
        self.before(&mut page)?;
        self.warnings(&mut page)?;
        self.done(&mut page)?;
        self.next(&mut page)?;
        self.sources(&mut page)
    }
}

impl IncidentReport {
    fn what_happened(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("Contact")?;
        page.line("Contact", &self.contact)?;
        page.line("Channel", self.channel.name())?;
        page.given("Customer", self.customer_reference.as_deref())?;
        page.line("Began", &self.began)?;
        page.line("Last entry", &self.ended)?;
        page.list("Staff", &self.people)?;
        page.section("Exact words of the customer")?;
        if self.words.is_empty() {
            page.quote(MISSING)?;
        }
        for words in &self.words {
            page.quote(words)?;
        }
        Ok(())
    }

    fn reading(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("How it was read")?;
        let (level, milli) = (self.level, self.confidence.get());
        page.put("Level", format_args!("{} of 5 ({})", level.get(), level.word()))?;
        match self.conduct.severe_kind() {
            Some(kind) => page.put("Conduct", format_args!("severe: {kind}"))?,
            None => page.line("Conduct", self.conduct.name())?,
        }
        page.put("Confidence", format_args!("{milli} of 1000"))?;
        page.line("Aimed at", self.target.map_or("not recorded", |target| target.name()))?;
        page.flags("Also noted", self.signals)?;
        page.list("Judged by a person", &self.judged)
    }

    fn before(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("What came before")?;
        page.flags("On our side", self.preceded_by)?;
        page.put("Promises missed", format_args!("{}", self.missed_promises))?;
        page.given("In words", self.context.as_deref())
    }

    fn warnings(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("Warnings given")?;
        if self.warnings.is_empty() {
            page.line("Warnings", "none")?;
        }
        for warning in &self.warnings {
            page.warning(warning)?;
        }
        page.given("Customer's answer", self.response.as_deref())
    }

    fn done(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("What was done")?;
        match &self.ending {
            Some(ending) => {
                page.put("Contact ended", format_args!("{}, {}", ending.at, ending.by))?;
                page.quote(&ending.wording)?;
                page.line("Way back", &ending.route)?;
            }
            None => page.line("Contact ended", "no")?,
        }
        page.given("Supervisor told", self.supervisor_told.as_deref())?;
        page.given("Supervisor's answer", self.supervisor_response.as_deref())?;
        page.given("Adjustments", self.adjustments.as_deref())?;
        page.given("Evidence kept", self.evidence.as_deref())?;
        page.list("Open issues", &self.open_issues)?;
        page.given("Issue owner", self.issue_owner.as_deref())?;
        page.given("Care for the agent", self.wellbeing.as_deref())
    }

    fn next(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("What happens next")?;
        page.list("Next", &self.next)?;
        page.given("Appeal", self.appeal.as_deref())?;
        page.given("Review of record", self.review_date.as_deref())?;
        page.given("Signed off", self.signed_off.as_deref())
    }

    fn sources(&self, page: &mut Page<'_, '_>) -> fmt::Result {
        page.section("Sources")?;
        let policy = if self.policy.is_empty() { "not recorded" } else { &self.policy };
        page.line("Policy", policy)?;
        page.line("Word tables", &self.data)?;
        page.put("Library", format_args!("unruffled {}", self.version))?;
        if self.missing.is_empty() {
            return Ok(());
        }
        page.section("Missing from this record")?;
        for field in &self.missing {
            page.wrapped("- ", "  ", &field.replace('_', " "))?;
        }
        Ok(())
    }
}

/// What stands for an empty part.
const MISSING: &str = "MISSING";

struct Page<'a, 'f> {
    f: &'a mut Formatter<'f>,
}

impl Page<'_, '_> {
    fn title(&mut self, report: &IncidentReport) -> fmt::Result {
        let state = match report.missing.len() {
            0 => "complete".into(),
            1 => "1 part missing".into(),
            count => alloc::format!("{count} parts missing"),
        };
        writeln!(self.f, "INCIDENT RECORD{state:>65}")?;
        writeln!(self.f, "{:=<80}", "")
    }

    fn section(&mut self, name: &str) -> fmt::Result {
        writeln!(self.f, "\n{}", name.to_uppercase())
    }

    fn put(&mut self, label: &str, value: fmt::Arguments<'_>) -> fmt::Result {
        self.line(label, &alloc::format!("{value}"))
    }

    fn given(&mut self, label: &str, value: Option<&str>) -> fmt::Result {
        self.line(label, value.unwrap_or(MISSING))
    }

    fn line(&mut self, label: &str, value: &str) -> fmt::Result {
        let indent = alloc::format!("{:COLUMN$}", "");
        self.wrapped(&alloc::format!("{label:<COLUMN$}"), &indent, value)
    }

    fn list<T: AsRef<str>>(&mut self, label: &str, values: &[T]) -> fmt::Result {
        if values.is_empty() {
            return self.line(label, "none");
        }
        for (place, value) in values.iter().enumerate() {
            self.line(if place == 0 { label } else { "" }, value.as_ref())?;
        }
        Ok(())
    }

    fn flags(&mut self, label: &str, flags: Flags) -> fmt::Result {
        let names: alloc::vec::Vec<_> =
            flags.iter().map(|flag| flag.name().replace('_', " ")).collect();
        let names = names.join(", ");
        self.line(label, if names.is_empty() { "none" } else { &names })
    }

    fn warning(&mut self, warning: &ReportedWarning) -> fmt::Result {
        let kind = match (warning.retracted, warning.number) {
            (true, _) => "taken back by a person; it may not be cited",
            (false, 0) => "does not count",
            (false, _) => "counts",
        };
        let label = alloc::format!("Warning {}", warning.number);
        self.put(&label, format_args!("{}, {}; {kind}", warning.at, warning.by))?;
        if warning.wording.is_empty() { Ok(()) } else { self.quote(&warning.wording) }
    }

    fn quote(&mut self, text: &str) -> fmt::Result {
        for line in text.lines() {
            self.wrapped("  > ", "  > ", line)?;
        }
        Ok(())
    }

    /// Breaks between words, and within a word that no line holds. Control letters, which could
    /// rewrite a terminal or turn the reading around, are shown as what they are not: text.
    fn wrapped(&mut self, first: &str, rest: &str, text: &str) -> fmt::Result {
        self.f.write_str(first)?;
        let mut used = first.graphemes(true).count();
        let mut empty = true;
        for word in text.split_whitespace() {
            let length = word.graphemes(true).count();
            if !empty && used.saturating_add(1).saturating_add(length) > WIDTH {
                writeln!(self.f)?;
                self.f.write_str(rest)?;
                used = rest.graphemes(true).count();
                empty = true;
            }
            if !empty {
                self.f.write_char(' ')?;
                used = used.saturating_add(1);
            }
            for grapheme in word.graphemes(true) {
                if used >= WIDTH {
                    writeln!(self.f)?;
                    self.f.write_str(rest)?;
                    used = rest.graphemes(true).count();
                }
                for letter in grapheme.chars() {
                    self.f.write_char(if is_hidden(letter) { '\u{fffd}' } else { letter })?;
                }
                used = used.saturating_add(1);
            }
            empty = false;
        }
        writeln!(self.f)
    }
}

fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
