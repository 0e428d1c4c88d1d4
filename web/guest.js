// Begins to bring the interpreter before anything else has loaded, in a worker of its own that is ended as soon as the
// compiled interpreter is here: what a download leaves in memory goes with its worker, at once. In the page it would stay for
// as long as the page does.

(() => {
  const worker = new Worker("download-guest.js");
  let received = 0;
  /** @type {(received: number) => void} */
  let progress = () => {};
  const guest = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.guest) resolve(data.guest);
      else if (data.failed) reject(new Error(data.failed));
      else progress((received = data.received));
    };
    worker.onerror = (event) => reject(new Error(event.message || "its script did not load"));
  });
  const end = () => worker.terminate();
  // Whoever asks for the guest hears of a failure.
  guest.then(end, end);

  /**
   * Gives the compiled guest; see src/app/download.rs.
   *
   * @param {(received: number) => void} hear is told the number of bytes that have come
   * @returns {Promise<WebAssembly.Module>}
   */
  globalThis.workbookGuest = (hear) => {
    progress = hear;
    progress(received);
    return guest;
  };
})();
