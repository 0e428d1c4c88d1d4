//! Exercises: what the reader has written, and whether that is enough to open the model answer.

use std::rc::Rc;

use super::{Loading, State};
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::Exercise;
use paper::{Finding, Status};

/// An exercise as the reader has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Which exercise it is; it has a key of the same form as a cell.
    pub key: CellKey,
    /// The exercise as the page has it.
    pub exercise: Rc<Exercise>,
    /// What stands in each of its boxes.
    pub boxes: Rc<Vec<String>>,
    /// How the findings of the last run of its cell differ from those that it should leave; `None` if the cell's output
    /// is of no run or the run could not be watched, or if the exercise asks for nothing.
    pub ending: Option<Ending>,
}

/// How the findings of a run differ from those in the exercise's `leaves=`, each in the form that `leaves=` has: kind,
/// target and status. What the cell changed and put back itself does not count, unless it is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ending {
    /// What was left behind and should not be.
    pub extra: Vec<String>,
    /// What was asked for and is not there.
    pub missing: Vec<String>,
}

impl Ending {
    /// Whether the cell leaves just what it should.
    pub fn is_good(&self) -> bool {
        *self == Self::default()
    }
}

impl Attempt {
    /// Whether there is something in every box, which opens the model answer. Whether that something is good only the
    /// reader can say.
    pub fn is_made(&self) -> bool {
        self.boxes.iter().all(|text| !text.trim().is_empty())
    }

    /// The word in the page's attribute `data-state`.
    pub fn word(&self) -> &'static str {
        if self.is_made() { "attempted" } else { "open" }
    }
}

impl State {
    /// All exercises of the course, as the reader has them.
    pub fn attempts(&self) -> Vec<Attempt> {
        let Loading::Here(course) = &self.course else { return Vec::new() };
        let of_page = course.pages.iter().flat_map(|page| page.exercises.iter().map(move |exercise| (page, exercise)));
        of_page
            .map(|(page, exercise)| {
                let key = CellKey { slug: page.slug.as_str().into(), id: exercise.id.as_str().into() };
                let empty = || Rc::new(vec![String::new(); exercise.boxes.len()]);
                let boxes = self.written.get(&key).cloned().unwrap_or_else(empty);
                Attempt { ending: self.ending(&key.slug, exercise), exercise: Rc::new(exercise.clone()), boxes, key }
            })
            .collect()
    }

    fn ending(&self, slug: &Rc<str>, exercise: &Exercise) -> Option<Ending> {
        let (leaves, cell) = (exercise.leaves.as_ref()?, exercise.cell.as_ref()?);
        let key = CellKey { slug: slug.clone(), id: cell.as_str().into() };
        let film = self.film_of(&self.cell(&key)).filter(|film| film.missing.is_none())?;
        let left = film.findings.iter().filter(|finding| finding.status != Status::Reverted);
        let found: Vec<String> = film.findings.iter().map(Finding::words).collect();
        Some(Ending {
            extra: left.map(Finding::words).filter(|finding| !leaves.contains(finding)).collect(),
            missing: leaves.iter().filter(|finding| !found.contains(finding)).cloned().collect(),
        })
    }

    pub(super) fn write(&mut self, exercise: CellKey, number: usize, text: String) -> Vec<Effect> {
        let attempt = self.attempts().into_iter().find(|attempt| attempt.key == exercise);
        let Some(mut boxes) = attempt.map(|attempt| (*attempt.boxes).clone()) else { return Vec::new() };
        if let Some(place) = boxes.get_mut(number) {
            *place = text;
        }
        let boxes = Rc::new(boxes);
        self.written.insert(exercise.clone(), boxes.clone());
        vec![Effect::KeepAnswer { exercise, boxes }]
    }
}
