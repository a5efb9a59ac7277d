/** The drawer of saved scenarios: a name to save under, the list, a file to carry them, and forgetting everything. */

import { partOf } from "./parts.js";
import { LIMITS, nameOf } from "./scenario-file.js";
import { download } from "./take-away.js";

/** @import { BrowserHint } from "./in-app.js" */
/** @import { LinkState } from "./link.js" */
/** @import { Output } from "./output.js" */
/** @import { Scenario } from "./scenario-file.js" */
/** @import { Session } from "./session.js" */
/** @import { Imported, Shelf } from "./shelf.js" */

const FILE = "do-likes-pay.json";

export class SavedView {
  #box;
  #shelf;
  #output;
  #hint;
  #session;
  /** @type {{ file: string, state: LinkState } | null} what was forgotten, for as long as that can be undone */ #forgotten = null;

  /**
   * @param {HTMLElement} box
   * @param {Shelf} shelf
   * @param {{ output: Output, hint: BrowserHint, session: Pick<Session, "state" | "openState"> }} others
   */
  constructor(box, shelf, { output, hint, session }) {
    this.#box = box;
    this.#shelf = shelf;
    this.#output = output;
    this.#hint = hint;
    this.#session = session;
    box.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target).closest("button")));
    this.#name?.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    this.#file?.addEventListener("change", () => this.#import());
    this.refresh();
  }

  refresh() {
    const { slug } = this.#session.state;
    const here = this.#shelf.all.filter(({ state }) => state.slug === slug);
    const elsewhere = this.#shelf.all.length - here.length;
    partOf(this.#box, "saved")?.replaceChildren(...here.map((scenario) => this.#item(scenario)));
    this.#write("elsewhere", elsewhere > 0 ? this.#output.sentence("elsewhere", elsewhere) : "");
    this.#write("not-kept", this.#shelf.isLasting ? "" : this.#output.sentence("notKept"));
    const undo = partOf(this.#box, "undo");
    if (undo) undo.hidden = this.#forgotten === null;
  }

  /** What was forgotten cannot be brought back from here on. */
  letGo() {
    this.#forgotten = null;
    this.refresh();
  }

  /** @param {HTMLButtonElement | null} button */
  #clicked(button) {
    const { action } = button?.dataset ?? {};
    if (action === "export") this.#export();
    if (action === "import") this.#file?.click();
    // What is forgotten, `device.js` knows; the reader is told here.
    if (action === "forget") this.#forget();
    if (action === "undo") this.#undo();
  }

  #forget() {
    this.#forgotten = { file: this.#shelf.exportFile(), state: this.#session.state };
    setTimeout(() => this.#output.say("forgotten"));
  }

  #undo() {
    if (!this.#forgotten) return;
    const { file, state } = this.#forgotten;
    this.#shelf.importFile(file);
    this.#session.openState(state);
    this.letGo();
    this.#output.say("restored");
    // The button that was pressed is gone.
    /** @type {HTMLElement | null} */ (this.#box.querySelector("[data-action=forget]"))?.focus();
  }

  #save() {
    const name = nameOf(this.#name?.value ?? "");
    if (!name) return this.#output.say("nameFirst");
    const outcome = this.#shelf.save({ name, state: this.#session.state });
    this.letGo();
    this.#output.say(outcome, name);
    if (outcome === "saved" && this.#name) this.#name.value = "";
  }

  /** @param {Scenario} scenario */
  #item(scenario) {
    const template = /** @type {HTMLTemplateElement | null} */ (partOf(this.#box, "saved-item"));
    const item = /** @type {HTMLElement} */ (template?.content.firstElementChild?.cloneNode(true) ?? document.createElement("li"));
    for (const place of item.querySelectorAll(".saved-name, .saved-amount")) {
      place.textContent = place.matches(".saved-name") ? scenario.name : (scenario.state.headline ?? "");
    }
    const [open, remove] = item.querySelectorAll("button");
    open?.addEventListener("click", () => {
      this.#session.openState(scenario.state);
      this.#output.say("opened", scenario.name);
    });
    remove?.addEventListener("click", () => this.#remove(scenario));
    return item;
  }

  /** @param {Scenario} scenario */
  #remove(scenario) {
    this.#shelf.remove(scenario);
    this.refresh();
    this.#output.say("deleted", scenario.name);
    // The button that was pressed is gone.
    this.#name?.focus();
  }

  #export() {
    download(FILE, new Blob([this.#shelf.exportFile()], { type: "application/json" }));
    this.#output.say(this.#hint.offeredFile() ? "doubtful" : "downloaded", FILE);
  }

  async #import() {
    const file = this.#file?.files?.[0];
    if (!this.#file || !file) return;
    this.#file.value = "";
    // It may be larger than the memory: what is too large to be ours is not even read.
    if (file.size > LIMITS.bytes) return this.#output.say("large");
    const imported = this.#shelf.importFile(await file.text().catch(() => ""));
    this.letGo();
    if (imported.problem) this.#output.say(imported.problem);
    else this.#tellImported(imported);
  }

  /** @param {Imported} imported */
  #tellImported({ added, known, ignored }) {
    if (ignored.length > 0) this.#output.say("importedPart", added, known, ignored.join(", "));
    else this.#output.say("imported", added, known);
  }

  get #name() {
    return /** @type {HTMLInputElement | null} */ (this.#box.querySelector(".save-form input"));
  }

  get #file() {
    return /** @type {HTMLInputElement | null} */ (this.#box.querySelector("input[type=file]"));
  }

  /** @param {string} name @param {string} text */
  #write(name, text) {
    const part = partOf(this.#box, name);
    if (!part) return;
    part.textContent = text;
    part.hidden = text === "";
  }
}
