/**
 * Sizes in words a reader knows from their phone bill. JavaScript rounds nothing else: the other numbers it writes are
 * counts, as they are (words.js, gift-finder.js, output.js). Everything about money comes finished from Python.
 */

const MEGA = 1_000_000;

/**
 * @param {number} bytes
 * @returns {string} "3.4 MB"; empty where the size is unknown
 */
export function megabytes(bytes) {
  return bytes > 0 ? `${inMega(bytes)} MB` : "";
}

/**
 * @param {number} loaded bytes
 * @param {number} total bytes
 * @returns {string} "1.2 of 3.4 MB"
 */
export function progressText(loaded, total) {
  if (!(total > 0)) return megabytes(loaded);
  return `${inMega(Math.min(Math.max(loaded, 0), total))} of ${inMega(total)} MB`;
}

/** @param {number} bytes */
function inMega(bytes) {
  return (bytes / MEGA).toFixed(1);
}
