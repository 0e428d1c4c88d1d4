//! Ids of elements to which other elements refer.

/// The id of the element that shows a cell's name. A cell's buttons refer to it, which tells them from those of other
/// cells. No id that an author gives has a colon.
pub fn name_id(cell: &str) -> String {
    format!("name:{cell}")
}
