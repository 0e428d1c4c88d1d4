// Follows an author's edits. `cargo xtask serve` puts this script into the page that it serves. Whenever the course has
// changed it is fetched, past the offline store, and handed to the desk; Python, outputs and edits stay as they are.

/**
 * Asks the server again and again for a newer version of the course. Ends when the server does not answer any more.
 *
 * @param {number} after the number of the version that the page shows
 */
async function follow(after) {
  for (;;) {
    const answer = await fetch(`live?after=${after}`);
    const version = answer.ok ? Number(await answer.text()) : NaN;
    if (Number.isNaN(version)) return;
    if (version > after) {
      after = version;
      const course = await fetch(`course.jsonl?version=${version}`);
      dispatchEvent(new CustomEvent("workbook-course", { detail: await course.text() }));
    }
  }
}

follow(0).catch(() => console.info("The workbook's server has gone; edits are no longer followed."));
