/** A quiet line above the content about the whole site. It stands outside of what instant navigation replaces. */

/** @typedef {{ label: string, act: () => void }} Action */

export class SiteNotice {
  /** @type {HTMLElement | null} */ #box = null;

  /**
   * @param {string} name of the state, for styles
   * @param {string} text
   * @param {Action} [action]
   */
  show(name, text, action) {
    const box = this.#open();
    if (box.dataset.siteNotice === name) return;
    box.dataset.siteNotice = name;
    const sentence = document.createElement("p");
    sentence.textContent = text;
    box.replaceChildren(sentence, ...(action ? [button(action)] : []));
  }

  /** @param {string} name only if that is what is shown */
  hide(name) {
    if (this.#box?.dataset.siteNotice !== name) return;
    this.#box.dataset.siteNotice = "";
    this.#box.replaceChildren();
  }

  /** An element with this role is announced when words are put into it, so it is there before they are. */
  #open() {
    if (!this.#box) {
      this.#box = document.createElement("div");
      this.#box.className = "site-notice";
      this.#box.setAttribute("role", "status");
      const content = document.querySelector(".md-container");
      if (content) content.before(this.#box);
      else document.body.prepend(this.#box);
    }
    return this.#box;
  }
}

/** @param {Action} action */
function button({ label, act }) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act, { once: true });
  return made;
}
