// The import section of a compiled module, in words.

/**
 * @param {WebAssembly.Module} module
 * @returns {string[]}
 */
export function importsOf(module) {
  return WebAssembly.Module.imports(module).map(({ module, name, kind }) => `${module}.${name}${kind === "function" ? "" : ` (${kind})`}`);
}
