// Brings the parts of the workbook out of the page itself: the single file has all of them as blocks of text that no
// browser runs, `<script type="text/plain" data-part="NAME">`, in which the bytes are compressed (gzip) and written as base64.
//
// A page from file:// can't load anything: not a worker's script, and in Firefox not even a Blob's address from a worker.
// So a worker's script is a Blob, and everything else is handed to the worker in its first message.

import { isPainted, isTakenOver, tellProgress } from "./before.js";
import { importsOf } from "./imports.js";

/** Resolves once the whole file has been read, and with it every part. */
const isRead = new Promise((resolve) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve);
  else resolve(undefined);
});

/**
 * The bytes of a part. Each part is asked for once, and leaves the page then, so that its text takes no memory.
 *
 * @param {string} name
 * @returns {Promise<ArrayBuffer>}
 */
async function part(name) {
  await isRead;
  const block = document.querySelector(`script[data-part="${name}"]`);
  if (!block) throw new Error(`the file has no part ${name}; it may have been cut off when it was copied`);
  const packed = decoded(block.textContent ?? "");
  block.remove();
  if (typeof DecompressionStream === "undefined") {
    throw new Error("this browser is too old for the single file, which needs DecompressionStream (Chrome 80, Firefox 113, Safari 16.4)");
  }
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * Decodes base64.
 *
 * @param {string} text
 */
function decoded(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/**
 * Runs a task once, when it is first asked for.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {() => Promise<T>}
 */
function once(task) {
  /** @type {Promise<T> | undefined} */
  let done;
  return () => (done ??= task());
}

const workerScript = once(async () => {
  const texts = await Promise.all(["worker.js", "start-worker.js"].map(part));
  return URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
});
const workerProgram = once(async () => WebAssembly.compile(await part("worker_bg.wasm")));
const library = once(async () => new Blob([await part("library.bin")]));
const guest = once(async () => {
  await isTakenOver;
  const bytes = await part("guest.wasm");
  tellProgress(bytes.byteLength);
  return { bytes: bytes.byteLength, module: await WebAssembly.compile(bytes) };
});

/**
 * What a worker is made of, once it is here: before the interpreter is.
 *
 * @type {{ script: string, program: WebAssembly.Module, library: Blob } | undefined}
 */
let ready;

globalThis.workbookParts = {
  isSingle: true,
  desk: () => isPainted.then(() => part("app_bg.wasm")),
  archive: once(() => part("take-along.zip")),
  imports: async () => importsOf((await guest()).module),
  course: () => part("course.jsonl"),
  async guest(hear) {
    const { bytes, module } = await guest();
    ready = { script: await workerScript(), program: await workerProgram(), library: await library() };
    hear(bytes);
    return module;
  },
  worker() {
    if (!ready) throw new Error("the interpreter is not here yet");
    const { script, program, library } = ready;
    const worker = new Worker(script);
    const { port1, port2 } = new MessageChannel();
    // A worker that can't read the Blob asks for its bytes.
    port1.onmessage = async () => {
      const bytes = await library.arrayBuffer();
      port1.postMessage(bytes, [bytes]);
    };
    worker.postMessage({ program, library, port: port2 }, [port2]);
    return worker;
  },
};
