//! What can happen: everything that the desk's state answers.

use std::rc::Rc;

use paper::seen::Listing;
use paper::{Film, Verdict};

use super::effect::Unfinished;
use super::exercises::Practice;
use super::forms::Fields;
use super::guesses::Guess;
use super::kept::Kept;
use super::key::CellKey;
use super::residue::{Filter, Since};
use super::trouble::Trouble;
use crate::app::crew::{Report, Unseen};
use crate::app::route::Route;
use crate::lesson::Course;
use crate::protocol::RunId;

/// Something that has happened. [`State::reduce`](super::State::reduce) is the only place that answers it.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Action {
    /// The course has come, with what this browser has `kept` of the reader's, and the time limit in seconds. `image` is the
    /// name of the base image.
    CourseArrived { course: Rc<Course>, image: String, kept: Box<Belongings>, limit: Option<u32> },
    /// The course can't be had, for this reason.
    CourseFailed(String),
    /// The course's author has changed it while it is read.
    CourseChanged(Rc<Course>),
    /// What this browser keeps of an earlier visit was looked for.
    Remembered(Box<Remembered>),
    /// The reader has gone to another page, or to another place on this one.
    RouteChanged(Route),
    /// `received` of `total` bytes of the interpreter have come.
    DownloadProgressed { received: u64, total: u64 },
    /// The interpreter can't be had, for this reason.
    DownloadFailed(String),
    /// The crew reports something about the interpreter.
    Reported(Report),
    /// A fork has repeated a run and watched it, or could not.
    FilmSeen { run: RunId, film: Result<Film, Unseen> },
    /// Another interpreter has answered a run that waits for it. The answer is a `line` that the run is to read.
    ElsewhereAnswered { run: RunId, line: String },
    /// The reader has chosen where the ledger begins and ends. `until` is a number of moments; `None` is now.
    StretchChosen { since: Since, until: Option<usize> },
    /// The reader has chosen which findings the ledger shows.
    FilterChosen(Filter),
    /// The reader wants a finding taken back. `source` is the Python that does it.
    CleanupClicked { source: String },
    /// Run was pressed.
    RunClicked(CellKey),
    /// Stop was pressed.
    StopClicked,
    /// A run has taken as long as the limit allows. The attempt began at `since`; a later attempt of the same run has a
    /// time of its own.
    LimitReached { run: RunId, since: f64 },
    /// The reader lets the run at work go on for as long as it takes.
    KeepWaitingClicked,
    /// The reader has chosen how many seconds a run may take; `None` is without end.
    LimitChosen(Option<u32>),
    /// The reader has typed a line for the waiting cell; `None` ends its input.
    LineEntered(Option<String>),
    /// Undo was pressed.
    UndoClicked,
    /// Redo was pressed.
    RedoClicked,
    /// The reader has chosen the state after this many of the timeline's moments.
    MomentClicked(usize),
    /// The cell is to be as the page has it.
    ResetCellClicked(CellKey),
    /// The interpreter is to be pristine.
    ResetInterpreterClicked,
    /// A link to a cell was made, and the clipboard has it or not.
    LinkMade { copied: bool },
    /// The reader wants what stood in a cell before the address put code into it; or that code again.
    BroughtSwapped,
    /// The reader has read that the address has put code into a cell.
    BroughtDismissed,
    /// The text of a cell in its editor is now `source`.
    SourceEdited { cell: CellKey, source: String },
    /// The reader has written `text` into the box of an exercise that has this `number`, counted from 0.
    AnswerWritten { exercise: CellKey, number: usize, text: String },
    /// The reader has put `text` into the field of a form that has this `place`; see [`forms::place`](super::forms::place).
    FieldFilled { form: CellKey, place: String, text: String },
    /// Check was pressed: the answer to this exercise is to be assessed.
    CheckClicked(CellKey),
    /// The check has a verdict about the answer `of` this source, or none could be had. The `number` is that of the effect.
    Assessed { exercise: CellKey, number: u32, of: Rc<str>, verdict: Result<Verdict, Unseen> },
    /// One of the lines that a task offers was pressed.
    CommandClicked { exercise: CellKey, line: String },
    /// The next hint for this exercise is to be shown.
    HintClicked(CellKey),
    /// More of the answer to this exercise is to be shown.
    AnswerClicked(CellKey),
    /// The reader has guessed what a cell gives; `None` if the reader does not want to.
    Guessed { cell: CellKey, given: Option<Vec<String>> },
    /// The reader wants the progress as a file.
    ExportClicked,
    /// The reader has chosen a file with progress, whose text this is; or it can't be read, for this reason.
    ProgressBrought(Result<String, String>),
    /// More of a cell's output is to be shown.
    MoreClicked(CellKey),
    /// The list of variables was opened or closed.
    VariablesToggled,
    /// A fork has listed the reader's variables, or could not.
    VariablesSeen(Result<Listing, Unseen>),
    /// The reader wants everything forgotten that this browser keeps of the workbook.
    ForgetClicked,
    /// The same was asked for in another tab of this course.
    ForgottenElsewhere,
    /// The reader has closed the notice at this place of the list.
    NoticeDismissed(usize),
    /// Something could not be kept or read by this browser.
    NotKept(Trouble),
    /// The bytes that the timeline may take on this machine are known.
    BudgetKnown(usize),
}

/// What this browser keeps of the reader's own, by cell or exercise.
#[derive(Clone, Debug, Default)]
pub struct Belongings {
    /// The reader's text of cells.
    pub edits: Vec<(CellKey, String)>,
    /// What stands in the boxes of exercises.
    pub answers: Vec<(CellKey, Vec<String>)>,
    /// What was done with exercises beside that.
    pub practice: Vec<(CellKey, Practice)>,
    /// What was guessed about cells.
    pub guesses: Vec<(CellKey, Guess)>,
    /// What stands in the fields of forms.
    pub fields: Vec<(CellKey, Fields)>,
    /// The cell or exercise with which the reader has last done something.
    pub last: Option<CellKey>,
}

impl Action {
    /// The cell, exercise or form that the reader does something with.
    pub fn place(&self) -> Option<&CellKey> {
        match self {
            Self::RunClicked(place)
            | Self::SourceEdited { cell: place, .. }
            | Self::AnswerWritten { exercise: place, .. }
            | Self::FieldFilled { form: place, .. }
            | Self::CheckClicked(place)
            | Self::CommandClicked { exercise: place, .. }
            | Self::HintClicked(place)
            | Self::Guessed { cell: place, .. } => Some(place),
            _ => None,
        }
    }
}

/// What was found of an earlier visit.
#[derive(Clone, Debug)]
pub struct Remembered {
    /// The timeline, the outputs and the ledger at its end; `None` if there was no earlier visit. An error says why
    /// they can't be had.
    pub kept: Result<Option<Kept>, Trouble>,
    /// What was going on when the page was left.
    pub unfinished: Option<Unfinished>,
    /// Whether the same workbook is open in another tab. That tab keeps what is done in it, and this one does not.
    pub is_second: bool,
}
