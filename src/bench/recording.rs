//! A run that can be repeated.

use super::{Checkpoint, Tape};

/// All that is needed to repeat a run, apart from its source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// The state before the run.
    pub before: Checkpoint,
    /// What the run was told.
    pub tape: Tape,
}
