//! Names of what the course has.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// A cell anywhere in the course.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellKey {
    /// The name of the page that the cell is on.
    pub slug: Rc<str>,
    /// The cell's name on its page.
    pub id: Rc<str>,
}

/// The id of the empty cell that every page has.
pub const SCRATCH: &str = "scratch";
