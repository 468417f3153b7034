//! Whole conversations from the customer's words to the exact words of every draft, as a host would run
//! them: each draft was read aloud and is one that an agent could send.

#![allow(clippy::expect_used, clippy::panic, reason = "the helpers of a test fail the test")]

use unruffled::{
    Actor, Case, Channel, CustomerMessage, Draft, Event, Facts, Human, Policy, Role, Severity,
    Slot, Timestamp, Withheld, advance, classify_message, draft_reply, review_reply,
};

/// What the customer writes, what the host knows then, and the draft.
struct Turn {
    says: &'static str,
    facts: &'static [(Slot, &'static str)],
    draft: Result<&'static str, Withheld>,
}

const fn turn(
    says: &'static str,
    facts: &'static [(Slot, &'static str)],
    draft: Result<&'static str, Withheld>,
) -> Turn {
    Turn { says, facts, draft }
}

const AIRLINE: &[Turn] = &[
    turn(
        "My flight was cancelled last night and nobody at the desk could tell us anything. We slept on \
         the floor with two kids. This is disgraceful.",
        &[
            (Slot::Name, "Ms Hollis"),
            (Slot::Person, "Sam"),
            (Slot::Issue, "your flight"),
            (Slot::Fault, "the night on the floor"),
            (Slot::Fact, "the next flight with four seats leaves at 18:40 today"),
            (Slot::StepIng, "holding four seats on it for you"),
            (Slot::Time, "14:00"),
        ],
        Ok("Hello Ms Hollis,\n\n\
             I can see how much trouble you have had with your flight. We got this wrong, \
             and I am sorry for the night on the floor.\n\n\
             You have one person on this, and that is me. Here is what I know so far: the \
             next flight with four seats leaves at 18:40 today. I am holding four seats \
             on it for you now.\n\n\
             I will update you by 14:00, even if there is nothing new.\n\n\
             Sam"),
    ),
    turn(
        "And the hotel bill? Your website says you pay that.",
        &[
            (Slot::Name, "Ms Hollis"),
            (Slot::Person, "Sam"),
            (Slot::Ask, "the hotel receipt"),
            (Slot::Purpose, "claim it back for you"),
            (Slot::Time, "17:00 today"),
        ],
        Ok("Hello Ms Hollis,\n\n\
             I have your latest message about the cancelled flight.\n\n\
             Could you send me the hotel receipt? It lets me claim it back for you.\n\n\
             I will be in touch by 17:00 today.\n\n\
             Sam"),
    ),
    turn(
        "Thank you, Sam.",
        &[(Slot::Name, "Ms Hollis"), (Slot::Person, "Sam")],
        Err(Withheld::NothingToAnswer),
    ),
];

const SOFTWARE: &[Turn] = &[
    turn(
        "our whole team is locked out since 9am, the login just loops. we have a board demo at noon!!",
        &[
            (Slot::Issue, "the login"),
            (Slot::Impact, "your board demo"),
            (Slot::StepIng, "checking the sign-in log"),
            (Slot::Time, "09:40"),
        ],
        Ok("I can see what depends on the login: your board demo.\n\
             You have one person on this, and that is me. I am checking the sign-in log \
             now. You will have my next message by 09:40."),
    ),
    turn(
        "still looping. this is a fucking joke, we pay you 4k a month",
        &[
            (Slot::Issue, "the login"),
            (Slot::Fact, "the new certificate is live on two of three servers"),
            (Slot::StepIng, "restarting the third"),
            (Slot::Time, "10:30"),
        ],
        Ok("I have your latest message about the login.\n\
             I can confirm that the new certificate is live on two of three servers. Right \
             now I am restarting the third. If I have not fixed it by 10:30, I will tell \
             you what happens next."),
    ),
    turn("it works now. thanks", &[], Err(Withheld::NothingToAnswer)),
];

const SHOP: &[Turn] = &[
    turn(
        "you sent me the wrong size AGAIN. third time now, this is ridiculous",
        &[
            (Slot::Issue, "the wrong size"),
            (Slot::FaultPast, "sent the wrong size"),
            (Slot::StepIng, "sending the right size by courier"),
            (Slot::Time, "16:00 today"),
        ],
        Ok("That is a lot to deal with, and I am sorry that we sent the wrong size.\n\
             This is with me now. We will begin by sending the right size by courier. You \
             will have news from me by 16:00 today, whatever I find."),
    ),
    turn(
        "you useless idiot, I said size 38 in the very first message",
        &[
            (Slot::Issue, "the wrong size"),
            (Slot::StepIng, "checking the label by hand"),
            (Slot::Time, "16:00 today"),
        ],
        Ok("I am here to help with the wrong size. I ask that we leave personal comments \
             out of it.\n\
             I am checking the label by hand now. I will come back to you \
             by 16:00 today with what I find."),
    ),
];

const CLINIC: &[Turn] = &[
    turn(
        "hello I've been trying to get an appointment for two weeks they always say ring at eight and \
         then there's nothing left it's ridiculous",
        &[
            (Slot::Issue, "the appointment"),
            (Slot::Duration, "two weeks"),
            (Slot::OptionA, "today at four with the nurse"),
            (Slot::OptionB, "tomorrow at nine with the doctor"),
        ],
        Ok("That is a lot to deal with. [pause] I am sorry for the wait. Two weeks is \
             too long. [pause] Would you like today at four with the nurse or tomorrow \
             at nine with the doctor?"),
    ),
    turn(
        "today at four please",
        &[(Slot::Step, "put your name down for four"), (Slot::Time, "9:30 today")],
        Ok("My next step is to put your name down for four. [pause] Expect word from me by \
             9:30 today."),
    ),
];

#[test]
fn an_airline_by_email() {
    read_aloud(Channel::Email, AIRLINE);
}

#[test]
fn a_software_house_by_chat() {
    read_aloud(Channel::Chat, SOFTWARE);
}

#[test]
fn a_shop_by_chat_with_a_boundary() {
    read_aloud(Channel::Chat, SHOP);
}

#[test]
fn a_clinic_by_phone() {
    read_aloud(Channel::Phone, CLINIC);
}

/// Every draft is sent as it is.
fn read_aloud(channel: Channel, turns: &[Turn]) {
    let policy = Policy::standard();
    let sam = Actor::Human(Human { name: "Sam".into(), role: Role::Agent });
    let mut case = Case::open("contact 12", channel, Timestamp(0));
    let go = |case: &mut Case, event: Event| {
        let at = Timestamp(case.at().0 + 60_000);
        *case = advance(case, at, &event, policy).expect("allowed").case;
    };
    for Turn { says, facts, draft } in turns {
        let message = CustomerMessage::read(says, &classify_message(says, policy));
        go(&mut case, Event::MessageReceived(message));
        go(&mut case, Event::AgentRead);
        let known = facts.iter().fold(Facts::new(), |all, (slot, text)| all.with(*slot, *text));
        match (draft_reply(&case, &known, policy), draft) {
            (Draft::Reply(reply), Ok(words)) => {
                assert_eq!(reply.text, *words, "{says}");
                let review = review_reply(&reply.text, &case, &known, policy);
                let told: Vec<_> = review
                    .findings
                    .iter()
                    .filter(|finding| finding.severity > Severity::Info)
                    .collect();
                assert!(told.is_empty(), "{told:?}");
                go(&mut case, Event::ReplySent(reply.sent(sam.clone(), None)));
            }
            (Draft::Withheld(reason), Err(why)) => assert_eq!(reason, *why, "{says}"),
            (other, _) => panic!("{says}: {other:?}"),
        }
    }
}
