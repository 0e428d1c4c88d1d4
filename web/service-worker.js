// Keeps exactly the build's files, so that the workbook opens without a network after the first visit.
// xtask puts the list of files with their hashes before this script. The browser compares each file with its hash: while a
// server is being given a new version, nothing of it gets in among the files of the old one.

import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

/** @typedef {ServiceWorkerGlobalScope & { WORKBOOK_FILES: import("workbox-precaching").PrecacheEntry[] }} Scope */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));

// The page has fetched most of them a moment ago. The server is only asked whether they are still the same; workbox's own
// way is to fetch them all again.
addPlugins([
  {
    requestWillFetch: async ({ request, event }) => (event?.type === "install" ? new Request(request, { cache: "no-cache" }) : request),
  },
]);
precacheAndRoute(scope.WORKBOOK_FILES);
cleanupOutdatedCaches();

// Two versions must not be mixed, and a page fetches some of its files late. So a new one takes over when no page of the old
// one is open, or when the only page asks for it, which is then loaded anew.
scope.addEventListener("message", (event) => {
  if (event.data !== "take over if alone") return;
  const page = /** @type {Client} */ (event.source);
  event.waitUntil(takeOverFrom(page, event.ports[0]));
});

/**
 * @param {Client} page the one that asks
 * @param {MessagePort} answer
 */
async function takeOverFrom(page, answer) {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const alone = windows.every(({ id, url }) => id === page.id || !url.startsWith(scope.registration.scope));
  answer.postMessage(alone);
  if (alone) await scope.skipWaiting();
}
