import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeFile, encodeFile, nameOf } from "../../docs/assets/javascripts/scenario-file.js";
import { Shelf } from "../../docs/assets/javascripts/shelf.js";

/** @param {string} name @param {string} [viewers] @param {string} [slug] */
const scenario = (name, viewers = "200", slug = "gift-earnings") => ({
  name,
  state: { slug, version: "2026.11.22", headline: "$33", target: "500", solve: "viewers", inputs: { viewers }, figures: { "gifts.creator_share": "60%" } },
});
const head = { format: "do-likes-pay scenarios", formatVersion: 1 };
const LINK = "#c=a&i.x=1";

/** A device that keeps one file; `refuses` as an in-app browser does. */
class FakeDevice {
  /** @type {string | null} */ text = null;
  refuses = false;
  loadFile() {
    return this.refuses ? undefined : this.text;
  }
  /** @param {string} text */
  saveFile(text) {
    if (!this.refuses) this.text = text;
    return !this.refuses;
  }
}

test("a file says in plain sight what it is and what it holds", () => {
  assert.deepEqual(JSON.parse(encodeFile([{ name: "Fridays", state: { slug: "a", inputs: { x: "1" }, figures: {} } }])), {
    ...head,
    scenarios: [{ name: "Fridays", link: LINK }],
  });
});

test("what was exported comes back as it was", () => {
  const scenarios = [scenario("Fridays"), scenario("“Quotes” & <tags> 😀", "5 to 20"), scenario("Fridays", "1", "gift-value")];
  assert.deepEqual(decodeFile(encodeFile(scenarios)), { scenarios, ignored: [] });
});

for (const [what, text, problem] of /** @type {const} */ ([
  ["nothing", "", "unreadable"],
  ["no JSON", "{", "unreadable"],
  ["a picture", "\u0089PNG\r\n", "unreadable"],
  ["JSON of somebody else", '{"scenarios": []}', "unreadable"],
  ["a list that is none", JSON.stringify({ ...head, scenarios: { length: 9 } }), "unreadable"],
  ["null", "null", "unreadable"],
  ["a later format", JSON.stringify({ ...head, formatVersion: 2, scenarios: [] }), "newer"],
  ["more than a device should read", `"${"x".repeat(1_000_001)}"`, "large"],
])) {
  test(`hostile or broken: a file with ${what} adds nothing and says why`, () => {
    assert.deepEqual(decodeFile(text), { scenarios: [], ignored: [], problem });
  });
}

for (const [what, entry, scenarios, ignored] of /** @type {[string, any, any[], string[]][]} */ ([
  ["an unknown key", { name: "n", link: LINK, colour: "red" }, ["n"], ["colour"]],
  ["a prototype to be polluted", JSON.parse('{"name": "n", "link": "#c=a&i.__proto__=1", "__proto__": {"x": 1}}'), ["n"], ["i.__proto__", "__proto__"]],
  ["no link", { name: "n" }, [], ["n"]],
  ["an address elsewhere for a link", { name: "n", link: "https://elsewhere.example/" }, [], ["n"]],
  ["no name", { link: LINK }, [], ["?"]],
  ["a name that is no text", { name: { toString: "x" }, link: LINK }, [], ["?"]],
  ["null for a scenario", null, [], ["?"]],
  ["a name beyond measure", { name: "n".repeat(999), link: LINK }, ["n".repeat(60)], []],
])) {
  test(`hostile or broken: ${what}`, () => {
    const content = decodeFile(JSON.stringify({ ...head, scenarios: [entry] }));
    assert.deepEqual(content.scenarios.map(({ name }) => name), scenarios);
    assert.deepEqual(content.ignored, ignored);
    assert.equal(/** @type {any} */ ({}).x, undefined);
  });
}

test("ten thousand scenarios are not taken, and not listed either", () => {
  const content = decodeFile(JSON.stringify({ ...head, scenarios: Array.from({ length: 10_000 }, (_, index) => ({ name: `n${index}`, link: LINK })) }));
  assert.equal(content.scenarios.length, 200);
  assert.deepEqual(content.ignored, ["#201…"]);
});

test("a name is one line, and turns no text around it", () => {
  assert.equal(nameOf("  a\n\u202eb\u0000 "), "a  b");
  assert.equal(nameOf(" \t "), "");
});

test("saving under a name that is there replaces it, for its own calculator only", () => {
  const shelf = new Shelf(new FakeDevice());
  for (const each of [scenario("Fridays", "1"), scenario("Fridays", "2"), scenario("Fridays", "3", "gift-value")]) shelf.save(each);
  assert.deepEqual(shelf.all.map(({ state }) => state.inputs.viewers), ["2", "3"]);
  shelf.remove(scenario("Fridays"));
  assert.deepEqual(shelf.all.map(({ state }) => state.slug), ["gift-value"]);
});

test("a shelf goes to another device whole; what is there already is not doubled, and nothing is lost", () => {
  const [one, other] = [new Shelf(new FakeDevice()), new Shelf(new FakeDevice())];
  for (const each of [scenario("Fridays", "1"), scenario("Sundays", "2")]) one.save(each);
  assert.equal(other.importFile(one.exportFile()).added, 2);
  assert.equal(other.exportFile(), one.exportFile());
  other.save(scenario("Fridays", "9"));
  const { added, known } = other.importFile(one.exportFile());
  assert.deepEqual([added, known], [1, 1]);
  assert.deepEqual(other.all.map(({ name, state }) => [name, state.inputs.viewers]).sort(), [["Fridays (2)", "1"], ["Fridays", "9"], ["Sundays", "2"]]);
});

test("a device that refuses keeps scenarios for the visit, and the shelf knows", () => {
  const device = new FakeDevice();
  device.refuses = true;
  const shelf = new Shelf(device);
  assert.equal(shelf.isLasting, false);
  shelf.save(scenario("Fridays"));
  assert.deepEqual(shelf.all.map(({ name }) => name), ["Fridays"]);
  shelf.forget();
  assert.deepEqual(shelf.all, []);
});

test("a full shelf says so instead of dropping something", () => {
  const shelf = new Shelf(new FakeDevice());
  for (let number = 0; number < 200; number += 1) assert.equal(shelf.save(scenario(`n${number}`)), "saved");
  assert.equal(shelf.save(scenario("one more")), "full");
  assert.equal(shelf.save(scenario("n7", "8")), "saved");
  assert.equal(shelf.all.length, 200);
});

/** In a script of which each mark is nine in a link. @param {string} name @param {number} texts of 190 marks each */
const chinese = (name, texts) => ({
  name,
  state: { slug: "gift-earnings", inputs: Object.fromEntries(Array.from({ length: texts }, (_, index) => [`i${index}`, "礼".repeat(190)])), figures: {} },
});
/** A file as somebody may write it, its links not encoded. @param {ReturnType<typeof chinese>[]} scenarios */
const written = (scenarios) =>
  JSON.stringify({
    ...head,
    scenarios: scenarios.map(({ name, state }) => ({
      name,
      link: `#c=${state.slug}&${Object.entries(state.inputs).map(([key, text]) => `i.${key}=${text}`).join("&")}`,
    })),
  });

test("a file that grows as it is kept adds what there is room for, names some of the rest, and wipes nothing", () => {
  const shelf = new Shelf(new FakeDevice());
  shelf.save(scenario("Fridays"));
  const text = written(Array.from({ length: 199 }, (_, index) => chinese(`n${index}`, 4)));
  assert.ok(text.length < 1_000_000);
  const { added, ignored } = shelf.importFile(text);
  assert.ok(added > 100 && added < 199);
  assert.equal(ignored.length, 8);
  assert.equal(shelf.all.length, added + 1);
  assert.equal(shelf.all[0]?.name, "Fridays");
  assert.ok(shelf.exportFile().length <= 1_000_000);
  assert.equal(shelf.save(chinese("one more", 4)), "full");
  assert.equal(shelf.all.length, added + 1);
});

test("a shelf that is full to the last character is read whole on another device", () => {
  const [one, other] = [new Shelf(new FakeDevice()), new Shelf(new FakeDevice())];
  one.importFile(written(Array.from({ length: 199 }, (_, index) => chinese(`n${index}`, 4))));
  for (let texts = 3; texts > 0; texts -= 1) while (one.save(chinese(`${texts}: ${one.all.length}`, texts)) === "saved");
  assert.equal(other.importFile(one.exportFile()).added, one.all.length);
  assert.equal(other.exportFile(), one.exportFile());
});

test("a scenario that its link cannot hold is not saved, and not taken from a file", () => {
  const shelf = new Shelf(new FakeDevice());
  assert.equal(shelf.save(chinese("long", 6)), "long"); // 6 × 190 × 9 = 10,260 characters of 8,000
  assert.equal(shelf.save(scenario("long", "9".repeat(201))), "long");
  const { added, ignored } = shelf.importFile(written([chinese("long", 6), chinese("short", 1)]));
  assert.deepEqual([added, ignored], [1, ["long"]]);
  assert.deepEqual(shelf.all.map(({ name }) => name), ["short"]);
});
