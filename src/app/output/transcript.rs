//! Text that is not written to any more, with the stream and the style of each part of it.
//!
//! The text is one string: what a part costs besides is eight bytes, and only where stream or style change.

use serde::{Deserialize, Serialize, Serializer};

use super::style::Style;
use crate::protocol::Stream;

/// Lines of styled text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<KeptRun>")]
pub struct Transcript {
    text: String,
    stretches: Vec<Stretch>,
}

/// So many bytes of a transcript are of one stream and one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    bytes: u32,
    stream: Stream,
    style: Style,
}

/// A part of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run<'a> {
    pub stream: Stream,
    pub style: Style,
    pub text: &'a str,
}

/// A [`Run`] as it is read back.
#[derive(Deserialize)]
struct KeptRun {
    stream: Stream,
    style: Style,
    text: String,
}

impl Transcript {
    pub fn push(&mut self, stream: Stream, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.lengthen(stream, style, text.len());
    }

    pub fn push_char(&mut self, stream: Stream, style: Style, character: char) {
        self.text.push(character);
        self.lengthen(stream, style, character.len_utf8());
    }

    fn lengthen(&mut self, stream: Stream, style: Style, bytes: usize) {
        // No text in a browser's memory has four gigabytes.
        let bytes = bytes as u32;
        match self.stretches.last_mut() {
            Some(last) if (last.stream, last.style) == (stream, style) => last.bytes += bytes,
            _ => self.stretches.push(Stretch { bytes, stream, style }),
        }
    }

    /// All of it, in order.
    pub fn runs(&self) -> impl ExactSizeIterator<Item = Run<'_>> {
        let mut begin = 0;
        self.stretches.iter().map(move |&Stretch { bytes, stream, style }| {
            let end = begin + bytes as usize;
            let text = &self.text[begin..end];
            begin = end;
            Run { stream, style, text }
        })
    }

    /// Whether a run that comes next is of the same stream and style as the last.
    pub fn goes_on_as(&self, run: &Run) -> bool {
        self.stretches.last().is_some_and(|last| (last.stream, last.style) == (run.stream, run.style))
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What it takes of memory.
    pub fn bytes(&self) -> usize {
        self.text.len() + self.stretches.len() * size_of::<Stretch>()
    }
}

impl Serialize for Transcript {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.runs())
    }
}

impl From<Vec<KeptRun>> for Transcript {
    fn from(runs: Vec<KeptRun>) -> Self {
        let mut transcript = Self::default();
        for KeptRun { stream, style, text } in runs {
            transcript.push(stream, style, &text);
        }
        transcript
    }
}
