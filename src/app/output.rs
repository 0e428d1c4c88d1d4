//! A cell's output, as a terminal shows it. All of it is held, but only the beginning is drawn until the reader asks
//! for more.
//!
//! 1. Pieces come in as they were written, and the `Terminal` makes lines of them.
//! 2. Lines that are finished are drawn as long as the budget lasts. What comes after that is held and not drawn.
//! 3. If all outputs together take too much memory, the oldest ones let go of what they do not draw ([`to_let_go`]).
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

/// How much is drawn at first. Each run of one style becomes an element of the page at most, and some thousands of
/// elements are laid out in a few milliseconds.
const FIRST: Budget = Budget { lines: 200, bytes: 20_000, runs: 1_000 };
/// How much more each press of "show" draws.
const MORE: Budget = Budget { lines: 2_000, bytes: 200_000, runs: 5_000 };

/// How many lines at each end of a traceback are shown, if it has more than twice as many. What happened first and what
/// failed stand at the ends.
const TRACEBACK_END: usize = 25;
/// After this many changes of style, the rest of a result has no styles. All of a result is drawn at once.
const RUNS_OF_LAST: usize = 1_000;

/// What a cell's run has written, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Finished lines that are drawn.
    shown: Rc<Transcript>,
    /// Finished lines that are held and not drawn.
    hidden: Rc<Transcript>,
    /// How much more may be drawn.
    budget: Budget,
    /// How many newlines `hidden` has.
    hidden_lines: u64,
    /// How many newlines were held and then let go; `None` if nothing was let go. After that, nothing more is held than
    /// what is drawn.
    let_go: Option<u64>,
    /// The line that is not finished. It comes after everything in `shown` and `hidden`.
    terminal: Terminal,
    /// How much was written that the worker has not sent.
    pub withheld: Withheld,
    /// The run's result or its traceback, which comes after everything else and is always drawn.
    pub last: Option<Last>,
}

/// How much a run has written after its output had reached the limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// How many newlines.
    pub lines: u64,
    /// How many bytes.
    pub bytes: u64,
}

/// What stands at the end of an output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Last {
    /// `Result` for a result, `Stderr` for a traceback.
    pub stream: Stream,
    /// Its text.
    pub text: Rc<Transcript>,
}

/// How much may be drawn: newlines, bytes, and runs of one stream and style.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Budget {
    lines: usize,
    bytes: usize,
    runs: usize,
}

impl Output {
    /// Adds a piece that the cell has written, or its result.
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

    /// Adds a sentence about the run, on a line of its own. A style that the cell has begun does not apply to it.
    pub fn note(&mut self, sentence: &str) {
        self.terminal.calm();
        let begin = if self.terminal.is_blank() { "" } else { "\n" };
        self.push(Piece { stream: Stream::Stderr, text: format!("{begin}{sentence}\n") });
    }

    /// Puts the traceback of an exception at the end, without its middle if it is very long.
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

    /// Counts what the worker has not sent.
    pub fn withhold(&mut self, lines: u64, bytes: u64) {
        self.withheld.lines += lines;
        self.withheld.bytes += bytes;
    }

    /// Draws more of what is held.
    pub fn show_more(&mut self) {
        self.budget = MORE;
        self.hidden_lines = 0;
        let hidden = std::mem::take(&mut self.hidden);
        for run in hidden.runs() {
            self.settle(run);
        }
    }

    /// Lets go of what is held and not drawn.
    pub fn let_go(&mut self) {
        if !self.hidden.is_empty() {
            self.hidden = Rc::default();
            *self.let_go.get_or_insert(0) += std::mem::take(&mut self.hidden_lines);
        }
    }

    /// What is drawn, without what stands at the end.
    pub fn drawn(&self) -> Transcript {
        let mut drawn = (*self.shown).clone();
        for run in self.drawn_of_line().runs() {
            drawn.push(run.stream, run.style, run.text);
        }
        drawn
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.terminal.is_blank() && self.last.is_none()
    }

    /// How many lines are held and not drawn; `None` if everything is drawn.
    pub fn hidden_lines(&self) -> Option<u64> {
        match self.hidden.is_empty() {
            false => Some(self.hidden_lines + self.unfinished()),
            true => (self.let_go.is_none() && self.drawn_of_line() != self.terminal.line()).then_some(1),
        }
    }

    /// How many lines were let go; `None` if nothing was.
    pub fn lines_let_go(&self) -> Option<u64> {
        self.let_go.map(|lines| lines + self.unfinished())
    }

    /// How many bytes of memory the output takes.
    pub fn bytes(&self) -> usize {
        let last = self.last.as_ref().map_or(0, |last| last.text.bytes());
        self.shown.bytes() + self.hidden.bytes() + self.terminal.bytes() + last
    }

    /// The text after the last newline: what a cell that waits for input has asked. `None` if there is none.
    pub fn unfinished_line(&self) -> Option<String> {
        Some(self.terminal.line().text().to_owned()).filter(|line| !line.is_empty())
    }

    /// The last line that is drawn and not blank, for screen readers.
    pub fn last_line(&self) -> Option<String> {
        let drawn = self.drawn();
        let text = self.last.as_ref().map_or(drawn.text(), |last| last.text.text());
        text.lines().rfind(|line| !line.trim().is_empty()).map(str::to_owned)
    }

    /// Adds a part of a finished line: to what is drawn as far as it fits, and the rest to what is held.
    fn settle(&mut self, run: Run) {
        let fits = if self.is_all_shown() { self.budget.take(&run, self.shown.goes_on_as(&run)) } else { 0 };
        let (now, later) = run.text.split_at(fits);
        // `make_mut` copies the text if the page still has the same one, so it is called only if there is something to
        // add.
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

    /// As much of the unfinished line as may be drawn.
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

    /// Whether everything that comes next may be drawn, as long as the budget lasts.
    fn is_all_shown(&self) -> bool {
        self.hidden.is_empty() && self.let_go.is_none()
    }

    /// How many unfinished lines there are: one or none.
    fn unfinished(&self) -> u64 {
        u64::from(!self.terminal.is_blank())
    }
}

/// Which of the outputs should let go of what they do not draw, so that all together take at most `limit` bytes: the
/// first ones, which are those of the oldest runs, and no more than needed.
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
    /// A sentence about it; `None` if there is nothing to say.
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

/// A number with commas between groups of three digits.
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
    /// Takes from the budget what drawing a run needs, and returns how many of its bytes may be drawn. If the run
    /// `goes_on` as the one before, it needs no element of its own.
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
