// Starts the desk. If the desk can't be started, web/dead-desk.js tells the reader.

import "./editors.js";
import { keepOffline, takeOverIfAlone } from "./offline.js";

/** Starts the desk. */
async function start() {
  // A waiting version may take the page over now, unless the reader has already done something on the text.
  const isUsed = "used" in document.documentElement.dataset;
  const [desk] = await Promise.all([workbookParts.desk(), isUsed ? undefined : takeOverIfAlone()]);
  await wasm_bindgen({ module_or_path: desk });
}

start()
  .then(
    () => dispatchEvent(new CustomEvent("workbook-started")),
    (error) => {
      console.error("The desk did not start:", error);
      dispatchEvent(new CustomEvent("workbook-not-started"));
    },
  )
  .then(keepOffline);
