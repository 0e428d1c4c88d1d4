//! A run's way through the state.
//!
//! 1. Run puts a cell into the queue; [`State::start_next`] takes the next one out once the interpreter is ready.
//! 2. The run may wait for a line of input or for another interpreter, and then go on ([`State::go_on`]).
//! 3. It ends by itself ([`State::end`]), or is stopped ([`State::stop`]).
//! 4. What it has changed is found out ([`State::settle`]), or is lost with its worker ([`State::lose_run`]).
//! 5. The interpreter is ready for the next one ([`State::arrive`]).

use std::rc::Rc;

use super::{CellState, Happening, Phase, Python, Running, State, What};
use crate::app::crew::Report;
use crate::app::output::{Output, to_let_go};
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::bench::Led;
use crate::protocol::{Change, End, Event, Piece, RunId, Stream};
use paper::{Code, Outcome};

/// What is said of a run whose output is shown only once the reader has guessed it.
pub const SHUT: &str = "It has run. What it gave is shown once you have guessed.";

/// The end of what is said of a run that has changed nothing.
const AS_BEFORE: &str = "Python is as it was before this run.";
/// How many letters of what a cell has written are said aloud. Nobody listens to more.
const MOST_SPOKEN: usize = 300;
/// Bytes that the outputs of all cells may take together: the page must stay small, however many cells it has.
const MOST_OUTPUT: usize = 16 << 20;
/// A state is held whole once the steps since the last anchor take more bytes than this, and more than the state itself
/// takes.
const PACKED_AFTER: usize = 4 << 20;

impl State {
    /// Puts a cell into the queue, unless it is there or runs already.
    pub(super) fn run(&mut self, key: CellKey) -> Vec<Effect> {
        if self.cell(&key).phase.is_pending() || matches!(self.python, Python::Failed(_)) {
            return Vec::new();
        }
        self.queue.push_back(key.clone());
        let adopted = self.adopt_brought(&key);
        let cell = self.cell_mut(&key);
        cell.phase = Phase::Queued;
        cell.presses += 1;
        cell.output = Output::default();
        (cell.run, cell.gone) = (None, false);
        adopted.into_iter().chain(self.start_next()).collect()
    }

    /// Hands the next queued cell to an idle interpreter.
    pub(super) fn start_next(&mut self) -> Vec<Effect> {
        if self.python != Python::Ready {
            return Vec::new();
        }
        let Some(key) = self.queue.pop_front() else { return Vec::new() };
        self.last_run.0 += 1;
        let (run, limit, now) = (self.last_run, self.limit, self.now);
        self.python = Python::Running(Running { run, cell: key.clone(), since: now });
        let is_own = *self.cell(&key).source != *self.original(&key);
        let cell = self.cell_mut(&key);
        cell.phase = Phase::Running { since: now, limit };
        cell.is_own = is_own;
        let code = Code { cell: key.id.to_string(), source: cell.source.to_string() };
        self.note_code(&code);
        vec![Effect::Run { run, code, since: now, limit }]
    }

    /// The reader has typed a line for the waiting cell, or ended its input.
    pub(super) fn enter(&mut self, line: Option<String>) -> Vec<Effect> {
        let (limit, now) = (self.limit, self.now);
        let Some(running) = self.python.running().cloned() else { return Vec::new() };
        let cell = self.cell_mut(&running.cell);
        if cell.phase != Phase::Waiting {
            return Vec::new();
        }
        if let Some(line) = &line {
            cell.output.push(Piece { stream: Stream::Stdin, text: format!("{line}\n") });
        }
        self.go_on(running.run, line, now, limit)
    }

    /// Another interpreter has answered the run that waits for it. The time that the answer took does not count as the
    /// run's.
    pub(super) fn hear_elsewhere(&mut self, run: RunId, line: String) -> Vec<Effect> {
        let now = self.now;
        match self.of_run(run).map(|cell| cell.phase.clone()) {
            // The run's time goes on from where it stood still.
            Some(Phase::Elsewhere { spent, limit, .. }) => self.go_on(run, Some(line), now - spent, limit),
            _ => Vec::new(),
        }
    }

    /// Lets a run that has waited go on with the line that it reads. Its time counts from `since`.
    fn go_on(&mut self, run: RunId, line: Option<String>, since: f64, limit: Option<u32>) -> Vec<Effect> {
        if let Some(cell) = self.of_run(run) {
            cell.phase = Phase::Running { since, limit };
        }
        if let Python::Running(running) = &mut self.python {
            running.since = since;
        }
        vec![Effect::Line { run, line, since, limit }]
    }

    /// Ends the run at work and empties the queue: because the reader wants it, or because `limit` seconds are over.
    pub(super) fn stop(&mut self, limit: Option<u32>) -> Vec<Effect> {
        for key in std::mem::take(&mut self.queue) {
            self.cell_mut(&key).phase = Phase::Stopped { limit: None };
        }
        let Python::Running(running) = &self.python else { return Vec::new() };
        let running = running.clone();
        self.cell_mut(&running.cell).phase = Phase::Stopped { limit };
        self.announcement = match limit {
            None => format!("Stopped. {AS_BEFORE}"),
            Some(limit) => format!("Stopped after {limit} seconds. {AS_BEFORE}"),
        };
        self.note(Happening { run: running.run, what: What::Stopped(running.cell), milliseconds: 0.0 });
        self.python = Python::Becoming;
        vec![Effect::Stop]
    }

    /// A run has ended, but what it has changed was lost with its worker: the interpreter goes back to the state before
    /// it.
    fn lose_run(&mut self, run: RunId, reason: &str) -> Vec<Effect> {
        let Python::Settling(happening) = &self.python else { return Vec::new() };
        if happening.run != run {
            return Vec::new();
        }
        let happening = happening.clone();
        if let What::Ran(key) | What::Raised(key) = &happening.what {
            let note = format!("The run ended, but what it changed could not be kept ({reason}). {AS_BEFORE}");
            self.announcement = note.clone();
            let cell = self.cell_mut(key);
            cell.phase = Phase::Error { milliseconds: happening.milliseconds, line: None, note: Some(note) };
            cell.run = None;
            let key = key.clone();
            self.note(Happening { what: What::Stopped(key), ..happening });
        }
        self.python = Python::Becoming;
        vec![Effect::Stop]
    }

    /// The attempt that began at `since` has taken as long as the limit allows. Nothing happens if it is over, or the
    /// reader lets it go on.
    pub(super) fn reach_limit(&mut self, run: RunId, since: f64) -> Vec<Effect> {
        match self.python.running() {
            Some(running) if running.run == run && running.since == since => match self.cell(&running.cell).phase {
                Phase::Running { limit: Some(limit), .. } => self.stop(Some(limit)),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Takes the limit away from the run at work.
    pub(super) fn keep_waiting(&mut self) -> Vec<Effect> {
        if let Some(key) = self.python.running().map(|running| running.cell.clone())
            && let Phase::Running { limit, .. } | Phase::Elsewhere { limit, .. } = &mut self.cell_mut(&key).phase
        {
            *limit = None;
        }
        Vec::new()
    }

    /// Makes a cell as the page has it. Its run is ended if it is at work.
    pub(super) fn reset_cell(&mut self, key: &CellKey) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.queue.retain(|queued| queued != key);
        self.brought = self.brought.take().filter(|brought| brought.cell != *key);
        if self.python.running().is_some_and(|running| running.cell == *key) {
            self.python = Python::Becoming;
            effects.push(Effect::Stop);
        }
        let original: Rc<str> = self.original(key).into();
        let cell = self.cell_mut(key);
        *cell = CellState { revision: cell.revision + 1, ..CellState::new(original) };
        self.announcement = "The cell is as the page has it.".into();
        effects.push(Effect::KeepEdit { cell: key.clone(), source: None });
        effects
    }

    /// Answers what the crew reports.
    pub(super) fn hear(&mut self, report: Report) -> Vec<Effect> {
        match report {
            Report::Ready => {
                if let Python::Loading { started, .. } = &mut self.python {
                    *started = true;
                }
                self.begin()
            }
            Report::Said(event) => self.hear_of_run(event),
            Report::Kept { run, change } => self.settle(run, change),
            Report::NotKept { run, reason } => self.lose_run(run, &reason),
            Report::Became if matches!(self.python, Python::Becoming | Python::Restoring) => self.arrive(),
            Report::Became => Vec::new(),
            Report::Recovering { .. } => {
                if self.python == Python::Ready {
                    self.python = Python::Becoming;
                }
                Vec::new()
            }
            Report::StateLost { reason } => self.lose_state(&reason),
            Report::Packed { number, bytes } => self.hold_whole(number, bytes),
            Report::Gone { reason } => self.fail(reason),
        }
    }

    /// Answers what a worker says about the run at work.
    fn hear_of_run(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Output { run, pieces } => {
                if let Some(cell) = self.of_run(run) {
                    pieces.into_iter().for_each(|piece| cell.output.push(piece));
                }
                Vec::new()
            }
            Event::Withheld { run, lines, bytes } => {
                if let Some(cell) = self.of_run(run) {
                    cell.output.withhold(lines, bytes);
                }
                Vec::new()
            }
            Event::Waiting { run } => {
                if let Some(cell) = self.of_run(run) {
                    cell.phase = Phase::Waiting;
                    let prompt = spoken(cell.output.unfinished_line().unwrap_or_default().trim());
                    self.announcement = format!("The cell waits for a line of input. {prompt}");
                }
                Vec::new()
            }
            Event::Elsewhere { run, asked } => {
                let now = self.now;
                let Some(cell) = self.of_run(run) else { return Vec::new() };
                let Phase::Running { since, limit } = cell.phase else { return Vec::new() };
                // The run's time stands still; the other program has a limit of its own.
                cell.phase = Phase::Elsewhere { since: now, spent: now - since, limit };
                vec![Effect::Elsewhere { run, asked }]
            }
            Event::Ended { run, end, milliseconds } => self.end(run, end, milliseconds),
            // The crew reports the first four in other words. The last three answer questions, which go to whoever
            // asked.
            Event::Ready
            | Event::Became { .. }
            | Event::Failed { .. }
            | Event::Kept { .. }
            | Event::Packed { .. }
            | Event::Looking { .. }
            | Event::Looked { .. } => Vec::new(),
        }
    }

    /// The run at work has ended.
    fn end(&mut self, run: RunId, end: End, milliseconds: f64) -> Vec<Effect> {
        let Some(cell) = self.of_run(run) else { return Vec::new() };
        let mut kept = true;
        cell.phase = match end {
            End::Outcome(Outcome::Finished { .. }) => Phase::Ok { milliseconds },
            End::Outcome(Outcome::Exited { code }) => {
                let note = match code.as_str() {
                    "" => "The cell ended itself with sys.exit().".to_owned(),
                    code => format!("The cell ended itself with sys.exit({code})."),
                };
                cell.output.note(&note);
                Phase::Ok { milliseconds }
            }
            End::Outcome(Outcome::Raised(failure)) => {
                cell.output.fail(&failure.traceback);
                Phase::Error { milliseconds, line: failure.line, note: None }
            }
            End::Fault(fault) => {
                kept = false;
                let note = format!("{} {AS_BEFORE}", fault.sentence());
                Phase::Error { milliseconds, line: None, note: Some(note) }
            }
        };
        if kept {
            cell.run = Some(run);
        }
        let heard = match &cell.phase {
            Phase::Error { note: Some(note), .. } => note.clone(),
            phase => {
                let verdict = if phase.word() == "ok" { "Finished" } else { "Failed" };
                cell.output
                    .last_line()
                    .map_or(format!("{verdict}, no output."), |line| format!("{verdict}: {}", spoken(&line)))
            }
        };
        let raised = matches!(cell.phase, Phase::Error { .. });
        let shut = self.python.running().is_some_and(|running| self.is_shut(&running.cell));
        self.announcement = if shut { SHUT.into() } else { heard };
        self.limit_outputs();
        let Python::Running(running) = std::mem::replace(&mut self.python, Python::Becoming) else { return Vec::new() };
        let happening = |what: fn(CellKey) -> What| Happening { run, what: what(running.cell.clone()), milliseconds };
        if kept {
            self.python = Python::Settling(happening(if raised { What::Raised } else { What::Ran }));
            return Vec::new();
        }
        // The worker may hold all the memory there is, so it is ended and the follower takes its place.
        self.note(happening(What::Stopped));
        vec![Effect::Stop]
    }

    /// If the outputs of all cells take more than [`MOST_OUTPUT`], lets go of those parts of the oldest ones that are
    /// not drawn.
    fn limit_outputs(&mut self) {
        let mut cells: Vec<(&CellKey, &Rc<CellState>)> = self.cells.iter().collect();
        cells.sort_by_key(|(_, cell)| cell.run);
        let outputs: Vec<&Output> = cells.iter().map(|(_, cell)| &cell.output).collect();
        let gone: Vec<CellKey> =
            to_let_go(&outputs, MOST_OUTPUT).into_iter().map(|index| cells[index].0.clone()).collect();
        for key in gone {
            self.cell_mut(&key).output.let_go();
        }
    }

    /// What a run has changed is known, and the interpreter has a new state.
    fn settle(&mut self, run: RunId, change: Change) -> Vec<Effect> {
        let Python::Settling(happening) = &self.python else { return Vec::new() };
        if happening.run != run {
            return Vec::new();
        }
        let happening = happening.clone();
        let film = self.film(&happening, change.repeatable);
        self.state_bytes = change.state;
        self.happen(happening, change.step.map_or(Led::Nowhere, Led::Step));
        // The reader waits for the film, and nobody for the follower, so the film is asked for first.
        let mut effects = film;
        effects.push(Effect::Follow { route: self.timeline.route_here() });
        effects.extend(self.arrive());
        effects.extend(self.pack());
        effects
    }

    /// Has the state held whole if it would take long to come to it by steps, or if it can't be had by any.
    fn pack(&mut self) -> Option<Effect> {
        let route = self.timeline.route_here();
        let lost = matches!(route.anchor, crate::bench::Anchor::Live { .. }) && self.state_bytes <= self.budget;
        let far = self.timeline.bytes_since_anchor() > PACKED_AFTER.max(self.state_bytes);
        // The pristine state, whose number is 0, can always be had.
        (lost || far).then_some(Effect::Pack { number: route.end() }).filter(|_| route.end() != 0)
    }

    /// The interpreter is ready: does what the reader has pressed meanwhile, or runs the next cell.
    pub(super) fn arrive(&mut self) -> Vec<Effect> {
        self.python = Python::Ready;
        if let Some(action) = self.later.take() {
            return self.decide(*action);
        }
        let mut effects = self.list_variables(false);
        effects.extend(self.start_next());
        effects
    }

    /// There is no interpreter any more, or there never was one.
    pub(super) fn fail(&mut self, reason: String) -> Vec<Effect> {
        let running = self.python.running().map(|running| running.cell.clone());
        self.later = None;
        for key in self.queue.drain(..).chain(running).collect::<Vec<_>>() {
            self.cell_mut(&key).phase = Phase::Stopped { limit: None };
        }
        self.python = Python::Failed(reason);
        Vec::new()
    }

    /// The cell of the run at work; `None` if `run` is an older one, whose events are dropped.
    fn of_run(&mut self, run: RunId) -> Option<&mut CellState> {
        let key = self.python.running().filter(|running| running.run == run)?.cell.clone();
        Some(self.cell_mut(&key))
    }
}

/// The beginning of a text, as far as it is said aloud.
fn spoken(text: &str) -> String {
    match text.char_indices().nth(MOST_SPOKEN) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
