//! *Runtime Governance*, the workbook. ARCHITECTURE.md draws the rooms; each opens with its own map.

pub mod app;
pub mod bench;
pub mod engine;
pub mod lesson;
pub mod protocol;
pub mod worker;
