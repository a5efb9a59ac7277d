/** Short remarks: above the result, for which numbers it is; above the fields, where what stands in them comes from. */

export class Notices {
  #box;

  /** @param {Element | null} place the remarks are put before it */
  constructor(place) {
    // An element that comes back after instant navigation has its box already.
    // (The form is not asked anything: an input may be called "matches", and stands there in the method's place.)
    const found = place?.parentElement?.querySelector(":scope > .calculator-notices");
    this.#box = found instanceof HTMLElement ? found : document.createElement("div");
    this.#box.className = "calculator-notices";
    place?.before(this.#box);
  }

  /**
   * @param {"stale" | "ignored" | "version" | "shared"} name
   * @param {string} [text] without one the remark goes
   * @param {string[]} [points] a list below it
   */
  set(name, text, points = []) {
    let remark = /** @type {HTMLElement | null} */ (this.#box.querySelector(`[data-notice="${name}"]`));
    if (!text) return remark?.remove();
    if (remark && points.length === 0 && remark.textContent === text) return;
    remark ??= document.createElement("div");
    remark.className = "calculator-notice";
    remark.dataset.notice = name;
    remark.replaceChildren(withText("p", text));
    if (points.length > 0) {
      const list = document.createElement("ul");
      list.append(...points.map((point) => withText("li", point)));
      remark.append(list);
    }
    this.#box.append(remark);
  }

  clear() {
    this.#box.replaceChildren();
  }
}

/** @param {string} tag @param {string} text */
function withText(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
