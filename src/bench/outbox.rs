//! Output on its way to the desk.
//!
//! While a cell runs its worker does nothing else and no timer fires, so output leaves from inside the
//! guest's own `write`: at once as long as it is little, in blocks once it floods, counted only once
//! there is more of it than anybody reads.

use web_sys::DedicatedWorkerGlobalScope;

use super::worker::{now, post};
use crate::protocol::{Event, Piece, RunId, Stream};

/// Bytes of output kept of one run. More is only counted.
const KEPT: usize = 1_000_000;
/// Messages sent at once before a flood is recognised, and how many a second are allowed after that.
const BURST: f64 = 200.0;
const PER_SECOND: f64 = 25.0;

/// What one run writes.
pub struct Outbox {
    scope: DedicatedWorkerGlobalScope,
    run: RunId,
    waiting: Vec<Piece>,
    /// The beginning of a character whose rest has not come, by stream.
    halves: [Vec<u8>; 2],
    kept: usize,
    withheld: u64,
    /// Bytes that the guest has written, and how many of those were sent when the run was tried before, by
    /// stream.
    written: [usize; 2],
    sent_before: [usize; 2],
    /// How many messages may still be sent at once, and when that was true.
    allowance: f64,
    counted_at: f64,
}

impl Outbox {
    pub fn new(scope: DedicatedWorkerGlobalScope) -> Self {
        Self {
            scope,
            run: RunId(0),
            waiting: Vec::new(),
            halves: Default::default(),
            kept: 0,
            withheld: 0,
            written: [0; 2],
            sent_before: [0; 2],
            allowance: BURST,
            counted_at: 0.0,
        }
    }

    /// A run begins.
    pub fn open(&mut self, run: RunId) {
        *self = Self { run, counted_at: now(), ..Self::new(self.scope.clone()) };
    }

    /// The same run begins again. It writes what it wrote before, which is not sent twice.
    pub fn reopen(&mut self) {
        self.sent_before = std::mem::take(&mut self.written);
    }

    pub fn write(&mut self, stream: Stream, bytes: &[u8]) {
        let index = usize::from(stream == Stream::Stderr);
        let known = self.sent_before[index].saturating_sub(self.written[index]).min(bytes.len());
        self.written[index] += bytes.len();
        let bytes = &bytes[known..];
        if bytes.is_empty() {
            return;
        }
        if self.kept >= KEPT {
            self.withheld += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        } else {
            let text = self.whole_characters(index, bytes);
            self.push(stream, text);
        }
        self.send_if_allowed();
    }

    pub fn result(&mut self, repr: &str) {
        self.push(Stream::Result, format!("{repr}\n"));
    }

    /// The run is over, or waits.
    pub fn close(&mut self) {
        for (half, stream) in [(0, Stream::Stdout), (1, Stream::Stderr)] {
            let rest = std::mem::take(&mut self.halves[half]);
            self.push(stream, String::from_utf8_lossy(&rest).into_owned());
        }
        self.send();
    }

    fn push(&mut self, stream: Stream, text: String) {
        self.kept += text.len();
        match self.waiting.last_mut() {
            Some(last) if last.stream == stream => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.waiting.push(Piece { stream, text }),
        }
    }

    /// Writes may end inside a character; the half is kept until the rest comes.
    fn whole_characters(&mut self, index: usize, bytes: &[u8]) -> String {
        let half = &mut self.halves[index];
        half.extend_from_slice(bytes);
        let whole = match str::from_utf8(half) {
            Ok(_) => half.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => half.len(),
        };
        let text = String::from_utf8_lossy(&half[..whole]).into_owned();
        half.drain(..whole);
        text
    }

    fn send_if_allowed(&mut self) {
        let now = now();
        let earned = (now - self.counted_at) / 1e3 * PER_SECOND;
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
            post(&self.scope, &Event::Output { run: self.run, pieces }, None);
        }
        if self.withheld > 0 {
            let lines = std::mem::take(&mut self.withheld);
            post(&self.scope, &Event::Withheld { run: self.run, lines }, None);
        }
    }
}
