// Starts the desk. If the desk can't be started, web/dead-desk.js tells the reader.

import { keepOffline, takeOverIfAlone } from "./offline.js";

try {
  // A waiting version may take the page over now, before the reader has done anything on it.
  const [desk] = await Promise.all([import("./app.js"), takeOverIfAlone()]);
  await desk.default({ module_or_path: "app_bg.wasm" });
  dispatchEvent(new CustomEvent("workbook-started"));
} catch (error) {
  console.error("The desk did not start:", error);
  dispatchEvent(new CustomEvent("workbook-not-started"));
}
keepOffline();
