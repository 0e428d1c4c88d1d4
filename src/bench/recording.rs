//! A run that can be repeated.

use super::{Checkpoint, Tape};

/// All that is needed to repeat a run, but its source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    pub before: Checkpoint,
    pub tape: Tape,
}
