//! The browser's doors: each of its APIs is named in one file here. Other rooms name them only where something is drawn
//! or an event of the page is heard.

pub mod clock;
pub mod file;
pub mod lock;
pub mod offline;
pub mod panic;
pub mod parts;
pub mod place;
pub mod shelf;
pub mod storage;
pub mod store;
pub mod task;
pub mod workers;
