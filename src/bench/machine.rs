//! What the bench needs of a WebAssembly engine, and what the guest needs of its host.

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

/// What the guest's imports come to. Everything the outside world can do to a run goes through here, by way of
/// [`Doors`](super::tape::Doors), so that a run can be repeated. The fifth import, `poll`, tells the guest nothing: it
/// returns, or the guest ends.
pub trait Host {
    /// Output: 1 stdout, 2 stderr, [`LOOKING_AT`](super::LOOKING_AT) from forks. Not always whole characters.
    fn write(&self, stream: u32, bytes: &[u8]);

    /// Milliseconds since 1970, never going backward.
    fn now(&self) -> f64;

    fn random(&self, block: &mut [u8]);

    /// A text by name (`lib/json/decoder.py`), or `None` if there is no such text. The reader's lines are
    /// not the host's affair but the tape's.
    fn read_line(&self, name: &str) -> Option<Vec<u8>>;
}

/// A host that several instances share.
impl<H: Host> Host for std::rc::Rc<H> {
    fn write(&self, stream: u32, bytes: &[u8]) {
        (**self).write(stream, bytes);
    }

    fn now(&self) -> f64 {
        (**self).now()
    }

    fn random(&self, block: &mut [u8]) {
        (**self).random(block);
    }

    fn read_line(&self, name: &str) -> Option<Vec<u8>> {
        (**self).read_line(name)
    }
}
