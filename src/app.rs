//! DESK: what the reader sees and presses.
//!
//! 1. One [`State`](state::State), changed only by its `reduce`, which also says what is to be done.
//! 2. `desk` is the root component: it owns the state, the interpreter and the storage, and does it.
//! 3. Everything below draws and reports what was pressed, as an [`Action`](action::Action).

pub mod action;
pub mod budget;
pub mod crew;
pub mod drawer;
pub mod output;
pub mod route;
pub mod state;
pub mod visible;
pub mod visits;

#[cfg(feature = "web")]
mod ask;
#[cfg(feature = "web")]
mod cell;
#[cfg(feature = "web")]
mod checks;
#[cfg(feature = "web")]
mod clock;
#[cfg(feature = "web")]
mod desk;
#[cfg(feature = "web")]
mod download;
#[cfg(feature = "web")]
mod editor;
#[cfg(feature = "web")]
mod exercise;
#[cfg(feature = "web")]
mod faults;
#[cfg(feature = "web")]
mod input;
#[cfg(feature = "web")]
mod interpreter;
#[cfg(feature = "web")]
mod ledger;
#[cfg(feature = "web")]
mod lock;
#[cfg(feature = "web")]
mod page;
#[cfg(feature = "web")]
mod panic;
#[cfg(feature = "web")]
mod place;
#[cfg(feature = "web")]
mod shelf;
#[cfg(feature = "web")]
mod shell;
#[cfg(feature = "web")]
mod storage;
#[cfg(feature = "web")]
mod store;
#[cfg(feature = "web")]
mod term;
#[cfg(feature = "web")]
mod timeline;
#[cfg(feature = "web")]
mod usage;
#[cfg(feature = "web")]
mod variables;

#[cfg(feature = "web")]
pub use desk::start;
#[cfg(feature = "web")]
pub use panic::tell as tell_panics;
