//! A lens: a picture of what a mechanism of Python does, which the reader can look at where it stands.

use paper::lens::LENSES;
use serde::{Deserialize, Serialize};

use super::cell::matches;

/// A lens on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lens {
    /// Unique on its page.
    pub id: String,
    /// Which lens it is: one of [`LENSES`].
    pub kind: String,
    /// The Python that the picture is about.
    pub subject: String,
    /// How many of the page's cells stand above it. The picture is of an interpreter in which these have run.
    pub cells: usize,
    /// What the page says that the picture shows, as [`Picture::text`](paper::Picture::text) has it. `…` stands for any run of
    /// characters within a line.
    pub text: String,
    /// Line of the opening fence in the page's Markdown, counted from 1.
    pub line: usize,
}

impl Lens {
    /// A sentence for the author if the picture does not show what the page says.
    pub fn objection(&self, text: &str) -> Option<String> {
        (!matches(&self.text, text)).then(|| format!("it shows\n{text}the page says\n{}", self.text))
    }
}

/// Checks the name of a lens.
///
/// # Errors
/// A sentence for the author, if there is no such lens.
pub fn known(kind: &str) -> Result<(), String> {
    match LENSES.contains(&kind) {
        true => Ok(()),
        false => Err(format!("there is no lens `{kind}`; there are {}", LENSES.join(", "))),
    }
}
