// @ts-check
// Brings the interpreter and compiles it while it arrives; see web/guest.js.

(async () => {
  const response = await fetch("guest.wasm");
  if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
  let received = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      self.postMessage({ received });
      controller.enqueue(chunk);
    },
  });
  const headers = { "content-type": "application/wasm" };
  const guest = await WebAssembly.compileStreaming(new Response(response.body.pipeThrough(counted), { headers }));
  self.postMessage({ guest });
})().catch((error) => self.postMessage({ failed: error.message }));
