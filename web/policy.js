// What may become a program, for browsers with Trusted Types. The page's Content-Security-Policy (xtask/src/page.rs) has them
// ask this policy about each text that is about to become HTML, a program or a program's address.
//
// 1. No text becomes a program. Without a function for that, a browser refuses.
// 2. Programs are files beside the page, which are the workbook's.
// 3. HTML comes from the course, which the build has read. A script in it would not run: browsers run none that is put
//    into a page as text, and the Content-Security-Policy forbids the rest.

/** Files beside the page. In the single file workers have the address of a Blob. */
const OURS = /^([\w-]+\.js|blob:.*)$/;

if ("trustedTypes" in globalThis) {
  const types = /** @type {{ createPolicy: Function }} */ (/** @type {any} */ (globalThis).trustedTypes);
  types.createPolicy("default", {
    createHTML: (/** @type {string} */ html) => html,
    createScriptURL: (/** @type {string} */ address) => (OURS.test(address) ? address : null),
  });
}
