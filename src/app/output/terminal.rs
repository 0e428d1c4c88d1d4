//! One line as a terminal shows it: what is written where the cursor is replaces what stood there.
//!
//! 1. [`Reading`] takes a stream apart into text, control characters and commands.
//! 2. Text goes into the line's columns; `\r`, `\b`, tabs and a few commands move the cursor or erase.
//! 3. A newline ends the line: it becomes part of a [`Transcript`], and nothing changes it any more.
//!
//! Only the line at work is held in columns, so a progress bar that is drawn a hundred thousand times takes the memory of
//! one line. There are no rows above: what moves the cursor there is removed, as is every other sequence.

use serde::{Deserialize, Serialize, Serializer};
use unicode_width::UnicodeWidthChar;

use super::sequence::{Heard, Reading};
use super::style::{Style, number};
use super::transcript::{Run, Transcript};
use crate::protocol::Stream;

/// Columns of a line. A longer one goes on in the same line of the page, but the cursor can't go back beyond them: a line
/// without end takes little memory, and a program that asks for column 999,999,999 gets the last.
pub const WIDTH: usize = 4_096;
/// Columns from one tab stop to the next.
const TAB: usize = 8;
/// Columns whose memory a finished line leaves to the next.
const USUAL_WIDTH: usize = 256;

/// The line at work, and how far each stream is. What is kept of it for later is what it shows.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Transcript")]
pub struct Terminal {
    columns: Vec<Column>,
    /// The column that is written next; it may be beyond the last.
    cursor: usize,
    /// Standard output, standard error, and what the reader types.
    writers: [Writer; 3],
}

/// A stream goes on where it was, whatever others have written in between.
#[derive(Clone, Debug, Default, PartialEq)]
struct Writer {
    reading: Reading,
    style: Style,
}

#[derive(Clone, Debug, PartialEq)]
struct Column {
    glyph: Glyph,
    stream: Stream,
    style: Style,
}

#[derive(Clone, Debug, PartialEq)]
enum Glyph {
    One(char),
    /// A character with what combines with it: accents, for example.
    Marked(String),
    /// Taken by the wide character, or the tab, to its left.
    Taken,
}

impl Terminal {
    /// Writes text. Lines that it ends are added to `done`.
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

    /// The streams begin anew: what stands in the line stays, a style or a sequence that was begun is over.
    pub fn calm(&mut self) {
        self.writers = Default::default();
    }

    pub fn is_blank(&self) -> bool {
        self.columns.is_empty()
    }

    /// The line as it stands.
    pub fn line(&self) -> Transcript {
        let mut line = Transcript::default();
        self.copy_to(&mut line);
        line
    }

    /// What the line takes of memory.
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
        // After the last column the cursor is still in it: only the next character goes on.
        self.cursor = self.cursor.min(WIDTH - 1).saturating_sub(steps);
    }

    /// To the end of the line, from its beginning, or all of it.
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

    /// Over what is there a tab only moves; after it, it is a character of the text like others.
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

    /// Adds what has no width of its own to the character before it, if there is one.
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

    /// If a wide character stands across a column's beginning, blanks take its place: half of it can't be shown.
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

    /// The line is added to `done`, and an empty one begins.
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

/// A text as a terminal shows it once it has been written.
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
    /// The run is over and writes no more: its line is read back in as few columns as it has runs.
    fn from(line: Transcript) -> Self {
        let column =
            |run: Run| Column { glyph: Glyph::Marked(run.text.to_owned()), stream: run.stream, style: run.style };
        Self { columns: line.runs().map(column).collect(), ..Self::default() }
    }
}
