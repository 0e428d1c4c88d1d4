// Brings Python files into Pyodide, for cpython.mjs and cpython-unittest.mjs.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Copies a Python file, or a folder with its Python files, to a path of an interpreter.
 *
 * @param {import("pyodide").PyodideAPI} python the interpreter
 * @param {string} from
 * @param {string} to
 */
export function copy(python, from, to) {
  if (statSync(from).isDirectory()) {
    python.FS.mkdirTree(to);
    readdirSync(from).forEach((name) => copy(python, join(from, name), `${to}/${name}`));
  } else if (from.endsWith(".py")) python.FS.writeFile(to, readFileSync(from));
}
