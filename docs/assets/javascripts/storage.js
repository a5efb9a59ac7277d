/**
 * What the reader typed, kept on their own device so that a reload loses nothing. In-app browsers and private
 * windows may refuse storage, by an exception even on looking at it: then nothing is kept and nothing breaks.
 */

import { BESIDE } from "./form-state.js";

/** @import { Values } from "./protocol.js" */
/** @typedef {Values & { example?: string }} Kept */

// Every project of one GitHub Pages account shares an origin, so keys carry the project's name.
const PREFIX = "do-likes-pay:";
const INPUTS = `${PREFIX}inputs:`;
const SHARED = `${PREFIX}shared`;
const SAVED = `${PREFIX}saved`;

export class Keeper {
  #storage;
  /** A probe may fit where what the reader typed does not. */ #isFull = false;

  /** @param {() => Storage} storage looked up at each use, since the look itself may throw */
  constructor(storage = () => globalThis.localStorage) {
    this.#storage = storage;
  }

  /** Whether the device takes what it is given: some apps let pages look, but not write; and it may be full. */
  get isLasting() {
    if (this.#isFull) return false;
    const probe = `${PREFIX}probe`;
    return (
      this.#attempt((storage) => {
        storage.setItem(probe, "");
        storage.removeItem(probe);
        return true;
      }) ?? false
    );
  }

  /**
   * @param {string} slug
   * @returns {Kept | null}
   */
  load(slug) {
    return this.#attempt((storage) => asKept(JSON.parse(storage.getItem(INPUTS + slug) ?? "null"))) ?? null;
  }

  /**
   * @param {string} slug
   * @param {Kept} kept
   * @returns {boolean} whether it will be there next time
   */
  save(slug, kept) {
    const isKept = this.#attempt((storage) => storage.setItem(INPUTS + slug, JSON.stringify(kept)) ?? true) ?? false;
    this.#isFull = !isKept;
    return isKept;
  }

  /** @param {string} slug */
  remove(slug) {
    this.#attempt((storage) => storage.removeItem(INPUTS + slug));
  }

  /** @returns {Record<string, string>} inputs that several calculators have, by name */
  loadShared() {
    const found = this.#attempt((storage) => JSON.parse(storage.getItem(SHARED) ?? "{}"));
    return isTexts(found) ? found : {};
  }

  /** @param {Record<string, string>} shared */
  saveShared(shared) {
    const isEmpty = Object.keys(shared).length === 0;
    this.#attempt((storage) => (isEmpty ? storage.removeItem(SHARED) : storage.setItem(SHARED, JSON.stringify(shared))));
  }

  /** @returns {string | null | undefined} the file of saved scenarios; undefined where the browser refuses */
  loadFile() {
    return this.#attempt((storage) => storage.getItem(SAVED));
  }

  /**
   * @param {string} text
   * @returns {boolean} whether it will be there next time
   */
  saveFile(text) {
    return this.#attempt((storage) => storage.setItem(SAVED, text) ?? true) ?? false;
  }

  /** Leaves nothing of this site on the device, and nothing of its neighbours touched. */
  forgetEverything() {
    this.#attempt((storage) => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key);
    });
  }

  /**
   * @template Value
   * @param {(storage: Storage) => Value} use
   * @returns {Value | undefined}
   */
  #attempt(use) {
    try {
      return use(this.#storage());
    } catch {
      return undefined;
    }
  }
}

/**
 * Another version of the site, or another page of the same origin, may have written something else.
 * @param {any} found
 * @returns {Kept | null}
 */
function asKept(found) {
  if (!isTexts(found?.inputs) || !isTexts(found?.figures)) return null;
  const { inputs, figures, ...others } = found;
  const names = ["example", ...BESIDE].filter((name) => typeof others[name] === "string");
  return { inputs, figures, ...Object.fromEntries(names.map((name) => [name, others[name]])) };
}

/** @param {unknown} found */
function isTexts(found) {
  return typeof found === "object" && found !== null && Object.values(found).every((text) => typeof text === "string");
}
