//! A text as letters with their places, and the groups of digits in it.

use alloc::vec::Vec;

use crate::text::Span;

/// More digits than any kind has.
const MOST_DIGITS: usize = 20;
/// More groups than any kind is written in.
const MOST_GROUPS: usize = 8;

/// The letters of a text; digits, dashes and spaces of any script written as in ASCII.
pub(super) struct Letters {
    letters: Vec<(u32, char)>,
    end: u32,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let letters = text
            .char_indices()
            .map(|(place, letter)| (u32::try_from(place).unwrap_or(u32::MAX), plain(letter)))
            .collect();
        Self { letters, end: u32::try_from(text.len()).unwrap_or(u32::MAX) }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(super) fn at(&self, place: usize) -> Option<char> {
        self.letters.get(place).map(|(_, letter)| *letter)
    }

    pub(super) fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let byte = |place: usize| self.letters.get(place).map_or(self.end, |(byte, _)| *byte);
        Span::new(byte(from), byte(to))
    }

    /// The first letter or digit of what may begin here, past `+` and `(`.
    pub(super) fn in_front(&self, place: usize) -> Option<char> {
        (place..place.saturating_add(3))
            .filter_map(|place| self.at(place))
            .find(|letter| !matches!(letter, '+' | '('))
    }

    /// Nothing of a word, a number or a code goes on into `place`.
    pub(super) fn starts_here(&self, place: usize) -> bool {
        let Some(before) = self.before(place) else { return true };
        if before.is_alphanumeric() || matches!(before, '_' | '+') {
            return false;
        }
        let joined = place
            .checked_sub(2)
            .and_then(|place| self.at(place))
            .filter(|letter| letter.is_alphanumeric());
        match (before, joined) {
            ('-' | '/' | '\\' | '&', Some(_)) => false,
            ('.' | ',' | ':' | '\'', Some(letter)) => !letter.is_ascii_digit(),
            // "(020)" and "(415)" are read from the bracket.
            ('(', _) => !self.closes_soon(place),
            _ => true,
        }
    }

    /// A number or code may end before `place`.
    pub(super) fn ends_here(&self, place: usize) -> bool {
        let Some(next) = self.at(place) else { return true };
        if next.is_alphanumeric() || next == '_' || next == '@' {
            return false;
        }
        let goes_on = self.at(place.saturating_add(1)).filter(|letter| letter.is_alphanumeric());
        match (next, goes_on) {
            ('-' | '/' | '\\', Some(_)) => false,
            ('.' | ',' | ':', Some(letter)) => !letter.is_ascii_digit(),
            _ => true,
        }
    }

    fn closes_soon(&self, place: usize) -> bool {
        (place..place.saturating_add(6))
            .map_while(|place| self.at(place))
            .find(|letter| !letter.is_ascii_digit())
            == Some(')')
    }

    /// Reads `shape` (`A` a letter, `9` a digit, `X` either) from `place`; up to one of `joints` may
    /// stand between two letters. Gives the letters in upper case and the place after them.
    pub(super) fn shape(
        &self,
        place: usize,
        shape: &str,
        joints: &[char],
    ) -> Option<(Vec<char>, usize)> {
        let mut read = Vec::new();
        let mut place = place;
        for wanted in shape.chars() {
            let mut letter = self.at(place)?;
            if !read.is_empty() && joints.contains(&letter) {
                place = place.checked_add(1)?;
                letter = self.at(place)?;
            }
            let fits = match wanted {
                'A' => letter.is_ascii_alphabetic(),
                '9' => letter.is_ascii_digit(),
                _ => letter.is_ascii_alphanumeric(),
            };
            if !fits {
                return None;
            }
            read.push(letter.to_ascii_uppercase());
            place = place.checked_add(1)?;
        }
        self.ends_here(place).then_some((read, place))
    }
}

fn plain(letter: char) -> char {
    const ZEROS: [u32; 4] = [0xff10, 0x660, 0x6f0, 0x966];
    let code = u32::from(letter);
    let digit = ZEROS.iter().filter_map(|zero| code.checked_sub(*zero)).find(|value| *value < 10);
    if let Some(digit) = digit.and_then(|value| char::from_digit(value, 10)) {
        return digit;
    }
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{ff0b}' => '+',
        '\u{ff20}' => '@',
        other => other,
    }
}

/// One to eight groups of digits as they are written.
#[derive(Clone, Debug, Default)]
pub(super) struct Number {
    pub(super) digits: Vec<u8>,
    /// The length of each group.
    pub(super) groups: Vec<usize>,
    /// What stands between two groups, its first letter.
    pub(super) joints: Vec<char>,
    /// Written with `+` in front.
    pub(super) plus: bool,
    /// Written with `#` in front: a reference.
    pub(super) numbered: bool,
    /// A sum of money: a sign of a currency stands in front.
    pub(super) priced: bool,
    /// The place after it.
    pub(super) end: usize,
}

impl Number {
    /// Every run of whole groups that begins at `place` and may end where it ends, shortest first.
    pub(super) fn all_at(letters: &Letters, place: usize) -> Vec<Self> {
        let mut all = Vec::new();
        let mut number = Self::default();
        let mut here = place;
        let front = letters.before(place);
        let spaced = front == Some(' ');
        let sign = if spaced { place.checked_sub(2).and_then(|at| letters.at(at)) } else { front };
        number.priced = sign.is_some_and(is_currency);
        number.numbered = sign == Some('#');
        if letters.at(here) == Some('+') {
            number.plus = true;
            here = here.saturating_add(1);
        }
        let mut open = letters.at(here) == Some('(');
        if open {
            here = here.saturating_add(1);
            if !letters.closes_soon(here) {
                return all;
            }
        }
        while number.groups.len() < MOST_GROUPS {
            let mut length = 0_usize;
            while let Some(digit) = letters.at(here).and_then(|letter| letter.to_digit(10)) {
                number.digits.push(u8::try_from(digit).unwrap_or_default());
                length = length.saturating_add(1);
                here = here.saturating_add(1);
                if number.digits.len() > MOST_DIGITS {
                    return all;
                }
            }
            if length == 0 {
                return all;
            }
            number.groups.push(length);
            if open && letters.at(here) == Some(')') {
                open = false;
                here = here.saturating_add(1);
            }
            if letters.ends_here(here) {
                all.push(Self { end: here, ..number.clone() });
            }
            let Some(joint) = letters.at(here) else { return all };
            let closed = letters.before(here) == Some(')');
            if matches!(joint, ' ' | '-' | '.' | '/') {
                here = here.saturating_add(1);
                // "020 - 7946 0958", "+44 (0)20".
                if letters.at(here) == Some('-') && letters.at(here.saturating_add(1)) == Some(' ')
                {
                    here = here.saturating_add(2);
                }
                number.joints.push(joint);
            } else if joint == '(' || (closed && joint.is_ascii_digit()) {
                number.joints.push('(');
            } else {
                return all;
            }
            if letters.at(here) == Some('(') {
                open = true;
                here = here.saturating_add(1);
            }
        }
        all
    }

    pub(super) fn len(&self) -> usize {
        self.digits.len()
    }

    pub(super) fn is_whole(&self) -> bool {
        self.groups.len() == 1
    }

    pub(super) fn is_grouped(&self, groups: &[usize]) -> bool {
        self.groups == groups
    }

    /// Joined by these only.
    pub(super) fn joined_by(&self, joints: &[char]) -> bool {
        self.joints.iter().all(|joint| joints.contains(joint))
    }

    pub(super) fn starts_with(&self, digits: &[u8]) -> bool {
        self.digits.starts_with(digits)
    }

    /// The value of digits `from..from + length`.
    pub(super) fn value(&self, from: usize, length: usize) -> u64 {
        let digits = self.digits.iter().skip(from).take(length);
        digits.fold(0, |sum: u64, digit| sum.wrapping_mul(10).wrapping_add(u64::from(*digit)))
    }

    /// Day, month and year in any order, joined by one kind of sign.
    pub(super) fn is_date(&self) -> bool {
        let spaced = self.joints.first() == Some(&' ');
        let same =
            self.joints.first().is_some_and(|first| self.joints.iter().all(|one| one == first));
        let [first, second, third] = match self.groups.as_slice() {
            [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2] => {
                let mut from = 0_usize;
                let mut parts = [0_u64; 3];
                for (part, length) in parts.iter_mut().zip(&self.groups) {
                    *part = self.value(from, *length);
                    from = from.saturating_add(*length);
                }
                parts
            }
            _ => return false,
        };
        let day_and_month = |one: u64, other: u64| {
            one >= 1 && other >= 1 && one.min(other) <= 12 && one.max(other) <= 31
        };
        // With spaces only a year tells a date from the groups of a phone number.
        let year = [first, third].iter().any(|part| (1900..2100).contains(part));
        same && !self.plus
            && (year || !spaced)
            && (day_and_month(first, second) || day_and_month(second, third))
    }
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '\u{a3}' | '\u{20ac}' | '\u{a5}' | '\u{20b9}' | '\u{20a9}' | '\u{20bd}')
}

/// The Luhn sum over all digits is a multiple of ten.
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([false, true].into_iter().cycle())
        .map(|(digit, doubled)| {
            let value = u32::from(*digit);
            match (doubled, value) {
                (false, value) => value,
                (true, 0..=4) => value.saturating_mul(2),
                (true, _) => value.saturating_mul(2).saturating_sub(9),
            }
        })
        .sum();
    sum % 10 == 0
}
