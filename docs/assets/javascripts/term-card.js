/**
 * The glossary's short meaning of a term, in a card beside it: for a pointer that rests on the term, for the keyboard's
 * focus, and for a first tap, which shows a link to the entry too. Without this script, or where the browser has no
 * popovers, a term is a link to its entry, with the same meaning as its title.
 */

import { Debounce } from "./debounce.js";
import { partOf } from "./parts.js";

const REST = 150; // milliseconds that a pointer rests on a term before the card comes
const LEAVE = 300; // milliseconds for the way from the term to the card
const EDGE = 8; // pixels between the card and the edge of the screen

/** @param {Document} page */
export function explainTerms(page) {
  if (!("popover" in HTMLElement.prototype)) return;
  const card = new TermCard(page);
  // Heard at the document: instant navigation replaces everything below, and follows links that it hears first.
  page.addEventListener("pointerover", (event) => card.pointed(event), true);
  page.addEventListener("pointerdown", (event) => card.pressed(event), true);
  page.addEventListener("click", (event) => card.clicked(event), true);
  page.addEventListener("focusin", (event) => card.focused(event));
  page.addEventListener("keydown", (event) => card.typed(event), true);
}

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
function termOf(target) {
  return target instanceof Element ? target.closest("a.term") : null;
}

class TermCard {
  #page;
  #wait = new Debounce();
  #kind = "mouse";
  /** @type {HTMLAnchorElement | null} */ #term = null;
  /** @type {HTMLElement | null} */ #box = null;

  /** @param {Document} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {PointerEvent} event */
  pointed({ pointerType, target }) {
    if (pointerType !== "mouse") return;
    const term = termOf(target);
    if (this.#isOf(target)) this.#wait.cancel();
    else if (term) this.#wait.later(() => this.#show(term), REST);
    else if (this.#page.activeElement === this.#term && this.#term?.matches(":focus-visible")) this.#wait.cancel();
    else this.#wait.later(() => this.#hide(), LEAVE);
  }

  /** @param {PointerEvent} event */
  pressed({ pointerType, target }) {
    this.#kind = pointerType;
    if (!this.#isOf(target)) this.#hide();
  }

  /** A first tap shows, a second follows. @param {Event} event */
  clicked(event) {
    const term = termOf(event.target);
    if (!term || this.#kind === "mouse" || this.#term === term) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(term, true);
  }

  /** @param {FocusEvent} event */
  focused({ target }) {
    const term = termOf(target);
    if (term?.matches(":focus-visible") && this.#kind !== "touch") this.#show(term);
    else if (!this.#isOf(target)) this.#hide();
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    this.#kind = "mouse"; // Enter on a term follows it
    if (event.key !== "Escape") return;
    if (this.#box) event.stopPropagation();
    this.#hide();
  }

  /** @param {EventTarget | null} target @returns {boolean} whether it lies on the shown card or its term */
  #isOf(target) {
    return target instanceof Node && Boolean(this.#box?.contains(target) || this.#term?.contains(target));
  }

  /** @param {HTMLAnchorElement} term @param {boolean} [isTapped] a pointer and a keyboard follow the term itself */
  #show(term, isTapped = false) {
    this.#wait.cancel();
    if (this.#term === term || !term.isConnected) return;
    this.#hide();
    const box = this.#blank();
    const [meaning, link] = [box?.querySelector("span"), box?.querySelector("a")];
    if (!box || !meaning || !link) return;
    meaning.textContent = term.title;
    if (isTapped) link.href = term.href;
    else link.remove();
    term.dataset.meaning = term.title;
    term.removeAttribute("title"); // the browser would show it beside the card
    term.setAttribute("aria-describedby", box.id);
    term.after(box); // the next thing that a screen reader comes to
    box.showPopover();
    [this.#term, this.#box] = [term, box];
    this.#place(term, box);
  }

  /** @returns {HTMLElement | null} a new card, as the page's template has it */
  #blank() {
    const template = /** @type {HTMLTemplateElement | null} */ (partOf(this.#page, "term-card"));
    return /** @type {HTMLElement | null} */ (template?.content.firstElementChild?.cloneNode(true) ?? null);
  }

  #hide() {
    this.#wait.cancel();
    const term = this.#term;
    this.#box?.remove();
    [this.#term, this.#box] = [null, null];
    if (!term) return;
    term.title = term.dataset.meaning ?? "";
    term.removeAttribute("aria-describedby");
  }

  /** Under the term, or above it where there is no room; the card scrolls with the page. @param {HTMLElement} term @param {HTMLElement} box */
  #place(term, box) {
    // A term that is broken over two lines has two boxes.
    const at = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.#page.documentElement;
    const left = Math.max(EDGE, Math.min(at.left, clientWidth - box.offsetWidth - EDGE));
    const isAbove = at.bottom + box.offsetHeight + EDGE > clientHeight && at.top > box.offsetHeight + EDGE;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(isAbove ? at.top - box.offsetHeight : at.bottom) + scrollY}px`;
  }
}
