//! Phone numbers: international, national with a leading zero, North American, and whatever the text
//! says is one.

use super::label::Label;
use super::number::Number;

pub(super) fn is_phone(number: &Number, label: Label) -> bool {
    let length = number.len();
    if number.plus {
        return (8..=15).contains(&length) && number.joined_by(&[' ', '-', '.', '(', '/']);
    }
    if label == Label::Reference || number.numbered || is_address(number) {
        return false;
    }
    is_international(number, label)
        || is_national(number)
        || is_north_american(number)
        || (label == Label::Phone
            && (6..=15).contains(&length)
            && number.joined_by(&[' ', '-', '.', '(']))
}

/// "0044 20 7946 0958".
fn is_international(number: &Number, label: Label) -> bool {
    number.starts_with(&[0, 0])
        && number.digits.get(2).is_some_and(|digit| *digit > 0)
        && (11..=16).contains(&number.len())
        && (!number.is_whole() || label == Label::Phone || number.starts_with(&[0, 0, 4]))
}

/// "07700 900123", "(020) 7946 0958", "06 12 34 56 78", "030/1234567".
fn is_national(number: &Number) -> bool {
    number.starts_with(&[0])
        && number.digits.get(1).is_some_and(|digit| *digit > 0)
        && (9..=12).contains(&number.len())
        && number.groups.iter().all(|length| *length >= 2)
        && (number.groups.len() > 1 || number.len() >= 10)
}

/// "(415) 555-0132", "415.555.0132", "1-800-555-0199": the area and the exchange begin with 2 to 9.
fn is_north_american(number: &Number) -> bool {
    let from = match number.groups.as_slice() {
        [3, 3, 4] => 0,
        [1, 3, 3, 4] if number.starts_with(&[1]) => 1,
        _ => return false,
    };
    let opens = |place: usize| number.digits.get(place).is_some_and(|digit| *digit >= 2);
    opens(from) && opens(from.saturating_add(3)) && number.joined_by(&[' ', '-', '.', '('])
}

/// Four short groups with dots: an address on a network, or a version.
fn is_address(number: &Number) -> bool {
    number.groups.len() >= 4
        && number.joints.iter().all(|joint| *joint == '.')
        && number.groups.iter().all(|length| *length <= 3)
        && !number.starts_with(&[0])
}
