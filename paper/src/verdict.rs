//! Tasks: what a reader's answer is assessed by, what an author's check wants to be tried, and the verdict.
//!
//! The check of a task is Python (`interpreter/python/lib/checking.py` says how it is written). It runs in an interpreter of
//! its own, which never has the reader's cell in it: it says what it wants to be tried, that is tried in forks of another
//! interpreter in which the cell has run, and then the check runs again with the answers at hand.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::run::{Code, Failure, Outcome};
use crate::seen::Place;

/// An answer to a task, and the check that it is to pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// The reader's cell.
    pub code: Code,
    /// The author's check, in Python.
    pub check: String,
    /// What the check's random numbers begin with.
    pub seed: u32,
}

/// What became of running the reader's cell from its first line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ran {
    /// The class of the exception that left the cell, without its module; empty if the machine failed, `None` if the cell
    /// ran to its end.
    pub raised: Option<String>,
    /// The exception's message, or a sentence about the machine's failure.
    pub about: String,
    /// The line of the cell where that happened, counted from 1.
    pub line: Option<u32>,
    /// What the cell wrote to stdout.
    pub printed: String,
}

impl Ran {
    /// What became of a run that `printed` this.
    pub fn of(ended: &Result<Outcome, Fault>, printed: String) -> Self {
        match ended {
            Ok(Outcome::Finished { .. }) => Self { printed, ..Self::default() },
            Ok(Outcome::Exited { code }) => {
                Self { raised: Some("SystemExit".into()), about: code.clone(), line: None, printed }
            }
            Ok(Outcome::Raised(failure)) => {
                let name = failure.exception.rsplit('.').next().unwrap_or_default();
                Self { raised: Some(name.into()), about: message(failure), line: failure.line, printed }
            }
            Err(fault) => Self { raised: Some(String::new()), about: fault.sentence(), line: None, printed },
        }
    }
}

/// The exception's message: what stands behind its class in the traceback's last lines.
fn message(failure: &Failure) -> String {
    let head = format!("{}: ", failure.exception);
    let lines: Vec<&str> = failure.traceback.lines().collect();
    let last = lines.iter().rposition(|line| line.starts_with(&head));
    last.map_or_else(String::new, |at| lines[at][head.len()..].to_owned())
}

/// What a check wants to be tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Wanted {
    /// A piece of Python, after the cell has run.
    Case {
        /// The piece.
        source: String,
        /// Names that are the cell's in it, although Python has them, too.
        uses: Vec<String>,
    },
    /// What a piece of Python leaves behind, after the cell has run; `None` asks for what the cell itself leaves.
    Film {
        /// The piece.
        then: Option<String>,
    },
    /// The same, with a failure put at each place in turn, also in the functions of the cell that the piece calls.
    Faults {
        /// The piece.
        then: Option<String>,
    },
}

/// What became of something that a check wanted to be tried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tried {
    /// A [`Wanted::Case`].
    Case(Box<Case>),
    /// A [`Wanted::Film`].
    Film {
        /// What was changed.
        findings: Vec<Trace>,
    },
    /// A [`Wanted::Faults`].
    Faults {
        /// Where it was made to fail, and what was left then.
        places: Vec<Broken>,
        /// How many places could not be tried in time.
        untried: u32,
    },
    /// Any of them, if it could not be tried.
    Failed {
        /// Why, in a sentence.
        failed: String,
    },
}

/// What became of a piece of Python.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// A literal that gives an equal value; `None` if the value is no plain data.
    #[serde(default)]
    pub literal: Option<String>,
    /// The value in words.
    #[serde(default)]
    pub shown: String,
    /// The class of the exception that ended the piece.
    #[serde(default)]
    pub raised: Option<String>,
    /// The exception's message.
    #[serde(default)]
    pub about: String,
    /// The line of the cell in which it was raised, counted from 1.
    #[serde(default)]
    pub line: Option<u32>,
    /// What the piece wrote to stdout.
    pub printed: String,
    /// How many Python functions were called.
    pub calls: u64,
}

/// A finding, as far as a check asks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// As in a [`Finding`](crate::Finding).
    pub kind: String,
    /// As in a [`Finding`](crate::Finding).
    pub target: String,
    /// As in a [`Finding`](crate::Finding).
    pub status: String,
    /// As in a [`Finding`](crate::Finding).
    pub line: Option<u32>,
}

/// What was left where something was made to fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Broken {
    /// The line, counted from 1.
    pub line: u32,
    /// The call that failed; empty if the statement itself did.
    pub call: String,
    /// What was left, each as `kind target`.
    pub left: Vec<String>,
    /// Why it could not be tried, in a sentence.
    pub failed: Option<String>,
}

impl From<&Place> for Broken {
    fn from(place: &Place) -> Self {
        let left = place.failed.iter().flat_map(|failed| &failed.left);
        Self {
            line: place.site.line,
            call: place.site.call.clone(),
            left: left.map(|left| format!("{} {}", left.kind, left.target)).collect(),
            failed: place.failed.as_ref().err().cloned(),
        }
    }
}

/// What a check says: either what it wants to be tried first, or its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judged {
    /// There is something to be tried first.
    Wanted(Vec<Wanted>),
    /// It is done.
    Verdict(Verdict),
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether the answer passes.
    pub passed: bool,
    /// Whether the cell has come as far as it should: to its end, unless the check wants it to raise.
    #[serde(default)]
    pub ran: bool,
    /// What was tried, in order.
    pub lines: Vec<Line>,
    /// The author's sentences for mistakes that were foreseen.
    pub says: Vec<String>,
}

/// One thing that was tried. All texts are for the reader; `` ` `` marks code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Whether what happened is what was expected.
    pub ok: bool,
    /// What was tried.
    pub tried: String,
    /// What was expected of it.
    pub expected: String,
    /// What happened.
    pub happened: String,
    /// The line of the cell that it is about, counted from 1.
    pub line: Option<u32>,
    /// The author's sentence for a reader whose answer fails here.
    pub says: Option<String>,
    /// Whether the reader gets to know only that there is such a line: something that is still to be found.
    pub hidden: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_run_has_the_exceptions_message() {
        let traceback = "Traceback (most recent call last):\n  File \"<cell a>\", line 2, in <module>\njson.decoder.JSONDecodeError: no: value\n";
        let exception = "json.decoder.JSONDecodeError".to_owned();
        let ended = Ok(Outcome::Raised(Failure { exception, traceback: traceback.into(), line: Some(2) }));
        let ran = Ran::of(&ended, "x".into());
        assert_eq!((ran.raised.as_deref(), ran.about.as_str()), (Some("JSONDecodeError"), "no: value"));
        let fault = Ran::of(&Err(Fault::TimedOut), String::new());
        assert_eq!((fault.raised.as_deref(), fault.about.as_str()), (Some(""), "This run took longer than it may."));
    }

    #[test]
    fn what_a_check_says_is_read_as_it_writes_it() {
        let json = r#"{"wanted": [{"do": "case", "source": "f()", "uses": []}, {"do": "film", "then": null}]}"#;
        let wanted = vec![Wanted::Case { source: "f()".into(), uses: Vec::new() }, Wanted::Film { then: None }];
        assert_eq!(serde_json::from_str::<Judged>(json).unwrap(), Judged::Wanted(wanted));
        let tried = Tried::Failed { failed: "no".into() };
        assert_eq!(serde_json::to_string(&tried).unwrap(), r#"{"failed":"no"}"#);
        assert_eq!(serde_json::from_str::<Tried>(r#"{"failed":"no"}"#).unwrap(), tried);
    }
}
