//! PAPER: plain data that the Lab writes and the Desk reads.
//!
//! This one file is compiled into two programs: the workbook, and the guest (which includes it by path,
//! so that neither can disagree with the other). It therefore depends on serde alone.

use serde::{Deserialize, Serialize};

/// How one run of a cell ended, as Python saw it. Machine faults are not here: a run that traps has
/// nobody left inside to write a report (see `bench::Fault`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The cell ran to its end. The repr of its last expression, unless that was `None` or no expression.
    Finished { result: Option<String> },
    /// An exception left the cell.
    Raised(Failure),
    /// The cell called `sys.exit()`, `exit()` or `quit()`; the argument's `str`, empty if there was none.
    Exited { code: String },
}

/// An exception that left a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The exception's class, with its module unless that is `builtins` (`ValueError`, `json.decoder.JSONDecodeError`).
    pub exception: String,
    /// The whole traceback as CPython writes it, ending in a newline.
    pub traceback: String,
    /// The line of the cell that the failure passed through last, counted from 1.
    pub line: Option<u32>,
}

/// One cell's source, handed to the guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The cell's id; tracebacks name the file `<cell id>`.
    pub cell: String,
    pub source: String,
}
