// While an author works: `cargo xtask serve` puts this into the page. Whenever the course has changed it is fetched, past
// the offline store, and handed to the desk; Python, outputs and edits stay as they are.

/** @param {number} after the version of the course that is shown */
async function follow(after) {
  for (;;) {
    const answer = await fetch(`live?after=${after}`);
    const version = answer.ok ? Number(await answer.text()) : NaN;
    if (Number.isNaN(version)) return;
    if (version > after) {
      after = version;
      const course = await fetch(`course.json?version=${version}`);
      dispatchEvent(new CustomEvent("workbook-course", { detail: await course.text() }));
    }
  }
}

follow(0).catch(() => console.info("The workbook's server has gone; edits are no longer followed."));
