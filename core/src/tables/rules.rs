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

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::Mark;
    use crate::tables::lexicon::REVIEW_RULES;

    /// Two parts of the build number the same tables.
    #[test]
    fn marks_and_the_kinds_of_the_review_book_agree() {
        assert_eq!(Mark::ALL.len(), REVIEW_RULES.len());
        for (kind, file) in REVIEW_RULES.iter().enumerate() {
            let name = file.strip_prefix('L').and_then(|rest| rest.split_once('_'));
            let name: String = name.map_or(*file, |(_, name)| name).split('_').collect();
            let mark = format!("{:?}", Mark::of_kind(kind).unwrap());
            assert!(mark.eq_ignore_ascii_case(&name), "{mark} is {file}");
        }
    }
}
