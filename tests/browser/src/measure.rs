//! What several benchmarks use: scripts that measure, and statistics.

use crate::Reader;

/// A file of the site that a browser shows as it is. It runs nothing, and no policy says what a measuring script may load.
pub const BARE: &str = "/app.js";

/// A script that starts Pyodide in a new worker. Gives the milliseconds until its first line has been printed.
pub const PYODIDE: &str = "(async () => {
    const start = performance.now();
    const source = `import { loadPyodide } from '${location.origin}/pyodide/pyodide.mjs';
        const python = await loadPyodide({ stdout: (line) => postMessage(line) });
        python.runPython('print(1)');`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    return await new Promise((done, failed) => {
        worker.onmessage = () => { done(performance.now() - start); worker.terminate(); };
        worker.onerror = (error) => failed(error.message);
    });
})()";

/// A script that has Pyodide make a snapshot of its memory after its start, which it offers to those who host it. It is kept in
/// `window.snapshot` for [`PYODIDE_OF_SNAPSHOT`].
pub const SNAPSHOT: &str = "(async () => {
    const source = `import { loadPyodide } from '${location.origin}/pyodide/pyodide.mjs';
        const python = await loadPyodide({ _makeSnapshot: true });
        postMessage(python.makeMemorySnapshot());`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    window.snapshot = await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = (error) => failed(error.message);
    });
    worker.terminate();
    return window.snapshot.byteLength;
})()";

/// As [`PYODIDE`], from the snapshot, which is in the browser's memory already.
pub const PYODIDE_OF_SNAPSHOT: &str = "(async () => {
    const start = performance.now();
    const source = `import { loadPyodide } from '${location.origin}/pyodide/pyodide.mjs';
        onmessage = async ({ data }) => {
            const python = await loadPyodide({ stdout: (line) => postMessage(line), _loadSnapshot: data });
            python.runPython('print(1)');
        };
        postMessage('');`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    return await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => {
            if (!data) return worker.postMessage(window.snapshot);
            done(performance.now() - start);
            worker.terminate();
        };
        worker.onerror = (error) => failed(error.message);
    });
})()";

/// The script of [`pressed`], with `NAME` in place of the button's name.
const PRESSED: &str = "new Promise((done) => {
    const status = document.querySelector('[data-python]');
    const start = performance.now();
    new MutationObserver((_, observer) => {
        if (status.dataset.python !== 'ready') return;
        observer.disconnect();
        done(performance.now() - start);
    }).observe(status, { attributes: true });
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'NAME' && button.getAttribute('aria-disabled') !== 'true').click();
})";

/// A script that presses the button with this name. Gives the milliseconds until Python is ready again, measured in the
/// page.
pub fn pressed(name: &str) -> String {
    PRESSED.replace("NAME", name)
}

/// Runs a script that measures, and gives its milliseconds.
///
/// # Panics
/// If the script gives no number.
pub async fn milliseconds(reader: &Reader, script: &str) -> f64 {
    let answer = reader.ask_later(script).await;
    answer.as_f64().unwrap_or_else(|| panic!("{answer}"))
}

/// The median: half of the times are at most this long.
///
/// # Panics
/// If there are no times.
pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The 95th percentile: nineteen of twenty times are at most this long.
///
/// # Panics
/// If there are no times.
pub fn p95(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 95).div_ceil(100) - 1]
}
