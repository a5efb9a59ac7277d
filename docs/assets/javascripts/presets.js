/** Examples: their results were computed when the site was built, so a preset needs no Python. */

import { besideOf, fillForm, readForm } from "./form-state.js";

/** @import { FormLike } from "./form-state.js" */
/** @import { Values } from "./protocol.js" */
/** @typedef {{ name: string, template: HTMLTemplateElement, values: Values, announcement: string }} Preset */

const FIGURE = "figure:";

export class Presets {
  #root;

  /** @param {HTMLElement} root the calculator */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {string | undefined} name
   * @returns {Preset | null} null also where the page holds something unreadable
   */
  find(name) {
    const template = this.#templates().find(({ dataset }) => dataset.example === name);
    const values = template && parseInputs(template.dataset.inputs);
    if (!name || !template || !values) return null;
    return { name, template, values, announcement: template.dataset.announcement ?? "" };
  }

  /**
   * Finds out by filling in one after the other: only the form knows what a field is when nothing is said of it.
   * @param {FormLike} form left as it was
   * @returns {Preset | null} the example that the form holds already
   */
  matching(form) {
    const wanted = readForm(form);
    const match = this.#templates().find(({ dataset }) => {
      const preset = this.find(dataset.example);
      if (preset) fillForm(form, { ...preset.values, ...besideOf(wanted) });
      return preset && JSON.stringify(readForm(form)) === JSON.stringify(wanted);
    });
    fillForm(form, wanted);
    return this.find(match?.dataset.example);
  }

  /** @param {string | null} name of the example that the form now holds; null for none */
  press(name) {
    for (const button of this.#buttons()) button.setAttribute("aria-pressed", String(button.dataset.example === name));
  }

  /** @returns {string | undefined} */
  get pressed() {
    return this.#buttons().find((button) => button.getAttribute("aria-pressed") === "true")?.dataset.example;
  }

  #templates() {
    return [.../** @type {NodeListOf<HTMLTemplateElement>} */ (this.#root.querySelectorAll("template[data-example]"))];
  }

  #buttons() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll("button[data-example]"))];
  }
}

/**
 * @param {string | undefined} json names to raw texts, as one flat object
 * @returns {Values | null}
 */
export function parseInputs(json) {
  try {
    const entries = Object.entries(JSON.parse(json ?? "")).map(([name, text]) => [name, String(text)]);
    const isFigure = (/** @type {string[]} */ [name]) => name?.startsWith(FIGURE);
    return {
      inputs: Object.fromEntries(entries.filter((entry) => !isFigure(entry))),
      figures: Object.fromEntries(entries.filter(isFigure).map(([name, text]) => [name?.slice(FIGURE.length), text])),
    };
  } catch {
    return null;
  }
}
