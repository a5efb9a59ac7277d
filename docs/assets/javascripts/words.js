/**
 * Every sentence the browser code itself shows. All other words come from Python's templates, those of the tools too;
 * these cannot, since they are about Python not being there. A translation adds one table here.
 */

const ENGLISH = {
  /** @param {string} size such as "3.4 MB" */
  preparing: (size) => (size ? `Getting the calculator ready: ${size}, once.` : "Getting the calculator ready."),
  starting: "Starting the calculator.",
  stopped: "Stopped. Your numbers are kept; the calculator can be fetched whenever you like.",
  staleStart: "This result is still for the starting numbers, not for yours.",
  staleEarlier: "This result is for your earlier numbers.",
  /** @param {string} size of what has to be fetched first */
  bringUpToDate: (size) => `“Calculate” brings it up to date${size && ` (fetches ${size}, once)`}.`,
  /** @param {string} keys */
  ignored: (keys) => `Some of what the link or file held is not known here and was left out: ${keys}.`,
  /**
   * What a link or a saved scenario says of itself, beside what comes out here.
   * @param {{ version: string, headline?: string }} made
   * @param {string | undefined} here version of this page
   * @param {string | undefined} now
   */
  made: ({ version, headline }, here, now) =>
    `Made with version ${version}${headline ? `, which said ${headline}${now ? `; now: ${now}` : ""}` : `; this page has version ${here}`}.`,
  shared: "Some numbers are those you typed into another calculator.",
  partial: "This holds, but what you asked beside it is not worked out yet.",
  notCalculated: "That could not be calculated just now. Your numbers are kept.",
  /** @param {number} count of figures that the reader has replaced */
  overrides: (count) => `${count} of your own`,
  reset: "Back to the starting numbers.",
  failed: {
    offline: "You seem to be offline, so the calculator could not be fetched. Your numbers are kept; the result is still the one before.",
    download: "The calculator could not be fetched. Your numbers are kept; the result is still the one before.",
    start:
      "The calculator could not start here. Your numbers are kept. Inside another app, opening this page in your browser often helps.",
    internal: "The calculator stopped unexpectedly. Your numbers are kept.",
    quiet: "Fetching the calculator has stalled. Your numbers are kept.",
    slow: "The calculation took too long and was stopped. Your numbers are kept.",
    missing: "This copy of the site came without its calculator. The result shown and the examples still work.",
  },
};

/** @typedef {typeof ENGLISH} Words */
/** @typedef {Exclude<keyof Words["failed"], "offline">} FailureReason */

/** @type {Record<string, Words>} */
const LANGUAGES = { en: ENGLISH };

/**
 * @param {string} language a BCP 47 tag, as in <html lang>
 * @returns {Words}
 */
export function wordsFor(language) {
  return LANGUAGES[language.toLowerCase().split("-")[0] ?? ""] ?? ENGLISH;
}
