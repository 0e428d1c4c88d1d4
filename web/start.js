// Starts the desk. web/dead-desk.js says so if it does not come.

import { keepOffline, takeOverIfAlone } from "./offline.js";

try {
  // A version that waits takes the page over now, before there is anything to lose, or not in this visit.
  const [desk] = await Promise.all([import("./app.js"), takeOverIfAlone()]);
  await desk.default({ module_or_path: "app_bg.wasm" });
  dispatchEvent(new CustomEvent("workbook-started"));
} catch (error) {
  console.error("The desk did not start:", error);
  dispatchEvent(new CustomEvent("workbook-not-started"));
}
keepOffline();
