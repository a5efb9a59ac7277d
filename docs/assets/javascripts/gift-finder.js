/** <gift-finder>: a box to filter the table of gifts, and a button in each header to sort it. The table is there without. */

import { Announcer } from "./announcer.js";
import { Debounce } from "./debounce.js";
import { ALL, coins, COLUMNS, decodeWish, encodeWish, fits, order, plain } from "./gift-filter.js";
import { goTo } from "./link.js";
import { partOf } from "./parts.js";

/** @import { Gift, Wish } from "./gift-filter.js" */
/** @typedef {Gift & { row: HTMLTableRowElement }} Row */

/** Browsers refuse an address that changes with each key. */
const PAUSE = 300;
/** Milliseconds. "1," is on its way to "1,500". */
const ERROR_PAUSE = 700;
/** Material takes 100 to close the search. */
const UNCOVERED = 250;

export class GiftFinder extends HTMLElement {
  /** @type {AbortController | null} ends every listener at once */ #life = null;
  /** @type {Row[]} */ #rows = [];
  /** @type {Announcer | null} */ #announcer = null;
  #sorted = ALL.sort;
  #pause = new Debounce();
  #uncovered = new Debounce();
  #objection = new Debounce();

  connectedCallback() {
    const form = this.querySelector("form");
    if (this.#life || !form) return;
    this.#life = new AbortController();
    if (this.#rows.length === 0) this.#begin();
    this.#listen(form, this.#life.signal);
    this.#beginWith(form);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
    this.#pause.cancel();
    this.#uncovered.cancel();
    this.#objection.cancel();
  }

  #begin() {
    this.#rows = [...this.querySelectorAll("tbody tr")].map((row) => readRow(/** @type {HTMLTableRowElement} */ (row)));
    this.#announcer = new Announcer(partOf(this, "said"));
    for (const [index, head] of this.#heads.entries()) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
      button.dataset.sort = COLUMNS[index];
      head.replaceChildren(button);
    }
  }

  /** @param {HTMLFormElement} form @param {AbortSignal} signal */
  #listen(form, signal) {
    form.addEventListener("input", () => this.#changed(form), { signal });
    // The event comes before the fields are empty.
    form.addEventListener("reset", () => setTimeout(() => this.#changed(form)), { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", ({ target }) => this.#clicked(form, /** @type {HTMLElement} */ (target).closest("button")), { signal });
    globalThis.addEventListener("hashchange", () => this.#open(form), { signal });
  }

  /** @param {HTMLFormElement} form @param {HTMLElement | null} button */
  #clicked(form, button) {
    if (button?.dataset.action === "show-all") {
      form.reset();
      form.querySelector("input")?.focus();
    }
    const column = button?.dataset.sort;
    if (!column) return;
    this.#sort(this.#sorted === column ? `-${column}` : column);
    this.#keep(form);
  }

  /** What was typed while this script was on its way is the reader's, and goes before the address. @param {HTMLFormElement} form */
  #beginWith(form) {
    const typed = Object.entries(this.#wish(form)).filter(([name, text]) => name !== "sort" && text);
    this.#open(form);
    for (const [name, text] of typed) field(form, name).value = text;
    if (typed.length > 0) this.#changed(form);
  }

  /** Shows what the address asks for. @param {HTMLFormElement} form */
  #open(form) {
    const wish = decodeWish(location.hash);
    for (const name of /** @type {const} */ (["q", "from", "to"])) field(form, name).value = wish[name];
    this.#sort(wish.sort);
    this.#filter(wish);
    this.#object(form, wish);
    this.#showRow();
  }

  /** On a phone the page cannot scroll while it is covered by the search that a reader comes from. */
  #showRow() {
    const row = document.getElementById(location.hash.slice(1));
    if (row && this.contains(row)) this.#uncovered.later(() => row.scrollIntoView({ block: "nearest" }), UNCOVERED);
  }

  /** @param {HTMLFormElement} form */
  #changed(form) {
    const wish = this.#wish(form);
    const count = this.#filter(wish);
    this.#announcer?.announce(count);
    this.#objection.cancel();
    if (this.#isOdd(wish.from) || this.#isOdd(wish.to)) {
      this.#objection.later(() => this.#announcer?.announce(`${this.#object(form, wish)} ${count}`), ERROR_PAUSE);
    } else this.#object(form, wish);
    this.#keep(form);
  }

  /** @param {string} text */
  #isOdd(text) {
    return Number.isNaN(coins(text));
  }

  /**
   * Says at the fields which of them hold no number of coins, and so set no limit.
   * @param {HTMLFormElement} form @param {Wish} wish @returns {string} the sentence, where there is one to say
   */
  #object(form, wish) {
    const sentence = partOf(this, "odd");
    let anyOdd = false;
    for (const name of /** @type {const} */ (["from", "to"])) {
      const input = field(form, name);
      const isOdd = this.#isOdd(wish[name]);
      anyOdd ||= isOdd;
      input.ariaInvalid = isOdd ? "true" : null;
      if (isOdd && sentence) input.setAttribute("aria-describedby", sentence.id);
      else input.removeAttribute("aria-describedby");
    }
    if (sentence) sentence.hidden = !anyOdd;
    return (anyOdd && sentence?.textContent) || "";
  }

  /** @param {Wish} wish @returns {string} how many are left, in words */
  #filter(wish) {
    const isWished = fits(wish);
    let count = 0;
    for (const gift of this.#rows) {
      const isShown = isWished(gift);
      if (gift.row.hidden === isShown) gift.row.hidden = !isShown;
      count += Number(isShown);
    }
    const table = this.querySelector("table");
    const empty = partOf(this, "empty");
    if (table && empty) [table.hidden, empty.hidden] = [count === 0, count > 0];
    const words = partOf(this, "count");
    const said = (words?.dataset[count === 0 ? "none" : count === 1 ? "one" : "many"] ?? "").replace("{}", String(count));
    if (words) words.textContent = said;
    return said;
  }

  /** @param {string} sort */
  #sort(sort) {
    if (sort !== this.#sorted) {
      this.#sorted = sort;
      // From the order of the page, which holds among equals.
      const sorted = [...this.#rows].sort(order(sort));
      this.querySelector("tbody")?.append(...sorted.map(({ row }) => row));
    }
    for (const [index, head] of this.#heads.entries()) {
      if (COLUMNS[index] === sort.replace("-", "")) head.ariaSort = sort.startsWith("-") ? "descending" : "ascending";
      else head.removeAttribute("aria-sort");
    }
  }

  /** The address holds the state, so that it can be shared; it is not sent to a server. @param {HTMLFormElement} form */
  #keep(form) {
    const { pathname, search } = location;
    const address = pathname + search + encodeWish(this.#wish(form));
    // Under instant navigation the address may be the next page's by then.
    this.#pause.later(() => location.pathname === pathname && goTo(address), PAUSE);
  }

  /** @param {HTMLFormElement} form @returns {Wish} */
  #wish(form) {
    return { q: field(form, "q").value, from: field(form, "from").value, to: field(form, "to").value, sort: this.#sorted };
  }

  get #heads() {
    return this.querySelectorAll("thead th");
  }
}

/** @param {HTMLTableRowElement} row @returns {Row} */
function readRow(row) {
  const cells = [...row.cells].map((cell) => cell.textContent ?? "");
  return { row, cells, words: plain(cells[0] ?? ""), numbers: (row.dataset.numbers ?? "").split(" ").map(Number) };
}

/** @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}
