/**
 * <live-calculator>: brings a finished calculator to life. Everything inside is there without this script; the element
 * adds answers to what the reader types. CSS reads its `state`: idle, loading, ready or failed.
 */

import { keeper, shelf } from "./device.js";
import { partOf } from "./parts.js";
import { runtime, siteRoot } from "./runtime.js";
import { Session } from "./session.js";
import { Tools } from "./tools.js";
import { whenSeen, whenTouched } from "./warm-up.js";
import { wordsFor } from "./words.js";

/** @import { Parts } from "./display.js" */

export class LiveCalculator extends HTMLElement {
  /** @type {Session | null} */ #session = null;
  /** @type {Tools | null} */ #tools = null;
  /** @type {AbortController | null} ends every listener at once */ #life = null;

  connectedCallback() {
    const parts = this.#life ? null : findParts(this);
    if (!parts) return;
    this.#life = new AbortController();
    if (!this.#session) this.#begin(parts);
    if (this.#session) this.#listen(parts.form, this.#session, this.#life.signal);
    this.#session?.connect();
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
    this.#session?.disconnect();
  }

  /** @param {Parts} parts */
  #begin(parts) {
    const words = wordsFor(document.documentElement.lang);
    this.#session = new Session(parts, { runtime, keeper, words, siteRoot });
    this.#tools = new Tools(this, this.#session, { keeper, shelf, siteRoot });
    this.#session.open(location.hash, slugs());
  }

  /** @param {HTMLFormElement} form @param {Session} session @param {AbortSignal} signal */
  #listen(form, session, signal) {
    form.addEventListener("input", () => session.typed(), { signal });
    // The event comes before the fields have their defaults back.
    form.addEventListener("reset", () => setTimeout(() => this.#restarted(session)), { signal });
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        session.submit();
      },
      { signal },
    );
    this.addEventListener("click", (event) => this.#clicked(event, session), { signal });
    globalThis.addEventListener("hashchange", () => session.followHash(location.hash, slugs()), { signal });
    globalThis.addEventListener("pageshow", (event) => event.persisted && session.refresh(), { signal });
    whenTouched(form, signal, () => session.engage());
    whenSeen(form, signal, () => runtime.start());
  }

  /** @param {Session} session */
  #restarted(session) {
    session.reset();
    this.#tools?.refresh();
  }

  /** @param {Event} event @param {Session} session */
  #clicked(event, session) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    if (!button) return;
    const { action, example, see } = button.dataset;
    if (example) session.choose(example);
    if (see) this.querySelector(`.explain .${see}`)?.scrollIntoView({ block: "start" });
    if (action === "reset-figures") session.clearFigures();
    if (action === "retry") session.retry();
    if (action === "cancel") runtime.stop();
  }
}

/** Every calculator of the page, in its order. */
function slugs() {
  return [...document.querySelectorAll("live-calculator")].map((element) => element.getAttribute("slug") ?? "");
}

/**
 * @param {HTMLElement} root
 * @returns {Parts | null} null where the page breaks the contract: it then stays as it was built
 */
function findParts(root) {
  const form = root.querySelector("form");
  const result = partOf(root, "result");
  return form && result && { root, form, result };
}
