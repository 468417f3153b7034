//! Bank accounts: IBAN by country length and mod 97, British sort codes and accounts, American routing
//! numbers.

use super::label::Label;
use super::number::{Letters, Number};

/// The length of an IBAN by country (ISO 13616).
const LENGTHS: [(&str, usize); 78] = [
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("XK", 20),
];

/// The end of the IBAN that begins at `place`.
pub(super) fn iban_at(letters: &Letters, place: usize, label: Label) -> Option<usize> {
    let first = letters.at(place)?.to_ascii_uppercase();
    let second = letters.at(place.checked_add(1)?)?.to_ascii_uppercase();
    let known = |country: &str| country.chars().eq([first, second]);
    let (_, length) = LENGTHS.iter().find(|(country, _)| known(country))?;
    const SHAPE: &str = "AA99XXXXXXXXXXXXXXXXXXXXXXXXXXXX";
    let shape = SHAPE.get(..*length)?;
    let (read, end) = letters.shape(place, shape, &[' ', '-'])?;
    (is_sound(&read) || label == Label::Account).then_some(end)
}

/// Mod 97 over the letters with the first four moved to the end is one (ISO 7064).
fn is_sound(iban: &[char]) -> bool {
    let turned = iban.iter().skip(4).chain(iban.iter().take(4));
    let rest = turned.fold(0_u32, |rest, letter| {
        let value = letter.to_digit(36).unwrap_or_default();
        let shift = if value < 10 { 10 } else { 100 };
        rest.wrapping_mul(shift).wrapping_add(value).rem_euclid(97)
    });
    rest == 1
}

/// A sort code, which may look like a date: said to be one, or "12-34-56 12345678".
pub(super) fn is_sorted(number: &Number, label: Label) -> bool {
    let pair = number.is_grouped(&[2, 2, 2, 8])
        && matches!(number.joints.as_slice(), ['-', '-', ' '] | [' ', ' ', ' ']);
    pair || (label == Label::SortCode && number.len() == 6)
}

pub(super) fn is_account(number: &Number, label: Label) -> bool {
    if number.plus || number.numbered {
        return false;
    }
    is_sorted(number, label)
        || match label {
            Label::SortCode => number.len() == 8,
            Label::Account => {
                number.is_whole() && (7..=17).contains(&number.len())
                    || number.groups.len() > 1
                        && number.joined_by(&[' ', '-'])
                        && (8..=17).contains(&number.len())
            }
            Label::Routing => {
                matches!(number.len(), 8..=17)
                    && number.is_whole()
                    && (number.len() != 9 || is_routing(number))
            }
            Label::None
            | Label::Reference
            | Label::Phone
            | Label::Card
            | Label::SecurityCode
            | Label::Identity => false,
        }
}

/// The weighted sum of an American routing number is a multiple of ten.
fn is_routing(number: &Number) -> bool {
    let sum: u32 = number
        .digits
        .iter()
        .zip([3_u32, 7, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(*digit).saturating_mul(weight))
        .sum();
    sum % 10 == 0
}
