//! A model of the timeline during a visit: what must be in Python after each step. It is told what the reader does, and
//! takes nothing from the page but which moments the page has forgotten.

use std::rc::Rc;

/// The page's timeline as it must be.
pub struct Model {
    /// The states, oldest first: the pristine one, and one after each moment.
    moments: Vec<Moment>,
    /// The index of the state that Python is in.
    here: usize,
    /// How many of the oldest states are not on the page's timeline any more.
    forgotten: usize,
}

/// A state, and the moment that led to it.
#[derive(Clone, Default)]
struct Moment {
    /// The runs that have led to the state since Python was pristine, in order.
    path: Rc<Vec<Run>>,
    /// Whether the interpreter's memory is the same as before the moment.
    without_effect: bool,
}

/// A run that ended by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The cell's id.
    pub cell: &'static str,
    /// The source to write into the cell; `None` for a cell of the page, which runs as it stands.
    pub source: Option<String>,
    /// The line that the reader types.
    pub line: Option<String>,
    /// The number that the run appends to Python's list.
    pub number: Option<usize>,
}

/// What the page's timeline shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// How many moments before the first mark were forgotten.
    pub forgotten: usize,
    /// How many marks there are, with the one for the beginning.
    pub count: usize,
    /// The index of the mark for the state that Python is in.
    pub here: usize,
}

impl Model {
    /// A timeline on which nothing has happened.
    pub fn new() -> Self {
        Self { moments: vec![Moment::default()], here: 0, forgotten: 0 }
    }

    /// The numbers that must be in Python's list.
    pub fn numbers(&self) -> Vec<usize> {
        self.path().iter().filter_map(|run| run.number).collect()
    }

    /// The runs that have led to the present state since Python was pristine.
    pub fn path(&self) -> &[Run] {
        &self.moments[self.here].path
    }

    /// A run has ended by itself. Moments that could have been redone are gone then.
    pub fn ran(&mut self, run: Run) {
        let mut path = self.path().to_vec();
        path.push(run);
        self.happened(path);
    }

    /// The interpreter was reset.
    pub fn reset(&mut self) {
        self.happened(Vec::new());
    }

    /// A run was stopped. That is a moment without an effect, which is not put on the timeline if moments can be
    /// redone: they would be lost.
    pub fn stopped(&mut self) {
        if self.here + 1 == self.moments.len() {
            self.happened(self.path().to_vec());
        }
    }

    /// Adds a moment that leads to the state after the runs of `path`.
    fn happened(&mut self, path: Vec<Run>) {
        self.moments.truncate(self.here + 1);
        let without_effect = path.as_slice() == self.path();
        self.moments.push(Moment { path: Rc::new(path), without_effect });
        self.here += 1;
    }

    /// The state that Undo leads to: the one before the last moment that had an effect.
    pub fn undo_target(&self) -> Option<usize> {
        (self.forgotten + 1..=self.here)
            .rev()
            .find(|moment| !self.moments[*moment].without_effect)
            .map(|moment| moment - 1)
    }

    /// The state that Redo leads to: the one after the next moment that had an effect.
    pub fn redo_target(&self) -> Option<usize> {
        (self.here + 1..self.moments.len()).find(|moment| !self.moments[*moment].without_effect)
    }

    /// The indices of the states that are on the page's timeline.
    pub fn remembered(&self) -> std::ops::Range<usize> {
        self.forgotten..self.moments.len()
    }

    /// The index of the state that Python is in.
    pub fn here(&self) -> usize {
        self.here
    }

    /// Python has gone to another state.
    pub fn go(&mut self, here: usize) {
        self.here = here;
    }

    /// The index of the timeline's mark for a state.
    pub fn mark(&self, moment: usize) -> usize {
        moment - self.forgotten
    }

    /// Compares the page's timeline with this one. The page may have forgotten some of the oldest states and, after a
    /// reload, some that could have been redone; the model then forgets them, too. Nothing else may differ.
    ///
    /// # Errors
    /// If something else differs.
    pub fn follow(&mut self, marks: Marks, reloaded: bool) -> Result<(), String> {
        let end = marks.forgotten + marks.count;
        let shorter = if reloaded { self.here < end && end <= self.moments.len() } else { end == self.moments.len() };
        if !shorter || marks.forgotten < self.forgotten || marks.forgotten + marks.here != self.here {
            let (here, all) = (self.here, self.moments.len());
            return Err(format!("Python must be in state {here} of {all}, but the timeline has {marks:?}"));
        }
        self.moments.truncate(end);
        self.forgotten = marks.forgotten;
        Ok(())
    }
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, Model, Run};

    fn run(number: usize) -> Run {
        Run { cell: "scratch", source: None, line: None, number: Some(number) }
    }

    #[test]
    fn going_back_and_running_on_leaves_a_straight_path() {
        let mut model = Model::new();
        model.ran(run(1));
        model.ran(run(2));
        model.stopped();
        assert_eq!((model.here(), model.numbers()), (3, vec![1, 2]));
        model.go(model.undo_target().unwrap());
        assert_eq!((model.here(), model.numbers()), (1, vec![1]));
        assert_eq!(model.redo_target(), Some(2));
        model.stopped();
        assert_eq!(model.remembered(), 0..4, "a stop costs nothing that could be redone");
        model.ran(run(3));
        assert_eq!((model.remembered(), model.numbers()), (0..3, vec![1, 3]));
        model.reset();
        model.reset();
        assert_eq!(model.numbers(), Vec::<usize>::new());
        model.go(model.undo_target().unwrap());
        assert_eq!(model.numbers(), vec![1, 3], "the second reset had no effect");
    }

    #[test]
    fn the_page_may_forget_but_not_be_elsewhere() {
        let mut model = Model::new();
        (1..=5).for_each(|number| model.ran(run(number)));
        model.go(3);
        let marks = |forgotten, count, here| Marks { forgotten, count, here };
        assert!(model.follow(marks(0, 6, 2), false).is_err(), "another state");
        assert!(model.follow(marks(0, 5, 3), false).is_err(), "a state is missing");
        model.follow(marks(2, 4, 1), false).unwrap();
        assert_eq!(model.remembered(), 2..6);
        assert!(model.follow(marks(1, 5, 2), true).is_err(), "what was forgotten does not come back");
        model.follow(marks(2, 3, 1), true).unwrap();
        assert_eq!((model.remembered(), model.numbers(), model.mark(3)), (2..5, vec![1, 2, 3], 1));
    }
}
