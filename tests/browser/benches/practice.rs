//! `cargo xtask bench practice`: measures, in Chromium, how long a reader waits for a verdict: every task of the course is
//! checked with its starter and with its solution. Beside it stands what a fresh Pyodide takes to start in the same
//! browser, which is what a check without forks would have to wait for each time.

use std::time::Duration;

use browser::Reader;
use browser::measure::{BARE, PYODIDE, median, milliseconds, p95};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::Value;

/// A script that starts a worker without a page, and has it assess the starter and the solution of every task. Gives for each
/// of them the task's id, the milliseconds, and whether its check makes failures.
const WORKER: &str = "(async () => {
    const [head, ...pages] = (await (await fetch('/course.jsonl')).text()).split('\\n').map((line) => JSON.parse(line));
    const { build } = head, course = { pages };
    const guest = await WebAssembly.compileStreaming(fetch('/guest.wasm'));
    const worker = new Worker('/start-worker.js');
    const heard = [];
    let fail;
    const failure = new Promise((_, no) => { fail = no; });
    worker.onmessage = ({ data: [text] }) => {
        const event = JSON.parse(text);
        if (event.failed) fail(new Error(event.failed.reason));
        const wanted = heard.findIndex(({ name }) => event === name || event[name]);
        if (wanted >= 0) heard.splice(wanted, 1)[0].done(event);
    };
    const hear = (name) => Promise.race([failure, new Promise((done) => heard.push({ name, done }))]);
    const say = (request, ...rest) => worker.postMessage([JSON.stringify(request), ...rest]);
    const ready = hear('ready');
    say({ start: { build, follows: true } }, guest);
    await ready;
    const rows = [];
    for (const page of course.pages) for (const { id, cell, task } of page.exercises) {
        if (!task) continue;
        const starter = page.cells.find((other) => other.id === cell).source;
        for (const source of [starter, task.solution]) {
            const looked = hear('looked');
            say({ assess: { look: 1, task: { code: { cell, source }, check: task.check, seed: 1 }, each: 2000, faults: 60000, all: 120000 } });
            const { answer, milliseconds } = (await looked).looked;
            rows.push([id, milliseconds, task.check.includes('always_leaves'), answer.Err ? JSON.stringify(answer.Err) : '']);
        }
    }
    worker.terminate();
    return rows;
})()";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    let limits = TimeoutConfiguration::new(Some(Duration::from_secs(600)), None, None);
    reader.client.update_timeouts(limits).await.expect("the driver takes limits");
    reader.visit(BARE).await;
    // The first round has the engine compile what the checks use.
    reader.ask_later(WORKER).await;
    let rows = reader.ask_later(WORKER).await;
    let rows = rows.as_array().expect("rows");
    let failed: Vec<&Value> = rows.iter().filter(|row| row[3] != "").collect();
    assert!(failed.is_empty(), "{failed:?}");
    let times = |with_faults: bool| -> Vec<f64> {
        rows.iter().filter(|row| row[2] == with_faults).filter_map(|row| row[1].as_f64()).collect()
    };
    let (mut plain, mut faults) = (times(false), times(true));
    let pyodide = milliseconds(&reader, PYODIDE).await;
    println!(
        "assessing an answer, {} answers without injected failures: median {:.0} ms, 95 % {:.0} ms",
        plain.len(),
        median(&mut plain),
        p95(&mut plain)
    );
    println!(
        "the same, {} answers with injected failures: median {:.0} ms, 95 % {:.0} ms",
        faults.len(),
        median(&mut faults),
        p95(&mut faults)
    );
    println!(
        "a fresh Pyodide, to its first line: {pyodide:.0} ms, {:.1} times the first median",
        pyodide / median(&mut plain)
    );
    let mut slowest: Vec<&Value> = rows.iter().collect();
    slowest.sort_by(|one, other| other[1].as_f64().unwrap_or(0.0).total_cmp(&one[1].as_f64().unwrap_or(0.0)));
    for row in slowest.iter().take(5) {
        println!("  {}: {:.0} ms", row[0].as_str().unwrap_or_default(), row[1].as_f64().unwrap_or_default());
    }
    reader.leave().await.expect("the browser ends");
}
