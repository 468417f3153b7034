//! Private details of a customer in a text: found by shape, checksum and label, and masked in exports
//! (`domain.md` 2.3: not more identity than needed).
//!
//! A wrong mask spoils a record as a leak spoils trust: numbers that say what they are (an order, a
//! ticket, a version, a date, a price) stay.

mod bank;
mod card;
mod email;
mod identity;
mod label;
mod number;
mod phone;

use alloc::string::String;
use alloc::vec::Vec;

use crate::terms::named;
use crate::text::Span;
use label::Label;
use number::{Letters, Number};

named! {
    /// What a private detail is.
    pub enum PrivateKind {
        /// A payment card's number, or the code on its back.
        Card = 0 "card",
        /// A bank account: IBAN, sort code and account, routing number.
        BankAccount = 1 "bank_account",
        /// A phone number.
        Phone = 2 "phone",
        /// An e-mail address.
        Email = 3 "email",
        /// A national identity, insurance or tax number, a passport or a driving licence.
        Identity = 4 "identity",
    }
}

impl PrivateKind {
    /// What [`mask_private`] writes in its place.
    #[must_use]
    pub const fn placeholder(self) -> &'static str {
        match self {
            Self::Card => "[card number]",
            Self::BankAccount => "[bank account]",
            Self::Phone => "[phone number]",
            Self::Email => "[e-mail address]",
            Self::Identity => "[identity number]",
        }
    }
}

/// One private detail in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PrivateDetail {
    /// What it is.
    pub kind: PrivateKind,
    /// Where it is, in UTF-8 bytes.
    pub span: Span,
}

/// Finds cards, bank accounts, phone numbers, e-mail addresses and identity numbers, in the order of
/// the text and without overlap. Linear in the text; checks Luhn, mod 97 and control letters where the
/// kind has them.
///
/// ```
/// use unruffled::{PrivateKind, find_private};
///
/// let text = "Order 4155550132 is late. Ring me on 07700 900123.";
/// let found = find_private(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].kind, PrivateKind::Phone);
/// assert_eq!(found[0].span.of(text), "07700 900123");
/// ```
#[must_use]
pub fn find_private(text: &str) -> Vec<PrivateDetail> {
    let letters = Letters::of(text);
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        match detail_at(&letters, place) {
            Some((kind, end)) if end > place => {
                found.push(PrivateDetail { kind, span: letters.span(place, end) });
                place = end;
            }
            _ => place = after_this(&letters, place),
        }
    }
    found
}

/// Replaces every private detail by what it was: `[card number]`, `[phone number]`, …
///
/// ```
/// use unruffled::mask_private;
///
/// assert_eq!(mask_private("Write to j.doe@example.org"), "Write to [e-mail address]");
/// ```
#[must_use]
pub fn mask_private(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for detail in find_private(text) {
        masked.push_str(Span::new(from, detail.span.start).of(text));
        masked.push_str(detail.kind.placeholder());
        from = detail.span.end;
    }
    masked.push_str(Span::new(from, u32::try_from(text.len()).unwrap_or(u32::MAX)).of(text));
    masked
}

fn detail_at(letters: &Letters, place: usize) -> Option<(PrivateKind, usize)> {
    if !letters.starts_here(place) {
        return None;
    }
    if let Some(end) = email::at(letters, place) {
        return Some((PrivateKind::Email, end));
    }
    if !letters.in_front(place).is_some_and(|letter| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let label = Label::before(letters, place);
    if let Some(end) = bank::iban_at(letters, place, label) {
        return Some((PrivateKind::BankAccount, end));
    }
    if let Some(end) = identity::code_at(letters, place, label) {
        return Some((PrivateKind::Identity, end));
    }
    let numbers = Number::all_at(letters, place);
    let dated = numbers.iter().any(Number::is_date);
    // The longest run of groups that is something.
    numbers.into_iter().rev().find_map(|number| {
        let kind =
            if dated && !bank::is_sorted(&number, label) { None } else { kind_of(&number, label) };
        Some((kind?, number.end))
    })
}

fn kind_of(number: &Number, label: Label) -> Option<PrivateKind> {
    if number.priced {
        return None;
    }
    // What says what it is goes by its label before anything is guessed from its shape.
    let said = match label {
        Label::Card => card::is_card(number, label).then_some(PrivateKind::Card),
        Label::SecurityCode => card::is_security_code(number).then_some(PrivateKind::Card),
        Label::SortCode | Label::Account | Label::Routing => {
            bank::is_account(number, label).then_some(PrivateKind::BankAccount)
        }
        Label::Identity => identity::is_labelled(number).then_some(PrivateKind::Identity),
        Label::Phone | Label::Reference | Label::None => None,
    };
    said.or_else(|| card::is_card(number, label).then_some(PrivateKind::Card))
        .or_else(|| bank::is_account(number, label).then_some(PrivateKind::BankAccount))
        .or_else(|| identity::is_identity(number, label).then_some(PrivateKind::Identity))
        .or_else(|| phone::is_phone(number, label).then_some(PrivateKind::Phone))
}

/// Past a date, which would else lend its end to what follows; else one letter on.
fn after_this(letters: &Letters, place: usize) -> usize {
    let next = place.saturating_add(1);
    if !letters.at(place).is_some_and(|letter| letter.is_ascii_digit())
        || !letters.starts_here(place)
    {
        return next;
    }
    Number::all_at(letters, place).into_iter().find(Number::is_date).map_or(next, |date| date.end)
}
