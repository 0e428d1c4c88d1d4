// The editor: CodeMirror 6 with what a cell needs, as the global WorkbookCodeMirror. web/editors.js loads it when a cell comes
// near, and hands it to the Rust side, src/app/page/editor.rs.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, drawSelection, gutter, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/** @type {import("@codemirror/state").StateEffectType<number | undefined>} */
const setMarked = StateEffect.define();

/** The mark of the line from which an exception came. Any edit clears it. */
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
 * A bar in the gutter, between the lines at which a change came and went, counted from 1. `status` is what has become of
 * the change, and `text` is a sentence about it.
 *
 * @typedef {{ from: number, to: number, status: string, text: string }} Bar
 */

/** @type {import("@codemirror/state").StateEffectType<Bar[]>} */
const setBars = StateEffect.define();

/** The parts of bars that stand beside one line: `first`, `middle`, `last` or `only`. */
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

/** The bars of what the last run has changed, of which at most six are shown. Any edit clears them. */
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

/** The id of the sentence about an editor's keys, which is on every page; see src/app/page.rs. */
const KEYS = "editor:keys";

// What all editors have. Tab indents; Escape and then Tab leaves the editor, which is CodeMirror's own rule.
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
 * One way in which the text may go on, as a fork knows it; see interpreter/python/completing.py. `displayLabel` is shown
 * instead of the label if the label has characters that can't be shown.
 *
 * @typedef {{ label: string, displayLabel?: string, type: string, detail: string, info: string }} Option
 */

/**
 * Completions. They are asked for after a letter, a dot or `import `, and on Ctrl+Space.
 *
 * @param {(before: string, after: string, found: (answer: string | null) => void) => void} ask asks a fork, given the text
 *   before and after the cursor; the answer is JSON, or null if nothing is known
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
    // CodeMirror would sort the options. The boost keeps the order in which they came.
    options: options.map(({ info, ...option }, index) => ({ ...option, info: info || undefined, boost: -index / 100 })),
    validFor: /^\w*$/,
  };
};

/** A longer selection is not put into an attribute; nobody wants a picture of so much. */
const LONGEST_SELECTION = 4000;

/**
 * Puts the first and the last line that are selected into the attribute `data-selected` of `host`, as `2-5`, and the text into
 * `data-selection`; removes both if nothing is selected. src/app/ledger/faults.rs and src/app/lens.rs read them.
 *
 * @param {Element} host
 * @param {import("@codemirror/state").EditorState} state
 */
function noteSelection(host, state) {
  const { from, to, empty } = state.selection.main;
  host.removeAttribute("data-selection");
  if (empty) return host.removeAttribute("data-selected");
  if (to - from <= LONGEST_SELECTION) host.setAttribute("data-selection", state.sliceDoc(from, to));
  const last = state.doc.lineAt(to);
  // A selection that ends at the beginning of a line has nothing of that line.
  const end = last.from === to ? last.number - 1 : last.number;
  host.setAttribute("data-selected", `${state.doc.lineAt(from).number}-${end}`);
}

/**
 * Puts an editor in the place of what stands in `host`.
 *
 * @type {typeof WorkbookCodeMirror.make}
 */
export function make(host, source, changed, run, complete) {
  let replacing = false;
  const runs = () => {
    closeCompletion(view);
    run();
    return true;
  };
  // All editors have the same name, "Code". To which cell this one belongs, and how to leave it, is its description.
  const name = host.closest("[data-cell]")?.querySelector(".cell-name")?.id;
  const described = [name, KEYS].filter(Boolean).join(" ");
  const view = new EditorView({
    doc: source,
    extensions: [
      Prec.highest(keymap.of([{ key: "Shift-Enter", run: runs }, { key: "Mod-Enter", run: runs }, { key: "Ctrl-Enter", run: runs }])),
      shared,
      EditorView.contentAttributes.of({ "aria-describedby": described }),
      autocompletion({ override: [completions(complete, () => view.hasFocus)], icons: false, activateOnTypingDelay: 150 }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !replacing) changed(update.state.doc.toString());
        if (update.selectionSet || update.docChanged) noteSelection(host, update.state);
      }),
    ],
  });
  // The plain text belongs to Yew, which must find it when it draws again. So it is hidden and not removed.
  host.classList.add("mounted");
  host.append(view.dom);
  return {
    replace(text) {
      replacing = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      replacing = false;
    },
    markLine(line) {
      // Most cells never get a mark, and the editor is measured even after a transaction that changes nothing.
      if (line !== undefined || view.state.field(markedLine).size > 0) view.dispatch({ effects: setMarked.of(line) });
    },
    showBars(list) {
      if (list.length > 0 || view.state.field(bars).size > 0) view.dispatch({ effects: setBars.of(list) });
    },
    destroy: () => view.destroy(),
  };
}
