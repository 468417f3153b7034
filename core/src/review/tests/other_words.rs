//! The errors as people and models put them.

use alloc::vec::Vec;

use super::{at, ids, with};
use crate::review::context::Context;
use crate::review::review;
use crate::terms::Flag;

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
