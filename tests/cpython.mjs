// Runs pages' cells in CPython 3.14 (Pyodide) with notebook semantics, for tests/content.rs.
// Argument: JSON [{slug, sources}]. Prints JSON {slug: [{output, raised}]}.

import { loadPyodide } from "pyodide";

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

const results = {};
for (const { slug, sources } of JSON.parse(process.argv[2])) {
  let written = "";
  const python = await loadPyodide({ stderr: () => {} });
  const decoder = new TextDecoder();
  python.setStdout({ write: (bytes) => ((written += decoder.decode(bytes, { stream: true })), bytes.length) });
  python.runPython(RUN, { globals: python.globals });
  const run = python.globals.get("run");
  const main = python.runPython("import __main__; del __main__.run; __main__.__dict__");
  results[slug] = sources.map((source, index) => {
    written = "";
    let raised = null;
    let result;
    try {
      result = run(source, main, `<cell ${index}>`);
    } catch (error) {
      if (!error.type) throw error;
      raised = error.type.split(".").pop();
    }
    python.runPython("import sys; sys.stdout.flush()");
    const gap = result !== undefined && written && !written.endsWith("\n") ? "\n" : "";
    return { output: written + gap + (result ?? ""), raised };
  });
}
console.log(JSON.stringify(results));
