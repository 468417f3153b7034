//! Counts what a text holds: words, sentences, questions, apologies.

/// What a text holds.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Size {
    pub(super) words: u16,
    pub(super) sentences: u8,
    /// Words in the longest sentence.
    pub(super) longest: u16,
    pub(super) characters: u16,
    pub(super) asks: bool,
    pub(super) sorry: bool,
    /// Says "understand", "appreciate" or "hear you".
    pub(super) understands: bool,
}

/// Measures a text; a clock time counts as the two words it is spoken as.
pub(super) fn of(text: &str) -> Size {
    let mut size = Size {
        characters: u16::try_from(text.chars().count()).unwrap_or(u16::MAX),
        asks: text.contains('?'),
        sorry: apologies(text) > 0,
        understands: understandings(text) > 0,
        ..Size::default()
    };
    let mut sentence = 0_u16;
    for word in text.split_whitespace().filter(|word| *word != super::shape::PAUSE) {
        let runs = words(word).count().max(1);
        let runs = u16::try_from(runs).unwrap_or(u16::MAX);
        size.words = size.words.saturating_add(runs);
        sentence = sentence.saturating_add(runs);
        if ends_sentence(word) {
            size.sentences = size.sentences.saturating_add(1);
            size.longest = size.longest.max(sentence);
            sentence = 0;
        }
    }
    if sentence > 0 {
        size.sentences = size.sentences.saturating_add(1);
        size.longest = size.longest.max(sentence);
    }
    size
}

/// "p.m." ends no sentence by itself.
fn ends_sentence(word: &str) -> bool {
    word.ends_with(['?', '!']) || word.strip_suffix('.').is_some_and(|rest| !rest.contains('.'))
}

/// How often a text says sorry.
pub(crate) fn apologies(text: &str) -> usize {
    words(text).filter(|word| is(word, "sorry") || starts(word, "apolog")).count()
}

/// How often a text says "understand", "appreciate" or "hear you".
pub(crate) fn understandings(text: &str) -> usize {
    let mut before = "";
    let mut count = 0_usize;
    for word in words(text) {
        let hears = is(before, "hear") && is(word, "you");
        if is(word, "understand") || is(word, "appreciate") || hears {
            count = count.saturating_add(1);
        }
        before = word;
    }
    count
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is(word: &str, wanted: &str) -> bool {
    word.eq_ignore_ascii_case(wanted)
}

fn starts(word: &str, wanted: &str) -> bool {
    word.get(..wanted.len()).is_some_and(|start| is(start, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_as_a_reader_counts() {
        let size =
            of("I am sorry. [pause] You will hear from me by 4 p.m. today, is that all right?");
        assert_eq!((size.words, size.sentences, size.longest), (17, 2, 14));
        assert!(size.asks && size.sorry && !size.understands);
        assert_eq!(understandings("I understand. I hear you, and I appreciate it."), 3);
        assert_eq!(understandings("You will hear from us. A misunderstanding."), 0);
        assert_eq!(apologies("Sorry. I apologize, with apologies."), 3);
        assert_eq!(of(""), Size::default());
    }
}
