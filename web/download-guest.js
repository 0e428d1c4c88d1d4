// Brings the interpreter and compiles it while it arrives; see web/guest.js.

(async () => {
  const response = await fetch("guest.wasm");
  if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
  // The copy is the browser's own: if this worker is ended while it compiles what a script hands over, say from a
  // TransformStream that counts, Firefox waits for the rest for ever, and so does the next page that compiles something.
  const copy = response.clone();
  const streams = /^application\/wasm\b/.test(response.headers.get("content-type") ?? "");
  const compiled = streams ? WebAssembly.compileStreaming(copy) : copy.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  const [guest] = await Promise.all([compiled, count(response.body)]);
  self.postMessage({ guest });
})().catch((error) => self.postMessage({ failed: error.message }));

/**
 * Tells the page how much has come.
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
