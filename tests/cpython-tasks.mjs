// Judges answers to tasks in CPython 3.14 (Pyodide), for tests/guest/tasks.rs.
// Reads JSON {importable: [path], tasks: [{id, check, answers: {name: source}}]}, prints JSON {id: {name: verdict}}.
// `importable` are modules' files and packages' folders that cells can import. CPython has no ledger: the lines of a
// verdict that are about findings are left out.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";

const SITE_PACKAGES = "/lib/python3.14/site-packages";

// One interpreter judges all answers. What an answer has done to modules is taken back by putting their names back.
const DRIVER = `
import ast, builtins, contextlib, copy, io, json, linecache, sys
import checking, trying

class Kept:
    """What modules hold, to be put back."""

    def __init__(self):
        self.modules = dict(sys.modules)
        self.names = {name: dict(vars(module)) for name, module in self.modules.items() if type(module) is type(sys)}
        self.lists = [(each, list(each)) for each in (sys.meta_path, sys.path_hooks, sys.path)]
        self.cache = dict(sys.path_importer_cache)

    def put_back(self):
        for name in set(sys.modules) - set(self.modules):
            del sys.modules[name]
        sys.modules.update(self.modules)
        for name, names in self.names.items():
            held = vars(self.modules[name])
            for each in set(held) - set(names):
                del held[each]
            held.update(names)
        for each, items in self.lists:
            each[:] = items
        sys.path_importer_cache.clear()
        sys.path_importer_cache.update(self.cache)

def run(source, file, namespace):
    """Run a cell; say what became of it."""
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    written = io.StringIO()
    ran = {"raised": None, "about": "", "line": None}
    with contextlib.redirect_stdout(written), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(compile(source, file, "exec"), namespace)
        except BaseException as error:
            line = trying._line(error)
            if isinstance(error, SyntaxError) and error.filename == file:
                line = error.lineno
            ran = {"raised": type(error).__name__, "about": str(error), "line": line}
    return {**ran, "printed": written.getvalue()}

def answer(kept, source, file, asked):
    if asked["do"] != "case":
        return {"skipped": True}
    main = vars(__import__("__main__"))
    before = dict(main)
    try:
        run(source, file, main)
        return trying.case(main, asked["source"], asked["uses"])
    finally:
        main.clear()
        main.update(before)
        kept.put_back()

def judge(check, source, seed):
    file, tried = "<cell answer>", []
    kept = Kept()
    main = vars(__import__("__main__"))
    before = dict(main)
    ran = run(source, file, main)
    main.clear()
    main.update(before)
    kept.put_back()
    while True:
        judged = checking.judge(check, source, ran, tried, seed)
        if "verdict" in judged:
            return judged["verdict"]
        for asked in judged["wanted"]:
            tried.append((asked, answer(kept, source, file, asked)))

def judge_all(tasks):
    trying.__builtins__ = dict(builtins.__dict__)
    found = {}
    for task in json.loads(tasks):
        found[task["id"]] = {name: judge(task["check"], source, 7) for name, source in task["answers"].items()}
    return json.dumps(found)
`;

const { importable, tasks } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadPyodide({ stdout: () => {}, stderr: () => {} });
for (const path of /** @type {string[]} */ (importable)) copy(python, path, `${SITE_PACKAGES}/${basename(path)}`);
const driver = python.runPython("type(__import__('sys'))('driver').__dict__");
driver.set("__builtins__", python.runPython("__import__('builtins')"));
python.runPython(DRIVER, { globals: driver });
console.log(driver.get("judge_all")(JSON.stringify(tasks)));
