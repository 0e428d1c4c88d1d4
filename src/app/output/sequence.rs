//! Tells text from escape sequences.
//!
//! The states and what leads from one to the next are those of real terminals, from the crate `anstyle-parse`. Its own
//! parser takes bytes and keeps what a title or a hyperlink says; here come characters, and nothing of that is kept. A
//! sequence ends with its line at the latest, so one that is never finished costs its line and not the rest of the
//! output.

use anstyle_parse::state::{Action, State, state_change};

/// How many characters the parameters of a sequence may have. Longer ones mean nothing.
const LONGEST: usize = 256;

const ESCAPE: u8 = 0x1b;
const DELETE: u8 = 0x7f;

/// Where one stream is within a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    state: State,
    /// The parameters of the control sequence that is being read, or was read last.
    parameters: String,
    /// Whether that sequence is of a private kind, or longer than any that is known.
    strange: bool,
}

/// What a character is.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// A part of something that is not shown.
    Nothing,
    /// A character of the text.
    Text(char),
    /// A control character, such as a newline.
    Control(char),
    /// The last character of a control sequence (CSI), whose parameters are [`Reading::parameters`].
    Command(char),
}

impl Reading {
    /// Reads the next character of the stream.
    pub fn hear(&mut self, character: char) -> Heard {
        match character {
            '\n' => {
                self.state = State::Ground;
                Heard::Control('\n')
            }
            // Each of these characters stands for an escape and a letter.
            '\u{80}'..='\u{9f}' => {
                self.step(ESCAPE);
                self.step(character as u8 - 0x40)
            }
            _ if character.is_ascii() => self.step(character as u8),
            _ => match self.state {
                State::Ground => Heard::Text(character),
                State::OscString
                | State::SosPmApcString
                | State::DcsEntry
                | State::DcsParam
                | State::DcsIntermediate
                | State::DcsPassthrough
                | State::DcsIgnore => Heard::Nothing,
                // Sequences of the other kinds have no such characters, so this one was not finished.
                _ => {
                    self.state = State::Ground;
                    Heard::Text(character)
                }
            },
        }
    }

    /// The parameters: numbers with `;` and `:` between them.
    pub fn parameters(&self) -> &str {
        &self.parameters
    }

    fn step(&mut self, byte: u8) -> Heard {
        let (next, action) = state_change(self.state, byte);
        // `Anywhere` means that the state stays.
        if next != State::Anywhere {
            self.state = next;
        }
        if next == State::CsiEntry {
            self.parameters.clear();
            self.strange = false;
        }
        match action {
            Action::Print if byte != DELETE => Heard::Text(byte as char),
            Action::Execute => Heard::Control(byte as char),
            Action::CsiDispatch if !self.strange => Heard::Command(byte as char),
            Action::Param if self.parameters.len() < LONGEST => {
                self.parameters.push(byte as char);
                Heard::Nothing
            }
            Action::Param | Action::Collect => {
                self.strange = true;
                Heard::Nothing
            }
            _ => Heard::Nothing,
        }
    }
}
