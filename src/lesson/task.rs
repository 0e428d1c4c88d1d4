//! A task: an exercise whose answer is checked by running it. Its files are in the folder `tasks/<id>/` of the course.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};
use serde::{Deserialize, Serialize};

use super::Problem;
use super::markdown::{OPTIONS, Surroundings};

/// The folder of all tasks, below the course's folder.
pub const FOLDER: &str = "tasks";
/// What the first line of a foreseen wrong answer begins with.
const SAYS: &str = "# says: ";

/// What a task has beside its text on the page. `docs/tasks.md` explains it to authors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Python that assesses an answer; `interpreter/python/lib/checking.py` says how it is written.
    pub check: String,
    /// An answer that passes.
    pub solution: String,
    /// Hints, from a nudge to nearly the answer, as HTML.
    pub hints: Vec<String>,
    /// Lines of Python that the reader can put below the cell's text and run with one press.
    #[serde(default)]
    pub commands: Vec<String>,
    /// Answers that the author has foreseen and that do not pass. Only the tests need them.
    #[serde(skip)]
    pub wrong: Vec<Wrong>,
}

/// A wrong answer that the author has foreseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of its file.
    pub file: String,
    /// The answer.
    pub source: String,
    /// The beginning of a sentence that its author must get to read.
    pub says: String,
}

/// Reads the folder of the task `id`. Gives the task and its starter, if the folder has one; `None` if there is no such
/// folder, and what is wrong with it.
pub fn read(id: &str, around: &Surroundings<'_>) -> (Option<(Task, Option<String>)>, Vec<Problem>) {
    let folder = format!("{FOLDER}/{id}");
    let names = (around.names)(&folder);
    if names.is_empty() {
        return (None, Vec::new());
    }
    let mut problems = Vec::new();
    let mut task = Task::default();
    let mut starter = None;
    for name in names {
        let file = format!("{folder}/{name}");
        let mut problem = |line: usize, text: String| problems.push(Problem { file: file.clone(), line, text });
        let text = match around.text(&file) {
            // Line ends differ from editor to editor; Python's don't.
            Ok(text) => text.replace("\r\n", "\n"),
            Err(reason) => {
                problem(1, reason);
                continue;
            }
        };
        match name.as_str() {
            "check.py" => task.check = text,
            "solution.py" => task.solution = text,
            "starter.py" => starter = Some(text),
            "commands.txt" => {
                task.commands = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            }
            "hints.md" => {
                task.hints = hints(&text);
                if task.hints.len() < 2 {
                    problem(1, "a task has two hints at least, each an item of a list".into());
                }
            }
            _ if name.starts_with("wrong-") && name.ends_with(".py") => {
                let says = text.lines().next().and_then(|line| line.strip_prefix(SAYS));
                match says.filter(|says| !says.trim().is_empty()) {
                    Some(says) => task.wrong.push(Wrong { file: name, says: says.trim().to_owned(), source: text }),
                    None => problem(
                        1,
                        format!("its first line is `{SAYS}` and the beginning of what its author gets to read"),
                    ),
                }
            }
            _ => problem(
                1,
                "a task has check.py, solution.py, hints.md, starter.py, commands.txt and wrong-*.py, and no other file".into(),
            ),
        }
    }
    for (file, is_there) in [
        ("check.py", !task.check.trim().is_empty()),
        ("solution.py", !task.solution.trim().is_empty()),
        ("hints.md", !task.hints.is_empty()),
    ] {
        if !is_there {
            let text = format!("the task `{id}` has no {file}");
            problems.push(Problem { file: format!("{folder}/{file}"), line: 1, text });
        }
    }
    problems.dedup_by(|one, other| one.file == other.file);
    (Some((task, starter)), problems)
}

/// The items of the list in a Markdown text, each as HTML.
pub fn hints(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut depth, mut events) = (0, Vec::new());
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(Tag::Item) => {
                depth += 1;
                if depth > 1 {
                    events.push(Event::Start(Tag::Item));
                }
            }
            Event::End(TagEnd::Item) => {
                depth -= 1;
                if depth == 0 {
                    let mut item = String::new();
                    html::push_html(&mut item, events.drain(..));
                    found.push(item);
                } else {
                    events.push(Event::End(TagEnd::Item));
                }
            }
            event if depth > 0 => events.push(event),
            _ => {}
        }
    }
    found
}
