// What the single file loads before anything else; xtask/src/single.rs writes it into that file.

import "./dead-desk.js";
import "./policy.js";
import "./theme.js";
import "./before.js";
import "./print.js";
import "./parts-within.js";

// The scripts stand at the end. If they are not there once the file is read, it was cut off.
addEventListener("DOMContentLoaded", () => {
  if (typeof workbookOffline === "undefined") dispatchEvent(new CustomEvent("workbook-not-started"));
});
