//! Parses patterns: the language is described in `data/README.md`.

use super::words::{self, Words};

const WIDEST_GAP: u8 = 6;

/// One place of a pattern.
pub(crate) struct Element {
    pub(crate) what: What,
    /// The pattern also matches without it.
    pub(crate) optional: bool,
}

/// What may stand at a place; words by the order in which the tables first use them.
pub(crate) enum What {
    /// One of these words, in the order written.
    Words(Vec<usize>),
    Class(u8),
    NotWord(usize),
    NotClass(u8),
    Any,
    Gap(u8),
}

impl Element {
    /// Every word it names.
    pub(crate) fn words(&self) -> &[usize] {
        match &self.what {
            What::Words(words) => words,
            What::NotWord(word) => std::slice::from_ref(word),
            What::Class(_) | What::NotClass(_) | What::Any | What::Gap(_) => &[],
        }
    }

    fn is_loose(&self) -> bool {
        self.optional || matches!(self.what, What::Any | What::Gap(_))
    }

    fn is_not(&self) -> bool {
        matches!(self.what, What::NotWord(_) | What::NotClass(_))
    }
}

pub(crate) fn parse(text: &str, words: &mut Words) -> Result<Vec<Element>, String> {
    let elements =
        text.split(' ').map(|piece| element(piece, words)).collect::<Result<Vec<_>, _>>()?;
    if elements.first().is_none_or(Element::is_loose)
        || elements.last().is_none_or(Element::is_loose)
    {
        return Err(format!("`{text}` begins or ends with a gap or an optional element"));
    }
    let firm = |element: &Element| !element.is_loose() && !element.is_not();
    if !elements.iter().any(firm) {
        return Err(format!("`{text}` has no word that must be there"));
    }
    let led = elements.iter().find(|element| element.optional || !element.is_not());
    if led.is_none_or(Element::is_loose) {
        return Err(format!("`{text}`: after a leading `!` comes a word or a class"));
    }
    Ok(elements)
}

fn element(piece: &str, words: &mut Words) -> Result<Element, String> {
    let firm = |what| Ok(Element { what, optional: false });
    if piece == "_" {
        return firm(What::Any);
    }
    if let Some(width) = piece.strip_prefix('_') {
        return match width.parse::<u8>() {
            Ok(width) if (1..=WIDEST_GAP).contains(&width) => firm(What::Gap(width)),
            Ok(_) | Err(_) => Err(format!("`{piece}`: a gap is `_1` to `_{WIDEST_GAP}`")),
        };
    }
    let (piece, optional) = match piece.strip_suffix('?') {
        Some(piece) => (piece, true),
        None => (piece, false),
    };
    let (piece, not) = match piece.strip_prefix('!') {
        Some(piece) => (piece, true),
        None => (piece, false),
    };
    if let Some(name) = piece.strip_prefix('<').and_then(|piece| piece.strip_suffix('>')) {
        let class = words.class(name).ok_or_else(|| format!("no class is called `{name}`"))?;
        let what = if not { What::NotClass(class) } else { What::Class(class) };
        return Ok(Element { what, optional });
    }
    let mut ids = Vec::new();
    for word in piece.split('|') {
        words::check(word)?;
        ids.push(words.id(word));
    }
    match (ids.as_slice(), not) {
        ([id], true) => Ok(Element { what: What::NotWord(*id), optional }),
        (_, true) => Err(format!("`!{piece}`: one word after `!`, or a class")),
        (_, false) => Ok(Element { what: What::Words(ids), optional }),
    }
}
