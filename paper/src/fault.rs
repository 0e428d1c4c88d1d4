//! What can go wrong with the machine itself, each with a sentence for the reader. A mistake in the
//! reader's Python is not here: that is an ordinary [`Outcome`](crate::Outcome).

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a run ended without an outcome. The state from before the run is always back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault", content = "detail")]
pub enum Fault {
    /// The guest wanted more memory than its maximum.
    Memory,
    /// The engine's own stack ran out before Python's recursion limit was reached.
    Stack,
    /// The cell called `os._exit` with this code.
    Exit(i32),
    /// The cell reads a line of input that nobody has typed yet. This is not a mistake: the run is repeated with the line.
    Input,
    /// The cell asks for something to be done in another interpreter, as JSON: see `interpreter/python/lib/isolation.py`.
    /// Not a mistake either: the run is repeated with the answer, as a line of its input.
    Elsewhere(String),
    /// The cell waits for one of these, but was told so much before that the run can't be repeated.
    Unrepeatable,
    /// The time that the guest was given is over.
    TimedOut,
    /// The interpreter stopped with an internal error.
    Panic(String),
    /// Our own Python has raised an exception where it should have answered a question: the reader has broken what it stands
    /// on, or the question can't be answered. The exception, in words.
    Unanswered(String),
    /// The workbook's own parts don't fit together.
    Broken(String),
}

/// What the guest writes to [`LAST_WORDS`](crate::LAST_WORDS) just before it traps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastWords {
    /// It reads a line that was not typed yet.
    Input,
    /// It asks another interpreter for something; as JSON.
    Elsewhere(String),
    /// It was called out of a loop after its time was over.
    Late,
    /// `os._exit` was called with this code.
    Exit(i32),
    /// Memory could not be had. The guest may go on after that, and these words may be old.
    Memory,
    /// An internal error, and where it happened.
    Panic(String),
}

impl LastWords {
    /// How [`LastWords::Memory`] is written, for where no text can be made because there is no memory for it.
    pub const MEMORY: &str = "memory";

    /// Reads what was written.
    pub fn read(text: &str) -> Option<Self> {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        Some(match word {
            "input" => Self::Input,
            "elsewhere" => Self::Elsewhere(rest.to_owned()),
            "late" => Self::Late,
            "exit" => Self::Exit(rest.parse().unwrap_or(1)),
            Self::MEMORY => Self::Memory,
            "panic" => Self::Panic(rest.to_owned()),
            _ => return None,
        })
    }
}

impl fmt::Display for LastWords {
    /// What is written.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input => formatter.write_str("input"),
            Self::Elsewhere(request) => write!(formatter, "elsewhere {request}"),
            Self::Late => formatter.write_str("late"),
            Self::Exit(code) => write!(formatter, "exit {code}"),
            Self::Memory => formatter.write_str(Self::MEMORY),
            Self::Panic(reason) => write!(formatter, "panic {reason}"),
        }
    }
}

impl Fault {
    /// [`Fault::Broken`] for this reason.
    pub fn broken(reason: impl fmt::Display) -> Self {
        Self::Broken(reason.to_string())
    }

    /// Finds the reason of a trap from the guest's last words and the engine's message.
    pub fn of_trap(last_words: &str, message: &str) -> Self {
        let words = LastWords::read(last_words);
        match words {
            Some(LastWords::Exit(code)) => return Self::Exit(code),
            Some(LastWords::Elsewhere(request)) => return Self::Elsewhere(request),
            Some(LastWords::Input) => return Self::Input,
            Some(LastWords::Late) => return Self::TimedOut,
            // Where the memory ends in the middle of deep recursion, the stack's next segment is what fails.
            Some(LastWords::Panic(reason)) if reason.contains("unable to allocate stack") => return Self::Memory,
            Some(LastWords::Panic(reason)) => return Self::Panic(reason),
            Some(LastWords::Memory) | None => {}
        }
        // Chromium and WebKit say "Maximum call stack size exceeded", Firefox "too much recursion",
        // wasmtime "call stack exhausted"; a write below the guest's own stack is out of bounds.
        let overflow = ["call stack", "recursion", "out of bounds"];
        if overflow.iter().any(|words| message.contains(words)) {
            return Self::Stack;
        }
        if words == Some(LastWords::Memory) { Self::Memory } else { Self::Panic(message.to_owned()) }
    }

    /// One sentence for the reader, without the promise that the state is back: the desk adds that.
    pub fn sentence(&self) -> String {
        match self {
            Self::Memory => "This run wanted more memory than the 512 MiB the interpreter may use.".into(),
            Self::Stack => {
                "This run nested calls deeper than the browser's own stack allows; Python could not even raise RecursionError.".into()
            }
            Self::Exit(code) => format!("This run called os._exit({code}), which ends the interpreter at once."),
            Self::Input => "This run waits for a line of input.".into(),
            Self::Elsewhere(_) => "This run waits for another interpreter.".into(),
            Self::Unrepeatable => {
                "This run read the clock or drew random bytes so often that it can't wait for a line of input, or for another interpreter.".into()
            }
            Self::TimedOut => "This run took longer than it may.".into(),
            Self::Panic(reason) => {
                let first = reason.lines().next().unwrap_or_default();
                format!("The interpreter stopped with an internal error ({first}).")
            }
            Self::Unanswered(reason) => format!("What was asked could not be answered ({reason})."),
            Self::Broken(reason) => format!("The workbook could not talk to its interpreter ({reason})."),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence())
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::{Fault, LastWords};

    #[test]
    fn last_words_are_read_as_they_were_written() {
        let all = [
            LastWords::Input,
            LastWords::Elsewhere("{\"source\": \"a b\"}".into()),
            LastWords::Late,
            LastWords::Exit(-3),
            LastWords::Memory,
            LastWords::Panic("at x: y z".into()),
        ];
        for words in all {
            assert_eq!(LastWords::read(&words.to_string()), Some(words));
        }
        assert_eq!(LastWords::read(""), None);
    }

    #[test]
    fn last_words_win_over_the_engine() {
        assert_eq!(Fault::of_trap("exit 3", "unreachable"), Fault::Exit(3));
        assert_eq!(Fault::of_trap("elsewhere {}", "unreachable"), Fault::Elsewhere("{}".into()));
        assert_eq!(Fault::of_trap("memory", "unreachable"), Fault::Memory);
        assert_eq!(Fault::of_trap("", "too much recursion"), Fault::Stack);
        assert_eq!(Fault::of_trap("", "Maximum call stack size exceeded"), Fault::Stack);
        assert!(matches!(Fault::of_trap("panic at x", "unreachable"), Fault::Panic(_)));
    }
}
