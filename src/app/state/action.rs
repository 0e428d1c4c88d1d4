//! What happened, and what is to be done about it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::app::crew::{Report, Unseen};
use crate::app::route::Route;
use crate::app::state::{Filter, Kept, Since};
use crate::bench;
use crate::lesson::Course;
use crate::protocol::RunId;
use paper::Code;
use paper::Film;
use paper::run::Elsewhere;
use paper::seen::Listing;

/// A cell anywhere in the course.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellKey {
    pub slug: Rc<str>,
    pub id: Rc<str>,
}

/// The id of the empty cell that every page has.
pub const SCRATCH: &str = "scratch";

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

/// Something that this browser does not keep, and why. Each kind is said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What the reader writes is not kept.
    Edits,
    /// The store can't be used at all, for this reason.
    Unavailable(String),
    /// The store does not answer.
    Silent,
    /// There is no more room.
    Full,
    /// Something could not be written, for this reason.
    NotWritten(String),
    /// What was kept is damaged.
    Damaged,
    /// What was kept is of an earlier version of this workbook.
    OtherVersion,
    /// What was kept is of another course.
    OtherCourse,
    /// The state was too large to be kept.
    TooLarge,
    /// Not everything was forgotten, for this reason.
    NotForgotten(String),
}

impl Trouble {
    /// A sentence or two for the reader.
    pub fn sentence(&self) -> String {
        const EDITS: &str = "Your edits are kept.";
        match self {
            Self::Edits => "This browser does not let the workbook keep what you write; it lasts until you leave the page.".into(),
            Self::Unavailable(reason) => {
                format!("This browser does not keep Python's state ({reason}); it lasts until you leave the page. {EDITS}")
            }
            Self::Silent => format!(
                "This browser's store does not answer, so Python is pristine, and what it does lasts until you leave the page. {EDITS}"
            ),
            Self::Full => format!(
                "This browser has no more room for Python's state; what was kept so far stays, and the rest lasts until you leave the page. {EDITS}"
            ),
            Self::NotWritten(reason) => {
                format!("Python's state could not be written ({reason}). It is tried again after the next run. {EDITS}")
            }
            Self::Damaged => format!("What this browser kept of Python's state is damaged, so Python is pristine. {EDITS}"),
            Self::OtherVersion => format!(
                "Python's state from your last visit is of an earlier version of this workbook and can't be brought back. {EDITS}"
            ),
            Self::OtherCourse => "What this browser keeps at this address is another course's. It was left alone, and nothing of this one is kept.".into(),
            Self::TooLarge => format!("Python's state from your last visit was too large to be kept, so Python is pristine. {EDITS}"),
            Self::NotForgotten(reason) => format!("This browser did not let go of Python's state ({reason})."),
        }
    }
}

/// Something that the page had begun and not ended when it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unfinished {
    Run(CellKey),
    /// The state of an earlier visit was being brought back.
    Restore,
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
