// The editor: CodeMirror 6 with what a lesson's cell needs, as the global WorkbookEditor.
// The Rust side is src/app/editor.rs.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
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
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
];

/**
 * Puts an editor in place of whatever stands in `host`.
 *
 * @param {Element} host
 * @param {string} source
 * @param {(source: string) => void} changed called after each edit by the reader
 * @param {() => void} run called on Shift+Enter and Ctrl/Cmd+Enter
 */
export function mount(host, source, changed, run) {
  let replacing = false;
  const runs = () => {
    run();
    return true;
  };
  const view = new EditorView({
    doc: source,
    extensions: [
      Prec.highest(keymap.of([{ key: "Shift-Enter", run: runs }, { key: "Mod-Enter", run: runs }, { key: "Ctrl-Enter", run: runs }])),
      shared,
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !replacing) changed(view.state.doc.toString());
      }),
    ],
  });
  // Yew owns the plain text and would be surprised if it vanished: it is hidden, not removed.
  host.classList.add("mounted");
  host.append(view.dom);
  return {
    /** @param {string} text */
    replace(text) {
      replacing = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      replacing = false;
    },
    /** @param {number | undefined} line counted from 1 */
    markLine(line) {
      view.dispatch({ effects: setMarked.of(line) });
    },
    destroy() {
      view.destroy();
    },
  };
}
