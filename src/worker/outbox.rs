//! A run's output on its way to the desk.
//!
//! 1. While a cell runs, its worker does nothing else and no timer fires. So output is sent from inside the guest's own
//!    `write`: at once while it is little, and in blocks when it floods.
//! 2. Of what a run writes, at most [`KEPT`] bytes are sent, however they were written: in one huge write or in many
//!    small ones, to one stream or to both, with newlines or without. What comes after that is counted, and the count
//!    is always sent. The result may have as many bytes again.
//! 3. A run that is repeated, after it had to wait, writes again what it has written before. That is not sent a second
//!    time.
//!
//! Events go into a sink and the time comes as an argument, so nothing here needs a browser.

use crate::protocol::{Event, Piece, RunId, Stream};

/// How many bytes of a run's output are sent. Nobody reads more, and the page must hold the output of every cell.
pub const KEPT: usize = 1_000_000;
/// How many messages may be sent without a pause.
const BURST: f64 = 200.0;
/// How many messages may be sent each second after that.
const PER_SECOND: f64 = 25.0;

/// What the run at work writes.
pub struct Outbox<S> {
    sink: S,
    run: RunId,
    /// Pieces that are still to be sent.
    waiting: Vec<Piece>,
    /// The beginning of a character whose rest was not written yet, for stdout and stderr.
    halves: [Vec<u8>; 2],
    /// How many bytes were sent or are to be sent.
    kept: usize,
    /// What is not sent, and was not told yet.
    withheld: Withheld,
    /// How many bytes the guest has written in this attempt, to stdout and stderr.
    written: [usize; 2],
    /// How many bytes the guest has written in earlier attempts at most, to stdout and stderr.
    written_before: [usize; 2],
    /// How many messages might have been sent without a pause at `counted_at`.
    allowance: f64,
    /// When `allowance` was counted last, in milliseconds.
    counted_at: f64,
}

/// How much is not sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Withheld {
    lines: u64,
    bytes: u64,
}

impl<S: FnMut(Event)> Outbox<S> {
    /// An outbox that puts its events into `sink`.
    pub fn new(sink: S) -> Self {
        Self {
            sink,
            run: RunId(0),
            waiting: Vec::new(),
            halves: Default::default(),
            kept: 0,
            withheld: Withheld::default(),
            written: [0; 2],
            written_before: [0; 2],
            allowance: BURST,
            counted_at: 0.0,
        }
    }

    /// A run begins at `now`, in milliseconds.
    pub fn open(&mut self, run: RunId, now: f64) {
        (self.run, self.kept, self.withheld) = (run, 0, Withheld::default());
        self.waiting.clear();
        self.halves = Default::default();
        (self.written, self.written_before) = ([0; 2], [0; 2]);
        (self.allowance, self.counted_at) = (BURST, now);
    }

    /// The same run begins again, from its start.
    pub fn reopen(&mut self) {
        // An attempt that has ended earlier than the one before it takes nothing back of what was sent.
        let most = |index: usize| self.written[index].max(self.written_before[index]);
        self.written_before = [most(0), most(1)];
        self.written = [0; 2];
        self.halves = Default::default();
    }

    /// The guest has written bytes to stdout or stderr, at `now` in milliseconds. They may end in the middle of a
    /// character.
    pub fn write(&mut self, stream: Stream, bytes: &[u8], now: f64) {
        let index = usize::from(stream == Stream::Stderr);
        let known = self.written_before[index].saturating_sub(self.written[index]).min(bytes.len());
        self.written[index] += bytes.len();
        let bytes = &bytes[known..];
        if bytes.is_empty() {
            return;
        }
        let fits = bytes.len().min(KEPT.saturating_sub(self.kept));
        let (kept, rest) = bytes.split_at(fits);
        self.keep(index, stream, kept);
        self.withhold(rest);
        self.send_if_allowed(now);
    }

    /// The run has a result, of which this is the repr.
    pub fn result(&mut self, repr: &str) {
        let end = repr.floor_char_boundary(KEPT);
        self.push(Stream::Result, format!("{}\n", &repr[..end]));
        self.withhold(&repr.as_bytes()[end..]);
    }

    /// The run has ended or waits: sends what is still here.
    pub fn close(&mut self) {
        for (index, stream) in [(0, Stream::Stdout), (1, Stream::Stderr)] {
            let rest = std::mem::take(&mut self.halves[index]);
            self.push(stream, String::from_utf8_lossy(&rest).into_owned());
        }
        self.send();
    }

    fn keep(&mut self, index: usize, stream: Stream, bytes: &[u8]) {
        self.kept += bytes.len();
        let text = self.whole_characters(index, bytes);
        self.push(stream, text);
    }

    fn withhold(&mut self, bytes: &[u8]) {
        self.withheld.bytes += bytes.len() as u64;
        self.withheld.lines += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    }

    fn push(&mut self, stream: Stream, text: String) {
        match self.waiting.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.stream == stream => last.text.push_str(&text),
            _ => self.waiting.push(Piece { stream, text }),
        }
    }

    /// The text that was written up to the last whole character. The beginning of another one is held back until its
    /// rest comes.
    fn whole_characters(&mut self, index: usize, bytes: &[u8]) -> String {
        let half = &mut self.halves[index];
        half.extend_from_slice(bytes);
        let whole = match str::from_utf8(half) {
            Ok(_) => half.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            // Some bytes are no text. Only those at the end are held back, if they can still become a character.
            Err(_) => half.len() - unfinished(half),
        };
        let text = String::from_utf8_lossy(&half[..whole]).into_owned();
        half.drain(..whole);
        text
    }

    fn send_if_allowed(&mut self, now: f64) {
        let earned = (now - self.counted_at).max(0.0) / 1e3 * PER_SECOND;
        self.allowance = (self.allowance + earned).min(BURST);
        self.counted_at = now;
        if self.allowance >= 1.0 {
            self.allowance -= 1.0;
            self.send();
        }
    }

    fn send(&mut self) {
        let pieces = std::mem::take(&mut self.waiting);
        if !pieces.is_empty() {
            (self.sink)(Event::Output { run: self.run, pieces });
        }
        let Withheld { lines, bytes } = std::mem::take(&mut self.withheld);
        if bytes > 0 {
            (self.sink)(Event::Withheld { run: self.run, lines, bytes });
        }
    }
}

/// How many bytes at the end are the beginning of a character.
fn unfinished(bytes: &[u8]) -> usize {
    // A character has at most four bytes, so the beginning of one has at most three.
    let tails = (1..=3.min(bytes.len())).map(|length| &bytes[bytes.len() - length..]);
    let begins =
        |tail: &&[u8]| str::from_utf8(tail).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none());
    tails.filter(begins).map(<[u8]>::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An outbox whose run has begun, and what it has sent.
    fn opened(events: &mut Vec<Event>) -> Outbox<impl FnMut(Event)> {
        let mut outbox = Outbox::new(|event| events.push(event));
        outbox.open(RunId(1), 0.0);
        outbox
    }

    /// Everything that was sent of a stream, and how many lines and bytes were not sent.
    fn sent(events: &[Event], stream: Stream) -> (String, u64, u64) {
        let mut sum = (String::new(), 0, 0);
        for event in events {
            match event {
                Event::Output { pieces, .. } => {
                    pieces.iter().filter(|piece| piece.stream == stream).for_each(|piece| sum.0.push_str(&piece.text));
                }
                Event::Withheld { lines, bytes, .. } => {
                    sum.1 += lines;
                    sum.2 += bytes;
                }
                other => panic!("{other:?}"),
            }
        }
        sum
    }

    #[test]
    fn the_limit_holds_however_it_is_reached() {
        let line = format!("{}\n", "x".repeat(99));
        let all = line.repeat(30_000);
        let endless = "y".repeat(3_000_000);
        let cases: [(&str, Vec<&[u8]>, u64); 4] = [
            ("one huge write", vec![all.as_bytes()], 20_000),
            ("many small writes", all.as_bytes().chunks(7).collect(), 20_000),
            ("one line without end", vec![endless.as_bytes()], 0),
            ("one line without end, in small writes", endless.as_bytes().chunks(1000).collect(), 0),
        ];
        for (name, writes, lines) in cases {
            for streams in [&[Stream::Stdout][..], &[Stream::Stderr], &[Stream::Stdout, Stream::Stderr]] {
                let mut events = Vec::new();
                let mut outbox = opened(&mut events);
                for (number, bytes) in writes.iter().enumerate() {
                    outbox.write(streams[number % streams.len()], bytes, 0.0);
                }
                outbox.close();
                drop(outbox);
                let (stdout, stderr) = (sent(&events, Stream::Stdout), sent(&events, Stream::Stderr));
                assert_eq!(stdout.0.len() + stderr.0.len(), KEPT, "{name}");
                assert_eq!((stdout.1, stdout.2), (lines, 2_000_000), "{name}: what was not kept is said");
            }
        }
    }

    #[test]
    fn a_huge_result_is_cut_and_what_is_missing_is_said() {
        let mut events = Vec::new();
        let mut outbox = opened(&mut events);
        outbox.result(&"é".repeat(KEPT));
        outbox.close();
        drop(outbox);
        let (text, lines, bytes) = sent(&events, Stream::Result);
        assert_eq!((text.len(), lines, bytes), (KEPT + 1, 0, KEPT as u64));
    }

    #[test]
    fn a_character_in_two_halves_is_one_and_what_is_no_text_is_marked() {
        let mut events = Vec::new();
        let mut outbox = opened(&mut events);
        for byte in "é€😀".bytes() {
            outbox.write(Stream::Stdout, &[byte], 0.0);
        }
        outbox.write(Stream::Stdout, b"\xff\xc3", 0.0);
        outbox.write(Stream::Stderr, b"e", 0.0);
        outbox.write(Stream::Stdout, b"\xa9", 0.0);
        outbox.write(Stream::Stdout, b"\xe2\x82", 0.0);
        outbox.close();
        drop(outbox);
        assert_eq!(sent(&events, Stream::Stdout).0, "é€😀\u{fffd}é\u{fffd}");
    }

    #[test]
    fn a_repeated_run_sends_only_what_is_new() {
        let mut events = Vec::new();
        let mut outbox = opened(&mut events);
        outbox.write(Stream::Stdout, b"name? ", 0.0);
        outbox.write(Stream::Stderr, b"warned\n", 0.0);
        outbox.close();
        for _ in 0..2 {
            outbox.reopen();
            outbox.write(Stream::Stdout, b"na", 0.0);
            outbox.write(Stream::Stdout, b"me? ", 0.0);
        }
        outbox.write(Stream::Stderr, b"warned\nagain\n", 0.0);
        outbox.write(Stream::Stdout, b"Ada\n", 0.0);
        outbox.close();
        drop(outbox);
        assert_eq!(sent(&events, Stream::Stdout).0, "name? Ada\n");
        assert_eq!(sent(&events, Stream::Stderr).0, "warned\nagain\n");
    }

    #[test]
    fn a_flood_leaves_in_blocks() {
        let mut events = Vec::new();
        let mut outbox = opened(&mut events);
        for number in 0..20_000 {
            outbox.write(Stream::Stdout, b"line\n", f64::from(number) / 10.0);
        }
        outbox.close();
        drop(outbox);
        assert!(events.len() < 300, "{} messages", events.len());
        assert_eq!(sent(&events, Stream::Stdout).0.len(), 100_000);
    }

    #[test]
    fn the_next_run_begins_with_nothing() {
        let mut events = Vec::new();
        let mut outbox = opened(&mut events);
        outbox.write(Stream::Stdout, &vec![b'x'; 2 * KEPT], 0.0);
        outbox.close();
        outbox.open(RunId(2), 1.0);
        outbox.write(Stream::Stdout, b"two", 1.0);
        outbox.close();
        drop(outbox);
        let last = Event::Output { run: RunId(2), pieces: vec![Piece { stream: Stream::Stdout, text: "two".into() }] };
        assert_eq!(events.last(), Some(&last));
    }
}
