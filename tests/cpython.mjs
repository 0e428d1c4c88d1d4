// Runs pages' cells in CPython 3.14 (Pyodide) with notebook semantics, for tests/guest/content.rs.
// Reads JSON {importable: [path], pages: [{slug, cells: [{source, input}]}]}, prints JSON {slug: [{output, raised}]}.
// The paths are modules' files and packages' folders that the cells can import.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";

const SITE_PACKAGES = "/lib/python3.14/site-packages";

const RUN = `
def run(source, namespace, name):
    import ast, linecache
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    module = ast.parse(source, name)
    last = module.body[-1] if module.body else None
    if isinstance(last, ast.Expr):
        module.body.pop()
    exec(compile(module, name, "exec"), namespace)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), name, "eval"), namespace)
        if value is not None:
            return repr(value)
`;

/** How long another interpreter may take to start; that is no part of a program's time. */
const START = 60_000;

/**
 * What the guest's host does for `isolation`: a program in an interpreter of its own, ended when its time is over.
 * @param {string} request JSON
 * @returns {string} JSON
 */
function elsewhere(request) {
  const { source, seconds } = JSON.parse(request);
  // [started, ended, length of the answer], then the answer.
  const shared = new SharedArrayBuffer(1 << 20);
  const state = new Int32Array(shared, 0, 3);
  const other = new Worker(new URL("cpython-elsewhere.mjs", import.meta.url), { workerData: { source, shared } });
  const started = Atomics.wait(state, 0, 0, START);
  const ended = Atomics.wait(state, 1, 0, seconds * 1000);
  other.terminate();
  if (started === "timed-out") throw new Error("another interpreter did not start");
  if (ended === "timed-out") return JSON.stringify({ late: true });
  return new TextDecoder().decode(new Uint8Array(shared, 12, state[2]).slice());
}

/** @typedef {{ source: string, input: string[] }} Cell what a cell holds, and the lines that are typed where it reads some */
/** @typedef {{ output: string, raised: string | null }} Outcome what a cell shows, and the class of the exception that left it */

/** @type {{ importable: string[], pages: { slug: string, cells: Cell[] }[] }} */
const { importable, pages } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, Outcome[]>} */
const results = {};
for (const { slug, cells } of pages) {
  let written = "";
  /** @type {string[]} */
  let typed = [];
  const python = await loadPyodide({ stderr: () => {} });
  const decoder = new TextDecoder();
  python.setStdout({ write: (bytes) => ((written += decoder.decode(bytes, { stream: true })), bytes.length) });
  python.setStdin({ stdin: () => typed.shift() ?? null });
  importable.forEach((path) => copy(python, path, `${SITE_PACKAGES}/${basename(path)}`));
  python.registerJsModule("_host", { elsewhere });
  python.runPython(RUN, { globals: python.globals });
  const run = python.globals.get("run");
  const main = python.runPython("import __main__; del __main__.run; __main__.__dict__");
  results[slug] = cells.map(({ source, input }, index) => {
    written = "";
    typed = [...input];
    /** @type {string | null} */
    let raised = null;
    let result;
    try {
      result = run(source, main, `<cell ${index}>`);
    } catch (error) {
      if (!(error instanceof python.ffi.PythonError)) throw error;
      raised = error.type.split(".").pop() ?? null;
    }
    python.runPython("import sys; sys.stdout.flush()");
    const gap = result !== undefined && written && !written.endsWith("\n") ? "\n" : "";
    return { output: written + gap + (result ?? ""), raised };
  });
}
console.log(JSON.stringify(results));
