//! The noun phrases of a message that can name a grievance: "my damn internet" is "your internet",
//! "the refund for my blue coat" is "the refund for your blue coat" (`domain.md` 6.2).

use alloc::string::String;
use alloc::vec::Vec;

use crate::classify::scene::Scene;
use crate::lexicon::{Break, Class};

/// No name has more words before its complement.
const LONGEST: usize = 6;

/// Words that begin a name which is not said to be the customer's.
const DETERMINERS: [&str; 13] = [
    "the", "a", "an", "another", "this", "that", "these", "those", "da", "dis", "dat", "no", "any",
];

/// One noun phrase, without what is not the customer's to be quoted: swearing, contempt, sums of money.
#[derive(Clone, Debug)]
pub(super) struct NounPhrase {
    /// Its first word in the text, determiner included.
    pub(super) first: usize,
    /// One past its last word in the text, complement included.
    pub(super) end: usize,
    /// The noun it is about.
    pub(super) head: usize,
    /// Whose it is, or nothing where the customer said no determiner.
    owner: Owner,
    words: Vec<Word>,
    /// The words of `words` before the complement.
    core: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Owner {
    Customers,
    Definite,
    Unsaid,
}

#[derive(Clone, Copy, Debug)]
enum Word {
    At(usize),
    Plain(&'static str),
}

impl NounPhrase {
    /// The phrase with its determiner: "your internet", "the refund for the blue coat".
    pub(super) fn title(&self, scene: &Scene<'_>) -> String {
        let opening = match self.owner {
            Owner::Customers => "your",
            Owner::Definite | Owner::Unsaid => "the",
        };
        written(scene, opening, &self.words)
    }

    /// The phrase after another opening: "the late" gives "the late parcel". A word that the opening
    /// brings is not said twice.
    pub(super) fn title_after(&self, scene: &Scene<'_>, opening: &str) -> String {
        let said = |word: &&Word| match word {
            Word::At(at) => !opening.split(' ').any(|known| known == scene.tokens.folded(*at)),
            Word::Plain(_) => true,
        };
        let words: Vec<Word> = self.words.iter().filter(said).copied().collect();
        written(scene, opening, &words)
    }

    /// Says whether another adjective still reads well: not with "your daughter's school bus pass".
    pub(super) fn takes_an_adjective(&self, scene: &Scene<'_>) -> bool {
        self.core < 4
            && self.words.iter().all(|word| match word {
                Word::At(at) => {
                    !scene.tokens.span(*at).of(scene.tokens.original()).contains(['\'', '’'])
                }
                Word::Plain(_) => true,
            })
    }

    /// Says whether it stands after a preposition: "the wifi in room 12" is about the wifi.
    pub(super) fn is_inner(&self, scene: &Scene<'_>) -> bool {
        scene.before(self.first).is_some_and(|at| {
            scene.has(at, Class::Preposition)
                || scene.is(
                    at,
                    &[
                        "outside", "near", "behind", "beside", "off", "out", "around", "through",
                        "across", "up", "into",
                    ],
                )
        })
    }

    /// Says whether something is said of it: "my skis | are in Helsinki".
    pub(super) fn is_subject(&self, scene: &Scene<'_>) -> bool {
        let next = self.end;
        scene.joined(next)
            && (scene.has(next, Class::Be)
                || scene.has(next, Class::Auxiliary)
                || scene.has(next, Class::Negator)
                || scene.has(next, Class::NameStop))
    }

    /// Says whether the customer swore at it: "this sodding boiler".
    pub(super) fn is_scolded(&self, scene: &Scene<'_>) -> bool {
        (self.first..self.head)
            .any(|at| scene.has(at, Class::Swear) || scene.has(at, Class::InsultAdjective))
    }

    /// Says whether it is said to be the customer's: "my skis".
    pub(super) fn is_the_customers(&self) -> bool {
        self.owner == Owner::Customers
    }

    /// Says whether two phrases have the same noun, and neither says anything that tells them apart.
    pub(super) fn is_same(&self, scene: &Scene<'_>, other: &Self) -> bool {
        self.head == other.head
            || scene.tokens.folded(self.head) == scene.tokens.folded(other.head)
                && (self.core == 1 || other.core == 1 || self.title(scene) == other.title(scene))
    }
}

/// All of them, in the order of the text.
pub(super) fn all(scene: &Scene<'_>) -> Vec<NounPhrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() {
        match read(scene, at) {
            Some(phrase) => {
                let matter = is_a_matter(scene, &phrase);
                at = if matter { phrase.end } else { at }.max(at.saturating_add(1));
                if matter {
                    found.push(phrase);
                }
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

/// The phrase that begins at a word.
fn read(scene: &Scene<'_>, at: usize) -> Option<NounPhrase> {
    // Nothing that begins a phrase is unknown to the tables, but a number.
    if !scene.tokens.is_known(at) && !scene.has(at, Class::Number) {
        return None;
    }
    let core = core(scene, at, false)?;
    Some(with_complement(scene, core))
}

/// The determiner, the adjectives and the nouns; `inner` after a preposition.
fn core(scene: &Scene<'_>, at: usize, inner: bool) -> Option<NounPhrase> {
    let counted = is_count(scene, at);
    let owner = if counted { Owner::Definite } else { owner(scene, at) };
    let first = if owner == Owner::Unsaid || counted { at } else { at.saturating_add(1) };
    let begins = match owner {
        Owner::Customers | Owner::Definite => counted || follows(scene, first),
        Owner::Unsaid => {
            is_noun(scene, at) && !is_verb_here(scene, at) && !is_said_of_a_noun(scene, at)
        }
    };
    if !begins {
        return None;
    }
    let mut words: Vec<usize> = Vec::new();
    let mut end = first;
    let mut noun: Option<usize> = None;
    while end.saturating_sub(first) < LONGEST && (end == first || follows(scene, end)) {
        let verb = noun.is_some() && scene.has(end, Class::NameStop);
        if is_noun(scene, end) && !verb {
            noun = Some(end);
            words.push(end);
        } else if ends(scene, end, noun.is_some()) || owner == Owner::Unsaid && !joins(scene, end) {
            break;
        } else if !is_noise(scene, end) {
            words.push(end);
        }
        end = end.saturating_add(1);
    }
    // What stands after the last known noun is a verb or an adverb; after "my" any noun will do.
    let head = match noun {
        Some(noun) => noun,
        None => *words.last().filter(|last| is_unknown_noun(scene, owner, **last, inner))?,
    };
    let head = compound(scene, head, end).unwrap_or(head);
    let trailing = words.iter().find(|word| **word > head);
    let handlers = owner == Owner::Unsaid && follows(scene, end) && names_a_person(scene, end);
    if counted && noun.is_none()
        || handlers
        || trailing.is_some_and(|word| names_a_person(scene, *word))
    {
        return None;
    }
    words.retain(|word| *word <= head);
    let core = words.len();
    let words = words.into_iter().map(Word::At).collect();
    let end = head.saturating_add(1);
    Some(NounPhrase { first: at, end, head, owner, words, core })
}

/// "for the blue coat", "of my order", "on the checkout page": what tells this one from the others.
fn with_complement(scene: &Scene<'_>, mut phrase: NounPhrase) -> NounPhrase {
    let Some((joint, complement)) = complement(scene, phrase.end) else { return phrase };
    phrase.words.push(Word::Plain(joint));
    phrase.end = complement.end;
    phrase.words.extend(complement.words_in_a_sentence());
    phrase
}

/// The complement that begins at a word, with its preposition.
pub(super) fn complement(scene: &Scene<'_>, at: usize) -> Option<(&'static str, NounPhrase)> {
    const JOINTS: [&str; 7] = ["for", "of", "on", "in", "to", "under", "about"];
    if !follows(scene, at) {
        return None;
    }
    let joint = JOINTS.into_iter().find(|joint| scene.is(at, &[joint]))?;
    let next = at.saturating_add(1);
    if !follows(scene, next) {
        return None;
    }
    let place = core(scene, next, true).filter(|phrase| is_a_matter(scene, phrase));
    let named = || (joint == "to" && scene.is_name(next)).then(|| name(next));
    let phrase = place.or_else(named)?;
    // "the card in the shop" tells nothing, "the charge for parking" does.
    // "your access to the shared drive", but not "from the quote to the bill".
    if joint == "to" && !scene.is_name(next) && !scene.is(at.saturating_sub(1), &["access"]) {
        return None;
    }
    let tells = match phrase.owner {
        Owner::Customers | Owner::Definite => {
            is_noun(scene, phrase.head) || matches!(joint, "for" | "about")
        }
        Owner::Unsaid => matches!(joint, "for" | "of" | "to"),
    };
    tells.then_some((joint, phrase))
}

fn name(at: usize) -> NounPhrase {
    NounPhrase {
        first: at,
        end: at.saturating_add(1),
        head: at,
        owner: Owner::Unsaid,
        words: Vec::from([Word::At(at)]),
        core: 1,
    }
}

impl NounPhrase {
    /// The words after a preposition: "my" is "your", and a noun without determiner keeps none.
    fn words_in_a_sentence(self) -> impl Iterator<Item = Word> {
        // "for 3 items" keeps no determiner, "for the blue coat" does.
        let counted = self.words.first().is_some_and(|word| match word {
            Word::At(at) => *at == self.first,
            Word::Plain(_) => false,
        });
        let opening = match self.owner {
            Owner::Customers => Some("your"),
            Owner::Definite if !counted => Some("the"),
            Owner::Definite | Owner::Unsaid => None,
        };
        opening.map(Word::Plain).into_iter().chain(self.words)
    }

    /// " for the blue coat", as it follows a name.
    pub(super) fn after_joint(self, scene: &Scene<'_>, joint: &'static str) -> String {
        let words: Vec<Word> = self.words_in_a_sentence().collect();
        let mut text = String::from(" ");
        text.push_str(&written(scene, joint, &words));
        text
    }
}

fn owner(scene: &Scene<'_>, at: usize) -> Owner {
    if scene.has(at, Class::My) && !scene.is(at, &["me"]) {
        Owner::Customers
    } else if scene.has(at, Class::Your)
        || may_be_a_determiner(scene, at) && scene.is(at, &DETERMINERS)
    {
        Owner::Definite
    } else {
        Owner::Unsaid
    }
}

/// The classes are looked up faster than the words are compared.
fn may_be_a_determiner(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Pointer) || scene.has(at, Class::Article) || scene.has(at, Class::Negator)
}

/// Says whether a word stands in one breath with the one before. Quotation marks may be between.
fn follows(scene: &Scene<'_>, at: usize) -> bool {
    if scene.joined(at) {
        return true;
    }
    let Some(prev) = at.checked_sub(1) else { return false };
    if at >= scene.tokens.len() || scene.tokens.breaks_before(at) != Break::Clause {
        return false;
    }
    let from = usize::try_from(scene.tokens.span(prev).end).unwrap_or(usize::MAX);
    let to = usize::try_from(scene.tokens.span(at).start).unwrap_or(usize::MAX);
    scene.tokens.original().get(from..to).is_some_and(|gap| {
        gap.chars().all(|mark| {
            matches!(mark, ' ' | '£' | '$' | '€' | '"' | '“' | '”' | '‘' | '’' | '\'' | '*' | '_')
        })
    })
}

/// A noun that the tables know as the matter of a grievance.
pub(super) fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    (scene.has(at, Class::Thing) || scene.has(at, Class::IssueNoun))
        && !scene.tokens.in_disguise(at)
        && !scene.has(at, Class::NotAnIssue)
        && !is_short_form(scene, at)
}

/// "I'd", "who's": no noun, whatever it looks like without its apostrophe.
fn is_short_form(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.span(at).of(scene.tokens.original());
    word.contains(['\'', '’']) && without_clitic(word).is_none()
}

/// "two charges", "3 parcels"; not "one", "£25", "16s", "3 weeks" or the number of an order.
fn is_count(scene: &Scene<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    let word = scene.tokens.folded(at);
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let spelled = word.bytes().all(|byte| byte.is_ascii_lowercase());
    scene.has(at, Class::Number)
        && !scene.is(at, &["one"])
        && (spelled || digits && word.len() < 3)
        && !is_sum(scene, at)
        && !scene.has(next, Class::WaitUnit)
        && !scene.has(next, Class::NameStop)
        && !scene.has(next, Class::VagueNoun)
}

/// "you bill me", "please order": a noun of the tables that is the verb here.
fn is_verb_here(scene: &Scene<'_>, at: usize) -> bool {
    let subjects = [
        "i", "you", "u", "ya", "we", "they", "he", "she", "to", "will", "would", "can", "cant",
        "could", "dont", "didnt", "doesnt", "people", "anyone", "it", "that", "which", "please",
        "pls", "not", "never", "wont", "id", "ill", "must", "should", "just", "or",
    ];
    let next = at.saturating_add(1);
    let object = follows(scene, next)
        && (owner(scene, next) != Owner::Unsaid
            || scene.is(next, &["me", "us", "it", "him", "them", "in"]));
    let before = at.checked_sub(1).filter(|_| follows(scene, at));
    match before {
        Some(prev) => {
            scene.is(prev, &subjects) || object && scene.is(prev, &["and", "keep", "still", "then"])
        }
        None => object,
    }
}

/// "the kettle leaks": a word that is a verb after a noun.
fn is_said_of_a_noun(scene: &Scene<'_>, at: usize) -> bool {
    follows(scene, at)
        && scene.has(at, Class::NameStop)
        && at
            .checked_sub(1)
            .is_some_and(|prev| is_noun(scene, prev) || scene.has(prev, Class::Number))
}

/// "password reset link": a word between two nouns.
fn joins(scene: &Scene<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    follows(scene, next) && is_noun(scene, next) && !is_noise(scene, at)
}

/// "the bath bombs were crushed": an unknown word between the last known noun and a verb is the noun.
fn compound(scene: &Scene<'_>, head: usize, end: usize) -> Option<usize> {
    let next = head.saturating_add(1);
    let verb = end.min(next.saturating_add(1));
    let is_verb = scene.has(verb, Class::Be)
        || scene.has(verb, Class::Auxiliary)
        || scene.has(verb, Class::NameStop);
    let unknown = next < end && follows(scene, next) && !scene.tokens.is_known(next);
    (unknown && is_verb && scene.joined(verb)).then_some(next)
}

/// "your baggage handlers" are people.
fn names_a_person(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.folded(at);
    is_person(scene, at)
        || ["ers", "ors", "man", "men", "woman", "women", "ist", "ists"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// Says whether a name is over before this word.
fn ends(scene: &Scene<'_>, at: usize, after_noun: bool) -> bool {
    let next = at.saturating_add(1);
    if scene.has(at, Class::NameStop) {
        // "the wrong size", "my lost parcel": before the noun it is an adjective.
        return after_noun || !(follows(scene, next) && is_noun(scene, next));
    }
    // "my 11 y/o phone me".
    if scene.is(at, &["y"]) {
        return true;
    }
    // "the 502 error", "two charges".
    if scene.has(at, Class::Number) {
        return after_noun || scene.is(at, &["one"]);
    }
    if is_noise(scene, at) {
        return after_noun;
    }
    scene.has(at, Class::FunctionWord)
        || scene.has(at, Class::Negator)
        || scene.has(at, Class::Be)
        || scene.has(at, Class::Auxiliary)
        || scene.has(at, Class::Preposition)
        || scene.is(at, &["outside", "near", "behind", "beside"])
}

/// Contempt, swearing and sums are left out of a name.
fn is_noise(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::Swear)
        || scene.has(at, Class::InsultAdjective)
        || scene.has(at, Class::SharpAdjective)
        || scene.has(at, Class::InsultNoun)
        || scene.has(at, Class::InsultNounWeak)
        || scene.has(at, Class::NameNoise)
        || scene.has(at, Class::Slur)
        || scene.tokens.in_disguise(at)
        || is_sum(scene, at)
        || is_age(scene, at)
        || is_quoted(scene, at)
        || scene.is(at, &["so"]) && scene.is(at.saturating_add(1), &["called"])
}

/// "my 3 month old laptop".
fn is_age(scene: &Scene<'_>, at: usize) -> bool {
    let unit = |at: usize| scene.has(at, Class::WaitUnit);
    scene.has(at, Class::Number) && unit(at.saturating_add(1))
        || unit(at)
        || is_hour(scene, at)
        || scene.is(at, &["old"]) && at.checked_sub(1).is_some_and(unit)
}

/// "8am": the time of a thing is not its name.
fn is_hour(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens.folded(at);
    scene.has(at, Class::Number) && (word.ends_with("am") || word.ends_with("pm"))
}

/// "your so called \"fast\" broadband": the word in quotation marks is not meant.
fn is_quoted(scene: &Scene<'_>, at: usize) -> bool {
    let next = at.saturating_add(1);
    !is_noun(scene, at)
        && !scene.joined(at)
        && !scene.joined(next)
        && follows(scene, at)
        && follows(scene, next)
}

fn is_sum(scene: &Scene<'_>, at: usize) -> bool {
    let start = usize::try_from(scene.tokens.span(at).start).unwrap_or(usize::MAX);
    let before = scene.tokens.original().get(..start).unwrap_or("");
    scene.has(at, Class::Number)
        && before
            .chars()
            .next_back()
            .is_some_and(|mark| matches!(mark, '£' | '$' | '€' | '.' | ','))
}

/// "my stairlift": after the customer's "my" a noun need not be known, and after "the" not if the verb follows.
fn is_unknown_noun(scene: &Scene<'_>, owner: Owner, at: usize, inner: bool) -> bool {
    let next = at.saturating_add(1);
    let verb = follows(scene, next)
        && (scene.has(next, Class::Be)
            || scene.has(next, Class::Auxiliary)
            || scene.has(next, Class::Negator)
            || scene.has(next, Class::NameStop));
    let closes = !follows(scene, next) || scene.has(next, Class::FunctionWord);
    let may_be = match owner {
        Owner::Customers => verb || closes,
        Owner::Definite => verb || inner && closes,
        Owner::Unsaid => false,
    };
    let word = scene.tokens.folded(at);
    may_be
        && word.len() > 2
        && !["ing", "ed", "ly"].iter().any(|ending| word.ends_with(ending))
        && !scene.has(at, Class::Number)
        && !is_person(scene, at)
}

fn is_person(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::NotAnIssue)
        || scene.has(at, Class::Staff)
        || scene.has(at, Class::StaffWord)
        || scene.has(at, Class::Kin)
        || scene.has(at, Class::PersonNoun)
        || scene.has(at, Class::PersonWord)
        || scene.has(at, Class::ManagerWord)
        || scene.has(at, Class::Org)
}

/// Things, not people, and with a name that says something.
fn is_a_matter(scene: &Scene<'_>, phrase: &NounPhrase) -> bool {
    let vague = scene.has(phrase.head, Class::VagueNoun) && phrase.core < 2;
    !vague
        && !scene.has(phrase.head, Class::Staff)
        && !tells_of_it(scene, phrase)
        && !is_aside(scene, phrase)
}

/// "on the phone", "in the post", "to your office": where or how it was said, not what is wrong.
fn is_aside(scene: &Scene<'_>, phrase: &NounPhrase) -> bool {
    let said_by =
        ["phone", "email", "text", "website", "post", "line", "app", "site", "page", "door"];
    let short = ["over", "via", "by", "from", "through", "into", "at", "on", "in", "off"];
    let mut before = scene.before(phrase.first);
    if phrase.owner == Owner::Unsaid {
        before = scene.before(phrase.head);
    }
    // "in what order", "in order to".
    if scene.is(phrase.head, &["order"])
        && before.is_some_and(|at| scene.is(at, &["what", "in", "which"]))
    {
        return true;
    }
    phrase.core == 1
        && scene.is(phrase.head, &said_by)
        && phrase.owner != Owner::Customers
        && before.is_some_and(|at| scene.is(at, &short))
}

/// "I get a text that …": what brought the news is not what is wrong.
fn tells_of_it(scene: &Scene<'_>, phrase: &NounPhrase) -> bool {
    let news = [
        "text",
        "texts",
        "email",
        "mail",
        "message",
        "letter",
        "notification",
        "sms",
        "call",
        "note",
        "post",
        "screenshot",
        "screenshots",
        "photo",
        "picture",
        "attachment",
    ];
    let verbs = [
        "get", "got", "gets", "had", "have", "received", "sent", "send", "says", "by", "see",
        "read", "attached", "with", "per", "got", "write", "wrote",
    ];
    let update = ["update", "updates", "news", "word", "progress"];
    phrase.owner != Owner::Customers
        && scene.is(phrase.head, &news)
        && scene.before(phrase.first).is_some_and(|verb| scene.is(verb, &verbs))
        || scene.is(phrase.head, &update)
            && (scene.is(phrase.first, &["any", "no", "an"])
                || scene
                    .before(phrase.first)
                    .is_some_and(|at| scene.is(at, &["any", "no", "an", "further"])))
}

fn written(scene: &Scene<'_>, opening: &str, words: &[Word]) -> String {
    let mut name = String::from(opening);
    for (place, word) in words.iter().enumerate() {
        name.push(' ');
        match word {
            Word::At(at) => spell(scene, *at, place.saturating_add(1) == words.len(), &mut name),
            Word::Plain(plain) => name.push_str(plain),
        }
    }
    name
}

/// A code, a short form or a name keeps its own spelling; shouted words do not.
fn spell(scene: &Scene<'_>, at: usize, last: bool, name: &mut String) {
    let word = scene.tokens.span(at).of(scene.tokens.original());
    let capitals = scene.tokens.in_capitals(at);
    let neighbour = |at: Option<usize>| at.is_some_and(|at| scene.tokens.in_capitals(at));
    let loud = neighbour(at.checked_sub(1)) || neighbour(Some(at.saturating_add(1)));
    // "my broadband's been off".
    if let Some(bare) = without_clitic(word).filter(|_| last) {
        name.extend(bare.chars().flat_map(char::to_lowercase));
        return;
    }
    let plain = word.is_ascii();
    if capitals && (word.chars().count() > 4 || loud) || plain && word.contains(['\'']) {
        name.extend(word.chars().flat_map(char::to_lowercase));
    } else if scene.tokens.is_known(at) && !(capitals && plain) && !word.contains(['’', '-']) {
        name.push_str(scene.tokens.folded(at));
    } else {
        name.push_str(word);
    }
}

fn without_clitic(word: &str) -> Option<&str> {
    ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end))
}
