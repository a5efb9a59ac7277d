/** Asked by test_identity.py, a line of JSON at a time: what links and files make of a state, by the site's own modules. */

import { createInterface } from "node:readline";

import { decodeLink, encodeLink } from "../../docs/assets/javascripts/link.js";
import { decodeFile, encodeFile } from "../../docs/assets/javascripts/scenario-file.js";
import { Shelf } from "../../docs/assets/javascripts/shelf.js";

/** @typedef {import("../../docs/assets/javascripts/scenario-file.js").Scenario} Scenario */

class Device {
  /** @type {string | null} */ #text = null;
  loadFile() {
    return this.#text;
  }
  /** @param {string} text */
  saveFile(text) {
    this.#text = text;
    return true;
  }
}

/** @param {Scenario[]} scenarios */
function carried(scenarios) {
  const [one, other] = [new Shelf(new Device()), new Shelf(new Device())];
  for (const scenario of scenarios) one.save(scenario);
  const file = one.exportFile();
  const { added, known, ignored } = other.importFile(file);
  return { file, again: other.exportFile(), read: decodeFile(encodeFile(scenarios)).scenarios, added, known, ignored };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { state, scenarios, fragment } = JSON.parse(line);
  const link = state && encodeLink(state);
  const answer = state ? { link, ...decodeLink(link), again: encodeLink(decodeLink(link).state ?? state) } : fragment ? decodeLink(fragment) : carried(scenarios);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
