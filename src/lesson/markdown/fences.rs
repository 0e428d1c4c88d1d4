//! Turns a page's fences into what they stand for: cells, outputs, listings of files, diagrams, exercises, the place of
//! the checks, or plain code.

use std::ops::Range;
use std::rc::Rc;

use paper::Status;
use pulldown_cmark::Event;

use super::{OutputOf, PageReader, escape, to_html};
use crate::lesson::anchors::own_cell;
use crate::lesson::exercise::{Exercise, USUAL_MINUTES};
use crate::lesson::fence::{self, Fence};
use crate::lesson::prediction::Draft;
use crate::lesson::{Cell, Exit, Expectation, Lens, diagram, form, listing, task};

/// What is wrong with a prediction that no cell follows.
const LONELY: &str = "a `predict` fence stands right above the cell that it is about";

impl PageReader<'_> {
    /// Reads the value of `leaves=`: findings in the form `kind target status`, with `|` between them, or `nothing`.
    fn leaves(&mut self, line: usize, leaves: &str) -> Vec<String> {
        let found: Vec<String> =
            leaves.split('|').map(|finding| finding.trim().to_owned()).filter(|finding| finding != "nothing").collect();
        for finding in &found {
            let ends = Status::ALL.iter().any(|status| finding.ends_with(&format!(" {}", status.word())));
            if !ends || finding.split(' ').count() < 3 {
                let known = Status::ALL.map(Status::word).join(", ");
                self.problem(
                    line,
                    &format!(
                        "`{finding}` in `leaves=` is no finding: kind, target, and one of {known}, or just `nothing`"
                    ),
                );
            }
        }
        found
    }

    /// Takes over a fence: `info` is its info string, `code` its content, `place` where it stands in the page's text.
    pub(super) fn fence(&mut self, info: &str, code: String, place: Range<usize>) {
        let line = self.line(place.start);
        let read = fence::read(info);
        // Of a prediction, only the cell right below may take it.
        let draft = self.draft.take();
        if let (Some(draft), false) = (&draft, matches!(read, Ok(Fence::Cell { .. }) | Err(_))) {
            self.problem(draft.line(), LONELY);
        }
        if !matches!(read, Ok(Fence::Cell { .. } | Fence::Output { .. }) | Err(_)) {
            self.output_of = None;
        }
        match read {
            Ok(Fence::Cell { id, raises, differs, input, leaves }) => {
                let slot = format!("<div data-slot=\"cell {id}\"></div>\n");
                self.events.push(Event::Html(slot.into()));
                let leaves = leaves.map(|leaves| self.leaves(line, &leaves));
                let expected = Expectation { raises, differs, leaves, ..Expectation::default() };
                let input = input.iter().flat_map(|lines| lines.split('|')).map(str::to_owned).collect();
                if let Some(draft) = draft {
                    self.drafts.push((self.page.cells.len(), draft));
                }
                self.page.cells.push(Cell { id, source: code, line, input, expected, ..Cell::default() });
                self.output_of = Some(OutputOf::Cell);
            }
            Ok(Fence::Output { cpython }) => {
                let (cell, lens) = (self.page.cells.last_mut(), self.page.lenses.last_mut());
                match (self.output_of, cell, lens) {
                    (Some(OutputOf::Cell), Some(cell), _) if cpython => cell.expected.cpython_output = Some(code),
                    (Some(OutputOf::Cell), Some(cell), _) => cell.expected.output = code,
                    (Some(OutputOf::Lens), _, Some(lens)) if !cpython => lens.text = code,
                    (Some(OutputOf::Lens), ..) => {
                        self.problem(line, "a lens shows the same in CPython: `output cpython` can't stand below it");
                    }
                    _ => self.problem(line, "an `output` fence stands right below its cell or lens"),
                }
            }
            Ok(Fence::Diagram) => {
                match diagram::read(&code, |target, number| self.resolve(target, line + 1 + number)) {
                    Ok(diagram) => {
                        self.events.push(Event::Html(diagram::slot(self.page.diagrams.len()).into()));
                        self.page.diagrams.push(diagram);
                    }
                    Err(problems) => problems.iter().for_each(|(number, text)| self.problem(line + 1 + number, text)),
                }
            }
            Ok(Fence::Listing { file, only }) => match self.listing(&file, only.as_deref(), &code) {
                Ok(html) => self.events.push(Event::Html(html.into())),
                Err(sentence) => self.problem(line, &sentence),
            },
            Ok(Fence::Exercise { id, cell, minutes }) => self.exercise(id, cell, minutes, &code, line),
            Ok(Fence::Predict { asks }) => match Draft::read(&asks, &code, line) {
                Ok(draft) => self.draft = Some(draft),
                Err(sentence) => self.problem(line, &sentence),
            },
            Ok(Fence::Exit { id, tasks }) => {
                self.events.push(Event::Html(format!("<div data-slot=\"exit {id}\"></div>\n").into()));
                let text = to_html(&code);
                let tasks = tasks.split_whitespace().map(|task| (String::new(), task.to_owned())).collect();
                self.page.exits.push(Exit { id, text, tasks, line });
            }
            Ok(Fence::Form { id }) => {
                self.events.push(Event::Html(format!("<div data-slot=\"form {id}\"></div>\n").into()));
                match form::read(&id, self.around) {
                    Ok(form) => self.page.forms.push(form),
                    Err(problems) => self.problems.extend(problems),
                }
            }
            Ok(Fence::Lens { id, kind }) => {
                self.events.push(Event::Html(format!("<div data-slot=\"lens {id}\"></div>\n").into()));
                let subject = code.trim_end().to_owned();
                if subject.is_empty() {
                    self.problem(line, "the fence of a lens has the Python that the picture is about");
                }
                let cells = self.page.cells.len();
                self.page.lenses.push(Lens { id, kind, subject, cells, line, ..Lens::default() });
                self.output_of = Some(OutputOf::Lens);
            }
            Ok(Fence::Checks) => {
                self.events.push(Event::Html("<div data-slot=\"checks\"></div>\n".into()));
            }
            Ok(Fence::Reach) => {
                self.events.push(Event::Html("<div data-slot=\"reach\"></div>\n".into()));
            }
            Ok(Fence::Plain) => {
                let language = info.split(' ').next().unwrap_or_default();
                // As pulldown-cmark writes it, but able to have the focus: so the keyboard scrolls a wide block.
                let (language, code) = (escape(language), escape(&code));
                let shown = format!("<pre tabindex=\"0\"><code class=\"language-{language}\">{code}</code></pre>\n");
                self.events.push(Event::Html(shown.into()));
            }
            Err(sentence) => self.problem(line, &sentence),
        }
    }

    /// Says that the prediction right above has no cell, if there is one.
    pub(super) fn lose_draft(&mut self) {
        if let Some(draft) = self.draft.take() {
            self.problem(draft.line(), LONELY);
        }
    }

    /// Takes over the fence of an exercise. `text` is its content: the labels of its boxes.
    fn exercise(&mut self, id: String, cell: Option<String>, minutes: Option<String>, text: &str, line: usize) {
        let boxes: Vec<String> =
            text.lines().map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned).collect();
        let minutes = minutes.map(|minutes| minutes.parse().map_err(|_| minutes)).transpose();
        let minutes = minutes.unwrap_or_else(|wrong| {
            self.problem(line, &format!("`minutes={wrong}` is no number of minutes"));
            None
        });
        let (read, problems) = task::read(&id, self.around);
        self.problems.extend(problems);
        self.events.push(Event::Html(format!("<div data-slot=\"exercise {id}\"></div>\n").into()));
        let (task, starter) = read.map_or((None, None), |(task, starter)| (Some(task), starter));
        let cell = match (starter, cell) {
            (Some(_), Some(_)) => {
                self.problem(
                    line,
                    &format!("the exercise `{id}` has a starter.py and `cell=`; one of the two is meant"),
                );
                None
            }
            (Some(source), None) => {
                let own = own_cell(&id);
                self.page.cells.push(Cell { id: own.clone(), source, line, is_starter: true, ..Cell::default() });
                Some(own)
            }
            (None, cell) => cell,
        };
        if task.is_none() && boxes.is_empty() {
            self.problem(line, "an exercise has a line for each box that the reader fills in, or a folder in `tasks/`");
        }
        if task.is_some() && cell.is_none() {
            self.problem(line, &format!("the task `{id}` has neither a starter.py nor `cell=`"));
        }
        let minutes = minutes.unwrap_or(USUAL_MINUTES);
        let exercise = Exercise { id, boxes, cell, minutes, task, answer: None, line };
        self.page.exercises.push(Rc::new(exercise));
    }

    /// The HTML that shows the course's file `file`, or only the definition `only` in it. `code` is the content of the
    /// fence.
    fn listing(&self, file: &str, only: Option<&str>, code: &str) -> Result<String, String> {
        if !code.trim().is_empty() {
            return Err("the fence of a file is empty: the build fills it in".into());
        }
        let text = self.around.text(file)?;
        let (first, shown) = match only {
            None => (1, text.trim_end().to_owned() + "\n"),
            Some(name) => listing::definition(&text, name).ok_or_else(|| format!("{file} does not define `{name}`"))?,
        };
        let last = first + shown.lines().count() - 1;
        let (file, shown) = (escape(file), escape(&shown));
        Ok(format!(
            "<figure class=\"listing\"><figcaption><code>{file}</code>, lines {first} to {last}</figcaption>\n\
             <pre tabindex=\"0\"><code class=\"language-python\">{shown}</code></pre></figure>\n"
        ))
    }
}
