//! How a word sounds, letter by letter: two spellings of one rude word have one key. The build script
//! uses this file too, for the keys of the words people hide, so that both sides agree.

/// The longest word with a key, in bytes.
const LONGEST: usize = 24;

/// The letters a spelling comes down to.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    letters: [u8; LONGEST],
    length: usize,
}

impl Key {
    const EMPTY: Self = Self { letters: [0; LONGEST], length: 0 };

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or(&[])
    }

    /// Adds a letter; doubled letters sound like one.
    fn push(&mut self, letter: u8) {
        if self.as_bytes().last() != Some(&letter) {
            if let Some(place) = self.letters.get_mut(self.length) {
                *place = letter;
                self.length = self.length.saturating_add(1);
            }
        }
    }
}

/// Returns the key of a word of small ASCII letters: `ph` is `f`, `c` and `q` are `k`, `z` is `s`, `y` is
/// `i`, `x` is `ks`, a final `er` is `a`. With `long` a double `o` is `u`, as in `stoopid`.
pub(crate) fn key(word: &[u8], long: bool) -> Option<Key> {
    if word.len() > LONGEST || !word.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    let (stem, plural) = match word {
        [stem @ .., b's' | b'z'] if !matches!(stem, [.., b's' | b'z']) => (stem, true),
        all => (all, false),
    };
    let (stem, end) = match stem {
        [stem @ .., b'e', b'r'] | [stem @ .., b'a', b'h'] => (stem, Some(b'a')),
        [stem @ .., b'i', b'e'] => (stem, Some(b'i')),
        all => (all, None),
    };
    let mut key = Key::EMPTY;
    let mut rest = stem;
    let mut before = b' ';
    while let [letter, after @ ..] = rest {
        rest = after;
        match (letter, after) {
            (b'p', [b'h', beyond @ ..]) => {
                key.push(b'f');
                rest = beyond;
            }
            (b'o', [b'o', beyond @ ..]) if long => {
                key.push(b'u');
                rest = beyond;
            }
            (b'v', [next, ..]) if is_consonant(before) && is_consonant(*next) => key.push(b'u'),
            (b'x', _) => {
                key.push(b'k');
                key.push(b's');
            }
            (b'c' | b'q', _) => key.push(b'k'),
            (b'z', _) => key.push(b's'),
            (b'y', _) => key.push(b'i'),
            (other, _) => key.push(*other),
        }
        before = *letter;
    }
    if let Some(end) = end {
        key.push(end);
    }
    if plural {
        key.push(b's');
    }
    Some(key)
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_lowercase() && !matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn one_sound_has_one_key() {
        let rows = [
            ("phuck", "fuck"),
            ("azzhole", "asshole"),
            ("kunt", "cunt"),
            ("baztardz", "bastards"),
            ("wanka", "wanker"),
            ("wankaz", "wankers"),
            ("fvck", "fuck"),
            ("shyt", "shit"),
            ("mooron", "moron"),
            ("dikkhead", "dickhead"),
        ];
        for (hidden, plain) in rows {
            let keys = [hidden, plain].map(|word| key(word.as_bytes(), false).unwrap());
            assert_eq!(keys[0].as_bytes(), keys[1].as_bytes(), "{hidden}");
        }
        assert_eq!(key(b"stoopid", true).unwrap().as_bytes(), b"stupid");
        assert!(key(b"caf\xc3\xa9", false).is_none() && key(&[b'a'; 25], false).is_none());
    }
}
