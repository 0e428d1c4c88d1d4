//! What happened, and what is to be done about it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::route::Route;
use super::state::{Film, Filter, Kept, Since, Variable};
use crate::bench::{Checkpoint, Delta, Elsewhere, Recording, Tape};
use crate::lesson::Course;
use crate::protocol::{Event, RunId};
use crate::report::Code;

/// A cell anywhere in the course.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellKey {
    pub slug: Rc<str>,
    pub id: Rc<str>,
}

/// The id of the empty cell that every page has.
pub const SCRATCH: &str = "scratch";

/// A past event. `State::reduce` is the only place that answers.
#[derive(Clone, Debug)]
pub enum Action {
    /// The course came, with the reader's edits of its cells and answers to its exercises. `image` names the base image.
    CourseArrived { course: Rc<Course>, image: String, edits: Vec<(CellKey, String)>, answers: Vec<(CellKey, Vec<String>)> },
    CourseFailed(String),
    /// An author has changed the course while it is read.
    CourseChanged(Rc<Course>),
    /// What this browser kept of an earlier visit was looked for.
    Remembered(Box<Remembered>),
    RouteChanged(Route),
    /// Bytes of the interpreter that have come, and how many there will be.
    DownloadProgressed { received: u64, total: u64 },
    DownloadFailed(String),
    InterpreterSaid(Event),
    /// The run that has ended changed this.
    RunKept { run: RunId, delta: Delta, tape: Tape },
    /// A fork has repeated a run and watched it.
    FilmSeen { run: RunId, film: Result<Film, Hung> },
    /// Another interpreter has answered a run that waits for it, in one line.
    ElsewhereAnswered { run: RunId, line: String, now: f64 },
    /// Where the ledger is to begin and to end (after so many moments, or now), and which findings are to be seen.
    StretchChosen { since: Since, until: Option<usize> },
    FilterChosen(Filter),
    /// Python that takes a finding back is to run.
    CleanupClicked { source: String, now: f64 },
    /// The milliseconds are the page's clock.
    RunClicked { cell: CellKey, now: f64 },
    StopClicked,
    /// A run has taken as long as the reader lets runs take. `since` tells a repeated attempt from this one.
    LimitReached { run: RunId, since: f64 },
    KeepWaitingClicked,
    /// Seconds a run may take; none is without end.
    LimitChosen(Option<u32>),
    /// The reader typed a line for the waiting cell, or ended its input.
    LineEntered { line: Option<String>, now: f64 },
    UndoClicked,
    RedoClicked,
    /// The state after so many moments of the timeline was chosen.
    MomentClicked(usize),
    ResetCellClicked(CellKey),
    ResetInterpreterClicked,
    SourceEdited { cell: CellKey, source: String },
    /// The reader has written into a box of an exercise.
    AnswerWritten { exercise: CellKey, number: usize, text: String },
    MoreClicked(CellKey),
    VariablesToggled,
    /// A fork listed the reader's variables, or something in there did not end.
    VariablesSeen(Result<Vec<Variable>, Hung>),
    /// Everything kept in this browser is to be forgotten.
    ForgetClicked,
    NoticeDismissed,
    /// The browser refused to keep something.
    StorageFailed(String),
}

/// What was found of an earlier visit.
#[derive(Clone, Debug)]
pub struct Remembered {
    /// The state at its end; an error is a sentence for the reader.
    pub kept: Result<Option<Kept>, String>,
    /// What was going on when the page was left.
    pub unfinished: Option<Unfinished>,
}

/// Something that the page had begun and not ended when it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unfinished {
    Run(CellKey),
    /// The state of an earlier visit was being brought back.
    Restore,
}

/// A fork did not answer in time, looking at this.
#[derive(Clone, Debug, PartialEq)]
pub struct Hung {
    pub at: String,
}

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
    /// Become another state. Whatever is being done is ended, if `busy`.
    Become { state: Rc<Checkpoint>, busy: bool },
    /// The interpreter's state is this now: what Stop goes back to, what is looked at, and what is kept for the
    /// next visit.
    Remember { state: Rc<Checkpoint> },
    /// Repeat a run, which took so many milliseconds, in a fork, and say what it changed: statement by statement, if
    /// `watched`.
    Film { run: RunId, code: Code, recording: Recording, watched: bool, took: f64 },
    /// List the reader's variables in a fork, without the reprs of those that don't end.
    ListVariables { skip: Vec<String> },
    /// Keep the reader's text of a cell, or forget it.
    Keep { cell: CellKey, source: Option<String> },
    /// Keep the reader's answer to an exercise.
    KeepAnswer { exercise: CellKey, boxes: Rc<Vec<String>> },
    /// Keep the choice of a time limit.
    KeepLimit(Option<u32>),
    /// Forget everything that this browser keeps of this workbook.
    Forget,
    /// Bring a place of the page into view; the top if none is named.
    Show(Option<String>),
}
