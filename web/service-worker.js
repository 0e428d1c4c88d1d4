// The service worker: stores the files of one build, so that the workbook opens without a network after the first
// visit.
//
// xtask puts the list of the build's files, with their hashes, before this script. The browser compares each file with
// its hash. So if a server is just being given a new version, none of its files get in among those of the old one.

import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

/** @typedef {ServiceWorkerGlobalScope & { WORKBOOK_FILES: import("workbox-precaching").PrecacheEntry[] }} Scope */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));

// The page has fetched most of the files a moment ago, and the browser has them in its cache. The server is only asked
// whether they are still the same. Without this plugin workbox would download all of them again.
addPlugins([
  {
    requestWillFetch: async ({ request, event }) => (event?.type === "install" ? new Request(request, { cache: "no-cache" }) : request),
  },
]);
precacheAndRoute(scope.WORKBOOK_FILES);
cleanupOutdatedCaches();

// A page fetches some of its files late, and files of two versions must not be mixed. So a new version takes over only
// when no page of the old version is open, or when the only page asks for it and is then loaded anew.
scope.addEventListener("message", (event) => {
  if (event.data !== "take over if alone") return;
  const page = /** @type {Client} */ (event.source);
  event.waitUntil(takeOverFrom(page, event.ports[0]));
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
