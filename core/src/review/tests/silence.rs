//! `domain.md` 7.2 and everyday sentences: what the review must not take for a fault.

use alloc::vec::Vec;

use super::{at, ids};
use crate::review::context::Context;
use crate::review::{Severity, review};

/// `domain.md` 7.2: what the review must not take for a fault.
#[test]
fn false_positives_stay_silent() {
    let hot = at(2);
    let silent: [(&str, Context<'static>, &str); 32] = [
        ("L02", hot.clone(), "You should have received an email on Monday."),
        ("L02", hot.clone(), "You were due an update and did not get one."),
        ("L02", hot.clone(), "You did nothing wrong here."),
        ("L02", hot.clone(), "You didn't receive the refund, and that is on us."),
        ("L02", hot.clone(), "Please change the password if you haven't done so already."),
        ("L13", hot.clone(), "We ask all passengers to be courteous to each other."),
        ("L25", hot.clone(), "I have just picked up your ticket."),
        ("L25", hot.clone(), "Only the owner can change it."),
        (
            "L04",
            hot.clone(),
            "You wrote \"this damn thing is dead\", and I can see the same error here.",
        ),
        ("L04", hot.clone(), "> this is bullshit\nI have the order here and I can see the error."),
        ("L04", hot.clone(), "He'll call you from Scunthorpe about the class on Saturday."),
        ("L07", hot.clone(), "The ThinkPad X1 runs on UEFI, and the HDMI and USB-C ports follow."),
        ("L07", hot.clone(), "Press CTRL and F5."),
        ("L47", hot.clone(), "The parcel left on time but went to the wrong town."),
        ("L37", hot.clone(), "The lamp is always on while it charges."),
        ("L37", hot.clone(), "The repair is covered by your guarantee."),
        ("L50", hot.clone(), "What do you need to get going again?"),
        ("L50", hot.clone(), "You do not need to repeat anything."),
        ("L50", hot.clone(), "I must check the log first."),
        ("L05", hot.clone(), "You can report abuse of your account on this page."),
        ("L13", hot.clone(), "You can report abuse of your account on this page."),
        ("L13", hot.clone(), "You can change the language in your language settings."),
        ("L01", hot.clone(), "We can relax the limit for you."),
        ("L17", hot.clone(), "The offer is ending this Friday."),
        ("L70", hot.clone(), "I will send you a password reset link."),
        ("L70", hot.clone(), "Never share your PIN with anyone."),
        ("L68", hot.clone(), "You are free to post about this."),
        ("L67", hot.clone(), "Legal questions go to our legal team."),
        ("L61", hot.clone(), "Use `{name}` in the template to greet people there."),
        ("L09", hot.clone(), "Open http://example.org:8080/a and look at 3:4."),
        ("L65", hot.clone(), "Your order 88213 is at the depot."),
        ("L18", at(0), "The invoice is corrected, and the copy is in your inbox. Goodbye."),
    ];
    for (rule, context, reply) in silent {
        let review = review(reply, &context);
        assert!(!ids(&review).contains(&rule), "{rule} on `{reply}`: {:?}", ids(&review));
        assert!(!review.has_errors(), "`{reply}`: {:?}", ids(&review));
    }
    // Plain bad news with an option beside it is a remark, not a warning.
    let review = review("Unfortunately I cannot extend it. I can move you to monthly.", &hot);
    assert!(review.findings.iter().all(|finding| finding.severity == Severity::Info));
}

#[test]
fn a_calm_contact_is_left_in_peace() {
    let replies = [
        "Hi Anna! The invoice is attached. Happy to help.",
        "Sure, soon. I just checked: it is only open to owners.",
        "We will look into it tomorrow.",
    ];
    for reply in replies {
        assert_eq!(ids(&review(reply, &at(0))), Vec::<&str>::new(), "{reply}");
    }
}

/// Everyday support sentences that share words with the errors: none of them is one.
#[test]
fn everyday_sentences_are_no_errors() {
    let sentences = [
        "You have not missed anything.",
        "You haven't been charged twice.",
        "You should have a new card by now.",
        "You should have it in your inbox, and both files are attached.",
        "You should not have been left waiting.",
        "You should not have had to ask twice.",
        "None of this was your fault.",
        "It is not that you forgot anything.",
        "If you forgot your password, use the reset link.",
        "You are not being unreasonable.",
        "You are right, the driver was rude.",
        "You are difficult to hear on this line.",
        "I will stay calm and look at the log.",
        "Your card ending in **** 1234 is active.",
        "If you do not have the order number, I cannot find the parcel this way.",
        "Unless you change the plan, the price stays the same.",
        "I cannot open the account until you verify it.",
        "Please stop the download until you see the green light.",
        "Please send the receipt, or we cannot send the refund.",
        "Please keep it to the left.",
        "This language is not supported yet.",
        "You can use this language in the app.",
        "You can leave comments about us on the forum.",
        "The chat is closed on Sundays.",
        "The trial ends here, and the plan goes on.",
        "The endpoint is GET /orders/{id} with your key.",
        "I am sorry that you are unwell, and I am looking at the booking.",
        "You are on an unstable line, so I am writing instead.",
        "By law we keep invoices for seven years.",
        "You can delete the post in the settings.",
        "You can withdraw your complaint at any time, or keep it open.",
        "Please do not leave the router unplugged.",
        "Please don't go to the old page.",
        "You cannot report it from the old app, so use the new one.",
        "There is no point in restarting it again.",
        "If you report the phone stolen, we block the card in it at once.",
        "The setting lives in the menu on the left.",
        "The code works until Friday.",
        "Please leave it on until six.",
        "Is this your home address?",
        "Ask them to restart their phone.",
        "The parcel sits on the shelf at the depot.",
        "The system flagged the payment as a copy.",
        "Our system says the order left on Monday.",
        "I have marked it as high priority.",
        "It is labelled as fragile.",
        "Give the code to the driver.",
        "Enter the new password on the page.",
        "The guarantee covers the screen.",
        "I will not be able to join the call, so my manager will.",
        "The call ended before I could write it down.",
        "Please do not hesitate to reach out.",
        "Your offer ends on Friday, and the bill changes then.",
        "We do not accept returns of opened software. What I can do is a credit.",
        "My colleague will call you.",
        "The threat scan on the laptop is clean.",
        "You can hang up, and I will ring you back.",
        "Insert the card with the chip facing up.",
        "The lawyer you named has your letter.",
        "Your insurance covers personal injury claims.",
    ];
    let mut wrong = Vec::new();
    for context in [at(0), at(2), at(3)] {
        for sentence in sentences {
            for finding in review(sentence, &context).findings {
                if finding.severity == Severity::Error {
                    wrong.push(alloc::format!(
                        "{} on `{}` in `{sentence}`",
                        finding.rule.id(),
                        finding.span.of(sentence)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
