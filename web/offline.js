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

/** The page's service workers; undefined where the browser gives none. */
const workers = location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

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
  if (!workers) return;
  const ready = new Promise((resolve) => {
    setTimeout(resolve, READY_WITHIN);
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("workbook-ready").length > 0) resolve(undefined);
    });
    observer.observe({ type: "mark", buffered: true });
  });
  ready
    .then(() => workers.register("service-worker.js"))
    .then(follow)
    .catch((error) => console.info("The workbook will not open offline:", error.message));
}

/**
 * Watches for new versions, and shows a notice when there is one.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function follow(registration) {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    // Without an active version this is the first one, which is not news for the reader.
    if (!coming || !registration.active) return;
    coming.addEventListener("statechange", () => {
      if (coming.state === "installed") offer(coming);
    });
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < LOOK_AGAIN_AFTER) return;
    looked = Date.now();
    registration.update().catch((error) => console.info("No new version could be looked for:", error.message));
  });
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
