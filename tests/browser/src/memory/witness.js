// Observes how much memory a page and its workers take, and how much they write. A measurement has the browser run this
// script in each page before the page's own scripts; the workbook itself does not know about it.
//
// The page's global `witness` has the memories of its WebAssembly programs, the number of bytes that were put into a
// store, and the length of the longest task of its thread. To observe workers as well, a few lines are put in front of
// their programs, which send what they see to the page.

(() => {
  /** @typedef {{ bytes: number }} Written what one call has put into a store */

  /**
   * Calls `report` whenever a page or a worker puts something into storage. A worker gets this function as a text, so it
   * names nothing outside of itself.
   *
   * @param {(seen: Written) => void} report
   */
  const look = (report) => {
    /**
     * How many bytes a value takes in storage, without what the storage itself adds.
     *
     * @param {unknown} value
     * @param {Set<unknown>} seen
     * @returns {number}
     */
    const size = (value, seen = new Set()) => {
      if (typeof value === "string") return value.length;
      if (typeof value !== "object" || value === null) return 8;
      if (seen.has(value)) return 0;
      seen.add(value);
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
      if (value instanceof Blob) return value.size;
      const parts = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.entries(value).flat();
      return parts.reduce((sum, part) => sum + size(part, seen), 0);
    };
    /** @type {Record<string, { prototype: any } | undefined>} Some of these classes are there only in pages, or only in workers. */
    const classes = /** @type {any} */ (self);
    /**
     * Calls `see` with the arguments of a method, each time before the method is called.
     *
     * @param {string} owner the class that has the method
     * @param {string} name the method
     * @param {(given: any[]) => void} see
     */
    const before = (owner, name, see) => {
      const prototype = classes[owner]?.prototype;
      const original = prototype?.[name];
      if (!original) return;
      prototype[name] = function (/** @type {any[]} */ ...given) {
        see(given);
        return original.apply(this, given);
      };
    };
    const written = (/** @type {unknown} */ value) => report({ bytes: size(value) });
    for (const name of ["put", "add"]) before("IDBObjectStore", name, ([value]) => written(value));
    for (const name of ["delete", "clear"]) before("IDBObjectStore", name, () => report({ bytes: 0 }));
    before("IDBCursor", "update", ([value]) => written(value));
    before("FileSystemSyncAccessHandle", "write", ([value]) => written(value));
    before("FileSystemWritableFileStream", "write", ([value]) => written(value?.data ?? value));
  };

  const channel = "workbook-witness";
  /** What has been seen, for the measurement to read; times are in milliseconds. */
  const witness = { memories: /** @type {WebAssembly.Memory[]} */ ([]), bytes: 0, writes: 0, longest: 0 };
  Object.assign(self, { witness });
  const note = (/** @type {Written} */ { bytes }) => {
    witness.bytes += bytes;
    witness.writes += 1;
  };
  look(note);
  new BroadcastChannel(channel).onmessage = ({ data }) => note(data);

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) witness.longest = Math.max(witness.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });

  /**
   * Adds the memories that a program of WebAssembly exports to `witness`.
   *
   * @param {WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource} result
   */
  const hold = (result) => {
    const { exports } = "instance" in result ? result.instance : result;
    witness.memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
    return result;
  };
  /** @type {Record<string, (...given: any[]) => Promise<any>>} */
  const programs = /** @type {any} */ (WebAssembly);
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = programs[name];
    programs[name] = (...given) => original.apply(WebAssembly, given).then(hold);
  }

  /**
   * A worker's program with the lines in front of it that observe it. The program looks for its files beside itself, so
   * these lines give file names the original address.
   *
   * @param {string} script
   * @param {WorkerType} type
   */
  const opened = (script, type) => {
    const beside = (/** @type {string} */ address) => `new URL(${address}, ${JSON.stringify(script)}).href`;
    return `const channel = new BroadcastChannel(${JSON.stringify(channel)});
      (${look})((seen) => channel.postMessage(seen));
      { const fetched = self.fetch;
        self.fetch = (file, ...rest) => fetched(typeof file === "string" ? ${beside("file")} : file, ...rest);
        const open = XMLHttpRequest.prototype.open;
        XMLHttpRequest.prototype.open = function (method, file, ...rest) { return open.call(this, method, ${beside("file")}, ...rest); };
        const load = self.importScripts;
        self.importScripts = (...files) => load.apply(self, files.map((file) => ${beside("file")})); }
      ${type === "module" ? "await import" : "importScripts"}(${JSON.stringify(script)});`;
  };
  const Original = self.Worker;
  self.Worker = class extends Original {
    /**
     * @param {string | URL} script
     * @param {WorkerOptions} [options]
     */
    constructor(script, options) {
      const address = new URL(script, document.baseURI).href;
      const program = address.startsWith("blob:") ? address : URL.createObjectURL(new Blob([opened(address, options?.type ?? "classic")], { type: "text/javascript" }));
      super(program, options);
    }
  };
})();
