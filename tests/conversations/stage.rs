//! A conversation being played: the case, the clock and the log.

use unruffled::{
    AdvanceError, Case, Channel, Event, Facts, Millis, Policy, PolicyDocument, Slot, Snapshot,
    Timestamp, Transition, advance,
};

use crate::words::{START, known, length, moment, starts_a_time};
use crate::{event, expect};

/// A conversation being played.
pub(crate) struct Stage {
    pub(crate) case: Case,
    pub(crate) policy: Policy,
    pub(crate) facts: Facts<'static>,
    pub(crate) at: Timestamp,
    pub(crate) last: Option<Transition>,
    /// What the last event was refused with; an expectation must name it before the next event.
    pub(crate) refused: Option<AdvanceError>,
    opened: Case,
    log: Vec<(Timestamp, Event)>,
    expectations: usize,
}

impl Stage {
    /// Plays a conversation; answers how many expectations held, or the line that failed and why.
    pub(crate) fn play(text: &str) -> Result<usize, String> {
        let mut stage = Self::on(Channel::Chat);
        for (number, line) in (1..).zip(text.lines()) {
            stage.line(line.trim()).map_err(|why| format!("{number}: {why}\n    {line}"))?;
        }
        stage.nothing_refused()?;
        stage.replays()?;
        Ok(stage.expectations)
    }

    fn on(channel: Channel) -> Self {
        let case = Case::open("contact 7", channel, START);
        Self {
            opened: case.clone(),
            case,
            policy: Policy::standard().clone(),
            facts: Facts::new(),
            at: START,
            last: None,
            refused: None,
            log: Vec::new(),
            expectations: 0,
        }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        if let Some(expected) = line.strip_prefix("= ") {
            for one in expected.split("; ") {
                expect::check(self, one.trim())?;
                self.expectations += 1;
            }
            return Ok(());
        }
        if self.set_up(line)? {
            return Ok(());
        }
        self.nothing_refused()?;
        if let Some(rest) = line.strip_prefix("waits ") {
            return self.waits(rest);
        }
        let (at, what) = self.clock(line)?;
        if let Some(channel) = what.strip_prefix("writes again by ") {
            return self.follow(channel, at);
        }
        let event = event::read(self, at, what)?;
        self.take(at, event)
    }

    /// `channel`, `policy` and `fact` lines.
    fn set_up(&mut self, line: &str) -> Result<bool, String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "channel" => {
                let policy = self.policy.clone();
                *self = Self::on(known(Channel::from_name(rest), "channel", rest)?);
                self.policy = policy;
            }
            "policy" if rest.starts_with('{') => {
                let document: PolicyDocument =
                    serde_json::from_str(rest).map_err(|error| error.to_string())?;
                self.policy = Policy::try_from(document).map_err(|error| error.to_string())?;
            }
            "policy" => {
                self.policy = Policy::preset(rest).map_err(|error| error.to_string())?;
            }
            "fact" => {
                let (slot, text) = rest.split_once(": ").ok_or("a fact is `fact slot: text`")?;
                self.facts.set(known(Slot::from_name(slot), "slot", slot)?, text.to_string());
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// A line may begin with its time; without one it happens a minute after the line before.
    fn clock<'l>(&self, line: &'l str) -> Result<(Timestamp, &'l str), String> {
        let mut words = line.splitn(3, ' ');
        let first = words.next().unwrap_or_default();
        if !starts_a_time(first) {
            return Ok((self.at.after(Millis::minutes(1)), line));
        }
        let taken = if first.contains(':') {
            first.len()
        } else {
            first.len() + 1 + words.next().unwrap_or_default().len()
        };
        let (time, rest) = line.split_at(taken.min(line.len()));
        Ok((moment(time, self.at)?, rest.trim()))
    }

    /// `waits 10m`, or `waits for promise`: until the host has to come back, which must be for that.
    fn waits(&mut self, what: &str) -> Result<(), String> {
        let until = match what.strip_prefix("for ") {
            Some(kind) => {
                let deadline = self.case.deadline().ok_or("nothing is due")?;
                if deadline.kind.name() != kind {
                    return Err(format!("what comes first is {}", deadline.kind.name()));
                }
                deadline.at.max(self.at)
            }
            None => self.at.after(length(what)?),
        };
        self.take(until, Event::Waited)?;
        match self.case.deadline() {
            Some(deadline) if deadline.at <= until => Err("due again at once".to_string()),
            Some(_) | None => Ok(()),
        }
    }

    /// The customer comes back in a new contact, which the host links to this one.
    fn follow(&mut self, channel: &str, at: Timestamp) -> Result<(), String> {
        self.replays()?;
        let channel = known(Channel::from_name(channel), "channel", channel)?;
        self.case = Case::linked("contact 8", channel, at, &self.case);
        self.opened = self.case.clone();
        self.log.clear();
        self.at = at;
        self.last = None;
        Ok(())
    }

    fn take(&mut self, at: Timestamp, event: Event) -> Result<(), String> {
        match advance(&self.case, at, &event, &self.policy) {
            Ok(moved) => {
                self.case = moved.case.clone();
                self.last = Some(moved);
                self.log.push((at, event));
                self.survives_a_snapshot()?;
            }
            Err(error) => {
                self.refused = Some(error);
                self.last = None;
            }
        }
        self.at = at;
        Ok(())
    }

    fn nothing_refused(&self) -> Result<(), String> {
        match &self.refused {
            Some(error) => Err(format!("not expected before this line: {error}")),
            None => Ok(()),
        }
    }

    fn survives_a_snapshot(&self) -> Result<(), String> {
        let json = serde_json::to_string(&Snapshot::of(&self.case)).unwrap();
        let snapshot: Snapshot = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        let restored = snapshot.restore().map_err(|error| error.to_string())?;
        if restored == self.case { Ok(()) } else { Err("a snapshot changed the case".to_string()) }
    }

    /// The log gives the same case again, also to a host that never came back at a deadline.
    fn replays(&self) -> Result<(), String> {
        for lazy in [false, true] {
            let mut case = self.opened.clone();
            let mut at = case.at();
            for (when, event) in &self.log {
                at = *when;
                if !lazy || *event != Event::Waited {
                    let moved = advance(&case, at, event, &self.policy);
                    case = moved.map_err(|error| format!("replay: {error}"))?.case;
                }
            }
            let moved = advance(&case, at, &Event::Waited, &self.policy);
            let end = moved.map_err(|error| error.to_string())?.case;
            let moved = advance(&self.case, at, &Event::Waited, &self.policy);
            let expected = moved.map_err(|error| error.to_string())?.case;
            if end != expected {
                return Err(format!("a replay (lazy: {lazy}) came to another case"));
            }
        }
        Ok(())
    }
}
