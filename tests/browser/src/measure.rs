//! What the benchmarks share.

use crate::Reader;

/// A script in Pyodide, from nothing to the first line printed, in a worker: milliseconds.
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

/// A script that presses a button and waits until Python is ready again, inside the page: milliseconds.
pub fn pressed(name: &str) -> String {
    PRESSED.replace("NAME", name)
}

/// What a script that measures gives.
pub async fn milliseconds(reader: &Reader, script: &str) -> f64 {
    let answer = reader.ask_later(script).await;
    answer.as_f64().unwrap_or_else(|| panic!("{answer}"))
}

/// The middle one.
pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Nineteen of twenty are no longer than this.
pub fn p95(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 95).div_ceil(100) - 1]
}
