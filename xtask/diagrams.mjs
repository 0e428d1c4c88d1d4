// Draws Mermaid flowcharts without a browser. Reads a JSON list of sources, and prints a JSON list with `{wide, tall}`
// for each: `wide` is SVG for a broad column, with labels in several lines; `tall` is SVG for a phone, with arrows from
// top to bottom.

import { readFileSync } from "node:fs";
import { renderMermaidSVG } from "beautiful-mermaid";

/** The most characters in a line of a label: five boxes beside each other then fit the text's column. */
const LINE = 13;
const OPTIONS = { padding: 6, nodeSpacing: 16, layerSpacing: 22, font: "inherit" };

/**
 * Breaks a label into lines.
 *
 * @param {string} label
 */
function wrap(label) {
  const lines = [""];
  for (const word of label.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + 1 + word.length > LINE) lines.push(word);
    else lines[last] += (lines[last] && " ") + word;
  }
  return lines.join("<br>");
}

/** @type {string[]} */
const sources = JSON.parse(readFileSync(0, "utf8"));
const drawn = sources.map((source) => ({
  wide: renderMermaidSVG(source.replace(/"([^"]*)"/g, (_, label) => `"${wrap(label)}"`), OPTIONS),
  tall: renderMermaidSVG(source.replace(/^(\s*(?:graph|flowchart)) (?:LR|RL)/, "$1 TD"), OPTIONS),
}));
console.log(JSON.stringify(drawn));
