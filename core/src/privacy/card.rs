//! Payment cards: a known issuer's first digits and length, and a Luhn sum.

use super::label::Label;
use super::number::{Number, luhn};

pub(super) fn is_card(number: &Number, label: Label) -> bool {
    if number.plus || !number.joined_by(&[' ', '-', '.']) {
        return false;
    }
    if label == Label::Card {
        // Said to be one: a slip of one digit is a card number all the same.
        return (13..=19).contains(&number.len()) && (luhn(&number.digits) || is_issued(number));
    }
    let written_as_card = number.groups.len() > 1 && number.groups.iter().all(|one| *one <= 6);
    let named_otherwise = label == Label::Reference || number.numbered;
    luhn(&number.digits)
        && is_issued(number)
        && (written_as_card || !named_otherwise)
        && (number.is_whole() || is_card_grouping(&number.groups))
}

/// The three or four digits on the back, where the text says that they are.
pub(super) fn is_security_code(number: &Number) -> bool {
    number.is_whole() && (3..=4).contains(&number.len())
}

/// The issuers' ranges, by their first four digits, and their lengths (ISO/IEC 7812).
fn is_issued(number: &Number) -> bool {
    let first = number.value(0, 4);
    let lengths = match first {
        4000..=4999 | 5100..=5599 | 2221..=2720 | 3528..=3589 => 16..=16,
        3400..=3499 | 3700..=3799 => 15..=15,
        3000..=3059 | 3600..=3699 | 3800..=3999 => 14..=14,
        6011
        | 6440..=6599
        | 6200..=6299
        | 5000..=5099
        | 5600..=5899
        | 6300..=6399
        | 6700..=6799 => 16..=19,
        _ => return false,
    };
    lengths.contains(&number.len())
}

fn is_card_grouping(groups: &[usize]) -> bool {
    matches!(
        groups,
        [4, 4, 4, 4]
            | [4, 4, 4, 4, 3]
            | [4, 4, 4, 4, 1..=2]
            | [4, 6, 5]
            | [4, 6, 4]
            | [8, 8]
            | [4, 4, 4, 3]
            | [6, 13]
    )
}
