//! Cells that are run without a reader, with lines of input given beforehand.

use paper::{Code, Gave, Outcome};

use super::{Bench, Checkpoint, Fault, Image, Machine, Tape, elsewhere, read};

/// How a run ended, and what it wrote to stdout.
pub(super) type Ended = (Result<Outcome, Fault>, String);

impl<I: Image> Bench<I> {
    /// Runs a cell to its end, each attempt for at most `within` milliseconds. Where the cell reads a line it gets the
    /// next one of `input`, and after the last one the end of input. What it asks of another interpreter is answered by
    /// a fork. `said` returns what the cell has written to stdout since the last call. The tape that is returned can
    /// repeat the run.
    pub fn rehearse(
        &mut self,
        code: &Code,
        input: &[String],
        within: f64,
        said: impl FnMut() -> String,
    ) -> (Gave, Tape) {
        let ((ended, output), tape) = self.run_to_end(code, input, within, said);
        (gave(output, ended), tape)
    }

    /// Runs a cell as [`Bench::rehearse`] does; gives how it ended and what it wrote. An internal error is believed when it
    /// comes twice, for the reason that [`Bench::run_surely`] gives; each attempt has a time limit of its own here.
    pub(super) fn run_to_end(
        &mut self,
        code: &Code,
        input: &[String],
        within: f64,
        mut said: impl FnMut() -> String,
    ) -> (Ended, Tape) {
        let mut lines = input.iter();
        let mut tape = Tape::default();
        let mut again = false;
        loop {
            let limited = self.machine().map(|machine| machine.limit(within));
            let ended = limited.and_then(|()| self.run(code, &mut tape));
            let output = said();
            match ended {
                Err(Fault::Input) => tape.type_line(lines.next().map(|line| format!("{line}\n"))),
                Err(Fault::Elsewhere(request)) => tape.type_line(Some(self.elsewhere(&request) + "\n")),
                Err(Fault::Panic(_)) if !again && tape.is_whole() => again = true,
                ended => return ((ended, output), tape),
            }
        }
    }

    fn elsewhere(&self, request: &str) -> String {
        let answer = elsewhere::read(request).and_then(|asked| {
            let mut pristine = self.fork_of(&Checkpoint::default(), Tape::default())?;
            read(&mut pristine, &asked.question(), asked.within())
        });
        elsewhere::line(answer)
    }
}

fn gave(output: String, ended: Result<Outcome, Fault>) -> Gave {
    match ended {
        Ok(Outcome::Finished { result }) => Gave { output: joined(output, result), raised: None },
        Ok(Outcome::Raised(failure)) => {
            Gave { output, raised: failure.exception.rsplit('.').next().map(str::to_owned) }
        }
        Ok(Outcome::Exited { .. }) => Gave { output, raised: Some("SystemExit".into()) },
        Err(fault) => Gave { output, raised: Some(fault.sentence()) },
    }
}

/// The output, and the result's repr on lines of its own.
fn joined(output: String, result: Option<String>) -> String {
    match result {
        Some(result) if output.is_empty() || output.ends_with('\n') => output + &result,
        Some(result) => format!("{output}\n{result}"),
        None => output,
    }
}
