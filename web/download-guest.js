// A worker that downloads the guest and compiles it while it arrives, once the page says so; see web/parts.js. It sends
// `{ received }`, a number of bytes, again and again, then `{ guest }`, the compiled module. After that it does the same with the
// functions that Python can start without, and sends `{ rest }`. If something fails it sends `{ failed }`, a sentence.

import { refusal } from "./refusal.js";

/** Resolves once the page wants the guest compiled. What has come until then waits in the browser's buffers. */
const isWanted = new Promise((resolve) => (self.onmessage = resolve));

(async () => {
  const guest = await compiled("guest.wasm", (received) => self.postMessage({ received }));
  self.postMessage({ guest });
  self.postMessage({ rest: await compiled("guest-rest.wasm", () => {}) });
})().catch((error) => self.postMessage({ failed: error.message }));

/**
 * A module from the server.
 *
 * @param {string} name
 * @param {(received: number) => void} progress is told how many bytes have come, again and again
 */
async function compiled(name, progress) {
  const response = await fetch(name);
  const why = refusal(response);
  if (why || !response.body) throw new Error(why ?? "the answer has no content");
  // The bytes are read twice, once to compile and once to count. A TransformStream that counts would do with one copy,
  // but if this worker is ended while Firefox compiles what such a script hands over, Firefox waits for the rest for
  // ever, and so does the next page that compiles something. And a response that a script has made has no place in the
  // browser's store of compiled code.
  const copy = response.clone();
  const streams = /^application\/wasm\b/.test(response.headers.get("content-type") ?? "");
  const module = isWanted.then(async () => (streams ? WebAssembly.compileStreaming(copy) : WebAssembly.compile(await copy.arrayBuffer())));
  const [compiled] = await Promise.all([module, count(response.body, progress)]);
  return compiled;
}

/**
 * Tells how many bytes have come.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {(received: number) => void} progress
 */
async function count(body, progress) {
  const reader = body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    received += value.byteLength;
    progress(received);
  }
}
