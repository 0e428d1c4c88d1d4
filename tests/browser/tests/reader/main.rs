//! What a reader does with the workbook, tested in each of the three engines. All tests are in one program, so that a
//! browser can serve one test after another.

mod basics;
mod classroom;
mod course;
mod dead_desk;
mod focus;
mod hostile;
mod keeping;
mod lenses;
mod practice;
mod residue;
mod rewind;
mod soak;
mod terminal;
mod versions;
