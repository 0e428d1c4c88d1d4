//! The desk's whole state, and the one function that changes it.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use super::action::{Action, CellKey, Effect, SCRATCH};
use super::output::Output;
use super::route::Route;
use crate::lesson::{Cell, Course, Page};
use crate::protocol::{End, Event, Piece, RunId, Stream};
use crate::report::{Code, Outcome};

#[derive(Clone, Debug)]
pub struct State {
    pub course: Loading<Rc<Course>>,
    pub route: Route,
    pub python: Python,
    /// Only cells that were touched; all others are as the page has them.
    pub cells: HashMap<CellKey, Rc<CellState>>,
    /// The run at work.
    pub running: Option<Running>,
    /// Cells to run next, in order.
    pub queue: VecDeque<CellKey>,
    /// The last thing worth saying aloud.
    pub announcement: String,
    /// Something the reader should know that is no single cell's matter.
    pub notice: Option<String>,
    last_run: RunId,
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
    Loading { received: u64, total: u64 },
    Ready,
    Busy,
    Failed(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    pub run: RunId,
    pub cell: CellKey,
    /// When it began, by the page's clock in milliseconds.
    pub since: f64,
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
}

/// Where a cell is between two presses of Run.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Fresh,
    /// Pressed, but something else runs or Python is not there yet.
    Queued,
    Running { since: f64 },
    Ok { milliseconds: f64 },
    /// Python raised an exception, or the machine failed.
    Error { milliseconds: f64, line: Option<u32>, note: Option<String> },
    Stopped,
    /// The output belongs to an interpreter that is gone.
    Stale,
}

impl Phase {
    /// The word in `data-state`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Queued | Self::Running { .. } => "running",
            Self::Ok { .. } => "ok",
            Self::Error { .. } => "error",
            Self::Stopped => "stopped",
            Self::Stale => "stale",
        }
    }

    /// Whether Stop makes sense.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Queued | Self::Running { .. })
    }
}

impl Python {
    /// The word in `data-python`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Loading { .. } => "loading",
            Self::Ready => "ready",
            Self::Busy => "busy",
            Self::Failed(_) => "failed",
        }
    }
}

impl CellState {
    fn new(source: Rc<str>) -> Self {
        Self { source, revision: 0, phase: Phase::Fresh, output: Output::default() }
    }
}

impl State {
    pub fn new(route: Route) -> Self {
        Self {
            course: Loading::Awaited,
            route,
            python: Python::Loading { received: 0, total: 0 },
            cells: HashMap::new(),
            running: None,
            queue: VecDeque::new(),
            announcement: String::new(),
            notice: None,
            last_run: RunId(0),
        }
    }

    /// The page the route names, or the first one.
    pub fn page(&self) -> Option<&Page> {
        let Loading::Here(course) = &self.course else { return None };
        let named = course.pages.iter().find(|page| page.slug == self.route.slug);
        named.or_else(|| course.pages.first().filter(|_| self.route.slug.is_empty()))
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

    fn cell_mut(&mut self, key: &CellKey) -> &mut CellState {
        let fresh = self.cell(key);
        Rc::make_mut(self.cells.entry(key.clone()).or_insert(fresh))
    }

    /// Answers a past event: changes the state and says what is to be done.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::CourseArrived { course, edits } => {
                self.course = Loading::Here(course);
                for (key, source) in edits {
                    if self.lesson_cell(&key).is_some() || &*key.id == SCRATCH {
                        self.cell_mut(&key).source = source.into();
                    }
                }
                vec![Effect::Show(self.route.anchor.clone())]
            }
            Action::CourseFailed(reason) => {
                self.course = Loading::Failed(reason);
                Vec::new()
            }
            Action::RouteChanged(route) => {
                let anchor = route.anchor.clone();
                self.route = route;
                vec![Effect::Show(anchor)]
            }
            Action::DownloadProgressed { received, total } => {
                if let Python::Loading { .. } = self.python {
                    self.python = Python::Loading { received, total };
                }
                Vec::new()
            }
            Action::DownloadFailed(reason) => self.fail(reason),
            Action::InterpreterSaid(event) => self.hear(event),
            Action::RunClicked { cell, now } => self.run(cell, now),
            Action::StopClicked => self.stop(),
            Action::ResetCellClicked(key) => self.reset_cell(&key),
            Action::ResetInterpreterClicked => self.reset_interpreter(),
            Action::SourceEdited { cell, source } => {
                let kept = (source != self.original(&cell)).then(|| source.clone());
                self.cell_mut(&cell).source = source.into();
                vec![Effect::Keep { cell, source: kept }]
            }
            Action::MoreClicked(cell) => {
                self.cell_mut(&cell).output.show_more();
                Vec::new()
            }
            Action::StorageFailed(reason) => {
                self.notice = Some(reason);
                Vec::new()
            }
        }
    }

    fn run(&mut self, key: CellKey, now: f64) -> Vec<Effect> {
        if self.cell(&key).phase.is_pending() || matches!(self.python, Python::Failed(_)) {
            return Vec::new();
        }
        self.queue.push_back(key.clone());
        let cell = self.cell_mut(&key);
        cell.phase = Phase::Queued;
        cell.output = Output::default();
        self.start_next(now)
    }

    /// Hands the next queued cell to an idle interpreter.
    fn start_next(&mut self, now: f64) -> Vec<Effect> {
        if self.python != Python::Ready {
            return Vec::new();
        }
        let Some(key) = self.queue.pop_front() else { return Vec::new() };
        self.last_run.0 += 1;
        let run = self.last_run;
        self.python = Python::Busy;
        self.running = Some(Running { run, cell: key.clone(), since: now });
        let cell = self.cell_mut(&key);
        cell.phase = Phase::Running { since: now };
        let code = Code { cell: key.id.to_string(), source: cell.source.to_string() };
        vec![Effect::Run { run, code }]
    }

    fn stop(&mut self) -> Vec<Effect> {
        for key in std::mem::take(&mut self.queue) {
            self.cell_mut(&key).phase = Phase::Stopped;
        }
        let Some(running) = self.running.take() else { return Vec::new() };
        self.cell_mut(&running.cell).phase = Phase::Stopped;
        self.announcement = "Stopped. Python is as it was before this run.".into();
        vec![Effect::Stop]
    }

    fn reset_cell(&mut self, key: &CellKey) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.cell(key).phase.is_pending() {
            self.queue.retain(|queued| queued != key);
            if self.running.as_ref().is_some_and(|running| running.cell == *key) {
                self.running = None;
                effects.push(Effect::Stop);
            }
        }
        let original: Rc<str> = self.original(key).into();
        let cell = self.cell_mut(key);
        *cell = CellState { revision: cell.revision + 1, ..CellState::new(original) };
        self.announcement = "The cell is as the page has it.".into();
        effects.push(Effect::Keep { cell: key.clone(), source: None });
        effects
    }

    fn reset_interpreter(&mut self) -> Vec<Effect> {
        self.running = None;
        self.queue.clear();
        for cell in self.cells.values_mut() {
            if cell.phase != Phase::Fresh {
                Rc::make_mut(cell).phase = Phase::Stale;
            }
        }
        if let Python::Loading { .. } = self.python {
            return Vec::new();
        }
        let busy = std::mem::replace(&mut self.python, Python::Busy) == Python::Busy;
        self.announcement = "Python is pristine again. Your edits are kept.".into();
        vec![Effect::Reset { busy }]
    }

    fn hear(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Ready | Event::Restored => {
                self.python = Python::Ready;
                self.start_next(0.0)
            }
            Event::Output { run, pieces } => {
                if let Some(cell) = self.of_run(run) {
                    pieces.into_iter().for_each(|piece| cell.output.push(piece));
                }
                Vec::new()
            }
            Event::Withheld { run, lines } => {
                if let Some(cell) = self.of_run(run) {
                    cell.output.withheld += lines;
                }
                Vec::new()
            }
            Event::Ended { run, end, milliseconds } => self.end(run, end, milliseconds),
            // The checkpoint is the interpreter's affair.
            Event::Kept { .. } => Vec::new(),
            Event::Failed { reason } => self.fail(reason),
        }
    }

    fn end(&mut self, run: RunId, end: End, milliseconds: f64) -> Vec<Effect> {
        let Some(cell) = self.of_run(run) else { return Vec::new() };
        cell.phase = match end {
            End::Outcome(Outcome::Finished { .. }) => Phase::Ok { milliseconds },
            End::Outcome(Outcome::Exited { code }) => {
                let note = match code.as_str() {
                    "" => "The cell ended itself with sys.exit().".to_owned(),
                    code => format!("The cell ended itself with sys.exit({code})."),
                };
                cell.output.push(Piece { stream: Stream::Stderr, text: format!("{note}\n") });
                Phase::Ok { milliseconds }
            }
            End::Outcome(Outcome::Raised(failure)) => {
                cell.output.fail(&failure.traceback);
                Phase::Error { milliseconds, line: failure.line, note: None }
            }
            End::Fault(fault) => {
                let note = format!("{} Python is as it was before this run.", fault.sentence());
                Phase::Error { milliseconds, line: None, note: Some(note) }
            }
        };
        let heard = match &cell.phase {
            Phase::Error { note: Some(note), .. } => note.clone(),
            phase => {
                let verdict = if phase.word() == "ok" { "Finished" } else { "Failed" };
                cell.output.last_line().map_or(format!("{verdict}, no output."), |line| format!("{verdict}: {line}"))
            }
        };
        self.announcement = heard;
        let since = self.running.take().map_or(0.0, |running| running.since);
        self.python = Python::Ready;
        self.start_next(since + milliseconds)
    }

    fn fail(&mut self, reason: String) -> Vec<Effect> {
        for key in self.queue.drain(..).chain(self.running.take().map(|running| running.cell)).collect::<Vec<_>>() {
            self.cell_mut(&key).phase = Phase::Stopped;
        }
        self.python = Python::Failed(reason);
        Vec::new()
    }

    /// The cell of the run at work; `None` for an older run, whose events are dropped.
    fn of_run(&mut self, run: RunId) -> Option<&mut CellState> {
        let key = self.running.as_ref().filter(|running| running.run == run)?.cell.clone();
        Some(self.cell_mut(&key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Fault;
    use crate::lesson::Expectation;
    use crate::report::Failure;

    fn key(id: &str) -> CellKey {
        CellKey { slug: "p".into(), id: id.into() }
    }

    fn opened() -> State {
        let cell = |id: &str| Cell {
            id: id.into(),
            source: format!("{id} = 1\n"),
            line: 1,
            expected: Expectation::default(),
        };
        let page = Page {
            slug: "p".into(),
            title: "P".into(),
            file: "pages/p.md".into(),
            html: String::new(),
            headings: Vec::new(),
            cells: vec![cell("a"), cell("b")],
        };
        let mut state = State::new(Route::default());
        let course = Rc::new(Course { title: "C".into(), pages: vec![page] });
        state.reduce(Action::CourseArrived { course, edits: Vec::new() });
        state
    }

    fn ready() -> State {
        let mut state = opened();
        state.reduce(Action::InterpreterSaid(Event::Ready));
        state
    }

    fn press(state: &mut State, id: &str) -> Vec<Effect> {
        state.reduce(Action::RunClicked { cell: key(id), now: 5.0 })
    }

    fn ended(run: u32, end: End) -> Action {
        Action::InterpreterSaid(Event::Ended { run: RunId(run), end, milliseconds: 2.0 })
    }

    fn finished() -> End {
        End::Outcome(Outcome::Finished { result: None })
    }

    #[test]
    fn a_press_before_python_has_come_is_kept() {
        let mut state = opened();
        assert!(press(&mut state, "a").is_empty());
        assert_eq!(state.cell(&key("a")).phase, Phase::Queued);
        let effects = state.reduce(Action::InterpreterSaid(Event::Ready));
        let code = Code { cell: "a".into(), source: "a = 1".into() };
        assert_eq!(effects, [Effect::Run { run: RunId(1), code }]);
    }

    #[test]
    fn cells_run_one_after_another() {
        let mut state = ready();
        assert_eq!(press(&mut state, "a").len(), 1);
        assert!(press(&mut state, "b").is_empty());
        assert!(press(&mut state, "b").is_empty(), "a second press changes nothing");
        let effects = state.reduce(ended(1, finished()));
        assert!(matches!(&effects[..], [Effect::Run { run: RunId(2), code }] if code.cell == "b"));
        assert_eq!(state.cell(&key("a")).phase, Phase::Ok { milliseconds: 2.0 });
    }

    #[test]
    fn what_a_stopped_run_still_says_is_dropped() {
        let mut state = ready();
        press(&mut state, "a");
        assert_eq!(state.reduce(Action::StopClicked), [Effect::Stop]);
        let pieces = vec![Piece { stream: Stream::Stdout, text: "late\n".into() }];
        state.reduce(Action::InterpreterSaid(Event::Output { run: RunId(1), pieces }));
        state.reduce(ended(1, finished()));
        assert_eq!(state.cell(&key("a")).phase, Phase::Stopped);
        assert!(state.cell(&key("a")).output.is_empty());
        assert_eq!(state.python, Python::Busy, "until the restored interpreter answers");
        state.reduce(Action::InterpreterSaid(Event::Restored));
        assert_eq!(press(&mut state, "b").len(), 1);
    }

    #[test]
    fn a_fault_says_what_happened_and_the_next_run_works() {
        let mut state = ready();
        press(&mut state, "a");
        state.reduce(ended(1, End::Fault(Fault::Memory)));
        let phase = state.cell(&key("a")).phase.clone();
        assert!(matches!(phase, Phase::Error { note: Some(note), .. } if note.contains("512 MiB") && note.contains("before this run")));
        assert_eq!(press(&mut state, "b").len(), 1);
    }

    #[test]
    fn a_traceback_is_output_and_names_its_line() {
        let mut state = ready();
        press(&mut state, "a");
        let failure = Failure { exception: "E".into(), traceback: "tb\nE: x\n".into(), line: Some(3) };
        state.reduce(ended(1, End::Outcome(Outcome::Raised(failure))));
        let cell = state.cell(&key("a"));
        assert_eq!(cell.phase, Phase::Error { milliseconds: 2.0, line: Some(3), note: None });
        assert_eq!(cell.output.last.as_ref().map(|last| last.stream), Some(Stream::Stderr));
        assert_eq!(state.announcement, "Failed: E: x");
    }

    #[test]
    fn edits_are_kept_and_an_edit_back_to_the_original_is_forgotten() {
        let mut state = ready();
        let edit = |source: &str| Action::SourceEdited { cell: key("a"), source: source.into() };
        assert_eq!(state.reduce(edit("x")), [Effect::Keep { cell: key("a"), source: Some("x".into()) }]);
        assert_eq!(state.reduce(edit("a = 1")), [Effect::Keep { cell: key("a"), source: None }]);
    }

    #[test]
    fn reset_cell_brings_back_the_page_and_tells_the_editor() {
        let mut state = ready();
        state.reduce(Action::SourceEdited { cell: key("a"), source: "x".into() });
        press(&mut state, "a");
        let effects = state.reduce(Action::ResetCellClicked(key("a")));
        assert_eq!(effects, [Effect::Stop, Effect::Keep { cell: key("a"), source: None }]);
        let cell = state.cell(&key("a"));
        assert_eq!((&*cell.source, cell.revision, &cell.phase), ("a = 1", 1, &Phase::Fresh));
    }

    #[test]
    fn reset_interpreter_marks_old_output_and_keeps_edits() {
        let mut state = ready();
        state.reduce(Action::SourceEdited { cell: key("b"), source: "mine".into() });
        press(&mut state, "a");
        state.reduce(ended(1, finished()));
        assert_eq!(state.reduce(Action::ResetInterpreterClicked), [Effect::Reset { busy: false }]);
        assert_eq!(state.cell(&key("a")).phase, Phase::Stale);
        assert_eq!(state.cell(&key("b")).phase, Phase::Fresh);
        assert_eq!(&*state.cell(&key("b")).source, "mine");
    }
}
