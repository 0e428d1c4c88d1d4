// What a page needs on paper and not on a screen. Before it is printed, what should happen in cells that were not run, and
// what lenses show that have drawn nothing, is opened, and each link that leads out gets a number, with its address at the
// page's end. Afterwards all of that is gone again. The rest of a handout is style (web/style/print.css).

/** What was opened. */
/** @type {HTMLDetailsElement[]} */
let opened = [];

/** Where a link leads, as it is told on paper; nothing for a place on the same page. */
function told(/** @type {HTMLAnchorElement} */ link) {
  const address = link.getAttribute("href") ?? "";
  if (/^(https?|mailto):/.test(address)) return address.replace(/^mailto:/, "");
  const page = address.split("/").slice(0, 2).join("/");
  const pages = link.closest(".desk")?.querySelectorAll("nav[aria-label=Pages] a") ?? [];
  const listed = [...pages].find((other) => [page, address.split("#")[0]].includes(other.getAttribute("href") ?? ""));
  if (!listed || listed.getAttribute("aria-current") === "page") return undefined;
  const number = listed.parentElement?.querySelector(".page-number")?.textContent;
  return `Page ${number}, ${listed.textContent}`;
}

export function prepare() {
  restore();
  for (const place of document.querySelectorAll(".cell, section.lens")) {
    const expected = place.querySelector(":scope > .expected");
    const hasRun = place.querySelector("[role=log], .lens-drawing")?.textContent;
    if (expected instanceof HTMLDetailsElement && !expected.open && !hasRun) {
      expected.open = true;
      opened.push(expected);
    }
  }
  for (const article of document.querySelectorAll("article.page")) {
    /** @type {string[]} */
    const notes = [];
    for (const link of article.querySelectorAll("a[href]")) {
      if (!(link instanceof HTMLAnchorElement) || link.closest(".neighbours, .take-along, .term-card") || link.classList.contains("term")) continue;
      const where = told(link);
      if (!where || link.textContent?.includes(where)) continue;
      if (!notes.includes(where)) notes.push(where);
      const mark = document.createElement("sup");
      mark.dataset.print = "";
      mark.textContent = String(notes.indexOf(where) + 1);
      link.after(mark);
    }
    if (notes.length === 0) continue;
    const list = document.createElement("ol");
    list.dataset.print = "";
    for (const note of notes) list.append(Object.assign(document.createElement("li"), { textContent: note }));
    article.append(list);
  }
}

function restore() {
  for (const details of opened) details.open = false;
  opened = [];
  for (const added of document.querySelectorAll("[data-print]")) added.remove();
}

addEventListener("beforeprint", prepare);
// The handout stays as it is on paper.
if (document.documentElement.dataset.handout === undefined) addEventListener("afterprint", restore);
