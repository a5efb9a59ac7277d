/** Runs an action once, when calls have paused. */
export class Debounce {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {() => void} action
   * @param {number} milliseconds
   */
  later(action, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, milliseconds);
  }

  cancel() {
    clearTimeout(this.#timer);
  }
}
