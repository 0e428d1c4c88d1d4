//! What one visit leaves for the next one, beside edits, answers and settings.

use serde::{Deserialize, Serialize};

use super::{Happening, Phase, State};
use crate::app::output::Output;
use crate::app::state::key::CellKey;
use crate::bench::{Blob, Timeline};
use crate::protocol::RunId;
use paper::Film;

/// Everything that is kept of the interpreter. The bytes of states are kept beside it, under the names that the
/// timeline gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The name of the image that the timeline's states were taken from.
    pub image: String,
    /// What has happened to the interpreter.
    pub timeline: Timeline<Happening>,
    /// The outputs of cells.
    pub cells: Vec<KeptCell>,
    /// What was seen of each run.
    pub films: Vec<(RunId, Film)>,
    /// The number of the newest run or reset; the next one has the number after it.
    pub last_run: RunId,
    /// Which runs were forgotten with the beginning of the timeline: all up to the first number. The second is that of
    /// the last reset among them, or 0.
    pub forgotten: (RunId, RunId),
}

/// A cell's output, and of which run it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptCell {
    /// Which cell it is.
    pub key: CellKey,
    /// What the last press of Run has come to.
    pub phase: Phase,
    /// What the cell has written.
    pub output: Output,
    /// The run that the output is of, if it was neither stopped nor ended by a fault.
    pub run: Option<RunId>,
    /// Whether that run has been undone and can't be redone.
    pub gone: bool,
}

impl State {
    /// The cells that the next visit should find as they are. Of each: its key, how often it was run in this visit,
    /// whether its output is of a run that has led to a state, and whether that run is gone. A cell has to be written
    /// again when one of the last three differs from what was written.
    pub fn cells_to_keep(&self) -> impl Iterator<Item = (&CellKey, u32, bool, bool)> {
        let ended = self.cells.iter().filter(|(_, cell)| cell.phase != Phase::Fresh && !cell.phase.is_pending());
        ended.map(|(key, cell)| (key, cell.presses, cell.run.is_some(), cell.gone))
    }

    /// A cell as the next visit should find it; `None` if the reader has not touched it.
    pub fn cell_to_keep(&self, key: &CellKey) -> Option<KeptCell> {
        let cell = self.cells.get(key)?;
        let (phase, output) = (cell.phase.clone(), cell.output.clone());
        Some(KeptCell { key: key.clone(), phase, output, run: cell.run, gone: cell.gone })
    }

    /// The names of all bytes that must be held: those of the timeline's states, and the tapes of runs that are still
    /// to be repeated.
    pub fn blobs(&self) -> impl Iterator<Item = Blob> + '_ {
        self.timeline.blobs().chain(self.tapes())
    }

    /// The number of the newest run, and what [`Kept::forgotten`] has.
    pub fn run_marks(&self) -> (RunId, (RunId, RunId)) {
        (self.last_run, self.forgotten)
    }
}
