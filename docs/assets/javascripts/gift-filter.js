/** Which gifts are shown, and in which order; and both as the fragment of an address: #q=lion&from=100&sort=-coins */

/** `from` and `to`: coins, as typed; `sort`: a column of `COLUMNS`, with "-" for the highest first.
 * @typedef {{ q: string, from: string, to: string, sort: string }} Wish */
/** @typedef {{ words: string, numbers: readonly number[], cells: readonly string[] }} Gift `words`: its name made plain; `numbers`: coins first */

export const COLUMNS = ["gift", "coins", "web", "app", "keeps", "sure"];
/** What the page is built with. @type {Readonly<Wish>} */
export const ALL = { q: "", from: "", to: "", sort: "coins" };

const LONGEST = 60;

/**
 * As people type names: small letters, no accents, no signs.
 * @param {string} text
 */
export function plain(text) {
  const letters = text.normalize("NFD").replace(/[\p{M}'’]/gu, "");
  return letters.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, " ").trim();
}

const GROUPS = /^\d{1,3}([ ,.'’])\d{3}(?:\1\d{3})*$/;
const SHORT = /^(\d+)(?:[.,](\d{1,2}))? ?([km])$/;
const ZEROS = { k: 3, m: 6 };

/**
 * @param {string} text "1000", "1,000", "1.5k"
 * @returns {number | null} null for no text; NaN for what is no number of coins. Neither sets a limit
 */
export function coins(text) {
  // Also makes full-width digits plain, and narrow spaces too.
  const typed = text.normalize("NFKC").trim().toLowerCase();
  if (typed === "") return null;
  const [, whole = "", part = "", unit] = SHORT.exec(typed) ?? [];
  const plainDigits = GROUPS.test(typed) ? typed.replace(/\D/g, "") : typed;
  const digits = unit ? whole + part.padEnd(ZEROS[/** @type {"k" | "m"} */ (unit)], "0") : plainDigits;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : NaN;
}

/** @param {string} text @param {number} otherwise */
function limit(text, otherwise) {
  const typed = coins(text);
  return typed === null || Number.isNaN(typed) ? otherwise : typed;
}

/**
 * @param {Wish} wish
 * @returns {(gift: Gift) => boolean} true where every word is in the name, or is its number of coins
 */
export function fits({ q, from, to }) {
  const words = plain(q.replace(/(\d),(?=\d)/g, "$1")).split(" ");
  const [least, most] = [limit(from, 0), limit(to, Infinity)];
  return ({ words: name, numbers: [price = 0] }) =>
    price >= least && price <= most && words.every((word) => name.includes(word) || word === String(price));
}

/**
 * @param {string} sort
 * @returns {(one: Gift, other: Gift) => number}
 */
export function order(sort) {
  const column = COLUMNS.indexOf(sort.replace("-", ""));
  const sign = sort.startsWith("-") ? -1 : 1;
  // Between the name and the grade all columns are numbers.
  if (column > 0 && column < COLUMNS.length - 1) return (one, other) => sign * ((one.numbers[column - 1] ?? 0) - (other.numbers[column - 1] ?? 0));
  return (one, other) => sign * (one.cells[column] ?? "").localeCompare(other.cells[column] ?? "", "en");
}

/**
 * @param {Wish} wish
 * @returns {string} with "#", or "" for all gifts in the order of the page
 */
export function encodeWish(wish) {
  const keys = /** @type {(keyof Wish)[]} */ (Object.keys(ALL));
  const said = keys.filter((key) => wish[key].trim() !== ALL[key]).map((key) => [key, wish[key].trim()]);
  return said.length > 0 ? `#${new URLSearchParams(said)}` : "";
}

/**
 * Never throws; an anchor, as "#lion", wishes for all gifts.
 * @param {string} hash
 * @returns {Wish}
 */
export function decodeWish(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (/** @type {string} */ key) => (said.get(key) ?? "").slice(0, LONGEST);
  const sort = text("sort");
  return { q: text("q"), from: text("from"), to: text("to"), sort: COLUMNS.includes(sort.replace("-", "")) ? sort : ALL.sort };
}
