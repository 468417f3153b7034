//! The examples of `domain.md` 7: each rule's bad reply, the words it points at, and a better reply.

use alloc::vec;
use alloc::vec::Vec;

use super::{about, at, first, warned, with};
use crate::review::context::Context;
use crate::review::{Rule, Severity, review};
use crate::terms::Flag;

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
