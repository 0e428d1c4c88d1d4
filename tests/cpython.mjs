// Runs pages' cells in CPython 3.14 (Pyodide) with notebook semantics, for tests/guest/content.rs.
// Reads JSON {importable: [path], pages: [{slug, cells: [{source, input}]}]}, prints JSON {slug: [{output, raised}]}.
// The paths are modules' files and packages' folders that the cells can import.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";
import { elsewhere } from "./cpython-host.mjs";

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
