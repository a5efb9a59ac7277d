/** The line that tells how the runtime is coming along, with its progress bar and its two buttons. */

import { megabytes, progressText } from "./byte-text.js";

/** @import { Snapshot } from "./runtime-client.js" */
/** @import { Words } from "./words.js" */

export class StatusView {
  #box;
  #words;

  /**
   * @param {HTMLElement | null} box
   * @param {Words} words
   */
  constructor(box, words) {
    this.#box = box;
    this.#words = words;
  }

  hide() {
    const box = this.#box;
    if (!box || box.hidden) return;
    this.#keepFocus(() => (box.hidden = true));
  }

  /** @param {Snapshot} snapshot of a runtime that is not ready */
  show(snapshot) {
    const isLoading = snapshot.state === "loading";
    this.#fill(this.#message(snapshot), { progress: isLoading, cancel: isLoading, retry: !isLoading });
    const bar = this.#box?.querySelector("progress");
    if (!isLoading || !bar) return;
    if (snapshot.step === "download" && snapshot.total > 0) {
      bar.max = snapshot.total;
      bar.value = Math.min(snapshot.loaded, snapshot.total);
    } else {
      // Without a value the bar says "under way" and promises no share of it.
      bar.removeAttribute("value");
    }
  }

  /** @param {string} message about one calculation, with Python itself well */
  showProblem(message) {
    this.#fill(message, { progress: false, cancel: false, retry: true });
  }

  /** @param {Snapshot} snapshot */
  #message({ state, step, loaded, total, reason }) {
    const words = this.#words;
    if (state === "stopped") return words.stopped;
    if (state === "failed") return failureSentence(words, reason);
    if (step === "start") return words.starting;
    return words.preparing(loaded > 0 ? progressText(loaded, total) : megabytes(total));
  }

  /** @param {string} message @param {{ progress: boolean, cancel: boolean, retry: boolean }} parts */
  #fill(message, { progress, cancel, retry }) {
    if (!this.#box) return;
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement | null} */ (this.#box?.querySelector(selector));
    const shown = { progress, "[data-action=cancel]": cancel, "[data-action=retry]": retry };
    this.#box.hidden = false;
    this.#keepFocus(() => {
      for (const [selector, visible] of Object.entries(shown)) {
        const element = part(selector);
        if (element) element.hidden = !visible;
      }
    });
    const line = part(".runtime-message");
    if (line && line.textContent !== message) line.textContent = message;
  }

  /**
   * A button that vanishes under the keyboard would throw its user back to the top of the page.
   * @param {() => void} change that may hide the focused button
   */
  #keepFocus(change) {
    // Looked up before: as soon as a button is hidden, browsers differ in what they call the active element.
    const focused = document.activeElement;
    change();
    if (!focused || !this.#box?.contains(focused) || !focused.closest("[hidden]")) return;
    const next = this.#box.hidden ? null : this.#box.querySelector("button:not([hidden])");
    const submit = this.#box.closest("form")?.querySelector("[type=submit]");
    /** @type {HTMLElement | null | undefined} */ (next ?? submit)?.focus();
  }
}

/**
 * @param {Words} words
 * @param {Snapshot["reason"]} reason
 */
export function failureSentence(words, reason) {
  const isFetching = reason === "download" || reason === "quiet";
  return isFetching && !navigator.onLine ? words.failed.offline : words.failed[reason ?? "internal"];
}
