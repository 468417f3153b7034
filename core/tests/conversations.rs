//! Whole conversations from the customer's words to the exact words of every draft, as a host would run
//! them: each draft was read aloud and is one that an agent could send.

use unruffled::{
    Actor, Case, Channel, CustomerMessage, Draft, Event, Facts, Human, Policy, Role, Slot,
    Timestamp, Withheld, advance, classify_message, draft_reply, review_reply,
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
        Ok("@"),
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
        Ok("@"),
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
        Ok("@"),
    ),
    turn(
        "still looping. this is a fucking joke, we pay you 4k a month",
        &[
            (Slot::Issue, "the login"),
            (Slot::Fact, "the new certificate is live on two of three servers"),
            (Slot::StepIng, "restarting the third"),
            (Slot::Time, "10:30"),
        ],
        Ok("@"),
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
        Ok("@"),
    ),
    turn(
        "you useless idiot, I said size 38 in the very first message",
        &[
            (Slot::Issue, "the wrong size"),
            (Slot::StepIng, "checking the label before it leaves"),
            (Slot::Time, "16:00 today"),
        ],
        Ok("@"),
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
        Ok("@"),
    ),
    turn(
        "today at four please",
        &[(Slot::Step, "put your name down for four"), (Slot::Time, "half past nine")],
        Ok("@"),
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
    let mut go = |case: &mut Case, event: Event| {
        let at = Timestamp(case.at().0 + 60_000);
        *case = advance(case, at, &event, policy).unwrap().case;
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
                assert!(review.findings.is_empty(), "{:?}", review.findings);
                go(&mut case, Event::ReplySent(reply.sent(sam.clone(), None)));
            }
            (Draft::Withheld(reason), Err(why)) => assert_eq!(reason, *why, "{says}"),
            (other, _) => panic!("{says}: {other:?}"),
        }
    }
}
