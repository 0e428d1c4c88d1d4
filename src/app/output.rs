//! A cell's output: all that was kept, of which only the beginning is drawn until the reader asks.

use serde::{Deserialize, Serialize};

use crate::protocol::{Piece, Stream};

/// Lines drawn at first, and how many more each press of "show" adds.
const FIRST: Budget = Budget { lines: 200, bytes: 20_000 };
const MORE: Budget = Budget { lines: 2_000, bytes: 200_000 };

/// What a run wrote, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// What is drawn.
    pub shown: Vec<Piece>,
    /// What is kept but not drawn.
    hidden: Vec<Piece>,
    budget: Budget,
    /// Lines in `hidden`.
    hidden_lines: u64,
    /// Lines that were written and not kept.
    pub withheld: u64,
    /// How the run ended, its result or its traceback: always drawn, after everything else.
    pub last: Option<Piece>,
}

/// A traceback longer than twice this many lines loses its middle: what happened first and what failed
/// stand at its ends.
const TRACEBACK_END: usize = 25;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Budget {
    lines: usize,
    bytes: usize,
}

impl Default for Output {
    fn default() -> Self {
        Self { shown: Vec::new(), hidden: Vec::new(), budget: FIRST, hidden_lines: 0, withheld: 0, last: None }
    }
}

impl Output {
    pub fn push(&mut self, piece: Piece) {
        if piece.stream == Stream::Result {
            self.last = Some(piece);
            return;
        }
        let fits = if self.hidden.is_empty() { self.budget.take(&piece.text) } else { 0 };
        let (now, later) = piece.text.split_at(fits);
        append(&mut self.shown, piece.stream, now);
        self.hidden_lines += later.matches('\n').count() as u64;
        append(&mut self.hidden, piece.stream, later);
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
        self.last = Some(Piece { stream: Stream::Stderr, text });
    }

    /// Draws more of what is kept.
    pub fn show_more(&mut self) {
        self.budget = MORE;
        self.hidden_lines = 0;
        for piece in std::mem::take(&mut self.hidden) {
            self.push(piece);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.last.is_none()
    }

    /// This much more was written and not kept.
    pub fn withhold(&mut self, lines: u64, _bytes: u64) {
        self.withheld += lines;
    }

    /// Lines kept but not drawn; `None` if everything is drawn.
    pub fn hidden_lines(&self) -> Option<u64> {
        let unfinished = self.hidden.last().is_some_and(|last| !last.text.ends_with('\n'));
        (!self.hidden.is_empty()).then_some(self.hidden_lines + u64::from(unfinished))
    }

    /// The text after the last newline: what a cell that waits for input has asked.
    pub fn unfinished_line(&self) -> Option<&str> {
        let last = self.hidden.last().or(self.shown.last())?;
        Some(last.text.rsplit('\n').next().unwrap_or_default()).filter(|line| !line.is_empty())
    }

    /// The last line that was drawn, for those who hear the page.
    pub fn last_line(&self) -> Option<&str> {
        self.last.as_ref().or(self.shown.last())?.text.lines().rfind(|line| !line.trim().is_empty())
    }
}

impl Budget {
    /// How many bytes of `text` may be drawn. Those are used up.
    fn take(&mut self, text: &str) -> usize {
        let mut end = 0;
        for line in text.split_inclusive('\n') {
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

fn append(pieces: &mut Vec<Piece>, stream: Stream, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.stream == stream => last.text.push_str(text),
        _ => pieces.push(Piece { stream, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stdout(text: impl Into<String>) -> Piece {
        Piece { stream: Stream::Stdout, text: text.into() }
    }

    fn drawn(output: &Output) -> String {
        output.shown.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_flood_is_drawn_up_to_the_limit_and_then_on_request() {
        let mut output = Output::default();
        let all: String = (0..3000).map(|number| format!("{number}\n")).collect();
        for line in all.split_inclusive('\n') {
            output.push(stdout(line));
        }
        assert_eq!(drawn(&output).lines().count(), 200);
        assert_eq!(output.hidden_lines(), Some(2800));
        output.show_more();
        assert_eq!(output.hidden_lines(), Some(800));
        output.show_more();
        assert_eq!(output.hidden_lines(), None);
        assert_eq!(drawn(&output), all);
    }

    #[test]
    fn one_endless_line_is_cut_between_characters() {
        let mut output = Output::default();
        output.push(stdout("é".repeat(50_000)));
        assert!(drawn(&output).len() <= 20_000);
        assert_eq!(output.hidden_lines(), Some(1));
        output.show_more();
        assert_eq!(drawn(&output), "é".repeat(50_000));
    }

    #[test]
    fn the_end_is_seen_whatever_came_before() {
        let mut output = Output::default();
        output.push(stdout("x\n".repeat(1000)));
        let traceback: String = (0..100).map(|number| format!("line {number}\n")).collect();
        output.fail(&traceback);
        let last = output.last.clone().unwrap().text;
        assert_eq!(last.lines().count(), 51);
        assert!(last.starts_with("line 0\n") && last.contains("… 50 lines left out …") && last.ends_with("line 99\n"));
        assert_eq!(output.last_line(), Some("line 99"));
    }

    #[test]
    fn streams_keep_their_order() {
        let mut output = Output::default();
        output.push(stdout("a\n"));
        output.push(Piece { stream: Stream::Stderr, text: "b\n".into() });
        output.push(stdout("c\n"));
        output.push(stdout("d\n"));
        assert_eq!(output.shown.len(), 3);
        assert_eq!(output.last_line(), Some("d"));
    }
}
