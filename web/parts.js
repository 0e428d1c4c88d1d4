// Brings the parts of the workbook from the server, from which the page has come. In the single file
// web/parts-within.js has the same functions.
//
// The course and the interpreter are asked for at once, before any program is here. The interpreter is downloaded in a
// worker that is ended as soon as it is compiled: the browser then frees at once the memory that a download leaves behind,
// which in the page would be taken for as long as the page is open.

import { isPainted, isTakenOver, tellProgress } from "./before.js";
import { importsOf } from "./imports.js";
import { refusal } from "./refusal.js";

/** @type {Promise<ArrayBuffer> | undefined} */
let course = fetch("course.jsonl").then((response) => {
  const why = refusal(response);
  if (why) throw new Error(why);
  return response.arrayBuffer();
});
// The desk gets a failure when it asks. Until then the browser should not report it as one that nothing has caught.
course.catch(() => {});

let received = 0;
/** @type {(received: number) => void} */
let progress = () => {};
const guest = isPainted.then(download);
guest.catch(() => {});

/** @returns {Promise<WebAssembly.Module>} */
async function download() {
  const worker = new Worker("download-guest.js");
  isTakenOver.then(() => worker.postMessage("compile"));
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || "its script did not load"));
      worker.onmessage = ({ data }) => {
        if (data.guest) return resolve(data.guest);
        if (data.failed) return reject(new Error(data.failed));
        received = data.received;
        progress(received);
        tellProgress(received);
      };
    });
  } finally {
    worker.terminate();
  }
}

globalThis.workbookParts = {
  isSingle: false,
  desk: () => isPainted.then(() => "app_bg.wasm"),
  course() {
    // The desk reads it once. It takes a megabyte, which the page need not hold after that.
    const asked = course ?? Promise.reject(new Error("it was read already"));
    course = undefined;
    return asked;
  },
  imports: () => guest.then(importsOf),
  archive: () => Promise.reject(new Error("it is on the server")),
  guest(hear) {
    progress = hear;
    progress(received);
    return guest;
  },
  worker: () => new Worker("start-worker.js"),
};
