/// <reference lib="dom" />
// Runs the guest in Node.js while the base image is made; see xtask/bake.rs.
//
//   node boot.mjs image <guest.wasm> <library.bin> <own files> <out>
//   node boot.mjs run   <guest.wasm> <library.bin> <own files> <out> <request.json>
//
// Both boot the guest. `image` then writes what Wizer asks for: each exported memory as <out>/<name>.memory, and the
// exported globals as <out>/globals.json. `run` runs the cell in <request.json>, and writes the guest's reply as
// <out>/reply.json and what the cell printed as <out>/stdout.
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

/** The guest's imports, except for `poll`, which the guest does not have yet; see interpreter/src/host.rs. */
const host = {
  write: (/** @type {number} */ stream, /** @type {number} */ start, /** @type {number} */ length) => {
    if (!written.has(stream)) written.set(stream, []);
    written.get(stream)?.push(Buffer.from(part(start, length)));
  },
  now: () => Date.now(),
  random: (/** @type {number} */ start, /** @type {number} */ length) => void randomFillSync(part(start, length)),
  read_line: (/** @type {number} */ start, /** @type {number} */ length, /** @type {number} */ into, /** @type {number} */ room) => {
    const found = text(Buffer.from(part(start, length)).toString());
    if (!found) return -1;
    if (found.length <= room) part(into, found.length).set(found);
    return found.length;
  },
};

/** Boots the guest and does what was asked. */
async function main() {
  const { instance } = await WebAssembly.instantiate(readFileSync(guest), { host });
  exports = instance.exports;
  exports.boot();
  const complaints = said(STDERR).toString();
  if (complaints) throw new Error(`the interpreter booted, but complained:\n${complaints}`);
  if (what === "run") {
    const body = readFileSync(request);
    part(exports.reserve(body.length), body.length).set(body);
    const reply = exports.run(body.length);
    const length = new DataView(exports.memory.buffer).getUint32(reply, true);
    writeFileSync(join(out, "reply.json"), part(reply + 4, length));
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
