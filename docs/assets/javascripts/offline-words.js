/** The sentences about versions and the network; as in words.js, a translation adds one table. */

const ENGLISH = {
  offline: "You seem to be offline. Pages and calculators you have used still work.",
  newVersion: "There is a new version of this site. Your numbers are kept.",
  gone: "This page is from an earlier version of the site, and its calculator is no longer there. Your numbers are kept.",
  reload: "Reload",
};

/** @typedef {typeof ENGLISH} OfflineWords */

/** @type {Record<string, OfflineWords>} */
const LANGUAGES = { en: ENGLISH };

/**
 * @param {string} language a BCP 47 tag
 * @returns {OfflineWords}
 */
export function offlineWordsFor(language) {
  return LANGUAGES[language.toLowerCase().split("-")[0] ?? ""] ?? ENGLISH;
}
