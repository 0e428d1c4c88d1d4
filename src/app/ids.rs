//! Ids of elements that other elements refer to.

/// The id of the element with a cell's name, which tells its buttons from those of other cells. No author's id has a
/// colon.
pub fn name_id(cell: &str) -> String {
    format!("name:{cell}")
}
