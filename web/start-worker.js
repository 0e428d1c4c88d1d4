// The script of a worker: loads the worker's program. Messages that come meanwhile are put aside, and handed to the
// program in order once it has loaded.
//
// In the single file there is nothing to load from: worker.js stands before this script, and the first message brings
// the rest (web/parts-within.js).

/**
 * The messages that have come before the program.
 *
 * @type {MessageEvent[]}
 */
const early = [];
// The page may send the rest of the interpreter at any time; src/worker/outside.rs reads it when a run needs it.
self.addEventListener("message", (event) => {
  const { data } = /** @type {MessageEvent} */ (event);
  if (!data.rest) return;
  self.workbookRest = data.rest;
  event.stopImmediatePropagation();
});
/** @typedef {{ program: WebAssembly.Module, library: Blob, port: MessagePort }} Parts what the page hands over; `port` leads to it */
/** @type {(parts: Parts) => void} */
let bring = () => {};
self.onmessage = (message) => {
  if (message.data.program) bring(message.data);
  else early.push(message);
};

/**
 * Tells the desk that there will be no Python in this worker. The message is an `Event::Failed` of src/protocol.rs.
 *
 * @param {unknown} error
 */
function giveUp(error) {
  const reason = `its program did not load (${error instanceof Error ? error.message : error})`;
  self.postMessage([JSON.stringify({ failed: { reason } })]);
}

/**
 * What `wasm_bindgen` is to load.
 *
 * @returns {Promise<string | WebAssembly.Module>}
 */
async function program() {
  if (typeof wasm_bindgen === "undefined") {
    importScripts("worker.js");
    return "worker_bg.wasm";
  }
  /** @type {Parts} */
  const parts = await new Promise((resolve) => (bring = resolve));
  // src/worker/outside.rs reads it when Python asks for a file.
  self.workbookLibrary = await readable(parts);
  return parts.program;
}

/**
 * The library as the worker can read it in the middle of a run: as a Blob, which takes no memory; or its bytes, for WebKit does
 * not let a worker of a page from file:// read the page's Blobs, and the page has to.
 *
 * @param {Parts} parts
 * @returns {Promise<Blob | ArrayBuffer>}
 */
async function readable({ library, port }) {
  try {
    new FileReaderSync().readAsArrayBuffer(library.slice(0, 1));
    return library;
  } catch {
    return new Promise((resolve) => {
      port.onmessage = ({ data }) => resolve(data);
      port.postMessage("bytes");
    });
  }
}

program()
  .then((module_or_path) => wasm_bindgen({ module_or_path }))
  .then(handOver, giveUp);

/** Hands the early messages to the program. */
function handOver() {
  try {
    // The program has set `onmessage` to its own listener.
    const listener = self.onmessage;
    if (!listener) throw new Error("the worker's program listens to no messages");
    for (const message of early) listener.call(self, message);
  } catch (error) {
    // This function is called by a promise, which would swallow the error. Thrown from a timer it reaches the page.
    setTimeout(() => {
      throw error;
    });
  }
}
