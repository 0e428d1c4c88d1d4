//! Text that is finished, with the stream and the style of each part of it.
//!
//! The text is one string. Each change of stream or style takes eight bytes beside it.

use serde::{Deserialize, Serialize, Serializer};

use super::style::Style;
use crate::protocol::Stream;

/// Styled text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<KeptRun>")]
pub struct Transcript {
    /// All of the text.
    text: String,
    /// Which stream and style each part of the text has, in order.
    stretches: Vec<Stretch>,
}

/// A part of a transcript that has one stream and one style, by its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    bytes: u32,
    stream: Stream,
    style: Style,
}

/// A part of a transcript that has one stream and one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run<'a> {
    /// Where the text was written.
    pub stream: Stream,
    /// How the text looks.
    pub style: Style,
    /// The text.
    pub text: &'a str,
}

/// A [`Run`] as it is read back from the store.
#[derive(Deserialize)]
struct KeptRun {
    stream: Stream,
    style: Style,
    text: String,
}

impl Transcript {
    /// Adds text at the end.
    pub fn push(&mut self, stream: Stream, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.lengthen(stream, style, text.len());
    }

    /// Adds a character at the end.
    pub fn push_char(&mut self, stream: Stream, style: Style, character: char) {
        self.text.push(character);
        self.lengthen(stream, style, character.len_utf8());
    }

    fn lengthen(&mut self, stream: Stream, style: Style, bytes: usize) {
        // No text in a browser's memory has four gigabytes, so its length fits.
        let bytes = bytes as u32;
        match self.stretches.last_mut() {
            Some(last) if (last.stream, last.style) == (stream, style) => last.bytes += bytes,
            _ => self.stretches.push(Stretch { bytes, stream, style }),
        }
    }

    /// All parts, in order.
    pub fn runs(&self) -> impl ExactSizeIterator<Item = Run<'_>> {
        let mut begin = 0;
        self.stretches.iter().map(move |&Stretch { bytes, stream, style }| {
            let end = begin + bytes as usize;
            let text = &self.text[begin..end];
            begin = end;
            Run { stream, style, text }
        })
    }

    /// Whether a run that comes next would have the stream and the style of the last part.
    pub fn goes_on_as(&self, run: &Run) -> bool {
        self.stretches.last().is_some_and(|last| (last.stream, last.style) == (run.stream, run.style))
    }

    /// The text without its styles.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// How many bytes of memory the transcript takes.
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
