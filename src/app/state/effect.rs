//! What can be done about what has happened.

use std::rc::Rc;

use paper::run::Elsewhere;
use paper::{Code, Task};
use serde::{Deserialize, Serialize};

use super::exercises::Practice;
use super::forms::Fields;
use super::guesses::Guess;
use super::key::CellKey;
use crate::bench;
use crate::protocol::RunId;

/// Something to do that [`State::reduce`](super::State::reduce) cannot do itself.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Effect {
    /// Run a cell. If the run is still at work `limit` seconds after `since`,
    /// [`Action::LimitReached`](super::action::Action::LimitReached) reports it. `since` is in milliseconds since 1970.
    Run { run: RunId, code: Code, since: f64, limit: Option<u32> },
    /// Give a waiting run the line that it reads; `None` is the end of its input. The limit is as for `Run`.
    Line { run: RunId, line: Option<String>, since: f64, limit: Option<u32> },
    /// Run the program that was `asked` for in another interpreter. The run waits for its answer.
    Elsewhere { run: RunId, asked: Elsewhere },
    /// End the run at work and go back to the state before it.
    Stop,
    /// Go to the state at the end of `route`. If the interpreter is `busy`, its run is ended first.
    Become { route: bench::Route, busy: bool },
    /// The run at work has led to the state at the end of `route`: the follower is to go there too.
    Follow { route: bench::Route },
    /// Hold the whole state after the moment of this number. The interpreter is in that state.
    Pack { number: u32 },
    /// Repeat a run in a fork of the state `before` it and say what it changed. If it is `watched`, it is looked at
    /// after each statement, else only at its end. The run itself `took` this many milliseconds.
    Film { run: RunId, code: Code, before: bench::Route, watched: bool, took: f64 },
    /// List the reader's variables in a fork. The reprs of the names in `skip` are left out, because they do not end;
    /// without `reprs`, only values of Python's own types have theirs.
    ListVariables { skip: Vec<String>, reprs: bool },
    /// Keep the reader's text of a cell for the next visit, or forget it if there is none.
    KeepEdit { cell: CellKey, source: Option<String> },
    /// Keep what stands in the boxes of an exercise for the next visit.
    KeepAnswer { exercise: CellKey, boxes: Rc<Vec<String>> },
    /// Have an answer assessed, for the press of Check of this `number`.
    Assess { exercise: CellKey, number: u32, task: Task },
    /// Keep what the reader has done with an exercise for the next visit.
    KeepPractice { exercise: CellKey, practice: Rc<Practice> },
    /// Keep what stands in the fields of a form for the next visit.
    KeepFields { form: CellKey, fields: Rc<Fields> },
    /// Keep what the reader has guessed about a cell for the next visit.
    KeepGuess { cell: CellKey, guess: Rc<Guess> },
    /// Keep where the reader has last done something, for the next visit.
    KeepLast(CellKey),
    /// Have the browser save a JSON file.
    SaveFile { name: String, text: String },
    /// Forget what is kept of exercises and guesses, all that stands in boxes included.
    ForgetPractice,
    /// Keep the time limit, in seconds, for the next visit.
    KeepLimit(Option<u32>),
    /// Write down what has been begun, so that the next visit is told of it if the page is left now; `None` once
    /// nothing is going on.
    MarkUnfinished(Option<Unfinished>),
    /// Write what the next visit should find of the timeline, the outputs and the ledger.
    Save,
    /// Set aside what an earlier visit has left. It could not be brought back and is not to be tried again.
    SetAside,
    /// Forget everything that this browser keeps of this workbook; `tell_others` lets other tabs of the same course
    /// know.
    Forget { tell_others: bool },
    /// Take the code out of the page's address, so that a reload does not bring it again.
    ForgetCode,
    /// Bring the place of this name into view; the top of the page if no name is given.
    Show(Option<String>),
}

/// Something that had begun and not ended when the page was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unfinished {
    /// A run of this cell.
    Run(CellKey),
    /// Bringing back the state of a visit before that one.
    Restore,
}
