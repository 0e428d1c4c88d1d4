// Another interpreter for cpython.mjs, which waits for what this one makes of a program.

import { workerData } from "node:worker_threads";
import { loadPyodide } from "pyodide";

const { source, shared } = workerData;
const state = new Int32Array(shared, 0, 3);
let stdout = "";
const decoder = new TextDecoder();
const python = await loadPyodide({ stderr: () => {} });
python.setStdout({ write: (bytes) => ((stdout += decoder.decode(bytes, { stream: true })), bytes.length) });
Atomics.store(state, 0, 1);
Atomics.notify(state, 0);

/** @type {string | undefined} */
let exception;
try {
  python.runPython(source, { filename: "<elsewhere>" });
} catch (error) {
  if (!(error instanceof python.ffi.PythonError)) throw error;
  exception = error.type.split(".").pop();
}
const answer = new TextEncoder().encode(JSON.stringify({ stdout, exception: exception ?? null }));
new Uint8Array(shared, 12).set(answer);
state[2] = answer.length;
Atomics.store(state, 1, 1);
Atomics.notify(state, 1);
