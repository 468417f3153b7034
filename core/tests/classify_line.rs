//! Who is addressed, what is predicated, what cancels: the line, row by row (`domain.md` 3.3).

use unruffled::{Conduct, Policy, Target, classify_message};

use Conduct::{Crossing, Fine, Sharp};

#[test]
fn the_line_follows_the_grammar() {
    let rows = [
        // address, statement, bare, trailing; typed as people type
        ("you absolute muppet", Crossing, Target::Agent),
        ("your an idiot", Crossing, Target::Agent),
        ("ur dumb", Crossing, Target::Agent),
        ("u r a moron mate", Crossing, Target::Agent),
        ("you lot are clowns", Crossing, Target::Role),
        ("idiot", Crossing, Target::Agent),
        ("silly twit", Crossing, Target::Agent),
        ("just send it again dickhead", Crossing, Target::Agent),
        ("you snivelling halfwit", Crossing, Target::Agent),
        ("moron. the cable is plugged in", Crossing, Target::Agent),
        ("what a bunch of idiots you are", Crossing, Target::Role),
        ("you cannot be this stupid", Crossing, Target::Agent),
        ("run by morons, this place", Crossing, Target::Role),
        // our people
        ("your driver is a lazy pig", Crossing, Target::ThirdParty),
        ("the woman on your desk is a nasty old witch", Crossing, Target::ThirdParty),
        ("your driver called, he is an imbecile", Crossing, Target::ThirdParty),
        // expletives as orders, and not
        ("oh piss off", Crossing, Target::Agent),
        ("get lost mate", Crossing, Target::Agent),
        ("stfu", Crossing, Target::Agent),
        ("my parcels always get lost", Fine, Target::Situation),
        ("screw the deposit", Fine, Target::Situation),
        ("your courier told my wife to get lost", Fine, Target::None),
        // work, words and honesty
        ("you are useless at this", Sharp, Target::Agent),
        ("your service is a joke", Sharp, Target::Organisation),
        ("liars", Sharp, Target::Organisation),
        // what cancels
        ("you're not an idiot", Fine, Target::None),
        ("i never said you are stupid", Fine, Target::None),
        ("I'm such a moron", Fine, Target::Self_),
        ("do i look like an idiot", Fine, Target::None),
        ("my ex is an idiot", Fine, Target::Self_),
        ("you stupid app", Fine, Target::Situation),
        ("your stupid app", Fine, Target::Situation),
        ("you have a stupid system", Fine, Target::Situation),
        ("this bastard of a printer", Fine, Target::Situation),
        ("a review says \"the staff are morons\", can you remove it", Fine, Target::None),
        ("you beautiful bastards, it works", Fine, Target::None),
        ("haha you cheeky sod, cheers", Fine, Target::None),
    ];
    let mut wrong = Vec::new();
    for (text, conduct, target) in rows {
        let message = classify_message(text, Policy::standard());
        let reading = message.reading;
        let aimed = reading.conduct != Fine;
        if reading.conduct != conduct || (aimed && reading.target != target) {
            wrong.push(format!("{text}: {:?} {:?}", reading.conduct, reading.target));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_line_score_agrees_with_the_decision() {
    let texts =
        ["", "hello", "you idiot", "your app is shit", "you are useless", "fuck you", "the idiots"];
    let line_at = Policy::standard().line_at();
    for text in texts {
        let reading = classify_message(text, Policy::standard()).reading;
        assert_eq!(reading.line_milli >= line_at, reading.crosses_line(), "{text}: {reading:?}");
    }
}

#[test]
fn evidence_points_at_the_offence_and_masking_hides_it() {
    let text = "Good morning. Naïve question: where is it, you useless 🤡 moron? Thanks, é";
    let message = classify_message(text, Policy::standard());
    let cut: Vec<&str> = message
        .evidence
        .iter()
        .filter(|one| one.kind.name() == "degrading")
        .map(|one| one.span.of(text))
        .collect();
    assert_eq!(cut, ["you useless 🤡 moron"]);
    let masked = unruffled::mask(text, &message);
    assert_eq!(
        masked,
        "Good morning. Naïve question: where is it, *** ******* **** *****? Thanks, é"
    );
}

#[test]
fn masking_spares_the_reader_threats_and_put_downs_too() {
    let rows = [
        ("Nobody else would have you.", true),
        ("I will find you and hurt you.", true),
        ("There is a bomb in your lobby.", false), // every word of it is needed
        ("I want to end my life.", false),
        ("This damn printer is an idiot.", false),
    ];
    for (text, hidden) in rows {
        let message = classify_message(text, Policy::standard());
        assert_eq!(unruffled::mask(text, &message).contains('*'), hidden, "{text}");
    }
}
