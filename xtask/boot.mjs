/// <reference lib="dom" />
// Runs the guest in Node.js while the base image is made; see xtask/bake.rs.
//
//   node boot.mjs image <guest.wasm> <library.bin> <own files> <out>
//   node boot.mjs run   <guest.wasm> <library.bin> <own files> <out> <request.json>
//   node boot.mjs mark  <guest.wasm> <library.bin> <own files> <out> <requests.json>
//
// All but `mark` boot the guest. `image` then writes what Wizer asks for: each exported memory as <out>/<name>.memory, and the
// exported globals as <out>/globals.json. `run` runs the cell in <request.json>, and writes the guest's reply as
// <out>/reply.json and what the cell printed as <out>/stdout. `mark` takes a booted guest with marks (xtask/marks.rs), has it
// answer requests, and writes the numbers of the functions that were entered as <out>/marks.json.
//
// If the guest traps, or writes to stderr while it boots, this program ends with status 1 and writes the reason to
// stderr.

import { randomFillSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const STDOUT = 1;
const STDERR = 2;
/** The stream on which the guest says why it is about to trap; see paper/src/fault.rs. */
const LAST_WORDS = 3;
/** What the names of exported marks begin with; see xtask/marks.rs. */
const MARK = "mark";

const [what, guest, library, own, out, request] = process.argv.slice(2);

/**
 * What the guest has written, by stream.
 *
 * @type {Map<number, Buffer[]>}
 */
const written = new Map();

/**
 * All that the guest has written to a stream.
 *
 * @param {number} stream
 */
const said = (stream) => Buffer.concat(written.get(stream) ?? []);

/** The library's pack, which is taken apart into its index and its files. src/engine/library.rs describes its form. */
const pack = readFileSync(library);
const index = pack.subarray(4, 4 + pack.readUInt32LE(0));
/** @type {Map<string, Buffer>} */
const files = new Map();
let at = 4 + index.length;
for (const line of index.toString().split("\n").filter(Boolean)) {
  const blank = line.indexOf(" ");
  const end = at + Number(line.slice(0, blank));
  files.set(line.slice(blank + 1), pack.subarray(at, end));
  at = end;
}

/**
 * The text that the guest asks for by a name; `undefined` if there is none.
 *
 * @param {string} name
 * @returns {Buffer | undefined}
 */
function text(name) {
  if (name === "lib") return index;
  if (name.startsWith("lib/")) return files.get(name.slice("lib/".length));
  if (!name.startsWith("own/")) return undefined;
  try {
    return readFileSync(join(own, name.slice("own/".length)));
  } catch {
    // Some of the files that the guest asks for need not exist.
    return undefined;
  }
}

/**
 * The guest's exports, once it is instantiated.
 *
 * @type {Record<string, any>}
 */
let exports = {};

/**
 * Part of the guest's memory. It is of no use any more once the memory has grown.
 *
 * @param {number} start
 * @param {number} length
 */
const part = (start, length) => new Uint8Array(exports.memory.buffer, start >>> 0, length >>> 0);

/** How many polls there may be until a program is ended whose functions are looked for. By then a long program repeats itself. */
const LOOKED_FOR = 200;
/** How many there have been; `undefined` if they are not counted. */
let polls = /** @type {number | undefined} */ (undefined);
/** What ends a program then. */
const OVER = new Error("there were enough polls");

/** The guest's imports; see interpreter/src/host.rs. Before it is booted it has no polls. */
const host = {
  poll: () => {
    if (polls !== undefined && ++polls > LOOKED_FOR) throw OVER;
  },
  write: (/** @type {number} */ stream, /** @type {number} */ start, /** @type {number} */ length) => {
    if (!written.has(stream)) written.set(stream, []);
    written.get(stream)?.push(Buffer.from(part(start, length)));
  },
  now: () => (polls === undefined ? Date.now() : 0),
  random: (/** @type {number} */ start, /** @type {number} */ length) => {
    // What is looked for must not differ from one build to the next.
    if (polls === undefined) randomFillSync(part(start, length));
    else part(start, length).fill(1);
  },
  read_line: (/** @type {number} */ start, /** @type {number} */ length, /** @type {number} */ into, /** @type {number} */ room) => {
    const found = text(Buffer.from(part(start, length)).toString());
    if (!found) return -1;
    if (found.length <= room) part(into, found.length).set(found);
    return found.length;
  },
};

/**
 * What follows an address in the guest: its length in four bytes, then itself.
 *
 * @param {number} start
 */
const measured = (start) => part(start + 4, new DataView(exports.memory.buffer).getUint32(start >>> 0, true));

/**
 * The guest's reply to a request.
 *
 * @param {string} what `run` or `look`
 * @param {Uint8Array} body the request
 */
function answer(what, body) {
  part(exports.reserve(body.length), body.length).set(body);
  return measured(exports[what](body.length));
}

/**
 * Looks which functions are entered by requests. A list has lists of requests, each of which begins with a new instance.
 *
 * @param {WebAssembly.Module} module
 */
function mark(module) {
  /** @type {Set<number>} */
  const entered = new Set();
  for (const requests of JSON.parse(readFileSync(request, "utf8"))) {
    exports = new WebAssembly.Instance(module, { host }).exports;
    polls = 0;
    try {
      for (const [what, body] of requests) answer(what, Buffer.from(JSON.stringify(body)));
    } catch (error) {
      // A recursion may be too deep for Node.js, which has another stack than browsers. It has been entered by then.
      if (error !== OVER && !(error instanceof RangeError)) throw error;
    }
    for (const [name, mark] of Object.entries(exports)) {
      if (name.startsWith(MARK) && mark.value === 1) entered.add(Number(name.slice(MARK.length)));
    }
  }
  writeFileSync(join(out, "marks.json"), JSON.stringify([...entered].sort((a, b) => a - b)));
}

/** Boots the guest and does what was asked. */
async function main() {
  const module = await WebAssembly.compile(readFileSync(guest));
  if (what === "mark") return mark(module);
  exports = (await WebAssembly.instantiate(module, { host })).exports;
  exports.boot();
  const complaints = said(STDERR).toString();
  if (complaints) throw new Error(`the interpreter booted, but complained:\n${complaints}`);
  if (what === "run") {
    writeFileSync(join(out, "reply.json"), answer("run", readFileSync(request)));
    writeFileSync(join(out, "stdout"), said(STDOUT));
    return;
  }
  /** @type {Record<string, string>} */
  const globals = {};
  for (const [name, value] of Object.entries(exports)) {
    if (value instanceof WebAssembly.Memory) writeFileSync(join(out, `${name}.memory`), new Uint8Array(value.buffer));
    if (value instanceof WebAssembly.Global) globals[name] = String(value.value);
  }
  writeFileSync(join(out, "globals.json"), JSON.stringify(globals));
}

main().catch((error) => {
  const words = [String(error?.stack ?? error), said(LAST_WORDS).toString(), said(STDERR).toString()];
  process.stderr.write(`${words.filter(Boolean).join("\n")}\n`);
  process.exitCode = 1;
});
