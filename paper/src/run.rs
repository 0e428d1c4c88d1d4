//! A cell's source, and how a run of it ended.

use serde::{Deserialize, Serialize};

use crate::question::Question;

/// How one run of a cell ended, as Python saw it. If the machine under Python fails, the guest can't report anything
/// any more; such an end is a [`Fault`](crate::Fault), which the outside of the guest makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The cell ran to its end.
    Finished {
        /// The repr of the cell's last statement, if that is an expression whose value is not `None`.
        result: Option<String>,
    },
    /// An exception left the cell.
    Raised(Failure),
    /// The cell called `sys.exit()`, `exit()` or `quit()`.
    Exited {
        /// The `str` of the argument; empty if there was none.
        code: String,
    },
}

/// An exception that left a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The exception's class, with its module unless that is `builtins` (`ValueError`, `json.decoder.JSONDecodeError`).
    pub exception: String,
    /// The whole traceback as CPython writes it, ending in a newline.
    pub traceback: String,
    /// The line of the cell where the failure happened, counted from 1: the innermost one in the traceback, or the one
    /// that does not parse. `None` if the traceback names no line of the cell.
    pub line: Option<u32>,
}

/// One cell's source, handed to the guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The cell's id. Tracebacks call the cell's file `<cell id>`.
    pub cell: String,
    /// The Python to run.
    pub source: String,
}

/// What running a cell gave, as far as a page says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gave {
    /// What was written to stdout, and the result's repr on lines of its own.
    pub output: String,
    /// Class of the exception that left the cell, without its module; a sentence if the machine failed.
    pub raised: Option<String>,
}

/// A program for an interpreter that shares nothing with the one that asks. A guest writes it as JSON, in its
/// [`LastWords`](crate::LastWords).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The program.
    pub source: String,
    /// How long it may take.
    pub seconds: f64,
}

impl Elsewhere {
    /// The question for a pristine interpreter.
    pub fn question(&self) -> Question {
        Question::Elsewhere { source: self.source.clone() }
    }

    /// Milliseconds that the program may take.
    pub fn within(&self) -> f64 {
        self.seconds * 1e3
    }
}
