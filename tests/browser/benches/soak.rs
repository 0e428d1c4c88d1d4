//! `cargo xtask bench soak`: measures, in Chromium, what a visit takes of the reader's machine, and the same of Pyodide
//! where there is something to compare.
//!
//! 1. Some short visits are made, each in a browser of its own.
//! 2. A visit of 500 steps is made, drawn from a fixed seed, with a reload after each hundred.
//! 3. After each fifty steps Python's list is compared with what must be in it, and at the end with that of a straight
//!    run. If they differ, the measurement ends. A figure that is beyond its aim is only marked.
//!
//! `WORKBOOK_SOAK_RUNS` is another number of steps for the long visit.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use browser::measure::median;
use browser::memory::Seen;
use browser::soak::{Step, Visit};
use browser::{PATIENCE, Reader, of};
use serde_json::json;

const SEED: u64 = 10;
const STEPS: usize = 500;
const RELOAD_EVERY: usize = 100;
const CHECK_EVERY: usize = 50;
/// An ordinary cell: several imports, and 200,000 objects.
const TWO_LINES: &str = "import unittest.mock, argparse, calendar, string, json\nx = [i for i in range(200000)]";
/// How long to wait before a measurement. By then the follower has been made, and memory that was needed for a moment
/// is free.
const SETTLED: Duration = Duration::from_secs(5);

const MIB: f64 = 1_048_576.0;

/// The aim for the desk's WebAssembly memory, in bytes.
const DESK: f64 = 64.0 * MIB;
/// How many bytes the desk's memory may grow when the same is done again and again.
const FLAT: f64 = 8.0 * MIB;
/// The aims for the renderer's memory in bytes: when Python is ready, after the two lines, and during the long visit.
const READY: f64 = 260e6;
const AFTER_TWO_LINES: f64 = 330e6;
const AFTER_ALL: f64 = 600e6;
/// The aim for the longest task of the page's thread, in milliseconds.
const TASK: f64 = 100.0;
/// The aim for the bytes that are put into storage for each byte that runs have changed, with outputs and ledgers.
const WRITTEN: f64 = 2.0;

/// A script that starts Pyodide in a worker, and gives `ready`. The worker then runs what it is sent.
const PYODIDE: &str = "new Promise((done, failed) => {
    const source = `import { loadPyodide } from '${location.origin}/pyodide/pyodide.mjs';
        const python = await loadPyodide();
        self.onmessage = ({ data }) => { python.runPython(data); postMessage('ended'); };
        postMessage('ready');`;
    window.peer = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    peer.onmessage = ({ data }) => done(data);
    peer.onerror = (error) => failed(error.message);
})";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let steps = match std::env::var("WORKBOOK_SOAK_RUNS") {
        Ok(steps) => steps.parse().expect("WORKBOOK_SOAK_RUNS is a number"),
        Err(_) => STEPS,
    };
    println!("\n| Chromium | desk | page's JavaScript | renderer, RSS (PSS) | browser, PSS | longest task | aim |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
    pyodide().await;
    two_lines().await;
    again_and_again("two lines, then a reset", 6, true).await;
    again_and_again("two lines, no reset", 12, false).await;
    long_visit(steps).await;
}

/// Measures Pyodide in a worker, with the same cell.
async fn pyodide() {
    let reader = Reader::alone().await;
    reader.witness().await;
    // The server answers with a line of text, which the browser shows as a page of the same origin.
    reader.visit("/there-is-no-such-page").await;
    tokio::time::sleep(SETTLED).await;
    peer("an empty page", reader.seen().await);
    assert_eq!(reader.ask_later(PYODIDE).await, json!("ready"));
    tokio::time::sleep(SETTLED).await;
    peer("Pyodide, ready", reader.seen().await);
    let run = format!(
        "new Promise((done) => {{ peer.onmessage = ({{ data }}) => done(data); peer.postMessage({}) }})",
        json!(TWO_LINES)
    );
    assert_eq!(reader.ask_later(&run).await, json!("ended"));
    tokio::time::sleep(SETTLED).await;
    peer("Pyodide, after the two lines", reader.seen().await);
    reader.leave().await.expect("the browser ends");
}

/// Measures a visit in which one ordinary cell is run.
async fn two_lines() {
    let reader = Reader::alone().await;
    reader.witness().await;
    reader.open("").await;
    row("ready, at once", reader.seen().await, None);
    tokio::time::sleep(SETTLED).await;
    row("ready", reader.seen().await, Some(READY));
    assert_eq!(reader.try_out(TWO_LINES).await, "ok");
    tokio::time::sleep(SETTLED).await;
    row("after the two lines", reader.seen().await, Some(AFTER_TWO_LINES));
    reader.leave().await.expect("the browser ends");
}

/// Measures a visit in which the same cell is run `times` times, with a reset after each run if `reset`. If the page
/// dies of it, the table says so, and the other measurements go on.
async fn again_and_again(name: &str, times: usize, reset: bool) {
    let reader = Reader::alone().await;
    reader.witness().await;
    reader.open("").await;
    reader.write("scratch", TWO_LINES).await;
    let mut first = None;
    for time in 1..=times {
        let cell = "document.querySelector('[data-cell=scratch]').dataset";
        reader.press(&of("scratch"), "Run").await;
        let mut alive = comes_true(&reader, &format!("{cell}.runs === '{time}' && {cell}.state === 'ok'")).await;
        if alive && reset {
            reader.press("header", "Reset interpreter").await;
            let here = "document.querySelector('nav[aria-label=Timeline] li:last-child')";
            alive = comes_true(
                &reader,
                &format!("{here}.dataset.kind === 'reset' && {here}.querySelector('[aria-current=step]') !== null"),
            )
            .await;
        }
        if !(alive && comes_true(&reader, "document.querySelector('[data-python=ready]') !== null").await) {
            println!("| {name}, {time} | the page is dead | | | | | **MISSED** |");
            break;
        }
        let seen = reader.seen().await;
        row(&format!("{name}, {time}"), seen, None);
        let grown = seen.desk - *first.get_or_insert(seen.desk);
        if reset && time == times {
            let missed = if grown > FLAT { " **MISSED**" } else { "" };
            println!("| {name}, the last beside the first | + {:.0} MiB | | | | | flat{missed} |", grown / MIB);
        }
    }
    reader.leave().await.expect("the browser ends");
}

/// Waits until a JavaScript expression gives `true`, for at most [`PATIENCE`]. Gives whether it did.
async fn comes_true(reader: &Reader, expression: &str) -> bool {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if reader.ask(expression).await == json!(true) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

/// What steps of one kind have cost.
#[derive(Default)]
struct Cost {
    /// For each step, how many bytes it has changed, as the timeline says.
    changed: Vec<f64>,
    /// For each step, how many bytes were put into storage.
    written: Vec<f64>,
}

/// Measures the long visit.
async fn long_visit(steps: usize) {
    println!(
        "\n| a visit of {steps} steps (seed {SEED}), after | desk, at most | page's JavaScript | renderer, RSS (PSS) | browser, PSS | longest task | written a step | aim |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    let reader = Reader::alone().await;
    reader.witness().await;
    let mut visit = Visit::begin(&reader, SEED).await;
    let mut costs: BTreeMap<Step, Cost> = BTreeMap::new();
    // These are about the stretch since the last row of the table.
    let (mut desk, mut longest, mut written, mut taken, mut began) = (0.0_f64, 0.0_f64, 0.0, 0_u32, Instant::now());
    for step in 0..=steps {
        if step > 0 {
            let kind = visit.step().await;
            visit.rest().await;
            let seen = reader.seen().await;
            let cost = costs.entry(kind).or_default();
            cost.changed.push(if kind.is_run() { visit.changed().await } else { 0.0 });
            cost.written.push(seen.written);
            (desk, longest) = (desk.max(seen.desk), longest.max(seen.longest));
            (written, taken) = (written + seen.written, taken + 1);
            if step % CHECK_EVERY == 0 || step == steps {
                visit.check().await;
            }
        }
        if step % RELOAD_EVERY == 0 || step == steps {
            visit.rest().await;
            tokio::time::sleep(SETTLED).await;
            let seen = reader.seen().await;
            let seen = Seen { desk: desk.max(seen.desk), longest: longest.max(seen.longest), ..seen };
            let aim = if step == 0 { READY } else { AFTER_ALL };
            let took = began.elapsed().as_secs();
            let per_step = written / f64::from(taken.max(1));
            println!(
                "| {step} ({took} s) | {} | {:.2} MB | {} |",
                figures(seen),
                per_step / 1e6,
                missed(seen, Some(aim))
            );
            (desk, longest, written, taken, began) = (0.0, 0.0, 0.0, 0, Instant::now());
            if (1..steps).contains(&step) {
                visit.reload().await;
            }
        }
    }
    visit.reload().await;
    visit.compare_with_a_straight_run().await;
    println!("\nState and outputs are those of a straight run.\n");
    drop(visit);
    reader.leave().await.expect("the browser ends");

    println!("| step | times | changed (median) | written (median) | written for each byte changed | aim |");
    println!("| --- | ---: | ---: | ---: | ---: | --- |");
    let mut runs = Cost::default();
    for (step, mut cost) in costs {
        println!("| {step:?} | {} | |", cost.figures());
        if step.is_run() {
            runs.changed.append(&mut cost.changed);
            runs.written.append(&mut cost.written);
        }
    }
    if !runs.changed.is_empty() {
        let missed = if runs.ratio() > WRITTEN { " **MISSED**" } else { "" };
        println!("| all that ran to their end | {} | ≤ {WRITTEN}{missed} |", runs.figures());
    }
}

impl Cost {
    /// How many bytes were put into storage for each byte that was changed.
    fn ratio(&self) -> f64 {
        self.written.iter().sum::<f64>() / self.changed.iter().sum::<f64>()
    }

    /// The cells of a row of the table.
    fn figures(&mut self) -> String {
        let ratio = if self.ratio().is_finite() { format!("{:.2}", self.ratio()) } else { String::new() };
        let [changed, written] = [&mut self.changed, &mut self.written].map(|all| median(all) / 1e3);
        format!("{} | {changed:.0} kB | {written:.0} kB | {ratio}", self.changed.len())
    }
}

/// Prints a row about the workbook. `renderer` is the aim for the renderer's memory.
fn row(what: &str, seen: Seen, renderer: Option<f64>) {
    println!("| {what} | {} | {} |", figures(seen), missed(seen, renderer));
}

/// Prints a row about Pyodide, which has no aims.
fn peer(what: &str, seen: Seen) {
    println!("| {what} | {} | |", figures(Seen { desk: 0.0, ..seen }));
}

/// The figures of a row.
fn figures(seen: Seen) -> String {
    let Seen { desk, heap, buffers, processes, longest, .. } = seen;
    format!(
        "{:.0} MiB | {:.0} MB | {:.0} ({:.0}) MB | {:.0} MB | {longest:.0} ms",
        desk / MIB,
        (heap + buffers) / 1e6,
        processes.renderer.rss / 1e6,
        processes.renderer.pss / 1e6,
        processes.browser.pss / 1e6,
    )
}

/// The aims for a row, with a mark at those that were missed.
fn missed(seen: Seen, renderer: Option<f64>) -> String {
    let aim = |name: &str, value: f64, aim: f64, unit: &str, one: f64| {
        let missed = if value > aim { " **MISSED**" } else { "" };
        format!("{name} ≤ {:.0} {unit}{missed}", aim / one)
    };
    let mut aims = vec![aim("desk", seen.desk, DESK, "MiB", MIB), aim("task", seen.longest, TASK, "ms", 1.0)];
    aims.extend(renderer.map(|limit| aim("renderer", seen.processes.renderer.rss, limit, "MB", 1e6)));
    aims.join(", ")
}
