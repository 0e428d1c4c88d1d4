//! How an answer to a task is assessed.
//!
//! 1. The reader's cell runs in a pristine interpreter of its own.
//! 2. The task's check runs in another pristine interpreter, where the cell never is. It says what it wants to be tried.
//! 3. Each of these things is tried in a fork of the first interpreter, as it is after the cell has run.
//! 4. The check runs again, with what has happened at hand, until it has its verdict.
//!
//! So a cell can make its own answers wrong, but it can't meet the check.

use paper::verdict::{Broken, Case, Judged, Ran, Task, Trace, Tried, Verdict, Wanted};
use paper::{Code, Film, Question};

use super::{Bench, Checkpoint, Fault, Forks, Image, Tape, read};

/// How often a check may want something more to be tried: it wants as much as it can at once.
const MOST_ROUNDS: usize = 20;
/// How many things a check may want to be tried in all.
const MOST_WANTED: usize = 200;
/// How many milliseconds looking at what a piece changes may take.
const LOOKED_WITHIN: f64 = 6_000.0;
/// How many milliseconds the check itself may take in each round, which is the author's code.
const JUDGED_WITHIN: f64 = 20_000.0;
/// How many bytes of the cell's output a check gets to see: it travels to the check in each round.
const MOST_PRINTED: usize = 1 << 20;
/// Once this many things have not ended in time, nothing more is tried.
const MOST_LATE: usize = 3;
/// The cell itself may take this many times as long as each thing that is tried.
const CELL_TAKES: f64 = 4.0;
/// What a piece of a check is called in tracebacks.
const PIECE: &str = "check";

/// How long the parts of an assessment may take, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Each thing that is tried; the cell itself, and a run that is looked at, may take four times as long.
    pub each: f64,
    /// All that is tried with failures, for one thing that a check wants.
    pub faults: f64,
    /// All of it. What has not been tried by then is not.
    pub all: f64,
}

impl<I: Image + Clone> Bench<I> {
    /// Assesses an answer to a task. `said` returns what the cell has written to stdout since the last call, and `now` the
    /// time in milliseconds.
    ///
    /// # Errors
    /// If the check itself fails, or no interpreter can be had.
    pub fn assess(
        &self,
        task: &Task,
        limits: Limits,
        said: impl FnMut() -> String,
        now: impl Fn() -> f64,
    ) -> Result<Verdict, Fault> {
        let began = now();
        let mut after = self.another();
        let ((ended, mut printed), _) = after.run_to_end(&task.code, &[], CELL_TAKES * limits.each, said);
        if printed.len() > MOST_PRINTED {
            printed.truncate(printed.floor_char_boundary(MOST_PRINTED));
        }
        let ran = Ran::of(&ended, printed);
        // After a fault of the machine there is no state in which anything could be tried.
        let mut forks = match &ended {
            Err(fault) => Err(fault.sentence()),
            Ok(_) => Forks::of(after, self).map_err(|fault| fault.sentence()),
        };
        let mut tried: Vec<(Wanted, Tried)> = Vec::new();
        let mut late = 0;
        for _ in 0..MOST_ROUNDS {
            let judge = Question::Judge {
                check: task.check.clone(),
                source: task.code.source.clone(),
                ran: ran.clone(),
                tried: tried.clone(),
                seed: task.seed,
            };
            let wanted = match read(&mut self.pristine()?, &judge, JUDGED_WITHIN)? {
                Judged::Verdict(verdict) => return Ok(verdict),
                Judged::Wanted(wanted) => wanted,
            };
            if wanted.is_empty() || tried.len() + wanted.len() > MOST_WANTED {
                break;
            }
            for wanted in wanted {
                let answer = match &mut forks {
                    Err(sentence) => Err(sentence.clone()),
                    Ok(_) if late >= MOST_LATE || now() - began > limits.all => {
                        Err("It was not tried, because too much before it did not end in time.".to_owned())
                    }
                    Ok(forks) => {
                        let mut tries = || self.try_out(&wanted, &task.code, forks, limits, &now);
                        let answer = match tries() {
                            Err(Fault::Panic(_)) => tries(),
                            answer => answer,
                        };
                        late += usize::from(matches!(answer, Err(Fault::TimedOut)));
                        answer.map_err(|fault| fault.sentence().replace("This run", "It"))
                    }
                };
                tried.push((wanted, answer.unwrap_or_else(|failed| Tried::Failed { failed })));
            }
        }
        Err(Fault::Unanswered("the check wants more and more to be tried".into()))
    }

    /// Tries something that a check wants to be tried of `code`. `forks` are of the state after that has run.
    fn try_out(
        &self,
        wanted: &Wanted,
        code: &Code,
        forks: &mut Forks<'_, I>,
        limits: Limits,
        now: &impl Fn() -> f64,
    ) -> Result<Tried, Fault> {
        let film = |code: Code| Question::Film { code, watched: true, within: Some(LOOKED_WITHIN) };
        let long = 4.0 * limits.each;
        Ok(match wanted {
            Wanted::Case { source, uses } => {
                let question = Question::Case { source: source.clone(), uses: uses.clone() };
                Tried::Case(Box::new(forks.ask::<Case>(&question, limits.each)?))
            }
            Wanted::Film { then: None } => traces(read(&mut self.pristine()?, &film(code.clone()), long)?),
            Wanted::Film { then: Some(source) } => {
                traces(forks.ask(&film(Code { cell: PIECE.into(), source: source.clone() }), long)?)
            }
            Wanted::Faults { then } => {
                // Each instance takes tens of megabytes.
                forks.used = None;
                let (code, since) = followed(code, then.as_deref());
                let began = now();
                let go_on = || now() - began < limits.faults;
                let faults = self.another().faults(&code, None, since, long, go_on)?;
                let places = faults.places.iter().map(Broken::from).collect();
                Tried::Faults { places, untried: faults.untried }
            }
        })
    }

    /// A fork of the pristine interpreter.
    fn pristine(&self) -> Result<I::Machine, Fault> {
        self.fork_of(&Checkpoint::default(), Tape::default())
    }
}

/// The code with a piece behind it, and the line at which that begins.
fn followed(code: &Code, then: Option<&str>) -> (Code, Option<u32>) {
    let Some(then) = then else { return (code.clone(), None) };
    let mut source = code.source.trim_end().to_owned() + "\n";
    let since = source.lines().count() + 1;
    source.push_str(then);
    (Code { cell: code.cell.clone(), source }, u32::try_from(since).ok())
}

fn traces(film: Film) -> Tried {
    let trace = |finding: paper::Finding| Trace {
        kind: finding.kind.0,
        target: finding.target,
        status: finding.status.word().to_owned(),
        line: finding.line,
    };
    Tried::Film { findings: film.findings.into_iter().map(trace).collect() }
}
