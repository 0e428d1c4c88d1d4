//! HATCH: everything that passes between the desk and a worker.
//!
//! A message is a list. Its first item is a text, the JSON of a [`Request`] or an [`Event`]. The items behind it are
//! the message's attachments, which JSON can't carry: the compiled guest, and array buffers with packed states, steps
//! and tapes. Each variant says what its attachments are.
//!
//! The first message has the build id. A worker of another build, which a browser's cache might still hold, refuses it.

use paper::run::Elsewhere;
use paper::{Code, Fault, Outcome, Question, Seen, Task};
use serde::{Deserialize, Serialize};

/// Names the build that desk and worker come from. xtask sets it to a hash of all their sources.
pub const BUILD: &str = match option_env!("WORKBOOK_BUILD") {
    Some(build) => build,
    None => "unnamed",
};

/// Names one run of a cell. The desk drops events that name an older run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// Names one question to a fork. The answer repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LookId(pub u32);

/// How a worker is to come to a state from the one it is in. Attached to the request, in this order: the packed state,
/// if the path begins with one; the packed steps to take back; the packed steps to take forth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The state in which the path begins.
    pub from: Origin,
    /// How many steps are then taken back.
    pub back: u32,
    /// How many steps are taken forth after those.
    pub forth: u32,
}

/// Where a [`Path`] begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// In the state that the worker is in.
    #[default]
    Here,
    /// With the pristine interpreter.
    Pristine,
    /// With the state that is attached.
    Whole,
}

/// Names one request to become another state. The answer repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JourneyId(pub u32);

/// From the desk to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Request {
    /// The first message, with the desk's [`BUILD`]. A worker that only `follows` makes no instance of the guest before
    /// it is to run something. Attached: the compiled guest. Answered by `Ready`.
    Start {
        build: String,
        #[serde(default)]
        follows: bool,
    },
    /// Run a cell. Answered by any number of `Output`s and `Withheld`s, and then by `Waiting`, by `Elsewhere`, or by
    /// `Ended`. After an `Ended` without a fault comes `Kept`.
    Run { run: RunId, code: Code },
    /// The line, without its newline, that a waiting run reads: typed by the reader, or the answer of another
    /// interpreter. `None` is the end of input. The run is repeated with it. Answered as `Run` is.
    Line { run: RunId, line: Option<String> },
    /// Become another state. A worker that only `follows` makes no instance in that state before it is to run
    /// something, because an instance takes tens of megabytes. Attached: what the path says. Answered by `Became`.
    Become { journey: JourneyId, path: Path, follows: bool },
    /// Give the whole state that this worker is in. Answered by `Packed`.
    Pack { look: LookId },
    /// Say for each place where a cell could fail what would be left if it did. `lines` limits that to the places
    /// between a first and a last line, counted from 1. It happens in forks of the current state; after `within`
    /// milliseconds no more places are tried. Answered by `Looked`.
    Break { look: LookId, code: Code, lines: Option<(u32, u32)>, within: f64 },
    /// Run these cells one after another in a pristine interpreter, each for at most `within` milliseconds, and say
    /// what each gave. With each cell come the lines that it reads. Answered by `Looked`.
    Rehearse { look: LookId, cells: Vec<(Code, Vec<String>)>, within: f64 },
    /// Say what the check of a task says about the reader's answer. Each thing that is tried may take `each`
    /// milliseconds, trying what happens where it fails `faults`, and after `all` of them nothing more is tried. Answered by
    /// `Looked`.
    Assess { look: LookId, task: Task, each: f64, faults: f64, all: f64 },
    /// Answer a question in a fork of the state at the end of the path, for at most `within` milliseconds. The worker
    /// itself stays in its state. Attached: what the path says; then, if the fork is to be told what a run was told,
    /// that run's packed `Tape`. Answered by any number of `Looking`s and one `Looked`.
    Look {
        look: LookId,
        question: Question,
        within: f64,
        #[serde(default)]
        path: Path,
    },
}

/// From a worker to the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Event {
    /// The interpreter can run cells.
    Ready,
    /// A run wrote something.
    Output { run: RunId, pieces: Vec<Piece> },
    /// A run went on writing after its output had reached the limit. These are how many more lines and bytes it has
    /// written since the last `Withheld`, which are not sent.
    Withheld { run: RunId, lines: u64, bytes: u64 },
    /// A run reads a line that was not typed yet. The interpreter is as it was before the run.
    Waiting { run: RunId },
    /// A run waits for another interpreter to run the program that was `asked` for.
    Elsewhere { run: RunId, asked: Elsewhere },
    /// A run is over. `milliseconds` is how long its last attempt took.
    Ended { run: RunId, end: End, milliseconds: f64 },
    /// What a run has changed that did not fault; finding that out took `milliseconds`. It comes before the worker
    /// begins another run. Attached: the packed step to the state that the run led to (empty if nothing has changed),
    /// and the packed tape by which the run can be repeated.
    Kept { run: RunId, change: Change, milliseconds: f64 },
    /// The interpreter is in the state that was asked for. `worker` is how many bytes of memory the worker itself
    /// holds.
    Became { journey: JourneyId, worker: usize },
    /// The whole state that was asked for. Attached: the packed state, which has this many `bytes`.
    Packed { look: LookId, bytes: usize },
    /// A fork is about to look at something that might not end: `at` says at what.
    Looking { look: LookId, at: String },
    /// A question's answer, or why there is none. `milliseconds` is how long it took.
    Looked { look: LookId, answer: Result<Seen, Fault>, milliseconds: f64 },
    /// The worker can't go on. `reason` is a part of a sentence for the reader.
    Failed { reason: String },
}

/// What a run has changed, in figures. The change itself is attached to [`Event::Kept`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Bytes of the packed step; `None` if nothing has changed.
    pub step: Option<usize>,
    /// Bytes of the state after the run, not packed: of all pages that differ from those of the pristine interpreter.
    pub state: usize,
    /// Whether the run can be repeated from its tape.
    pub repeatable: bool,
    /// Bytes of memory that the worker's own program holds, without those of its interpreter. A worker can't give
    /// memory back.
    pub worker: usize,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// Python has reported how the cell ended.
    Outcome(Outcome),
    /// The machine failed; the interpreter is again in the state from before the run.
    Fault(Fault),
}

/// A piece of a cell's output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What the text belongs to.
    pub stream: Stream,
    /// The text; it may end in the middle of a line.
    pub text: String,
}

/// What a piece of a cell's output belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// What the cell wrote to `sys.stdout`.
    Stdout,
    /// What the cell wrote to `sys.stderr`.
    Stderr,
    /// What the reader typed.
    Stdin,
    /// The repr of the cell's last expression.
    Result,
}

impl Stream {
    /// The stream's name in the attribute `data-stream` of the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stdout => "stdout",
            Self::Stderr => "stderr",
            Self::Stdin => "stdin",
            Self::Result => "result",
        }
    }
}
