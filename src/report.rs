//! PAPER: plain data that passes between the guest and the rest of the workbook, as JSON.
//!
//! This file is compiled into two programs: into the workbook, and into the guest, which includes it by its path. So
//! the two can't disagree about the form of the data. Because both compile it, it depends on nothing but serde.

use serde::{Deserialize, Serialize};

/// How one run of a cell ended, as Python saw it. If the machine under Python fails, the guest can't report anything
/// any more; such an end is a `bench::Fault`, which the outside of the guest makes.
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
