//! Private details: what is masked in an export, and what must stay.

use std::fs;

use unruffled::{PrivateKind, find_private, mask_private};

/// `kind TAB the detail TAB the text`, or `keep TAB TAB the text`; made-up persons and test numbers.
const ROWS: &str = include_str!("privacy/rows.txt");

#[test]
fn rows() {
    let mut masked = 0;
    let mut kept = 0;
    let mut wrong = Vec::new();
    for (number, line) in ROWS.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut cells = line.splitn(3, '\t');
        let (kind, detail) = (cells.next().unwrap(), cells.next().unwrap());
        let text = cells.next().unwrap();
        let found: Vec<(&str, &str)> =
            find_private(text).iter().map(|one| (one.kind.name(), one.span.of(text))).collect();
        let expected: Vec<(&str, &str)> = if kind == "keep" {
            kept += 1;
            Vec::new()
        } else {
            masked += 1;
            assert!(PrivateKind::from_name(kind).is_some(), "line {}: {kind}", number + 1);
            detail.split('|').map(|detail| (kind, detail)).collect()
        };
        if found != expected {
            wrong.push(format!("line {}: {text}\n  found {found:?}", number + 1));
        }
    }
    println!("{masked} masked, {kept} kept");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(masked >= 60 && kept >= 60, "the table shrank");
}

#[test]
fn masks_say_what_stood_there() {
    let text =
        "Card 4111 1111 1111 1111, ring +44 7700 900123 or write to a.b@example.org about 5512.";
    let masked = "Card [card number], ring [phone number] or write to [e-mail address] about 5512.";
    assert_eq!(mask_private(text), masked);
    assert_eq!(mask_private(masked), masked, "masking twice changes nothing");
    assert_eq!(mask_private(""), "");
}

#[test]
fn spans_are_in_order_and_cut_out_what_they_claim() {
    let pieces = [
        "\u{1f600}",
        "4111111111111111",
        "é",
        " ",
        "07700 900123",
        "@",
        ".",
        "a@b.example",
        "-",
        "(",
        "\u{200f}",
        "+",
        "12/05/2024",
        "\u{0661}\u{0662}",
        "GB",
        "#",
        "no",
        "ring ",
        "\u{ff14}",
    ];
    let mut seed = 7_u64;
    for _ in 0..3_000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[usize::try_from(seed >> 33).unwrap() % pieces.len()]);
        }
        let mut last = 0;
        for detail in find_private(&text) {
            assert!(detail.span.start >= last && !detail.span.of(&text).is_empty(), "{text:?}");
            last = detail.span.end;
        }
        assert!(mask_private(&text).len() <= text.len() * 4 + 20);
    }
}

#[test]
fn long_texts_take_linear_time() {
    for piece in ["1 ", "1", "a@", "a.", "+", "(", "ab12", "1-", "GB29", "ring 0"] {
        let text = piece.repeat(65_536 / piece.len());
        let began = std::time::Instant::now();
        let _ = find_private(&text);
        assert!(began.elapsed().as_secs() < 5, "{piece:?} took {:?}", began.elapsed());
    }
    assert!(fs::metadata(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/privacy/rows.txt")).is_ok());
}
