import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Announcer } from "../../docs/assets/javascripts/announcer.js";
import { megabytes, progressText } from "../../docs/assets/javascripts/byte-text.js";
import { covered } from "../../docs/assets/javascripts/keyboard.js";
import { measured } from "../../docs/assets/javascripts/measured.js";
import { linkedOpening, openingOf, sharedAfter } from "../../docs/assets/javascripts/opening.js";
import { isPast } from "../../docs/assets/javascripts/overdue.js";
import { parseInputs } from "../../docs/assets/javascripts/presets.js";
import { decodeReply } from "../../docs/assets/javascripts/protocol.js";
import { locateRuntime } from "../../docs/assets/javascripts/runtime-locator.js";
import { resolveRootLink, siteRootOf } from "../../docs/assets/javascripts/site-root.js";
import { isFastAndUnmetered } from "../../docs/assets/javascripts/warm-up.js";
import { wordsFor } from "../../docs/assets/javascripts/words.js";
import { textField } from "./fakes.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const FAST = { effectiveType: "4g", saveData: false, downlink: 10 };
for (const [what, connection, expected] of /** @type {[string, any, boolean][]} */ ([
  ["fast and unmetered", FAST, true],
  ["Wi-Fi", { ...FAST, type: "wifi" }, true],
  ["unknown (Safari, Firefox)", undefined, false],
  ["a browser that says nothing", {}, false],
  ["data saver on", { ...FAST, saveData: true }, false],
  ["data saver unknown", { effectiveType: "4g", downlink: 10 }, false],
  ["3G", { ...FAST, effectiveType: "3g" }, false],
  ["4G by latency but narrow", { ...FAST, downlink: 1.5 }, false],
  ["width unknown", { effectiveType: "4g", saveData: false }, false],
  ["mobile data", { ...FAST, type: "cellular" }, false],
])) {
  test(`a connection that is ${what} is ${expected ? "" : "not "}used without being asked`, () => {
    assert.equal(isFastAndUnmetered(connection), expected);
  });
}

for (const [bytes, text] of /** @type {const} */ ([[3_440_000, "3.4 MB"], [950_000, "0.9 MB"], [0, ""], [NaN, ""]])) {
  test(`${bytes} bytes read "${text}"`, () => assert.equal(megabytes(bytes), text));
}

for (const [loaded, total, text] of /** @type {const} */ ([
  [1_200_000, 3_400_000, "1.2 of 3.4 MB"],
  [0, 3_400_000, "0.0 of 3.4 MB"],
  [3_500_000, 3_400_000, "3.4 of 3.4 MB"], // a server that compresses less than planned must not read as "3.5 of 3.4"
  [1_200_000, 0, "1.2 MB"],
])) {
  test(`${loaded} of ${total} bytes read "${text}"`, () => assert.equal(progressText(loaded, total), text));
}

for (const [what, seen, expected] of /** @type {const} */ ([
  ["no keyboard", { height: 740, offsetTop: 0, scale: 1 }, 0],
  ["a keyboard", { height: 400, offsetTop: 0, scale: 1 }, 340],
  ["a keyboard, scrolled within the window", { height: 400, offsetTop: 100, scale: 1 }, 240],
  ["a browser's bar", { height: 690, offsetTop: 0, scale: 1 }, 0],
  ["zooming in", { height: 370, offsetTop: 0, scale: 2 }, 0],
])) {
  test(`of a window of 740 pixels ${what} covers ${expected}`, () => assert.equal(covered(seen, 740), expected));
}

for (const [due, expected] of /** @type {const} */ ([
  ["2026-11-21", true],
  ["2026-11-22", false], // due today is not overdue
  ["2027-02-20", false],
  ["soon", false],
  ["", false],
])) {
  test(`a figure due "${due}" is ${expected ? "" : "not "}overdue late on 22 November 2026`, () => {
    assert.equal(isPast(due, new Date(2026, 10, 22, 23, 59)), expected);
  });
}

test("an outcome is said once, after a pause, and only the last of several", () => {
  /** @type {string[]} */
  const said = [];
  const announcer = new Announcer({
    set textContent(/** @type {string} */ text) {
      said.push(text);
    },
  });
  for (const text of ["$1", "$12", "$120"]) {
    announcer.announce(text);
    mock.timers.tick(900);
  }
  assert.deepEqual(said, []);
  mock.timers.tick(100);
  assert.deepEqual(said, ["$120"]);
  announcer.announce("unsaid");
  announcer.announce("");
  mock.timers.tick(5_000);
  assert.deepEqual(said, ["$120"]);
});

test("the same outcome is not said twice, unless the reader tried again in between", () => {
  /** @type {string[]} */
  const changes = [];
  let words = "";
  const announcer = new Announcer({
    get textContent() {
      return words;
    },
    set textContent(/** @type {string} */ text) {
      if (text !== words) changes.push(text);
      words = text;
    },
  });
  const fail = () => {
    announcer.announce("failed");
    mock.timers.tick(1_000);
  };
  fail();
  fail();
  assert.deepEqual(changes, ["failed"]);
  announcer.clear();
  fail();
  assert.deepEqual(changes, ["failed", "", "failed"]);
});

test("our own work can be observed, and leaves nothing behind", async () => {
  const seen = new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: "measure" }));
  assert.equal(measured("sum", () => 1 + 1), 2);
  assert.deepEqual((await seen).map((/** @type {PerformanceEntry} */ { name }) => name), ["ours:sum"]);
  assert.deepEqual(performance.getEntriesByType("measure"), []);
});

for (const text of ["", "nonsense", "null", "3", "{}", '{"status":"ok"}', '{"status":"ok","html":{}}', '{"status":"invalid"}', '{"status":"new"}']) {
  test(`a reply outside the contract (${text || "empty"}) is a failed one`, () => {
    assert.deepEqual(decodeReply(text), { status: "failed", message: "" });
  });
}

test("replies inside the contract are handed on", () => {
  const ok = { status: "ok", html: { result: "<p>" }, hints: {}, announcement: "" };
  const invalid = { status: "invalid", errors: [], html: { errors: "" } };
  for (const reply of [ok, invalid, { status: "failed", message: "m" }]) assert.deepEqual(decodeReply(JSON.stringify(reply)), reply);
});

/** @param {string} siteRoot @param {string} baseURI */
const page = (siteRoot, baseURI) => /** @type {any} */ ({ baseURI, documentElement: { dataset: { siteRoot } } });
for (const [siteRoot, address, expected] of /** @type {const} */ ([
  ["../../", "https://x.example/repo/calculators/gift-earnings/", "https://x.example/repo/"],
  [".", "https://x.example/repo/", "https://x.example/repo/"],
  ["", "https://x.example/", "https://x.example/"],
  ["/repo/", "https://x.example/repo/404.html", "https://x.example/repo/"],
])) {
  test(`from ${address} the site's root is found by "${siteRoot}"`, () => assert.equal(siteRootOf(page(siteRoot, address)), expected));
}

test("the worker's address is absolute, from the root; without its mark there is none", () => {
  const meta = { content: "assets/runtime/worker-1a2b.js", dataset: { bytes: "3456789" } };
  const url = "https://x.example/repo/assets/runtime/worker-1a2b.js";
  assert.deepEqual(locateRuntime(/** @type {any} */ ({ querySelector: () => meta }), "https://x.example/repo/"), { url, bytes: 3456789 });
  assert.equal(locateRuntime(/** @type {any} */ ({ querySelector: () => null }), "https://x.example/"), null);
});

test("only links with the site's own scheme are resolved", () => {
  assert.equal(resolveRootLink("root:figures/#coins", "https://x.example/repo/"), "https://x.example/repo/figures/#coins");
  for (const href of ["https://y.example/", "#coins", "../x/", "mailto:a@b.example"]) assert.equal(resolveRootLink(href, "https://x.example/"), null);
});

test("a preset's inputs are raw texts, figures apart; what cannot be read is no preset", () => {
  assert.deepEqual(parseInputs('{"viewers": 20, "figure:gifts.share": "60%"}'), { inputs: { viewers: "20" }, figures: { "gifts.share": "60%" } });
  for (const json of [undefined, "", "{", "null"]) assert.equal(parseInputs(json), null);
});

const KEPT = { inputs: { viewers: "7" }, figures: {} };
const keeper = { load: () => KEPT, loadShared: () => ({}) };
const noKeeper = { load: () => null, loadShared: () => ({}) };
for (const [what, typed, hash, expected] of /** @type {[string, string, string, string | undefined][]} */ ([
  ["what the reader typed already", "5", "#c=a&i.viewers=6", "5"],
  ["a link", "", "#c=a&i.viewers=6", "6"],
  ["what was kept, when the link is another calculator's", "", "#c=b&i.viewers=6", "7"],
  ["what was kept", "", "", "7"],
])) {
  test(`a calculator opens with ${what}`, () => {
    const opening = openingOf({ form: { elements: [textField("viewers", typed)] }, slug: "a", slugs: ["a", "b"], hash, keeper });
    assert.equal(opening?.kept?.inputs.viewers, expected);
  });
}

test("with nothing typed, linked or kept, a calculator stays as it was built", () => {
  assert.equal(openingOf({ form: { elements: [textField("viewers", "")] }, slug: "a", slugs: ["a"], hash: "#sources", keeper: noKeeper }), null);
});

const shared = (/** @type {any} */ field) => Object.assign(field, { closest: () => ({}) });
for (const [what, kept, expected] of /** @type {[string, any, any][]} */ ([
  ["fills a calculator that has nothing of its own", null, { kept: { inputs: { viewers: "9" }, figures: {} }, shared: true }],
  ["comes after what was kept here earlier", { inputs: { viewers: "7", hours: "2" }, figures: {} }, { kept: { inputs: { viewers: "9", hours: "2" }, figures: {} }, shared: true }],
  ["is no news where it stands already", { inputs: { viewers: "9" }, figures: {} }, { kept: { inputs: { viewers: "9" }, figures: {} } }],
  ["leaves an example as it is", { inputs: { viewers: "7" }, figures: {}, example: "small" }, { kept: { inputs: { viewers: "7" }, figures: {}, example: "small" } }],
])) {
  test(`a number typed into another calculator ${what}`, () => {
    const form = { elements: [shared(textField("viewers", "")), textField("other", "")] };
    const device = { load: () => kept, loadShared: () => ({ viewers: "9", other: "8" }) };
    assert.deepEqual(openingOf({ form, slug: "a", slugs: ["a"], hash: "", keeper: device }), expected);
  });
}

test("other calculators get the reader's own numbers, not those the page came with", () => {
  const form = { elements: [shared(textField("viewers", "9")), shared(textField("hours", "")), textField("other", "8")] };
  assert.deepEqual(sharedAfter(form, { hours: "2", elsewhere: "1" }), { viewers: "9", elsewhere: "1" });
});

const EUROS = { currency: "EUR", exchange: "0.92", locale: "de" };
for (const [what, kept, loaded, expected] of /** @type {[string, any, Record<string, string>, any][]} */ ([
  ["come to a calculator that has nothing of its own, without a word about numbers", null, EUROS, { kept: { inputs: {}, figures: {}, ...EUROS }, shared: false }],
  ["come to an example, which stays one", { inputs: {}, figures: {}, example: "e" }, EUROS, { kept: { inputs: {}, figures: {}, example: "e", ...EUROS }, shared: false }],
  ["go where they were given up elsewhere", { inputs: {}, figures: {}, ...EUROS }, {}, { kept: { inputs: {}, figures: {}, currency: "", exchange: "", locale: "" }, shared: false }],
  ["that are here already change nothing", { inputs: {}, figures: {}, ...EUROS }, EUROS, { kept: { inputs: {}, figures: {}, ...EUROS } }],
])) {
  test(`settings chosen in another calculator ${what}`, () => {
    const form = { elements: [shared(textField("currency", "")), shared(textField("exchange", "")), shared(textField("locale", ""))] };
    const device = { load: () => kept, loadShared: () => loaded };
    assert.deepEqual(openingOf({ form, slug: "a", slugs: ["a"], hash: "", keeper: device }), expected);
  });
}

test("settings go to the other calculators, and leave with the one that gives them up", () => {
  const chosen = { elements: [shared(textField("currency", "EUR")), shared(textField("exchange", "")), textField("on", "2025-01-01")] };
  assert.deepEqual(sharedAfter(chosen, { exchange: "0.92", viewers: "9" }), { currency: "EUR", viewers: "9" });
});

test("a link brings its date, its version, and what of it was not understood", () => {
  const opening = linkedOpening("a", "#c=a&v=2025.1.1&h=%2433&on=2025-01-01&t=500&i.x=1&zzz=2");
  const kept = { inputs: { x: "1" }, figures: {}, on: "2025-01-01", target: "500" };
  assert.deepEqual(opening, { kept, made: { version: "2025.1.1", headline: "$33" }, ignored: ["zzz"] });
});

for (const [what, hash, slugs, expected] of /** @type {[string, string, string[], any][]} */ ([
  ["for a calculator that is not on the page is reported once", "#c=c&i.x=1", ["a", "b"], { kept: null, ignored: ["c"] }],
  ["for the other calculator of the page is left to that one", "#c=b&i.x=1", ["a", "b"], null],
  ["beyond measure is reported by its beginning", `#c=a&i.x=${"9".repeat(9000)}`, ["a"], { kept: null, ignored: [`c=a&i.x=${"9".repeat(32)}…`] }],
])) {
  test(`a link ${what}`, () => assert.deepEqual(linkedOpening("a", hash, slugs), expected));
}

test("a language without words of its own gets English", () => {
  assert.equal(wordsFor("xx-YY"), wordsFor("en-GB"));
});
