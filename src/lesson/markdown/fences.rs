//! Turns a page's fences into what they stand for: cells, outputs, listings of files, diagrams, exercises, the place of
//! the checks, or plain code.

use std::ops::Range;

use paper::Status;
use pulldown_cmark::Event;

use super::{PageReader, escape};
use crate::lesson::exercise::Exercise;
use crate::lesson::fence::{self, Fence};
use crate::lesson::{Cell, Expectation, diagram, listing};

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
        match fence::read(info) {
            Ok(Fence::Cell { id, raises, differs, input, leaves }) => {
                let slot = format!("<div data-slot=\"cell {id}\"></div>\n");
                self.events.push(Event::Html(slot.into()));
                let leaves = leaves.map(|leaves| self.leaves(line, &leaves));
                let expected = Expectation { raises, differs, leaves, ..Expectation::default() };
                let input = input.iter().flat_map(|lines| lines.split('|')).map(str::to_owned).collect();
                self.page.cells.push(Cell { id, source: code, line, input, expected });
                self.awaiting_output = true;
            }
            Ok(Fence::Output { cpython }) => {
                let cell = self.page.cells.last_mut().filter(|_| self.awaiting_output);
                match cell {
                    Some(cell) if cpython => cell.expected.cpython_output = Some(code),
                    Some(cell) => cell.expected.output = code,
                    None => self.problem(line, "an `output` fence stands right below its cell"),
                }
            }
            Ok(Fence::Diagram) => {
                self.awaiting_output = false;
                match diagram::read(&code, |target, number| self.resolve(target, line + 1 + number)) {
                    Ok(diagram) => {
                        self.events.push(Event::Html(diagram::slot(self.page.diagrams.len()).into()));
                        self.page.diagrams.push(diagram);
                    }
                    Err(problems) => problems.iter().for_each(|(number, text)| self.problem(line + 1 + number, text)),
                }
            }
            Ok(Fence::Listing { file, only }) => {
                self.awaiting_output = false;
                match self.listing(&file, only.as_deref(), &code) {
                    Ok(html) => self.events.push(Event::Html(html.into())),
                    Err(sentence) => self.problem(line, &sentence),
                }
            }
            Ok(Fence::Exercise { id, cell, leaves }) => {
                self.awaiting_output = false;
                let boxes: Vec<String> =
                    code.lines().map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned).collect();
                if boxes.is_empty() {
                    self.problem(line, "an exercise has a line for each box that the reader fills in");
                }
                let leaves = leaves.map(|leaves| self.leaves(line, &leaves));
                self.events.push(Event::Html(format!("<div data-slot=\"exercise {id}\"></div>\n").into()));
                let answer = Default::default();
                self.page.exercises.push(Exercise { id, boxes, cell, leaves, answer, line });
            }
            Ok(Fence::Checks) => {
                self.awaiting_output = false;
                self.events.push(Event::Html("<div data-slot=\"checks\"></div>\n".into()));
            }
            Ok(Fence::Plain) => {
                self.awaiting_output = false;
                let language = info.split(' ').next().unwrap_or_default();
                // As pulldown-cmark writes it, but able to have the focus: so the keyboard scrolls a wide block.
                let (language, code) = (escape(language), escape(&code));
                let shown = format!("<pre tabindex=\"0\"><code class=\"language-{language}\">{code}</code></pre>\n");
                self.events.push(Event::Html(shown.into()));
            }
            Err(sentence) => self.problem(line, &sentence),
        }
    }

    /// The HTML that shows the course's file `file`, or only the definition `only` in it. `code` is the content of the
    /// fence.
    fn listing(&self, file: &str, only: Option<&str>, code: &str) -> Result<String, String> {
        if !code.trim().is_empty() {
            return Err("the fence of a file is empty: the build fills it in".into());
        }
        let text = String::from_utf8((self.around.file)(file)?).map_err(|_| format!("{file} is not text"))?;
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
