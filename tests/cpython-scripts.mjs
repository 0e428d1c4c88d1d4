// Runs pages' scripts in CPython 3.14 (Pyodide), for tests/guest/takeout.rs: each whole, as `python script.py` does.
// Reads JSON {importable: [path], scripts: [{name, text, input: [line]}]}, prints JSON {name: {output, errors}}.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";
import { elsewhere } from "./cpython-host.mjs";

/** @typedef {{ name: string, text: string, input: string[] }} Script a script, and the lines that are typed where it reads some */

/** @type {{ importable: string[], scripts: Script[] }} */
const { importable, scripts } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, { output: string, errors: string }>} */
const results = {};
for (const { name, text, input } of scripts) {
  const written = { output: "", errors: "" };
  const python = await loadPyodide();
  const hear = (/** @type {"output" | "errors"} */ stream) => {
    const decoder = new TextDecoder();
    return { write: (/** @type {Uint8Array} */ bytes) => ((written[stream] += decoder.decode(bytes, { stream: true })), bytes.length) };
  };
  python.setStdout(hear("output"));
  python.setStderr(hear("errors"));
  const typed = [...input];
  python.setStdin({ stdin: () => typed.shift() ?? null });
  python.FS.mkdirTree("/home/take");
  python.FS.writeFile(`/home/take/${name}.py`, text);
  importable.forEach((path) => copy(python, path, `/home/take/${basename(path)}`));
  python.registerJsModule("_host", { elsewhere });
  // As the interpreter does it: the script's folder is first on the path, and the script's own end is no failure.
  python.runPython(`
import runpy, sys
sys.path.insert(0, "/home/take")
sys.argv = ["/home/take/${name}.py"]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit as end:
    if end.code:
        raise
sys.stdout.flush()
sys.stderr.flush()
`);
  results[name] = written;
}
console.log(JSON.stringify(results));
