// The script of a worker: loads the worker's program. Messages that come meanwhile are put aside, and handed to the
// program in order once it has loaded.

/**
 * The messages that have come before the program.
 *
 * @type {MessageEvent[]}
 */
const early = [];
self.onmessage = (message) => early.push(message);

/**
 * Tells the desk that there will be no Python in this worker. The message is an `Event::Failed` of src/protocol.rs.
 *
 * @param {unknown} error
 */
function giveUp(error) {
  const reason = `its program did not load (${error instanceof Error ? error.message : error})`;
  self.postMessage([JSON.stringify({ failed: { reason } })]);
}

try {
  importScripts("worker.js");
  wasm_bindgen({ module_or_path: "worker_bg.wasm" }).then(handOver, giveUp);
} catch (error) {
  giveUp(error);
}

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
