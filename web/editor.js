// The editor: CodeMirror 6 with what a lesson's cell needs, as the global WorkbookEditor.
// The Rust side is src/app/page/editor.rs.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, drawSelection, gutter, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/** @type {import("@codemirror/state").StateEffectType<number | undefined>} */
const setMarked = StateEffect.define();

/** The line an exception came from. Any edit clears it. */
const markedLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (transaction.docChanged) marks = Decoration.none;
    for (const effect of transaction.effects) {
      if (!effect.is(setMarked)) continue;
      const line = effect.value;
      const known = line !== undefined && line >= 1 && line <= transaction.state.doc.lines;
      marks = known
        ? Decoration.set([Decoration.line({ class: "cm-failed" }).range(transaction.state.doc.line(line).from)])
        : Decoration.none;
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Lines between which something was not as it had been, counted from 1.
 *
 * @typedef {{ from: number, to: number, status: string, text: string }} Bar
 */

/** @type {import("@codemirror/state").StateEffectType<Bar[]>} */
const setBars = StateEffect.define();

/** A line's part of the bars that pass it. */
class BarMarker extends GutterMarker {
  /** @param {{ status: string, part: string, text: string }[]} parts */
  constructor(parts) {
    super();
    this.parts = parts;
  }
  /**
   * @override
   * @param {BarMarker} other
   */
  eq(other) {
    return JSON.stringify(this.parts) === JSON.stringify(other.parts);
  }
  /** @override */
  toDOM() {
    const marks = document.createElement("span");
    marks.className = "cm-bars";
    marks.title = this.parts.map(({ text }) => text).join("\n");
    for (const { status, part } of this.parts) {
      const mark = document.createElement("i");
      Object.assign(mark.dataset, { status, part });
      marks.append(mark);
    }
    return marks;
  }
}

/** What the last run had changed, from where to where. Any edit clears it. */
const bars = StateField.define({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    if (transaction.docChanged) marks = RangeSet.empty;
    for (const effect of transaction.effects) {
      if (!effect.is(setBars)) continue;
      const { doc } = transaction.state;
      const known = effect.value.filter(({ from, to }) => from >= 1 && to <= doc.lines).slice(0, 6);
      const ranges = [];
      for (let line = 1; line <= doc.lines; line++) {
        const here = known.filter(({ from, to }) => from <= line && line <= to);
        if (here.length === 0) continue;
        const parts = here.map(({ from, to, status, text }) => ({ status, text, part: from === to ? "only" : line === from ? "first" : line === to ? "last" : "middle" }));
        ranges.push(new BarMarker(parts).range(doc.line(line).from));
      }
      marks = RangeSet.of(ranges);
    }
    return marks;
  },
  provide: (field) => gutter({ class: "cm-residue", markers: (view) => view.state.field(field) }),
});

/** The sentence about an editor's keys, on every page; see src/app/page.rs. */
const KEYS = "editor:keys";

// Escape, then Tab, leaves the editor: CodeMirror's own rule, so that Tab can indent.
const shared = [
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  indentOnInput(),
  indentUnit.of("    "),
  bracketMatching(),
  closeBrackets(),
  python(),
  syntaxHighlighting(classHighlighter),
  markedLine,
  bars,
  EditorState.tabSize.of(4),
  EditorView.contentAttributes.of({
    "aria-label": "Code",
    autocapitalize: "off",
    autocomplete: "off",
    autocorrect: "off",
    spellcheck: "false",
    tabindex: "0",
    translate: "no",
  }),
  keymap.of([
    { key: "Tab", run: acceptCompletion },
    ...completionKeymap,
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    indentWithTab,
  ]),
];

/**
 * What a fork of the interpreter knows about how the text may go on; see interpreter/python/looking.py.
 *
 * @typedef {{ label: string, displayLabel?: string, type: string, detail: string, info: string }} Option
 */

/**
 * Completions that are asked for after a word's first letter, after a dot, and on Ctrl+Space.
 *
 * @param {(before: string, after: string, found: (answer: string | null) => void) => void} ask
 * @param {() => boolean} present whether the reader is still in the editor
 * @returns {import("@codemirror/autocomplete").CompletionSource}
 */
const completions = (ask, present) => async (context) => {
  const wanted = context.explicit || context.matchBefore(/[\w.]$/) || context.matchBefore(/\bimport $/);
  if (!wanted) return null;
  const { doc } = context.state;
  /** @type {string | null} */
  const answer = await new Promise((found) => ask(doc.sliceString(0, context.pos), doc.sliceString(context.pos), found));
  if (!answer || context.aborted || !present()) return null;
  /** @type {{ replace: number, options: Option[] }} */
  const { replace, options } = JSON.parse(answer);
  if (options.length === 0) return null;
  return {
    from: context.pos - replace,
    // Public names first, in the order they came.
    options: options.map(({ info, ...option }, index) => ({ ...option, info: info || undefined, boost: -index / 100 })),
    validFor: /^\w*$/,
  };
};

/**
 * Says as `data-selected` which lines are selected, for those who ask about them.
 *
 * @param {Element} host
 * @param {import("@codemirror/state").EditorState} state
 */
function noteSelection(host, state) {
  const { from, to, empty } = state.selection.main;
  if (empty) return host.removeAttribute("data-selected");
  const last = state.doc.lineAt(to);
  // A selection up to the beginning of a line has nothing of that line.
  const end = last.from === to ? last.number - 1 : last.number;
  host.setAttribute("data-selected", `${state.doc.lineAt(from).number}-${end}`);
}

/** @type {Map<Element, () => void>} Editors that are still to be made, by the element that gets them. */
const waiting = new Map();
/** Whether their turns are being given already. */
let isMaking = false;

/**
 * Makes editors one a task, those in sight first: a page has up to thirty, and all at once would keep its thread for longer
 * than a reader's press can wait.
 */
function makeOneByOne() {
  const { innerHeight } = window;
  const distance = (/** @type {Element} */ host) => {
    const { top, bottom } = host.getBoundingClientRect();
    return Math.max(0, -bottom, top - innerHeight);
  };
  // All are looked at before the first is made, for each that is made changes the layout.
  const order = [...waiting.keys()].map((host) => ({ host, far: distance(host) })).sort((one, other) => one.far - other.far);
  const next = () => {
    const make = order.map(({ host }) => waiting.get(host)).find(Boolean);
    if (make) {
      setTimeout(next);
      make();
    } else if (waiting.size > 0) {
      makeOneByOne();
    } else {
      isMaking = false;
    }
  };
  next();
}

/**
 * Puts an editor in place of whatever stands in `host`, as soon as it is its turn; what is told it before then is not lost.
 *
 * @param {Element} host
 * @param {string} source
 * @param {(source: string) => void} changed called after each edit by the reader
 * @param {() => void} run called on Shift+Enter and Ctrl/Cmd+Enter
 * @param {(before: string, after: string, found: (answer: string | null) => void) => void} complete
 */
export function mount(host, source, changed, run, complete) {
  /** @type {EditorView | undefined} */
  let view;
  let text = source;
  /** @type {number | undefined} */
  let line;
  /** @type {Bar[]} */
  let changes = [];
  let replacing = false;
  const replace = () => {
    if (!view) return;
    replacing = true;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    replacing = false;
  };
  const mark = () => {
    // Most cells never get a mark, and even a transaction that changes nothing has the editor measured.
    if (view && (line !== undefined || view.state.field(markedLine).size > 0)) view.dispatch({ effects: setMarked.of(line) });
  };
  const showChanges = () => {
    if (view && (changes.length > 0 || view.state.field(bars).size > 0)) view.dispatch({ effects: setBars.of(changes) });
  };
  const runs = () => {
    if (view) closeCompletion(view);
    run();
    return true;
  };
  if (!isMaking) setTimeout(makeOneByOne);
  isMaking = true;
  waiting.set(host, () => {
    waiting.delete(host);
    // All editors have one name: which cell's this is, and how one gets out of it, is a description.
    const name = host.closest("[data-cell]")?.querySelector(".cell-name")?.id;
    const described = [name, KEYS].filter(Boolean).join(" ");
    view = new EditorView({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: "Shift-Enter", run: runs }, { key: "Mod-Enter", run: runs }, { key: "Ctrl-Enter", run: runs }])),
        shared,
        EditorView.contentAttributes.of({ "aria-describedby": described }),
        autocompletion({ override: [completions(complete, () => view?.hasFocus ?? false)], icons: false, activateOnTypingDelay: 150 }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !replacing) changed(update.state.doc.toString());
          if (update.selectionSet || update.docChanged) noteSelection(host, update.state);
        }),
      ],
    });
    // Yew owns the plain text and would be surprised if it vanished: it is hidden, not removed.
    host.classList.add("mounted");
    host.append(view.dom);
    mark();
    showChanges();
  });
  return {
    /** @param {string} source */
    replace(source) {
      text = source;
      replace();
    },
    /** @param {number | undefined} marked counted from 1 */
    markLine(marked) {
      line = marked;
      mark();
    },
    /** @param {string} list JSON of Bar[] */
    showBars(list) {
      changes = JSON.parse(list);
      showChanges();
    },
    destroy() {
      waiting.delete(host);
      view?.destroy();
    },
  };
}
