//! What a run was told by the outside world, so that it can be repeated bit for bit.
//!
//! A run's only inputs are its source, the clock, randomness, and the lines the reader types. All but the
//! first pass through the guest's imports; [`Doors`] writes them down as they pass, and gives them out again
//! when the same run is repeated: after `input()` had to wait, and later to watch a run line by line.
//! Library files are not written down: they are the same for every run of a build.

use paper::LastWords;
use serde::{Deserialize, Serialize};

use super::{Fault, Host, LAST_WORDS, LOOKING_AT};

/// Readings of the clock are rounded to this many milliseconds: what a browser gives at best, and few
/// enough different values for a busy loop's readings to fit in a list.
const TICK: f64 = 0.1;
/// A run that is told more than this many bytes is not written down to its end.
const LONGEST: usize = 64 << 20;

/// What one run was told, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tape {
    /// Readings of the clock, in milliseconds since 1970, and how often each was given in a row.
    clock: Vec<(f64, u32)>,
    /// Random bytes.
    chance: Vec<u8>,
    /// The reader's lines, each with its newline. Ends in `None` once the input is at its end.
    lines: Vec<Option<String>>,
    /// Bytes that those take.
    typed: usize,
    /// More was told than is kept, so the run can't be repeated.
    torn: bool,
}

impl Tape {
    /// Adds what the reader typed; `None` is the end of input.
    pub fn type_line(&mut self, line: Option<String>) {
        self.typed += size_of::<Option<String>>() + line.as_ref().map_or(0, String::len);
        self.lines.push(line);
        if self.length() > LONGEST {
            self.torn = true;
        }
    }

    /// Whether a run can be repeated from this.
    pub fn is_whole(&self) -> bool {
        !self.torn
    }

    /// The n-th line; `Some("")` at the end of input, `None` if it was not typed yet.
    fn line(&self, number: usize) -> Option<&str> {
        match self.lines.get(number).or(self.lines.last().filter(|last| last.is_none())) {
            Some(line) => Some(line.as_deref().unwrap_or_default()),
            None => None,
        }
    }

    /// Bytes that the tape takes.
    fn length(&self) -> usize {
        self.clock.len() * size_of::<(f64, u32)>() + self.chance.len() + self.typed
    }
}

/// One instance's imports: between the guest and its [`Host`].
pub struct Doors<H> {
    host: H,
    tape: Tape,
    /// How much of the tape was given out: entries of the clock and readings of the current one, random bytes.
    given: (usize, u32, usize),
    /// What the guest said on [`LAST_WORDS`].
    last_words: String,
    /// Forks say nothing to the reader.
    muted: bool,
    /// When the guest is to end, by the host's clock.
    deadline: Option<f64>,
}

impl<H: Host> Doors<H> {
    pub fn new(host: H) -> Self {
        Self { host, tape: Tape::default(), given: (0, 0, 0), last_words: String::new(), muted: false, deadline: None }
    }

    /// From now on `tape` is given out first, and what is told after its end is added to it.
    pub fn play(&mut self, tape: Tape) {
        (self.tape, self.given) = (tape, (0, 0, 0));
    }

    pub fn take_tape(&mut self) -> Tape {
        std::mem::take(&mut self.tape)
    }

    /// Keeps output in. What a fork looks at still gets out.
    pub fn mute(&mut self) {
        self.muted = true;
    }

    /// Gives the guest so many milliseconds from now.
    pub fn limit(&mut self, milliseconds: f64) {
        self.deadline = Some(self.host.now() + milliseconds);
    }

    /// The guest asks, every few milliseconds, whether it may go on. If not, it must be made to trap.
    pub fn poll(&mut self) -> bool {
        let late = self.deadline.is_some_and(|deadline| self.host.now() > deadline);
        if late {
            self.last_words = LastWords::Late.to_string();
        }
        !late
    }

    /// The reason of a trap.
    pub fn fault(&self, message: &str) -> Fault {
        match Fault::of_trap(&self.last_words, message) {
            Fault::Input | Fault::Elsewhere(_) if self.tape.torn => Fault::Unrepeatable,
            fault => fault,
        }
    }

    pub fn write(&mut self, stream: u32, bytes: &[u8]) {
        if stream == LAST_WORDS {
            self.last_words = String::from_utf8_lossy(bytes).into_owned();
        } else if self.muted == (stream == LOOKING_AT) {
            // Only a fork looks, and a fork does nothing else.
            self.host.write(stream, bytes);
        }
    }

    pub fn now(&mut self) -> f64 {
        let (entry, readings, _) = &mut self.given;
        if let Some((reading, times)) = self.tape.clock.get(*entry) {
            *readings += 1;
            if readings == times {
                (*entry, *readings) = (*entry + 1, 0);
            }
            return *reading;
        }
        let reading = (self.host.now() / TICK).floor() * TICK;
        let full = self.tape.length() > LONGEST;
        match self.tape.clock.last_mut() {
            _ if full => self.tape.torn = true,
            Some((last, times)) if *last == reading && *times < u32::MAX => *times += 1,
            _ => self.tape.clock.push((reading, 1)),
        }
        *entry = self.tape.clock.len();
        reading
    }

    pub fn random(&mut self, block: &mut [u8]) {
        let given = &mut self.given.2;
        // More may have been given out than was written down.
        let recorded = self.tape.chance.get(*given..).unwrap_or_default();
        let recorded = &recorded[..recorded.len().min(block.len())];
        let (old, new) = block.split_at_mut(recorded.len());
        old.copy_from_slice(recorded);
        self.host.random(new);
        if self.tape.length() + new.len() > LONGEST {
            self.tape.torn = true;
        } else {
            self.tape.chance.extend_from_slice(new);
        }
        *given += old.len() + new.len();
    }

    pub fn read_line(&mut self, name: &str) -> Option<Vec<u8>> {
        match name.strip_prefix("line/") {
            Some(number) => self.tape.line(number.parse().ok()?).map(|line| line.as_bytes().to_vec()),
            // What happens in a fork need not be repeated, so it may know what time it is.
            None if name == "clock" => self.muted.then(|| self.host.now().to_string().into_bytes()),
            None => self.host.read_line(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A world in which nothing is ever the same.
    #[derive(Default)]
    struct Changing(Cell<u8>);

    impl Host for Changing {
        fn write(&self, _: u32, _: &[u8]) {}
        fn now(&self) -> f64 {
            // Ten readings a tick.
            self.0.set(self.0.get() + 1);
            f64::from(self.0.get()) * TICK / 10.0
        }
        fn random(&self, block: &mut [u8]) {
            for byte in block {
                self.0.set(self.0.get().wrapping_add(1));
                *byte = self.0.get();
            }
        }
        fn read_line(&self, _: &str) -> Option<Vec<u8>> {
            None
        }
    }

    fn told(doors: &mut Doors<Changing>) -> (Vec<f64>, Vec<u8>) {
        let clock: Vec<f64> = (0..35).map(|_| doors.now()).collect();
        let mut block = [0; 9];
        doors.random(&mut block[..5]);
        doors.random(&mut block[5..]);
        (clock, block.to_vec())
    }

    #[test]
    fn a_repeated_run_is_told_the_same_and_then_goes_on() {
        let mut doors = Doors::new(Changing::default());
        let first = told(&mut doors);
        let tape = doors.take_tape();
        doors.play(tape.clone());
        assert_eq!(told(&mut doors), first);
        assert_eq!(doors.tape, tape, "playing adds nothing");
        assert_eq!(Tape::unpack(&tape.pack()).as_ref(), Ok(&tape));
        let now = doors.now();
        assert!(now > *first.0.last().unwrap(), "after the tape's end the clock is the host's");
        assert_eq!(doors.tape.clock.last(), Some(&(now, 1)));
    }

    #[test]
    fn lines_are_given_by_number_and_the_end_lasts() {
        let mut doors = Doors::new(Changing::default());
        assert_eq!(doors.read_line("line/0"), None);
        let mut tape = Tape::default();
        tape.type_line(Some("a\n".into()));
        doors.play(tape.clone());
        assert_eq!(doors.read_line("line/0"), Some(b"a\n".to_vec()));
        assert_eq!(doors.read_line("line/1"), None);
        tape.type_line(None);
        doors.play(tape);
        assert_eq!(doors.read_line("line/1"), Some(Vec::new()));
        assert_eq!(doors.read_line("line/7"), Some(Vec::new()));
    }

    #[test]
    fn a_run_that_was_told_too_much_is_not_repeated() {
        let mut doors = Doors::new(Changing::default());
        let mut block = vec![0; LONGEST + 1];
        doors.random(&mut block);
        assert!(!doors.tape.is_whole());
        // And goes on being told what is not written down.
        (0..3).for_each(|_| doors.random(&mut block[..9]));
        doors.write(LAST_WORDS, LastWords::Input.to_string().as_bytes());
        assert_eq!(doors.fault("unreachable"), Fault::Unrepeatable);
    }
}
