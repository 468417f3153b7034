//! The acts of a reply from the marks in its sentences (`domain.md` 6.1, 6.3).

use super::{Found, Nouns, Sentence, Speech};
use crate::lexicon::{Break, Tokens};
use crate::tables::rules::Mark;
use crate::terms::{Act, Acts};

/// Marks that are an act by themselves.
const DIRECT: [(Mark, Act); 21] = [
    (Mark::Thanks, Act::Thank),
    (Mark::Ownership, Act::Own),
    (Mark::Fact, Act::Fact),
    (Mark::Agenda, Act::Agenda),
    (Mark::Choice, Act::Choice),
    (Mark::Refusal, Act::No),
    (Mark::Update, Act::Update),
    (Mark::Missed, Act::Missed),
    (Mark::Retraction, Act::Retract),
    (Mark::Handoff, Act::Handoff),
    (Mark::Legal, Act::Legal),
    (Mark::Rights, Act::Rights),
    (Mark::Churn, Act::Churn),
    (Mark::Data, Act::Data),
    (Mark::Vulnerable, Act::Vuln),
    (Mark::Access, Act::Access),
    (Mark::Crisis, Act::Crisis),
    (Mark::Close, Act::Close),
    (Mark::FollowUp, Act::FollowUp),
    (Mark::Floor, Act::Floor),
    (Mark::Fill, Act::Fill),
];

/// An acknowledgement comes first: later sentences only name the problem in passing.
const ACK_WITHIN: usize = 3;

/// Words that point ahead of now.
const AHEAD: [&str; 14] = [
    "will",
    "ill",
    "well",
    "youll",
    "shall",
    "next",
    "within",
    "by",
    "until",
    "takes",
    "booked",
    "due",
    "scheduled",
    "expected",
];

/// Verbs that ask for something to be given rather than done.
const GIVING: [&str; 14] = [
    "send", "give", "share", "tell", "confirm", "provide", "attach", "describe", "upload",
    "forward", "let", "reply", "write", "copy",
];

impl Speech<'_> {
    /// Says what the reply does. `nouns` are the words of the agenda.
    pub(crate) fn acts(&self, nouns: &Nouns) -> Acts {
        let mut acts: Acts =
            DIRECT.iter().filter(|(mark, _)| self.has(*mark)).map(|(_, act)| *act).collect();
        for (index, sentence) in self.sentences.iter().enumerate() {
            self.add_acts_of(index, sentence, nouns, &mut acts);
        }
        if self.acknowledgement(nouns).is_some() {
            acts.insert(Act::Ack);
        } else if self.has_any(&[Mark::Empathy, Mark::Situation]) {
            acts.insert(Act::Symp);
        }
        if self.apologies().next().is_some() || self.has(Mark::Responsibility) {
            acts.insert(Act::Apol);
        }
        if self.has_any(&[Mark::Sympathy, Mark::Condolence]) {
            acts.insert(Act::Symp);
        }
        if self.has(Mark::Boundary) {
            let firm = self.has(Mark::Consequence);
            acts.insert(if firm { Act::BoundFirm } else { Act::BoundSoft });
        }
        if self.has(Mark::Ending) {
            acts.insert(if self.ends_for_a_threat() { Act::EndSevere } else { Act::EndConduct });
        }
        acts
    }

    /// The first sentence that names the problem as the customer's: empathy or an apology for something
    /// concrete, or a plain statement of it, near the start and before any step of ours.
    pub(crate) fn acknowledgement(&self, nouns: &Nouns) -> Option<usize> {
        let greeted = usize::from(self.sentences.first().is_some_and(is_greeting));
        self.sentences
            .iter()
            .enumerate()
            .take(ACK_WITHIN.saturating_add(greeted))
            .find(|(index, sentence)| {
                let end = if self.shows_listening(*index) {
                    sentence.end
                } else {
                    self.statement_end(*index, sentence)
                };
                !sentence.question && nouns.named_in(&self.tokens, sentence.first, end)
            })
            .map(|(index, _)| index)
    }

    /// Empathy, an apology or thanks in the sentence.
    fn shows_listening(&self, sentence: usize) -> bool {
        [Mark::Empathy, Mark::Situation, Mark::Apology, Mark::Sympathy, Mark::Thanks]
            .iter()
            .any(|mark| self.sentence_has(sentence, *mark))
    }

    /// Where a plain statement at the head of a sentence ends: at a step, a request, a refusal, a
    /// boundary. Where that comes within the first words, nothing is stated.
    fn statement_end(&self, index: usize, sentence: &Sentence) -> usize {
        let ours = [
            Mark::Request,
            Mark::Boundary,
            Mark::Refusal,
            Mark::PolicyWall,
            Mark::HollowReferral,
            Mark::Orders,
            Mark::KeepInformed,
            Mark::Step,
            Mark::Done,
        ];
        let cut = self
            .near(sentence.first, sentence.end)
            .find(|found| found.sentence == index && ours.contains(&found.mark));
        match cut {
            None => sentence.end,
            Some(found) if found.first >= sentence.first.saturating_add(STATEMENT_WORDS) => {
                found.first
            }
            Some(_) => sentence.first,
        }
    }

    fn add_acts_of(&self, index: usize, sentence: &Sentence, nouns: &Nouns, acts: &mut Acts) {
        if sentence.has(Mark::Greeting) && is_greeting(sentence) {
            acts.insert(Act::Greet);
        }
        if (sentence.has(Mark::Signature) && sentence.len() <= SIGNATURE_WORDS)
            || self.is_last_line(index, sentence)
        {
            acts.insert(Act::Sign);
        }
        if sentence.has(Mark::Reset)
            && self.all_in(index, Mark::Reset).any(|found| found.first == sentence.first)
        {
            acts.insert(Act::Reset);
        }
        if self.steps_in(index).next().is_some() || sentence.has(Mark::Done) {
            acts.insert(Act::Step);
        }
        if sentence.asks {
            acts.insert(Act::Ask);
        }
        if sentence.has(Mark::Request) && !sentence.asks {
            acts.insert(Act::Step);
        }
        if self.commits(index) {
            acts.insert(Act::Commit);
        }
        if self.is_bare_statement(index, sentence, nouns) {
            acts.insert(Act::Fact);
        }
    }

    /// A few words in a paragraph of their own at the end, without a full stop: a name.
    fn is_last_line(&self, index: usize, sentence: &Sentence) -> bool {
        index > 0
            && index.saturating_add(1) == self.sentences.len()
            && sentence.len() <= NAME_WORDS
            && self.tokens.breaks_before(sentence.first) == Break::Paragraph
            && self.text().trim_end().ends_with(char::is_alphanumeric)
    }

    /// What we do next: first person, or a guided step; "I will keep you informed" is not one.
    pub(crate) fn steps_in(&self, sentence: usize) -> impl Iterator<Item = &Found> {
        self.all_in(sentence, Mark::Step).filter(|step| !self.overlaps(step, Mark::KeepInformed))
    }

    /// Says whether any sentence gives a step, ours or one asked of the customer.
    pub(crate) fn gives_step(&self) -> bool {
        (0..self.sentences.len()).any(|index| self.steps_in(index).next().is_some())
            || self.has_any(&[Mark::Request, Mark::Done])
    }

    /// A time ahead that we will keep: a future verb or "by", and a time, in one sentence.
    pub(crate) fn commits(&self, sentence: usize) -> bool {
        let Some(words) = self.sentences.get(sentence).filter(|sentence| sentence.has_time) else {
            return false;
        };
        (words.first..words.end).any(|at| self.tokens.is(at, &AHEAD))
    }

    /// A statement of something concrete that neither sympathises nor promises.
    fn is_bare_statement(&self, index: usize, sentence: &Sentence, nouns: &Nouns) -> bool {
        let end = self.statement_end(index, sentence);
        !sentence.question
            && !self.shows_listening(index)
            && end.saturating_sub(sentence.first) >= STATEMENT_WORDS
            && nouns.named_in(&self.tokens, sentence.first, end)
    }

    fn ends_for_a_threat(&self) -> bool {
        self.sentences.iter().filter(|sentence| sentence.has(Mark::Ending)).any(|sentence| {
            (sentence.first..sentence.end)
                .any(|at| self.tokens.is(at, &["threat", "threats", "remark", "threatening"]))
        })
    }
}

/// Says whether a mark is a request to be given something, rather than to do something.
pub(super) fn asks_to_be_given(tokens: &Tokens<'_>, found: &Found) -> bool {
    found.mark == Mark::Request
        && ((found.first..found.end).any(|at| tokens.is(at, &GIVING))
            || tokens.is(found.first, &["i"]))
}

const SIGNATURE_WORDS: usize = 8;

const NAME_WORDS: usize = 5;

/// A statement has a subject, a verb and something more.
const STATEMENT_WORDS: usize = 3;

fn is_greeting(sentence: &Sentence) -> bool {
    sentence.has(Mark::Greeting) && sentence.len() <= 6
}
