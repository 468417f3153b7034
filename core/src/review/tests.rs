//! The rules in their moments: plain contexts, one table a file.

mod bank;
mod essays;
mod other_words;
mod silence;
mod table;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::context::Context;
use super::{Review, review};
use crate::case::Service;
use crate::policy::CrisisDirectory;
use crate::reply::Facts;
use crate::speech::Nouns;
use crate::terms::{Act, Channel, Flag, Flags, Slot};
use crate::time::Timestamp;

static NO_FACTS: Facts<'static> = Facts::new();

/// A moment in a chat at a temperature; not the first reply.
pub(super) fn at(temperature: u8) -> Context<'static> {
    Context {
        temperature,
        crosses_line: temperature >= 4,
        boundaries: 0,
        consequence_from: 2,
        may_end: false,
        threat: false,
        crisis: false,
        flags: Flags::EMPTY,
        delay_named: false,
        data_asked: false,
        channel: Channel::Chat,
        first_reply: false,
        cut: false,
        has_message: true,
        service: Service::Working,
        questions: 0,
        apologies: 0,
        understandings: 0,
        overdue: false,
        issue: None,
        nouns: Nouns::default(),
        recent: &[],
        facts: &NO_FACTS,
        directory: None,
    }
}

fn about(mut context: Context<'static>, issue: &'static str) -> Context<'static> {
    context.issue = Some(issue);
    context.nouns = Nouns::of_titles([issue].into_iter());
    context
}

fn with(mut context: Context<'static>, flag: Flag) -> Context<'static> {
    context.flags.insert(flag);
    context.delay_named |= flag == Flag::Delay;
    context
}

fn first(mut context: Context<'static>) -> Context<'static> {
    context.first_reply = true;
    context
}

fn warned(mut context: Context<'static>, boundaries: u8) -> Context<'static> {
    context.boundaries = boundaries;
    context.may_end = boundaries >= 2;
    context
}

fn knowing<'a>(context: Context<'a>, facts: &'a Facts<'a>) -> Context<'a> {
    Context { facts, ..context }
}

fn ids(review: &Review) -> Vec<&'static str> {
    review.findings.iter().map(|finding| finding.rule.id()).collect()
}

#[test]
fn rules_that_need_facts() {
    let facts = Facts::new()
        .with(Slot::Ref, "88213")
        .with(Slot::Name, "Karen")
        .with(Slot::Fault, "the wrong item")
        .with(Slot::Date, "Monday 3 May")
        .with(Slot::Item, "the Bloody Mary mix");
    let context = knowing(at(2), &facts);
    let cases: [(&str, &[(&str, &str)]); 11] = [
        ("What's your order number?", &[("L51", "your order number")]),
        ("Could you send me your account number?", &[("L51", "your account number")]),
        ("I have order 88213 here.", &[]),
        ("The Bloody Mary mix left on Monday.", &[]),
        ("The damn mix left on Monday.", &[("L04", "damn")]),
        ("Mistakes were made.", &[("L33", "Mistakes were made")]),
        ("We sent the wrong item, and I am sorry.", &[]),
        ("Karen, the fix is in, Karen.", &[("L60", "Karen")]),
        ("Karen, the fix is in, and I am sorry.", &[]),
        ("It ships on Monday, and I am sorry.", &[]),
        ("It ships on Friday, and I am sorry.", &[("L41", "It ships")]),
    ];
    for (reply, expected) in cases {
        let found: Vec<(&str, &str)> = review(reply, &context)
            .findings
            .iter()
            .filter(|finding| finding.rule.id() != "L34")
            .map(|finding| (finding.rule.id(), finding.span.of(reply)))
            .collect();
        assert_eq!(found, expected, "{reply}");
    }
}

#[test]
fn wording_of_a_recent_reply_is_seen() {
    let earlier =
        vec![crate::text::wording("I am comparing both invoices now and will write by noon.")];
    let context = Context { recent: &earlier, ..at(2) };
    let reply = "Again I AM comparing both invoices now, and will write by three.";
    let review = review(reply, &context);
    let repeated: Vec<&str> = review
        .findings
        .iter()
        .filter(|finding| finding.rule.id() == "L59")
        .map(|finding| finding.span.of(reply))
        .collect();
    assert_eq!(repeated, ["I AM comparing both invoices now, and will write by"]);
}

#[test]
fn several_questions_want_several_answers() {
    let mut asked = at(1);
    asked.questions = 2;
    for (reply, expected) in [
        ("The refund left on Monday, and I will write by noon.", true),
        ("The refund left on Monday. The new card follows on Friday.", false),
        ("The refund left on Monday. On your second question, I will know by 15:00.", false),
        ("You have raised two points: the refund and the card. First, the refund.", false),
        ("May I ask which card you mean?", false),
    ] {
        let found = review(reply, &asked);
        assert_eq!(ids(&found).contains(&"L52"), expected, "{reply}: {:?}", ids(&found));
    }
}

#[test]
fn length_is_judged_by_channel() {
    let long = "I have the order here and the record shows that it left our place on time, went \
        to the wrong town, came back to us, and left again with the right label on it.";
    let chat = review(long, &at(2));
    assert!(ids(&chat).contains(&"L55"), "{:?}", ids(&chat));
    let mut email = at(2);
    email.channel = Channel::Email;
    let short = "I have the order here, it left on time, and it is at the depot.";
    assert_eq!(ids(&review(short, &email)), Vec::<&str>::new());
    let wordy = "The order is here. ".repeat(12);
    assert!(ids(&review(&wordy, &at(2))).contains(&"L56"));
    assert!(!ids(&review(&wordy, &email)).contains(&"L56"));
    let hard = "Notwithstanding the aforementioned circumstances, the organisation is continuously \
        investigating particular configuration irregularities that necessitated the temporary \
        discontinuation of complimentary notification functionality previously available to every \
        subscribing individual internationally and domestically throughout the year.";
    assert!(ids(&review(hard, &email)).contains(&"L54"));
}

#[test]
fn what_is_missing_is_named() {
    let delayed = with(first(at(2)), Flag::Delay);
    let mut crisis = at(2);
    crisis.crisis = true;
    let mut data = at(1);
    data.data_asked = true;
    let rows: [(&str, Context<'static>, &[Act]); 5] = [
        ("Noted.", delayed.clone(), &[Act::Ack, Act::Apol, Act::Step, Act::Commit]),
        (
            "Waiting two days for the refund is too long, and I am sorry. I am checking it now, and you will hear from me by 16:00.",
            delayed,
            &[],
        ),
        ("The refund left on the 3rd.", crisis, &[Act::Crisis]),
        ("I am checking the refund and will write by noon.", data, &[Act::Data]),
        ("Sure.", at(0), &[]),
    ];
    for (reply, context, expected) in rows {
        assert_eq!(review(reply, &context).missing, expected, "{reply}");
    }
}

#[test]
fn a_checked_directory_allows_its_own_numbers() {
    let directory = CrisisDirectory {
        emergency_number: String::from("112"),
        crisis_line: String::from("the night line"),
        crisis_contact: String::from("0800 555 0100, or text 555123"),
        verified_on: Timestamp(0),
    };
    let mut context = at(2);
    context.crisis = true;
    let context = Context { directory: Some(&directory), ..context };
    let listed = "If you are in danger now, please call 112. You can talk to the night line at 0800 555 0100.";
    assert_eq!(ids(&review(listed, &context)), Vec::<&str>::new());
    let other = "If you are in danger now, please call 911.";
    assert_eq!(ids(&review(other, &context)), ["L65"]);
}

/// Any text is safe, every span cuts out what it claims, findings come in order, and time is linear.
#[test]
fn hostile_text_is_safe() {
    let texts = [
        String::new(),
        String::from(" \n\n\t "),
        String::from("\u{202e}\u{200b}\u{feff}!!!???"),
        String::from("你好，很抱歉。明天 16:00 之前回复您！ שלום מרחבא 🎉👩‍👩‍👧‍👦 e\u{301}"),
        String::from("{[<{[<}]>") + &"{".repeat(3000) + &"\"".repeat(3001) + &"`".repeat(999),
        "Sorry! I understand, calm down. ".repeat(2048),
        "sorry ".repeat(10_922),
        "A".repeat(65_536),
        "1 ".repeat(32_768),
        "please send, ".repeat(5_000),
    ];
    let everything = with(with(at(3), Flag::Legal), Flag::Bereavement);
    let mut crisis = at(5);
    crisis.crisis = true;
    for text in &texts {
        for context in [&everything, &crisis] {
            let review = review(text, context);
            let mut last = 0;
            for finding in &review.findings {
                assert!(finding.span.start >= last);
                let words = finding.span.of(text).len();
                assert_eq!(
                    words,
                    usize::try_from(finding.span.len()).unwrap(),
                    "cuts out what it claims"
                );
                assert!(!finding.why.is_empty());
                last = finding.span.start;
            }
        }
    }
}
