//! The timeline: what happened, going back and forth, and what the next visit finds.

use std::rc::Rc;

use super::{CellState, Happening, Kept, KeptCells, Loading, Phase, Python, State, Variables, What};
use crate::app::action::{Action, Effect, Remembered, Unfinished};
use crate::bench::{Checkpoint, Timeline};
use crate::protocol::RunId;

impl State {
    /// Something happened and led to `next`.
    pub(super) fn happen(&mut self, happening: Happening, next: Checkpoint) {
        let here = self.run_here();
        if self.timeline.here() < self.timeline.moments().len() {
            for cell in self.cells.values_mut().filter(|cell| cell.run.is_some_and(|run| run > here && run != happening.run)) {
                Rc::make_mut(cell).gone = true;
            }
        }
        self.timeline.push(happening, next);
        let complete = self.timeline.forgotten() == 0;
        let gone = self.timeline.thin(self.most_bytes);
        if complete && !gone.is_empty() {
            self.notice = Some(
                "The timeline has reached the memory it may take: from now on its oldest runs can't be undone any more.".into(),
            );
        }
        for gone in gone {
            let reset = if gone.what == What::Reset { gone.run } else { self.forgotten.1 };
            self.forgotten = (gone.run, reset);
        }
    }

    /// Something happened and led nowhere: the state is as it was. Worth a mark, but not the runs that
    /// could still be redone.
    pub(super) fn note(&mut self, happening: Happening) {
        if self.timeline.here() == self.timeline.moments().len() {
            let same = self.timeline.state().clone();
            self.timeline.push(happening, same);
        }
    }

    /// The last run that has happened.
    fn run_here(&self) -> RunId {
        let last = self.timeline.here().checked_sub(1);
        last.map_or(self.forgotten.0, |last| self.timeline.moments()[last].about.run)
    }

    /// Whether a cell's output is of a state that the interpreter is not in, nor has come from.
    pub fn is_stale(&self, cell: &CellState) -> bool {
        let Some(run) = cell.run else { return false };
        let happened = &self.timeline.moments()[..self.timeline.here()];
        let resets = happened.iter().rev().find(|moment| moment.about.what == What::Reset);
        let reset = resets.map_or(self.forgotten.1, |moment| moment.about.run);
        // A run that has ended a moment ago is not on the timeline yet.
        let keeping = matches!(&self.python, Python::Keeping(happening) if happening.run == run);
        !keeping && (cell.gone || run > self.run_here() || run < reset)
    }

    /// Where Undo goes: before the last run that changed anything.
    pub fn undo_target(&self) -> Option<usize> {
        let moments = &self.timeline.moments()[..self.timeline.here()];
        moments.iter().rposition(|moment| !moment.is_without_effect())
    }

    /// Where Redo goes: after the next run that changed anything.
    pub fn redo_target(&self) -> Option<usize> {
        let here = self.timeline.here();
        let next = self.timeline.moments()[here..].iter().position(|moment| !moment.is_without_effect());
        next.map(|next| here + next + 1)
    }

    /// Goes to another moment. Between two states it waits, and while a cell runs it does nothing: Stop is
    /// what ends a run.
    pub(super) fn travel(&mut self, action: Action, target: impl FnOnce(&Self) -> Option<usize>) -> Vec<Effect> {
        match self.python {
            Python::Ready => {}
            Python::Keeping(_) | Python::Becoming => {
                self.later = Some(Box::new(action));
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        let Some(here) = target(self).filter(|here| *here <= self.timeline.moments().len()) else {
            return Vec::new();
        };
        if here == self.timeline.here() {
            return Vec::new();
        }
        let state = Rc::new(self.timeline.go(here).clone());
        self.announcement = self.describe_here();
        self.python = Python::Becoming;
        vec![Effect::Become { state, busy: false }]
    }

    fn describe_here(&self) -> String {
        match self.timeline.here().checked_sub(1).map(|last| &self.timeline.moments()[last].about.what) {
            None if self.timeline.forgotten() == 0 => "Python is pristine, as before the first run.".into(),
            None => "Python is as it was before the oldest run that is remembered.".into(),
            Some(What::Ran(key) | What::Raised(key)) => format!("Python is as it was after cell {} had run.", key.id),
            Some(What::Stopped(key)) => format!("Python is as it was when cell {} was stopped.", key.id),
            Some(What::Reset) => "Python is pristine, as after the reset.".into(),
        }
    }

    pub(super) fn reset_interpreter(&mut self) -> Vec<Effect> {
        let busy = match &self.python {
            Python::Loading { .. } | Python::Failed(_) => return Vec::new(),
            Python::Becoming | Python::Keeping(_) => {
                self.later = Some(Box::new(Action::ResetInterpreterClicked));
                return Vec::new();
            }
            Python::Ready => false,
            Python::Running(_) => {
                self.stop(None);
                true
            }
        };
        self.last_run.0 += 1;
        self.happen(Happening { run: self.last_run, what: What::Reset, milliseconds: 0.0 }, Checkpoint::default());
        self.announcement = "Python is pristine again. Your edits are kept. Undo brings the state from before back.".into();
        self.python = Python::Becoming;
        vec![Effect::Become { state: Rc::default(), busy }]
    }

    /// Course, interpreter and memories are awaited in any order; with the last of them it can begin.
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        let ready = matches!(self.python, Python::Loading { started: true, .. });
        let (true, Loading::Here(_)) = (ready, &self.course) else { return Vec::new() };
        let Some(remembered) = self.remembered.take() else { return Vec::new() };
        let Remembered { kept, unfinished } = *remembered;
        self.notice = match &unfinished {
            Some(Unfinished::Run(key)) => Some(format!(
                "The cell “{}” on the page “{}” had not finished when this page was left. It was not run again: Python is \
                 as it was before.",
                key.id,
                self.page_title(key)
            )),
            Some(Unfinished::Restore) => Some(
                "Bringing back Python's state from your last visit did not end the last time it was tried, so it was \
                 left out: Python is pristine. Your edits are kept."
                    .into(),
            ),
            None => self.notice.take(),
        };
        match kept {
            Ok(Some(kept)) if unfinished != Some(Unfinished::Restore) => return self.remember(kept),
            Ok(_) => {}
            Err(reason) => self.notice = Some(reason),
        }
        self.arrive()
    }

    fn remember(&mut self, kept: Kept) -> Vec<Effect> {
        if kept.image != self.image {
            self.notice = Some(
                "Python's state from your last visit is of an earlier version of this workbook and can't be brought \
                 back. Your edits are kept."
                    .into(),
            );
            return self.arrive();
        }
        self.timeline = kept.timeline;
        let KeptCells { cells, last_run, forgotten, films } = kept.cells;
        self.remember_films(films);
        (self.last_run, self.forgotten) = (last_run, forgotten);
        for (key, phase, output, run, gone) in cells {
            if self.has_cell(&key) && !self.cell(&key).phase.is_pending() {
                let cell = self.cell_mut(&key);
                (cell.phase, cell.output, cell.run, cell.gone) = (phase, output, run, gone);
            }
        }
        self.python = Python::Becoming;
        vec![Effect::Become { state: Rc::new(self.timeline.state().clone()), busy: false }]
    }

    /// What the next visit should find of the cells.
    pub fn cells_to_keep(&self) -> KeptCells {
        let ended = self.cells.iter().filter(|(_, cell)| cell.phase != Phase::Fresh && !cell.phase.is_pending());
        let cells = ended.map(|(key, cell)| (key.clone(), cell.phase.clone(), cell.output.clone(), cell.run, cell.gone));
        KeptCells { cells: cells.collect(), last_run: self.last_run, forgotten: self.forgotten, films: self.films_to_keep() }
    }

    pub(super) fn forget(&mut self) -> Vec<Effect> {
        let busy = self.python.running().is_some();
        self.queue.clear();
        for key in self.cells.keys().cloned().collect::<Vec<_>>() {
            let original: Rc<str> = self.original(&key).into();
            let cell = self.cell_mut(&key);
            *cell = CellState { revision: cell.revision + 1, ..CellState::new(original) };
        }
        self.written.clear();
        self.timeline = Timeline::default();
        self.forgotten = (self.last_run, RunId(0));
        self.variables = Variables { open: self.variables.open, watched: self.variables.watched, ..Variables::default() };
        self.ledger = super::Ledger::default();
        self.limit = super::USUAL_LIMIT;
        self.notice = Some("Everything this browser kept of this workbook is forgotten: edits, answers, outputs, and Python's state.".into());
        self.announcement = String::new();
        let mut effects = vec![Effect::Forget];
        if !matches!(self.python, Python::Loading { .. } | Python::Failed(_)) {
            self.python = Python::Becoming;
            effects.push(Effect::Become { state: Rc::default(), busy });
        }
        effects
    }
}
