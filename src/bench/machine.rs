//! What the bench needs of a WebAssembly engine.

use super::{Fault, Tape};

/// The guest, compiled, its heap already booted: what fresh instances are made from.
pub trait Image {
    type Machine: Machine;

    /// A pristine interpreter.
    fn instantiate(&self) -> Result<Self::Machine, Fault>;
}

/// One instance of the guest. Its whole state is its memory.
pub trait Machine {
    /// Length of the memory in bytes.
    fn size(&self) -> usize;

    /// Makes the memory at least `size` bytes long.
    fn grow_to(&mut self, size: usize) -> Result<(), Fault>;

    /// Copies memory from `address` on.
    ///
    /// # Panics
    /// If the block reaches past the memory's end.
    fn read(&self, address: usize, into: &mut [u8]);

    /// Overwrites memory from `address` on.
    ///
    /// # Panics
    /// If the block reaches past the memory's end.
    fn write(&mut self, address: usize, bytes: &[u8]);

    /// Calls an export of type `(i32) -> i32`. After a fault the machine must not be used again.
    fn call(&mut self, export: &str, argument: u32) -> Result<u32, Fault>;

    /// Gives out `tape` to the guest first, and from then on writes down what it is told.
    fn play(&mut self, tape: Tape);

    /// What the guest was told since [`Machine::play`].
    fn take_tape(&mut self) -> Tape;

    /// Keeps the guest's output in: for forks.
    fn mute(&mut self);

    /// Lets the guest run for so many milliseconds more. Then it traps with [`Fault::TimedOut`].
    fn limit(&mut self, milliseconds: f64);

    /// Hands `request` to an export of the guest (`run`, `look`) and gives its reply.
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
