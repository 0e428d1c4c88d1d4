// Runs the programs of tests/conformance/ in CPython 3.14 (Pyodide), for tests/guest/conformance.rs.
// Reads JSON {run, areas: {area: {beginning, sources}}}, prints JSON {area: [what the program has printed]}. `run` is Python
// that defines `show(beginning, source)`, which runs a program after the beginning and prints how it ended. The programs of
// an area share an interpreter.

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

/** @type {{ run: string, areas: Record<string, { beginning: string, sources: string[] }> }} */
const { run, areas } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, string[]>} */
const printed = {};
for (const [area, { beginning, sources }] of Object.entries(areas)) {
  let written = "";
  const decoder = new TextDecoder();
  const python = await loadPyodide({ stderr: () => {} });
  python.setStdout({ write: (bytes) => ((written += decoder.decode(bytes, { stream: true })), bytes.length) });
  python.runPython(run);
  const show = python.globals.get("show");
  printed[area] = sources.map((source) => {
    written = "";
    show(beginning, source);
    python.runPython("import sys; sys.stdout.flush()");
    return written;
  });
}
console.log(JSON.stringify(printed));
