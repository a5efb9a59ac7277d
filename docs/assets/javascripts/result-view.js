/** The receipt: shows a result, keeps the one the page came with, and says so when it is not for the present numbers. */

import { morphChildren } from "./morph.js";
import { markOverdue } from "./overdue.js";
import { resolveRootLinks } from "./site-root.js";

export class ResultView {
  #section;
  #siteRoot;
  #startingResult;

  /**
   * @param {HTMLElement} section holding the default result
   * @param {string} siteRoot
   */
  constructor(section, siteRoot) {
    this.#section = section;
    this.#siteRoot = siteRoot;
    this.#startingResult = copyOfChildren(section);
  }

  /** @param {string} html finished HTML from Python's templates, which escape whatever the reader typed */
  showHtml(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    this.#show(template.content);
  }

  /** @param {HTMLTemplateElement} template a result that was computed when the site was built */
  showTemplate(template) {
    this.#show(copyOfChildren(template.content));
  }

  showStartingResult() {
    this.#show(copyOfChildren(this.#startingResult));
  }

  /** @param {boolean} stale whether it belongs to other numbers than those in the form @param {boolean} busy until an answer comes */
  setStale(stale, busy) {
    this.#section.toggleAttribute("data-stale", stale);
    this.#section.ariaBusy = String(busy);
  }

  get headline() {
    return this.#section.querySelector(".amount")?.textContent?.trim() ?? "";
  }

  /** Sentences to be announced beside the result itself: they answer what was asked beside it. */
  get remarks() {
    return [...this.#section.querySelectorAll("[data-announce]")].map((remark) => remark.textContent?.trim() ?? "");
  }

  /** On a phone the result starts below the screen, so that pressing "Calculate" would seem to do nothing. */
  reveal() {
    const isBelow = this.#section.getBoundingClientRect().top > document.documentElement.clientHeight * 0.8;
    if (isBelow) this.#section.scrollIntoView({ block: "start" });
  }

  /** @param {DocumentFragment} content */
  #show(content) {
    resolveRootLinks(content, this.#siteRoot);
    morphChildren(this.#section, content);
    markOverdue(this.#section);
  }
}

/** @param {Node} node */
function copyOfChildren(node) {
  const copy = document.createDocumentFragment();
  for (const child of node.childNodes) copy.append(child.cloneNode(true));
  return copy;
}
