import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeLink, encodeLink } from "../../docs/assets/javascripts/link.js";

const FULL = {
  slug: "gift-earnings",
  version: "2026.11.22",
  headline: "$0.0105 per coin",
  on: "2026-11-22",
  target: "5k & more",
  solve: "viewers",
  currency: "INR",
  exchange: "88,5",
  locale: "de",
  inputs: { viewers: "200", hours: "1.5 to 3", note_text: "a & b = c #1 + 50%" },
  figures: { "gifts.creator_share": "60%" },
};

test("a link says what it holds, in plain sight", () => {
  const state = { slug: "gift-earnings", version: "2026.11.22", on: "2026-11-22", inputs: { viewers: "200" }, figures: FULL.figures };
  assert.equal(encodeLink(state), "#c=gift-earnings&v=2026.11.22&on=2026-11-22&i.viewers=200&f.gifts.creator_share=60%25");
});

for (const [what, state] of /** @type {[string, any][]} */ ([
  ["everything", FULL],
  ["nothing but a calculator", { slug: "like-value", inputs: {}, figures: {} }],
  ["other scripts and signs", { slug: "a", inputs: { x: "１，０００", y: "٥ إلى ٢٠", z: "<b>\"'&amp;%00\u0000\n😀" }, figures: {} }],
  ["names that objects have", { slug: "a", inputs: { constructor: "1", toString: "2", hasOwnProperty: "3" }, figures: {} }],
])) {
  test(`a link with ${what} comes back as it was`, () => {
    assert.deepEqual(decodeLink(encodeLink(state)), { state, ignored: [] });
  });
}

test("random states come back as they were", () => {
  // A fixed linear congruential generator (Numerical Recipes' constants), so that a failure can be repeated.
  let seed = 20261122;
  const below = (/** @type {number} */ limit) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % limit;
  const signs = [..."abc019 .,%&=#+?/\\\"'<>{}[]äß中😀\t"];
  const text = () => Array.from({ length: 1 + below(12) }, () => signs[below(signs.length)]).join("");
  const texts = (/** @type {string} */ prefix) =>
    Object.fromEntries(Array.from({ length: below(5) }, (_, index) => [`${prefix}${index}`, text()]));
  for (let round = 0; round < 500; round += 1) {
    const state = { slug: "a-b", inputs: texts("in_"), figures: texts("topic.name") };
    assert.deepEqual(decodeLink(encodeLink(state)), { state, ignored: [] });
  }
});

for (const hash of ["", "#", "#sources", "#gifts-creator-share", "#i.viewers=3", "#c=", "#c=../../etc", "#c=<script>"]) {
  test(`${hash.slice(0, 30) || "no fragment"} is no state, and nothing to report`, () => {
    assert.deepEqual(decodeLink(hash), { state: null, ignored: [] });
  });
}

for (const [what, hash, inputs, ignored] of /** @type {[string, string, Record<string, string>, string[]][]} */ ([
  ["an unknown key", "#c=a&i.x=1&utm_source=tiktok", { x: "1" }, ["utm_source"]],
  ["a second value for the same input: the first holds", "#c=a&i.x=1&i.x=2", { x: "1" }, ["i.x"]],
  ["a prototype to be polluted", "#c=a&i.__proto__=1&i.x=2", { x: "2" }, ["i.__proto__"]],
  ["a date that is none", "#c=a&on=yesterday", {}, ["on"]],
  ["a version that is none", "#c=a&v=<img>", {}, ["v"]],
  ["a headline that is a message", "#c=a&h=You%20won!%20Call%20555-0199", {}, ["h"]],
  ["an input to solve for that cannot be one", "#c=a&s=%3Cb%3E", {}, ["s"]],
  ["a currency that is none", "#c=a&cur=%24%24%24", {}, ["cur"]],
  ["a notation that is none", "#c=a&n=../de", {}, ["n"]],
  ["an empty target", "#c=a&t=", {}, ["t"]],
  ["an empty text", "#c=a&i.x=", {}, ["i.x"]],
  ["a text beyond measure", `#c=a&i.x=${"9".repeat(201)}&i.y=1`, { y: "1" }, ["i.x"]],
  ["a broken percent sign is text like any other", "#c=a&i.x=60%", { x: "60%" }, []],
  ["a key beyond measure is cut for the report", `#c=a&${"k".repeat(99)}=1`, {}, ["k".repeat(40)]],
])) {
  test(`hostile or broken: ${what}`, () => {
    assert.deepEqual(decodeLink(hash), { state: { slug: "a", inputs, figures: {} }, ignored });
  });
}

for (const amount of ["$33", "−$3.50", "INR\u00a011,505", "−CHF\u00a01\u202f234,50", "A$5", "£1,234", "50%", "1 viewer", "1,300 diamonds", "$0.005 per gift", "2.5 coins per viewer-hour", "0"]) {
  test(`a link says that the headline was ${amount}`, () => {
    const state = { slug: "a", headline: amount, inputs: {}, figures: {} };
    assert.deepEqual(decodeLink(encodeLink(state)), { state, ignored: [] });
  });
}

test("a link longer than any of ours is not read, and named by its beginning", () => {
  assert.deepEqual(decodeLink(`#c=a&i.x=${"9".repeat(9000)}`), { state: null, ignored: [`c=a&i.x=${"9".repeat(32)}…`] });
});

test("nine hundred keys are neither kept nor listed", () => {
  const many = Array.from({ length: 900 }, (_, index) => `i.k${index}=1`).join("&");
  const { state, ignored } = decodeLink(`#c=a&${many}`);
  assert.equal(Object.keys(state?.inputs ?? {}).length, 99);
  assert.equal(ignored.length, 5);
});

test("nobody's prototype was changed by any of these", () => {
  decodeLink("#c=a&i.__proto__.polluted=1&f.constructor.prototype.polluted=1");
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});
