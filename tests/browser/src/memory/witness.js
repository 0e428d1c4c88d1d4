// Observes how much memory a page and its workers take, and how much they write. A measurement has the browser run this
// script in each page before the page's own scripts; the workbook itself does not know about it.
//
// The page's global `witness` has the memories of its WebAssembly programs, the number of bytes that were put into a
// store, and the length of the longest task of its thread. To observe workers as well, a few lines are put in front of
// their programs, which send what they see to the page.

(() => {
  const look = (report) => {
    /** What a value that is put into a store takes there, without what the store adds. */
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
    const before = (owner, name, see) => {
      const original = owner?.prototype[name];
      if (!original) return;
      owner.prototype[name] = function (...given) {
        see(given);
        return original.apply(this, given);
      };
    };
    const written = (value) => report({ bytes: size(value) });
    for (const name of ["put", "add"]) before(self.IDBObjectStore, name, ([value]) => written(value));
    for (const name of ["delete", "clear"]) before(self.IDBObjectStore, name, () => report({ bytes: 0 }));
    before(self.IDBCursor, "update", ([value]) => written(value));
    before(self.FileSystemSyncAccessHandle, "write", ([value]) => written(value));
    before(self.FileSystemWritableFileStream, "write", ([value]) => written(value?.data ?? value));
  };

  const channel = "workbook-witness";
  const witness = { memories: [], bytes: 0, writes: 0, longest: 0 };
  self.witness = witness;
  const note = ({ bytes }) => {
    witness.bytes += bytes;
    witness.writes += 1;
  };
  look(note);
  new BroadcastChannel(channel).onmessage = ({ data }) => note(data);

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) witness.longest = Math.max(witness.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });

  const hold = (result) => {
    const { exports } = result.instance ?? result;
    witness.memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(hold);
  }

  // A worker's program finds its files beside itself, so the few lines in front of it must not move it.
  const opened = (script, type) => {
    const beside = (address) => `new URL(${address}, ${JSON.stringify(script)}).href`;
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
    constructor(script, options) {
      const address = new URL(script, document.baseURI).href;
      const program = address.startsWith("blob:") ? address : URL.createObjectURL(new Blob([opened(address, options?.type)], { type: "text/javascript" }));
      super(program, options);
    }
  };
})();
