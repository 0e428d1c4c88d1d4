// Loads the worker's program. Messages that come while it loads are kept and handed over in order.

/** @type {MessageEvent[]} */
const early = [];
self.onmessage = (message) => early.push(message);

importScripts("worker.js");
wasm_bindgen({ module_or_path: "worker_bg.wasm" }).then(() => {
  // The program has put its own listener in place of ours.
  for (const message of early) self.onmessage(message);
});
