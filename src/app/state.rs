//! The desk's whole state, and the one function that changes it.
//!
//! 1. [`State::reduce`] takes an [`Action`], something that has happened, changes the state, and returns [`Effect`]s,
//!    what is to be done about it.
//! 2. The answers stand in files by subject: `runs.rs` (a run's way from Run to its end), `history.rs` (the timeline,
//!    and going back and forth), `residue.rs` (the ledger), `exercises.rs`, `forms.rs`,
//!    `guesses.rs`, `progress.rs` and `variables.rs`.
//! 3. `kept.rs` says what of the state the next visit finds.

pub mod action;
mod brought;
pub mod effect;
mod exercises;
pub mod forms;
mod guesses;
mod history;
mod kept;
pub mod key;
mod progress;
mod residue;
mod runs;
#[cfg(test)]
mod tests;
pub mod trouble;
mod variables;

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::output::Output;
use super::route::Route;
use crate::app::state::action::{Action, Belongings, Remembered};
use crate::app::state::effect::{Effect, Unfinished};
use crate::app::state::forms::Fields;
use crate::app::state::key::{CellKey, SCRATCH};
use crate::app::state::trouble::Trouble;
pub use brought::Brought;
pub use exercises::{Assessment, Attempt, Practice, Shown};
pub use guesses::{Guess, GuessEnd};
pub use kept::{Kept, KeptCell};
pub use progress::{Progress, minutes};
pub use residue::{Account, Filter, Ledger, Row, Since, summary};
pub use runs::SHUT;
pub use variables::Variables;

use crate::bench::Timeline;
use crate::lesson::{Cell, Course, Page};
use crate::protocol::RunId;

/// Bytes that the timeline may take until [`Action::BudgetKnown`] has come. Five hundred small runs take a small part
/// of this.
const USUAL_BUDGET: usize = 128 << 20;
/// Seconds that a run may take unless the reader chooses otherwise.
pub const USUAL_LIMIT: Option<u32> = Some(10);

/// Everything that the desk knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The course whose pages are shown.
    pub course: Loading<Rc<Course>>,
    /// The page's address, as the browser has it.
    pub route: Route,
    /// What the interpreter does.
    pub python: Python,
    /// What has happened to the interpreter, and how each of its states can be had again.
    pub timeline: Timeline<Happening>,
    /// The cells that the reader has touched; all others are as the page has them.
    pub cells: HashMap<CellKey, Rc<CellState>>,
    /// What the reader has written into the boxes of exercises, by exercise.
    written: HashMap<CellKey, Rc<Vec<String>>>,
    /// What the reader has done with exercises beside that, by exercise.
    practice: HashMap<CellKey, Rc<Practice>>,
    /// What the last press of Check has come to, by exercise.
    assessments: HashMap<CellKey, Assessment>,
    /// How often Check was pressed in this visit.
    checks: u32,
    /// What the reader has guessed, by cell.
    guesses: HashMap<CellKey, Rc<Guess>>,
    /// What stands in the fields of forms, by form.
    fields: HashMap<CellKey, Rc<Fields>>,
    /// The cell or exercise with which the reader has last done something.
    pub last: Option<CellKey>,
    /// The cells to run next, in order.
    pub queue: VecDeque<CellKey>,
    /// Seconds that a run may take; `None` is without end.
    pub limit: Option<u32>,
    /// The cell into which the address has put code, until the reader has read that.
    pub brought: Option<Brought>,
    /// The reader's variables.
    pub variables: Variables,
    /// What the runs have left behind.
    pub ledger: Ledger,
    /// The last thing worth saying aloud, for screen readers.
    pub announcement: String,
    /// Sentences for the reader that are about no single cell, oldest first.
    pub notices: Vec<String>,
    /// What the reader pressed while the interpreter was between two states. It is answered once the interpreter is
    /// ready.
    later: Option<Box<Action>>,
    /// What an earlier visit has left, until course and interpreter are there too.
    remembered: Option<Box<Remembered>>,
    /// The name of the base image. A state can only be put into instances of the image that it was taken from.
    pub image: String,
    /// When the action came that is being answered: the page's clock, in milliseconds since 1970.
    pub now: f64,
    /// Bytes that the timeline may take.
    pub budget: usize,
    /// The number of the newest run or reset.
    last_run: RunId,
    /// Bytes of the interpreter's state, not packed.
    state_bytes: usize,
    /// The kinds of trouble that the reader was told of.
    told: Vec<std::mem::Discriminant<Trouble>>,
    /// Whether something has changed that the next visit should find.
    unsaved: bool,
    /// Whether the reader has asked to forget everything: what an earlier visit has left is then ignored if it arrives
    /// late.
    is_forgotten: bool,
    /// Which runs were forgotten with the beginning of the timeline: all up to the first number. The second is that of
    /// the last reset among them, or 0.
    forgotten: (RunId, RunId),
}

/// Something that comes over the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    /// It has not come yet.
    Awaited,
    /// It has come.
    Here(T),
    /// It can't be had, for this reason.
    Failed(String),
}

/// What the interpreter does, as the reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Python {
    /// The interpreter is being downloaded: `received` of `total` bytes have come. It has `started` once it could run
    /// cells; it then waits for the course, or for what an earlier visit has left.
    #[expect(missing_docs, reason = "the variant's doc explains its fields")]
    Loading { received: u64, total: u64, started: bool },
    /// It can run a cell.
    Ready,
    /// A cell runs, or waits in the middle of its run.
    Running(Running),
    /// A run has ended, and the worker is finding out what it has changed.
    Settling(Happening),
    /// It is becoming another state.
    Becoming,
    /// It is becoming the state that an earlier visit has left.
    Restoring,
    /// There is no interpreter, for this reason.
    Failed(String),
}

/// The run at work.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Its number.
    pub run: RunId,
    /// The cell that runs.
    pub cell: CellKey,
    /// When it began, or would have begun had it never waited: the page's clock, in milliseconds since 1970.
    pub since: f64,
}

/// Something that has happened to the interpreter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// The number of the run or reset, and of the state that it has led to.
    pub run: RunId,
    /// What it was.
    pub what: What,
    /// How long the run took.
    pub milliseconds: f64,
}

/// What has happened to the interpreter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// The cell ran to its end.
    Ran(CellKey),
    /// The cell ran, and an exception left it.
    Raised(CellKey),
    /// The cell was stopped, or the machine failed: the state is the one from before.
    Stopped(CellKey),
    /// The interpreter was made pristine.
    Reset,
}

/// A cell of a page, as the reader has it.
#[derive(Clone, Debug, PartialEq)]
pub struct CellState {
    /// The text in the editor.
    pub source: Rc<str>,
    /// Counts the times the text was replaced from outside the editor.
    pub revision: u32,
    /// What the last press of Run has come to.
    pub phase: Phase,
    /// What the cell has written, and its result.
    pub output: Output,
    /// How often Run was pressed since the visit began or the cell was reset.
    pub presses: u32,
    /// Whether the output is of a text of the reader's own, and not of the page's.
    is_own: bool,
    /// The run that `phase` and `output` are of. `None` if there is none, or if it was stopped or ended with a fault,
    /// and so has changed nothing.
    run: Option<RunId>,
    /// Whether that run has been undone and can't be redone.
    gone: bool,
}

/// Where a cell is between two presses of Run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Phase {
    /// Run was not pressed yet.
    Fresh,
    /// Run was pressed, but another cell runs or Python is not there yet.
    Queued,
    /// It runs since `since`, by the page's clock in milliseconds, and will be stopped after `limit` seconds if there
    /// is a limit.
    Running { since: f64, limit: Option<u32> },
    /// It waits since `since` for another interpreter. Before that it has run for `spent` milliseconds, and it will go
    /// on with this `limit` in seconds.
    Elsewhere { since: f64, spent: f64, limit: Option<u32> },
    /// It reads a line that the reader has not typed yet.
    Waiting,
    /// It ended without an exception, after this many milliseconds.
    Ok { milliseconds: f64 },
    /// Python raised an exception, which came from the `line` of the cell, counted from 1, if that is known; or the run
    /// came to nothing, and `note` says why.
    Error { milliseconds: f64, line: Option<u32>, note: Option<String> },
    /// It was stopped: after `limit` seconds, or by the reader if there is no limit.
    Stopped { limit: Option<u32> },
}

impl Phase {
    /// The word in the page's attribute `data-state`, unless the cell is stale.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Queued | Self::Running { .. } | Self::Elsewhere { .. } => "running",
            Self::Waiting => "waiting",
            Self::Ok { .. } => "ok",
            Self::Error { .. } => "error",
            Self::Stopped { .. } => "stopped",
        }
    }

    /// The phase without telling whether the run ended well.
    pub fn without_end(&self) -> Self {
        match self {
            Self::Error { milliseconds, note: None, .. } => Self::Ok { milliseconds: *milliseconds },
            other => other.clone(),
        }
    }

    /// Whether the cell waits or runs, so that Stop makes sense.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Queued | Self::Running { .. } | Self::Elsewhere { .. } | Self::Waiting)
    }
}

impl Python {
    /// The word in the page's attribute `data-python`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Loading { .. } => "loading",
            Self::Ready => "ready",
            Self::Running(_) | Self::Settling(_) | Self::Becoming | Self::Restoring => "busy",
            Self::Failed(_) => "failed",
        }
    }

    /// The run at work, if there is one.
    pub fn running(&self) -> Option<&Running> {
        match self {
            Self::Running(running) => Some(running),
            _ => None,
        }
    }
}

impl CellState {
    fn new(source: Rc<str>) -> Self {
        Self {
            source,
            revision: 0,
            phase: Phase::Fresh,
            output: Output::default(),
            presses: 0,
            is_own: false,
            run: None,
            gone: false,
        }
    }
}

impl State {
    /// The state at the beginning of a visit, in which nothing has arrived yet.
    pub fn new(route: Route, limit: Option<u32>) -> Self {
        Self {
            course: Loading::Awaited,
            route,
            python: Python::Loading { received: 0, total: 0, started: false },
            timeline: Timeline::default(),
            cells: HashMap::new(),
            written: HashMap::new(),
            practice: HashMap::new(),
            assessments: HashMap::new(),
            checks: 0,
            guesses: HashMap::new(),
            fields: HashMap::new(),
            last: None,
            queue: VecDeque::new(),
            limit,
            brought: None,
            variables: Variables::default(),
            ledger: Ledger::default(),
            announcement: String::new(),
            notices: Vec::new(),
            later: None,
            remembered: None,
            image: String::new(),
            last_run: RunId(0),
            now: 0.0,
            budget: USUAL_BUDGET,
            state_bytes: 0,
            told: Vec::new(),
            unsaved: false,
            is_forgotten: false,
            forgotten: (RunId(0), RunId(0)),
        }
    }

    /// The page that the route names, or the first one if it names none.
    pub fn page(&self) -> Option<&Rc<Page>> {
        let Loading::Here(course) = &self.course else { return None };
        let named = course.pages.iter().find(|page| page.slug == self.route.slug);
        named.or_else(|| course.pages.first().filter(|_| self.route.slug.is_empty()))
    }

    /// The title of the page that a cell is on; empty if there is no such page.
    pub fn page_title(&self, key: &CellKey) -> &str {
        let Loading::Here(course) = &self.course else { return "" };
        course.pages.iter().find(|page| *page.slug == *key.slug).map_or("", |page| &page.title)
    }

    /// A cell as the reader has it, or as the page has it if it was not touched.
    pub fn cell(&self, key: &CellKey) -> Rc<CellState> {
        self.cells.get(key).cloned().unwrap_or_else(|| Rc::new(CellState::new(self.original(key).into())))
    }

    /// The author's text of a cell, without newlines at its end; empty for the scratch cell.
    pub fn original(&self, key: &CellKey) -> &str {
        self.lesson_cell(key).map_or("", |cell| cell.source.trim_end_matches('\n'))
    }

    fn lesson_cell(&self, key: &CellKey) -> Option<&Cell> {
        let Loading::Here(course) = &self.course else { return None };
        let page = course.pages.iter().find(|page| *page.slug == *key.slug)?;
        page.cells.iter().find(|cell| *cell.id == *key.id)
    }

    fn has_cell(&self, key: &CellKey) -> bool {
        self.lesson_cell(key).is_some() || &*key.id == SCRATCH
    }

    fn cell_mut(&mut self, key: &CellKey) -> &mut CellState {
        let fresh = self.cell(key);
        Rc::make_mut(self.cells.entry(key.clone()).or_insert(fresh))
    }

    /// Answers a past event: changes the state, and returns what is to be done.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let before = self.unfinished();
        let place = action.place().filter(|place| self.last.as_ref() != Some(place)).cloned();
        let decided = self.decide(action);
        let after = self.unfinished();
        let mut effects = Vec::with_capacity(decided.len() + 2);
        // Should the page be left while this goes on, the next visit must know. So it is written down first.
        if after != before {
            effects.push(Effect::MarkUnfinished(after));
        }
        effects.extend(decided);
        if let Some(place) = place {
            self.last = Some(place.clone());
            effects.push(Effect::KeepLast(place));
        }
        if std::mem::take(&mut self.unsaved) {
            effects.push(Effect::Save);
        }
        effects
    }

    /// What the next visit would be told if the page were left now.
    fn unfinished(&self) -> Option<Unfinished> {
        match &self.python {
            Python::Running(running) => Some(Unfinished::Run(running.cell.clone())),
            Python::Restoring => Some(Unfinished::Restore),
            _ => None,
        }
    }

    /// Shows a sentence at the top of the page. A sentence that stands there already moves to the end.
    fn notify(&mut self, notice: String) {
        self.notices.retain(|said| *said != notice);
        self.notices.push(notice);
    }

    /// Tells the reader of a kind of trouble the first time that it occurs: the next run will not be kept either.
    fn tell_trouble(&mut self, trouble: &Trouble) {
        let kind = std::mem::discriminant(trouble);
        if !self.told.contains(&kind) {
            self.told.push(kind);
            self.notify(trouble.sentence());
        }
    }

    fn decide(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::CourseArrived { course, image, kept, limit } => {
                let Belongings { edits, answers, practice, guesses, fields, last } = *kept;
                self.last = last;
                self.limit = limit;
                self.course = Loading::Here(course);
                self.image = image;
                for (key, source) in edits {
                    if self.has_cell(&key) {
                        self.cell_mut(&key).source = source.into();
                    }
                }
                self.written = answers.into_iter().map(|(key, boxes)| (key, Rc::new(boxes))).collect();
                self.fields = fields.into_iter().map(|(key, fields)| (key, Rc::new(fields))).collect();
                self.practice = practice.into_iter().map(|(key, practice)| (key, Rc::new(practice))).collect();
                self.guesses = guesses.into_iter().map(|(key, guess)| (key, Rc::new(guess))).collect();
                let mut effects = self.begin();
                effects.extend(self.bring());
                effects.push(Effect::Show(self.route.anchor.clone()));
                effects
            }
            Action::CourseChanged(course) => {
                self.follow(course);
                Vec::new()
            }
            Action::CourseFailed(reason) => {
                self.course = Loading::Failed(reason);
                Vec::new()
            }
            Action::Remembered(_) if self.is_forgotten => Vec::new(),
            Action::Remembered(remembered) => {
                self.remembered = Some(remembered);
                self.begin()
            }
            Action::RouteChanged(route) => {
                let anchor = route.anchor.clone();
                self.route = route;
                let mut effects = self.bring();
                effects.push(Effect::Show(anchor));
                effects
            }
            Action::DownloadProgressed { received, total } => {
                if let Python::Loading { started, .. } = self.python {
                    self.python = Python::Loading { received, total, started };
                }
                Vec::new()
            }
            Action::DownloadFailed(reason) => self.fail(reason),
            Action::Reported(report) => self.hear(report),
            Action::FilmSeen { run, film } => self.see_film(run, film),
            Action::ElsewhereAnswered { run, line } => self.hear_elsewhere(run, line),
            Action::StretchChosen { since, until } => {
                (self.ledger.since, self.ledger.until) = (since, until);
                Vec::new()
            }
            Action::FilterChosen(shown) => {
                self.ledger.shown = shown;
                Vec::new()
            }
            Action::CleanupClicked { source } => self.clean_up(source),
            Action::RunClicked(cell) => self.run(cell),
            Action::StopClicked => self.stop(None),
            Action::LimitReached { run, since } => self.reach_limit(run, since),
            Action::KeepWaitingClicked => self.keep_waiting(),
            Action::LimitChosen(limit) => {
                self.limit = limit;
                vec![Effect::KeepLimit(limit)]
            }
            Action::LineEntered(line) => self.enter(line),
            Action::UndoClicked => self.travel(action, Self::undo_target),
            Action::RedoClicked => self.travel(action, Self::redo_target),
            Action::MomentClicked(here) => self.travel(action, move |_| Some(here)),
            Action::ResetCellClicked(key) => self.reset_cell(&key),
            Action::ResetInterpreterClicked => self.reset_interpreter(),
            Action::SourceEdited { cell, source } => {
                let kept = (source != self.original(&cell)).then(|| source.clone());
                self.cell_mut(&cell).source = source.into();
                vec![Effect::KeepEdit { cell, source: kept }]
            }
            Action::AnswerWritten { exercise, number, text } => self.write(exercise, number, text),
            Action::FieldFilled { form, place, text } => self.fill(form, place, text),
            Action::CheckClicked(exercise) => self.check(exercise),
            Action::Assessed { exercise, number, of, verdict } => self.hear_verdict(exercise, number, of, verdict),
            Action::CommandClicked { exercise, line } => self.command(exercise, &line),
            Action::HintClicked(exercise) => self.hint(exercise),
            Action::AnswerClicked(exercise) => self.show_answer(exercise),
            Action::Guessed { cell, given } => self.hear_guess(cell, given),
            Action::ExportClicked => {
                vec![Effect::SaveFile { name: "progress.json".into(), text: self.export() }]
            }
            Action::ProgressBrought(text) => self.import(text),
            Action::MoreClicked(cell) => {
                self.cell_mut(&cell).output.show_more();
                Vec::new()
            }
            Action::LinkMade { copied } => {
                let said =
                    if copied { "The link is on the clipboard." } else { "The link stands below the cell's buttons." };
                self.announcement = said.into();
                Vec::new()
            }
            Action::BroughtSwapped => {
                self.swap_brought();
                Vec::new()
            }
            Action::BroughtDismissed => {
                self.brought = None;
                Vec::new()
            }
            Action::VariablesToggled => {
                self.variables.open = !self.variables.open;
                let known = std::mem::replace(&mut self.variables.watched, true);
                self.list_variables(known)
            }
            Action::VariablesSeen(seen) => self.see_variables(seen),
            Action::ForgetClicked => self.forget(true),
            Action::ForgottenElsewhere => self.forget(false),
            Action::NoticeDismissed(number) => {
                if number < self.notices.len() {
                    self.notices.remove(number);
                }
                Vec::new()
            }
            Action::NotKept(trouble) => {
                self.tell_trouble(&trouble);
                Vec::new()
            }
            Action::BudgetKnown(bytes) => {
                self.budget = bytes;
                self.thin();
                Vec::new()
            }
        }
    }

    /// Shows a newer course. Cells that the reader has not edited get the new text; everything else stays.
    fn follow(&mut self, course: Rc<Course>) {
        let untouched: Vec<CellKey> = self
            .cells
            .iter()
            .filter(|(key, cell)| &*cell.source == self.original(key))
            .map(|(key, _)| key.clone())
            .collect();
        let before = self.attempts();
        self.course = Loading::Here(course);
        self.forget_changed_checks(&before);
        for key in untouched {
            let original: Rc<str> = self.original(&key).into();
            if self.cell(&key).source != original {
                self.put(&key, original);
            }
        }
    }
}
