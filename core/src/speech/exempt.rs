//! What in a reply is not the writer's own words: quotations of the customer, quoted lines, code and
//! addresses (`domain.md` 7: detection must exempt them).

use alloc::vec::Vec;

use crate::text::Span;

/// Returns what is quoted or code, in order and apart. A reply that is one big quotation (as some
/// models write it) is taken as the writer's own words.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('>') {
            push(&mut found, line_start, line_start.saturating_add(line.len()));
        } else {
            in_line(line, line_start, &mut found);
        }
        line_start = line_start.saturating_add(line.len());
    }
    let quoted: usize =
        found.iter().map(|span| usize::try_from(span.len()).unwrap_or(usize::MAX)).sum();
    if quoted.saturating_mul(3) > text.trim().len().saturating_mul(2) {
        found.clear();
    }
    found
}

/// Says whether any of the spans (in order and apart) touches `span`.
pub(super) fn covers(exempt: &[Span], span: Span) -> bool {
    let next = exempt.partition_point(|one| one.end <= span.start);
    exempt.get(next).is_some_and(|one| one.start < span.end)
}

/// Finds paired quotation marks, code between backticks, and web addresses within one line.
fn in_line(line: &str, offset: usize, found: &mut Vec<Span>) {
    let mut open: Option<(char, usize)> = None;
    let mut address: Option<usize> = None;
    let mut word_start = true;
    for (at, letter) in line.char_indices() {
        let here = offset.saturating_add(at);
        if let Some(start) = address {
            if letter.is_whitespace() {
                push(found, start, here);
                address = None;
            } else {
                continue;
            }
        }
        match open {
            Some((close, start)) if letter == close => {
                push(found, start, here.saturating_add(letter.len_utf8()));
                open = None;
            }
            Some(_) => {}
            None => {
                if let Some(close) = closing(letter, word_start) {
                    open = Some((close, here));
                } else if word_start && is_address(line.get(at..).unwrap_or("")) {
                    address = Some(here);
                }
            }
        }
        word_start = !letter.is_alphanumeric();
    }
    if let Some(start) = address {
        push(found, start, offset.saturating_add(line.trim_end().len()));
    }
}

/// The mark that ends what `letter` opens; a straight mark opens only before a word (12" is a length).
fn closing(letter: char, word_start: bool) -> Option<char> {
    match letter {
        '\u{201c}' => Some('\u{201d}'),
        '\u{201e}' => Some('\u{201c}'),
        '\u{ab}' => Some('\u{bb}'),
        '`' => Some('`'),
        '"' if word_start => Some('"'),
        _ => None,
    }
}

fn is_address(rest: &str) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|start| rest.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
}

fn push(found: &mut Vec<Span>, start: usize, end: usize) {
    if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
        found.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::spans;

    #[test]
    fn quotations_code_and_addresses_are_not_our_words() {
        let cases: [(&str, &[&str]); 8] = [
            (
                "You wrote \"nothing ever works\" and I am looking at the router now.",
                &["\"nothing ever works\""],
            ),
            (
                "You wrote “it’s a mess” today, and I am looking at the order now.",
                &["“it’s a mess”"],
            ),
            ("Please run `sudo make me` and tell me what you see there.", &["`sudo make me`"]),
            (
                "> you are all useless\nI have your order here and I am looking at it now.",
                &["> you are all useless\n"],
            ),
            (
                "The steps are at https://example.org/calm-down! and I can do them with you.",
                &["https://example.org/calm-down!"],
            ),
            ("A 12\" pipe and a 14\" pipe.", &[]),
            ("He said \"hello and never closed it.", &[]),
            ("\"Please calm down so I can help you.\"", &[]),
        ];
        for (text, expected) in cases {
            let cut: Vec<&str> = spans(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(cut, expected, "{text}");
        }
    }
}
