//! What happened, and what is to be done about it.

use std::rc::Rc;

use super::route::Route;
use crate::lesson::Course;
use crate::protocol::{Event, RunId};
use crate::report::Code;

/// A cell anywhere in the course.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellKey {
    pub slug: Rc<str>,
    pub id: Rc<str>,
}

/// The id of the empty cell that every page has.
pub const SCRATCH: &str = "scratch";

/// A past event. `State::reduce` is the only place that answers.
#[derive(Clone, Debug)]
pub enum Action {
    /// The course came, with the reader's edits of its cells.
    CourseArrived { course: Rc<Course>, edits: Vec<(CellKey, String)> },
    CourseFailed(String),
    RouteChanged(Route),
    /// Bytes of the interpreter that have come, and how many there will be.
    DownloadProgressed { received: u64, total: u64 },
    DownloadFailed(String),
    InterpreterSaid(Event),
    /// The milliseconds are the page's clock.
    RunClicked { cell: CellKey, now: f64 },
    StopClicked,
    ResetCellClicked(CellKey),
    ResetInterpreterClicked,
    SourceEdited { cell: CellKey, source: String },
    MoreClicked(CellKey),
    /// The browser refused to keep something.
    StorageFailed(String),
}

/// Something to do that `reduce` cannot do itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand a cell to the interpreter.
    Run { run: RunId, code: Code },
    /// End the interpreter's work and go back to the state before the run.
    Stop,
    /// Become the pristine interpreter, whatever it is doing.
    Reset { busy: bool },
    /// Keep the reader's text of a cell, or forget it.
    Keep { cell: CellKey, source: Option<String> },
    /// Bring a place of the page into view; the top if none is named.
    Show(Option<String>),
}
