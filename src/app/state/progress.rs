//! Progress: what the reader has done of the course, how long the rest takes, and the file in which it travels.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Attempt, Guess, Loading, Practice, State};
use crate::app::state::effect::Effect;
use crate::app::state::forms::Fields;
use crate::app::state::key::CellKey;
use crate::lesson::Page;

/// Names the form of the file.
const FORMAT: &str = "workbook-progress";
/// The version of the form. A file of another version is refused.
const VERSION: u32 = 1;
/// Words that a reader of such a text reads in a minute.
const WORDS_A_MINUTE: usize = 150;
/// Minutes for a cell, which is to be read, run and changed; and for a guess.
const MINUTES_A_CELL: f64 = 1.0;
const MINUTES_A_GUESS: f64 = 0.5;

/// How much of a page, or of the course, is done.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// How many exercises and guesses there are.
    pub items: usize,
    /// How many of them are done.
    pub done: usize,
    /// How many minutes all of it takes, reading included.
    pub minutes: f64,
}

impl Progress {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self { items: self.items + other.items, done: self.done + other.done, minutes: self.minutes + other.minutes }
    }
}

/// A length of time in words, to five minutes: `15 min`, `2 h 30`.
pub fn minutes(minutes: f64) -> String {
    let whole = (minutes / 5.0).round().max(1.0) as u32 * 5;
    match whole {
        0..60 => format!("{whole} min"),
        _ if whole.is_multiple_of(60) => format!("{} h", whole / 60),
        _ => format!("{} h {:02}", whole / 60, whole % 60),
    }
}

/// The file in which a reader takes along what was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Portable {
    format: String,
    version: u32,
    /// The title of the course that it belongs to.
    course: String,
    /// The reader's text of each cell that differs from the page's.
    edits: Vec<(CellKey, String)>,
    /// What stands in the boxes of each exercise.
    boxes: Vec<(CellKey, Vec<String>)>,
    /// What was done with each exercise.
    practice: Vec<(CellKey, Practice)>,
    /// What was guessed about each cell.
    guesses: Vec<(CellKey, Guess)>,
    /// What stands in the fields of each form.
    #[serde(default)]
    fields: Vec<(CellKey, Fields)>,
}

impl Portable {
    /// Reads a file.
    ///
    /// # Errors
    /// A sentence for the reader, if it is not a file with the progress in `course`.
    pub fn read(text: &str, course: &str) -> Result<Self, String> {
        /// What can be read of any version.
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
            course: String,
        }
        let head: Head =
            serde_json::from_str(text).map_err(|_| "This file has no progress of a workbook in it.".to_owned())?;
        if head.format != FORMAT {
            return Err("This file has no progress of a workbook in it.".into());
        }
        if head.version != VERSION {
            return Err(format!(
                "This file is of version {}, and this workbook reads version {VERSION} only.",
                head.version
            ));
        }
        if head.course != course {
            return Err(format!("This file is about another course, “{}”.", head.course));
        }
        serde_json::from_str(text).map_err(|error| format!("This file is damaged, in line {}.", error.line()))
    }
}

impl State {
    /// How much of each page is done, in the course's order. `attempts` are all exercises of the course.
    pub fn progress(&self, attempts: &[Attempt]) -> Vec<Progress> {
        let Loading::Here(course) = &self.course else { return Vec::new() };
        course.pages.iter().map(|page| self.progress_of(page, attempts)).collect()
    }

    fn progress_of(&self, page: &Page, attempts: &[Attempt]) -> Progress {
        let key = |id: &str| CellKey { slug: page.slug.as_str().into(), id: id.into() };
        let of_page = attempts.iter().filter(|attempt| *attempt.key.slug == *page.slug);
        let (mut items, mut done) = (0, 0);
        for attempt in of_page {
            items += 1;
            done += usize::from(attempt.is_done());
        }
        for cell in page.cells.iter().filter(|cell| cell.prediction.is_some()) {
            items += 1;
            done += usize::from(self.guess(&key(&cell.id)).is_some());
        }
        Progress { items, done, minutes: length(page) }
    }

    /// What the reader takes along, as the text of a file.
    pub fn export(&self) -> String {
        let Loading::Here(course) = &self.course else { return String::new() };
        let edited = self.cells.iter().filter(|(key, cell)| *cell.source != *self.original(key));
        let mut portable = Portable {
            format: FORMAT.into(),
            version: VERSION,
            course: course.title.clone(),
            edits: edited.map(|(key, cell)| (key.clone(), cell.source.to_string())).collect(),
            boxes: self.written.iter().map(|(key, boxes)| (key.clone(), (**boxes).clone())).collect(),
            practice: self.practice.iter().map(|(key, practice)| (key.clone(), (**practice).clone())).collect(),
            guesses: self.guesses.iter().map(|(key, guess)| (key.clone(), (**guess).clone())).collect(),
            fields: self.fields.iter().map(|(key, fields)| (key.clone(), (**fields).clone())).collect(),
        };
        portable.edits.sort();
        portable.boxes.sort();
        portable.practice.sort_by(|one, other| one.0.cmp(&other.0));
        portable.guesses.sort_by(|one, other| one.0.cmp(&other.0));
        portable.fields.sort();
        serde_json::to_string_pretty(&portable).unwrap_or_default()
    }

    /// Takes over what a file has, in the place of all that this browser has of it; or says why not, and changes nothing.
    pub(super) fn import(&mut self, text: Result<String, String>) -> Vec<Effect> {
        let Loading::Here(course) = &self.course else { return Vec::new() };
        let portable = match text.and_then(|text| Portable::read(&text, &course.title)) {
            Ok(portable) => portable,
            Err(sentence) => {
                self.notify(format!("{sentence} Nothing was changed."));
                return Vec::new();
            }
        };
        let mut effects = Vec::new();
        let edited: Vec<CellKey> = self.cells.keys().cloned().collect();
        for cell in edited {
            effects.extend(self.replace_source(&cell, None));
        }
        for (cell, source) in portable.edits {
            if self.has_cell(&cell) {
                effects.extend(self.replace_source(&cell, Some(source)));
            }
        }
        let attempts = self.attempts();
        let is_known = |key: &CellKey| attempts.iter().any(|attempt| attempt.key == *key);
        let boxes: Vec<_> = portable.boxes.into_iter().filter(|(key, _)| is_known(key)).collect();
        let practice: Vec<_> = portable.practice.into_iter().filter(|(key, _)| is_known(key)).collect();
        self.written.clear();
        self.practice.clear();
        self.assessments.clear();
        self.guesses.clear();
        self.fields.clear();
        effects.push(Effect::ForgetPractice);
        for (exercise, boxes) in boxes {
            let boxes = Rc::new(boxes);
            self.written.insert(exercise.clone(), boxes.clone());
            effects.push(Effect::KeepAnswer { exercise, boxes });
        }
        for (exercise, practice) in practice {
            let practice = Rc::new(practice);
            self.practice.insert(exercise.clone(), practice.clone());
            effects.push(Effect::KeepPractice { exercise, practice });
        }
        for (cell, guess) in portable.guesses {
            if self.has_cell(&cell) {
                let guess = Rc::new(guess);
                self.guesses.insert(cell.clone(), guess.clone());
                effects.push(Effect::KeepGuess { cell, guess });
            }
        }
        for (form, fields) in portable.fields.into_iter().filter(|(form, _)| self.has_form(form)).collect::<Vec<_>>() {
            let fields = Rc::new(fields);
            self.fields.insert(form.clone(), fields.clone());
            effects.push(Effect::KeepFields { form, fields });
        }
        self.notify("Your progress was brought in from the file.".into());
        effects
    }

    /// Puts a text into a cell's editor; `None` is the page's own.
    fn replace_source(&mut self, key: &CellKey, source: Option<String>) -> Option<Effect> {
        self.brought = self.brought.take().filter(|brought| brought.cell != *key);
        let text: Rc<str> = source.clone().map_or_else(|| self.original(key).into(), Into::into);
        if self.cell(key).source == text {
            return None;
        }
        self.put(key, text);
        Some(Effect::KeepEdit { cell: key.clone(), source })
    }
}

/// How many minutes a page takes: reading it, its cells, its guesses and its exercises.
fn length(page: &Page) -> f64 {
    let cells = page.cells.iter().filter(|cell| !cell.is_starter);
    let (count, guesses) =
        cells.fold((0, 0), |(count, guesses), cell| (count + 1, guesses + usize::from(cell.prediction.is_some())));
    let exercises: u32 = page.exercises.iter().map(|exercise| exercise.minutes).sum();
    page.words as f64 / WORDS_A_MINUTE as f64
        + f64::from(count) * MINUTES_A_CELL
        + guesses as f64 * MINUTES_A_GUESS
        + f64::from(exercises)
}
