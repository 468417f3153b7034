//! The page that people read: its width, its colours, and words wrapped into it.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;
use clap::ColorChoice;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::trouble::Trouble;

const NARROWEST: usize = 40;
const WIDEST: usize = 100;
const USUAL: usize = 80;

/// Where people read: its width and whether it shows colours.
pub(crate) struct Page {
    colour: bool,
    width: usize,
}

/// One finished line and how many columns it takes: colour codes take none.
pub(crate) struct Line {
    /// The words, with colour codes if the page has colours.
    pub(crate) text: String,
    /// Columns.
    pub(crate) width: usize,
}

impl Page {
    /// The page of standard output.
    pub(crate) fn of_terminal(choice: ColorChoice) -> Self {
        let colour = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            // Knows terminals, NO_COLOR and CLICOLOR.
            ColorChoice::Auto => {
                anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
            }
        };
        let width = terminal_size::terminal_size_of(io::stdout())
            .map_or(USUAL, |(width, _)| width.0.into());
        Self { colour, width: width.clamp(NARROWEST, WIDEST) }
    }

    /// Says whether the page shows colours.
    pub(crate) fn has_colour(&self) -> bool {
        self.colour
    }

    /// Columns.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Colours `text` if the page has colours.
    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.into()
        }
    }

    /// Makes a line of one style; the text is made safe to show.
    pub(crate) fn line(&self, style: Style, text: &str) -> Line {
        let text = visible(text);
        Line { width: text.width(), text: self.paint(style, &text) }
    }

    /// Wraps text of one style into lines of at most `width` columns.
    pub(crate) fn wrapped(&self, style: Style, text: &str, width: usize) -> Vec<Line> {
        wrap(text, width)
            .into_iter()
            .map(|range| self.line(style, text.get(range).unwrap_or_default()))
            .collect()
    }

    /// Prints what was made.
    pub(crate) fn print(&self, text: &str) -> Result<(), Trouble> {
        let choice =
            if self.colour { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never };
        let mut out = anstream::AutoStream::new(io::stdout(), choice).lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }
}

/// Two blocks beside each other.
pub(crate) fn beside(left: Vec<Line>, right: Vec<Line>, half: usize) -> Vec<Line> {
    let rows = left.len().max(right.len());
    let mut left = left.into_iter();
    let mut right = right.into_iter();
    (0..rows)
        .map(|_| {
            let nothing = || Line { text: String::new(), width: 0 };
            let first = left.next().unwrap_or_else(nothing);
            let second = right.next().unwrap_or_else(nothing);
            let gap = half.saturating_sub(first.width).saturating_add(2);
            let text = format!("{}{}{}", first.text, " ".repeat(gap), second.text);
            Line { text, width: half.saturating_add(2).saturating_add(second.width) }
        })
        .collect()
}

/// Puts pieces after one another, as many as fit in a line.
pub(crate) fn flow(pieces: Vec<Line>, between: &str, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let count = pieces.len();
    for (index, mut piece) in pieces.into_iter().enumerate() {
        // Of a line's end only the separator's last space may stand out: nobody sees it.
        let mut room = width;
        if index.saturating_add(1) < count {
            piece.text.push_str(between);
            piece.width = piece.width.saturating_add(columns(between));
            room = room.saturating_add(1);
        }
        match lines.last_mut() {
            Some(line) if line.width.saturating_add(piece.width) <= room => {
                line.text.push_str(&piece.text);
                line.width = line.width.saturating_add(piece.width);
            }
            Some(_) | None => lines.push(piece),
        }
    }
    lines
}

/// Puts `first` before the first line and as much space before the others.
pub(crate) fn indented(lines: Vec<Line>, first: &str) -> Vec<Line> {
    let indent = columns(first);
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let before = if index == 0 { first.to_owned() } else { " ".repeat(indent) };
            Line {
                text: format!("{before}{}", line.text),
                width: line.width.saturating_add(indent),
            }
        })
        .collect()
}

/// Cuts text into byte ranges of at most `width` columns each, at spaces where it can and at line
/// ends where it must.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0_usize;
    for line in text.split('\n') {
        wrap_line(line, start, width.max(1), &mut lines);
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    lines
}

fn wrap_line(line: &str, base: usize, width: usize, lines: &mut Vec<Range<usize>>) {
    let mut current = base..base;
    let mut used = 0_usize;
    for (gap, offset, word) in words(line) {
        let columns = columns(word);
        let from = base.saturating_add(offset);
        let fits = used.saturating_add(gap).saturating_add(columns) <= width;
        if used > 0 && fits {
            used = used.saturating_add(gap);
        } else {
            if used > 0 {
                lines.push(current.clone());
            }
            current = from..from;
            used = 0;
        }
        if used.saturating_add(columns) <= width {
            current.end = from.saturating_add(word.len());
            used = used.saturating_add(columns);
        } else {
            hard_wrap(word, from, width, (&mut current, &mut used), lines);
        }
    }
    lines.push(current);
}

/// The words of a line: the columns of space before each, where it starts, and itself.
fn words(line: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut rest = line;
    let mut at = 0_usize;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        let space = rest.len().saturating_sub(trimmed.len());
        let gap = columns(rest.get(..space).unwrap_or_default());
        let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        let word = trimmed.get(..end).filter(|word| !word.is_empty())?;
        let from = at.saturating_add(space);
        rest = trimmed.get(end..).unwrap_or_default();
        at = from.saturating_add(end);
        Some((gap, from, word))
    })
}

/// Breaks a piece without a space in it between its letters.
fn hard_wrap(
    piece: &str,
    from: usize,
    width: usize,
    (current, used): (&mut Range<usize>, &mut usize),
    lines: &mut Vec<Range<usize>>,
) {
    for (offset, letter) in piece.grapheme_indices(true) {
        let at = from.saturating_add(offset);
        let columns = columns(letter);
        if used.saturating_add(columns) > width && *used > 0 {
            lines.push(current.clone());
            *current = at..at;
            *used = 0;
        }
        current.end = at.saturating_add(letter.len());
        *used = used.saturating_add(columns);
    }
}

/// Columns that the text takes once it is safe to show.
pub(crate) fn columns(text: &str) -> usize {
    visible(text).width()
}

/// Makes anyone's text safe to show: what would move the cursor, change colours or turn the
/// direction of the page is shown as a sign instead.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{0}'..='\u{1f}' => {
                char::from_u32(0x2400_u32.saturating_add(letter.into())).unwrap_or('\u{fffd}')
            }
            '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            other => other,
        })
        .collect()
}
