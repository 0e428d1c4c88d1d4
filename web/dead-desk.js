// Watches over the desk, and uses nothing of the desk's program. It is loaded before everything else.
//
// 1. It notices when the desk's program does not load, or has ended in the middle of something; the desk is then dead.
// 2. It says so in one sentence over the page. The reader can reload the page, or copy what they have written.
// 3. From then on it keeps what the reader does on the page from the desk.
{
  /** If the desk has not started after this many milliseconds, the page says so: its text is there, but nothing can be run. */
  const SLOW_AFTER = 30_000;

  /** The names of edits in the browser's storage (src/app/browser/storage.rs): a scope, which may be missing, page and cell. */
  const EDIT = /^workbook\/(?:([^/]+)\/)?edit\/(.+)\/([^/]+)$/;

  /** How the engines write a place in the desk's program into an error's stack. WebKit does not name the file. */
  const IN_DESK = /app_bg\.wasm|wasm-function\[|\[wasm code\]/;

  /** An error that wasm-bindgen throws instead of calling the desk. The desk itself has not begun anything then. */
  const NOT_CALLED = /closure invoked recursively or after being dropped/;

  /**
   * Events that come from what the reader does. A dead desk must not get them: it would fail again, and what the reader
   * types would be saved nowhere.
   */
  const DONE_BY_READER = [
    "beforeinput", "change", "click", "cut", "drop", "focusin", "hashchange", "input", "keydown", "mouseover", "paste", "submit",
  ];

  let dead = false;

  // Chromium cuts an error's stack after ten calls. A longer one shows whether the desk's program is further down in
  // it.
  if ("stackTraceLimit" in Error) Error.stackTraceLimit = 50;

  // This is not done with addEventListener: CodeMirror catches what its own listeners throw, and calls `window.onerror`
  // with it.
  window.onerror = (_message, _source, _line, _column, error) => {
    if (isOfDesk(error)) die("The workbook has stopped because of a fault in it");
  };
  addEventListener("unhandledrejection", ({ reason }) => {
    // Any other rejection is the result of something that nothing waited for, for example a failed request. It ends
    // nothing.
    if (isTrap(reason)) die("The workbook has stopped because of a fault in it");
  });
  // src/app/browser/panic.rs sends this event.
  addEventListener("workbook-panic", () => die("The workbook has stopped because of a fault in it"));

  // web/start.js sends this event. If web/start.js itself does not load, its element gets an "error".
  addEventListener("workbook-not-started", () => die("The workbook's program did not load"));
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.hasAttribute("data-start")) die("The workbook's program did not load");
  }, true);

  const slow = setTimeout(() => {
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "status");
    sentence.setAttribute("data-slow", "");
    Object.assign(sentence.style, { position: "fixed", inset: "auto 0 0 0", margin: "0", padding: "0.75rem 1rem", background: "var(--raised, Canvas)", borderTop: "1px solid var(--line, CanvasText)" });
    document.body.append(sentence);
    sentence.textContent = "The workbook is still loading; on a slow connection that can take a few minutes.";
    addEventListener("workbook-started", () => sentence.remove());
  }, SLOW_AFTER);
  addEventListener("workbook-started", () => clearTimeout(slow));

  /**
   * Whether an error is a trap: the browser has ended WebAssembly in the middle of something. The desk is the only
   * WebAssembly on this thread, except for that of browser extensions. Errors of workers come here as a text.
   *
   * @param {unknown} error
   */
  function isTrap(error) {
    return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError && !/-extension:\/\//.test(error.stack ?? "");
  }

  /**
   * Whether an error that nothing has caught has ended the desk. It has if it went through the desk's program, and so
   * left that in the middle of what it did.
   *
   * @param {unknown} error
   */
  function isOfDesk(error) {
    if (isTrap(error)) return true;
    // If the desk's program is in the present stack as well, the desk has only called a listener that failed, and goes
    // on after that.
    if (!(error instanceof Error) || NOT_CALLED.test(error.message)) return false;
    return IN_DESK.test(error.stack ?? "") && !IN_DESK.test(new Error().stack ?? "");
  }

  /**
   * Says that the desk is dead.
   *
   * @param {string} what what has happened, as the beginning of a sentence
   */
  function die(what) {
    if (dead) return;
    dead = true;
    clearTimeout(slow);
    document.querySelector("[data-slow]")?.remove();
    // The call in which the desk has failed may still be going on.
    setTimeout(() => show(`${what}; ${keeps() ? "reload the page to go on: what you have written is kept." : "this browser keeps nothing, so copy from the page what you need, then reload it."}`));
  }

  /**
   * Shows the notice, and takes away from the desk what the reader does.
   *
   * @param {string} sentence
   */
  function show(sentence) {
    const notice = document.createElement("div");
    notice.setAttribute("role", "alert");
    notice.setAttribute("data-dead", "");
    // The style sheets may not have loaded, so the style is set here. Where they lack, the browser's own colours are
    // used.
    Object.assign(notice.style, {
      position: "fixed",
      inset: "0 0 auto 0",
      zIndex: "100",
      boxSizing: "border-box",
      maxHeight: "100%",
      overflow: "auto",
      padding: "1rem",
      font: "1rem/1.5 system-ui, sans-serif",
      color: "var(--ink, CanvasText)",
      background: "var(--raised, Canvas)",
      borderBottom: "3px solid var(--error, CanvasText)",
    });
    const text = document.createElement("p");
    text.style.margin = "0 0 0.75rem";
    text.textContent = sentence;
    const done = document.createElement("p");
    done.setAttribute("role", "status");
    done.style.margin = "0.75rem 0 0";
    const reload = button("Reload");
    const copy = button("Copy my edits");
    notice.append(text, reload, " ", copy, done);
    for (const kind of DONE_BY_READER) {
      addEventListener(kind, (event) => {
        event.stopImmediatePropagation();
        if (kind === "beforeinput" || kind === "submit") event.preventDefault();
        if (kind === "click" && event.target === reload) location.reload();
        if (kind === "click" && event.target === copy) take(done);
      }, true);
    }
    (document.body ?? document.documentElement).append(notice);
    reload.focus();
  }

  /**
   * Makes a button.
   *
   * @param {string} name
   */
  function button(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    return button;
  }

  /**
   * Copies the reader's edits into the clipboard. If the browser does not allow that, shows them in a box, selected.
   *
   * @param {Element} done the element that says what has become of it
   */
  async function take(done) {
    const text = edits();
    if (text === "") {
      done.textContent = "This browser keeps no edits of yours.";
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      done.textContent = "Your edits are in the clipboard.";
    } catch {
      const box = document.createElement("textarea");
      Object.assign(box, { value: text, readOnly: true, rows: 12 });
      Object.assign(box.style, { display: "block", boxSizing: "border-box", width: "100%", font: "0.9rem/1.4 monospace" });
      box.setAttribute("aria-label", "Your edits");
      done.replaceChildren("The browser does not let the page copy; these are your edits, selected.", box);
      box.focus();
      box.select();
    }
  }

  /** What the reader has written, as Python. Above each edited cell a comment names its page and the cell. */
  function edits() {
    const [kept, ofThisTab] = stores();
    const all = [...new Set([...Object.keys(kept ?? {}), ...Object.keys(ofThisTab ?? {})])].sort();
    const names = all.filter((name) => EDIT.test(name));
    const several = new Set(names.map((name) => EDIT.exec(name)?.[1])).size > 1;
    const parts = [];
    for (const name of names) {
      const [, scope, page, cell] = EDIT.exec(name) ?? [];
      const place = `# ${page} / ${cell}${several && scope !== undefined ? ` (${readable(scope)})` : ""}`;
      const texts = [kept, ofThisTab].map((store) => store?.getItem(name) ?? "");
      // A second tab of the workbook has its edits in its sessionStorage. The same cell may have been edited in both
      // tabs.
      for (const text of new Set(texts)) if (text !== "") parts.push(`${place}\n${text.trimEnd()}\n`);
    }
    return parts.join("\n\n");
  }

  /**
   * A scope, which is a course's title with its address, in letters that a reader can read.
   *
   * @param {string} scope
   */
  function readable(scope) {
    try {
      return decodeURIComponent(scope);
    } catch {
      return scope;
    }
  }

  /**
   * The browser's localStorage and sessionStorage; `undefined` for one that the browser refuses.
   *
   * @returns {(Storage | undefined)[]}
   */
  function stores() {
    return [() => localStorage, () => sessionStorage].map((store) => {
      try {
        return store();
      } catch {
        return undefined;
      }
    });
  }

  /** Whether the browser stores anything. */
  function keeps() {
    return stores().some((store) => store !== undefined);
  }
}
