/** From worker.js, which wasm-bindgen makes when the site is built: JavaScript's side of the worker's program. */
declare function wasm_bindgen(options: { module_or_path: string | WebAssembly.Module }): Promise<unknown>;
/** The library, in the single file; web/start-worker.js puts it there. */
declare var workbookLibrary: Blob | ArrayBuffer | undefined;
/** The rest of the interpreter, once the page has it; web/start-worker.js puts it there. */
declare var workbookRest: WebAssembly.Module | undefined;
