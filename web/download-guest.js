// A worker that downloads the guest and compiles it while it arrives, once the page says so; see web/parts.js. It sends
// `{ received }`, a number of bytes, again and again, and at the end `{ guest }`, the compiled module, or `{ failed }`, a
// sentence.

import { refusal } from "./refusal.js";

/** Resolves once the page wants the guest compiled. What has come until then waits in the browser's buffers. */
const isWanted = new Promise((resolve) => (self.onmessage = resolve));

(async () => {
  const response = await fetch("guest.wasm");
  const why = refusal(response);
  if (why || !response.body) throw new Error(why ?? "the answer has no content");
  // The bytes are read twice, once to compile and once to count. A TransformStream that counts would do with one copy,
  // but if this worker is ended while Firefox compiles what such a script hands over, Firefox waits for the rest for
  // ever, and so does the next page that compiles something.
  const copy = response.clone();
  const streams = /^application\/wasm\b/.test(response.headers.get("content-type") ?? "");
  const compiled = isWanted.then(async () => (streams ? WebAssembly.compileStreaming(copy) : WebAssembly.compile(await copy.arrayBuffer())));
  const [guest] = await Promise.all([compiled, count(response.body)]);
  self.postMessage({ guest });
})().catch((error) => self.postMessage({ failed: error.message }));

/**
 * Tells the page how many bytes have come.
 *
 * @param {ReadableStream<Uint8Array>} body
 */
async function count(body) {
  const reader = body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    received += value.byteLength;
    self.postMessage({ received });
  }
}
