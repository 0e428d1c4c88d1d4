// Loads the worker's program. Messages that come while it loads are kept and handed over in order.

/** @type {MessageEvent[]} */
const early = [];
self.onmessage = (message) => early.push(message);

/**
 * Tells the desk, in the words of src/protocol.rs, that there will be no Python in this worker.
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

function handOver() {
  try {
    // The program has put its own listener in place of ours.
    const listener = self.onmessage;
    if (!listener) throw new Error("the worker's program listens to no messages");
    for (const message of early) listener.call(self, message);
  } catch (error) {
    // Within a promise it would be heard by nobody; from here the page hears of it.
    setTimeout(() => {
      throw error;
    });
  }
}
