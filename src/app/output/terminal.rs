//! One line, as a terminal shows it: what is written where the cursor stands replaces what was there.
//!
//! 1. [`Reading`] takes a stream apart into text, control characters and commands.
//! 2. Text goes into the columns of the line. `\r`, `\b`, tabs and a few commands move the cursor or erase.
//! 3. A newline finishes the line. It becomes a part of a [`Transcript`], and nothing changes it any more.
//!
//! Only the unfinished line has columns, so a progress bar that is drawn a hundred thousand times takes the memory of
//! one line. There are no lines above: commands that move the cursor there do nothing, as all other sequences.

use serde::{Deserialize, Serialize, Serializer};
use unicode_width::UnicodeWidthChar;

use super::sequence::{Heard, Reading};
use super::style::{Style, number};
use super::transcript::{Run, Transcript};
use crate::protocol::Stream;

/// How many columns a line has. A longer text goes on in the same line of the page, but the cursor can't go back beyond
/// its last columns. So a line without end takes little memory, and a program that asks for column 999,999,999 gets the
/// last one.
pub const WIDTH: usize = 4_096;
/// How many columns there are from one tab stop to the next.
const TAB: usize = 8;
/// How many columns' memory is not given back when a line is finished.
const USUAL_WIDTH: usize = 256;

/// The unfinished line, and where each stream is. What is stored of it is what it shows.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Transcript")]
pub struct Terminal {
    columns: Vec<Column>,
    /// The column into which the next character goes. It may be beyond the last one.
    cursor: usize,
    /// Where each stream is: stdout, stderr, and what the reader types.
    writers: [Writer; 3],
}

/// Where a stream is. It goes on there, whatever other streams have written meanwhile.
#[derive(Clone, Debug, Default, PartialEq)]
struct Writer {
    reading: Reading,
    style: Style,
}

/// A place for one character.
#[derive(Clone, Debug, PartialEq)]
struct Column {
    glyph: Glyph,
    stream: Stream,
    style: Style,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
enum Glyph {
    /// A character.
    One(char),
    /// A character with others that combine with it, such as accents.
    Marked(String),
    /// The rest of a wide character, or of a tab, in a column to the left.
    Taken,
}

impl Terminal {
    /// Writes text. Lines that it finishes are added to `done`.
    pub fn write(&mut self, stream: Stream, text: &str, done: &mut Transcript) {
        let index = match stream {
            Stream::Stdout => 0,
            Stream::Stderr => 1,
            Stream::Stdin | Stream::Result => 2,
        };
        for character in text.chars() {
            let Writer { reading, style } = &mut self.writers[index];
            match reading.hear(character) {
                Heard::Nothing => {}
                Heard::Text(character) => {
                    let style = *style;
                    self.print(character, stream, style, done);
                }
                Heard::Control('\n') => {
                    let style = *style;
                    self.finish(done);
                    done.push_char(stream, style, '\n');
                }
                Heard::Control('\t') => {
                    let style = *style;
                    self.tab(stream, style, done);
                }
                Heard::Control('\r') => self.cursor = 0,
                Heard::Control('\u{8}') => self.back(1),
                Heard::Control(_) => {}
                Heard::Command('m') => style.apply(reading.parameters()),
                Heard::Command(command) => {
                    let amount = number(reading.parameters().split([';', ':']).next().unwrap_or_default()) as usize;
                    self.command(command, amount);
                }
            }
        }
    }

    /// All streams begin anew, without a style or an unfinished sequence. What stands in the line stays.
    pub fn calm(&mut self) {
        self.writers = Default::default();
    }

    /// Whether nothing stands in the line.
    pub fn is_blank(&self) -> bool {
        self.columns.is_empty()
    }

    /// What the line shows now.
    pub fn line(&self) -> Transcript {
        let mut line = Transcript::default();
        self.copy_to(&mut line);
        line
    }

    /// How many bytes of memory the line takes.
    pub fn bytes(&self) -> usize {
        let marked = |column: &Column| if let Glyph::Marked(text) = &column.glyph { text.len() } else { 0 };
        self.columns.iter().map(|column| size_of::<Column>() + marked(column)).sum()
    }

    fn command(&mut self, command: char, amount: usize) {
        let steps = amount.max(1);
        match command {
            'C' => self.cursor = self.cursor.saturating_add(steps).min(WIDTH - 1),
            'D' => self.back(steps),
            'G' => self.cursor = steps.min(WIDTH) - 1,
            'K' => self.erase(amount),
            _ => {}
        }
    }

    fn back(&mut self, steps: usize) {
        // After a character in the last column, the cursor stays in that column until the next character.
        self.cursor = self.cursor.min(WIDTH - 1).saturating_sub(steps);
    }

    /// Erases to the end of the line (mode 0), from its beginning (1), or all of it (2).
    fn erase(&mut self, mode: usize) {
        let length = self.columns.len();
        match mode {
            0 if self.cursor < length => {
                self.part(self.cursor);
                self.columns.truncate(self.cursor);
            }
            1 if self.cursor + 1 < length => {
                self.part(self.cursor + 1);
                for column in &mut self.columns[..=self.cursor] {
                    (column.glyph, column.style) = (Glyph::One(' '), Style::default());
                }
            }
            1 | 2 => self.columns.clear(),
            _ => {}
        }
    }

    fn print(&mut self, character: char, stream: Stream, style: Style, done: &mut Transcript) {
        let width = character.width().unwrap_or(1);
        if width == 0 && self.mark(character) {
            return;
        }
        self.put(character, width.max(1), Column { glyph: Glyph::Taken, stream, style }, done);
    }

    /// A tab over what stands in the line only moves the cursor. At the end of the line it is a character of the text.
    fn tab(&mut self, stream: Stream, style: Style, done: &mut Transcript) {
        let width = TAB - self.cursor % TAB;
        if self.cursor < self.columns.len() {
            self.cursor = (self.cursor + width).min(WIDTH - 1);
        } else {
            self.put('\t', width, Column { glyph: Glyph::Taken, stream, style }, done);
        }
    }

    fn put(&mut self, character: char, width: usize, like: Column, done: &mut Transcript) {
        if self.cursor + width > WIDTH {
            self.finish(done);
        }
        let (begin, end) = (self.cursor, self.cursor + width);
        if self.columns.len() < end {
            let gap = Column { glyph: Glyph::One(' '), stream: like.stream, style: Style::default() };
            self.columns.resize(end, gap);
        }
        self.part(begin);
        self.part(end);
        self.columns[begin..end].fill(like);
        self.columns[begin].glyph = Glyph::One(character);
        self.cursor = end;
    }

    /// Adds a character that has no width of its own to the one before it. Returns false if there is none.
    fn mark(&mut self, mark: char) -> bool {
        let before = self.columns.get_mut(..self.cursor).unwrap_or_default();
        let Some(column) = before.iter_mut().rfind(|column| column.glyph != Glyph::Taken) else { return false };
        match &mut column.glyph {
            Glyph::One(character) => column.glyph = Glyph::Marked([*character, mark].iter().collect()),
            Glyph::Marked(text) => text.push(mark),
            Glyph::Taken => {}
        }
        true
    }

    /// If a wide character reaches across the beginning of a column, puts blanks in its place, because half of it can't
    /// be shown.
    fn part(&mut self, at: usize) {
        let taken = |column: &Column| column.glyph == Glyph::Taken;
        if !self.columns.get(at).is_some_and(taken) {
            return;
        }
        let begin = self.columns[..at].iter().rposition(|column| !taken(column)).unwrap_or(0);
        let end =
            self.columns[at..].iter().position(|column| !taken(column)).map_or(self.columns.len(), |more| at + more);
        for column in &mut self.columns[begin..end] {
            column.glyph = Glyph::One(' ');
        }
    }

    /// Adds the line to `done`, and begins an empty one.
    fn finish(&mut self, done: &mut Transcript) {
        self.copy_to(done);
        self.columns.clear();
        self.columns.shrink_to(USUAL_WIDTH);
        self.cursor = 0;
    }

    fn copy_to(&self, transcript: &mut Transcript) {
        for Column { glyph, stream, style } in &self.columns {
            match glyph {
                Glyph::One(character) => transcript.push_char(*stream, *style, *character),
                Glyph::Marked(text) => transcript.push(*stream, *style, text),
                Glyph::Taken => {}
            }
        }
    }
}

/// A text as a terminal shows it after all of it was written.
pub fn shown(stream: Stream, text: &str) -> Transcript {
    let (mut terminal, mut shown) = (Terminal::default(), Transcript::default());
    terminal.write(stream, text, &mut shown);
    terminal.finish(&mut shown);
    shown
}

impl Serialize for Terminal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.line().serialize(serializer)
    }
}

impl From<Transcript> for Terminal {
    /// Reads a line back that was stored. Its run is over and writes no more, so each part of one style is one column.
    fn from(line: Transcript) -> Self {
        let column =
            |run: Run| Column { glyph: Glyph::Marked(run.text.to_owned()), stream: run.stream, style: run.style };
        Self { columns: line.runs().map(column).collect(), ..Self::default() }
    }
}
