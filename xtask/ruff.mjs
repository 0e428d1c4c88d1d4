// Checks our Python with Ruff, which npm brings as WebAssembly, by the settings in ruff.toml. Prints each problem with its
// place and ends with 1 if there is one. With `--write` it sorts imports and formats instead.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, chdir, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { parse } from "smol-toml";

// V8 compiles WebAssembly twice, and the second time, for what runs long, takes ten times as long as all that is done here.
setFlagsFromString("--liftoff-only");
const { PositionEncoding, Workspace } = await import("@astral-sh/ruff-wasm-nodejs");

/**
 * What of ruff.toml is followed here, since Ruff itself sees no files; the rest is for Ruff.
 *
 * @typedef {{
 *   exclude: string[],
 *   format: { exclude: string[] },
 *   lint: { "per-file-ignores": Record<string, string[]> },
 * }} Settings
 */

/** Where our Python is. */
const FOLDERS = ["content", "interpreter", "tests", "xtask"];

chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const settings = /** @type {Settings} */ (/** @type {unknown} */ (parse(readFileSync("ruff.toml", "utf8"))));
const ruff = new Workspace(settings, PositionEncoding.Utf16);
const files = FOLDERS.flatMap(pythonFiles).filter((file) => !isCovered(file, settings.exclude));

if (argv.includes("--write")) {
  files.forEach(format);
} else {
  const problems = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...mistakes(file, text), ...unformatted(file, text)];
  });
  problems.forEach((problem) => console.error(problem));
  console.log(`Ruff ${Workspace.version()} has read ${files.length} files and found ${problems.length} problems.`);
  exit(problems.length > 0 ? 1 : 0);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function pythonFiles(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".py")).map((name) => join(folder, name).replaceAll("\\", "/")).sort();
}

/**
 * Whether one of the patterns names a file or a folder above it.
 *
 * @param {string} file
 * @param {string[]} patterns
 */
function isCovered(file, patterns) {
  return patterns.some((pattern) => {
    const path = pattern.replace(/\/\*\*$/, "");
    if (path.includes("*")) throw new Error(`ruff.toml: ${pattern} is a pattern that xtask/ruff.mjs does not know`);
    return file === path || file.startsWith(`${path}/`);
  });
}

/**
 * What Ruff finds in a file's text, without what ruff.toml lets pass there.
 *
 * @param {string} file
 * @param {string} text
 * @returns {import("@astral-sh/ruff-wasm-nodejs").Diagnostic[]}
 */
function found(file, text) {
  const ignored = Object.entries(settings.lint["per-file-ignores"]).flatMap(([pattern, codes]) => (isCovered(file, [pattern]) ? codes : []));
  return ruff.check(text).filter((/** @type {{ code: string | null }} */ { code }) => code === null || !ignored.includes(code));
}

/**
 * What Ruff finds in a file's text, a line each.
 *
 * @param {string} file
 * @param {string} text
 */
function mistakes(file, text) {
  return found(file, text).map(
    ({ code, message, start_location: { row, column } }) => `${file}:${row}:${column}: ${code ?? ""} ${message}`,
  );
}

/**
 * A file's text with its imports in order.
 *
 * @param {string} file
 * @param {string} text
 */
function sorted(file, text) {
  const lines = text.split("\n");
  const offset = (/** @type {{ row: number, column: number }} */ { row, column }) =>
    lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, column - 1);
  const edits = found(file, text).flatMap(({ code, fix }) => (code === "I001" ? fix?.edits ?? [] : []));
  // The last first: the places of the others stay what they are.
  return edits.reverse().reduce(
    (result, { location, end_location, content }) => result.slice(0, offset(location)) + (content ?? "") + result.slice(offset(end_location)),
    text,
  );
}

/**
 * How Ruff would write a file's text; the same text where formatting is not Ruff's business.
 *
 * @param {string} file
 * @param {string} text
 */
function formatted(file, text) {
  return isCovered(file, settings.format.exclude) ? text : ruff.format(text);
}

/**
 * Whether a file's text is as Ruff would write it: a line if it is not.
 *
 * @param {string} file
 * @param {string} text
 */
function unformatted(file, text) {
  try {
    const other = formatted(file, text);
    if (other === text) return [];
    const [lines, others] = [text.split("\n"), other.split("\n")];
    const first = lines.findIndex((line, index) => line !== others[index]);
    return [`${file}:${first < 0 ? lines.length : first + 1}:1: is not formatted: npm run format`];
  } catch (error) {
    return [`${file}:1:1: can't be formatted: ${error}`];
  }
}

/** @param {string} file */
function format(file) {
  const text = readFileSync(file, "utf8");
  const other = formatted(file, sorted(file, text));
  if (other === text) return;
  writeFileSync(file, other);
  console.log(`${file} is formatted.`);
}
