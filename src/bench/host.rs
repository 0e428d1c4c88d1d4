//! What the guest needs of whoever hosts it.

/// The functions that the guest imports, and what each is for: all that Python can reach. A test compares this with the
/// guest's own list (tests/guest/imports.rs).
pub const IMPORTS: [(&str, &str); 5] = [
    ("host.write", "Hands over bytes that were printed. The page shows them as text; nothing in them becomes HTML."),
    ("host.now", "Tells the time, which is written down: a run that is repeated gets the same times."),
    ("host.random", "Gives random bytes, which are written down too."),
    (
        "host.read_line",
        "Asks for a text by its name: the line that you type, a file of the standard library, the answer of another interpreter.",
    ),
    (
        "host.poll",
        "Asks whether to go on. A run that is to end is ended there; where Python has started without its seldom used functions, they are brought there.",
    ),
];

/// The outside world of an instance. All of it reaches a run by way of [`Doors`](super::tape::Doors), so that the run
/// can be repeated. The guest's fifth import, `poll`, needs nothing of the host: it returns, or the guest ends. (A guest in
/// two parts also has the rest brought there; see `xtask/split.rs`.)
pub trait Host {
    /// Takes what was written to a stream: 1 is stdout, 2 is stderr, and [`LOOKING_AT`](super::LOOKING_AT) is what a
    /// fork says about itself. The bytes may end in the middle of a character.
    fn write(&self, stream: u32, bytes: &[u8]);

    /// The time in milliseconds since 1970. It never goes backward.
    fn now(&self) -> f64;

    /// Fills a block with random bytes.
    fn random(&self, block: &mut [u8]);

    /// A text by its name, such as `lib/json/decoder.py`; `None` if there is no such text. Lines that the reader types
    /// come from the tape and not from here.
    fn read_file(&self, name: &str) -> Option<Vec<u8>>;
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

    fn read_file(&self, name: &str) -> Option<Vec<u8>> {
        (**self).read_file(name)
    }
}
