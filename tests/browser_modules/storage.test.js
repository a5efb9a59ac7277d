import assert from "node:assert/strict";
import { test } from "node:test";

import { Keeper } from "../../docs/assets/javascripts/storage.js";
import { FakeStorage } from "./fakes.js";

const VALUES = { inputs: { viewers: "200" }, figures: { "gifts.creator_share": "60%" } };

test("what is kept comes back, for its own calculator only", () => {
  const storage = new FakeStorage();
  new Keeper(() => storage).save("gift-earnings", { ...VALUES, example: "small-room", on: "2025-01-01" });
  const later = new Keeper(() => storage);
  assert.deepEqual(later.load("gift-earnings"), { ...VALUES, example: "small-room", on: "2025-01-01" });
  assert.equal(later.load("gift-value"), null);
});

test("how results are shown is kept with the numbers", () => {
  const storage = new FakeStorage();
  const settings = { currency: "EUR", exchange: "0.92", locale: "de" };
  new Keeper(() => storage).save("a", { ...VALUES, ...settings });
  assert.deepEqual(new Keeper(() => storage).load("a"), { ...VALUES, ...settings });
});

test("forgetting one calculator leaves the others", () => {
  const keeper = new Keeper(() => storage);
  const storage = new FakeStorage();
  keeper.save("a", VALUES);
  keeper.save("b", VALUES);
  keeper.remove("a");
  assert.equal(keeper.load("a"), null);
  assert.deepEqual(keeper.load("b"), VALUES);
});

test("forgetting everything leaves nothing of ours and all of our neighbours'", () => {
  const storage = new FakeStorage({ "another-project": "1", "do-likes-pay:later-feature": "2" });
  const keeper = new Keeper(() => storage);
  for (const slug of ["a", "b", "c"]) keeper.save(slug, VALUES);
  keeper.forgetEverything();
  assert.deepEqual(Array.from({ length: storage.length }, (_, index) => storage.key(index)), ["another-project"]);
});

test("a browser that throws on every use of storage is as if nothing were kept", () => {
  const refusing = new Keeper(() => {
    throw new DOMException("denied", "SecurityError");
  });
  refusing.save("a", VALUES);
  refusing.remove("a");
  refusing.forgetEverything();
  assert.equal(refusing.load("a"), null);
});

test("storage that is full does not stop the reader", () => {
  const storage = new FakeStorage();
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const keeper = new Keeper(() => storage);
  assert.equal(keeper.save("a", VALUES), false);
  assert.equal(keeper.isLasting, false);
});

test("a device that is full is not lasting, though a probe would fit, until it has room again", () => {
  const storage = new FakeStorage();
  const keeper = new Keeper(() => storage);
  const { setItem } = FakeStorage.prototype;
  storage.setItem = (key, text) => {
    if (text.length > 10) throw new DOMException("full", "QuotaExceededError");
    setItem.call(storage, key, text);
  };
  assert.equal(keeper.isLasting, true, "before anything was typed nobody knows");
  assert.equal(keeper.save("a", VALUES), false);
  assert.equal(keeper.isLasting, false);
  storage.setItem = setItem;
  assert.equal(keeper.save("a", VALUES), true);
  assert.equal(keeper.isLasting, true);
});

for (const text of ["", "null", "{", "[]", "5", '{"inputs": 3, "figures": {}}', '{"inputs": {"a": 1}, "figures": {}}', '{"inputs": {}}']) {
  test(`something else under our key (${text || "nothing"}) is not taken for inputs`, () => {
    const storage = new FakeStorage({ "do-likes-pay:inputs:a": text });
    assert.equal(new Keeper(() => storage).load("a"), null);
  });
}
