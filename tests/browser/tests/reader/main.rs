//! What a reader does with the workbook, in each of the three engines. One program: a browser serves one test after another.

mod basics;
mod course;
mod dead_desk;
mod focus;
mod hostile;
mod keeping;
mod residue;
mod rewind;
mod soak;
mod terminal;
mod versions;
