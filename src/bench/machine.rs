//! What the bench needs of a WebAssembly engine.

use super::{Fault, Tape};

/// The guest, compiled, with Python booted: what fresh instances are made from.
pub trait Image {
    /// An instance of this image.
    type Machine: Machine;

    /// A pristine interpreter.
    ///
    /// # Errors
    /// If the engine refuses, for want of memory for one.
    fn instantiate(&self) -> Result<Self::Machine, Fault>;
}

/// One instance of the guest. All of its state is in its memory.
pub trait Machine {
    /// The length of the memory in bytes.
    fn size(&self) -> usize;

    /// Makes the memory at least `size` bytes long.
    ///
    /// # Errors
    /// If the engine has no more memory to give.
    fn grow_to(&mut self, size: usize) -> Result<(), Fault>;

    /// Copies memory, from `address` on, to fill `into`.
    ///
    /// # Panics
    /// If the block reaches past the memory's end.
    fn read(&self, address: usize, into: &mut [u8]);

    /// Overwrites memory with `bytes`, from `address` on.
    ///
    /// # Panics
    /// If the block reaches past the memory's end.
    fn write(&mut self, address: usize, bytes: &[u8]);

    /// Calls an export of type `(i32) -> i32`.
    ///
    /// # Errors
    /// If the guest traps. The machine must not be used again then.
    fn call(&mut self, export: &str, argument: u32) -> Result<u32, Fault>;

    /// Tells the guest what is on `tape` first, and from then on writes down what else it is told.
    fn play(&mut self, tape: Tape);

    /// Takes out the tape, with what the guest was told since [`Machine::play`].
    fn take_tape(&mut self) -> Tape;

    /// Drops the guest's output from now on, as forks have it.
    fn mute(&mut self);

    /// Lets the guest run for this many milliseconds from now. Then it traps with [`Fault::TimedOut`].
    fn limit(&mut self, milliseconds: f64);

    /// Hands `request` to an export of the guest (`run` or `look`), and returns the reply.
    ///
    /// # Errors
    /// If the guest traps. The machine must not be used again then.
    fn exchange(&mut self, export: &str, request: &[u8]) -> Result<Vec<u8>, Fault> {
        let length = u32::try_from(request.len()).map_err(Fault::broken)?;
        let room = self.call("reserve", length)?;
        self.write(room as usize, request);
        let reply = self.call(export, length)? as usize;
        let mut length = [0; 4];
        self.read(reply, &mut length);
        let mut body = vec![0; u32::from_le_bytes(length) as usize];
        self.read(reply + 4, &mut body);
        Ok(body)
    }
}
