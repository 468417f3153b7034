//! The catalogue of steps by name; words and reasons stand in `data/en/steps.tsv` (`domain.md` 5).

use crate::tables::steps;
use crate::terms::named;

named! {
    /// A step of the catalogue (`domain.md` 5). Codes and names are stable: new steps are appended.
    pub enum StepId {
        /// Breathe out slowly once before you answer.
        SelfPause = 0 "self.pause",
        /// Read it twice before replying.
        SelfReadTwice = 1 "self.read_twice",
        /// Split the message: facts on the left, feelings on the right.
        SelfSeparate = 2 "self.separate",
        /// Remind yourself: this is about the problem.
        SelfNotPersonal = 3 "self.not_personal",
        /// Say in one line what this costs them.
        SelfPerspective = 4 "self.perspective",
        /// Do not contest the small stuff.
        SelfNoArgue = 5 "self.no_argue",
        /// Ask a colleague to take this one.
        SelfSwap = 6 "self.swap",
        /// Let them finish; do not solve yet.
        ListenLetFinish = 7 "listen.let_finish",
        /// Note their exact words, dates and asks.
        ListenNotes = 8 "listen.notes",
        /// Sum up after about three minutes.
        ListenWindow = 9 "listen.window",
        /// Read the points back and ask what is missing.
        ListenReadBack = 10 "listen.read_back",
        /// Name the problem and what it cost, in their nouns.
        AckSpecific = 11 "ack.specific",
        /// Acknowledge once, then move to action.
        AckOnce = 12 "ack.once",
        /// Agree with the part that is true.
        AckTruth = 13 "ack.truth",
        /// Put the feeling on the situation, not on them.
        AckSituation = 14 "ack.situation",
        /// Make a numbered list of grievances.
        AgendaList = 15 "agenda.list",
        /// Work one item; park the rest aloud.
        AgendaOne = 16 "agenda.one",
        /// Give old grievances a line and a date, not a debate.
        AgendaOld = 17 "agenda.old",
        /// Read the whole thread before asking anything.
        HistoryRead = 18 "history.read",
        /// Say who you are and that you own the next step.
        OwnName = 19 "own.name",
        /// State what is known and what is not.
        FactKnownUnknown = 20 "fact.known_unknown",
        /// Check dates, amounts and policy before you state them.
        FactVerify = 21 "fact.verify",
        /// Give the next step only, in plain words.
        StepSingle = 22 "step.single",
        /// Offer two real options.
        StepChoice = 23 "step.choice",
        /// Ask for one thing, and say why.
        AskOne = 24 "ask.one",
        /// Say no once, with the reason and the nearest yes.
        NoPlain = 25 "no.plain",
        /// Say sorry once, for the specific fault or delay.
        ApolOurs = 26 "apol.ours",
        /// Skip the apology; describe and act.
        ApolSkip = 27 "apol.skip",
        /// Thank them for what they did.
        ThankInstead = 28 "thank.instead",
        /// Give a clock time for your next message.
        CadenceSet = 29 "cadence.set",
        /// Send the update even if nothing changed.
        CadenceNothingNew = 30 "cadence.nothing_new",
        /// Move a promise before it breaks.
        CadenceEarly = 31 "cadence.early",
        /// Offer a short call.
        ChannelCall = 32 "channel.call",
        /// Move a public thread to private, with one useful sentence in public.
        ChannelPrivate = 33 "channel.private",
        /// Before a boundary: who was it aimed at? Any tic, quote, dialect, other reading?
        BoundaryCheck = 34 "boundary.check",
        /// Ask for respect, tie it to the fix, carry on.
        BoundarySoft = 35 "boundary.soft",
        /// Name the behaviour, the consequence and the choice.
        BoundaryFirm = 36 "boundary.firm",
        /// Do what you said you would do.
        BoundaryFollow = 37 "boundary.follow",
        /// When it improves, thank briefly and move on.
        BoundaryReset = 38 "boundary.reset",
        /// Withdraw a mistaken boundary and say sorry.
        BoundaryRetract = 39 "boundary.retract",
        /// Offer a supervisor or a call back.
        SupOffer = 40 "sup.offer",
        /// Alert a supervisor with the words used.
        SupAlert = 41 "sup.alert",
        /// Brief them so the customer never repeats.
        SupHandover = 42 "sup.handover",
        /// Record the exact words, time, channel, your reply.
        DocVerbatim = 43 "doc.verbatim",
        /// Describe behaviour, not character.
        DocNeutral = 44 "doc.neutral",
        /// Record what we did wrong too.
        DocContext = 45 "doc.context",
        /// End this contact as policy says, with the way back.
        StopEnd = 46 "stop.end",
        /// Assign the open issue to someone before ending.
        StopOwnIssue = 47 "stop.own_issue",
        /// Stop. Get your supervisor or safety lead now.
        SafetyNow = 48 "safety.now",
        /// Keep them talking, signal a colleague, write every word.
        SafetyDevice = 49 "safety.device",
        /// Do not delete, forward or answer; preserve it.
        SafetyPreserve = 50 "safety.preserve",
        /// Remove the agent's name and details from the thread.
        SafetyPrivacy = 51 "safety.privacy",
        /// Stay with them; slow down; drop the script.
        CrisisStay = 52 "crisis.stay",
        /// Ask plainly whether they are safe right now.
        CrisisAsk = 53 "crisis.ask",
        /// Wave in a colleague or trained lead.
        CrisisColleague = 54 "crisis.colleague",
        /// Give the local emergency number and crisis line.
        CrisisSignpost = 55 "crisis.signpost",
        /// Pause collections, closures, reminders.
        CrisisPauseProcess = 56 "crisis.pause_process",
        /// Thank, explain, get consent, ask impact, signpost.
        VulnTexas = 57 "vuln.texas",
        /// Ask what would make this easier.
        AccessAdjust = 58 "access.adjust",
        /// Shorter sentences, no idiom, one idea each.
        LangPlain = 59 "lang.plain",
        /// Acknowledge, record word for word, no opinion, route.
        LegalNeutral = 60 "legal.neutral",
        /// Tell them how to complain, and log it if they want.
        RightsSupport = 61 "rights.support",
        /// Log the data request separately, with its date.
        DataLog = 62 "data.log",
        /// Do not comment; pass to communications.
        PressRoute = 63 "press.route",
        /// Think one problem ahead and prevent it.
        NextIssue = 64 "next.issue",
        /// Read the agenda; ask what you missed.
        CloseOverlooked = 65 "close.overlooked",
        /// Check back on the date you set.
        FollowUp = 66 "follow.up",
        /// Log the cause for the team, blame-free.
        DiagnoseRoot = 67 "diagnose.root",
        /// Two-minute debrief with someone.
        SelfDebrief = 68 "self.debrief",
        /// Take a recovery break before the next contact.
        SelfBreak = 69 "self.break",
        /// Propose a time-limited restriction to a manager.
        ReviewRestrict = 70 "review.restrict",
        /// Tell them how to ask for the decision to be looked at again.
        ReviewAppeal = 71 "review.appeal",
    }
}

impl StepId {
    /// One imperative sentence to the agent.
    #[must_use]
    pub fn instruction(self) -> &'static str {
        steps::instruction(self.code())
    }

    /// One line: why it helps.
    #[must_use]
    pub fn why(self) -> &'static str {
        steps::why(self.code())
    }

    /// Where the advice comes from: `S1` and `S2` are the founding essays, the rest is listed in `domain.md` 12.
    #[must_use]
    pub fn source(self) -> &'static str {
        steps::source(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::StepId;
    use crate::tables::steps;

    #[test]
    fn the_table_and_the_names_agree() {
        assert_eq!(steps::len(), StepId::ALL.len());
        for step in StepId::ALL {
            assert_eq!(steps::id(step.code()), step.name());
            assert!(step.instruction().ends_with(['.', '?']), "{step}");
            assert!(step.why().ends_with('.'), "{step}");
            assert!(!step.source().is_empty(), "{step}");
        }
    }
}
