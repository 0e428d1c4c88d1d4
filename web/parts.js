// Brings the parts of the workbook from the server, from which the page has come. In the single file
// web/parts-within.js has the same functions.
//
// The course and the interpreter are asked for at once, before any program is here. The interpreter is downloaded and compiled in
// a worker of its own. That worker lives as long as the page, for Chromium stores the best machine code, which it makes while
// Python runs, only if whoever has compiled the module is still there: then the next visit begins with it.

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

/** @type {(rest: WebAssembly.Module) => void} */
let restHasCome = () => {};
/**
 * The functions that Python can start without. A worker that needs them earlier, or for which they did not come, brings them
 * itself.
 *
 * @type {Promise<WebAssembly.Module>}
 */
const rest = new Promise((resolve) => (restHasCome = resolve));

/** @returns {Promise<WebAssembly.Module>} */
function download() {
  const worker = new Worker("download-guest.js");
  isTakenOver.then(() => worker.postMessage("compile"));
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || "its script did not load"));
    worker.onmessage = ({ data }) => {
      if (data.guest) return resolve(data.guest);
      if (data.rest) return restHasCome(data.rest);
      // After the guest has come this says nothing to anybody: see `rest`.
      if (data.failed) return reject(new Error(data.failed));
      received = data.received;
      progress(received);
      tellProgress(received);
    };
  });
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
  worker() {
    const worker = new Worker("start-worker.js");
    rest.then((module) => worker.postMessage({ rest: module }));
    return worker;
  },
};
