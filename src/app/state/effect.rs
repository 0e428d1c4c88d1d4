//! What is to be done about what has happened.

use std::rc::Rc;

use paper::Code;
use paper::run::Elsewhere;
use serde::{Deserialize, Serialize};

use super::key::CellKey;
use crate::bench;
use crate::protocol::RunId;

/// Something to do that `reduce` cannot do itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand a cell to the interpreter. A run still at work after `limit` seconds is reported.
    Run { run: RunId, code: Code, since: f64, limit: Option<u32> },
    /// Hand it the line that the run waits for.
    Line { run: RunId, line: Option<String>, since: f64, limit: Option<u32> },
    /// Run a program in another interpreter, for a run that waits for what becomes of it.
    Elsewhere { run: RunId, asked: Elsewhere },
    /// End the interpreter's work and go back to the state before the run.
    Stop,
    /// Go to another state. Whatever is being done is ended, if `busy`.
    Become { route: bench::Route, busy: bool },
    /// The interpreter's state is this now: what Stop goes back to, and what is looked at.
    Follow { route: bench::Route },
    /// Hold the whole state after the moment of this number, in which the interpreter is.
    Pack { number: u32 },
    /// Repeat a run, which took so many milliseconds, in a fork of the state before it, and say what it changed: statement
    /// by statement, if `watched`.
    Film { run: RunId, code: Code, before: bench::Route, watched: bool, took: f64 },
    /// List the reader's variables in a fork, without the reprs of those that don't end; or with no `reprs` but those of
    /// Python's own types.
    ListVariables { skip: Vec<String>, reprs: bool },
    /// Keep the reader's text of a cell, or forget it.
    Keep { cell: CellKey, source: Option<String> },
    /// Keep the reader's answer to an exercise.
    KeepAnswer { exercise: CellKey, boxes: Rc<Vec<String>> },
    /// Keep the choice of a time limit.
    KeepLimit(Option<u32>),
    /// Should the page be left now, the next visit is told of this; or of nothing, since it is done.
    MarkUnfinished(Option<Unfinished>),
    /// Write what the next visit should find of the timeline, the outputs and the ledger.
    Save,
    /// Put what an earlier visit has left aside: it could not be brought back and is not to be tried again.
    SetAside,
    /// Forget everything that this browser keeps of this workbook, and let other tabs know.
    Forget { tell_others: bool },
    /// Bring a place of the page into view; the top if none is named.
    Show(Option<String>),
}

/// Something that the page had begun and not ended when it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unfinished {
    Run(CellKey),
    /// The state of an earlier visit was being brought back.
    Restore,
}
