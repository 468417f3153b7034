//! `desk check`: what a policy file does, or everything that is wrong with it.

mod clocks;
mod explain;
mod ladder;
mod problems;
mod source;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use unruffled::{Date, Timestamp};

use self::explain::Explained;
use self::problems::Problem;
use crate::filter::Outcome;
use crate::page::{Page, indented};
use crate::trouble::Trouble;
use crate::words::listed;

const ERROR: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));
const GOOD: Style = Style::new().bold();

/// Which file to check, and how to say it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A policy as JSON; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print one JSON object for programs.
    #[arg(long)]
    json: bool,
    /// The day to check dates against, such as 2026-12-25; today if left out.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

#[derive(Serialize)]
struct Checked<'a> {
    file: String,
    ok: bool,
    problems: &'a [Problem],
    #[serde(flatten)]
    explained: Option<Explained>,
}

/// Checks the file; the exit code is 1 if something is wrong with it.
pub(crate) fn run(arguments: &Arguments, page: &Page) -> Result<Outcome, Trouble> {
    let path = &arguments.file;
    let bytes = bytes(path).map_err(|error| Trouble::read(path, error))?;
    let name =
        if path == Path::new("-") { "standard input".into() } else { path.display().to_string() };
    let read = problems::read(&bytes);
    let outcome = if read.is_ok() { Outcome::Answered } else { Outcome::SomeRefused };
    if arguments.json {
        let (problems, explained) = match read {
            Ok(good) => (Vec::new(), Some(Explained::of(&good, now(arguments)))),
            Err(problems) => (problems, None),
        };
        let ok = explained.is_some();
        let checked = Checked { file: name, ok, problems: &problems, explained };
        let line = serde_json::to_string(&checked).map_err(io::Error::from)?;
        page.print(&format!("{line}\n"))?;
        return Ok(outcome);
    }
    let mut lines = Vec::new();
    match read {
        Ok(good) => {
            let keys = good.places.iter().filter_map(|place| place.strip_prefix('/'));
            let keys: Vec<&str> =
                keys.filter(|key| !key.contains('/') && *key != "preset").collect();
            let changes = if keys.is_empty() { "nothing".into() } else { listed(&keys) };
            let head = format!("{name} holds. On top of `{}` it sets {changes}.", good.preset);
            lines.extend(page.wrapped(GOOD, &head, page.width()));
            lines.extend(Explained::of(&good, now(arguments)).lines(page));
        }
        Err(problems) => {
            let count = problems.len();
            let things = if count == 1 { "thing is" } else { "things are" };
            lines.push(page.line(GOOD, &format!("{count} {things} wrong.")));
            for Problem { path, line, column, message } in &problems {
                let place = if path.is_empty() { String::new() } else { format!(" {path}") };
                lines.extend(page.wrapped(
                    ERROR,
                    &format!("{name}:{line}:{column}:{place}"),
                    page.width(),
                ));
                let wide = page.width().saturating_sub(2);
                lines.extend(indented(page.wrapped(Style::new(), message, wide), "  "));
            }
        }
    }
    let mut out = String::new();
    for line in lines {
        out.push_str(line.text.trim_end());
        out.push('\n');
    }
    page.print(&out)?;
    Ok(outcome)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(path)
}

/// The command has a clock; the library has none.
fn now(arguments: &Arguments) -> Timestamp {
    arguments.today.map_or_else(
        || {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
        },
        Date::midnight,
    )
}
