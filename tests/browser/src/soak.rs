//! A long visit: takes steps that a reader might take, drawn at random from a seed, and compares the workbook with a
//! model.
//!
//! 1. Each run appends a number to a list in Python.
//! 2. The [`Model`] works out which numbers must be in the list after going back, stopping and resetting.
//! 3. After every step the page's timeline is compared with the model. [`Visit::check`] compares Python's list.

mod dice;
pub mod model;

use fantoccini::key::Key;
use serde_json::Value;

use crate::{ENDLESS, PATIENCE, Reader, of};
use dice::Dice;
use model::{Marks, Model, Run};

/// The cell in which everything is run that is not in a cell of the page.
const SCRATCH: &str = "scratch";
/// The first line of each run: it takes the list, or makes one.
const LIST: &str = "kept = globals().get('kept', [])";
/// Modules that are imported. Some of them consist of many files.
const MODULES: &[&str] =
    &["argparse", "calendar", "csv", "dataclasses", "decimal", "fractions", "statistics", "unittest.mock"];
/// Two cells of the first page, each with what it shows.
const PATCH: (&str, &str) = ("patch-pi", "3");
const PUT_BACK: (&str, &str) = ("put-pi-back", "3.141592653589793");

/// All steps, each with its weight: how often it is drawn in comparison with others.
const STEPS: &[(usize, Step)] = &[
    (28, Step::Small),
    (9, Step::Course),
    (6, Step::Import),
    (5, Step::Objects),
    (5, Step::Flood),
    (8, Step::Traceback),
    (6, Step::Stop),
    (8, Step::Input),
    (10, Step::Undo),
    (6, Step::Redo),
    (6, Step::Jump),
    (3, Step::Reset),
];

/// Something that a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Runs a small cell.
    Small,
    /// Runs a cell of the page as it stands.
    Course,
    /// Runs a cell that imports a module.
    Import,
    /// Runs a cell that makes 20 MB of new objects, in place of the last ones.
    Objects,
    /// Runs a cell that writes more output than the page takes.
    Flood,
    /// Runs a cell that ends with an exception.
    Traceback,
    /// Runs an endless loop, and stops it.
    Stop,
    /// Runs a cell that reads a line, and types one.
    Input,
    /// Presses Undo.
    Undo,
    /// Presses Redo.
    Redo,
    /// Goes to a mark of the timeline.
    Jump,
    /// Resets the interpreter.
    Reset,
}

impl Step {
    /// Whether the step runs a cell that ends by itself, and so changes what is in Python's memory.
    pub fn is_run(self) -> bool {
        !matches!(self, Self::Stop | Self::Undo | Self::Redo | Self::Jump | Self::Reset)
    }
}

/// One reader's visit.
pub struct Visit<'a> {
    /// The reader whose visit it is.
    pub reader: &'a Reader,
    seed: u64,
    dice: Dice,
    model: Model,
    /// How many steps were taken.
    steps: usize,
    /// What the visit does, or has done last, in words.
    last: &'static str,
}

impl<'a> Visit<'a> {
    /// Opens the page.
    pub async fn begin(reader: &'a Reader, seed: u64) -> Self {
        open(reader).await;
        Self { reader, seed, dice: Dice::new(seed), model: Model::new(), steps: 0, last: "opening the page" }
    }

    /// Takes a step, checks that the page shows what it must, and gives the step.
    ///
    /// # Panics
    /// If the page shows something else.
    pub async fn step(&mut self) -> Step {
        let step = self.draw();
        self.steps += 1;
        self.last = name(step);
        let number = self.steps;
        match step {
            Step::Small => {
                let shown = format!(
                    "{} {}",
                    self.model.numbers().len() + 1,
                    self.model.numbers().iter().sum::<usize>() + number
                );
                self.run(number, "print(len(kept), sum(kept))", None, "ok", |output| output == shown).await;
            }
            Step::Import => {
                let module = MODULES[self.dice.below(MODULES.len())];
                let source = format!("import {module}\nprint({module}.__name__)");
                self.run(number, &source, None, "ok", |output| output == module).await;
            }
            Step::Objects => {
                let source = format!("big = None\nbig = [[{number}, n] for n in range(130_000)]\nprint(len(big))");
                self.run(number, &source, None, "ok", |output| output == "130000").await;
            }
            Step::Flood => {
                let source = "for n in range(30_000):\n    print(n, 'x' * 40)";
                self.run(number, source, None, "ok", |output| {
                    output.starts_with("0 xxx") && output.contains("\n100 xxx")
                })
                .await;
            }
            Step::Traceback => {
                let source = "def fall(depth):\n    return fall(depth - 1) if depth else 1 / depth\nfall(20)";
                let ends = |output: &str| output.trim_end().ends_with("ZeroDivisionError: division by zero");
                self.run(number, source, None, "error", ends).await;
            }
            Step::Input => {
                let (line, source) = (format!("Ada {number}"), "name = input('Name: ')\nprint(f'{name}!')");
                let shown = format!("Name: {line}\n{line}!");
                self.run(number, source, Some(line), "ok", |output| output == shown).await;
            }
            Step::Stop => self.stop(number).await,
            Step::Course => self.run_of_the_page().await,
            Step::Undo => self.press_and_go("Undo", self.model.undo_target()).await,
            Step::Redo => self.press_and_go("Redo", self.model.redo_target()).await,
            Step::Jump => self.jump().await,
            Step::Reset => {
                self.reader.until_python("ready").await;
                self.reader.press("header", "Reset interpreter").await;
                self.model.reset();
            }
        }
        self.follow(false).await;
        step
    }

    /// Draws the next step, until it is one that can be taken now.
    fn draw(&mut self) -> Step {
        loop {
            let step = self.dice.one_of(STEPS);
            let possible = match step {
                Step::Undo => self.model.undo_target().is_some(),
                Step::Redo => self.model.redo_target().is_some(),
                Step::Jump => self.model.remembered().len() > 1,
                _ => true,
            };
            if possible {
                return step;
            }
        }
    }

    /// Runs a cell that appends `number` to the list and then does what `source` says. `line` is typed if it reads one.
    /// Checks that the cell ends in `state` and that its output is `right`.
    async fn run(
        &mut self,
        number: usize,
        source: &str,
        line: Option<String>,
        state: &str,
        right: impl Fn(&str) -> bool,
    ) {
        let source = format!("{LIST}\nkept.append({number})\n{source}");
        let run = Run { cell: SCRATCH, source: Some(source), line, number: Some(number) };
        let (ended, output) = perform(self.reader, &run).await;
        self.must(ended == state && right(&output), || format!("it ended as {ended} and shows\n{output}"));
        self.model.ran(run);
    }

    /// Runs one of three cells of the page: the first makes a patch, the second shows its effect, the third takes it
    /// back.
    async fn run_of_the_page(&mut self) {
        // What the second cell shows depends on which of the others was run last.
        let patched = self.model.path().iter().rev().find_map(|run| match run.cell {
            cell if cell == PATCH.0 => Some(true),
            cell if cell == PUT_BACK.0 => Some(false),
            _ => None,
        });
        let twice = if patched == Some(true) { "6\n6" } else { "6.283185307179586\n6.283185307179586" };
        let (cell, shown) = self.dice.one_of(&[(1, PATCH), (1, ("pi-is-still-patched", twice)), (1, PUT_BACK)]);
        let run = Run { cell, source: None, line: None, number: None };
        let (ended, output) = perform(self.reader, &run).await;
        self.must(ended == "ok" && output == shown, || format!("{cell} ended as {ended} and shows\n{output}"));
        self.model.ran(run);
    }

    /// Runs an endless loop, and stops it.
    async fn stop(&mut self, number: usize) {
        self.reader.until_python("ready").await;
        self.reader.write(SCRATCH, &format!("{LIST}\nkept.append({number})\n{ENDLESS}")).await;
        self.reader.start(SCRATCH).await;
        self.reader.find(&format!("{} .elapsed", of(SCRATCH))).await;
        self.reader.press(&of(SCRATCH), "Stop").await;
        let ended = self.reader.until_ended(SCRATCH).await;
        self.must(ended == "stopped", || format!("it ended as {ended}"));
        self.model.stopped();
    }

    /// Presses Undo or Redo, which must lead to the state `target`.
    async fn press_and_go(&mut self, button: &str, target: Option<usize>) {
        self.reader.until_python("ready").await;
        self.reader.press("header", button).await;
        self.must(target.is_some(), || format!("there was nothing for {button}"));
        self.model.go(target.unwrap_or_default());
    }

    /// Goes to a random mark of the timeline.
    async fn jump(&mut self) {
        self.reader.until_python("ready").await;
        let states = self.model.remembered();
        let target = states.start + self.dice.below(states.len());
        let mark = format!("nav[aria-label=Timeline] li:nth-child({}) button", self.model.mark(target) + 1);
        // A script clicks it: there may be hundreds of marks, in a strip that scrolls, and WebKit's driver can't bring
        // each of them into view.
        self.reader.ask(&format!("document.querySelector('{mark}').click()")).await;
        self.model.go(target);
    }

    /// Waits until the page's timeline is as the model says. After a reload (`reloaded`) it may lack moments that could
    /// be redone before.
    async fn follow(&mut self, reloaded: bool) {
        let began = std::time::Instant::now();
        loop {
            self.reader.until_python("ready").await;
            match self.model.follow(marks(self.reader).await, reloaded) {
                Ok(()) => return,
                // The page is drawn a little after its state has changed.
                Err(_) if began.elapsed() < PATIENCE / 6 => {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await
                }
                Err(reason) => self.must(false, || reason),
            }
        }
    }

    /// Compares Python's list with the model. That is another run.
    ///
    /// # Panics
    /// If they differ.
    pub async fn check(&mut self) {
        self.last = "comparing Python's list";
        let run = Run { cell: SCRATCH, source: Some("globals().get('kept', [])".into()), line: None, number: None };
        let (ended, output) = perform(self.reader, &run).await;
        let expected = format!("{:?}", self.model.numbers());
        self.must(ended == "ok" && output == expected, || {
            format!("it ended as {ended}; the list must be\n{expected}\nand is\n{output}")
        });
        self.model.ran(run);
        self.follow(false).await;
    }

    /// How many bytes the last moment has changed, as the timeline's mark says.
    pub async fn changed(&self) -> f64 {
        let script = "(() => {
            const here = document.querySelector('nav[aria-label=Timeline] [aria-current=step]');
            const [, size, unit] = here.getAttribute('aria-label').match(/changed ([0-9.]+) (kB|MB)/) ?? [0, 0, 'kB'];
            return Number(size) * (unit === 'MB' ? 1e6 : 1e3);
        })()";
        self.reader.ask(script).await.as_f64().unwrap_or_default()
    }

    /// Waits until everything that the next visit needs is in the browser's storage.
    pub async fn rest(&self) {
        self.reader.until_python("ready").await;
        // Before the first run there is nothing to store, and `data-kept` is missing.
        self.reader.until("document.documentElement.dataset.kept !== 'no'").await;
    }

    /// Reloads the page, and checks that cells and Python are as before.
    ///
    /// # Panics
    /// If they are not.
    pub async fn reload(&mut self) {
        self.last = "reloading the page";
        self.rest().await;
        let before = shown(self.reader).await;
        self.reader.client.refresh().await.expect("the page reloads");
        self.follow(true).await;
        let after = shown(self.reader).await;
        self.must(before == after, || format!("the cells showed\n{before:#}\nand show\n{after:#}"));
        self.check().await;
    }

    /// Runs in another browser only those cells that have led to the present state, and checks that Python has the same
    /// names, values and modules there as here.
    ///
    /// # Panics
    /// If they differ.
    pub async fn compare_with_a_straight_run(&mut self) {
        self.last = "comparing with a straight run";
        let other = Reader::alone().await;
        open(&other).await;
        for run in self.model.path() {
            perform(&other, run).await;
        }
        let (here, there) = (everything(self.reader).await, everything(&other).await);
        other.leave().await.expect("the browser ends");
        self.must(here == there, || format!("Python has\n{here}\nand after a straight run\n{there}"));
    }

    /// Checks that something is `right`.
    ///
    /// # Panics
    /// If it is not, with the words that `what` gives.
    fn must(&self, right: bool, what: impl FnOnce() -> String) {
        assert!(right, "{}", what());
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("The visit with seed {} failed at step {}: {}.", self.seed, self.steps, self.last);
        }
    }
}

/// A step in words, for the message of a failed visit.
fn name(step: Step) -> &'static str {
    match step {
        Step::Small => "a small cell",
        Step::Course => "a cell of the page",
        Step::Import => "an import",
        Step::Objects => "20 MB of new objects",
        Step::Flood => "a flood of output",
        Step::Traceback => "a traceback",
        Step::Stop => "an endless loop, stopped",
        Step::Input => "a cell that reads a line",
        Step::Undo => "Undo",
        Step::Redo => "Redo",
        Step::Jump => "a jump on the timeline",
        Step::Reset => "Reset interpreter",
    }
}

/// Opens the page, and chooses a time limit of runs that none of them reaches.
async fn open(reader: &Reader) {
    reader.open("").await;
    reader.choose_limit("300").await;
}

/// Runs a cell to its end, types the line that it reads, and gives its state and its output.
async fn perform(reader: &Reader, run: &Run) -> (String, String) {
    reader.until_python("ready").await;
    if let Some(source) = &run.source {
        reader.write(run.cell, source).await;
    }
    reader.start(run.cell).await;
    if let Some(line) = &run.line {
        let field = reader.find(&format!("{}[data-state=waiting] .input input", of(run.cell))).await;
        field.send_keys(&format!("{line}{}", char::from(Key::Enter))).await.expect("keys");
    }
    (reader.until_ended(run.cell).await, reader.output(run.cell).await)
}

/// What the page's timeline shows.
async fn marks(reader: &Reader) -> Marks {
    let script = "(() => {
        const marks = [...document.querySelectorAll('nav[aria-label=Timeline] li button')];
        const first = marks[0]?.textContent.match(/[0-9]+/);
        return [Number(first ?? 0), marks.length, marks.findIndex((mark) => mark.getAttribute('aria-current') === 'step')];
    })()";
    let told = reader.ask(script).await;
    let number = |index: usize| told[index].as_u64().unwrap_or_else(|| panic!("no timeline: {told}")) as usize;
    Marks { forgotten: number(0), count: number(1), here: number(2) }
}

/// Ids, states and outputs of all cells of the page that have run.
async fn shown(reader: &Reader) -> Value {
    let script =
        "[...document.querySelectorAll('[data-cell]')].filter((cell) => cell.dataset.state !== 'fresh').map((cell) =>
        [cell.dataset.cell, cell.dataset.state, cell.querySelector('[role=log]').textContent])";
    reader.ask(script).await
}

/// What is in Python: the list, all names, all modules, the patched value and the large object.
async fn everything(reader: &Reader) -> String {
    let source = "import math, sys
big = globals().get('big', [])
print(globals().get('kept', []))
print(sorted(globals()))
print(sorted(sys.modules))
print(math.pi, len(big), big[-1:], sum(pair[1] for pair in big))";
    let run = Run { cell: SCRATCH, source: Some(source.into()), line: None, number: None };
    let (ended, output) = perform(reader, &run).await;
    format!("{ended}\n{output}")
}
