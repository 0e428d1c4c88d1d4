//! DESK: what the reader sees and presses.
//!
//! Some rooms are pure data, which native tests reach:
//! 1. [`state`] has everything that the desk knows as one [`State`](state::State). Only its `reduce` changes it, and
//!    says what is to be done.
//! 2. [`crew`] decides what the two workers do, and [`drawer`] what is kept for the next visit.
//! 3. [`output`] is a cell's output, as a terminal shows it.
//!
//! The others are there in a browser only:
//! 4. `desk` is the root component. It owns the state, the workers and the store, and does what `state` asks for.
//! 5. `page`, `ledger`, `lens` and `shell` draw, and report what was pressed as an [`Action`](state::action::Action).
//! 6. `browser` has the browser's doors: each of its APIs is named in one file there.
//!
//! `prerender` is for the build: it writes what the desk draws first into the pages' files.

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
mod browser;
#[cfg(feature = "web")]
mod desk;
#[cfg(feature = "web")]
mod ids;
#[cfg(feature = "web")]
mod ledger;
#[cfg(feature = "web")]
mod lens;
#[cfg(feature = "web")]
mod page;
#[cfg(feature = "workshop")]
pub mod prerender;
#[cfg(feature = "web")]
mod shell;

#[cfg(feature = "web")]
pub use browser::panic::tell as tell_panics;
#[cfg(feature = "web")]
pub use desk::start;
