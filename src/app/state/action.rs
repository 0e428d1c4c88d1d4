//! What happened.

use std::rc::Rc;

use paper::Film;
use paper::seen::Listing;

use super::effect::Unfinished;
use super::kept::Kept;
use super::key::CellKey;
use super::residue::{Filter, Since};
use super::trouble::Trouble;
use crate::app::crew::{Report, Unseen};
use crate::app::route::Route;
use crate::lesson::Course;
use crate::protocol::RunId;

/// A past event. `State::reduce` is the only place that answers.
#[derive(Clone, Debug)]
pub enum Action {
    /// The course came, with the reader's edits of its cells, answers to its exercises, and choice of a time limit. `image`
    /// names the base image.
    CourseArrived {
        course: Rc<Course>,
        image: String,
        edits: Vec<(CellKey, String)>,
        answers: Vec<(CellKey, Vec<String>)>,
        limit: Option<u32>,
    },
    CourseFailed(String),
    /// An author has changed the course while it is read.
    CourseChanged(Rc<Course>),
    /// What this browser kept of an earlier visit was looked for.
    Remembered(Box<Remembered>),
    RouteChanged(Route),
    /// Bytes of the interpreter that have come, and how many there will be.
    DownloadProgressed {
        received: u64,
        total: u64,
    },
    DownloadFailed(String),
    /// The crew has said something about the interpreter.
    Reported(Report),
    /// A fork has repeated a run and watched it.
    FilmSeen {
        run: RunId,
        film: Result<Film, Unseen>,
    },
    /// Another interpreter has answered a run that waits for it, in one line.
    ElsewhereAnswered {
        run: RunId,
        line: String,
    },
    /// Where the ledger is to begin and to end (after so many moments, or now), and which findings are to be seen.
    StretchChosen {
        since: Since,
        until: Option<usize>,
    },
    FilterChosen(Filter),
    /// Python that takes a finding back is to run.
    CleanupClicked {
        source: String,
    },
    RunClicked(CellKey),
    StopClicked,
    /// A run has taken as long as the reader lets runs take. `since` tells a repeated attempt from this one.
    LimitReached {
        run: RunId,
        since: f64,
    },
    KeepWaitingClicked,
    /// Seconds a run may take; none is without end.
    LimitChosen(Option<u32>),
    /// The reader typed a line for the waiting cell, or ended its input.
    LineEntered(Option<String>),
    UndoClicked,
    RedoClicked,
    /// The state after so many moments of the timeline was chosen.
    MomentClicked(usize),
    ResetCellClicked(CellKey),
    ResetInterpreterClicked,
    SourceEdited {
        cell: CellKey,
        source: String,
    },
    /// The reader has written into a box of an exercise.
    AnswerWritten {
        exercise: CellKey,
        number: usize,
        text: String,
    },
    MoreClicked(CellKey),
    VariablesToggled,
    /// A fork listed the reader's variables, or something in there did not end.
    VariablesSeen(Result<Listing, Unseen>),
    /// Everything kept in this browser is to be forgotten.
    ForgetClicked,
    /// That was asked for in another tab of the same course.
    ForgottenElsewhere,
    /// The notice at this place of the list was read.
    NoticeDismissed(usize),
    /// This browser does not keep something.
    NotKept(Trouble),
    /// Bytes that the timeline may take, in this browser on this machine.
    BudgetKnown(usize),
}

/// What was found of an earlier visit.
#[derive(Clone, Debug)]
pub struct Remembered {
    /// The state at its end, or why it can't be had.
    pub kept: Result<Option<Kept>, Trouble>,
    /// What was going on when the page was left.
    pub unfinished: Option<Unfinished>,
    /// The same workbook is open in another tab, which keeps what is done there.
    pub is_second: bool,
}
