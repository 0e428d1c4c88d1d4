//! `cargo xtask bench start`: measures how long it takes until Python prints, and how long reset and stop take. The
//! same is measured of Pyodide (CPython for the browser), in the same Chromium, from the same server, in turns.
//!
//! Prints a table for the README. Times are medians. The ratios say more than the times, because a slow machine is slow
//! for both.

mod visit;

use std::path::PathBuf;

use browser::measure::{BARE, PYODIDE, PYODIDE_OF_SNAPSHOT, SNAPSHOT, median, milliseconds, pressed};
use browser::{Reader, address, of};
use visit::{COURSE, DESK, EDITOR, INTERPRETER, LIBRARY, PAGE, PEER, REST, megabytes};

const ROUNDS: usize = 7;

/// A script that starts our interpreter in a new worker. Gives the milliseconds until its first line has been printed:
/// for the download, compiling, making an instance and running.
const OURS: &str = "(async () => {
    const build = JSON.parse((await (await fetch('/course.jsonl')).text()).split('\\n')[0]).build;
    const start = performance.now();
    const worker = new Worker('/start-worker.js');
    const guest = await WebAssembly.compileStreaming(fetch('/guest.wasm'));
    return await new Promise((done, failed) => {
        worker.onmessage = ({ data: [text] }) => {
            const event = JSON.parse(text);
            if (event === 'ready') worker.postMessage([JSON.stringify({ run: { run: 1, code: { cell: 'b', source: 'print(1)' } } })]);
            else if (event.output) { done(performance.now() - start); worker.terminate(); }
            else if (event.failed) failed(event.failed.reason);
        };
        worker.postMessage([JSON.stringify({ start: { build } }), guest]);
    });
})()";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    let (mut ours, mut pyodide, mut restored, mut page) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    reader.visit(BARE).await;
    let snapshot = reader.ask_later(SNAPSHOT).await.as_f64().expect("a number of bytes") / 1e6;
    for _ in 0..ROUNDS {
        ours.push(milliseconds(&reader, OURS).await);
        pyodide.push(milliseconds(&reader, PYODIDE).await);
        restored.push(milliseconds(&reader, PYODIDE_OF_SNAPSHOT).await);
    }
    for _ in 0..ROUNDS {
        reader.visit(BARE).await;
        reader.visit("/").await;
        // A button of the text that stands before the desk would be gone by the time that it is pressed.
        reader.until_python("ready").await;
        reader.run("patch-pi").await;
        page.push(reader.ask("performance.now()").await.as_f64().expect("milliseconds"));
    }
    let (mut reset, mut stop) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        // There is nothing to reset in an interpreter that no run has changed.
        reader.try_out("import json, random\nx = [random.random() for _ in range(10_000)]").await;
        reset.push(milliseconds(&reader, &pressed("Reset interpreter")).await);
    }
    reader.try_out("x = list(range(10_000))").await;
    reader.write("scratch", "while True: pass").await;
    for _ in 0..ROUNDS {
        // A new follower is made within this time; a reader does not stop runs more often either.
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        reader.press(&of("scratch"), "Run").await;
        reader.until("document.querySelector('[data-cell=scratch] .elapsed') !== null").await;
        stop.push(milliseconds(&reader, &pressed("Stop")).await);
    }
    reader.leave().await.expect("the browser ends");

    let times = [ours, pyodide, restored, page, reset, stop];
    let [ours, pyodide, restored, page, reset, stop] = times.map(|mut times| median(&mut times));
    let dist = PathBuf::from(address("WORKBOOK_DIST"));
    let modules = PathBuf::from(address("WORKBOOK_NODE_MODULES")).join("pyodide");
    println!("\n| Chromium, median of {ROUNDS} | workbook | Pyodide | ratio |");
    println!("| --- | ---: | ---: | ---: |");
    row("start to first `print`, in a worker", ours, pyodide);
    row(&format!("the same, Pyodide from a snapshot of its memory ({snapshot:.0} MB)"), ours, restored);
    println!("| navigation to first result, whole page, not the first visit | {page:.0} ms | | |");
    row("reset (Pyodide: reload)", reset, pyodide);
    row("stop an endless loop and have the state back (Pyodide: reload, state lost)", stop, pyodide);
    let [_, gzip, brotli] = megabytes(&dist, INTERPRETER);
    let [_, peer_gzip, peer_brotli] = megabytes(&modules, PEER);
    row_of_bytes("interpreter to the first `print`, gzip", gzip, peer_gzip);
    row_of_bytes("interpreter to the first `print`, brotli", brotli, peer_brotli);
    for (what, files) in [
        ("the rest of the interpreter, after that", REST),
        ("the rest of the standard library, when first imported", LIBRARY),
        ("page, text and editor", &[PAGE, DESK, COURSE, EDITOR].concat()),
    ] {
        let [_, gzip, brotli] = megabytes(&dist, files);
        println!("| {what}: gzip, brotli | {gzip:.2} MB, {brotli:.2} MB | | |");
    }
}

fn row(what: &str, ours: f64, peer: f64) {
    println!("| {what} | {ours:.0} ms | {peer:.0} ms | 1 : {:.1} |", peer / ours);
}

fn row_of_bytes(what: &str, ours: f64, peer: f64) {
    println!("| {what} | {ours:.2} MB | {peer:.2} MB | 1 : {:.2} |", peer / ours);
}
