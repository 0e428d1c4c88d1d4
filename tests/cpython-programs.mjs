// Runs small programs in CPython 3.14 (Pyodide), for tests/guest/conformance.rs and lenses.rs.
// Reads JSON {run, importable: [path], areas: {area: [[besides, source]]}}, prints JSON {area: [what the program has printed]}.
// `run` is Python that defines `show(besides, source)`, which runs a program and prints how it ended. The paths are modules'
// files and packages' folders that it can import. The programs of an area share an interpreter.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";

/** @type {{ run: string, importable: string[], areas: Record<string, [string, string][]> }} */
const { run, importable, areas } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, string[]>} */
const printed = {};
for (const [area, programs] of Object.entries(areas)) {
  let written = "";
  const decoder = new TextDecoder();
  const python = await loadPyodide({ stderr: () => {} });
  python.setStdout({ write: (bytes) => ((written += decoder.decode(bytes, { stream: true })), bytes.length) });
  importable.forEach((path) => copy(python, path, `/lib/python3.14/site-packages/${basename(path)}`));
  python.runPython(run);
  const show = python.globals.get("show");
  printed[area] = programs.map(([besides, source]) => {
    written = "";
    show(besides, source);
    python.runPython("import sys; sys.stdout.flush()");
    return written;
  });
}
console.log(JSON.stringify(printed));
