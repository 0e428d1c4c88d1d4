//! DESK: what the reader sees and presses.
//!
//! 1. One [`State`](state::State), changed only by its `reduce`, which also says what is to be done.
//! 2. `desk` is the root component: it owns the state, the interpreter and the storage, and does it.
//! 3. Everything below draws and reports what was pressed, as an [`Action`](action::Action).

pub mod action;
pub mod output;
pub mod route;
pub mod state;

#[cfg(feature = "web")]
mod cell;
#[cfg(feature = "web")]
mod desk;
#[cfg(feature = "web")]
mod download;
#[cfg(feature = "web")]
mod editor;
#[cfg(feature = "web")]
mod interpreter;
#[cfg(feature = "web")]
mod page;
#[cfg(feature = "web")]
mod shell;
#[cfg(feature = "web")]
mod storage;

#[cfg(feature = "web")]
pub use desk::start;
