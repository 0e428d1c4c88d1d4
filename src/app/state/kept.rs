//! What is kept of a visit for the next one, beside the edits.

use serde::{Deserialize, Serialize};

use super::{Happening, Phase, State};
use crate::app::output::Output;
use crate::app::state::key::CellKey;
use crate::bench::{Blob, Timeline};
use crate::protocol::RunId;
use paper::Film;

/// All of it. The bytes of states are beside it, under the names that the timeline gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The image that the timeline's states are of.
    pub image: String,
    pub timeline: Timeline<Happening>,
    pub cells: Vec<KeptCell>,
    pub films: Vec<(RunId, Film)>,
    pub last_run: RunId,
    /// Runs up to the first were forgotten with the beginning of the timeline; the second was the last reset of them.
    pub forgotten: (RunId, RunId),
}

/// A cell's output, and what tells whether it is of a state that is gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptCell {
    pub key: CellKey,
    pub phase: Phase,
    pub output: Output,
    pub run: Option<RunId>,
    pub gone: bool,
}

impl State {
    /// The cells that the next visit should find as they are: how often each was run in this visit, whether its output is of a
    /// run, and whether that is gone. Something new is to be kept of a cell once one of these differs.
    pub fn cells_to_keep(&self) -> impl Iterator<Item = (&CellKey, u32, bool, bool)> {
        let ended = self.cells.iter().filter(|(_, cell)| cell.phase != Phase::Fresh && !cell.phase.is_pending());
        ended.map(|(key, cell)| (key, cell.presses, cell.run.is_some(), cell.gone))
    }

    /// A cell as the next visit should find it.
    pub fn cell_to_keep(&self, key: &CellKey) -> Option<KeptCell> {
        let cell = self.cells.get(key)?;
        let (phase, output) = (cell.phase.clone(), cell.output.clone());
        Some(KeptCell { key: key.clone(), phase, output, run: cell.run, gone: cell.gone })
    }

    /// All bytes that must be held: of the timeline's states, and of runs that are still to be repeated.
    pub fn blobs(&self) -> impl Iterator<Item = Blob> + '_ {
        self.timeline.blobs().chain(self.tapes())
    }

    /// What numbers runs, and what the beginning of the timeline was forgotten with.
    pub fn run_marks(&self) -> (RunId, (RunId, RunId)) {
        (self.last_run, self.forgotten)
    }
}
