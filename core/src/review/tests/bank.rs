//! Every phrase of the bank in its proper moment, its gaps filled.

use alloc::string::String;
use alloc::vec::Vec;

use super::{at, warned, with};
use crate::policy::CrisisDirectory;
use crate::reply::Facts;
use crate::review::context::Context;
use crate::review::{Severity, review};
use crate::speech::Nouns;
use crate::tables::phrases;
use crate::terms::{Flag, Slot};
use crate::time::Timestamp;

/// What a host would give for each gap; the numbers are those of the directory below.
const VALUES: [(Slot, &str); 58] = [
    (Slot::Issue, "the double charge"),
    (Slot::Impact, "a demo at noon"),
    (Slot::Cost, "two working days"),
    (Slot::Duration, "two days"),
    (Slot::Since, "Monday"),
    (Slot::Time, "16:00"),
    (Slot::Date, "3 May"),
    (Slot::Step, "check the log"),
    (Slot::StepIng, "checking the log"),
    (Slot::Fact, "the order left on Monday"),
    (Slot::Unknown, "why it stopped"),
    (Slot::Reason, "it blocks the rest"),
    (Slot::Expected, "a call by Tuesday"),
    (Slot::Actual, "no call"),
    (Slot::Fault, "the wrong order"),
    (Slot::FaultPast, "sent the wrong order"),
    (Slot::Item, "the photos"),
    (Slot::List, "the double charge and the old invoice"),
    (Slot::N, "2"),
    (Slot::Current, "the double charge"),
    (Slot::Parked, "the old invoice"),
    (Slot::Ask, "the order number"),
    (Slot::Purpose, "find the payment"),
    (Slot::OptionA, "a refund"),
    (Slot::OptionB, "a new part"),
    (Slot::Alternative, "a credit"),
    (Slot::Request, "waive the fee"),
    (Slot::RequestNp, "a refund after June"),
    (Slot::RuledOut, "the cable"),
    (Slot::NextPlace, "the router"),
    (Slot::Milestone, "the final test"),
    (Slot::Outcome, "the login"),
    (Slot::Content, "the test result"),
    (Slot::Name, "Ms Hollis"),
    (Slot::Person, "Sam"),
    (Slot::Team, "the billing team"),
    (Slot::Role, "my manager"),
    (Slot::Power, "approve the refund"),
    (Slot::Summary, "the fee is wrong"),
    (Slot::ContactKind, "chat"),
    (Slot::Route, "the help page"),
    (Slot::ReviewRoute, "the complaints page"),
    (Slot::AltOwner, "my manager"),
    (Slot::SafetyRole, "our safety lead"),
    (Slot::LegalRole, "our legal team"),
    (Slot::PrivacyRole, "our privacy team"),
    (Slot::TrainedRole, "a trained colleague"),
    (Slot::ServiceItem, "the refund"),
    (Slot::Body, "the ombudsman"),
    (Slot::Ref, "A12"),
    (Slot::DataRequest, "a copy of your data"),
    (Slot::Adjustment, "write in shorter steps"),
    (Slot::Need, "your need for large print"),
    (Slot::Channel, "phone"),
    (Slot::Seconds, "20"),
    (Slot::EmergencyNumber, "112"),
    (Slot::CrisisLine, "the night line"),
    (Slot::CrisisContact, "0800 555 0100"),
];

fn fill(text: &str) -> String {
    let mut filled = String::from(text);
    for (slot, value) in VALUES {
        let name = slot.name();
        let raised = |word: &str| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect::<String>()
            })
        };
        filled = filled.replace(&alloc::format!("{{{name}}}"), value);
        filled = filled.replace(&alloc::format!("{{{}}}", raised(name)), &raised(value));
    }
    filled
}

/// The moment a phrase is for, by the first part of its name.
fn moment(name: &str) -> Context<'static> {
    let mut context = match name.split('.').next().unwrap_or("") {
        "ACK" if name.contains("calm") => at(0),
        "ACK" if name.contains("tense") => at(1),
        "ACK" if name.contains("heated") => at(3),
        "BOUND" if name.contains("firm") => warned(at(4), 1),
        "BOUND" => at(4),
        "END" if name.contains("severe") => warned(at(5), 1),
        "END" => warned(at(4), 2),
        "MISSED" => at(2),
        "LEGAL" => with(at(2), Flag::Legal),
        "VULN" => with(at(1), Flag::Bereavement),
        "ACCESS" => with(at(1), Flag::DisabilityDisclosed),
        "CRISIS" => at(2),
        "GREET" | "CLOSE" | "FOLLOWUP" => at(0),
        _ => at(2),
    };
    context.threat = name.starts_with("END.severe");
    context.may_end |= name.starts_with("END");
    context.crisis = name.starts_with("CRISIS");
    context.overdue = name.starts_with("MISSED");
    context.data_asked = name.starts_with("DATA");
    context.issue = Some("the double charge");
    context.nouns = Nouns::of_titles(["the double charge"].into_iter());
    context
}

#[test]
fn every_phrase_of_the_bank_is_clean_in_its_moment() {
    // Who asks for the number does not have it; a fault would ask for its apology.
    let unknown = [Slot::Ref, Slot::Fault, Slot::FaultPast];
    let known = VALUES.iter().filter(|(slot, _)| !unknown.contains(slot));
    let facts = known.fold(Facts::new(), |facts, (slot, value)| facts.with(*slot, *value));
    let directory = CrisisDirectory {
        emergency_number: String::from("112"),
        crisis_line: String::from("the night line"),
        crisis_contact: String::from("0800 555 0100"),
        verified_on: Timestamp(0),
    };
    // A phrase is a part of a reply: what the rest of the reply brings may be absent.
    let of_the_whole = ["L39", "L20"];
    let mut seen = 0;
    let mut wrong = Vec::new();
    for phrase in phrases::all() {
        seen += 1;
        let text = fill(phrase.text());
        let context =
            Context { facts: &facts, directory: Some(&directory), ..moment(phrase.name()) };
        for finding in review(&text, &context).findings {
            let part = of_the_whole.contains(&finding.rule.id());
            if finding.severity == Severity::Error || !part {
                wrong.push(alloc::format!(
                    "{} `{text}`: {} on `{}`",
                    phrase.name(),
                    finding.rule.id(),
                    finding.span.of(&text)
                ));
            }
        }
    }
    assert!(seen > 150, "{seen}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
