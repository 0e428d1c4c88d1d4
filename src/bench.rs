//! BENCH: one reader's interpreter, and what can be done with it.
//!
//! The interpreter is a value: a block of memory that a fresh instance of the image can be given. So
//! 1. a run starts from a known state, the [`Checkpoint`] taken after the run before;
//! 2. a run that ends gives a new checkpoint;
//! 3. a run that traps costs its instance, and the next instance gets the checkpoint from before;
//! 4. reset is a fresh instance and nothing else.
//!
//! All of this is written once, here, against the small [`Machine`] trait. Nothing here knows whether
//! the machine is a browser's or the native one of the tests.

pub mod checkpoint;
pub mod fault;
pub mod library;
pub mod machine;
#[cfg(feature = "native")]
pub mod native;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod worker;

pub use checkpoint::{Baseline, Checkpoint, CheckpointError};
pub use fault::Fault;
pub use machine::{Host, Image, LAST_WORDS, Machine};

use crate::report::{Code, Outcome};

/// One interpreter on its machine.
pub struct Bench<I: Image> {
    image: I,
    machine: I::Machine,
    /// A fresh instance's pages, taken when they are first compared with.
    baseline: Option<Baseline>,
    /// The state to go back to when a run traps. `None` is the pristine interpreter.
    before: Option<Checkpoint>,
}

impl<I: Image> Bench<I> {
    /// A pristine interpreter.
    pub fn new(image: I) -> Result<Self, Fault> {
        let machine = image.instantiate()?;
        Ok(Self { image, machine, baseline: None, before: None })
    }

    /// Runs one cell. On a fault the interpreter is again as it was before the run.
    pub fn run(&mut self, code: &Code) -> Result<Outcome, Fault> {
        let request = serde_json::to_vec(code).map_err(Fault::broken)?;
        match self.machine.exchange(&request) {
            Ok(reply) => serde_json::from_slice(&reply).map_err(Fault::broken),
            Err(fault) => {
                self.recover()?;
                Err(fault)
            }
        }
    }

    /// The current state, which is from now on what a trap goes back to. The first call reads the pages of
    /// a fresh instance too, so that no start and no first run waits for that.
    pub fn checkpoint(&mut self) -> Result<&Checkpoint, Fault> {
        let baseline = match self.baseline.take() {
            Some(baseline) => baseline,
            None => Baseline::of(&self.image.instantiate()?),
        };
        let baseline = self.baseline.insert(baseline);
        Ok(self.before.insert(Checkpoint::take(&self.machine, baseline)))
    }

    /// Puts the interpreter into a state taken earlier, by this bench or by another one of the same image.
    pub fn restore(&mut self, checkpoint: Checkpoint) -> Result<(), Fault> {
        self.before = Some(checkpoint);
        self.recover()
    }

    /// A pristine interpreter again.
    pub fn reset(&mut self) -> Result<(), Fault> {
        self.before = None;
        self.recover()
    }

    /// The machine, for looking at its memory.
    pub fn machine(&self) -> &I::Machine {
        &self.machine
    }

    /// A fresh instance with the state from `before`. Never the old instance with its memory copied back:
    /// its allocator would have grown past the image and leak.
    fn recover(&mut self) -> Result<(), Fault> {
        let mut machine = self.image.instantiate()?;
        if let Some(checkpoint) = &self.before {
            checkpoint.put_into(&mut machine)?;
        }
        self.machine = machine;
        Ok(())
    }
}
