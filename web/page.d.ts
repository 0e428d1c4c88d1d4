/** Where the parts of the workbook come from: web/parts.js or web/parts-within.js. */
interface WorkbookParts {
  /** Whether everything is within this one file, and nothing comes from a server. */
  isSingle: boolean;
  /** The desk's program, as `wasm_bindgen` takes it. */
  desk(): Promise<string | ArrayBuffer>;
  /** The bytes of course.jsonl, once. */
  course(): Promise<ArrayBuffer>;
  /** The compiled interpreter. `hear` gets the number of bytes that have come, now and whenever it grows. */
  guest(hear: (received: number) => void): Promise<WebAssembly.Module>;
  /** What the compiled interpreter imports, as `module.name`; what is no function has its kind in brackets behind it. */
  imports(): Promise<string[]>;
  /** The archive with all notebooks and scripts. Rejected where it is on a server: a link leads there. */
  archive(): Promise<ArrayBuffer>;
  /** A new worker. */
  worker(): Worker;
}
/** src/app/browser/parts.rs and web/start.js ask for it. */
declare var workbookParts: WorkbookParts;
/** The offline store: web/offline.js. */
declare var workbookOffline: {
  /** `listener` gets how the store stands, as JSON, now and whenever that changes. */
  hear(listener: (standing: string) => void): void;
  /** Fills the store. */
  keep(): void;
  /** Empties it. */
  remove(): void;
};
/** web/editor.js: the editor's program. */
declare var WorkbookCodeMirror: {
  /**
   * Puts an editor in the place of what stands in `host`.
   *
   * @param source the text to begin with
   * @param changed called after each edit by the reader
   * @param run called on Shift+Enter and Ctrl/Cmd+Enter
   * @param complete asks a fork how the text may go on, given the text before and after the cursor; the answer is JSON, or
   *   null if nothing is known
   */
  make(
    host: HTMLElement,
    source: string,
    changed: (source: string) => void,
    run: () => void,
    complete: (before: string, after: string, found: (answer: string | null) => void) => void,
  ): {
    replace(source: string): void;
    /** Marks the line from which an exception came, counted from 1. */
    markLine(line: number | undefined): void;
    showBars(bars: import("./editor.js").Bar[]): void;
    destroy(): void;
  };
};
/** web/editors.js: an editor for a cell, once the cell is near. What is asked of it before then is done when it is made. */
declare var WorkbookEditor: {
  mount(...wanted: Parameters<typeof WorkbookCodeMirror.make>): {
    replace(source: string): void;
    markLine(line: number | undefined): void;
    /** `bars` is JSON of Bar[]. */
    showBars(bars: string): void;
    destroy(): void;
  };
};
/** From app.js, which wasm-bindgen makes when the site is built: JavaScript's side of the desk's program. */
declare function wasm_bindgen(options: { module_or_path: string | ArrayBuffer }): Promise<unknown>;
/** web/task.js has it; src/app/browser/task.rs calls it. */
declare var workbookNextTask: () => Promise<void>;
/** web/before.js has it; src/app/browser/place.rs calls it. */
declare var workbookTakeOver: () => void;
