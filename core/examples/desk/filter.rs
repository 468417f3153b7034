//! The loop that the three filters share: a line in, a line out, in order, in flat memory.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::trouble::Trouble;

/// Longer lines are refused, so that memory stays flat whatever comes in.
const LONGEST_LINE: usize = 64 << 20;
/// A line longer than this gives its memory back.
const KEPT_LINE: usize = 1 << 20;
const BUFFER: usize = 1 << 16;

/// How a filter ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// Every line was answered.
    Answered,
    /// Some lines got an error line.
    SomeRefused,
}

/// The fields of a line that any of the filters reads; all others are ignored, so that labelled
/// data can be fed as it is.
#[derive(Deserialize)]
pub(crate) struct Fields<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) text: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) channel: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) policy: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) facts: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) turns: Option<&'a RawValue>,
}

impl Fields<'_> {
    /// The id as words, to name a contact: the text of a string, the JSON of anything else.
    pub(crate) fn contact(&self) -> String {
        let raw = self.id.map_or("", RawValue::get);
        serde_json::from_str(raw).unwrap_or_else(|_| raw.to_owned())
    }
}

/// Reads a field's value, or says in one line why it is not one.
pub(crate) fn value<'a, T: Deserialize<'a>>(name: &str, raw: &'a RawValue) -> Result<T, String> {
    serde_json::from_str(raw.get()).map_err(|error| format!("`{name}`: {}", in_short(&error)))
}

/// Answers every line of the files, or of standard input when there are none.
pub(crate) fn run<T: Serialize>(
    files: &[PathBuf],
    mut answer: impl FnMut(&Fields<'_>) -> Result<T, String>,
) -> Result<Outcome, Trouble> {
    let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut outcome = Outcome::Answered;
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() { &standard_input } else { files };
    // All of them first: nothing is answered when one is missing.
    for path in files {
        open(path).map_err(|error| Trouble::read(path, error))?;
    }
    for path in files {
        let unreadable = |error| Trouble::read(path, error);
        let mut input = BufReader::with_capacity(BUFFER, open(path).map_err(unreadable)?);
        let mut line = Vec::new();
        loop {
            match next_line(&mut input, &mut out, &mut line, path)? {
                Taken::Nothing => break,
                Taken::Line => {
                    if answer_line(&line, &mut answer, &mut out)? == Outcome::SomeRefused {
                        outcome = Outcome::SomeRefused;
                    }
                }
                Taken::TooLong => {
                    outcome = Outcome::SomeRefused;
                    let error = format!("the line is longer than {LONGEST_LINE} bytes");
                    write_line(&mut out, &Refused { id: None, error: &error })?;
                }
            }
            if line.capacity() > KEPT_LINE {
                line = Vec::new();
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a directory"));
    }
    Ok(Box::new(file))
}

enum Taken {
    Nothing,
    Line,
    TooLong,
}

/// Takes the next line without its end. Whatever was answered is flushed before waiting for more
/// input: a pipe that sends one line sees its answer, and a file is written in large pieces.
fn next_line(
    input: &mut BufReader<Box<dyn Read>>,
    out: &mut impl Write,
    line: &mut Vec<u8>,
    path: &Path,
) -> Result<Taken, Trouble> {
    line.clear();
    let mut taken = Taken::Nothing;
    loop {
        if input.buffer().is_empty() {
            out.flush()?;
        }
        let piece = match input.fill_buf() {
            Ok(piece) => piece,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Trouble::read(path, error)),
        };
        if piece.is_empty() {
            return Ok(taken);
        }
        let end = piece.iter().position(|byte| *byte == b'\n');
        let length = end.unwrap_or(piece.len());
        if line.len().saturating_add(length) > LONGEST_LINE {
            taken = Taken::TooLong;
            line.clear();
        } else if matches!(taken, Taken::Nothing | Taken::Line) {
            taken = Taken::Line;
            line.extend(piece.iter().take(length));
        }
        input.consume(end.map_or(length, |at| at.saturating_add(1)));
        if end.is_some() {
            return Ok(taken);
        }
    }
}

fn answer_line<T: Serialize>(
    line: &[u8],
    answer: &mut impl FnMut(&Fields<'_>) -> Result<T, String>,
    out: &mut impl Write,
) -> Result<Outcome, Trouble> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let text = match std::str::from_utf8(line) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let lossy = String::from_utf8_lossy(line);
            let id = parse(&lossy).ok().and_then(|fields| fields.id).filter(|id| {
                // Only an id that was not itself broken.
                !id.get().contains(char::REPLACEMENT_CHARACTER)
            });
            return refuse(out, id, &format!("the line is not UTF-8 at byte {at}"));
        }
    };
    let fields = match parse(text) {
        Ok(fields) => fields,
        Err(error) => return refuse(out, None, &error),
    };
    match answer(&fields) {
        Ok(body) => {
            write_line(out, &Answered { id: one_line(fields.id).as_deref(), body })?;
            Ok(Outcome::Answered)
        }
        Err(error) => refuse(out, fields.id, &error),
    }
}

fn parse(line: &str) -> Result<Fields<'_>, String> {
    let start = line.trim_start();
    if start.is_empty() {
        return Err("an empty line is not a message".into());
    }
    // serde would take an array for a struct.
    if !start.starts_with('{') {
        return Err(match serde_json::from_str::<&RawValue>(line) {
            Ok(_) => "the line is not a JSON object".into(),
            Err(error) => format!("the line is not JSON: {}", in_short(&error)),
        });
    }
    serde_json::from_str(line)
        .map_err(|error| format!("the line is not JSON: {}", in_short(&error)))
}

/// serde_json's reason with the column alone: there is but one line.
fn in_short(error: &serde_json::Error) -> String {
    let full = error.to_string();
    match full.rsplit_once(" at line 1 column ") {
        Some((reason, column)) => format!("{reason} at column {column}"),
        None => full,
    }
}

#[derive(Serialize)]
struct Answered<'a, T> {
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: Option<&'a RawValue>,
    error: &'a str,
}

fn refuse(out: &mut impl Write, id: Option<&RawValue>, error: &str) -> Result<Outcome, Trouble> {
    write_line(out, &Refused { id: one_line(id).as_deref(), error })?;
    Ok(Outcome::SomeRefused)
}

/// An id is echoed byte for byte, except that a carriage return between its parts would look like a
/// new line to some readers.
fn one_line(id: Option<&RawValue>) -> Option<Cow<'_, RawValue>> {
    let id = id?;
    if !id.get().contains('\r') {
        return Some(Cow::Borrowed(id));
    }
    RawValue::from_string(id.get().replace('\r', " ")).ok().map(Cow::Owned)
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> Result<(), Trouble> {
    serde_json::to_writer(&mut *out, line).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}
