// The cells' editors: each cell asks for one when it is drawn, and gets it when it is near. The Rust side is
// src/app/page/editor.rs; the editor itself is web/editor.js, which is loaded with the first cell that comes near.
//
// A page has up to thirty cells, and an editor takes a while to make: all of them at once would keep the page's thread from a
// reader who only reads. So a cell gets its editor when it is less than a window's height away, and the others theirs as soon
// as the reader does something, each in a task of its own, the nearest ones first.

import { nextTask } from "./task.js";

/** @typedef {import("./editor.js").Bar} Bar */

/** @type {Map<Element, () => void>} The functions that make the editors which are still to be made, by their elements. */
const waiting = new Map();
/** @type {Set<Element>} Those of them that are near. */
const near = new Set();
/** Whether the reader has done something, so that all editors are to be made. */
let isUsed = false;
/** Whether editors are being made. */
let isMaking = false;

const observer = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) if (isIntersecting && waiting.has(target)) near.add(target);
    makeOneByOne();
  },
  { rootMargin: "100% 0px" },
);
for (const kind of ["keydown", "pointerdown", "wheel", "touchstart", "focusin"]) {
  const use = () => {
    isUsed = true;
    if (waiting.size > 0) makeOneByOne();
  };
  addEventListener(kind, use, { capture: true, passive: true });
}

/**
 * An editor that is out of sight only guesses how high it is. Until it has been seen it stays as high as the text that it
 * has replaced, so that nothing moves.
 */
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && target instanceof HTMLElement) setTimeout(settle, 100, target);
  }
});

/** @param {HTMLElement} host */
function settle(host) {
  seen.unobserve(host);
  host.style.removeProperty("min-height");
}

/** @type {Promise<typeof WorkbookCodeMirror> | undefined} */
let loading;

/** The editor's program. In the single file it is there already. */
function program() {
  loading ??= new Promise((resolve, reject) => {
    if (typeof WorkbookCodeMirror !== "undefined") return resolve(WorkbookCodeMirror);
    const script = document.createElement("script");
    script.src = "editor.js";
    script.onload = () => resolve(WorkbookCodeMirror);
    script.onerror = () => reject(new Error("editor.js did not come"));
    document.head.append(script);
  });
  return loading;
}

/** The element whose editor is to be made next. */
function next() {
  if (!isUsed) return near.values().next().value;
  const { innerHeight } = window;
  let nearest;
  let least = Infinity;
  for (const host of waiting.keys()) {
    const { top, bottom } = host.getBoundingClientRect();
    const far = Math.max(0, -bottom, top - innerHeight);
    if (far < least) [nearest, least] = [host, far];
  }
  return nearest;
}

/** Makes the editors that are wanted, each in a task of its own. */
async function makeOneByOne() {
  if (isMaking || (!isUsed && near.size === 0) || waiting.size === 0) return;
  isMaking = true;
  try {
    await program();
    for (let host = next(); host; host = next()) {
      waiting.get(host)?.();
      await nextTask();
    }
  } catch (error) {
    // It is tried again when the next cell comes near, or the reader does something.
    loading = undefined;
    console.error("The editor did not start:", error);
  } finally {
    isMaking = false;
  }
}

/** src/app/page/editor.rs calls it. */
globalThis.WorkbookEditor = {
  mount(host, source, changed, run, complete) {
    /** @type {ReturnType<typeof WorkbookCodeMirror.make> | undefined} */
    let editor;
    let text = source;
    /** @type {number | undefined} */
    let line;
    /** @type {Bar[]} */
    let bars = [];
    const forget = () => {
      observer.unobserve(host);
      waiting.delete(host);
      near.delete(host);
    };
    waiting.set(host, () => {
      forget();
      const { height } = host.getBoundingClientRect();
      const edited = (/** @type {string} */ source) => {
        settle(host);
        changed(source);
      };
      editor = WorkbookCodeMirror.make(host, text, edited, run, complete);
      host.style.minHeight = `${height}px`;
      seen.observe(host);
      editor.markLine(line);
      editor.showBars(bars);
    });
    observer.observe(host);
    makeOneByOne();
    return {
      replace(source) {
        text = source;
        settle(host);
        const plain = host.querySelector(".editor-before");
        if (editor) editor.replace(source);
        else if (plain) plain.textContent = source;
      },
      markLine(marked) {
        line = marked;
        editor?.markLine(line);
      },
      showBars(list) {
        bars = JSON.parse(list);
        editor?.showBars(bars);
      },
      destroy() {
        forget();
        settle(host);
        editor?.destroy();
      },
    };
  },
};
