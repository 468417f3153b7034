//! What `build/rules.rs` made of `data/en/review/`: the rules of the reply review and their marks.

/// One rule of the review (`domain.md` 7).
#[derive(Debug)]
pub(crate) struct RuleRow {
    pub(crate) number: u8,
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// The code of a `Severity`.
    pub(crate) severity: u8,
    /// The lowest temperature at which the rule speaks.
    pub(crate) from: u8,
    pub(crate) why: &'static str,
    /// May name the problem in work as `{issue}`.
    pub(crate) better: &'static str,
    /// The better wording when no problem is known; empty if `better` needs none.
    pub(crate) otherwise: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Finds a rule by its number.
pub(crate) fn rule(number: u8) -> Option<&'static RuleRow> {
    RULES.binary_search_by_key(&number, |row| row.number).ok().and_then(|index| RULES.get(index))
}

impl Mark {
    /// Finds the mark of a kind of the review book.
    pub(crate) fn of_kind(kind: usize) -> Option<Self> {
        Self::ALL.get(kind).copied()
    }
}
