//! `cargo xtask bench load`: what a visit loads, and how long it takes until a reader can read, and until Python has printed.
//!
//! Measured in Chromium from a server that compresses: with an empty and with a full cache, as fast as this machine is and as
//! slow as a phone on a bad connection. Beside it, in the same run and from the same server, the least page that prints with
//! Pyodide. Prints a table for the README. Times are medians.

mod visit;

use std::fs;
use std::path::{Path, PathBuf};

use browser::measure::median;
use browser::{Reader, address};
use serde_json::json;
use visit::{COURSE, DESK, EDITOR, INTERPRETER, LIBRARY, PAGE, PEER, REST, megabytes};

/// How often each visit is made: fast ones, and slow ones, of which each takes half a minute.
const ROUNDS: [usize; 2] = [5, 3];

/// What Lighthouse calls a slow 4G, and Chrome once called a fast 3G: bytes a second, and milliseconds there and back.
const SLOW: (u32, u32) = (204_800, 150);
/// How many times slower than this machine's the slow processor is.
const SLOWER: u32 = 4;

/// The parts of a visit, with their files.
const PARTS: [(&str, &[&str]); 7] = [
    ("the page with its text and style", PAGE),
    ("the desk", DESK),
    ("the course", COURSE),
    ("the interpreter and its worker", INTERPRETER),
    ("the rest of the interpreter, after that", REST),
    ("the editor, once a cell is near", EDITOR),
    ("the rest of the standard library, at the first import", LIBRARY),
];

/// The least page with a Pyodide: some text, and what Python has printed.
const PEER_PAGE: &str =
    "<!doctype html><link rel=\"icon\" href=\"data:,\"><p>Some text.</p><pre></pre><script type=\"module\">
    import { loadPyodide } from './pyodide.mjs';
    const python = await loadPyodide({ stdout: (line) => { document.querySelector('pre').textContent = line; } });
    python.runPython('print(1)');
</script>";

/// Presses Run of the first cell as soon as there is one, and gives the milliseconds from the navigation until its output is
/// there.
const OURS: &str = "new Promise((done) => {
    const press = () => document.querySelector('.cell:not(.scratch *) .run');
    const look = () => {
        if (document.querySelector('.cell [role=log]')?.textContent) return done(performance.now());
        setTimeout(look, 5);
    };
    const wait = () => (press() ? (press().click(), look()) : setTimeout(wait, 5));
    wait();
})";
/// The same of the peer's page.
const THEIRS: &str = "new Promise((done) => {
    const look = () => (document.querySelector('pre')?.textContent ? done(performance.now()) : setTimeout(look, 5));
    look();
})";
/// The milliseconds until the first text was painted.
const PAINTED: &str = "new Promise((done) => {
    new PerformanceObserver((list) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0];
        if (paint) done(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
})";

/// How a visit is made.
#[derive(Clone, Copy)]
struct Manner {
    name: &'static str,
    is_slow: bool,
    is_warm: bool,
}

const MANNERS: [Manner; 4] = [
    Manner { name: "first visit", is_slow: false, is_warm: false },
    Manner { name: "next visit", is_slow: false, is_warm: true },
    Manner { name: "first visit, slow", is_slow: true, is_warm: false },
    Manner { name: "next visit, slow", is_slow: true, is_warm: true },
];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let packed = PathBuf::from(address("WORKBOOK_PACKED"));
    fs::write(packed.join("pyodide/least.html"), PEER_PAGE).expect("a page");
    bytes(&packed);
    println!("\n| Chromium, medians | text | first Python output | Pyodide: text | output | output, ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for manner in MANNERS {
        let ours = visits(manner, "/packed/site/", OURS).await;
        let theirs = visits(manner, "/packed/pyodide/least.html", THEIRS).await;
        println!(
            "| {} | {:.0} ms | {:.0} ms | {:.0} ms | {:.0} ms | 1 : {:.1} |",
            manner.name,
            ours.0,
            ours.1,
            theirs.0,
            theirs.1,
            theirs.1 / ours.1
        );
    }
}

/// Visits a page several times, and gives the medians of the times until text was painted and until `output`.
async fn visits(manner: Manner, path: &str, output: &str) -> (f64, f64) {
    let (mut texts, mut outputs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS[usize::from(manner.is_slow)] {
        // A new browser has nothing stored.
        let reader = Reader::alone().await;
        if manner.is_warm {
            reader.visit(path).await;
            reader.ask_later(output).await;
            // What is kept for offline use is kept by then.
            let kept = "navigator.serviceWorker.getRegistration().then((it) => !it || it.active !== null)";
            tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            reader.until_later(kept).await;
            reader.go("about:blank").await;
        }
        if manner.is_slow {
            let (download, latency) = SLOW;
            reader.command("Network.enable", json!({})).await;
            let line = json!({ "offline": false, "latency": latency, "downloadThroughput": download, "uploadThroughput": download });
            reader.command("Network.emulateNetworkConditions", line).await;
            reader.command("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
        }
        reader.visit(path).await;
        outputs.push(reader.ask_later(output).await.as_f64().expect("milliseconds"));
        texts.push(reader.ask_later(PAINTED).await.as_f64().expect("milliseconds"));
        reader.leave().await.expect("the browser ends");
    }
    (median(&mut texts), median(&mut outputs))
}

/// Prints what each part of a visit has, as it is and compressed.
fn bytes(packed: &Path) {
    println!("\n| bytes | as they are | gzip | brotli |\n| --- | ---: | ---: | ---: |");
    let (site, peer) = (packed.join("site"), packed.join("pyodide"));
    let row = |name: &str, folder: &Path, files: &[&str]| {
        let [plain, gzip, brotli] = megabytes(folder, files);
        println!("| {name} | {plain:.2} MB | {gzip:.2} MB | {brotli:.2} MB |");
    };
    for (name, files) in PARTS {
        row(name, &site, files);
    }
    row("Pyodide", &peer, PEER);
    let single = fs::metadata(site.join("workbook.html")).expect("the single file").len();
    println!("| the single file | {:.2} MB | | |", single as f64 / 1e6);
}
