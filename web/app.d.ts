/** app.js is made by wasm-bindgen when the site is built: JavaScript's side of the desk. */
export default function start(options: { module_or_path: string }): Promise<unknown>;
