// Long work is done a piece at a time, so that other tasks may come in between. A timer is no way to ask for the next task:
// browsers let the timers of a page in the background fire once a second or less, and a workbook that is opened in a new tab
// would take a second for each piece of its page. Messages are not held back.

const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();

/**
 * Resolves in a task of its own.
 *
 * @returns {Promise<void>}
 */
export function nextTask() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });
}

/** src/app/browser/task.rs calls it. */
globalThis.workbookNextTask = nextTask;
