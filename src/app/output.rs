//! A cell's output: all that was kept, as a terminal shows it, of which only the beginning is drawn until the reader asks.
//!
//! 1. Pieces come in as they were written. The `Terminal` makes lines of them.
//! 2. Lines that are done are drawn as long as the budget lasts; what comes after is kept, hidden.
//! 3. If all outputs together take too much memory, the oldest let go of what is hidden ([`to_let_go`]).
//!
//! Nothing here needs a browser; `page/output.rs` draws it.

mod sequence;
mod style;
mod terminal;
#[cfg(test)]
mod tests;
mod transcript;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use style::{Ink, Style};
use terminal::Terminal;
pub use transcript::{Run, Transcript};

use crate::protocol::{Piece, Stream};

/// Drawn at first, and how much more each press of "show" adds. Each run is an element of the page at most: some thousands
/// are laid out in a few milliseconds.
const FIRST: Budget = Budget { lines: 200, bytes: 20_000, runs: 1_000 };
const MORE: Budget = Budget { lines: 2_000, bytes: 200_000, runs: 5_000 };

/// A traceback longer than twice this many lines loses its middle: what happened first and what failed
/// stand at its ends.
const TRACEBACK_END: usize = 25;
/// A result that changes its style more often than this goes on without styles: all of it is drawn at once.
const RUNS_OF_LAST: usize = 1_000;

/// What a run wrote, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Lines that are drawn.
    shown: Rc<Transcript>,
    /// Lines that are kept but not drawn.
    hidden: Rc<Transcript>,
    /// How much more may be drawn.
    budget: Budget,
    /// Newlines in `hidden`.
    hidden_lines: u64,
    /// Newlines that were hidden and let go; none if nothing was. What is hidden later is not kept at all.
    let_go: Option<u64>,
    /// The line at work. It comes after everything in `shown` and `hidden`.
    terminal: Terminal,
    /// What was written and not kept.
    pub withheld: Withheld,
    /// How the run ended, its result or its traceback: always drawn, after everything else.
    pub last: Option<Last>,
}

/// How much a run wrote after its output had reached the limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    pub lines: u64,
    pub bytes: u64,
}

/// The end of an output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Last {
    pub stream: Stream,
    pub text: Rc<Transcript>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Budget {
    lines: usize,
    bytes: usize,
    runs: usize,
}

impl Output {
    pub fn push(&mut self, piece: Piece) {
        if piece.stream == Stream::Result {
            self.last = Some(Last::new(piece.stream, &piece.text));
            return;
        }
        let mut done = Transcript::default();
        self.terminal.write(piece.stream, &piece.text, &mut done);
        for run in done.runs() {
            self.settle(run);
        }
    }

    /// Says something about the run, on a line of its own. Whatever the run has left unfinished does not touch it.
    pub fn note(&mut self, sentence: &str) {
        self.terminal.calm();
        let begin = if self.terminal.is_blank() { "" } else { "\n" };
        self.push(Piece { stream: Stream::Stderr, text: format!("{begin}{sentence}\n") });
    }

    /// Ends the output with an exception's traceback.
    pub fn fail(&mut self, traceback: &str) {
        let lines: Vec<&str> = traceback.lines().collect();
        let text = match lines.len().checked_sub(2 * TRACEBACK_END) {
            None | Some(0) => traceback.to_owned(),
            Some(middle) => {
                let (first, rest) = lines.split_at(TRACEBACK_END);
                format!("{}\n  … {middle} lines left out …\n{}\n", first.join("\n"), rest[middle..].join("\n"))
            }
        };
        self.last = Some(Last::new(Stream::Stderr, &text));
    }

    /// The run wrote more than is kept.
    pub fn withhold(&mut self, lines: u64, bytes: u64) {
        self.withheld.lines += lines;
        self.withheld.bytes += bytes;
    }

    /// Draws more of what is kept.
    pub fn show_more(&mut self) {
        self.budget = MORE;
        self.hidden_lines = 0;
        let hidden = std::mem::take(&mut self.hidden);
        for run in hidden.runs() {
            self.settle(run);
        }
    }

    /// Lets go of what is kept but not drawn.
    pub fn let_go(&mut self) {
        if !self.hidden.is_empty() {
            self.hidden = Rc::default();
            *self.let_go.get_or_insert(0) += std::mem::take(&mut self.hidden_lines);
        }
    }

    /// What is drawn, but for the end.
    pub fn drawn(&self) -> Transcript {
        let mut drawn = (*self.shown).clone();
        for run in self.drawn_of_line().runs() {
            drawn.push(run.stream, run.style, run.text);
        }
        drawn
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.terminal.is_blank() && self.last.is_none()
    }

    /// Lines kept but not drawn; `None` if everything is drawn.
    pub fn hidden_lines(&self) -> Option<u64> {
        match self.hidden.is_empty() {
            false => Some(self.hidden_lines + self.unfinished()),
            true => (self.let_go.is_none() && self.drawn_of_line() != self.terminal.line()).then_some(1),
        }
    }

    /// Lines that were let go; `None` if none were.
    pub fn lines_let_go(&self) -> Option<u64> {
        self.let_go.map(|lines| lines + self.unfinished())
    }

    /// What it takes of memory.
    pub fn bytes(&self) -> usize {
        let last = self.last.as_ref().map_or(0, |last| last.text.bytes());
        self.shown.bytes() + self.hidden.bytes() + self.terminal.bytes() + last
    }

    /// The text after the last newline: what a cell that waits for input has asked.
    pub fn unfinished_line(&self) -> Option<String> {
        Some(self.terminal.line().text().to_owned()).filter(|line| !line.is_empty())
    }

    /// The last line that was drawn, for those who hear the page.
    pub fn last_line(&self) -> Option<String> {
        let drawn = self.drawn();
        let text = self.last.as_ref().map_or(drawn.text(), |last| last.text.text());
        text.lines().rfind(|line| !line.trim().is_empty()).map(str::to_owned)
    }

    /// A part of a line that is done.
    fn settle(&mut self, run: Run) {
        let fits = if self.is_all_shown() { self.budget.take(&run, self.shown.goes_on_as(&run)) } else { 0 };
        let (now, later) = run.text.split_at(fits);
        // To borrow for writing may be to copy: the page holds what it drew last.
        if !now.is_empty() {
            Rc::make_mut(&mut self.shown).push(run.stream, run.style, now);
        }
        let lines = later.matches('\n').count() as u64;
        match &mut self.let_go {
            Some(let_go) => *let_go += lines,
            None if later.is_empty() => {}
            None => {
                self.hidden_lines += lines;
                Rc::make_mut(&mut self.hidden).push(run.stream, run.style, later);
            }
        }
    }

    /// As much of the line at work as the budget allows.
    fn drawn_of_line(&self) -> Transcript {
        let mut drawn = Transcript::default();
        if !self.is_all_shown() {
            return drawn;
        }
        let mut budget = self.budget;
        for (number, run) in self.terminal.line().runs().enumerate() {
            let fits = budget.take(&run, number == 0 && self.shown.goes_on_as(&run));
            drawn.push(run.stream, run.style, &run.text[..fits]);
            if fits < run.text.len() {
                break;
            }
        }
        drawn
    }

    fn is_all_shown(&self) -> bool {
        self.hidden.is_empty() && self.let_go.is_none()
    }

    /// Lines at work.
    fn unfinished(&self) -> u64 {
        u64::from(!self.terminal.is_blank())
    }
}

/// Which of the outputs should let go of what they hide, so that all together take no more than `limit` bytes: the first of
/// them, which are those of the oldest runs, and no more than need be. What is drawn stays.
pub fn to_let_go(outputs: &[&Output], limit: usize) -> Vec<usize> {
    let mut total: usize = outputs.iter().map(|output| output.bytes()).sum();
    let mut chosen = Vec::new();
    for (index, output) in outputs.iter().enumerate() {
        if total <= limit {
            break;
        }
        if !output.hidden.is_empty() {
            total -= output.hidden.bytes();
            chosen.push(index);
        }
    }
    chosen
}

impl Last {
    fn new(stream: Stream, text: &str) -> Self {
        let mut kept = Transcript::default();
        for (number, run) in terminal::shown(stream, text).runs().enumerate() {
            let style = if number < RUNS_OF_LAST { run.style } else { Style::default() };
            kept.push(run.stream, style, run.text);
        }
        Self { stream, text: Rc::new(kept) }
    }
}

impl Withheld {
    /// What is said of it; none if there is nothing to say.
    pub fn sentence(self) -> Option<String> {
        let size = size(self.bytes);
        let lines = grouped(self.lines);
        Some(match (self.lines, self.bytes) {
            (0, 0) => return None,
            (0, _) => format!("{size} more were not kept."),
            (1, 0) => "1 further line was not kept.".into(),
            (1, _) => format!("1 further line ({size}) was not kept."),
            (_, 0) => format!("{lines} further lines were not kept."),
            (..) => format!("{lines} further lines ({size}) were not kept."),
        })
    }
}

/// A number that people read.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

impl Default for Budget {
    fn default() -> Self {
        FIRST
    }
}

impl Budget {
    /// How many bytes of a run may be drawn; it may go on with the one before it. Those are used up.
    fn take(&mut self, run: &Run, goes_on: bool) -> usize {
        if !goes_on {
            let Some(left) = self.runs.checked_sub(1) else { return 0 };
            self.runs = left;
        }
        let mut end = 0;
        for line in run.text.split_inclusive('\n') {
            if self.lines == 0 || self.bytes == 0 {
                break;
            }
            let fits = line.floor_char_boundary(self.bytes);
            self.bytes -= fits.max(1).min(self.bytes);
            end += fits;
            if fits < line.len() {
                self.bytes = 0;
                break;
            }
            if line.ends_with('\n') {
                self.lines -= 1;
            }
        }
        end
    }
}
