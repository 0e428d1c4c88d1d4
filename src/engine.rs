//! ENGINE: the guest on real WebAssembly engines, and the library that it reads.
//!
//! Each engine is a [`Machine`](crate::bench::Machine) and an [`Image`](crate::bench::Image). The bench knows neither.

#[cfg(feature = "web")]
pub mod browser;
pub mod library;
#[cfg(feature = "native")]
pub mod native;
