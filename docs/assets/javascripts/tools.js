/** What can be done with a result: compare, share, keep, take away. The buttons stand on the slip, where the thumb is. */

import { BrowserHint } from "./in-app.js";
import { encodeLink, goTo } from "./link.js";
import { Output } from "./output.js";
import { partOf } from "./parts.js";
import { SavedView } from "./saved-view.js";
import { copy, download, drawn, pngOf, share } from "./take-away.js";

/** @import { OkReply } from "./protocol.js" */
/** @import { Session } from "./session.js" */
/** @import { Shelf } from "./shelf.js" */
/** @import { Keeper } from "./storage.js" */

/** A mark that makes spreadsheets read the file as UTF-8. */
const UTF8 = "\ufeff";

export class Tools {
  #root;
  #session;
  #siteRoot;
  #box;
  #output;
  #hint;
  #saved;
  /** Raised when the numbers change and when something else is pressed: an answer to before is no longer wanted. */ #round = 0;

  /**
   * @param {HTMLElement} root the calculator
   * @param {Session} session
   * @param {{ keeper: Keeper, shelf: Shelf, siteRoot: string }} services
   */
  constructor(root, session, { keeper, shelf, siteRoot }) {
    this.#root = root;
    this.#session = session;
    this.#siteRoot = siteRoot;
    this.#box = fillBox(root);
    this.#output = new Output(this.#box);
    this.#hint = new BrowserHint(this.#box, keeper, () => goTo(encodeLink(session.state)));
    this.#saved = new SavedView(this.#box, shelf, { output: this.#output, hint: this.#hint, session });
    this.#box.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target).closest("button")));
    // What was made for the numbers before is not for these.
    const form = root.querySelector("form");
    for (const change of ["input", "reset"]) form?.addEventListener(change, () => this.#dropOutput());
    form?.addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest("[data-example], [data-action=reset-figures]")) this.#dropOutput();
    });
    // At the element around the form: by then it is known whether the device has kept what was typed.
    root.addEventListener("input", ({ target }) => form?.contains(/** @type {Node} */ (target)) && this.#hint.typed());
  }

  /** The device may have been emptied. */
  refresh() {
    this.#saved.refresh();
  }

  #dropOutput() {
    this.#round += 1;
    this.#output.clear();
  }

  /** @returns {() => boolean} whether what was asked for now is still wanted */
  #watch() {
    const round = this.#round;
    return () => round === this.#round;
  }

  /** @param {HTMLButtonElement | null} button */
  #clicked(button) {
    if (button) this.#round += 1;
    const { action, drawer } = button?.dataset ?? {};
    if (drawer) this.#toggle(drawer);
    if (action === "pin") this.#pin(button?.hasAttribute("data-pinned"));
    if (action === "share") this.#share();
    if (action === "text") this.#copy();
    if (action === "csv") this.#table();
    if (action === "picture") this.#picture();
    if (action === "print") this.#print();
  }

  /** @param {string} name of the drawer to open or to close; only one is open */
  #toggle(name) {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.#box.querySelectorAll("[data-drawer]"))) {
      const isOpen = button.dataset.drawer === name && button.getAttribute("aria-expanded") !== "true";
      const drawer = document.getElementById(button.getAttribute("aria-controls") ?? "");
      button.setAttribute("aria-expanded", String(isOpen));
      if (drawer) drawer.hidden = !isOpen;
    }
    this.#output.clear();
    this.#saved.letGo();
  }

  /** @param {boolean | undefined} isPinned and so is to be pinned no longer */
  async #pin(isPinned) {
    if (isPinned) this.#session.unpin();
    else this.#output.say("moment");
    this.#output.say(isPinned ? "unpinned" : (await this.#session.pin()) ? "pinned" : "failed");
  }

  async #share() {
    const url = this.#address();
    const done = await share({ title: document.title, text: this.#sentence, url });
    if (done !== "refused") this.#output.clear();
    else if (await copy(url)) this.#output.say("linkCopied");
    else {
      this.#output.offer("linkHere", url);
      this.#hint.show();
    }
  }

  /**
   * Of the calculator's own page, where this one is only a frame in somebody else's. It names the day of the figures:
   * whoever opens it later gets those, and is told what has changed since.
   */
  #address() {
    const { fullPage } = document.documentElement.dataset;
    const { on } = this.#root.dataset;
    const page = fullPage ? new URL(fullPage, this.#siteRoot) : new URL(location.pathname, location.href);
    page.hash = encodeLink({ ...(on && { on }), ...this.#session.state });
    return page.href;
  }

  /** The result in words, where it is that of the numbers in the form. */
  get #sentence() {
    return (this.#session.isAnswered && this.#root.querySelector(".slip-sentence")?.textContent?.trim()) || "";
  }

  async #copy() {
    const isWanted = this.#watch();
    const text = (await this.#ask("text"))?.text;
    if (text === undefined) return;
    const isCopied = await copy(text);
    if (!isWanted()) return;
    if (isCopied) this.#output.say("textCopied");
    else this.#output.offer("textHere", text);
  }

  async #table() {
    const csv = (await this.#ask("csv"))?.csv;
    if (csv === undefined) return;
    download(this.#file("csv"), new Blob([UTF8 + csv], { type: "text/csv" }));
    if (this.#hint.offeredFile()) this.#output.offer("fileHere", csv);
    else this.#output.say("downloaded", this.#file("csv"));
  }

  async #picture() {
    const isWanted = this.#watch();
    const { picture: svg, html } = (await this.#ask("picture")) ?? {};
    if (svg === undefined || !html) return;
    const canvas = await drawn(svg);
    const png = canvas && (await pngOf(canvas));
    if (!isWanted()) return;
    if (!png) return this.#output.say("noPicture");
    const file = new File([png], this.#file("png"), { type: "image/png" });
    const done = await share({ files: [file] });
    if (!isWanted()) return;
    if (done === "refused") {
      download(file.name, file);
      this.#hint.offeredFile();
    }
    this.#output.show("pictureHere", canvas.toDataURL(), sentenceIn(html.result));
  }

  async #print() {
    if (!this.#session.isAnswered && !(await this.#ask())) return;
    this.#output.clear();
    globalThis.print();
  }

  /** @param {Parameters<Session["fetch"]>} want @returns {Promise<OkReply | null>} null also where it is no longer wanted */
  async #ask(...want) {
    this.#output.say("moment");
    const isWanted = this.#watch();
    const reply = await this.#session.fetch(...want);
    if (!isWanted()) return null;
    if (!reply) this.#output.say("failed");
    return reply;
  }

  /** @param {string} kind */
  #file(kind) {
    return `${this.#session.state.slug}.${kind}`;
  }
}

/** @param {string} html of a result @returns {string} what it says in words */
function sentenceIn(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector(".slip-sentence")?.textContent?.trim() ?? "";
}

/**
 * The controls wait in a template: a page without this script has none of them.
 * @param {HTMLElement} root
 * @returns {HTMLElement} an empty one where the page has no place for them
 */
function fillBox(root) {
  const template = /** @type {HTMLTemplateElement | null} */ (root.querySelector("template[data-tools]"));
  const box = partOf(root, "tools") ?? document.createElement("div");
  if (template && box.childElementCount === 0) box.append(template.content.cloneNode(true));
  return box;
}
