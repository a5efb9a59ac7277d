/** The reader's numbers: in the form, from an example, on the device, in a link. They live in the form and nowhere else. */

import { besideOf, differsFromDefaults, fillForm, hasOwnNumbers, readForm } from "./form-state.js";
import { mustCarry } from "./in-app.js";
import { decodeLink, encodeLink, goTo } from "./link.js";
import { openingOf, sharedAfter } from "./opening.js";
import { Presets } from "./presets.js";

/** @import { Kept, Keeper } from "./storage.js" */
/** @import { Preset } from "./presets.js" */
/** @import { LinkState } from "./link.js" */
/** @import { Question, Values } from "./protocol.js" */

export class Numbers {
  #root;
  #form;
  #keeper;
  #presets;

  /** @param {{ root: HTMLElement, form: HTMLFormElement }} parts @param {Keeper} keeper */
  constructor({ root, form }, keeper) {
    this.#root = root;
    this.#form = form;
    this.#keeper = keeper;
    this.#presets = new Presets(root);
  }

  get slug() {
    return this.#root.getAttribute("slug") ?? "";
  }

  get values() {
    return readForm(this.#form);
  }

  /**
   * @param {Values | null} pinned a scenario to compare with
   * @param {string | undefined} since a version, where one wants to know what changed after it
   * @returns {Question}
   */
  question(pinned, since) {
    const { values } = this;
    const on = values.on ?? this.#root.dataset.on;
    return { slug: this.slug, ...values, ...(on && { on }), ...(pinned && { pinned }), ...(since && { since }), locale: this.#locale };
  }

  /** What to compare with later: the numbers, and how they are written. @returns {Values} */
  get scenario() {
    return { ...this.values, locale: this.#locale };
  }

  /** The reader's choice, or the page's language. */
  get #locale() {
    return this.values.locale ?? (document.documentElement.lang || "en");
  }

  /**
   * @param {string} headline empty where the result is that of other numbers
   * @returns {LinkState}
   */
  state(headline) {
    const { version } = this.#root.dataset;
    return { slug: this.slug, ...(version && { version }), ...(headline && { headline }), ...this.values };
  }

  /** Whether the form stands as the page came. */
  get areStarting() {
    return !differsFromDefaults(this.#form);
  }

  /** Whether at least the numbers do. */
  get areStartingNumbers() {
    return !hasOwnNumbers(this.#form);
  }

  /** @param {string} hash of the page's address @param {string[]} slugs of the page's calculators */
  opening(hash, slugs) {
    return openingOf({ form: this.#form, slug: this.slug, slugs, hash, keeper: this.#keeper });
  }

  /**
   * @param {Kept} kept its day counts where it is earlier than the page's own: every link has one
   * @returns {{ preset: Preset | null, unknown: string[], kept: Kept }} the example these numbers are; what has no place
   *   in the form; what was filled in
   */
  fill({ on, ...rest }) {
    const kept = on && on < (this.#root.dataset.on ?? on) ? { on, ...rest } : rest;
    const named = this.preset(kept.example);
    if (named) return { preset: named, unknown: [], kept };
    const unknown = fillForm(this.#form, kept);
    this.#presets.press(null);
    return { preset: this.#presets.matching(this.#form), unknown, kept };
  }

  /** @param {string | undefined} name */
  preset(name) {
    return this.#presets.find(name);
  }

  /** @param {Preset} preset @param {Values} values a day and a target beside it, which stay as they are */
  take(preset, values) {
    fillForm(this.#form, { ...preset.values, ...besideOf(values) });
    this.#presets.press(preset.name);
  }

  /** Goes back to the figures of the site. */
  clearFigures() {
    fillForm(this.#form, { ...this.values, figures: {} });
  }

  /** The reader typed: no example any more, and theirs for other calculators too. */
  typed() {
    this.#presets.press(null);
    this.keep();
    this.#share();
  }

  /**
   * What the reader chose counts from here on, also after a reload: so the link they came by leaves the address. Only where
   * the device did not keep it, or in an app, from which one may go on in a browser, the address takes the numbers instead.
   */
  keep() {
    const example = this.#presets.pressed;
    const isKept = this.#keeper.save(this.slug, { ...this.values, ...(example && { example }) });
    if (!isKept || mustCarry(this.#keeper)) goTo(encodeLink(this.state("")));
    else this.#leaveLink();
  }

  /** The form is as the page came, and is to stay so. */
  forget() {
    this.#presets.press(null);
    this.#keeper.remove(this.slug);
    this.#share();
    this.#leaveLink();
  }

  #share() {
    this.#keeper.saveShared(sharedAfter(this.#form, this.#keeper.loadShared()));
  }

  #leaveLink() {
    if (decodeLink(location.hash).state?.slug !== this.slug) return;
    goTo(location.pathname + location.search);
  }
}
