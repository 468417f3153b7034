//! Folding: case, width, marks and look-alike letters, with a map back to the original bytes.

use alloc::string::String;
use alloc::vec::Vec;

/// A text in folded form. Every folded byte knows the original bytes it stands for.
pub(crate) struct Folded {
    pub(crate) text: String,
    /// Original start and end of each folded byte; empty when nothing moved (ASCII).
    map: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text. ASCII only changes its case.
    pub(crate) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { text: text.to_ascii_lowercase(), map: Vec::new() };
        }
        let mut folded =
            Self { text: String::with_capacity(text.len()), map: Vec::with_capacity(text.len()) };
        for (at, letter) in text.char_indices() {
            let start = offset(at);
            let end = offset(at.saturating_add(letter.len_utf8()));
            if is_ignored(letter) {
                folded.swallow(end);
            } else {
                fold_char(letter, &mut |out| folded.push(out, start, end));
            }
        }
        folded
    }

    /// Returns where folded bytes `start..end` (not empty) stand in the original.
    pub(crate) fn original(&self, start: usize, end: usize) -> (u32, u32) {
        if self.map.is_empty() {
            return (offset(start), offset(end));
        }
        let first = self.map.get(start).map_or(0, |(from, _)| *from);
        let last = end.checked_sub(1).and_then(|last| self.map.get(last));
        (first, last.map_or(first, |(_, to)| *to))
    }

    fn push(&mut self, letter: char, start: u32, end: u32) {
        self.text.push(letter);
        self.map.resize(self.text.len(), (start, end));
    }

    /// An ignored mark belongs to the letter before it.
    fn swallow(&mut self, end: u32) {
        let size = self
            .text
            .chars()
            .next_back()
            .map_or(0, |last| if last.is_alphanumeric() { last.len_utf8() } else { 0 });
        for (_, to) in self.map.iter_mut().rev().take(size) {
            *to = end;
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Marks, joiners and invisible characters that change nothing for a reader.
fn is_ignored(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{61c}'
        | '\u{180b}'..='\u{180e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e01ef}')
}

fn fold_char(letter: char, push: &mut impl FnMut(char)) {
    if letter.is_ascii() {
        push(letter.to_ascii_lowercase());
        return;
    }
    let mut all = |text: &str| text.chars().for_each(&mut *push);
    match letter {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʹ' | 'ˈ' | '´' | '′' | '＇' | '‵' => {
            all("'")
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '「' | '」' => all("\""),
        '\u{2010}'..='\u{2015}' | '−' => all("-"),
        '…' => all("..."),
        '‼' => all("!!"),
        '⁉' => all("!?"),
        '⁇' => all("??"),
        '¡' => all("!"),
        '¿' | '؟' => all("?"),
        '。' | '।' => all(". "),
        '、' | '،' => all(","),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            all(" ");
        }
        '\u{85}' | '\u{2028}' => all("\n"),
        '\u{2029}' => all("\n\n"),
        'ß' | 'ẞ' => all("ss"),
        'æ' | 'Æ' => all("ae"),
        'œ' | 'Œ' => all("oe"),
        'ﬀ' => all("ff"),
        'ﬁ' => all("fi"),
        'ﬂ' => all("fl"),
        'ﬃ' => all("ffi"),
        'ﬄ' => all("ffl"),
        other => match styled(other).or_else(|| small_or_letterlike(other)) {
            Some(plain) => push(plain),
            None => {
                for lower in other.to_lowercase().filter(|lower| !is_ignored(*lower)) {
                    push(without_accent(lower));
                }
            }
        },
    }
}

/// Full width, mathematical, circled and squared letters and digits.
fn styled(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let (place, first) = match code {
        0xff01..=0xff5e => (code.checked_sub(0xff01)?, '!'),
        0x1d400..=0x1d6a3 => (code.checked_sub(0x1d400)? % 26, 'a'),
        0x1d7ce..=0x1d7ff => (code.checked_sub(0x1d7ce)? % 10, '0'),
        0x24b6..=0x24e9 => (code.checked_sub(0x24b6)? % 26, 'a'),
        0x1f130..=0x1f149 => (code.checked_sub(0x1f130)?, 'a'),
        0x1f150..=0x1f169 => (code.checked_sub(0x1f150)?, 'a'),
        0x1f170..=0x1f189 => (code.checked_sub(0x1f170)?, 'a'),
        _ => return None,
    };
    char::from_u32(u32::from(first).checked_add(place)?).map(|plain| plain.to_ascii_lowercase())
}

const LETTERLIKE: &str = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz\
ℂcℊgℋhℌhℍhℎhℐiℑiℒlℓlℕnℙpℚqℛrℜrℝrℤzℨzℬbℭcℯeℰeℱfℳmℴoℹi\
ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻzªaºoıiȷj";

fn small_or_letterlike(letter: char) -> Option<char> {
    paired(LETTERLIKE, letter)
}

/// Cyrillic and Greek letters that look like Latin ones: read as Latin inside a Latin word only.
const LOOK_ALIKE: &str = "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkмmтtвbнhьbгrпnиuлjзeчyшwєe\
αaοoνvρpτtυuιiκkεeηnχxβbωwγyμuσoδdλlϲcϳj";

/// Returns the Latin letter a Cyrillic or Greek one imitates.
pub(crate) fn look_alike(letter: char) -> Option<char> {
    paired(LOOK_ALIKE, letter)
}

/// Finds `letter` at an even place of `pairs` and returns its neighbour.
fn paired(pairs: &str, letter: char) -> Option<char> {
    let mut letters = pairs.chars();
    while let (Some(from), Some(to)) = (letters.next(), letters.next()) {
        if from == letter {
            return Some(to);
        }
    }
    None
}

fn without_accent(letter: char) -> char {
    match letter {
        // Vietnamese: letters with two marks.
        '\u{1ea0}'..='\u{1eb7}' => 'a',
        '\u{1eb8}'..='\u{1ec7}' => 'e',
        '\u{1ec8}'..='\u{1ecb}' => 'i',
        '\u{1ecc}'..='\u{1ee3}' => 'o',
        '\u{1ee4}'..='\u{1ef1}' => 'u',
        '\u{1ef2}'..='\u{1ef9}' => 'y',
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ȧ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ƈ' => 'c',
        'ď' | 'đ' | 'ð' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ĥ' | 'ħ' | 'ḥ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ǐ' | 'ḭ' => 'i',
        'ĵ' => 'j',
        'ķ' | 'ḳ' | 'ƙ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' | 'ḷ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ṇ' | 'ṅ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' => 'o',
        'ŕ' | 'ŗ' | 'ř' | 'ṛ' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' => 'u',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ό' => 'ο',
        'ί' => 'ι',
        'ё' => 'е',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn folds_and_keeps_the_way_back() {
        let rows = [
            ("You ARE", "you are"),
            ("ＩＤＩＯＴ！", "idiot!"),
            ("𝓲𝓭𝓲𝓸𝓽 𝐘𝐎𝐔", "idiot you"),
            ("i\u{200b}d\u{301}iot", "idiot"),
            ("don’t", "don't"),
            ("Ⓘⓓⓘⓞⓣ", "idiot"),
            ("café naïve Straße", "cafe naive strasse"),
            ("wait…", "wait..."),
            ("İ", "i"),
        ];
        for (text, folded) in rows {
            assert_eq!(Folded::of(text).text, folded, "{text}");
            assert_eq!(Folded::of(folded).text, folded, "folding twice changes nothing: {text}");
        }
        let text = "an i\u{200b}di\u{301}ot!";
        let folded = Folded::of(text);
        let at = folded.text.find("idiot").unwrap();
        let (start, end) = folded.original(at, at + 5);
        assert_eq!(
            text.get(usize::try_from(start).unwrap()..usize::try_from(end).unwrap()),
            Some("i\u{200b}di\u{301}ot")
        );
    }
}
