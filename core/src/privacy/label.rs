//! What the words before a number say that it is. The nearest word that says anything decides.
//!
//! The words stand here and not in `data/`: they name formats, and this floor lies below the tables.

use alloc::string::String;

use super::number::Letters;

/// How far back a label may stand.
const MOST_LETTERS: usize = 48;
const MOST_WORDS: usize = 6;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Label {
    None,
    /// An order, a ticket, a version: anything that belongs to the business.
    Reference,
    Phone,
    Card,
    SecurityCode,
    SortCode,
    Account,
    Routing,
    Identity,
}

impl Label {
    pub(super) fn before(letters: &Letters, place: usize) -> Self {
        let mut word = String::new();
        let mut words = 0_usize;
        let mut here = place;
        let first = place.saturating_sub(MOST_LETTERS);
        while here > first {
            here = here.saturating_sub(1);
            let Some(letter) = letters.at(here) else { break };
            if letter.is_alphanumeric() {
                word.extend(letter.to_lowercase());
                continue;
            }
            if let Some(label) = Self::of(&mut word, &mut words) {
                return label;
            }
            let stops = matches!(letter, '\n' | '?' | '!' | ';')
                || (letter == '.'
                    && letters.at(here.saturating_add(1)) == Some(' ')
                    && !is_short(letters, here));
            if stops || words >= MOST_WORDS {
                return Self::None;
            }
        }
        Self::of(&mut word, &mut words).unwrap_or(Self::None)
    }

    /// Takes the word read backwards.
    fn of(word: &mut String, words: &mut usize) -> Option<Self> {
        if word.is_empty() {
            return None;
        }
        *words = words.saturating_add(1);
        let read: String = word.chars().rev().collect();
        word.clear();
        Some(match read.as_str() {
            "order" | "orders" | "ref" | "reference" | "ticket" | "case" | "invoice"
            | "tracking" | "track" | "parcel" | "package" | "consignment" | "booking"
            | "reservation" | "serial" | "imei" | "sku" | "item" | "model" | "version"
            | "build" | "confirmation" | "transaction" | "policy" | "claim" | "contract"
            | "customer" | "job" | "complaint" | "meter" | "barcode" | "isbn" | "ean" | "gtin"
            | "vat" | "batch" | "part" | "delivery" | "shipment" | "awb" | "article"
            | "receipt" | "voucher" | "coupon" | "member" | "membership" | "loyalty" | "error"
            | "incident" | "firmware" | "product" | "asin" | "po" | "rma" | "return" | "flight"
            | "room" => Self::Reference,
            "phone" | "telephone" | "tel" | "mobile" | "mob" | "cell" | "cellphone" | "call"
            | "ring" | "text" | "sms" | "whatsapp" | "fax" | "dial" | "landline" | "handy"
            | "phoned" | "called" => Self::Phone,
            "card" | "visa" | "mastercard" | "amex" | "maestro" | "debit" | "credit" => Self::Card,
            "cvv" | "cvc" | "cvv2" | "cvc2" => Self::SecurityCode,
            "sort" | "sortcode" => Self::SortCode,
            "account" | "acct" | "acc" | "iban" | "konto" => Self::Account,
            "routing" | "aba" => Self::Routing,
            "ssn" | "passport" | "licence" | "license" | "nino" | "bsn" | "pesel" | "aadhaar"
            | "aadhar" | "nhs" | "dni" | "nie" | "cpf" | "steuer" | "tax" | "social"
            | "national" | "identity" | "personnummer" => Self::Identity,
            _ => return None,
        })
    }
}

/// "no. 123": the point of a shortened word ends no sentence.
fn is_short(letters: &Letters, point: usize) -> bool {
    let mut here = point;
    let mut length = 0_usize;
    while let Some(letter) = letters.before(here).filter(|letter| letter.is_alphanumeric()) {
        length = length.saturating_add(1);
        here = here.saturating_sub(1);
        if length > 4 || !letter.is_alphabetic() {
            return false;
        }
    }
    length > 0 && length <= 4
}
