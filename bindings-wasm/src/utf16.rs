//! Byte offsets into UTF-16 offsets, all of one message in one pass.

use alloc::vec::Vec;

use unruffled::{Classification, Span};

/// Rewrites every offset of a classification of `text`.
pub(crate) fn convert(text: &str, found: &mut Classification) {
    if text.is_ascii() {
        return;
    }
    let spans = spans_of(found);
    let mut bytes: Vec<u32> = spans.flat_map(|span| [span.start, span.end]).collect();
    bytes.push(found.read);
    bytes.sort_unstable();
    bytes.dedup();
    let units = units_at(text, &bytes);

    let unit = |byte: u32| {
        let place = bytes.binary_search(&byte).ok();
        place.and_then(|place| units.get(place).copied()).unwrap_or(byte)
    };
    let spans = found.evidence.iter_mut().map(|it| &mut it.span);
    let spans = spans.chain(found.segments.iter_mut().map(|it| &mut it.span));
    for span in spans.chain(found.issues.iter_mut().map(|it| &mut it.span)) {
        *span = Span::new(unit(span.start), unit(span.end));
    }
    found.read = unit(found.read);
}

fn spans_of(found: &Classification) -> impl Iterator<Item = Span> {
    let spans = found.evidence.iter().map(|it| it.span);
    let spans = spans.chain(found.segments.iter().map(|it| it.span));
    spans.chain(found.issues.iter().map(|it| it.span))
}

/// For each byte offset, ascending, the number of UTF-16 units before it. An offset inside a
/// character counts as its end, one past the text as the text's end.
fn units_at(text: &str, bytes: &[u32]) -> Vec<u32> {
    let mut letters = text.chars();
    let (mut byte, mut unit) = (0_u32, 0_u32);
    let mut count = |wanted: u32| {
        while byte < wanted {
            let Some(letter) = letters.next() else { break };
            byte = byte.saturating_add(small(letter.len_utf8()));
            unit = unit.saturating_add(small(letter.len_utf16()));
        }
        unit
    };
    bytes.iter().map(|wanted| count(*wanted)).collect()
}

/// The length of one character: at most four.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use unruffled::{Policy, Span, classify_message};

    use super::{convert, units_at};

    #[test]
    fn units_are_counted_as_javascript_counts() {
        let text = "a\u{e9}\u{1f621}\u{200d}z"; // 1, 2, 4, 3 and 1 bytes; 1, 1, 2, 1 and 1 units
        assert_eq!(units_at(text, &[0, 1, 3, 7, 10, 11]), [0, 1, 2, 4, 5, 6]);
        assert_eq!(units_at(text, &[5, 99]), [4, 6], "inside a character, and past the end");
        assert_eq!(units_at("", &[0, 4]), [0, 0]);
    }

    #[test]
    fn every_offset_of_a_message_is_converted() {
        let text =
            "\u{1f621}\u{1f621} Caf\u{e9}: why is this damn system always broken? I want a refund!";
        let bytes = classify_message(text, Policy::standard());
        let mut units = bytes.clone();
        convert(text, &mut units);

        let wide: Vec<u16> = text.encode_utf16().collect();
        let cut = |span: Span| {
            let range = usize::try_from(span.start).unwrap()..usize::try_from(span.end).unwrap();
            String::from_utf16(&wide[range]).unwrap()
        };
        assert!(!bytes.evidence.is_empty() && !bytes.segments.is_empty());
        for (byte, unit) in bytes.evidence.iter().zip(&units.evidence) {
            assert_eq!(cut(unit.span), byte.span.of(text));
        }
        for (byte, unit) in bytes.segments.iter().zip(&units.segments) {
            assert_eq!(cut(unit.span), byte.span.of(text));
        }
        for (byte, unit) in bytes.issues.iter().zip(&units.issues) {
            assert_eq!(cut(unit.span), byte.span.of(text));
        }
        assert_eq!(usize::try_from(units.read).unwrap(), wide.len());
    }
}
