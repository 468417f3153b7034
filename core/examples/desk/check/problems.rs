//! Everything that is wrong with a policy file, each with its place.

use serde::Serialize;
use unruffled::{PRESETS, Policy, PolicyDocument, PolicyError};

use super::source::{Position, Source, escaped, offset_of, position};
use crate::words::listed;

/// Something wrong with the file.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    /// A JSON pointer.
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) message: String,
}

/// A policy file without mistakes.
pub(crate) struct Good {
    pub(crate) policy: Policy,
    /// The preset it starts from.
    pub(crate) preset: String,
    /// Every place, as a JSON pointer, at which the file has a value.
    pub(crate) places: Vec<String>,
}

/// The policy, or everything that is wrong with the file.
pub(crate) fn read(bytes: &[u8]) -> Result<Good, Vec<Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        vec![problem("", position(&good, good.len()), "the file is not UTF-8 from here on".into())]
    })?;
    let source = Source::read(text).map_err(|error| {
        let at = if error.is_eof() { text.len() } else { offset_of(text, &error) };
        vec![problem("", position(text, at), format!("not JSON: {}", reason(&error)))]
    })?;
    let Some(members) = &source.members else {
        let message = "a policy is a JSON object, such as {\"preset\": \"default\"}";
        return Err(vec![problem("", source.position(""), message.into())]);
    };

    let mut problems: Vec<Problem> = Vec::new();
    for place in &source.twice {
        problems.push(problem(place, source.position(place), "this key is here twice".into()));
    }
    let mut good: Vec<String> = Vec::new();
    for (key, value) in members {
        // Each alone, so that one mistake does not hide another.
        let before = format!("{{{}:", serde_json::Value::from(key.as_str()));
        let member = format!("{before}{}}}", value.get());
        match serde_json::from_str::<PolicyDocument>(&member) {
            Ok(_) => good.push(member),
            Err(error) => {
                let start = source.offset(value.get());
                let inside = offset_of(&member, &error).checked_sub(before.len());
                problems.push(misread(&source, key, start, inside, &error));
            }
        }
    }
    let whole = good.len() == members.len() && problems.is_empty();
    let inner: Vec<&str> =
        good.iter().filter_map(|member| member.strip_prefix('{')?.strip_suffix('}')).collect();
    let document = serde_json::from_str::<PolicyDocument>(&format!("{{{}}}", inner.join(",")));
    let mut made = None;
    if let Ok(document) = document {
        let (builder, mut wrong) = document.into_builder();
        // What could not be read cannot contradict anything.
        wrong.extend(
            builder
                .problems()
                .into_iter()
                .filter(|error| whole || !matches!(error, PolicyError::Contradiction { .. })),
        );
        problems.extend(wrong.iter().map(|error| refused(&source, error)));
        made = builder.build().ok();
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    match made {
        Some(policy) if problems.is_empty() => {
            let preset = members.iter().find(|(key, _)| key == "preset");
            let preset = preset.and_then(|(_, value)| serde_json::from_str(value.get()).ok());
            let preset = preset.unwrap_or_else(|| "default".into());
            Ok(Good { policy, preset, places: source.places() })
        }
        Some(_) | None => Err(problems),
    }
}

fn problem(path: &str, Position { line, column }: Position, message: String) -> Problem {
    Problem { path: path.into(), line, column, message }
}

/// serde_json's reason without its position, which is one of another text.
fn reason(error: &serde_json::Error) -> String {
    let full = error.to_string();
    match full.rsplit_once(" at line ") {
        Some((reason, _)) => reason.into(),
        None => full,
    }
}

/// Of many names that would do, only one that is close to the name given.
fn nearest(message: String) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    let Some(given) = names.next() else { return message };
    let close = names
        .map(|name| (distance(given, name), name))
        .filter(|(changes, name)| *changes <= 2.max(name.chars().count() / 4))
        .min();
    match (message.split_once(", expected"), close) {
        (Some((wrong, _)), Some((_, name))) => format!("{wrong}; did you mean `{name}`?"),
        _ => message,
    }
}

/// How many letters must be changed, added or taken out to make `to` of `from`.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (index, have) in from.chars().enumerate() {
        let mut left = index.saturating_add(1);
        let mut next = vec![left];
        for (want, pair) in to.chars().zip(row.windows(2)) {
            let [diagonal, above] = pair else { continue };
            let changed = diagonal.saturating_add(usize::from(have != want));
            left = changed.min(left.saturating_add(1)).min(above.saturating_add(1));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

/// A value that is not what its knob takes. `inside` is where in the member's value; nothing if the key
/// itself is unknown.
fn misread(
    source: &Source<'_>,
    key: &str,
    start: usize,
    inside: Option<usize>,
    error: &serde_json::Error,
) -> Problem {
    let message = nearest(reason(error));
    let offset = start.saturating_add(inside.unwrap_or(0));
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let Some((name, _)) = unknown else {
        let (place, at) = source.around(offset);
        // serde_json may say where the list ends that holds the wrong text.
        let wrong = ["unknown variant `", "string \""].iter().find_map(|before| {
            let (_, rest) = message.split_once(before)?;
            rest.split(['`', '"']).next()
        });
        let (place, at) =
            wrong.and_then(|wrong| source.saying(place, wrong)).unwrap_or((place, at));
        return problem(place, at, message.clone());
    };
    let around = if inside.is_some() { source.around(offset).0 } else { "" };
    let name = if inside.is_some() { name } else { key };
    let place = format!("{around}/{}", escaped(name));
    let at = source.key_before(name, offset).unwrap_or_else(|| source.position(&place));
    problem(&place, at, message)
}

/// What the library refuses, at the first of its knobs that the file has.
fn refused(source: &Source<'_>, error: &PolicyError) -> Problem {
    let mut message = error.to_string();
    let fields = match error {
        PolicyError::Contradiction { first, second } => {
            if let Some(why) = why(first, second) {
                message = format!("{message}: {why}");
            }
            let either = [Some(place(first)), alias(first), Some(place(second))];
            either.into_iter().flatten().collect()
        }
        PolicyError::Unknown { field: "timers", given } => {
            vec![format!("/timers/{}", escaped(given))]
        }
        PolicyError::Unknown { field, given } => {
            if !given.chars().any(char::is_alphanumeric) {
                message = format!("`{field}` needs a letter or a digit");
            }
            if *field == "preset" {
                message = format!("{message}; there are {}", listed(&PRESETS));
            }
            vec![place(field)]
        }
        PolicyError::OutOfRange { field, .. } => vec![place(field)],
        _ => Vec::new(),
    };
    let found = fields.iter().find(|place| source.has(place)).or(fields.first());
    let found = found.map_or("", String::as_str);
    // A preset's own knob against the file's: the preset is the place.
    let at = if source.has(found) || !source.has("/preset") {
        source.position(found)
    } else {
        source.position("/preset")
    };
    problem(found, at, message)
}

fn place(field: &str) -> String {
    format!("/{}", field.replace('.', "/"))
}

/// `style.contractions` has a shorter name as well.
fn alias(field: &str) -> Option<String> {
    field.strip_prefix("style.").map(place)
}

/// Why two knobs cannot both hold.
fn why(first: &str, second: &str) -> Option<&'static str> {
    let part = |field: &str| field.rsplit('.').next().map(String::from).unwrap_or_default();
    Some(match (part(first).as_str(), part(second).as_str()) {
        ("heat_bands", _) => "each band starts above the one before",
        ("min_warnings", _) => "an ending would need more boundaries than a contact may have",
        ("alert_at", _) => "a contact never has that many boundaries",
        ("consequence_from", _) => {
            "the first boundary would announce an ending that is not allowed yet"
        }
        ("immediate_kinds", "device") => {
            "a device threat is answered by staying on the line; nothing ends the contact"
        }
        ("immediate_kinds", _) => "this kind is decided by a person, never at once",
        ("record_before_boundary", _) => {
            "there is no such thing before the first boundary, so that none could be given"
        }
        ("record_before_ending", _) => {
            "an ending always needs the words and the warnings on record"
        }
        ("warnings_carry_over", _) => "the record of a warning would be gone before the warning",
        ("review_months", _) => "the review would come after the end",
        ("max_months", _) => "the record that explains a restriction would be gone before it ends",
        ("first_reply_upset" | "update_upset", _) => "nobody waits longer for being upset",
        ("silence_warning", _) => "the warning must come before the silence it warns of",
        ("hold", _) => "the return must come within the longest hold",
        ("severe_ack", _) => "danger would be answered later than anything else",
        ("update_by", _) => "nobody works before that time",
        ("contractions", "formality") => "formal letters do not contract",
        ("contractions", _) => "give one of the two",
        ("hours", _) => "hours open before they close, in order, without overlap",
        ("zone_changes", _) => "each change comes later than the one before",
        _ => return None,
    })
}
