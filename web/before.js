// The text that the build has written into the page is there before any program is, and the reader may already do
// something with it. Once the desk is drawn, it takes the place of that text in one go, and what the reader has done
// meanwhile is done again there.
//
// The element `[data-before]` has that text, and `[data-desk]` is for the desk. Both are made by the same code
// (src/app/desk/view.rs), so nothing moves.

const root = document.documentElement;

/** The page whose text is in this document. */
let shown = root.dataset.page ?? "";
/** Whether this document has the texts of the other pages beside it, as files. */
const hasFiles = root.dataset.files !== undefined;

/**
 * What the reader has done before the desk was there: the elements, in order, with what was done.
 *
 * @type {{ path: number[], element: Element, does: "press" | "write" | "open" }[]}
 */
let done = [];
let isOver = false;

/** An address as its letters say; as it stands if it says none. */
function plain(/** @type {string | undefined} */ address) {
  try {
    return decodeURIComponent(address ?? "");
  } catch {
    return address ?? "";
  }
}

/** The page and the place on it that the address names; the page is empty for the first one. */
function route() {
  const [hash] = location.hash.split("?");
  const [, page = "", place = ""] = (/^#\/([^/]*)(?:\/(.*))?$/.exec(hash) ?? []).map(plain);
  return { page, place };
}

/** Where an element stands within `[data-before]`: the number among its siblings, for it and each element around it. */
function pathOf(/** @type {Element} */ element) {
  const path = [];
  for (let at = element; !at.hasAttribute("data-before"); at = at.parentElement ?? at) {
    if (!at.parentElement) return undefined;
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path;
}

/** The element of the desk in the place of one of the text, if it is of the same kind. */
function counterpart(/** @type {number[]} */ path, /** @type {Element} */ element) {
  /** @type {Element | undefined} */
  let at = document.querySelector("[data-desk]") ?? undefined;
  for (const number of path) at = at?.children[number];
  return at?.tagName === element.tagName && at.id === element.id && at.className === element.className ? at : undefined;
}

/**
 * Notes what the reader does.
 *
 * @param {Event} event
 * @param {"press" | "write" | "open"} does
 */
function note(event, does) {
  if (isOver || !(event.target instanceof Element)) return;
  const element = does === "press" ? event.target.closest("button") : event.target;
  const path = element?.closest("[data-before]") && pathOf(element);
  if (!element || !path) return;
  // Of a field only what is in it at the end counts.
  if (does === "write") done = done.filter((other) => other.element !== element);
  done.push({ path, element, does });
  root.dataset.used = "";
}
addEventListener("click", (event) => note(event, "press"), true);
addEventListener("input", (event) => note(event, "write"), true);
addEventListener("toggle", (event) => note(event, "open"), true);

/** Links in the text lead to files, so that they lead somewhere without JavaScript too. With it they change the address. */
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-before] a[href]:not([download], [target])");
  if (isOver || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const [, page, place] = /^([^/:#]+)\.html(?:#(.*))?$/.exec(link.getAttribute("href") ?? "") ?? [];
  if (!page) return;
  event.preventDefault();
  location.hash = page === "index" ? "#/" : place ? `#/${page}/${place}` : `#/${page}`;
});

/** Shows the text of the page that the address names, if another one's is here. */
async function showPage() {
  const { page } = route();
  const wanted = page || (root.dataset.first ?? "");
  if (isOver || wanted === "") return;
  if (wanted === shown) {
    delete root.dataset.awaits;
    return;
  }
  // Until its text is here, that of another page must not be read (web/style/base.css).
  root.dataset.awaits = "";
  // The offline store has the desk, which is there just as quickly.
  if (!hasFiles || isControlled()) return;
  const response = await fetch(`${encodeURIComponent(wanted)}.html`, { priority: "high" });
  const text = response.ok ? await response.text() : "";
  const other = new DOMParser().parseFromString(text, "text/html");
  const theirs = other.querySelector("[data-before]");
  const ours = document.querySelector("[data-before]");
  // A reader may have gone on meanwhile, and a file of another build has another form.
  if (isOver || !theirs || !ours || other.documentElement.dataset.build !== root.dataset.build || wanted !== (route().page || root.dataset.first)) return;
  ours.replaceWith(document.importNode(theirs, true));
  document.title = other.title;
  done = [];
  shown = wanted;
  delete root.dataset.awaits;
  scrollTo(0, 0);
  showPlace();
}

/** Whether a service worker answers for the server. A browser may refuse even the question, as it does in a frame that is shut off. */
function isControlled() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
}

/** A page's own file has the address of the workbook with that page from now on. */
function settleAddress() {
  const name = /([^/]+)\.html$/.exec(plain(location.pathname))?.[1];
  // The service worker answers with the first page, whatever page's file is asked for.
  const isPage = name === shown || (name !== "index" && hasFiles && isControlled());
  if (!hasFiles || !name || !isPage || location.hash.startsWith("#/")) return;
  const place = location.hash.slice(1);
  try {
    history.replaceState(null, "", `./${location.search}#/${name}${place && `/${place}`}`);
  } catch {
    // A page from file:// keeps its file's name.
    location.hash = `#/${name}${place && `/${place}`}`;
  }
}

/** Shows how much of the interpreter has come; the desk does so itself once it is drawn. */
export function tellProgress(/** @type {number} */ received) {
  const status = !isOver && document.querySelector("[data-before] [data-python]");
  const total = Number(root.dataset.guest);
  if (status && total) status.textContent = `Python is loading: ${(received / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`;
}

/**
 * Resolves once the browser has painted the text. Whatever a program does before that, the reader would wait for: compiling
 * takes all that a small computer has.
 *
 * @type {Promise<void>}
 */
export const isPainted = new Promise((resolve) => {
  // A page in the background is not painted.
  setTimeout(resolve, 1000);
  const paint = () => requestAnimationFrame(() => setTimeout(resolve));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", paint);
  else paint();
});

/** If the desk has not taken over after this many milliseconds, nothing waits for it any more. */
const LATEST = 5_000;
/** @type {() => void} */
let tellTakenOver = () => {};

/**
 * Resolves once the desk has taken over. The interpreter is compiled only then: that takes all that a small computer has,
 * for a second or more, and the reader would wait for the desk.
 *
 * @type {Promise<void>}
 */
export const isTakenOver = new Promise((resolve) => {
  tellTakenOver = resolve;
  setTimeout(resolve, LATEST);
});

/** Puts the desk in the place of the text, once it is drawn. The desk calls this each time that it has drawn something. */
globalThis.workbookTakeOver = () => {
  const before = document.querySelector("[data-before]");
  const desk = document.querySelector("[data-desk]");
  if (isOver || !(desk instanceof HTMLElement) || !desk.querySelector("main [data-drawn=all], main .notice")) return;
  isOver = true;
  // What was done on the text of another page is nothing for this one.
  const isSame = !("awaits" in root.dataset);
  if (!isSame) done = [];
  delete root.dataset.awaits;
  const active = isSame && document.activeElement?.closest("[data-before]") ? document.activeElement : undefined;
  const focus = active && { path: pathOf(active), element: active };
  if (before && isSame) ease(before, desk);
  before?.remove();
  desk.hidden = false;
  if (focus?.path) {
    const heir = counterpart(focus.path, focus.element);
    if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
  }
  setTimeout(tellTakenOver);
  // The desk is in the middle of drawing; what follows are events for it.
  setTimeout(() => {
    const todo = done;
    done = [];
    for (const { path, element, does } of todo) doAgain(counterpart(path, element), element, does);
  });
};

/** Does something when nothing else is to be done. Safari has no such callback. */
function whenIdle(/** @type {() => void} */ task) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(task, { timeout: 500 });
  else setTimeout(task, 16);
}

/**
 * The blocks of a page's text that may be laid out by themselves: nothing in them has a margin that reaches out, and none gets
 * a scroll bar from what is in it.
 */
const BLOCKS = "article.page > .terms > :is(p, h2, h3, h4, .cell, .exercise, figure, svg, ul:not(:has(> li > p)), ol:not(:has(> li > p)))";
/** How many of them are laid out in one task, once the desk is there. */
const AT_ONCE = 3;

/**
 * Has the browser lay out only what is in sight when the desk takes over, and the rest bit by bit after that. How high the
 * rest will be is known from the text in its place.
 *
 * @param {Element} before
 * @param {Element} desk
 */
function ease(before, desk) {
  const olds = [...before.querySelectorAll(BLOCKS)];
  const news = /** @type {HTMLElement[]} */ ([...desk.querySelectorAll(BLOCKS)]);
  if (olds.length !== news.length) return;
  // What is asked for is the height within border and padding.
  const heights = olds.map((old) => {
    const { borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = getComputedStyle(old);
    const around = [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom].map(parseFloat);
    return around.reduce((height, side) => height - side, old.getBoundingClientRect().height);
  });
  news.forEach((block, number) => {
    block.style.contentVisibility = "auto";
    block.style.containIntrinsicHeight = `${heights[number]}px`;
  });
  const release = () => {
    for (const block of news.splice(0, AT_ONCE)) {
      block.style.removeProperty("content-visibility");
      block.style.removeProperty("contain-intrinsic-height");
      if (block.getAttribute("style") === "") block.removeAttribute("style");
    }
    if (news.length > 0) whenIdle(release);
  };
  whenIdle(release);
}

/**
 * Does with an element of the desk what the reader has done with the element of the text in its place.
 *
 * @param {Element | undefined} heir
 * @param {Element} element
 * @param {"press" | "write" | "open"} does
 */
function doAgain(heir, element, does) {
  if (heir instanceof HTMLButtonElement && does === "press" && heir.textContent === element.textContent) heir.click();
  if (heir instanceof HTMLDetailsElement && element instanceof HTMLDetailsElement && does === "open") heir.open = element.open;
  if (does !== "write" || !isField(heir) || !isField(element)) return;
  if (element instanceof HTMLInputElement && heir instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)) {
    if (heir.checked !== element.checked) heir.click();
    return;
  }
  if (element instanceof HTMLInputElement && element.type === "file") return;
  // What this reader has written at an earlier visit is not in the text, but is in the desk: it stays, and the new goes below.
  heir.value = heir instanceof HTMLTextAreaElement && heir.value ? `${heir.value}\n${element.value}` : element.value;
  heir.dispatchEvent(new Event("input", { bubbles: true }));
  heir.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Whether something is a field that a reader fills in.
 *
 * @param {unknown} it
 * @returns {it is HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement}
 */
function isField(it) {
  return it instanceof HTMLTextAreaElement || it instanceof HTMLInputElement || it instanceof HTMLSelectElement;
}

/** Shows the text of the page that the address names; the desk shows it if that can't be had. */
function bring() {
  showPage().catch((error) => console.info("The page's text comes with the desk:", error.message));
}

/** Brings the place that the address names into view. */
function showPlace() {
  const { page, place } = route();
  if (!isOver && place && (page === shown || page === "")) document.getElementById(place)?.scrollIntoView();
}

settleAddress();
addEventListener("DOMContentLoaded", showPlace);
addEventListener("hashchange", () => {
  showPlace();
  bring();
});
bring();
addEventListener("workbook-not-started", () => {
  delete root.dataset.awaits;
});
