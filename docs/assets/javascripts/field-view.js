/** What stands around the fields: hints, messages of errors, and the summary of them that leads back to each field. */

import { isOwn } from "./form-state.js";

/** @import { Control } from "./form-state.js" */
/** @import { FieldError } from "./protocol.js" */

export class FieldView {
  #form;
  #summary;
  /** @type {Map<Element, string>} the hints of the built page, to go back to */
  #startingHints;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} summary
   */
  constructor(form, summary) {
    this.#form = form;
    this.#summary = summary;
    // Of the summary, and of the figures in the result.
    form.parentElement?.addEventListener("click", (event) => this.#followLink(event));
    this.#startingHints = new Map([...form.querySelectorAll(".field-hint")].map((hint) => [hint, hint.textContent ?? ""]));
  }

  /** @param {Record<string, string>} [hints] by field; every other field gets its first hint back */
  showHints(hints = {}) {
    for (const [hint, text] of this.#startingHints) {
      const field = /** @type {HTMLElement | null} */ (hint.closest("[data-field]"))?.dataset.field ?? "";
      const wanted = Object.hasOwn(hints, field) ? (hints[field] ?? "") : text;
      if (hint.textContent !== wanted) hint.textContent = wanted;
    }
  }

  /** Lets the page show which fields hold the reader's own choice. */
  markOwn() {
    for (const wrapper of this.#wrappers()) wrapper.classList.toggle("is-set", controlsIn(wrapper).some(isOwn));
  }

  /** What was filled in must not hide in a closed drawer. */
  openDrawers() {
    for (const drawer of this.#form.querySelectorAll("details")) {
      if (controlsIn(drawer).some(isOwn)) drawer.open = true;
    }
  }

  get hasErrors() {
    return this.#form.querySelector(".field-error:not([hidden])") !== null;
  }

  /**
   * @param {FieldError[]} errors
   * @param {string} summaryHtml finished HTML with a link to each field's id
   * @param {{ summarise: boolean }} how the summary is for a form that was sent; while typing it would push
   *   the field away from under the reader's fingers
   */
  showErrors(errors, summaryHtml, { summarise }) {
    this.#showMessages(new Map(errors.map((error) => [error.field, error])));
    if (!this.#summary || (this.#summary.hidden && !summarise)) return;
    this.#summary.innerHTML = summaryHtml;
    this.#summary.hidden = false;
    if (summarise) this.#summary.focus();
  }

  clearErrors() {
    this.#showMessages(new Map());
    if (!this.#summary) return;
    this.#summary.hidden = true;
    this.#summary.replaceChildren();
  }

  /**
   * Follows a link to a field; done here since the address must not lose the state in its fragment, and since
   * the field may be in a closed <details>.
   * @param {Event} event a click in the calculator
   */
  #followLink(event) {
    // Material makes the addresses of a page's links whole, so that they need not begin with "#".
    const link = /** @type {Element | null} */ (event.target)?.closest("a");
    const field = link?.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field || field.closest("form") !== this.#form) return;
    event.preventDefault();
    event.stopPropagation();
    for (let box = field.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    // The label is scrolled to, not the field: a bare box does not say what it asks. And to the middle, where nothing
    // that sticks to an edge of the screen covers it.
    const wrapper = field.closest("[data-field]") ?? field;
    (wrapper.querySelector("label, legend") ?? wrapper).scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }

  /** @param {Map<string, FieldError>} errors by field */
  #showMessages(errors) {
    for (const wrapper of this.#wrappers()) {
      const error = /** @type {HTMLElement | null} */ (wrapper.querySelector(".field-error"));
      if (!error) continue;
      const { message = "", offers = [] } = errors.get(wrapper.dataset.field ?? "") ?? {};
      if (error.textContent !== message) error.textContent = message;
      error.hidden = message === "";
      wrapper.classList.toggle("is-invalid", message !== "");
      // Radio buttons are described together, by the group around them.
      const described = wrapper.matches("[role=radiogroup]") ? [wrapper] : controlsIn(wrapper);
      for (const element of described) describe(element, error.id, message !== "");
      wrapper.querySelector(".field-offers")?.remove();
      if (offers.length > 0) error.after(offersFor(controlsIn(wrapper)[0], error.id, offers));
    }
  }

  #wrappers() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.#form.querySelectorAll("[data-field]"));
  }
}

/**
 * Buttons for what a text may have meant; each writes it so that it can mean nothing else.
 * @param {Control | undefined} control
 * @param {string} labelId of the question they answer
 * @param {NonNullable<FieldError["offers"]>} offers
 */
function offersFor(control, labelId, offers) {
  const group = document.createElement("div");
  group.className = "field-offers";
  group.role = "group";
  group.setAttribute("aria-labelledby", labelId);
  for (const { text, fill } of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      if (!control) return;
      control.value = fill;
      control.focus();
      control.dispatchEvent(new Event("input", { bubbles: true }));
    });
    group.append(button);
  }
  return group;
}

/** @param {Element} wrapper */
function controlsIn(wrapper) {
  return /** @type {Control[]} */ ([...wrapper.querySelectorAll("input, select")]);
}

/**
 * @param {Element} control
 * @param {string} errorId
 * @param {boolean} invalid
 */
function describe(control, errorId, invalid) {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean));
  if (invalid) {
    control.setAttribute("aria-invalid", "true");
    ids.add(errorId);
  } else {
    control.removeAttribute("aria-invalid");
    ids.delete(errorId);
  }
  if (ids.size > 0) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}
