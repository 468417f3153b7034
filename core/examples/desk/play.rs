//! Plays the bundled conversation: every customer message with its reading, and what follows.

use std::collections::BTreeMap;

use anstyle::Style;
use unruffled::{
    AdvanceError, Disposition, Draft, Event, Facts, Human, IssueTime, ItemState, Timestamp,
    review_reply,
};

use crate::contact::{self, Contact};
use crate::filter::Outcome;
use crate::findings;
use crate::highlight;
use crate::history;
use crate::page::{self, Page};
use crate::script::{Script, What, clock, next_time};
use crate::show::Sheet;
use crate::trouble::Trouble;
use crate::words;

pub(crate) fn run(page: &Page) -> Result<Outcome, Trouble> {
    let script = Script::bundled()?;
    let first = script.moments.first().map_or("Mon 00:00", |moment| moment.at.as_str());
    let opened = next_time(Timestamp(0), first)?;
    let policy = unruffled::Policy::standard().clone();
    let mut stage = Play {
        contact: Contact::open(&script.contact, script.channel, opened, policy),
        agent: contact::agent(&script.agent),
        draft: None,
        facts: Facts::new(),
        page,
    };
    let mut opening = Sheet::new(page);
    opening.paragraph(&script.title);
    page.print(&opening.finish())?;
    for moment in script.moments {
        let at = next_time(stage.contact.case.at(), &moment.at)?;
        stage.contact.wait_until(at);
        let mut sheet = Sheet::new(page);
        stage.moment(at, moment.what, &mut sheet)?;
        page.print(&sheet.finish())?;
    }
    Ok(Outcome::Answered)
}

struct Play<'a> {
    contact: Contact,
    agent: Human,
    draft: Option<Draft>,
    facts: Facts<'static>,
    page: &'a Page,
}

impl Play<'_> {
    fn moment(&mut self, at: Timestamp, what: What, sheet: &mut Sheet<'_>) -> Result<(), Trouble> {
        match what {
            What::Customer { text, facts, bad_reply } => {
                self.learn(facts)?;
                self.customer(at, &text, bad_reply.as_deref(), sheet)
            }
            What::Send { promise } => self.send(at, "sends the draft", promise.as_deref(), sheet),
            What::Boundary { promise } => {
                let what = "reads it twice and sends the draft, the boundary in it";
                self.send(at, what, promise.as_deref(), sheet)
            }
            What::Write { text, promise } => {
                let due = promise.map(|shown| next_time(at, &shown)).transpose()?;
                sheet.space();
                sheet.event(&format!("{}  {} writes: “{text}”", clock(at), self.agent.name));
                let notes = self.contact.sent(&text, &self.agent, due, at);
                notes.iter().for_each(|note| sheet.note(note));
                Ok(())
            }
            What::Fixed { how } => self.fixed(at, &how, sheet),
            What::Wait { facts } => {
                self.learn(facts)?;
                sheet.space();
                sheet.heading(&format!("{}  nobody wrote, but something is due", clock(at)));
                self.contact.apply(at, &Event::Waited).map_err(refused)?;
                self.advise(sheet);
                Ok(())
            }
            What::Confirmed => {
                self.noted(at, "The customer confirmed it.", &Event::CustomerConfirmed, sheet);
                Ok(())
            }
            What::FollowedUp => {
                sheet.space();
                self.noted(at, "Nothing was overlooked.", &Event::FollowUpSent, sheet);
                Ok(())
            }
        }
    }

    fn noted(&mut self, at: Timestamp, what: &str, event: &Event, sheet: &mut Sheet<'_>) {
        match self.contact.apply(at, event) {
            Ok(moved) => sheet.event(&format!("{}  {what}{}", clock(at), words::change(&moved))),
            Err(error) => sheet.note(&error.to_string()),
        }
    }

    fn learn(&mut self, facts: BTreeMap<String, String>) -> Result<(), Trouble> {
        self.facts = Facts::new();
        for (name, text) in facts {
            self.facts.set(history::slot(&name).map_err(Trouble::Wrong)?, text);
        }
        Ok(())
    }

    fn customer(
        &mut self,
        at: Timestamp,
        text: &str,
        bad_reply: Option<&str>,
        sheet: &mut Sheet<'_>,
    ) -> Result<(), Trouble> {
        let (classification, moved) = self.contact.receive(text, at).map_err(refused)?;
        // Whoever looks at this page has read the message.
        self.contact.apply(at, &Event::AgentRead).map_err(refused)?;
        sheet.space();
        sheet.heading(&clock(at));
        sheet.message(text, &classification);
        sheet.host(&moved);
        self.advise(sheet);
        if let Some(bad) = bad_reply {
            self.compare(bad, sheet);
        }
        Ok(())
    }

    fn advise(&mut self, sheet: &mut Sheet<'_>) {
        let Contact { case, policy } = &self.contact;
        sheet.standing(case, policy);
        sheet.agenda(case);
        sheet.steps(case, policy);
        self.draft = Some(sheet.draft(case, &self.facts, policy));
        sheet.owed(case);
    }

    fn send(
        &mut self,
        at: Timestamp,
        what: &str,
        promise: Option<&str>,
        sheet: &mut Sheet<'_>,
    ) -> Result<(), Trouble> {
        let promise = promise.map(|shown| next_time(at, shown)).transpose()?;
        let Some(Draft::Reply(reply)) = self.draft.take() else {
            sheet.note("there is no draft to send");
            return Ok(());
        };
        let before = self.contact.case.stage();
        let notes = self.contact.sent_draft(&reply, &self.agent, promise, at);
        let after = self.contact.case.stage();
        let moved = if before == after {
            String::new()
        } else {
            format!(" [{} → {}]", words::stage(before), words::stage(after))
        };
        let promised = promise.map_or(String::new(), |due| format!(", promising {}", clock(due)));
        sheet.space();
        sheet.event(&format!("{}  {} {what}{promised}.{moved}", clock(at), self.agent.name));
        for note in notes {
            sheet.note(&note);
        }
        Ok(())
    }

    fn fixed(&mut self, at: Timestamp, how: &str, sheet: &mut Sheet<'_>) -> Result<(), Trouble> {
        sheet.space();
        sheet.event(&format!("{}  {how}", clock(at)));
        let open: Vec<_> = self
            .contact
            .case
            .agenda()
            .iter()
            .filter(|item| item.state != ItemState::Disposed)
            .map(|item| (item.id, item.time))
            .collect();
        for (item, time) in open {
            let disposition = match time {
                IssueTime::Current => Disposition::Fixed,
                IssueTime::Past => Disposition::Acknowledged,
            };
            self.contact.apply(at, &Event::ItemDisposed { item, disposition }).map_err(refused)?;
        }
        self.noted(at, "Everything raised is fixed.", &Event::Resolved, sheet);
        Ok(())
    }

    /// A bad reply beside the draft, and what the review says of the bad one.
    fn compare(&self, bad: &str, sheet: &mut Sheet<'_>) {
        let Contact { case, policy } = &self.contact;
        let Some(Draft::Reply(good)) = &self.draft else { return };
        let review = |text| review_reply(text, case, &self.facts, policy);
        let (of_bad, of_good) = (review(bad), review(&good.text));
        let half = sheet.width().saturating_sub(2) / 2;
        let column = |title: &str, text: &str, findings| {
            let mut lines = vec![self.page.line(Style::new().bold(), title)];
            let marks = highlight::marks_of_findings(text, findings);
            lines.extend(highlight::lines(self.page, text, &marks, half));
            lines
        };
        let bad_title = format!("Do not send: {} to change", of_bad.findings.len());
        let good_title = match of_good.findings.len() {
            0 => "Send: nothing to change".to_owned(),
            count => format!("Send: {count} to consider"),
        };
        let left = column(&bad_title, bad, &of_bad.findings);
        let right = column(&good_title, &good.text, &of_good.findings);
        sheet.space();
        sheet.block("review", page::beside(left, right, half));
        sheet.space();
        sheet.block("", findings::findings(self.page, bad, &of_bad, sheet.width()));
    }
}

fn refused(error: AdvanceError) -> Trouble {
    Trouble::Wrong(format!("the case refused what the conversation says: {error}"))
}
