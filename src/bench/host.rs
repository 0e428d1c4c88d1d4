//! What the guest needs of its host.

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
