//! `cargo xtask bench rewind`: measures, in Chromium, how long going back takes. Pyodide can't go back, only begin
//! again without the state; that is measured, too.
//!
//! Each row of the table has a median, a 95th percentile, and the bound that is aimed at.

use std::time::Duration;

use browser::measure::{BARE, PYODIDE, median, milliseconds, p95, pressed};
use browser::{Reader, of};
use serde_json::Value;

const ROUNDS: usize = 20;
/// How long to wait before each stop. A new follower is made within this time; a reader does not stop runs more often
/// either.
const BETWEEN_STOPS: Duration = Duration::from_secs(3);

/// A script that starts a worker without a page. Gives how long it takes to find out what small runs have changed, to
/// make a fork, and to list the variables, and how many bytes the steps have.
const WORKER: &str = "(async () => {
    const build = JSON.parse((await (await fetch('/course.jsonl')).text()).split('\\n')[0]).build;
    const guest = await WebAssembly.compileStreaming(fetch('/guest.wasm'));
    const worker = new Worker('/start-worker.js');
    const heard = [];
    let fail;
    const failure = new Promise((_, no) => { fail = no; });
    worker.onmessage = ({ data: [text, attachment] }) => {
        const event = JSON.parse(text);
        if (event.failed) fail(new Error(event.failed.reason));
        const wanted = heard.findIndex(({ name }) => event === name || event[name]);
        if (wanted >= 0) heard.splice(wanted, 1)[0].done({ event, attachment });
    };
    const hear = (name) => Promise.race([failure, new Promise((done) => heard.push({ name, done }))]);
    const say = (request, ...rest) => worker.postMessage([JSON.stringify(request), ...rest]);
    const run = async (number, source) => {
        const [ended, kept] = [hear('ended'), hear('kept')];
        const start = performance.now();
        say({ run: { run: number, code: { cell: 'c' + number, source } } });
        const took = (await ended).event.ended.milliseconds;
        const { event, attachment } = await kept;
        return { took, keeping: event.kept.milliseconds, whole: performance.now() - start, bytes: attachment.byteLength };
    };
    const ready = hear('ready');
    say({ start: { build } }, guest);
    await ready;
    const first = await run(1, 'import json, random\\nxs = [random.random() for _ in range(1000)]');
    const runs = [];
    for (let number = 2; number < 42; number++) runs.push(await run(number, 'y = [n * n for n in range(100)]\\nprint(sum(y))'));
    const forks = [];
    for (let number = 1; number < 21; number++) {
        const looked = hear('looked');
        // A comment has no completions: the time is the fork's.
        say({ look: { look: number, question: { ask: 'complete', before: '# ', after: '' }, within: 2000 } });
        forks.push((await looked).event.looked.milliseconds);
    }
    const looks = [];
    for (let number = 100; number < 120; number++) {
        const looked = hear('looked');
        say({ look: { look: number, question: { ask: 'variables', skip: [] }, within: 2000 } });
        looks.push((await looked).event.looked.milliseconds);
    }
    worker.terminate();
    return { first: first.keeping, keeping: runs.map((r) => r.keeping), bytes: runs.map((r) => r.bytes), forks, looks };
})()";

/// A script that runs the scratch cell 500 times, as fast as the page allows.
const FIVE_HUNDRED: &str = "(() => {
    const status = document.querySelector('[data-python]');
    const run = document.querySelector('[data-cell=scratch] .run');
    window.runsLeft = 500;
    const next = () => {
        if (status.dataset.python === 'ready' && run.getAttribute('aria-disabled') !== 'true' && window.runsLeft-- > 0) run.click();
    };
    // The button may be drawn after the status.
    new MutationObserver(next).observe(document.body, { attributes: true, attributeFilter: ['data-python', 'aria-disabled'], subtree: true });
    next();
})()";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    reader.visit(BARE).await;
    let worker = reader.ask_later(WORKER).await;
    let times = |name: &str| -> Vec<f64> {
        let list = worker[name].as_array().unwrap_or_else(|| panic!("{worker}"));
        list.iter().filter_map(Value::as_f64).collect()
    };
    let first = worker["first"].as_f64().unwrap_or_else(|| panic!("{worker}"));
    let mut pyodide = Vec::new();
    for _ in 0..5 {
        pyodide.push(milliseconds(&reader, PYODIDE).await);
    }

    // The whole page, from the press to Python being ready again.
    let (mut stop, mut undo, mut fresh, mut restored) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    reader.open("").await;
    reader.try_out("import json, random\nxs = [random.random() for _ in range(10_000)]").await;
    for _ in 0..ROUNDS {
        reader.until_python("ready").await;
        undo.push(milliseconds(&reader, &pressed("Undo")).await);
        undo.push(milliseconds(&reader, &pressed("Redo")).await);
    }
    reader.write("scratch", "while True: pass").await;
    for _ in 0..ROUNDS {
        tokio::time::sleep(BETWEEN_STOPS).await;
        reader.press(&of("scratch"), "Run").await;
        reader.until("document.querySelector('[data-cell=scratch] .elapsed') !== null").await;
        stop.push(milliseconds(&reader, &pressed("Stop")).await);
    }

    // Coming back: the same page with and without a state to bring back.
    let ready = "performance.getEntriesByName('workbook-ready')[0].startTime";
    for _ in 0..ROUNDS / 2 {
        reader.client.refresh().await.expect("the page reloads");
        reader.until_python("ready").await;
        restored.push(reader.ask(ready).await.as_f64().expect("milliseconds"));
    }
    reader.forget_everything().await;
    reader.until("document.documentElement.dataset.kept === 'yes'").await;
    for _ in 0..ROUNDS / 2 {
        reader.client.refresh().await.expect("the page reloads");
        reader.until_python("ready").await;
        fresh.push(reader.ask(ready).await.as_f64().expect("milliseconds"));
    }
    let baseline = median(&mut fresh);
    let mut restoring: Vec<f64> = restored.iter().map(|time| time - baseline).collect();

    reader.write("scratch", "n = globals().get('n', 0) + 1\nexec(f'x{n} = [{n}] * 50')\nprint(n)").await;
    reader.ask(FIVE_HUNDRED).await;
    reader.until("window.runsLeft < 0").await;
    let bytes = reader.ask("Number(document.querySelector('nav[aria-label=Timeline]').dataset.bytes)").await;
    let megabytes = bytes.as_f64().unwrap_or_else(|| panic!("{bytes}")) / 1e6;
    reader.leave().await.expect("the browser ends");

    println!("\n| Chromium, {ROUNDS} rounds and more | median | p95 | bound |");
    println!("| --- | ---: | ---: | ---: |");
    row("stop an endless loop and have the state back", &mut stop, 100.0);
    row("undo or redo", &mut undo, 40.0);
    row("keep the state after a small run", &mut times("keeping"), 15.0);
    row("fork", &mut times("forks"), 20.0);
    row("bring the state back after a reload", &mut restoring, 300.0);
    println!("| keep the state after the first run | {first:.0} ms | | |");
    println!(
        "| fork and list the variables | {:.0} ms | {:.0} ms | |",
        median(&mut times("looks")),
        p95(&mut times("looks"))
    );
    println!(
        "| a small run's delta on its way to the desk | {:.0} kB | {:.0} kB | |",
        median(&mut times("bytes")) / 1e3,
        p95(&mut times("bytes")) / 1e3
    );
    println!("| memory of 500 runs that can be undone | {megabytes:.0} MB | | 300 MB |");
    println!(
        "| Pyodide: begin again, without the state | {:.0} ms | {:.0} ms | |",
        median(&mut pyodide),
        p95(&mut pyodide)
    );
}

fn row(what: &str, times: &mut [f64], bound: f64) {
    println!("| {what} | {:.0} ms | {:.0} ms | {bound:.0} ms |", median(times), p95(times));
}
