/** Why a start failed, in the words of the protocol. */

/** A file of the runtime did not arrive. */
export class DownloadError extends Error {}

/**
 * @param {unknown} error
 * @returns {{reason: import("./messages.js").Reason, message: string}}
 */
export function describe(error) {
  return { reason: error instanceof DownloadError ? "download" : "start", message: String(error) };
}
