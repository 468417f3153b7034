//! The examples of `domain.md` 7 as tables: each rule's bad reply, its better one, the essays' own
//! replies and what must stay silent.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::context::Context;
use super::{Review, Rule, Severity, review};
use crate::case::Service;
use crate::policy::CrisisDirectory;
use crate::reply::Facts;
use crate::speech::Nouns;
use crate::terms::{Act, Channel, Flag, Flags, Slot};
use crate::time::Timestamp;

mod bank;

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

/// Rule, moment, bad reply, the words it points at (empty: the whole), better reply.
type Row = (&'static str, Context<'static>, &'static str, &'static str, &'static str);

#[rustfmt::skip]
fn escalators() -> Vec<Row> {
    let hot = at(2);
    vec![
        ("L01", hot.clone(), "Please calm down so I can help.", "calm down", "I want to get this right. Let me read back what I have."),
        ("L01", at(0), "Just relax.", "relax", "I have the log here."),
        ("L01", hot.clone(), "there is no need to be upset", "no need to be upset", "That is a long wait."),
        ("L02", hot.clone(), "You should have saved it first.", "You should have saved", "The file was not saved, so let us see what can be recovered."),
        ("L02", hot.clone(), "You didn’t follow the steps.", "You didn’t follow", "One step is left: the restart."),
        ("L02", hot.clone(), "As you were told, it takes a week.", "As you were told", "It takes a week."),
        ("L03", hot.clone(), "I'm sorry you feel that way.", "sorry you feel", "I am sorry the refund is late."),
        ("L03", hot.clone(), "We apologise if this caused trouble.", "apologise if", "I am sorry the refund is late."),
        ("L04", hot.clone(), "Yeah, it's a damn mess.", "damn", "It is a mess, and I am on it."),
        ("L04", at(0), "what a sh1tshow", "sh1tshow", "It is a mess, and I am on it."),
        ("L05", at(4), "You are being abusive.", "You are being abusive", "The personal insults need to stop. I will keep working on the refund with you."),
        ("L06", hot.clone(), "As I already said, it ships Monday.", "As I already said", "The parcel is packed."),
        ("L07", hot.clone(), "We will NOT refund this.", "NOT", "We are not able to refund this."),
        ("L08", hot.clone(), "I can see the order!", "!", "I can see the order."),
        ("L08", at(0), "Hello! Here it is!", "!", "Hello! Here it is."),
        ("L09", hot.clone(), "So sorry :(", ":(", "I am sorry for the delay."),
        ("L09", hot.clone(), "The order left 🎉 on the 3rd.", "🎉", "The order left on the 3rd."),
        ("L10", hot.clone(), "Why didn't you call earlier?", "Why didn't you", "When did it first happen?"),
        ("L11", hot.clone(), "That's not what happened.", "That's not what happened", "The record shows a call at 10:12."),
        ("L12", hot.clone(), "If you don't stop I won't help.", "If you don't stop I won't help", "I want to help. Which order is it?"),
        ("L12", at(4), "I will not answer until you calm down.", "until you calm", "I want to help. Please keep the comments on the problem."),
    ]
}

#[rustfmt::skip]
fn guards() -> Vec<Row> {
    vec![
        ("L13", at(2), "Please don't use that language about our system.", "use that language", "That is frustrating. I am looking at it now."),
        ("L13", at(3), "I'll fix it, but watch your tone.", "watch your tone", "I am fixing it now."),
        ("L14", at(4), "Please be respectful.", "Please be respectful", "I will keep working on the refund. Please keep it respectful."),
        ("L15", at(4), "I can help with the bill. Be polite or I hang up.", "or I hang", "I can help with the bill. I do ask that we keep this respectful."),
        ("L16", warned(at(4), 1), "Last warning.", "Last warning", "If the insults continue I will end this call. If they stop, we carry on."),
        ("L17", warned(at(4), 1), "I'm ending this chat. Your case stays open and you can reach us through the portal.", "I'm ending this", "Please stop the personal insults, and we can carry on with the refund. One more will end this chat."),
        ("L17", at(2), "This conversation is over.", "This conversation is over", "I am looking at it now."),
        ("L18", warned(at(4), 2), "Goodbye.", "Goodbye", "I am ending this chat now. Your case stays open. You can reach us through the portal."),
        ("L19", at(4), "Sorry, would you mind maybe not swearing? I can help with the bill.", "would you mind", "I can help with the bill. Please leave personal remarks out of it."),
    ]
}

#[rustfmt::skip]
fn empathy() -> Vec<Row> {
    let hot = at(2);
    let mut again = at(2);
    again.understandings = 1;
    vec![
        ("L20", hot.clone(), "I understand your frustration.", "I understand your frustration", "Two missed deliveries in a week is frustrating."),
        ("L21", hot.clone(), "I understand, I hear you, I can only imagine.", "I hear you", "Three days offline is hard. I am checking the line and will write by 16:00."),
        ("L22", again, "I understand the invoice is wrong.", "I understand", "The invoice is corrected."),
        ("L23", hot.clone(), "You seem upset.", "You seem upset", "That is an upsetting thing to find."),
        ("L24", hot.clone(), "I know exactly how you feel.", "know exactly how", "I can see what the delay cost you."),
        ("L25", hot.clone(), "It's just a small glitch.", "just a small glitch", "The export is failing."),
        ("L26", hot.clone(), "We regret any inconvenience.", "inconvenience", "I am sorry you missed the finale."),
        ("L27", hot.clone(), "As a valued customer you can ask again.", "valued customer", "You can ask again."),
        ("L28", hot.clone(), "Awesome, let's dive in.", "Awesome", "I can see the error now."),
        ("L29", first(at(2)), "Please restart the router.", "", "Three days without a connection is a long time. Next, please restart the router."),
    ]
}

#[rustfmt::skip]
fn apology() -> Vec<Row> {
    let hot = at(2);
    let mut said = at(2);
    said.apologies = 2;
    vec![
        ("L30", hot.clone(), "So sorry again, really sorry.", "sorry", "Here is the fix I am making, and I will write by noon."),
        ("L30", said, "I am sorry for the wait.", "sorry", "Here is the fix."),
        ("L31", with(at(2), Flag::SafetyHazard), "Our negligence caused your injury.", "Our negligence caused your injury", "I am sorry you were hurt. The safety lead has your report."),
        ("L32", hot.clone(), "Please forgive us.", "forgive", "We missed it. The fix is in."),
        ("L34", with(at(1), Flag::Delay), "Your parcel is in transit.", "", "I am sorry it is four days late. It is in transit."),
        ("L35", hot.clone(), "Sorry for our policy.", "Sorry for our policy", "The limit is 30 days. What I can do is a credit."),
        ("L36", with(at(2), Flag::ApologyRejected), "Again, my apologies.", "apologies", "The line test is done."),
    ]
}

#[rustfmt::skip]
fn truth() -> Vec<Row> {
    let hot = at(2);
    let mut late = at(2);
    late.overdue = true;
    vec![
        ("L37", hot.clone(), "This will never happen again.", "never happen again", "We changed the check that missed it."),
        ("L37", hot.clone(), "It is 100% fixed.", "100%", "It is fixed and tested."),
        ("L38", hot.clone(), "I'll update you shortly.", "shortly", "I will update you by 16:00."),
        ("L39", hot.clone(), "I'll keep you informed.", "keep you informed", "I will write by 14:30, even if nothing is new."),
        ("L40", hot.clone(), "I will write by end of day.", "end of day", "I will write by 17:00 your time today."),
        ("L41", hot.clone(), "You'll get a refund in 3 days.", "You'll get a refund", "I am checking the refund date and will write by 16:00."),
        ("L42", hot.clone(), "Engineering will fix it.", "Engineering will fix", "Engineering has it. I will ask for a time by 15:00."),
        ("L43", hot.clone(), "Clear cache, reinstall, send logs.", "reinstall", "First, please clear the cache."),
        ("L45", late, "Thanks for your patience.", "Thanks for your patience", "I said noon and missed it. I am sorry."),
    ]
}

#[rustfmt::skip]
fn wording() -> Vec<Row> {
    let hot = at(2);
    vec![
        ("L46", hot.clone(), "Unfortunately, we can't, but thanks.", "Unfortunately", "I am not able to extend it. I can move you to monthly."),
        ("L47", hot.clone(), "I'm sorry it is late, but the limit is 30 days.", "but", "I am sorry it is late. The limit is 30 days."),
        ("L48", hot.clone(), "That's against our policy.", "our policy", "After 30 days I am not able to refund. I can exchange it."),
        ("L49", about(at(1), "the double charge"), "Regarding your issue, the bank has replied.", "your issue", "On the double charge, the bank has replied."),
        ("L50", hot.clone(), "You need to reset it.", "You need to", "Please reset it: hold the button for five seconds."),
        ("L53", hot.clone(), "Escalated to T2 for RCA.", "T2", "A specialist is looking for the cause and will write by noon."),
        ("L57", hot.clone(), "What can we do to make this right?", "What can we do to make", "I can refund today or replace it by Friday. Which suits you?"),
        ("L58", hot.clone(), "We will investigate by noon.", "We will investigate", "I am checking the logs and will write by noon."),
        ("L60", hot.clone(), "I have it here, Sir.", "Sir", "I have it here."),
        ("L61", at(0), "Hi {name}", "{name}", "Hi Anna"),
        ("L61", at(0), "The code is [INSERT CODE].", "[INSERT CODE]", "The code is [1]."),
        ("L61", at(0), "Ask XXX about it.", "XXX", "Ask me about it."),
        ("L62", hot.clone(), "My colleague messed up.", "My colleague messed", "We gave you the wrong date."),
        ("L63", hot.clone(), "See our help centre.", "See our help", "Step one from the guide is the restart. I can do it with you now, until 16:00."),
    ]
}

#[rustfmt::skip]
fn safety() -> Vec<Row> {
    let hot = at(2);
    let mut crisis = at(2);
    crisis.crisis = true;
    let mut data = at(1);
    data.data_asked = true;
    vec![
        ("L64", crisis.clone(), "Your account stays suspended until paid.", "", "Thank you for telling me. Are you safe at this moment?"),
        ("L64", crisis.clone(), "Are you safe? How did we do today?", "How did we do", "Are you safe at this moment?"),
        ("L64", crisis.clone(), "Are you safe? Please keep this respectful.", "keep this respectful", "Are you safe at this moment?"),
        ("L65", crisis.clone(), "Are you safe? Call 1-800-273-8255.", "1-800-273-8255", "Are you safe? I am staying with you."),
        ("L66", hot.clone(), "You sound depressed.", "You sound depressed", "That sounds very hard. Are you safe now?"),
        ("L67", hot.clone(), "You have no case.", "You have no case", "Legal questions go to our legal team."),
        ("L68", hot.clone(), "If you delete the review we refund.", "If you delete the review", "I would like to fix it for you either way."),
        ("L69", data, "The order left on the 3rd.", "", "Your data request is logged from today."),
        ("L70", at(0), "Send me your password.", "Send me your password", "Please do not send passwords."),
        ("L70", at(0), "Your card 4111 1111 1111 1111 is on file.", "4111 1111 1111 1111", "Your card ending in 1111 is on file."),
        ("L71", hot.clone(), "Dana Smith, on until six.", "on until six", "A colleague has your number."),
        ("L72", hot.clone(), "Our system flagged you.", "flagged you", "I can see your messages."),
        ("L73", hot.clone(), "How did we do?", "How did we do", "Is it back now?"),
        ("L75", with(at(1), Flag::DisabilityDisclosed), "You must call us.", "You must call", "We can do this in writing."),
        ("L76", with(at(1), Flag::Bereavement), "Unfortunately the deceased account is locked.", "Unfortunately", "I am very sorry for your loss."),
    ]
}

fn rows() -> Vec<Row> {
    [escalators(), guards(), empathy(), apology(), truth(), wording(), safety()].concat()
}

#[test]
fn every_bad_reply_fires_its_rule_on_its_words() {
    let mut wrong = Vec::new();
    for (rule, context, bad, words, _) in rows() {
        let review = review(bad, &context);
        let words = if words.is_empty() { bad } else { words };
        let hit = review
            .findings
            .iter()
            .any(|finding| finding.rule.id() == rule && finding.span.of(bad) == words);
        if !hit {
            let found: Vec<(&str, &str)> = review
                .findings
                .iter()
                .map(|finding| (finding.rule.id(), finding.span.of(bad)))
                .collect();
            wrong.push(alloc::format!("{rule} `{words}` in `{bad}`: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_better_reply_is_no_worse() {
    let mut wrong = Vec::new();
    for (rule, context, _, _, better) in rows() {
        let review = review(better, &context);
        let before = rule.strip_prefix('L').and_then(|digits| digits.parse().ok()).map(Rule);
        let before = before.map_or(Severity::Info, Rule::severity);
        for finding in review.findings {
            if finding.rule.id() == rule || finding.severity >= before.max(Severity::Warning) {
                wrong.push(alloc::format!(
                    "{rule}: `{better}` fires {} on `{}`",
                    finding.rule.id(),
                    finding.span.of(better)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_fired_by_the_tables_or_by_a_test_of_its_own() {
    let own = ["L33", "L51", "L52", "L54", "L55", "L56", "L59"];
    let tables: Vec<&str> = rows().iter().map(|row| row.0).collect();
    let bare: Vec<&str> =
        Rule::all().map(Rule::id).filter(|id| !tables.contains(id) && !own.contains(id)).collect();
    assert_eq!(bare, Vec::<&str>::new());
}

#[test]
fn rules_that_need_facts() {
    let facts = Facts::new()
        .with(Slot::Ref, "88213")
        .with(Slot::Name, "Karen")
        .with(Slot::Fault, "the wrong item")
        .with(Slot::Date, "Monday 3 May");
    let context = knowing(at(2), &facts);
    let cases: [(&str, &[(&str, &str)]); 9] = [
        ("What's your order number?", &[("L51", "your order number")]),
        ("Could you send me your account number?", &[("L51", "your account number")]),
        ("I have order 88213 here.", &[]),
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

/// Name, moment, reply, the findings expected.
type Essay = (&'static str, Context<'static>, &'static str, &'static [(&'static str, Severity)]);

/// `domain.md` 7.1: the second essay's own replies, exactly.
#[test]
fn the_essays_own_replies_give_exactly_the_expected_findings() {
    let delayed = || with(first(about(at(2), "the system")), Flag::Delay);
    let rows: [Essay; 7] = [
        (
            "frustrated",
            at(2),
            "I understand this has been frustrating. I’ll take care of it now and keep you informed as I work.",
            &[("L20", Severity::Warning), ("L39", Severity::Warning)],
        ),
        (
            "validate",
            first(at(2)),
            "I see why this would be disruptive, especially with a deadline coming up. I appreciate your patience while I take a closer look.",
            &[("L39", Severity::Warning)],
        ),
        (
            "next step",
            at(2),
            "We’ll begin by restarting your VPN connection and checking the access settings. I’ll walk you through the process.",
            &[("L39", Severity::Warning)],
        ),
        (
            "boundary at a crossing",
            about(first(at(4)), "the invoice"),
            "I understand this is frustrating and I’m here to help. I do ask that we keep the conversation respectful so I can focus on resolving the issue for you.",
            &[("L20", Severity::Warning), ("L49", Severity::Warning)],
        ),
        (
            "boundary below the line",
            about(first(at(3)), "the invoice"),
            "I understand this is frustrating and I’m here to help. I do ask that we keep the conversation respectful so I can focus on resolving the issue for you.",
            &[("L20", Severity::Warning), ("L13", Severity::Error), ("L49", Severity::Warning)],
        ),
        (
            "scenario 1",
            delayed(),
            "I’m sorry for the delay, and I understand how frustrating this must be. I’ve just picked up your ticket and I’m reviewing the issue now. I’ll keep you informed as I go and do my best to get this resolved quickly.",
            &[("L49", Severity::Warning), ("L39", Severity::Warning)],
        ),
        (
            "scenario 2",
            first(about(at(2), "the system")),
            "I understand you’re upset, and I’m here to help you through it. I’ll take a look now and guide you through the next steps.",
            &[
                ("L20", Severity::Warning),
                ("L29", Severity::Warning),
                ("L23", Severity::Info),
                ("L39", Severity::Warning),
            ],
        ),
    ];
    for (name, context, reply, expected) in rows {
        let found: Vec<(&str, Severity)> = review(reply, &context)
            .findings
            .iter()
            .map(|finding| (finding.rule.id(), finding.severity))
            .collect();
        let mut found = found;
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
}

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

/// The errors as people and models put them.
#[test]
fn errors_in_other_words() {
    let mut crisis = at(2);
    crisis.crisis = true;
    let legal = with(at(2), Flag::Legal);
    let rows: [(&str, Context<'static>, &[&str]); 15] = [
        (
            "L01",
            at(1),
            &[
                "Try to relax a little.",
                "There's no reason to get angry.",
                "Let's all take a breath here.",
                "Please compose yourself.",
                "If you could just calm yourself, I can look.",
                "You need to calm down first.",
                "There's no need to raise your voice.",
            ],
        ),
        (
            "L02",
            at(1),
            &[
                "This happened because you entered the wrong address.",
                "You didn't provide the right details.",
                "You should've contacted us sooner.",
                "That's on you.",
                "Had you followed the steps, this would not have happened.",
                "Your failure to reply caused the delay.",
                "If you had read the email, you would know.",
                "It's your own fault.",
                "You neglected to update the card.",
            ],
        ),
        (
            "L03",
            at(1),
            &[
                "I'm sorry if you were upset.",
                "I apologize if you feel we let you down.",
                "We're sorry that you're frustrated.",
                "I am sorry you feel this way about the delay.",
                "Sorry, but the refund takes ten days.",
            ],
        ),
        (
            "L05",
            at(3),
            &[
                "You're being very rude right now.",
                "Your behaviour is unreasonable.",
                "I don't appreciate your attitude.",
                "You are extremely difficult.",
            ],
        ),
        (
            "L12",
            at(3),
            &[
                "I won't continue until you apologise.",
                "If you keep shouting I'm not going to help.",
                "I will help you once you calm down.",
            ],
        ),
        (
            "L13",
            at(2),
            &[
                "I won't tolerate that language.",
                "Please refrain from using profanity.",
                "I'd appreciate it if you'd watch your language.",
                "There's no need for that kind of language.",
                "I will have to end this chat if you continue to swear.",
                "We ask that customers treat our staff with respect.",
                "Please speak to me respectfully.",
                "Mind your language.",
                "Kindly refrain from swearing.",
                "I must ask you not to use offensive language.",
                "Let's keep this conversation professional.",
                "I can help, but I need you to be respectful.",
            ],
        ),
        (
            "L17",
            at(3),
            &[
                "I'm now disconnecting this call.",
                "I am terminating this chat.",
                "This conversation is terminated.",
                "I am going to end this chat now.",
            ],
        ),
        (
            "L61",
            at(0),
            &[
                "Dear [Customer Name],",
                "Hello {{name}},",
                "See [insert link].",
                "Regards, <agent name>",
                "Hi [Name], it is fixed.",
            ],
        ),
        (
            "L66",
            at(2),
            &[
                "It sounds like you are depressed.",
                "You might have depression.",
                "You seem unstable.",
            ],
        ),
        (
            "L67",
            at(2),
            &[
                "You don't have a legal leg to stand on.",
                "You can't sue us for that.",
                "We are not legally responsible for it.",
            ],
        ),
        (
            "L68",
            at(2),
            &[
                "We can refund you if you remove your review.",
                "There's no point in complaining to the ombudsman.",
                "Please don't post about this online.",
                "The regulator won't help you.",
                "If you file a chargeback we will close your account.",
                "I'd ask you not to contact the ombudsman.",
            ],
        ),
        (
            "L70",
            at(0),
            &[
                "Can you confirm your password?",
                "What is your PIN?",
                "Please send me your full card number and CVV.",
                "Could you share the one time code with me?",
                "Please provide your social security number.",
            ],
        ),
        (
            "L72",
            at(2),
            &[
                "You've been flagged as abusive.",
                "Our tool rated your anger at 4.",
                "Your account is marked as aggressive.",
            ],
        ),
        (
            "L64",
            crisis,
            &[
                "Is there anything else I can help with?",
                "Are you safe? Please keep it civil.",
                "I understand, but your balance is overdue.",
                "Are you safe? I am ending this chat now.",
            ],
        ),
        (
            "L31",
            legal,
            &[
                "This was our fault and we will compensate you.",
                "We admit liability.",
                "We were negligent here.",
            ],
        ),
    ];
    let mut wrong = Vec::new();
    for (rule, context, replies) in rows {
        for reply in replies {
            let found = review(reply, &context);
            if !ids(&found).contains(&rule) {
                wrong.push(alloc::format!("{rule} not on `{reply}`: {:?}", ids(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
