// The script of the handout, a document with all pages for paper (xtask/src/page.rs).

import "./theme.js";
import { prepare } from "./print.js";

addEventListener("DOMContentLoaded", () => {
  // On a screen it looks as it will on paper.
  prepare();
});
