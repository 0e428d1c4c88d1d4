//! What Python must hold at each moment of a visit, kept beside the page and without it.

use std::rc::Rc;

/// The page's timeline as it must be.
pub struct Model {
    /// The pristine state, and the state after each moment.
    moments: Vec<Moment>,
    /// Which of them Python is in.
    here: usize,
    /// So many of the oldest states are not on the page's timeline any more.
    forgotten: usize,
}

#[derive(Clone, Default)]
struct Moment {
    /// The runs that have led here since Python was pristine, in order.
    path: Rc<Vec<Run>>,
    /// Whether the interpreter's memory is the same as at the moment before.
    without_effect: bool,
}

/// A run that ended by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub cell: &'static str,
    /// None for a cell of the page, which runs as it stands.
    pub source: Option<String>,
    /// What the reader typed.
    pub line: Option<String>,
    /// What it appends to Python's list.
    pub number: Option<usize>,
}

/// What the page says of its timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// How many moments before the first mark were forgotten.
    pub forgotten: usize,
    /// Marks, the one for the beginning included.
    pub count: usize,
    /// Which of them Python is in.
    pub here: usize,
}

impl Model {
    pub fn new() -> Self {
        Self { moments: vec![Moment::default()], here: 0, forgotten: 0 }
    }

    /// The numbers in Python's list.
    pub fn numbers(&self) -> Vec<usize> {
        self.path().iter().filter_map(|run| run.number).collect()
    }

    /// What a reader who had never gone back would have run.
    pub fn path(&self) -> &[Run] {
        &self.moments[self.here].path
    }

    /// A run has ended by itself. What could have been redone is gone.
    pub fn ran(&mut self, run: Run) {
        let mut path = self.path().to_vec();
        path.push(run);
        self.happened(path);
    }

    /// The interpreter was reset.
    pub fn reset(&mut self) {
        self.happened(Vec::new());
    }

    /// A run was stopped. That leaves a mark, unless there are runs to be redone, which a mark would cost.
    pub fn stopped(&mut self) {
        if self.here + 1 == self.moments.len() {
            self.happened(self.path().to_vec());
        }
    }

    fn happened(&mut self, path: Vec<Run>) {
        self.moments.truncate(self.here + 1);
        let without_effect = path.as_slice() == self.path();
        self.moments.push(Moment { path: Rc::new(path), without_effect });
        self.here += 1;
    }

    /// Where Undo leads: before the last moment that had an effect.
    pub fn undo_target(&self) -> Option<usize> {
        (self.forgotten + 1..=self.here).rev().find(|moment| !self.moments[*moment].without_effect).map(|moment| moment - 1)
    }

    /// Where Redo leads: after the next moment that had an effect.
    pub fn redo_target(&self) -> Option<usize> {
        (self.here + 1..self.moments.len()).find(|moment| !self.moments[*moment].without_effect)
    }

    /// The states that the page's timeline has, the oldest first.
    pub fn remembered(&self) -> std::ops::Range<usize> {
        self.forgotten..self.moments.len()
    }

    pub fn here(&self) -> usize {
        self.here
    }

    pub fn go(&mut self, here: usize) {
        self.here = here;
    }

    /// Which mark of the timeline stands for a state.
    pub fn mark(&self, moment: usize) -> usize {
        moment - self.forgotten
    }

    /// Takes over which of the oldest states the page has given up, and, after a reload, which of those that could have
    /// been redone. Everything else the page says must be so.
    ///
    /// # Errors
    /// What is not.
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
