/** Tells a screen reader the outcome once, after the reader has paused, instead of at each key. */

import { Debounce } from "./debounce.js";

const PAUSE = 1_000;

export class Announcer {
  #region;
  #pause = new Debounce();

  /** @param {Pick<HTMLElement, "textContent"> | null} region a live region that is in the page from the start */
  constructor(region) {
    this.#region = region;
  }

  /**
   * Replaces what was waiting to be said; without a text nothing is said.
   * @param {string | undefined} text
   */
  announce(text) {
    this.#pause.cancel();
    if (!text || !this.#region) return;
    const region = this.#region;
    // The same words again change nothing in the page, so nothing would be said; and nothing new is to be said.
    this.#pause.later(() => (region.textContent = text), PAUSE);
  }

  /** What was said is over: if it comes to the same words again, they are news. */
  clear() {
    this.#pause.cancel();
    if (this.#region) this.#region.textContent = "";
  }
}
