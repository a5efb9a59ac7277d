import assert from "node:assert/strict";
import { test } from "node:test";

import { isInApp, mustCarry } from "../../docs/assets/javascripts/in-app.js";
import { Keeper } from "../../docs/assets/javascripts/storage.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)";

for (const [what, agent, expected] of /** @type {const} */ ([
  ["TikTok on an iPhone", `${IPHONE} Mobile/15E148 musical_ly_2024005030 JsSdk/2.0 BytedanceWebview/d8a21c6`, true],
  ["TikTok on Android", `${ANDROID} Version/4.0 Chrome/126.0 Mobile Safari/537.36 trill_350203`, true],
  ["any app on Android", "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0", true],
  ["an app on an iPhone that says nothing", `${IPHONE} Mobile/15E148`, true],
  ["Safari", `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, false],
  ["Chrome on an iPhone", `${IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1`, false],
  ["Chrome on Android", `${ANDROID} Chrome/126.0 Mobile Safari/537.36`, false],
  ["Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", false],
])) {
  test(`${what} is ${expected ? "inside" : "not inside"} an app`, () => assert.equal(isInApp(agent), expected));
}

/** @param {Partial<Storage>} storage */
const keeperOf = (storage) => new Keeper(() => /** @type {Storage} */ (storage));
const refuse = () => {
  throw new DOMException("no", "SecurityError");
};

test("numbers are carried in the address where the device takes nothing, also if it lets one look", () => {
  assert.equal(mustCarry(keeperOf({ getItem: () => null, setItem: refuse, removeItem: refuse })), true);
  assert.equal(mustCarry(new Keeper(refuse)), true);
  assert.equal(mustCarry(keeperOf({ setItem: () => {}, removeItem: () => {} }), "Firefox/140.0"), false);
});

test("numbers are carried in the address out of an app, which keeps them from the browser", () => {
  assert.equal(mustCarry(keeperOf({ setItem: () => {}, removeItem: () => {} }), `${IPHONE} Mobile/15E148 musical_ly`), true);
});

test("looking whether the device keeps something leaves nothing on it", () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const keeper = keeperOf({ setItem: (key, text) => void kept.set(key, text), removeItem: (key) => void kept.delete(key) });
  assert.equal(keeper.isLasting, true);
  assert.equal(kept.size, 0);
});
