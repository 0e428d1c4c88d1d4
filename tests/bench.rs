//! INSPECTION of the bench: the `guest.wasm` that ships, run by a native WebAssembly engine.
//!
//! The guest is compiled once for all tests; each test makes instances of its own.

use std::path::PathBuf;
use std::sync::OnceLock;

use paper::{Code, Failure, Film, Outcome, Question, Seen};
use serde_json::Value;
use workbook::bench::{Bench, Checkpoint, Fault, Machine, Recording, Tape};
use workbook::engine::native::{self, NativeHost, NativeImage};

#[path = "hostile/corpus.rs"]
mod hostile;

mod guest {
    mod cells;
    mod conformance;
    mod content;
    mod faults;
    mod hostile;
    mod imports;
    mod input;
    mod ledger;
    mod lenses;
    mod library;
    mod looks;
    mod patched;
    mod reset;
    mod residue;
    mod rewind;
    mod split;
    mod streams;
    mod takeout;
    mod tasks;
    mod tracebacks;
}

/// A bench, and the host that has what its guest has written.
struct Lab {
    bench: Bench<NativeImage>,
    host: NativeHost,
}

impl Lab {
    /// A pristine interpreter.
    fn new() -> Self {
        static IMAGE: OnceLock<NativeImage> = OnceLock::new();
        let image = IMAGE.get_or_init(|| native::open(&stage()).expect("the base image was built").0);
        let host = image.host().another();
        let bench = Bench::new(image.with_host(host.clone()));
        Self { bench, host }
    }

    /// Runs a cell that must run to its end and write nothing to stderr. Gives what it has written to stdout, followed
    /// by the result.
    #[track_caller]
    fn shows(&mut self, source: &str) -> String {
        match self.run(source) {
            Ok(Outcome::Finished { result }) => {
                let errors = self.host.take(2);
                assert_eq!(errors, "", "stderr of:\n{source}");
                self.host.take(1) + &result.unwrap_or_default()
            }
            other => panic!("{other:#?}\nfrom:\n{source}"),
        }
    }

    /// Runs a cell that an exception must leave.
    #[track_caller]
    fn fails(&mut self, source: &str) -> Failure {
        match self.run(source) {
            Ok(Outcome::Raised(failure)) => failure,
            other => panic!("{other:#?}\nfrom:\n{source}"),
        }
    }

    /// Runs a cell with the id `test`, and takes a checkpoint.
    fn run(&mut self, source: &str) -> Result<Outcome, Fault> {
        self.run_as("test", source)
    }

    /// Runs a cell with another id, and takes a checkpoint.
    fn run_as(&mut self, cell: &str, source: &str) -> Result<Outcome, Fault> {
        self.record(&Code { cell: cell.into(), source: source.into() }).map(|(outcome, _)| outcome)
    }

    /// Runs a cell, and takes a checkpoint. Gives how the cell ended, and the recording by which the run can be
    /// repeated, for example to film it.
    fn record(&mut self, code: &Code) -> Result<(Outcome, Recording), Fault> {
        let before = self.bench.state().clone();
        let mut tape = Tape::default();
        let outcome = self.bench.run(code, &mut tape)?;
        self.bench.checkpoint().expect("a fresh instance can be made");
        Ok((outcome, Recording { before, tape }))
    }

    /// Asks a question in a fork; see [`Question`]. Both the question and the answer are JSON, as the guest has them.
    fn look(&self, question: &Value, within: f64) -> Result<Value, Fault> {
        self.bench.look(&question_of(question), within).map(answer_of)
    }

    /// Asks a question about a run.
    fn look_at_run(&self, run: Recording, question: &Value, within: f64) -> Result<Value, Fault> {
        self.bench.look_at_run(run, &question_of(question), within).map(answer_of)
    }

    /// All of the interpreter's memory.
    fn memory(&mut self) -> Vec<u8> {
        memory_of(self.bench.machine().expect("a fresh instance can be made"))
    }
}

/// How many milliseconds a film may take. It is a long time because the machine may be busy.
const WATCHED_WITHIN: f64 = 60_000.0;

/// The film of a run. Looking may take `within` milliseconds, or as long as usual.
fn film_of(bench: &Bench<NativeImage>, run: Recording, code: Code, within: Option<f64>) -> Result<Film, Fault> {
    match bench.look_at_run(run, &Question::Film { code, watched: true, within }, WATCHED_WITHIN)? {
        Seen::Film(film) => Ok(film),
        other => panic!("another question was answered: {other:?}"),
    }
}

fn question_of(question: &Value) -> Question {
    serde_json::from_value(question.clone()).unwrap_or_else(|error| panic!("{error}: {question}"))
}

/// An answer without the name of its variant.
fn answer_of(seen: Seen) -> Value {
    match serde_json::to_value(seen) {
        Ok(Value::Object(variant)) => variant.into_iter().next().expect("a variant has a name").1,
        other => panic!("an answer holds something: {other:?}"),
    }
}

/// All of an instance's memory.
fn memory_of(machine: &impl Machine) -> Vec<u8> {
    let mut memory = vec![0; machine.size()];
    machine.read(0, &mut memory);
    memory
}

/// The folder with `guest.wasm` and `library.bin`.
fn stage() -> PathBuf {
    std::env::var_os("WORKBOOK_STAGE").expect("`cargo xtask test` builds what these tests need and says where").into()
}
