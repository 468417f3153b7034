//! The spellings by which people hide a word, as a generator: the same word always gives the same
//! spellings, so that a table of what was lost can be read twice.

/// One way to hide a word.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// Hides a word of small ASCII letters; nothing where the way does not fit the word.
    pub(crate) hide: fn(&str) -> Option<String>,
}

macro_rules! kinds {
    ($($name:literal $hide:expr;)*) => {
        &[$(Kind { name: $name, hide: $hide }),*]
    };
}

/// Every single way, then pairs of them.
pub(crate) const KINDS: &[Kind] = kinds! {
    "star for a vowel" |word| marks(word, "*", Where::FirstVowel, 1);
    "stars inside" |word| marks(word, "*", Where::Inside, 1);
    "underline for a vowel" |word| marks(word, "_", Where::FirstVowel, 1);
    "hash for a vowel" |word| marks(word, "#", Where::FirstVowel, 1);
    "@# inside" |word| marks(word, "@#", Where::Pair, 1);
    "dashes inside" |word| marks(word, "-", Where::Pair, 1);
    "star twice for a vowel" |word| marks(word, "*", Where::FirstVowel, 2);
    "digits" |word| swapped(word, &DIGITS);
    "one digit" |word| swapped_once(word, &DIGITS);
    "signs" |word| swapped(word, &SIGNS);
    "one sign" |word| swapped_once(word, &SIGNS);
    "spaces" |word| Some(between(word, " "));
    "dots" |word| Some(between(word, "."));
    "dashes" |word| Some(between(word, "-"));
    "underlines" |word| Some(between(word, "_"));
    "stars between" |word| Some(between(word, "*"));
    "one dot" |word| parted(word, ".");
    "one dash" |word| parted(word, "-");
    "zero width" |word| Some(between(word, "\u{200b}"));
    "joiners" |word| Some(between(word, "\u{200d}"));
    "soft hyphen" |word| parted(word, "\u{ad}");
    "cyrillic" |word| swapped(word, &CYRILLIC);
    "one cyrillic" |word| swapped_once(word, &CYRILLIC);
    "greek" |word| swapped(word, &GREEK);
    "full width" |word| moved(word, 0xff41);
    "mathematical" |word| moved(word, 0x1d4ee - 4);
    "circled" |word| moved(word, 0x24d0);
    "accents" |word| swapped(word, &ACCENTS);
    "stacked marks" |word| Some(between(word, "\u{336}\u{301}"));
    "stretched vowel" |word| stretched(word, Where::LastVowel, 4);
    "stretched end" |word| stretched(word, Where::End, 6);
    "stretched all" |word| stretched(word, Where::All, 3);
    "doubled vowel" |word| stretched(word, Where::FirstVowel, 2);
    "no vowels" vowelless;
    "by sound: consonants" |word| sounded(word, &CONSONANT_SOUNDS);
    "by sound: vowels" |word| sounded(word, &VOWEL_SOUNDS);
    "by sound: ends" |word| ended(word);
    "emoji for a vowel" |word| marks(word, "🤬", Where::FirstVowel, 1);
    "emoji for an o" |word| word.contains('o').then(|| word.replacen('o', "🍑", 1));
    "bold and starred" |word| marks(word, "*", Where::FirstVowel, 1).map(|word| format!("**{word}**"));
    "digits, stretched" |word| both(word, |word| stretched(word, Where::LastVowel, 4), |word| swapped(word, &DIGITS));
    "digits, spaced" |word| both(word, |word| swapped(word, &DIGITS), |word| Some(between(word, " ")));
    "digits, dotted" |word| both(word, |word| swapped(word, &DIGITS), |word| Some(between(word, ".")));
    "cyrillic, spaced" |word| both(word, |word| swapped(word, &CYRILLIC), |word| Some(between(word, " ")));
    "cyrillic, stretched" |word| both(word, |word| stretched(word, Where::LastVowel, 4), |word| swapped(word, &CYRILLIC));
    "star, zero width" |word| both(word, |word| marks(word, "*", Where::FirstVowel, 1), |word| Some(between(word, "\u{200b}")));
    "accents, digit" |word| both(word, |word| swapped(word, &ACCENTS), |word| swapped_once(word, &DIGITS));
    "full width, stretched" |word| both(word, |word| stretched(word, Where::LastVowel, 3), |word| moved(word, 0xff41));
    "sound, stretched" |word| both(word, |word| sounded(word, &CONSONANT_SOUNDS), |word| stretched(word, Where::End, 4));
    "sound, digit" |word| both(word, |word| sounded(word, &CONSONANT_SOUNDS), |word| swapped_once(word, &DIGITS));
    "sign, soft hyphen" |word| both(word, |word| swapped_once(word, &SIGNS), |word| parted(word, "\u{ad}"));
};

/// The ways "you" is written by those who hide it, or are in a hurry.
pub(crate) const YOU: [(&str, &str); 11] = [
    ("you", "y0u"),
    ("you", "yöu"),
    ("you", "yоu"),
    ("you", "ｙｏｕ"),
    ("you", "y\u{200b}ou"),
    ("you", "youuu"),
    ("you", "u"),
    ("you're", "y0u're"),
    ("you're", "yöu’re"),
    ("you're", "yoυ're"),
    ("you are", "u r"),
];

const DIGITS: [(char, char); 6] =
    [('i', '1'), ('e', '3'), ('a', '4'), ('o', '0'), ('s', '5'), ('t', '7')];
const SIGNS: [(char, char); 3] = [('i', '!'), ('a', '@'), ('s', '$')];
const CYRILLIC: [(char, char); 8] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('y', 'у'),
];
const GREEK: [(char, char); 6] =
    [('a', 'α'), ('e', 'ε'), ('i', 'ι'), ('o', 'ο'), ('u', 'υ'), ('v', 'ν')];
const ACCENTS: [(char, char); 8] = [
    ('a', 'á'),
    ('c', 'ç'),
    ('e', 'ê'),
    ('i', 'ï'),
    ('n', 'ñ'),
    ('o', 'ø'),
    ('u', 'ü'),
    ('y', 'ÿ'),
];
const CONSONANT_SOUNDS: [(&str, &str); 6] =
    [("f", "ph"), ("ss", "zz"), ("ck", "kk"), ("c", "k"), ("s", "z"), ("x", "ks")];
const VOWEL_SOUNDS: [(&str, &str); 3] = [("i", "y"), ("u", "oo"), ("ee", "ie")];

#[derive(Clone, Copy)]
enum Where {
    FirstVowel,
    LastVowel,
    /// All but the first and the last letter; of a long word the middle three.
    Inside,
    /// Two letters after the first.
    Pair,
    End,
    All,
}

fn is_vowel(letter: char) -> bool {
    "aeiou".contains(letter)
}

/// First and end of the letters that are hidden, all of them ASCII.
fn place(word: &str, place: Where) -> Option<(usize, usize)> {
    let length = word.chars().count();
    if length < 4 {
        return None;
    }
    match place {
        // A word that begins with its vowel keeps it: "i*iot" would be "idiot" to nobody.
        Where::FirstVowel => {
            let at = word.char_indices().skip(1).find(|(_, letter)| is_vowel(*letter))?.0;
            Some((at, at + 1))
        }
        Where::LastVowel => {
            let at = word.char_indices().rev().find(|(_, letter)| is_vowel(*letter))?.0;
            Some((at, at + 1))
        }
        Where::Inside if length <= 5 => Some((1, length - 1)),
        Where::Inside => Some((length / 2 - 1, length / 2 + 2)),
        Where::Pair => Some((1, 3)),
        Where::End => Some((length - 1, length)),
        Where::All => Some((0, length)),
    }
}

fn marks(word: &str, mark: &str, at: Where, times: usize) -> Option<String> {
    let (first, end) = place(word, at)?;
    let count = (end - first) * times;
    let hidden: String = mark.chars().cycle().take(count).collect();
    Some(format!("{}{hidden}{}", word.get(..first)?, word.get(end..)?))
}

fn stretched(word: &str, at: Where, times: usize) -> Option<String> {
    if !word.is_ascii() {
        return None;
    }
    let (first, end) = place(word, at)?;
    let stretch = word.get(first..end)?.chars();
    let long: String = stretch.flat_map(|letter| std::iter::repeat_n(letter, times)).collect();
    Some(format!("{}{long}{}", word.get(..first)?, word.get(end..)?))
}

fn swapped(word: &str, pairs: &[(char, char)]) -> Option<String> {
    let other = |letter| pairs.iter().find(|(from, _)| *from == letter).map(|(_, to)| *to);
    // Two letters are left to read the word by.
    let plain = word.chars().filter(|letter| other(*letter).is_none()).count();
    let out: String = word.chars().map(|letter| other(letter).unwrap_or(letter)).collect();
    (out != word && plain >= 2).then_some(out)
}

fn swapped_once(word: &str, pairs: &[(char, char)]) -> Option<String> {
    let (at, letter) =
        word.char_indices().find(|(_, letter)| pairs.iter().any(|(from, _)| from == letter))?;
    let (_, to) = pairs.iter().find(|(from, _)| *from == letter)?;
    let end = at + letter.len_utf8();
    (word.len() >= 4).then(|| Some(format!("{}{to}{}", word.get(..at)?, word.get(end..)?)))?
}

/// The word in an alphabet that begins at a code.
fn moved(word: &str, first: u32) -> Option<String> {
    word.chars()
        .map(|letter| char::from_u32(first + (u32::from(letter).checked_sub(u32::from('a'))?)))
        .collect()
}

fn between(word: &str, mark: &str) -> String {
    let letters: Vec<String> = word.chars().map(String::from).collect();
    letters.join(mark)
}

fn parted(word: &str, mark: &str) -> Option<String> {
    let (first, end) = word.split_at_checked(word.len() / 2)?;
    (word.len() >= 4).then(|| format!("{first}{mark}{end}"))
}

fn vowelless(word: &str) -> Option<String> {
    let out: String = word
        .char_indices()
        .filter(|(at, letter)| *at == 0 || !is_vowel(*letter))
        .map(|(_, letter)| letter)
        .collect();
    // A few rude words are known so; of the others six letters must be left: "mrn" is a record number,
    // "crtns" are cartons.
    let usual = [
        "fuck", "fucking", "shit", "shitty", "bitch", "bastard", "dickhead", "stupid", "wanker",
        "dumbass", "bullshit", "retard", "goddamn",
    ];
    let enough = usual.contains(&word) || out.len() >= 6 && !word.starts_with(is_vowel);
    (enough && out.len() < word.len()).then_some(out)
}

fn sounded(word: &str, sounds: &[(&str, &str)]) -> Option<String> {
    let (from, to) = sounds.iter().find(|(from, _)| word.contains(from))?;
    (word.len() >= 4).then(|| word.replacen(from, to, 1))
}

fn ended(word: &str) -> Option<String> {
    let ends =
        [("er", "a"), ("ers", "az"), ("ing", "in"), ("y", "ie"), ("s", "z"), ("tard", "turd")];
    let (stem, end) = ends.iter().find_map(|(from, to)| Some((word.strip_suffix(from)?, to)))?;
    (word.len() >= 5).then(|| format!("{stem}{end}"))
}

fn both(
    word: &str,
    first: fn(&str) -> Option<String>,
    then: fn(&str) -> Option<String>,
) -> Option<String> {
    first(word).and_then(|word| then(&word))
}
