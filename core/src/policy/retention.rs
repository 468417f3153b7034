//! How long the words of an incident are kept, and in which form (`domain.md` 4.7, 9).

use crate::terms::named;

named! {
    /// In which form an incident keeps the customer's words.
    pub enum Verbatim {
        /// As they were written.
        Kept = 0 "kept",
        /// As a hash that proves later which words they were.
        Hashed = 1 "hashed",
    }
}

named! {
    /// What happens to the words when their time is over.
    pub enum AfterRetention {
        /// They are deleted.
        Delete = 0 "delete",
        /// What names a person is taken out.
        Pseudonymise = 1 "pseudonymise",
    }
}

/// How long the words of an incident are kept. The host checks it against the law of its place: the
/// library knows no country.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Retention {
    /// Months, 1..=120; at least as long as a restriction may run and as warnings carry over.
    pub months: u8,
    /// In which form.
    pub verbatim: Verbatim,
    /// What happens then.
    pub afterwards: AfterRetention,
}

impl Retention {
    pub(super) const STANDARD: Self =
        Self { months: 12, verbatim: Verbatim::Kept, afterwards: AfterRetention::Delete };
}
