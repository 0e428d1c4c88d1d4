//! What a lens shows: a picture of what a mechanism of Python does; see `interpreter/python/lib/lenses/`.

use serde::{Deserialize, Serialize};

/// The lenses by name. Each is a file of its own in `interpreter/python/lib/lenses/`; what such a file may draw is a
/// [`Drawing`].
pub const LENSES: [&str; 7] = ["lookup", "import", "tree", "class", "contract", "escape", "call"];

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Which lens has drawn it: one of [`LENSES`].
    pub kind: String,
    /// The Python that it is about.
    pub subject: String,
    /// One sentence: what is worth seeing.
    pub reading: String,
    /// What the drawing shows, as lines of text.
    pub facts: Vec<String>,
    /// The drawing.
    pub drawing: Drawing,
    /// How many rows, steps or nodes were left out at its end.
    #[serde(default)]
    pub more: u64,
}

impl Picture {
    /// The picture as pages and tests write it: the reading and the facts, a line each.
    pub fn text(&self) -> String {
        let lines = std::iter::once(&self.reading).chain(&self.facts);
        lines.map(|line| format!("{line}\n")).collect()
    }
}

/// The shape of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "shape")]
pub enum Drawing {
    /// A table.
    Grid {
        /// What stands above the columns.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Row>,
    },
    /// What happened, in order.
    Steps {
        /// Where it happened: at least one lane.
        lanes: Vec<String>,
        /// The steps.
        steps: Vec<Step>,
    },
    /// Parts of parts.
    Tree {
        /// The text that the nodes are parts of; empty if they are parts of none.
        source: String,
        /// The nodes, each before those below it.
        nodes: Vec<Node>,
    },
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What the row is about.
    pub head: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it; may be empty.
    pub text: String,
    /// What became of it.
    pub mark: Mark,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The index of its lane.
    pub lane: usize,
    /// What happened.
    pub text: String,
    /// More about it; may be empty.
    pub detail: String,
    /// What became of it.
    pub mark: Mark,
    /// The line of the subject, counted from 1, if there is one.
    pub line: Option<u32>,
}

/// A node of a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// How many nodes it is below.
    pub depth: usize,
    /// What it is.
    pub text: String,
    /// More about it; may be empty.
    pub detail: String,
    /// What became of it.
    pub mark: Mark,
    /// The index of its first character in the tree's source, if it is a part of that.
    pub start: Option<usize>,
    /// The index of the character after its last one.
    pub end: Option<usize>,
}

/// What became of a part of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Nothing that would be marked.
    #[default]
    #[serde(rename = "")]
    Plain,
    /// It gave the answer.
    Answers,
    /// It would have given the answer, if another had not been asked first.
    Hidden,
    /// It was asked, and has passed the question on.
    Asked,
    /// There is nothing.
    Absent,
    /// It says yes.
    Yes,
    /// It says no.
    No,
    /// It was not there before.
    New,
    /// It is not what it was, or not what it says.
    Changed,
    /// It has failed.
    Fails,
}

impl Mark {
    /// The word for it in a picture; empty for [`Mark::Plain`]. `_picture.py` has the same in `MARKS`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Answers => "answers",
            Self::Hidden => "hidden",
            Self::Asked => "asked",
            Self::Absent => "nothing",
            Self::Yes => "yes",
            Self::No => "no",
            Self::New => "new",
            Self::Changed => "changed",
            Self::Fails => "fails",
        }
    }

    /// A sign that stands for it, so that no colour has to.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Answers => "◀",
            Self::Hidden => "◌",
            Self::Asked => "?",
            Self::Absent => "–",
            Self::Yes => "✓",
            Self::No => "✗",
            Self::New => "+",
            Self::Changed => "≠",
            Self::Fails => "!",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_as_python_writes_it() {
        let json = r#"{"kind": "tree", "subject": "x", "reading": "One name.", "facts": ["Name x"], "more": 0,
            "drawing": {"shape": "tree", "source": "x", "nodes": [{"depth": 0, "text": "Name x", "detail": "", "mark": "", "start": 0, "end": 1}]}}"#;
        let picture: Picture = serde_json::from_str(json).unwrap();
        assert_eq!(picture.text(), "One name.\nName x\n");
        assert!(matches!(&picture.drawing, Drawing::Tree { nodes, .. } if nodes[0].mark == Mark::Plain));
    }
}
