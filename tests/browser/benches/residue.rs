//! `cargo xtask bench residue`: measures, in Chromium, how long the reader waits for the ledger after a small run, how
//! long the film of a longer cell and the injection of faults into it take, and films with more and more modules
//! loaded.

use std::time::Duration;

use browser::Reader;
use browser::measure::{median, p95};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::Value;

const ROUNDS: usize = 20;

/// A script that presses Run again and again. Gives for each round the milliseconds from the press to the end of the
/// run, and from there to the ledger about it.
const PRESS: &str = "(async () => {
    const cell = document.querySelector('[data-cell=scratch]');
    const view = cell.querySelector('[role=textbox]').cmTile.view;
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    const until = async (true_) => { while (!true_()) await new Promise((done) => requestAnimationFrame(done)); };
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
        const name = 'name_' + Math.random().toString(36).slice(2, 8);
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: `import json\\n${name} = ${round}\\njson.indent_${name} = 2` } });
        await until(() => document.querySelector('[data-python=ready]'));
        const start = performance.now();
        [...cell.querySelectorAll('button')].find((button) => button.textContent === 'Run').click();
        await until(() => cell.dataset.state === 'ok');
        const ended = performance.now();
        await until(() => cell.querySelector('.ledger-ordinary')?.textContent.includes(name));
        rounds.push([ended - start, performance.now() - ended]);
        await pause(300);
    }
    return rounds;
})()";

/// A script that starts a worker without a page. Gives how long films and fault injections of a cell of thirty lines
/// take, and films with more and more modules loaded.
const WORKER: &str = "(async () => {
    const build = JSON.parse((await (await fetch('/course.jsonl')).text()).split('\\n')[0]).build;
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
    const ask = async (request) => {
        const looked = hear('looked');
        say(request);
        const { answer, milliseconds } = (await looked).looked;
        if (answer.Err) throw new Error(answer.Err);
        return { answer: answer.Ok, milliseconds };
    };
    const ready = hear('ready');
    say({ start: { build } }, guest);
    await ready;
    const film = (source) => ask({ look: { look: 1, question: { ask: 'film', cell: 'test', source }, within: 60000 } });
    const many = async (rounds, measure) => {
        const times = [];
        for (let round = 0; round < rounds; round++) times.push((await measure()).milliseconds);
        return times;
    };
    const lines = Array.from({ length: 28 }, (_, line) => `value_${line} = sorted(str(n) for n in range(${line}))`);
    const cell = ['import json', ...lines, 'json.dumps = value_1'].join('\\n');
    const looked = (await film(cell)).answer.looked;
    const films = await many(20, () => film(cell));
    const failures = await many(5, () => ask({ break: { look: 2, code: { cell: 'test', source: cell }, within: 60000 } }));
    const places = (await ask({ break: { look: 2, code: { cell: 'test', source: cell }, within: 60000 } })).answer.places.length;
    const rows = [];
    const imports = ['', 'import logging, decimal, fractions, argparse, csv, html.parser, urllib.parse, xml.etree.ElementTree, configparser, zipfile, unittest',
        'import asyncio, unittest.mock, email.message, http.client, http.cookiejar, logging.config, logging.handlers, concurrent.futures, pydoc, tarfile, difflib, doctest, pdb, cmd, plistlib, statistics, sched, shelve, tabnanny, trace, optparse, getpass, netrc, colorsys, filecmp, fileinput, imghdr'.replace(', imghdr', '')];
    let number = 10;
    for (const source of imports) {
        const kept = hear('kept');
        say({ run: { run: ++number, code: { cell: 'imports', source: source.split(', ').join('\\nimport ') } } });
        await kept;
        const count = await ask({ look: { look: 3, question: { ask: 'evaluate', expression: 'len(__import__(\"sys\").modules)' }, within: 2000 } });
        rows.push({ modules: Number(count.answer.text), times: await many(10, () => film('x = 1\\ny = 2\\nz = 3')) });
    }
    worker.terminate();
    return { looked, films, failures, places, rows };
})()";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    let patience = TimeoutConfiguration::new(Some(Duration::from_secs(300)), None, None);
    reader.client.update_timeouts(patience).await.expect("the driver takes limits");
    reader.open("").await;
    // After this the follower has been made, and everything has been used once.
    reader.find("[data-cell=scratch]").await;
    reader.try_out("warm = 1").await;
    reader.find("[data-cell=scratch] .ledger-ordinary").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let rounds = reader.ask_later(&PRESS.replace("ROUNDS", &ROUNDS.to_string())).await;
    let column = |at: usize| -> Vec<f64> {
        rounds.as_array().unwrap_or_else(|| panic!("{rounds}")).iter().filter_map(|round| round[at].as_f64()).collect()
    };
    println!("| in Chromium | median | p95 | bound |");
    println!("| --- | ---: | ---: | ---: |");
    row("the run itself, three lines, with the page's drawing", &mut column(0), "");
    row("the ledger, after the end of that run", &mut column(1), "100 ms");
    let worker = reader.ask_later(WORKER).await;
    assert!(worker.is_object(), "{worker}");
    row(
        &format!("the film of a cell of 30 lines ({} fingerprints)", worker["looked"]),
        &mut times(&worker["films"]),
        "500 ms",
    );
    row(
        &format!("fault injection, the same cell ({} places)", worker["places"]),
        &mut times(&worker["failures"]),
        "2000 ms",
    );
    for loaded in worker["rows"].as_array().into_iter().flatten() {
        row(
            &format!("the film of 3 lines with {} modules loaded", loaded["modules"]),
            &mut times(&loaded["times"]),
            "",
        );
    }
    reader.leave().await.expect("the browser ends");
}

fn times(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn row(what: &str, times: &mut [f64], bound: &str) {
    println!("| {what} | {:.0} ms | {:.0} ms | {bound} |", median(times), p95(times));
}
