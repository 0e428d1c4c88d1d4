//! PAPER: plain data that passes between the desk, its workers and the guest, as JSON.
//!
//! This crate is compiled into the workbook and into the guest, so the two can't disagree about the form of the data. It
//! depends on nothing but serde.
//!
//! 1. [`run`]: the source of a cell, and how a run of it ended.
//! 2. [`fault`]: why a run, or a question, ended without an answer.
//! 3. [`question`]: everything that a fork can be asked, and [`seen`]: what it answers.
//! 4. [`residue`]: what a run was seen to change.
//! 5. [`verdict`]: how a reader's answer to a task is assessed.
//! 6. [`lens`]: pictures of what a mechanism of Python does.

pub mod fault;
pub mod lens;
pub mod question;
pub mod residue;
pub mod run;
pub mod seen;
pub mod verdict;

pub use fault::{Fault, LastWords};
pub use lens::{Mark, Picture};
pub use question::Question;
pub use residue::{Film, Finding, Kind, Status};
pub use run::{Code, Failure, Gave, Outcome};
pub use seen::Seen;
pub use verdict::{Task, Verdict};

/// The number of the stream stdout in the guest's import `host.write`.
pub const STDOUT: u32 = 1;
/// The number of the stream stderr.
pub const STDERR: u32 = 2;
/// The stream on which the guest says why it is about to trap; see [`LastWords`].
pub const LAST_WORDS: u32 = 3;
/// The stream on which a fork says what it is about to look at, before it looks at something that might not end.
pub const LOOKING_AT: u32 = 4;
