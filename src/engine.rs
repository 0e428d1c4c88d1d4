//! ENGINE: the guest on real WebAssembly engines, and the library that the guest reads.
//!
//! Each engine is a [`Machine`](crate::bench::Machine) and an [`Image`](crate::bench::Image). The bench knows neither
//! engine.

#[cfg(feature = "web")]
pub mod browser;
pub mod library;
#[cfg(feature = "native")]
pub mod native;
