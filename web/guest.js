// Begins to download the guest, the compiled interpreter, before the desk's program has loaded. This is done in a
// worker that is ended as soon as the guest is here. The browser then frees at once the memory that a download leaves
// behind; in the page that memory would be taken for as long as the page is open.

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
  // This also keeps the browser from reporting a failure that nothing has caught: the desk gets the failure when it
  // asks.
  guest.then(end, end);

  /**
   * Gives the compiled guest. Called by src/app/browser/download.rs.
   *
   * @param {(received: number) => void} hear is called with the number of bytes that have come, now and whenever it grows
   * @returns {Promise<WebAssembly.Module>}
   */
  globalThis.workbookGuest = (hear) => {
    progress = hear;
    progress(received);
    return guest;
  };
})();
