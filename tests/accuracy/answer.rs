//! What the measures look at of one classification.

use std::collections::BTreeSet;

use unruffled::{Crisis, Heat, Policy, classify_message};

/// The reading of one message, with the decisions and the scores behind them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// The band, 0 to 3.
    pub(crate) heat: u8,
    /// The score behind the band, in thousandths.
    pub(crate) heat_milli: u16,
    /// The confidence that the line is crossed, in thousandths.
    pub(crate) line_milli: u16,
    pub(crate) crosses_line: bool,
    /// `fine`, `sharp`, `crossing` or `severe`.
    pub(crate) conduct: &'static str,
    /// Any sign of self-harm.
    pub(crate) crisis: bool,
    /// Names of flags, widened by [`widened`].
    pub(crate) flags: BTreeSet<String>,
}

impl Answer {
    pub(crate) fn to(text: &str) -> Self {
        let reading = classify_message(text, Policy::standard()).reading;
        Self {
            heat: Heat::code(reading.heat),
            heat_milli: reading.heat_milli.get(),
            line_milli: reading.line_milli.get(),
            crosses_line: reading.crosses_line(),
            conduct: reading.conduct.name(),
            crisis: reading.crisis != Crisis::None,
            flags: widened(reading.flags.iter().map(|flag| flag.name())),
        }
    }

    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.contains(flag)
    }

    /// Severe, or a threat for a person to judge.
    pub(crate) fn threatens(&self) -> bool {
        self.conduct == "severe" || self.has("threat_possible")
    }

    /// Whether a boundary would be recommended without a person's judgement.
    pub(crate) fn sets_boundary(&self) -> bool {
        self.crosses_line && self.line_milli >= Policy::standard().boundary_min_confidence().get()
    }
}

/// Adds the wider name to each flag that has one: data sets tell less apart than we do.
pub(crate) fn widened<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    names.flat_map(|name| [name, wider(name)]).map(str::to_string).collect()
}

/// The name by which the data sets know a flag.
pub(crate) fn wider(name: &str) -> &str {
    match name {
        "supervisor_request" => "human_request",
        "health" => "health_disclosed",
        "hardship" => "financial_hardship",
        swearing if swearing.starts_with("profanity") => "profanity",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, widened};

    #[test]
    fn a_flag_is_known_by_its_wider_name_too() {
        let rows: [(&[&str], &str); 3] = [
            (&["legal"], "legal"),
            (&["supervisor_request"], "human_request supervisor_request"),
            (
                &["profanity_directed", "profanity_undirected"],
                "profanity profanity_directed profanity_undirected",
            ),
        ];
        for (names, expected) in rows {
            let found: Vec<String> = widened(names.iter().copied()).into_iter().collect();
            assert_eq!(found.join(" "), expected);
        }
    }

    #[test]
    fn a_boundary_needs_confidence_and_a_crossed_line() {
        let rows = [(false, 999, false), (true, 849, false), (true, 850, true)];
        for (crosses_line, line_milli, expected) in rows {
            let answer = Answer { crosses_line, line_milli, ..Answer::default() };
            assert_eq!(answer.sets_boundary(), expected, "{crosses_line} {line_milli}");
        }
    }
}
