//! The timeline: what has happened, going back and forth, and how a visit begins.
//!
//! 1. What happens is added to the timeline ([`State::happen`], [`State::note`]), and the oldest of it is forgotten
//!    when it takes too much memory ([`State::thin`]).
//! 2. Undo, Redo and a jump are one thing: the interpreter becomes another state ([`State::travel`]).
//! 3. If a state can't be had, the interpreter becomes pristine, and the reader is told ([`State::lose_state`]).
//! 4. A visit begins with what an earlier one has left ([`State::begin`]), or with nothing.

use std::rc::Rc;

use super::{CellState, Happening, Kept, Loading, Python, State, Variables, What};
use crate::app::state::action::{Action, Remembered};
use crate::app::state::effect::{Effect, Unfinished};
use crate::app::state::trouble::Trouble;
use crate::bench::{Led, Moment, Route, Timeline};
use crate::protocol::RunId;

impl State {
    /// Something has happened and has led to another state. What could have been redone is dropped.
    pub(super) fn happen(&mut self, happening: Happening, led: Led) {
        let here = self.run_here();
        if self.timeline.here() < self.timeline.moments().len() {
            for cell in
                self.cells.values_mut().filter(|cell| cell.run.is_some_and(|run| run > here && run != happening.run))
            {
                Rc::make_mut(cell).gone = true;
            }
        }
        self.timeline.push(happening.run.0, happening, led);
        self.unsaved = true;
        self.thin();
    }

    /// Something has happened and has led nowhere: the state is as it was. It becomes a moment of the timeline, unless
    /// there are runs that can be redone: those would be dropped for it.
    pub(super) fn note(&mut self, happening: Happening) {
        if self.timeline.here() == self.timeline.moments().len() {
            self.timeline.push(happening.run.0, happening, Led::Nowhere);
            self.unsaved = true;
        }
    }

    /// The whole state after the moment of this number is held now, in this many bytes.
    pub(super) fn hold_whole(&mut self, number: u32, bytes: usize) -> Vec<Effect> {
        self.timeline.keep_whole(number, bytes);
        self.unsaved = true;
        self.thin();
        if self.timeline.bytes() > self.budget && self.timeline.route_here().end() == number {
            self.let_go();
        }
        Vec::new()
    }

    /// Keeps the timeline within the bytes that it may take.
    pub(super) fn thin(&mut self) {
        let complete = self.timeline.forgotten() == 0;
        let gone = self.timeline.thin(self.budget);
        if complete && !gone.is_empty() {
            self.notify("The timeline has reached the memory it may take: from now on its oldest runs can't be undone any more.".into());
        }
        self.forget_moments(gone);
        // The oldest moments can only be forgotten up to an anchor, and the state here may be about to become one. That
        // is waited for only up to twice the budget.
        if self.timeline.bytes() > self.budget.saturating_mul(2) {
            self.let_go();
        }
    }

    /// The state is too large to be held beside the interpreters that are in it: forgets all that led to it.
    fn let_go(&mut self) {
        let gone = self.timeline.let_go();
        if !gone.is_empty() {
            self.notify(format!(
                "Python's state has grown to {} MB, more than this page may hold: the runs so far can't be undone any more, and \
                 the state lasts until you leave the page. Your edits are kept.",
                self.state_bytes / 1_000_000
            ));
        }
        self.forget_moments(gone);
    }

    fn forget_moments(&mut self, gone: Vec<Moment<Happening>>) {
        for Moment { about, .. } in gone {
            let reset = if about.what == What::Reset { about.run } else { self.forgotten.1 };
            self.forgotten = (about.run, reset);
        }
        self.forget_films();
    }

    /// The newest run or reset that has happened.
    fn run_here(&self) -> RunId {
        let last = self.timeline.here().checked_sub(1);
        last.map_or(self.forgotten.0, |last| self.timeline.moments()[last].about.run)
    }

    /// Whether a cell's output is of a run that has not led to the state in which the interpreter is.
    pub fn is_stale(&self, cell: &CellState) -> bool {
        let Some(run) = cell.run else { return false };
        let happened = &self.timeline.moments()[..self.timeline.here()];
        let resets = happened.iter().rev().find(|moment| moment.about.what == What::Reset);
        let reset = resets.map_or(self.forgotten.1, |moment| moment.about.run);
        // A run that has ended just now is not on the timeline yet.
        let settling = matches!(&self.python, Python::Settling(happening) if happening.run == run);
        !settling && (cell.gone || run > self.run_here() || run < reset)
    }

    /// Where Undo goes: to the state before the last run that changed anything. `None` if there is no such run.
    pub fn undo_target(&self) -> Option<usize> {
        let moments = &self.timeline.moments()[..self.timeline.here()];
        moments.iter().rposition(|moment| !moment.is_without_effect())
    }

    /// Where Redo goes: to the state after the next run that changed anything. `None` if there is no such run.
    pub fn redo_target(&self) -> Option<usize> {
        let here = self.timeline.here();
        let next = self.timeline.moments()[here..].iter().position(|moment| !moment.is_without_effect());
        next.map(|next| here + next + 1)
    }

    /// Goes to the state after another number of moments. If the interpreter is between two states, the action is
    /// answered later; while a cell runs it is dropped, because only Stop ends a run.
    pub(super) fn travel(&mut self, action: Action, target: impl FnOnce(&Self) -> Option<usize>) -> Vec<Effect> {
        match self.python {
            Python::Ready => {}
            Python::Settling(_) | Python::Becoming | Python::Restoring => {
                self.later = Some(Box::new(action));
                return Vec::new();
            }
            Python::Loading { .. } | Python::Running(_) | Python::Failed(_) => return Vec::new(),
        }
        let Some(here) = target(self).filter(|here| *here <= self.timeline.moments().len()) else {
            return Vec::new();
        };
        if here == self.timeline.here() {
            return Vec::new();
        }
        self.timeline.go(here);
        self.unsaved = true;
        self.announcement = self.describe_here();
        self.python = Python::Becoming;
        vec![Effect::Become { route: self.timeline.route_here(), busy: false }]
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
            Python::Becoming | Python::Restoring | Python::Settling(_) => {
                self.later = Some(Box::new(Action::ResetInterpreterClicked));
                return Vec::new();
            }
            Python::Ready => false,
            Python::Running(_) => {
                self.stop(None);
                true
            }
        };
        self.become_pristine();
        self.announcement =
            "Python is pristine again. Your edits are kept. Undo brings the state from before back.".into();
        vec![Effect::Become { route: Route::default(), busy }]
    }

    fn become_pristine(&mut self) {
        self.last_run.0 += 1;
        self.happen(Happening { run: self.last_run, what: What::Reset, milliseconds: 0.0 }, Led::ToPristine);
        self.state_bytes = 0;
        self.python = Python::Becoming;
    }

    /// The state in which the interpreter was to be can't be had any more: makes the interpreter pristine, and tells
    /// the reader why.
    pub(super) fn lose_state(&mut self, reason: &str) -> Vec<Effect> {
        match self.python {
            // There is no interpreter that could become pristine.
            Python::Failed(_) => return Vec::new(),
            // The crew says this between two runs only. If it ever says so during a run, that run has ended with it.
            Python::Running(_) => drop(self.stop(None)),
            _ => {}
        }
        let mut effects = Vec::new();
        let notice = if self.python == Python::Restoring {
            // It is set aside so that the next visit does not try it again.
            effects.push(Effect::SetAside);
            self.begin_anew();
            format!(
                "Python's state from your last visit could not be brought back ({reason}). It is set aside and not tried again: \
                 Python is pristine. Your edits are kept."
            )
        } else {
            self.become_pristine();
            format!("Python's state could not be brought back ({reason}), so Python is pristine. Your edits are kept.")
        };
        self.announcement = notice.clone();
        self.notify(notice);
        self.python = Python::Becoming;
        effects.push(Effect::Become { route: Route::default(), busy: false });
        effects
    }

    /// Makes the timeline empty, as if nothing had happened yet.
    fn begin_anew(&mut self) {
        self.timeline = Timeline::default();
        self.state_bytes = 0;
        self.forgotten = (self.last_run, RunId(0));
        self.ledger = super::Ledger::default();
        // Nothing leads to the states any more that these outputs are of.
        for cell in self.cells.values_mut().filter(|cell| cell.run.is_some()) {
            Rc::make_mut(cell).gone = true;
        }
        self.unsaved = true;
    }

    /// Begins the visit once course, interpreter and what an earlier visit has left are all there. They come in any
    /// order.
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        let ready = matches!(self.python, Python::Loading { started: true, .. });
        let (true, Loading::Here(_)) = (ready, &self.course) else { return Vec::new() };
        let Some(remembered) = self.remembered.take() else { return Vec::new() };
        let Remembered { kept, unfinished, is_second } = *remembered;
        if is_second {
            self.notify(
                "This workbook is open in another tab, which keeps its state. Everything works here too, but Python's state lasts \
                 until you leave this page, and your edits here until this tab is closed."
                    .into(),
            );
        }
        let mut effects = Vec::new();
        match &unfinished {
            Some(Unfinished::Run(key)) => self.notify(format!(
                "The cell “{}” on the page “{}” had not finished when this page was left. It was not run again: Python is \
                 as it was before.",
                key.id,
                self.page_title(key)
            )),
            Some(Unfinished::Restore) => {
                self.notify(
                    "Bringing back Python's state from your last visit did not end the last time it was tried, so it was \
                     set aside: Python is pristine. Your edits are kept."
                        .into(),
                );
                effects.push(Effect::SetAside);
            }
            None => {}
        }
        let kept = if unfinished == Some(Unfinished::Restore) { Ok(None) } else { kept };
        match kept {
            Ok(Some(kept)) => effects.extend(self.remember(kept)),
            Ok(None) => effects.extend(self.arrive()),
            Err(trouble) => {
                // What can't be read is not overwritten: another version may be able to read it, or it may be mended.
                if !matches!(trouble, Trouble::Silent | Trouble::Unavailable(_)) {
                    effects.push(Effect::SetAside);
                }
                self.tell_trouble(&trouble);
                effects.extend(self.arrive());
            }
        }
        effects
    }

    fn remember(&mut self, kept: Kept) -> Vec<Effect> {
        let Kept { image, timeline, cells, films, last_run, forgotten } = kept;
        if image != self.image {
            self.tell_trouble(&Trouble::OtherVersion);
            let mut effects = vec![Effect::SetAside];
            effects.extend(self.arrive());
            return effects;
        }
        self.timeline = timeline;
        self.remember_films(films);
        (self.last_run, self.forgotten) = (last_run, forgotten);
        for kept in cells {
            if self.has_cell(&kept.key) && !self.cell(&kept.key).phase.is_pending() {
                let edited = *self.cell(&kept.key).source != *self.original(&kept.key);
                let cell = self.cell_mut(&kept.key);
                (cell.phase, cell.output, cell.run, cell.gone) = (kept.phase, kept.output, kept.run, kept.gone);
                cell.is_own = edited;
            }
        }
        self.thin();
        self.python = Python::Restoring;
        vec![Effect::Become { route: self.timeline.route_here(), busy: false }]
    }

    pub(super) fn forget(&mut self, tell_others: bool) -> Vec<Effect> {
        let busy = self.python.running().is_some();
        self.queue.clear();
        self.later = None;
        // What an earlier visit has left may not have been read yet. It is not waited for any more.
        self.remembered = Some(Box::new(Remembered { kept: Ok(None), unfinished: None, is_second: false }));
        self.is_forgotten = true;
        for key in self.cells.keys().cloned().collect::<Vec<_>>() {
            let original: Rc<str> = self.original(&key).into();
            let cell = self.cell_mut(&key);
            *cell = CellState { revision: cell.revision + 1, ..CellState::new(original) };
        }
        self.written.clear();
        self.practice.clear();
        self.assessments.clear();
        self.guesses.clear();
        self.fields.clear();
        self.last = None;
        self.brought = None;
        self.begin_anew();
        self.variables =
            Variables { open: self.variables.open, watched: self.variables.watched, ..Variables::default() };
        self.limit = super::USUAL_LIMIT;
        self.notices.clear();
        self.notify(
            "Everything this browser kept of this workbook is forgotten: edits, answers, outputs, and Python's state."
                .into(),
        );
        self.announcement = String::new();
        let mut effects = vec![Effect::Forget { tell_others }];
        match self.python {
            // Nothing that an earlier visit has left is waited for any more.
            Python::Loading { .. } => effects.extend(self.begin()),
            Python::Failed(_) => {}
            Python::Ready | Python::Running(_) | Python::Settling(_) | Python::Becoming | Python::Restoring => {
                self.python = Python::Becoming;
                effects.push(Effect::Become { route: Route::default(), busy });
            }
        }
        effects
    }
}
