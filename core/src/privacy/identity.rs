//! National identity, insurance and tax numbers, passports and licences.

use super::label::Label;
use super::number::{Letters, Number, luhn};

/// The end of an identity code with letters in it that begins at `place`.
pub(super) fn code_at(letters: &Letters, place: usize, label: Label) -> Option<usize> {
    british_insurance(letters, place, label)
        .or_else(|| spanish(letters, place))
        .or_else(|| italian(letters, place))
        .or_else(|| papers(letters, place, label))
}

/// "AB 12 34 56 C" (HMRC's rules for the letters).
fn british_insurance(letters: &Letters, place: usize, label: Label) -> Option<usize> {
    let (read, end) = letters.shape(place, "AA999999A", &[' ', '-'])?;
    let [first, second, .., last] = read.as_slice() else { return None };
    let barred = ['D', 'F', 'I', 'Q', 'U', 'V'];
    let sound = !barred.contains(first)
        && !barred.contains(second)
        && *second != 'O'
        && !matches!(
            (first, second),
            ('B', 'G')
                | ('G', 'B')
                | ('K', 'N')
                | ('N', 'K')
                | ('N', 'T')
                | ('T', 'N')
                | ('Z', 'Z')
        )
        && matches!(last, 'A'..='D');
    (sound && label != Label::Reference).then_some(end)
}

/// "12345678Z", "X1234567L": eight digits and their control letter; X, Y and Z stand for 0, 1 and 2.
fn spanish(letters: &Letters, place: usize) -> Option<usize> {
    const CONTROL: &str = "TRWAGMYFPDXBNJZSQVHLCKE";
    let (read, end) = letters
        .shape(place, "99999999A", &['-'])
        .or_else(|| letters.shape(place, "A9999999A", &['-']))?;
    let mut value = 0_u32;
    for letter in read.iter().take(8) {
        let digit = match letter {
            'X' => 0,
            'Y' => 1,
            'Z' => 2,
            other => other.to_digit(10)?,
        };
        value = value.wrapping_mul(10).wrapping_add(digit);
    }
    let control = CONTROL.chars().nth(usize::try_from(value.rem_euclid(23)).ok()?)?;
    (read.last() == Some(&control)).then_some(end)
}

/// "RSSMRA85T10A562S": the Italian tax code with its control letter.
fn italian(letters: &Letters, place: usize) -> Option<usize> {
    /// What a letter or digit at an odd place counts, from `0` and from `A`.
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let (read, end) = letters.shape(place, "AAAAAA99A99A999A", &[])?;
    let mut sum = 0_u32;
    for (letter, odd) in read.iter().take(15).zip([true, false].into_iter().cycle()) {
        let value = letter.to_digit(36)?;
        let value = if value < 10 { value } else { value.saturating_sub(10) };
        let counts = if odd { *ODD.get(usize::try_from(value).ok()?)? } else { value };
        sum = sum.saturating_add(counts);
    }
    let control = char::from_digit(sum.rem_euclid(26).saturating_add(10), 36)?;
    (read.last() == Some(&control.to_ascii_uppercase())).then_some(end)
}

/// A passport or a licence, where the text says that it is one: letters and at least five digits.
fn papers(letters: &Letters, place: usize, label: Label) -> Option<usize> {
    const MOST: usize = 16;
    if label != Label::Identity {
        return None;
    }
    let mut end = place;
    let mut digits = 0_usize;
    while let Some(letter) = letters.at(end).filter(char::is_ascii_alphanumeric) {
        digits = digits.saturating_add(usize::from(letter.is_ascii_digit()));
        end = end.saturating_add(1);
        if end.saturating_sub(place) > MOST {
            return None;
        }
    }
    (digits >= 5 && end.saturating_sub(place) >= 7 && letters.ends_here(end)).then_some(end)
}

/// Said to be an identity number: eight digits or more.
pub(super) fn is_labelled(number: &Number) -> bool {
    !number.plus && (8..=15).contains(&number.len()) && number.joined_by(&[' ', '-', '.', '/'])
}

/// What shape and checksum alone tell.
pub(super) fn is_identity(number: &Number, label: Label) -> bool {
    if number.plus || label == Label::Reference || number.numbered || label == Label::Phone {
        return false;
    }
    american(number) || french(number) || swedish(number) || brazilian(number)
}

/// "123-45-6789": no area 000, 666 or 900 and above, no empty part.
fn american(number: &Number) -> bool {
    let area = number.value(0, 3);
    number.is_grouped(&[3, 2, 4])
        && matches!(number.joints.as_slice(), ['-', '-'] | [' ', ' '])
        && !matches!(area, 0 | 666 | 900..)
        && number.value(3, 2) > 0
        && number.value(5, 4) > 0
}

/// Thirteen digits and their complement to 97.
fn french(number: &Number) -> bool {
    let key = 97_u64.saturating_sub(number.value(0, 13).rem_euclid(97));
    number.len() == 15
        && matches!(number.digits.first(), Some(1 | 2))
        && matches!(number.value(3, 2), 1..=12 | 20..=42)
        && number.value(13, 2) == key
        && number.joined_by(&[' ', '-', '.'])
}

/// "811228-9874", "19811228-9874": a date, four digits, a Luhn sum.
fn swedish(number: &Number) -> bool {
    let from = match number.groups.as_slice() {
        [6, 4] => 0,
        [8, 4] if matches!(number.value(0, 2), 19 | 20) => 2,
        _ => return false,
    };
    let (month, day) = (from_of(number, from, 2), from_of(number, from, 4));
    number.joined_by(&['-'])
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && number.digits.get(from..).is_some_and(luhn)
}

fn from_of(number: &Number, from: usize, place: usize) -> u64 {
    number.value(from.saturating_add(place), 2)
}

/// "529.982.247-25": nine digits and two control digits.
fn brazilian(number: &Number) -> bool {
    let control = |length: usize| {
        let weights = (2_u64..=u64::try_from(length).unwrap_or_default().saturating_add(1)).rev();
        let sum: u64 = number
            .digits
            .iter()
            .take(length)
            .zip(weights)
            .map(|(digit, weight)| u64::from(*digit).saturating_mul(weight))
            .sum();
        sum.saturating_mul(10).rem_euclid(11).rem_euclid(10)
    };
    number.is_grouped(&[3, 3, 3, 2])
        && matches!(number.joints.as_slice(), ['.', '.', '-'])
        && number.value(9, 1) == control(9)
        && number.value(10, 1) == control(10)
}
