//! The browser's doors: each of its APIs is named in one file here, and nowhere else but where something is drawn.

pub mod clock;
pub mod download;
pub mod lock;
pub mod panic;
pub mod place;
pub mod shelf;
pub mod storage;
pub mod store;
pub mod workers;
