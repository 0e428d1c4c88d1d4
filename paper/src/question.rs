//! What a fork of the interpreter can be asked.

use serde::{Deserialize, Serialize};

use crate::run::Code;
use crate::verdict::{Ran, Tried, Wanted};

/// A question to a fork. The functions that answer it, in `looking.py`, `completing.py`, `ledger.py`, `elsewhere.py`,
/// `trying.py`, `judging.py` and `picturing.py` below `interpreter/python/`, have the names of the variants, and parameters with the names of the fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ask")]
pub enum Question {
    /// Which variables there are.
    Variables {
        /// The names of those whose repr is known not to end.
        skip: Vec<String>,
        /// Whether to ask for reprs other than those of Python's own types.
        #[serde(default = "yes")]
        reprs: bool,
    },
    /// How a text may go on.
    Complete {
        /// The text before the cursor.
        before: String,
        /// The text after the cursor.
        after: String,
    },
    /// What an expression gives.
    Evaluate {
        /// The expression, in Python.
        expression: String,
    },
    /// What a run changes. The fork runs the cell again, watched.
    Film {
        /// The cell that ran.
        #[serde(flatten)]
        code: Code,
        /// Whether to look before each statement, or only at the beginning and the end.
        #[serde(default = "yes")]
        watched: bool,
        /// Milliseconds that looking may take, if they are fewer than usual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<f64>,
    },
    /// Where a cell could fail.
    Sites {
        /// The cell.
        #[serde(flatten)]
        code: Code,
        /// The line, counted from 1, at which the run begins to count: what was there before is not its work, and places
        /// that it passes before are none. `None` is its beginning.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<u32>,
    },
    /// Prepare to run a cell that fails. Its forks are asked [`Question::Fault`].
    Trial {
        /// The cell.
        #[serde(flatten)]
        code: Code,
        /// As in [`Question::Sites`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<u32>,
    },
    /// What is left if the cell of the trial fails at this place.
    Fault {
        /// The line, counted from 1.
        line: u32,
        /// The call that fails, as [`Site::call`](crate::seen::Site::call) has it; empty if the statement itself does.
        call: String,
    },
    /// What a program gives in a pristine interpreter.
    Elsewhere {
        /// The program.
        source: String,
    },
    /// What a piece of Python gives; it comes from the check of a task.
    Case {
        /// The piece.
        source: String,
        /// Names that are the reader's in it, although Python has them, too.
        uses: Vec<String>,
    },
    /// What the check of a task says. Asked of a pristine interpreter.
    Judge {
        /// The check.
        check: String,
        /// The reader's cell.
        source: String,
        /// What became of running the cell.
        ran: Ran,
        /// What the check wanted to be tried until now, and what became of it.
        tried: Vec<(Wanted, Tried)>,
        /// What the check's random numbers begin with.
        seed: u32,
    },
    /// A picture of what a mechanism of Python does; see [`Picture`](crate::Picture).
    Lens {
        /// Which lens is to draw it: one of [`LENSES`](crate::lens::LENSES), or empty if the subject decides.
        kind: String,
        /// The Python that it is about.
        subject: String,
    },
}

impl Question {
    /// The cell that the question is about, if it is about running one.
    pub fn code(&self) -> Option<&Code> {
        match self {
            Self::Film { code, .. } | Self::Sites { code, .. } | Self::Trial { code, .. } => Some(code),
            Self::Variables { .. }
            | Self::Complete { .. }
            | Self::Evaluate { .. }
            | Self::Fault { .. }
            | Self::Elsewhere { .. }
            | Self::Case { .. }
            | Self::Judge { .. }
            | Self::Lens { .. } => None,
        }
    }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_its_name_and_its_arguments() {
        let code = Code { cell: "a".into(), source: "1".into() };
        let film = Question::Film { code, watched: true, within: None };
        let json = r#"{"ask":"film","cell":"a","source":"1","watched":true}"#;
        assert_eq!(serde_json::to_string(&film).unwrap(), json);
        assert_eq!(serde_json::from_str::<Question>(json).unwrap(), film);
        let variables = serde_json::from_str(r#"{"ask": "variables", "skip": ["x"]}"#).unwrap();
        assert_eq!(Question::Variables { skip: vec!["x".into()], reprs: true }, variables);
    }
}
