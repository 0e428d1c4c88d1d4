// What is wrong with an answer of the server, for the page and for the worker that downloads the guest.

/**
 * Why a file can't be used, if what has come is not the file. Networks with a sign-in page answer everything with it.
 *
 * @param {Response} response
 * @returns {string | undefined} a part of a sentence
 */
export function refusal(response) {
  if (!response.ok) return `the server answered ${response.status}`;
  const isPage = /^text\/html\b/.test(response.headers.get("content-type") ?? "");
  return isPage ? "a page came in its place; does this network want you to sign in?" : undefined;
}
