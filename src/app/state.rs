//! The desk's whole state, and the one function that changes it.
//!
//! `state/runs.rs` answers what has to do with a run, `state/history.rs` what has to do with the timeline,
//! `state/residue.rs` what has to do with the ledger, `state/exercises.rs` what has to do with
//! exercises, `state/variables.rs` what the variables are; `state/kept.rs` is what the next visit finds.

pub mod action;
pub mod effect;
mod exercises;
mod history;
mod kept;
pub mod key;
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
use crate::app::state::action::{Action, Remembered};
use crate::app::state::effect::{Effect, Unfinished};
use crate::app::state::key::{CellKey, SCRATCH};
use crate::app::state::trouble::Trouble;
pub use exercises::{Attempt, Ending};
pub use kept::{Kept, KeptCell};
pub use residue::{Account, Filter, Ledger, Row, Since, summary};
pub use variables::Variables;

use crate::bench::Timeline;
use crate::lesson::{Cell, Course, Page};
use crate::protocol::RunId;

/// Bytes the timeline may take until it is known what this machine has. Five hundred small runs take a small part of this.
const USUAL_BUDGET: usize = 128 << 20;
/// Seconds that a run may take unless the reader chooses otherwise.
pub const USUAL_LIMIT: Option<u32> = Some(10);

#[derive(Clone, Debug)]
pub struct State {
    pub course: Loading<Rc<Course>>,
    pub route: Route,
    pub python: Python,
    /// The interpreter's states so far.
    pub timeline: Timeline<Happening>,
    /// Only cells that were touched; all others are as the page has them.
    pub cells: HashMap<CellKey, Rc<CellState>>,
    /// What the reader has written into the boxes of exercises.
    written: HashMap<CellKey, Rc<Vec<String>>>,
    /// Cells to run next, in order.
    pub queue: VecDeque<CellKey>,
    /// Seconds a run may take.
    pub limit: Option<u32>,
    pub variables: Variables,
    pub ledger: Ledger,
    /// The last thing worth saying aloud.
    pub announcement: String,
    /// What the reader should know that is about no single cell, oldest first.
    pub notices: Vec<String>,
    /// What was pressed while the interpreter was between two states.
    later: Option<Box<Action>>,
    /// What an earlier visit left, until course and interpreter are there too.
    remembered: Option<Box<Remembered>>,
    /// The base image's name: states are of one image.
    pub image: String,
    /// The page's clock when the action came that is being answered, in milliseconds since 1970.
    pub now: f64,
    /// Bytes the timeline may take.
    pub budget: usize,
    last_run: RunId,
    /// Bytes of the interpreter's state, not packed.
    state_bytes: usize,
    /// Kinds of trouble that were told.
    told: Vec<std::mem::Discriminant<Trouble>>,
    /// There is something new to keep for the next visit.
    unsaved: bool,
    /// What an earlier visit has left is not wanted any more, should it still arrive.
    is_forgotten: bool,
    /// Runs up to this one were forgotten with the beginning of the timeline; the last reset among them.
    forgotten: (RunId, RunId),
}

/// Something that comes over the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    Awaited,
    Here(T),
    Failed(String),
}

/// The interpreter as the reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Python {
    /// `started` once it could run, if what an earlier visit left were there.
    Loading {
        received: u64,
        total: u64,
        started: bool,
    },
    Ready,
    Running(Running),
    /// A run has ended, and what it changed is being found out.
    Keeping(Happening),
    /// It is becoming another state.
    Becoming,
    /// It is becoming the state that an earlier visit has left.
    Restoring,
    Failed(String),
}

/// A run at work.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    pub run: RunId,
    pub cell: CellKey,
    /// When it began, by the page's clock in milliseconds.
    pub since: f64,
}

/// What led to a state of the interpreter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    pub run: RunId,
    pub what: What,
    pub milliseconds: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    Ran(CellKey),
    /// It ran and an exception left it.
    Raised(CellKey),
    /// Stopped, or the machine failed: the state is the one from before.
    Stopped(CellKey),
    Reset,
}

/// What a page's cell has become.
#[derive(Clone, Debug, PartialEq)]
pub struct CellState {
    /// The text in the editor.
    pub source: Rc<str>,
    /// Counts the times the text was replaced from outside the editor.
    pub revision: u32,
    pub phase: Phase,
    pub output: Output,
    /// How often Run was pressed.
    pub presses: u32,
    /// The run that the phase and the output are of, if that changed the interpreter.
    run: Option<RunId>,
    /// That run has been undone and can't be redone.
    gone: bool,
}

/// Where a cell is between two presses of Run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Phase {
    Fresh,
    /// Pressed, but something else runs or Python is not there yet.
    Queued,
    /// A limit in seconds, if the run will be stopped then.
    Running {
        since: f64,
        limit: Option<u32>,
    },
    /// It waits for another interpreter since then. It has spent so many milliseconds itself, and will go on with this limit.
    Elsewhere {
        since: f64,
        spent: f64,
        limit: Option<u32>,
    },
    /// It reads a line that the reader has not typed yet.
    Waiting,
    Ok {
        milliseconds: f64,
    },
    /// Python raised an exception, or the machine failed.
    Error {
        milliseconds: f64,
        line: Option<u32>,
        note: Option<String>,
    },
    /// By the reader, or after so many seconds.
    Stopped {
        limit: Option<u32>,
    },
}

impl Phase {
    /// The word in `data-state`, unless the cell is stale.
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

    /// Whether Stop makes sense.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Queued | Self::Running { .. } | Self::Elsewhere { .. } | Self::Waiting)
    }
}

impl Python {
    /// The word in `data-python`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Loading { .. } => "loading",
            Self::Ready => "ready",
            Self::Running(_) | Self::Keeping(_) | Self::Becoming | Self::Restoring => "busy",
            Self::Failed(_) => "failed",
        }
    }

    /// The run at work.
    pub fn running(&self) -> Option<&Running> {
        match self {
            Self::Running(running) => Some(running),
            _ => None,
        }
    }
}

impl CellState {
    fn new(source: Rc<str>) -> Self {
        Self { source, revision: 0, phase: Phase::Fresh, output: Output::default(), presses: 0, run: None, gone: false }
    }
}

impl State {
    pub fn new(route: Route, limit: Option<u32>) -> Self {
        Self {
            course: Loading::Awaited,
            route,
            python: Python::Loading { received: 0, total: 0, started: false },
            timeline: Timeline::default(),
            cells: HashMap::new(),
            written: HashMap::new(),
            queue: VecDeque::new(),
            limit,
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

    /// The page the route names, or the first one.
    pub fn page(&self) -> Option<&Page> {
        let Loading::Here(course) = &self.course else { return None };
        let named = course.pages.iter().find(|page| page.slug == self.route.slug);
        named.or_else(|| course.pages.first().filter(|_| self.route.slug.is_empty()))
    }

    /// The title of the page that a cell is on.
    pub fn page_title(&self, key: &CellKey) -> &str {
        let Loading::Here(course) = &self.course else { return "" };
        course.pages.iter().find(|page| *page.slug == *key.slug).map_or("", |page| &page.title)
    }

    /// A cell's state, touched or not.
    pub fn cell(&self, key: &CellKey) -> Rc<CellState> {
        self.cells.get(key).cloned().unwrap_or_else(|| Rc::new(CellState::new(self.original(key).into())))
    }

    /// The author's text of a cell; empty for the scratch cell.
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

    /// Answers a past event: changes the state and says what is to be done.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let before = self.unfinished();
        let decided = self.decide(action);
        let after = self.unfinished();
        let mut effects = Vec::with_capacity(decided.len() + 2);
        // Should it all end here, the next visit must know of what is begun before it is begun.
        if after != before {
            effects.push(Effect::MarkUnfinished(after));
        }
        effects.extend(decided);
        if std::mem::take(&mut self.unsaved) {
            effects.push(Effect::Save);
        }
        effects
    }

    /// What the next visit would be told of, if the page were left now.
    fn unfinished(&self) -> Option<Unfinished> {
        match &self.python {
            Python::Running(running) => Some(Unfinished::Run(running.cell.clone())),
            Python::Restoring => Some(Unfinished::Restore),
            _ => None,
        }
    }

    /// Says something at the top of the page. What is said already is not said twice.
    fn notify(&mut self, notice: String) {
        self.notices.retain(|said| *said != notice);
        self.notices.push(notice);
    }

    /// Each kind of trouble is told once: the next run will not be kept either.
    fn tell_trouble(&mut self, trouble: &Trouble) {
        let kind = std::mem::discriminant(trouble);
        if !self.told.contains(&kind) {
            self.told.push(kind);
            self.notify(trouble.sentence());
        }
    }

    fn decide(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::CourseArrived { course, image, edits, answers, limit } => {
                self.limit = limit;
                self.course = Loading::Here(course);
                self.image = image;
                for (key, source) in edits {
                    if self.has_cell(&key) {
                        self.cell_mut(&key).source = source.into();
                    }
                }
                for attempt in self.attempts() {
                    // Boxes that the author has added or taken away since must not shift the others' texts away.
                    if let Some((_, boxes)) = answers.iter().find(|(key, _)| *key == attempt.key) {
                        let mut boxes = boxes.clone();
                        boxes.resize(attempt.boxes.len().max(boxes.len()), String::new());
                        self.written.insert(attempt.key, Rc::new(boxes));
                    }
                }
                let mut effects = self.begin();
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
                vec![Effect::Show(anchor)]
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
                vec![Effect::Keep { cell, source: kept }]
            }
            Action::AnswerWritten { exercise, number, text } => self.write(exercise, number, text),
            Action::MoreClicked(cell) => {
                self.cell_mut(&cell).output.show_more();
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

    /// Shows a newer course. Cells that the reader has not edited have the new text; everything else stays.
    fn follow(&mut self, course: Rc<Course>) {
        let untouched: Vec<CellKey> = self
            .cells
            .iter()
            .filter(|(key, cell)| &*cell.source == self.original(key))
            .map(|(key, _)| key.clone())
            .collect();
        self.course = Loading::Here(course);
        for key in untouched {
            let original: Rc<str> = self.original(&key).into();
            let cell = self.cell_mut(&key);
            if cell.source != original {
                (cell.source, cell.revision) = (original, cell.revision + 1);
            }
        }
    }
}
