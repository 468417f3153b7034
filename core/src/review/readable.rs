//! Length and reading ease per channel (`domain.md` 6.4, L54 to L56).

use super::context::Context;
use super::findings::Findings;
use crate::speech::Speech;
use crate::tables::rules::Mark;
use crate::terms::Channel;

pub(super) fn look(speech: &Speech<'_>, context: &Context<'_>, findings: &mut Findings<'_>) {
    let budget = budget(context.channel);
    // Speech written down has no sentences to measure.
    let punctuated = speech.text().contains(['.', '?', '!']);
    for sentence in
        speech.sentences.iter().filter(|sentence| punctuated && sentence.len() > budget.sentence)
    {
        findings.add(55, sentence.span);
    }
    let upset = context.temperature >= 2;
    let words = if upset { budget.words_upset } else { budget.words_calm };
    // Behaviour, consequence, choice and a step do not fit into four sentences.
    let limit =
        if speech.has(Mark::Boundary) && speech.has(Mark::Consequence) { FOR_A_LIMIT } else { 0 };
    let too_long = context.cut
        || speech.tokens.len() > words
        || (upset && speech.sentences.len() > budget.sentences_upset.saturating_add(limit))
        || speech.text().chars().count() > budget.characters;
    if too_long {
        findings.add(56, speech.whole());
    }
    if punctuated && grade(speech).is_some_and(|grade| grade > budget.grade) {
        findings.add(54, speech.whole());
    }
}

/// Sentences more for a boundary that states a consequence, as the drafts have them.
const FOR_A_LIMIT: usize = 2;

/// What a channel bears.
struct Budget {
    words_upset: usize,
    words_calm: usize,
    sentences_upset: usize,
    characters: usize,
    /// Words in one sentence.
    sentence: usize,
    /// The highest Flesch-Kincaid grade.
    grade: i64,
}

const NO_LIMIT: usize = usize::MAX;

const fn budget(channel: Channel) -> Budget {
    match channel {
        Channel::Phone => Budget {
            words_upset: 60,
            words_calm: NO_LIMIT,
            sentences_upset: 4,
            characters: NO_LIMIT,
            sentence: 20,
            grade: 8,
        },
        Channel::Chat => Budget {
            words_upset: 45,
            words_calm: 60,
            sentences_upset: 4,
            characters: NO_LIMIT,
            sentence: 20,
            grade: 8,
        },
        Channel::Messaging => Budget {
            words_upset: 60,
            words_calm: 80,
            sentences_upset: 5,
            characters: NO_LIMIT,
            sentence: 20,
            grade: 8,
        },
        Channel::Email => Budget {
            words_upset: 120,
            words_calm: 150,
            sentences_upset: NO_LIMIT,
            characters: NO_LIMIT,
            sentence: 25,
            grade: 9,
        },
        Channel::Social => Budget {
            words_upset: NO_LIMIT,
            words_calm: NO_LIMIT,
            sentences_upset: NO_LIMIT,
            characters: 240,
            sentence: 20,
            grade: 8,
        },
    }
}

/// Below this many words a grade says nothing.
const GRADED_WORDS: usize = 30;

/// The Flesch-Kincaid grade, rounded down: 0.39 words a sentence + 11.8 syllables a word - 15.59.
fn grade(speech: &Speech<'_>) -> Option<i64> {
    let words =
        i64::try_from(speech.tokens.len()).ok().filter(|_| speech.tokens.len() >= GRADED_WORDS)?;
    let sentences = i64::try_from(speech.sentences.len()).ok().filter(|count| *count > 0)?;
    let syllables: usize =
        (0..speech.tokens.len()).map(|at| syllables(speech.tokens.folded(at))).sum();
    let syllables = i64::try_from(syllables).ok()?;
    let hundredths = 39_i64
        .saturating_mul(words)
        .checked_div(sentences)?
        .saturating_add(1180_i64.saturating_mul(syllables).checked_div(words)?)
        .saturating_sub(1559);
    hundredths.checked_div(100)
}

/// Groups of vowels, a silent final e left out; at least one.
fn syllables(word: &str) -> usize {
    let mut groups = 0_usize;
    let mut in_group = false;
    for letter in word.chars() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if vowel && !in_group {
            groups = groups.saturating_add(1);
        }
        in_group = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{grade, syllables};
    use crate::speech::Speech;

    #[test]
    fn syllables_of_common_words() {
        for (word, expected) in
            [("the", 1), ("waiting", 2), ("table", 2), ("refund", 2), ("delivery", 4), ("hm", 1)]
        {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn hard_prose_has_a_higher_grade_than_plain_prose() {
        let hard = "Notwithstanding the aforementioned circumstances, the organisation is \
            continuously investigating the particular configuration irregularities that \
            unfortunately necessitated the temporary discontinuation of the complimentary \
            notification functionality previously available to every subscribing customer \
            internationally.";
        let plain = "I have your order here. It left us on Monday. The van broke down on the way. \
            I have asked for a new one. It will be with you by noon on Friday. I will call you \
            then to check.";
        assert!(grade(&Speech::read(hard)) > Some(15));
        assert!(grade(&Speech::read(plain)) < Some(5));
        assert_eq!(grade(&Speech::read("Too short to grade.")), None);
    }
}
