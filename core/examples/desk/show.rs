//! One moment of a contact on the page: what was said, how it was read, where the case stands, what
//! to do, what to say and what is owed.

use anstyle::{AnsiColor, Style};
use unruffled::{
    Case, Classification, Conduct, Crisis, Draft, Evidence, EvidenceKind, Facts, Heat, ItemState,
    Language, Milli, Policy, Review, Signal, Transition, Trend, brief_reply, draft_reply,
    recommend_steps,
};

use crate::findings;
use crate::highlight::{self, Ink};
use crate::page::{Line, Page, flow, indented};
use crate::script::clock;
use crate::watch;
use crate::words::{effects, obligation, quoted, sentence, stage, withheld};

const LABEL: usize = 10;
const MOST_EVIDENCE: usize = 8;
const GAUGE: u16 = 10;
const PLAIN: Style = Style::new();
const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// Text being laid out: labelled blocks one under the other.
pub(crate) struct Sheet<'a> {
    page: &'a Page,
    text: String,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub(crate) fn new(page: &'a Page) -> Self {
        Self { page, text: String::new() }
    }

    /// What was laid out.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// An empty line.
    pub(crate) fn space(&mut self) {
        self.text.push('\n');
    }

    /// A rule across the page with a title in it.
    pub(crate) fn heading(&mut self, title: &str) {
        let left = self.page.line(BOLD, title);
        let dashes = self.page.width().saturating_sub(left.width.saturating_add(4));
        let before = self.page.paint(DIM, "──");
        let after = self.page.paint(DIM, &"─".repeat(dashes));
        self.push(&format!("{before} {} {after}", left.text));
    }

    /// Lines as they are.
    pub(crate) fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.push(line);
        }
    }

    /// A paragraph over the whole width.
    pub(crate) fn paragraph(&mut self, text: &str) {
        for line in self.page.wrapped(PLAIN, text, self.page.width()) {
            self.push(&line.text);
        }
    }

    /// What the agent or the clock did between two messages.
    pub(crate) fn event(&mut self, text: &str) {
        let green = Style::new().fg_color(Some(AnsiColor::Green.into()));
        let wide = self.width();
        let lines = self.page.wrapped(green, text, wide);
        self.block("", lines);
    }

    /// Something that went wrong, or was not taken.
    pub(crate) fn note(&mut self, text: &str) {
        let yellow = Style::new().fg_color(Some(AnsiColor::Yellow.into()));
        let wide = self.width();
        self.block("note", self.page.wrapped(yellow, text, wide));
    }

    /// The customer's words with their evidence marked, the evidence, and the two axes.
    pub(crate) fn message(&mut self, text: &str, classification: &Classification) {
        let marks = highlight::marks_of_evidence(&classification.evidence);
        let wide = self.width();
        self.block("customer", highlight::lines(self.page, text, &marks, wide));
        self.evidence(text, &classification.evidence);
        self.axes(classification);
    }

    fn evidence(&mut self, text: &str, evidence: &[Evidence]) {
        let weights: i32 = evidence
            .iter()
            .filter(|one| Ink::of_evidence(one).is_none())
            .map(|one| i32::from(one.weight))
            .sum();
        let told = worth_telling(evidence);
        let left_out = told.len().saturating_sub(MOST_EVIDENCE);
        // The least telling go first; what stays is told in the order of the text.
        let mut order: Vec<_> =
            told.iter().enumerate().map(|(at, one)| (one.worth(), at)).collect();
        order.sort_unstable();
        let dropped: Vec<usize> = order.into_iter().take(left_out).map(|(_, at)| at).collect();
        let mut pieces: Vec<Line> = told
            .iter()
            .enumerate()
            .filter(|(at, _)| !dropped.contains(at))
            .map(|(_, one)| self.reason(text, one))
            .collect();
        if weights != 0 {
            pieces.push(self.page.line(DIM, &format!("learned weights {weights:+}")));
        }
        if left_out > 0 {
            pieces.push(self.page.line(DIM, &format!("and {left_out} more")));
        }
        if !pieces.is_empty() {
            let lines = flow(pieces, "; ", self.width());
            self.block("because", lines);
        }
    }

    fn reason(&self, text: &str, reason: &Reason<'_>) -> Line {
        let name = reason.evidence.kind.name().replace('_', " ");
        let words = quoted(reason.evidence.span.of(text));
        let sign =
            if self.page.has_colour() { String::new() } else { format!("{} ", reason.ink.sign()) };
        let weight = match reason.evidence.kind {
            EvidenceKind::Signal(Signal::SelfHarm) | EvidenceKind::Flag(_) => String::new(),
            EvidenceKind::Signal(_) if reason.evidence.weight == 0 => String::new(),
            EvidenceKind::Signal(_) => format!(" {:+}", reason.evidence.weight),
        };
        let mut line = self.page.line(reason.ink.style(), &format!("{sign}{name}"));
        let rest = self.page.line(PLAIN, &format!(" {words}{weight}"));
        line.text.push_str(&rest.text);
        line.width = line.width.saturating_add(rest.width);
        line
    }

    fn axes(&mut self, classification: &Classification) {
        let reading = &classification.reading;
        if reading.language == Language::NotJudged {
            let wide = self.width();
            self.block("reading", self.page.wrapped(DIM, "not judged: not enough English", wide));
            return;
        }
        let heat = match reading.heat {
            Heat::Calm => Ink::Cooling,
            Heat::Tense | Heat::Upset | Heat::Heated => Ink::Heat,
        };
        let heat = self.axis(reading.heat.name(), reading.heat_milli, heat);
        self.block("heat", vec![heat]);
        let (word, ink) = match reading.conduct {
            Conduct::Fine => ("fine".to_owned(), Ink::Cooling),
            Conduct::Sharp => ("sharp".to_owned(), Ink::Heat),
            Conduct::Crossing => ("crossing".to_owned(), Ink::Conduct),
            Conduct::Severe(kind) => (format!("severe: {kind}"), Ink::Risk),
        };
        let conduct = self.axis(&word, reading.line_milli, ink);
        self.block("conduct", vec![conduct]);
        let crisis = reading.crisis;
        if crisis != Crisis::None {
            let line = self.page.line(Ink::Risk.style().bold(), crisis.name());
            self.block("crisis", vec![line]);
        }
    }

    fn axis(&self, word: &str, score: Milli, ink: Ink) -> Line {
        let full = usize::from(score.get().div_ceil(1000 / GAUGE));
        let empty = usize::from(GAUGE).saturating_sub(full);
        let (on, off) = if self.page.has_colour() { ("█", "░") } else { ("#", ".") };
        let gauge = self.page.paint(ink.style(), &on.repeat(full));
        let rest = self.page.paint(DIM, &off.repeat(empty));
        let word = self.page.line(BOLD, &format!("{word:<9}"));
        let number = format!(" {:>4}", score.get());
        let width = word.width.saturating_add(usize::from(GAUGE)).saturating_add(6);
        Line { text: format!("{} {gauge}{rest}{number}", word.text), width }
    }

    /// What the host should do after a message.
    pub(crate) fn host(&mut self, moved: &Transition) {
        let effects = effects(moved);
        if !effects.is_empty() {
            let wide = self.width();
            self.block("host", self.page.wrapped(Ink::Risk.style(), &effects, wide));
        }
    }

    /// Where the case stands.
    pub(crate) fn standing(&mut self, case: &Case, policy: &Policy) {
        let trend = match case.trend() {
            Trend::Rising => "rising",
            Trend::Flat => "steady",
            Trend::Cooling => "cooling",
        };
        let temperature = case.temperature();
        let text = format!(
            "{}; temperature {} of 5 ({}), {trend}; peak {}",
            stage(case.stage()),
            temperature.get(),
            temperature.word(),
            case.peak().get(),
        );
        let wide = self.width();
        self.block("stage", self.page.wrapped(PLAIN, &text, wide));
        let beside = watch::beside(case, policy);
        if !beside.is_empty() {
            self.block("", self.page.wrapped(DIM, &beside, wide));
        }
    }

    /// Who was told, and what should not be missed.
    pub(crate) fn watch(&mut self, case: &Case, policy: &Policy) {
        let told = watch::alerts(case);
        if !told.is_empty() {
            let style = Ink::Risk.style();
            let pieces = told.iter().map(|one| self.page.line(style, one)).collect();
            let lines = flow(pieces, "; ", self.width());
            self.block("alerts", lines);
        }
        let notices = watch::notices(case, policy);
        if !notices.is_empty() {
            let pieces = notices.iter().map(|one| self.page.line(PLAIN, one)).collect();
            let lines = flow(pieces, "; ", self.width());
            self.block("watch", lines);
        }
    }

    /// What the customer raised, and where each thing stands.
    pub(crate) fn agenda(&mut self, case: &Case) {
        let mut lines = Vec::new();
        for item in case.agenda() {
            let (sign, style) = match item.state {
                ItemState::Active => ("now", BOLD),
                ItemState::Parked => ("later", PLAIN),
                ItemState::Disposed => ("done", DIM),
            };
            let said = match item.times_said {
                0 | 1 => String::new(),
                times => format!(", said {times} times"),
            };
            let handed = match (&item.owner, item.due) {
                (Some(owner), Some(due)) => format!(", {owner} has it by {}", clock(due)),
                _ => String::new(),
            };
            let text = format!("{}. {} ({sign}{said}{handed})", item.id, item.title);
            lines.push(self.page.line(style, &text));
        }
        if !lines.is_empty() {
            let lines = flow(lines, "; ", self.width());
            self.block("agenda", lines);
        }
    }

    /// What to do, with the reasons.
    pub(crate) fn steps(&mut self, case: &Case, policy: &Policy) {
        let plan = recommend_steps(case, policy);
        let wide = self.width().saturating_sub(2);
        let mut lines = Vec::new();
        for (index, step) in plan.steps.iter().enumerate() {
            let number = format!("{} ", index.saturating_add(1));
            let what = self.page.wrapped(BOLD, step.instruction(), wide);
            lines.extend(indented(what, &number));
            lines.extend(indented(self.page.wrapped(DIM, &sentence(step.why()), wide), "  "));
        }
        if lines.is_empty() {
            lines = self.page.wrapped(DIM, "nothing special", wide);
        }
        self.block("steps", lines);
    }

    /// What to say, or why nothing; answers the draft.
    pub(crate) fn draft(&mut self, case: &Case, facts: &Facts<'_>, policy: &Policy) -> Draft {
        let draft = draft_reply(case, facts, policy);
        let wide = self.width();
        match &draft {
            Draft::Reply(reply) => self.block("draft", self.page.wrapped(PLAIN, &reply.text, wide)),
            Draft::Withheld(reason) => {
                let why = format!("none: {}", withheld(*reason));
                self.block("draft", self.page.wrapped(DIM, &why, wide));
            }
        }
        let missing = brief_reply(case, facts, policy).missing;
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().map(|slot| slot.name()).collect();
            let text = format!("facts that would help: {}", names.join(", "));
            self.block("", self.page.wrapped(DIM, &text, wide));
        }
        draft
    }

    /// A reply with what to change in it.
    pub(crate) fn review(&mut self, text: &str, review: &Review) {
        let lines = findings::reviewed(self.page, text, review, self.width());
        self.block("agent", lines);
    }

    /// What is owed, soonest first.
    pub(crate) fn owed(&mut self, case: &Case) {
        let lines: Vec<Line> = case
            .obligations()
            .iter()
            .flat_map(|owed| self.page.wrapped(PLAIN, &obligation(owed, case), self.width()))
            .collect();
        if !lines.is_empty() {
            self.block("owed", lines);
        }
    }

    /// Lines under a label.
    pub(crate) fn block(&mut self, label: &str, lines: Vec<Line>) {
        for (index, line) in lines.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let gap = " ".repeat(LABEL.saturating_sub(label.len()));
            self.push(&format!("{}{gap}{}", self.page.paint(DIM, label), line.text));
        }
    }

    /// Columns beside the labels.
    pub(crate) fn width(&self) -> usize {
        self.page.width().saturating_sub(LABEL)
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// A piece of evidence that is told, with its ink.
struct Reason<'a> {
    evidence: &'a Evidence,
    ink: Ink,
}

impl Reason<'_> {
    fn worth(&self) -> (u8, u16) {
        (self.ink.rank(), self.evidence.weight.unsigned_abs())
    }
}

/// Leaves out learned weights, and flags of which a signal of the same name already tells.
fn worth_telling(evidence: &[Evidence]) -> Vec<Reason<'_>> {
    let mut told: Vec<Reason<'_>> = Vec::new();
    let signals = evidence.iter().filter(|one| matches!(one.kind, EvidenceKind::Signal(_)));
    let mut named: Vec<&str> = signals.map(|one| one.kind.name()).collect();
    for one in evidence {
        let Some(ink) = Ink::of_evidence(one) else { continue };
        let name = one.kind.name();
        let again = match one.kind {
            EvidenceKind::Signal(_) => false,
            EvidenceKind::Flag(_) => named.contains(&name),
        };
        if !again {
            named.push(name);
            told.push(Reason { evidence: one, ink });
        }
    }
    told
}
