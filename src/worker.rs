//! WORKER: the side of the hatch that is in a web worker.
//!
//! 1. `serve` hears [`Request`](crate::protocol::Request)s, has the [`Bench`](crate::bench::Bench) carry them out, and
//!    answers with [`Event`](crate::protocol::Event)s.
//! 2. `outside` is the guest's host. What the guest writes goes to the desk by way of the [`outbox`], which bounds it.

pub mod outbox;

#[cfg(feature = "web")]
mod outside;
#[cfg(feature = "web")]
mod scope;
#[cfg(feature = "web")]
mod serve;

#[cfg(feature = "web")]
pub use serve::start;
