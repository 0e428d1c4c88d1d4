//! Tells text from control: where a stream is within an escape sequence.
//!
//! The states and what leads from one to the next are those of real terminals, from `anstyle-parse`. Its own parser is for
//! bytes and keeps what a title or a hyperlink says; here characters come in, and nothing of that is kept. A sequence ends
//! with its line at the latest: one that was never finished costs its line, not the rest of the output.

use anstyle_parse::state::{Action, State, state_change};

/// Parameters longer than this mean nothing to anybody.
const LONGEST: usize = 256;

const ESCAPE: u8 = 0x1b;
const DELETE: u8 = 0x7f;

/// How far one stream is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    state: State,
    /// Of the control sequence that is being read, or was read last.
    parameters: String,
    /// It is of a private kind, or longer than any that is known.
    strange: bool,
}

/// What a character was.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// A part of something that is not shown.
    Nothing,
    Text(char),
    /// A control character, such as a newline.
    Control(char),
    /// The last character of a control sequence (CSI). See [`Reading::parameters`].
    Command(char),
}

impl Reading {
    pub fn hear(&mut self, character: char) -> Heard {
        match character {
            '\n' => {
                self.state = State::Ground;
                Heard::Control('\n')
            }
            // One character stands for an escape and a letter.
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
                // No sequence of the other kinds has such a character: this one was not finished.
                _ => {
                    self.state = State::Ground;
                    Heard::Text(character)
                }
            },
        }
    }

    /// Numbers with `;` and `:` between them.
    pub fn parameters(&self) -> &str {
        &self.parameters
    }

    fn step(&mut self, byte: u8) -> Heard {
        let (next, action) = state_change(self.state, byte);
        // "Anywhere" is where one is.
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
