//! An exercise: boxes for the reader to write into, and a model answer. The answer may stand on another page; it stays
//! shut until the reader has made an attempt.

use serde::{Deserialize, Serialize};

use super::{Page, Problem};

/// What a page asks of its reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exercise {
    /// Unique in the course.
    pub id: String,
    /// The label of each box, in order.
    pub boxes: Vec<String>,
    /// The cell on the same page that the reader starts from.
    pub cell: Option<String>,
    /// The findings that the mended cell's ledger must have, each as `kind target status`; `None` if the exercise is
    /// not about residue.
    pub leaves: Option<Vec<String>>,
    /// The place of the model answer: a page's slug and its heading's anchor.
    pub answer: (String, String),
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
            let mut problem =
                |text: String| problems.push(Problem { file: page.file.clone(), line: exercise.line, text });
            if ids.contains(&exercise.id) {
                problem(format!("the exercise `{}` is there twice", exercise.id));
            }
            ids.push(exercise.id.clone());
            match answers.iter().find(|answer| answer.exercise == exercise.id) {
                Some(answer) => exercise.answer = (answer.slug.clone(), answer.anchor.clone()),
                None => {
                    problem(format!("no heading says `{{exercise={}}}`: the exercise has no model answer", exercise.id))
                }
            }
            let Some(name) = &exercise.cell else { continue };
            match cells.iter().find(|cell| cell.id == *name) {
                None => problem(format!("no cell `{name}` on this page")),
                Some(cell) if exercise.leaves.is_some() && cell.expected.leaves == exercise.leaves => {
                    problem(format!("the cell `{name}` leaves that already: there is nothing to mend"));
                }
                Some(_) => {}
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
