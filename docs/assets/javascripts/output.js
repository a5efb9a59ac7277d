/**
 * What a tool has to say or to show: a sentence, a text to copy by hand, a picture. The sentences are the template's:
 * attributes of the place where they are said, with {} where a name or a number goes.
 */

import { partOf } from "./parts.js";

export class Output {
  #said;
  #text;
  #picture;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#said = partOf(box, "said");
    this.#text = /** @type {HTMLTextAreaElement | null} */ (partOf(box, "text"));
    this.#picture = /** @type {HTMLImageElement | null} */ (partOf(box, "picture"));
  }

  /** @param {string} name of the sentence; a screen reader says it too @param {(string | number)[]} values in it */
  say(name, ...values) {
    this.clear();
    if (this.#said) this.#said.textContent = this.sentence(name, ...values);
  }

  /** @param {string} name @param {(string | number)[]} values */
  sentence(name, ...values) {
    return values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), this.#said?.dataset[name] ?? "");
  }

  /** @param {string} name of the sentence @param {string} text for the reader to copy */
  offer(name, text) {
    this.say(name);
    if (!this.#text) return;
    this.#text.value = text;
    this.#text.hidden = false;
    this.#text.focus();
    this.#text.select();
  }

  /** @param {string} name of the sentence @param {string} address of the picture @param {string} words what it shows */
  show(name, address, words) {
    this.say(name);
    if (!this.#picture) return;
    this.#picture.src = address;
    this.#picture.alt = words;
    this.#picture.hidden = false;
  }

  clear() {
    if (this.#said) this.#said.textContent = "";
    for (const part of [this.#text, this.#picture]) if (part) part.hidden = true;
  }
}
