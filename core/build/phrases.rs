//! Compiles the phrase bank (`en/phrases/`, `domain.md` 6.5) and the nouns it must know about.
//!
//! One file an act; a phrase's number is its place in its file, so new phrases go to the end of a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::names::{self, Name};
use crate::tsv::{self, Problems, Row};

const COLUMNS: &[&str] = &["id", "text", "when", "note"];

/// The conditions of the `when` column: when each holds.
const CONDITIONS: &[(&str, &str)] = &[
    ("phone", "Spoken."),
    ("chat", "Live chat."),
    ("messaging", "SMS and messaging apps."),
    ("email", "E-mail and tickets."),
    ("social", "A public post."),
    ("hand", "For a person to pick: the drafter cannot know whether it is true or reads well."),
    ("first", "Our first reply."),
    ("later", "Not our first reply."),
    ("delay", "They have been kept waiting."),
    ("broken_promise", "We promised and did not do it."),
    ("repeat", "They have asked before."),
    ("takeover", "Someone else took the contact over."),
    ("fixable", "What it is about can be fixed."),
    ("device", "It is about something that should work and does not."),
    ("thing", "The noun names a thing: the parcel."),
    ("problem", "The noun names the trouble: the delay."),
    ("singular", "The noun takes `is`, not `are`."),
    ("named", "The draft has already named it, so that `it` is clear."),
    ("step_known", "The host said what the next step is."),
    ("fact_known", "The host said what is known."),
    ("earlier", "A boundary was set before."),
    ("second", "Exactly one boundary was set."),
    ("promise", "A time was promised."),
    ("several", "More than one thing is on the agenda."),
    ("legal", "They spoke of a lawyer, court or claim."),
    ("regulator", "They spoke of a regulator."),
    ("formal", "They make a formal complaint."),
    ("churn", "They mean to leave."),
    ("chargeback", "They mean to dispute the charge."),
    ("public", "They mean to post about it."),
    ("bereavement", "They disclosed a death."),
    ("hardship", "They disclosed that money is short."),
    ("need", "They disclosed another need."),
    ("unknown", "The host said nothing of what is known."),
    ("brisk", "They are not calm and disclosed no need."),
    ("upset", "The last message is upset."),
    ("fault", "The fault is ours and the host said so."),
    ("awaited", "It is about something that they wait for: a parcel, a refund, an answer."),
];

/// Shorthands of the `when` column for several channels.
const CHANNELS: &[(&str, &[&str])] = &[
    ("written", &["chat", "messaging", "email", "social"]),
    ("ticket", &["chat", "messaging", "email"]),
    ("private", &["phone", "chat", "messaging", "email"]),
];

/// Words that no phrase may hold: they escalate, promise too much, or differ between countries.
const BANNED: &[&str] = &[
    "!",
    "'",
    "’",
    "calm down",
    "relax",
    "inconvenience",
    "unfortunately",
    "apologi",
    "apologe",
    "just",
    "simply",
    "obviously",
    "clearly you",
    "soon",
    "shortly",
    "asap",
    "guarantee",
    "definitely",
    "your issue",
    "this matter",
    "valued",
    "our policy",
    "favour",
    "favor",
    "programme",
    "centre",
    "center",
    "you should have",
    "you failed",
    "you need to",
    "you must",
    "you have to",
    "once again",
    "as i said",
    "no worries",
    "feel that",
];

/// Words that end in -ise or -ize on both sides of the ocean.
const SAME_EVERYWHERE: &[&str] = &[
    "otherwise",
    "likewise",
    "precise",
    "raise",
    "raised",
    "raising",
    "rise",
    "size",
    "noise",
    "wise",
    "advice",
    "exercise",
];

/// The longest phrase, in words, that any channel can carry.
const MAX_WORDS: usize = 45;

struct Lists {
    acts: Vec<Name>,
    slots: Vec<Name>,
}

/// Writes the families, the blob of texts and one row a phrase.
pub(crate) fn generate(package: &Path, problems: &mut Problems) -> String {
    let lists = Lists {
        acts: names::read(&package.join("src/terms/act.rs"), "Act", problems),
        slots: names::read(&package.join("src/terms/slot.rs"), "Slot", problems),
    };
    let mut blob = String::new();
    let mut rows = Vec::new();
    let mut families: BTreeMap<String, String> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for file in tsv::list(&package.join("data/en/phrases"), "tsv") {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some(act) = lists.acts.iter().find(|act| act.name.to_ascii_lowercase() == stem) else {
            problems.add(&file, 0, "no act is called like this file");
            continue;
        };
        for (place, row) in tsv::read(&file, COLUMNS, problems).iter().enumerate() {
            check(row, &act.name, &lists, &mut seen, problems);
            let family = row.cell(0).rsplit_once('.').map_or("", |(family, _)| family);
            families.insert(family.to_owned(), act.variant.clone());
            let start = blob.len();
            blob.push_str(row.cell(0));
            let middle = blob.len();
            blob.push_str(row.cell(1));
            let id = usize::from(act.code) * 256 + place;
            rows.push((
                id,
                format!(
                    "    Row {{ id: {id}, family: Family::{}, start: {start}, middle: {middle}, end: {}, \
                     needs: {}, when: {} }},\n",
                    camel(family),
                    blob.len(),
                    slots_of(row.cell(1), &lists),
                    conditions_of(row.cell(2)),
                ),
            ));
        }
    }
    rows.sort();
    let mut out = String::from(
        "/// Phrases that do the same thing in the same circumstances.\n\
         #[derive(Clone, Copy, Debug, Eq, PartialEq)]\npub(crate) enum Family {\n",
    );
    for family in families.keys() {
        let _ = writeln!(out, "    {},", camel(family));
    }
    out.push_str("}\n\nimpl Family {\n    /// What its phrases do.\n    pub(crate) const fn act(self) -> Act {\n        match self {\n");
    for (family, act) in &families {
        let _ = writeln!(out, "            Self::{} => Act::{act},", camel(family));
    }
    let _ = write!(
        out,
        "        }}\n    }}\n}}\n\n/// Names and texts, one after the other.\nstatic BLOB: &str = {blob:?};\n\n\
         /// One row a phrase, in the order of the ids.\nstatic ROWS: &[Row] = &[\n"
    );
    for (_, row) in &rows {
        out.push_str(row);
    }
    out.push_str("];\n\n");
    out.push_str(&conditions());
    out.push_str(&nouns(package, problems));
    out
}

fn check(
    row: &Row,
    act: &str,
    lists: &Lists,
    seen: &mut BTreeSet<String>,
    problems: &mut Problems,
) {
    let mut bad = |what: String| problems.add(&row.file, row.line, what);
    let (id, text) = (row.cell(0), row.cell(1));
    let number = id.rsplit_once('.').and_then(|(_, number)| number.parse::<u16>().ok());
    if !id.starts_with(&format!("{act}.")) || number.is_none() {
        bad(format!("`{id}` is not `{act}.NUMBER` or `{act}.family.NUMBER`"));
    }
    for unique in [id, text] {
        if !seen.insert(unique.to_owned()) {
            bad(format!("`{unique}` stands here twice"));
        }
    }
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    for banned in BANNED {
        let found = if banned.chars().all(char::is_alphabetic) && !banned.starts_with("apolog") {
            words.contains(banned)
        } else {
            lower.contains(banned)
        };
        if found && !(act == "BOUND.soft" && *banned == "need to") {
            bad(format!("no phrase says `{banned}`"));
        }
    }
    for word in &words {
        if ["ise", "ize", "ised", "ized", "ising", "izing"].iter().any(|end| word.ends_with(end))
            && !SAME_EVERYWHERE.contains(word)
        {
            bad(format!("`{word}` is spelled in two ways"));
        }
    }
    if words.len() > MAX_WORDS {
        bad(format!("{} words; at most {MAX_WORDS}", words.len()));
    }
    if text.contains("  ") || text.is_empty() {
        bad("empty, or two spaces in a row".to_owned());
    }
    for slot in slots(text) {
        let name = slot.to_ascii_lowercase();
        if !lists.slots.iter().any(|known| known.name == name)
            || slot.chars().skip(1).any(char::is_uppercase)
        {
            bad(format!("no slot is called `{slot}`"));
        }
    }
    if text.matches('{').count() != text.matches('}').count() {
        bad("a brace is missing".to_owned());
    }
    for token in row.cell(2).split_whitespace() {
        let channel = CHANNELS.iter().any(|(name, _)| *name == token);
        if !channel && !CONDITIONS.iter().any(|(name, _)| *name == token) {
            bad(format!("no condition is called `{token}`"));
        }
    }
}

fn slots(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(""))
}

fn slots_of(text: &str, lists: &Lists) -> String {
    let wanted: BTreeSet<String> = slots(text).map(str::to_ascii_lowercase).collect();
    let known = lists.slots.iter().filter(|slot| wanted.contains(&slot.name));
    known.fold("Slots::EMPTY".to_owned(), |set, slot| format!("{set}.with(Slot::{})", slot.variant))
}

fn conditions_of(cell: &str) -> String {
    let mut wanted = BTreeSet::new();
    for token in cell.split_whitespace() {
        match CHANNELS.iter().find(|(name, _)| *name == token) {
            Some((_, channels)) => wanted.extend(channels.iter().copied()),
            None => {
                wanted.insert(token);
            }
        }
    }
    let bits = CONDITIONS.iter().zip(0..).filter(|((name, _), _)| wanted.contains(name));
    format!("Conditions({})", bits.fold(0_u64, |bits, (_, bit)| bits | 1 << bit))
}

fn conditions() -> String {
    let mut out = String::from("impl Conditions {\n");
    for ((name, what), bit) in CONDITIONS.iter().zip(0..) {
        let _ = write!(
            out,
            "    /// {what}\n    pub(crate) const {}: Self = Self(1 << {bit});\n",
            name.to_uppercase()
        );
    }
    out.push_str("}\n\n");
    out
}

/// `BOUND.soft` becomes `BoundSoft`.
fn camel(family: &str) -> String {
    family
        .split('.')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| {
                first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect::<Vec<_>>()
            })
        })
        .flatten()
        .collect()
}

fn nouns(package: &Path, problems: &mut Problems) -> String {
    let file = package.join("data/en/nouns.tsv");
    let mut lists: BTreeMap<&str, BTreeSet<String>> =
        ["problem", "singular", "plural", "vague"].map(|name| (name, BTreeSet::new())).into();
    for row in tsv::read(&file, &["noun", "is"], problems) {
        match lists.get_mut(row.cell(1)) {
            Some(list) => {
                if !list.insert(row.cell(0).to_owned()) {
                    problems.add(&row.file, row.line, "stands here twice");
                }
            }
            None => problems.add(
                &row.file,
                row.line,
                "a noun is `problem`, `singular`, `plural` or `vague`",
            ),
        }
    }
    lists
        .iter()
        .map(|(name, words)| {
            format!(
                "/// Sorted.\nstatic {}: &[&str] = &[{}];\n",
                name.to_uppercase(),
                words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
            )
        })
        .collect()
}
