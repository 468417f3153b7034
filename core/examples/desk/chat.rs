//! `desk chat`: a person writes as the customer and acts as the agent.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use unruffled::{
    AdvanceError, AlertReason, Channel, Disposition, Draft, Event, Facts, Human, ItemState, Millis,
    Policy, Timestamp, Transition, review_reply,
};

use crate::contact::{self, BETWEEN_TURNS, Contact};
use crate::filter::Outcome;
use crate::history;
use crate::page::Page;
use crate::script::{clock, next_time};
use crate::show::Sheet;
use crate::trouble::Trouble;
use crate::words;

const HELP: &str = "\
A line is a message from the customer. What the agent does:
  /sent [TIME]     send the draft as it is; TIME (Mon 14:30) is what it promises
  /agent TEXT      send your own words instead; they are reviewed first
  /boundary [TEXT] set the boundary: send the draft with it, or your words
  /retract WHY     take the last boundary back
  /resolved        everything the customer raised is fixed
  /supervisor      ask for a supervisor
  /wait 10m        let time pass (30s, 10m, 2h, 3d)
  /fact SLOT TEXT  tell the draft a fact: /fact time 16:00 today
  /channel NAME    start again on phone, chat, messaging, email or social
  /help            show this
  /quit            leave
Each line takes a minute of the played clock.
";

pub(crate) fn run(page: &Page) -> Result<Outcome, Trouble> {
    let at = next_time(Timestamp(0), "Mon 09:00")?;
    let mut chat = Chat {
        contact: open(Channel::Chat, at),
        agent: contact::agent("you"),
        facts: Facts::new(),
        draft: None,
        now: at,
    };
    page.print(HELP)?;
    let prompts = io::stdin().is_terminal();
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        if prompts {
            page.print("\n> ")?;
        }
        line.clear();
        let taken = input.read_until(b'\n', &mut line);
        if taken.map_err(|error| Trouble::read(Path::new("-"), error))? == 0 {
            return Ok(Outcome::Answered);
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let mut sheet = Sheet::new(page);
        let goes_on = chat.line(text, &mut sheet);
        page.print(&sheet.finish())?;
        if !goes_on {
            return Ok(Outcome::Answered);
        }
    }
}

fn open(channel: Channel, at: Timestamp) -> Contact {
    Contact::open("chat", channel, at, Policy::standard().clone())
}

struct Chat {
    contact: Contact,
    agent: Human,
    facts: Facts<'static>,
    draft: Option<Draft>,
    now: Timestamp,
}

impl Chat {
    /// Takes one line; answers false when it says to leave.
    fn line(&mut self, line: &str, sheet: &mut Sheet<'_>) -> bool {
        let Some(command) = line.strip_prefix('/') else {
            self.customer(line, sheet);
            return true;
        };
        let (verb, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        let rest = rest.trim();
        match verb {
            "sent" => self.sent(rest, sheet),
            "agent" if rest.is_empty() => sheet.note("say what the agent writes: /agent TEXT"),
            "agent" => self.agent(rest, sheet),
            "boundary" => self.boundary(rest, sheet),
            "retract" if rest.is_empty() => sheet.note("say why: /retract WHY"),
            "retract" => {
                let by = unruffled::Actor::Human(self.agent.clone());
                self.event(&Event::BoundaryRetracted { by, reason: rest.into() }, sheet);
            }
            "resolved" => self.resolved(sheet),
            "supervisor" => {
                let asked = Event::SupervisorAsked { reason: AlertReason::AgentAsked };
                self.event(&asked, sheet);
            }
            "wait" => self.wait(rest, sheet),
            "fact" => self.fact(rest, sheet),
            "channel" => self.channel(rest, sheet),
            "help" => sheet.paragraph(HELP.trim_end()),
            "quit" | "exit" | "q" => return false,
            _ => sheet.note(&format!("there is no /{verb}; /help shows what there is")),
        }
        true
    }

    fn customer(&mut self, text: &str, sheet: &mut Sheet<'_>) {
        self.pass(BETWEEN_TURNS);
        sheet.space();
        sheet.heading(&clock(self.now));
        match self.contact.receive(text, self.now) {
            Ok((classification, moved)) => {
                sheet.message(text, &classification);
                sheet.host(&moved);
            }
            Err(error) => sheet.note(&error.to_string()),
        }
        let read = self.contact.apply(self.now, &Event::AgentRead);
        self.refused(read, sheet);
        self.advise(sheet);
    }

    fn sent(&mut self, promise: &str, sheet: &mut Sheet<'_>) {
        self.pass(BETWEEN_TURNS);
        let promise = match promise {
            "" => None,
            shown => match next_time(self.now, shown) {
                Ok(due) => Some(due),
                Err(error) => return sheet.note(&format!("{error}; write it as Mon 14:30")),
            },
        };
        let Some(Draft::Reply(reply)) = self.draft.take() else {
            return sheet.note("there is no draft to send; write one with /agent TEXT");
        };
        let notes = self.contact.sent_draft(&reply, &self.agent, promise, self.now);
        self.noted(&notes, "The draft is sent.", sheet);
    }

    fn agent(&mut self, text: &str, sheet: &mut Sheet<'_>) {
        self.pass(BETWEEN_TURNS);
        let Contact { case, policy } = &self.contact;
        let review = review_reply(text, case, &self.facts, policy);
        sheet.review(text, &review);
        let notes = self.contact.sent(text, &self.agent, None, self.now);
        self.noted(&notes, "It is sent.", sheet);
    }

    fn boundary(&mut self, text: &str, sheet: &mut Sheet<'_>) {
        if !text.is_empty() {
            self.pass(BETWEEN_TURNS);
            let notes = self.contact.sent_boundary(text, &self.agent, self.now);
            return self.noted(&notes, "It is sent as a boundary.", sheet);
        }
        if self.contact.case.boundary_due(&self.contact.policy) {
            self.sent("", sheet);
        } else {
            sheet.note("no boundary is due: no line is crossed that had no answer yet");
        }
    }

    fn resolved(&mut self, sheet: &mut Sheet<'_>) {
        self.pass(BETWEEN_TURNS);
        let agenda = self.contact.case.agenda().iter();
        let open: Vec<u32> =
            agenda.filter(|item| item.state != ItemState::Disposed).map(|item| item.id).collect();
        for item in open {
            let fixed = Event::ItemDisposed { item, disposition: Disposition::Fixed };
            let moved = self.contact.apply(self.now, &fixed);
            self.refused(moved, sheet);
        }
        self.event(&Event::Resolved, sheet);
    }

    fn wait(&mut self, length: &str, sheet: &mut Sheet<'_>) {
        let Some(length) = parse_length(length) else {
            return sheet.note("say how long: /wait 10m (30s, 10m, 2h, 3d)");
        };
        self.pass(length);
        self.event(&Event::Waited, sheet);
    }

    fn fact(&mut self, given: &str, sheet: &mut Sheet<'_>) {
        let (name, text) = given.split_once(char::is_whitespace).unwrap_or((given, ""));
        match history::slot(name) {
            Ok(slot) if !text.trim().is_empty() => {
                self.facts.set(slot, text.trim().to_owned());
                self.advise(sheet);
            }
            Ok(_) => sheet.note("say what it is: /fact time 16:00 today"),
            Err(error) => sheet.note(&error),
        }
    }

    fn channel(&mut self, name: &str, sheet: &mut Sheet<'_>) {
        match history::channel(name) {
            Ok(channel) => {
                self.contact = open(channel, self.now);
                self.draft = None;
                sheet.event(&format!("A new contact by {channel}."));
            }
            Err(error) => sheet.note(&error),
        }
    }

    fn pass(&mut self, length: Millis) {
        self.now = self.now.after(length);
        self.contact.wait_until(self.now);
    }

    fn event(&mut self, event: &Event, sheet: &mut Sheet<'_>) {
        let moved = self.contact.apply(self.now, event);
        if let Ok(moved) = &moved {
            sheet.event(&format!("{}  Noted.{}", clock(self.now), words::change(moved)));
        }
        self.refused(moved, sheet);
        self.advise(sheet);
    }

    fn noted(&mut self, notes: &[String], done: &str, sheet: &mut Sheet<'_>) {
        sheet.event(&format!("{}  {done}", clock(self.now)));
        for note in notes {
            sheet.note(note);
        }
        self.advise(sheet);
    }

    fn refused(&self, moved: Result<Transition, AdvanceError>, sheet: &mut Sheet<'_>) {
        if let Err(error) = moved {
            sheet.note(&error.to_string());
        }
    }

    fn advise(&mut self, sheet: &mut Sheet<'_>) {
        let Contact { case, policy } = &self.contact;
        sheet.standing(case);
        sheet.agenda(case);
        sheet.steps(case, policy);
        self.draft = Some(sheet.draft(case, &self.facts, policy));
        sheet.owed(case);
    }
}

/// Reads `30s`, `10m`, `2h` or `3d`.
fn parse_length(text: &str) -> Option<Millis> {
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (count, unit) = text.split_at_checked(end)?;
    let count = count.parse().ok()?;
    match unit.trim() {
        "s" => Some(Millis::seconds(count)),
        "m" | "min" => Some(Millis::minutes(count)),
        "h" => Some(Millis::hours(count)),
        "d" => Some(Millis::days(count)),
        _ => None,
    }
}
