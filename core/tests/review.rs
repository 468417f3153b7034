//! Replies reviewed and described through the public API, in contacts that a person led there.

#[path = "support/talk.rs"]
mod talk;

use talk::{CALM, CROSSING, HEATED, TENSE, Talk, UPSET, agent, boundary, flagged, severe};
use unruffled::{
    Act, Acts, Case, Channel, Crisis, CrisisDirectory, CustomerMessage, Draft, Event, Facts, Flag,
    MAX_REPLY_BYTES, Policy, Reading, Review, Rule, SevereKind, Severity, Slot, Timestamp,
    classify_message, describe_reply, draft_reply, review_reply,
};

fn review(talk: &Talk, reply: &str) -> Review {
    review_reply(reply, &talk.case, &Facts::new(), &talk.policy)
}

fn found(review: &Review) -> Vec<&'static str> {
    review.findings.iter().map(|finding| finding.rule.id()).collect()
}

/// A chat in which the customer said this about the system.
fn after(reading: Reading) -> Talk {
    let mut talk = Talk::on(Channel::Chat);
    talk.complains(reading, &["the system"]);
    talk
}

#[test]
fn the_second_essays_scenarios_in_real_contacts() {
    let waited = after(flagged(UPSET, [Flag::Delay]));
    let first = "I’m sorry for the delay, and I understand how frustrating this must be. I’ve just \
        picked up your ticket and I’m reviewing the issue now. I’ll keep you informed as I go and do \
        my best to get this resolved quickly.";
    assert_eq!(found(&review(&waited, first)), ["L49", "L39"]);

    let swore = after(flagged(UPSET, [Flag::ProfanityUndirected]));
    let second = "I understand you’re upset, and I’m here to help you through it. I’ll take a look \
        now and guide you through the next steps.";
    let mut rules = found(&review(&swore, second));
    rules.sort_unstable();
    assert_eq!(rules, ["L20", "L23", "L29", "L39"]);

    let boundary = "I want to fix the system. I do ask that we keep this respectful.";
    assert_eq!(found(&review(&swore, boundary)), ["L13"], "swearing at a system crosses no line");
    assert!(!review(&after(CROSSING), boundary).has_errors());
}

/// The same, from the customer's words.
#[test]
fn the_second_essays_scenarios_from_the_words_on() {
    let read = |words: &str| {
        let mut talk = Talk::on(Channel::Chat);
        let message = CustomerMessage::read(words, &classify_message(words, &talk.policy));
        talk.does(&Event::MessageReceived(message));
        talk
    };
    let waited = read(
        "This is ridiculous! I’ve been waiting all day and no one has fixed this stupid system!",
    );
    let reply = "I’m sorry for the delay, and I understand how frustrating this must be. I’ve just \
        picked up your ticket and I’m reviewing the issue now. I’ll keep you informed as I go and do \
        my best to get this resolved quickly.";
    assert_eq!(found(&review(&waited, reply)), ["L49", "L39"]);

    let swore = read("Why is this damn system always broken? Nothing ever works!");
    let reply = "I understand you’re upset, and I’m here to help you through it. I’ll take a look \
        now and guide you through the next steps.";
    let mut rules = found(&review(&swore, reply));
    rules.sort_unstable();
    assert_eq!(rules, ["L20", "L23", "L29", "L39"]);
    let boundary = "I want to fix the system. Please watch your language.";
    assert_eq!(found(&review(&swore, boundary)), ["L13"]);

    let insulted = read("You people are morons, the invoice is wrong again");
    let ours = "The invoice is wrong for the second time, and it needs fixing. I am on it. Please \
        leave personal remarks out of it. I am comparing both invoices now and will send the \
        corrected one, or tell you what is in the way, by 15:00.";
    assert!(!review(&insulted, ours).has_errors());
}

#[test]
fn the_ladder_decides_what_an_ending_may_say() {
    let ending = "I have asked twice for the insults to stop. I am ending this chat now. Your case \
        stays open, and my manager will contact you by 16:00.";
    let mut talk = after(CROSSING);
    assert!(found(&review(&talk, ending)).contains(&"L17"));
    talk.does(&boundary());
    talk.says(CROSSING);
    assert!(found(&review(&talk, ending)).contains(&"L17"), "one warning is not two");
    talk.does(&boundary());
    talk.does(&talk::completes_record());
    talk.says(CROSSING);
    assert_eq!(talk.may_end(), Ok(()));
    assert!(!review(&talk, ending).has_errors());
    assert!(found(&review(&talk, "I am ending this chat now.")).contains(&"L18"));
}

#[test]
fn a_consequence_belongs_to_the_second_boundary() {
    let reply = "Please stop the personal insults, and we can carry on with the system. One more \
        will end this chat.";
    let mut talk = after(CROSSING);
    assert!(found(&review(&talk, reply)).contains(&"L15"));
    talk.does(&boundary());
    talk.says(CROSSING);
    assert!(!found(&review(&talk, reply)).contains(&"L15"));
    assert!(found(&review(&talk, "I can fix it. Final warning, stay polite.")).contains(&"L16"));
}

#[test]
fn crisis_comes_first() {
    let talk = after(Reading { crisis: Crisis::Explicit, ..UPSET });
    let business = review(&talk, "Your account stays suspended until the balance is paid.");
    assert!(found(&business).contains(&"L64"));
    assert_eq!(business.missing, [Act::Crisis]);
    let kind = review(&talk, "Thank you for telling me. Are you safe at this moment?");
    assert_eq!(found(&kind), Vec::<&str>::new());
    assert!(found(&review(&talk, "Are you safe? Please call 999.")).contains(&"L65"));
}

#[test]
fn what_was_said_before_counts() {
    let mut talk = after(UPSET);
    let first = "I understand the system is down, and I am sorry. I am checking the log and will \
        write by 16:00.";
    assert_eq!(found(&review(&talk, first)), Vec::<&str>::new());
    for _ in 0..2 {
        let sent = describe_reply(first, agent(), None, &talk.case);
        talk.does(&Event::ReplySent(sent));
    }
    talk.says(UPSET);
    let rules = found(&review(&talk, first));
    for rule in ["L22", "L30", "L59"] {
        assert!(rules.contains(&rule), "{rule} in {rules:?}");
    }
}

/// `design.md` 5: every draft passes the review with no error; sent as it is, it is read as what it does.
#[test]
fn every_draft_passes() {
    let directory = CrisisDirectory {
        emergency_number: "112".into(),
        crisis_line: "the night line".into(),
        crisis_contact: "0800 555 0100".into(),
        verified_on: Timestamp(1_000_000_000),
    };
    let policy = Policy::builder().crisis_directory(Some(directory)).build().unwrap();
    let known = Facts::new()
        .with(Slot::StepIng, "checking the error log")
        .with(Slot::Time, "16:00")
        .with(Slot::Date, "3 May")
        .with(Slot::Person, "Sam")
        .with(Slot::Team, "the IT desk")
        .with(Slot::Name, "Ms Hollis")
        .with(Slot::Route, "the help page")
        .with(Slot::AltOwner, "my manager")
        .with(Slot::LegalRole, "our legal team")
        .with(Slot::PrivacyRole, "our privacy team")
        .with(Slot::TrainedRole, "a trained colleague")
        .with(Slot::DataRequest, "a copy of your data");
    let readings = [
        CALM,
        TENSE,
        UPSET,
        HEATED,
        CROSSING,
        flagged(UPSET, [Flag::Delay]),
        flagged(UPSET, [Flag::BrokenPromise, Flag::Delay]),
        flagged(HEATED, [Flag::Legal]),
        flagged(HEATED, [Flag::SupervisorRequest, Flag::HumanRequest]),
        flagged(UPSET, [Flag::Regulator]),
        flagged(UPSET, [Flag::FormalComplaint]),
        flagged(UPSET, [Flag::DataRequest]),
        flagged(UPSET, [Flag::Churn]),
        flagged(UPSET, [Flag::ApologyRejected, Flag::Delay]),
        flagged(TENSE, [Flag::Bereavement]),
        flagged(TENSE, [Flag::DisabilityDisclosed]),
        flagged(UPSET, [Flag::SafetyHazard]),
        severe(SevereKind::Violence),
        Reading { crisis: Crisis::Explicit, ..UPSET },
        Reading { crisis: Crisis::Possible, ..CALM },
    ];
    let mut drafted = 0;
    let mut wrong = Vec::new();
    for channel in Channel::ALL {
        for reading in readings {
            for facts in [&Facts::new(), &known] {
                let mut talk = Talk::under(*channel, policy.clone());
                for turn in 0..4 {
                    talk.complains(reading, &["the system"]);
                    let Draft::Reply(reply) = draft_reply(&talk.case, facts, &talk.policy) else {
                        break;
                    };
                    drafted += 1;
                    let review = review_reply(&reply.text, &talk.case, facts, &talk.policy);
                    for finding in &review.findings {
                        if finding.severity == Severity::Error {
                            wrong.push(format!(
                                "{channel} {:?} turn {turn}: {} on `{}` in `{}`",
                                reading.flags,
                                finding.rule.id(),
                                finding.span.of(&reply.text),
                                reply.text
                            ));
                        }
                    }
                    let described = describe_reply(&reply.text, agent(), None, &talk.case);
                    for act in reply.acts.iter().filter(|act| !described.acts.contains(**act)) {
                        wrong.push(format!("{act} is not seen in `{}`", reply.text));
                    }
                    talk.does(&Event::ReplySent(described));
                }
            }
        }
    }
    assert!(drafted > 300, "{drafted}");
    assert!(wrong.is_empty(), "{} of {drafted}\n{}", wrong.len(), wrong.join("\n"));
}

/// Free text as people write it, and what it does; the case moves by this.
#[test]
fn replies_in_free_text_are_described() {
    use Act::{
        Access, Ack, Agenda, Apol, Ask, BoundFirm, BoundSoft, Choice, Churn, Close, Commit, Crisis,
        Data, EndConduct, EndSevere, Fact, FollowUp, Greet, Handoff, Legal, Missed, No, Own, Reset,
        Retract, Rights, Sign, Step, Symp, Thank, Update, Vuln,
    };
    let rows: [(&str, &[Act]); 34] = [
        ("Hi Anna,", &[Greet]),
        ("Kind regards, Sam", &[Sign]),
        ("Three days without the system is a long time.", &[Ack]),
        ("sorry about the wait, that's on us", &[Ack, Apol]),
        ("We sent the wrong part. That was our mistake.", &[Ack, Apol]),
        ("I am sorry you are dealing with this today.", &[Symp]),
        ("That must be really frustrating.", &[Symp]),
        ("thanks for sending the photos again", &[Thank]),
        ("I've picked up your ticket, and the next step is mine.", &[Own]),
        ("The record shows a call at 10:12.", &[Fact]),
        ("You have raised two things: the refund and the invoice.", &[Agenda]),
        ("I'm checking the error log now", &[Step]),
        ("First, please restart the router.", &[Step]),
        ("Could you send me the order number?", &[Ask]),
        ("Please send me a photo of the label.", &[Ask]),
        (
            "There are two ways to do this: a refund, or a new part. Which suits you?",
            &[Choice, Ask],
        ),
        ("I'm not able to extend it. What I can do is a credit.", &[No]),
        ("You'll hear from me by 4pm.", &[Commit]),
        ("I will write to you on 3 May.", &[Commit]),
        ("No fix yet. I am still testing.", &[Update, Step]),
        ("I said noon and I missed it.", &[Missed]),
        ("Please keep it civil so that I can give this my full attention.", &[BoundSoft]),
        (
            "The insults need to stop. If they stop, we carry on. If not, I will end this call.",
            &[BoundFirm],
        ),
        ("I am ending this chat because of the insults.", &[EndConduct]),
        ("I am ending this call because of the threat.", &[EndSevere]),
        ("Back to the refund: it is with the bank.", &[Reset]),
        ("I misread your last message.", &[Retract]),
        ("I am bringing in my manager, who has the history.", &[Handoff]),
        ("Legal questions go to our legal team.", &[Legal]),
        ("I can log this as a formal complaint.", &[Rights]),
        ("That decision is yours.", &[Churn]),
        ("Your data request is logged.", &[Data]),
        ("I am very sorry for your loss.", &[Vuln, Symp]),
        ("Are you safe right now?", &[Crisis, Ask]),
    ];
    let case = Talk::on(Channel::Chat).case;
    for (reply, expected) in rows {
        let acts = describe_reply(reply, agent(), None, &case).acts;
        for act in expected {
            assert!(acts.contains(*act), "`{reply}` is {acts:?}, not {act}");
        }
        let heavy = Acts::from([BoundSoft, BoundFirm, EndConduct, EndSevere, Crisis, Missed]);
        for act in acts.iter().filter(|act| heavy.contains(*act)) {
            assert!(expected.contains(&act), "`{reply}` is no {act}");
        }
    }
    let more: [(&str, &[Act]); 3] = [
        ("Is there anything else about the bill?", &[Close, Ask]),
        ("Has anything come back since the fix?", &[FollowUp]),
        ("We can do this in writing. Take as long as you like to reply.", &[Access]),
    ];
    for (reply, expected) in more {
        let acts = describe_reply(reply, agent(), None, &case).acts;
        assert!(expected.iter().all(|act| acts.contains(*act)), "`{reply}` is {acts:?}");
    }
}

#[test]
fn ordinary_words_are_no_heavy_act() {
    let heavy = [
        Act::BoundSoft,
        Act::BoundFirm,
        Act::EndConduct,
        Act::EndSevere,
        Act::Retract,
        Act::Missed,
        Act::Crisis,
        Act::No,
        Act::Legal,
        Act::Data,
    ];
    let replies = [
        "The offer is ending on Friday.",
        "I closed the old ticket and opened a new one.",
        "The call is at noon, and the chat stays open.",
        "Your line is safe to use again.",
        "Keep the router on while it restarts.",
        "I will respect the limit you set.",
        "Please stop the download and start it again.",
        "The threat scan found nothing on the laptop.",
        "Change the language in the menu.",
    ];
    let case = Talk::on(Channel::Chat).case;
    for reply in replies {
        let acts = describe_reply(reply, agent(), None, &case).acts;
        for act in heavy {
            assert!(!acts.contains(act), "`{reply}` is read as {act}");
        }
    }
}

#[test]
fn the_words_of_a_boundary_are_kept_and_others_are_not() {
    let case = Talk::on(Channel::Chat).case;
    let describe = |reply| describe_reply(reply, agent(), Some(Timestamp(5)), &case);
    let plain = describe("I understand, and I am so sorry. Sorry again for the delay.");
    assert_eq!((plain.text, plain.apologies, plain.understandings), (None, 2, 1));
    assert_eq!(plain.promise, Some(Timestamp(5)));
    assert!(!plain.wording.is_empty());
    let firm = "I want to fix this. Please keep it respectful.";
    assert_eq!(describe(firm).text.as_deref(), Some(firm));
    assert_eq!(describe("I am very sorry for your loss.").apologies, 0);
}

#[test]
fn rules_have_ids_names_and_severities() {
    let rules: Vec<Rule> = Rule::all().collect();
    assert!(rules.len() >= 65);
    for rule in rules {
        assert_eq!(rule.id(), format!("L{:02}", rule.0));
        assert!(!rule.name().is_empty());
    }
    assert_eq!((Rule(1).id(), Rule(1).name()), ("L01", "calm_down"));
    assert_eq!(Rule(1).severity(), Severity::Error);
    assert_eq!((Rule(99).id(), Rule(99).name()), ("", ""));
}

#[test]
fn a_finding_says_why_and_what_is_better_in_the_customers_nouns() {
    let talk = after(UPSET);
    let review = review(&talk, "I understand your frustration.");
    let generic = review.findings.iter().find(|finding| finding.rule.id() == "L20").unwrap();
    assert!(generic.better.as_deref().unwrap().contains("the system"));
    assert!(!generic.why.is_empty());
    let unknown = Case::open("C-2", Channel::Chat, Timestamp(0));
    let review = review_reply("Sorry if it is late.", &unknown, &Facts::new(), &talk.policy);
    assert!(!review.findings[0].better.as_deref().unwrap().contains('{'));
}

#[test]
fn a_reply_of_any_length_is_read_as_far_as_a_message_is() {
    let talk = Talk::on(Channel::Phone);
    let long = "\u{e9} ".repeat(4_000_000);
    let late = format!("{long}Please calm down. I am ending this call.");
    let reviewed = review(&talk, &late);
    assert_eq!(found(&reviewed), ["L56"], "what stands past the limit is not read");
    let span = reviewed.findings.first().unwrap().span;
    assert!(usize::try_from(span.end).unwrap() <= MAX_REPLY_BYTES && !span.of(&late).is_empty());
    let described = describe_reply(&late, agent(), None, &talk.case);
    assert!(!described.acts.contains(Act::EndConduct));
    let early = format!("Please calm down. {}", &long[..MAX_REPLY_BYTES]);
    assert!(found(&review(&talk, &early)).contains(&"L01"));
    let ends = format!("I am ending this call because of the insults. {long}");
    let kept = describe_reply(&ends, agent(), None, &talk.case);
    assert!(kept.text.is_some_and(|text| text.len() <= MAX_REPLY_BYTES), "the record is bounded");
}
