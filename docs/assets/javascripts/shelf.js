/** The reader's named scenarios, on their own device; where the browser refuses to keep them, for as long as the page is open. */

import { encodeLink } from "./link.js";
import { decodeFile, encodeFile, isWhole, LIMITS, sizeOf } from "./scenario-file.js";

/** @import { LinkState } from "./link.js" */
/** @import { FileContent, Scenario } from "./scenario-file.js" */
/** @import { Keeper } from "./storage.js" */
/** @typedef {FileContent & { added: number, known: number }} Imported */

export class Shelf {
  #keeper;
  /** @type {string | null} what the device did not take */ #unkept = null;

  /** @param {Pick<Keeper, "loadFile" | "saveFile">} keeper */
  constructor(keeper) {
    this.#keeper = keeper;
  }

  /** Whether the device keeps what is saved here. */
  get isLasting() {
    return this.#unkept === null && this.#keeper.loadFile() !== undefined;
  }

  /** @returns {Scenario[]} of all calculators; read each time, since another tab may have added some */
  get all() {
    return decodeFile(this.#unkept ?? this.#keeper.loadFile() ?? "").scenarios;
  }

  /**
   * @param {Scenario} scenario replaces the one of this name, if there is one
   * @returns {"saved" | "full" | "long"} the name of the sentence that says so; long: more than a link can hold
   */
  save(scenario) {
    const others = this.all.filter((other) => !isSame(other, scenario));
    if (!isWhole(scenario)) return "long";
    if (others.length >= LIMITS.scenarios || encodeFile([...others, scenario]).length > LIMITS.file) return "full";
    this.#write([...others, scenario]);
    return "saved";
  }

  /** @param {{ name: string, state: LinkState }} scenario */
  remove(scenario) {
    this.#write(this.all.filter((other) => !isSame(other, scenario)));
  }

  /** The device was emptied: what it had refused goes too. */
  forget() {
    this.#unkept = null;
  }

  /** @returns {string} what `importFile` reads */
  exportFile() {
    return encodeFile(this.all);
  }

  /**
   * Adds what a file holds, as far as there is room. Nothing that is here is lost: another scenario of the same name
   * gets a number.
   * @param {string} text
   * @returns {Imported}
   */
  importFile(text) {
    const content = decodeFile(text);
    const here = this.all;
    const before = here.length;
    let known = 0;
    let size = sizeOf(here);
    for (const scenario of content.scenarios) {
      const named = { ...scenario, name: freeName(here, scenario) };
      const more = sizeOf([named]) - sizeOf([]);
      if (here.some((other) => isSame(other, scenario) && encodeLink(other.state) === encodeLink(scenario.state))) known += 1;
      else if (here.length < LIMITS.scenarios && size + more <= LIMITS.file && isWhole(named)) {
        here.push(named);
        size += more;
      } else content.ignored.push(scenario.name);
    }
    if (here.length > before) this.#write(here);
    return { ...content, ignored: content.ignored.slice(0, LIMITS.reported), known, added: here.length - before };
  }

  /** @param {Scenario[]} scenarios */
  #write(scenarios) {
    const text = encodeFile(scenarios);
    this.#unkept = this.#keeper.saveFile(text) ? null : text;
  }
}

/** @param {Scenario} one @param {Scenario} other whether they have one name, among those of one calculator */
function isSame(one, other) {
  return one.name === other.name && one.state.slug === other.state.slug;
}

/** @param {Scenario[]} here @param {Scenario} scenario */
function freeName(here, { name, state }) {
  let free = name;
  for (let number = 2; here.some((other) => isSame(other, { name: free, state })); number += 1) {
    const ending = ` (${number})`;
    free = [...name].slice(0, LIMITS.name - ending.length).join("").trim() + ending;
  }
  return free;
}
