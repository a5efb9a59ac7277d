/** A quiet line above the content about the whole site. It stands outside of what instant navigation replaces. */

/** @typedef {{ label: string, act: () => void }} Action */

export class SiteNotice {
  /** @type {HTMLElement | null} */ #box = null;
  /** @type {Map<string, { text: string, action: Action | undefined }>} all that hold; the last to come is shown */ #notices = new Map();

  /** An element with this role is announced when words are put into it, so it is there long before they are. */
  begin() {
    this.#box = document.createElement("div");
    this.#box.className = "site-notice";
    this.#box.setAttribute("role", "status");
    const content = document.querySelector(".md-container");
    if (content) content.before(this.#box);
    else document.body.prepend(this.#box);
  }

  /**
   * @param {string} name of the state, for styles
   * @param {string} text
   * @param {Action} [action]
   */
  show(name, text, action) {
    if (this.#notices.has(name)) return;
    this.#notices.set(name, { text, action });
    this.#render();
  }

  /** @param {string} name what was shown before it is shown again */
  hide(name) {
    if (this.#notices.delete(name)) this.#render();
  }

  #render() {
    const [name, notice] = [...this.#notices].at(-1) ?? ["", null];
    if (!this.#box || this.#box.dataset.siteNotice === name) return;
    this.#box.dataset.siteNotice = name;
    this.#box.replaceChildren(...(notice ? [sentence(notice.text), ...(notice.action ? [button(notice.action)] : [])] : []));
  }
}

/** @param {string} text */
function sentence(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** @param {Action} action */
function button({ label, act }) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act, { once: true });
  return made;
}
