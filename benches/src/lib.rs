//! The messages that the benches read, written for this project.

use unruffled::MAX_MESSAGE_BYTES;

/// A message with a name for the report.
#[derive(Clone, Debug)]
pub struct Input {
    /// What kind of message it is.
    pub name: &'static str,
    /// The message.
    pub text: String,
}

/// One message of each kind: short, long, hostile to the reader, and the longest that is read.
#[must_use]
pub fn inputs() -> Vec<Input> {
    vec![
        Input { name: "short", text: SHORT.to_owned() },
        Input { name: "long", text: LONG.to_owned() },
        Input { name: "spoken", text: SPOKEN.to_owned() },
        Input { name: "hostile", text: HOSTILE.repeat(24) },
        Input { name: "64 KiB", text: longest() },
    ]
}

/// A chase by chat.
pub const SHORT: &str = "Hi, any news on my order? It was due on Tuesday and I still have nothing.";

/// An angry letter with facts, feelings, old grievances and an ask.
pub const LONG: &str = "Good morning,\n\n\
    I ordered a washing machine from you on 3 May, order 88-1204. You promised delivery on the \
    10th between nine and twelve. I took the morning off and nobody came. When I rang, your \
    colleague told me that the van had broken down and that I would get a call back the same day. \
    That call never came. I rang again on the 12th, waited forty minutes, and was told that the \
    order did not exist!\n\n\
    This is the third time I am explaining this. I have two small children and no way to wash \
    their clothes, and the launderette has cost me 46 pounds so far. Honestly, I am furious. It is \
    ridiculous that nobody in your company seems to know what the other one is doing. Last year \
    it was the same story with the dishwasher, by the way.\n\n\
    Please tell me today when the machine will arrive, and refund the delivery fee. If I do not \
    hear from you by five o'clock I will cancel, dispute the charge with my bank and write a \
    review that says exactly what happened.\n\n\
    I know it is not your fault personally, and thank you for reading all of this.\n\n\
    Regards,\nM. Okafor";

/// A transcript as speech recognition writes it.
pub const SPOKEN: &str = "yeah hi i've been on hold for like fifty minutes now this is about my \
    internet it's been down since monday and the guy who came on wednesday he basically just looked \
    at the box and left and i work from home so i'm losing money here every single day and nobody \
    can tell me anything i just want somebody who actually knows what is going on please";

/// Masks, stretched and spaced letters, digits for letters, marks on letters, other scripts, emoji,
/// words that only look like insults, and unclosed quotations.
pub const HOSTILE: &str = "Y O U  ppeeooppllee sooooo sl0000w!!!??!?! \u{1f621}\u{1f621}\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \
    w\u{430}ste of t\u{ed}me, d\u{200b}a\u{200b}m\u{200b}n this s\u{443}stem \"he said \"you said (nothing ever \
    Scunthorpe class assess hot water \u{645}\u{631}\u{62d}\u{628}\u{627} \u{202e}txet desrever\u{202c} Z\u{351}\u{36b}\u{343}a\u{334}l\u{335}g\u{321}o \
    d*mn d@mn $#!% h3ll 'tis not that I'm NOT unhappy, isn't it?? aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";

/// A rant of exactly the length that is read, without one full stop.
fn longest() -> String {
    let mut text = String::with_capacity(MAX_MESSAGE_BYTES);
    for word in SPOKEN.split_ascii_whitespace().cycle() {
        if text.len() + word.len() + 1 > MAX_MESSAGE_BYTES {
            break;
        }
        text.push_str(word);
        text.push(' ');
    }
    let rest = MAX_MESSAGE_BYTES.saturating_sub(text.len());
    text.extend(std::iter::repeat_n('a', rest));
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unruffled::{MAX_MESSAGE_BYTES, Policy, classify_message};

    use super::inputs;

    #[test]
    fn every_input_is_read_to_its_end() {
        let inputs = inputs();
        let names: BTreeSet<&str> = inputs.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), inputs.len(), "names are told apart");
        for input in &inputs {
            let message = classify_message(&input.text, Policy::standard());
            assert_eq!(usize::try_from(message.read), Ok(input.text.len()), "{}", input.name);
            assert!(!message.reading.crosses_line(), "{} insults nobody", input.name);
        }
        assert_eq!(inputs.last().map(|it| it.text.len()), Some(MAX_MESSAGE_BYTES));
    }
}
