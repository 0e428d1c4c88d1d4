//! What forks answer.

use serde::{Deserialize, Serialize};

use crate::lens::Picture;
use crate::residue::{Film, Kind};
use crate::run::Gave;
use crate::verdict::{Case, Judged, Verdict};

/// An answer. Each [`Question`](crate::Question) has a variant of its own; [`Seen::Faults`], [`Seen::Gave`] and
/// [`Seen::Verdict`] are what a worker makes of the answers of many forks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// To [`Question::Variables`](crate::Question::Variables).
    Variables(Listing),
    /// To [`Question::Complete`](crate::Question::Complete).
    Completions(Completions),
    /// To [`Question::Evaluate`](crate::Question::Evaluate).
    Value(Value),
    /// To [`Question::Film`](crate::Question::Film).
    Film(Film),
    /// To [`Question::Sites`](crate::Question::Sites).
    Sites(Sites),
    /// To [`Question::Trial`](crate::Question::Trial): the fork is prepared.
    Prepared,
    /// To [`Question::Fault`](crate::Question::Fault).
    Failed(Failed),
    /// To [`Question::Elsewhere`](crate::Question::Elsewhere).
    Ended(Ended),
    /// To [`Question::Case`](crate::Question::Case).
    Case(Box<Case>),
    /// To [`Question::Judge`](crate::Question::Judge).
    Judged(Judged),
    /// To [`Question::Lens`](crate::Question::Lens): the picture, or a sentence that says why there is none.
    Picture(Result<Box<Picture>, String>),
    /// What the check of a task has found.
    Verdict(Verdict),
    /// What a cell leaves where it fails, for every place where it could.
    Faults(Faults),
    /// What cells gave that were run one after another.
    Gave(Vec<Gave>),
    /// The worker has done what it was asked, and there is nothing to say about it.
    Done,
}

/// The variables that the reader has defined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// The first of them, in the order in which they were defined.
    pub rows: Vec<Variable>,
    /// How many there are besides.
    #[serde(default)]
    pub more: u64,
}

/// A variable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    /// Its name, cut if it is long.
    pub name: String,
    /// The name of its value's class.
    #[serde(rename = "type")]
    pub class: String,
    /// `value`, `function`, `class` or `module`.
    pub kind: String,
    /// A short repr.
    pub text: String,
    /// Its length, with the unit; empty for a type that has no length.
    pub size: String,
    /// Differs from an earlier one if anything reachable in the value has changed since. If the repr was left out, it
    /// differs if the name was bound anew.
    pub mark: String,
    /// Whether the repr was left out.
    pub skipped: bool,
    /// Whether the last run has changed it. The desk finds that out; a fork says `false`.
    #[serde(default)]
    pub changed: bool,
}

/// How a text may go on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Completions {
    /// How many UTF-16 code units before the cursor an option replaces.
    pub replace: u32,
    /// The options, the most likely ones first.
    pub options: Vec<Completion>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completion {
    /// The text that is put in.
    pub label: String,
    /// One of CodeMirror's types of completions, which chooses the colour: `function`, `class`, `keyword` …
    #[serde(rename = "type")]
    pub class: String,
    /// A signature, or the type; may be empty.
    #[serde(default)]
    pub detail: String,
    /// The first line of the documentation; may be empty.
    #[serde(default)]
    pub info: String,
}

/// What an expression gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The value's repr, or the exception with its message, cut if it is long.
    pub text: String,
    /// Whether the expression raises.
    pub raises: bool,
}

/// Where a cell could fail.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sites {
    /// In the order in which a run comes there.
    pub sites: Vec<Site>,
    /// How many places there are besides, which are not listed.
    #[serde(default)]
    pub more: u32,
    /// What the cell leaves if nothing fails.
    pub anyway: Vec<Left>,
}

/// A place where a cell could fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The line, counted from 1.
    pub line: u32,
    /// The function that fails instead of being called; empty if the statement fails before anything of it happens.
    pub call: String,
    /// The line of the statement with which this call begins: that statement's failure is this one's, too.
    #[serde(default, rename = "as")]
    pub same_as: Option<u32>,
}

/// What becomes of a cell that has failed at one place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Failed {
    /// Whether the cell caught the failure itself.
    pub handled: bool,
    /// What it leaves.
    pub left: Vec<Left>,
}

/// Something that a cell leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The kind of the finding.
    pub kind: Kind,
    /// The name of the thing.
    pub target: String,
}

/// What a program gave in another interpreter. `interpreter/python/lib/isolation.py` reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// The class of the exception that ended it; none if it ran to its end.
    pub exception: Option<String>,
    /// What it wrote to stdout.
    pub stdout: String,
}

/// What a cell leaves where it fails.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Faults {
    /// The places that were tried, and those that could not be.
    pub places: Vec<Place>,
    /// What the cell leaves if nothing fails.
    pub anyway: Vec<Left>,
    /// How many places there was no time for.
    pub untried: u32,
}

/// One place, and what came of failing there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Where it is.
    pub site: Site,
    /// What came of it, or a sentence that says why it could not be tried.
    pub failed: Result<Failed, String>,
}
