// The offline store, and the change to a new version. Both need a service worker, which browsers give only to pages
// that are served securely: not to those from file:// or on plain http.
//
// A page stays with the version that it was loaded from. A new version is fetched beside the old one and waits. It
// takes over
//
// 1. when no page of the old version is open any more; or
// 2. when the only page of the old version is opened, before the desk starts (`takeOverIfAlone`); or
// 3. when the reader presses "Reload" in the notice, if no other page is open.
//
// In the last two cases the page is loaded anew.

/** After this many milliseconds the offline store is filled even if Python is not ready yet. */
const READY_WITHIN = 20_000;
/** If a waiting version has not answered after this many milliseconds, it is one that does not know the question. */
const ANSWER_WITHIN = 1_000;
/** If a version that has agreed to take over has not done so after this many milliseconds, the page goes on. */
const ACTIVE_WITHIN = 5_000;
/**
 * A tab may stay open for weeks. When the reader comes back to it, it looks for a new version if the last look was
 * longer ago than this many milliseconds.
 */
const LOOK_AGAIN_AFTER = 3_600_000;

/** Where it is kept that the reader does not want the workbook to be kept: one answer for each folder of the site. */
const REFUSED = `workbook/offline/${location.pathname.replace(/[^/]*$/, "")}`;

/**
 * How the offline store stands. `bytes` are in it, or have come so far, of `total`; `reason` says why there is none.
 *
 * @typedef {{ kind: "none" | "absent" | "filling" | "ready" | "failed", bytes?: number, total?: number, reason?: string }} Standing
 */

/** @type {Standing} */
let standing = { kind: "absent" };
/** @type {(standing: string) => void} */
let hear = () => {};

/** @param {Standing} now */
function say(now) {
  standing = now;
  hear(JSON.stringify(now));
}

/** The page's service workers; undefined where the browser gives none, and in the single file, which needs none. */
const workers = location.protocol.startsWith("http") && !workbookParts.isSingle ? workersOf() : undefined;

/** A browser may refuse even the question, as it does in a frame that is shut off. */
function workersOf() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Has a waiting version take over if this is the workbook's only page. The page is loaded anew then. */
export async function takeOverIfAlone() {
  if (!workers?.controller) return;
  const registration = await workers.getRegistration();
  if (registration?.waiting && (await takeOver(registration.waiting))) {
    await new Promise((resolve) => setTimeout(resolve, ACTIVE_WITHIN));
  }
}

/**
 * Fills the offline store with the workbook's files. That begins only once Python is ready: by then the browser has the
 * files in its cache and need not download them again.
 */
export function keepOffline() {
  if (!workers || isRefused()) return;
  const ready = new Promise((resolve) => {
    setTimeout(resolve, READY_WITHIN);
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("workbook-ready").length > 0) resolve(undefined);
    });
    observer.observe({ type: "mark", buffered: true });
  });
  ready.then(keep);
}

/**
 * The registration whose new versions are watched for.
 *
 * @type {ServiceWorkerRegistration | undefined}
 */
let followed;

/** Has the store filled. */
async function keep() {
  if (!workers) return;
  try {
    follow(await workers.register("service-worker.js"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.info("The workbook will not open offline:", reason);
    say({ kind: "failed", reason });
  }
}

/**
 * Empties the store, and does not fill it again before the reader asks for that. The service worker serves this page until it
 * is left, but has nothing any more; it is told, so that it does not begin to keep again what it is asked for.
 */
async function remove() {
  refuse(true);
  followed = undefined;
  const registration = await workers?.getRegistration();
  for (const worker of [registration?.installing, registration?.waiting, registration?.active]) worker?.postMessage("keep nothing");
  await registration?.unregister();
  const scope = registration?.scope ?? new URL(".", location.href).href;
  for (const name of await caches.keys()) {
    if (name.endsWith(scope)) await caches.delete(name);
  }
  say({ kind: "absent" });
}

/** Whether the reader has emptied the store. */
function isRefused() {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    return false;
  }
}

/** @param {boolean} refused */
function refuse(refused) {
  try {
    if (refused) localStorage.setItem(REFUSED, "");
    else localStorage.removeItem(REFUSED);
  } catch {
    // The browser keeps nothing, this answer included.
  }
}

/** src/app/browser/offline.rs has this in Settings. */
globalThis.workbookOffline = {
  hear(listener) {
    hear = listener;
    say(standing);
  },
  keep() {
    refuse(false);
    say({ kind: "filling", bytes: 0, total: 0 });
    keep();
  },
  remove() {
    remove().catch((error) => say({ kind: "failed", reason: `the copy could not be removed (${error.message})` }));
  },
};

if (!workers) {
  const reason = workbookParts.isSingle
    ? "this file is all there is to it"
    : isSecureContext
      ? "this browser keeps no pages in this window"
      : "this browser keeps pages offline only if they are served securely (https)";
  standing = { kind: "none", reason };
}
workers?.addEventListener("message", ({ data }) => {
  // While a version is kept, a newer one comes without a word until it is there.
  if (data?.offline && standing.kind !== "ready") say(data.offline);
});

/**
 * Watches for new versions, and shows a notice when there is one.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function follow(registration) {
  if (followed === registration) return;
  followed = registration;
  if (registration.waiting) offer(registration.waiting);
  const first = registration.installing;
  if (first && !registration.active) watchFirst(first);
  else if (registration.active) sayReady(registration.active);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    // Without an active version this is the first one, which is not news for the reader.
    if (!coming) return;
    if (!registration.active) return watchFirst(coming);
    coming.addEventListener("statechange", () => {
      if (coming.state === "installed") offer(coming);
    });
  });
}

let looked = Date.now();
document.addEventListener("visibilitychange", () => {
  if (document.hidden || !followed || Date.now() - looked < LOOK_AGAIN_AFTER) return;
  looked = Date.now();
  followed.update().catch((error) => console.info("No new version could be looked for:", error.message));
});

/**
 * Says how the first version fares.
 *
 * @param {ServiceWorker} first
 */
function watchFirst(first) {
  first.addEventListener("statechange", () => {
    if (first.state === "activated") sayReady(first);
    if (first.state === "redundant") say({ kind: "failed", reason: "a file did not come, or is not the one that belongs to this version" });
  });
}

/**
 * Says how much the store has.
 *
 * @param {ServiceWorker} version
 */
function sayReady(version) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => say({ kind: "ready", bytes: data });
  version.postMessage("how much", [port2]);
}

/**
 * Asks a waiting version to take over, which it does unless the workbook is open in another tab. The page is loaded
 * anew once it has.
 *
 * @param {ServiceWorker} version
 * @returns {Promise<boolean>} whether it takes over
 */
function takeOver(version) {
  version.addEventListener("statechange", () => {
    if (version.state === "activated") location.reload();
  });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(resolve, ANSWER_WITHIN, false);
    version.postMessage("take over if alone", [port2]);
  });
}

/**
 * Shows the notice about a new version.
 *
 * @param {ServiceWorker} version
 */
function offer(version) {
  document.querySelector(".new-version")?.remove();
  const notice = document.createElement("div");
  notice.className = "new-version";
  notice.setAttribute("role", "status");
  document.body.append(notice);
  const text = document.createElement("p");
  const reload = button("Reload", async () => {
    // The version does not wait any more: it has taken over by itself, when no page of the old version was open.
    if (version.state !== "installed") location.reload();
    else if (!(await takeOver(version))) text.textContent = "The new version comes when the workbook is closed in its other tabs.";
  });
  // Screen readers announce a text that is put into a status region that is on the page already.
  text.textContent = "A new version is ready: reload when you like.";
  notice.append(text, reload, button("Close", () => notice.remove()));
}

/**
 * Makes a button.
 *
 * @param {string} name
 * @param {() => void} press is called when the button is pressed
 */
function button(name, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", press);
  return button;
}
