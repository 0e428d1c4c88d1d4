//! HATCH: everything that passes between the desk and a worker, on one screen.
//!
//! A message is JSON of one of the two enums, and for some an attachment that JSON can't carry. The
//! build id in the first message keeps a worker from the cache from serving a newer desk.

use serde::{Deserialize, Serialize};

use crate::bench::Fault;
use crate::report::{Code, Outcome};

/// Names the build that desk and worker come from. Set by xtask from everything that goes into them.
pub const BUILD: &str = match option_env!("WORKBOOK_BUILD") {
    Some(build) => build,
    None => "unnamed",
};

/// One press of Run. Events that name an older run are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// From the desk to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// The first message. Attached: the compiled guest.
    Start { build: String },
    /// Run a cell. Answered by `Output`s, one `Ended`, and `Kept` unless it faulted.
    Run { run: RunId, code: Code },
    /// Become the pristine interpreter. Answered by `Restored`.
    Reset,
    /// Become the state of a checkpoint. Attached: its bytes. Answered by `Restored`.
    Restore,
}

/// From a worker to the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The interpreter can run cells.
    Ready,
    /// A run wrote something.
    Output { run: RunId, pieces: Vec<Piece> },
    /// A run went on writing after its output had reached the limit: so many lines were not kept.
    Withheld { run: RunId, lines: u64 },
    /// A run is over.
    Ended { run: RunId, end: End, milliseconds: f64 },
    /// The state after a run that did not fault, said before the next run begins. Attached: its checkpoint.
    Kept { run: RunId },
    /// The interpreter is in the state that was asked for.
    Restored,
    /// The worker can't go on; the sentence is for the reader.
    Failed { reason: String },
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
    Result,
}

impl Stream {
    /// The word in `data-stream`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stdout => "stdout",
            Self::Stderr => "stderr",
            Self::Result => "result",
        }
    }
}
