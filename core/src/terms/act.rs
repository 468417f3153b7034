//! Speech acts: what a sentence of a reply does (`domain.md` 6.1).

use super::{named, set_of};

named! {
    /// What one part of a reply does.
    pub enum Act {
        /// Opens the contact by name.
        Greet = 0 "GREET",
        /// Names the problem and what it cost.
        Ack = 1 "ACK",
        /// Takes responsibility for a fault or delay of ours, once.
        Apol = 2 "APOL",
        /// Sympathy where the cause is unknown or not ours.
        Symp = 3 "SYMP",
        /// Thanks for something the customer did.
        Thank = 4 "THANK",
        /// Says who owns the next step.
        Own = 5 "OWN",
        /// States what is known.
        Fact = 6 "FACT",
        /// Lists what the customer raised.
        Agenda = 7 "AGENDA",
        /// Gives the one next step.
        Step = 8 "STEP",
        /// Asks for one thing.
        Ask = 9 "ASK",
        /// Offers two real options.
        Choice = 10 "CHOICE",
        /// Says no, with the reason and the nearest yes.
        No = 11 "NO",
        /// Promises a time.
        Commit = 12 "COMMIT",
        /// Reports that nothing is new, with the next time.
        Update = 13 "UPDATE",
        /// Owns a promise that was not kept.
        Missed = 14 "MISSED",
        /// The first boundary: a request tied to help, without a consequence.
        BoundSoft = 15 "BOUND.soft",
        /// The second boundary: behaviour, consequence and choice.
        BoundFirm = 16 "BOUND.firm",
        /// Ends the contact because of conduct, with the way back.
        EndConduct = 17 "END.conduct",
        /// Ends the contact because of a threat or worse.
        EndSevere = 18 "END.severe",
        /// Moves on after conduct improved.
        Reset = 19 "RESET",
        /// Withdraws a mistaken boundary.
        Retract = 20 "RETRACT",
        /// Brings in or announces another person.
        Handoff = 21 "HANDOFF",
        /// Neutral answer to a legal statement.
        Legal = 22 "LEGAL",
        /// Supports a complaint or a regulator.
        Rights = 23 "RIGHTS",
        /// Respects a wish to leave, dispute or review.
        Churn = 24 "CHURN",
        /// Logs a data request.
        Data = 25 "DATA",
        /// Answers a disclosure of need or bereavement.
        Vuln = 26 "VULN",
        /// Offers an adjustment.
        Access = 27 "ACCESS",
        /// Stays with a person at risk.
        Crisis = 28 "CRISIS",
        /// Checks that nothing was missed.
        Close = 29 "CLOSE",
        /// Checks back after the fix.
        FollowUp = 30 "FOLLOWUP",
        /// Signs.
        Sign = 31 "SIGN",
        /// Gains the floor on the phone.
        Floor = 32 "FLOOR",
        /// Fills a silence on the phone.
        Fill = 33 "FILL",
    }
}

set_of! {
    /// A set of speech acts.
    pub struct Acts of Act
}
