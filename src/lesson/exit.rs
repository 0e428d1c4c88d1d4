//! An exit slot: a condition for leaving the course. It is met by tasks that the reader has passed.

use serde::{Deserialize, Serialize};

use super::{Page, Problem};

/// A condition for leaving the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Unique on its page.
    pub id: String,
    /// The condition, as HTML.
    pub text: String,
    /// The tasks that meet it together: each the slug of its page and its id.
    pub tasks: Vec<(String, String)>,
    /// Line of the opening fence, counted from 1.
    pub line: usize,
}

/// Gives the tasks of each exit slot their pages. A problem for each that is none.
pub fn join(pages: &mut [Page]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tasks: Vec<(String, String)> = pages
        .iter()
        .flat_map(|page| page.exercises.iter().map(|exercise| (&page.slug, exercise)))
        .filter(|(_, exercise)| exercise.task.is_some())
        .map(|(slug, exercise)| (slug.clone(), exercise.id.clone()))
        .collect();
    for page in pages {
        for exit in &mut page.exits {
            let (file, line) = (page.file.clone(), exit.line);
            if exit.tasks.is_empty() {
                let text = "an exit slot names the tasks that meet it: without any it would be met at once".to_owned();
                problems.push(Problem { file: file.clone(), line, text });
            }
            for (slug, id) in &mut exit.tasks {
                match tasks.iter().find(|(_, known)| known == id) {
                    Some((known, _)) => slug.clone_from(known),
                    None => problems.push(Problem {
                        file: file.clone(),
                        line,
                        text: format!("there is no task `{id}` that could meet this condition"),
                    }),
                }
            }
        }
    }
    problems
}
