/**
 * Named scenarios as one JSON text, for the device's storage and for a file to carry to another device:
 *
 *     {"format": "do-likes-pay scenarios", "formatVersion": 1, "scenarios": [{"name": "Fridays", "link": "#c=gift-earnings&…"}]}
 *
 * Each scenario is kept as its link, so that there is one codec to trust. Whoever wrote a file is not trusted: sizes are
 * bounded, nothing of it is run, and what is not understood is named.
 */

import { decodeLink, encodeLink } from "./link.js";

/** @import { LinkState } from "./link.js" */
/** @typedef {{ name: string, state: LinkState }} Scenario */
/**
 * `problem`: why nothing could be read.
 * @typedef {{ scenarios: Scenario[], ignored: string[], problem?: "unreadable" | "newer" | "large" }} FileContent
 */

const FORMAT = "do-likes-pay scenarios";
const FORMAT_VERSION = 1;
/** In characters, but for the file's bytes and the number of scenarios. */
export const LIMITS = { bytes: 4_000_000, file: 1_000_000, scenarios: 200, name: 60, reportedKey: 40, reported: 8 };
/** Line breaks, and signs that turn the direction of the text around them, have no place in a name. */
const UNFIT = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * @param {Scenario[]} scenarios
 * @returns {string}
 */
export function encodeFile(scenarios) {
  const entries = scenarios.map(({ name, state }) => ({ name, link: encodeLink(state) }));
  return JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, scenarios: entries }, null, 2);
}

/** The characters of a file around its scenarios. */
const AROUND = encodeFile([]).length + 2;

/**
 * @param {Scenario[]} scenarios
 * @returns {number} characters of their file, if there are any: that of each alone may be added up
 */
export function sizeOf(scenarios) {
  return scenarios.reduce((sum, each) => sum + encodeFile([each, each]).length - encodeFile([each]).length, AROUND);
}

/**
 * @param {Scenario} scenario
 * @returns {boolean} whether its link brings all of it back: a link is bounded, and marks of many scripts count nine times
 */
export function isWhole({ state }) {
  const read = decodeLink(encodeLink(state)).state;
  /** @param {"inputs" | "figures"} part */
  const isThere = (part) => Object.entries(state[part]).every(([name, text]) => text === "" || read?.[part][name] === text);
  return isThere("inputs") && isThere("figures") && read?.slug === state.slug;
}

/**
 * Never throws.
 * @param {string} text
 * @returns {FileContent}
 */
export function decodeFile(text) {
  if (text.length > LIMITS.file) return { scenarios: [], ignored: [], problem: "large" };
  const file = parsed(text);
  if (file?.format !== FORMAT || !Array.isArray(file.scenarios)) return { scenarios: [], ignored: [], problem: "unreadable" };
  if (file.formatVersion !== FORMAT_VERSION) return { scenarios: [], ignored: [], problem: "newer" };
  const ignored = new Set(unknownKeys(file, ["format", "formatVersion", "scenarios"]));
  const read = file.scenarios.slice(0, LIMITS.scenarios).map((/** @type {unknown} */ entry) => scenarioOf(entry, ignored));
  if (file.scenarios.length > LIMITS.scenarios) ignored.add(`#${LIMITS.scenarios + 1}…`);
  const scenarios = read.filter((/** @type {Scenario | null} */ scenario) => scenario !== null);
  return { scenarios, ignored: [...ignored].slice(0, LIMITS.reported) };
}

/**
 * @param {string} text
 * @returns {string} fit to be a scenario's name; may be empty
 */
export function nameOf(text) {
  return [...text.replace(UNFIT, " ").trim()].slice(0, LIMITS.name).join("").trim();
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {object} found @param {string[]} known */
function unknownKeys(found, known) {
  return Object.keys(found).filter((key) => !known.includes(key)).map((key) => key.slice(0, LIMITS.reportedKey));
}

/**
 * @param {any} entry
 * @param {Set<string>} ignored gets what of the entry is not understood
 * @returns {Scenario | null}
 */
function scenarioOf(entry, ignored) {
  const name = typeof entry?.name === "string" ? nameOf(entry.name) : "";
  const { state, ignored: unread } = decodeLink(typeof entry?.link === "string" ? entry.link : "");
  for (const key of unread) ignored.add(key);
  if (!name || !state) {
    ignored.add(name || "?");
    return null;
  }
  for (const key of unknownKeys(entry, ["name", "link"])) ignored.add(key);
  return { name, state };
}
