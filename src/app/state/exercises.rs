//! Exercises: what the reader has written, whether it passes its check, and whether that is enough to open the answer.

use std::rc::Rc;

use paper::verdict::Task;
use paper::{Code, Verdict};
use serde::{Deserialize, Serialize};

use super::{Loading, Python, State};
use crate::app::crew::Unseen;
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::{Exercise, Exit, Page};

/// How many characters a box has at least, in how many words, that opens a model answer. Less is no answer to any question
/// that a box asks.
const SUBSTANCE: (usize, usize) = (20, 4);

/// What the reader has done with an exercise, beside what stands in its boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    /// How many answers were assessed that ran and did not pass.
    pub tries: u32,
    /// How many hints are shown.
    pub hints: u32,
    /// How far the answer is shown.
    pub shown: Shown,
    /// The answer that has passed; `None` if none has.
    pub passed: Option<String>,
    /// Whether the answer was shown before that.
    pub helped: bool,
}

impl Practice {
    /// What was done in two places together.
    pub fn and(self, other: Self) -> Self {
        Self {
            tries: self.tries.max(other.tries),
            hints: self.hints.max(other.hints),
            shown: self.shown.max(other.shown),
            helped: self.helped || other.helped,
            passed: self.passed.or(other.passed),
        }
    }
}

/// How far the answer of a task is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Not at all.
    #[default]
    Shut,
    /// Its lines, to be put in order.
    Lines,
    /// The whole of it.
    Whole,
}

/// What the last press of Check has come to. The next visit does not find it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Assessment {
    /// Check was not pressed yet.
    #[default]
    None,
    /// The answer is being assessed, for the press of this number.
    Awaited(u32),
    /// The check has a verdict about the answer `of` this source.
    Here {
        /// The reader's cell.
        of: Rc<str>,
        /// The verdict.
        verdict: Rc<Verdict>,
    },
    /// There is no verdict, for this reason: the second half of a sentence.
    Failed(String),
}

/// An exercise as the reader has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Which exercise it is; it has a key of the same form as a cell.
    pub key: CellKey,
    /// The exercise as the page has it.
    pub exercise: Rc<Exercise>,
    /// What stands in each of its boxes.
    pub boxes: Rc<Vec<String>>,
    /// What the reader has done with it.
    pub practice: Rc<Practice>,
    /// What the last press of Check has come to.
    pub assessment: Assessment,
    /// What stands in the cell in which the reader works; empty if there is no such cell.
    pub source: Rc<str>,
}

impl Attempt {
    /// Whether there has been an attempt of substance, which opens the answer: something in every box, and an answer that
    /// was checked, if it can be checked. Whether the boxes are good only the reader can say.
    pub fn is_made(&self) -> bool {
        self.are_boxes_filled()
            && (self.exercise.task.is_none() || self.practice.tries > 0 || self.practice.passed.is_some())
    }

    /// Whether there is something of substance in every box.
    pub fn are_boxes_filled(&self) -> bool {
        let (letters, words) = SUBSTANCE;
        let boxes = self.boxes.iter().take(self.exercise.boxes.len());
        boxes.into_iter().all(|text| text.trim().chars().count() >= letters && text.split_whitespace().count() >= words)
    }

    /// Whether the reader has done it: the check was passed, or if there is none, all boxes are filled.
    pub fn is_done(&self) -> bool {
        match self.exercise.task {
            Some(_) => self.practice.passed.is_some(),
            None => self.are_boxes_filled(),
        }
    }

    /// The word in the page's attribute `data-state`.
    pub fn word(&self) -> &'static str {
        let is_begun = self.practice.tries > 0 || self.boxes.iter().any(|text| !text.trim().is_empty());
        match () {
            () if self.practice.passed.is_some() => "passed",
            () if is_begun => "attempted",
            () => "open",
        }
    }
}

impl State {
    /// All exercises of the course, as the reader has them.
    pub fn attempts(&self) -> Vec<Attempt> {
        let Loading::Here(course) = &self.course else { return Vec::new() };
        let of_page = |page: &Rc<Page>| {
            let slug: Rc<str> = page.slug.as_str().into();
            page.exercises.iter().map(|exercise| self.attempt_at(&slug, exercise)).collect::<Vec<_>>()
        };
        course.pages.iter().flat_map(of_page).collect()
    }

    /// An exercise, as the reader has it.
    fn attempt_at(&self, slug: &Rc<str>, exercise: &Rc<Exercise>) -> Attempt {
        let key = CellKey { slug: slug.clone(), id: exercise.id.as_str().into() };
        // The author may have added boxes since, which are empty, or taken some away, whose text is kept.
        let mut boxes = self.written.get(&key).map_or_else(Vec::new, |boxes| (**boxes).clone());
        boxes.resize(exercise.boxes.len().max(boxes.len()), String::new());
        let cell = self.cell_of(slug, exercise);
        Attempt {
            exercise: exercise.clone(),
            boxes: Rc::new(boxes),
            practice: self.practice.get(&key).cloned().unwrap_or_default(),
            assessment: self.assessments.get(&key).cloned().unwrap_or_default(),
            source: cell.map_or_else(|| "".into(), |cell| self.cell(&cell).source.clone()),
            key,
        }
    }

    /// The cell in which the reader works on an exercise.
    fn cell_of(&self, slug: &Rc<str>, exercise: &Exercise) -> Option<CellKey> {
        exercise.cell.as_ref().map(|cell| CellKey { slug: slug.clone(), id: cell.as_str().into() })
    }

    fn attempt(&self, key: &CellKey) -> Option<Attempt> {
        let Loading::Here(course) = &self.course else { return None };
        let page = course.pages.iter().find(|page| *page.slug == *key.slug)?;
        let exercise = page.exercises.iter().find(|exercise| *exercise.id == *key.id)?;
        Some(self.attempt_at(&key.slug, exercise))
    }

    /// The tasks of an exit slot, each with whether it was passed.
    pub fn evidence(&self, exit: &Exit) -> Vec<(CellKey, bool)> {
        let of_task = |(slug, id): &(String, String)| {
            let key = CellKey { slug: slug.as_str().into(), id: id.as_str().into() };
            let passed = self.practice.get(&key).is_some_and(|practice| practice.passed.is_some());
            (key, passed)
        };
        exit.tasks.iter().map(of_task).collect()
    }

    pub(super) fn write(&mut self, exercise: CellKey, number: usize, text: String) -> Vec<Effect> {
        let Some(mut boxes) = self.attempt(&exercise).map(|attempt| (*attempt.boxes).clone()) else {
            return Vec::new();
        };
        if let Some(place) = boxes.get_mut(number) {
            *place = text;
        }
        let boxes = Rc::new(boxes);
        self.written.insert(exercise.clone(), boxes.clone());
        vec![Effect::KeepAnswer { exercise, boxes }]
    }

    /// Has the reader's answer assessed.
    pub(super) fn check(&mut self, exercise: CellKey) -> Vec<Effect> {
        let Some(attempt) = self.attempt(&exercise) else { return Vec::new() };
        let (Some(task), Some(cell)) = (&attempt.exercise.task, &attempt.exercise.cell) else { return Vec::new() };
        if matches!(attempt.assessment, Assessment::Awaited(_)) {
            return Vec::new();
        }
        if matches!(self.python, Python::Loading { .. }) {
            self.announcement = "Python is still starting. Press Check again in a moment.".into();
            self.assessments.insert(exercise, Assessment::Failed("Python is still starting".into()));
            return Vec::new();
        }
        self.checks += 1;
        self.assessments.insert(exercise.clone(), Assessment::Awaited(self.checks));
        self.announcement = "Checking your answer.".into();
        let code = Code { cell: cell.clone(), source: attempt.source.to_string() };
        // The seed is another one at each press, in each visit.
        let seed = (self.now as u64 as u32).wrapping_add(self.checks.wrapping_mul(0x9e37_79b9));
        vec![Effect::Assess { exercise, number: self.checks, task: Task { code, check: task.check.clone(), seed } }]
    }

    /// Hears what the check of a task says about the answer `of` this source. Meanwhile everything may have been
    /// forgotten, or the course may have changed; only the verdict that is awaited counts.
    pub(super) fn hear_verdict(
        &mut self,
        exercise: CellKey,
        number: u32,
        of: Rc<str>,
        verdict: Result<Verdict, Unseen>,
    ) -> Vec<Effect> {
        if self.assessments.get(&exercise) != Some(&Assessment::Awaited(number)) {
            return Vec::new();
        }
        let Some(attempt) = self.attempt(&exercise) else { return Vec::new() };
        let verdict = match verdict {
            Ok(verdict) => Rc::new(verdict),
            Err(unseen) => {
                let reason = unseen.reason();
                self.announcement = format!("Your answer could not be checked: {reason}.");
                self.assessments.insert(exercise, Assessment::Failed(reason));
                return Vec::new();
            }
        };
        let mut practice = (*attempt.practice).clone();
        if verdict.passed {
            practice.helped |= practice.passed.is_none() && practice.shown != Shown::Shut;
            practice.passed = Some(of.to_string());
        } else if self.is_real(&attempt, &of) && verdict.ran {
            practice.tries += 1;
        }
        let right = verdict.lines.iter().filter(|line| line.ok).count();
        self.announcement = match verdict.passed {
            true => "Your answer passes.".into(),
            false => format!("Your answer does not pass yet: {right} of {} are right.", verdict.lines.len()),
        };
        self.assessments.insert(exercise.clone(), Assessment::Here { of, verdict });
        self.practise(exercise, practice)
    }

    /// Whether an answer is more than what the page has put into the cell.
    fn is_real(&self, attempt: &Attempt, source: &str) -> bool {
        let cell = self.cell_of(&attempt.key.slug, &attempt.exercise);
        let starter = cell.as_ref().map_or("", |cell| self.original(cell));
        !source.trim().is_empty() && source.trim() != starter.trim()
    }

    /// Puts a line below the text of the reader's cell, and runs that.
    pub(super) fn command(&mut self, exercise: CellKey, line: &str) -> Vec<Effect> {
        let Some(attempt) = self.attempt(&exercise) else { return Vec::new() };
        let Some(key) = self.cell_of(&exercise.slug, &attempt.exercise) else { return Vec::new() };
        if self.cell(&key).phase.is_pending() || matches!(self.python, Python::Failed(_)) {
            return Vec::new();
        }
        let cell = self.cell_mut(&key);
        let text = format!("{}\n{line}", cell.source.trim_end());
        (cell.source, cell.revision) = (text.as_str().into(), cell.revision + 1);
        let mut effects = vec![Effect::KeepEdit { cell: key.clone(), source: Some(text) }];
        effects.extend(self.run(key));
        effects
    }

    /// Shows the next hint of a task.
    pub(super) fn hint(&mut self, exercise: CellKey) -> Vec<Effect> {
        let Some(attempt) = self.attempt(&exercise) else { return Vec::new() };
        let most = attempt.exercise.task.as_ref().map_or(0, |task| task.hints.len() as u32);
        let mut practice = (*attempt.practice).clone();
        practice.hints = (practice.hints + 1).min(most);
        self.announcement = format!("Hint {} of {most} stands below the buttons.", practice.hints);
        self.practise(exercise, practice)
    }

    /// Shows more of a task's answer: first its lines out of order, then the whole.
    pub(super) fn show_answer(&mut self, exercise: CellKey) -> Vec<Effect> {
        let Some(attempt) = self.attempt(&exercise).filter(Attempt::is_made) else { return Vec::new() };
        let mut practice = (*attempt.practice).clone();
        practice.shown = match practice.shown {
            Shown::Shut if practice.passed.is_none() => Shown::Lines,
            _ => Shown::Whole,
        };
        self.announcement = match practice.shown {
            Shown::Lines => "The lines of an answer stand below, out of order.".into(),
            _ => "An answer stands below.".into(),
        };
        self.practise(exercise, practice)
    }

    /// Lets go of what checks have said that the author has changed.
    pub(super) fn forget_changed_checks(&mut self, before: &[Attempt]) {
        let check = |attempt: &Attempt| attempt.exercise.task.as_ref().map(|task| task.check.clone());
        let now = self.attempts();
        self.assessments.retain(|key, _| {
            let of = |attempts: &[Attempt]| attempts.iter().find(|attempt| attempt.key == *key).and_then(check);
            of(before).is_some() && of(before) == of(&now)
        });
    }

    fn practise(&mut self, exercise: CellKey, practice: Practice) -> Vec<Effect> {
        let practice = Rc::new(practice);
        self.practice.insert(exercise.clone(), practice.clone());
        vec![Effect::KeepPractice { exercise, practice }]
    }
}
