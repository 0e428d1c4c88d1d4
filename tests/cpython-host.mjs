// What the guest's host does for `isolation`, for cpython.mjs and cpython-scripts.mjs.

import { Worker } from "node:worker_threads";

/** How long another interpreter may take to start; that is no part of a program's time. */
const START = 60_000;

/**
 * What the guest's host does for `isolation`: a program in an interpreter of its own, ended when its time is over.
 * @param {string} request JSON
 * @returns {string} JSON
 */
export function elsewhere(request) {
  const { source, seconds } = JSON.parse(request);
  // [started, ended, length of the answer], then the answer.
  const shared = new SharedArrayBuffer(1 << 20);
  const state = new Int32Array(shared, 0, 3);
  const other = new Worker(new URL("cpython-elsewhere.mjs", import.meta.url), { workerData: { source, shared } });
  const started = Atomics.wait(state, 0, 0, START);
  const ended = Atomics.wait(state, 1, 0, seconds * 1000);
  other.terminate();
  if (started === "timed-out") throw new Error("another interpreter did not start");
  if (ended === "timed-out") return JSON.stringify({ late: true });
  return new TextDecoder().decode(new Uint8Array(shared, 12, state[2]).slice());
}
