// Watches over the desk, and needs nothing of it. If the desk's program does not load, or ends in the middle of something,
// one sentence over the page says so, and the reader can take along what they have written. Loaded before everything else.
{
  /** A desk that has not started after so many milliseconds is said to be on its way: the page is blank until then. */
  const SLOW_AFTER = 30_000;

  /** The names under which edits are kept: an optional scope, the page, the cell. Written by src/app/storage.rs. */
  const EDIT = /^workbook\/(?:([^/]+)\/)?edit\/(.+)\/([^/]+)$/;

  /** Places in the desk's program, as the engines write them into an error's stack; WebKit names no file. */
  const IN_DESK = /app_bg\.wasm|wasm-function\[|\[wasm code\]/;

  /** What wasm-bindgen throws before it calls the desk, which does not notice. */
  const NOT_CALLED = /closure invoked recursively or after being dropped/;

  /** What a reader does that a dead desk must not hear: it would fail again, and what is typed would be kept nowhere. */
  const DONE_BY_READER = [
    "beforeinput", "change", "click", "cut", "drop", "focusin", "hashchange", "input", "keydown", "mouseover", "paste", "submit",
  ];

  let dead = false;

  // An error's stack goes down to the desk's program if that is in it, however deep the call was.
  if ("stackTraceLimit" in Error) Error.stackTraceLimit = 50;

  // Not a listener: CodeMirror, which catches what its own listeners throw, hands it to this one.
  window.onerror = (_message, _source, _line, _column, error) => {
    if (isOfDesk(error)) die("The workbook has stopped because of a fault in it");
  };
  addEventListener("unhandledrejection", ({ reason }) => {
    // Any other rejection is an answer that nobody waited for, a failed request say, and has ended nothing.
    if (isTrap(reason)) die("The workbook has stopped because of a fault in it");
  });
  // From src/app/panic.rs.
  addEventListener("workbook-panic", () => die("The workbook has stopped because of a fault in it"));

  // From web/start.js; and if that does not come itself.
  addEventListener("workbook-not-started", () => die("The workbook's program did not load"));
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.hasAttribute("data-start")) die("The workbook's program did not load");
  }, true);

  const slow = setTimeout(() => {
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "status");
    sentence.setAttribute("data-slow", "");
    sentence.style.padding = "1rem";
    document.body.append(sentence);
    sentence.textContent = "The workbook is still loading; on a slow connection that can take a few minutes.";
    addEventListener("workbook-started", () => sentence.remove());
  }, SLOW_AFTER);
  addEventListener("workbook-started", () => clearTimeout(slow));

  /**
   * Whether the browser has ended WebAssembly in the middle. On this thread nothing but the desk is WebAssembly; a worker's
   * error comes as a text.
   *
   * @param {unknown} error
   */
  function isTrap(error) {
    return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError && !/-extension:\/\//.test(error.stack ?? "");
  }

  /**
   * Whether an error that nothing has caught has ended the desk: one that went through its program leaves it in the middle
   * of what it did.
   *
   * @param {unknown} error
   */
  function isOfDesk(error) {
    if (isTrap(error)) return true;
    // If the desk is at work right now, the error is that of a listener which the desk has only called: it goes on.
    if (!(error instanceof Error) || NOT_CALLED.test(error.message)) return false;
    return IN_DESK.test(error.stack ?? "") && !IN_DESK.test(new Error().stack ?? "");
  }

  /** @param {string} what */
  function die(what) {
    if (dead) return;
    dead = true;
    clearTimeout(slow);
    document.querySelector("[data-slow]")?.remove();
    // The desk may still be in the middle of the call that was its end.
    setTimeout(() => show(`${what}; ${keeps() ? "reload the page to go on: what you have written is kept." : "this browser keeps nothing, so copy from the page what you need, then reload it."}`));
  }

  /** @param {string} sentence */
  function show(sentence) {
    const notice = document.createElement("div");
    notice.setAttribute("role", "alert");
    notice.setAttribute("data-dead", "");
    // Set here, in the browser's own colours where there are no others: the style sheets may not have come either.
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

  /** @param {string} name */
  function button(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    return button;
  }

  /**
   * Hands the reader's edits over: to the clipboard, or to their own hands.
   *
   * @param {Element} done says what has become of it
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

  /** What the reader has written, as Python: above each cell where it belongs. */
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
      // A second tab of the workbook keeps its edits to itself.
      for (const text of new Set(texts)) if (text !== "") parts.push(`${place}\n${text.trimEnd()}\n`);
    }
    return parts.join("\n\n");
  }

  /** @param {string} scope */
  function readable(scope) {
    try {
      return decodeURIComponent(scope);
    } catch {
      return scope;
    }
  }

  /**
   * The two stores, as far as the browser gives them.
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

  function keeps() {
    return stores().some((store) => store !== undefined);
  }
}
