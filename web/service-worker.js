// The service worker: stores the files of one build, so that the workbook opens without a network after the first
// visit.
//
// xtask puts the list of the build's files, with their hashes and sizes, and the names of the pages' files before this
// script. The browser compares each file with its hash. So if a server is just being given a new version, none of its files get in among those of the old
// one.

import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";

/** @typedef {import("workbox-precaching").PrecacheEntry & { bytes: number }} File */
/** @typedef {ServiceWorkerGlobalScope & { WORKBOOK_FILES: File[], WORKBOOK_PAGES: string[] }} Scope */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
const files = scope.WORKBOOK_FILES;
/** How many bytes they have. */
const total = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
const controller = new PrecacheController();
controller.addToCacheList(files);

scope.addEventListener("install", (event) => event.waitUntil(fill(event)));
scope.addEventListener("activate", (event) => event.waitUntil(controller.activate(event)));
/** Whether the reader has removed the offline copy: then nothing is answered or kept any more. */
let isRemoved = false;
const route = new PrecacheRoute(controller);
const match = route.match;
route.match = (options) => (isRemoved ? undefined : match(options));
registerRoute(route);
// A page's own file is the workbook with that page (web/before.js). Whatever else is below this folder belongs to others.
const pages = new Set(scope.WORKBOOK_PAGES.map((name) => new URL(encodeURIComponent(name), scope.registration.scope).pathname));
registerRoute(
  ({ request, url }) => !isRemoved && request.mode === "navigate" && url.origin === location.origin && pages.has(url.pathname),
  controller.createHandlerBoundToURL("index.html"),
);

/**
 * Fills the store. The page has fetched most of the files a moment ago, and the browser has them in its own cache, whatever
 * the server has said about how long they may be used: so they are taken from there. A file that is not there comes from the
 * server. One whose hash is another one is fetched once more, past all caches; if that does not help, nothing is stored.
 *
 * @param {ExtendableEvent} event
 */
async function fill(event) {
  const cache = await caches.open(controller.strategy.cacheName);
  let filled = 0;
  for (const { url, integrity, bytes } of files) {
    if (isRemoved) throw new Error("the offline copy was removed");
    const key = controller.getCacheKeyForURL(url);
    if (key && integrity && !(await cache.match(key))) {
      const known = await fetch(url, { cache: "force-cache", credentials: "same-origin", integrity }).catch(() => undefined);
      if (known?.ok && !known.redirected) await cache.put(key, known);
    }
    filled += bytes ?? 0;
    await tell({ kind: "filling", bytes: filled, total });
  }
  await controller.install(event);
}

/**
 * Tells all pages of the workbook how far it is.
 *
 * @param {object} standing
 */
async function tell(standing) {
  for (const page of await scope.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (page.url.startsWith(scope.registration.scope)) page.postMessage({ offline: standing });
  }
}

scope.addEventListener("message", (event) => {
  const page = /** @type {Client} */ (event.source);
  // A page fetches some of its files late, and files of two versions must not be mixed. So a new version takes over only
  // when no page of the old version is open, or when the only page asks for it and is then loaded anew.
  if (event.data === "take over if alone") event.waitUntil(takeOverFrom(page, event.ports[0]));
  if (event.data === "keep nothing") isRemoved = true;
  if (event.data === "how much") event.ports[0].postMessage(total);
});

/**
 * Takes over if no other page of the workbook is open.
 *
 * @param {Client} page the page that asks
 * @param {MessagePort} answer where it waits for the answer: whether this version takes over
 */
async function takeOverFrom(page, answer) {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const alone = windows.every(({ id, url }) => id === page.id || !url.startsWith(scope.registration.scope));
  answer.postMessage(alone);
  if (alone) await scope.skipWaiting();
}
