/** A timer that is not fooled by a page that was asleep. */

/** A timer this much late means that the page, and its worker too, were frozen meanwhile. */
const ASLEEP_AFTER = 3_000;

export class Deadline {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #missed;

  /** @param {() => void} missed called when the time is up */
  constructor(missed) {
    this.#missed = missed;
  }

  /**
   * Starts anew.
   * @param {number} milliseconds
   */
  set(milliseconds) {
    this.clear();
    const due = Date.now() + milliseconds;
    this.#timer = setTimeout(() => {
      // A phone that slept, or a page out of the back/forward cache, gets the full time again.
      if (Date.now() - due > ASLEEP_AFTER) this.set(milliseconds);
      else this.#missed();
    }, milliseconds);
  }

  clear() {
    clearTimeout(this.#timer);
  }
}
