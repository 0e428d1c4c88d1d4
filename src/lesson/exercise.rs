//! An exercise: something that the reader is to do. It has boxes to write into and a model answer, or a task that is
//! checked by running it, or both. The model answer may stand on another page; it stays shut until the reader has made an
//! attempt.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::task::{self, Task};
use super::{Page, Problem};

/// How many minutes an exercise takes if its author does not say.
pub const USUAL_MINUTES: u32 = 10;

/// What a page asks of its reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exercise {
    /// Unique in the course.
    pub id: String,
    /// The label of each box, in order.
    pub boxes: Vec<String>,
    /// The cell on the same page in which the reader works: a cell of the page, or the exercise's own, whose source is the
    /// task's starter.
    pub cell: Option<String>,
    /// How many minutes it takes.
    pub minutes: u32,
    /// What checks the answer, if that is checked by running it.
    pub task: Option<Task>,
    /// The place of the model answer, if there is one: a page's slug and its heading's anchor.
    pub answer: Option<(String, String)>,
    /// Line of the opening fence, counted from 1.
    pub line: usize,
}

/// A heading that begins a model answer.
pub struct Answer {
    /// The id of the exercise that it answers.
    pub exercise: String,
    /// The slug of the page that the heading is on.
    pub slug: String,
    /// The heading's anchor.
    pub anchor: String,
    /// The page's file.
    pub file: String,
    /// The heading's line in that file, counted from 1.
    pub line: usize,
}

/// Gives each exercise the place of its model answer. Gives a problem for each exercise without an answer or with two,
/// and for each answer without an exercise.
pub fn join(pages: &mut [Page], answers: &[Answer]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for page in pages.iter_mut() {
        let cells = page.cells.clone();
        for exercise in &mut page.exercises {
            let exercise = Rc::make_mut(exercise);
            let mut problem =
                |text: String| problems.push(Problem { file: page.file.clone(), line: exercise.line, text });
            if ids.contains(&exercise.id) {
                problem(format!("the exercise `{}` is there twice", exercise.id));
            }
            ids.push(exercise.id.clone());
            let answer = answers.iter().find(|answer| answer.exercise == exercise.id);
            exercise.answer = answer.map(|answer| (answer.slug.clone(), answer.anchor.clone()));
            if answer.is_none() && exercise.task.is_none() {
                problem(format!(
                    "no heading says `{{exercise={0}}}`, and there is no folder {1}/{0}: nothing answers the exercise",
                    exercise.id,
                    task::FOLDER
                ));
            }
            if let Some(name) = exercise.cell.as_ref().filter(|name| !cells.iter().any(|cell| cell.id == **name)) {
                problem(format!("no cell `{name}` on this page"));
            }
        }
    }
    for (number, answer) in answers.iter().enumerate() {
        if let Some(first) = answers[..number].iter().find(|first| first.exercise == answer.exercise) {
            let text = format!(
                "the exercise `{}` has a model answer already, in line {} of {}",
                answer.exercise, first.line, first.file
            );
            problems.push(Problem { file: answer.file.clone(), line: answer.line, text });
        }
    }
    for answer in answers.iter().filter(|answer| !ids.contains(&answer.exercise)) {
        let text = format!("there is no exercise `{}`", answer.exercise);
        problems.push(Problem { file: answer.file.clone(), line: answer.line, text });
    }
    problems
}
