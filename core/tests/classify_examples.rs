//! The 61 messages of `domain.md` 3.4, the 20 pairs of 3.8 and the foils of 3.9, with real spellings of the
//! masked words, and the same abuse in disguise.

use unruffled::{Conduct, Crisis, Flag, Policy, SevereKind, classify_message};

use Conduct::{Crossing, Fine, Severe, Sharp};

/// Name, text, lowest and highest temperature, allowed conduct, crisis, flags that must be there.
struct Row(
    &'static str,
    &'static str,
    std::ops::RangeInclusive<u8>,
    &'static [Conduct],
    &'static [Crisis],
    &'static [Flag],
);

const NO: &[Crisis] = &[Crisis::None];
const POSSIBLE: &[Crisis] = &[Crisis::Possible];
const EXPLICIT: &[Crisis] = &[Crisis::Explicit, Crisis::Imminent];
const ANY: &[Crisis] = &[Crisis::Possible, Crisis::Explicit, Crisis::Imminent];
const FINE: &[Conduct] = &[Fine];
const CALMISH: &[Conduct] = &[Fine, Sharp];
const CROSSING: &[Conduct] = &[Crossing];
const VIOLENCE: &[Conduct] = &[Severe(SevereKind::Violence)];
const STALKING: &[Conduct] = &[Severe(SevereKind::Stalking), Severe(SevereKind::Violence)];
const EXTORTION: &[Conduct] = &[Severe(SevereKind::Extortion), Severe(SevereKind::Violence)];
const HATE: &[Conduct] = &[Severe(SevereKind::Hate)];
const DEVICE: &[Conduct] = &[Severe(SevereKind::Device)];
const SEXUAL: &[Conduct] = &[Severe(SevereKind::Sexual)];

#[rustfmt::skip]
const LEVELS: &[Row] = &[
    Row("0.1", "Hi, how do I reset the PIN on my second handset? Thanks.", 0..=0, FINE, NO, &[Flag::Thanks]),
    Row("0.2", "Order 88213 arrived without the charger. Please send one.", 0..=0, FINE, NO, &[]),
    Row("0.3", "Login page shows error 403 since 09:10. Screenshot attached.", 0..=0, FINE, NO, &[]),
    Row("0.4", "PLEASE CONFIRM THE APPOINTMENT ON THURSDAY. MRS A HOLLIS", 0..=0, FINE, NO, &[]),
    Row("0.5", "My fault, I typed the wrong email like an idiot. Can you change it?", 0..=0, FINE, NO, &[]),
    Row("0.6", "That fix is bloody brilliant, thank you!!", 0..=0, FINE, NO, &[Flag::Thanks, Flag::ProfanityPositive]),
    Row("0.7", "You must send invoice of March. I need for tax office.", 0..=0, FINE, NO, &[]),
    Row("0.8", "I'd like a copy of everything you hold about me, and please stop the marketing calls.", 0..=0, FINE, NO, &[Flag::DataRequest]),
    Row("0.9", "My husband passed away last month and the account is in his name. What do you need from me?", 0..=0, FINE, NO, &[Flag::Bereavement]),
    Row("0.10", "Your driver called me a stupid cow when I asked him to move the van. I want to report it.", 0..=0, FINE, NO, &[Flag::ReportedAbuse]),
    Row("1.1", "Any update? It's been two days.", 1..=1, FINE, NO, &[]),
    Row("1.2", "Still waiting on the call back you said would come this morning.", 1..=2, FINE, NO, &[Flag::BrokenPromise]),
    Row("1.3", "As per my last three emails, the account number is at the bottom.", 1..=1, FINE, NO, &[]),
    Row("1.4", "A bit disappointed, to be honest. The last engineer was great, this visit less so.", 1..=1, FINE, NO, &[]),
    Row("1.5", "So the \"fix\" didn't fix it. What now?", 1..=1, FINE, NO, &[]),
    Row("1.6", "Fine. I'll try it again. Not holding my breath.", 1..=1, FINE, NO, &[]),
    Row("1.7", "I already sent the photos. Twice.", 1..=1, FINE, NO, &[]),
    Row("1.8", "It would be lovely if someone read the ticket before replying.", 1..=1, FINE, NO, &[]),
    Row("1.9", "ok so do I just sit here or", 1..=1, FINE, NO, &[]),
    Row("1.10", "My boss is going to kill me if the report isn't out by noon, any way to speed this up?", 1..=1, FINE, NO, &[Flag::Deadline]),
    Row("2.1", "This is ridiculous! I've been waiting all day and no one has fixed this stupid system!", 2..=2, FINE, NO, &[Flag::Delay]),
    Row("2.2", "Why is this damn system always broken? Nothing ever works!", 2..=2, FINE, NO, &[Flag::ProfanityUndirected]),
    Row("2.3", "I have now explained this to FIVE different people. Five. And I'm back at the start!", 2..=2, FINE, NO, &[Flag::RepeatContact]),
    Row("2.4", "WHY HAS MY INTERNET BEEN OFF SINCE MONDAY AND NOBODY CAN TELL ME WHEN IT IS COMING BACK", 2..=2, FINE, NO, &[Flag::Shouting]),
    Row("2.5", "This bloody app logged me out again in the middle of payroll. Forty people are waiting to be paid.", 2..=2, FINE, NO, &[Flag::ProfanityUndirected]),
    Row("2.6", "Beyond frustrated. You charged me twice and the refund promised on the 3rd never came.", 2..=2, FINE, NO, &[Flag::BrokenPromise]),
    Row("2.7", "Dear team, to be very clear: this is the worst handling of a simple return I have met in twenty years, and I expect a written answer by Friday.", 2..=2, FINE, NO, &[Flag::Deadline]),
    Row("2.8", "Oh wonderful, it crashed again. Best day ever. My demo is in 20 minutes.", 2..=2, FINE, NO, &[Flag::Sarcasm]),
    Row("2.9", "what the hell is going on with my order???? says delivered. it is NOT here", 2..=2, FINE, NO, &[]),
    Row("2.10", "If this isn't sorted today I'm cancelling and going elsewhere.", 2..=2, FINE, NO, &[Flag::Churn, Flag::Ultimatum]),
    Row("2.11", "This fucking printer. Third jam since lunch. Please just send someone.", 2..=2, FINE, NO, &[Flag::ProfanityUndirected]),
    Row("3.1", "You people clearly have no idea what you're doing. Put me through to someone who does.", 3..=3, &[Sharp], NO, &[Flag::SupervisorRequest]),
    Row("3.2", "Stop pasting rubbish at me and read what I fucking wrote!", 3..=3, &[Sharp], NO, &[]),
    Row("3.3", "Your company is a scam. You took the money and vanished. I'm going to the ombudsman and posting every one of these emails.", 3..=3, &[Sharp], NO, &[Flag::Regulator, Flag::Public]),
    Row("3.4", "I don't want another apology, I've had nine. I want somebody competent, now, or I call my lawyer.", 3..=3, CALMISH, NO, &[Flag::Legal, Flag::ApologyRejected]),
    Row("3.5", "Well done, geniuses. You broke the one thing that worked.", 3..=3, &[Sharp], NO, &[]),
    Row("3.6", "It's shit service, it's always been shit service, and this is just more of the same shit!!!", 3..=3, CALMISH, NO, &[]),
    Row("3.7", "You lied to me. You said Tuesday, you looked at the same screen I'm looking at, and you lied.", 3..=3, &[Sharp], NO, &[]),
    Row("3.8", "Are you actually reading or is this a script? Useless. Absolutely useless.", 3..=3, &[Sharp], NO, &[]),
    Row("3.9", "I'm going to ring every ten minutes until I get an answer I can understand.", 2..=3, CALMISH, NO, &[]),
    Row("3.10", "ARE YOU EVEN READING THIS?? YES OR NO. DID YOU CANCEL IT.", 3..=3, CALMISH, NO, &[]),
    Row("4.1", "You're an idiot. Get me someone else.", 4..=4, CROSSING, NO, &[]),
    Row("4.2", "Fuck you and your script.", 4..=4, CROSSING, NO, &[Flag::ProfanityDirected]),
    Row("4.3", "Are you thick? I've said it four times, you stupid woman.", 4..=4, CROSSING, NO, &[]),
    Row("4.4", "Shut up and do your job, you pathetic little clerk.", 4..=4, CROSSING, NO, &[]),
    Row("4.5", "Your colleague Dana is a lazy cow and you're no better.", 4..=4, CROSSING, NO, &[]),
    Row("4.6", "You people are morons. Every single one of you.", 4..=4, CROSSING, NO, &[]),
    Row("4.7", "No wonder you're stuck answering phones. Nobody else would have you.", 4..=4, CROSSING, NO, &[]),
    Row("4.8", "I hope they sack you before lunch, you waste of space.", 4..=4, CROSSING, NO, &[Flag::IllWish]),
    Row("4.9", "listen here you little shit, just refund me", 4..=4, CROSSING, NO, &[]),
    Row("4.10", "Can't understand your ridiculous accent. Put a proper speaker on.", 4..=4, CROSSING, NO, &[Flag::Discriminatory]),
    Row("4.11", "You'd better hope I never find out who you are.", 4..=4, CROSSING, NO, &[Flag::ThreatPossible]),
    Row("5.1", "I know which building you're in. I'll be waiting by the car park when you finish.", 5..=5, STALKING, NO, &[]),
    Row("5.2", "Fix it tonight or I come down there and put somebody in hospital.", 5..=5, VIOLENCE, NO, &[]),
    Row("5.3", "There's something in a bag by your front desk. You have an hour.", 5..=5, DEVICE, NO, &[]),
    Row("5.4", "Go back to where you came from, paki.", 5..=5, HATE, NO, &[]),
    Row("5.5", "Your voice is doing things to me. What are you wearing?", 5..=5, SEXUAL, NO, &[]),
    Row("5.6", "Found you, Priya M. Nice house. Your kids are at Hillside, aren't they?", 5..=5, STALKING, NO, &[]),
    Row("5.7", "Your full name and photo are up now. People are coming to see you.", 5..=5, STALKING, NO, &[]),
    Row("5.8", "People of your religion are vermin and should not be let near a phone.", 5..=5, HATE, NO, &[]),
    Row("5.9", "Pay it back by six or your family pays for it.", 5..=5, EXTORTION, NO, &[]),
    Row("C.1", "I honestly can't see the point any more.", 0..=3, CALMISH, POSSIBLE, &[]),
    Row("C.2", "This debt is going to be the end of me.", 0..=3, CALMISH, POSSIBLE, &[]),
    Row("C.3", "Since you froze the card I've been thinking about ending it all.", 0..=3, CALMISH, EXPLICIT, &[]),
    Row("C.4", "I've got the tablets in front of me. Your letter was the last straw.", 0..=3, CALMISH, &[Crisis::Imminent], &[]),
    Row("C.5", "My brother says he'll kill himself if you call in the loan.", 0..=3, CALMISH, EXPLICIT, &[]),
    Row("C.6", "You won't have to deal with me after tonight.", 0..=3, CALMISH, ANY, &[]),
    Row("C.7", "lol I'm dying, this hold music", 0..=2, FINE, NO, &[]),
    Row("C.8", "I'm going to throw myself out of the window if I see this error again haha", 0..=3, FINE, POSSIBLE, &[]),
];

#[rustfmt::skip]
const PAIRS: &[(Row, Row)] = &[
    (Row("1", "This system is stupid.", 1..=2, FINE, NO, &[]),
     Row("1", "You are stupid.", 4..=4, CROSSING, NO, &[])),
    (Row("2", "What a fucking mess.", 2..=2, FINE, NO, &[]),
     Row("2", "You fucking mess.", 4..=4, CROSSING, NO, &[])),
    (Row("3", "Just fix the fucking thing!", 2..=3, CALMISH, NO, &[]),
     Row("3", "Just fix it, you fuck.", 4..=4, CROSSING, NO, &[])),
    (Row("4", "Your service is useless.", 3..=3, &[Sharp], NO, &[]),
     Row("4", "You're a useless human being.", 4..=4, CROSSING, NO, &[])),
    (Row("5", "You have no idea what you're doing.", 3..=3, &[Sharp], NO, &[]),
     Row("5", "You're too dim to understand this.", 4..=4, CROSSING, NO, &[])),
    (Row("6", "You lied to me.", 3..=3, &[Sharp], NO, &[]),
     Row("6", "You're a dirty little liar.", 4..=4, CROSSING, NO, &[])),
    (Row("7", "I'm such a moron, I deleted it.", 0..=0, FINE, NO, &[]),
     Row("7", "Only a moron would delete it, and you did.", 4..=4, CROSSING, NO, &[])),
    (Row("8", "He called me an idiot.", 0..=0, FINE, NO, &[Flag::ReportedAbuse]),
     Row("8", "He's right to call you an idiot.", 4..=4, CROSSING, NO, &[])),
    (Row("9", "WHERE IS MY REFUND", 2..=2, FINE, NO, &[Flag::Shouting]),
     Row("9", "WHERE IS MY REFUND YOU CLOWN", 4..=4, CROSSING, NO, &[])),
    (Row("10", "See you in court.", 2..=3, CALMISH, NO, &[Flag::Legal]),
     Row("10", "See you outside your office.", 4..=4, CROSSING, NO, &[Flag::ThreatPossible])),
    (Row("11", "I'll leave a review you won't forget.", 2..=2, FINE, NO, &[Flag::Public]),
     Row("11", "I'll leave you something you won't forget.", 4..=4, CROSSING, NO, &[Flag::ThreatPossible])),
    (Row("12", "I could strangle this router.", 2..=2, FINE, NO, &[]),
     Row("12", "I could strangle you.", 4..=4, CROSSING, NO, &[Flag::ThreatPossible])),
    (Row("13", "I'm having trouble hearing you, could you slow down?", 0..=0, FINE, NO, &[]),
     Row("13", "Get me someone who speaks properly.", 4..=4, CROSSING, NO, &[Flag::Discriminatory])),
    (Row("14", "What's your name? I'm going to complain about you.", 2..=3, CALMISH, NO, &[]),
     Row("14", "What's your name? I'm going to find you.", 5..=5, STALKING, NO, &[])),
    (Row("15", "My boss will murder me.", 0..=1, FINE, NO, &[]),
     Row("15", "I'll murder your boss.", 5..=5, VIOLENCE, NO, &[])),
    (Row("16", "I can't take this any more, sort the bill out.", 2..=2, FINE, POSSIBLE, &[]),
     Row("16", "I can't take this any more, I don't want to be here.", 0..=3, FINE, EXPLICIT, &[])),
    (Row("17", "Perhaps this could be handled by someone senior.", 0..=1, FINE, NO, &[Flag::SupervisorRequest]),
     Row("17", "Perhaps they should hire people with brains.", 4..=4, CROSSING, NO, &[])),
    (Row("18", "Great job.", 0..=0, FINE, NO, &[]),
     Row("18", "Great job, it only took you nine weeks.", 1..=2, FINE, NO, &[])),
    (Row("19", "No offence but this is garbage.", 2..=2, FINE, NO, &[]),
     Row("19", "No offence but you're garbage.", 4..=4, CROSSING, NO, &[])),
    (Row("20", "That's a damn good answer.", 0..=0, FINE, NO, &[]),
     Row("20", "That's a damn lie.", 3..=3, &[Sharp], NO, &[])),
];

fn complaints(row: &Row) -> Vec<String> {
    let Row(name, text, temperature, conduct, crisis, flags) = row;
    let message = classify_message(text, Policy::standard());
    let reading = message.reading;
    let mut wrong = Vec::new();
    if !temperature.contains(&reading.temperature().get()) {
        wrong.push(format!("T{}", reading.temperature().get()));
    }
    if !conduct.contains(&reading.conduct) {
        wrong.push(format!("{:?}", reading.conduct));
    }
    if !crisis.contains(&reading.crisis) {
        wrong.push(format!("crisis {}", reading.crisis));
    }
    for flag in flags.iter().filter(|flag| !reading.flags.contains(**flag)) {
        wrong.push(format!("no {flag}"));
    }
    if wrong.is_empty() {
        return Vec::new();
    }
    let evidence: Vec<String> = message
        .evidence
        .iter()
        .map(|one| format!("{}:{}:{}", one.kind.name(), one.span.of(text), one.weight))
        .collect();
    let milli = reading.heat_milli.get();
    vec![format!("{name} {text}\n    {} | heat {milli} | {evidence:?}", wrong.join(", "))]
}

#[test]
fn the_levels() {
    let wrong: Vec<String> = LEVELS.iter().flat_map(complaints).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LEVELS.len(), wrong.join("\n"));
}

#[test]
fn the_pairs() {
    let wrong: Vec<String> =
        PAIRS.iter().flat_map(|(lower, higher)| [lower, higher]).flat_map(complaints).collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A boundary may be recommended from 850 on (`domain.md` 3.2): the clear rows must reach it, and what may
/// be a threat waits for a person instead.
#[test]
fn clear_crossings_are_sure_enough_for_a_boundary() {
    let higher = PAIRS.iter().map(|(_, higher)| higher);
    let clear: Vec<&Row> = LEVELS
        .iter()
        .chain(higher)
        .filter(|Row(_, _, _, conduct, _, flags)| {
            *conduct == CROSSING && !flags.contains(&Flag::ThreatPossible)
        })
        .collect();
    assert!(clear.len() >= 20, "{}", clear.len());
    let more =
        ["you clown", "idiot", "moron", "your driver is an idiot", "fuck off", "you useless cow"];
    let texts = clear.iter().map(|row| row.1).chain(more);
    let unsure: Vec<String> = texts
        .filter_map(|text| {
            let line = classify_message(text, Policy::standard()).reading.line_milli.get();
            (line < 850).then(|| format!("{line} {text}"))
        })
        .collect();
    assert!(unsure.is_empty(), "{}", unsure.join("\n"));
}

#[test]
fn disguises_change_nothing() {
    let crossing = [
        "you are an idi0t",
        "you're an 1d10t",
        "u r an id!ot",
        "you i d i o t",
        "you i.d.i.o.t",
        "you are an idіоt",
        "you're an ｉｄｉｏｔ",
        "you're an i\u{200b}diot",
        "you're an idiooooot",
        "f**k you",
        "F*** you",
        "f u c k you",
        "fuuuuck you",
        "F.U.C.K. Y.O.U.",
        "fück you",
        "you s***head",
        "you a$$hole",
        "you @sshole",
        "listen you little sh1t",
        "you b*tch",
        "you 𝓶𝓸𝓻𝓸𝓷",
        "YOUR AN IDIOT",
        "ur an idiot",
        "youre an idiot and ur dumb",
    ];
    for text in crossing {
        let message = classify_message(text, Policy::standard());
        assert!(message.reading.crosses_line(), "{text}: {:?}", message.reading);
    }
}

#[test]
fn clean_words_stay_clean() {
    let clean = [
        "The hot water has been off since Saturday.",
        "who has stephanie",
        "Damn, I missed your call, sorry. Can you ring again?",
        "I am gay and I would like to add my husband to the policy.",
        "Please deliver to Dick Turner, 4 Scunthorpe Road, Penistone.",
        "Use kill -9 to kill process 4412, then abort the fatal job on the slave node.",
        "The assessment class on Saturday was cancelled.",
        "You're not an idiot, the manual is just bad.",
        "I never said you were an idiot.",
        "My doctor found a mass in my breast and I need the scan moved.",
        "She sang \"you're an idiot\" at the end of the song, can you get me that single?",
        "> you are an idiot\nThat was the comment my son got on your forum.",
        "Your driver told me to fuck off. I want to complain.",
        "she said i was thick and then she hung up on me your girl in the branch",
        "🙂🙂",
        "Stupid question, but where is the off button?",
        "I feel like an idiot for asking.",
        "you absolute legend, you mad bastard, thanks",
        "Thank you so much, you're a star!!",
        "shut it down please, both cards",
    ];
    for text in clean {
        let message = classify_message(text, Policy::standard());
        let conduct = message.reading.conduct;
        assert!(matches!(conduct, Fine | Sharp), "{text}: {conduct:?} {:?}", message.evidence);
    }
}

#[test]
fn spans_cut_whole_characters_and_segments_tile() {
    let hostile = [
        "",
        " ",
        "\n\n\n",
        "😡😡😡",
        "İİİ you idiot ﬁﬁ",
        "e\u{301}\u{301}\u{301} f\u{200d}uck you",
        "شكرا جزيلا you are an idiot",
        "\u{202e}toidi na era uoy",
        "a\u{0}b you\u{0}idiot",
        "🇬🇧👩‍👩‍👧 you moron 👍🏽!!",
        "“you” ‘are’ „an” idiot…",
        "\"\"\"\"''''",
        "f***f***f***",
        "ﷺﷺﷺ",
        "you\u{a0}idiot",
        "x\u{1d400}\u{fe0f}",
        "\u{feff}fuck you",
        "my order is late. my ﬁrst order is l\u{301}ate…你好",
    ];
    for text in hostile {
        let message = classify_message(text, Policy::standard());
        for evidence in &message.evidence {
            let cut = evidence.span.of(text);
            assert!(!cut.is_empty(), "{text:?}: {evidence:?}");
        }
        let mut at = 0;
        for segment in &message.segments {
            assert_eq!(segment.span.start, at, "{text:?}");
            assert!(text.is_char_boundary(usize::try_from(segment.span.end).unwrap()), "{text:?}");
            at = segment.span.end;
        }
        assert_eq!(at, message.read, "{text:?}");
        for issue in &message.issues {
            assert!(!issue.span.of(text).is_empty(), "{text:?}");
        }
        assert_eq!(unruffled::mask(text, &message).len(), text.len());
    }
}

#[test]
fn long_messages_are_read_to_the_limit_in_linear_time() {
    let parts =
        ["you idiot ", "f*a*b* ", "\"he said ", "a ", "i will kill you ", "my order is late and "];
    for part in parts {
        let time = |length: usize| {
            let text = part.repeat(length / part.len());
            // The quickest of several: a busy machine only ever makes it slower.
            let once = || {
                let started = std::time::Instant::now();
                let message = classify_message(&text, Policy::standard());
                assert_eq!(message.read, u32::try_from(text.len().min(65_536)).unwrap(), "{part}");
                started.elapsed()
            };
            (0..5).map(|_| once()).min().unwrap_or_default()
        };
        // Eight times the text, not the 64 times of a quadratic rule.
        let short = time(4_096);
        let long = time(32_768);
        assert!(long < short * 40, "{part}: {short:?} and {long:?}");
    }
    let over = "é".repeat(40_000);
    assert_eq!(classify_message(&over, Policy::standard()).read, 65_536);
}
