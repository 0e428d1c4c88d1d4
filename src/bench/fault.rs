//! What can go wrong with the machine itself, each with a sentence for the reader. A mistake in the
//! reader's Python is not here: that is an ordinary [`Outcome`](crate::report::Outcome).

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
    /// The cell reads a line of input that nobody has typed yet. Not a mistake: the run is repeated with the
    /// line; see [`Tape`](super::Tape).
    Input,
    /// The cell asks for something to be done in another interpreter, as JSON: see `interpreter/python/lib/isolation.py`.
    /// Not a mistake either: the run is repeated with the answer, as a line of its input.
    Elsewhere(String),
    /// The cell waits for one of these, but was told so much before that the run can't be repeated.
    Unrepeatable,
    /// The time that [`Machine::limit`](super::Machine::limit) gave is over.
    TimedOut,
    /// The interpreter stopped with an internal error.
    Panic(String),
    /// The workbook's own parts don't fit together.
    Broken(String),
}

impl Fault {
    pub fn broken(reason: impl fmt::Display) -> Self {
        Self::Broken(reason.to_string())
    }

    /// Reads the reason of a trap from the guest's last words and the engine's message.
    pub fn of_trap(last_words: &str, message: &str) -> Self {
        if let Some(code) = last_words.strip_prefix("exit ") {
            return Self::Exit(code.parse().unwrap_or(1));
        }
        if let Some(reason) = last_words.strip_prefix("panic ") {
            // Where the memory ends in the middle of deep recursion, the stack's next segment is what fails.
            if reason.contains("unable to allocate stack") {
                return Self::Memory;
            }
            return Self::Panic(reason.to_owned());
        }
        if let Some(request) = last_words.strip_prefix("elsewhere ") {
            return Self::Elsewhere(request.to_owned());
        }
        match last_words {
            "input" => return Self::Input,
            "late" => return Self::TimedOut,
            _ => {}
        }
        // Chromium and WebKit say "Maximum call stack size exceeded", Firefox "too much recursion",
        // wasmtime "call stack exhausted"; a write below the guest's own stack is out of bounds.
        let overflow = ["call stack", "recursion", "out of bounds"];
        if overflow.iter().any(|words| message.contains(words)) {
            return Self::Stack;
        }
        if last_words.starts_with("memory") {
            return Self::Memory;
        }
        Self::Panic(message.to_owned())
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
    use super::Fault;

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
