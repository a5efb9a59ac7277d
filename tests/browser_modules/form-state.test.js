import assert from "node:assert/strict";
import { test } from "node:test";

import { differsFromDefaults, fillForm, readForm } from "../../docs/assets/javascripts/form-state.js";
import { checkbox, radio, select, textField } from "./fakes.js";

/** A form with one field of each kind. */
function form() {
  return {
    elements: [
      textField("viewers", ""),
      textField("hours", "1", { defaultValue: "1" }),
      select("country", ["us", "gb"]),
      radio("agency", "yes", false),
      radio("agency", "no", true),
      checkbox("subscribed", false),
      textField("figure:gifts.creator_share", ""),
      { name: "", type: "submit", value: "Calculate" },
      { name: "", type: "fieldset" },
    ],
  };
}

const AS_BUILT = { inputs: { hours: "1", country: "us", agency: "no", subscribed: "no" }, figures: {} };

test("an empty field says nothing; choices always say something", () => {
  assert.deepEqual(readForm(form()), AS_BUILT);
});

test("text is handed on raw, spaces inside and signs included", () => {
  const typed = form();
  Object.assign(typed.elements[0] ?? {}, { value: "5 to 20" });
  Object.assign(typed.elements[6] ?? {}, { value: "60 %" });
  assert.deepEqual(readForm(typed), { inputs: { viewers: "5 to 20", ...AS_BUILT.inputs }, figures: { "gifts.creator_share": "60 %" } });
});

test("only blanks are as good as nothing", () => {
  const typed = form();
  Object.assign(typed.elements[0] ?? {}, { value: "  " });
  assert.deepEqual(readForm(typed), AS_BUILT);
});

for (const values of [
  AS_BUILT,
  { inputs: { viewers: "1.5k", country: "gb", agency: "yes", subscribed: "yes" }, figures: { "gifts.creator_share": "55%" } },
]) {
  test(`what was read is filled in again: ${JSON.stringify(values.inputs)}`, () => {
    const filled = form();
    assert.deepEqual(fillForm(filled, values), []);
    assert.deepEqual(readForm(filled), values);
  });
}

test("what is not named becomes empty, or its default where it cannot be empty", () => {
  const filled = form();
  fillForm(filled, { inputs: { viewers: "9", country: "gb", agency: "yes", subscribed: "yes" }, figures: { "gifts.creator_share": "1" } });
  fillForm(filled, { inputs: {}, figures: {} });
  assert.deepEqual(readForm(filled), { inputs: { country: "us", agency: "no", subscribed: "no" }, figures: {} });
});

test("unknown names and choices that are not offered are reported, and do no harm", () => {
  const filled = form();
  const unknown = fillForm(filled, { inputs: { gone: "1", country: "xx", agency: "maybe", subscribed: "2" }, figures: { "old.figure": "3" } });
  assert.deepEqual(unknown.sort(), ["agency", "country", "gone", "old.figure", "subscribed"]);
  assert.deepEqual(readForm(filled), { inputs: { country: "us", agency: "no", subscribed: "no" }, figures: {} });
});

for (const [what, index, change] of /** @type {[string, number, object][]} */ ([
  ["a text", 0, { value: "5" }],
  ["a text that was emptied", 1, { value: "" }],
  ["a list", 2, { value: "gb" }],
  ["a radio button", 3, { checked: true }],
  ["a box", 5, { checked: true }],
  ["a figure", 6, { value: "60%" }],
])) {
  test(`${what} that the reader changed before the script ran is noticed`, () => {
    const typed = form();
    assert.equal(differsFromDefaults(typed), false);
    Object.assign(typed.elements[index] ?? {}, change);
    assert.equal(differsFromDefaults(typed), true);
  });
}
