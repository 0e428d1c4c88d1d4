//! What a run was seen to change.

use serde::{Deserialize, Serialize};

/// What a fork saw when it ran a cell again; see `interpreter/python/ledger.py`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Film {
    /// What is not as it had been, or was not for a while. Of very many only some are listed.
    pub findings: Vec<Finding>,
    /// A sentence about what the run did besides, which is its own business: new names, say.
    pub ordinary: String,
    /// How many fingerprints of the interpreter were taken.
    pub looked: u32,
    /// Whether some statements were not watched.
    pub sampled: bool,
    /// How many findings are not listed.
    #[serde(default)]
    pub more: u64,
    /// If there is no film, a sentence that says why.
    #[serde(default)]
    pub missing: Option<String>,
}

/// One thing that is not as it had been, or was not for a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its name: `json.dumps`, a path, a setting.
    pub target: String,
    /// What has become of it.
    pub status: Status,
    /// The line after which it was changed first, counted from 1; none if the run was not watched.
    pub line: Option<u32>,
    /// The line after which it was as before.
    pub gone: Option<u32>,
    /// What it was, in words.
    pub before: String,
    /// What it became, in words.
    pub after: String,
    /// Tells what it was from other things: equal for two findings if it was the same thing.
    pub was: String,
    /// The same for what it became.
    pub is: String,
    /// A sentence about what sees the change.
    pub scope: String,
    /// A program that takes it back; empty if there is none.
    pub undo: String,
    /// Why there is none.
    pub why: String,
    /// What has happened, in one sentence.
    pub sentence: String,
}

impl Finding {
    /// The finding as pages and tests write it: kind, target and status.
    pub fn words(&self) -> String {
        format!("{} {} {}", self.kind, self.target, self.status.word())
    }
}

/// A kind of residue, by its name: `attribute`, `meta_path`, `registry` … Everything else about a kind, and the list of
/// them, is in one entry each below `interpreter/python/lib/residue/kinds/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kind(pub String);

impl std::fmt::Display for Kind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What has become of a change. In the order of the ledger's groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is still there.
    Left,
    /// It is still there, and nothing in Python takes it back.
    Permanent,
    /// It was put back.
    Reverted,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Left, Self::Permanent, Self::Reverted];

    /// The word in a page's `leaves=` and in `data-status`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Reverted => "reverted",
            Self::Permanent => "permanent",
        }
    }
}
