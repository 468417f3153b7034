//! `desk review`: a reply in, what to change out; as a filter, or for a person at a terminal.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anstyle::Style;
use serde::Serialize;
use unruffled::{
    Act, Channel, CustomerMessage, Event, Facts, Heat, Milli, Policy, Reading, Review, Target,
    Timestamp, review_reply,
};

use crate::contact::{BETWEEN_TURNS, Contact};
use crate::contract::FindingLine;
use crate::filter::{self, Fields, Outcome};
use crate::findings;
use crate::history;
use crate::page::Page;
use crate::trouble::Trouble;

/// What to review, and how.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A reply as plain text; `-` reads it from standard input.
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["jsonl", "files"])]
    text: Option<String>,
    /// The customer message that the plain text answers; without one, somebody upset is assumed.
    #[arg(long, value_name = "TEXT", conflicts_with = "jsonl")]
    customer: Option<String>,
    /// Read JSON lines, whatever the files are called.
    #[arg(long)]
    jsonl: bool,
    /// Replies as plain text, or JSON lines when called .jsonl; standard input when there are none.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, page: &Page) -> Result<Outcome, Trouble> {
    if arguments.jsonl || reads_lines(arguments) {
        return filter::run(&arguments.files, answer);
    }
    let customer = arguments.customer.as_deref();
    match &arguments.text {
        Some(text) if text != "-" => plain(text, customer, page),
        Some(_) => plain(&standard_input()?, customer, page),
        None if arguments.files.is_empty() => {
            if io::stdin().is_terminal() {
                page.print("Write or paste a reply, then press Ctrl-D on a line of its own.\n\n")?;
            }
            plain(&standard_input()?, customer, page)
        }
        None => {
            for path in &arguments.files {
                plain(&file(path)?, customer, page)?;
            }
            Ok(Outcome::Answered)
        }
    }
}

fn reads_lines(arguments: &Arguments) -> bool {
    if arguments.text.is_some() || arguments.customer.is_some() {
        return false;
    }
    if arguments.files.is_empty() {
        return !io::stdin().is_terminal();
    }
    arguments.files.iter().all(|path| {
        path.extension().is_some_and(|end| {
            end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson")
        })
    })
}

#[derive(Serialize)]
struct Reviewed {
    findings: Vec<FindingLine>,
    missing: Vec<Act>,
}

fn answer(fields: &Fields<'_>) -> Result<Reviewed, String> {
    let text: String = filter::value("text", fields.text.ok_or("`text` is missing")?)?;
    let history = history::read(fields)?;
    let contact = &history.contact;
    let Review { findings, missing, .. } =
        review_reply(&text, &contact.case, &history.facts, &contact.policy);
    Ok(Reviewed { findings: findings.into_iter().map(FindingLine::from).collect(), missing })
}

/// Where nothing is said of the customer: upset, since that is when a reply is read twice.
const UPSET: CustomerMessage = CustomerMessage {
    reading: Reading {
        heat: Heat::Upset,
        heat_milli: Milli::saturating(500),
        target: Target::Situation,
        ..Reading::CALM
    },
    issues: Vec::new(),
    verbatim: None,
    written_at: None,
    questions: 0,
    only_courtesy: false,
};

fn plain(text: &str, customer: Option<&str>, page: &Page) -> Result<Outcome, Trouble> {
    let text = text.trim_end();
    let mut contact =
        Contact::open("review", Channel::Chat, Timestamp(0), Policy::standard().clone());
    let at = Timestamp(0).after(BETWEEN_TURNS);
    match customer {
        Some(customer) => contact.receive(customer, at).map(|_| ()),
        None => contact.apply(at, &Event::MessageReceived(UPSET)).map(|_| ()),
    }
    .map_err(|error| Trouble::Wrong(error.to_string()))?;
    let review = review_reply(text, &contact.case, &Facts::new(), &contact.policy);
    let mut out = String::new();
    for line in findings::reviewed(page, text, &review, page.width()) {
        out.push_str(&line.text);
        out.push('\n');
    }
    if review.findings.is_empty() && review.missing.is_empty() {
        out.push_str(&page.line(Style::new().dimmed(), "Nothing to change.").text);
        out.push('\n');
    }
    page.print(&out)?;
    Ok(Outcome::Answered)
}

fn standard_input() -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Trouble::read(Path::new("-"), error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn file(path: &Path) -> Result<String, Trouble> {
    if path == Path::new("-") {
        return standard_input();
    }
    let bytes = fs::read(path).map_err(|error| Trouble::read(path, error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
