//! `desk chat`: a person writes as the customer and acts as the agent.

mod events;

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use unruffled::{
    AdvanceError, Case, Channel, Disposition, Draft, Event, Facts, Human, Millis, Policy, Role,
    Timestamp, Transition, review_reply,
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
A line is a message from the customer; each takes a minute of the played clock.
What you do:

Reply      /sent [TIME]   send the draft as it is; it promises TIME (Mon 14:30)
           /agent TEXT    send your own words; they are reviewed first
           /fact SLOT TEXT   tell the draft a fact: /fact time 16:00 today
Work       /start  /promise TIME  /hold  /met KIND  /transfer KIND to NAME
           /take N  /dispose N [HOW]  /hand N to NAME by TIME
           /resolved [N]  (everything, or item N)  /confirmed  /followup
           /close REASON
Conduct    /boundary [TEXT]  /retract WHY  /crossing WHY  /fine WHY  /carry WHY
           /note FIELD TEXT  /end TEXT  /reinstate
Safety     /crisis LEVEL  /threat KIND  /handover [NAME]  /cleared WHY
           /returned  /concluded
Supervisor /supervisor  /ack  /takeover [NAME]
Time       /wait 10m  (30s, 10m, 2h, 3d)  /wait  (until something is due)
Who acts   /role agent  (agent, supervisor, manager, safety)
Again      /again CHANNEL   they come back, in a contact linked to this one
           /channel NAME  /policy NAME   start anew
           /help  /quit
";

pub(crate) fn run(page: &Page) -> Result<Outcome, Trouble> {
    let at = next_time(Timestamp(0), "Mon 09:00")?;
    let mut chat = Chat {
        contact: open(Channel::Chat, Policy::standard().clone(), at),
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

fn open(channel: Channel, policy: Policy, at: Timestamp) -> Contact {
    Contact::open("chat", channel, at, policy)
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
            "resolved" => self.resolved(rest, sheet),
            "wait" => self.wait(rest, sheet),
            "fact" => self.fact(rest, sheet),
            "channel" => self.channel(rest, sheet),
            "again" => self.again(rest, sheet),
            "policy" => self.policy(rest, sheet),
            "role" => self.role(rest, sheet),
            "help" => sheet.lines(HELP),
            "quit" | "exit" | "q" => return false,
            _ => self.act(verb, rest, sheet),
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

    /// Every item that has no end yet is fixed, or the one named; then the contact is resolved.
    fn resolved(&mut self, item: &str, sheet: &mut Sheet<'_>) {
        self.pass(BETWEEN_TURNS);
        let open: Vec<u32> = match item {
            "" => self.contact.case.overlooked().map(|item| item.id).collect(),
            number => match number.parse() {
                Ok(number) => vec![number],
                Err(_) => return sheet.note("say the number of the item: /resolved 2"),
            },
        };
        for item in open {
            let fixed = Event::ItemDisposed { item, disposition: Disposition::Fixed };
            let moved = self.contact.apply(self.now, &fixed);
            self.refused(moved, sheet);
        }
        let left: Vec<String> =
            self.contact.case.overlooked().map(|item| item.title.clone()).collect();
        if item.is_empty() || left.is_empty() {
            return self.event(&Event::Resolved, sheet);
        }
        sheet.event(&format!("{}  Noted. Still open: {}.", clock(self.now), left.join(", ")));
        self.advise(sheet);
    }

    /// A command that is one event, by whoever acts.
    fn act(&mut self, verb: &str, rest: &str, sheet: &mut Sheet<'_>) {
        match events::read(verb, rest, &self.agent, self.now) {
            Some(Ok(event)) => {
                self.pass(BETWEEN_TURNS);
                self.event(&event, sheet);
            }
            Some(Err(usage)) => sheet.note(&usage),
            None => sheet.note(&format!("there is no /{verb}; /help shows what there is")),
        }
    }

    /// Time passes by a length, or until the host has to come back.
    fn wait(&mut self, length: &str, sheet: &mut Sheet<'_>) {
        if length.is_empty() {
            let Some(deadline) = self.contact.case.deadline() else {
                return sheet.note("nothing is due; say how long: /wait 10m");
            };
            self.now = self.now.max(deadline.at);
            sheet.event(&words::rings(&deadline));
        } else {
            let Some(length) = parse_length(length) else {
                return sheet.note("say how long: /wait 10m (30s, 10m, 2h, 3d)");
            };
            // What rings on the way rings at its time; the last moment is told below.
            self.now = self.now.after(length);
            while let Some(deadline) = self.contact.case.deadline() {
                if deadline.at >= self.now || self.contact.case.at() > deadline.at {
                    break;
                }
                sheet.event(&words::rings(&deadline));
                let moved = self.contact.apply(deadline.at, &Event::Waited);
                if moved.is_err() || self.contact.case.deadline() == Some(deadline) {
                    break;
                }
            }
        }
        self.event(&Event::Waited, sheet);
    }

    /// The customer comes back, in a contact that is linked to this one.
    fn again(&mut self, name: &str, sheet: &mut Sheet<'_>) {
        match history::channel(name) {
            Ok(channel) => {
                self.pass(BETWEEN_TURNS);
                let earlier = &self.contact.case;
                let id = format!("{}+", earlier.contact());
                self.contact.case = Case::linked(&id, channel, self.now, earlier);
                self.draft = None;
                sheet.event(&format!("They come back by {channel}, in a linked contact."));
            }
            Err(error) => sheet.note(&error),
        }
    }

    fn policy(&mut self, name: &str, sheet: &mut Sheet<'_>) {
        match Policy::preset(name) {
            Ok(policy) => {
                self.contact = open(self.contact.case.channel(), policy, self.now);
                self.draft = None;
                sheet.event(&format!("A new contact under the policy {name}."));
            }
            Err(error) => sheet.note(&error.to_string()),
        }
    }

    fn role(&mut self, name: &str, sheet: &mut Sheet<'_>) {
        match Role::from_name(name) {
            Some(role) => {
                self.agent.role = role;
                sheet.event(&format!("You act as {role} now."));
            }
            None => sheet.note("say which: agent, supervisor, manager, safety"),
        }
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
                self.contact = open(channel, self.contact.policy.clone(), self.now);
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
        sheet.standing(case, policy);
        sheet.watch(case, policy);
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
