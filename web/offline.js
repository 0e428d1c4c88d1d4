// The offline store, where a browser offers one (not from file://, not on plain http), and the change to a new version.
//
// A page stays with the version it was loaded from. A new one is fetched beside it and waits until no page of the old one is
// left; or it takes over from the only page there is, which is then loaded anew: as soon as it is opened, or when the reader
// presses the button.

/** Python is ready after so many milliseconds, or there is no point in waiting for it with everything else. */
const READY_WITHIN = 20_000;
/** A version that waits answers within so many milliseconds, or it is of another make and does not know the question. */
const ANSWER_WITHIN = 1_000;
/** A version that has said that it takes over does so within so many milliseconds, or the page goes on without it. */
const ACTIVE_WITHIN = 5_000;
/** A tab may stay open for weeks: it looks for a new version when the reader comes back to it, after so many milliseconds. */
const LOOK_AGAIN_AFTER = 3_600_000;

/** Browsers give it to secure pages only. */
const workers = location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

/** If a new version waits and this is the workbook's only page: has it take over. The page is loaded anew then. */
export async function takeOverIfAlone() {
  if (!workers?.controller) return;
  const registration = await workers.getRegistration();
  if (registration?.waiting && (await takeOver(registration.waiting))) {
    await new Promise((resolve) => setTimeout(resolve, ACTIVE_WITHIN));
  }
}

/** Keeps the workbook's files, once they have come and Python runs: the browser has them in its own cache then. */
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
 * Says when there is a new version.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function follow(registration) {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    // The first version of all is no new one.
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
 * Has a version take over and loads the page anew, unless the workbook is open elsewhere; tells whether it does.
 *
 * @param {ServiceWorker} version
 * @returns {Promise<boolean>}
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

/** @param {ServiceWorker} version */
function offer(version) {
  document.querySelector(".new-version")?.remove();
  const notice = document.createElement("div");
  notice.className = "new-version";
  notice.setAttribute("role", "status");
  document.body.append(notice);
  const text = document.createElement("p");
  const reload = button("Reload", async () => {
    // With no page of the old version it needed no word to take over.
    if (version.state !== "installed") location.reload();
    else if (!(await takeOver(version))) text.textContent = "The new version comes when the workbook is closed in its other tabs.";
  });
  // What is put into a region that is there already is read out.
  text.textContent = "A new version is ready: reload when you like.";
  notice.append(text, reload, button("Close", () => notice.remove()));
}

/**
 * @param {string} name
 * @param {() => void} press
 */
function button(name, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", press);
  return button;
}
