//! Predictions: what the reader has guessed that cells would give, before they show it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Happening, State, What};
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::{Prediction, is_right};

/// A guess about a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// What the reader has chosen or typed.
    pub given: Vec<String>,
    /// What became of it.
    pub end: GuessEnd,
    /// Whether a wrong guess was followed by a right one, at the end of the page.
    #[serde(default)]
    pub mended: bool,
}

/// What became of a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuessEnd {
    /// It was right.
    Right,
    /// It was wrong.
    Wrong,
    /// The reader did not want to guess.
    Shown,
}

impl GuessEnd {
    /// The word in the page's attribute `data-state`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Shown => "shown",
        }
    }
}

impl State {
    /// The guess that the reader has made about a cell.
    pub fn guess(&self, cell: &CellKey) -> Option<&Rc<Guess>> {
        self.guesses.get(cell)
    }

    fn prediction(&self, cell: &CellKey) -> Option<&Prediction> {
        self.lesson_cell(cell)?.prediction.as_ref()
    }

    /// Whether the cell's output stays shut until the reader has guessed what it will be. The question is about the cell as
    /// the page has it: what a text of the reader's own gives is shown.
    pub fn is_shut(&self, cell: &CellKey) -> bool {
        self.is_asked(cell) && !self.cell(cell).is_own
    }

    /// Whether the reader is still to guess what a cell gives.
    pub fn is_asked(&self, cell: &CellKey) -> bool {
        self.prediction(cell).is_some() && !self.guesses.contains_key(cell)
    }

    /// The happening as it is shown: of a run whose output is shut it is not told that it raised.
    pub fn told(&self, happening: &Happening) -> Happening {
        match &happening.what {
            What::Raised(key) if self.is_shut(key) => Happening { what: What::Ran(key.clone()), ..happening.clone() },
            _ => happening.clone(),
        }
    }

    /// Hears a guess; `None` if the reader does not want to guess. A later guess only mends a wrong one.
    pub(super) fn hear_guess(&mut self, cell: CellKey, given: Option<Vec<String>>) -> Vec<Effect> {
        let Some(prediction) = self.prediction(&cell) else { return Vec::new() };
        let right = given.as_ref().is_some_and(|given| is_right(prediction, given));
        let guess = match self.guesses.get(&cell) {
            Some(before) => Guess { mended: before.mended || right, ..(**before).clone() },
            None => {
                let end = match (&given, right) {
                    (None, _) => GuessEnd::Shown,
                    (_, true) => GuessEnd::Right,
                    (_, false) => GuessEnd::Wrong,
                };
                Guess { given: given.unwrap_or_default(), end, mended: false }
            }
        };
        self.announcement = match (guess.end, guess.mended) {
            (GuessEnd::Shown, _) => "The output is shown.".into(),
            (GuessEnd::Right, _) | (_, true) => "Your guess is right.".into(),
            (GuessEnd::Wrong, false) => "Your guess is wrong.".into(),
        };
        let guess = Rc::new(guess);
        self.guesses.insert(cell.clone(), guess.clone());
        vec![Effect::KeepGuess { cell, guess }]
    }
}
