//! A cell and what must happen when it runs.

use paper::Gave;
use serde::{Deserialize, Serialize};

use super::prediction::Prediction;

/// A runnable piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Unique on its page.
    pub id: String,
    /// The Python in the fence, ending in a newline.
    pub source: String,
    /// Line of the opening fence in the page's Markdown, counted from 1.
    pub line: usize,
    /// The lines that the checks type when the cell reads input, without their newlines. After them the input ends.
    #[serde(default)]
    pub input: Vec<String>,
    /// What the page says that the cell gives.
    pub expected: Expectation,
    /// Whether this is the cell of a task. Its source is the task's starter, of which the page does not say what it gives.
    #[serde(default)]
    pub is_starter: bool,
    /// The guess that the reader makes before the cell shows its output.
    #[serde(default)]
    pub prediction: Option<Prediction>,
}

/// What a run must give, in the guest and in CPython 3.14.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// Everything written to stdout, then the result's repr on lines of its own. `…` stands for any run
    /// of characters within a line.
    pub output: String,
    /// The class of the exception that must leave the cell, without its module. `None` means that no exception may
    /// leave it.
    pub raises: Option<String>,
    /// The findings that the cell's ledger must have, each as `kind target status`. `None` means that the author says
    /// nothing about the ledger, an empty list that the ledger must be empty.
    #[serde(default)]
    pub leaves: Option<Vec<String>>,
    /// Why the guest differs from CPython, as a sentence for the reader. A cell that has it has `cpython_output`, too.
    pub differs: Option<String>,
    /// What CPython gives where it differs from the guest, in the form of `output`.
    pub cpython_output: Option<String>,
}

impl Expectation {
    /// A sentence for each difference between what the guest gave and what the page says; empty if there is none.
    pub fn objections(&self, gave: &Gave) -> Vec<String> {
        self.compare(&self.output, gave)
    }

    /// A sentence for each difference between what CPython gave and what the page says. A `differs=` without a
    /// difference is objected to as well, so that it is removed once its reason is gone.
    pub fn cpython_objections(&self, gave: &Gave) -> Vec<String> {
        let mut objections = self.compare(self.cpython_output.as_ref().unwrap_or(&self.output), gave);
        if self.differs.is_some() && matches(&self.output, &gave.output) {
            objections.push("stale: CPython no longer differs here".into());
        }
        objections
    }

    fn compare(&self, output: &str, gave: &Gave) -> Vec<String> {
        let mut objections = Vec::new();
        if gave.raised != self.raises {
            let name = |raised: &Option<String>| raised.clone().unwrap_or_else(|| "nothing".into());
            objections.push(format!("it raised {}, the page says {}", name(&gave.raised), name(&self.raises)));
        }
        if !matches(output, &gave.output) {
            objections.push(format!("it gave\n{}\nthe page says\n{output}", gave.output));
        }
        objections
    }
}

/// Whether `actual` is what `pattern` says, line by line. `…` in a line of `pattern` stands for any run of characters;
/// white space at the ends of lines does not count.
pub fn matches(pattern: &str, actual: &str) -> bool {
    let (pattern, actual) = (pattern.trim_end(), actual.trim_end());
    pattern.lines().count() == actual.lines().count()
        && pattern.lines().zip(actual.lines()).all(|(pattern, actual)| line_matches(pattern, actual))
}

fn line_matches(pattern: &str, actual: &str) -> bool {
    let mut parts = pattern.trim_end().split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = actual.trim_end().strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn an_ellipsis_stands_for_a_run_of_characters_within_a_line() {
        assert!(matches("a\nb\n", "a\nb"));
        assert!(matches("took … ms", "took 12.5 ms"));
        assert!(matches("… of … done", "3 of 4 done"));
        assert!(!matches("took … ms", "took 12.5 s"));
        assert!(!matches("a…", "a\nb"));
        assert!(!matches("a", "ab"));
        assert!(!matches("x…x", "x"));
    }
}
