//! What a run was told by the outside world, so that it can be repeated byte for byte.
//!
//! 1. A run's only inputs are its source, the clock, random bytes and the lines that the reader types. All but the
//!    source pass through the guest's imports, and each import is a function of [`Doors`].
//! 2. While a run happens for the first time, `Doors` writes down what the clock, the random bytes and the lines were:
//!    that is the run's [`Tape`].
//! 3. When the run is repeated, `Doors` gives out what is on the tape, in the same order. Since the inputs are the
//!    same, the run asks for them in the same order too. At the end of the tape it goes on as in step 2.
//! 4. A run is repeated after it had to wait for a line, with that line on its tape; after an internal error; and to
//!    watch what it does.
//! 5. A tape has a greatest length. A run that is told more goes on, but its tape is *torn* and can't repeat it.
//!
//! Files of the library are not written down: they are the same for all runs of a build.

use paper::LastWords;
use serde::{Deserialize, Serialize};

use super::{Fault, Host, LAST_WORDS, LOOKING_AT};

/// Readings of the clock are rounded down to this many milliseconds. That is as fine as a browser's clock is at best,
/// and a loop that reads the clock all the time gets few enough different values for a list.
const TICK: f64 = 0.1;
/// The greatest length of a tape in bytes.
const LONGEST: usize = 64 << 20;

/// What one run was told, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tape {
    /// Readings of the clock in milliseconds since 1970, each with how often it was given in a row.
    clock: Vec<(f64, u32)>,
    /// Random bytes, one after another.
    chance: Vec<u8>,
    /// The lines that were typed, each with its newline. The last one is `None` if the input is at its end.
    lines: Vec<Option<String>>,
    /// How many bytes the lines take.
    typed: usize,
    /// Whether the run was told more than is written down, so that it can't be repeated.
    torn: bool,
}

impl Tape {
    /// Adds a line that the reader has typed, with its newline; `None` ends the input.
    pub fn type_line(&mut self, line: Option<String>) {
        self.typed += size_of::<Option<String>>() + line.as_ref().map_or(0, String::len);
        self.lines.push(line);
        if self.length() > LONGEST {
            self.torn = true;
        }
    }

    /// Whether a run can be repeated from this tape.
    pub fn is_whole(&self) -> bool {
        !self.torn
    }

    /// The line of this number, counted from 0; empty at the end of the input, and `None` if it was not typed yet.
    fn line(&self, number: usize) -> Option<&str> {
        match self.lines.get(number).or(self.lines.last().filter(|last| last.is_none())) {
            Some(line) => Some(line.as_deref().unwrap_or_default()),
            None => None,
        }
    }

    /// How many bytes the tape takes.
    fn length(&self) -> usize {
        self.clock.len() * size_of::<(f64, u32)>() + self.chance.len() + self.typed
    }
}

/// The imports of one instance, which stand between the guest and its [`Host`].
pub struct Doors<H> {
    host: H,
    tape: Tape,
    /// How much of the tape was given out: how many entries of the clock, how many readings of the entry after those,
    /// and how many random bytes.
    given: (usize, u32, usize),
    /// The last words that the guest has said before it traps; see [`LAST_WORDS`].
    last_words: String,
    /// Whether this is a fork, whose output is dropped.
    muted: bool,
    /// When the guest has to end, by the host's clock in milliseconds.
    deadline: Option<f64>,
}

impl<H: Host> Doors<H> {
    /// The imports of a new instance, with an empty tape and no limit.
    pub fn new(host: H) -> Self {
        Self { host, tape: Tape::default(), given: (0, 0, 0), last_words: String::new(), muted: false, deadline: None }
    }

    /// From now on the guest is told what is on `tape`; what it is told after its end is added to it.
    pub fn play(&mut self, tape: Tape) {
        (self.tape, self.given) = (tape, (0, 0, 0));
    }

    /// Takes out the tape, with all that the guest was told since [`Doors::play`].
    pub fn take_tape(&mut self) -> Tape {
        std::mem::take(&mut self.tape)
    }

    /// Drops the guest's output from now on, except what it says on [`LOOKING_AT`].
    pub fn mute(&mut self) {
        self.muted = true;
    }

    /// Lets the guest run for this many milliseconds from now.
    pub fn limit(&mut self, milliseconds: f64) {
        self.deadline = Some(self.host.now() + milliseconds);
    }

    /// Whether the guest may go on, which it asks every few milliseconds. If not, it must be made to trap.
    pub fn poll(&mut self) -> bool {
        let late = self.deadline.is_some_and(|deadline| self.host.now() > deadline);
        if late {
            self.last_words = LastWords::Late.to_string();
        }
        !late
    }

    /// Why the guest has trapped. `message` is what the engine says about it.
    pub fn fault(&self, message: &str) -> Fault {
        match Fault::of_trap(&self.last_words, message) {
            Fault::Input | Fault::Elsewhere(_) if self.tape.torn => Fault::Unrepeatable,
            fault => fault,
        }
    }

    /// Takes bytes that the guest writes to a stream.
    pub fn write(&mut self, stream: u32, bytes: &[u8]) {
        if stream == LAST_WORDS {
            self.last_words = String::from_utf8_lossy(bytes).into_owned();
        } else if self.muted == (stream == LOOKING_AT) {
            // Only a fork says what it looks at, and nothing else that a fork writes is passed on.
            self.host.write(stream, bytes);
        }
    }

    /// A reading of the clock, from the tape or, after its end, from the host.
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

    /// Fills a block with random bytes, from the tape or, after its end, from the host.
    pub fn random(&mut self, block: &mut [u8]) {
        let given = &mut self.given.2;
        // More bytes may have been given out than were written down.
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

    /// A text that the guest asks for by name: a line that was typed, by its number (`line/0`); the time, in a fork
    /// (`clock`); or a text that the host has. `None` if there is no such text, or the line was not typed yet.
    pub fn read_line(&mut self, name: &str) -> Option<Vec<u8>> {
        match name.strip_prefix("line/") {
            Some(number) => self.tape.line(number.parse().ok()?).map(|line| line.as_bytes().to_vec()),
            // What happens in a fork is not repeated, so a fork may know the time without its tape.
            None if name == "clock" => self.muted.then(|| self.host.now().to_string().into_bytes()),
            None => self.outside_time(|host| host.read_file(name)),
        }
    }

    /// Has the host bring something. Its way over a network is no part of the guest's time.
    pub fn outside_time<T>(&mut self, bring: impl FnOnce(&H) -> T) -> T {
        let asked = self.host.now();
        let brought = bring(&self.host);
        if let Some(deadline) = &mut self.deadline {
            *deadline += self.host.now() - asked;
        }
        brought
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A host that never gives the same thing twice.
    #[derive(Default)]
    struct Changing(Cell<u8>);

    impl Host for Changing {
        fn write(&self, _: u32, _: &[u8]) {}
        fn now(&self) -> f64 {
            // The clock gives ten readings in each tick.
            self.0.set(self.0.get() + 1);
            f64::from(self.0.get()) * TICK / 10.0
        }
        fn random(&self, block: &mut [u8]) {
            for byte in block {
                self.0.set(self.0.get().wrapping_add(1));
                *byte = self.0.get();
            }
        }
        fn read_file(&self, _: &str) -> Option<Vec<u8>> {
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

    /// A host to which a file takes a minute to come. The time stands still otherwise.
    #[derive(Default)]
    struct Far(Cell<f64>);

    impl Host for Far {
        fn write(&self, _: u32, _: &[u8]) {}
        fn now(&self) -> f64 {
            self.0.get()
        }
        fn random(&self, _: &mut [u8]) {}
        fn read_file(&self, _: &str) -> Option<Vec<u8>> {
            self.0.set(self.0.get() + 60_000.0);
            None
        }
    }

    #[test]
    fn the_way_of_a_file_is_no_part_of_the_guests_time() {
        let mut doors = Doors::new(Far::default());
        doors.limit(1_000.0);
        doors.read_line("lib/json.py");
        assert!(doors.poll(), "only the file has taken time");
        doors.host.0.set(61_001.0);
        assert!(!doors.poll());
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
        // The run goes on, and is told what is not written down any more.
        (0..3).for_each(|_| doors.random(&mut block[..9]));
        doors.write(LAST_WORDS, LastWords::Input.to_string().as_bytes());
        assert_eq!(doors.fault("unreachable"), Fault::Unrepeatable);
    }
}
