// Runs the tests of a course's packages in CPython 3.14 (Pyodide), for tests/guest/content.rs.
// Argument: the folder with the packages and their `tests`. Prints what unittest says, and fails if a test does.

import { loadPyodide } from "pyodide";
import { copy } from "./cpython-files.mjs";

const RUN = `
import os, sys, unittest
os.chdir("/packages")
sys.path.insert(0, "/packages")
suite = unittest.defaultTestLoader.discover(".")
result = unittest.TextTestRunner(sys.stdout).run(suite)
result.testsRun if result.wasSuccessful() else 0
`;

const python = await loadPyodide();
copy(python, process.argv[2], "/packages");
process.exitCode = python.runPython(RUN) ? 0 : 1;
