//! `desk`: the library on real messages, for people and for pipes.
//!
//! Without an argument it plays a conversation; `chat` is interactive; `classify`, `draft` and
//! `review` are filters over JSON lines; `check` explains a policy file.

mod chat;
mod check;
mod classify;
mod contact;
mod contract;
mod draft;
mod filter;
mod findings;
mod highlight;
mod history;
mod page;
mod play;
mod review;
mod script;
mod show;
mod trouble;
mod watch;
mod words;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ColorChoice, Parser, Subcommand};

use crate::filter::Outcome;
use crate::page::Page;
use crate::trouble::Trouble;

/// Reads what customers write, moves the case, says what to do next and drafts the reply.
///
/// Without a command it plays a conversation written for this project.
#[derive(Parser)]
#[command(name = "desk", version)]
struct Desk {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// When to use colours; `auto` means on a terminal unless NO_COLOR is set.
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

#[derive(Subcommand)]
enum Verb {
    /// Play the bundled conversation (what happens without a command).
    Play,
    /// Try it: you write as the customer, and act as the agent with /commands.
    Chat,
    /// Read messages: {"id","text","context"?} in, one classification out for each line.
    ///
    /// Every line in gives one line out, in the same order. A line that is not a JSON object,
    /// lacks "text" or is not UTF-8, an empty line too, gives {"id":…,"error":"…"}; the rest is
    /// still answered, and the exit code is 1. Earlier messages in "context" are accepted; a
    /// message is read on its own.
    Classify(Files),
    /// Draft replies: {"id","channel"?,"policy"?,"facts"?,"turns"} in, steps, draft and brief out.
    ///
    /// Lines and errors as in `classify`. Each turn is {"role":"customer"|"agent","text","at"?}.
    /// "at" is in milliseconds; a turn without one comes a minute after the turn before. "policy"
    /// is the name of a preset or an object; "facts" are texts by slot. What an agent wrote is
    /// history: what the case refuses of it is skipped and said in "notes".
    Draft(Files),
    /// Review replies: {"id","text","channel"?,"policy"?,"facts"?,"turns"?} in, findings out.
    ///
    /// Lines and errors as in `classify`; "turns" as in `draft` are what came before the reply.
    /// On a terminal, with --text, or for a FILE that is not .jsonl, it reads a reply as plain
    /// text and underlines what to change.
    Review(review::Arguments),
    /// Explain a policy file: what is wrong with it and where, or what it does.
    ///
    /// Prints what to look at, what differs from the default, the ladder and the clocks in words,
    /// and every other knob. The exit code is 0 if the policy holds, 1 if something is wrong with
    /// it, 2 if it cannot be read.
    Check(check::Arguments),
}

#[derive(clap::Args)]
struct Files {
    /// Files of JSON lines; standard input when there are none, or for `-`.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let desk = match Desk::try_parse() {
        Ok(desk) => desk,
        Err(error) => return usage(&error),
    };
    let page = Page::of_terminal(desk.color);
    let outcome = match desk.verb {
        None | Some(Verb::Play) => play::run(&page),
        Some(Verb::Chat) => chat::run(&page),
        Some(Verb::Classify(arguments)) => classify::run(&arguments.files),
        Some(Verb::Draft(arguments)) => draft::run(&arguments.files),
        Some(Verb::Review(arguments)) => review::run(&arguments, &page),
        Some(Verb::Check(arguments)) => check::run(&arguments, &page),
    };
    match outcome {
        Ok(Outcome::Answered) => ExitCode::SUCCESS,
        Ok(Outcome::SomeRefused) => ExitCode::from(1),
        // The reader has had enough: that is not an error, and nobody is left to tell.
        Err(trouble) if trouble.is_broken_pipe() => ExitCode::SUCCESS,
        Err(trouble) => complain(&trouble.to_string()),
    }
}

/// Shows help as asked for; a mistake gets one line.
fn usage(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match error.print().map_err(Trouble::Write) {
            Err(trouble) if !trouble.is_broken_pipe() => complain(&trouble.to_string()),
            Ok(()) | Err(_) => ExitCode::SUCCESS,
        };
    }
    let told = error.render().to_string();
    let first: Vec<&str> =
        told.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let line = first.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    complain(&format!("{line} (see desk --help)"))
}

fn complain(why: &str) -> ExitCode {
    // Nothing is left to do if even this cannot be written.
    let _ = writeln!(std::io::stderr(), "desk: {why}");
    ExitCode::from(2)
}
