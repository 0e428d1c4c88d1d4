//! Exercises: what the reader has written, and whether that is an attempt.

use std::rc::Rc;

use super::{Loading, State};
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::Exercise;
use paper::{Finding, Status};

/// An exercise as its reader has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pub key: CellKey,
    pub exercise: Rc<Exercise>,
    /// What stands in each box.
    pub boxes: Rc<Vec<String>>,
    /// How far the ledger of its cell's last run is from what it should be; none if it has not run, or nothing is asked.
    pub ending: Option<Ending>,
}

/// Findings as `leaves=` has them. What a cell changes and puts back besides is its own affair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ending {
    /// Left behind, and should not be.
    pub extra: Vec<String>,
    /// Asked for, and not there.
    pub missing: Vec<String>,
}

impl Ending {
    pub fn is_good(&self) -> bool {
        *self == Self::default()
    }
}

impl Attempt {
    /// The model answer opens once there is something in every box. Whether it is good only its writer can say.
    pub fn is_made(&self) -> bool {
        self.boxes.iter().all(|text| !text.trim().is_empty())
    }

    /// The word in `data-state`.
    pub fn word(&self) -> &'static str {
        if self.is_made() { "attempted" } else { "open" }
    }
}

impl State {
    /// All exercises of the course.
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
        let words = |finding: &Finding| format!("{} {} {}", finding.kind, finding.target, finding.status.word());
        let left = film.findings.iter().filter(|finding| finding.status != Status::Reverted);
        let found: Vec<String> = film.findings.iter().map(words).collect();
        Some(Ending {
            extra: left.map(words).filter(|finding| !leaves.contains(finding)).collect(),
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
