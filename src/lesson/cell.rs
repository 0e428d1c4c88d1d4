//! A cell and what must happen when it runs.

use serde::{Deserialize, Serialize};

/// A runnable piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Unique on its page.
    pub id: String,
    /// Ends in a newline.
    pub source: String,
    /// Line of the opening fence in the page's Markdown, counted from 1.
    pub line: usize,
    /// Lines that a reader may type, for the checks; after them the input ends.
    #[serde(default)]
    pub input: Vec<String>,
    pub expected: Expectation,
}

/// What a run must give, in the guest and in CPython 3.14.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// Everything written to stdout, then the result's repr on lines of its own. `…` stands for any run
    /// of characters within a line.
    pub output: String,
    /// The class of the exception that must leave the cell.
    pub raises: Option<String>,
    /// The findings that its ledger must have, `kind target status` each; none if the author says nothing about it.
    #[serde(default)]
    pub leaves: Option<Vec<String>>,
    /// Why the guest differs from CPython, for the reader; then `cpython_output` is what CPython gives.
    pub differs: Option<String>,
    pub cpython_output: Option<String>,
}

/// What running a cell gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gave {
    /// stdout, and the result's repr on lines of its own.
    pub output: String,
    /// Class of the exception that left the cell, without its module; a sentence if the machine failed.
    pub raised: Option<String>,
}

impl Expectation {
    /// What of `gave` is not as it must be, in words; nothing if all is.
    pub fn objections(&self, gave: &Gave) -> Vec<String> {
        self.compare(&self.output, gave)
    }

    /// The same for CPython, which may differ where that is declared.
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

/// Compares line by line, `…` in `pattern` standing for any run of characters.
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
