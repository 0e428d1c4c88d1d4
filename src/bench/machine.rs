//! What the bench needs of a WebAssembly engine, and what the guest needs of its host.

use super::Fault;

/// The stream on which the guest says why it is about to trap. 1 and 2 are stdout and stderr.
pub const LAST_WORDS: u32 = 3;

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

    /// Hands `request` to the guest's `run` and gives its reply.
    fn exchange(&mut self, request: &[u8]) -> Result<Vec<u8>, Fault> {
        let length = u32::try_from(request.len()).map_err(Fault::broken)?;
        let room = self.call("reserve", length)?;
        self.write(room as usize, request);
        let reply = self.call("run", length)? as usize;
        let mut length = [0; 4];
        self.read(reply, &mut length);
        let mut body = vec![0; u32::from_le_bytes(length) as usize];
        self.read(reply + 4, &mut body);
        Ok(body)
    }
}

/// The guest's four imports. Everything the outside world can do to a run goes through here, so that a
/// run can be watched, and repeated.
pub trait Host {
    /// Output: 1 stdout, 2 stderr, [`LAST_WORDS`] before a trap. Not always whole characters.
    fn write(&self, stream: u32, bytes: &[u8]);

    /// Milliseconds since 1970, never going backward.
    fn now(&self) -> f64;

    fn random(&self, block: &mut [u8]);

    /// A text by name (`lib/json/decoder.py`), or `None` if there is no such text.
    fn read_line(&self, name: &str) -> Option<Vec<u8>>;
}
