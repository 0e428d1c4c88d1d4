//! HATCH: everything that passes between the desk and a worker, on one screen.
//!
//! A message is JSON of one of the two enums, and for some of them attachments that JSON can't carry. The
//! build id in the first message keeps a worker from the cache from serving a newer desk.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::bench::{Elsewhere, Fault};
use crate::report::{Code, Outcome};

/// Names the build that desk and worker come from. Set by xtask from everything that goes into them.
pub const BUILD: &str = match option_env!("WORKBOOK_BUILD") {
    Some(build) => build,
    None => "unnamed",
};

/// One press of Run. Events that name an older run are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// One question to a fork. The answer names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LookId(pub u32);

/// How a worker is to come to a state from the one it is in. Attached to the request, in this order: the whole state, if it
/// begins with one; the steps to take back; the steps to take forth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    pub from: From,
    pub back: u32,
    pub forth: u32,
}

/// Where a [`Path`] begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// In the state that the worker is in.
    #[default]
    Here,
    /// With the pristine interpreter.
    Pristine,
    /// With the state that is attached.
    Whole,
}

/// One request to become another state. The answer names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JourneyId(pub u32);

/// From the desk to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// The first message. One that only follows makes no instance before it is to run something. Attached: the compiled
    /// guest. Answered by `Ready`.
    Start {
        build: String,
        #[serde(default)]
        follows: bool,
    },
    /// Run a cell. Answered by `Output`s and one `Ended`, then `Kept` unless it faulted; or by `Waiting` or `Elsewhere`.
    Run { run: RunId, code: Code },
    /// The line that a waiting run reads, or another interpreter's answer, without its newline; none is the end of input.
    /// The run is repeated with it. Answered as `Run`.
    Line { run: RunId, line: Option<String> },
    /// Become another state. Attached: what the path says. One that only follows needs no instance in that state until it is
    /// to run something: an instance takes tens of megabytes. Answered by `Became`.
    Become { journey: JourneyId, path: Path, follows: bool },
    /// Give the whole state that this worker is in. Answered by `Packed`.
    Pack { look: LookId },
    /// Say what would be left if a cell failed, at each place where it could, in these lines if some are given: in forks of
    /// the current state, trying for so many milliseconds. Answered by `Looked`.
    Break { look: LookId, code: Code, lines: Option<(u32, u32)>, within: f64 },
    /// Run these cells one after another, from a pristine interpreter on, each for at most so many milliseconds, and say what
    /// they gave. Answered by `Looked`.
    Rehearse { look: LookId, cells: Vec<(Code, Vec<String>)>, within: f64 },
    /// Answer a question in a fork of the state at the end of the path, which the worker itself does not go to. Attached: what
    /// the path says; then, if the fork is to be told what a run was told, that run's `Tape`. The fork may take so many
    /// milliseconds. Answered by `Looking`s and one `Looked`.
    Look {
        look: LookId,
        question: Value,
        within: f64,
        #[serde(default)]
        path: Path,
    },
}

/// From a worker to the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The interpreter can run cells.
    Ready,
    /// A run wrote something.
    Output { run: RunId, pieces: Vec<Piece> },
    /// A run went on writing after its output had reached the limit: this much was not kept.
    Withheld { run: RunId, lines: u64, bytes: u64 },
    /// A run reads a line that was not typed yet. The interpreter is as it was before the run.
    Waiting { run: RunId },
    /// A run waits for what another interpreter makes of a program.
    Elsewhere { run: RunId, asked: Elsewhere },
    /// A run is over.
    Ended { run: RunId, end: End, milliseconds: f64 },
    /// What a run that did not fault has changed, and how long it took to find out. Said before the next run
    /// begins. Attached: the packed step to the state it led to, and the packed tape by which it can be repeated.
    Kept { run: RunId, change: Change, milliseconds: f64 },
    /// The interpreter is in the state that was asked for. `worker`: bytes of memory that the worker itself holds.
    Became { journey: JourneyId, worker: usize },
    /// The whole state that was asked for, in so many bytes. Attached: that.
    Packed { look: LookId, bytes: usize },
    /// A fork is about to look at something that might not end.
    Looking { look: LookId, at: String },
    /// A question's answer, or why there is none.
    Looked { look: LookId, answer: Result<Value, Fault>, milliseconds: f64 },
    /// The worker can't go on; the sentence is for the reader.
    Failed { reason: String },
}

/// What is said of the change that is attached to [`Event::Kept`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Bytes of the packed step; none if nothing has changed.
    pub step: Option<usize>,
    /// Bytes of the state after the run: the pages that differ from the pristine interpreter's, not packed.
    pub state: usize,
    /// Whether the run can be repeated from its tape.
    pub repeatable: bool,
    /// Bytes of memory that the worker itself holds, its interpreter's not counted. A worker can't give memory back.
    pub worker: usize,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Outcome(Outcome),
    /// The machine failed; the state from before the run is back.
    Fault(Fault),
}

/// A piece of output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub stream: Stream,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    Stdout,
    Stderr,
    /// What the reader typed.
    Stdin,
    Result,
}

impl Stream {
    /// The word in `data-stream`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stdout => "stdout",
            Self::Stderr => "stderr",
            Self::Stdin => "stdin",
            Self::Result => "result",
        }
    }
}
