//! An incident written up for the file.

#![allow(clippy::unwrap_used, reason = "a helper of a test that fails should fail the test")]

#[path = "support/talk.rs"]
mod talk;

use talk::{CALM, CROSSING, Talk, agent, boundary, completes_record, end, flagged, message};
use unruffled::{
    Actor, BusinessCalendar, Channel, Event, Flag, Human, IncidentNote, IncidentReport, OpenHours,
    Policy, PolicyBuilder, RestrictionRules, Retention, Role, TimeOfDay, Timestamp, Verbatim,
};

const PAGE: &str = include_str!("case_report/ended.txt");
const BEGUN: &str = include_str!("case_report/begun.txt");

/// A contact that was ended after two boundaries, its record filled and signed.
fn ended() -> Talk {
    let mut talk = Talk::under(Channel::Chat, policy());
    talk.at = Timestamp(1_715_522_602_000);
    talk.case = unruffled::Case::open("chat 4711", Channel::Chat, talk.at);
    talk.complains(flagged(CROSSING, [Flag::Delay]), &["the blue jacket"]);
    talk.does(&boundary());
    insult(&mut talk, "you stupid idiot, call me on 07700 900123");
    talk.does(&boundary());
    insult(&mut talk, "you worthless\nidiot");
    talk.does(&Event::IncidentNoted { by: agent(), note: filled() });
    talk.does(&end());
    let note = IncidentNote { sign_off: true, ..IncidentNote::default() };
    let manager = Actor::Human(Human { name: "Kim".into(), role: Role::Manager });
    talk.does(&Event::IncidentNoted { by: manager, note });
    talk
}

fn insult(talk: &mut Talk, words: &str) {
    let mut message = message(CROSSING);
    message.verbatim = Some(words.into());
    talk.does(&Event::MessageReceived(message));
}

fn filled() -> IncidentNote {
    let some = |text: &str| Some(text.to_string());
    IncidentNote {
        customer_reference: some("K-20931"),
        verbatim: None,
        context: some(
            "The jacket is nine days late; the courier returned it to us without telling anyone, \
             and our first answer named a wrong day.",
        ),
        response: some("wrote two more insults"),
        supervisor_response: some("approved the ending"),
        adjustments: some("asked; none needed"),
        evidence: some("chat log 12; card 4111 1111 1111 1111 was typed into it and is removed"),
        issue_owner: some("Kim Vale, returns desk"),
        wellbeing: some("short break, then e-mail only"),
        review_date: Some(Timestamp(1_718_150_400_000)),
        sign_off: false,
    }
}

/// An hour east of UTC, with a route of appeal.
fn house() -> PolicyBuilder {
    let hours =
        OpenHours { opens: TimeOfDay::at(0, 0).unwrap(), closes: TimeOfDay::at(24, 0).unwrap() };
    let standard = Policy::standard();
    Policy::builder().calendar(Some(BusinessCalendar::weekdays(60, hours).unwrap())).restriction(
        RestrictionRules {
            appeal_route: Some("Write to reviews@example.org within 28 days, or by post.".into()),
            ..standard.restriction().clone()
        },
    )
}

fn policy() -> Policy {
    house().build().unwrap()
}

#[test]
fn a_full_record_can_be_filed_as_it_is() {
    let talk = ended();
    let report = report(&talk);
    assert!(report.is_complete(), "{:?}", report.missing);
    check_page(&report.to_string(), PAGE, "ended.txt");
}

#[test]
fn a_record_just_begun_names_what_is_missing() {
    let mut talk = Talk::on(Channel::Email);
    talk.says(CROSSING);
    let report = report(&talk);
    let incident = talk.case.incidents().last().unwrap();
    let unfilled: Vec<&str> = incident.unfilled().iter().map(|field| field.name()).collect();
    assert_eq!(report.missing[..report.missing.len() - 1], unfilled);
    assert_eq!(report.missing.last().map(String::as_str), Some("appeal"));
    check_page(&report.to_string(), BEGUN, "begun.txt");
}

#[test]
fn private_details_and_hidden_letters_never_reach_the_page() {
    let talk = ended();
    let page = report(&talk).to_string();
    for private in ["07700", "4111"] {
        assert!(!page.contains(private), "{private}");
    }
    let mut talk = Talk::on(Channel::Phone);
    let long = "x".repeat(300);
    insult(&mut talk, &format!("\u{1b}[2J you \u{202e}idiot\u{0} {long} \u{1f600}\u{1f600}"));
    let page = report(&talk).to_string();
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert!(!page.contains(|letter: char| letter.is_control() && letter != '\n'));
    assert!(!page.contains('\u{202e}') && page.contains(&"x".repeat(70)));
}

#[test]
fn hashed_words_can_be_proved_and_not_read() {
    let mut talk = ended();
    let kept = Policy::standard().retention();
    talk.policy =
        house().retention(Retention { verbatim: Verbatim::Hashed, ..kept }).build().unwrap();
    let report = report(&talk);
    assert_eq!(report.words.len(), 3);
    assert!(report.words.iter().all(|words| words.starts_with("sha256:") && words.len() == 71));
    assert!(!report.to_string().contains("stupid"));
    // sha256sum of "chat 4711", a line break and the words.
    let known = "sha256:4dd03aa88033be8aa206368ef84f510b450bebcec85dfad8f8dd4af7c7244764";
    assert_eq!(report.words[2], known);
}

#[test]
fn a_boundary_taken_back_is_not_cited() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.does(&boundary());
    let kept = report(&talk);
    assert_eq!(kept.warnings[0].wording, "Please speak to me with respect.");
    talk.does(&talk::retract());
    let report = report(&talk);
    assert!(report.warnings[0].retracted && report.warnings[0].wording.is_empty());
    let page = report.to_string();
    assert!(!page.contains("Please speak to me with respect."), "{page}");
    assert!(page.contains("may not be cited"));
}

#[test]
fn what_happens_next_follows_the_case() {
    let next = |talk: &Talk| report(talk).next.join(" ");
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    assert!(next(&talk).contains("No boundary is in force."));
    talk.does(&boundary());
    assert!(next(&talk).contains("Boundary 1 of at most 2 is in force."));
    assert!(next(&talk).contains("may set the next boundary"));
    talk.says(flagged(CROSSING, [Flag::DataRequest]));
    talk.does(&boundary());
    assert!(next(&talk).contains("Least role: agent."), "{}", next(&talk));
    assert!(next(&talk).contains("Owed to the customer: data request, due "));
    for _ in 0..3 {
        talk.says(CALM);
    }
    assert!(next(&talk).contains("2 are on record"));
    talk.says(unruffled::Reading { crisis: unruffled::Crisis::Explicit, ..CALM });
    assert!(next(&talk).contains("no boundary and no ending"));
}

#[cfg(feature = "serde")]
#[test]
fn as_json_it_has_every_part() {
    let talk = ended();
    let json = serde_json::to_value(report(&talk)).unwrap();
    assert_eq!(json["contact"], "chat 4711");
    assert_eq!(json["conduct"], "crossing");
    assert_eq!(json["warnings"][1]["number"], 2);
    assert_eq!(json["ending"]["by"], "Sam (manager)");
    assert_eq!(json["missing"], serde_json::json!([]));
    assert_eq!(json["policy"], talk.policy.digest());
    assert_eq!(json["data"], unruffled::DATA_DIGEST);
    let fields = json.as_object().unwrap().len();
    assert_eq!(fields, 35, "a new part is to be named here");
}

#[test]
fn the_needed_parts_are_known_before_the_ending() {
    let mut talk = Talk::on(Channel::Chat);
    talk.says(CROSSING);
    talk.does(&boundary());
    talk.says(CROSSING);
    talk.does(&boundary());
    talk.says(CROSSING);
    let before = talk.case.incidents().last().unwrap().missing(&talk.policy);
    assert!(!before.is_empty() && talk.may_end().is_err());
    talk.does(&completes_record());
    assert!(talk.case.incidents().last().unwrap().missing(&talk.policy).is_empty());
    assert!(talk.may_end().is_ok());
}

fn report(talk: &Talk) -> IncidentReport {
    let incident = talk.case.incidents().last().unwrap();
    IncidentReport::of(&talk.case, incident, &talk.policy)
}

/// The page as it is filed; the digests of policy and tables change with them and are left out.
fn check_page(page: &str, expected: &str, file: &str) {
    let changing =
        |line: &&str| !["Policy  ", "Word tables", "Library"].iter().any(|it| line.starts_with(it));
    if std::env::var_os("UNRUFFLED_BLESS").is_some() {
        let path = format!("{}/tests/case_report/{file}", env!("CARGO_MANIFEST_DIR"));
        let lines: Vec<&str> = page.lines().filter(changing).collect();
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }
    let lines = |text: &str| text.lines().filter(changing).map(str::to_string).collect::<Vec<_>>();
    assert_eq!(lines(page), lines(expected), "{page}");
    for (line, count) in page.lines().map(|line| (line, line.chars().count())) {
        assert!(count <= 80, "{line}");
    }
}
