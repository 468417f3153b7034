//! What a message is cut into: grievances with names in the customer's own nouns, and the agent's columns.

use unruffled::{IssueKind, IssueTime, Policy, SegmentKind, classify_message};

use IssueKind::{Billing, Cancellation, Delivery, Fault, Other, Refund};
use IssueTime::{Current, Past};

type Named<'a> = (IssueKind, &'a str, IssueTime);

#[test]
fn issues_are_named_in_the_customers_nouns() {
    let rows: [(&str, &[Named]); 9] = [
        ("Why is this damn system always broken?", &[(Fault, "the system", Current)]),
        (
            "You charged me twice and the refund promised on the 3rd never came.",
            &[(Billing, "the double charge", Current), (Refund, "the refund", Current)],
        ),
        ("I was charged twice", &[(Billing, "the double charge", Current)]),
        ("WHY HAS MY INTERNET BEEN OFF SINCE MONDAY", &[(Fault, "your internet", Current)]),
        ("This bloody app logged me out again", &[(Fault, "the app", Current)]),
        (
            "Ridiculous! I've waited all day and no one has touched this stupid system!",
            &[(Other, "the system", Current)],
        ),
        (
            "my stupid fucking order is late again and last year you lost my parcel too",
            &[(Delivery, "your order", Current), (Delivery, "your parcel", Past)],
        ),
        ("can i cancel my subscription", &[(Cancellation, "the cancellation", Current)]),
        ("Thanks, all good now.", &[]),
    ];
    for (text, expected) in rows {
        let message = classify_message(text, Policy::standard());
        let found: Vec<Named> = message
            .issues
            .iter()
            .map(|issue| (issue.kind, issue.title.as_str(), issue.time))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn names_are_short_and_clean() {
    let texts = [
        "MY F***ING BROADBAND IS DOWN AGAIN YOU MORONS",
        "this stupid useless piece of shit router keeps dropping",
        "your idiotic bloody website lost my order",
        "my ＩＤＩＯＴ printer is broken",
    ];
    for text in texts {
        let message = classify_message(text, Policy::standard());
        assert!(!message.issues.is_empty(), "{text}");
        for issue in &message.issues {
            let words = issue.title.split(' ').count();
            assert!((2..=6).contains(&words), "{text}: {}", issue.title);
            let again = classify_message(&issue.title, Policy::standard());
            assert!(again.evidence.iter().all(|one| one.weight < 300), "{text}: {}", issue.title);
            assert!(!issue.title.chars().all(|letter| !letter.is_lowercase()), "{}", issue.title);
        }
    }
}

#[test]
fn segments_are_the_agents_columns() {
    let text = "Hi, my order came without the charger. This is beyond frustrating. \
                Please send one today. Thanks.";
    let message = classify_message(text, Policy::standard());
    let kinds: Vec<SegmentKind> = message.segments.iter().map(|segment| segment.kind).collect();
    assert_eq!(
        kinds,
        [
            SegmentKind::Courtesy,
            SegmentKind::Fact,
            SegmentKind::Feeling,
            SegmentKind::Ask,
            SegmentKind::Courtesy
        ]
    );
}
