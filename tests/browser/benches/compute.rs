//! `cargo xtask bench compute`: how fast Python itself is. The programs of `tests/compute/` run in our guest and in Pyodide
//! (CPython for the browser), in the same Chromium, in turns. Those whose names begin with `loop_` are tiny loops, of one
//! thing each.
//!
//! Each program has a function `work`. Its module is run first and `work` once, which is not measured: imports are the matter of
//! `bench start`. Then `work` is measured by the interpreter's own clock. Both interpreters must give the same result. `cargo
//! xtask bench compute NAME …` measures only programs whose names have one of these parts.
//!
//! Prints a table for the README. Times are medians.

use std::fs;
use std::path::{Path, PathBuf};

use browser::Reader;
use browser::measure::{BARE, median};
use serde_json::json;

/// How often each program runs in each interpreter.
const ROUNDS: usize = 5;

/// The prefix of the names of tiny loops.
const LOOP: &str = "loop_";

/// What both interpreters are told. `measure` prints, as JSON, the seconds that a program has taken, and its result.
const MEASURE: &str = r#"
import json, time
def measure(source):
    space = {"__name__": "program"}
    exec(compile(source, "program", "exec"), space)
    result = repr(space["work"]())
    began = time.perf_counter()
    again = repr(space["work"]())
    took = time.perf_counter() - began
    assert again == result, "it gives another result the second time"
    print(json.dumps([took, result]))
"#;

/// Starts both interpreters, each in a worker, and has them run `MEASURE`. Afterwards `ours(source)` and `pyodide(source)` give
/// what a source has printed.
const START: &str = r#"(async () => {
    const build = JSON.parse((await (await fetch('/course.jsonl')).text()).split('\n')[0]).build;
    const guest = await WebAssembly.compileStreaming(fetch('/guest.wasm'));
    const worker = new Worker('/start-worker.js');
    let hear;
    worker.onmessage = ({ data: [text] }) => hear(JSON.parse(text));
    const ask = (request, ...rest) => new Promise((done, failed) => {
        let written = '';
        hear = (event) => {
            if (event === 'ready') done();
            else if (event.output) written += event.output.pieces.map(({ text }) => text).join('');
            else if (event.ended?.end.outcome?.finished) done(written);
            else if (event.ended || event.failed) failed(new Error(written + JSON.stringify(event)));
        };
        worker.postMessage([JSON.stringify(request), ...rest]);
    });
    await ask({ start: { build } }, guest);
    let run = 0;
    window.ours = (source) => ask({ run: { run: ++run, code: { cell: 'program', source } } });

    const program = `import { loadPyodide } from '${location.origin}/pyodide/pyodide.mjs';
        const python = await loadPyodide();
        onmessage = ({ data }) => {
            let written = '';
            python.setStdout({ batched: (line) => { written += line; } });
            try { python.runPython(data); postMessage([written]); }
            catch (error) { postMessage([written, error.message]); }
        };
        postMessage(['']);`;
    const peer = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })), { type: 'module' });
    const answer = () => new Promise((done, failed) => {
        peer.onmessage = ({ data: [written, error] }) => (error ? failed(new Error(error)) : done(written));
    });
    await answer();
    window.pyodide = (source) => { const later = answer(); peer.postMessage(source); return later; };
    await ours(MEASURE);
    await pyodide(MEASURE);
})()"#;

/// A program with what it took in both interpreters, in milliseconds.
struct Row {
    name: String,
    ours: f64,
    peer: f64,
}

impl Row {
    /// How many times longer the program takes in our guest.
    fn ratio(&self) -> f64 {
        self.ours / self.peer
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let filters: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let reader = Reader::alone().await;
    reader.visit(BARE).await;
    let started = reader.ask_later(&START.replace("MEASURE", &json!(MEASURE).to_string())).await;
    assert_eq!(started, json!(null), "both start");
    let mut rows = Vec::new();
    for program in programs() {
        let name = program.file_stem().expect("a name").to_string_lossy().into_owned();
        if filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str())) {
            let source = fs::read_to_string(&program).expect("a program");
            rows.push(compare(&reader, name, &source).await);
        }
    }
    reader.leave().await.expect("the browser ends");
    rows.sort_by(|one, other| other.ratio().total_cmp(&one.ratio()));
    let (loops, programs): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.name.starts_with(LOOP));
    table("programs", &programs);
    table("tiny loops", &loops);
}

/// The programs, by their names.
fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compute");
    let entries = fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    programs.sort();
    programs
}

/// Measures a program in both interpreters, in turns.
///
/// # Panics
/// If it fails, or if it does not give the same result in both.
async fn compare(reader: &Reader, name: String, source: &str) -> Row {
    let call = json!(format!("measure({})", json!(source)));
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let mut results = Vec::new();
        for (interpreter, times) in [("ours", &mut ours), ("pyodide", &mut peer)] {
            let answer = reader.ask_later(&format!("{interpreter}({call})")).await;
            let (seconds, result): (f64, String) = answer
                .as_str()
                .and_then(|text| serde_json::from_str(text).ok())
                .unwrap_or_else(|| panic!("{name} in {interpreter}: {answer}"));
            times.push(seconds * 1000.0);
            results.push(result);
        }
        assert_eq!(results[0], results[1], "{name} gives the same in both");
    }
    Row { name, ours: median(&mut ours), peer: median(&mut peer) }
}

/// Prints the rows and the geometric mean of their ratios.
fn table(what: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    println!("\n| {what}, median of {ROUNDS} | workbook | Pyodide | ratio |\n| --- | ---: | ---: | ---: |");
    for row in rows {
        println!("| {} | {:.0} ms | {:.0} ms | {:.2} |", row.name.replace('_', " "), row.ours, row.peer, row.ratio());
    }
    let mean = (rows.iter().map(|row| row.ratio().ln()).sum::<f64>() / rows.len() as f64).exp();
    println!("| **geometric mean of {}** | | | **{mean:.2}** |", rows.len());
}
